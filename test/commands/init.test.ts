import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { init } from "../../src/commands/init.js";
import { test as testCommand } from "../../src/commands/test.js";
import { inFolder, ranIn } from "./ran.js";

const card = "---\nlicense: mit\n---\n# M\n\n## Intended use\n\nFinding fraud in card payments, by analysts.\n";
const two = {
  "a/README.md": card,
  "a/metrics.json": '{"accuracy": 0.93, "recall": 0.81}',
  "b/README.md": card,
  "b/metrics.json": '{"accuracy": 0.91, "recall": 0.85}',
};

describe("without a policy", () => {
  test("the values that are seen stand beside the model that they are of, and init is the next step", () =>
    inFolder(two, async (folder) => {
      const { status, out } = await ranIn(folder, check);
      expect(status).toBe(0);
      expect(out.replace(/\s+/g, " ")).toContain("no bound set: a accuracy 0.93, recall 0.81; b accuracy 0.91, recall");
      expect(out.trim().split("\n").at(-1)).toMatch(/^Next {3}model-referee init/);
    }));
});

describe("init", () => {
  test("writes a policy that the models meet, and tests of it that hold and notice spoilt evidence", () =>
    inFolder(two, async (folder) => {
      const { out } = await ranIn(folder, init);
      expect(out).toContain("wrote policies/gate.test.yaml\n");
      expect((await ranIn(folder, check)).status).toBe(0);
      const tested = await ranIn(folder, testCommand, "--mutate");
      expect(tested.out).toMatch(/^3 held, 0 failed/m);
      expect(tested.out).not.toContain("-floor did not notice");
    }));

  test("writes over nothing that is there", () =>
    inFolder({ ...two, "policies/gate.test.yaml": "tests: []\n" }, async (folder) => {
      const { status, problems } = await ranIn(folder, init);
      expect([status, problems.length]).toEqual([3, 1]);
      expect(problems[0]).toContain("policies/gate.test.yaml is there already");
    }));
});
