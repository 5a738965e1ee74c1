import type { Mapping } from "../normalise/mapping.js";
import type { TableRole } from "./fact.js";
import type { StatedColumns } from "./table.js";
import type { Signer } from "./signer.js";

export interface ConfiguredModel {
  readonly name: string;
  /** Folder relative to the checked root. */
  readonly path: string;
  readonly stage: string | null;
  readonly risk: string | null;
  readonly owner: string | null;
  /** Name of the model that serves now, or a path. */
  readonly champion: string | null;
  /** Run whose facts are judged. */
  readonly run: string | null;
}

export interface EvidenceRule {
  /** Glob relative to the checked root. */
  readonly files: string;
  readonly model: string | null;
  readonly baseline: boolean;
  /** True where it says that they are the model's own, whatever their names say. */
  readonly candidate?: boolean;
  readonly mapping: Mapping | null;
  /** What a table of rows is for, and its columns; null leaves both to its name and header. */
  readonly table: TableDeclaration | null;
}

/** What the configuration says of a table of rows. */
export interface TableDeclaration {
  readonly role: TableRole | null;
  readonly columns: Partial<StatedColumns>;
}

/** The stages of a model's life. */
export interface Stages {
  /** First to last. */
  readonly order: readonly string[];
  readonly default: string;
  /** Stages that may be entered, by the one that is left, `new` for none; absent: the next one, and any before. */
  readonly transitions?: ReadonlyMap<string, readonly string[]>;
}

/** `referee.yaml`, read. */
export interface Configuration {
  /** Path of the file; null where there is none. */
  readonly path: string | null;
  /** Paths relative to the configuration file, or `referee:<pack>`; empty where none are named. */
  readonly policies: readonly string[];
  readonly waivers: readonly string[];
  readonly stages: Stages;
  readonly models: readonly ConfiguredModel[];
  readonly evidence: readonly EvidenceRule[];
  readonly ignore: readonly string[];
  readonly gateId: string;
  readonly allowClock: boolean;
  /** Folders, relative to the root, that hold reports of earlier runs; they are no evidence. */
  readonly history: readonly string[];
  /** Milliseconds from now that a waiver may last. */
  readonly longestWaiver: number;
  /** True where a run that finds nothing to judge passes. */
  readonly nothingToJudgeIsFine: boolean;
  /** Whose signatures make evidence `attested`. */
  readonly signers: readonly Signer[];
}

export const defaultConfiguration: Configuration = {
  path: null,
  policies: [],
  waivers: [],
  stages: { order: ["development", "staging", "canary", "production"], default: "production" },
  models: [],
  evidence: [],
  ignore: [],
  gateId: "default",
  allowClock: false,
  history: [],
  longestWaiver: 180 * 86_400_000,
  nothingToJudgeIsFine: false,
  signers: [],
};
