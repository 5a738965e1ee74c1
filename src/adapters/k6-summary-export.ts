import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { boolean, hasKeys, isRecord, member, members } from "../read/shape.js";
import { k6Measurements, nameAndTags, scriptChecks, thresholdCheck, type K6Metric } from "./families/k6.js";

/** Built-in metrics of these families are milliseconds; of a script's own nothing is said. */
const inMilliseconds = /^(http_req_|grpc_|ws_|browser_|iteration_duration$|group_duration$)/;

/** The kind of a metric, which this form does not write: by its statistics. */
function typeOf(metric: Value): K6Metric["type"] | undefined {
  if (members(metric).some(([key]) => key === "avg" || key === "med" || /^p\(/.test(key))) return "trend";
  if (hasKeys(metric, "passes", "fails")) return "rate";
  if (hasKeys(metric, "count")) return "counter";
  return hasKeys(metric, "value") ? "gauge" : undefined;
}

function metricsOf(value: Value | undefined): readonly K6Metric[] {
  return members(member(value, "metrics")).flatMap(([name, metric]) => {
    const type = typeOf(metric);
    if (type === undefined) return [];
    const isTime = inMilliseconds.test(nameAndTags(name).metric);
    return [{ name, type, isTime, values: metric, base: pointer("/metrics", name) }];
  });
}

/** What `--summary-export` writes. Here a threshold's `true` says that it was crossed: the opposite of `handleSummary`. */
export const k6SummaryExport: Adapter = {
  id: "k6-summary-export",
  title: "k6 summary export (`--summary-export`)",
  definedAt: "https://grafana.com/docs/k6/latest/results-output/end-of-test/",
  versions: "1.x with the default and with asked percentiles",
  reads:
    "Times of requests in milliseconds, the share of failed requests, rates and counters, whether each threshold held (`true` in the file says that it was crossed), and the script's checks.",
  leaves: "Gauges, and bytes sent and received.",
  syntax: ["json"],
  gives: ["measurement", "check"],

  recognises: ({ value }) => {
    const metrics = member(value, "metrics");
    return (
      isRecord(metrics) &&
      hasKeys(value, "root_group") &&
      members(metrics).some(
        ([, metric]) => !hasKeys(metric, "values") && !hasKeys(metric, "type") && typeOf(metric) !== undefined,
      )
    );
  },

  read({ value }) {
    const metrics = metricsOf(value);
    return [
      ...k6Measurements(metrics, null),
      ...metrics.flatMap((metric) =>
        members(member(metric.values, "thresholds")).map(([expression, threshold]): Statement => {
          const crossed = boolean(threshold);
          const held = crossed === undefined ? null : !crossed;
          return thresholdCheck(metric, expression, held, pointer(metric.base, "thresholds", expression));
        }),
      ),
      ...scriptChecks(member(value, "root_group"), "/root_group"),
    ];
  },
};
