import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isRecord, list, member, members, numeric, text } from "../../read/shape.js";
import { roleOfPath } from "./data-role.js";

/** Profiles of data sets in shapes of their teams' own: how many rows and columns there are, and what is missing of them. */

const rowKey =
  /^((n|num|total|final|valid)_?)?(rows|records|samples|observations)(_(total|checked|count|validated))?$|^(row|record|sample)_?count$/i;
const columnKey = /^((n|num|total)_?)?(cols|columns|features|variables|fields)$|^(col|column|feature|field)_?count$/i;
const qualityKey = /missing|null|\bnan|duplicat|dtype|schema|outlier|anomal|corrupt|complete/i;
const shareKey = /^(missing|null|nan|na)(_|values?_)*(frac(tion)?|share|rate|ratio|pct|percent(age)?|proportion)$/i;
const nameKey = /^(data_?set(_?name)?|table(_?name)?|file(_?name)?|source_?file|input_?file|name)$/i;
const partKey =
  /^(data_?sets?|tables|files|splits|profiles?|results?|checks?|structure|stats|counts|summary|overview|dataset_(info|overview|summary)|shape|basic_(info|stats))$/i;

export interface ProfileAt {
  readonly name: string | null;
  readonly value: Value;
  readonly at: string;
}

const countOf = (value: Value | undefined): number | null => {
  const count = numeric(value);
  return count !== undefined && Number.isInteger(count) && count >= 0 ? count : null;
};

/** The rows that a record states, with their key; its shape may state them first. */
function rowsIn(value: Value): { readonly rows: number; readonly key: readonly (string | number)[] } | undefined {
  for (const [key, held] of members(value)) {
    const rows = countOf(held);
    if (rows !== null && rowKey.test(key)) return { rows, key: [key] };
  }
  const [rows, columns, ...more] = (list(member(value, "shape")) ?? []).map(countOf);
  return typeof rows === "number" && typeof columns === "number" && more.length === 0
    ? { rows, key: ["shape", 0] }
    : undefined;
}

function columnsIn(value: Value): number | readonly string[] | null {
  const shape = list(member(value, "shape")) ?? [];
  for (const [key, held] of members(value)) {
    if (!columnKey.test(key)) continue;
    const names = list(held)?.map(text);
    if (names?.every((name) => name !== undefined) === true) return names;
    if (countOf(held) !== null) return countOf(held);
  }
  for (const [key, held] of members(value))
    if (columnKey.test(key) && isRecord(held) && members(held).every(([, each]) => isRecord(each)))
      return members(held).map(([name]) => name);
  return shape.length === 2 ? countOf(shape[1]) : null;
}

const isProfile = (value: Value): boolean =>
  isRecord(value) &&
  rowsIn(value) !== undefined &&
  (columnsIn(value) !== null || members(value).some(([key]) => qualityKey.test(key)));

/** True for a profile that tells of the data's quality, as no count beside metrics does. */
export const tellsQuality = ({ value }: ProfileAt): boolean =>
  members(value).some(([key]) => qualityKey.test(key)) ||
  members(value).some(
    ([key, held]) =>
      columnKey.test(key) &&
      members(held).length > 0 &&
      members(held).every(([, each]) => members(each).some(([inner]) => qualityKey.test(inner))),
  );

/** The profiles in a document: the document itself, or a record or an item for each data set. */
export function profilesIn(value: Value | undefined, base = "", depth = 0): readonly ProfileAt[] {
  if (value === undefined || depth > 3) return [];
  const listed = list(value);
  if (listed !== undefined)
    return listed.slice(0, 100).flatMap((item, index) => {
      const name = nameIn(item);
      const found = isRecord(item) ? profilesIn(item, pointer(base, index), depth + 1) : [];
      return found.map((profile) => (profile.name === null ? { ...profile, name } : profile));
    });
  if (isProfile(value)) return [{ name: nameIn(value), value, at: base }];
  return members(value)
    .slice(0, 100)
    .flatMap(([key, child]): readonly ProfileAt[] => {
      const found = profilesIn(child, pointer(base, key), depth + 1);
      return found.map((profile) => (profile.name !== null || partKey.test(key) ? profile : { ...profile, name: key }));
    });
}

/** The data set that a record names. */
export function nameIn(value: Value): string | null {
  for (const [key, held] of members(value)) {
    const name = nameKey.test(key) ? text(held) : undefined;
    if (name !== undefined && name !== "" && name.length <= 200) return name;
  }
  return null;
}

const ofMissing = /^(missing|null|nan)(_?(values?|by_column|per_column|summary|info|data))*$/i;
const columnName = /^(column|col|field|feature|variable)(_?name)?$/i;
const shareBelowMissing = /^((missing|null|nan)_?)?(frac(tion)?|share|ratio|pct|percent(age)?|proportion)$/i;

interface MissingShare {
  readonly column: string;
  readonly raw: string;
  readonly value: Value;
  readonly at: string;
}

/** Shares of missing values where the profile states them: in a record or an item for each column. */
function missingIn(profile: ProfileAt): readonly MissingShare[] {
  return members(profile.value).flatMap(([key, held]): readonly MissingShare[] => {
    const wanted = ofMissing.test(key) ? shareBelowMissing : shareKey;
    const at = pointer(profile.at, key);
    const share = (column: string | undefined, about: Value, place: string): readonly MissingShare[] => {
      const found = members(about).find(([name, number]) => wanted.test(name) && typeof number === "number");
      if (column === undefined || found === undefined) return [];
      return [{ column, raw: found[0], value: found[1], at: pointer(place, found[0]) }];
    };
    const listed = list(held);
    if (listed === undefined)
      return members(held).flatMap(([column, about]) => share(column, about, pointer(at, column)));
    return listed.flatMap((about, index) =>
      share(text(members(about).find(([name]) => columnName.test(name))?.[1]), about, pointer(at, index)),
    );
  });
}

const missingOf = (profile: ProfileAt, rows: number): readonly Statement[] =>
  missingIn(profile)
    .slice(0, 5_000)
    .map(({ column, raw, value, at }) => ({
      kind: "measurement",
      raw_metric: raw,
      metric: "missing_share",
      value,
      unit: /pct|percent/i.test(raw) ? "percent" : "proportion",
      higher_is_better: false,
      slice: { column },
      n: rows,
      where: { pointer: at },
    }));

/** The data set that a profile is of, and what it lacks. */
export function profileStatements(profile: ProfileAt): readonly Statement[] {
  const counted = rowsIn(profile.value);
  if (counted === undefined) return [];
  return [
    {
      kind: "dataset",
      name: profile.name,
      role: roleOfPath(profile.name ?? ""),
      rows: counted.rows,
      columns: columnsIn(profile.value),
      where: { pointer: pointer(profile.at, ...counted.key) },
    },
    ...missingOf(profile, counted.rows),
  ];
}
