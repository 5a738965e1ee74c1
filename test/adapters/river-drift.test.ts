import { describeFixtures } from "./described.js";

describeFixtures("river-drift", [
  [
    "river/summary.json",
    "the word of each detector on its stream",
    [
      {
        kind: "drift",
        scope: "concept",
        column: "logloss",
        method: "PageHinkley",
        drifted: true,
        n_current: 20000,
        place: "/results/1/drift_detected",
      },
      {
        kind: "drift",
        scope: "prediction",
        column: "score",
        method: "KSWIN",
        drifted: true,
        at: "2026-11-02T06:00:00Z",
      },
      { kind: "drift", method: "ADWIN", drifted: false },
    ],
    [
      { kind: "drift", method: "ADWIN", drifted: true },
      { kind: "drift", method: "HDDM_A", drifted: true },
    ],
  ],
]);
