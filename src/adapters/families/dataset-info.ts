import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isList, isRecord, list, member, members, number, text } from "../../read/shape.js";
import { roleOfWord } from "./data-role.js";

/** What the `datasets` library states of a data set: its splits, each with its rows, and its features. */

interface PlacedSplit {
  readonly split: Value;
  readonly name: string;
  readonly at: string;
}

/** A list in a card's front matter, a map in the library's own files. */
function splitsOf(info: Value, base: string): readonly PlacedSplit[] {
  const splits = member(info, "splits");
  const placed = isList(splits)
    ? splits.map((split, index) => [String(index), split] as const)
    : isRecord(splits)
      ? members(splits)
      : [];
  return placed.flatMap(([key, split]) => {
    const name = text(member(split, "name")) ?? (isList(splits) ? undefined : key);
    return name === undefined ? [] : [{ split, name, at: pointer(base, "splits", key) }];
  });
}

/** Names of the features: a list with names in a card, a map in the library's own files. */
export function featuresOf(info: Value | undefined): readonly string[] | null {
  const features = member(info, "features");
  const names = isRecord(features)
    ? members(features).map(([name]) => name)
    : (list(features) ?? []).flatMap((feature) => text(member(feature, "name")) ?? []);
  return names.length === 0 ? null : names;
}

/** Rows of all splits together; null where one has no count. */
export function rowsOf(info: Value | undefined): number | null {
  const counts = info === undefined ? [] : splitsOf(info, "").map(({ split }) => number(member(split, "num_examples")));
  if (counts.length === 0 || counts.some((count) => count === undefined)) return null;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Each split that has a role and a number of rows. */
export const splitStatements = (info: Value, base: string, name: string | null): Statement[] =>
  splitsOf(info, base).flatMap(({ split, name: named, at }): Statement[] => {
    const rows = number(member(split, "num_examples"));
    const role = roleOfWord(named);
    return rows === undefined || role === null
      ? []
      : [{ kind: "dataset", name, role, rows, where: { pointer: pointer(at, "num_examples") } }];
  });
