import type { Adapter, Value } from "../model/adapter.js";
import type { Limit, LimitSense, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, members, number, scalarText, text } from "../read/shape.js";
import { checkValue } from "./families/check-values.js";
import { spokenLimits } from "./families/spoken-limits.js";
import { isDate, statedLimit } from "./families/stated-limits.js";

const outcomes: ReadonlyMap<string, boolean> = new Map([
  ["passed", true],
  ["failed", false],
  ["warning", false],
]);

/** A warning that says that the check is not supported is one that did not run. */
function passedOf(check: Value): boolean | null {
  const result = text(member(check, "result")) ?? "";
  const unsupported =
    result === "warning" &&
    (text(member(check, "implementation")) === "unsupported" ||
      /not supported|not implemented/i.test(text(member(check, "reason")) ?? ""));
  return unsupported ? null : (outcomes.get(result) ?? null);
}

const senses: ReadonlyMap<string, LimitSense> = new Map([
  ["minimum", "at-least"],
  ["maximum", "at-most"],
  ["min_length", "at-least"],
  ["max_length", "at-most"],
  ["valid_values", "one-of"],
]);

/** How often something may be found, and what is looked for. */
function limitsOf(check: Value): readonly Limit[] {
  const threshold = scalarText(below(check, "diagnostics", "threshold"));
  return [
    ...(threshold === undefined ? [] : spokenLimits(threshold, "threshold")),
    ...members(below(check, "diagnostics", "constraint")).flatMap(([name, value]) =>
      value === null || isDate(value) ? [] : [statedLimit(name, senses.get(name) ?? "as-is", value)],
    ),
  ];
}

function checkStatement(check: Value, base: string, at: string | null): Statement {
  return {
    kind: "check",
    name: text(member(check, "name")) ?? text(member(check, "type")) ?? "check",
    column: text(member(check, "field")) ?? null,
    passed: passedOf(check),
    observed: checkValue(below(check, "diagnostics", "value")),
    expected: checkValue(below(check, "diagnostics", "threshold")),
    severity: text(member(check, "result")) === "warning" ? "warning" : null,
    message: text(member(check, "reason")) ?? null,
    limits: limitsOf(check),
    at,
    where: { pointer: pointer(base, "result") },
  };
}

/** Tables whose rows a check counted. */
function counted(checks: readonly Value[], version: string | null, at: string | null): Statement[] {
  const seen = new Set<string>();
  return checks.flatMap((check, index): Statement[] => {
    const name = text(member(check, "model"));
    const rows = number(below(check, "diagnostics", "row_count"));
    if (name === undefined || rows === undefined || seen.has(name)) return [];
    seen.add(name);
    const where = { pointer: pointer("/checks", index, "diagnostics", "row_count") };
    return [{ kind: "dataset", name, rows, version, at, where }];
  });
}

/** What `datacontract test` found. Its exit status is 0 with warnings too, some of which are checks that never ran. */
export const datacontractResult: Adapter = {
  id: "datacontract-result",
  title: "Data contract test result",
  definedAt: "https://github.com/datacontract/datacontract-cli",
  versions: "datacontract-cli 1.2.8; 0.10 from the source, not seen",
  reads: "Each check with its outcome and limits, the verdict, and rows of the tables. A warning has not passed.",
  leaves: "Queries, failed samples and logs.",
  syntax: ["json"],
  gives: ["check", "dataset"],
  recognises: ({ value }) =>
    hasKeys(value, "runId", "result") &&
    list(member(value, "checks")) !== undefined &&
    hasKeys(value, "dataContractId"),

  read({ value }) {
    const at = text(member(value, "timestampEnd")) ?? text(member(value, "timestampStart")) ?? null;
    const checks = list(member(value, "checks")) ?? [];
    const passed = checks.map(passedOf);
    const result = text(member(value, "result"));
    const failed = passed.includes(false) || result === "failed";
    const whole = checks.length > 0 && !passed.includes(null) && result === "passed";
    return [
      {
        kind: "check",
        name: text(member(value, "dataContractId")) ?? "data contract",
        passed: failed ? false : whole ? true : null,
        observed: passed.filter((outcome) => outcome === true).length,
        expected: checks.length,
        message: `The test says ${result ?? "nothing"}.`,
        suite: true,
        at,
        where: { pointer: "/result" },
      },
      ...checks.map((check, index) => checkStatement(check, pointer("/checks", index), at)),
      ...counted(checks, scalarText(member(value, "dataContractVersion")) ?? null, at),
    ];
  },
};
