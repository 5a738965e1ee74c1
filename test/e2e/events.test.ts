import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { fact, outputsOf, pullEvent, sound, stageOf, summaryOf, type Scene, type Stage } from "../action/stage.js";
import { entry, runBuilt } from "./built.js";
import { followingEvent, leaveReport } from "./followed.js";

beforeAll(() => {
  if (!existsSync(entry)) throw new Error(`the action is not built: ${entry} is missing; run npm run build`);
});

/** Everything that a run may be started by. A run by an event that is not here is one of the last two. */
const events = [
  "pull_request",
  "pull_request of a fork",
  "pull_request of a draft",
  "pull_request of a fork that is gone",
  "pull_request_target",
  "pull_request_review",
  "merge_group",
  "push",
  "push of a tag",
  "release",
  "deployment",
  "workflow_dispatch",
  "repository_dispatch",
  "schedule",
  "workflow_run",
  "an event that nobody knows",
  "no event",
] as const;

interface Case extends Scene {
  /** Null for a run outside of a workflow. */
  readonly event: string | null;
  readonly payload: (stage: Stage) => object | null;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly prepare?: (stage: Stage) => Promise<void> | void;
  readonly status: number;
  readonly decision: string;
  readonly comments: number;
  readonly checks: number;
  readonly issues?: number;
  /** What its log must say. */
  readonly said?: RegExp;
}

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
/** What a change leaves alone, and what fails once it enters production. */
const staged = {
  ...sound,
  "referee.yaml": "policies: [policies/gate.yaml]\nstages: { default: development }\n",
  "policies/gate.yaml":
    "policy: gate\nrules:\n  floor: { metric: recall, at-least: 97%, applies: { stages: [production] } }\n  any: { metric: recall, at-least: 10% }\n",
};
const promoted = {
  base: staged,
  change: { "models/fraud/notes.md": "x\n" },
  ...{ status: 1, decision: "block", comments: 0, checks: 1, said: /Block {3}fraud, production/ },
};
const blocked = { change: worse, status: 1, decision: "block" };

const cases: Readonly<Record<(typeof events)[number], Case>> = {
  pull_request: { ...blocked, event: "pull_request", payload: (stage) => pullEvent(stage), comments: 1, checks: 1 },
  "pull_request of a fork": {
    ...blocked,
    who: "fork",
    event: "pull_request",
    payload: (stage) => pullEvent(stage, "kim/models"),
    ...{ comments: 0, checks: 0, said: /^::error file=models\/fraud\/run\.facts\.jsonl,line=1,/m },
  },
  "pull_request of a draft": {
    ...blocked,
    pull: { draft: true },
    event: "pull_request",
    payload: (stage) => pullEvent(stage),
    ...{ comments: 1, checks: 1 },
  },
  "pull_request of a fork that is gone": {
    ...blocked,
    who: "fork",
    event: "pull_request",
    payload: ({ base, head }) => ({
      number: 7,
      pull_request: {
        number: 7,
        user: { login: "kim" },
        head: { sha: head, ref: "change", repo: null },
        base: { sha: base, ref: "main", repo: { full_name: "acme/models" } },
      },
    }),
    ...{ comments: 0, checks: 0, said: /^::notice .*pull-requests: write/m },
  },
  pull_request_target: {
    ...blocked,
    event: "pull_request_target",
    payload: (stage) => pullEvent(stage, "kim/models"),
    prepare: ({ repository }) => void repository.git("checkout", "-q", "main"),
    ...{ comments: 1, checks: 1, said: /The working tree is not the change's/ },
  },
  pull_request_review: {
    ...blocked,
    event: "pull_request_review",
    payload: (stage) => ({ ...pullEvent(stage), action: "submitted", review: { state: "approved" } }),
    ...{ comments: 1, checks: 1 },
  },
  merge_group: {
    ...blocked,
    event: "merge_group",
    payload: ({ base, head }) => ({
      action: "checks_requested",
      merge_group: {
        base_sha: base,
        base_ref: "refs/heads/main",
        head_sha: head,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
      },
    }),
    ...{ comments: 0, checks: 1 },
  },
  push: {
    ...blocked,
    event: "push",
    payload: ({ base, head }) => ({ ref: "refs/heads/main", before: base, after: head }),
    ...{ comments: 0, checks: 1 },
  },
  "push of a tag": {
    ...promoted,
    event: "push",
    payload: ({ head }) => ({ ref: "refs/tags/v1.0.0", before: "0".repeat(40), after: head }),
  },
  release: {
    ...promoted,
    event: "release",
    payload: () => ({ action: "published", release: { tag_name: "v1.0.0", draft: false, prerelease: false } }),
  },
  deployment: {
    ...promoted,
    event: "deployment",
    payload: ({ head }) => ({ deployment: { sha: head, ref: "main", environment: "production", payload: {} } }),
  },
  workflow_dispatch: { ...promoted, event: "workflow_dispatch", payload: () => ({ inputs: { stage: "production" } }) },
  repository_dispatch: {
    ...promoted,
    event: "repository_dispatch",
    payload: () => ({ action: "promote", client_payload: { stage: "production", model: "fraud" } }),
  },
  schedule: {
    ...blocked,
    event: "schedule",
    payload: () => ({ schedule: "17 3 * * *" }),
    ...{ comments: 0, checks: 1, issues: 1 },
  },
  workflow_run: {
    change: worse,
    event: "workflow_run",
    prepare: (stage) => leaveReport(stage, "report.json"),
    payload: followingEvent,
    inputs: { report: "report.json" },
    ...{ status: 0, decision: "block", comments: 1, checks: 0 },
  },
  "an event that nobody knows": {
    ...blocked,
    event: "something_new",
    payload: () => ({ action: "x" }),
    ...{ comments: 0, checks: 1 },
  },
  "no event": { ...blocked, event: null, payload: () => null, comments: 0, checks: 0 },
};

describe("the built action, started by", () => {
  test.each(events)("%s, decides and publishes as it is documented", async (name) => {
    const {
      event,
      payload,
      inputs,
      prepare,
      status,
      decision,
      comments,
      checks,
      issues = 0,
      said,
      ...scene
    } = cases[name];
    const stage = await stageOf(scene);
    try {
      await prepare?.(stage);
      const ended = await runBuilt(stage, {
        event,
        payload: payload(stage),
        ...(inputs === undefined ? {} : { inputs }),
      });
      const { state } = stage.fake;
      expect([ended.status, ended.err]).toEqual([status, ""]);
      expect(outputsOf(stage)).toMatchObject({ decision, blocked: "true" });
      expect([state.comments.length, state.checkRuns.length, state.issues.length]).toEqual([comments, checks, issues]);
      expect(summaryOf(stage).match(/^### /gm) ?? []).toHaveLength(name === "workflow_run" ? 0 : 1);
      if (said !== undefined) expect(ended.out).toMatch(said);
      expect(`${ended.out}${summaryOf(stage)}`).not.toMatch(/gh[ps]_\w+SECRET/);
    } finally {
      await stage.close();
    }
  });
});
