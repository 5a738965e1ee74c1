import type { Adapter, Value } from "../model/adapter.js";
import type { Arm, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, numeric, scalarText, text } from "../read/shape.js";

/** The results of an experiment, as the API of GrowthBook gives them. */
export const growthbookResults: Adapter = {
  id: "growthbook-results",
  title: "GrowthBook experiment results",
  definedAt: "https://docs.growthbook.io/api/ExperimentResults_model",
  versions: "API v1, from the schema, not seen",
  reads:
    "The experiment of each metric over all users: users, mean and variance of each variation, or its conversions; when it began and ended.",
  leaves: "Results within dimensions; intervals, risks and chances, which are computed anew.",
  syntax: ["json"],
  gives: ["experiment"],

  recognises: ({ value }) => hasKeys(resultOf(value), "experimentId", "results") && metricsOf(value) !== undefined,

  read({ value }) {
    const result = resultOf(value);
    const base = result === value ? "" : "/result";
    const [metrics, at] = metricsOf(value) ?? [[], 0];
    return metrics.map((metric, index): Statement => ({
      kind: "experiment",
      name: [
        text(member(result, "experimentName")) ?? text(member(result, "experimentId")),
        text(member(metric, "metricName")) ?? text(member(metric, "metricId")),
      ]
        .filter(Boolean)
        .join(": "),
      arms: (list(member(metric, "variations")) ?? []).map(armOf),
      started: text(member(result, "dateStart")) ?? null,
      ended: text(member(result, "dateEnd")) ?? null,
      at: text(member(result, "dateEnd")) ?? text(member(result, "dateUpdated")) ?? null,
      where: { pointer: pointer(base, "results", at, "metrics", index) },
    }));
  },
};

const resultOf = (value: Value | undefined): Value | undefined =>
  hasKeys(value, "experimentId") ? value : member(value, "result");

/** The metrics over all users, and the place of the result that holds them. */
function metricsOf(value: Value | undefined): readonly [readonly Value[], number] | undefined {
  const results = list(member(resultOf(value), "results")) ?? [];
  const at = results.findIndex((result) => ["", "All", "all", undefined].includes(text(member(result, "dimension"))));
  const metrics = list(below(results[at], "metrics"));
  return metrics?.some((metric) => hasKeys(metric, "variations")) === true ? [metrics, at] : undefined;
}

function armOf(variation: Value, index: number): Arm {
  const analysis = below(list(member(variation, "analyses"))?.[0]);
  const exposures = numeric(member(variation, "users")) ?? null;
  const mean = numeric(member(analysis, "mean")) ?? null;
  const deviation = numeric(member(analysis, "stddev")) ?? null;
  const numerator = numeric(member(analysis, "numerator"));
  const whole = numerator !== undefined && Number.isInteger(numerator) && exposures !== null && numerator <= exposures;
  const isShare = whole && mean !== null && Math.abs(mean * exposures - numerator) <= 1e-6 * exposures;
  return {
    name: text(member(variation, "variationName")) ?? scalarText(member(variation, "variationId")) ?? String(index),
    exposures,
    successes: isShare ? numerator : null,
    mean,
    variance: deviation === null ? null : deviation ** 2,
  };
}
