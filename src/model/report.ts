import type { EvidenceFileSummary } from "./evidence.js";
import type { DatasetRole, DriftScope, FactKind, Slice, Vouched } from "./fact.js";
import type { Decision, Finding } from "./finding.js";
import type { Adjustment } from "./policy.js";
import type { Problem } from "./problem.js";
import type { Source } from "./source.js";

export interface Input {
  readonly path: string;
  readonly digest: string;
  readonly format: string | null;
  readonly model: string | null;
  readonly baseline: boolean;
  readonly facts: number;
  readonly problems: number;
  /** How far it is vouched for; null where nothing was read from it. */
  readonly vouched: Vouched | null;
  /** The newest date that its facts state, ISO 8601. */
  readonly at: string | null;
}

/** A rule as it was merged, in words. */
export interface ReportedRule {
  readonly rule: string;
  readonly check: string;
  readonly title: string;
  /** The rule as one sentence. */
  readonly says: string;
  readonly why: string;
  readonly mend: string;
  /** Where it was last written: a file or `referee:<pack>`. */
  readonly path: string;
  readonly line: number;
  /** Clauses that it gives evidence for. */
  readonly references: readonly string[];
  /** The merged rule as it stands in the policy, without its id, as JSON. */
  readonly written: string;
}

export interface ReportedPolicy {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly rules: number;
  /** `working-tree`, `base`, `pack`. */
  readonly from: "working-tree" | "base" | "pack";
  readonly owner: string | null;
  readonly confidence: number | null;
  readonly asks: readonly ReportedRule[];
}

/** A file and the digest of its bytes. */
export interface DigestedFile {
  readonly path: string;
  readonly digest: string;
}

/** What judged, beside the policies: the files and the names under which policies were asked for. */
export interface JudgingFiles {
  /** Commit that they were read from; null for the working tree. */
  readonly commit: string | null;
  /** Null where there is none. */
  readonly configuration: DigestedFile | null;
  /** Relative to the configuration's folder. */
  readonly waivers: readonly DigestedFile[];
  /** Policies that were named for this run in place of the configuration's, relative to the root; packs by their name. */
  readonly named: readonly string[];
}

/** What was asked of a run: enough to ask it again. */
export interface ReportedRun {
  readonly root_name: string;
  readonly scope: readonly string[];
  readonly only: readonly string[];
  readonly stage: string | null;
  readonly author: string | null;
  readonly only_new: boolean;
  /** Commit of the base; null where there is no base, or it is a folder. */
  readonly base_commit: string | null;
  /** Paths that the change touches; null where everything was judged. */
  readonly touched: readonly string[] | null;
  readonly risk_of_new: string | null;
  /** Commit of the release that a rule compares with; null where none does, or there is none. */
  readonly release_commit: string | null;
  readonly judged_by: JudgingFiles;
  /** Approvals as the forge gave them: a later run cannot ask it for that time. */
  readonly approvals: readonly ReportedApproval[];
}

export interface ReportedWaiver {
  readonly rule: string;
  readonly model: string;
  readonly subject: string | null;
  readonly value: number | null;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | null;
  /** ISO 8601. */
  readonly expires: string;
  readonly approved_by: string | null;
  /** `not-judged` where its model was left out of this run, so that nobody can tell. */
  readonly state: "used" | "unused" | "expired" | "void" | "not-judged";
  readonly path: string;
  readonly line: number;
}

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

/** What the evidence of one model holds beyond what rules said of it: for forms that show a model whole. */
export interface ReportedDetail {
  readonly slices: readonly SliceRow[];
  readonly drift: readonly DriftRow[];
  readonly calibration: readonly CalibrationBin[];
  readonly card: readonly CardRow[];
  readonly attributions: readonly AttributionRow[];
  readonly lineage: readonly LineageStep[];
  readonly approvals: readonly ReportedApproval[];
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

export interface ReportedModel {
  readonly name: string;
  readonly path: string;
  readonly version: string | null;
  readonly stage: string;
  readonly risk: string | null;
  readonly owner: string | null;
  readonly decision: Decision;
  /** False where only a policy that does not gate looked at it. */
  readonly gated: boolean;
  /** Policies that applied. */
  readonly policies: readonly string[];
  readonly metrics: readonly MetricRow[];
  readonly files: readonly EvidenceFileSummary[];
  /** Lowest trust of the facts that were judged. */
  readonly vouched: Vouched | null;
  /** Null where the run was asked for no more than findings. */
  readonly detail: ReportedDetail | null;
}

export interface ReportedProblem extends Omit<Problem, "problem"> {
  readonly problem: string;
  readonly model: string | null;
}

/** The part of a repository's models that one of several runs judged. */
export interface ReportedShard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
  /** The tables of models that this part shows whole, as they are where there is no room to show them so. */
  readonly brief: readonly { readonly name: string; readonly metrics: readonly MetricRow[] }[];
  /** The notes by what they speak of: those of models and of the change's effect are told anew over all parts. */
  readonly notes: {
    readonly run: readonly string[];
    readonly models: readonly string[];
    readonly tree: readonly string[];
  };
  /** How each policy adjusts for the number of its bounds: the alarms that chance alone would give are counted over all parts. */
  readonly adjusted: readonly { readonly policy: string; readonly by: Adjustment }[];
  /** What the change's own policies would decide; null where it edits nothing that judges. */
  readonly effect: ReportedEffect | null;
}

/** What other policies would decide of the models. */
export interface ReportedEffect {
  /** Models that would have other findings. */
  readonly changed: number;
  /** Models among them that would be decided otherwise. */
  readonly decided: number;
  /** The first of these by name, a sentence each. */
  readonly told: readonly { readonly model: string; readonly sentence: string }[];
}

/** A change that was merged although its check stopped it. */
export interface Override {
  /** Number of the pull request. */
  readonly pull: number;
  /** The commit that was judged. */
  readonly head: string;
  readonly decision: "block" | "undecided";
  /** What the check said of it. */
  readonly said: string;
  /** Who merged, `@login`; null where GitHub does not tell. */
  readonly by: string | null;
}

/** What a run found, whole: every output is a view of it. Field names are those of the JSON report. */
export interface Report {
  readonly schema_version: 1;
  /** The digest is that of the sources that the tool was built from; null where it runs from them unbuilt. */
  readonly tool: { readonly name: "model-referee"; readonly version: string; readonly digest: string | null };
  /** The clock of the run, ISO 8601; the only time in the report. */
  readonly now: string;
  /** True where `--now` set the clock. */
  readonly clock_given: boolean;
  readonly decision: Decision;
  /** One sentence: why. */
  readonly reason: string;
  readonly event: string | null;
  readonly base: string | null;
  readonly head: string | null;
  readonly run: ReportedRun;
  /** Null for a whole repository. */
  readonly shard: ReportedShard | null;
  readonly models: readonly ReportedModel[];
  readonly findings: readonly Finding[];
  readonly problems: readonly ReportedProblem[];
  readonly policies: readonly ReportedPolicy[];
  readonly waivers: readonly ReportedWaiver[];
  readonly inputs: readonly Input[];
  /** Evidence above every model folder, and files that nobody knew. */
  readonly unjudged: readonly { readonly path: string; readonly format: string | null }[];
  /** Merges over a decision that stopped them, found on the push that followed. */
  readonly overrides: readonly Override[];
  /** What the reader should know of the run: where policies came from, what was not asked. */
  readonly notes: readonly string[];
}

/** A form of the report: whole report in, whole text out. */
export interface Reporter {
  /** The file's name, and the value of `--format`. */
  readonly id: string;
  readonly title: string;
  /** Ending of the file that `--output` writes. */
  readonly extension: string;
  render(report: Report, view: View): string;
}

/** How a reader looks at it. */
export interface View {
  readonly columns: number;
  readonly colour: boolean;
  readonly verbose: boolean;
  /** Put before paths, so that they open from the reader's folder; empty or ending in `/`. */
  readonly pathPrefix: string;
  /** The address at which a file's line opens; absent where there is none. */
  readonly linkTo?: (path: string, line: number | null) => string;
  /** Where the whole report is; absent where there is none. */
  readonly reportUrl?: string;
}
