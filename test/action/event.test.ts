import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEvent } from "../../src/action/event.js";
import { acted, type Play } from "./acted.js";
import { fact, pullEvent, sound, type Stage } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const softer = sound["policies/gate.yaml"]?.toString().replace("80%", "10%") ?? "";
const errors = (log: string): readonly string[] => log.split("\n").filter((line) => line.startsWith("::error"));

describe("an event", () => {
  const sha = (letter: string): string => letter.repeat(40);
  const read = (name: string, payload: unknown) =>
    readEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: "e", GITHUB_SHA: sha("f") }, () => JSON.stringify(payload));

  test.each<[string, unknown, object]>([
    [
      "pull_request",
      {
        number: 3,
        pull_request: {
          number: 3,
          user: { login: "kim" },
          head: { sha: sha("a"), repo: { full_name: "kim/models", fork: true } },
          base: { sha: sha("b"), repo: { full_name: "acme/models" } },
        },
      },
      { head: sha("a"), base: sha("b"), pull: 3, author: "kim", fromFork: true, fault: null },
    ],
    [
      "pull_request",
      {
        number: 3,
        pull_request: {
          head: { sha: sha("a"), repo: null },
          base: { sha: sha("b"), repo: { full_name: "acme/models" } },
        },
      },
      { head: sha("a"), base: sha("b"), pull: 3, author: null, fromFork: true },
    ],
    [
      "merge_group",
      { merge_group: { head_sha: sha("a"), base_sha: sha("b") } },
      { head: sha("a"), base: sha("b"), pull: null },
    ],
    ["push", { before: sha("b"), after: sha("a") }, { head: sha("f"), base: null, before: sha("b") }],
    ["push", { before: sha("0"), created: true }, { base: null, before: null, fault: null }],
    [
      "push",
      { before: sha("b"), after: sha("0"), deleted: true, head_commit: null },
      { before: sha("b"), fault: null },
    ],
    ["schedule", { schedule: "0 3 * * *" }, { head: sha("f"), base: null, fault: null }],
    ["workflow_dispatch", { inputs: null }, { head: sha("f"), base: null, fault: null }],
    ["something_new", [], { name: "something_new", head: sha("f"), base: null, fault: null }],
    [
      "pull_request",
      { pull_request: { head: { sha: "../../x" }, base: { sha: "--upload-pack=x" } } },
      { base: null, fault: { kind: "broken" } },
    ],
    ["pull_request", null, { base: null, fault: { kind: "broken" } }],
    ["merge_group", {}, { base: null, fault: { kind: "broken" } }],
  ])("%s is read from its file", (name, payload, expected) => {
    expect(read(name, payload)).toMatchObject(expected);
  });

  test("outside of a workflow there is none", () => {
    expect(readEvent({}, () => null)).toMatchObject({ name: null, head: null, fault: null });
  });
});

describe("a run", () => {
  test("on a merge group decides alike, with a check and no comment", async () => {
    const play: Play = {
      change: worse,
      event: "merge_group",
      payload: ({ base, head }) => ({ merge_group: { base_sha: base, head_sha: head } }),
    };
    const { status, conclusions, comments, stage } = await acted(play);
    expect([status, conclusions, comments]).toEqual([1, ["failure"], []]);
    expect(stage.fake.state.checkRuns[0]?.shape.head_sha).toBe(stage.head);
  });

  test("on a push judges everything by the policies that were pushed", async () => {
    const { status, comments, outputs } = await acted({
      change: { ...worse, "policies/gate.yaml": softer, "models/reco/run.facts.jsonl": fact("recall", 0.9) },
      event: "push",
      payload: ({ base, head }) => ({ before: base, after: head }),
    });
    expect([status, comments, outputs["models"]]).toEqual([0, [], "2"]);
  });

  test("on a push compares with what stood there before", async () => {
    const policy = "policy: gate\nrules:\n  no-worse: { metric: recall, against: base, change-at-least: -0.1 }\n";
    const { status } = await acted({
      base: { ...sound, "policies/gate.yaml": policy },
      change: worse,
      event: "push",
      payload: ({ base, head }) => ({ before: base, after: head }),
    });
    expect(status).toBe(1);
  });

  test("on a push whose past is gone still judges, and says what it could not compare", async () => {
    const { status, log } = await acted({ event: "push", payload: () => ({ before: "c".repeat(40) }) });
    expect(status).toBe(0);
    expect(log).toContain("fetch-depth: 0");
  });

  test("on pull_request_target judges the change's files although the base is checked out", async () => {
    const { status, log } = await acted({
      change: worse,
      event: "pull_request_target",
      prepare: ({ repository }) => void repository.git("checkout", "-q", "main"),
    });
    expect(status).toBe(1);
    expect(log).toContain("The working tree is not the change's");
  });

  test("never judges the base in place of a change that is not there", async () => {
    const { status, log } = await acted({
      event: "pull_request_target",
      prepare: ({ repository }) => void repository.git("checkout", "-q", "main"),
      payload: (stage) => pullEvent({ ...stage, head: "d".repeat(40) }),
    });
    expect(status).toBe(3);
    expect(errors(log)).toEqual([expect.stringContaining("the checkout has the base, and not the change")]);
  });

  test("of a stage promotes: what the base has already counts as well", async () => {
    const policy =
      "policy: gate\napplies: { stages: [canary] }\nrules:\n  recall-floor: { metric: recall, at-least: 95% }\n";
    const base = { ...sound, "policies/gate.yaml": policy };
    const change = { "models/fraud/notes.md": "x\n" };
    expect((await acted({ base, change, inputs: { stage: "canary" } })).status).toBe(1);
  });

  test("compares with the newest tag where a rule asks for the release", async () => {
    const policy = "policy: gate\nrules:\n  no-worse: { metric: recall, against: release, change-at-least: -0.1 }\n";
    const base = { ...sound, "policies/gate.yaml": policy };
    const tagged: Play = {
      base,
      change: worse,
      prepare: (stage) => void stage.repository.git("tag", "v1", stage.base),
    };
    expect((await acted(tagged)).status).toBe(1);
    // Without any release there is nothing to compare with, which a push does not forgive.
    expect((await acted({ base, change: worse, event: "push", payload: () => ({}) })).status).toBe(2);
  });

  test.each<[string, string | null, Play["payload"]]>([
    ["an event that nobody knows", "something_new", () => ({ action: "x" })],
    ["no event at all", null, () => null],
    ["an event whose file is not there", "pull_request", () => null],
  ])("with %s judges as the command line does", async (_, event, payload) => {
    const { status, comments, outputs } = await acted({
      change: worse,
      event,
      ...(payload === undefined ? {} : { payload }),
    });
    expect([status, comments, outputs["decision"]]).toEqual([1, [], "block"]);
  });

  test("whose event's file is not there says so once, and finds the base by its branch", async () => {
    const { status, log } = await acted({
      change: { ...worse, "policies/gate.yaml": softer },
      payload: () => null,
      environment: () => ({ GITHUB_BASE_REF: "main" }),
      prepare: ({ repository, base }) => void repository.git("update-ref", "refs/remotes/origin/main", base),
    });
    expect(status).toBe(1);
    expect(log).toContain("The change edits policies/gate.yaml");
  });

  test.each<[string, (stage: Stage) => object | string]>([
    ["is cut short", (stage) => JSON.stringify(pullEvent(stage)).slice(0, 60)],
    ["is empty", () => ""],
    ["is of another event", () => ({ schedule: "0 3 * * *" })],
  ])("on a pull request whose file %s ends with one clear message", async (_, payload) => {
    const { status, log, comments } = await acted({ change: worse, payload });
    expect([status, comments]).toEqual([3, []]);
    expect(errors(log)).toEqual([
      expect.stringMatching(/the file of the pull_request event (is cut short|names no base)/),
    ]);
  });

  test("with a broken event takes the base that the inputs name", async () => {
    const { status } = await acted({
      change: { ...worse, "policies/gate.yaml": softer },
      payload: () => "{",
      inputs: { base: "main" },
    });
    expect(status).toBe(1);
  });

  test("whose base commit is not there says so once, with what to paste", async () => {
    const { status, log } = await acted({
      change: worse,
      payload: (stage) => pullEvent({ ...stage, base: "d".repeat(40) }),
    });
    expect(status).toBe(3);
    expect(errors(log)).toEqual([expect.stringMatching(/the base commit ddddddd.*`with: \{ fetch-depth: 0 \}`/)]);
  });

  test("in a shallow clone says how to check out", async () => {
    const folder = mkdtempSync(join(tmpdir(), "referee-shallow-"));
    const { status, log } = await acted({
      change: worse,
      prepare: ({ repository }) =>
        void repository.git("clone", "-q", "--depth", "1", `file://${repository.folder}`, folder),
      environment: () => ({ GITHUB_WORKSPACE: folder }),
    });
    rmSync(folder, { recursive: true });
    expect(status).toBe(3);
    expect(errors(log)).toEqual([expect.stringContaining("fetch-depth: 0")]);
  });

  test("without a repository says what to do first", async () => {
    const folder = mkdtempSync(join(tmpdir(), "referee-empty-"));
    const { status, log } = await acted({ environment: () => ({ GITHUB_WORKSPACE: folder }) });
    rmSync(folder, { recursive: true });
    expect(status).toBe(3);
    expect(errors(log)).toEqual([expect.stringContaining("actions/checkout")]);
  });

  test("in a folder finds the configuration above it, and judges what lies in the folder", async () => {
    const base = { ...sound, "models/reco/run.facts.jsonl": fact("recall", 0.1) };
    const { status, outputs, stage } = await acted({ base, change: worse, inputs: { path: "models/fraud" } });
    expect([status, outputs["models"]]).toEqual([1, "1"]);
    expect(stage.fake.state.checkRuns[0]?.annotations[0]?.path).toBe("models/fraud/run.facts.jsonl");
  });

  test("of a project within the repository has its own root", async () => {
    const below = Object.fromEntries(Object.entries(sound).map(([path, content]) => [`ml/${path}`, content]));
    const change = { "ml/models/fraud/run.facts.jsonl": fact("recall", 0.5), "ml/policies/gate.yaml": softer };
    const { status, stage, comments } = await acted({ base: below, change, inputs: { path: "ml" } });
    expect(status).toBe(1);
    expect(stage.fake.state.checkRuns[0]?.annotations[0]?.path).toBe("ml/models/fraud/run.facts.jsonl");
    expect(comments[0]).toContain("/ml/models/fraud/run.facts.jsonl");
  });

  test.each([
    [{ now: "2020-01-01T00:00:00Z" }, "the clock is not taken"],
    [{ now: "yesterday" }, "is no time"],
    [{ path: "nowhere" }, "names no folder"],
    [{ comment: "maybe" }, "neither true nor false"],
    [{ "gate-id": "../x" }, "is no name"],
    [{ policy: "referee:nothing" }, "referee:nothing"],
  ])("with the inputs %j ends with 3 and says why", async (inputs, why) => {
    const { status, log, comments, conclusions } = await acted({ inputs });
    expect([status, comments, conclusions]).toEqual([3, [], []]);
    expect(errors(log).join("\n")).toContain(why);
  });

  test("takes the clock where the base allows it", async () => {
    const base = { ...sound, "referee.yaml": "policies: [policies/gate.yaml]\nallow-clock: true\n" };
    expect((await acted({ base, inputs: { now: "2020-01-01T00:00:00Z" } })).status).toBe(0);
  });
});
