import type { FactsCache } from "../cache/facts-cache.js";
import type { Configuration } from "../model/configuration.js";
import type { FactOf } from "../model/fact.js";
import type { History } from "../model/history.js";
import type { Policy } from "../model/policy.js";
import type { Problem } from "../model/problem.js";
import type { Override, Report } from "../model/report.js";
import type { JudgingFiles, OutsideFolder } from "../model/report-run.js";
import type { ChangeUnderReview } from "../model/review.js";
import type { Shard } from "./shard.js";
import type { Waiver } from "../model/waiver.js";
import type { FileSystem } from "../model/world.js";

/** A tree to compare with, such as the base commit. */
export interface OtherTree {
  readonly tree: FileSystem;
  readonly label: string;
  readonly configuration: Configuration;
  /** Null where it is a folder. */
  readonly commit: string | null;
}

/** What is put into service, as whoever does it says. */
export interface DeployedDigest {
  /** Null where one model is deployed, whichever it is. */
  readonly model: string | null;
  /** `algorithm:value`, or the value alone. */
  readonly digest: string;
}

/** Threads or processes that judge the same request in parts. */
export interface Helpers {
  /** How many should share so many models, with the one that asks. */
  atOnce(models: number): Promise<number>;
  /** The report of one part; null where it could not be made. */
  judge(shard: Shard): Promise<Report | null>;
}

export interface JudgeRequest {
  readonly tree: FileSystem;
  readonly rootName: string;
  readonly configuration: Configuration;
  readonly policies: readonly Policy[];
  readonly waivers: readonly Waiver[];
  /** Where configuration, policies and waivers were read. */
  readonly judgedBy: JudgingFiles;
  readonly scope: readonly string[];
  /** Only models of these names; empty is all. */
  readonly only: readonly string[];
  /** The stage that models would enter; null keeps the configured one. */
  readonly stage: string | null;
  /** Stages that the change's own configuration gives models, by name; absent where nothing changes. */
  readonly entering?: ReadonlyMap<string, string>;
  readonly event: string | null;
  readonly author: string | null;
  readonly approvals: readonly FactOf<"approval">[];
  /** The change that approvals are of; absent outside a pull request. */
  readonly review?: ChangeUnderReview;
  /** Null where nothing is compared; otherwise what already failed there only warns. */
  readonly base: OtherTree | null;
  /** Whether what the base has already only warns: on a pull request. */
  readonly onlyNew: boolean;
  /** Risk class of a model that the base does not know, whatever it says of itself; absent where it may say. */
  readonly riskOfNew?: string | null;
  release(): OtherTree | null;
  /** What is deployed: it must be what was judged. Absent where nothing is. */
  readonly deployed?: readonly DeployedDigest[];
  /** Folders from elsewhere that are joined to the tree. Absent where there are none. */
  readonly outside?: readonly OutsideFolder[];
  /** From the top of the repository to the root; null or absent where nobody tells. */
  readonly rootPath?: string | null;
  /** Files that the change moved: their path now to the path on the base. Absent where nothing tells. */
  readonly renames?: ReadonlyMap<string, string>;
  /** The part that this run judges; null or absent for everything. */
  readonly shard?: Shard | null;
  /** Others that judge parts at the same time; absent or null where one thread does everything. */
  readonly helpers?: Helpers | null;
  /** Facts that earlier runs read; null or absent where all are read now. */
  readonly facts?: FactsCache | null;
  /** Merges over a decision that stopped them, as the forge tells. */
  readonly overrides?: readonly Override[];
  /** What git tells of the judged tree's files. */
  readonly history: History;
  /** What git tells of the files that judge; absent where they lie in the judged tree. */
  readonly judgingHistory?: History;
  /** Paths that the change touches; null judges everything. */
  readonly touched: ReadonlySet<string> | null;
  readonly now: number;
  readonly clockGiven: boolean;
  readonly version: string;
  readonly head: string | null;
  readonly policiesFrom: "working-tree" | "base";
  /** Digests, and places of what is met as well: for forms that are kept. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  progress(done: number, all: number): void;
}
