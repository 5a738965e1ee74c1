import type { FactOf, Slice } from "../../model/fact.js";
import { columnOf, vouchedWhenComputed, type Table } from "../../model/table.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { shownSlice } from "../wording.js";
import { measure, type Measured } from "./measured.js";
import { classKey, oneAgainstRest } from "./one-class.js";
import { everyRow, someRows, type Predictions } from "./read-predictions.js";
import { rowMetric, type RowMetric } from "./row-metric.js";
import type { Clusters } from "./rows-uncertainty.js";
import type { SliceRows } from "./slices.js";

type Fact = FactOf<"measurement">;

/** A metric of one part of the rows, as a fact like any other, with the rows behind it. */
export interface ComputedFact {
  readonly fact: Fact;
  readonly metric: RowMetric;
  readonly predictions: Predictions;
  readonly measured: Measured;
  readonly clusters: Clusters | null;
}

/** A part of the rows for which the metric does not exist. */
export interface NotComputed {
  readonly slice: Slice;
  readonly rows: number;
  readonly why: string;
}

export type Computed =
  | { readonly kind: "facts"; readonly facts: readonly ComputedFact[]; readonly without: readonly NotComputed[] }
  | { readonly kind: "unusable"; readonly why: string };

/**
 * A metric from rows, for each of their parts.
 *
 * @param cluster the column of rows that are not independent; null where they are
 */
export function computeMetric(
  name: string,
  predictions: Predictions,
  parts: readonly SliceRows[],
  cluster: string | null,
): Computed {
  const reading = interpretMetric(name);
  const { [classKey]: ofClass, ...others } = reading.slice;
  if (Object.keys(others).length > 0)
    return { kind: "unusable", why: `${name} is of a part of the data, and is not computed from predictions` };
  const asked = ofClass === undefined ? parts : parts.map((part) => ofOneClass(part, ofClass));
  const judgedOf = (rows: Predictions, part: SliceRows | undefined): Predictions =>
    part?.ofClass === undefined ? rows : oneAgainstRest(rows, part.ofClass);
  if (asked.some((part) => part.ofClass !== undefined) && predictions.task === "regression")
    return { kind: "unusable", why: `${predictions.table.source.path} holds values, and no classes` };
  const metric = rowMetric(reading.metric, reading.protocol, judgedOf(predictions, asked[0]));
  if (metric.kind === "unusable") return metric;
  if (cluster !== null && columnOf(predictions.table, cluster) === undefined)
    return { kind: "unusable", why: `${predictions.table.source.path} has no column ${cluster} to cluster by` };
  const facts: ComputedFact[] = [];
  const without: NotComputed[] = [];
  for (const piece of asked) {
    const { slice, rows } = piece;
    const chosen = rows.length === predictions.labels.length ? predictions : someRows(predictions, rows);
    const part = judgedOf(chosen, piece);
    const measured = measure(metric.metric, part);
    if (measured.kind === "unusable") without.push({ slice, rows: rows.length, why: measured.why });
    else
      facts.push({
        fact: {
          ...factOf(name, slice, metric.metric, part, measured.measured.value),
          // Rows that are not independent are no trials, however few clusters there are to say how far they may be off.
          ...(cluster === null ? {} : { trials: null }),
        },
        metric: metric.metric,
        predictions: part,
        measured: measured.measured,
        clusters: cluster === null ? null : clustersOf(cluster, part),
      });
  }
  return { kind: "facts", facts, without };
}

const ofOneClass = (part: SliceRows, name: string): SliceRows => ({
  ...part,
  slice: { [classKey]: name, ...part.slice },
  ofClass: name,
});

/** Each class against all others, as one part each. */
export const classesOf = (predictions: Predictions): readonly SliceRows[] =>
  wholeOf(predictions).flatMap((whole) => predictions.classes.map((name) => ofOneClass(whole, name)));

/** All rows together, as one part. */
export const wholeOf = ({ labels }: Predictions): readonly SliceRows[] => [
  { slice: {}, rows: everyRow(labels.length) },
];

/** Several parts as one. */
export const pooledRows = (parts: readonly SliceRows[]): SliceRows => ({
  slice: {},
  rows: Uint32Array.from(parts.flatMap(({ rows }) => [...rows])).sort(),
});

function factOf(name: string, slice: Slice, metric: RowMetric, predictions: Predictions, value: number): Fact {
  const { metric: id, protocol, higherIsBetter, unit } = interpretMetric(name);
  const { table, labels } = predictions;
  return {
    kind: "measurement",
    model: null,
    version: null,
    format: table.format,
    at: table.at,
    vouched: vouchedWhenComputed(table.vouched),
    source: table.source,
    metric: id,
    raw_metric: name,
    value,
    non_finite: null,
    unit,
    unit_guessed: false,
    higher_is_better: higherIsBetter,
    dataset: null,
    split: null,
    slice,
    n: labels.length,
    trials: trialsOf(metric, predictions),
    standard_error: null,
    interval: null,
    threshold: null,
    fold: null,
    step: null,
    protocol,
    run: null,
    claimed: false,
    about: null,
  };
}

/** The rows that a share is taken among; null for all else. */
function trialsOf(metric: RowMetric, { labels, guesses }: Predictions): number | null {
  if (metric.kind !== "counts" || metric.share === null || typeof guesses === "string") return null;
  const { among } = metric.share;
  if (among === "rows") return labels.length;
  const [column, wanted] =
    among === "positives" || among === "negatives"
      ? [labels, among === "positives" ? 1 : 0]
      : [guesses, among === "predicted-positives" ? 1 : 0];
  let rows = 0;
  for (let row = 0; row < column.length; row++) if (column[row] === wanted) rows++;
  return rows;
}

/** The clusters of rows, numbered in the order of their names. */
function clustersOf(column: string, { table, places }: Predictions): Clusters {
  const found = columnOf(table, column);
  const nameOf = (row: number): string =>
    found === undefined ? "" : found.kind === "texts" ? (found.text(row) ?? "") : String(found.values[row] ?? NaN);
  const names = Array.from(places, nameOf);
  const number = new Map([...new Set(names)].sort().map((name, place) => [name, place]));
  return { column, of: Uint32Array.from(names, (name) => number.get(name) ?? 0), count: number.size };
}

/** The parts by name. */
export const bySlice = (facts: readonly ComputedFact[]): ReadonlyMap<string, ComputedFact> =>
  new Map(facts.map((computed) => [shownSlice(computed.fact.slice), computed]));

export const tableOf = ({ predictions }: ComputedFact): Table => predictions.table;
