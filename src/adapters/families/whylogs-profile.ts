import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { numeric } from "../../read/shape.js";

/** One column of a profile, from JSON (with the keys that lead to it) or from a line of CSV. */
export interface ProfiledColumn {
  readonly column: string;
  readonly figures: readonly { readonly name: string; readonly value: Value }[];
  readonly pointer: readonly string[];
  readonly line: number | null;
  value(name: string): Value | undefined;
}

const whereOf = ({ pointer: keys, line }: ProfiledColumn, name: string): Where =>
  line === null ? { pointer: pointer("", ...keys, name) } : { line };

/** Counts, the distribution and the number of distinct values; bounds and types are left out. */
export function columnStatements(profiled: ProfiledColumn): Statement[] {
  const hasNumbers = numeric(profiled.value("distribution/n")) !== 0;
  return profiled.figures.flatMap(({ name, value }): Statement[] => {
    if (!told(name, hasNumbers) || value === null || value === "") return [];
    return [
      {
        kind: "measurement",
        raw_metric: name,
        metric: name,
        value,
        unit: name.startsWith("counts/") || name === "distribution/n" ? "count" : null,
        slice: { column: profiled.column },
        where: whereOf(profiled, name),
      },
    ];
  });
}

/** A column without numbers has a distribution of NaN, which says nothing is wrong. */
const told = (name: string, hasNumbers: boolean): boolean =>
  name.startsWith("counts/") || name === "cardinality/est" || (hasNumbers && name.startsWith("distribution/"));

/** How many rows there were, where every column counts as many values, missing ones too. */
export function rowsStatement(columns: readonly ProfiledColumn[]): Statement[] {
  const first = columns[0];
  const rows = numeric(first?.value("counts/n"));
  if (first === undefined || rows === undefined) return [];
  if (columns.some((column) => numeric(column.value("counts/n")) !== rows)) return [];
  return [{ kind: "dataset", rows, columns: columns.map(({ column }) => column), where: whereOf(first, "counts/n") }];
}
