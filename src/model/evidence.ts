import type { FactKind, FactOf, FieldsOf, ProblemKind, TableRole } from "./fact.js";
import type { Source } from "./source.js";
import type { TableReading } from "./table.js";

/** A file that could not be read whole: rules on the kinds that it would have given are `unreadable`. */
export interface BrokenFile {
  readonly source: Source;
  readonly problem: ProblemKind;
  readonly message: string;
  readonly mend: string;
  readonly format: string | null;
  /** Kinds that it would have given; empty where nobody can tell. */
  readonly gives: readonly FactKind[];
  /** True for a card: what it would have given are claims. */
  readonly claims: boolean;
  /** Metrics that it would have given, where a mapping fixes them; null is any. */
  readonly metrics: readonly string[] | null;
}

/** The facts of one side of one model, by kind, in path order. */
export interface Evidence {
  of<K extends keyof FieldsOf>(kind: K): readonly FactOf<K>[];
  /** The rows of tables, where the rule's check asked for tables of this role; in path order. */
  tables(role: TableRole): readonly TableReading[];
  readonly broken: readonly BrokenFile[];
  /** Every file that was looked at, with its format (null: nobody knew it). */
  readonly files: readonly EvidenceFileSummary[];
}

export interface EvidenceFileSummary {
  readonly path: string;
  readonly format: string | null;
  readonly facts: number;
  readonly problems: number;
  readonly baseline: boolean;
  /** True where `referee.lock` says where it was collected from, and it is still the same. */
  readonly locked: boolean;
}

export type RiskClass = string;

/** A model as discovery and configuration give it. */
export interface ModelIdentity {
  readonly name: string;
  /** Folder relative to the checked root; empty for the root. */
  readonly path: string;
  readonly stage: string;
  readonly risk: RiskClass | null;
  readonly owner: string | null;
  /** Run whose facts are judged: id, or null where nothing names one. */
  readonly run: string | null;
  /** Name of the model that serves now, or a path; null where the configuration names none. */
  readonly champion: string | null;
  /** The stage that it leaves for its stage, null for a model that is new; absent where it stays. */
  readonly leaves?: string | null;
  /** Stages besides its own whose rules judge it: of a change that takes it out of a stage, that one. */
  readonly alsoIn?: readonly string[];
}

/** The evidence that a change is compared with, or why there is none. */
export type Baseline =
  | { readonly kind: "evidence"; readonly evidence: Evidence; readonly label: string }
  /** Asked for, and not there. */
  | { readonly kind: "absent"; readonly why: string; readonly mend: string }
  /** The model is new on the head: there is nothing that it could have been worse than. */
  | { readonly kind: "new"; readonly why: string }
  /** The model is its own baseline. */
  | { readonly kind: "itself"; readonly why: string };
