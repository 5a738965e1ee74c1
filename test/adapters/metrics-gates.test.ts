import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";

const read = async (metrics: object): Promise<readonly string[]> =>
  ofKind(await readFiles({ "metrics.json": JSON.stringify({ metrics }) }), "measurement").map(
    ({ raw_metric: metric, value, threshold, slice }) => `${metric} ${value} ${threshold} ${JSON.stringify(slice)}`,
  );

test("metrics of the team's own are read where they are gated as known ones beside them are", async () => {
  expect(
    await read({
      accuracy: { value: 0.91, status: "pass", threshold: 0.85 },
      demographic_parity_gender: { value: 0.04, status: "pass", threshold: 0.1 },
      hallucination: { value: 0.12, status: "fail", threshold: 0.05 },
    }),
  ).toEqual(["accuracy 0.91 null {}", "demographic_parity_gender 0.04 null {}", "hallucination 0.12 null {}"]);
});

test("gates of which none is on a known metric are nobody's metrics", async () => {
  expect(await read({ tone: { value: 0.04, status: "pass" }, drift_of_age: { value: 0.2, status: "fail" } })).toEqual(
    [],
  );
});

test("gates on counts and thresholds are no metrics", async () => {
  expect(
    await read({
      accuracy: { value: 0.91, status: "pass" },
      n_rows: { value: 900, status: "pass" },
      decision_threshold: { value: 0.4, status: "pass" },
    }),
  ).toEqual(["accuracy 0.91 null {}"]);
});

test.each([
  "limit",
  "target",
  "required",
  "minimum",
  "margin",
  "bound",
  "lower_bound",
  "upper_limit",
  "tolerance",
  "warn_threshold",
  "sla",
])("the %s beside a metric's value is no part of the data", async (key) => {
  expect(await read({ recall: { value: 0.91, passed: true, [key]: 0.85 } })).toEqual(["recall 0.91 null {}"]);
  expect(await read({ recall: { value: 0.91, [key]: 0.85 } })).toEqual(["recall 0.91 null {}"]);
});

test("what a gate looked at is its metric's value", async () => {
  expect(await read({ recall: { actual: 0.91, expected: 0.85, passed: true } })).toEqual(["recall 0.91 null {}"]);
});
