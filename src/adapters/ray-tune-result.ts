import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, members, numeric, scalarText, text } from "../read/shape.js";
import { frameOf } from "./families/frame.js";
import { epochMoment } from "./families/moments.js";
import { flatParameters } from "./families/parameters.js";

/** What Tune itself adds to each result. */
const added =
  /^(training_iteration|timestamp|date|pid|hostname|node_ip|logdir|done|should_checkpoint|checkpoint_dir_name|trial_id|experiment_\w+|time_\w+|\w*timesteps?_\w+|timesteps|iterations_since_restore|warmup_time|episodes_\w+|num_\w+|agent_timesteps_total)$/;
const settings = /^config\/(.+)$/;

/** Nested results, and those of RLlib's own, are metrics where their name says so. */
const isResult = (name: string): boolean =>
  !added.test(name) && !settings.test(name) && (!name.includes("/") || interpretMetric(name).known);

const isEntry = (value: Value | undefined): boolean =>
  hasKeys(value, "training_iteration", "time_this_iter_s", "trial_id");

interface Row {
  readonly cells: readonly (readonly [name: string, value: Value])[];
  readonly line: number;
}

/** The rows of `progress.csv`, or the lines of `result.json`. */
function rowsOf(file: EvidenceFile): readonly Row[] {
  if (file.syntax !== "delimited") return file.values.map(({ value, line }) => ({ cells: members(value), line }));
  const frame = frameOf(file);
  return Array.from({ length: frame?.rows ?? 0 }, (_, row) => ({
    cells: (frame?.columns ?? []).map((name, at) => [name, frame?.cell(row, at) ?? ""] as const),
    line: frame?.where(row, 0).line ?? 1,
  }));
}

const cellOf = ({ cells }: Row, name: string): Value | undefined => cells.find(([key]) => key === name)?.[1];

function parametersOf(row: Row): Readonly<Record<string, string | number | boolean | null>> {
  const columns = row.cells.flatMap(([name, value]) => {
    const setting = settings.exec(name)?.[1];
    return setting === undefined ? [] : [[setting, numeric(value) ?? scalarText(value) ?? null] as const];
  });
  return { ...Object.fromEntries(columns), ...flatParameters(cellOf(row, "config")) };
}

const isNumber = (value: Value): boolean =>
  typeof value === "number" || numeric(value) !== undefined || /^(nan|-?inf)$/i.test(text(value) ?? "");

function statements(file: EvidenceFile): Statement[] {
  const rows = rowsOf(file);
  const last = rows.at(-1);
  if (last === undefined) return [];
  const run = scalarText(cellOf(last, "trial_id")) ?? null;
  const at = epochMoment(cellOf(last, "timestamp"));
  const step = numeric(cellOf(last, "training_iteration")) ?? null;
  const done = (scalarText(cellOf(last, "done")) ?? "").toLowerCase();
  return [
    {
      kind: "run",
      run_id: run,
      status: done === "true" ? "FINISHED" : null,
      params: parametersOf(last),
      at,
      where: { line: last.line },
    },
    ...last.cells.flatMap(([name, value]): Statement[] =>
      isResult(name) && isNumber(value)
        ? [{ kind: "measurement", raw_metric: name, value, run, step, at, where: { line: last.line } }]
        : [],
    ),
  ];
}

/** The results of one trial, one a line in the order in which they were reported. */
export const rayTuneResult: Adapter = {
  id: "ray-tune-result",
  title: "Ray Tune results of a trial (`result.json`, `progress.csv`)",
  definedAt: "https://docs.ray.io/en/latest/tune/tutorials/tune-output.html",
  versions: "2.x, from the source, not seen",
  reads: "The numbers of the last line with their iteration, and the trial as a run with its parameters.",
  leaves: "Earlier lines, times and counters, and nested results whose names are no metrics.",
  syntax: ["json-lines", "delimited"],
  gives: ["measurement", "run"],
  numbersAsText: true,
  recognises: (file) =>
    file.syntax === "delimited"
      ? ["training_iteration", "time_this_iter_s", "trial_id"].every(
          (name) => file.table?.header.includes(name) === true,
        )
      : isEntry(file.values[0]?.value),
  read: statements,
};
