import { existsSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { fact, outputsOf, pullEvent, sound, stageOf, summaryOf, type Scene, type Stage } from "../action/stage.js";
import { entry, nodes, runBuilt, type Ended } from "./built.js";

beforeAll(() => {
  if (!existsSync(entry)) throw new Error(`the action is not built: ${entry} is missing; run npm run build`);
});

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

interface Run extends Scene {
  readonly node?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: (stage: Stage) => object | string | null;
  readonly prepare?: (stage: Stage) => void;
}

async function run({
  node,
  inputs,
  event = pullEvent,
  prepare,
  ...scene
}: Run): Promise<Ended & { readonly stage: Stage }> {
  const playing = await stageOf(scene);
  stage = playing;
  prepare?.(playing);
  const given = { ...(node === undefined ? {} : { node }), ...(inputs === undefined ? {} : { inputs }) };
  return { ...(await runBuilt(playing, { ...given, payload: event(playing) })), stage: playing };
}

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };

describe.each(nodes)("the built action on %s", (_, node) => {
  test.each<[string, number, Scene["change"], string]>([
    ["pass", 0, { "models/fraud/run.facts.jsonl": fact("recall", 0.95) }, "success"],
    ["block", 1, worse, "failure"],
    ["undecided", 2, { "models/fraud/run.facts.jsonl": fact("precision", 0.9) }, "failure"],
  ])(
    "ends with %s as status %i, one comment, one check run, outputs and summary",
    async (decision, expected, change, conclusion) => {
      const ended = await run({ node, change: change ?? {} });
      const { state } = ended.stage.fake;
      expect([ended.status, ended.err]).toEqual([expected, ""]);
      expect(outputsOf(ended.stage)).toMatchObject({ decision, blocked: String(expected !== 0), models: "1" });
      expect(state.comments.map(({ shape }) => shape.body?.split("\n")[0])).toEqual([
        "<!-- model-referee:default:v1 -->",
      ]);
      expect(state.checkRuns.map(({ shape }) => [shape.head_sha, shape.conclusion])).toEqual([
        [ended.stage.head, conclusion],
      ]);
      expect(summaryOf(ended.stage).toLowerCase()).toContain(decision);
      expect(`${ended.out}${summaryOf(ended.stage)}`).not.toContain(ended.stage.secret);
    },
  );

  test("blocks a change that deletes what judges it", async () => {
    const { status } = await run({ node, change: { ...worse, "referee.yaml": null, policies: null } });
    expect(status).toBe(1);
  });

  test("ends with 3 and one message where the base's policy is broken, and publishes nothing", async () => {
    const base = { ...sound, "policies/gate.yaml": "policy: gate\nrules:\n  x: { metric: recall }\n" };
    const ended = await run({ node, base });
    expect([ended.status, ended.stage.fake.requests, ended.err]).toEqual([3, [], ""]);
    expect(ended.out.match(/^::error /gm)).toHaveLength(1);
    expect(summaryOf(ended.stage)).toContain("Nothing was judged");
  });

  test("ends with 3 and one message where the event is cut short", async () => {
    const ended = await run({ node, change: worse, event: () => '{"pull_request": {"numb' });
    expect([ended.status, ended.err]).toEqual([3, ""]);
    expect(ended.out.trim().split("\n")).toEqual([expect.stringMatching(/^::error .*pull_request event is cut short/)]);
  });

  test("decides the same with a token that only reads, and annotates by the log", async () => {
    const ended = await run({ node, change: worse, who: "fork", event: (playing) => pullEvent(playing, "kim/models") });
    expect([ended.status, ended.err, ended.stage.fake.state.comments]).toEqual([1, "", []]);
    expect(ended.out).toMatch(/^::error file=models\/fraud\/run\.facts\.jsonl,line=1,/m);
    expect(ended.out).toMatch(/^::notice .*pull-requests: write/m);
  });

  test("decides the same when replies are lost, and leaves one comment and one check run", async () => {
    const ended = await run({
      node,
      change: worse,
      prepare: ({ fake }) => {
        fake.inject({ method: "POST", path: /comments$/, times: 1, fault: { kind: "lost-reply" } });
        fake.inject({ method: "POST", path: /check-runs$/, times: 1, fault: { kind: "cut-reply" } });
        fake.inject({ method: "GET", times: 1, fault: { kind: "secondary-limit", status: 429, retryAfter: 1 } });
      },
    });
    const { state } = ended.stage.fake;
    expect([ended.status, state.comments.length, state.checkRuns.length]).toEqual([1, 1, 1]);
  });

  test("decides the same when GitHub is away, and says so", async () => {
    const ended = await run({
      node,
      change: worse,
      prepare: ({ fake }) => fake.inject({ fault: { kind: "primary-limit", reset: 4_000_000_000 } }),
    });
    expect(ended.status).toBe(1);
    expect(ended.out).toMatch(/^::warning .*the comment could not be published/m);
    expect(summaryOf(ended.stage)).toContain("could not be published");
  });
});
