import { expect, test } from "vitest";
import { ofKind, readEvidence } from "../read-evidence.js";
import { describeFixtures } from "./described.js";

describeFixtures("evidently-snapshot", [
  [
    "evidently/dumps.json",
    "the results of 0.7 with their tests and the date",
    [
      {
        kind: "drift",
        column: "channel",
        method: "psi",
        score: 0.21423968252938486,
        drifted: true,
        n_current: 5000,
        at: "2026-11-02T06:00:00Z",
      },
      { kind: "drift", column: "amount", method: "ks", p_value: 3.500040227944357e-112, drifted: null },
      { kind: "check", name: "Value drift for channel: Less 0.100", passed: false },
      { kind: "measurement", raw_metric: "MissingValueCount.count", value: 0, slice: { column: "amount" } },
      { kind: "measurement", raw_metric: "UniqueValueCount.shares", slice: { channel: "web" }, value: 0.2512 },
    ],
  ],
  [
    "evidently/legacy.snapshot.json",
    "the metrics that the legacy report shows",
    [
      {
        kind: "drift",
        column: "amount",
        method: "wasserstein-normed",
        score: 0.7201387325461447,
        drifted: true,
        n_reference: 10000,
        n_current: 5000,
      },
      { kind: "dataset", role: "reference", rows: 10000 },
    ],
  ],
  [
    "evidently/suite.snapshot.json",
    "the tests of the legacy suite",
    [
      { kind: "check", name: "Number of Rows", passed: true, observed: 5000, expected: "≥ 1000" },
      { kind: "check", name: "Drift per Column", passed: null },
      { kind: "drift", column: "channel", method: "jensen-shannon", score: 0.163, drifted: true },
    ],
  ],
]);

test("results that were only needed for tests are not read as shown", async () => {
  const facts = await readEvidence(new URL("../fixtures/evidently/suite.snapshot.json", import.meta.url).pathname);
  expect(ofKind(facts, "drift").map(({ source }) => source.pointer)).toEqual([
    "/suite/test_results/1/parameters/score",
  ]);
});
