import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, member, members, text } from "../read/shape.js";
import { latency, throughput, type LatencyStatistic } from "./families/load-test.js";

const times = ["request_latency", "time_to_first_token", "time_to_second_token", "inter_token_latency"] as const;
const rates = ["output_token_throughput", "output_token_throughput_per_user"] as const;

function statisticOf(key: string): LatencyStatistic | undefined {
  if (key === "avg") return "mean";
  if (key === "min" || key === "max") return key;
  const percent = /^p(\d{1,2})$/.exec(key)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

/** `request_latency` is the latency of a request; the others are of its tokens. */
function timeStatements(value: Value | undefined, name: (typeof times)[number]): Statement[] {
  const record = member(value, name);
  return members(record).flatMap(([key, held]): Statement[] => {
    const statistic = statisticOf(key);
    if (statistic === undefined) return [];
    const where = { pointer: pointer("", name, key) };
    const statement = latency(statistic, text(member(record, "unit")) ?? null, {
      raw_metric: `${name}.${key}`,
      value: held,
      where,
    });
    if (name === "request_latency") return [statement];
    const suffix = statistic === "mean" ? "" : typeof statistic === "number" ? `_p${statistic}` : `_${statistic}`;
    return [{ ...statement, ...{ metric: `${name}${suffix}` } }];
  });
}

/** What GenAI-Perf and AIPerf measured of a served language model. */
export const genaiPerfProfile: Adapter = {
  id: "genai-perf-profile",
  title: "GenAI-Perf profile (`profile_export_genai_perf.json`)",
  definedAt:
    "https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/perf_analyzer/genai-perf/README.html",
  versions: "0.0.x, and AIPerf after it, from the documentation, not seen",
  reads: "Times of requests and tokens in the unit that stands with them, and rates of requests and tokens.",
  leaves: "Deviations, lengths of sequences, and the settings of the run.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    hasKeys(member(value, "request_latency"), "unit", "avg") && hasKeys(member(value, "request_throughput"), "avg"),

  read: ({ value }) => [
    ...times.flatMap((name) => timeStatements(value, name)),
    throughput({
      raw_metric: "request_throughput.avg",
      value: below(value, "request_throughput", "avg"),
      where: { pointer: "/request_throughput/avg" },
    }),
    ...rates.flatMap((metric): Statement[] =>
      hasKeys(member(value, metric), "avg")
        ? [
            {
              kind: "measurement",
              raw_metric: `${metric}.avg`,
              metric,
              unit: "tokens/s",
              higher_is_better: true,
              value: below(value, metric, "avg"),
              where: { pointer: pointer("", metric, "avg") },
            },
          ]
        : [],
    ),
  ],
};
