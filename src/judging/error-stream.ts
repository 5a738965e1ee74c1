import type { Evidence } from "../model/evidence.js";
import type { Source } from "../model/source.js";
import { columnOf, type TableColumn } from "../model/table.js";
import type { Predictions } from "./predictions/read-predictions.js";
import { predictionsOf } from "./predictions/side.js";

/** Right and wrong predictions in order of time: 1 for a wrong one. */
export type ErrorStream =
  | { readonly kind: "errors"; readonly errors: readonly number[]; readonly source: Source }
  | { readonly kind: "unusable"; readonly why: string; readonly sources: readonly Source[]; readonly broken: boolean };

/** @param by the column that says in which order the rows came; null takes them as they stand */
export function errorStream(evidence: Evidence, by: string | null): ErrorStream {
  const side = predictionsOf(evidence);
  if (side.kind === "none")
    return {
      kind: "unusable",
      why: "the rule names no series, and there are no predictions",
      sources: [],
      broken: false,
    };
  if (side.kind === "unusable") return side;
  const { labels, guesses, task, table, places } = side.predictions;
  const unusable = (why: string): ErrorStream => ({ kind: "unusable", why, sources: [table.source], broken: false });
  if (task === "regression")
    return unusable("a prediction of a value is neither right nor wrong: name a series with `of`");
  if (typeof guesses === "string") return unusable(guesses);
  const order = by === null ? places.map((_, place) => place) : orderBy(by, side.predictions);
  if (typeof order === "string") return unusable(order);
  return {
    kind: "errors",
    errors: Array.from(order, (row) => (labels[row] === guesses[row] ? 0 : 1)),
    source: table.source,
  };
}

/** Places of the rows in order of a column, rows of one time as they stand. */
function orderBy(name: string, { table, places }: Predictions): Uint32Array | string {
  const column = columnOf(table, name);
  if (column === undefined) return `${table.source.path} has no column ${name} to order by`;
  const moments = momentsOf(column);
  if (typeof moments === "string") return moments;
  const keys = Float64Array.from(places, (row) => moments(row));
  if (keys.some(Number.isNaN)) return `rows of ${table.source.path} have no ${name}`;
  return Uint32Array.from(keys.keys()).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
}

function momentsOf(column: TableColumn): ((row: number) => number) | string {
  if (column.kind === "numbers") return (row) => column.values[row] ?? NaN;
  if (!column.labels.every((text) => /^\d{4}-\d{2}/.test(text)))
    return `${column.name} holds neither numbers nor dates that begin with year and month`;
  // Dates of one form stand in order of their text.
  const sorted = [...column.labels].sort();
  const rank = new Map(sorted.map((text, place) => [text, place]));
  const ranks = column.labels.map((text) => rank.get(text) ?? NaN);
  return (row) => ranks[column.codes[row] ?? -1] ?? NaN;
}
