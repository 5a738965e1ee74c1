import { expect, test } from "vitest";
import { power } from "../../src/commands/power.js";
import { facts, measurement } from "../judge/judged.js";
import { inFolder, ranIn } from "./ran.js";

const files = (trials: number) => ({
  "referee.yaml": "policies: [gate.yaml]\n",
  "gate.yaml": "policy: gate\nconfidence: 95%\nrules:\n  floor: { metric: recall, at-least: 80% }\n",
  "m/README.md": "# Model\n\n## Intended use\n\nTests.\n",
  "m/a.facts.jsonl": facts(measurement("recall", 0.85, { trials })),
});

const run = (trials: number, ...argv: readonly string[]) =>
  inFolder(files(trials), (folder) => ranIn(folder, power, ...argv));

test("enough samples end with status 0", async () => {
  const { status, out } = await run(1000);
  expect(status).toBe(0);
  expect(out).toMatch(/^there\s+m\s+gate\/floor\s+recall\s+has 1000, needs 368;/);
});

test("too few end with status 2, and how many are lacking is said", async () => {
  const { status, out } = await run(100);
  expect(status).toBe(2);
  expect(out).toContain("has 100, needs 368: 268 more");
});

test("more power needs more samples", async () => {
  const { out } = await run(100, "--power", "90%", "--format", "json");
  const { rows } = JSON.parse(out) as { readonly rows: readonly { readonly needed: number }[] };
  expect(rows[0]?.needed).toBeGreaterThan(368);
});

test.each([[["--power", "80"]], [["--confidence", "40%"]], [["--format", "html"]]])("%j is refused", async (argv) => {
  expect((await run(100, ...argv)).status).toBe(3);
});
