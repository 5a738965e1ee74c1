import type { EvidenceFile, Value } from "../../model/adapter.js";
import { hasKeys, isRecord, member } from "../../read/shape.js";

/** Files that the file storage observer of Sacred writes into the folder of a run. */

/** True for `run.json`. */
export const isSacredRun = (value: Value | undefined): boolean =>
  hasKeys(value, "experiment", "command", "status", "host") && isRecord(member(value, "experiment"));

/** The run's number, which is the name of its folder; null where the file lies in none. */
export const sacredRunId = ({ segments }: EvidenceFile): string | null => segments.at(-2) ?? null;
