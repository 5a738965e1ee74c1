import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const arm = (name: string, exposures: number | null, successes: number | null) => ({
  name,
  exposures,
  successes,
  mean: null,
  variance: null,
});
const arms = [arm("control", 30000, 1525), arm("treatment", 30000, 1654)];
// Variances: Python, revenue_sd ** 2.
const revenue = [
  { mean: 1.6917199879343447, variance: 99.22975650868224 },
  { mean: 1.8815369176524046, variance: 123.71635794878051 },
];
const armsWithRevenue = arms.map((counts, at) => ({ ...counts, ...revenue[at] }));

describeFixtures("experiment-summary", [
  [
    "experiment/summary.json",
    "the arms with what came of them; what stands beside is about an arm",
    [
      {
        kind: "experiment",
        name: "fraud-gb-3.2.0-latency-regression",
        arms: armsWithRevenue,
        started: "2026-10-05T00:00:00Z",
        ended: "2026-10-19T00:00:00Z",
        looks: null,
        place: "/variants",
      },
      {
        kind: "measurement",
        raw_metric: "latency_ms_p95",
        metric: "latency_p95",
        value: 74.58079571434581,
        unit: "ms",
        about: "control",
        n: 30000,
        place: "/variants/0/latency_ms_p95",
      },
      { kind: "measurement", raw_metric: "error_rate", about: "control", value: 0.004166666666666667 },
    ],
    [{ kind: "measurement", about: null }, { kind: "drift" }],
  ],
  ["experiment/summary.csv", "a row for each arm", [{ kind: "experiment", arms: armsWithRevenue, place: "1" }]],
]);

describeFixtures("experiment-daily", [
  [
    "experiment/daily.csv",
    "the days summed, each of them a look",
    [
      { kind: "experiment", arms, started: "2026-10-05T00:00:00Z", ended: "2026-10-18T00:00:00Z", looks: 14 },
      { kind: "table", rows: 28 },
    ],
    [{ kind: "measurement" }],
  ],
  [
    "tables/daily.csv",
    "impressions and clicks by device, summed over devices; the table stays one",
    [
      {
        kind: "table",
        columns: ["date", "variant", "device", "impressions", "clicks", "revenue_per_session"],
        rows: 84,
        role: null,
        place: "1",
      },
      { kind: "experiment", looks: 14 },
    ],
    [{ kind: "measurement" }],
  ],
]);

describeFixtures("experiment-statistics", [
  [
    "experiment/scipy_statistics.json",
    "each number under its own name; p-values are of no drift",
    [
      {
        kind: "measurement",
        raw_metric: "diff",
        value: 0.004299999999999998,
        interval: { lower: 0.0007154808437526789, upper: 0.007884519156247317, level: 0.95 },
        place: "/diff",
      },
      { kind: "measurement", raw_metric: "srm_p", value: 1 },
    ],
    [{ kind: "drift" }],
  ],
]);

test.each([
  [
    "a record of arms",
    { experiment: "e", arms: { a: { users: 10, conversions: 1 }, b: { users: 12, conversions: 2 } } },
  ],
  [
    "arms over all and by device",
    {
      experiment: "e",
      overall: { control: { impressions: 10, clicks: 1 }, treatment: { impressions: 12, clicks: 2 }, z: 0.5 },
      by_device: { mobile: { control: { impressions: 4, clicks: 1 }, treatment: { impressions: 5, clicks: 0 } } },
    },
  ],
  ["arms at the top", { control: { visitors: 10, clicks: 1 }, treatment: { visitors: 12, clicks: 2 } }],
  [
    "a list of groups",
    {
      groups: [
        { group: "control", n: 10, successes: 1 },
        { group: "new", n: 12, successes: 2 },
      ],
    },
  ],
])("%s is an experiment", async (_, document) => {
  const [found] = ofKind(await factsOfText("ab.json", JSON.stringify(document)), "experiment");
  expect(found?.arms.map(({ exposures, successes }) => [exposures, successes])).toEqual([
    [10, 1],
    [12, 2],
  ]);
});

test.each([
  [{ looks: 3 }, 3],
  [{ interim_analyses: [{ day: 7 }, { day: 14 }] }, 2],
  [{ looks: "often" }, null],
  [{ looks: -1 }, null],
  [{}, null],
])("looks are read where they are stated: %j", async (stated, looks) => {
  const document = {
    variants: [
      { name: "a", n: 1, conversions: 0 },
      { name: "b", n: 1, conversions: 1 },
    ],
    ...stated,
  };
  expectFact(await factsOfText("ab.json", JSON.stringify(document)), { kind: "experiment", looks });
});

test("an experiment on a mean has its variance, from a deviation where that is written", async () => {
  const document = {
    variants: [
      { arm: "a", n: 5, mean: 2, sd: 3 },
      { arm: "b", n: 6, mean: 2.5, variance: 4 },
    ],
  };
  const [found] = ofKind(await factsOfText("ab.json", JSON.stringify(document)), "experiment");
  expect(found?.arms.map(({ mean, variance }) => [mean, variance])).toEqual([
    [2, 9],
    [2.5, 4],
  ]);
});

test.each([
  ["parts of the data", "group,n,conversions,recall\nDE,100,5,0.8\nFR,90,4,0.7\n"],
  ["one arm", "variant,exposures,conversions\ncontrol,10,1\n"],
  ["an arm twice", "variant,exposures,conversions\na,10,1\na,10,2\n"],
])("a table of %s is no experiment", async (_, table) => {
  expect(ofKind(await factsOfText("t.csv", table), "experiment")).toEqual([]);
});

test.each([
  ["text", '"many"', ["wrong-type"]],
  ["negative", "-5", ["wrong-type"]],
  ["not finite", "NaN", ["non-finite"]],
  ["absent", "null", []],
])("an exposure that is %s is not known", async (_, exposures, problems) => {
  const text = `{"variants":[{"name":"a","n":${exposures},"conversions":1},{"name":"b","n":7,"conversions":1}]}`;
  const facts = await factsOfText("ab.json", text);
  expectFact(facts, { kind: "experiment", arms: [arm("a", null, 1), arm("b", 7, 1)] });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(problems);
});

test("a day without a count leaves the sum of its arm unknown", async () => {
  const table =
    "date,variant,exposures,conversions\n2026-01-01,a,,1\n2026-01-01,b,5,1\n2026-01-02,a,4,1\n2026-01-02,b,5,0\n";
  expectFact(await factsOfText("daily.csv", table), { kind: "experiment", arms: [arm("a", null, 2), arm("b", 10, 1)] });
});

describe("a canary beside what serves", () => {
  test("each side's numbers are about it, and requests are its exposures", async () => {
    const side = (requests: number, errors: number) => ({
      requests,
      errors,
      error_rate: errors / requests,
      latency_p95_ms: 120,
    });
    const facts = await factsOfText(
      "canary_analysis.json",
      JSON.stringify({ canary: side(1000, 3), baseline: side(9000, 18), decision: "promote" }),
    );
    expectFact(facts, {
      kind: "measurement",
      metric: "error_rate",
      value: 0.003,
      about: "canary",
      n: 1000,
      place: "/canary/error_rate",
    });
    expectFact(facts, { metric: "latency_p95", unit: "ms", about: "baseline", n: 9000 });
    expectFact(facts, { kind: "experiment", arms: [arm("canary", 1000, null), arm("baseline", 9000, null)] });
  });

  test("without counts there are measurements and no experiment", async () => {
    const metrics = { canary: { accuracy: 0.9 }, stable: { accuracy: 0.89 } };
    const facts = await factsOfText("canary.json", JSON.stringify({ metrics, verdict: "pass" }));
    expectFact(facts, { metric: "accuracy", value: 0.89, about: "stable", place: "/metrics/stable/accuracy" });
    expect(facts.filter(({ kind }) => kind === "experiment")).toEqual([]);
  });

  test("a model and its baseline are no arms", async () => {
    const facts = await factsOfText("metrics.json", '{"candidate": {"auc": 0.9}, "baseline": {"auc": 0.8}}');
    expectFact(facts, { format: "metrics-json", metric: "roc_auc", value: 0.9, about: null });
  });
});

describe("both sides in one record, told apart by its keys", () => {
  test("counts are the arms', what stands beside them is about them", async () => {
    const overall = {
      n_control: 8000,
      conversions_control: 400,
      rate_control: 0.05,
      n_treatment: 8100,
      conversions_treatment: 450,
    };
    const facts = await factsOfText(
      "ab_test_results.json",
      JSON.stringify({ experiment_name: "checkout", overall_results: overall, by_device: { mobile: overall } }),
    );
    expectFact(facts, {
      kind: "experiment",
      name: "checkout",
      arms: [arm("control", 8000, 400), arm("treatment", 8100, 450)],
    });
    expectFact(facts, { raw_metric: "rate", value: 0.05, about: "control", place: "/overall_results/rate_control" });
  });

  test("a share under the name of a count is no count", async () => {
    const facts = await factsOfText(
      "ab.json",
      '{"control_users": 6000, "treatment_users": 6100, "control_conversion": 0.08, "treatment_conversion": 0.1}',
    );
    expectFact(facts, { kind: "experiment", arms: [arm("control", 6000, null), arm("treatment", 6100, null)] });
    expectFact(facts, { raw_metric: "conversion", value: 0.1, about: "treatment", place: "/treatment_conversion" });
  });
});
