import type { TableRole } from "../model/fact.js";
import type { ColumnNames } from "../model/table.js";

/** Names that people give the columns of predictions, the plainest first. */
const labelNames = [
  /^y_?true$/,
  /^(true_?labels?|labels?|targets?|ground_?truth|actuals?|gold|reference_?label)$/,
  /^(y|class|outcome|observed)$/,
  /^is_(fraud|fraudulent|churn|churned|default|defaulted|spam|click|clicked|positive|anomaly|attack|sick|ill)$/,
] as const;

/** Said of a label where nothing else is, and of no other column. */
const flagName = /^is_[a-z_]+$/;

const scoreNames = [
  /^y_?(scores?|prob|probs|proba)$/,
  /^(scores?|prob|probs|proba|probability|predicted_(prob|proba|probability|score)|pred(iction)?_(prob|proba|probability|score))$/,
  /^(y_?(prob|proba|score)|proba|probability|p)_(1|positive|pos|true|yes)$/,
  /^p_[a-z]+$/,
] as const;

const predictionNames = [
  /^y_?(pred|hat)$/,
  /^(predictions?|pred|preds|predicted|predicted_(label|class|value|y)|pred(iction)?_(label|class|value))$/,
] as const;

const idNames = [
  /^(id|row_?id|example_?id|sample_?id|record_?id|uid|uuid|guid)$/,
  /^(index|row|unnamed: ?0|)$/,
  /^[a-z_]+_?id$/,
] as const;

const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/[ -]/g, "_");

/** The first column that the plainest of the names fits. */
function firstOf(columns: readonly string[], names: readonly RegExp[]): string | null {
  for (const name of names) {
    const found = columns.find((column) => name.test(plain(column)));
    if (found !== undefined) return found;
  }
  return null;
}

/** `Survived` beside `Predicted_Survived`: what is true and what was predicted, under the data's own name. */
function pairOf(columns: readonly string[]): { readonly label: string; readonly prediction: string } | null {
  const byName = new Map(columns.map((column) => [plain(column), column]));
  for (const [name, label] of byName) {
    if (name === "") continue;
    for (const guess of [
      `predicted_${name}`,
      `pred_${name}`,
      `${name}_predicted`,
      `${name}_prediction`,
      `${name}_pred`,
      `${name}_hat`,
    ]) {
      const prediction = byName.get(guess);
      if (prediction !== undefined) return { label, prediction };
    }
  }
  return null;
}

function labelOf(columns: readonly string[]): string | null {
  const flags = columns.filter((column) => flagName.test(plain(column)));
  const named = firstOf(columns, labelNames) ?? pairOf(columns)?.label ?? null;
  return named ?? (flags.length === 1 ? (flags[0] ?? null) : null);
}

/** The columns that mean something to checks: as the configuration names them, else by the names that tools give them. */
export function columnNames(columns: readonly string[], stated: Partial<ColumnNames> = {}): ColumnNames {
  const label = stated.label ?? labelOf(columns);
  const rest = columns.filter((column) => column !== label);
  return {
    id: stated.id ?? firstOf(rest, idNames),
    label,
    score: stated.score ?? firstOf(rest, scoreNames),
    prediction: stated.prediction ?? firstOf(rest, predictionNames) ?? pairOf(columns)?.prediction ?? null,
    weight: stated.weight ?? null,
  };
}

const guesses =
  /^(y_?(pred|hat|score|prob|proba)\w*|pred|preds|predictions?|predicted(_\w+)?|scores?|prob|probs|proba(_\w+)?|probability(_\w+)?|p_[a-z0-9_]+|prediction_\w+|pred_\w+|confidence|logits?)$/;

const named = (name: string, words: RegExp): boolean =>
  name
    .replace(/\.[^.]*$/, "")
    .split(/[^A-Za-z]+/)
    .some((word) => words.test(word));

/**
 * What a table of rows is for. A word of the file's name tells first: reference and current data hold predictions too.
 * Else it holds predictions where a column of what is true stands beside one of what was predicted.
 */
export function tableRole(columns: readonly string[], fileName: string): TableRole | null {
  const guessed = columns.some((column) => guesses.test(plain(column)));
  const predicted = (labelOf(columns) !== null && guessed) || pairOf(columns) !== null;
  if (predicted && named(fileName, /^(pred|preds|predictions?|scores?|eval|evaluation)$/i)) return "predictions";
  return roleOfSample(fileName) ?? (predicted ? "predictions" : null);
}

/** What a table would be for whose columns nobody can read; null where its name leaves it open. */
export const roleByName = (fileName: string): TableRole | null =>
  named(fileName, /^(pred|preds|predictions?)$/i) ? "predictions" : roleOfSample(fileName);

function roleOfSample(fileName: string): TableRole | null {
  if (named(fileName, /^(reference|baseline|train|training)$/i)) return "reference";
  return named(fileName, /^(current|production|prod|serving|live|latest)$/i) ? "current" : null;
}
