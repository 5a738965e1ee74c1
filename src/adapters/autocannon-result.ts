import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, number, text } from "../read/shape.js";
import {
  latency,
  noRequest,
  requestCount,
  responses,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";

/** `p97_5` is the percentile 97.5. */
function statisticOf(key: string): LatencyStatistic | undefined {
  if (key === "mean" || key === "min" || key === "max") return key;
  const [, whole, part] = /^p(\d{1,3})(?:_(\d{1,6}))?$/.exec(key) ?? [];
  return whole === undefined ? undefined : Number(part === undefined ? whole : `${whole}.${part}`);
}

function statements(value: Value | undefined): Statement[] {
  const at = text(member(value, "finish")) ?? null;
  const answered = number(below(value, "requests", "total")) ?? null;
  const stated = (...path: readonly [string, ...string[]]) => ({
    raw_metric: path.join("."),
    value: below(value, ...path),
    at,
    where: { pointer: pointer("", ...path) },
  });
  const statuses = members(member(value, "statusCodeStats")).map(([status]) => status);
  return [
    ...members(member(value, "latency")).flatMap(([key]): Statement[] => {
      const statistic = statisticOf(key);
      return statistic === undefined ? [] : [latency(statistic, "ms", { ...stated("latency", key), n: answered })];
    }),
    requestCount("requests", stated("requests", "total")),
    ...(hasKeys(member(value, "requests"), "average") ? [throughput(stated("requests", "average"))] : []),
    // Requests without an answer; timeouts are among them.
    ...(hasKeys(value, "errors") ? [requestCount("request_failures", stated("errors"))] : []),
    ...(statuses.length > 0
      ? statuses.map((status) => responses(status, { ...stated("statusCodeStats", status, "count"), n: answered }))
      : ["2xx", "4xx", "5xx"].flatMap((status) =>
          hasKeys(value, status) ? [responses(status, { ...stated(status), n: answered })] : [],
        )),
    ...(answered === 0 ? [noRequest({ pointer: "/requests/total" })] : []),
  ];
}

export const autocannonResult: Adapter = {
  id: "autocannon-result",
  title: "autocannon result (`--json`)",
  definedAt: "https://github.com/mcollina/autocannon#autocannonopts-cb",
  versions: "7.x and 8.x, from the documentation, not seen",
  reads:
    "Latencies in milliseconds, requests that were answered and their rate, requests without an answer, and answers by status.",
  leaves: "Bytes, which `throughput` holds, the spread of latencies, and the settings of the run.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    isRecord(member(value, "latency")) &&
    isRecord(member(value, "throughput")) &&
    hasKeys(member(value, "requests"), "total") &&
    hasKeys(value, "non2xx"),
  read: ({ value }) => statements(value),
};
