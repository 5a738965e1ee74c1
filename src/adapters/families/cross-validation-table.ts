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

/** A measurement for each score of each fold, in the order of the rows. */
export const crossValidationTable = (table: DelimitedTable): readonly Statement[] =>
  table.rows.flatMap((row, index) =>
    table.header.flatMap((column, at): Statement[] => {
      const score = foldScoreOf(column);
      const value = row[at];
      if (score === undefined || value === undefined || value === "") return [];
      return [{ kind: "measurement", ...score, value, fold: index + 1, where: { line: table.lineOf(index) } }];
    }),
  );
