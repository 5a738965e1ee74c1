import type { Value } from "../model/adapter.js";
import type { Fault } from "./fault.js";
import type { ParsedDocument } from "./json.js";
import type { Limits } from "./limits.js";
import { parseYamlSubset, SUBSET_DEPTH } from "./yaml-subset.js";
import { parseWholeYaml } from "./yaml-whole.js";

export interface ParsedStream {
  readonly values: readonly Value[];
  readonly broken: boolean;
  readonly faults: readonly Fault[];
}

/**
 * Parses YAML 1.2 (core schema, and merge keys), all documents of a stream.
 *
 * @param firstLine line of the text's first line in its file, where the text is a part of one
 */
export function parseYamlStream(text: string, limits: Limits, firstLine = 1): ParsedStream {
  const simple = limits.depth < SUBSET_DEPTH ? undefined : parseYamlSubset(text);
  return simple === undefined ? parseWholeYaml(text, limits, firstLine) : { values: simple, broken: false, faults: [] };
}

/** The first document of a stream; undefined where there is none. */
export function parseYaml(text: string, limits: Limits, firstLine = 1): ParsedDocument {
  const { values, broken, faults } = parseYamlStream(text, limits, firstLine);
  return { value: values[0], broken, faults };
}
