import type { MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { numeric } from "../../read/shape.js";
import { statedNumber } from "./stated-number.js";

/** Summaries of OpenCompass: a row for each metric of a data set, a column for each model. */

type Measurement = Extract<Statement, { kind: "measurement" }>;

const own = ["dataset", "version", "metric", "mode"] as const;

/** True for the header of a summary. */
export const isSummaryHeader = (header: readonly string[]): boolean =>
  own.every((name, at) => header[at]?.trim() === name) && header.length > own.length;

/** Harnesses built on it count the questions in a column of their own. */
const isCount = (column: string): boolean => /^(total_count|count|n|num_samples)$/i.test(column.trim());

/** OpenCompass gives per cent, whatever the metric is called. */
const unitOf = (metric: string): string | null =>
  metric === "naive_average" || metric === "weighted_average" || interpretMetric(metric).unit === "proportion"
    ? "percent"
    : null;

/** "82.00 (7/8)": the value, and of how many. */
function numberIn(cell: string): { readonly value: string | number; readonly n: number | null } | undefined {
  if (numeric(cell) !== undefined || /^(nan|inf)$/i.test(cell)) return { value: cell, n: null };
  const stated = statedNumber(cell);
  return stated === undefined || stated.outOf === null ? undefined : { value: stated.value, n: stated.outOf };
}

/** What a row of a summary states of each model. A dash stands for what was not evaluated, and in rows that head a group. */
export function summaryRow(
  header: readonly string[],
  row: readonly string[],
  whereOf: (column: number) => Where,
): readonly Measurement[] {
  const [dataset = "", , metric = "", mode = ""] = row.map((cell) => cell.trim());
  const models = header.flatMap((name, at) => (at < own.length || isCount(name) ? [] : [at]));
  const counted = header.findIndex((name, at) => at >= own.length && isCount(name));
  const all = numeric(row[counted]) ?? null;
  return models.flatMap((at): readonly Measurement[] => {
    const number = numberIn((row[at] ?? "").trim());
    if (number === undefined) return [];
    return [
      {
        kind: "measurement",
        raw_metric: metric,
        value: number.value,
        unit: unitOf(metric),
        dataset,
        n: number.n ?? all,
        ...(mode === "-" || mode === "unknown" ? {} : { protocol: mode }),
        ...(models.length > 1 ? { about: header[at] ?? "" } : {}),
        where: whereOf(at),
      },
    ];
  });
}

/** The results of a summary in a table of a document; undefined where the table is none. */
export function summaryTable({ header, rows }: MarkdownTable): readonly Measurement[] | undefined {
  const names = header.map(({ text }) => text);
  if (!isSummaryHeader(names)) return undefined;
  return rows.flatMap((row) =>
    summaryRow(
      names,
      row.map(({ text }) => text),
      (at) => ({ line: row[at]?.line ?? row[0]?.line ?? 1, column: row[at]?.column ?? 1 }),
    ),
  );
}
