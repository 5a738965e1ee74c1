import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { mayBeEvidence } from "../../src/judge/unjudged.js";
import { ran, type Files } from "../commands/ran.js";

const card = "---\nlicense: mit\n---\n# M\n\n## Intended use\n\nFor tests.\n\n## Training data\n\nRows.\n";
const unjudged = async (files: Files, ...argv: readonly string[]): Promise<readonly string[]> => {
  const { out, problems } = await ran(files, check, ...argv, "--format", "json");
  expect(problems).toEqual([]);
  const report: { readonly unjudged: readonly { readonly path: string }[] } = JSON.parse(out);
  return report.unjudged.map(({ path }) => path);
};

const gate = "extends: [shared/base.yaml]\nrules:\n  licensed: { card-fields: license }\n";
const base = "rules:\n  whole: { card-sections: [intended-use] }\n";

describe("files that are listed as not judged", () => {
  test("are those that may be meant as evidence: above every model, or of no known format", async () => {
    const files = {
      "m/README.md": card,
      "m/home-grown.json": '{"scores": [0.1]}',
      "m/notes.md": "Some notes.\n",
      "m/train.py": "pass\n",
      "m/.cache/x.json": "{}",
      "results/drift.json": '{"psi": 0.4}',
      "README.md": "# The repository\n",
      "LICENSE.txt": "MIT\n",
      "package.json": "{}",
      "expected.json": '{"decision": "pass"}',
      ".github/workflows/gate.yaml": "on: push\n",
      "docs/evaluation-report.md": "Words.\n",
      "docs/guide.md": "Words.\n",
    };
    expect(await unjudged(files)).toEqual(["docs/evaluation-report.md", "m/home-grown.json", "results/drift.json"]);
  });

  test("are none of those that judge, through whatever chain, in the folder of a model at the root", async () => {
    const files = {
      MLmodel: "flavors: {}\nmodel_uuid: a\n",
      "referee.yaml": "policies: [policies/gate.yaml]\nwaivers: [policies/waivers.yaml]\n",
      "policies/gate.yaml": gate,
      "policies/gate.test.yaml": "tests: []\n",
      "policies/shared/base.yaml": base,
      "policies/waivers.yaml": "[]\n",
      ".github/workflows/gate.yaml": "on: push\n",
      "README.md": "# A repository\n",
      "home-grown.json": '{"scores": [0.1]}',
    };
    expect(await unjudged(files)).toEqual(["home-grown.json"]);
  });

  test("are none of those that the command line names, nor what they extend", async () => {
    const files = { MLmodel: "flavors: {}\nmodel_uuid: a\n", "rules/gate.yaml": gate, "rules/shared/base.yaml": base };
    expect(await unjudged(files, "--policy", "rules/gate.yaml")).toEqual([]);
  });

  test("are none of those beside a configuration in a folder of its own", async () => {
    const files = {
      MLmodel: "flavors: {}\nmodel_uuid: a\n",
      "ops/referee.yaml": "policies: [gate.yaml]\n",
      "ops/gate.yaml": gate,
      "ops/shared/base.yaml": base,
    };
    expect(await unjudged(files, ".", "--config", "ops/referee.yaml")).toEqual([]);
  });

  test.each<[path: string, listed: boolean]>([
    ["metrics.json", true],
    ["eval/predictions.parquet", true],
    ["metrics.txt", true],
    ["requirements-eval.txt", false],
    ["notes.txt", false],
    ["tsconfig.json", false],
    ["readme.MD", false],
    ["a/.hidden/metrics.json", false],
    ["weights.safetensors", false],
    ["metrics", false],
  ])("by its name, %s: %s", (path, listed) => expect(mayBeEvidence(path)).toBe(listed));
});
