import { CORE_SCHEMA, YAMLException, loadAll, mergeTag } from "js-yaml";
import type { Value } from "../model/adapter.js";
import { fault, type Fault } from "./fault.js";
import { countKeys } from "./json.js";
import type { Limits } from "./limits.js";
import type { ParsedStream } from "./yaml.js";

const schema = CORE_SCHEMA.withTags(mergeTag);

/**
 * Parses YAML that is written in more than its everyday subset, all documents of a stream.
 *
 * @param firstLine line of the text's first line in its file, where the text is a part of one
 */
export function parseWholeYaml(text: string, limits: Limits, firstLine: number): ParsedStream {
  let values: Value[];
  try {
    values = loadAll(text, { schema, maxDepth: limits.depth, maxAliases: 100 }) as Value[];
  } catch (error) {
    return { values: [], broken: true, faults: [yamlFault(text, error, firstLine)] };
  }
  // Aliases share their target: a small text can stand for a huge document.
  if (text.includes("*") && values.some((value) => !withinNodes(value, limits.nodes))) {
    return {
      values: [],
      broken: true,
      faults: [fault("limit", "the YAML is refused: its aliases repeat too much", "write it without aliases")],
    };
  }
  if (values.some((value) => Number.isNaN(countKeys(value, 1, limits.depth)))) {
    return {
      values: [],
      broken: true,
      faults: [fault("limit", "the YAML is refused: nested too deep", "write it flatter")],
    };
  }
  return { values, broken: false, faults: [] };
}

/**
 * The documents of a text in which keys stand twice, the last of each counting; none where it does not parse.
 *
 * @param depth greatest nesting
 */
export function lastOfDoubledKeys(text: string, depth: number): readonly Value[] {
  try {
    return loadAll(text, { schema: CORE_SCHEMA, maxDepth: depth, maxAliases: 0, json: true }) as Value[];
  } catch {
    return [];
  }
}

/** Marks of template languages, and whole values such as `{license}`. */
const templateMark = /\{\{|\{%|<%|\$\{\{|^[ \t]*(?:-|[\w-]{1,60}:)[ \t]*\{[a-z_]\w{0,60}\}[ \t]*(?:#.*)?$/m;

function yamlFault(text: string, error: unknown, firstLine: number): Fault {
  if (!(error instanceof YAMLException)) return fault("unreadable", "this is not YAML", "write it with a YAML writer");
  const { reason, mark } = error;
  const place = mark === undefined ? null : { line: mark.line + firstLine, column: mark.column + 1 };
  if (/duplicated mapping key/i.test(reason)) {
    return fault("duplicate-key", "a key stands twice in the same mapping", "write each key once", place);
  }
  if (templateMark.test(text)) {
    return fault(
      "template",
      "this is a template that nobody filled in, not YAML",
      "commit what the template gives",
      place,
    );
  }
  if (/max(imum)?[ -]?(depth|aliases)|nesting|too many alias/i.test(reason)) {
    return fault("limit", `the YAML is refused: ${reason}`, "write it flatter and without aliases", place);
  }
  return fault("unreadable", `this is not YAML: ${reason}`, "mend the line", place);
}

function withinNodes(value: Value, limit: number): boolean {
  let nodes = 0;
  const count = (current: Value): boolean => {
    if (++nodes > limit) return false;
    if (typeof current !== "object" || current === null) return true;
    return Object.values(current).every((child: Value) => count(child));
  };
  return count(value);
}
