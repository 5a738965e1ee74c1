import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, boolean, hasKeys, list, member, number, scalarText, text } from "../read/shape.js";
import { checkValue, optionsText } from "./families/check-values.js";
import { sodaLimits } from "./families/soda-limits.js";

const PASSED: ReadonlyMap<string, boolean> = new Map([
  ["pass", true],
  ["warn", false],
  ["fail", false],
]);

const none: ReadonlySet<string> = new Set();

/** The limits beyond which it warns and fails: they say what must not be. */
function limitsOf(check: Value): string | null {
  const limits = ["fail", "warn"].flatMap((level) => {
    const stated = optionsText(below(check, "diagnostics", level), none);
    return stated === null ? [] : [`${level} when ${stated}`];
  });
  return limits.length === 0 ? null : limits.join("; ");
}

function reasonsOf(check: Value): string | null {
  const reasons = (list(member(check, "outcomeReasons")) ?? [])
    .map((reason) => text(member(reason, "message")))
    .filter((reason) => reason !== undefined);
  return reasons.length > 0 ? reasons.join(" ") : (text(below(check, "diagnostics", "valueLabel")) ?? null);
}

/** A check; one without an outcome was not evaluated and has not passed. */
function sodaCheck(check: Value, base: string, at: string | null): Statement {
  const outcome = text(member(check, "outcome"));
  return {
    kind: "check",
    name: text(member(check, "name")) ?? text(member(check, "definition")) ?? "check",
    column: text(member(check, "column")) ?? null,
    passed: PASSED.get(outcome ?? "") ?? null,
    // What was not evaluated has 0 for its value from 4 on.
    observed: PASSED.has(outcome ?? "") ? checkValue(below(check, "diagnostics", "value")) : null,
    expected: limitsOf(check),
    limits: sodaLimits(check, text(member(check, "definition")) ?? ""),
    severity: outcome === "warn" || outcome === "fail" ? outcome : null,
    message: PASSED.has(outcome ?? "") ? reasonsOf(check) : "The check was not evaluated.",
    at,
    where: { pointer: pointer(base, "outcome") },
  };
}

function verdict(value: Value | undefined, checks: readonly Statement[], at: string | null): Statement {
  const outcomes = checks.map((check) => (check.kind === "check" ? check.passed : null));
  const failed = boolean(member(value, "hasFailures")) === true || outcomes.includes(false);
  const incomplete = boolean(member(value, "hasErrors")) === true || outcomes.length === 0 || outcomes.includes(null);
  const passed = outcomes.filter((outcome) => outcome === true).length;
  return {
    kind: "check",
    name: text(member(value, "definitionName")) ?? "soda scan",
    passed: failed ? false : incomplete ? null : boolean(member(value, "hasFailures")) === false ? true : null,
    observed: passed,
    expected: outcomes.length,
    message: `${String(passed)} of ${String(outcomes.length)} checks passed.`,
    suite: true,
    at,
    where: { pointer: hasKeys(value, "hasFailures") ? "/hasFailures" : "/checks" },
  };
}

const COUNT = "-row_count";

/**
 * The table whose rows a metric counts whole. Its identity is `metric-<scan>-<source>-<table>-row_count`; a filter adds
 * its digest at the end, a partition its name behind the table's.
 */
function tableOf(identity: string, prefix: string, tables: readonly string[]): string | null {
  if (!identity.endsWith(COUNT)) return null;
  const owner = identity.slice(0, -COUNT.length);
  if (!owner.startsWith(prefix)) return tables.find((table) => owner.endsWith(`-${table}`)) ?? null;
  const name = owner.slice(prefix.length);
  const isPartition = !tables.includes(name) && tables.some((table) => name.startsWith(`${table}-`));
  return name === "" || isPartition ? null : name;
}

function countedTables(value: Value | undefined, checks: readonly Value[], at: string | null): Statement[] {
  const names = ["definitionName", "defaultDataSource"].map((key) => scalarText(member(value, key)) ?? "");
  const prefix = `metric-${names.join("-")}-`;
  const tables = [...new Set(checks.map((check) => scalarText(member(check, "table")) ?? ""))];
  return (list(member(value, "metrics")) ?? []).flatMap((metric, index): Statement[] => {
    const rows = number(member(metric, "value"));
    if (text(member(metric, "metricName")) !== "row_count" || rows === undefined) return [];
    const name = tableOf(text(member(metric, "identity")) ?? "", prefix, tables);
    return name === null
      ? []
      : [{ kind: "dataset", name, rows, at, where: { pointer: pointer("/metrics", index, "value") } }];
  });
}

/** From 4 on each check says how many rows its table had. */
function testedTables(
  checks: readonly { readonly check: Value; readonly base: string }[],
  at: string | null,
): Statement[] {
  const seen = new Set<string>();
  return checks.flatMap(({ check, base }): Statement[] => {
    const name = scalarText(member(check, "table"));
    const rows = number(below(check, "diagnostics", "v4", "datasetRowsTested"));
    if (name === undefined || rows === undefined || seen.has(name)) return [];
    seen.add(name);
    const where = { pointer: pointer(base, "diagnostics", "v4", "datasetRowsTested") };
    return [{ kind: "dataset", name, rows, at, where }];
  });
}

/** A scan that ended before its first check has none, from 4 on `null`. */
const holdsChecks = (value: Value | undefined): boolean =>
  list(member(value, "checks")) !== undefined ||
  (member(value, "checks") === null && text(member(value, "sourceOwner")) === "soda-core");

/** Result of a Soda scan. A warning has not passed, and neither has a check without outcome. */
export const sodaScan: Adapter = {
  id: "soda-scan",
  title: "Soda scan results",
  definedAt: "https://docs.soda.io/soda-v3/soda-cl-overview",
  versions:
    "Soda Core 3.5.6; what 4.28.0 sends to Soda Cloud, by its source; automated monitoring checks, by the schema",
  reads:
    "Each check with its outcome, observed value, limits and what counts as valid, the verdict over the scan, and the rows of the tables that were counted.",
  leaves: "Samples, queries, profiles and logs.",
  syntax: ["json"],
  gives: ["check", "dataset"],

  recognises: ({ value }) =>
    holdsChecks(value) &&
    hasKeys(value, "hasErrors", "hasFailures") &&
    (hasKeys(value, "definitionName") || hasKeys(value, "scanStartTimestamp")),

  read({ value }) {
    const at = text(member(value, "dataTimestamp")) ?? text(member(value, "scanStartTimestamp")) ?? null;
    const listed = ["checks", "automatedMonitoringChecks"].flatMap((key) =>
      (list(member(value, key)) ?? []).map((check, index) => ({ check, base: pointer("", key, index) })),
    );
    const checks = listed.map(({ check, base }) => sodaCheck(check, base, at));
    const counted = countedTables(
      value,
      listed.map(({ check }) => check),
      at,
    );
    return [verdict(value, checks, at), ...checks, ...(counted.length > 0 ? counted : testedTables(listed, at))];
  },
};
