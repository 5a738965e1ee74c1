import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isList, list, member, members } from "../../read/shape.js";

/** Points of the curves that scikit-learn computes: ROC, precision and recall, calibration. */

const forms: readonly (readonly string[])[] = [
  ["fpr", "tpr", "thresholds"],
  ["precision", "recall", "thresholds"],
  ["prob_true", "prob_pred"],
];

const points = (value: Value | undefined, key: string): readonly Value[] | undefined => {
  const held = list(member(value, key));
  return held !== undefined && held.every((point) => !isList(point) && typeof point !== "object") ? held : undefined;
};

/** True for a document of the points of one curve. */
export const isCurve = (value: Value | undefined): boolean =>
  forms.some((keys) => hasKeys(value, ...keys) && keys.every((key) => (points(value, key)?.length ?? 0) > 0));

const isFinite = (point: Value): boolean => typeof point === "number" && Number.isFinite(point);

/** Points that are no finite numbers, told once a list: comparisons with them hold or fail by accident. */
export const curveProblems = (value: Value | undefined): readonly Statement[] =>
  members(value).flatMap(([key, held]): Statement[] => {
    const index = (list(held) ?? []).findIndex((point) => !isFinite(point));
    if (index < 0) return [];
    const found = list(held)?.[index];
    return [
      {
        kind: "problem",
        problem: "non-finite",
        message: `${key} has a point that is ${String(found)}`,
        mend:
          key === "thresholds" && index === 0
            ? "leave out the first point: it is scikit-learn's mark for a threshold above every score"
            : "find out why it could not be computed, and compute the curve again",
        where: { pointer: pointer("", key, index) },
      },
    ];
  });
