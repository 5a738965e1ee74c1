import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, members, number, text } from "../read/shape.js";
import { latency, noRequest, requestCount, responses, throughput } from "./families/load-test.js";

const histogram = "DurationHistogram";

const ofHistogram = [
  ["Avg", "mean"],
  ["Min", "min"],
  ["Max", "max"],
] as const;

function statements(value: Value | undefined): Statement[] {
  const at = text(member(value, "StartTime")) ?? null;
  const n = number(below(value, histogram, "Count")) ?? null;
  const stated = (...path: readonly [string, ...string[]]) => ({
    raw_metric: path.join("."),
    value: below(value, ...path),
    at,
    where: { pointer: pointer("", ...path) },
  });
  const percentiles = (list(below(value, histogram, "Percentiles")) ?? []).flatMap((entry, index): Statement[] => {
    const percent = number(member(entry, "Percentile"));
    if (percent === undefined || !hasKeys(entry, "Value")) return [];
    const where = { pointer: pointer("", histogram, "Percentiles", index, "Value") };
    const raw_metric = `${histogram}.Percentiles.${percent}`;
    return [latency(percent, "s", { raw_metric, value: member(entry, "Value"), n, at, where })];
  });
  return [
    ...ofHistogram.map(([key, statistic]) => latency(statistic, "s", { ...stated(histogram, key), n })),
    ...percentiles,
    requestCount("requests", stated(histogram, "Count")),
    throughput(stated("ActualQPS")),
    ...members(member(value, "RetCodes")).map(([status]) => responses(status, { ...stated("RetCodes", status), n })),
    ...(hasKeys(member(value, "ErrorsDurationHistogram"), "Count")
      ? [requestCount("request_failures", { ...stated("ErrorsDurationHistogram", "Count"), n })]
      : []),
    ...(n === 0 ? [noRequest({ pointer: pointer("", histogram, "Count") })] : []),
  ];
}

export const fortioResult: Adapter = {
  id: "fortio-result",
  title: "Fortio result (`load -json`)",
  definedAt: "https://github.com/fortio/fortio#report-only-ui",
  versions: "1.x, from the source, not seen",
  reads:
    "Times in seconds with the percentiles that were asked for, requests and their rate, failures, and answers by status or by gRPC health.",
  leaves: "The buckets of the histogram, sizes, connections and addresses.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    hasKeys(value, "RunType", "ActualQPS") && hasKeys(member(value, histogram), "Count", "Avg"),
  read: ({ value }) => statements(value),
};
