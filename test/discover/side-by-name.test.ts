import { expect, test } from "vitest";
import { namesOtherSide } from "../../src/discover/side-by-name.js";

test.each([
  "baseline.json",
  "champion.yaml",
  "previous.json",
  "metrics_baseline.json",
  "baseline_metrics.json",
  "champion-metrics.yml",
  "metrics.previous.json",
  "prev_results.toml",
  "previousMetrics.json",
  "champion_v3.json",
  "champion_classification_report.json",
  "baseline_metrics.csv",
])("%s calls itself the other side's results", (name) => {
  expect(namesOtherSide(`models/fraud/${name}`, "models/fraud")).toBe(true);
});

test.each([
  "metrics.json",
  "baseline.csv",
  "champion.parquet",
  "baseline_comparison.json",
  "champion_manifest.json",
  "baseline-config.json",
  "champion_vs_baseline.json",
  "metrics_for_all_slices_baseline.json",
  "baseline_predictions.csv",
  "baselines.json",
  "baseline.md",
  "baseline",
  `${"baseline_".repeat(20)}.json`,
])("%s does not", (name) => {
  expect(namesOtherSide(`models/fraud/${name}`, "models/fraud")).toBe(false);
});

test.each(["models/champion", "models/fraud-baseline", "baseline"])("below %s, its results are its own", (folder) => {
  expect(namesOtherSide(`${folder}/champion_metrics.json`, folder)).toBe(false);
});
