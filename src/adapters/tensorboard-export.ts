import type { Adapter, DelimitedTable, EvidenceFile } from "../model/adapter.js";
import { numeric } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { namedMeasurement } from "./families/sliced-name.js";

const columns = ["Wall time", "Step", "Value"] as const;

const isExport = (table: DelimitedTable | undefined): boolean =>
  table?.header.length === columns.length && columns.every((name, at) => table.header[at] === name);

interface Named {
  readonly run: string | null;
  readonly tag: string;
}

/** The page names the file by run and tag, in which `_` stands for what no file is called by: `run-train-tag-epoch_loss.csv`. */
function nameOf({ name }: EvidenceFile): Named {
  const [, run, tag] = /^(?:run-)?(.{1,200})-tag-(.{1,200})\.csv$/.exec(name) ?? [];
  if (tag === undefined) return { run: null, tag: name.replace(/\.csv$/, "") };
  return { run: run === undefined || run === "." ? null : run, tag };
}

/** The row of the greatest step; of equal ones the last. */
function latestRow({ rows }: DelimitedTable): number {
  let latest = -1;
  rows.forEach((row, index) => {
    const step = numeric(row[1]);
    if (step !== undefined && (latest < 0 || step >= (numeric(rows[latest]?.[1]) ?? -Infinity))) latest = index;
  });
  return latest;
}

const splitOf = (run: string | null): { readonly split?: string } =>
  run === "train" ? { split: "train" } : run === "validation" ? { split: "validation" } : {};

/** One scalar's curve. */
export const tensorboardExport: Adapter = {
  id: "tensorboard-export",
  title: "TensorBoard export of a scalar (CSV)",
  definedAt: "https://www.tensorflow.org/tensorboard/dataframe_api",
  versions: "2.x, from the documentation, not seen",
  reads: "The value at the greatest step, with the metric and the run that the file's name says.",
  leaves: "Earlier values.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => isExport(table),

  read(file) {
    const { table } = file;
    const row = table === undefined ? -1 : latestRow(table);
    if (table === undefined || row < 0) return [];
    const [time, step, value] = table.rows[row] ?? [];
    const { run, tag } = nameOf(file);
    return [
      {
        kind: "measurement",
        ...namedMeasurement(tag),
        ...splitOf(run),
        value,
        step: numeric(step) ?? null,
        run,
        at: epochMoment(time),
        where: { line: table.lineOf(row) },
      },
    ];
  },
};
