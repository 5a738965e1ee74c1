import { describe, expect, test } from "vitest";
import { modelCard } from "../checks/rows.js";
import { judged, rules, type Files } from "./judged.js";

const id = "6bed3042658b46b9a415cc902f0b3e7d";
const run = "d2f612f42b6d4b018afc648b5477cda1";
const stored = (name: string, meta: string): Files => ({
  [`m/mlruns/1/${name}/meta.yaml`]: meta,
  [`m/mlruns/1/${name}/metrics/test_accuracy`]: "1763870072319 0.91 0\n",
});
const whole = (name: string): string =>
  `artifact_uri: file:///mlruns/1/${name}/artifacts\nend_time: 1763870072319\nexperiment_id: '1'\nlifecycle_stage: active\nrun_id: ${name}\nstatus: 3\n`;
const rows = ["id,y_true,y_pred", ...Array.from({ length: 300 }, (_, at) => `${at},${at % 2},${at % 2}`)].join("\n");
const train = ["id,y_true", ...Array.from({ length: 300 }, (_, at) => `t${at},${at % 2}`)].join("\n");

// What is left of such a file says nothing, and what it would have said may be what stops the model.
describe("a file that cannot be read stops the rules on what its name says that it holds", () => {
  test.each<[string, Files, string]>([
    [
      "predictions that are empty, beside training data",
      { "m/train.csv": train, "m/current.csv": rows, "m/predictions.csv": "" },
      "{ train-test-overlap: ids, role: predictions }",
    ],
    ["reference data that are empty", { "m/reference.csv": "", "m/current.csv": rows }, "{ drift: psi, at-most: 0.2 }"],
    [
      "current data that are no text",
      { "m/reference.csv": rows, "m/current.csv": "\u0000\u0001\u0002" },
      "{ drift: psi, at-most: 0.2 }",
    ],
    [
      "a training set of no rows",
      { "m/train.csv": " \n", "m/predictions.csv": rows },
      "{ representation: y_true, min-samples: 1, role: reference }",
    ],
    [
      "a run's file that is cut short before its id",
      { ...stored(id, whole(id)), ...stored(run, whole(run).slice(0, whole(run).indexOf("run_id"))) },
      "{ test-set-reuse: test, at-most: 1 }",
    ],
    [
      "a run's file that is empty",
      { ...stored(id, whole(id)), ...stored(run, "") },
      "{ test-set-reuse: test, at-most: 1 }",
    ],
    ["an explanation that is empty", { "m/shap_values.json": "" }, "{ explanation: any }"],
    ["lineage that is cut short", { "m/lineage.json": '{"eventType": "COMPLETE", "run": ' }, "{ data-freshness: 30d }"],
  ])("%s", async (_, files, rule) => {
    const { findings, decision } = await judged({ ...modelCard, ...files }, rules(`a: ${rule}`));
    const own = findings.filter(({ rule: of }) => of === "a");
    expect(own.map(({ outcome }) => outcome)).toContain("unreadable");
    expect(decision).not.toBe("pass");
  });

  test("and of no others", async () => {
    const files = { "m/metrics.json": '{"accuracy": 0.95}', "m/shap_values.json": "", "m/reference.csv": "" };
    const { findings } = await judged({ ...modelCard, ...files }, rules("a: { metric: accuracy, at-least: 90% }"));
    expect(findings.filter(({ rule }) => rule === "a").map(({ outcome }) => outcome)).toEqual(["met"]);
  });
});
