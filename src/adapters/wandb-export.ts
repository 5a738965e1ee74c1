import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { numeric } from "../read/shape.js";
import { namedMeasurement } from "./families/sliced-name.js";
import { isCounter } from "./families/wandb.js";

/** The table of runs begins with what W&B knows of them; settings and summaries follow, and are not told apart. */
const ofRuns = ["Name", "State", "Runtime"];
const isOfRuns = ({ header }: DelimitedTable): boolean =>
  ofRuns.every((name) => header.includes(name)) && (header.includes("Created") || header.includes("Sweep"));

/** A chart's table has a series with its limits for each run: `run - val_acc`, `run - val_acc__MIN`, `…__MAX`. */
const isOfChart = ({ header }: DelimitedTable): boolean =>
  header.some((name) => header.includes(`${name}__MIN`) && header.includes(`${name}__MAX`) && name.includes(" - "));

const isNumber = (cell: string): boolean => numeric(cell) !== undefined || /^(nan|-?infinity)$/i.test(cell);

function runStatements({ header }: DelimitedTable, row: readonly string[], line: number): Statement[] {
  const cell = (name: string): string => row[header.indexOf(name)] ?? "";
  const run = cell("Name") || null;
  const at = cell("Created") || null;
  return [
    { kind: "run", run_id: run, status: cell("State") || null, at, where: { line } },
    ...header.flatMap((name, index): Statement[] => {
      const value = row[index] ?? "";
      const known = interpretMetric(namedMeasurement(name).metric_name ?? name).known;
      if (!known || ofRuns.includes(name) || isCounter(name) || !isNumber(value)) return [];
      return [{ kind: "measurement", ...namedMeasurement(name), value, run, where: { line } }];
    }),
  ];
}

/** The last value of each series. The first column counts the steps, or whatever the chart's axis was. */
function seriesStatements(table: DelimitedTable): Statement[] {
  const { header, rows } = table;
  const steps = /^(_?step|epoch|global_step|trainer\/global_step)$/i.test(header[0] ?? "");
  return header.flatMap((column, index): Statement[] => {
    const [, run, metric] = /^(.{1,200}) - (.{1,200})$/.exec(column) ?? [];
    if (run === undefined || metric === undefined || /__(MIN|MAX)$/.test(column) || metric === "_step") return [];
    const row = rows.findLastIndex((cells) => isNumber(cells[index] ?? ""));
    if (row < 0) return [];
    const step = steps ? (numeric(rows[row]?.[0]) ?? null) : null;
    const value = rows[row]?.[index];
    return [{ kind: "measurement", ...namedMeasurement(metric), value, run, step, where: { line: table.lineOf(row) } }];
  });
}

/** What W&B's pages offer for download. */
export const wandbExport: Adapter = {
  id: "wandb-export",
  title: "Weights & Biases export (`wandb_export_*.csv`)",
  definedAt: "https://docs.wandb.ai/models/app/features/panels/line-plot",
  versions: "from the documentation, not seen",
  reads:
    "Of a table of runs each run with its state, and the columns whose names the vocabulary of metrics knows; of a chart the last value of each run's series with its step.",
  leaves: "Columns that may be settings, earlier values, limits of averaged points.",
  syntax: ["delimited"],
  gives: ["run", "measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && (isOfRuns(table) || isOfChart(table)),

  read({ table }) {
    if (table === undefined) return [];
    return isOfRuns(table)
      ? table.rows.flatMap((row, index) => runStatements(table, row, table.lineOf(index)))
      : seriesStatements(table);
  },
};
