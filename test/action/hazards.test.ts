import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acted, actOn, type Play } from "./acted.js";
import { fact, pullEvent, sound, stageOf } from "./stage.js";

const slices = (count: number, value: number): string =>
  Array.from({ length: count }, (_, index) => fact("recall", value, { slice: { segment: `s${index}` } })).join("");
const bySegment = {
  ...sound,
  "policies/gate.yaml":
    "policy: gate\nrules:\n  each: { metric: recall, for-each: [segment], at-least: 80%, message: needs a person to look at it }\n",
};
const requests = (stage: { readonly fake: { readonly requests: readonly unknown[] } }): number =>
  stage.fake.requests.length;

describe("more than GitHub takes", () => {
  test("5,000 findings: the worst annotations, a comment and a check within their limits, few requests", async () => {
    const change = { "models/fraud/run.facts.jsonl": slices(5000, 0.1) };
    const { status, stage, comments, outputs } = await acted({ base: bySegment, change });
    const [check] = stage.fake.state.checkRuns;
    expect([status, outputs["findings"]]).toEqual([1, "5000"]);
    expect(check?.annotations).toHaveLength(500);
    expect(check?.shape.output.summary?.length).toBeLessThanOrEqual(65_535);
    expect(comments[0]?.length).toBeLessThanOrEqual(65_536);
    expect(requests(stage)).toBeLessThanOrEqual(20);
  }, 60_000);

  test("70,000 characters of findings: the comment is cut between rows, everything is closed, and the run is named", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, model) => [
        `models/m${model}/run.facts.jsonl`,
        Array.from({ length: 40 }, (__, index) => fact(`metric_${model}_${index}_${"x".repeat(90)}`, 0.1)).join(""),
      ]),
    );
    const names = Array.from({ length: 12 }, (_, model) =>
      Array.from({ length: 40 }, (__, index) => `metric_${model}_${index}_${"x".repeat(90)}`),
    ).flat();
    const policy = `policy: gate\nrules:\n${names.map((name, index) => `  r${index}: { metric: ${name}, at-least: 80%, applies: { models: [m${Math.floor(index / 40)}] } }`).join("\n")}\n`;
    const { comments, stage } = await acted({ base: { ...sound, "policies/gate.yaml": policy }, change: many });
    const [comment = ""] = comments;
    expect(comment.length).toBeGreaterThan(60_000);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain("the run");
    expect(comment.match(/<details>/g)?.length ?? 0).toBe(comment.match(/<\/details>/g)?.length ?? 0);
    expect(
      comment
        .split("\n")
        .filter((line) => line.startsWith("| metric"))
        .every((line) => line.endsWith("|")),
    ).toBe(true);
    expect(stage.fake.state.checkRuns[0]?.shape.output.summary?.length).toBeLessThanOrEqual(65_535);
  }, 60_000);
});

describe("few requests", () => {
  const policy =
    'policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n  signed: { approval: 1, from: ["@acme/model-risk"], not-by: last-pusher }\n';
  test("a typical pull request costs at most 12, the first time and the next", async () => {
    const stage = await stageOf({
      base: { ...sound, "policies/gate.yaml": policy },
      change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) },
      who: "person",
      pull: { reviews: [{ login: "lee", state: "APPROVED", commit: "c".repeat(40) }] },
      seed: { teams: { "acme/model-risk": { lee: "active" } }, collaborators: { lee: "write" }, pushes: [] },
    });
    try {
      const synchronized = { ...pullEvent(stage), action: "synchronize", sender: { login: "kim" } };
      await actOn(stage, { payload: () => synchronized });
      const first = requests(stage);
      await actOn(stage, { payload: () => synchronized, environment: () => ({ GITHUB_RUN_NUMBER: "13" }) });
      expect(first).toBeLessThanOrEqual(12);
      expect(requests(stage) - first).toBeLessThanOrEqual(12);
    } finally {
      await stage.close();
    }
  });

  test("1,000 models cost at most 60", async () => {
    const fleet = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`models/m${index}/run.facts.jsonl`, fact("recall", 0.5)]),
    );
    const { stage, outputs, comments } = await acted({ base: sound, change: fleet });
    expect(outputs["models"]).toBe("1000");
    expect(requests(stage)).toBeLessThanOrEqual(60);
    expect(comments[0]?.length).toBeLessThanOrEqual(65_536);
  }, 120_000);
});

describe("few processes", () => {
  test("a pull request asks git at most 12 times", async () => {
    const folder = mkdtempSync(join(tmpdir(), "referee-git-"));
    const log = join(folder, "log");
    const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    writeFileSync(join(folder, "git"), `#!/bin/sh\necho x >> '${log}'\nexec '${real}' "$@"\n`, { mode: 0o755 });
    try {
      const { status } = await acted({
        change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) },
        environment: () => ({ PATH: `${folder}:${process.env["PATH"] ?? ""}` }),
      });
      const asked = readFileSync(log, "utf8").trim().split("\n").length;
      expect(status).toBe(0);
      expect(asked).toBeGreaterThan(3);
      expect(asked).toBeLessThanOrEqual(12);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("what changes under a run", () => {
  const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
  test("the base's branch is renamed: its commit is still there", async () => {
    const { status, comments } = await acted({
      change: worse,
      prepare: ({ repository }) => void repository.git("branch", "-m", "main", "trunk"),
      environment: () => ({ GITHUB_BASE_REF: "main" }),
    });
    expect([status, comments.length]).toEqual([1, 1]);
  });

  test("the fork is deleted: its change is judged all the same", async () => {
    const { status, log } = await acted({
      change: worse,
      who: "fork",
      payload: ({ base, head }) => ({
        number: 7,
        pull_request: {
          number: 7,
          head: { sha: head, ref: "change", repo: null },
          base: { sha: base, ref: "main", repo: { full_name: "acme/models" } },
        },
      }),
    });
    expect(status).toBe(1);
    expect(log).toMatch(/^::notice .*pull-requests: write/m);
  });

  test.each<[string, Play["prepare"]]>([
    [
      "the conversation is locked",
      ({ fake }) =>
        fake.inject({
          path: /comments$/,
          method: "POST",
          fault: { kind: "status", status: 403, message: "Unable to create comment because issue is locked." },
        }),
    ],
    [
      "the pull request is gone",
      ({ fake }) => fake.inject({ path: /comments$/, fault: { kind: "status", status: 404, message: "Not Found" } }),
    ],
    [
      "GitHub refuses the text",
      ({ fake }) =>
        fake.inject({
          path: /comments$/,
          method: "POST",
          fault: { kind: "status", status: 422, message: "Validation Failed" },
        }),
    ],
    [
      "GitHub asks to wait a minute",
      ({ fake }) => fake.inject({ times: 1, fault: { kind: "secondary-limit", status: 429, retryAfter: 60 } }),
    ],
    [
      "GitHub asks to wait without saying how long",
      ({ fake }) => fake.inject({ times: 1, fault: { kind: "secondary-limit", status: 403, retryAfter: null } }),
    ],
    [
      "the connection is reset in the middle",
      ({ fake }) => fake.inject({ after: 2, times: 2, fault: { kind: "reset" } }),
    ],
  ])("%s: the decision stands, once", async (_, prepare) => {
    const { status, outputs, summary } = await acted({ change: worse, ...(prepare === undefined ? {} : { prepare }) });
    expect([status, outputs["decision"]]).toEqual([1, "block"]);
    expect(summary.match(/^### /gm)).toHaveLength(1);
  });

  test("a draft is judged as any other", async () => {
    const { status } = await acted({ change: worse, pull: { draft: true } });
    expect(status).toBe(1);
  });

  test("an approval in a file of the change is no approval", async () => {
    const { status } = await acted({
      base: { ...sound, "policies/gate.yaml": "policy: gate\nrules:\n  signed: { approval: 1 }\n" },
      change: {
        "models/fraud/sign-off.facts.jsonl": `${JSON.stringify({ kind: "approval", by: "@boss", state: "approved" })}\n`,
      },
    });
    expect(status).toBe(2);
  });

  test("a model outside of every `applies` on the head is judged by where the base has it", async () => {
    const policy =
      "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80%, applies: { risk: [high], stages: [production] } }\n";
    const models = (more: string): string =>
      `policies: [policies/gate.yaml]\nmodels: [{ name: fraud, path: models/fraud, ${more} }]\n`;
    const { status } = await acted({
      base: { ...sound, "policies/gate.yaml": policy, "referee.yaml": models("risk: high, stage: production") },
      change: { ...worse, "referee.yaml": models("risk: low, stage: development") },
    });
    expect(status).toBe(1);
  });
});
