import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { MetricRow } from "../model/report.js";
import { judgeBound } from "../judging/bound.js";
import { comparable } from "../judging/comparable.js";
import { selectMeasurements } from "../judging/selection.js";

const MOST_ROWS = 12;

/** The model's own metrics over all data, for tables: what rules judge, and what none asks for. */
export function metricRows(evidence: Evidence, model: ModelIdentity): readonly MetricRow[] {
  const names = [
    ...new Set(
      evidence
        .of("measurement")
        .filter(
          ({ about, fold, higher_is_better: direction, slice }) =>
            about === null && fold === null && direction !== null && Object.keys(slice).length === 0,
        )
        .map(({ metric }) => metric),
    ),
  ].sort();
  const rows: MetricRow[] = [];
  for (const metric of names) {
    if (rows.length === MOST_ROWS) break;
    const selection = selectMeasurements(evidence, model, {
      metric,
      dataset: null,
      split: null,
      run: null,
      where: {},
      keys: null,
    });
    if (selection.kind === "verdict") continue;
    const fact = selection.groups[0]?.facts[0];
    if (fact === undefined) continue;
    const read = comparable(fact, null);
    if (read.kind === "unreadable") continue;
    const { value, trials, n } = read.quantified;
    rows.push({
      metric,
      value,
      unit: fact.unit === "percent" ? "proportion" : fact.unit,
      higher_is_better: fact.higher_is_better,
      n: trials ?? n,
      dataset: fact.dataset ?? fact.split,
      interval: judgeBound(read.quantified, "at-least", value, null).interval,
      baseline: null,
      source: fact.source,
    });
  }
  return rows;
}
