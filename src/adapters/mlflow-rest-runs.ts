import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { list, member } from "../read/shape.js";
import { isRun, runStatements } from "./families/mlflow-rest.js";

/** The runs of an answer, each with its place: `runs/search`, `runs/get`, or `Run.to_dictionary()`, one or a list. */
function runsOf(value: Value | undefined): readonly (readonly [Value, string])[] {
  if (value !== undefined && isRun(value)) return [[value, ""]];
  const one = member(value, "run");
  if (one !== undefined) return isRun(one) ? [[one, "/run"]] : [];
  const [runs, base] = Array.isArray(value) ? [list(value), ""] : [list(member(value, "runs")), "/runs"];
  return (runs ?? []).map((run, index) => [run, pointer(base, index)] as const);
}

/** Runs as MLflow's tracking server answers them. */
export const mlflowRestRuns: Adapter = {
  id: "mlflow-rest-runs",
  title: "MLflow runs from the REST interface or the Python client",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-runs",
  versions: "2.22.5, 3.17.2",
  reads:
    "Each run with its status, parameters, tags (as its environment), commit, metrics and data sets. The text `NaN` and the numbers ±1.797e308 are not finite.",
  leaves: "Deleted runs, and further pages: only what the document holds is read.",
  syntax: ["json"],
  gives: ["run", "measurement", "dataset"],
  recognises: ({ value }) => isRun(runsOf(value)[0]?.[0]),
  read: ({ value }) => runsOf(value).flatMap(([run, base]) => (isRun(run) ? runStatements(run, base) : [])),
};
