import { afterEach, describe, expect, test } from "vitest";
import { fact, outputsOf, pullEvent, sound, stageOf, summaryOf, type Scene, type Stage } from "../action/stage.js";
import { runBuilt, type Ended } from "./built.js";

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function run(scene: Scene): Promise<Ended & { readonly stage: Stage }> {
  stage = await stageOf(scene);
  return { ...(await runBuilt(stage, { payload: pullEvent(stage) })), stage };
}

const gate = sound["policies/gate.yaml"]?.toString() ?? "";
const configuration = sound["referee.yaml"]?.toString() ?? "";
const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const waiver =
  "- { rule: gate/recall-floor, model: fraud, reason: r, owner: kim, ticket: T-1, expires: 2099-12-01, approved-by: lee }\n";
const waived = waiver.replace("2099-12-01", new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
const signed = "policy: gate\nrules:\n  signed-off: { approval: 1, from: [lee], not-by: author }\n";
const forged = { "models/fraud/approval.facts.jsonl": '{"kind":"approval","by":"@lee","state":"approved"}\n' };
const named = (more: string): string => `${configuration}models: [{ name: fraud, path: models/fraud, ${more} }]\n`;

/** What GitHub shows of a text, without the escapes of Markdown. */
const plain = (text: string | undefined): string => (text ?? "").replaceAll("\\", "");

interface Weakening {
  readonly title: string;
  readonly base?: Scene["base"];
  readonly change: NonNullable<Scene["change"]>;
  readonly decision: "block" | "undecided";
  readonly effect: string;
}

const weakenings: readonly Weakening[] = [
  {
    title: "lowers the bound",
    change: { ...worse, "policies/gate.yaml": gate.replace("80%", "10%") },
    decision: "block",
    effect: "fraud block → pass (recall-floor recall: not-met (block) → met (pass))",
  },
  {
    title: "adds a waiver for itself",
    change: { ...worse, "policies/waivers.yaml": waived },
    decision: "block",
    effect: "fraud block → pass (recall-floor recall: not-met (block) → not-met (pass)",
  },
  {
    title: "disables the rule",
    change: {
      ...worse,
      "policies/gate.yaml":
        "extends: old.yaml\npolicy: gate\nrules:\n  recall-floor: disabled\n  other: { metric: recall, at-least: 1% }\n",
      "policies/old.yaml": gate,
    },
    decision: "block",
    effect: "fraud block → pass",
  },
  {
    title: "renames the metric",
    change: { ...worse, "policies/gate.yaml": gate.replace("metric: recall", "metric: recall_at_k") },
    decision: "block",
    effect: "fraud block → undecided",
  },
  {
    title: "renames the metric in the evidence",
    change: {
      "models/fraud/run.facts.jsonl": fact("recall_new", 0.5),
      "policies/gate.yaml": gate.replace("metric: recall", "metric: recall_new").replace("80%", "10%"),
    },
    decision: "undecided",
    effect: "fraud undecided → pass",
  },
  {
    title: "moves the model out of `applies`",
    change: { ...worse, "policies/gate.yaml": `applies: { stages: [canary] }\n${gate}` },
    decision: "block",
    effect: "fraud block → undecided (recall-floor recall: not-met (block) → not judged)",
  },
  {
    title: "moves the model out of `applies` by its stage",
    base: { ...sound, "policies/gate.yaml": `applies: { stages: [production] }\n${gate}` },
    change: { ...worse, "referee.yaml": named("stage: development") },
    decision: "block",
    effect: "fraud block → undecided",
  },
  {
    title: "edits referee.yaml to name a pack that does not gate",
    change: { ...worse, "referee.yaml": "policies: [referee:baseline]\n" },
    decision: "block",
    effect: "fraud block → warn",
  },
  {
    title: "edits referee.yaml to ignore the evidence",
    change: { ...worse, "referee.yaml": `${configuration}ignore: ["models/**"]\n` },
    decision: "block",
    effect: "fraud block → ",
  },
  {
    title: "archives the model",
    base: { ...sound, "policies/gate.yaml": `applies: { stages: [production] }\n${gate}` },
    change: { ...worse, "referee.yaml": named("stage: archived") },
    decision: "block",
    effect: "fraud block → undecided",
  },
  {
    title: "archives and removes the model",
    change: { "models/fraud": null, "referee.yaml": named("stage: archived") },
    decision: "undecided",
    effect: "",
  },
  {
    title: "forges an approval, and asks for none",
    base: { ...sound, "policies/gate.yaml": signed },
    change: { ...forged, "policies/gate.yaml": signed.replace("approval: 1", "approval: 0") },
    decision: "undecided",
    effect: "fraud undecided → pass (signed-off: missing (undecided) → met (pass))",
  },
];

describe("a change to what judges it, through the built action on real commits, is judged by the base", () => {
  test.each(weakenings)("one that $title", async ({ base, change, decision, effect }) => {
    const ended = await run({ ...(base === undefined ? {} : { base }), change });
    expect([ended.status, ended.err]).toEqual([decision === "block" ? 1 : 2, ""]);
    expect(outputsOf(ended.stage)).toMatchObject({ decision, blocked: "true" });
    const [comment] = ended.stage.fake.state.comments.map(({ shape }) => shape.body ?? "");
    const told =
      effect === ""
        ? "the base has this model"
        : `Once merged, the change's own policies would decide otherwise: ${effect}`;
    expect(plain(comment)).toContain(told);
    expect(plain(summaryOf(ended.stage))).toContain(told);
    expect(ended.stage.fake.state.checkRuns.map(({ shape }) => shape.conclusion)).toEqual(["failure"]);
  });

  test("one that forges an approval in a file alone is told that the file proves nothing", async () => {
    const ended = await run({ base: { ...sound, "policies/gate.yaml": signed }, change: forged });
    expect(ended.status).toBe(2);
    const [comment] = ended.stage.fake.state.comments.map(({ shape }) => shape.body ?? "");
    expect(plain(comment)).toContain("does not count: a file proves only who committed it");
  });
});
