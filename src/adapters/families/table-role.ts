import type { TableRole } from "../../model/fact.js";

const truths =
  /^(y|y_?true|true_?label|labels?|targets?|actuals?|ground_?truth|gold|reference_?label|class|outcome|observed|is_[a-z_]+)$/;
const guesses =
  /^(y_?(pred|hat|score|prob|proba)\w*|pred|preds|predictions?|predicted(_\w+)?|scores?|prob|probs|proba(_\w+)?|probability(_\w+)?|p_[a-z0-9_]+|prediction_\w+|pred_\w+|confidence|logits?)$/;

const named = (name: string, words: RegExp): boolean =>
  name
    .replace(/\.[^.]*$/, "")
    .split(/[^A-Za-z]+/)
    .some((word) => words.test(word));

/**
 * What a table of rows is for: predictions where a column of what is true stands beside one of what was predicted; else
 * reference or current data where a word of the file's name says so.
 */
export function tableRole(columns: readonly string[], fileName: string): TableRole | null {
  const plain = columns.map((column) => column.trim().toLowerCase());
  if (plain.some((column) => truths.test(column)) && plain.some((column) => guesses.test(column))) return "predictions";
  if (named(fileName, /^(reference|baseline|train|training)$/i)) return "reference";
  return named(fileName, /^(current|production|prod|serving|live|latest)$/i) ? "current" : null;
}
