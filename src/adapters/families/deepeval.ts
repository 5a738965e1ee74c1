import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { boolean, hasKeys, isRecord, list, member, numeric, text } from "../../read/shape.js";
import { shortened } from "./check-values.js";
import { coverageCheck } from "./partial-evaluation.js";
import { scoreMean } from "./score-mean.js";
import { thresholdLimit } from "./stated-limits.js";

/** Test runs of deepeval: metrics over test cases, each with its own threshold. */

/** One metric's verdict on one test case, in snake case, camel case or the words of the first versions. */
interface Scored {
  readonly name: string;
  readonly score: number | undefined;
  readonly threshold: number | undefined;
  /** Null where the metric gave an error instead of a score. */
  readonly passed: boolean | null;
  readonly reason: string | null;
  readonly where: string;
}

interface TestCase {
  readonly name: string;
  readonly metrics: readonly Scored[];
  readonly where: string;
  readonly success: boolean | undefined;
}

const caseLists = ["test_results", "testResults", "testCases", "conversationalTestCases"];
const metricLists = ["metrics_data", "metricsData", "metricsMetadata", "metrics_metadata", "metrics"];

function metricsIn(testCase: Value): { readonly key: string; readonly metrics: readonly Value[] } | undefined {
  for (const key of metricLists) {
    const metrics = list(member(testCase, key));
    if (metrics !== undefined && metrics.every(isRecord)) return { key, metrics };
  }
  return undefined;
}

const isTestCase = (testCase: Value): boolean =>
  hasKeys(testCase, "success") &&
  metricLists.some((key) => hasKeys(testCase, key)) &&
  (metricsIn(testCase)?.metrics ?? []).every((metric) => hasKeys(metric, "score") || hasKeys(metric, "error"));

/** The lists of test cases in a document, each with its place. */
const listsIn = (value: Value | undefined): readonly (readonly [base: string, cases: readonly Value[]])[] =>
  list(value) !== undefined
    ? [["", list(value) ?? []]]
    : caseLists.flatMap((key) => {
        const cases = list(member(value, key));
        return cases === undefined ? [] : [[pointer("", key), cases] as const];
      });

/** True for a test run that holds test cases with metrics, or says how many passed. */
export function isDeepeval(value: Value | undefined): boolean {
  const cases = listsIn(value).flatMap(([, held]) => held);
  if (cases.length === 0) return hasKeys(value, "testCases", "testPassed", "testFailed");
  return cases.slice(0, 50).every(isTestCase);
}

const testCasesIn = (value: Value | undefined): readonly TestCase[] =>
  listsIn(value).flatMap(([base, cases]) =>
    cases.map((testCase, index) => {
      const where = pointer(base, index);
      const held = metricsIn(testCase);
      return {
        name: text(member(testCase, "name")) || `test case ${index + 1}`,
        metrics: (held?.metrics ?? []).map((metric, at) => scored(metric, pointer(where, held?.key ?? "", at))),
        where,
        success: boolean(member(testCase, "success")),
      };
    }),
  );

function scored(metric: Value, where: string): Scored {
  const error = text(member(metric, "error"));
  const score = numeric(member(metric, "score"));
  const passed = boolean(member(metric, "success"));
  const key = ["score", "success", "error", "name"].find((held) => hasKeys(metric, held));
  return {
    name: text(member(metric, "name")) ?? text(member(metric, "metric")) ?? "a metric without a name",
    score,
    threshold: numeric(member(metric, "threshold")) ?? numeric(member(metric, "minimumScore")),
    passed: error !== undefined || score === undefined ? null : (passed ?? null),
    reason: error ?? text(member(metric, "reason")) ?? null,
    where: key === undefined ? where : pointer(where, key),
  };
}

/** A check for each metric of each test case, the mean of each metric, and the verdict over all. */
export function deepevalStatements(value: Value | undefined): readonly Statement[] {
  const cases = testCasesIn(value);
  return [...cases.flatMap(caseChecks), ...means(cases), verdict(value, cases)];
}

const caseChecks = (testCase: TestCase): readonly Statement[] =>
  testCase.metrics.length === 0
    ? [
        {
          kind: "check",
          name: testCase.name,
          passed: testCase.success === false ? false : null,
          message: "no metric judged this test case",
          where: { pointer: testCase.where },
        },
      ]
    : testCase.metrics.map(({ name, score, threshold, passed, reason, where }) => ({
        kind: "check",
        name: `${name} (${testCase.name})`,
        passed,
        observed: score ?? null,
        expected: threshold ?? null,
        limits: thresholdLimit(score, threshold, passed),
        message: reason === null ? null : shortened(reason),
        where: { pointer: where },
      }));

/** A metric over the test cases; one check more where it failed to judge some of them. */
function means(cases: readonly TestCase[]): readonly Statement[] {
  const byMetric = new Map<string, Scored[]>();
  for (const score of cases.flatMap(({ metrics }) => metrics)) {
    const known = byMetric.get(score.name);
    if (known === undefined) byMetric.set(score.name, [score]);
    else known.push(score);
  }
  return [...byMetric].flatMap(([name, scores]): Statement[] => {
    const { mean, n, failed } = scoreMean(scores.map(({ score }) => score));
    const where = { pointer: scores[0]?.where.slice(0, scores[0].where.lastIndexOf("/")) ?? "" };
    const coverage = failed > 0 ? [coverageCheck({ task: name, evaluated: n, of: n + failed }, where)] : [];
    if (n === 0) return coverage;
    const thresholds = new Set(scores.map(({ threshold }) => threshold));
    const [threshold] = thresholds;
    return [
      {
        kind: "measurement",
        raw_metric: name,
        value: mean,
        n,
        protocol: "mean",
        ...(thresholds.size === 1 && threshold !== undefined ? { threshold } : {}),
        where,
      },
      ...coverage,
    ];
  });
}

function verdict(value: Value | undefined, cases: readonly TestCase[]): Statement {
  const stated = numeric(member(value, "testPassed"));
  const failedStated = numeric(member(value, "testFailed"));
  const passes = stated ?? cases.filter(({ success }) => success === true).length;
  const fails = failedStated ?? cases.filter(({ success }) => success === false).length;
  const judged = cases.every(({ metrics }) => metrics.length > 0 && metrics.every(({ passed }) => passed !== null));
  return {
    kind: "check",
    name: "all test cases",
    suite: true,
    passed: fails > 0 ? (judged || failedForGood(cases) ? false : null) : passes > 0 && judged ? true : null,
    observed: passes,
    expected: passes + fails,
    message: judged ? `${passes} passed, ${fails} failed` : "not every metric of every test case gave a score",
    where: { pointer: failedStated === undefined ? (cases[0]?.where.replace(/\/\d+$/, "") ?? "") : "/testFailed" },
  };
}

/** True where some metric judged and said no: an error alone is no failure of the model. */
const failedForGood = (cases: readonly TestCase[]): boolean =>
  cases.some(({ metrics }) => metrics.some(({ passed }) => passed === false));
