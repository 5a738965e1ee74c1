import { describe, expect, test } from "vitest";
import { measure } from "../../src/judging/predictions/measured.js";
import { readPredictions } from "../../src/judging/predictions/read-predictions.js";
import { rowMetric } from "../../src/judging/predictions/row-metric.js";
import type { Table } from "../../src/model/table.js";
import { wholeFile } from "../../src/model/source.js";

const random = (() => {
  let state = 7;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
})();

const rows = 60;
const drawn = (draw: () => number): Float64Array => Float64Array.from({ length: rows }, draw);

const table = (labels: Float64Array, columns: Readonly<Record<string, Float64Array>>): Table => ({
  source: wholeFile("predictions.csv"),
  format: "csv-table",
  vouched: "committed",
  at: null,
  role: "predictions",
  rows,
  columns: Object.entries({ y_true: labels, ...columns }).map(([name, values]) => ({
    kind: "numbers",
    name,
    values,
    missing: 0,
  })),
  names: { id: null, label: "y_true", score: "y_score", prediction: "y_pred", weight: null },
});

const measured = (name: string, from: Table) => {
  const reading = readPredictions(from);
  if (reading.kind === "unusable") throw new Error(reading.why);
  const metric = rowMetric(name, null, reading.predictions);
  if (metric.kind === "unusable") throw new Error(metric.why);
  const found = measure(metric.metric, reading.predictions);
  if (found.kind === "unusable") throw new Error(found.why);
  return found.measured;
};

const classes = table(
  drawn(() => Number(random() < 0.4)),
  {
    // Rounded, so that there are ties.
    y_score: drawn(() => Math.round(random() * 20) / 20),
    y_pred: drawn(() => Number(random() < 0.5)),
  },
);
const values = table(
  drawn(() => random() * 10 + 0.5),
  { y_pred: drawn(() => random() * 10 + 0.25) },
);

describe.each<[string, Table]>([
  ...["accuracy", "recall", "precision", "f1", "mcc", "cohen_kappa", "balanced_accuracy", "g_mean"].map(
    (name): [string, Table] => [name, classes],
  ),
  ...["roc_auc", "gini", "average_precision", "brier_score", "log_loss"].map((name): [string, Table] => [
    name,
    classes,
  ]),
  ...["mae", "mse", "rmse", "r2", "mape"].map((name): [string, Table] => [name, values]),
])("%s", (name, from) => {
  const { value, weighted, influences } = measured(name, from);
  const ones = new Float64Array(rows).fill(1);

  test("is the same of rows that all count once, or twice", () => {
    expect(weighted(ones)).toBeCloseTo(value, 12);
    expect(weighted(ones.map(() => 2))).toBeCloseTo(value, 12);
  });

  test("moves with the weight of a row as its influence says", () => {
    const step = 1e-5;
    const moved = influences();
    expect(moved.reduce((sum, influence) => sum + influence, 0)).toBeCloseTo(0, 6);
    for (const row of [0, 7, 31, 59]) {
      const up = weighted(ones.map((one, at) => (at === row ? one + step : one))) ?? NaN;
      const down = weighted(ones.map((one, at) => (at === row ? one - step : one))) ?? NaN;
      expect(moved[row]).toBeCloseTo((rows * (up - down)) / (2 * step), 3);
    }
  });
});
