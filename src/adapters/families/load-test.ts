import type { Slice, Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";

/** A statistic of how long requests took: a number is a percentile, from 0 to 100. */
export type LatencyStatistic = "mean" | "min" | "max" | number;

/** The canonical metric of a statistic: `latency`, `latency_max`, `latency_p95`, `latency_p99.9`. */
export function latencyMetric(statistic: LatencyStatistic): string {
  if (statistic === "mean") return "latency";
  return typeof statistic === "number" ? `latency_p${statistic}` : `latency_${statistic}`;
}

interface Stated {
  readonly raw_metric: string;
  readonly value: unknown;
  readonly slice?: Slice;
  /** Requests behind it; 0 where none was answered, and the value then says nothing. */
  readonly n?: number | null;
  readonly at?: string | null;
  readonly where: Where;
}

/** How long requests took. `unit` is the tool's own: `ms`, `s`, `ns`. */
export const latency = (statistic: LatencyStatistic, unit: string | null, stated: Stated): Statement => ({
  kind: "measurement",
  metric: latencyMetric(statistic),
  unit,
  higher_is_better: false,
  ...stated,
});

/** Share of requests that failed. It is of the service: the model's own error rate is another thing. */
export const failureRate = (stated: Stated, unit: "proportion" | "percent" = "proportion"): Statement => ({
  kind: "measurement",
  metric: "request_failure_rate",
  unit,
  higher_is_better: false,
  trials: stated.n ?? null,
  ...stated,
});

/** Share of requests that succeeded, in the unit in which it is written. */
export const successRate = (unit: "proportion" | "percent", stated: Stated): Statement => ({
  kind: "measurement",
  metric: "request_success_rate",
  unit,
  higher_is_better: true,
  trials: stated.n ?? null,
  ...stated,
});

/** Requests a second. */
export const throughput = (stated: Stated): Statement => ({
  kind: "measurement",
  metric: "throughput",
  unit: "1/s",
  higher_is_better: true,
  ...stated,
});

/** How many requests were made, or failed. */
export const requestCount = (metric: "requests" | "request_failures", stated: Stated): Statement => ({
  kind: "measurement",
  metric,
  unit: "count",
  higher_is_better: metric === "requests" ? null : false,
  ...stated,
});

/** How many answers had a status code; 0 stands for no answer. */
export const responses = (status: string, stated: Omit<Stated, "slice">): Statement => ({
  kind: "measurement",
  metric: "responses",
  unit: "count",
  slice: { status },
  ...stated,
});

/** A test that sent nothing shows nothing. */
export const noRequest = (where: Where): Statement => ({
  kind: "problem",
  problem: "empty",
  message: "the load test made no request",
  mend: "run it again against a server that answers",
  where,
});

/** Of samples in ascending order, the smallest that so many per cent of them do not exceed: one that the file holds. */
export const nearestRank = <Sample>(ordered: readonly Sample[], percent: number): Sample | undefined =>
  ordered[Math.max(0, Math.ceil((percent / 100) * ordered.length) - 1)];
