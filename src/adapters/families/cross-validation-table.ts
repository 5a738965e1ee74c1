import type { DelimitedTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { foldScoreOf } from "./cross-validation.js";

/** True for `cross_validate`'s result as a data frame: a row for each fold, an index before it or not. */
export const isCrossValidationTable = (table: DelimitedTable | undefined): boolean =>
  table !== undefined &&
  table.header.includes("fit_time") &&
  table.header.includes("score_time") &&
  table.header.some((column) => foldScoreOf(column) !== undefined) &&
  table.header.every(
    (column, at) => column === "fit_time" || column === "score_time" || foldScoreOf(column) !== undefined || at === 0,
  );

/** `0.737 (+/- 0.017)`: the mean over the folds and their deviation, as text. */
const meanWithSpread = /^(-?\d{1,20}(?:\.\d{1,30})?(?:e[-+]?\d{1,3})?)\s{0,3}\(?(?:\+\/-|±)/i;

/** The model that a row is of, where the rows are means of models and no folds: its index is a name. */
function modelNamed({ header }: DelimitedTable, row: readonly string[]): string | undefined {
  const [column = ""] = header;
  const name = (row[0] ?? "").trim();
  const isIndex = column !== "fit_time" && column !== "score_time" && foldScoreOf(column) === undefined;
  return isIndex && /\p{L}/u.test(name) && !/^(fold|split|cv)[\s_-]?\d{1,3}$/i.test(name) ? name : undefined;
}

/** A measurement for each score of each fold, or of each model's mean, in the order of the rows. */
export const crossValidationTable = (table: DelimitedTable): readonly Statement[] =>
  table.rows.flatMap((row, index) => {
    const model = modelNamed(table, row);
    const said = model === undefined ? { fold: index + 1 } : { about: model, protocol: "mean" };
    return table.header.flatMap((column, at): Statement[] => {
      const score = foldScoreOf(column);
      const cell = row[at];
      if (score === undefined || cell === undefined || cell === "") return [];
      const value = meanWithSpread.exec(cell.trim())?.[1] ?? cell;
      return [{ kind: "measurement", ...score, value, ...said, where: { line: table.lineOf(index) } }];
    });
  });
