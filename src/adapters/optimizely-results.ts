import type { Adapter, Value } from "../model/adapter.js";
import type { Arm, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, numeric, scalarText, text } from "../read/shape.js";

/** The results of an experiment, as the API of Optimizely gives them. */
export const optimizelyResults: Adapter = {
  id: "optimizely-results",
  title: "Optimizely experiment results",
  definedAt: "https://docs.developers.optimizely.com/web-experimentation/reference/get_experiment_results",
  versions: "API v2, from the schema, not seen",
  reads: "The experiment of each metric: samples and conversions of each variation; when it began and ended.",
  leaves: "Reach, lifts, intervals and significance, which are computed anew.",
  syntax: ["json"],
  gives: ["experiment"],

  recognises: ({ value }) =>
    hasKeys(value, "experiment_id", "metrics") &&
    metricsOf(value).some((metric) => isRecord(member(metric, "results"))),

  read: ({ value }) =>
    metricsOf(value).map((metric, index): Statement => ({
      kind: "experiment",
      name: [scalarText(member(value, "experiment_id")), text(member(metric, "name"))].filter(Boolean).join(": "),
      arms: members(member(metric, "results")).map(([id, result]) => armOf(id, result, metric)),
      started: text(member(value, "start_time")) ?? null,
      ended: text(member(value, "end_time")) ?? null,
      at: text(member(value, "end_time")) ?? null,
      where: { pointer: pointer("", "metrics", index, "results") },
    })),
};

const metricsOf = (value: Value | undefined): readonly Value[] => list(member(value, "metrics")) ?? [];

/** The value of a metric on unique visitors counts those who converted; of any other it is a sum. */
function armOf(id: string, result: Value, metric: Value): Arm {
  const exposures = numeric(member(result, "samples")) ?? null;
  const value = numeric(member(result, "value"));
  const unique = text(member(metric, "aggregator")) === "unique" && text(member(metric, "scope")) !== "event";
  const counted = unique && value !== undefined && Number.isInteger(value) && exposures !== null && value <= exposures;
  const baseline = member(result, "is_baseline") === true;
  return {
    name: baseline ? "baseline" : (text(member(result, "name")) ?? id),
    exposures,
    successes: counted ? value : null,
    mean: counted || exposures === null || value === undefined || exposures === 0 ? null : value / exposures,
    variance: counted ? null : (numeric(member(result, "variance")) ?? null),
  };
}
