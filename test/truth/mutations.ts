import type { RandomSource } from "../../src/statistics/random-source.js";

/** Ways in which a file goes wrong, each by a draw from the source. */

/** A number where JSON, YAML, tables, XML and Markdown write one. */
const writtenNumber = /(?<=[:[,;=|>"'\s]|^)-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*[,;\]}|<"'%\r\n]|$)/g;
const jsonMember = /"(?:[^"\\\n]|\\.){1,80}"\s*:\s*(?:"(?:[^"\\\n]|\\.){0,200}"|-?\d+(?:\.\d+)?|true|false|null)/g;

/** A line that gives a key its value, in YAML, TOML, front matter and lists of parameters. */
const keyedLine = /^[ \t]*(?:- )?["']?[\w./-]{1,80}["']?[ \t]*[:=][ \t]*\S[^\n]{0,200}\n/gm;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));

/** A whole number from 0 up to, and without, `below`. */
const drawn = (random: RandomSource, below: number): number => random.below(below);

function oneOf(text: string, pattern: RegExp, random: RandomSource): RegExpExecArray | undefined {
  const found = [...text.slice(0, 400_000).matchAll(pattern)];
  return found.length === 0 ? undefined : found[drawn(random, found.length)];
}

const replaced = (text: string, at: RegExpExecArray, by: string): string =>
  text.slice(0, at.index) + by + text.slice(at.index + at[0].length);

/** Each mutation gives undefined where the file holds nothing that it could change. */
export const mutations = {
  "cut short": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined =>
    bytes.length === 0 ? undefined : bytes.slice(0, drawn(random, bytes.length)),

  "with bytes flipped": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined => {
    if (bytes.length === 0) return undefined;
    const flipped = bytes.slice();
    for (let times = 1 + drawn(random, 4); times > 0; times--) {
      const at = drawn(random, flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << drawn(random, 8));
    }
    return flipped;
  },

  "with NaN for a number": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined => {
    const text = textOf(bytes);
    const number = oneOf(text, writtenNumber, random);
    return number === undefined ? undefined : bytesOf(replaced(text, number, "NaN"));
  },

  "with NaN for every number": (bytes: Uint8Array): Uint8Array | undefined => {
    const text = textOf(bytes);
    const changed = text.replace(writtenNumber, "NaN");
    return changed === text ? undefined : bytesOf(changed);
  },

  "with a key twice": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined => {
    const text = textOf(bytes);
    const member = oneOf(text, jsonMember, random);
    return member === undefined ? undefined : bytesOf(replaced(text, member, `${member[0]}, ${member[0]}`));
  },

  "with a line that gives a key twice": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined => {
    const text = textOf(bytes);
    const line = oneOf(text, keyedLine, random);
    return line === undefined ? undefined : bytesOf(replaced(text, line, line[0] + line[0]));
  },

  "with a column twice": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined => {
    const text = textOf(bytes);
    const separator = [",", "\t", ";", "|"].find((one) => /^[^\n]*\n/.exec(text)?.[0].includes(one));
    if (separator === undefined || /^\s*[{[<]/.test(text)) return undefined;
    const lines = text.split("\n");
    const column = drawn(random, lines[0]?.split(separator).length ?? 1);
    const twice = lines.map((line) => {
      const cells = line.split(separator);
      cells.splice(column, 0, cells[column] ?? "");
      return cells.join(separator);
    });
    return bytesOf(twice.join("\n"));
  },

  "with another type of value": (bytes: Uint8Array, random: RandomSource): Uint8Array | undefined => {
    const text = textOf(bytes);
    const member = oneOf(text, jsonMember, random);
    if (member === undefined) return undefined;
    const key = member[0].slice(0, member[0].indexOf(":", member[0].indexOf('"', 1)) + 1);
    const others = ["[]", "{}", "null", '"x"', "[[1]]", '{"a": {"b": []}}', "-1", "1e308", "true", '""'];
    return bytesOf(replaced(text, member, `${key} ${others[drawn(random, others.length)] ?? "null"}`));
  },
} as const satisfies Readonly<Record<string, (bytes: Uint8Array, random: RandomSource) => Uint8Array | undefined>>;

export type Mutation = keyof typeof mutations;
