import type { Value } from "../../model/adapter.js";
import { nameTokens, wordOf } from "../../normalise/metric-name.js";
import { isRecord, members, numeric, type ValueRecord } from "../../read/shape.js";

/** How many examples a document states for each part of the data: `eval_samples`, `n_test`, `train_size`. */
export type SplitCounts = ReadonlyMap<string, number>;

const counting = new Set([
  "n",
  "num",
  "size",
  "count",
  "samples",
  "rows",
  "examples",
  "instances",
  "records",
  "obs",
  "images",
]);
const idle = new Set(
  "set data dataset total of sample number documents files queries questions sentences patients users".split(" "),
);

/** Of what is held out, the part that numbers without a split are most likely of comes first. */
const heldOut = ["test", "holdout", "eval", "validation"] as const;

/** The part of the data that a key counts the examples of; undefined for all other keys. */
export function countedSplit(key: string): string | undefined {
  const tokens = key.length > 60 ? [] : nameTokens(key);
  if (tokens.length < 2 || tokens.length > 4 || !tokens.some((token) => counting.has(token))) return undefined;
  const rest = tokens.filter((token) => !counting.has(token) && !idle.has(token));
  const word = rest.length === 1 ? wordOf(rest[0] ?? "") : undefined;
  return word?.kind === "split" && word.says !== "cross-validation" ? word.says : undefined;
}

const countsKey =
  /^(n|rows|samples|sizes|counts|examples|n_?(samples|rows)|(sample|split|dataset)_?(sizes?|counts?))$/i;

/** The counts that a record states: `n_test: 20`, or `rows: {train: 80, test: 20}`. */
export function splitCounts(record: ValueRecord): SplitCounts {
  const found = new Map<string, number>();
  const add = (split: string | undefined, value: Value): void => {
    const count = split === undefined ? undefined : numeric(value);
    if (split !== undefined && count !== undefined && Number.isInteger(count) && count >= 0) found.set(split, count);
  };
  for (const [key, value] of members(record)) {
    if (isRecord(value) && countsKey.test(key)) {
      for (const [name, count] of members(value)) add(splitWordIn(name) ?? undefined, count);
    } else add(countedSplit(key), value);
  }
  return found;
}

/** The count of one part; of numbers without a split, that of what is held out. Null where none is stated. */
export function countOfSplit(counts: SplitCounts, split: string | null): number | null {
  if (split !== null) return counts.get(split) ?? null;
  const part = heldOut.find((name) => counts.has(name));
  return part === undefined ? null : (counts.get(part) ?? null);
}

/** The part of the data that a name of ours or of the team's own is about, as `train_samples_per_second` is. */
export function splitWordIn(name: string): string | null {
  for (const token of name.length > 100 ? [] : nameTokens(name)) {
    const word = wordOf(token);
    if (word.kind === "split") return word.says;
  }
  return null;
}
