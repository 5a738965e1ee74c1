import { columnOf, type Table, type TableColumn } from "../../model/table.js";
import { someRows, type Predictions } from "./read-predictions.js";

/** Two models' predictions for the same rows, in the same order. */
export interface Pair {
  readonly candidate: Predictions;
  readonly champion: Predictions;
  /** How the rows were found to be the same. */
  readonly by: string;
}

export type Pairing =
  { readonly kind: "pair"; readonly pair: Pair } | { readonly kind: "unpaired"; readonly why: string };

const unpaired = (why: string): Pairing => ({ kind: "unpaired", why });

const pairedBefore = new WeakMap<Predictions, { readonly champion: Predictions; readonly pairing: Pairing }>();

/** Brings the champion's rows into the candidate's order, by id; where neither has ids, rows must stand in one order. */
export function pairUp(candidate: Predictions, champion: Predictions): Pairing {
  const known = pairedBefore.get(candidate);
  // Several rules compare the same two.
  if (known?.champion === champion) return known.pairing;
  const pairing = pairRows(candidate, champion);
  pairedBefore.set(candidate, { champion, pairing });
  return pairing;
}

function pairRows(candidate: Predictions, champion: Predictions): Pairing {
  if (candidate.task !== champion.task)
    return unpaired(
      `the candidate's labels are ${taskWords[candidate.task]}, the champion's ${taskWords[champion.task]}`,
    );
  const { length: rows } = candidate.labels;
  if (champion.labels.length !== rows)
    return unpaired(`the candidate has ${rows} labelled rows, the champion ${champion.labels.length}`);
  const aligned = alignment(candidate, champion);
  if (typeof aligned === "string") return unpaired(aligned);
  const reordered = aligned.order === null ? champion : someRows(champion, aligned.order);
  const [own, other] = inOneCode(candidate, reordered);
  const differing = countOtherLabels(own, other);
  if (differing > 0) {
    const unnamed = aligned.by === null ? ", and there are no ids to pair by" : "";
    return unpaired(`${differing} of ${rows} rows have another label in the champion's file${unnamed}`);
  }
  return { kind: "pair", pair: { candidate: own, champion: other, by: aligned.by ?? "order" } };
}

const taskWords = { binary: "0 and 1", multiclass: "classes", regression: "values" } as const;

interface Alignment {
  /** Places of the champion's rows in the candidate's order; null where they stand so already. */
  readonly order: Uint32Array | null;
  /** The column of ids; null where rows are taken as they stand. */
  readonly by: string | null;
}

function alignment(candidate: Predictions, champion: Predictions): Alignment | string {
  const [counts, others] = [candidate.table.countsDigest, champion.table.countsDigest];
  if (counts !== undefined || others !== undefined) return ofCounts(counts === others, candidate, champion);
  const own = idsOf(candidate.table);
  const other = idsOf(champion.table);
  if (own === undefined && other === undefined) return { order: null, by: null };
  if (own === undefined || other === undefined)
    return `only the ${own === undefined ? "champion" : "candidate"}'s file has a column of ids`;
  if (sameIds(own, other, candidate, champion)) return { order: null, by: own.name };
  const places = placesById(other, champion);
  if (places === null) return `ids in ${other.name} repeat`;
  const order = new Uint32Array(candidate.places.length);
  const seen = new Set<number>();
  for (let place = 0; place < order.length; place++) {
    const id = idAt(own, candidate.places[place] ?? 0);
    const there = id === null ? undefined : places.get(id);
    if (there === undefined)
      return `the champion's file lacks ids of the candidate's${id === null ? "" : `, such as ${id}`}`;
    if (seen.has(there)) return `ids in ${own.name} repeat`;
    seen.add(there);
    order[place] = there;
  }
  return { order, by: own.name };
}

/** Only a joint count says what both models answered on a row: two counts of their own have lost it. */
function ofCounts(joint: boolean, candidate: Predictions, champion: Predictions): Alignment | string {
  if (!joint) return "counts of two files do not say which rows are the same: count both models' answers together";
  const same = candidate.places.every((row, place) => row === champion.places[place]);
  return same ? { order: null, by: "joint counts" } : "the two models' columns have labels on other rows";
}

const idsOf = (table: Table): TableColumn | undefined => columnOf(table, table.names.id);

/** True where both files hold the same ids in the same order; whether they repeat does not matter then. */
function sameIds(own: TableColumn, other: TableColumn, candidate: Predictions, champion: Predictions): boolean {
  const whole = candidate.table.rows === candidate.places.length && champion.table.rows === champion.places.length;
  if (whole && own.kind === "texts" && other.kind === "texts") return own.sameTexts(other);
  if (whole && own.kind === "numbers" && other.kind === "numbers") return sameNumbers(own.values, other.values);
  return candidate.places.every((row, place) => {
    const id = idAt(own, row);
    return id !== null && id === idAt(other, champion.places[place] ?? 0);
  });
}

function sameNumbers(own: Float64Array, other: Float64Array): boolean {
  for (let row = 0; row < own.length; row++) if (own[row] !== other[row]) return false;
  return own.length === other.length;
}

function idAt(column: TableColumn, row: number): string | number | null {
  if (column.kind === "texts") return column.text(row);
  const id = column.values[row] ?? NaN;
  return Number.isNaN(id) ? null : id;
}

/** Null where an id repeats. */
function placesById(column: TableColumn, { places }: Predictions): ReadonlyMap<string | number, number> | null {
  const byId = new Map<string | number, number>();
  for (let place = 0; place < places.length; place++) {
    const id = idAt(column, places[place] ?? 0);
    if (id === null || byId.has(id)) return null;
    byId.set(id, place);
  }
  return byId;
}

/** Both in the codes of all classes that either names. */
function inOneCode(candidate: Predictions, champion: Predictions): readonly [Predictions, Predictions] {
  const classes = [...new Set([...candidate.classes, ...champion.classes])].sort();
  return [recoded(candidate, classes), recoded(champion, classes)];
}

function recoded(predictions: Predictions, classes: readonly string[]): Predictions {
  if (predictions.task !== "multiclass") return predictions;
  const places = Float64Array.from(predictions.classes, (name) => classes.indexOf(name));
  const moved = (codes: Float64Array): Float64Array => codes.map((code) => places[code] ?? NaN);
  const { labels, guesses } = predictions;
  return {
    ...predictions,
    classes,
    labels: moved(labels),
    guesses: typeof guesses === "string" ? guesses : moved(guesses),
  };
}

function countOtherLabels(candidate: Predictions, champion: Predictions): number {
  let differing = 0;
  for (let row = 0; row < candidate.labels.length; row++)
    if (candidate.labels[row] !== champion.labels[row]) differing++;
  return differing;
}
