import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { numeric } from "../read/shape.js";
import { namedMeasurement } from "./families/sliced-name.js";

const base = ["run", "operation", "started", "time", "status", "label"] as const;

const isNumber = (cell: string): boolean => numeric(cell) !== undefined || /^[+-]?(nan|inf)$/i.test(cell);

/** Behind the scalars of the first run may stand flags that only later runs have: names of metrics alone are scalars. */
const isMetric = (name: string): boolean => interpretMetric(namedMeasurement(name).metric_name ?? name).known;

/** What stands between the label and the step are flags, behind it the last values of scalars. */
function rowStatements({ header }: DelimitedTable, row: readonly string[], line: number): readonly Statement[] {
  const where = { line };
  const at = header.indexOf("step");
  const cells = header.map((name, index) => ({ name, value: (row[index] ?? "").trim(), index }));
  const cell = (name: (typeof base)[number]): string | null => cells[header.indexOf(name)]?.value || null;
  const run = cell("run");
  const flags = cells.flatMap(({ name, value, index }): (readonly [string, ParameterValue])[] =>
    index >= base.length && index < at && value !== "" ? [[name, numeric(value) ?? value]] : [],
  );
  const step = numeric(row[at]) ?? null;
  return [
    {
      kind: "run",
      run_id: run,
      status: cell("status"),
      params: flags.length === 0 ? null : Object.fromEntries(flags),
      at: cell("started"),
      where,
    },
    ...cells.flatMap(({ name, value, index }): readonly Statement[] =>
      index > at && isNumber(value) && isMetric(name)
        ? [{ kind: "measurement", ...namedMeasurement(name), value, step, run, at: cell("started"), where }]
        : [],
    ),
  ];
}

/** Runs beside one another. */
export const guildCompare: Adapter = {
  id: "guild-compare",
  title: "Guild table of runs (`guild compare --csv`)",
  definedAt: "https://my.guild.ai/t/command-compare/128",
  versions: "0.9, from the source, not seen",
  reads:
    "Each run with its status and flags, and the last value of each scalar whose name the vocabulary of metrics knows, with the step.",
  leaves:
    "The operation, how long it took, labels, and scalars of other names, which may be flags that only later runs have.",
  syntax: ["delimited"],
  gives: ["run", "measurement"],
  numbersAsText: true,
  recognises: ({ table }) =>
    table !== undefined && base.every((name, index) => table.header[index] === name) && table.header.includes("step"),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
