import type { EvidenceFileSummary } from "./evidence.js";
import type { Vouched } from "./fact.js";
import type { Decision, Finding } from "./finding.js";
import type { Adjustment } from "./policy.js";
import type { Problem } from "./problem.js";
import type { MetricRow, ReportedDetail } from "./report-detail.js";
import type { ReportedPolicy, ReportedRun, ReportedWaiver } from "./report-run.js";

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
  /** Evidence above every model folder, files that nobody knew, and results in a form that is never opened. */
  readonly unjudged: readonly { readonly path: string; readonly format: string | null }[];
  /** Merges over a decision that stopped them, found on the push that followed. */
  readonly overrides: readonly Override[];
  /** What the reader should know of the run: where policies came from, what was not asked. */
  readonly notes: readonly string[];
}
