import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const bytesOf = (path: string): Buffer => readFileSync(new URL(`../fixtures/tfma/${path}`, import.meta.url));

const metrics = "metrics-00000-of-00001.tfrecord";

// The messages are those that TFMA 0.47.1 wrote as JSON, made records with the messages of TFMA 0.52.
describeFixtures("tfma-metrics-for-slice", [
  [
    `tfma/export/${metrics}`,
    "the same as of its JSON",
    [
      { metric: "roc_auc", value: 0.5872963243652899, slice: { country: "DE" }, n: 2082, about: null },
      { metric: "roc_auc", value: 0.866066691928761, slice: { country: "DE" }, about: "baseline" },
      {
        metric: "recall",
        value: 0.4444444444444444,
        slice: { age_band: "65+" },
        n: 611,
        place: "/1/metric_keys_and_values/8/value/double_value/value",
      },
      { metric: "log_loss", value: null, non_finite: "NaN" },
    ],
    [{ raw_metric: "example_count" }],
  ],
]);

describeFixtures("tfma-validation-result", [
  [
    "tfma/export/validations.tfrecord",
    "the same as of its JSON",
    [
      { name: "validation", passed: false, suite: true },
      { name: "auc", passed: false, observed: 0.5872963243652899, expected: "at least 0.85" },
      {
        name: "auc",
        passed: false,
        observed: -0.27877036756347107,
        expected: "change by -0.005, higher is better",
        message: "The change against the baseline for country=DE misses its threshold.",
      },
    ],
    [{ passed: true }],
  ],
]);

// Filled in with the messages of TFMA 0.52.
describeFixtures("tfma-metrics-for-slice", [
  [
    "tfma/records/metrics",
    "confidence intervals, numbers of slices, classes, and the map of old",
    [
      {
        metric: "roc_auc",
        value: 0.875,
        interval: { lower: 0.85, upper: 0.9, level: null },
        standard_error: 0.0125,
        slice: { country: "DE", hour: "7" },
        n: 400,
      },
      { metric: "recall", value: 0.5, slice: { country: "DE", hour: "7", class: "2" }, standard_error: 0.02 },
      { metric: "precision", value: 0 },
      { metric: "accuracy", value: 0.75, slice: {}, n: 10 },
    ],
    [{ raw_metric: "post_export_metrics/example_count" }],
  ],
]);

describe("what its evaluator writes", () => {
  test("has no numbers where it is plots", async () => {
    const facts = await readFiles({
      "eval/plots": bytesOf("records/plots"),
      [`eval/${metrics}`]: bytesOf(`export/${metrics}`),
    });
    expectFact(facts, { kind: "file", format: "tfma-plots" });
    expect(new Set(ofKind(facts, "measurement").map(({ source }) => source.path))).toEqual(
      new Set([`eval/${metrics}`]),
    );
  });

  test("says so where it is not whole, and gives what was written before", async () => {
    const facts = await readFiles({ [metrics]: bytesOf(`export/${metrics}`).subarray(0, -100) });
    expectFact(facts, { kind: "problem", problem: "truncated", format: "tfma-metrics-for-slice" });
    expect(new Set(ofKind(facts, "measurement").map(({ slice }) => slice["country"]))).toEqual(new Set(["DE"]));
  });

  test("says so where a record of it is damaged", async () => {
    const bytes = Buffer.from(bytesOf("export/validations.tfrecord"));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    const facts = await readFiles({ "validations.tfrecord": bytes });
    expect(ofKind(facts, "check")).toEqual([]);
    expect(ofKind(facts, "problem")).toHaveLength(1);
  });
});

test("bounds of confidence are numbers in JSON as well", async () => {
  const pair = {
    key: { name: "auc" },
    value: { doubleValue: 0.875 },
    confidenceInterval: { lowerBound: { doubleValue: 0.85 }, upperBound: { doubleValue: 0.9 } },
  };
  const facts = await factsOfText("metrics.jsonl", JSON.stringify({ sliceKey: {}, metricKeysAndValues: [pair] }));
  expectFact(facts, { metric: "roc_auc", value: 0.875, interval: { lower: 0.85, upper: 0.9, level: null } });
});
