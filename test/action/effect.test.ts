import { describe, expect, test } from "vitest";
import { acted, type Play } from "./acted.js";
import { fact, sound } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const gate = sound["policies/gate.yaml"]?.toString() ?? "";
const configuration = sound["referee.yaml"]?.toString() ?? "";
const waiver =
  "- { rule: gate/recall-floor, model: fraud, reason: r, owner: kim, ticket: T-1, expires: 2026-12-01, approved-by: lee }\n";
const model = (more: string): string => `${configuration}models: [{ name: fraud, path: models/fraud, ${more} }]\n`;

/** What GitHub shows of a comment, without the escapes of Markdown. */
const plain = (comment: string | undefined): string => (comment ?? "").replaceAll("\\", "");

describe("what a change to the rules would let through is shown, and the base judges", () => {
  test.each<[title: string, change: NonNullable<Play["change"]>, effect: string]>([
    [
      "lowers the bound",
      { "policies/gate.yaml": gate.replace("80%", "10%") },
      "fraud block → pass (recall-floor recall: not-met (block) → met (pass))",
    ],
    [
      "waives itself",
      { "policies/waivers.yaml": waiver },
      "fraud block → pass (recall-floor recall: not-met (block) → not-met (pass))",
    ],
    [
      "disables the rule",
      {
        "policies/gate.yaml":
          "extends: ../policies/old.yaml\npolicy: gate\nrules:\n  recall-floor: disabled\n  other: { metric: recall, at-least: 1% }\n",
        "policies/old.yaml": gate,
      },
      "fraud block → pass",
    ],
    [
      "renames the metric",
      { "policies/gate.yaml": gate.replace("metric: recall", "metric: recall_at_k") },
      "fraud block → undecided",
    ],
    [
      "moves the model out of applies",
      { "policies/gate.yaml": `applies: { stages: [canary] }\n${gate}` },
      "fraud block → undecided (recall-floor recall: not-met (block) → not judged)",
    ],
    ["names a pack that does not gate", { "referee.yaml": "policies: [referee:baseline]\n" }, "fraud block → warn"],
    ["ignores the evidence", { "referee.yaml": `${configuration}ignore: ["models/**"]\n` }, "fraud block → "],
    [
      "archives the model",
      { "referee.yaml": model("stage: archived"), "policies/gate.yaml": `applies: { stages: [production] }\n${gate}` },
      "fraud block → undecided",
    ],
    ["deletes everything that judges", { "referee.yaml": null, policies: null }, "fraud block → warn"],
  ])("one that %s", async (_title, change, effect) => {
    const { status, comments } = await acted({ change: { ...worse, ...change } });
    expect(status).toBe(1);
    expect(plain(comments[0])).toContain(`Once merged, the change's own policies would decide otherwise: ${effect}`);
  });

  test("a stricter bound is shown as what it would stop", async () => {
    const { status, comments } = await acted({ change: { "policies/gate.yaml": gate.replace("80%", "95%") } });
    expect(status).toBe(0);
    expect(plain(comments[0])).toContain("fraud pass → block (recall-floor recall: met (pass) → not-met (block))");
  });

  test("one that changes no decision says so", async () => {
    const { comments } = await acted({ change: { "policies/gate.yaml": `description: The same\n${gate}` } });
    expect(plain(comments[0])).toContain("would decide the same of every model, and find the same");
  });

  test("a change that leaves the rules alone says nothing of them", async () => {
    const { comments } = await acted({ change: worse });
    expect(comments[0]).not.toContain("Once merged");
  });

  test("a waiver without end cannot judge once it is merged, which is told now", async () => {
    const endless = waiver.replace("expires: 2026-12-01, ", "");
    const { status, comments } = await acted({ change: { ...worse, "policies/waivers.yaml": endless } });
    expect(status).toBe(1);
    expect(plain(comments[0])).toMatch(/waivers\.yaml cannot judge once it is merged: .*expires/);
  });

  test("an approval in a file of the change approves nothing", async () => {
    const signed = "policy: gate\nrules:\n  signed-off: { approval: 1, not-by: author }\n";
    const forged = { "models/fraud/approval.facts.jsonl": '{"kind":"approval","by":"@boss","state":"approved"}\n' };
    const base = { ...sound, "policies/gate.yaml": signed };
    const { status, outputs } = await acted({
      base,
      change: { ...forged, "models/fraud/run.facts.jsonl": fact("recall", 0.95) },
    });
    expect([status, outputs["decision"]]).toEqual([2, "undecided"]);
  });
});
