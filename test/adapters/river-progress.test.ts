import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

const read = async (...lines: readonly string[]): Promise<readonly unknown[]> =>
  ofKind(await factsOfText("progress.log", `${lines.join("\n")}\n`), "measurement").map(
    ({ format, metric, value, unit, n, trials, step, protocol, source }) => {
      expect(format).toBe("river-progress");
      return [metric, value, unit, n, trials, step, protocol, source.line];
    },
  );

// The lines are those that progressive_val_score of river 0.26.1 prints, the numbers are made up.
test("each checkpoint tells the metric over all examples so far", async () => {
  expect(
    await read(
      "[1,000] Accuracy: 88.96%",
      "[20,000] Accuracy: 90.12% – 1,200 samples used – 00:00:05 – 51.3 KB",
      "Accuracy: 90.12%",
    ),
  ).toEqual([
    ["accuracy", 88.96, "percent", 1000, 1000, 1000, null, 1],
    ["accuracy", 90.12, "percent", 20_000, 20_000, 20_000, null, 2],
  ]);
});

test("of several metrics the first alone has the number of examples", async () => {
  expect(await read("[500] MAE: 1.2345", "RMSE: 2.5", "[1,000] MAE: 1.1", "RMSE: 2.25")).toEqual([
    ["mae", 1.2345, null, 500, null, 500, null, 1],
    ["rmse", 2.5, null, 500, null, 500, null, 2],
    ["mae", 1.1, null, 1000, null, 1000, null, 3],
    ["rmse", 2.25, null, 1000, null, 1000, null, 4],
  ]);
});

test("a metric over a window is another quantity, and not of all examples", async () => {
  expect(await read("[500] Rolling(MacroF1): 91.2%")).toEqual([
    ["f1", 91.2, "percent", null, null, 500, "rolling macro", 1],
  ]);
});

test.each([
  ["[1,000] loaded 20 files: done"],
  ["[2026-05-04] Accuracy: 88.96%"],
  ["[1/10] Accuracy: 88.96%"],
  ["1,000 Accuracy: 88.96%"],
])("%s is none", async (line) => {
  const [file] = ofKind(await factsOfText("run.log", `${line}\n`), "file");
  expect(file?.format).not.toBe("river-progress");
});
