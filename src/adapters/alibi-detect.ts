import type { Adapter, Value } from "../model/adapter.js";
import type { Limit, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { driftMethodOf } from "../normalise/drift-methods.js";
import { hasKeys, isList, list, member, numeric, text } from "../read/shape.js";

/** The dictionary that `predict` of a drift detector gives, saved as JSON. */
export const alibiDetect: Adapter = {
  id: "alibi-detect",
  title: "alibi-detect drift prediction",
  definedAt: "https://docs.seldon.io/projects/alibi-detect/en/stable/cd/background.html",
  versions: "0.10.4, 0.13.0; before 0.8, without a version, from the source, not seen",
  reads:
    "The verdict, p-values with their limit and distances, of each feature and of the whole. Features have no names: `feature 0` is the first. A detector that met NaN says no drift: that is read as no verdict.",
  leaves: "The limit on the distance, and kernels and predictions of classifiers.",
  syntax: ["json"],
  gives: ["drift"],

  recognises({ value }) {
    const meta = member(value, "meta");
    const known = hasKeys(meta, "name", "version") || hasKeys(meta, "name", "detector_type");
    return known && hasKeys(member(value, "data"), "is_drift");
  },

  read({ value }) {
    const data = member(value, "data");
    const name = text(member(member(value, "meta"), "name")) ?? "";
    const prediction: Prediction = {
      data,
      method: driftMethodOf("alibi-detect", name)?.id ?? name,
      threshold: numeric(member(data, "threshold")) ?? null,
      features: Math.max(...["is_drift", "p_val", "distance"].map((key) => list(member(data, key))?.length ?? 0)),
      limits: limitsOf(data),
    };
    const verdicts = isList(member(data, "is_drift"));
    const several = verdicts || prediction.features > 1;
    return [
      ...(verdicts ? [] : [whole(prediction, several)]),
      ...(several ? Array.from({ length: prediction.features }, (_, index) => feature(prediction, index)) : []),
    ];
  },
};

interface Prediction {
  readonly data: Value | undefined;
  readonly method: string;
  readonly threshold: number | null;
  readonly features: number;
  readonly limits: readonly Limit[];
}

/**
 * The p-value that was asked for, which is divided among the features that are judged together; that of a detector on a
 * stream is worked out.
 */
function limitsOf(data: Value | undefined): readonly Limit[] {
  const threshold = numeric(member(data, "threshold"));
  const pValues = member(data, "p_val");
  if (threshold === undefined || pValues === undefined || pValues === null) return [];
  const together = isList(member(data, "is_drift")) ? 1 : Math.max(1, list(pValues)?.length ?? 1);
  return [{ name: "p-value", sense: "at-least", value: Number((threshold * together).toPrecision(9)) }];
}

/** An element of a list, or the only number; undefined where there is none, or one for each window of a stream. */
function at(found: Value | undefined, index: number): Value | undefined {
  const value = isList(found) ? found[index] : found;
  return value === null || isList(value) ? undefined : value;
}

/** The statistic: `distance`, or `test_stat` of a detector on a stream. */
const distanceKey = (data: Value | undefined): string =>
  (member(data, "distance") ?? null) === null && hasKeys(data, "test_stat") ? "test_stat" : "distance";

const verdictOf = (value: Value | undefined): boolean | null =>
  value === 1 || value === true ? true : value === 0 || value === false ? false : null;

const isNaNumber = (value: Value | undefined): boolean => typeof value === "number" && Number.isNaN(value);

function numbersAt(data: Value | undefined, index: number): { readonly score?: Value; readonly p_value?: Value } {
  const score = at(member(data, distanceKey(data)), index);
  const p_value = at(member(data, "p_val"), index);
  return { ...(score === undefined ? {} : { score }), ...(p_value === undefined ? {} : { p_value }) };
}

/** Where the number of a feature stands: the p-value, else the statistic, else the verdict alone. */
function placeOf(data: Value | undefined, index: number): string {
  const key = ["p_val", distanceKey(data)].find((name) => at(member(data, name), index) !== undefined);
  if (key === undefined) return "/data/is_drift";
  return isList(member(data, key)) ? pointer("/data", key, index) : pointer("/data", key);
}

/** One feature; its own verdict where the detector was asked for it, none where it judged all features together. */
function feature({ data, method, threshold, limits }: Prediction, index: number): Statement {
  const numbers = numbersAt(data, index);
  const unknown = isNaNumber(numbers.p_value) || isNaNumber(numbers.score);
  const verdicts = list(member(data, "is_drift"));
  return {
    kind: "drift",
    scope: "column",
    column: `feature ${String(index)}`,
    method,
    ...numbers,
    threshold,
    limits,
    drifted: unknown ? null : verdictOf(verdicts?.[index]),
    where: { pointer: placeOf(data, index) },
  };
}

function whole({ data, method, threshold, limits }: Prediction, several: boolean): Statement {
  const numbers = several ? {} : numbersAt(data, 0);
  const drifted = verdictOf(member(data, "is_drift"));
  const tested = [member(data, "p_val"), member(data, distanceKey(data))].flatMap((found) =>
    (list(found) ?? [found ?? null]).flatMap((each) => list(each) ?? [each]),
  );
  return {
    kind: "drift",
    scope: "dataset",
    method,
    ...numbers,
    threshold,
    limits,
    drifted: drifted === false && tested.some(isNaNumber) ? null : drifted,
    where: { pointer: several ? "/data/is_drift" : placeOf(data, 0) },
  };
}
