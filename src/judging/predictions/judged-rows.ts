import type { FactOf } from "../../model/fact.js";
import type { Source } from "../../model/source.js";
import type { MeasurementGroup } from "../selection.js";
import { shownSlice } from "../wording.js";
import type { ComputedFact, NotComputed } from "./computed.js";
import type { Pairing } from "./pair.js";
import { withRows, type Rows, type RowsReading } from "./rows.js";
import type { Selection } from "../selection.js";

type Measurement = FactOf<"measurement">;

/** The rows behind the measurements of one rule. */
export interface JudgedRows {
  readonly behind: ReadonlyMap<Measurement, ComputedFact>;
  readonly behindBaseline: ReadonlyMap<Measurement, ComputedFact>;
  readonly aside: ReadonlyMap<Measurement, string>;
  /** Parts for which the metric does not exist, where parts come from rows. */
  readonly without: readonly (NotComputed & { readonly source: Source })[];
  /** Rows that are in no slice, where rows stand behind what is judged. */
  readonly leftOut: { readonly rows: number; readonly of: number; readonly source: Source };
  readonly pairing: Pairing | null;
  /** Small slices as one, and its rows behind it. */
  pool(slices: readonly string[]): MeasurementGroup | null;
}

export interface SelectedWithRows {
  readonly selection: Selection;
  readonly before: Selection | null;
  readonly rows: JudgedRows | null;
}

/** Puts what rows say beside what files state, for a model and its baseline. */
export function selectedWithRows(
  selection: Selection,
  before: Selection | null,
  reading: RowsReading,
): SelectedWithRows {
  if (reading.kind === "unused") return { selection: explained(selection, reading), before, rows: null };
  const { rows } = reading;
  const [without] = rows.without;
  if (rows.candidate.size === 0 && without !== undefined)
    return {
      selection: explained(selection, { ...without, sources: [rows.source], broken: false }),
      before,
      rows: null,
    };
  const own = withRows(selection, rows.candidate);
  const other = before === null ? null : withRows(explainedBaseline(before, rows), rows.champion);
  const behind = new Map(own.behind);
  const behindBaseline = new Map(other?.behind ?? []);
  return {
    selection: own.selection,
    before: other?.selection ?? null,
    rows: {
      behind,
      behindBaseline,
      aside: own.aside,
      without: withoutOf(selection, rows),
      leftOut: { rows: behind.size === 0 ? 0 : rows.leftOut.rows, of: rows.leftOut.of, source: rows.source },
      pairing: rows.pairing,
      pool: (slices) => poolOf(slices, rows, own.selection, other?.selection ?? null, behind, behindBaseline),
    },
  };
}

/** Why the baseline's rows do not give what its files do not state. */
const explainedBaseline = (before: Selection, { pairing, champion }: Rows): Selection =>
  champion.size > 0 || pairing?.kind !== "unpaired"
    ? before
    : explained(before, { why: pairing.why, sources: [], broken: false });

function withoutOf(selection: Selection, { without, source }: Rows): JudgedRows["without"] {
  const fromRows = selection.kind === "verdict" ? selection.unstated : selection.claimed;
  return fromRows ? without.map((part) => ({ ...part, source })) : [];
}

/** A pool of slices of which every one is the rows' own. */
function poolOf(
  slices: readonly string[],
  rows: Rows,
  selection: Selection,
  before: Selection | null,
  behind: Map<Measurement, ComputedFact>,
  behindBaseline: Map<Measurement, ComputedFact>,
): MeasurementGroup | null {
  if (selection.kind !== "measurements") return null;
  const groups = selection.groups.filter(({ facts }) => slices.includes(shownSlice(facts[0].slice)));
  if (!groups.every(({ facts, conflict }) => !conflict && behind.has(facts[0]))) return null;
  const pool = rows.pool(slices);
  if (pool === null) return null;
  behind.set(pool.fact, pool);
  const other = before === null ? null : rows.poolOfChampion(slices);
  if (other !== null) behindBaseline.set(other.fact, other);
  return { facts: [pool.fact], conflict: false };
}

/** A metric that nothing states, with the reason why the rows do not give it. */
function explained(
  selection: Selection,
  reading: Pick<Extract<RowsReading, { kind: "unused" }>, "why" | "sources" | "broken">,
): Selection {
  if (selection.kind !== "verdict" || !selection.unstated || reading.why === null) return selection;
  const { verdict } = selection;
  return {
    ...selection,
    verdict: {
      ...verdict,
      outcome: reading.broken ? "unreadable" : verdict.outcome,
      message: `${verdict.message}; ${reading.why}`,
      sources: [...verdict.sources, ...reading.sources],
    },
  };
}
