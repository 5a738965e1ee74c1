import { spdxLicenceIds } from "./spdx-licence-ids.js";

/**
 * What a licence text says: an SPDX expression in disjunctive form (any of these sets of licences may be chosen, all of a set
 * hold), or that it is none.
 */
export type LicenceReading =
  | { readonly kind: "licences"; readonly choices: readonly (readonly string[])[] }
  | { readonly kind: "not-spdx"; readonly text: string };

const known: ReadonlyMap<string, string> = new Map(
  spdxLicenceIds
    .split(" ")
    .filter((id) => id !== "")
    .map((id) => [id.toLowerCase(), id]),
);

/** Longer texts are no expression that anybody wrote. */
const MOST_TOKENS = 64;
const MOST_CHOICES = 64;

/**
 * Reads a licence as an SPDX expression: ids in any case, AND, OR, WITH, parentheses, and `LicenseRef-` for a
 * licence of one's own. A `+` is read as the licence itself. An expression of more than 64 choices is none.
 *
 * @see https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
 * @example readLicence("mit OR apache-2.0") // { kind: "licences", choices: [["MIT"], ["Apache-2.0"]] }
 */
export function readLicence(text: string): LicenceReading {
  const tokens = text.replace(/[()]/g, " $& ").trim().split(/\s+/);
  const fault: LicenceReading = { kind: "not-spdx", text };
  if (tokens.length > MOST_TOKENS) return fault;
  const read = either(tokens, 0);
  return read === null || read.next !== tokens.length ? fault : { kind: "licences", choices: read.choices };
}

interface Part {
  readonly choices: readonly (readonly string[])[];
  readonly next: number;
}

function either(tokens: readonly string[], start: number): Part | null {
  let left = all(tokens, start);
  while (left !== null && tokens[left.next]?.toUpperCase() === "OR") {
    const right: Part | null = all(tokens, left.next + 1);
    if (right === null) return null;
    left = bounded({ choices: [...left.choices, ...right.choices], next: right.next });
  }
  return left;
}

function all(tokens: readonly string[], start: number): Part | null {
  let left = one(tokens, start);
  while (left !== null && tokens[left.next]?.toUpperCase() === "AND") {
    const right: Part | null = one(tokens, left.next + 1);
    if (right === null) return null;
    const { choices } = left;
    left = bounded({
      choices: right.choices.flatMap((second) => choices.map((first) => [...first, ...second])),
      next: right.next,
    });
  }
  return left;
}

const bounded = (part: Part): Part | null => (part.choices.length > MOST_CHOICES ? null : part);

function one(tokens: readonly string[], start: number): Part | null {
  const token = tokens[start];
  if (token === undefined) return null;
  if (token === "(") {
    const inner = either(tokens, start + 1);
    return inner !== null && tokens[inner.next] === ")" ? { ...inner, next: inner.next + 1 } : null;
  }
  const id = idOf(token);
  if (id === null) return null;
  // An exception only loosens the licence that it stands beside.
  if (tokens[start + 1]?.toUpperCase() !== "WITH") return { choices: [[id]], next: start + 1 };
  const exception = tokens[start + 2];
  return exception !== undefined && /^[\w.-]+$/.test(exception) ? { choices: [[id]], next: start + 3 } : null;
}

function idOf(token: string): string | null {
  if (/^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(token)) return token;
  return known.get(token.toLowerCase()) ?? known.get(token.toLowerCase().replace(/\+$/, "")) ?? null;
}
