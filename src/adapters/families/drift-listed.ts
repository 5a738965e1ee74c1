import type { Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";
import { isRecord, list, member, members } from "../../read/shape.js";
import type { Entry } from "./drift-column.js";
import { plainKey, scoreMethod } from "./drift-words.js";

/** What a drift report says of the columns that drifted alone: their names, or a number for each of them. */

export type Named = readonly (readonly [column: string, entry: Entry])[];

const driftedList =
  /^(drifted|drifting)_((feature|column|variable)_names|features|columns|variables)$|^(features|columns|variables)_(drifted|with_drift|con_drift)$/;

export const isDriftedList = (key: string): boolean => driftedList.test(plainKey(key));

/** The method that a summary of all columns names: `max_psi`, `mean_js_distance`. */
function summedMethod(record: Value): string | undefined {
  const stems = members(record).flatMap(
    ([key]) => /^(?:max|mean|avg|average|median)_(.+)$/.exec(plainKey(key))?.[1] ?? [],
  );
  const methods = new Set(stems.flatMap((stem) => scoreMethod(stem) ?? []));
  return methods.size === 1 ? [...methods][0] : undefined;
}

/** Columns that drifted, each with its number; the verdict alone where nothing says what the number is. */
export function driftedBelow(record: Value, value: Value, place: string): Named {
  const method = summedMethod(record);
  return members(value).map(([column, score]) => {
    const at = pointer(place, column);
    const measured = method === undefined ? [] : [{ method, score, at }];
    return [column, { measured, drifted: true, at, limit: undefined, tellsDrift: true }];
  });
}

export const holdsNumbers = (value: Value): boolean =>
  isRecord(value) && members(value).every(([, each]) => typeof each === "number");

interface Listed {
  readonly name: string;
  readonly at: string;
}

/** The columns that drifted, where the document lists them, or its summary does; null where neither does. */
export function listedColumns(document: Value): readonly Listed[] | null {
  const places: readonly (readonly [string, Value | undefined])[] = [
    ["", document],
    ["/summary", member(document, "summary")],
  ];
  for (const [base, record] of places)
    for (const [key, value] of members(record)) {
      if (!isDriftedList(key)) continue;
      const place = pointer(base, key);
      if (holdsNumbers(value)) return members(value).map(([name]) => ({ name, at: pointer(place, name) }));
      const names = list(value);
      if (names !== undefined && names.every((name) => typeof name === "string"))
        return names.map((name, index) => ({ name: String(name), at: pointer(place, index) }));
    }
  return null;
}

/** A verdict that stands alone. */
export const verdictAlone = (drifted: boolean, at: string): Entry => ({
  measured: [],
  drifted,
  at,
  limit: undefined,
  tellsDrift: true,
});
