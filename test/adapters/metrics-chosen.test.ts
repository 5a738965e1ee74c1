import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const read = async (value: object): Promise<readonly unknown[]> =>
  ofKind(await factsOfText("metrics.json", JSON.stringify(value)), "measurement").map(
    ({ value: number, about, split, protocol }) => [number, about, split, protocol],
  );

describe("results of several models, one of which the document says it chose", () => {
  const compared = { "Seasonal naive": { MAE: 30 }, SARIMA: { MAE: 20 }, Prophet: { MAE: 10 } };

  test("are its own where a comparison names the chosen one", async () => {
    expect(await read({ best_model: "Prophet", comparison: compared })).toEqual([
      [30, "Seasonal naive", null, null],
      [20, "SARIMA", null, null],
      [10, null, null, null],
    ]);
  });

  test("keep the part of the data that they stand below", async () => {
    const validation = { logistic: { f1: 0.6 }, boosted_tuned: { f1: 0.7 } };
    expect(await read({ validation, champion: "boosted_tuned", test: { f1: 0.65 } })).toEqual([
      [0.6, "logistic", "validation", null],
      [0.7, null, "validation", null],
      [0.65, null, "test", null],
    ]);
  });

  test("are its own where it says that it is of that algorithm", async () => {
    const metrics = { xgboost: { test: { f1: 0.8 } }, logistic_regression: { test: { f1: 0.7 } } };
    expect(await read({ algorithm: "XGBoost", metrics })).toEqual([
      [0.8, null, "test", null],
      [0.7, "logistic_regression", "test", null],
    ]);
  });

  test("a champion beside a challenger is the model before it", async () => {
    const models = { alder: { f1: 0.7 }, birch: { f1: 0.8 } };
    expect(await read({ champion_model: "alder", challenger_model: "birch", models })).toEqual([
      [0.7, "alder", null, null],
      [0.8, "birch", null, null],
    ]);
  });

  test("records that tell of other things are no models", async () => {
    const metrics = { xgboost: { f1: 0.8, brier: 0.1 }, calibration: { ece: 0.02 } };
    expect(await read({ algorithm: "xgboost", metrics })).toContainEqual([0.02, null, null, "calibration"]);
  });
});

test("a base model beside what was tuned from it is another model", async () => {
  expect(await read({ base: { f1: 0.6 }, fine_tuned: { f1: 0.7 } })).toEqual([
    [0.6, "base", null, null],
    [0.7, null, null, "fine-tuned"],
  ]);
});

describe("what Keras tells of an epoch", () => {
  test("without a word before it is of the training", async () => {
    expect(await read({ accuracy: 0.95, loss: 0.1, val_accuracy: 0.8, val_loss: 0.5 })).toEqual([
      [0.95, null, "train", null],
      [0.1, null, "train", null],
      [0.8, null, "validation", null],
      [0.5, null, "validation", null],
    ]);
  });

  test("numbers beside a validation accuracy alone are of no part that is known", async () => {
    expect(await read({ accuracy: 0.82, val_accuracy: 0.8 })).toContainEqual([0.82, null, null, null]);
  });
});

test("images of the test set are the examples behind the metrics", async () => {
  const facts = await factsOfText("metrics.json", JSON.stringify({ test_images: 1494, accuracy: 0.78 }));
  expectFact(facts, { metric: "accuracy", n: 1494, trials: 1494 });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});
