import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isRecord, list, member, members, numeric, scalarText, type ValueRecord } from "../../read/shape.js";
import { confusionRecordCells, isSquareOfCounts, labelKeys } from "./confusion-document.js";
import { confusionStatements } from "./confusion-matrix.js";
import type { Counts } from "./rate-trials.js";

/** Confusion matrices that stand among metrics: `confusion_matrix: [[50, 3], [2, 45]]`, or `tn`, `fp`, `fn` and `tp`. */

const matrixKey = /^(conf(usion)?_?mat(rix)?|cm)$/i;

const quarters = {
  tn: /^(cm_|n_|num_)?(tn|true_?negatives?)$/i,
  fp: /^(cm_|n_|num_)?(fp|false_?positives?)$/i,
  fn: /^(cm_|n_|num_)?(fn|false_?negatives?)$/i,
  tp: /^(cm_|n_|num_)?(tp|true_?positives?)$/i,
} as const;

interface Quarters {
  readonly tn: number;
  readonly fp: number;
  readonly fn: number;
  readonly tp: number;
}

const countIn = (value: Value | undefined): number | undefined => {
  const count = numeric(value);
  return count !== undefined && Number.isInteger(count) && count >= 0 ? count : undefined;
};

/** The four counts of a record that names them; undefined where one is missing or no count. */
function namedQuarters(record: Value | undefined): Quarters | undefined {
  const [tn, fp, fn, tp] = [quarters.tn, quarters.fp, quarters.fn, quarters.tp].map((name) =>
    countIn(members(record).find(([key]) => name.test(key))?.[1]),
  );
  if (tn === undefined || fp === undefined || fn === undefined || tp === undefined) return undefined;
  return { tn, fp, fn, tp };
}

/** True for a record that names the four counts of a classifier of two classes. */
export const namesQuarters = (value: Value | undefined): boolean => namedQuarters(value) !== undefined;

const matrixIn = (record: ValueRecord): readonly [string, Value] | undefined =>
  members(record).find(([key]) => matrixKey.test(key));

/** Of two classes the rows are what was true, as scikit-learn has it, unless the recall beside them says otherwise. */
function twoClasses(matrix: readonly Value[], record: ValueRecord): Quarters | undefined {
  const [tn, fp, fn, tp] = matrix.flatMap((row) => list(row) ?? []).map(countIn);
  if (matrix.length !== 2 || tn === undefined || fp === undefined || fn === undefined || tp === undefined) {
    return undefined;
  }
  const recall = numeric(member(record, "recall") ?? member(record, "sensitivity"));
  const found = { tn, fp, fn, tp };
  return recall === undefined || Math.abs(recall - tp / (tp + fn)) < 1e-3 ? found : undefined;
}

const countsOf = ({ tn, fp, fn, tp }: Quarters): Counts => ({
  n: tn + fp + fn + tp,
  positives: fn + tp,
  negatives: tn + fp,
  predictedPositives: tp + fp,
});

/** How many examples, and how many of each class, the confusion matrix beside metrics counts. */
export function countsBeside(record: ValueRecord): Counts | undefined {
  const matrix = matrixIn(record)?.[1];
  const named = namedQuarters(record) ?? namedQuarters(matrix);
  if (named !== undefined) return countsOf(named);
  if (!isSquareOfCounts(matrix)) return undefined;
  const two = twoClasses(matrix, record);
  if (two !== undefined) return countsOf(two);
  const n = matrix.flatMap((row) => list(row) ?? []).reduce<number>((sum, cell) => sum + (countIn(cell) ?? 0), 0);
  return { n, positives: null, negatives: null };
}

/** The cells of the matrix that stands in a record of metrics. */
export function confusionBeside(record: ValueRecord, base: string): readonly Statement[] {
  const [key, matrix] = matrixIn(record) ?? [];
  if (key === undefined || matrix === undefined) return [];
  const at = pointer(base, key);
  if (isRecord(matrix)) {
    const cells = confusionRecordCells(matrix, at);
    return cells.length > 0 ? confusionStatements(cells) : quarterCells(matrix, at);
  }
  if (!isSquareOfCounts(matrix)) return [];
  const named = labelKeys.map((name) => list(member(record, name))).find((names) => names?.length === matrix.length);
  const label = (index: number): string => scalarText(named?.[index]) ?? String(index);
  return confusionStatements(
    matrix.flatMap((row, actual) =>
      (list(row) ?? []).map((count, predicted) => ({
        actual: label(actual),
        predicted: label(predicted),
        count,
        where: { pointer: pointer(at, actual, predicted) },
      })),
    ),
  );
}

const classes = { tn: ["0", "0"], fp: ["0", "1"], fn: ["1", "0"], tp: ["1", "1"] } as const;

function quarterCells(matrix: ValueRecord, at: string): readonly Statement[] {
  if (namedQuarters(matrix) === undefined) return [];
  return confusionStatements(
    (["tn", "fp", "fn", "tp"] as const).flatMap((quarter) =>
      members(matrix)
        .filter(([key]) => quarters[quarter].test(key))
        .map(([key, count]) => ({
          actual: classes[quarter][0],
          predicted: classes[quarter][1],
          count,
          where: { pointer: pointer(at, key) },
        })),
    ),
  );
}
