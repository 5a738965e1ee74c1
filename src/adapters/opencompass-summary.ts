import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { numeric } from "../read/shape.js";

const own = ["dataset", "version", "metric", "mode"] as const;

const isSummary = ({ header }: DelimitedTable): boolean =>
  own.every((name, at) => header[at] === name) && header.length > own.length;

/** OpenCompass gives per cent, whatever the metric is called. */
const unitOf = (metric: string): string | null =>
  metric === "naive_average" || metric === "weighted_average" || interpretMetric(metric).unit === "proportion"
    ? "percent"
    : null;

function rowStatements({ header }: DelimitedTable, row: readonly string[], line: number): Statement[] {
  const [dataset = "", , metric = "", mode = ""] = row.map((cell) => cell.trim());
  const several = header.length > own.length + 1;
  return header.slice(own.length).flatMap((model, index): Statement[] => {
    const value = (row[own.length + index] ?? "").trim();
    // A dash stands for what was not evaluated, and in rows that head a group.
    if (numeric(value) === undefined && !/^(nan|inf)$/i.test(value)) return [];
    return [
      {
        kind: "measurement",
        raw_metric: metric,
        value,
        unit: unitOf(metric),
        dataset,
        ...(mode === "-" || mode === "unknown" ? {} : { protocol: mode }),
        ...(several ? { about: model } : {}),
        where: { line },
      },
    ];
  });
}

export const opencompassSummary: Adapter = {
  id: "opencompass-summary",
  title: "OpenCompass summary (`summary_*.csv`)",
  definedAt: "https://opencompass.readthedocs.io/en/latest/user_guides/summarizer.html",
  versions: "0.2 to 0.4, from the documentation, not seen",
  reads:
    "Each metric of each data set, in per cent, and how the answers were taken (`gen`, `ppl`); where several models stand side by side, of which it is.",
  leaves: "Versions of the prompts, and cells with a dash.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && isSummary(table),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
