import type { Cell, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { confusionStatements, type ConfusionCell } from "./confusion-matrix.js";
import { statedNumber } from "./stated-number.js";

/** Confusion matrices in tables of documents. Which side is what was true has to be said: both are in use. */

const wasTrue = /\b(actual(ly)?|true|truth|real|reference|ground truth)\b/i;
const wasPredicted = /\bpred(\.|icted|ictions?|s)?(?![\p{L}])/iu;

type Side = "actual" | "predicted";

const sideOf = (text: string): Side | null => {
  const [actual, predicted] = [wasTrue.test(text), wasPredicted.test(text)];
  return actual === predicted ? null : actual ? "actual" : "predicted";
};

/** What the rows hold, by the corner ("Actual \ Predicted"), or by the words before the classes. */
function sideOfRows({ header, rows }: MarkdownTable): Side | null {
  const [corner = "", ...labels] = header.map(({ text }) => text);
  const both = corner.split(/[\\/↓→|]|\bvs\.?\b|\bby\b/i).map(sideOf);
  if (both.length >= 2 && both[0] !== null && both[1] !== null && both[0] !== both[1]) return both[0] ?? null;
  const above = new Set(labels.filter((label) => !isTotal(label)).map(sideOf));
  const beside = new Set(rows.flatMap(([first]) => (isTotal(first?.text ?? "") ? [] : [sideOf(first?.text ?? "")])));
  const [over = null] = above;
  const [of = null] = beside;
  if (above.size === 1 && beside.size === 1 && over !== null && of !== null) return over === of ? null : of;
  if (above.size === 1 && over !== null && of === null) return over === "actual" ? "predicted" : "actual";
  return above.size === 1 && over === null ? (beside.size === 1 && of !== null ? of : sideOf(corner)) : null;
}

/** True for the name of a row or a column that sums the others up. */
export const isTotal = (label: string): boolean => /^(all|total|sum|support|margins?)\b/i.test(label.trim());

/** "Predicted: fraud", "Actual fraud": the class, without the word for the side. */
const classNamed = (label: string): string =>
  label
    .replace(
      /^\s*(?:actual(?:ly)?|true|truth|real|reference|ground truth|pred(?:\.|icted|ictions?|s)?)\s*[:=-]?\s+/iu,
      "",
    )
    .replace(/(?<!\s)\s*\((?:actual|true|predicted|pred)\)\s*$/i, "")
    .trim();

/** "900", "TN = 900", "900 (TN)", "**900**". */
function countIn(cell: Cell | undefined): number | undefined {
  const written = (cell?.text ?? "").replace(/^\s*(?:TN|FP|FN|TP)\s*[:=]\s*/i, "");
  const count = statedNumber(written);
  return count !== undefined && count.unit === null && Number.isInteger(count.value) && count.value >= 0
    ? count.value
    : undefined;
}

/**
 * The cells of a square of counts whose rows and columns name the same classes, one side as what was true and the other
 * as what was predicted; none where that is not said.
 */
export function confusionTable(table: MarkdownTable): readonly Statement[] {
  const side = sideOfRows(table);
  const columns = table.header.flatMap(({ text }, at) => (at > 0 && !isTotal(text) ? [at] : []));
  const rows = table.rows.filter(([first]) => !isTotal(first?.text ?? ""));
  const over = columns.map((at) => classNamed(table.header[at]?.text ?? ""));
  const beside = rows.map(([first]) => classNamed(first?.text ?? ""));
  if (side === null || rows.length < 2 || over.length !== rows.length) return [];
  if (new Set(over).size !== over.length || !beside.every((name) => over.includes(name))) return [];
  const cells: ConfusionCell[] = [];
  for (const [at, row] of rows.entries()) {
    for (const [place, column] of columns.entries()) {
      const cell = row[column];
      const count = countIn(cell);
      if (cell === undefined || count === undefined) return [];
      const [own, other] = [beside[at] ?? "", over[place] ?? ""];
      cells.push({
        ...(side === "actual" ? { actual: own, predicted: other } : { actual: other, predicted: own }),
        count,
        where: { line: cell.line, column: cell.column },
      });
    }
  }
  return confusionStatements(cells);
}
