import { test } from "vitest";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Verdicts and numbers are those of alibi-detect 0.13.0, in single precision as it gives them.
describeFixtures("alibi-detect", [
  [
    "alibi-detect/ks-batch-data_drift.json",
    "one verdict over all features, whose own p-values have none; the limit is already divided",
    [
      {
        kind: "drift",
        scope: "dataset",
        method: "ks",
        drifted: true,
        score: null,
        threshold: 0.0125,
        place: "/data/is_drift",
      },
      {
        kind: "drift",
        scope: "column",
        column: "feature 0",
        p_value: 0,
        score: 0.19580000638961792,
        drifted: null,
        place: "/data/p_val/0",
      },
    ],
    [{ kind: "drift", score: 0.0125 }],
  ],
  [
    "alibi-detect/ks-feature-quality_faults.json",
    "no drift of NaN is no verdict",
    [
      { kind: "drift", column: "feature 0", p_value: null, non_finite: "NaN", drifted: null },
      { kind: "drift", column: "feature 1", p_value: 0.8017234206199646, drifted: false },
      { kind: "problem", problem: "non-finite" },
    ],
    [{ kind: "drift", column: "feature 0", drifted: false }],
  ],
  [
    "alibi-detect/cvm-batch-quality_faults.json",
    "nor is it for the whole",
    [{ kind: "drift", scope: "dataset", method: "cramer-von-mises", drifted: null, non_finite: "NaN" }],
  ],
  [
    "alibi-detect/mmd-batch-stable.json",
    "the limit is that of the p-value, not that of the distance",
    [
      {
        kind: "drift",
        scope: "dataset",
        method: "mmd",
        p_value: 0.009999999776482582,
        score: 0.004862785339355469,
        threshold: 0.05,
        drifted: true,
        place: "/data/p_val",
      },
    ],
  ],
]);

test.each([
  ["one value that is not a number hides no drift that was found", 1, true],
  ["but makes doubtful that there was none", 0, null],
])("%s", async (_, is_drift, drifted) => {
  const text = `{"data": {"is_drift": ${String(is_drift)}, "distance": [NaN, 0.2], "p_val": [NaN, 0.3], "threshold": 0.025}, "meta": {"name": "KSDrift", "version": "0.13.0"}}`;
  expectFact(await factsOfText("p.json", text), { kind: "drift", scope: "dataset", drifted });
});

test("a detector on a stream gives a statistic and no p-value", async () => {
  const document = {
    data: { is_drift: 0, test_stat: 0.01, p_val: null, threshold: 0.2, time: 7 },
    meta: { name: "MMDDriftOnline", version: "0.11.0", online: true },
  };
  expectFact(await factsOfText("p.json", JSON.stringify(document)), {
    kind: "drift",
    scope: "dataset",
    method: "mmd",
    score: 0.01,
    p_value: null,
    threshold: 0.2,
    drifted: false,
    place: "/data/test_stat",
  });
});

// Before 0.8 the detector's version was not written: `{"name", "detector_type", "data_type"}`.
test("a prediction without the detector's version is one, too", async () => {
  const text =
    '{"data": {"is_drift": 0, "distance": [0.04], "p_val": [0.41], "threshold": 0.05}, "meta": {"name": "KSDrift", "detector_type": "offline", "data_type": null}}';
  expectFact(await factsOfText("p.json", text), { kind: "drift", method: "ks", p_value: 0.41, drifted: false });
});

// Written by alibi-detect 0.10.4 before the window of the stream was full.
test("a detector on a stream that has no statistic yet gives no verdict", async () => {
  const text =
    '{"data": {"is_drift": 0, "distance": null, "p_val": null, "threshold": [NaN], "time": 1, "ert": 50, "test_stat": [[NaN, NaN]]}, "meta": {"name": "CVMDriftOnline", "online": true, "data_type": null, "version": "0.10.4", "detector_type": "drift"}}';
  expectFact(await factsOfText("p.json", text), { kind: "drift", scope: "dataset", drifted: null });
});
