import { expect, test } from "vitest";
import { whySealed } from "../../src/model/sealed.js";
import { judged, rules } from "./judged.js";

test.each<[path: string, why: string | null]>([
  ["preds.pkl", "a pickle is never opened"],
  ["eval/test_predictions.joblib", "a pickle is never opened"],
  ["y_test.npy", "arrays without names are not read"],
  ["shap_values.npz", "arrays without names are not read"],
  ["model.pkl", null],
  ["scaler.joblib", null],
  ["metrics.json", null],
])("%s: %s", (path, why) => {
  expect(whySealed(path)).toBe(why);
});

test("results in a pickle are told, weights are not, and neither is opened", async () => {
  const report = await judged(
    { "m/README.md": "---\nlicense: mit\nlibrary_name: sklearn\n---\n# m\n", "m/preds.pkl": "x", "m/model.pkl": "x" },
    rules("licensed: { card-fields: license }"),
  );
  expect(report.unjudged.map(({ path }) => path)).toEqual(["m/preds.pkl"]);
  expect(report.inputs.map(({ path }) => path)).toEqual(["m/README.md"]);
});
