import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, members, text } from "../read/shape.js";
import { isNoOperation, isTest, nodeCheck, nodeResult, outcomeOf, verdictOf, type NodeResult } from "./families/dbt.js";

const schemaOf = (value: Value | undefined): string => text(below(value, "metadata", "dbt_schema_version")) ?? "";

function isRunResults(value: Value | undefined): boolean {
  const results = list(member(value, "results"));
  if (results === undefined || !hasKeys(value, "elapsed_time")) return false;
  if (schemaOf(value).includes("/dbt/run-results/")) return true;
  return hasKeys(value, "generated_at") && hasKeys(member(results[0], "node"), "unique_id");
}

const timeOf = (value: Value | undefined): string | null =>
  text(below(value, "metadata", "generated_at")) ?? text(member(value, "generated_at")) ?? null;

function verdict(tests: readonly NodeResult[], at: string | null): readonly Statement[] {
  if (tests.length === 0) return [];
  const passed = tests.filter((test) => outcomeOf(test) === true).length;
  return [
    {
      kind: "check",
      name: "dbt test",
      passed: verdictOf(tests.map(outcomeOf)),
      observed: passed,
      expected: tests.length,
      message: `${String(passed)} of ${String(tests.length)} tests passed.`,
      suite: true,
      at,
      where: { pointer: "/results" },
    },
  ];
}

const scalars = (value: Value | undefined): Readonly<Record<string, ParameterValue>> =>
  Object.fromEntries(
    members(value).filter(
      (entry): entry is [string, ParameterValue] => entry[1] === null || typeof entry[1] !== "object",
    ),
  );

/** The invocation; what it built is its output. */
function runStatement(value: Value | undefined, results: readonly NodeResult[], at: string | null): Statement {
  const built = results.filter((result) => !isTest(result));
  const failed = results.some((result) => outcomeOf(result) === false);
  const version = text(below(value, "metadata", "dbt_version"));
  return {
    kind: "run",
    run_id: text(below(value, "metadata", "invocation_id")) ?? null,
    status: failed ? "fail" : results.some((result) => outcomeOf(result) === null) ? "error" : "success",
    params: scalars(member(value, "args")),
    outputs: built.filter((result) => outcomeOf(result) === true).map(({ id }) => id),
    environment: version === undefined ? null : { dbt: version },
    at,
    where: { pointer: hasKeys(value, "metadata") ? "/metadata" : "" },
  };
}

function unnamed(base: string): Statement {
  return {
    kind: "problem",
    problem: "wrong-type",
    message: "A result names no node or has no status.",
    mend: "Run dbt again instead of editing its artifact.",
    where: { pointer: base },
  };
}

/** Results of a dbt invocation: tests are checks, and nodes that could not be built have not passed. */
export const dbtRunResults: Adapter = {
  id: "dbt-run-results",
  title: "dbt run results (`run_results.json`)",
  definedAt: "https://docs.getdbt.com/reference/artifacts/run-results-json",
  versions: "artifact v1, v2, v4 to v6 (dbt 0.19 to 1.10); before 0.19 from the schema, not seen",
  reads:
    "Each test with its outcome and number of failures, nodes that errored or were skipped, the verdict over all tests, and the invocation. A warning has not passed.",
  leaves: "Compiled SQL, timings, and the column of a test, which only the manifest names.",
  syntax: ["json"],
  gives: ["check", "run"],
  recognises: ({ value }) => isRunResults(value),

  read({ value }) {
    const at = timeOf(value);
    const read = (list(member(value, "results")) ?? []).map((result, index) => {
      const base = pointer("/results", index);
      return { base, result: nodeResult(result, base) };
    });
    const results = read.flatMap(({ result }) => result ?? []).filter((result) => !isNoOperation(result));
    return [
      ...verdict(results.filter(isTest), at),
      ...results
        .filter((result) => isTest(result) || outcomeOf(result) !== true)
        .map((result) => nodeCheck(result, at)),
      ...read.filter(({ result }) => result === undefined).map(({ base }) => unnamed(base)),
      runStatement(value, results, at),
    ];
  },
};
