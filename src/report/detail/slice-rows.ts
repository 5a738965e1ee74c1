import type { Evidence, ModelIdentity } from "../../model/evidence.js";
import type { FactOf, Slice } from "../../model/fact.js";
import type { SliceRow } from "../../model/report-detail.js";
import { selectMeasurements } from "../../judging/selection.js";
import { isOwnMetric, shownValue } from "../metric-rows.js";

/** Values of fewer people than these are withheld: a small group's number may tell of a person. */
export const SMALLEST_GROUP = 10;

/** Every metric on every part of the data, by metric and part, beside the champion's. */
export function sliceRows(evidence: Evidence, model: ModelIdentity, champion: Evidence | null): readonly SliceRow[] {
  const parts = new Map<string, { readonly metric: string; readonly keys: readonly string[] }>();
  for (const fact of evidence.of("measurement")) {
    const keys = Object.keys(fact.slice).sort();
    if (keys.length > 0 && isOwnMetric(fact))
      parts.set(JSON.stringify([fact.metric, keys]), { metric: fact.metric, keys });
  }
  return [...parts.keys()].sort().flatMap((key) => {
    const part = parts.get(key);
    return part === undefined ? [] : rowsOf(part.metric, part.keys, evidence, model, champion);
  });
}

function rowsOf(
  metric: string,
  keys: readonly string[],
  evidence: Evidence,
  model: ModelIdentity,
  champion: Evidence | null,
): readonly SliceRow[] {
  const own = factsOf(metric, keys, evidence, model);
  const others = new Map(
    (champion === null ? [] : factsOf(metric, keys, champion, { ...model, run: null })).map((fact) => [
      keyOf(fact.slice),
      fact,
    ]),
  );
  const rows = own.map((fact) => rowOf(metric, fact, others.get(keyOf(fact.slice))));
  return rows.sort((a, b) => (keyOf(a.slice) < keyOf(b.slice) ? -1 : 1));
}

function rowOf(metric: string, fact: FactOf<"measurement">, other: FactOf<"measurement"> | undefined): SliceRow {
  const own = shownValue(fact);
  const n = fact.n ?? own?.n ?? null;
  const suppressed = n !== null && n < SMALLEST_GROUP;
  const baseline = suppressed || other === undefined ? null : shownValue(other);
  return {
    metric,
    higher_is_better: fact.higher_is_better,
    slice: fact.slice,
    value: suppressed ? null : (own?.value ?? null),
    interval: suppressed ? null : (own?.interval ?? null),
    method: suppressed ? null : (own?.method ?? null),
    n: suppressed ? null : n,
    baseline: baseline?.value ?? null,
    baseline_interval: baseline?.interval ?? null,
    suppressed,
    source: fact.source,
  };
}

function factsOf(
  metric: string,
  keys: readonly string[],
  evidence: Evidence,
  model: ModelIdentity,
): readonly FactOf<"measurement">[] {
  const selection = selectMeasurements(evidence, model, {
    metric,
    dataset: null,
    split: null,
    run: null,
    where: {},
    keys,
  });
  return selection.kind === "verdict" ? [] : selection.groups.map(({ facts }) => facts[0]);
}

const keyOf = (slice: Slice): string =>
  JSON.stringify(
    Object.keys(slice)
      .sort()
      .map((key) => [key, slice[key]]),
  );
