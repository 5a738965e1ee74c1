import type { EvidenceFile, Value } from "../../model/adapter.js";
import { numeric, scalarText } from "../../read/shape.js";
import type { ConfusionCell } from "./confusion-matrix.js";
import { frameOf, type Frame } from "./frame.js";

/** Confusion matrices with a row for each cell: what was true, what was predicted, and how often. */

const actual = /^(y_?)?(true|actual|truth|target|label|reference|observed|ground_?truth)(_?(label|class|value))?$/i;
const predicted = /^(y_?)?(pred|predicted|prediction|guess|classified_?as)(_?(label|class|value))?$/i;
const counted = /^(n|counts?|freq(uency)?|num|number|n_?(samples|rows|obs)|samples|cases|total)$/i;
const index = /^(|index|unnamed: ?0)$/i;

interface Columns {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
}

function columnsOf({ columns }: Frame): Columns | undefined {
  const told = columns.filter((name) => !index.test(name));
  const plain = (name: string): string => name.trim().replaceAll(" ", "_");
  const at = (pattern: RegExp): number => columns.findIndex((name) => pattern.test(plain(name)));
  const found: Columns = { actual: at(actual), predicted: at(predicted), count: at(counted) };
  return told.length === 3 && Object.values(found).every((column: number) => column >= 0) ? found : undefined;
}

const isCount = (cell: Value | undefined): boolean => {
  const count = numeric(cell);
  return count !== undefined && Number.isInteger(count) && count >= 0;
};

const mostCells = 10_000;

/** The cells of a matrix that a file lists row by row; undefined where it holds anything else. */
export function longConfusionCells(file: EvidenceFile): readonly ConfusionCell[] | undefined {
  const frame = frameOf(file);
  const columns = frame === undefined ? undefined : columnsOf(frame);
  if (frame === undefined || columns === undefined || frame.rows < 2 || frame.rows > mostCells) return undefined;
  const pairs = new Set<string>();
  const cells: ConfusionCell[] = [];
  for (let row = 0; row < frame.rows; row++) {
    const [was, said] = [columns.actual, columns.predicted].map((at) => scalarText(frame.cell(row, at))?.trim());
    const count = frame.cell(row, columns.count);
    if (was === undefined || said === undefined || !isCount(count)) return undefined;
    pairs.add(JSON.stringify([was, said]));
    cells.push({ actual: was, predicted: said, count, where: frame.where(row, columns.count) });
  }
  // Rows that say the same again count examples, not cells.
  return pairs.size === frame.rows ? cells : undefined;
}
