import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Quantified } from "./bound.js";
import { comparable } from "./comparable.js";
import { brokenFor, sameMetric } from "./selection.js";
import { missing, unreadableFile } from "./verdict.js";

type Measurement = FactOf<"measurement">;

/** One value of a series, in the order of time. */
export interface SeriesPoint {
  /** Milliseconds since 1970; null where the series is ordered by step alone. */
  readonly at: number | null;
  readonly step: number | null;
  readonly quantified: Quantified;
  readonly fact: Measurement;
}

export type Series =
  | { readonly kind: "series"; readonly points: readonly SeriesPoint[] }
  | { readonly kind: "verdict"; readonly verdict: Verdict };

export interface SeriesAsked {
  readonly metric: string;
  readonly dataset: string | null;
  readonly protocol: string | null;
  /** True where a step is order enough; else each value needs its date. */
  readonly bySteps: boolean;
}

/**
 * The values of one metric over time: of everything together, by evidence rather than claims, not on training data.
 * Values that state neither a date nor (where allowed) a step have no place in it. Two values of one time that differ
 * are a conflict.
 */
export function seriesOf(evidence: Evidence, asked: SeriesAsked): Series {
  const { metric } = asked;
  const broken = brokenFor(evidence, "measurement", metric).find(({ claims }) => !claims);
  if (broken !== undefined) return { kind: "verdict", verdict: unreadableFile(broken, metric) };
  const stated = evidence.of("measurement").filter((fact) => isOfSeries(fact, asked));
  const plain = stated.filter(({ protocol }) => protocol === null);
  const facts = asked.protocol === null && plain.length > 0 ? plain : stated;
  const points: SeriesPoint[] = [];
  for (const fact of facts) {
    const read = comparable(fact, null);
    if (read.kind === "unreadable") return unreadable(fact, read.why, read.mend);
    const at = fact.at === null ? null : Date.parse(fact.at);
    if (at === null && !(asked.bySteps && fact.step !== null)) continue;
    points.push({ at, step: fact.step, quantified: read.quantified, fact });
  }
  const bySteps = asked.bySteps && points.every(({ step }) => step !== null);
  const timed = bySteps ? points : points.filter(({ at }) => at !== null);
  const order = ({ at, step }: SeriesPoint): number => (bySteps ? step : at) ?? 0;
  const ordered = [...timed].sort((a, b) => order(a) - order(b));
  const doubled = ordered.findIndex((point, index) => {
    const before = ordered[index - 1];
    return before !== undefined && order(before) === order(point) && before.quantified.value !== point.quantified.value;
  });
  const conflict = ordered[doubled];
  if (conflict !== undefined)
    return unreadable(
      conflict.fact,
      `two values of ${metric} stand at one time`,
      "say `dataset` or `protocol`, or correct one of them",
    );
  const once = ordered.filter((point, index) => index === 0 || order(point) !== order(ordered[index - 1] ?? point));
  if (once.length > 0) return { kind: "series", points: once };
  return {
    kind: "verdict",
    verdict: missing(
      facts.length === 0 ? `no evidence states ${metric}` : `no value of ${metric} says when it was measured`,
      `write ${metric} with its time, one value a period`,
      metric,
      facts.slice(0, 1).map(({ source }) => source),
    ),
  };
}

const isOfSeries = (fact: Measurement, { metric, dataset, protocol }: SeriesAsked): boolean =>
  !fact.claimed &&
  fact.about === null &&
  fact.fold === null &&
  fact.split !== "train" &&
  Object.keys(fact.slice).length === 0 &&
  sameMetric(fact, metric) &&
  (dataset === null || fact.dataset === dataset) &&
  (protocol === null || fact.protocol === protocol);

const unreadable = (fact: Measurement, message: string, mend: string): Series => ({
  kind: "verdict",
  verdict: { subject: fact.metric, outcome: "unreadable", message, mend, sources: [fact.source] },
});
