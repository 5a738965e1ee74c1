import { describe, expect, test } from "vitest";
import { modelCard } from "../checks/rows.js";
import { judged, rules, type Files } from "./judged.js";

const lines = (header: string, rows: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, at) => row(at))].join("\n");
const predictions = lines(
  "id,y_true,y_score,y_pred",
  400,
  (at) => `${at},${at % 2},0.${(at % 2) * 5 + (at % 4)},${at % 2}`,
);
const sample = lines("id,x,y", 400, (at) => `${at},${at % 17},${at % 5}`);
const folds = "fold,roc_auc\n0,0.91\n1,0.92\n2,0.93\n3,0.9\n4,0.91\n";
const summary = JSON.stringify({ accuracy: 0.91, f1: 0.9 });

const outcomes = async (files: Files, rule: string): Promise<readonly string[]> => {
  const { findings } = await judged({ ...modelCard, ...files }, rules(`a: ${rule}`));
  return findings.filter(({ rule: id }) => id === "a").map(({ subject, outcome }) => `${subject ?? ""} ${outcome}`);
};

describe("a copy of a file is not another result", () => {
  test.each<[string, Files, Files, string]>([
    [
      "predictions",
      { "m/predictions.csv": predictions },
      { "m/artifacts/predictions.csv": predictions },
      "{ metric: roc_auc, at-least: 50% }",
    ],
    [
      "reference data",
      { "m/reference.csv": sample, "m/current.csv": sample },
      { "m/data/reference.csv": sample },
      "{ drift: psi, for-each: column, at-most: 0.2 }",
    ],
    ["folds", { "m/cv.csv": folds }, { "m/out/cv.csv": folds }, "{ cross-validation: roc_auc, at-least: 50% }"],
    [
      "a summary",
      { "m/metrics.json": summary },
      { "m/out/metrics.json": summary },
      "{ metric: accuracy, at-least: 90% }",
    ],
  ])("%s", async (_, files, copy, rule) => {
    const alone = await outcomes(files, rule);
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.every((told) => told.endsWith(" met"))).toBe(true);
    expect(await outcomes({ ...files, ...copy }, rule)).toEqual(alone);
  });

  test("but another file beside it is, if by a single byte", async () => {
    const files = { "m/predictions.csv": predictions, "m/artifacts/predictions_2.csv": `${predictions}\n` };
    expect(await outcomes(files, "{ metric: roc_auc, at-least: 50% }")).toEqual(
      [" missing"].map((told) => `roc_auc${told}`),
    );
  });

  test("and what is the same data in two roles stays both", async () => {
    const files = { "m/reference.csv": sample, "m/current.csv": sample };
    const told = await outcomes(files, "{ drift: psi, for-each: column, at-most: 0.2 }");
    expect(told).toEqual(["x met", "y met"]);
  });

  test("the same line below another run is that run's", async () => {
    const run = (id: string): Files => ({
      [`m/mlruns/1/${id}/meta.yaml`]: `artifact_uri: file:///mlruns/1/${id}/artifacts\nexperiment_id: '1'\nrun_id: ${id}\nstatus: 3\n`,
      [`m/mlruns/1/${id}/metrics/test_accuracy`]: "1763870072319 0.91 0\n",
    });
    const files = { ...run("a".repeat(32)), ...run("b".repeat(32)) };
    expect(await outcomes(files, "{ test-set-reuse: test, at-most: 1 }")).toEqual(["test not-met"]);
  });

  test("is told among the files that were read, with what it states", async () => {
    const files = { "m/metrics.json": summary, "m/out/metrics.json": summary };
    const { models } = await judged({ ...modelCard, ...files }, rules("a: { metric: accuracy, at-least: 90% }"));
    const told = models[0]?.files.filter(({ path }) => path.endsWith("metrics.json"));
    expect(told?.map(({ path, facts: stated }) => [path, stated])).toEqual([
      ["m/metrics.json", 2],
      ["m/out/metrics.json", 2],
    ]);
  });
});
