import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, boolean, hasKeys, isRecord, list, member, members, number, text } from "../../read/shape.js";
import { expectationLimits } from "./great-expectations-limits.js";
import { checkValue, type CheckValue, optionsText, shortened } from "./check-values.js";

/**
 * Results of Great Expectations. One expectation's result has its name in `expectation_config.type` (1.x),
 * `expectation_config.expectation_type` (0.x) or beside `success` (`describe()`, every version).
 */

const NOT_LIMITS = new Set(["column", "batch_id", "result_format", "catch_exceptions", "include_config", "meta"]);

const configOf = (result: Value): Value | undefined => member(result, "expectation_config") ?? result;

const nameOf = (result: Value): string | undefined =>
  text(below(result, "expectation_config", "type")) ?? text(member(configOf(result), "expectation_type"));

/** True for one expectation together with its outcome. */
export const isExpectationResult = (value: Value | undefined): value is Value =>
  isRecord(value) && hasKeys(value, "success") && nameOf(value) !== undefined;

/** The list of expectation results of a validation: `results`, or `expectations` in the `describe()` form. */
export function resultsOf(
  validation: Value | undefined,
): { readonly key: string; readonly results: readonly Value[] } | null {
  for (const key of ["results", "expectations"]) {
    const results = list(member(validation, key));
    if (results !== undefined) return { key, results };
  }
  return null;
}

/** True for the result of a whole suite over one batch, also where it evaluated nothing. */
export function isValidation(value: Value | undefined): boolean {
  const found = resultsOf(value);
  if (found === null || !hasKeys(value, "success")) return false;
  return found.results.length === 0
    ? hasKeys(member(value, "statistics"), "evaluated_expectations")
    : found.results.slice(0, 3).every(isExpectationResult);
}

/** Whether an expectation raised, and what it said: flat, keyed by metric (1.x), or beside `success` (before 0.4). */
function exceptionOf(result: Value): {
  readonly raised: boolean;
  readonly message: string | null;
} {
  const info = member(result, "exception_info");
  const places = [result, info, ...members(info).map(([, inner]) => inner)];
  const raising = places.find((place) => boolean(member(place, "raised_exception")) === true);
  if (raising === undefined) return { raised: false, message: null };
  return {
    raised: true,
    message: text(member(raising, "exception_message")) ?? "The expectation raised an exception.",
  };
}

function observedOf(result: Value | undefined): CheckValue {
  return checkValue(member(result, "observed_value") ?? member(result, "unexpected_count"));
}

function messageOf(result: Value | undefined): string | null {
  const unexpected = number(member(result, "unexpected_count"));
  const rows = number(member(result, "element_count"));
  if (unexpected === undefined || rows === undefined) return null;
  return `${String(unexpected)} of ${String(rows)} values are unexpected.`;
}

/** A single expectation as a check: null where it raised, was not run, or states no outcome. */
export function expectationCheck(result: Value, base: string, at: string | null): Statement {
  const config = configOf(result);
  const { raised, message } = exceptionOf(result);
  const name = nameOf(result) ?? "expectation";
  return {
    kind: "check",
    name,
    column: text(below(config, "kwargs", "column")) ?? null,
    passed: raised ? null : (boolean(member(result, "success")) ?? null),
    observed: observedOf(member(result, "result")),
    expected: optionsText(member(config, "kwargs"), NOT_LIMITS),
    severity: text(member(config, "severity")) ?? null,
    message: raised ? shortened(message ?? "") : messageOf(member(result, "result")),
    suite: false,
    limits: expectationLimits(config, name),
    at,
    where: { pointer: pointer(base, "success") },
  };
}

const looksDated = (written: string | undefined): string | null =>
  written !== undefined && /^\d{4}-?\d{2}-?\d{2}/.test(written) ? written : null;

/** When it ran: `meta.run_id.run_time`, `run_id` as text before 0.11, or `validation_time`. */
export function timeOf(validation: Value | undefined): string | null {
  const meta = member(validation, "meta");
  return (
    looksDated(text(below(meta, "run_id", "run_time"))) ??
    looksDated(text(member(meta, "run_id"))) ??
    looksDated(text(member(meta, "validation_time")))
  );
}

/** Name of the suite, wherever the version keeps it. */
const suiteName = (validation: Value | undefined): string =>
  text(member(validation, "suite_name")) ?? text(below(validation, "meta", "expectation_suite_name")) ?? "suite";

/** The verdict over a whole suite; null where nothing was evaluated, since `success` is then true for want of a check. */
function suiteCheck(validation: Value, base: string, at: string | null, count: number): Statement {
  const evaluated = number(below(validation, "statistics", "evaluated_expectations")) ?? count;
  const successful = number(below(validation, "statistics", "successful_expectations"));
  return {
    kind: "check",
    name: suiteName(validation),
    passed: evaluated === 0 ? null : (boolean(member(validation, "success")) ?? null),
    observed: successful ?? null,
    expected: successful === undefined ? null : evaluated,
    message:
      evaluated === 0
        ? "No expectation was evaluated."
        : successful === undefined
          ? null
          : `${String(successful)} of ${String(evaluated)} expectations are met.`,
    suite: true,
    at,
    where: { pointer: pointer(base, "success") },
  };
}

/** Rows of the batch: the table's own count, or the elements of a column; never of a filtered part. */
function rowsOf(results: readonly Value[]): number | undefined {
  const whole = results.filter((result) => !hasKeys(member(configOf(result), "kwargs"), "row_condition"));
  const counted = whole.find((result) => nameOf(result)?.startsWith("expect_table_row_count_to_") === true);
  return (
    number(below(counted, "result", "observed_value")) ??
    whole.map((result) => number(below(result, "result", "element_count"))).find((rows) => rows !== undefined)
  );
}

/** The validated batch as a data set; nothing where the file says nothing of it. */
function batchDataset(validation: Value, base: string, at: string | null, results: readonly Value[]): Statement[] {
  const meta = member(validation, "meta");
  const fingerprint = text(below(meta, "batch_markers", "pandas_data_fingerprint"));
  const name = text(below(meta, "active_batch_definition", "data_asset_name")) ?? text(member(meta, "data_asset_name"));
  const location = text(below(meta, "batch_spec", "path")) ?? text(below(meta, "batch_kwargs", "path"));
  const rows = rowsOf(results);
  if (name === undefined && location === undefined && fingerprint === undefined && rows === undefined) return [];
  return [
    {
      kind: "dataset",
      name: name ?? null,
      role: null,
      digest: fingerprint === undefined ? null : `pandas-fingerprint:${fingerprint}`,
      rows: rows ?? null,
      columns: null,
      location: location ?? null,
      run: null,
      at,
      where: { pointer: meta === undefined ? base : pointer(base, "meta") },
    },
  ];
}

/**
 * Everything that one validation states: the suite's verdict, a check for each expectation, the batch.
 *
 * @param time used where the validation itself is not dated
 * @param suitesOnly true where nobody looks at single expectations
 */
export function validationStatements(
  validation: Value,
  base: string,
  time: string | null = null,
  suitesOnly = false,
): Statement[] {
  const found = resultsOf(validation);
  if (found === null) return [];
  const at = timeOf(validation) ?? time;
  return [
    suiteCheck(validation, base, at, found.results.length),
    ...found.results.flatMap((result, index) =>
      suitesOnly && isExpectationResult(result)
        ? []
        : [expectationOrProblem(result, pointer(base, found.key, index), at)],
    ),
    ...batchDataset(validation, base, at, found.results),
  ];
}

function expectationOrProblem(result: Value, base: string, at: string | null): Statement {
  if (isExpectationResult(result)) return expectationCheck(result, base, at);
  return {
    kind: "problem",
    problem: "wrong-type",
    message: "An entry of the results is no expectation result: it has no `success` or no expectation type.",
    mend: "Write the validation again with Great Expectations instead of editing the file.",
    where: { pointer: base },
  };
}
