import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { list, member, numeric, scalarText, text } from "../read/shape.js";
import { latestEntry } from "./families/mlflow-metric-line.js";
import { isMetricEntry, metricStatement } from "./families/mlflow-rest.js";

/** The answer knows neither the run nor its other metrics. */
const alone = { run: null, fold: null, metric: () => null };

interface Entry {
  readonly metric: Value;
  readonly base: string;
  readonly step: number;
  readonly timestamp: number;
  readonly value: string;
}

const entryOf = (metric: Value, index: number): Entry => ({
  metric,
  base: pointer("/metrics", index),
  step: numeric(member(metric, "step")) ?? 0,
  timestamp: numeric(member(metric, "timestamp")) ?? 0,
  value: scalarText(member(metric, "value")) ?? "nan",
});

/** The whole history of a metric, of one run or of several. */
export const mlflowRestMetricHistory: Adapter = {
  id: "mlflow-rest-metric-history",
  title: "MLflow metric history from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#get-metric-history",
  versions: "3.17.2; of several runs from the schema, not seen",
  reads: "The entry with the greatest step, time and value, of each metric and run.",
  leaves: "Earlier entries; the run, where the answer does not name it.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isMetricEntry(list(member(value, "metrics"))?.[0]),

  read({ value }) {
    const histories = new Map<string, Entry[]>();
    (list(member(value, "metrics")) ?? []).forEach((metric, index) => {
      const name = JSON.stringify([text(member(metric, "key")), text(member(metric, "run_id"))]);
      const history = histories.get(name) ?? [];
      history.push(entryOf(metric, index));
      histories.set(name, history);
    });
    const latest = [...histories.values()].map(latestEntry).filter((entry) => entry !== null);
    return latest.map(({ metric, base }) => metricStatement(metric, base, alone));
  },
};
