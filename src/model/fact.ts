import type { Source, Where } from "./source.js";

/** How far a fact can be trusted; see `vouched` in the contract of facts. */
export type Vouched = "committed" | "base" | "attested" | "recomputed";

export type NonFinite = "NaN" | "Infinity" | "-Infinity";

/** A part of the data, as column to value; `{}` is everything. */
export type Slice = Readonly<Record<string, string>>;

export interface StatedInterval {
  readonly lower: number | null;
  readonly upper: number | null;
  /** Confidence level from 0 to 1; null where the file does not say. */
  readonly level: number | null;
}

/** One number that somebody measured of a model. */
export interface MeasurementFields {
  /** Canonical id, such as `roc_auc`; the raw name where the vocabulary does not know it. */
  readonly metric: string;
  readonly raw_metric: string;
  /** Null where the file holds no finite number; `non_finite` then says which. */
  readonly value: number | null;
  readonly non_finite: NonFinite | null;
  /** `proportion`, `percent`, `ms`, `s`, `ns`, `count`, …; null where unknown. */
  readonly unit: string | null;
  /** True where the unit is inferred rather than written. */
  readonly unit_guessed: boolean;
  readonly higher_is_better: boolean | null;
  readonly dataset: string | null;
  /** `train`, `validation`, `test`, …: kept apart from the data set's name. */
  readonly split: string | null;
  readonly slice: Slice;
  /** Examples behind the value, as stated. */
  readonly n: number | null;
  /** Denominator of a proportion, in examples; null where unknown. */
  readonly trials: number | null;
  readonly standard_error: number | null;
  readonly interval: StatedInterval | null;
  /** Decision threshold at which the metric was taken. */
  readonly threshold: number | null;
  readonly fold: number | null;
  readonly step: number | null;
  /** How it was computed where that makes another quantity: `macro`, `weighted`, `strict-match`, … */
  readonly protocol: string | null;
  /** Run that produced it. */
  readonly run: string | null;
  /** True for a number in a card: a claim, which evidence outranks. */
  readonly claimed: boolean;
  /** The other model or arm that the number is about; null is the model itself. */
  readonly about: string | null;
}

/** Which change of a limit asks for less. */
export type LimitSense =
  /** A lower number. */
  | "at-least"
  /** A higher number. */
  | "at-most"
  /** One more of what may be. */
  | "one-of"
  /** One fewer of what must be, or must not be. */
  | "all-of"
  /** Any other value may. */
  | "as-is"
  /** A higher number that was let pass: the limit itself is not stated, and asks for no less than this. */
  | "reached";

export type LimitValue = number | string | boolean;

/** What a tool held the evidence against when it gave its verdict, as somebody set it. */
export interface Limit {
  /** As the tool has it, such as `max_value`; alike in every report of the same check. */
  readonly name: string;
  readonly sense: LimitSense;
  readonly value: LimitValue | readonly LimitValue[];
}

export type DriftScope = "column" | "dataset" | "prediction" | "target" | "concept" | "attribution" | "performance";

export interface DriftFields {
  readonly scope: DriftScope;
  readonly column: string | null;
  /** Canonical id, such as `psi`, `ks`, `wasserstein-normed`. */
  readonly method: string | null;
  /** A distance; null where the method gives a p-value. */
  readonly score: number | null;
  readonly p_value: number | null;
  readonly non_finite: NonFinite | null;
  readonly threshold: number | null;
  /** The tool's own verdict. */
  readonly drifted: boolean | null;
  readonly n_reference: number | null;
  readonly n_current: number | null;
  /** Share of drifted columns, for scope `dataset`. */
  readonly share: number | null;
  /** Those of `drifted` where it is not `threshold` alone; empty where they are worked out from the data at each run. */
  readonly limits: readonly Limit[] | null;
}

export interface CheckFields {
  readonly name: string;
  readonly column: string | null;
  /** Null where the check was skipped or errored. */
  readonly passed: boolean | null;
  readonly observed: number | string | boolean | null;
  readonly expected: number | string | boolean | null;
  readonly severity: string | null;
  readonly message: string | null;
  /** True where this is the verdict over a whole suite, not one check of it. */
  readonly suite: boolean;
  /** Those of `passed`; null where the file does not hold them, empty where they are worked out from the data. */
  readonly limits: readonly Limit[] | null;
}

/** Either a section (`section`, `title`, `words`, …) or a field (`field`, `value`). */
export interface CardFields {
  /** Canonical section id, such as `intended-use`; null where the heading is not known, or for a field. */
  readonly section: string | null;
  readonly title: string | null;
  readonly words: number | null;
  /** True where the text is a template's filler. */
  readonly placeholder: boolean | null;
  readonly text_digest: string | null;
  /** Keys joined by dots. */
  readonly field: string | null;
  readonly value: string | number | boolean | null;
}

export type DatasetRole = "train" | "validation" | "test" | "reference" | "current";

export interface DatasetFields {
  readonly name: string | null;
  readonly role: DatasetRole | null;
  /** `algorithm:value`. */
  readonly digest: string | null;
  readonly rows: number | null;
  /** Their names, or their number where the format states that. */
  readonly columns: readonly string[] | number | null;
  readonly location: string | null;
  readonly run: string | null;
}

export interface AttributionFields {
  readonly method: string | null;
  readonly feature: string;
  readonly importance: number | null;
  readonly non_finite: NonFinite | null;
  readonly slice: Slice;
  readonly instance: string | null;
}

export interface ModelFields {
  readonly name: string | null;
  readonly stage: string | null;
  readonly aliases: readonly string[] | null;
  readonly framework: string | null;
  readonly artifact_digest: string | null;
  /** ISO 8601. */
  readonly created: string | null;
  readonly run: string | null;
}

export type ParameterValue = string | number | boolean | null;

export interface RunFields {
  readonly run_id: string | null;
  readonly status: string | null;
  readonly params: Readonly<Record<string, ParameterValue>> | null;
  readonly code_revision: string | null;
  readonly inputs: readonly string[] | null;
  readonly outputs: readonly string[] | null;
  readonly environment: Readonly<Record<string, ParameterValue>> | null;
}

export interface RolloutFields {
  readonly strategy: string | null;
  readonly steps: readonly (string | number)[] | null;
  /** Per cent of the traffic that the new version gets. */
  readonly traffic: number | null;
  readonly analysis: readonly string[] | null;
  readonly rollback_target: string | null;
  readonly image: string | null;
  readonly resources: Readonly<Record<string, ParameterValue>> | null;
  readonly probes: readonly string[] | null;
  readonly logging: string | null;
}

export interface Arm {
  readonly name: string;
  readonly exposures: number | null;
  readonly successes: number | null;
  readonly mean: number | null;
  readonly variance: number | null;
}

export interface ExperimentFields {
  readonly name: string | null;
  readonly arms: readonly Arm[];
  readonly started: string | null;
  readonly ended: string | null;
  readonly looks: number | null;
}

export interface ApprovalFields {
  readonly by: string | null;
  readonly role: string | null;
  readonly commit: string | null;
  readonly state: string | null;
}

export type TableRole = "predictions" | "reference" | "current";

export interface TableFields {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly role: TableRole | null;
}

export interface FileFields {
  /** How many facts, other than problems, were read from it. */
  readonly facts: number;
  readonly problems: number;
}

export type ProblemKind =
  | "unreadable"
  | "truncated"
  | "python-repr"
  | "non-finite"
  | "wrong-type"
  | "duplicate-key"
  | "template"
  | "empty"
  | "conflict"
  | "limit"
  | "future-date"
  | "unrecognised";

export interface ProblemFields {
  readonly problem: ProblemKind;
  readonly message: string;
  readonly mend: string;
}

/** The kinds of fact and the fields that belong to each. */
export interface FieldsOf {
  readonly measurement: MeasurementFields;
  readonly drift: DriftFields;
  readonly check: CheckFields;
  readonly card: CardFields;
  readonly dataset: DatasetFields;
  readonly attribution: AttributionFields;
  readonly model: ModelFields;
  readonly run: RunFields;
  readonly rollout: RolloutFields;
  readonly experiment: ExperimentFields;
  readonly approval: ApprovalFields;
  readonly table: TableFields;
  readonly file: FileFields;
  readonly problem: ProblemFields;
}

export type FactKind = keyof FieldsOf;

export interface FactCommon {
  /** The model that the evidence belongs to; null where it lies above every model folder. */
  readonly model: string | null;
  readonly version: string | null;
  /** Id of the adapter that read it; null where nobody knew the file. */
  readonly format: string | null;
  /** ISO 8601, from the content; null where the file does not say. */
  readonly at: string | null;
  readonly vouched: Vouched;
  readonly source: Source;
}

export type FactOf<K extends FactKind> = FactCommon & { readonly kind: K } & FieldsOf[K];

/** One normalised statement read from evidence. */
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

/**
 * What an adapter says: a fact's own fields as the file has them, before names, units, numbers and dates are
 * made alike. Absent fields are null in the fact.
 */
export interface StatementOf {
  readonly measurement: Loose<
    Omit<MeasurementFields, "raw_metric" | "value" | "metric" | "interval">,
    {
      readonly raw_metric: string;
      /** Number, numeric text, or a non-finite of either; anything else becomes a problem. */
      readonly value: unknown;
      /** Canonical id where the format itself fixes it; otherwise the vocabulary is asked. */
      readonly metric?: string;
      /** The part of `raw_metric` that names the metric, where the rest names a slice: the vocabulary is asked for it. */
      readonly metric_name?: string;
      readonly interval?: StatedInterval | null;
    }
  >;
  readonly drift: Loose<
    Omit<DriftFields, "scope" | "score" | "p_value" | "non_finite">,
    { readonly scope: DriftScope; readonly score?: unknown; readonly p_value?: unknown }
  >;
  readonly check: Loose<
    Omit<CheckFields, "name" | "passed">,
    { readonly name: string; readonly passed: boolean | null }
  >;
  readonly card: Loose<CardFields, object>;
  readonly dataset: Loose<DatasetFields, object>;
  readonly attribution: Loose<
    Omit<AttributionFields, "feature" | "importance" | "non_finite">,
    { readonly feature: string; readonly importance: unknown }
  >;
  readonly model: Loose<ModelFields, object>;
  readonly run: Loose<RunFields, object>;
  readonly rollout: Loose<RolloutFields, object>;
  readonly experiment: Loose<Omit<ExperimentFields, "arms">, { readonly arms: readonly Arm[] }>;
  readonly approval: Loose<ApprovalFields, object>;
  readonly table: Loose<
    Omit<TableFields, "columns" | "rows">,
    { readonly columns: readonly string[]; readonly rows: number }
  >;
  readonly problem: ProblemFields;
}

type Loose<Optional, Required> = { readonly [K in keyof Optional]?: Optional[K] } & Required;

export type StatementKind = keyof StatementOf;

interface StatementCommon {
  readonly where: Where;
  /** When: ISO 8601 or one of the texts that tools write; null or absent where the file does not say. */
  readonly at?: string | null;
  readonly version?: string | null;
  /** The model that the file names for it; absent where it is of the model that the file belongs to. */
  readonly model?: string;
}

export type Statement = {
  [K in StatementKind]: StatementCommon & { readonly kind: K } & StatementOf[K];
}[StatementKind];
