import { describe, expect, test } from "vitest";
import { ofDeployment, ofDispatch, ofRelease, ofTag, readDigests, stageEntered } from "../../src/action/promotion.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { acted, type Play } from "./acted.js";
import { fact, sound } from "./stage.js";

const policy = `policy: gate
rules:
  sane: { metric: recall, at-least: 10% }
  canary-floor: { metric: recall, at-least: 60%, applies: { stages: [canary] } }
  production-floor: { metric: recall, at-least: 95%, applies: { stages: [production] } }
`;
const base = {
  ...sound,
  "referee.yaml": "policies: [policies/gate.yaml]\nstages: { default: development }\n",
  "policies/gate.yaml": policy,
  "models/reco/run.facts.jsonl": fact("recall", 0.99),
};
const change = { "models/fraud/run.facts.jsonl": fact("recall", 0.7) };
const digest = `sha256:${"a".repeat(64)}`;
const artifact = `${JSON.stringify({ kind: "model", artifact_digest: digest })}\n`;

describe("what an event would put into service", () => {
  test.each<[string, unknown, object]>([
    ["v1.2.0", ofTag("v1.2.0"), { stage: null, otherwise: "last", models: [] }],
    ["fraud#canary#3", ofTag("fraud#canary#3"), { stage: "canary", models: ["fraud"] }],
    ["fraud#prod", ofTag("fraud#prod"), { stage: "prod", models: ["fraud"] }],
    ["fraud@v2.0.0", ofTag("fraud@v2.0.0"), { stage: null, otherwise: "as-configured", models: ["fraud"] }],
    ["models/fraud@v1", ofTag("models/fraud@v1"), { models: ["models/fraud"] }],
    ["release", ofRelease({ release: { prerelease: false } }), { otherwise: "last" }],
    ["prerelease", ofRelease({ release: { prerelease: true } }), { otherwise: "before-last" }],
    ["nothing at all", ofRelease(null), { otherwise: "last" }],
    ["dispatch", ofDispatch({ stage: "staging", model: "a, b" }), { stage: "staging", models: ["a", "b"] }],
    ["dispatch without inputs", ofDispatch(undefined), { stage: null, otherwise: "as-configured", models: [] }],
    ["dispatch of nonsense", ofDispatch({ stage: 7, model: { x: 1 }, digests: [1] }), { stage: null, models: [] }],
    [
      "deployment",
      ofDeployment({ deployment: { environment: "Production", payload: { digests: { fraud: digest, x: 1 } } } }),
      { stage: "Production", otherwise: "last", digests: [{ model: "fraud", digest }] },
    ],
    [
      "deployment with its payload as text",
      ofDeployment({ deployment: { environment: "p", payload: JSON.stringify({ digest }) } }),
      { digests: [{ model: null, digest }] },
    ],
    ["deployment with text as its payload", ofDeployment({ deployment: { payload: "please" } }), { digests: [] }],
  ])("%s", (_, promotion, expected) => {
    expect(promotion).toMatchObject(expected);
  });

  test("a digest of the inputs is one model's or the only one's", () => {
    expect(readDigests([digest, `fraud = ${digest}`])).toEqual([
      { model: null, digest },
      { model: "fraud", digest },
    ]);
  });

  test.each([
    ["CANARY", "last", "canary", null],
    ["eu-west", "last", "production", /eu-west is no stage/],
    [null, "last", "production", null],
    [null, "before-last", "canary", null],
    [null, "as-configured", null, null],
  ] as const)("%s (%s) enters %s", (stage, otherwise, expected, note) => {
    const entered = stageEntered({ stage, otherwise, models: [], digests: [] }, defaultConfiguration);
    expect(entered.stage).toBe(expected);
    if (note === null) expect(entered.note).toBeNull();
    else expect(entered.note).toMatch(note);
  });
});

describe("the policies of the stage that is entered judge", () => {
  const tagged = (ref: string): Pick<Play, "event" | "payload"> => ({ event: "push", payload: () => ({ ref }) });
  test.each<[string, Pick<Play, "event" | "payload" | "inputs">, number, string]>([
    ["a push to a branch, by the stages as they are", { event: "push", payload: () => ({}) }, 0, "2"],
    ["a release", { event: "release", payload: () => ({ action: "published", release: {} }) }, 1, "2"],
    ["a preview", { event: "release", payload: () => ({ release: { prerelease: true } }) }, 0, "2"],
    ["a tag", tagged("refs/tags/v1.0.0"), 1, "2"],
    ["a tag that gives one model a stage", tagged("refs/tags/fraud#canary#1"), 0, "1"],
    ["a tag that gives it the last stage", tagged("refs/tags/fraud#production"), 1, "1"],
    ["a tag of a model that is not there", tagged("refs/tags/ghost#canary"), 2, "0"],
    ["a run by hand", { event: "workflow_dispatch", payload: () => ({ inputs: { stage: "production" } }) }, 1, "2"],
    ["a run by hand without inputs", { event: "workflow_dispatch", payload: () => ({ inputs: null }) }, 0, "2"],
    [
      "a dispatch",
      { event: "repository_dispatch", payload: () => ({ client_payload: { model: "reco", stage: "production" } }) },
      0,
      "1",
    ],
    [
      "a release that the workflow's input calls a canary",
      { event: "release", payload: () => ({}), inputs: { stage: "canary" } },
      0,
      "2",
    ],
  ])("%s", async (_, play, expected, models) => {
    const { status, outputs, comments } = await acted({ base, change, ...play });
    expect([status, outputs["models"], comments]).toEqual([expected, models, []]);
  });
});

describe("a deployment", () => {
  const deployed = (more: object = {}, of: "base" | "head" = "head"): Pick<Play, "event" | "payload"> => ({
    event: "deployment",
    payload: (stage) => ({ deployment: { sha: stage[of], environment: "canary", payload: {}, ...more } }),
  });

  test("is judged by the policies of its environment, and the check stands on its commit", async () => {
    const { status, stage, summary } = await acted({ base, change, ...deployed() });
    expect([status, stage.fake.state.checkRuns.map(({ shape }) => shape.head_sha)]).toEqual([0, [stage.head]]);
    expect(summary).toContain("The deployment names no digest");
  });

  test("to an environment that is no stage is judged as for the last", async () => {
    const { status, log } = await acted({ base, change, ...deployed({ environment: "eu-west" }) });
    expect(status).toBe(1);
    expect(log).toContain("eu-west is no stage");
  });

  test("of another commit than the one checked out is judged by that commit's files", async () => {
    const { status, summary } = await acted({
      base,
      change: { ...change, "policies/gate.yaml": "not: read\n" },
      ...deployed({}, "base"),
    });
    expect(status).toBe(0);
    expect(summary).toContain("Not what is checked out is judged");
  });

  test("of a commit that is not there is not judged in another's place", async () => {
    const { status, log } = await acted({ base, change, ...deployed({ sha: "d".repeat(40) }) });
    expect(status).toBe(3);
    expect(log).toMatch(/::error .*d{40}/);
  });

  test("whose event names no commit is judged as the command line would, and it is said", async () => {
    const { status, log } = await acted({ base, change, event: "deployment", payload: () => ({ deployment: {} }) });
    expect(status).toBe(1);
    expect(log).toContain("names no commit");
  });

  const stated = { "models/fraud/run.facts.jsonl": `${fact("recall", 0.99)}${artifact}`, "models/reco": null };
  test.each<[string, object, Play["change"], number, string]>([
    ["deploys what was judged", { payload: { digest } }, stated, 0, "what is deployed is what was judged"],
    ["deploys it, by name", { payload: { digests: { fraud: digest.toUpperCase() } } }, stated, 0, "what was judged"],
    ["deploys it, its algorithm unsaid", { payload: { digest: digest.slice(7) } }, stated, 0, "what was judged"],
    ["deploys something else", { payload: { digest: `sha256:${"b".repeat(64)}` } }, stated, 1, "judged was"],
    ["deploys by another algorithm", { payload: { digest: `md5:${"a".repeat(64)}` } }, stated, 1, "judged was"],
    ["deploys an empty digest by name", { payload: { digests: { fraud: "" } } }, stated, 1, "judged was"],
    [
      "deploys what no evidence states",
      { payload: { digest } },
      { "models/reco": null, ...change },
      2,
      "no evidence states",
    ],
  ])("that %s", async (_, more, changed, expected, message) => {
    const { status, outputs, log, comments } = await acted({
      base,
      ...(changed === undefined ? {} : { change: changed }),
      ...deployed(more),
      inputs: { model: "fraud" },
    });
    expect([status, comments]).toEqual([expected, []]);
    expect(`${log}${outputs["decision"] ?? ""}`.includes(message) || expected === 0).toBe(true);
  });
});
