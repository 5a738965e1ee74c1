import { columnOf, type NumberColumn, type Table, type TableColumn, type TextColumn } from "../../model/table.js";

export type Task = "binary" | "multiclass" | "regression";

/** Labelled rows with what was predicted for them. Rows without a label are left out. */
export interface Predictions {
  readonly table: Table;
  readonly task: Task;
  /** The row of the table that each of these rows is. */
  readonly places: Uint32Array;
  /** Binary: 1 for positive, else 0. Multiclass: the place of the class. Regression: the value. */
  readonly labels: Float64Array;
  /** What was predicted, coded as the labels; a reason where there is no such column or it has gaps. */
  readonly guesses: Float64Array | string;
  /** Scores of the positive class; a reason where there are none. */
  readonly scores: Float64Array | string;
  /** Names of the classes; empty for regression. */
  readonly classes: readonly string[];
}

export type PredictionsReading =
  | { readonly kind: "predictions"; readonly predictions: Predictions }
  | { readonly kind: "unusable"; readonly why: string };

/** More classes than this are an id or a number, not a class. */
const MOST_CLASSES = 200;

const positiveWords = new Set(["1", "true", "yes", "y", "positive", "pos"]);
const negativeWords = new Set(["0", "false", "no", "n", "negative", "neg"]);

const unusable = (why: string): PredictionsReading => ({ kind: "unusable", why });

/** Reads what is true and what was predicted from a table's columns. */
export function readPredictions(table: Table): PredictionsReading {
  const { names } = table;
  const label = columnOf(table, names.label);
  if (label === undefined)
    return unusable("no column says what is true: name it in referee.yaml, `columns: { label: … }`");
  const places = labelled(label, table.rows);
  if (places.length === 0) return unusable(`no row has a label in ${label.name}`);
  const prediction = columnOf(table, names.prediction);
  const score = columnOf(table, names.score);
  if (prediction === undefined && score === undefined)
    return unusable(
      "no column says what was predicted: name it in referee.yaml, `columns: { prediction: …, score: … }`",
    );
  const binary = binaryLabels(label, places);
  if (binary !== null)
    return { kind: "predictions", predictions: binaryPredictions(table, places, binary, prediction, score) };
  if (isRegression(label, prediction, places))
    return { kind: "predictions", predictions: regression(table, places, label, prediction) };
  return multiclass(table, places, label, prediction);
}

let everyPlace = new Uint32Array(0);

/** The places of all of so many rows; the same for every table, and not to be written to. */
export function everyRow(rows: number): Uint32Array {
  if (rows > everyPlace.length) {
    everyPlace = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) everyPlace[row] = row;
  }
  return everyPlace.subarray(0, rows);
}

function labelled(label: TableColumn, rows: number): Uint32Array {
  if (label.kind === "numbers" && label.missing === 0) return everyRow(rows);
  const present = label.kind === "numbers" ? (row: number) => !Number.isNaN(label.values[row]) : hasText(label);
  const places = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (present(row)) places[count++] = row;
  return places.slice(0, count);
}

const hasText =
  ({ codes }: TextColumn) =>
  (row: number): boolean =>
    (codes[row] ?? -1) >= 0;

/** 0 and 1 for each place; null where the column holds anything but two classes that say which one is positive. */
function binaryLabels(column: TableColumn, places: Uint32Array): Float64Array | null {
  if (column.kind === "numbers" && isWhole(column, places)) return onlyZeroAndOne(column.values) ? column.values : null;
  const meaning = column.kind === "texts" ? column.labels.map(binaryWord) : null;
  const valueAt = (row: number): number =>
    column.kind === "numbers" ? (column.values[row] ?? NaN) : (meaning?.[column.codes[row] ?? -1] ?? NaN);
  const labels = new Float64Array(places.length);
  for (let place = 0; place < places.length; place++) {
    const value = valueAt(places[place] ?? 0);
    if (value !== 0 && value !== 1) return null;
    labels[place] = value;
  }
  return labels;
}

/** True where the rows are all that the column has, as they stand in it: its values are theirs. */
const isWhole = ({ values }: NumberColumn, places: Uint32Array): boolean => values.length === places.length;

function onlyZeroAndOne(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (values[row] !== 0 && values[row] !== 1) return false;
  return true;
}

function binaryWord(word: string): number {
  const lower = word.trim().toLowerCase();
  return positiveWords.has(lower) ? 1 : negativeWords.has(lower) ? 0 : NaN;
}

function binaryPredictions(
  table: Table,
  places: Uint32Array,
  labels: Float64Array,
  prediction: TableColumn | undefined,
  score: TableColumn | undefined,
): Predictions {
  const guesses = prediction === undefined ? null : binaryLabels(prediction, places);
  // A column called prediction that holds shares is one of scores.
  const asScore = score ?? (guesses === null && prediction?.kind === "numbers" ? prediction : undefined);
  return {
    table,
    task: "binary",
    places,
    labels,
    guesses: guesses ?? whyNoGuesses(prediction, places),
    scores: numbersOf(asScore, places, "score"),
    classes: ["0", "1"],
  };
}

function whyNoGuesses(prediction: TableColumn | undefined, places: Uint32Array): string {
  if (prediction === undefined) return "no column holds the predicted class";
  const gaps = gapsOf(prediction, places);
  return gaps > 0
    ? `${gaps} labelled rows have no prediction in ${prediction.name}`
    : `${prediction.name} holds other values than 0 and 1`;
}

function gapsOf(column: TableColumn, places: Uint32Array): number {
  let gaps = 0;
  for (const row of places)
    if (column.kind === "numbers" ? Number.isNaN(column.values[row]) : (column.codes[row] ?? -1) < 0) gaps++;
  return gaps;
}

/** Finite numbers of these rows, or why there are none. */
function numbersOf(column: TableColumn | undefined, places: Uint32Array, what: string): Float64Array | string {
  if (column === undefined) return `no column holds the predicted ${what}`;
  if (column.kind === "texts") return `${column.name} holds texts where a ${what} is due`;
  if (isWhole(column, places) && allFinite(column.values)) return column.values;
  const numbers = new Float64Array(places.length);
  let bad = 0;
  let missing = 0;
  for (let place = 0; place < places.length; place++) {
    const number = column.values[places[place] ?? 0] ?? NaN;
    if (Number.isNaN(number)) missing++;
    else if (!Number.isFinite(number)) bad++;
    numbers[place] = number;
  }
  if (missing > 0) return `${missing} labelled rows have no ${what} in ${column.name}`;
  return bad > 0 ? `${bad} rows have an infinite ${what} in ${column.name}` : numbers;
}

const holdsIntegers = (column: NumberColumn, places: Uint32Array): boolean => {
  for (const row of places) if (!Number.isInteger(column.values[row])) return false;
  return true;
};

function allFinite(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (!Number.isFinite(values[row])) return false;
  return true;
}

function isRegression(label: TableColumn, prediction: TableColumn | undefined, places: Uint32Array): boolean {
  if (label.kind === "texts" || prediction?.kind !== "numbers") return false;
  return !(holdsIntegers(label, places) && holdsIntegers(prediction, places));
}

const regression = (
  table: Table,
  places: Uint32Array,
  label: TableColumn,
  prediction: TableColumn | undefined,
): Predictions => ({
  table,
  task: "regression",
  places,
  labels: label.kind === "numbers" ? Float64Array.from(places, (row) => label.values[row] ?? NaN) : new Float64Array(0),
  guesses: numbersOf(prediction, places, "value"),
  scores: "the label is no class",
  classes: [],
});

function multiclass(
  table: Table,
  places: Uint32Array,
  label: TableColumn,
  prediction: TableColumn | undefined,
): PredictionsReading {
  const classes = new Map<string, number>();
  const codeOf = (name: string): number => {
    const known = classes.get(name);
    if (known !== undefined) return known;
    classes.set(name, classes.size);
    return classes.size - 1;
  };
  const coded = (column: TableColumn): Float64Array =>
    Float64Array.from(places, (row) => (classes.size > MOST_CLASSES ? NaN : codeOf(nameIn(column, row))));
  const labels = coded(label);
  const gaps = prediction === undefined ? 0 : gapsOf(prediction, places);
  const guesses =
    prediction === undefined
      ? "no column holds the predicted class"
      : gaps > 0
        ? `${gaps} labelled rows have no prediction in ${prediction.name}`
        : coded(prediction);
  if (classes.size > MOST_CLASSES) return unusable(`${label.name} holds more than ${MOST_CLASSES} classes`);
  const scores = "scores rank two classes, and the labels are not 0 and 1";
  // By name, so that the order of the rows changes nothing.
  const names = [...classes.keys()].sort();
  const place = Float64Array.from(classes.keys(), (name) => names.indexOf(name));
  const sorted = (codes: Float64Array): Float64Array => codes.map((code) => place[code] ?? NaN);
  return {
    kind: "predictions",
    predictions: {
      table,
      task: "multiclass",
      places,
      labels: sorted(labels),
      guesses: typeof guesses === "string" ? guesses : sorted(guesses),
      scores,
      classes: names,
    },
  };
}

const nameIn = (column: TableColumn, row: number): string =>
  column.kind === "numbers" ? String(column.values[row] ?? NaN) : (column.labels[column.codes[row] ?? -1] ?? "");

/** Some of the rows. @param chosen places among these rows */
export function someRows(predictions: Predictions, chosen: Uint32Array): Predictions {
  const pick = (numbers: Float64Array | string): Float64Array | string =>
    typeof numbers === "string" ? numbers : Float64Array.from(chosen, (place) => numbers[place] ?? NaN);
  return {
    ...predictions,
    places: Uint32Array.from(chosen, (place) => predictions.places[place] ?? 0),
    labels: Float64Array.from(chosen, (place) => predictions.labels[place] ?? NaN),
    guesses: pick(predictions.guesses),
    scores: pick(predictions.scores),
  };
}
