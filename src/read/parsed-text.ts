import type { Syntax, Value } from "../model/adapter.js";
import { fault, type Fault } from "./fault.js";
import { splitFrontMatter } from "./front-matter.js";
import { parseJson } from "./json.js";
import { looksLikeLines, parseJsonLines } from "./json-lines.js";
import type { Limits } from "./limits.js";
import type { Parsers } from "./parsers.js";
import { extensionOf } from "./syntax.js";
import { documentStarts } from "./yaml-starts.js";
import { parseYamlStream } from "./yaml.js";

/** A value of a stream of documents or lines. */
export interface ValueLine {
  readonly value: Value;
  /** From 1. */
  readonly line: number;
}

/** What a text says, as the values that it is written in. */
export interface ParsedText {
  /** As its content shows, where that is not what its name said. */
  readonly syntax: Syntax;
  /** The first of the values; undefined where there is none. */
  readonly value: Value | undefined;
  readonly values: readonly ValueLine[];
  readonly broken: boolean;
  readonly faults: readonly Fault[];
  /** The text that the value was parsed from, and its first line in the file. */
  readonly valueText: string;
  readonly valueLine: number;
  /** Of a Markdown file, what stands below its front matter. */
  readonly body: string;
  readonly bodyLine: number;
}

/** A text from which nothing is parsed. */
export const nothingIn = (syntax: Syntax): ParsedText => ({
  syntax,
  value: undefined,
  values: [],
  broken: false,
  faults: [],
  valueText: "",
  valueLine: 1,
  body: "",
  bodyLine: 1,
});

/** Parses a text in its syntax; what is read in another way gives no value. It never throws. */
export function parseText(text: string, syntax: Syntax, name: string, parsers: Parsers, limits: Limits): ParsedText {
  switch (syntax) {
    case "json":
      return parsedJson(text, name, limits);
    case "json-lines":
      return parsedLines(text, limits);
    case "yaml":
      return parsedYaml(text, 1, syntax, limits);
    case "front-matter":
      return parsedFrontMatter(text, limits);
    case "toml":
      return parsedToml(text, parsers);
    case "delimited":
    case "xml":
    case "parquet":
    case "binary":
    case "text":
      return nothingIn(syntax);
  }
}

function parsedJson(text: string, name: string, limits: Limits): ParsedText {
  const { value, broken, faults } = parseJson(text, limits);
  if (broken && looksLikeLines(text, limits)) return { ...parsedLines(text, limits), valueText: text };
  const printed = faults.some(({ problem }) => problem === "python-repr");
  const ending = extensionOf(name);
  if (broken && ending !== "json" && !(printed && ending !== "")) return { ...nothingIn("text"), valueText: text };
  return {
    ...nothingIn("json"),
    value,
    values: value === undefined ? [] : [{ value, line: 1 }],
    broken,
    faults,
    valueText: text,
  };
}

function parsedLines(text: string, limits: Limits): ParsedText {
  const { values, broken, faults } = parseJsonLines(text, limits);
  return { ...nothingIn("json-lines"), value: values[0]?.value, values, broken, faults };
}

function parsedYaml(text: string, firstLine: number, syntax: Syntax, limits: Limits): ParsedText {
  const { values, broken, faults } = parseYamlStream(text, limits, firstLine);
  const starts = documentStarts(text, firstLine, values.length);
  return {
    ...nothingIn(syntax),
    value: values[0],
    values: values.map((value, index) => ({ value, line: starts[index] ?? firstLine })),
    broken,
    faults,
    valueText: text,
    valueLine: firstLine,
  };
}

function parsedFrontMatter(text: string, limits: Limits): ParsedText {
  const { yaml, yamlLine, body, bodyLine, problem } = splitFrontMatter(text);
  if (problem !== null) return { ...nothingIn("front-matter"), broken: true, faults: [problem], body, bodyLine };
  if (yaml === null) return { ...nothingIn("front-matter"), body, bodyLine };
  return { ...parsedYaml(yaml, yamlLine, "front-matter", limits), body, bodyLine };
}

function parsedToml(text: string, parsers: Parsers): ParsedText {
  const value = parsers.toml?.(text);
  if (value !== undefined) return { ...nothingIn("toml"), value, values: [{ value, line: 1 }] };
  if (parsers.toml === undefined) return nothingIn("toml");
  const problem = fault("unreadable", "this is not TOML, or it is nested too deep", "write it with a TOML writer");
  return { ...nothingIn("toml"), broken: true, faults: [problem] };
}
