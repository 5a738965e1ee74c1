import { expect, test } from "vitest";
import { whySealed } from "../../src/model/sealed.js";
import { judged, rules } from "./judged.js";

test.each<[path: string, why: string | null]>([
  ["preds.pkl", "a pickle is never opened"],
  ["eval/test_predictions.joblib", "a pickle is never opened"],
  ["y_test.npy", "arrays without names are not read"],
  ["shap_values.npz", "arrays without names are not read"],
  ["reports/final-results.pdf", "a PDF document is not read"],
  ["scores.xlsx", "a spreadsheet is not read: export it as CSV"],
  ["thesis.docx", null],
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

test("a document beside the results does not make them unreadable; a card that is one is told to be", async () => {
  const pdf = "%PDF-1.7\n1 0 obj\n";
  const report = await judged(
    {
      "m/README.md": "---\nlicense: mit\n---\n# m\n",
      "m/reports/report.pdf": pdf,
      "m/metrics.json": '{"recall": 0.9}',
    },
    rules("floor: { metric: recall, at-least: 80% }"),
  );
  expect(report.findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([["floor", "met"]]);
  const { findings } = await judged(
    { "m/model_card.pdf": pdf, "m/own.facts.jsonl": '{"kind":"measurement","metric":"recall","value":0.9}\n' },
    rules("whole: { card-sections: [limitations] }"),
  );
  expect(findings.map(({ outcome }) => outcome)).toEqual(["unreadable"]);
});
