import { expect, test } from "vitest";
import { headedSplit } from "../../src/adapters/families/headed-split.js";

test.each([
  ["Test Set Performance", "test"],
  ["Test Set Accuracy (10,000 samples)", "test"],
  ["Results on the held-out test set", "test"],
  ["Held-out evaluation", "holdout"],
  ["Holdout results", "holdout"],
  ["Validation metrics", "validation"],
  ["Dev set", "validation"],
  ["Test results", "test"],
  ["Testing data", "test"],
  ["Out-of-time test set", "test"],
  ["Training set accuracy", "train"],
])("%s tells of the part %s", (heading, split) => {
  expect(headedSplit(["Results", heading])).toBe(split);
});

test.each([
  "Training results",
  "Train/test metrics",
  "Validation vs. test set",
  "Train, validation and test results",
  "Training & Validation Results",
  "Stress test results",
  "A/B test results",
  "Unit test results",
  "Cross-validation results",
  "External validation performance",
  "Evaluation",
  "Tests",
])("%s tells of no one part of the data", (heading) => {
  expect(headedSplit([heading])).toBeNull();
});

test("the nearest heading that names a part is the one that counts", () => {
  expect(headedSplit(["Test set", "Validation set", "Per class"])).toBe("validation");
  expect(headedSplit(["Test set", "Train and validation sets", "Per class"])).toBeNull();
});
