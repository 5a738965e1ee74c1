import { expect, test } from "vitest";
import { slicedKeys, slicedName } from "../../src/adapters/families/sliced-name.js";

test.each([
  ["slice_recall/age_band/65 plus", "recall", { age_band: "65 plus" }],
  ["slice_recall/age_band/65 plus/country/DE", "recall", { age_band: "65 plus", country: "DE" }],
  ["slice_ndcg_at_10/tenure-new", "ndcg_at_10", { slice: "tenure-new" }],
  ["test_auc.country.DE", "test_auc", { country: "DE" }],
  ["test/recall/country/DE", "test/recall", { country: "DE" }],
  ["val/slice_recall/country/DE", "val/recall", { country: "DE" }],
  ["recall/class/1", "recall", { class: "1" }],
  ["slices.18-24.recall", "recall", { slice: "18-24" }],
  ["slices.0.5-1.recall", "recall", { slice: "0.5-1" }],
  ["slices.25-34.gain", "gain", { slice: "25-34" }],
  ["slice/18-24", "slice/18-24", { slice: "18-24" }],
  ["slice/age_band/18-24", "slice/age_band/18-24", { age_band: "18-24" }],
  ["by_country/DE/recall", "recall", { country: "DE" }],
  ["recall/country=DE", "recall", { country: "DE" }],
  ["recall/country=DE/device=app", "recall", { country: "DE", device: "app" }],
  ["recall[country=DE]", "recall", { country: "DE" }],
  ['recall{country="DE"}', "recall", { country: "DE" }],
])("%s is %s of %o", (raw, metric_name, slice) => expect(slicedName(raw)).toEqual({ metric_name, slice }));

test.each([
  "recall",
  "val/loss",
  "test.recall",
  "train/epoch/loss",
  "ndcg_at_5/mean",
  "toxicity/v1/p90",
  "accuracy/epoch/3",
  "auc/test/best",
  "loss/rpn/box",
  "segmentation/iou",
  "model.layers.0.weight",
])("%s holds no slice", (raw) => expect(slicedName(raw)).toBeNull());

test("keys of a document are not taken apart at their own dots", () => {
  expect(slicedKeys(["slices", "0.5-1", "recall"])).toEqual({ metric_name: "recall", slice: { slice: "0.5-1" } });
  expect(slicedKeys(["recall", "app.version", "1.2"])).toBeNull();
});
