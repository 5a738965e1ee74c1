import type { EvidenceFileSummary } from "./evidence.js";
import type { Vouched } from "./fact.js";
import type { Decision, Finding } from "./finding.js";
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
}

export interface ReportedPolicy {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly rules: number;
  /** `working-tree`, `base`, `pack`. */
  readonly from: "working-tree" | "base" | "pack";
}

/** A row of numbers for tables: the metrics that rules judged, and the main ones that no rule asks for. */
export interface MetricRow {
  readonly metric: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly higher_is_better: boolean | null;
  readonly n: number | null;
  readonly dataset: string | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly baseline: number | null;
  readonly source: Source;
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
}

export interface ReportedProblem extends Omit<Problem, "problem"> {
  readonly problem: string;
  readonly model: string | null;
}

/** What a run found, whole: every output is a view of it. Field names are those of the JSON report. */
export interface Report {
  readonly schema_version: 1;
  readonly tool: { readonly name: "model-referee"; readonly version: string };
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
  readonly models: readonly ReportedModel[];
  readonly findings: readonly Finding[];
  readonly problems: readonly ReportedProblem[];
  readonly policies: readonly ReportedPolicy[];
  readonly inputs: readonly Input[];
  /** Evidence above every model folder, and files that nobody knew. */
  readonly unjudged: readonly { readonly path: string; readonly format: string | null }[];
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
}
