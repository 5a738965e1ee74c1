import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, text } from "../read/shape.js";
import { k6Measurements, scriptCheck, type K6Metric } from "./families/k6.js";

const types = ["trend", "rate", "counter", "gauge"] as const;

const metricsOf = (value: Value | undefined): readonly K6Metric[] =>
  (list(below(value, "results", "metrics")) ?? []).flatMap((metric, index) => {
    const type = types.find((known) => known === text(member(metric, "type")));
    const name = text(member(metric, "name"));
    const values = member(metric, "values");
    if (type === undefined || name === undefined || !isRecord(values)) return [];
    const isTime = text(member(metric, "contains")) === "time";
    return [{ name, type, isTime, values, base: pointer("/results/metrics", index, "values") }];
  });

/** The structured summary of newer versions, which says nothing of thresholds. */
export const k6StructuredSummary: Adapter = {
  id: "k6-structured-summary",
  title: "k6 structured summary (`--new-machine-readable-summary`)",
  definedAt: "https://github.com/grafana/k6/tree/master/internal/lib/summary/machinereadable",
  versions: "from the schema of 1.5, not seen",
  reads: "Times of requests in milliseconds, the share of failed requests, rates, counters and the script's checks.",
  leaves: "Gauges and bytes; whether thresholds held, which the form does not say.",
  syntax: ["json"],
  gives: ["measurement", "check"],

  recognises: ({ value }) =>
    list(below(value, "results", "metrics")) !== undefined && hasKeys(member(value, "metadata"), "k6Version"),

  read({ value }) {
    const at = text(below(value, "metadata", "generatedAt")) ?? null;
    const checks = list(below(value, "results", "checks", "results")) ?? [];
    return [
      ...k6Measurements(metricsOf(value), at),
      ...checks.map((check, index) => scriptCheck(check, pointer("/results/checks/results", index))),
    ];
  },
};
