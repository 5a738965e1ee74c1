import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, isRecord, list, member, members } from "../../read/shape.js";

/** Scores of scikit-learn's cross-validation and of its searches, fold by fold. */

const isScores = (value: Value): boolean =>
  isList(value) && value.length > 0 && value.every((score) => typeof score === "number" || score === null);

const foldScore = /^(test|train)_\w+$/;

/** True for `cross_validate`'s result: times and scores, each a list with one number a fold. */
export function isCrossValidation(value: Value | undefined): boolean {
  const held = members(value).filter(([key]) => key !== "estimator" && key !== "indices");
  const folds = list(member(value, "score_time"))?.length;
  return (
    folds !== undefined &&
    member(value, "fit_time") !== undefined &&
    held.some(([key]) => foldScore.test(key)) &&
    held.every(([, scores]) => isScores(scores) && list(scores)?.length === folds)
  );
}

/** The split that a score's name begins with, and the metric where it names none: `test_score`. */
export function foldScoreOf(key: string): { readonly raw_metric: string; readonly split: string } | undefined {
  const split = /^(test|train)_(\w+)$/.exec(key)?.[1];
  return split === undefined ? undefined : { raw_metric: key, split };
}

/** A measurement for each score of each fold. */
export const crossValidationStatements = (value: Value | undefined): readonly Statement[] =>
  members(value).flatMap(([key, scores]) => {
    const score = foldScoreOf(key);
    if (score === undefined) return [];
    return (list(scores) ?? []).map((found, index): Statement => ({
      kind: "measurement",
      ...score,
      value: found,
      fold: index + 1,
      where: { pointer: pointer("", key, index) },
    }));
  });

const scoresKey = /^(cv|fold|cross_val(idation)?)_?scores$/i;
/** Mean and spread, which follow from the folds. */
const cvSummary = /(^|_)(mean|std|avg|average)(_|$)/i;
const scoringKey = /^(scoring|scorer|metric|score_name)$/i;

/** What `cross_val_score` gave, beside the name of the score: `{"scoring": "f1_macro", "cv_scores": [0.81, …]}`. */
export function namedFoldScores(
  value: Value | undefined,
): { readonly key: string; readonly metric: string } | undefined {
  const key = members(value).find(([name, held]) => scoresKey.test(name) && isScores(held))?.[0];
  const metric = members(value).find(([name, held]) => scoringKey.test(name) && typeof held === "string")?.[1];
  return key === undefined || typeof metric !== "string" || !interpretMetric(metric).known
    ? undefined
    : { key, metric };
}

/** True for such scores where no measured number of another name lies beside them. */
export const isNamedFolds = (value: Value | undefined): boolean =>
  namedFoldScores(value) !== undefined &&
  members(value).every(
    ([key, held]) =>
      !isRecord(held) && (typeof held !== "number" || cvSummary.test(key) || !interpretMetric(key).known),
  );

/** A measurement for each fold of `cross_val_score`. */
export function namedFoldStatements(value: Value | undefined): readonly Statement[] {
  const found = namedFoldScores(value);
  if (found === undefined) return [];
  return (list(member(value, found.key)) ?? []).map((score, index): Statement => ({
    kind: "measurement",
    raw_metric: found.metric,
    value: score,
    split: "test",
    fold: index + 1,
    where: { pointer: pointer("", found.key, index) },
  }));
}
