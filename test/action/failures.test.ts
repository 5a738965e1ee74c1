import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fault } from "../github/faults.js";
import { attacks } from "../report/attacks.js";
import { acted, actOn, type Play } from "./acted.js";
import { fact, sound, stageOf } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const soon = Date.parse("2026-11-23T09:00:20Z") / 1000;

const faults: Readonly<Record<string, Fault>> = {
  "403 for want of a right": { kind: "status", status: 403, message: "Resource not accessible by integration" },
  "404": { kind: "status", status: 404, message: "Not Found" },
  "422": { kind: "status", status: 422, message: "Validation Failed" },
  "429 with a time": { kind: "secondary-limit", status: 429, retryAfter: 5 },
  "429 without a time": { kind: "secondary-limit", status: 429, retryAfter: null },
  "403 of the secondary limit": { kind: "secondary-limit", status: 403, retryAfter: 5 },
  "the hourly limit, which ends soon": { kind: "primary-limit", reset: soon },
  "the hourly limit, which lasts": { kind: "primary-limit", reset: soon + 3_000 },
  "500": { kind: "status", status: 500 },
  "503": { kind: "status", status: 503 },
  "a reset": { kind: "reset" },
  "a reply that is lost": { kind: "lost-reply" },
  "a reply that is cut": { kind: "cut-reply" },
};
const places = [
  ["making the check run", "POST", /check-runs$/],
  ["listing comments", "GET", /comments$/],
  ["commenting", "POST", /comments$/],
] as const;

describe.each(places)("GitHub fails at %s", (_place, method, path) => {
  describe.each(Object.entries(faults))("with %s", (_fault, fault) => {
    test.each([
      ["once", 1],
      ["always", Number.POSITIVE_INFINITY],
    ])("%s: the decision stands, nothing is there twice, and it is told once", async (_title, times) => {
      const { status, outputs, log, summary, comments, conclusions, stage } = await acted({
        change: worse,
        prepare: ({ fake }) => fake.inject({ method, path, times, fault }),
      });
      expect([status, outputs["decision"]]).toEqual([1, "block"]);
      expect([comments.length <= 1, conclusions.length <= 1]).toEqual([true, true]);
      expect(conclusions.every((conclusion) => conclusion === "failure")).toBe(true);
      expect(summary.match(/^### /gm)).toHaveLength(1);
      const told = log.split("\n").filter((line) => /^::warning .*the (?:comment|check run) could not be/.test(line));
      expect(told.length).toBeLessThanOrEqual(1);
      // What is not there was told, and what was told is not there.
      expect(comments.length + conclusions.length + told.length).toBe(2);
      expect(`${log}${summary}`).not.toContain(stage.secret);
    });
  });
});

describe("what is wrong with the run's own place is said once, with what to do", () => {
  const warned = (log: string, about: RegExp): readonly string[] => log.split("\n").filter((line) => about.test(line));

  test.each<[string, Play["environment"]]>([
    ["of another name", () => ({ GITHUB_REPOSITORY: "acme/other" })],
    ["of no form", () => ({ GITHUB_REPOSITORY: "acme" })],
    ["of none", () => ({ GITHUB_REPOSITORY: "" })],
  ])("a repository %s: the decision stands", async (_, environment) => {
    const { status, log, comments, conclusions } = await acted({
      change: worse,
      ...(environment === undefined ? {} : { environment }),
    });
    expect([status, comments, conclusions]).toEqual([1, [], []]);
    expect(warned(log, /comment/).length).toBeGreaterThan(0);
    expect(warned(log, /the comment could not be published/).length).toBeLessThanOrEqual(1);
  });

  test("a token that is not known", async () => {
    const { status, log } = await acted({ change: worse, inputs: { "github-token": "ghs_nobody" } });
    expect(status).toBe(1);
    expect(warned(log, /token/i).length).toBeGreaterThan(0);
    expect(log).not.toContain("ghs_nobody");
  });

  test("a token that may only read: what to permit, as YAML to paste", async () => {
    const { status, log, summary } = await acted({ change: worse, who: "fork" });
    expect(status).toBe(1);
    for (const right of ["checks: write", "pull-requests: write"]) {
      expect(warned(log, new RegExp(`^::(?:notice|warning) .*${right}`))).toHaveLength(1);
      expect(summary.split(right)).toHaveLength(2);
    }
  });
});

describe("two runs at once", () => {
  test.each([
    ["the newer ends last", ["12", "13"]],
    ["the older ends last", ["13", "12"]],
  ])("%s: one comment, of the newer", async (_, numbers) => {
    const stage = await stageOf({ change: worse });
    const folders = numbers.map(() => mkdtempSync(join(tmpdir(), "referee-racing-")));
    try {
      await Promise.all(
        numbers.map((number, index) =>
          actOn(
            { ...stage, temporary: folders[index] ?? stage.temporary },
            {
              environment: () => ({ GITHUB_RUN_NUMBER: number }),
              prepare: ({ fake }) =>
                fake.inject({ method: "GET", path: /comments$/, times: 1, fault: { kind: "slow", milliseconds: 50 } }),
            },
          ),
        ),
      );
      const bodies = stage.fake.state.comments.map(({ shape }) => shape.body ?? "");
      expect(bodies.map((body) => body.split("\n")[1])).toEqual([
        `<!-- model-referee head=${stage.head} run=13 attempt=1 -->`,
      ]);
    } finally {
      await stage.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("among 10,000 comments of others", () => {
  test("the gate finds its own again, for a page for each hundred", async () => {
    const stage = await stageOf({ change: worse });
    try {
      const talker = { login: "sam", app: null, rights: {} };
      for (let index = 0; index < 5_000; index++) stage.fake.plantComment(7, talker, `talk ${index}`);
      await actOn(stage, {});
      for (let index = 0; index < 5_000; index++) stage.fake.plantComment(7, talker, `more ${index}`);
      const before = stage.fake.requests.length;
      const { status, outputs } = await actOn(stage, { environment: () => ({ GITHUB_RUN_NUMBER: "13" }) });
      const own = stage.fake.state.comments.filter(({ shape }) => shape.body?.startsWith("<!-- model-referee"));
      expect([status, own.length]).toEqual([1, 1]);
      expect(outputs["comment-url"]).toMatch(/#issuecomment-\d+$/);
      expect(stage.fake.requests.length - before).toBeLessThanOrEqual(101 + 12);
    } finally {
      await stage.close();
    }
  }, 120_000);
});

describe("hostile names through the whole action", () => {
  test("come into no output, and act in none of what is published", async () => {
    const chosen = attacks.slice(0, 60).map((attack) => attack.slice(0, 200));
    const evidence = chosen
      .map((attack) => fact(attack, 0.1, { slice: { region: attack }, dataset: attack }))
      .join("")
      .concat(fact("recall", 0.5));
    const { status, outputs, log } = await acted({
      base: {
        ...sound,
        "policies/gate.yaml":
          "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n  each: { metric: recall, for-each: [region], at-least: 80% }\n",
      },
      change: {
        "models/fraud/run.facts.jsonl": evidence,
        "models/::set-output name=x::y @kim/run.facts.jsonl": evidence,
      },
    });
    expect([status, outputs["decision"]]).toEqual([1, "block"]);
    for (const value of Object.values(outputs)) expect(value).toMatch(/^[\w./:#-]*$/);
    for (const line of log.split("\n"))
      expect(line).not.toMatch(/^\s*::(?!(?:error|warning|notice)[ :])|##\[|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
  }, 60_000);
});
