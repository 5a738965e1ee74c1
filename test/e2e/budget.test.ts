import { expect, test } from "vitest";
import { fact, outputsOf, pullEvent, sound, stageOf } from "../action/stage.js";
import { runBuilt } from "./built.js";

const policy = `policy: gate
rules:
  floor: { metric: recall, at-least: 80% }
  signed: { approval: 1, from: ["@acme/model-risk"], not-by: last-pusher, on: diff }
  by-owners: { approval: 1, from: [CODEOWNERS] }
`;

/** An app that may do all that the gate can make use of. */
const app = {
  secret: "ghs_0123456789abcdefghijSECRET",
  token: {
    login: "acme-referee[bot]",
    app: "acme-referee",
    rights: { contents: "read", issues: "write", pull_requests: "write", checks: "write", members: "read" },
  },
} as const;

test("a typical pull request, with reviews, owners, a team, a comment, a check and annotations, costs at most 12 requests, and so does the next run", async () => {
  const stage = await stageOf({
    base: { ...sound, "policies/gate.yaml": policy, ".github/CODEOWNERS": "models/ @acme/model-risk @lee\n" },
    change: { "models/fraud/run.facts.jsonl": fact("recall", 0.5) },
    pull: {
      reviews: [
        { login: "lee", state: "COMMENTED", commit: "b".repeat(40) },
        { login: "lee", state: "APPROVED", commit: "c".repeat(40) },
      ],
    },
    seed: {
      tokens: { [app.secret]: app.token },
      teams: { "acme/model-risk": { lee: "active" } },
      collaborators: { lee: "write" },
      pushes: [],
    },
  });
  try {
    const payload = { ...pullEvent(stage), action: "synchronize", sender: { login: "kim" } };
    const asked: number[] = [];
    for (const number of ["12", "13"]) {
      const before = stage.fake.requests.length;
      const { status, err } = await runBuilt(stage, { payload, environment: { GITHUB_RUN_NUMBER: number } });
      expect([status, err]).toEqual([1, ""]);
      asked.push(stage.fake.requests.length - before);
    }
    const { state } = stage.fake;
    expect([state.comments.length, state.checkRuns[0]?.annotations.length]).toEqual([1, 1]);
    expect(Math.max(...asked)).toBeLessThanOrEqual(12);
    expect(Math.min(...asked)).toBeGreaterThan(4);
  } finally {
    await stage.close();
  }
});

test("a pull request to 1,000 models that all stop costs at most 60", async () => {
  const change = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`models/m${index}/run.facts.jsonl`, fact("recall", 0.5)]),
  );
  const stage = await stageOf({ change });
  try {
    const { status, err } = await runBuilt(stage, { payload: pullEvent(stage) });
    expect([status, err, outputsOf(stage)["models"]]).toEqual([1, "", "1000"]);
    expect(stage.fake.requests.length).toBeLessThanOrEqual(60);
    expect(stage.fake.state.comments[0]?.shape.body?.length).toBeLessThanOrEqual(65_536);
  } finally {
    await stage.close();
  }
}, 240_000);
