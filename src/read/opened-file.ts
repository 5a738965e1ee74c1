import type { EvidenceFile } from "../model/adapter.js";
import type { Parts } from "../model/world.js";
import type { Fault } from "./fault.js";

/** An evidence file together with what was wrong with it. */
export interface OpenedFile extends EvidenceFile {
  /** Complete once every view that an adapter needs has been looked at. */
  readonly faults: readonly Fault[];
  /** Line of the first line of the front matter's YAML; 1 elsewhere. */
  readonly valueLine: number;
  /** The text that `value` was parsed from. */
  readonly valueText: string;
  /** Its bytes part by part, to be closed; null where it can no longer be read. */
  parts(): Parts | null;
  /** With all of its text, where a large table was opened by its first rows; itself otherwise. */
  whole(): OpenedFile;
}
