import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fact, outputsOf, pullEvent, sound, stageOf, summaryOf, type Scene, type Stage } from "../action/stage.js";
import type { Fault } from "../github/faults.js";
import { entry, runBuilt, type Ended } from "./built.js";

beforeAll(() => {
  if (!existsSync(entry)) throw new Error(`the action is not built: ${entry} is missing; run npm run build`);
});

/** All that may go wrong or be too much between a run and GitHub. */
const situations = [
  "a fork whose token only reads",
  "403",
  "404",
  "422",
  "429 by the primary limit",
  "403 by the primary limit",
  "429 by the secondary limit",
  "403 by the secondary limit",
  "500",
  "502",
  "503",
  "a reset in the middle",
  "a lost reply",
  "a reply that is cut",
  "two runs that race",
  "10,000 comments on the pull request",
  "70,000 characters of findings",
  "5,000 annotations",
  "a renamed branch",
  "a deleted fork",
] as const;

interface Situation extends Scene {
  readonly prepare?: (stage: Stage) => void;
  readonly payload?: (stage: Stage) => object;
  readonly environments?: readonly Readonly<Record<string, string>>[];
  /** How many of the gate's comments and check runs there are in the end. */
  readonly left: readonly [comments: number, checks: number | "one or two"];
  /** Lines of the log by which it tells what could not be published; of each of them one. */
  readonly told?: readonly RegExp[];
  readonly also?: (stage: Stage) => void;
}

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const notCommented = /^::(?:warning|notice) .*the comment could not be published/;
const notChecked = /^::(?:warning|notice) .*the check run (?:and the comment )?could not be published/;

/** All writing fails so: the decision stands, and each thing that is not there is told once. */
const failing = (fault: Fault): Situation => ({
  prepare: ({ fake }) => fake.inject({ method: "POST", fault }),
  left: [0, 0],
  told: [notCommented, notChecked],
});
/** The first request of each kind fails so, and is asked again: nothing is missing, nothing is there twice. */
const passing = (fault: Fault): Situation => ({
  prepare: ({ fake }) => {
    fake.inject({ method: "GET", times: 1, fault });
    fake.inject({ method: "POST", path: /comments$/, times: 1, fault });
    fake.inject({ method: "POST", path: /check-runs$/, times: 1, fault });
  },
  left: [1, 1],
});
const soon = (): number => Math.ceil(Date.now() / 1000) + 1;

const slices = (count: number): string =>
  Array.from({ length: count }, (_, index) => fact("recall", 0.1, { slice: { segment: `s${index}` } })).join("");
const bySegment = {
  ...sound,
  "policies/gate.yaml": `policy: gate\nrules:\n  each: { metric: recall, for-each: [segment], at-least: 80%, message: "${"needs a person to look at it, ".repeat(4)}" }\n`,
};

const cases: Readonly<Record<(typeof situations)[number], Situation>> = {
  "a fork whose token only reads": {
    who: "fork",
    payload: (stage) => pullEvent(stage, "kim/models"),
    left: [0, 0],
    told: [/^::notice .*pull-requests: write/, /^::notice .*checks: write/],
  },
  "403": failing({ kind: "status", status: 403, message: "Resource not accessible by integration" }),
  "404": failing({ kind: "status", status: 404, message: "Not Found" }),
  "422": failing({ kind: "status", status: 422, message: "Validation Failed" }),
  "429 by the primary limit": passing({ kind: "primary-limit", reset: soon(), status: 429 }),
  "403 by the primary limit": passing({ kind: "primary-limit", reset: soon(), status: 403 }),
  "429 by the secondary limit": passing({ kind: "secondary-limit", status: 429, retryAfter: 1 }),
  "403 by the secondary limit": passing({ kind: "secondary-limit", status: 403, retryAfter: 1 }),
  "500": passing({ kind: "status", status: 500 }),
  "502": passing({ kind: "status", status: 502 }),
  "503": passing({ kind: "status", status: 503 }),
  "a reset in the middle": {
    prepare: ({ fake }) => fake.inject({ after: 2, times: 2, fault: { kind: "reset" } }),
    left: [1, 1],
  },
  "a lost reply": passing({ kind: "lost-reply" }),
  "a reply that is cut": passing({ kind: "cut-reply" }),
  "two runs that race": {
    prepare: ({ fake }) =>
      fake.inject({ method: "GET", path: /comments$/, times: 1, fault: { kind: "slow", milliseconds: 100 } }),
    environments: [{ GITHUB_RUN_NUMBER: "13" }, { GITHUB_RUN_NUMBER: "12" }],
    // The older run leaves its check run out where it sees the newer one's.
    left: [1, "one or two"],
    also: ({ fake, head }) => expect(fake.state.comments[0]?.shape.body).toContain(`head=${head} run=13 attempt=1`),
  },
  "10,000 comments on the pull request": {
    prepare: ({ fake }) => {
      for (let index = 0; index < 10_000; index++)
        fake.plantComment(7, { login: "sam", app: null, rights: {} }, `talk ${index}`);
    },
    left: [1, 1],
    also: ({ fake }) => expect(fake.requests.length).toBeLessThanOrEqual(101 + 101 + 12),
  },
  "70,000 characters of findings": {
    base: bySegment,
    change: { "models/fraud/run.facts.jsonl": slices(700) },
    left: [1, 1],
    also: ({ fake }) => {
      const body =
        fake.state.comments.find(({ shape }) => shape.user?.login === "github-actions[bot]")?.shape.body ?? "";
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length);
    },
  },
  "5,000 annotations": {
    base: bySegment,
    change: { "models/fraud/run.facts.jsonl": slices(5_000) },
    left: [1, 1],
    also: ({ fake }) => {
      expect(fake.state.checkRuns[0]?.annotations).toHaveLength(500);
      expect(fake.requests.length).toBeLessThanOrEqual(20);
    },
  },
  "a renamed branch": {
    prepare: ({ repository }) => void repository.git("branch", "-m", "main", "trunk"),
    environments: [{ GITHUB_BASE_REF: "main" }],
    left: [1, 1],
  },
  "a deleted fork": {
    who: "fork",
    payload: ({ base, head }) => ({
      number: 7,
      pull_request: {
        number: 7,
        user: null,
        head: { sha: head, ref: "change", user: null, repo: null },
        base: { sha: base, ref: "main", repo: { full_name: "acme/models" } },
      },
    }),
    left: [0, 0],
    told: [/^::notice .*pull-requests: write/, /^::notice .*checks: write/],
  },
};

/** Runs at the same time, each with a folder of its own for the runner's files. */
async function runsOf(
  stage: Stage,
  { payload = pullEvent, environments = [{}] }: Situation,
): Promise<readonly Ended[]> {
  const folders = environments.map((_, at) =>
    at === 0 ? stage.temporary : mkdtempSync(join(tmpdir(), "referee-racing-")),
  );
  try {
    return await Promise.all(
      environments.map((environment, at) =>
        runBuilt({ ...stage, temporary: folders[at] ?? stage.temporary }, { payload: payload(stage), environment }),
      ),
    );
  } finally {
    for (const folder of folders.slice(1)) rmSync(folder, { recursive: true, force: true });
  }
}

describe("the built action blocks a worse model, and says what it could not publish, in case of", () => {
  test.each(situations)(
    "%s",
    async (name) => {
      const { prepare, left, told = [], also, ...scene } = cases[name];
      const stage = await stageOf({ change: worse, ...scene });
      try {
        prepare?.(stage);
        const runs = await runsOf(stage, cases[name]);
        const { state } = stage.fake;
        for (const { status, err, out } of runs) {
          expect([status, err]).toEqual([1, ""]);
          for (const about of told) expect(out.split("\n").filter((line) => about.test(line))).toHaveLength(1);
          if (told.length === 0) expect(out).not.toMatch(/could not be published/);
          expect(out).not.toMatch(/gh[ps]_\w+SECRET/);
        }
        const own = state.comments.filter(({ shape }) => shape.body?.startsWith("<!-- model-referee"));
        const [comments, checks] = left;
        expect(own).toHaveLength(comments);
        if (checks === "one or two") expect([1, 2]).toContain(state.checkRuns.length);
        else expect(state.checkRuns).toHaveLength(checks);
        expect(state.checkRuns.every(({ shape }) => shape.conclusion === "failure")).toBe(true);
        expect(outputsOf(stage)).toMatchObject({ decision: "block", blocked: "true" });
        expect(summaryOf(stage).match(/^### /gm)).toHaveLength(1);
        also?.(stage);
      } finally {
        await stage.close();
      }
    },
    120_000,
  );
});
