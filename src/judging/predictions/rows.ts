import type { Evidence } from "../../model/evidence.js";
import type { FactOf } from "../../model/fact.js";
import type { Source } from "../../model/source.js";
import { columnOf } from "../../model/table.js";
import type { MeasurementGroup, Selection } from "../selection.js";
import type { Uncertainty } from "../uncertainty.js";
import { shownNumber, shownSlice } from "../wording.js";
import { agreesWithRows } from "./agreement.js";
import {
  bySlice,
  classesOf,
  computeMetric,
  pooledRows,
  tableOf,
  wholeOf,
  type ComputedFact,
  type NotComputed,
} from "./computed.js";
import { classKey } from "./one-class.js";
import { rowsInNone } from "./left-out-rows.js";
import { pairUp, type Pairing } from "./pair.js";
import type { Predictions } from "./read-predictions.js";
import { ownUncertainty, pairedUncertainty } from "./rows-uncertainty.js";
import { predictionsOf } from "./side.js";
import { slicesBy, type SliceRows } from "./slices.js";

type Measurement = FactOf<"measurement">;

export interface RowsAsked {
  readonly metric: string;
  readonly keys: readonly string[] | null;
  /** Column of rows that are not independent. */
  readonly cluster: string | null;
  readonly candidate: Evidence;
  readonly champion: Evidence | null;
}

/** What rows of predictions say of a metric, of one model or of two. */
export interface Rows {
  /** The candidate's table. */
  readonly source: Source;
  readonly candidate: ReadonlyMap<string, ComputedFact>;
  readonly champion: ReadonlyMap<string, ComputedFact>;
  /** Parts of the candidate's rows for which the metric does not exist. */
  readonly without: readonly NotComputed[];
  /** How many of the candidate's rows are in no slice, since they have no value of its columns, and of how many. */
  readonly leftOut: { readonly rows: number; readonly of: number };
  /** Null where one of the two has no predictions. */
  readonly pairing: Pairing | null;
  /** Some parts of the candidate's rows as one. */
  pool(slices: readonly string[]): ComputedFact | null;
  poolOfChampion(slices: readonly string[]): ComputedFact | null;
}

/** The rows that a rule may be judged by, or why they are not used; no reason where there are none. */
export type RowsReading =
  | { readonly kind: "rows"; readonly rows: Rows }
  | {
      readonly kind: "unused";
      readonly why: string | null;
      readonly sources: readonly Source[];
      /** True where a file that would have given them cannot be read. */
      readonly broken: boolean;
    };

export const noRows: RowsReading = { kind: "unused", why: null, sources: [], broken: false };

export function readRows(asked: RowsAsked): RowsReading {
  const own = predictionsOf(asked.candidate);
  if (own.kind === "none") return noRows;
  if (own.kind === "unusable") return { ...own, kind: "unused" };
  const other = asked.champion === null ? null : predictionsOf(asked.champion);
  const pairing =
    other?.kind === "predictions"
      ? pairUp(own.predictions, other.predictions)
      : other?.kind === "unusable"
        ? ({ kind: "unpaired", why: `of the baseline, ${other.why}` } as const)
        : null;
  const predictions = pairing?.kind === "pair" ? pairing.pair.candidate : own.predictions;
  const parts = partsOf(asked.keys, predictions);
  const sources = [predictions.table.source];
  if (typeof parts === "string") return { kind: "unused", why: parts, sources, broken: false };
  const computed = computeMetric(asked.metric, predictions, parts, asked.cluster);
  if (computed.kind === "unusable") return { kind: "unused", why: computed.why, sources, broken: false };
  const champion =
    pairing?.kind === "pair" ? pairing.pair.champion : other?.kind === "predictions" ? other.predictions : null;
  const championParts = pairing?.kind === "pair" ? parts : champion === null ? [] : partsOf(asked.keys, champion);
  const compute = (from: Predictions | null, chosen: readonly SliceRows[]): readonly ComputedFact[] => {
    const found = from === null ? null : computeMetric(asked.metric, from, chosen, asked.cluster);
    return found?.kind === "facts" ? found.facts : [];
  };
  const pooled = (
    from: Predictions | null,
    all: readonly SliceRows[],
    slices: readonly string[],
  ): ComputedFact | null => {
    const chosen = all.filter(({ slice }) => slices.includes(shownSlice(slice)));
    // Classes share their rows: together they are no larger part.
    if (chosen.some(({ ofClass }) => ofClass !== undefined)) return null;
    return compute(from, [pooledRows(chosen)])[0] ?? null;
  };
  const ofChampion = typeof championParts === "string" ? [] : championParts;
  return {
    kind: "rows",
    rows: {
      source: predictions.table.source,
      candidate: bySlice(computed.facts),
      champion: bySlice(compute(champion, ofChampion)),
      without: computed.without,
      leftOut: {
        rows: parts.some(({ ofClass }) => ofClass !== undefined) ? 0 : rowsInNone(parts, predictions.labels.length),
        of: predictions.labels.length,
      },
      pairing,
      pool: (slices) => pooled(predictions, parts, slices),
      poolOfChampion: (slices) => pooled(champion, ofChampion, slices),
    },
  };
}

function partsOf(keys: readonly string[] | null, predictions: Predictions): readonly SliceRows[] | string {
  if (keys === null) return wholeOf(predictions);
  const [key, ...others] = keys;
  // A report slices by the classes that rows only name by their labels.
  if (key === classKey && others.length === 0 && columnOf(predictions.table, key) === undefined)
    return predictions.task === "regression"
      ? `${predictions.table.source.path} holds no classes`
      : classesOf(predictions);
  const parts = slicesBy(keys, predictions.table, predictions.places);
  return parts.length > 0 ? parts : `no row of ${predictions.table.source.path} has a value of ${keys.join(" and ")}`;
}

/** What a value of the metric may be off by, as its rows say; null where its trials or nothing say it. */
export function uncertaintyOf({ metric, predictions, measured, clusters, fact }: ComputedFact): Uncertainty | null {
  return fact.trials !== null && clusters === null ? null : ownUncertainty(metric, predictions, measured, clusters);
}

/** What the rows that both answered say of the change in one part; null where they say nothing. */
export function changeUncertainty(
  { metric, predictions, clusters }: ComputedFact,
  champion: ComputedFact,
): Uncertainty | null {
  return pairedUncertainty(metric, { candidate: predictions, champion: champion.predictions, by: "" }, clusters);
}

/** Measurements with the rows that they were found to be of. */
export interface WithRows {
  readonly selection: Selection;
  readonly behind: ReadonlyMap<Measurement, ComputedFact>;
  /** What is to be said of predictions that are of something else. */
  readonly aside: ReadonlyMap<Measurement, string>;
}

/**
 * Puts rows behind the measurements that they agree with, and in the place of those that nobody stated or that only the
 * card claims. Rows that contradict a statement of the same quantity are a statement too: the two conflict.
 */
export function withRows(selection: Selection, computed: ReadonlyMap<string, ComputedFact>): WithRows {
  const behind = new Map<Measurement, ComputedFact>();
  const aside = new Map<Measurement, string>();
  if (computed.size === 0) return { selection, behind, aside };
  if (selection.kind === "verdict" ? selection.unstated : selection.claimed) {
    const groups = [...computed.values()].map((one): MeasurementGroup => {
      behind.set(one.fact, one);
      return { facts: [one.fact], conflict: false };
    });
    return { selection: { kind: "measurements", groups, claimed: false }, behind, aside };
  }
  if (selection.kind === "verdict") return { selection, behind, aside };
  const groups = selection.groups.map((group): MeasurementGroup => {
    const one = computed.get(shownSlice(group.facts[0].slice));
    if (one === undefined || group.conflict) return group;
    const [stated] = group.facts;
    if (agreesWithRows(stated, one.fact, null)) {
      const merged = mergedWith(stated, one);
      behind.set(merged, one);
      return { facts: [merged, ...group.facts.slice(1)], conflict: false };
    }
    if (isSameQuantity(stated, one)) return { facts: [...group.facts, one.fact], conflict: true };
    const value = one.fact.value === null ? "nothing" : shownNumber(one.fact.value);
    aside.set(stated, `the rows of ${tableOf(one).source.path} give ${value} and are not of this result`);
    return group;
  });
  return { selection: { ...selection, groups }, behind, aside };
}

/** The value as the rows give it, unrounded, where the file states it. */
const mergedWith = (stated: Measurement, { fact }: ComputedFact): Measurement => ({
  ...stated,
  value: fact.value,
  unit: fact.unit ?? stated.unit,
  unit_guessed: false,
  n: fact.n,
  trials: fact.trials,
  standard_error: null,
});

/** Neither says of which data or split it is, and their sizes do not tell them apart. */
const isSameQuantity = (stated: Measurement, { fact }: ComputedFact): boolean =>
  stated.dataset === null && stated.split === null && (stated.n === null || stated.n === fact.n);
