import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { inFolder, ranIn } from "../commands/ran.js";

// The example's evidence is what MLflow, scikit-learn and Evidently wrote. Bounds stand just on either side of the
// values that MLflow's metric files hold: test_auc 0.89839 (DE 0.86591, the lowest country), test_recall 0.29139,
// test_brier 0.02141 of the champion.

/** Outcomes of one rule on one model of examples/fraud-detection. */
async function outcomesOf(model: string, rule: string): Promise<readonly string[]> {
  const policy = { "gate.yaml": `policy: gate\nrules:\n  a: ${rule}\n` };
  return inFolder(policy, async (folder) => {
    const argv = ["examples/fraud-detection", "--policy", `${folder}/gate.yaml`, "--model", model, "--format", "json"];
    const { out, problems } = await ranIn(process.cwd(), check, ...argv);
    expect(problems).toEqual([]);
    const report: { readonly findings: readonly { readonly rule: string; readonly outcome: string }[] } =
      JSON.parse(out);
    return [...new Set(report.findings.filter(({ rule: id }) => id === "a").map(({ outcome }) => outcome))].sort();
  });
}

describe("options on evidence that real tools wrote", () => {
  const auc = "where: { raw_metric: test_auc }";
  test.each<[model: string, rule: string, outcomes: readonly string[]]>([
    ["fraud-champion", `{ metric: roc_auc, at-least: 0.8983, ${auc} }`, ["met"]],
    ["fraud-champion", `{ metric: roc_auc, at-least: 89.84%, ${auc} }`, ["not-met"]],
    ["fraud-champion", "{ metric: test_brier, at-most: 0.0215 }", ["met"]],
    ["fraud-champion", "{ metric: test_brier, at-most: 0.0214 }", ["not-met"]],
    ["fraud-champion", "{ metric: roc_auc, for-each: country, at-least: 0.865 }", ["met"]],
    ["fraud-champion", "{ metric: roc_auc, for-each: country, at-least: 0.867 }", ["met", "not-met"]],
    ["fraud-champion", "{ metric: roc_auc, for-each: planet, at-least: 0.5 }", ["missing"]],
    ["fraud-champion", `{ metric: roc_auc, against: champion, may-lose: 0, ${auc} }`, ["not-applicable"]],
    ["fraud-champion", "{ metric: bleu, at-least: 20 }", ["missing"]],
    [
      "fraud-champion",
      `{ expression: 'facts.exists(f, f.kind == "measurement" && f.raw_metric == "test_recall" && f.value > 0.291)' }`,
      ["met"],
    ],
    [
      "fraud-champion",
      `{ expression: 'facts.exists(f, f.kind == "measurement" && f.raw_metric == "test_recall" && f.value > 0.292)' }`,
      ["not-met"],
    ],
    ["fraud-champion", `{ expression: 'model.owner == "@acme/fraud" && stage == "production"' }`, ["met"]],
    ["fraud-challenger", `{ expression: 'stage == "staging"' }`, ["met"]],
    ["fraud-challenger", `{ metric: roc_auc, against: champion, may-lose: 0, ${auc} }`, ["met"]],
    ["fraud-challenger", "{ card-sections: [intended-use, limitations] }", ["met"]],
    ["fraud-champion", "{ metric: roc_auc, at-least: 0.5, applies: { stages: [canary] } }", []],
    ["fraud-champion", "{ metric: roc_auc, at-least: 0.999, effective: { until: 2026-01-01 } }", ["not-applicable"]],
    ["fraud-champion", "{ metric: roc_auc, at-least: 0.5, evidence: attested }", ["missing"]],
  ])("%s: %s", async (model, rule, outcomes) => {
    expect(await outcomesOf(model, rule)).toEqual(outcomes);
  });
});
