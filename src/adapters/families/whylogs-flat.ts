import type { DelimitedTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { numeric } from "../../read/shape.js";

const counts = ["count", "null_count", "bool_count", "numeric_count", "nunique_numbers", "nunique_str"] as const;
const distribution = ["min", "max", "mean", "stddev"] as const;

/** True for the flat table of a data set's summary, a line a column, as versions 0.x write it. */
export const isFlatSummary = (table: DelimitedTable | undefined): boolean =>
  table !== undefined &&
  ["count", "null_count", "numeric_count", "inferred_dtype"].every((name) => table.header.includes(name));

/** A column without numbers has zeros or NaN for its distribution, which says nothing. */
export function flatSummaryStatements({ header, rows, lineOf }: DelimitedTable): Statement[] {
  const named = Math.max(header.indexOf("column"), 0);
  const told = rows.map((cells, row) => ({
    column: cells[named] ?? "",
    where: { line: lineOf(row) },
    cell: (name: string): string => cells[header.indexOf(name)] ?? "",
  }));
  const measured = told.flatMap(({ column, where, cell }): Statement[] => {
    const names = (numeric(cell("numeric_count")) ?? 0) > 0 ? [...counts, ...distribution] : counts;
    return names.flatMap((name): Statement[] =>
      cell(name) === ""
        ? []
        : [
            {
              kind: "measurement",
              raw_metric: name,
              metric: name,
              value: cell(name),
              unit: name.endsWith("count") ? "count" : null,
              slice: { column },
              where,
            },
          ],
    );
  });
  const [first] = told;
  const counted = new Set(told.map(({ cell }) => numeric(cell("count"))));
  const [count] = counted;
  if (first === undefined || counted.size !== 1 || count === undefined) return measured;
  return [...measured, { kind: "dataset", rows: count, columns: told.map(({ column }) => column), where: first.where }];
}
