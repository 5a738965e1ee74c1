import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, members, number } from "../read/shape.js";
import { frameOf, type Frame } from "./families/frame.js";
import { isRagasMetric, isTellingRagasMetric } from "./families/ragas-names.js";
import { ragasMean } from "./families/ragas.js";
import { scoresIn } from "./families/score-mean.js";

const questions = /^(user_input|question|query|response|answer|retrieved_contexts|contexts|reference|ground_truths?)$/;

/** Scores of RAGAS, a question each: as a data frame, as records, and as a list for each metric. */
export const ragasScores: Adapter = {
  id: "ragas-scores",
  title: "RAGAS scores by question",
  definedAt: "https://docs.ragas.io/en/stable/references/evaluation_schema/",
  versions: "0.1 to 0.4, CSV, records and lists of scores, from the schema, not seen",
  reads:
    "The mean of each metric and the number of questions that it was scored on; a failed check where the judge gave no score for some.",
  leaves: "Questions, contexts and answers.",
  syntax: ["json", "json-lines", "delimited"],
  gives: ["measurement", "check"],

  recognises: (file) => {
    if (arraysIn(file.value).length > 0) return true;
    const frame = frameOf(file);
    return frame !== undefined && isScored(frame);
  },

  read: (file) => {
    const arrays = arraysIn(file.value);
    return arrays.length > 0 ? arrays.flatMap(([metric, scores]) => ofArray(metric, scores)) : ofFrame(file);
  },
};

const isScored = ({ columns }: Frame): boolean =>
  columns.some(isTellingRagasMetric) &&
  (columns.some((column) => questions.test(column)) || columns.every(isRagasMetric));

/** `{"faithfulness": [0.9, 1.0], …}`, the questions' texts beside them or not. */
function arraysIn(value: Value | undefined): readonly (readonly [string, readonly (number | undefined)[]])[] {
  if (!isRecord(value)) return [];
  const found = members(value).flatMap(([key, scores]) => {
    const read = isRagasMetric(key) ? scoresIn(scores) : undefined;
    return read === undefined ? [] : [[key, read] as const];
  });
  const others = members(value).filter(([key, held]) => !isRagasMetric(key) && !questions.test(key) && isRecord(held));
  return found.some(([key]) => isTellingRagasMetric(key)) && others.length === 0 ? found : [];
}

const ofArray = (metric: string, scores: readonly (number | undefined)[]): readonly Statement[] =>
  ragasMean({ metric, scores, about: null, where: { pointer: pointer("", metric) }, at: null });

function ofFrame(file: EvidenceFile): readonly Statement[] {
  const frame = frameOf(file);
  if (frame === undefined) return [];
  return frame.columns.flatMap((metric, column) => {
    if (!isRagasMetric(metric)) return [];
    const scores = Array.from({ length: frame.rows }, (_, row) => score(frame.cell(row, column)));
    if (scores.every((found) => found === undefined) && !isTellingRagasMetric(metric)) return [];
    const where = file.syntax === "json" ? { pointer: "" } : { line: 1 };
    return ragasMean({ metric, scores, about: null, where, at: null });
  });
}

/** An empty cell, null and NaN are what RAGAS leaves where its judge failed. */
function score(cell: Value | undefined): number | undefined {
  if (typeof cell === "string") {
    const written = cell.trim();
    return written === "" || Number.isNaN(Number(written)) ? undefined : Number(written);
  }
  return typeof cell === "boolean" ? Number(cell) : number(cell);
}
