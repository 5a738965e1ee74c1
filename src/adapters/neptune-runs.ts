import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { numeric } from "../read/shape.js";
import { namedMeasurement } from "./families/sliced-name.js";

const setting = /^(parameters|params|config|hyper_?parameters|hparams|args|settings)\//i;
/** What Neptune itself notes of a run and of its machine. */
const ofNeptune = /^(sys|monitoring|source_code)\//;
/** Namespaces under which teams keep metrics: they are no part of a metric's name. */
const namespace = /^(metrics?|scores?|results?)\//i;

const isNumber = (cell: string): boolean => numeric(cell) !== undefined || /^[+-]?(nan|inf|infinity)$/i.test(cell);

function rowStatements({ header }: DelimitedTable, row: readonly string[], line: number): readonly Statement[] {
  const cell = (name: string): string => (row[header.indexOf(name)] ?? "").trim();
  const where = { line };
  const run = cell("sys/id") || cell("sys/custom_run_id") || null;
  const at = cell("sys/modification_time") || cell("sys/creation_time") || null;
  const params = header.flatMap((name, index): (readonly [string, ParameterValue])[] => {
    const value = (row[index] ?? "").trim();
    return setting.test(name) && value !== "" ? [[name.replace(setting, ""), numeric(value) ?? value]] : [];
  });
  const failed = /^true$/i.test(cell("sys/failed"));
  return [
    {
      kind: "run",
      run_id: run,
      status: failed ? "FAILED" : cell("sys/state") || null,
      params: params.length === 0 ? null : Object.fromEntries(params),
      at,
      where,
    },
    ...header.flatMap((name, index): readonly Statement[] => {
      const value = (row[index] ?? "").trim();
      if (setting.test(name) || ofNeptune.test(name) || !isNumber(value)) return [];
      const named = namedMeasurement(name.replace(namespace, ""));
      if (!interpretMetric(named.metric_name ?? named.raw_metric).known) return [];
      const metric = { metric_name: named.raw_metric, ...named, raw_metric: name };
      return [{ kind: "measurement", ...metric, value, run, at, where }];
    }),
  ];
}

/** A project's runs, a row each. */
export const neptuneRuns: Adapter = {
  id: "neptune-runs",
  title: "Neptune table of runs (`fetch_runs_table().to_pandas()` as CSV)",
  definedAt: "https://docs.neptune.ai/usage/querying_metadata/",
  versions: "neptune 1.x and fetcher 0.x, from the documentation, not seen",
  reads:
    "Each run with its state, what stands under `parameters/` and the like, and the last values of columns whose names the vocabulary of metrics knows, by their run.",
  leaves: "Columns that may be settings or counts, what Neptune monitors, and series.",
  syntax: ["delimited"],
  gives: ["run", "measurement"],
  numbersAsText: true,
  recognises: ({ table }) =>
    table !== undefined &&
    ["sys/id", "sys/custom_run_id"].some((name) => table.header.includes(name)) &&
    table.header.filter((name) => name.startsWith("sys/")).length > 1,
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
