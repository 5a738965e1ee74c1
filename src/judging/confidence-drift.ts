import type { Evidence } from "../model/evidence.js";
import { columnOf, type NumberColumn, type Table } from "../model/table.js";
import { driftScore, type ScoreAsked } from "./drift-score.js";
import {
  computedDriftFact,
  referenceAndCurrent,
  type ComputedDrift,
  type DriftFault,
  type DriftOfTables,
} from "./drift-tables.js";

/** Names of columns that hold how sure the model was of what it predicted. */
const confidenceName = /^(confidence|max_?prob(ability)?|top_?prob(ability)?|certainty)$/i;

export const isConfidence = (column: string): boolean => confidenceName.test(column);

/** How sure the model was of each row: its own column, else the greater of a probability and its rest. */
function confidenceOf(table: Table): NumberColumn | string {
  const named = table.columns.find(({ name }) => isConfidence(name));
  if (named !== undefined) return named.kind === "numbers" ? named : `${named.name} holds texts`;
  const score = columnOf(table, table.names.score);
  if (score?.kind !== "numbers") return "no column holds a confidence or a probability";
  if (score.values.some((value) => value < 0 || value > 1)) return `${score.name} holds no probabilities`;
  return { ...score, name: "confidence", values: score.values.map((value) => Math.max(value, 1 - value)) };
}

/** Drift of the confidence between reference and current tables. */
export function confidenceDriftOfTables(evidence: Evidence, asked: ScoreAsked): DriftOfTables {
  const pair = referenceAndCurrent(evidence);
  if (pair.kind !== "tables") return pair;
  const reference = confidenceOf(pair.reference);
  if (typeof reference === "string")
    return {
      kind: "unusable",
      why: `${pair.reference.source.path}: ${reference}`,
      sources: [pair.reference.source],
      broken: false,
    };
  const drift: ComputedDrift[] = [];
  const faults: DriftFault[] = [];
  for (const current of pair.current) {
    const other = confidenceOf(current);
    const found = typeof other === "string" ? other : driftScore(reference, other, asked);
    if (typeof found === "string")
      faults.push({ column: "confidence", why: found, missing: typeof other === "string", source: current.source });
    else
      drift.push({
        score: found,
        current,
        fact: computedDriftFact("confidence", "prediction", asked.method, found, current),
      });
  }
  return { kind: "drift", drift, faults };
}
