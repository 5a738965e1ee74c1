import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isRecord } from "../read/shape.js";
import { beginsWith, messageOf } from "./families/proto-file.js";
import { entries, every, numberOf, one, placeOf, type ProtoNode, scalar, wrapped } from "./families/proto-tree.js";
import { metricNumber, sliceOf, sliceWords } from "./families/tfma.js";
import { isCalled, problemsOf, validationRecords } from "./families/tfma-records.js";
import { isTfRecords } from "../read/tf-records.js";

const FIELDS = [
  "validation_ok",
  "missing_thresholds",
  "rubber_stamp",
  "metric_validations_per_slice",
  "missing_slices",
  "missing_cross_slices",
  "validation_details",
] as const;

const camel: Readonly<Record<(typeof FIELDS)[number], string>> = {
  validation_ok: "validationOk",
  missing_thresholds: "missingThresholds",
  rubber_stamp: "rubberStamp",
  metric_validations_per_slice: "metricValidationsPerSlice",
  missing_slices: "missingSlices",
  missing_cross_slices: "missingCrossSlices",
  validation_details: "validationDetails",
};

/** Every key is one of the message's, which has no key that must be there: proto3 leaves out what is false or empty. */
function isValidation({ value }: EvidenceFile): boolean {
  if (!isRecord(value)) return false;
  const known = new Set<string>(FIELDS.flatMap((field) => [field, camel[field]]));
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => known.has(key));
}

/** The bytes of a message hold a word of a list by its place in it. */
const directions: ReadonlyMap<string, string> = new Map([
  ["1", "LOWER_IS_BETTER"],
  ["2", "HIGHER_IS_BETTER"],
]);

/** A threshold in words. */
function thresholdWords(threshold: ProtoNode | undefined): string | null {
  const value = one(threshold, "value_threshold");
  const change = one(threshold, "change_threshold");
  const words = [
    ["at least", wrapped(one(value, "lower_bound"))],
    ["at most", wrapped(one(value, "upper_bound"))],
    ["change by", wrapped(one(change, "absolute"))],
    ["relative change by", wrapped(one(change, "relative"))],
  ].flatMap(([word, limit]) => (limit === null || limit === undefined ? [] : [`${word ?? ""} ${limit}`]));
  const stated = scalar(one(change, "direction"));
  const direction = stated === null ? null : (directions.get(stated) ?? stated);
  if (words.length === 0) return null;
  return direction === null ? words.join(", ") : `${words.join(", ")}, ${direction.toLowerCase().replaceAll("_", " ")}`;
}

function failureCheck(failure: ProtoNode, slice: string): Statement {
  const key = one(failure, "metric_key");
  const value = one(failure, "metric_value");
  const number = value === undefined ? undefined : metricNumber(value);
  const isChange = scalar(one(key, "is_diff")) === "true";
  const stated = scalar(one(failure, "message"));
  return {
    kind: "check",
    name: scalar(one(key, "name")) ?? "metric",
    passed: false,
    observed: finiteOrName(number?.written ?? null),
    expected: thresholdWords(one(failure, "metric_threshold")),
    message: `${isChange ? "The change against the baseline" : "The value"} for ${slice} misses its threshold.${stated === null || stated === "" ? "" : ` ${stated}`}`,
    where: number?.where ?? placeOf(failure),
  };
}

function finiteOrName(written: string | null): number | string | null {
  if (written === null) return null;
  const value = Number(written);
  return Number.isFinite(value) && written.trim() !== "" ? value : written;
}

const sliceFailures = (slice: ProtoNode): Statement[] => {
  const cross = one(slice, "cross_slice_key");
  const words =
    cross === undefined
      ? sliceWords(sliceOf(one(slice, "slice_key")))
      : `${sliceWords(sliceOf(one(cross, "comparison_slice_key")))} against ${sliceWords(sliceOf(one(cross, "baseline_slice_key")))}`;
  return every(slice, "failures").map((failure) => failureCheck(failure, words));
};

/** The features, and their values where it names them, of a slice that thresholds ask for. */
const specWords = (spec: ProtoNode): string =>
  [
    ...every(spec, "feature_keys").map((key) => scalar(key) ?? ""),
    ...entries(spec, "feature_values").map(([column, value]) => `${column}=${scalar(value) ?? ""}`),
  ].join(", ");

/** A slice that the thresholds ask for and the data do not have: it was not validated. */
const missingSlice = (spec: ProtoNode): Statement => ({
  kind: "check",
  name: "slice",
  passed: null,
  message: `No examples of the slice ${specWords(spec)}.`,
  where: placeOf(spec),
});

/** Absent is false: the message leaves out what is not true. */
function verdict(message: ProtoNode, failures: number): Statement {
  const stated = one(message, "validation_ok");
  const ok = scalar(stated) === "true" && failures === 0;
  const checked = checkedSlices(message);
  const reasons = [
    failures === 0 ? "" : `${String(failures)} metrics of slices miss their thresholds.`,
    checked === null ? "" : `${String(checked)} slices were checked.`,
    scalar(one(message, "missing_thresholds")) === "true" ? "No thresholds are set." : "",
    scalar(one(message, "rubber_stamp")) === "true" ? "There was no baseline, so changes were not held to any." : "",
  ].filter((reason) => reason !== "");
  return {
    kind: "check",
    name: "validation",
    passed: ok,
    message: reasons.length === 0 ? null : reasons.join(" "),
    suite: true,
    where: stated === undefined ? (message.form === "json" ? { pointer: "" } : { line: 1 }) : placeOf(stated),
  };
}

/** The largest number of slices that one specification matched. */
function checkedSlices(message: ProtoNode): number | null {
  const counts = every(one(message, "validation_details"), "slicing_details")
    .map((details) => numberOf(one(details, "num_matching_slices")))
    .filter((count) => count !== null);
  return counts.length === 0 ? null : Math.max(...counts);
}

function validationStatements(message: ProtoNode): readonly Statement[] {
  const failures = every(message, "metric_validations_per_slice").flatMap(sliceFailures);
  const missing = [...every(message, "missing_slices"), ...every(message, "missing_cross_slices")].map(missingSlice);
  return [verdict(message, failures.length), ...failures, ...missing];
}

/** Whether a model holds the thresholds of its evaluation: only what fails is listed, and only `true` is written. */
export const tfmaValidationResult: Adapter = {
  id: "tfma-validation-result",
  title: "TensorFlow Model Analysis validation result",
  definedAt:
    "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/validation_result.proto",
  versions:
    "TFMA 0.47.1 as JSON and text; as its evaluator writes it (`validations`, `validations-*.tfrecord`), passing results and missing slices from the schema, not seen",
  reads:
    "The verdict, which has failed where it is absent, and a failed check for each metric of a slice with its value and threshold; slices without examples were not checked.",
  leaves: "Slices that hold their thresholds, which the file does not list.",
  syntax: ["json", "text", "binary"],
  gives: ["check"],
  recognises(file) {
    if (file.syntax === "binary") return isCalled(file.name, "validations") && isTfRecords(file.bytes);
    return file.syntax === "json" ? isValidation(file) : beginsWith(file, new Set(FIELDS));
  },

  read(file) {
    if (file.syntax === "binary") {
      const records = validationRecords(file.bytes);
      return [...records.messages.flatMap(validationStatements), ...problemsOf(records)];
    }
    const { message, problem } = messageOf(file);
    return message === null ? [problem] : validationStatements(message);
  },
};
