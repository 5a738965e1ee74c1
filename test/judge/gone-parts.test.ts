import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { historyOf } from "../checks/history-of.js";
import { modelCard } from "../checks/rows.js";
import { classes, lines, split, training } from "../checks/table-cases.js";
import { facts, judged, measurement, of, outcomesOf, rules, type Circumstances, type Files } from "./judged.js";
import { changed, leftOutOf, movedAbout } from "./left-out.js";

interface Case {
  readonly check: string;
  readonly rule: string;
  /** Evidence with a part that fails, or passes. */
  readonly whole: Files;
  /** The same without it, which meets the rule by itself. */
  readonly part: Files;
  /** What is told of it: how many, and their names. */
  readonly says: string;
  readonly subject: string;
  readonly with?: Circumstances;
}

const own = (...them: readonly object[]): Files => ({ ...modelCard, "m/run.facts.jsonl": facts(...them) });
const psi = (column: string, score: number): object => ({
  kind: "drift",
  scope: "column",
  column,
  method: "psi",
  score,
});
const check = (name: string, passed: boolean, more: object = {}): object => ({ kind: "check", name, passed, ...more });
const share = (value: number): object => ({ kind: "drift", scope: "dataset", share: value, drifted: value > 0.5 });
const scan = (probe: string, passed: number): object =>
  check(`${probe} / mitigation.Bypass`, passed === 100, { observed: passed, expected: 100 });
const fold = (number: number, value: number): object => measurement("roc_auc", value, { fold: number });
const onEasy = measurement("recall", 0.9, { slice: { country: "DE" }, dataset: "easy" });
const dated = (day: string, value: number): object =>
  measurement("recall", value, { at: `${day}T00:00:00Z`, dataset: "live" });
const trial = (name: string, successes: number): object => ({
  kind: "experiment",
  name,
  arms: [
    { name: "control", exposures: 400_000, successes: 20_000 },
    { name: "treatment", exposures: 400_000, successes },
  ],
});
const ddm = (column: string, drifted: boolean): object => ({
  kind: "drift",
  scope: "concept",
  method: "ddm",
  column,
  drifted,
});
const dataset = (name: string, more: object): object => ({ kind: "dataset", name, role: "train", ...more });
const load = (value: number): string =>
  facts(
    measurement("latency_p95", value, { unit: "ms" }),
    measurement("request_failure_rate", 0, { unit: "proportion" }),
  );
const alerts = (...names: readonly string[]): string =>
  `groups:\n  - name: g\n    rules:\n${names.map((name) => `      - { alert: ${name}, expr: drift > 1 }\n`).join("")}`;
const profile = (...alerts: readonly string[]): string =>
  JSON.stringify({ table: { n: 10, n_var: 1 }, variables: {}, alerts });
const modelscan = (files: readonly string[], issues: readonly object[] = []): string =>
  JSON.stringify({
    summary: { total_issues: issues.length, scanned: { total_scanned: files.length, scanned_files: files } },
    issues,
    errors: [],
  });

/** A validation of Great Expectations, as its version 1 writes it. */
function validation(
  suite: string,
  ...expectations: readonly (readonly [type: string, column: string, success: boolean])[]
) {
  const successful = expectations.filter(([, , success]) => success).length;
  return JSON.stringify({
    success: successful === expectations.length,
    suite_name: suite,
    results: expectations.map(([type, column, success]) => ({
      success,
      expectation_config: { type, kwargs: { column }, meta: {} },
      result: {},
    })),
    statistics: { evaluated_expectations: expectations.length, successful_expectations: successful },
    meta: {},
  });
}

const notNull = "expect_column_values_to_not_be_null";
const inSet = "expect_column_values_to_be_in_set";
const validated = (...results: readonly string[]): Files => ({
  ...modelCard,
  ...Object.fromEntries(results.map((text, index) => [`m/validation-${index}.json`, text])),
});

const promptfoo = (...tests: readonly (readonly [description: string, success: boolean])[]): Files => ({
  ...modelCard,
  "m/promptfoo.json": JSON.stringify({
    evalId: "e",
    results: {
      version: 3,
      timestamp: "2026-11-20T00:00:00Z",
      prompts: [],
      results: tests.map(([description, success], testIdx) => ({
        testIdx,
        promptIdx: 0,
        testCase: { description },
        provider: { id: "acme:model-7" },
        success,
        failureReason: success ? 0 : 1,
        score: success ? 1 : 0,
        gradingResult: { pass: success, score: success ? 1 : 0, componentResults: [] },
      })),
      stats: {
        successes: tests.filter(([, success]) => success).length,
        failures: tests.filter(([, success]) => !success).length,
        errors: 0,
      },
    },
    config: {},
  }),
});

const columns = (...names: readonly string[]): Files => {
  const header = ["id", ...names].join(",");
  const rows = (from: number): string =>
    lines(header, [
      (row) => [row, ...names.map((name) => (name === "hour" ? from : 0) + (row % 100) / 100)].join(","),
      1000,
    ]);
  return { ...modelCard, "m/reference.csv": rows(0), "m/current.csv": rows(0.5) };
};

const cases: readonly Case[] = [
  {
    check: "drift",
    rule: "{ drift: psi, for-each: column, at-most: 0.2 }",
    whole: own(psi("amount", 0.05), psi("hour", 0.9)),
    part: own(psi("amount", 0.05)),
    says: "the column hour, and",
    subject: "columns left out",
  },
  {
    check: "drift",
    rule: "{ drift: psi, for-each: column, at-most: 0.2, allowed-over: 10% }",
    whole: own(psi("amount", 0.05), psi("hour", 0.9), psi("day", 0.8)),
    part: own(psi("amount", 0.05)),
    says: "2 columns of which the change states nothing: hour and day",
    subject: "columns left out",
  },
  {
    check: "drift",
    rule: "{ drift: share, at-most: 0.5 }",
    whole: own(share(1), psi("amount", 0.05), psi("hour", 0.9)),
    part: own(share(0), psi("amount", 0.05)),
    says: "the column hour, and",
    subject: "columns left out",
  },
  {
    check: "drift",
    rule: "{ drift: psi, at-most: 0.1 }",
    whole: columns("amount", "hour"),
    part: columns("amount"),
    says: "the column hour, and",
    subject: "columns left out",
  },
  {
    check: "prediction-drift",
    rule: "{ prediction-drift: any, at-most: 0.1 }",
    whole: own(
      { ...psi("score", 0.02), scope: "prediction" },
      { ...psi("score", 0.9), scope: "prediction", method: "wasserstein-normed" },
    ),
    part: own({ ...psi("score", 0.02), scope: "prediction" }),
    says: "the column score, and",
    subject: "columns left out",
  },
  {
    check: "confidence-drift",
    rule: "{ confidence-drift: any, at-most: 0.1 }",
    whole: own(psi("confidence", 0.02), psi("certainty", 0.9)),
    part: own(psi("confidence", 0.02)),
    says: "the column certainty, and",
    subject: "columns left out",
  },
  {
    check: "concept-drift",
    rule: "{ concept-drift: reports, agreeing: 1 }",
    whole: own(ddm("a", false), ddm("b", true)),
    part: own(ddm("a", false)),
    says: "the detector ddm on b, and",
    subject: "detectors left out",
  },
  {
    check: "concept-drift",
    rule: "{ concept-drift: [ddm, page-hinkley], of: error_rate, warm-up: 5, agreeing: 1, threshold: 0.1 }",
    whole: own(...Array.from({ length: 60 }, (_, step) => measurement("error_rate", step < 30 ? 0 : 1, { step }))),
    part: own(...Array.from({ length: 30 }, (_, step) => measurement("error_rate", 0, { step }))),
    says: "30 values of which the change states nothing: error_rate (30 times)",
    subject: "values left out",
  },
  {
    check: "retraining",
    rule: "{ retraining: event, drift-at-most: 0.2 }",
    whole: own(psi("amount", 0.05), psi("hour", 0.9)),
    part: own(psi("amount", 0.05)),
    says: "the column hour, and",
    subject: "columns left out",
  },
  {
    check: "retraining",
    rule: "{ retraining: event, concept: true }",
    whole: own(ddm("a", false), ddm("b", true), ddm("c", true)),
    part: own(ddm("a", false), ddm("b", true)),
    says: "the detector ddm on c, and",
    subject: "detectors left out",
  },
  {
    check: "data-quality",
    rule: "{ data-quality: suite }",
    whole: validated(validation("orders", [notNull, "id", true], [inSet, "country", false])),
    part: validated(validation("orders", [notNull, "id", true])),
    says: `the check ${inSet} on country, and`,
    subject: "checks left out",
  },
  {
    check: "data-quality",
    rule: "{ data-quality: suite }",
    whole: validated(validation("orders", [notNull, "id", true]), validation("refunds", [inSet, "reason", false])),
    part: validated(validation("orders", [notNull, "id", true])),
    says: `2 checks of which the change states nothing: ${inSet} on reason and refunds (suite)`,
    subject: "checks left out",
  },
  {
    check: "data-quality",
    rule: "{ data-quality: checks, allowed-over: 10% }",
    whole: validated(validation("orders", [notNull, "id", true], [inSet, "country", true], [inSet, "country", false])),
    part: validated(validation("orders", [notNull, "id", true], [inSet, "country", true])),
    says: `the check ${inSet} on country, and`,
    subject: "checks left out",
  },
  {
    check: "assertions",
    rule: "{ assertions: all }",
    whole: promptfoo(["greets", true], ["refuses", false]),
    part: promptfoo(["greets", true]),
    says: "the assertion refuses, and",
    subject: "assertions left out",
  },
  {
    check: "assertions",
    rule: "{ assertions: [greet*], min-assertions: 2, from: [facts-jsonl] }",
    whole: own(check("greets", true), check("greets", true), check("greets", false), check("other", true)),
    part: own(check("greets", true), check("greets", true), check("other", true)),
    says: "the assertion greets, and",
    subject: "assertions left out",
  },
  {
    check: "red-team",
    rule: "{ red-team: all, from: [facts-jsonl] }",
    whole: own(scan("dan.Dan_11_0", 100), scan("encoding.InjectHex", 3)),
    part: own(scan("dan.Dan_11_0", 100)),
    says: "the probe encoding.InjectHex / mitigation.Bypass, and",
    subject: "probes left out",
  },
  {
    check: "red-team",
    rule: "{ red-team: dan.*, from: [facts-jsonl] }",
    whole: own(...Array.from({ length: 12 }, (_, attempt) => check("dan.Dan_11_0 / mitigation.Bypass", attempt > 1))),
    part: own(...Array.from({ length: 10 }, () => check("dan.Dan_11_0 / mitigation.Bypass", true))),
    says: "2 probes of which the change states nothing: dan.Dan_11_0 / mitigation.Bypass (2 times)",
    subject: "probes left out",
  },
  {
    check: "contamination-statement",
    rule: "{ contamination-statement: measured }",
    whole: own(check("contamination of mmlu", true), check("contamination of gsm8k", false)),
    part: own(check("contamination of mmlu", true)),
    says: "the check contamination of gsm8k, and",
    subject: "checks left out",
  },
  {
    check: "framework",
    rule: "{ framework: Ours, clause: '1', needs: ['checks:data*'] }",
    whole: own(check("data a", true), check("data b", false)),
    part: own(check("data a", true)),
    says: "the check data b, and",
    subject: "checks left out",
  },
  {
    check: "benchmark",
    rule: "{ benchmark: gsm8k, of: exact_match, at-least: 0.5 }",
    whole: own(
      measurement("exact_match", 0.6, { dataset: "gsm8k", protocol: "flexible-extract" }),
      measurement("exact_match", 0.2, { dataset: "gsm8k", protocol: "strict-match" }),
    ),
    part: own(measurement("exact_match", 0.6, { dataset: "gsm8k", protocol: "flexible-extract" })),
    says: "the result exact_match (strict-match) on gsm8k, and",
    subject: "results left out",
  },
  {
    check: "benchmark",
    rule: "{ benchmark: gsm8k, of: accuracy, at-least: 0.5 }",
    whole: own(
      measurement("accuracy", 0.6, { dataset: "gsm8k" }),
      check("all samples of gsm8k were evaluated", false, { observed: 10, expected: 1319 }),
    ),
    part: own(measurement("accuracy", 0.6, { dataset: "gsm8k" })),
    says: "the result all samples of gsm8k were evaluated, and",
    subject: "results left out",
  },
  {
    check: "metric",
    rule: "{ metric: recall, at-least: 80% }",
    whole: own(measurement("recall", 0.9, { dataset: "easy" }), measurement("recall", 0.6, { dataset: "hard" })),
    part: own(measurement("recall", 0.9, { dataset: "easy" })),
    says: "the result recall on hard, and",
    subject: "results left out",
  },
  {
    check: "metric",
    rule: "{ metric: recall, at-least: 80%, for-each: country }",
    whole: own(onEasy, measurement("recall", 0.6, { slice: { country: "DE" }, dataset: "hard" })),
    part: own(onEasy),
    says: "the result recall on hard for country=DE, and",
    subject: "results left out",
  },
  {
    check: "stress-test",
    rule: "{ stress-test: recall, at-least: 80%, for-each: country }",
    whole: own(onEasy, measurement("recall", 0.6, { slice: { country: "DE" }, dataset: "hard" })),
    part: own(onEasy),
    says: "the result recall on hard for country=DE, and",
    subject: "results left out",
  },
  {
    check: "cross-validation",
    rule: "{ cross-validation: roc_auc, worst-at-least: 0.8 }",
    whole: own(fold(0, 0.9), fold(1, 0.91), fold(2, 0.92), fold(3, 0.5)),
    part: own(fold(0, 0.9), fold(1, 0.91), fold(2, 0.92)),
    says: "the score roc_auc in fold 3, and",
    subject: "scores left out",
  },
  {
    check: "representation",
    rule: "{ representation: age_band, min-samples: 200 }",
    whole: training(lines("age_band,x", [() => "18-24,1", 300], [() => "65+,1", 12])),
    part: training(lines("age_band,x", [() => "18-24,1", 300])),
    says: "the group age_band=65+, and",
    subject: "groups left out",
  },
  {
    check: "class-balance",
    rule: "{ class-balance: kind, share-at-least: 5% }",
    whole: training(lines("kind,x", [() => "a,1", 300], [() => "b,1", 300], [() => "c,1", 3])),
    part: training(lines("kind,x", [() => "a,1", 300], [() => "b,1", 300])),
    says: "the class c, and",
    subject: "classes left out",
  },
  {
    check: "class-balance",
    rule: "{ class-balance: label, share-at-least: 5% }",
    whole: { ...classes(50, 50), "m/train.csv": lines("amount,label", [() => "1,1", 1], [() => "2,0", 500]) },
    part: classes(50, 50),
    says: "2 classes of which the change states nothing: 0 and 1",
    subject: "classes left out",
  },
  {
    check: "anomalies",
    rule: "{ anomalies: any }",
    whole: { ...modelCard, "m/train.json": profile(), "m/serving.json": profile("[a] 3 missing values") },
    part: { ...modelCard, "m/train.json": profile() },
    says: "the report by ydata-profile, and",
    subject: "reports left out",
  },
  {
    check: "data-freshness",
    rule: "{ data-freshness: 7d }",
    whole: own(dataset("orders", { at: "2026-11-22T00:00:00Z" }), dataset("refunds", { at: "2026-01-01T00:00:00Z" })),
    part: own(dataset("orders", { at: "2026-11-22T00:00:00Z" })),
    says: "the data set refunds, and",
    subject: "data sets left out",
  },
  {
    check: "dataset-version",
    rule: "{ dataset-version: train }",
    whole: own(dataset("orders", { digest: "md5:0a" }), dataset("refunds", {})),
    part: own(dataset("orders", { digest: "md5:0a" })),
    says: "the data set refunds, and",
    subject: "data sets left out",
  },
  {
    check: "train-test-overlap",
    rule: "{ train-test-overlap: ids, role: current }",
    whole: {
      ...modelCard,
      "m/train.csv": split(0, 100),
      "m/current_a.csv": split(100, 150),
      "m/current_b.csv": split(90, 150),
    },
    part: { ...modelCard, "m/train.csv": split(0, 100), "m/current_a.csv": split(100, 150) },
    says: "the table of test rows, and",
    subject: "tables left out",
  },
  {
    check: "recomputed-metrics",
    rule: "{ recomputed-metrics: all }",
    whole: {
      ...own(measurement("accuracy", 1), measurement("recall", 0.4)),
      "m/predictions.csv": lines("id,y_true,y_pred", [(row) => `${row},${row % 2},${row % 2}`, 100]),
    },
    part: {
      ...own(measurement("accuracy", 1)),
      "m/predictions.csv": lines("id,y_true,y_pred", [(row) => `${row},${row % 2},${row % 2}`, 100]),
    },
    says: "the number recall, and",
    subject: "numbers left out",
  },
  {
    check: "performance-decay",
    rule: "{ performance-decay: recall, may-lose: 0.02 }",
    whole: own(dated("2026-06-01", 0.9), dated("2026-07-01", 0.81), dated("2026-08-01", 0.8), dated("2026-09-01", 0.8)),
    part: own(dated("2026-07-01", 0.81), dated("2026-08-01", 0.8), dated("2026-09-01", 0.8)),
    says: "the value recall of 2026-06-01T00:00:00",
    subject: "values left out",
  },
  {
    check: "model-age",
    rule: "{ model-age: 30d }",
    whole: own(
      { kind: "model", name: "m", version: "2", created: "2026-01-20T00:00:00Z", stage: "production" },
      { kind: "model", name: "m", version: "3", created: "2026-11-20T00:00:00Z" },
    ),
    part: own({ kind: "model", name: "m", version: "3", created: "2026-11-20T00:00:00Z" }),
    says: "the model in production, and",
    subject: "models left out",
  },
  {
    check: "test-set-reuse",
    rule: "{ test-set-reuse: holdout, at-most: 3 }",
    whole: own(...["a", "b", "c", "d", "e"].map((run) => measurement("recall", 0.8, { dataset: "holdout", run }))),
    part: own(...["a", "b"].map((run) => measurement("recall", 0.8, { dataset: "holdout", run }))),
    says: "3 decisions of which the change states nothing: on holdout (3 times)",
    subject: "decisions left out",
    with: { history: historyOf({}) },
  },
  ...(["ab-test", "canary"] as const).map((id) => ({
    check: id,
    rule: `{ ${id}: any, may-lose: 0.01, split: { control: 0.5, treatment: 0.5 } }`,
    whole: own(trial("checkout", 20_000), trial("search", 10_000)),
    part: own(trial("checkout", 20_000)),
    says: "the experiment search, and",
    subject: "experiments left out",
  })),
  {
    check: "alerts-configured",
    rule: "{ alerts-configured: [drift] }",
    whole: { ...modelCard, "m/alerts.rules.yaml": alerts("DriftHigh", "DriftSlow") },
    part: { ...modelCard, "m/alerts.rules.yaml": alerts("DriftHigh") },
    says: "the alert DriftSlow, and",
    subject: "alerts left out",
  },
  {
    check: "latency",
    rule: "{ latency: p95, at-most: 150ms }",
    whole: { ...modelCard, "m/a.facts.jsonl": load(90), "m/b.facts.jsonl": load(900) },
    part: { ...modelCard, "m/a.facts.jsonl": load(90) },
    says: "2 load figures of which the change states nothing: p95 and the failures beside p95",
    subject: "load figures left out",
  },
  {
    check: "latency",
    rule: "{ latency: p95, at-most: 150ms }",
    whole: own(
      measurement("latency_p95", 90, { unit: "ms" }),
      measurement("request_failure_rate", 0.5, { unit: "proportion" }),
    ),
    part: own(measurement("latency_p95", 90, { unit: "ms" })),
    says: "the load figure the failures beside p95, and",
    subject: "load figures left out",
  },
  {
    check: "canary",
    rule: "{ canary: any, may-lose: 0.01 }",
    whole: own(trial("checkout", 20_000), { kind: "rollout", strategy: "canary", traffic: 10 }),
    part: own(trial("checkout", 20_000)),
    says: "the share of traffic that the roll-out plans, and",
    subject: "shares of traffic left out",
  },
  {
    check: "serialisation",
    rule: "{ serialisation: scanned }",
    whole: {
      ...modelCard,
      "m/scan-a.json": modelscan(["a.pkl"]),
      "m/scan-b.json": modelscan(["b.pkl"], [{ module: "posix", operator: "system", source: "b.pkl" }]),
    },
    part: { ...modelCard, "m/scan-a.json": modelscan(["a.pkl"]) },
    says: "2 scans of which the change states nothing: by modelscan and of b.pkl",
    subject: "scans left out",
  },
  {
    check: "fairness",
    rule: "{ fairness: equalized-odds, for-each: [age], difference-at-most: 0.1 }",
    whole: own(
      ...["18-29", "30-49", "50+"].flatMap((age) => [
        measurement("recall", 0.8, { slice: { age } }),
        measurement("fpr", age === "50+" ? 0.4 : 0.1, { slice: { age } }),
      ]),
    ),
    part: own(
      ...["18-29", "30-49", "50+"].flatMap((age) => [
        measurement("recall", 0.8, { slice: { age } }),
        ...(age === "50+" ? [] : [measurement("fpr", 0.1, { slice: { age } })]),
      ]),
    ),
    says: "false positive rate, age=50+",
    subject: "false positive rate, age=50+",
  },
];

test("every check that has parts besides slices is shown with a part that is left out", () => {
  const having = checks.filter(({ parts }) => parts?.some(({ one }) => one !== "slice") === true).map(({ id }) => id);
  expect([...new Set(cases.map(({ check: id }) => id))].sort()).toEqual(having.sort());
});

describe.each(cases)("$check: $rule", ({ rule, whole, part, says, subject, with: more }) => {
  test("does not pass because a part of the base's evidence is left out", async () => {
    const without = await changed(part, part, rule, more);
    expect(without.decision).toBe("pass");
    const report = await changed(whole, part, rule, more);
    const found = leftOutOf(report);
    expect(found.map((one) => one.subject)).toEqual([subject]);
    expect(found[0]?.message).toContain(says);
    expect(found[0]).toMatchObject({ outcome: "missing", effect: "undecided" });
    expect(report.decision).not.toBe("pass");
    const paths = found[0]?.sources.map(({ path }) => path) ?? [];
    expect(paths.length).toBeGreaterThan(0);
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(paths));
  });

  test("judges a change that leaves nothing out as it did, wherever its files lie", async () => {
    const alone = of(await judged(whole, rules(`a: ${rule}`), more), "a");
    const same = of(await changed(whole, whole, rule, more), "a");
    expect(same.map(({ subject, message }) => [subject, message]).toSorted()).toEqual(
      alone.map(({ subject, message }) => [subject, message]).toSorted(),
    );
    const moved = await changed(whole, movedAbout(whole), rule, more);
    expect(leftOutOf(moved)).toEqual([]);
    expect(outcomesOf(moved, "a").toSorted()).toEqual(alone.map(({ outcome }) => outcome).toSorted());
  });

  test("says nothing of a change that adds a part", async () => {
    expect(leftOutOf(await changed(part, whole, rule, more))).toEqual([]);
  });
});
