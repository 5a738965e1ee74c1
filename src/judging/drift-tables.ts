import type { Evidence } from "../model/evidence.js";
import type { DriftScope, FactOf } from "../model/fact.js";
import { columnOf, vouchedWhenComputed, type Table, type TableColumn, type TableReading } from "../model/table.js";
import type { Source } from "../model/source.js";
import { driftScore, type DriftScore, type ScoreAsked } from "./drift-score.js";

type Drift = FactOf<"drift">;

/** Drift of one column, computed from tables; `score` says how. */
export interface ComputedDrift {
  readonly fact: Drift;
  readonly score: DriftScore;
  readonly current: Table;
}

/** A column for which it could not be computed. */
export interface DriftFault {
  readonly column: string;
  readonly why: string;
  readonly missing: boolean;
  readonly source: Source;
}

export type DriftOfTables =
  | { readonly kind: "drift"; readonly drift: readonly ComputedDrift[]; readonly faults: readonly DriftFault[] }
  | { readonly kind: "none" }
  | { readonly kind: "unusable"; readonly why: string; readonly sources: readonly Source[]; readonly broken: boolean };

/** Texts of which most rows hold another are names of rows: their frequencies mean nothing. */
const namesRows = (column: TableColumn): boolean =>
  column.kind === "texts" && column.labels.length > 100 && column.labels.length > column.codes.length / 4;

/** The reference and current tables of a model. */
export type TablePair =
  | { readonly kind: "tables"; readonly reference: Table; readonly current: readonly Table[] }
  | Exclude<DriftOfTables, { kind: "drift" }>;

export function referenceAndCurrent(evidence: Evidence): TablePair {
  const references = evidence.tables("reference");
  const currents = evidence.tables("current");
  const unread = [...references, ...currents].find(
    (reading): reading is Extract<TableReading, { kind: "unreadable" }> => reading.kind === "unreadable",
  );
  if (unread !== undefined)
    return { kind: "unusable", why: `${unread.source.path}: ${unread.why}`, sources: [unread.source], broken: true };
  const tables = (readings: readonly TableReading[]): readonly Table[] =>
    withoutTwins(readings.flatMap((reading) => (reading.kind === "table" ? [reading.table] : [])));
  const [reference, ...others] = tables(references);
  const current = tables(currents);
  if (reference === undefined || current.length === 0) {
    if (reference === undefined && current.length === 0) return { kind: "none" };
    const why =
      reference === undefined ? "there is no reference table to compare with" : "there is no table of current data";
    return { kind: "unusable", why, sources: [], broken: false };
  }
  if (others.length > 0) {
    const paths = [reference, ...others].map(({ source }) => source.path).join(", ");
    return { kind: "unusable", why: `several tables are reference data: ${paths}`, sources: [], broken: false };
  }
  return { kind: "tables", reference, current };
}

/** One table in two forms is one table. */
function withoutTwins(tables: readonly Table[]): readonly Table[] {
  const stem = ({ source }: Table): string => source.path.replace(/\.[^./]*$/, "");
  return tables.filter((table, index) => tables.findIndex((other) => stem(other) === stem(table)) === index);
}

/** What a column is to the model. */
function scopeOf({ names }: Table, column: string): DriftScope {
  if (column === names.label) return "target";
  return column === names.score || column === names.prediction ? "prediction" : "column";
}

/** The columns of the reference whose drift is asked of each table of current data, with those tables. */
export function driftColumns(
  evidence: Evidence,
  wanted: (scope: DriftScope, column: string) => boolean,
): readonly { readonly name: string; readonly source: Source }[] {
  const pair = referenceAndCurrent(evidence);
  if (pair.kind !== "tables") return [];
  const { reference } = pair;
  const names = reference.columns.filter((column) => isDriftOf(column, reference, wanted)).map(({ name }) => name);
  return pair.current.flatMap(({ source }) => names.map((name) => ({ name, source })));
}

const isDriftOf = (
  column: TableColumn,
  reference: Table,
  wanted: (scope: DriftScope, column: string) => boolean,
): boolean =>
  column.name !== reference.names.id && !namesRows(column) && wanted(scopeOf(reference, column.name), column.name);

/** Drift of every column that reference and current data share, ids left out. */
export function driftOfTables(
  evidence: Evidence,
  asked: ScoreAsked,
  wanted: (scope: DriftScope, column: string) => boolean,
): DriftOfTables {
  const pair = referenceAndCurrent(evidence);
  if (pair.kind !== "tables") return pair;
  const drift: ComputedDrift[] = [];
  const faults: DriftFault[] = [];
  for (const current of pair.current) {
    for (const column of pair.reference.columns) {
      const { name } = column;
      const scope = scopeOf(pair.reference, name);
      if (!isDriftOf(column, pair.reference, wanted)) continue;
      const other = columnOf(current, name);
      const found = other === undefined ? "current data lacks it" : driftScore(column, other, asked);
      if (typeof found === "string")
        faults.push({ column: name, why: found, missing: other === undefined, source: current.source });
      else drift.push({ fact: computedDriftFact(name, scope, asked.method, found, current), score: found, current });
    }
  }
  return { kind: "drift", drift, faults };
}

/** Drift that was computed, as a fact of the current data. */
export const computedDriftFact = (
  column: string,
  scope: DriftScope,
  method: string,
  found: DriftScore,
  current: Table,
): Drift => ({
  kind: "drift",
  model: null,
  version: null,
  format: current.format,
  at: current.at,
  vouched: vouchedWhenComputed(current.vouched),
  source: current.source,
  scope,
  column,
  method,
  score: found.score,
  p_value: found.byLuck,
  non_finite: null,
  threshold: null,
  drifted: null,
  n_reference: found.reference,
  n_current: found.current,
  share: null,
  limits: null,
});
