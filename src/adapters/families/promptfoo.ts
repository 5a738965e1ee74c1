import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { below, boolean, hasKeys, isRecord, list, member, numeric, scalarText, text } from "../../read/shape.js";
import { promptfooLimits } from "./promptfoo-limits.js";

/** Results of promptfoo: each test against each prompt and provider. */

/** One test's result, as every form of the output holds it. */
export const isTestResult = (result: Value | undefined): boolean =>
  hasKeys(result, "success", "score", "testCase") && (hasKeys(result, "gradingResult") || hasKeys(result, "error"));

/** The tests' results and where they stand; undefined where the document is no output. */
function testResults(
  value: Value | undefined,
): { readonly tests: readonly Value[]; readonly base: string } | undefined {
  const inner = member(value, "results");
  const tests = list(member(inner, "results"));
  if (tests !== undefined && (hasKeys(inner, "stats") || hasKeys(inner, "version")))
    return { tests, base: "/results/results" };
  const flat = list(inner);
  return flat !== undefined && hasKeys(value, "stats") && flat.every(isRecord)
    ? { tests: flat, base: "/results" }
    : undefined;
}

export const isPromptfoo = (value: Value | undefined): boolean => {
  const found = testResults(value);
  return found !== undefined && found.tests.every((test) => hasKeys(test, "success"));
};

/** A check for each test and the verdict over all of them. */
export function promptfooStatements(value: Value | undefined): readonly Statement[] {
  const found = testResults(value);
  if (found === undefined) return [];
  const at =
    text(below(value, "results", "timestamp")) ?? text(below(value, "metadata", "evaluationCreatedAt")) ?? null;
  return [
    ...found.tests.map((test, index) =>
      testStatement(test, { pointer: pointer(found.base, index, "success") }, at, index),
    ),
    ...suiteOf(value, at),
  ];
}

/** The counts stand beside the tests, or at the top where the tests are flat. */
function suiteOf(value: Value | undefined, at: string | null): readonly Statement[] {
  const inner = member(value, "results");
  return isRecord(inner)
    ? suiteStatement(member(inner, "stats"), { pointer: "/results/stats/failures" }, at)
    : suiteStatement(member(value, "stats"), { pointer: "/stats/failures" }, at);
}

/** What a failed assertion is, and what an error: 2 of `failureReason` means that the test did not run. */
const errorReason = 2;

/** True, false, or null where the provider or the grader gave an error instead of an answer. */
function passed(test: Value): boolean | null {
  const reason = numeric(member(test, "failureReason"));
  const success = boolean(member(test, "success")) ?? null;
  if (success === true || reason === 1) return success;
  const graded = isRecord(member(test, "gradingResult"));
  const errored = (text(member(test, "error")) ?? text(below(test, "response", "error")) ?? "") !== "";
  return reason === errorReason || (!graded && errored) ? null : success;
}

/**
 * The check that a test's result is.
 *
 * @param index its place among the results, which names a test that neither description nor number names
 */
export function testStatement(test: Value, where: Where, at: string | null, index: number): Statement {
  const score = numeric(member(test, "score"));
  const threshold = numeric(below(test, "testCase", "threshold"));
  return {
    kind: "check",
    name: testName(test, index),
    passed: passed(test),
    observed: score ?? null,
    ...(threshold === undefined ? {} : { expected: threshold }),
    limits: promptfooLimits(test),
    message: failedAnyhow(test) ?? text(member(test, "error")) ?? text(below(test, "gradingResult", "reason")) ?? null,
    at,
    where,
  };
}

/** A test that its threshold let pass, though some of its assertions failed. */
function failedAnyhow(test: Value): string | undefined {
  if (boolean(member(test, "success")) !== true) return undefined;
  const assertions = list(below(test, "gradingResult", "componentResults")) ?? [];
  const failed = assertions.filter((assertion) => boolean(member(assertion, "pass")) === false).length;
  if (failed === 0) return undefined;
  return `passed by its threshold, with ${failed} of ${assertions.length} assertions failed`;
}

/** The test, the provider and the prompt: the same test runs against each of them. */
function testName(test: Value, index: number): string {
  const provider = member(test, "provider");
  const described = text(below(test, "testCase", "description")) ?? text(member(test, "description"));
  const number = scalarText(member(test, "testIdx"));
  const name = described ?? `test #${Number(number ?? index) + 1}`;
  const by = text(member(provider, "label")) || text(member(provider, "id")) || text(provider);
  const prompt = scalarText(member(test, "promptIdx"));
  return [name, by === undefined ? null : `[${by}]`, prompt === undefined ? null : `prompt ${Number(prompt) + 1}`]
    .filter((part) => part !== null)
    .join(" ");
}

/** No failure, no error and at least one success; an error alone leaves the suite without a verdict. */
export function suiteStatement(stats: Value | undefined, where: Where, at: string | null): readonly Statement[] {
  const successes = numeric(member(stats, "successes"));
  const failures = numeric(member(stats, "failures"));
  const errors = numeric(member(stats, "errors")) ?? 0;
  if (successes === undefined || failures === undefined) return [];
  return [
    {
      kind: "check",
      name: "all tests",
      suite: true,
      passed: failures > 0 ? false : errors > 0 || successes === 0 ? null : true,
      observed: successes,
      expected: successes + failures + errors,
      message: `${successes} passed, ${failures} failed, ${errors} gave an error`,
      at,
      where,
    },
  ];
}
