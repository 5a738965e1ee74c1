import type { Stages } from "./configuration.js";
import type { Baseline, Evidence, ModelIdentity } from "./evidence.js";
import type { FactKind, FactOf, Limit, TableRole } from "./fact.js";
import type { Verdict } from "./finding.js";
import type { History } from "./history.js";
import type { ChangeUnderReview } from "./review.js";
import type { OptionKind, OptionSpec, OptionTable, OptionValues, ValuesOf } from "./option.js";
import type { Source } from "./source.js";

export type Area =
  | "documentation"
  | "data"
  | "development"
  | "deployment"
  | "monitoring"
  | "retraining"
  | "governance"
  | "language models"
  | "own";

/** What a check may look at: one model's facts, its baseline, and what the policy asks. Nothing else. */
export interface CheckInput<Subject = unknown, Options = unknown> {
  readonly subject: Subject;
  readonly options: Options;
  readonly model: ModelIdentity;
  readonly evidence: Evidence;
  /** The evidence to compare with: `base`, `champion`, `release`, or a path. */
  baseline(against: string): Baseline;
  /** Reviews on the forge and approvals on the base: never from the change's own files. */
  readonly approvals: readonly FactOf<"approval">[];
  /** Who brings the change; null outside a pull request. */
  readonly author: string | null;
  /** The change that approvals are of; absent outside a pull request. */
  readonly review?: ChangeUnderReview | undefined;
  /** What git tells of the files that facts come from. */
  readonly history: History;
  /** The stages of the configuration; absent where there is none. */
  readonly stages?: Stages | undefined;
  /** Level of each one-sided bound, from 0.5 to 1; null judges the point. */
  readonly confidence: number | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** True where nobody is shown what is met: words and intervals of it need not be worked out. Absent is false. */
  readonly brief?: boolean | undefined;
}

/** The part of a kind of fact that is enough for a rule: what nobody looks at need not be read. */
export interface LooksAt {
  /** Fields of the card, keys joined by dots. */
  readonly cardFields?: readonly string[];
  /** True where drift of a single column, of the target or the prediction does not matter. */
  readonly datasetDriftOnly?: boolean;
  /** True where single checks do not matter, only the verdicts of suites. */
  readonly suitesOnly?: boolean;
}

/** A named part of the evidence that a rule is judged on. */
export interface EvidencePart {
  readonly name: string;
  /** Null where it is told from no file. */
  readonly source: Source | null;
  /** The subject of the verdict that it belongs to; absent where it belongs to the rule as a whole. */
  readonly subject?: string | null;
  /** True where another may take its place, as this month's data set does that of the month before. */
  readonly exchanged?: boolean;
  /**
   * What its verdict was given by, where a tool gave it; null where the tool does not say, absent where it is not asked: the
   * policy has the limit, or there is no verdict.
   */
  readonly limits?: readonly Limit[] | null;
  /** How many examples it rests on; null or absent where that is not stated. */
  readonly examples?: number | null;
}

/** A kind of parts that lies in what the evidence happens to hold: a change that leaves one out must not pass for it. */
export interface Parts<Subject = unknown, Options = unknown> {
  readonly one: string;
  readonly several: string;
  /** True where each that is gone has a verdict of its own, by its name; one verdict tells all of them otherwise. */
  readonly each?: boolean;
  /**
   * Those of one side; a name stands as often as it has to be there on the other. Absent: each subject of which the
   * rule has a verdict is one.
   */
  of?(input: CheckInput<Subject, Options>): readonly EvidencePart[];
}

export interface CheckExample {
  /** The rule as it stands in a policy. */
  readonly rule: string;
  /** Evidence, in words, that meets it and that does not. */
  readonly met: string;
  readonly notMet: string;
}

/** Metadata of a check: the single source of its schema, its page and its help. */
export interface CheckMetadata<S extends OptionKind, O extends OptionTable> {
  /** The file's name, and the key of a rule. */
  readonly id: string;
  readonly area: Area;
  readonly title: string;
  readonly why: string;
  readonly mend: string;
  readonly whenNot: string;
  /** What the key's value is. */
  readonly subject: OptionSpec<S>;
  readonly options: O;
  /** At least one of these must be given. */
  readonly bounds?: readonly (keyof O & string)[];
  readonly example: CheckExample;
  /** Kinds of fact that it reads. */
  readonly needs: readonly FactKind[];
  /** True where it reads the sections or tables of Markdown bodies. */
  readonly needsMarkdownBody?: boolean;
  /** True where it reads what model files are by their first bytes. */
  readonly needsModelFiles?: boolean;
}

export interface CheckDefinition<S extends OptionKind, O extends OptionTable> extends CheckMetadata<S, O> {
  /** The rule as one English sentence, for the person who signs the policy. */
  plain(subject: OptionValues[S], options: ValuesOf<O>): string;
  /** The metrics that a rule takes, by its subject; absent or null is any. */
  metricsOf?(subject: OptionValues[S]): readonly string[] | null;
  /** The tables whose rows a rule looks at; absent is none. They are loaded before it is evaluated. */
  tablesFor?(subject: OptionValues[S], options: ValuesOf<O>): readonly TableRole[];
  /** The part of its kinds of fact that a rule looks at; absent is all of them. */
  looksAt?(subject: OptionValues[S], options: ValuesOf<O>): LooksAt;
  /** The columns of those tables that it looks at beside ids, labels and answers; absent is all of them. */
  columnsFor?(options: ValuesOf<O>): readonly string[];
  /** What it is judged on beside what the policy names; absent where the policy names all of it. */
  readonly parts?: readonly Parts<OptionValues[S], ValuesOf<O>>[];
  evaluate(input: CheckInput<OptionValues[S], ValuesOf<O>>): readonly Verdict[];
}

/** A check whose option types are forgotten: what lists, loader and engine use. */
export interface Check extends CheckMetadata<OptionKind, OptionTable> {
  plain(subject: unknown, options: unknown): string;
  metricsOf?(subject: unknown): readonly string[] | null;
  tablesFor?(subject: unknown, options: unknown): readonly TableRole[];
  looksAt?(subject: unknown, options: unknown): LooksAt;
  columnsFor?(options: unknown): readonly string[];
  readonly parts?: readonly Parts[];
  evaluate(input: CheckInput): readonly Verdict[];
}

/**
 * Makes a check from its definition. Subject and options reach it only through the policy loader, which reads them by
 * the same metadata, so that forgetting their types here loses nothing.
 */
export const defineCheck = <S extends OptionKind, const O extends OptionTable>(
  definition: CheckDefinition<S, O>,
): Check => definition as unknown as Check;
