import type { ReportedApproval } from "./report-detail.js";

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

/** A folder of evidence outside of the tree that was judged. */
export interface OutsideFolder {
  /** The model that it belongs to; null where it stands at the root. */
  readonly model: string | null;
  /** As it was written. */
  readonly folder: string;
}

/** What forge and git told of the change under review, as far as rules asked. */
export interface ReportedReview {
  /** Null where nobody tells. */
  readonly head: string | null;
  /** `@login`; null where nobody tells. */
  readonly last_pusher: string | null;
  /** By commit: whether it changes the base as the head does. */
  readonly same_difference: Readonly<Record<string, boolean>>;
  /** By file: its owners by the base's CODEOWNERS; null where the base has none. */
  readonly owners: Readonly<Record<string, readonly string[] | null>>;
}

/** What was asked of a run: enough to ask it again. */
export interface ReportedRun {
  readonly root_name: string;
  /** From the top of the repository to the judged root; null where the run was not told, as on the command line. */
  readonly root_path: string | null;
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
  /** What is deployed and had to be what was judged; the model is null where one is, whichever it is. */
  readonly deployed: readonly { readonly model: string | null; readonly digest: string }[];
  /** Commit of the release that a rule compares with; null where none does, or there is none. */
  readonly release_commit: string | null;
  readonly judged_by: JudgingFiles;
  /** Folders of evidence from elsewhere. */
  readonly outside: readonly OutsideFolder[];
  /** Files that the change moved, by their path now: their path on the base. */
  readonly renames: Readonly<Record<string, string>>;
  /** Null outside a pull request. */
  readonly review: ReportedReview | null;
  /** Of a merged report whose parts were judged at different times: the clock of each part, ISO 8601; otherwise empty. */
  readonly part_clocks: readonly string[];
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
