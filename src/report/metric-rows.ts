import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { MetricRow, ReportedInterval } from "../model/report-detail.js";
import { judgeBound } from "../judging/bound.js";
import { comparable } from "../judging/comparable.js";
import { selectMeasurements } from "../judging/selection.js";

const MOST_ROWS = 12;

/** A number with its interval, as tables show it. */
export interface ShownValue {
  readonly value: number;
  readonly unit: string | null;
  readonly interval: ReportedInterval | null;
  readonly method: string | null;
  readonly n: number | null;
  readonly fact: FactOf<"measurement">;
}

/** A measurement as tables show it; null where it is no number that can be compared. */
export function shownValue(fact: FactOf<"measurement">): ShownValue | null {
  const read = comparable(fact, null);
  if (read.kind === "unreadable") return null;
  const { value, trials, n } = read.quantified;
  const { interval, method } = judgeBound(read.quantified, "at-least", value, null);
  const unit = fact.unit === "percent" ? "proportion" : fact.unit;
  return { value, unit, interval, method: interval === null ? null : method, n: trials ?? n, fact };
}

/** Whether a measurement speaks of the model itself, as a whole and not of a fold, and has a better direction. */
export const isOwnMetric = ({ about, fold, higher_is_better: direction }: FactOf<"measurement">): boolean =>
  about === null && fold === null && direction !== null;

const ofLoad = /^(?:latency|throughput|error_rate|memory|cpu|gpu|load)(?:_|$)/;

/** The model's own metrics over all data, for tables: what rules judge, and what none asks for. */
export function metricRows(
  evidence: Evidence,
  model: ModelIdentity,
  champion: Evidence | null = null,
): readonly MetricRow[] {
  const names = [
    ...new Set(
      evidence
        .of("measurement")
        .filter((fact) => isOwnMetric(fact) && Object.keys(fact.slice).length === 0)
        .map(({ metric }) => metric),
    ),
  ].sort();
  // Load tests state a latency for each of ten quantiles: how good the answers are comes before how fast.
  const ordered = [...names.filter((name) => !ofLoad.test(name)), ...names.filter((name) => ofLoad.test(name))];
  const rows: MetricRow[] = [];
  for (const metric of ordered) {
    if (rows.length === MOST_ROWS) break;
    const own = wholeValue(evidence, model, metric);
    if (own === null) continue;
    // Runs are named by the candidate; the champion's evidence says by itself which run speaks for it.
    const other = champion === null ? null : wholeValue(champion, { ...model, run: null }, metric);
    rows.push({
      metric,
      value: own.value,
      unit: own.unit,
      higher_is_better: own.fact.higher_is_better,
      n: own.n,
      dataset: own.fact.dataset ?? own.fact.split,
      interval: own.interval,
      method: own.method,
      baseline: other?.value ?? null,
      baseline_interval: other?.interval ?? null,
      source: own.fact.source,
    });
  }
  return rows.sort((a, b) => (a.metric < b.metric ? -1 : 1));
}

function wholeValue(evidence: Evidence, model: ModelIdentity, metric: string): ShownValue | null {
  const asked = { metric, dataset: null, split: null, run: null, where: {}, keys: null };
  const selection = selectMeasurements(evidence, model, asked);
  const fact = selection.kind === "verdict" ? undefined : selection.groups[0]?.facts[0];
  return fact === undefined ? null : shownValue(fact);
}
