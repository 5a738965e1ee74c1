import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";
import { hasKeys, list, member, members, number, text } from "../../read/shape.js";
import { latency, noRequest, requestCount, throughput, type LatencyStatistic } from "./load-test.js";

/** Times of a request in milliseconds; `e2el` is the whole of it. */
const timed = /^(mean|median|p\d{1,2}(?:\.\d{1,3})?)_(ttft|tpot|itl|e2el)_ms$/;
const timeOf: Readonly<Record<string, string>> = {
  ttft: "time_to_first_token",
  tpot: "time_per_output_token",
  itl: "inter_token_latency",
};

const rates: Readonly<Record<string, string>> = {
  output_throughput: "output_token_throughput",
  total_token_throughput: "total_token_throughput",
  tokens_per_second: "total_token_throughput",
};

const isServing = (value: Value | undefined): boolean =>
  hasKeys(value, "mean_ttft_ms", "request_throughput", "completed");
const isLatency = (value: Value | undefined): boolean => hasKeys(value, "avg_latency", "latencies", "percentiles");
const isThroughput = (value: Value | undefined): boolean =>
  hasKeys(value, "requests_per_second", "tokens_per_second", "num_requests");
export const isBenchmarkResult = (value: Value | undefined): boolean =>
  isServing(value) || isLatency(value) || isThroughput(value);

export interface Result {
  readonly value: Value;
  readonly where: (...path: readonly string[]) => Where;
  /** What tells the results of one file apart. */
  readonly protocol: string | null;
}

/** "20240801-101010" is what the benchmark writes for now. */
function momentOf(value: Value): string | null {
  const [, date, time] = /^(\d{8})-(\d{6})$/.exec(text(member(value, "date")) ?? "") ?? [];
  return date === undefined || time === undefined ? null : `${date}T${time}`;
}

const statisticOf = (word: string): LatencyStatistic =>
  word === "mean" ? "mean" : word === "median" ? 50 : Number(word.slice(1));

/** Times and rates of a run of the serving benchmark. */
function servingStatements({ value, where, protocol }: Result): Statement[] {
  const n = number(member(value, "completed")) ?? null;
  const at = momentOf(value);
  const shared = { at, ...(protocol === null ? {} : { protocol }) };
  const sent = number(member(value, "num_prompts"));
  return [
    ...members(value).flatMap(([key, held]): Statement[] => {
      const stated = { raw_metric: key, value: held, n, ...shared, where: where(key) };
      const [, statistic, time] = timed.exec(key) ?? [];
      if (statistic !== undefined && time !== undefined) {
        const timing = latency(statisticOf(statistic), "ms", stated);
        const name = timeOf[time];
        return [name === undefined ? timing : { ...timing, ...{ metric: named(name, statisticOf(statistic)) } }];
      }
      if (key === "request_throughput") return [throughput({ ...stated, n: null })];
      return rateStatement(key, held, shared, where(key));
    }),
    ...(sent === undefined || n === null
      ? []
      : [
          requestCount("requests", { raw_metric: "num_prompts", value: sent, ...shared, where: where("num_prompts") }),
          requestCount("request_failures", {
            raw_metric: "num_prompts - completed",
            value: Math.max(0, sent - n),
            n: sent,
            ...shared,
            where: where(),
          }),
        ]),
    ...(n === 0 ? [noRequest(where("completed"))] : []),
  ];
}

const named = (name: string, statistic: LatencyStatistic): string =>
  statistic === "mean" ? name : typeof statistic === "number" ? `${name}_p${statistic}` : `${name}_${statistic}`;

const rateStatement = (key: string, value: Value, shared: object, where: Where): Statement[] => {
  const metric = Object.hasOwn(rates, key) ? rates[key] : undefined;
  return metric === undefined
    ? []
    : [
        {
          kind: "measurement",
          raw_metric: key,
          metric,
          unit: "tokens/s",
          higher_is_better: true,
          value,
          ...shared,
          where,
        },
      ];
};

/** Times of whole batches, in seconds. */
function latencyStatements({ value, where }: Result): Statement[] {
  const n = list(member(value, "latencies"))?.length ?? null;
  const stated = (raw_metric: string, held: Value | undefined, place: Where) => ({
    raw_metric,
    value: held,
    n,
    where: place,
  });
  return [
    latency("mean", "s", stated("avg_latency", member(value, "avg_latency"), where("avg_latency"))),
    ...members(member(value, "percentiles")).flatMap(([percent, held]) =>
      /^\d{1,3}(\.\d{1,3})?$/.test(percent)
        ? [latency(Number(percent), "s", stated(`percentiles.${percent}`, held, where("percentiles", percent)))]
        : [],
    ),
  ];
}

const throughputStatements = ({ value, where }: Result): Statement[] => [
  throughput({
    raw_metric: "requests_per_second",
    value: member(value, "requests_per_second"),
    where: where("requests_per_second"),
  }),
  requestCount("requests", {
    raw_metric: "num_requests",
    value: member(value, "num_requests"),
    where: where("num_requests"),
  }),
  ...rateStatement("tokens_per_second", member(value, "tokens_per_second") ?? null, {}, where("tokens_per_second")),
];

/** What one result states, of whichever benchmark it is. */
export function benchmarkStatements(result: Result): Statement[] {
  if (isServing(result.value)) return servingStatements(result);
  if (isLatency(result.value)) return latencyStatements(result);
  return isThroughput(result.value) ? throughputStatements(result) : [];
}
