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

describe("shapes that scripts write", () => {
  const counted = (facts: Awaited<ReturnType<typeof factsOfText>>) =>
    ofKind(facts, "experiment").map(({ name, arms: held }) => [
      name,
      ...held.map((one) => [one.name, one.exposures, one.successes]),
    ]);

  test.each([
    [
      "letters in the keys, an experiment a record",
      { tests: { banner: { impressions_a: 900, impressions_b: 910, clicks_a: 40, clicks_b: 52, p_value: 0.1 } } },
      [["banner", ["a", 900, 40], ["b", 910, 52]]],
    ],
    [
      "a record of each metric, with its own counts",
      {
        name: "coupons",
        approved: { n_treat: 80, n_control: 81, x_treat: 8, x_control: 7 },
        repaid: { n_treat: 80, n_control: 81, x_treat: 70, x_control: 71 },
      },
      [
        ["coupons: approved", ["treat", 80, 8], ["control", 81, 7]],
        ["coupons: repaid", ["treat", 80, 70], ["control", 81, 71]],
      ],
    ],
    [
      "groups told apart by letters beside a test",
      { group_a: { n: 50, rate: 0.1 }, group_b: { n: 52, rate: 0.2 }, z_statistic: 1.4 },
      [[null, ["group_a", 50, null], ["group_b", 52, null]]],
    ],
    [
      "keys in camel case",
      { primaryMetrics: [{ metricName: "Orders", testUnits: 12, controlUnits: 13, testMean: 2, controlMean: 1 }] },
      [["Orders", ["test", 12, null], ["control", 13, null]]],
    ],
    [
      "parts of the data are no experiments",
      { by_device: { mobile: { n_a: 5, n_b: 6, x_a: 1, x_b: 2 } }, segments: [{ n_a: 5, n_b: 6, x_a: 1, x_b: 2 }] },
      [],
    ],
    ["letters and words are no sides of one another", { n_a: 5, n_control: 6, x_a: 1, x_control: 2 }, []],
  ])("%s", async (_, document, expected) => {
    expect(counted(await factsOfText("ab.json", JSON.stringify(document)))).toEqual(expected);
  });

  test("a standard error is the spread of a mean, and Statsig writes it under std", async () => {
    const metric = {
      metricID: "spend",
      confidence_interval_delta: 1.2,
      test_mean: 61,
      test_std: 0.5,
      test_units: 400,
      control_mean: 60,
      control_std: 0.6,
      control_units: 100,
    };
    const [found] = ofKind(
      await factsOfText("pulse.json", JSON.stringify({ message: "ok", data: { primaryMetrics: [metric] } })),
      "experiment",
    );
    // 0.5² · 400 and 0.6² · 100
    expect(found?.arms.map(({ name, mean, variance }) => [name, mean, variance])).toEqual([
      ["test", 61, 100],
      ["control", 60, 36],
    ]);
  });

  test.each([
    [
      "a column for each arm",
      "Metric;Control (old);Treatment (new)\nSample Size;1,000;1,010\nConversions;61;75\nConversion Rate;6.1%;7.4%\n",
      [[null, ["Control (old)", 1000, 61], ["Treatment (new)", 1010, 75]]],
    ],
    [
      "a row for each experiment",
      "test_number,metric,numerator_control,denominator_control,numerator_variant,denominator_variant,p_value\n1,signup,19,453,22,451,0.01\n2,signup,9,53,8,51,0.6\n",
      [
        ["1 signup", ["control", 453, 19], ["variant", 451, 22]],
        ["2 signup", ["control", 53, 9], ["variant", 51, 8]],
      ],
    ],
    [
      "arms without a count of successes",
      "experiment_group,customers,churned\nControl,170,64\nTreatment,178,60\n",
      [[null, ["Control", 170, null], ["Treatment", 178, null]]],
    ],
  ])("a table with %s", async (_, table, expected) => {
    expect(counted(await factsOfText("ab_test_results.csv", table))).toEqual(expected);
  });

  test("a report's table of arms is an experiment under its heading", async () => {
    const text =
      "# Checkout test\n\nWhat came of it.\n\n## Conversions\n\n| Variant | Users | Conversions | Rate |\n|---|---|---|---|\n| Control | 5,000 | 542 | 10.84% |\n| Treatment | 5,001 | 640 | 12.80% |\n";
    expect(counted(await factsOfText("ab_test_report.md", text))).toEqual([
      ["Conversions", ["Control", 5000, 542], ["Treatment", 5001, 640]],
    ]);
  });

  test("the means of two sides with a test between them are about the sides, and the test is no metric", async () => {
    const facts = await factsOfText(
      "ab_test_results.json",
      JSON.stringify({
        latency_s: { mean_a: 3.1, mean_b: 3.3, diff_b_minus_a: 0.2, p_value: 0.19, ci_95: [-0.1, 0.4] },
      }),
    );
    expect(ofKind(facts, "measurement").map(({ about, value, interval }) => [about, value, interval])).toEqual([
      ["a", 3.1, null],
      ["b", 3.3, null],
    ]);
  });
});

test("GrowthBook: the experiment of each metric over all users", async () => {
  const variation = (name: string, users: number, mean: number, stddev: number, numerator: number) => ({
    variationId: name === "Control" ? "0" : "1",
    variationName: name,
    users,
    analyses: [{ engine: "bayesian", numerator, denominator: 0, mean, stddev, percentChange: 0, ciLow: 0, ciHigh: 0 }],
  });
  const metrics = [
    {
      metricId: "m1",
      metricName: "Signed up",
      variations: [variation("Control", 200, 0.1, 0.3, 20), variation("New", 210, 0.2, 0.4, 42)],
    },
    { metricId: "m2", variations: [variation("Control", 200, 3.25, 2, 650), variation("New", 210, 4, 3, 840)] },
  ];
  const document = {
    result: {
      id: "snp",
      experimentId: "exp_1",
      dateStart: "2026-03-01T00:00:00Z",
      dateEnd: "2026-03-15T00:00:00Z",
      results: [
        { dimension: "mobile", totalUsers: 9, metrics: [] },
        { dimension: "", totalUsers: 410, checks: { srm: 0.6 }, metrics },
      ],
    },
  };
  const facts = await factsOfText("results.json", JSON.stringify(document));
  expectFact(facts, {
    kind: "experiment",
    format: "growthbook-results",
    name: "exp_1: Signed up",
    started: "2026-03-01T00:00:00Z",
    place: "/result/results/1/metrics/0",
  });
  expect(
    ofKind(facts, "experiment").map((found) =>
      found.arms.map((one) => [one.name, one.exposures, one.successes, one.mean]),
    ),
  ).toEqual([
    [
      ["Control", 200, 20, 0.1],
      ["New", 210, 42, 0.2],
    ],
    [
      ["Control", 200, null, 3.25],
      ["New", 210, null, 4],
    ],
  ]);
});

test("Optimizely: conversions of unique visitors are counted, sums are means", async () => {
  const results = (value: number) => ({
    "11": { is_baseline: true, name: "Original", samples: 400, value, variance: 2, rate: value / 400 },
    "12": { is_baseline: false, name: "Variation #1", samples: 410, value: value + 10, variance: 3 },
  });
  const document = {
    experiment_id: 7,
    start_time: "2026-03-01T00:00:00Z",
    end_time: "2026-03-15T00:00:00Z",
    reach: { baseline_count: 400 },
    metrics: [
      { name: "Bought", aggregator: "unique", scope: "visitor", results: results(40) },
      { name: "Revenue", aggregator: "sum", field: "revenue", scope: "visitor", results: results(1000) },
    ],
  };
  const facts = ofKind(await factsOfText("results.json", JSON.stringify(document)), "experiment");
  expect(facts.map(({ format, name, arms: held }) => [format, name, ...held])).toEqual([
    ["optimizely-results", "7: Bought", arm("baseline", 400, 40), arm("Variation #1", 410, 50)],
    [
      "optimizely-results",
      "7: Revenue",
      { ...arm("baseline", 400, null), mean: 2.5, variance: 2 },
      { ...arm("Variation #1", 410, null), mean: 1010 / 410, variance: 3 },
    ],
  ]);
});
