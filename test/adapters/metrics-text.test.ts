import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

const read = async (name: string, ...lines: readonly string[]): Promise<readonly unknown[]> =>
  ofKind(await factsOfText(name, `${lines.join("\n")}\n`), "measurement").map(
    ({ metric, value, unit, split, protocol, about, source }) => ({
      metric,
      value,
      ...(unit === null || unit === "proportion" ? {} : { unit }),
      ...(split === null ? {} : { split }),
      ...(protocol === null ? {} : { protocol }),
      ...(about === null ? {} : { about }),
      line: source.line,
    }),
  );

describe("metrics that a script printed into a text", () => {
  test.each<[line: string, fact: object]>([
    ["Accuracy: 0.9128", { metric: "accuracy", value: 0.9128, line: 1 }],
    ["Mean Squared Error (MSE): 0.5559", { metric: "mse", value: 0.5559, line: 1 }],
    ["R-squared (R2) = 0.5758", { metric: "r2", value: 0.5758, line: 1 }],
    ["mAP50-95=0.40", { metric: "mean_average_precision", value: 0.4, protocol: "iou-50-95", line: 1 }],
    ["Training Accuracy Score:: 81.9%", { metric: "accuracy", value: 81.9, unit: "percent", split: "train", line: 1 }],
    ["Final Val R2:     -100.92", { metric: "r2", value: -100.92, split: "validation", line: 1 }],
    ["- F1-score of Training is: 30.97 %", { metric: "f1", value: 30.97, unit: "percent", split: "train", line: 1 }],
  ])("%s", async (line, fact) => {
    expect(await read("metrics.txt", line)).toEqual([fact]);
  });

  test("several on a line", async () => {
    expect(await read("results.txt", "", "Accuracy: 0.91 | F1: 0.88")).toEqual([
      { metric: "accuracy", value: 0.91, line: 2 },
      { metric: "f1", value: 0.88, line: 2 },
    ]);
  });

  test("what stands once needs no heading, and what stands several times is told apart by it", async () => {
    const lines = [
      "Logistic regression",
      "F1: 0.5",
      "----",
      "Forest",
      "F1: 0.6",
      "AUC: 0.9",
      "Test set results",
      "F1: 0.7",
      "Baseline",
      "F1: 0.1",
    ];
    expect(await read("metrics.txt", ...lines)).toEqual([
      { metric: "f1", value: 0.5, protocol: "Logistic regression", line: 2 },
      { metric: "f1", value: 0.6, protocol: "Forest", line: 5 },
      { metric: "roc_auc", value: 0.9, line: 6 },
      { metric: "f1", value: 0.7, split: "test", line: 8 },
      { metric: "f1", value: 0.1, about: "Baseline", line: 10 },
    ]);
  });

  test.each<[why: string, name: string, line: string]>([
    ["a sentence that compares", "report.txt", "Accuracy: 0.91 is better than the old 0.88"],
    ["a log of training", "metrics.txt", "val Epoch [1/10] running loss: 0.45 Acc:0.99"],
    ["a scrape of Prometheus", "metrics.txt", "model_accuracy 0.91"],
    ["a limit", "metrics.txt", "Accuracy threshold: 0.9"],
    ["a file whose name tells nothing", "notes.txt", "Accuracy: 0.91"],
  ])("%s states none", async (_, name, line) => {
    expect(await read(name, line)).toEqual([]);
  });
});
