import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { boolean, isRecord, list, member, members, scalarText, text } from "../../read/shape.js";
import { checkValue } from "./check-values.js";
import { conditionText, finite, isNumber, measured, passedBy, rowsOf, type Sizes } from "./evidently.js";
import { suiteLimits } from "./evidently-limits.js";
import { columnsDrifted, shareDrifted, type SuiteTest } from "./evidently-suite-drift.js";

/** All that the tests of a suite of versions 0.1.5x to 0.6 state. `where` is the pointer of their list. */
export function suiteStatements(entries: Value | undefined, where: string): Statement[] {
  const tests = (list(entries) ?? []).flatMap((body, index): SuiteTest[] => {
    const name = text(member(body, "name"));
    if (name === undefined) return [];
    const parameters = member(body, "parameters");
    return [
      {
        name,
        status: text(member(body, "status")),
        group: text(member(body, "group")),
        parameters,
        body,
        where: pointer(where, index),
      },
    ];
  });
  const rows = tests.find(({ name, parameters }) => name === "Number of Rows" && statedValue(parameters) !== undefined);
  const counted = statedValue(rows?.parameters);
  const n_current = finite(counted?.value);
  const sizes: Sizes = { n_reference: null, n_current };
  return [
    ...tests.map(checkOf),
    ...columnsDrifted(tests, sizes),
    ...tests.flatMap((test) => shareDrifted(test, sizes)),
    ...tests.flatMap(quality),
    ...(n_current === null || rows === undefined || counted === undefined
      ? []
      : [rowsOf("current", n_current, pointer(rows.where, "parameters", counted.key))]),
  ];
}

const notLooked = /^(label|threshold|k|left|right|quantile|nan|approx)$|_(ref|default)$/;

/** What a test looked at: `value`, or before 0.4 the only number that has a name of its own, such as `accuracy`. */
function statedValue(parameters: Value | undefined): { readonly key: string; readonly value: number } | undefined {
  const value = member(parameters, "value");
  if (value !== undefined) return isNumber(value) ? { key: "value", value } : undefined;
  const named = members(parameters).flatMap(([key, found]) =>
    isNumber(found) && !notLooked.test(key) ? [{ key, value: found }] : [],
  );
  return named.length === 1 ? named[0] : undefined;
}

function checkOf({ name, status, parameters, body, where }: SuiteTest): Statement {
  const passed = passedBy(status);
  const observed =
    member(parameters, "value") ??
    member(parameters, "score") ??
    member(parameters, "current_mean") ??
    statedValue(parameters)?.value;
  const label = scalarText(member(parameters, "label"));
  return {
    kind: "check",
    name: label === undefined ? name : `${name} (${label})`,
    column: columnOf(parameters) ?? describedColumn(body) ?? null,
    passed,
    observed: checkValue(observed),
    expected: conditionText(member(parameters, "condition")) ?? finite(member(parameters, "threshold")),
    severity: status === "WARNING" ? "warning" : status === "FAIL" ? "error" : null,
    message: passed === true ? null : (text(member(body, "description")) ?? null),
    limits: suiteLimits(name, parameters),
    where: { pointer: pointer(where, status === undefined ? "name" : "status") },
  };
}

function columnOf(parameters: Value | undefined): string | undefined {
  const named = text(member(parameters, "column_name"));
  const features = members(member(parameters, "features"));
  return (
    named ?? (features.length === 1 && member(parameters, "condition") === undefined ? features[0]?.[0] : undefined)
  );
}

/** Before 0.4 many tests of a column state it in their sentence alone: `of the column **amount** is 68.28`. */
const describedColumn = (body: Value): string | undefined =>
  /\bcolumn \*\*([^*]{1,200})\*\*/.exec(text(member(body, "description"))?.slice(0, 1000) ?? "")?.[1];

/** The value that a test of model quality looked at is a measurement of the current data. */
function quality({ name, group, parameters, where }: SuiteTest): Statement[] {
  const stated = statedValue(parameters);
  if (stated === undefined || (group !== "classification" && group !== "regression")) return [];
  const label = scalarText(member(parameters, "label"));
  return [
    measured(name, stated.value, pointer(where, "parameters", stated.key), {
      dataset: "current",
      unit: name.includes("Percentage") ? "percent" : null,
      ...(label === undefined ? {} : { slice: { class: label } }),
    }),
  ];
}

/** The suite's own verdict; tests that erred are not among its failed ones, and it has not passed then. */
export function suiteVerdict(summary: Value | undefined, where: string): Statement[] {
  const passed = boolean(member(summary, "all_passed"));
  if (!isRecord(summary) || passed === undefined) return [];
  return [
    {
      kind: "check",
      name: "all_passed",
      passed,
      observed: finite(member(summary, "success_tests")),
      expected: finite(member(summary, "total_tests")),
      suite: true,
      where: { pointer: pointer(where, "all_passed") },
    },
  ];
}
