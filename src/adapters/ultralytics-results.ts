import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const loss = /^(train|val)\/(?:(\w{1,30})_)?loss$/;
const metric = /^metrics\/.{1,40}$/;

/** The metrics are those of the validation set after each epoch. */
function statementOf(column: string, value: string, step: number | null, line: number): Statement[] {
  const common = { kind: "measurement", raw_metric: column, value, step, where: { line } } as const;
  const [, part, component] = loss.exec(column) ?? [];
  if (part !== undefined)
    return [
      {
        ...common,
        metric_name: "loss",
        split: part === "train" ? "train" : "validation",
        ...(component === undefined ? {} : { protocol: component }),
      },
    ];
  return metric.test(column) ? [{ ...common, split: "validation" }] : [];
}

const isResults = (table: DelimitedTable | undefined): boolean => {
  const header = (table?.header ?? []).map((column) => column.trim());
  const metrics = header.filter((column) => metric.test(column));
  const told = header.some((column) => loss.test(column)) || metrics.some((column) => /\([BMP]\)$/.test(column));
  return header.includes("epoch") && metrics.length > 0 && told;
};

/** What a training of YOLO wrote of each epoch. */
export const ultralyticsResults: Adapter = {
  id: "ultralytics-results",
  title: "Ultralytics YOLO training results (`results.csv`)",
  definedAt: "https://docs.ultralytics.com/modes/train/",
  versions: "YOLOv5, YOLOv8 and later, from the documentation, not seen",
  reads: "Metrics of the validation set and losses, of every epoch.",
  leaves: "Learning rates and times; which epoch became `best.pt`, the file does not say.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => isResults(table),

  read({ table }) {
    if (table === undefined) return [];
    const header = table.header.map((column) => column.trim());
    return table.rows.flatMap((row, index) => {
      const step = numeric(row[header.indexOf("epoch")]) ?? null;
      return header.flatMap((column, at) => statementOf(column, (row[at] ?? "").trim(), step, table.lineOf(index)));
    });
  },
};
