import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isList, list, member } from "../read/shape.js";

/** Scores of models trained on more and more of the data. */
export const sklearnLearningCurve: Adapter = {
  id: "sklearn-learning-curve",
  title: "scikit-learn learning curve",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.learning_curve.html",
  versions: "scikit-learn 0.18 to 1.9",
  reads:
    "Each score by fold, with the number of training rows as the way it was taken; the file does not name the metric.",
  leaves: "Times of fitting and scoring.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => sizesOf(value) !== undefined && scoresOf(value, "test") !== undefined,
  read: ({ value }) => [...curveStatements(value, "test"), ...curveStatements(value, "train")],
};

const sizesOf = (value: Value | undefined): readonly Value[] | undefined => {
  const sizes = list(member(value, "train_sizes")) ?? list(member(value, "train_sizes_abs"));
  return sizes?.every((size) => typeof size === "number") === true ? sizes : undefined;
};

const scoresOf = (value: Value | undefined, split: "train" | "test"): readonly Value[] | undefined => {
  const scores = list(member(value, `${split}_scores`));
  return scores?.length === sizesOf(value)?.length && scores?.every(isList) === true ? scores : undefined;
};

const curveStatements = (value: Value | undefined, split: "train" | "test"): readonly Statement[] =>
  (scoresOf(value, split) ?? []).flatMap((folds, size) =>
    (list(folds) ?? []).map((score, fold) => ({
      kind: "measurement",
      raw_metric: `${split}_scores`,
      value: score,
      split,
      protocol: `trained on ${String(sizesOf(value)?.[size])} rows`,
      fold: fold + 1,
      where: { pointer: pointer("", `${split}_scores`, size, fold) },
    })),
  );
