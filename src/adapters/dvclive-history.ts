import type { Adapter, DelimitedTable, EvidenceFile } from "../model/adapter.js";
import { numeric } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { namedMeasurement } from "./families/sliced-name.js";

const isMetricColumn = (column: string): boolean => column !== "step" && column !== "timestamp";

/** The column that holds the metric: the only one beside the step and the time. */
function metricColumn(table: DelimitedTable | undefined): number | null {
  if (table === undefined || table.delimiter !== "\t" || !table.header.includes("step")) return null;
  const columns = table.header.filter(isMetricColumn);
  return columns.length === 1 ? table.header.indexOf(columns[0] ?? "") : null;
}

/** The metric's name: the path below the folder of plots, without its ending. */
function nameOf(file: EvidenceFile, column: string): string {
  const at = file.segments.findLastIndex(
    (segment, index) => index > 0 && (segment === "metrics" || segment === "scalars"),
  );
  if (at < 0) return column;
  return file.segments
    .slice(at + 1)
    .join("/")
    .replace(/\.tsv$/, "");
}

const isPlot = (file: EvidenceFile): boolean => {
  const at = metricColumn(file.table);
  return at !== null && file.table?.header[at] === file.name.replace(/\.tsv$/, "");
};

/** The row of the greatest step; of equal ones the last. */
function latestRow({ header, rows }: DelimitedTable): number | null {
  const at = header.indexOf("step");
  let latest: { readonly row: number; readonly step: number } | null = null;
  rows.forEach((cells, row) => {
    const step = numeric(cells[at]);
    if (step !== undefined && (latest === null || step >= latest.step)) latest = { row, step };
  });
  return (latest as { readonly row: number } | null)?.row ?? null;
}

/** The history of one metric that a run logged through dvclive. */
export const dvcliveHistory: Adapter = {
  id: "dvclive-history",
  title: "dvclive history of a metric (`plots/metrics/**.tsv`)",
  definedAt: "https://dvc.org/doc/dvclive/live/log_metric",
  versions: "dvclive 3.49.1; a column of times and the folder `scalars` from the schema, not seen",
  reads: "The value at the greatest step, named by its path.",
  leaves: "Earlier values.",
  syntax: ["delimited"],
  numbersAsText: true,
  gives: ["measurement"],
  recognises: (file) => file.name.endsWith(".tsv") && isPlot(file),

  read(file) {
    const { table } = file;
    const column = metricColumn(table);
    const row = table === undefined ? null : latestRow(table);
    if (table === undefined || column === null || row === null) return [];
    const cells = table.rows[row] ?? [];
    return [
      {
        kind: "measurement",
        ...namedMeasurement(nameOf(file, table.header[column] ?? "")),
        value: cells[column],
        step: numeric(cells[table.header.indexOf("step")]) ?? null,
        at: epochMoment(cells[table.header.indexOf("timestamp")]),
        where: { line: table.lineOf(row) },
      },
    ];
  },
};
