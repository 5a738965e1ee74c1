import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, hasKeys, isRecord, member, members, numeric, text } from "../../read/shape.js";

const isColumn = (value: Value | undefined): boolean => hasKeys(value, "counters", "schema");

/** True for a summary of one column or of a data set, as versions 0.x write it. */
export const isFirstSummary = (value: Value | undefined): boolean =>
  isColumn(value) ||
  (isRecord(member(value, "properties")) &&
    members(member(value, "columns")).length > 0 &&
    members(member(value, "columns")).every(([, column]) => isColumn(column)));

const figures: readonly (readonly string[])[] = [
  ["counters", "count"],
  ["counters", "trueCount"],
  ["counters", "nullCount"],
  ["numberSummary", "count"],
  ["numberSummary", "min"],
  ["numberSummary", "max"],
  ["numberSummary", "mean"],
  ["numberSummary", "stddev"],
  ["uniqueCount", "estimate"],
];

/** Whole numbers stand as texts. `numberSummary.count` counts the numbers only, `counters.count` all values. */
export function firstSummaryStatements(value: Value | undefined): Statement[] {
  if (isColumn(value)) return columnStatements(value, null, "");
  const columns = members(member(value, "columns"));
  const at = dateOf(value);
  return [
    ...columns.flatMap(([name, column]) => columnStatements(column, name, pointer("", "columns", name))),
    ...datasetStatement(value, columns),
  ].map((statement) => ({ ...statement, at }));
}

function columnStatements(column: Value | undefined, name: string | null, where: string): Statement[] {
  return figures.flatMap((path): Statement[] => {
    const value = below(column, ...path);
    if (value === undefined || value === null) return [];
    return [
      {
        kind: "measurement",
        raw_metric: path.join("."),
        metric: path.join("."),
        value,
        unit: /[cC]ount$/.test(path.at(-1) ?? "") ? "count" : null,
        ...(name === null ? {} : { slice: { column: name } }),
        where: { pointer: pointer(where, ...path) },
      },
    ];
  });
}

function datasetStatement(value: Value | undefined, columns: readonly (readonly [string, Value])[]): Statement[] {
  const counts = columns.map(([, column]) => numeric(below(column, "counters", "count")));
  const first = columns[0]?.[0];
  const rows = counts[0];
  if (first === undefined || rows === undefined || counts.some((count) => count !== rows)) return [];
  return [
    {
      kind: "dataset",
      name: text(below(value, "properties", "metadata", "Name")) ?? null,
      rows,
      columns: columns.map(([name]) => name),
      where: { pointer: pointer("", "columns", first, "counters", "count") },
    },
  ];
}

/** Milliseconds since 1970, as text; 0 is no date. */
function dateOf(value: Value | undefined): string | null {
  for (const key of ["dataTimestamp", "sessionTimestamp"]) {
    const milliseconds = numeric(below(value, "properties", key));
    if (milliseconds !== undefined && milliseconds > 0 && milliseconds < 8.64e15)
      return new Date(milliseconds).toISOString();
  }
  return null;
}
