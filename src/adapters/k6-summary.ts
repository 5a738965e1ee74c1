import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { boolean, hasKeys, isRecord, member, members, text } from "../read/shape.js";
import { k6Measurements, scriptChecks, thresholdCheck, type K6Metric } from "./families/k6.js";

const types = ["trend", "rate", "counter", "gauge"] as const;

function metricsOf(value: Value | undefined): readonly (K6Metric & { readonly thresholds: Value | undefined })[] {
  return members(member(value, "metrics")).flatMap(([name, metric]) => {
    const type = types.find((known) => known === text(member(metric, "type")));
    const values = member(metric, "values");
    if (type === undefined || !isRecord(values)) return [];
    return [
      {
        name,
        type,
        isTime: text(member(metric, "contains")) === "time",
        values,
        base: pointer("/metrics", name, "values"),
        thresholds: member(metric, "thresholds"),
      },
    ];
  });
}

/** The data that k6 gives to `handleSummary`, saved as JSON. Here `ok: true` says that a threshold held. */
export const k6Summary: Adapter = {
  id: "k6-summary",
  title: "k6 end-of-test summary (`handleSummary`)",
  definedAt: "https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/",
  versions: "1.x as its `handleSummary` writes it; sub-metrics and groups",
  reads:
    "Times of requests in milliseconds with every percentile that the run asked for, the share of failed requests, rates and counters, whether each threshold held, and the script's checks. A threshold over a trend without samples has not passed.",
  leaves: "Gauges, bytes sent and received, and the options of the run.",
  syntax: ["json"],
  gives: ["measurement", "check"],

  recognises: ({ value }) =>
    isRecord(member(value, "metrics")) &&
    members(member(value, "metrics")).some(
      ([, metric]) => hasKeys(metric, "type", "contains", "values") && isRecord(member(metric, "values")),
    ) &&
    (hasKeys(value, "root_group") || hasKeys(value, "state") || hasKeys(value, "options")),

  read({ value }) {
    const metrics = metricsOf(value);
    return [
      ...k6Measurements(metrics, null),
      ...metrics.flatMap((metric) =>
        members(metric.thresholds).map(([expression, threshold]): Statement => {
          const base = pointer("/metrics", metric.name, "thresholds", expression);
          const held = boolean(member(threshold, "ok")) ?? null;
          return thresholdCheck(metric, expression, held, hasKeys(threshold, "ok") ? pointer(base, "ok") : base);
        }),
      ),
      ...scriptChecks(member(value, "root_group"), "/root_group"),
    ];
  },
};
