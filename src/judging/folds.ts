import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import { comparable } from "./comparable.js";
import { sameMetric } from "./selection.js";

type Measurement = FactOf<"measurement">;

/** What picks the folds of one cross-validation. */
export interface FoldsAsked {
  readonly metric: string;
  readonly dataset: string | null;
  /** The model's own run: folds of another are left out. */
  readonly run: string | null;
  /** The run that a rule asks for: folds that name none are left out as well. */
  readonly onlyRun: string | null;
  /** Training scores are taken only where it says train. */
  readonly split: string | null;
}

/** The folds of one cross-validation, in order of their number, or the fold that is no number. */
export type Folds =
  | {
      readonly kind: "folds";
      readonly label: string;
      readonly values: readonly number[];
      readonly facts: readonly [Measurement, ...Measurement[]];
    }
  | { readonly kind: "unreadable"; readonly label: string; readonly why: string; readonly fact: Measurement };

/** Every cross-validation that states a metric: folds of one file, run, data set and way of computing belong together. */
export function foldsOf(evidence: Evidence, asked: FoldsAsked): readonly Folds[] {
  const sets = new Map<string, [Measurement, ...Measurement[]]>();
  for (const fact of evidence.of("measurement")) {
    if (!isFold(fact, asked)) continue;
    const key = JSON.stringify([fact.source.path, fact.run, fact.dataset, fact.protocol]);
    const known = sets.get(key);
    if (known === undefined) sets.set(key, [fact]);
    else known.push(fact);
  }
  return [...sets.values()].map(readFolds);
}

function isFold(fact: Measurement, { metric, dataset, run, onlyRun, split }: FoldsAsked): boolean {
  if (fact.fold === null || fact.claimed || fact.about !== null || !sameMetric(fact, metric)) return false;
  if (Object.keys(fact.slice).length > 0) return false;
  if (dataset !== null && fact.dataset !== dataset) return false;
  if (onlyRun !== null && fact.run !== onlyRun) return false;
  if (onlyRun === null && run !== null && fact.run !== null && fact.run !== run) return false;
  return split === null ? fact.split !== "train" : fact.split === split;
}

function readFolds(facts: readonly [Measurement, ...Measurement[]]): Folds {
  const [first, ...rest] = [...facts].sort((a, b) => (a.fold ?? 0) - (b.fold ?? 0));
  const ordered: readonly [Measurement, ...Measurement[]] = first === undefined ? facts : [first, ...rest];
  const label = ordered[0].source.path;
  const values: number[] = [];
  const seen = new Set<number | null>();
  for (const fact of ordered) {
    const read = comparable(fact, null);
    if (read.kind === "unreadable")
      return { kind: "unreadable", label, why: `fold ${fact.fold ?? "?"}: ${read.why}`, fact };
    if (seen.has(fact.fold)) return { kind: "unreadable", label, why: `fold ${fact.fold ?? "?"} stands twice`, fact };
    seen.add(fact.fold);
    values.push(read.quantified.value);
  }
  return { kind: "folds", label, values, facts: ordered };
}
