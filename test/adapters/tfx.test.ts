import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const checksOf = async (name: string, document: object) =>
  ofKind(await factsOfText(name, JSON.stringify(document)), "check");

// Values were read off the files that TFMA 0.47.1 wrote.
describeFixtures("tfma-validation-result", [
  [
    "tfma/validation_result.json",
    "`validationOk` is absent, so it failed; the names of slices are in base64",
    [
      { kind: "check", name: "validation", passed: false, suite: true },
      {
        kind: "check",
        name: "auc",
        passed: false,
        observed: -0.00812227719116887,
        expected: "change by -0.005, higher is better",
        message: "The change against the baseline for age_band=18-24 misses its threshold.",
        place: "/metricValidationsPerSlice/0/failures/0/metricValue/doubleValue",
      },
    ],
    [{ kind: "check", passed: true }],
  ],
]);

describeFixtures("tfma-slicing-metrics", [
  [
    "tfma/slicing_metrics.json",
    "the values of slices are plain, the empty one is the whole, and examples belong to its metrics",
    [
      { kind: "measurement", metric: "mse", slice: { language: "en" }, value: 9.070865463016455, n: 1094 },
      { kind: "measurement", metric: "mse", slice: {}, value: 9.37156836212778, n: 1800 },
    ],
    [{ kind: "measurement", raw_metric: "example_count" }],
  ],
]);

test.each<readonly [string, object, boolean, RegExp | null]>([
  ["passes where it says so", { validationOk: true }, true, null],
  ["fails without a word of it", { validationDetails: {} }, false, null],
  ["fails where no thresholds are set", { missingThresholds: true }, false, /no thresholds/i],
  ["tells that there was no baseline", { validationOk: true, rubberStamp: true }, true, /no baseline/i],
])("a validation %s", async (_, document, passed, message) => {
  const [verdict] = await checksOf("validation_result.json", document);
  expect(verdict).toMatchObject({ name: "validation", passed, suite: true });
  if (message === null) expect(verdict?.message).toBeNull();
  else expect(verdict?.message).toMatch(message);
});

test("a validation that says it is well and lists a failure has failed", async () => {
  const failures = [{ metricKey: { name: "auc" }, metricValue: { doubleValue: "NaN" } }];
  const document = { validationOk: true, metricValidationsPerSlice: [{ sliceKey: {}, failures }] };
  const checks = await checksOf("validation_result.json", document);
  expect(checks.map(({ name, passed, observed }) => [name, passed, observed])).toEqual([
    ["validation", false, null],
    ["auc", false, "NaN"],
  ]);
});

test("a slice that the thresholds ask for and no example has was not checked", async () => {
  const checks = await checksOf("validation_result.json", { missingSlices: [{ featureKeys: ["age"] }] });
  expect(checks.map(({ name, passed }) => [name, passed])).toEqual([
    ["validation", false],
    ["slice", null],
  ]);
});

// Values were read off the files that TFDV 1.17 wrote: the same result as JSON and as text.
for (const file of ["tfdv/current_drifted_anomalies.json", "tfdv/current_drifted_anomalies.pbtxt"])
  describeFixtures("tfdv-anomalies", [
    [
      file,
      "each reason of several, and drift held against its threshold, for it is listed below it as well",
      [
        { kind: "check", name: "anomalies", passed: false, suite: true },
        { kind: "check", name: "FEATURE_TYPE_LOW_FRACTION_PRESENT", column: "device_age_days", passed: false },
        { kind: "check", name: "COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH", column: "device_age_days", passed: false },
        { kind: "drift", column: "channel", method: "l-infinity", score: 0.18233333333333335, drifted: true },
        { kind: "drift", column: "country", score: 0.012666666666666666, threshold: 0.05, drifted: false },
      ],
    ],
  ]);

// Values were read off the export of a store of ML Metadata 1.17.
describeFixtures("mlmd-export", [
  [
    "mlmd/mlmd_export.json",
    "a model with its version and metric, blessings, and executions with what went in and came out",
    [
      { kind: "model", name: "fraud-v2", version: "v2" },
      { kind: "measurement", metric: "roc_auc", value: 0.9358, version: "v2" },
      { kind: "check", name: "blessing of eval", passed: true },
      { kind: "run", run_id: "5", status: "COMPLETE", inputs: ["fraud-v2"] },
    ],
  ],
]);

const artifact = (id: string, more: object = {}): object => ({
  id,
  type_id: "9",
  type: "system.Metrics",
  custom_properties: { auc: { double_value: 0.99 } },
  ...more,
});

test("the metrics that an execution gave out are of its run, and so is its failure", async () => {
  const store = {
    artifacts: [artifact("1")],
    executions: [{ id: "7", type_id: "3", name: "evaluate-7", last_known_state: "FAILED" }],
    events: [{ artifact_id: "1", execution_id: "7", type: "OUTPUT" }],
  };
  const facts = await factsOfText("store.json", JSON.stringify(store));
  expectFact(facts, { kind: "measurement", metric: "roc_auc", value: 0.99, run: "evaluate-7" });
  expectFact(facts, { kind: "run", run_id: "evaluate-7", status: "FAILED" });
});

test.each(["DELETED", "MARKED_FOR_DELETION", "ABANDONED"])("an artifact that is %s states nothing", async (state) => {
  const store = { artifacts: [artifact("1", { state }), artifact("2", { state: "LIVE" })], executions: [], events: [] };
  const measured = ofKind(await factsOfText("store.json", JSON.stringify(store)), "measurement");
  expect(measured.map(({ source }) => source.pointer)).toEqual(["/artifacts/1/custom_properties/auc/double_value"]);
});
