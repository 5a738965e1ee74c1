import type { Value } from "../model/adapter.js";
import { problemAt, type Problem } from "../model/problem.js";
import { pointer as extended, pointerKeys } from "../model/source.js";
import { placeOf } from "../read/fault.js";
import { defaultLimits, type Limits } from "../read/limits.js";
import { below } from "../read/shape.js";
import { parseYamlStream } from "../read/yaml.js";
import { lastOfDoubledKeys } from "../read/yaml-whole.js";
import type { At } from "./form.js";
import { yamlOutline, type YamlOutline } from "./yaml-events.js";
import { oddIndentation, yamlMistakes } from "./yaml-mistakes.js";

/** Which of the files that people write for us: it names the problems found in it. */
export type Written = "policy" | "configuration";

export interface WrittenDocument {
  readonly path: string;
  readonly written: Written;
  readonly value: Value;
  /** Line and column, from 1, of a key or a value; of what holds it where it has no place of its own. */
  place(pointer: string, part: "key" | "value"): Place;
  /** Line and column of a character of a text, from 0; the text's own where it cannot be told. */
  placeWithin(pointer: string, offset: number): Place;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Spaces at the beginning of a line that look like plain ones and indent nothing. */
const oddSpace = /^[ \t]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/m;

const limits: Limits = { ...defaultLimits, depth: 50, nodes: 100_000 };

/**
 * Parses a file that a person wrote for us. Gives problems where it is not one YAML document of its own, and a document
 * beside them where what else is wrong with it can be told: a file with any problem is refused.
 *
 * @param empty what an empty file stands for; null where it is a problem
 */
export function parseWritten(
  text: string,
  path: string,
  written: Written,
  empty: Value = null,
): { readonly document: WrittenDocument | null; readonly problems: readonly Problem[] } {
  const { values, broken, faults } = parseYamlStream(text, limits);
  if (broken) {
    const doubled = doubledProblems(text, path, written);
    if (doubled.length === 0) return { document: null, problems: brokenProblems(text, path, written, faults) };
    const [value = null] = lastOfDoubledKeys(text, limits.depth);
    // Whatever else is wrong with it is told as well; it is refused either way.
    return { document: value === null ? null : documentOf(text, path, written, value), problems: doubled };
  }
  const refuse = (message: string, mend: string) => ({
    document: null,
    problems: [problemAt(written, message, mend, { path, line: 1, column: 1 })],
  });
  const odd = oddSpace.test(text) ? oddIndentation(text) : [];
  if (odd.length > 0)
    return {
      document: null,
      problems: odd.map(({ message, mend, line, column }) => problemAt(written, message, mend, { path, line, column })),
    };
  if (values.length > 1) {
    return refuse(`the file holds ${values.length} YAML documents`, "write one document a file, without `---` between");
  }
  const value = values[0] ?? empty;
  if (value === null) return refuse("the file is empty", "write what it should say, or delete it");
  const borrowed = borrowedProblems(text, path, written);
  return { document: documentOf(text, path, written, value), problems: borrowed };
}

/** What judges is read line by line by those who sign it: nothing is taken over from elsewhere in the file. */
function borrowedProblems(text: string, path: string, written: Written): readonly Problem[] {
  if (!text.includes("*") && !text.includes("<<")) return [];
  return yamlOutline(text, limits.depth).borrowed.map(({ written: word, offset }) =>
    problemAt(
      written,
      word === "<<"
        ? "the merge key `<<` takes over what stands elsewhere"
        : `the alias \`${word}\` stands for what is elsewhere`,
      written === "policy"
        ? "write it out; name a value once in `parameters`, and take rules over with `extends`"
        : "write it out",
      { path, ...placeOf(text, offset) },
    ),
  );
}

function doubledProblems(text: string, path: string, written: Written): readonly Problem[] {
  return yamlOutline(text, limits.depth).doubles.map(({ key, offset }) =>
    problemAt(written, `the key \`${key}\` stands twice in the same mapping`, "write it once", {
      path,
      ...placeOf(text, offset),
    }),
  );
}

function brokenProblems(
  text: string,
  path: string,
  written: Written,
  faults: ReturnType<typeof parseYamlStream>["faults"],
): readonly Problem[] {
  const known = faults.every(({ problem }) => problem === "unreadable") ? yamlMistakes(text) : [];
  return (known.length > 0 ? known : faults).map(({ message, mend, line, column }) =>
    problemAt(written, message, mend, { path, line, column }),
  );
}

function documentOf(text: string, path: string, written: Written, value: Value): WrittenDocument {
  let outline: YamlOutline | undefined;
  const offsetOf = (pointer: string, part: "key" | "value"): number => {
    outline ??= yamlOutline(text, limits.depth);
    let known = pointer;
    while (!outline.members.has(known) && known !== "") known = known.slice(0, known.lastIndexOf("/"));
    const member = outline.members.get(known);
    return (part === "key" ? (member?.key ?? member?.value) : member?.value) ?? 0;
  };
  return {
    path,
    written,
    value,
    place: (pointer, part) => placeOf(text, offsetOf(pointer, part)),
    placeWithin(pointer, offset) {
      const start = offsetOf(pointer, "value");
      const scalar = below(value, ...pointerKeys(pointer));
      return placeOf(text, typeof scalar === "string" ? characterIn(text, start, scalar, offset) : start);
    },
  };
}

/**
 * Where in a file a character of a parsed text stands. Styles differ in what stands around and between (quotes, escapes,
 * indents, folded lines), and never in the order of the characters: white space meets white space, any other its like.
 */
function characterIn(source: string, start: number, parsed: string, offset: number): number {
  const block = /^[|>][^\n]*\n/.exec(source.slice(start, start + 1000));
  let at = start + (block?.[0].length ?? 0);
  for (let index = 0; index <= Math.min(offset, parsed.length - 1); index++) {
    const wanted = parsed[index] ?? "";
    if (/\s/.test(wanted)) {
      if (index > 0 && /\s/.test(parsed[index - 1] ?? "")) continue;
      while (at < source.length && !/\s/.test(source[at] ?? "")) at++;
      if (index === offset) return at;
      while (/\s/.test(source[at] ?? "")) at++;
    } else {
      const found = source.indexOf(wanted, at);
      if (found === -1) return start;
      if (index === offset) return found;
      at = found + 1;
    }
  }
  return at;
}

/** A place in a document; what is complained of there becomes a problem in `problems`. */
export function atDocument(document: WrittenDocument, problems: Problem[], pointer = ""): At {
  const complain = (where: string, part: "key" | "value", message: string, mend: string): void => {
    problems.push(problemAt(document.written, message, mend, { path: document.path, ...document.place(where, part) }));
  };
  const child = (key: string | number): string => extended(pointer, key);
  const last = pointerKeys(pointer).at(-1);
  return {
    name: last === undefined ? `this ${document.written}` : nameOf(last),
    complain: (message, mend) => complain(pointer, "value", message, mend),
    complainOfKey: (key, message, mend) => complain(child(key), "key", message, mend),
    complainWithin: (offset, message, mend) => {
      const place = document.placeWithin(pointer, offset);
      problems.push(problemAt(document.written, message, mend, { path: document.path, ...place }));
    },
    below: (key) => atDocument(document, problems, child(key)),
  };
}

const nameOf = (key: string): string => (/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : `\`${key}\``);
