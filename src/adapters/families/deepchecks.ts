import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isList, isRecord, list, member, text } from "../../read/shape.js";
import { checkValue } from "./check-values.js";
import { driftStatements, type Sizes } from "./deepchecks-drift.js";
import { measurementStatements } from "./deepchecks-measurements.js";
import { spokenLimits } from "./spoken-limits.js";
import { unwrapped, type CheckResult } from "./deepchecks-check-result.js";
import { atText, isOlderDeepchecks, olderResults } from "./deepchecks-older.js";

const types = new Set(["CheckResult", "CheckFailure"]);

/** True for the result of one check, of a check that could not run, or of a suite. */
export function isDeepchecks(value: Value | undefined): boolean {
  const type = text(member(value, "type"));
  if (type === undefined) return isOlderDeepchecks(value);
  if (type === "SuiteResult") return isList(member(value, "results"));
  return types.has(type) && hasKeys(member(value, "check"), "name", "params");
}

/** Every result of a document: those of a suite, or the only one. */
function resultsOf(value: Value | undefined): CheckResult[] {
  const results = list(member(value, "results"));
  const entries: readonly (readonly [Value, string])[] =
    results === undefined
      ? isRecord(value)
        ? [[value, ""]]
        : []
      : results.map((body, index) => [body, pointer("", "results", index)] as const);
  return entries.flatMap(([body, where]) => checkResult(body, where) ?? []);
}

function checkResult(body: Value, where: string): CheckResult | undefined {
  const name = text(member(member(body, "check"), "name"));
  const header = text(member(body, "header")) ?? "";
  const dataset = / - (Train|Test) Dataset$/.exec(header)?.[1] ?? null;
  return name === undefined ? undefined : { name, dataset, body, where };
}

export function deepchecksStatements(value: Value | undefined): Statement[] {
  if (text(member(value, "type")) === undefined) return olderStatements(value);
  const results = resultsOf(value);
  const sizes = sizesIn(results);
  return results.flatMap((result) => statementsOf(result, sizes));
}

const statementsOf = (result: CheckResult, sizes: Sizes): Statement[] => [
  ...checksOf(result),
  ...driftStatements(result, sizes),
  ...measurementStatements(result),
];

function olderStatements(value: Value | undefined): Statement[] {
  const found = olderResults(value).map((one) => {
    if ("kind" in one) return one;
    const result = checkResult(one.body, "");
    return result === undefined ? [] : { result, inside: one.inside };
  });
  const sizes = sizesIn(found.flatMap((one) => ("result" in one ? [one.result] : [])));
  return found.flatMap((one): Statement[] => {
    if ("kind" in one) return [one];
    return "result" in one ? statementsOf(one.result, sizes).map((said) => atText(said, one.inside)) : [];
  });
}

const sizesIn = (results: readonly CheckResult[]): Sizes =>
  results.map(sizesOf).find((found) => found !== undefined) ?? { n_reference: null, n_current: null };

/** Rows of train and test, which the suite compares in a check of its own. */
function sizesOf({ name, body }: CheckResult): Sizes | undefined {
  if (name !== "Datasets Size Comparison") return undefined;
  const rows = (side: string): number | null => {
    const count = member(member(body, "value"), side);
    return typeof count === "number" && Number.isFinite(count) ? count : null;
  };
  return { n_reference: rows("Train"), n_current: rows("Test") };
}

/**
 * One check fact a condition: a check without conditions neither passes nor fails. WARN is not passed; ERROR, and a
 * check that could not run, are neither.
 */
function checksOf(result: CheckResult): Statement[] {
  const { name } = result;
  if (text(member(result.body, "type")) === "CheckFailure")
    return [
      {
        kind: "check",
        name,
        passed: null,
        message: onDataset(result, text(member(result.body, "exception")) ?? "the check could not run"),
        where: { pointer: pointer(result.where, "type") },
      },
    ];
  const value = unwrapped(member(result.body, "value"));
  return (list(member(result.body, "conditions_results")) ?? []).map((condition, index): Statement => {
    const status = text(member(condition, "Status"));
    const asked = text(member(condition, "Condition"));
    return {
      kind: "check",
      name,
      passed: status === "PASS" ? true : status === "FAIL" || status === "WARN" ? false : null,
      observed: typeof value === "number" ? checkValue(value) : null,
      expected: asked ?? null,
      limits: asked === undefined ? null : spokenLimits(asked),
      severity: status === "WARN" ? "warning" : status === "FAIL" ? "error" : null,
      message: onDataset(result, text(member(condition, "More Info")) ?? null),
      where: { pointer: pointer(result.where, "conditions_results", index, "Status") },
    };
  });
}

/** A check that ran on train and test apart has one name for both. */
const onDataset = ({ dataset }: CheckResult, message: string | null): string | null =>
  dataset === null ? message : `${dataset} dataset${message === null ? "" : `: ${message}`}`;
