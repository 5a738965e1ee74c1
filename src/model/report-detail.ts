import type { Decision } from "./finding.js";
import type { DatasetRole, DriftScope, FactKind, Slice } from "./fact.js";
import type { Source } from "./source.js";

export interface ReportedApproval {
  readonly by: string | null;
  readonly role: string | null;
  readonly at: string | null;
  readonly commit: string | null;
  readonly state: string | null;
  /** `pull-request-review`, or the format of the file that states it. */
  readonly format: string | null;
  /** A file's place, or the review. */
  readonly source: Source;
}

/** A row of numbers for tables: the metrics that rules judged, and the main ones that no rule asks for. */
export interface MetricRow {
  readonly metric: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly higher_is_better: boolean | null;
  readonly n: number | null;
  readonly dataset: string | null;
  readonly interval: ReportedInterval | null;
  readonly method: string | null;
  readonly baseline: number | null;
  readonly baseline_interval: ReportedInterval | null;
  readonly source: Source;
}

/** Two-sided 95 %, for the eye. */
export interface ReportedInterval {
  readonly lower: number;
  readonly upper: number;
}

/** A metric on a part of the data. */
export interface SliceRow {
  readonly metric: string;
  readonly higher_is_better: boolean | null;
  readonly slice: Slice;
  /** Null where it is no number, or the group is too small to be shown. */
  readonly value: number | null;
  readonly interval: ReportedInterval | null;
  readonly method: string | null;
  readonly n: number | null;
  readonly baseline: number | null;
  readonly baseline_interval: ReportedInterval | null;
  /** True for fewer than ten people: the value is withheld. */
  readonly suppressed: boolean;
  readonly source: Source;
}

export interface DriftRow {
  readonly scope: DriftScope;
  readonly column: string | null;
  readonly method: string | null;
  readonly score: number | null;
  readonly p_value: number | null;
  /** The tool's own. */
  readonly threshold: number | null;
  readonly drifted: boolean | null;
  readonly share: number | null;
  readonly n_reference: number | null;
  readonly n_current: number | null;
  readonly at: string | null;
  readonly source: Source;
}

export interface CalibrationBin {
  readonly side: "candidate" | "champion";
  /** Mean score of the bin, from 0 to 1. */
  readonly score: number;
  /** Share that was positive. */
  readonly share: number;
  readonly interval: ReportedInterval | null;
  readonly n: number;
}

export interface CardRow {
  readonly section: string;
  readonly title: string | null;
  readonly words: number | null;
  readonly state: "written" | "placeholder" | "empty";
  readonly source: Source;
}

export interface AttributionRow {
  readonly method: string | null;
  readonly feature: string;
  readonly importance: number;
  readonly source: Source;
}

/** A station on the way from data to the number that was judged. */
export interface LineageStep {
  readonly kind: "data" | "run" | "model" | "evaluation";
  readonly role: DatasetRole | null;
  readonly name: string | null;
  readonly digest: string | null;
  readonly detail: string | null;
  readonly source: Source;
}

/** A fact that the base states otherwise, or that only one of the two states. */
export interface FactChange {
  readonly kind: FactKind;
  /** What it is about: a metric with its data set and slice, a column, a section. */
  readonly what: string;
  /** Null where the base does not state it. */
  readonly before: string | number | null;
  /** Null where it is stated no more. */
  readonly now: string | number | null;
  /** Now less before. */
  readonly difference: number | null;
  readonly interval: ReportedInterval | null;
  readonly method: string | null;
  /** Null where neither direction is better. */
  readonly better: boolean | null;
  /** On the base where it is stated no more. */
  readonly source: Source;
}

/** What an earlier report said of the model. */
export interface PastJudgement {
  /** The clock of that report, ISO 8601. */
  readonly at: string;
  readonly decision: Decision;
  readonly stage: string;
  readonly version: string | null;
  /** Who had approved. */
  readonly approved_by: readonly string[];
  /** Of the metrics that the model states now, over all data. */
  readonly metrics: readonly {
    readonly metric: string;
    readonly value: number;
    readonly interval: ReportedInterval | null;
  }[];
}

/** What the evidence of one model holds beyond what rules said of it: for forms that show a model whole. */
export interface ReportedDetail {
  readonly slices: readonly SliceRow[];
  readonly drift: readonly DriftRow[];
  readonly calibration: readonly CalibrationBin[];
  readonly card: readonly CardRow[];
  readonly attributions: readonly AttributionRow[];
  readonly lineage: readonly LineageStep[];
  readonly approvals: readonly ReportedApproval[];
  /** What the earlier reports say that the configuration names, oldest first. */
  readonly past: readonly PastJudgement[];
  /** What it states otherwise than the base; empty where nothing is compared. */
  readonly changes: readonly FactChange[];
  /** Rows that are left out of each list because there are too many. */
  readonly left_out: {
    readonly slices: number;
    readonly drift: number;
    readonly lineage: number;
    readonly changes: number;
  };
  /** `algorithm:value` of the model's own file. */
  readonly artifact_digest: string | null;
  /** When the model was made, ISO 8601. */
  readonly created: string | null;
  /** Who it is compared with. */
  readonly champion: { readonly name: string; readonly version: string | null } | null;
}
