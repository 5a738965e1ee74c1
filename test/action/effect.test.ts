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
      "fraud block → pass (recall-floor recall: not-met (block) → not-met (pass); waiver-approval gate/recall-floor: not judged → inconclusive (note))",
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
    [
      "asks less of the model by its risk class",
      {
        "referee.yaml": model("risk: low"),
        "policies/gate.yaml": gate.replace("80% }", "80%, applies: { risk: [high] } }"),
      },
      "fraud block → undecided (recall-floor recall: not-met (block) → not judged)",
    ],
    [
      "makes a dry run of the rule",
      { "policies/gate.yaml": gate.replace("80% }", "80%, then: note }") },
      "fraud block → pass (recall-floor recall: not-met (block) → not-met (note))",
    ],
    [
      "lets the rule expire",
      { "policies/gate.yaml": gate.replace("80% }", "80%, effective: { until: 2026-01-01 } }") },
      "fraud block → undecided (recall-floor recall: not-met (block) → not judged; recall-floor: not judged → not-applicable (pass))",
    ],
    [
      "asks for a metric of evidence that it maps to its liking",
      {
        "referee.yaml": `${configuration}evidence: [{ files: "models/fraud/run.facts.jsonl", role: baseline }]\n`,
      },
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

  test("a waiver that whoever brings it approves waives nothing once it is merged, which is told now", async () => {
    const own = waiver.replace("owner: kim", "owner: lee").replace("approved-by: lee", "approved-by: kim");
    const { status, comments, summary } = await acted({ change: { ...worse, "policies/waivers.yaml": own } });
    expect(status).toBe(1);
    const told = "the change brings a waiver of gate/recall-floor for fraud that kim approves, who brings the change";
    expect(plain(`${comments[0] ?? ""}${summary}`)).toContain(told);
    expect(plain(comments[0])).not.toContain("block → pass");
  });

  test("a waiver that names nobody who approves it waives nothing once it is merged, which is told now", async () => {
    const own = waiver.replace(", approved-by: lee", "");
    const { status, comments, summary } = await acted({ change: { ...worse, "policies/waivers.yaml": own } });
    expect(status).toBe(1);
    const told = "the change brings a waiver of gate/recall-floor for fraud that names nobody who approves it";
    expect(plain(`${comments[0] ?? ""}${summary}`)).toContain(told);
    expect(plain(comments[0])).not.toContain("block → pass");
  });

  test("a waiver of the base that its own writer approves waives nothing", async () => {
    const base = {
      ...sound,
      "policies/waivers.yaml": waiver
        .replace("owner: kim", "owner: ana")
        .replace("approved-by: lee", "approved-by: kim@example.test"),
    };
    const { status, outputs } = await acted({ base, change: worse });
    expect([status, outputs["decision"]]).toEqual([1, "block"]);
    const byAnother = { ...base, "policies/waivers.yaml": waiver };
    expect((await acted({ base: byAnother, change: worse })).status).toBe(0);
  });

  describe("one that forges an approval", () => {
    const signed = "policy: gate\nrules:\n  signed-off: { approval: 1, from: [lee], not-by: author }\n";
    const base = { ...sound, "policies/gate.yaml": signed };
    const forged = { "models/fraud/approval.facts.jsonl": '{"kind":"approval","by":"@lee","state":"approved"}\n' };

    test("in a file of its own is told that the file proves nothing", async () => {
      const { status, comments } = await acted({ base, change: forged });
      expect(status).toBe(2);
      expect(plain(comments[0])).toContain("does not count: a file proves only who committed it");
    });

    test.each<[title: string, policy: string, effect: string]>([
      [
        "by asking for nobody",
        signed.replace("approval: 1", "approval: 0"),
        "fraud undecided → pass (signed-off: missing (undecided) → met (pass))",
      ],
      [
        "by asking no more",
        signed.replace("{ approval: 1, from: [lee], not-by: author }", "{ metric: recall, at-least: 1% }"),
        "fraud undecided → pass",
      ],
    ])("%s is judged by the base, and shown", async (_title, policy, effect) => {
      const { status, comments } = await acted({ base, change: { ...forged, "policies/gate.yaml": policy } });
      expect(status).toBe(2);
      expect(plain(comments[0])).toContain(`Once merged, the change's own policies would decide otherwise: ${effect}`);
    });
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
