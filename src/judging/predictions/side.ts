import type { Evidence } from "../../model/evidence.js";
import type { Source } from "../../model/source.js";
import type { Table, TableReading } from "../../model/table.js";
import { listed } from "../wording.js";
import { readPredictions, type Predictions, type PredictionsReading } from "./read-predictions.js";

/** The predictions that speak for one side of a comparison, or why there are none to use. */
export type Side =
  | { readonly kind: "predictions"; readonly predictions: Predictions }
  | { readonly kind: "none" }
  | {
      readonly kind: "unusable";
      readonly why: string;
      readonly sources: readonly Source[];
      /** True where the file itself cannot be read. */
      readonly broken: boolean;
    };

const pathOf = (reading: TableReading): string =>
  reading.kind === "table" ? reading.table.source.path : reading.source.path;

const stem = (path: string): string => path.replace(/\.[^./]*$/, "");

const says = (path: string, words: RegExp): boolean =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .split(/[^A-Za-z]+/)
    .some((word) => words.test(word));

/** Of several tables that which is of the test set, where the names tell; one file in two forms is one table. */
function chosen(readings: readonly TableReading[]): readonly TableReading[] {
  const distinct = readings.filter(
    (reading, index) => readings.findIndex((other) => stem(pathOf(other)) === stem(pathOf(reading))) === index,
  );
  if (distinct.length < 2) return distinct;
  const untrained = distinct.filter((reading) => !says(pathOf(reading), /^(train|training)$/i));
  if (untrained.length < 2) return untrained;
  const tests = untrained.filter((reading) => says(pathOf(reading), /^(test|holdout|eval|evaluation)$/i));
  return tests.length === 1 ? tests : untrained;
}

const readBefore = new WeakMap<Table, PredictionsReading>();

/** Several rules look at the same table. */
function readOnce(table: Table): PredictionsReading {
  const known = readBefore.get(table);
  if (known !== undefined) return known;
  const reading = readPredictions(table);
  readBefore.set(table, reading);
  return reading;
}

/** The table of predictions of one side of a model. */
export function predictionsOf(evidence: Evidence): Side {
  const readings = chosen(evidence.tables("predictions"));
  const [first] = readings;
  if (first === undefined) return { kind: "none" };
  if (readings.length > 1) {
    const paths = readings.map(pathOf);
    const why = `several tables hold predictions, and nothing says which is meant: ${listed(paths.slice(0, 4))}`;
    return { kind: "unusable", why, sources: [], broken: false };
  }
  if (first.kind === "unreadable")
    return { kind: "unusable", why: `${first.source.path}: ${first.why}`, sources: [first.source], broken: true };
  const { source } = first.table;
  const reading = readOnce(first.table);
  if (reading.kind === "unusable")
    return { kind: "unusable", why: `${source.path}: ${reading.why}`, sources: [source], broken: false };
  return { kind: "predictions", predictions: reading.predictions };
}
