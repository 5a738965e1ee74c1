import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { acted, actOn, type Play } from "./acted.js";
import { fact, pullEvent, sound, stageOf } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": `${fact("precision", 0.9)}${fact("recall", 0.5)}` };
const commands = (log: string): readonly string[] => log.split("\n").filter((line) => line.startsWith("::"));

describe("what a run publishes", () => {
  test("is one comment, one check run with an annotation on the number's own line, a summary and outputs", async () => {
    const { comments, stage, summary, outputs, log } = await acted({ change: worse });
    expect(comments).toHaveLength(1);
    expect(comments[0]?.split("\n").slice(0, 3)).toEqual([
      "<!-- model-referee:default:v1 -->",
      `<!-- model-referee head=${stage.head} run=12 attempt=1 -->`,
      expect.stringMatching(/^### 🟥 Block: fraud/),
    ]);
    expect(comments[0]).toContain(
      `https://github.test/acme/models/blob/${stage.head}/models/fraud/run.facts.jsonl?plain=1#L2`,
    );
    const [check] = stage.fake.state.checkRuns;
    expect(check?.shape).toMatchObject({ name: "model-referee", head_sha: stage.head, conclusion: "failure" });
    expect(check?.annotations).toMatchObject([
      { path: "models/fraud/run.facts.jsonl", start_line: 2, annotation_level: "failure" },
    ]);
    expect(commands(log)).toEqual([]);
    expect(summary).toContain("Block: fraud");
    expect(outputs).toMatchObject({ decision: "block", blocked: "true", models: "1", findings: "1" });
    expect(outputs["comment-url"]).toMatch(/^https:\/\/github\.test\/acme\/models\/pull\/7#issuecomment-\d+$/);
  });

  test("is kept up to date by the next run", async () => {
    const stage = await stageOf({ change: worse });
    await actOn(stage, {});
    stage.repository.commit({ "models/fraud/run.facts.jsonl": fact("recall", 0.95) });
    const next = { ...stage, head: stage.base };
    const second = await actOn(next, {
      environment: () => ({ GITHUB_RUN_NUMBER: "13" }),
      payload: () => pullEvent(next),
    });
    await stage.close();
    expect(second.comments).toHaveLength(1);
    expect(second.comments[0]).toContain("🟩 Pass");
  });

  test("of two gates is apart", async () => {
    const stage = await stageOf({ change: worse });
    for (const gate of ["promotion", "nightly"]) await actOn(stage, { inputs: { "gate-id": gate } });
    const markers = stage.fake.state.comments.map(({ shape }) => shape.body?.split("\n")[0]);
    const names = stage.fake.state.checkRuns.map(({ shape }) => shape.name);
    await stage.close();
    expect(markers).toEqual(["<!-- model-referee:promotion:v1 -->", "<!-- model-referee:nightly:v1 -->"]);
    expect(names).toEqual(["model-referee promotion", "model-referee nightly"]);
  });

  test("is only what is asked for", async () => {
    const inputs = { comment: "false", "check-run": "false", annotations: "false", summary: "false" };
    const { status, stage, summary, log } = await acted({ change: worse, inputs });
    expect([status, stage.fake.requests, summary, commands(log)]).toEqual([1, [], "", []]);
  });

  test("includes the report as a file, whole", async () => {
    const stage = await stageOf({ change: worse });
    const { outputs } = await actOn(stage, {});
    const path = outputs["report-json"] ?? "";
    const written: unknown = JSON.parse(readFileSync(path, "utf8"));
    const leftOver = existsSync(`${path}.part`);
    await stage.close();
    expect(written).toMatchObject({ decision: "block", event: "pull_request", head: stage.head });
    expect([path.startsWith(stage.temporary), leftOver]).toEqual([true, false]);
  });
});

describe("a failure to publish is told and decides nothing", () => {
  test("a fork's read-only token: annotations by the log, the summary, a notice", async () => {
    const { status, comments, conclusions, log, summary, outputs } = await acted({
      change: worse,
      who: "fork",
      payload: (stage) => pullEvent(stage, "kim/models"),
    });
    expect([status, comments, conclusions, outputs["comment-url"]]).toEqual([1, [], [], ""]);
    expect(commands(log)).toEqual([
      expect.stringMatching(/^::error file=models\/fraud\/run\.facts\.jsonl,line=2,.*title=recall-floor%3A not met::/),
      expect.stringMatching(/^::notice .*`permissions: \{ contents: read, checks: write, pull-requests: write \}`/),
    ]);
    expect(summary).toContain("Block: fraud");
    expect(summary).toContain("the check run and the comment could not be published");
    expect(summary).toContain("`permissions: { contents: read, checks: write, pull-requests: write }`");
  });

  const faults: readonly [string, Play["prepare"]][] = [
    ["GitHub is down", ({ fake }) => fake.inject({ fault: { kind: "status", status: 503 } })],
    ["every connection breaks", ({ fake }) => fake.inject({ fault: { kind: "reset" } })],
    [
      "the hourly limit is used up for long",
      ({ fake }) => fake.inject({ fault: { kind: "primary-limit", reset: 4_000_000_000 } }),
    ],
    [
      "the token is not known",
      ({ fake }) => fake.inject({ fault: { kind: "status", status: 401, message: "Bad credentials" } }),
    ],
    ["replies are cut", ({ fake }) => fake.inject({ fault: { kind: "cut-reply" } })],
  ];
  test.each(faults)("%s", async (_, prepare) => {
    for (const [change, expected] of [
      [worse, 1],
      [{ "models/fraud/run.facts.jsonl": fact("recall", 0.9, { n: 3 }) }, 0],
    ] as const) {
      const play: Play = { change, ...(prepare === undefined ? {} : { prepare }) };
      const { status, log, summary, outputs } = await acted(play);
      expect([status, outputs["decision"]]).toEqual([expected, expected === 1 ? "block" : "pass"]);
      expect(log).toMatch(/^::warning title=model-referee::the (?:check run and the )?comment could not be published/m);
      expect(summary).toContain("could not be published");
    }
  });

  test("no token at all", async () => {
    const { status, log, stage } = await acted({ change: worse, inputs: { "github-token": "" } });
    expect([status, stage.fake.requests]).toEqual([1, []]);
    expect(log).toContain("::error file=models/fraud/run.facts.jsonl");
  });

  test("nowhere to write the summary or the report", async () => {
    const { status, log } = await acted({
      change: worse,
      environment: () => ({ GITHUB_STEP_SUMMARY: "/nowhere/summary", RUNNER_TEMP: "/dev/null" }),
    });
    expect(status).toBe(1);
    expect(commands(log).filter((line) => line.startsWith("::warning"))).toHaveLength(2);
  });
});

describe("a stranger's evidence", () => {
  const name =
    "::error::forged\n::set-output name=x::y @octocat &#64;octocat #1 <img src=x> ![i](https:evil) \u202Eabc";
  const change = {
    [`models/${name}/run.facts.jsonl`]: fact("recall", 0.5),
    "models/fraud/run.facts.jsonl": fact("recall", 0.4, { slice: { region: `${name} https://evil.test/x` } }),
  };

  test("shows in comment, check, summary and log, and does nothing there", async () => {
    const policy =
      "policy: gate\nrules:\n  each: { metric: recall, for-each: [region], at-least: 80% }\n  whole: { metric: recall, at-least: 80% }\n";
    const { comments, summary, log, stage, outputs } = await acted({
      base: { ...sound, "policies/gate.yaml": policy },
      change,
    });
    const texts = [comments[0] ?? "", summary, stage.fake.state.checkRuns[0]?.shape.output.summary ?? ""];
    expect(texts.every((text) => text.includes("octocat") && text.includes("evil.test"))).toBe(true);
    for (const text of texts) {
      expect(text).not.toMatch(/@octocat|\u202E/);
      const outsideCode = text.replace(/`[^`\n]*`/g, "");
      expect(outsideCode).not.toMatch(/&#64;|&commat;|(?<!\\)<img|(?<!\\)!\[|https:\/\/evil|(?<![\w&])#1\b/);
    }
    expect(commands(log)).toEqual([]);
    expect(Object.values(outputs).join("\n")).not.toContain("octocat");
  });

  test("does nothing in workflow commands either", async () => {
    const { log } = await acted({ change, inputs: { "check-run": "false" } });
    const form = /^::(?:error|warning) (?:file=[^,:\n]+,line=\d+,(?:col=\d+,)?)?title=[^,:\n]+::(?!.*%0A::)/;
    expect(commands(log).length).toBeGreaterThan(1);
    expect(commands(log).filter((line) => !form.test(line))).toEqual([]);
  });
});

test("the token is seen nowhere", async () => {
  const stage = await stageOf({ change: worse });
  const run = await actOn(stage, {});
  const report = readFileSync(run.outputs["report-json"] ?? "", "utf8");
  await stage.close();
  const everything = [run.log, run.summary, report, JSON.stringify(run.outputs), JSON.stringify(stage.fake.requests)];
  expect(stage.fake.requests.every(({ login }) => login === "github-actions[bot]")).toBe(true);
  expect(everything.join("\n")).not.toContain(stage.secret);
});

describe("approvals", () => {
  const policy = (rule: string): NonNullable<Play["base"]> => ({
    ...sound,
    "policies/gate.yaml": `policy: gate\nrules:\n  signed-off: { approval: 1${rule} }\n`,
  });
  const change = { "models/fraud/notes.md": "x\n" };
  const seed = {
    teams: { "acme/model-risk": { lee: "active" } },
    collaborators: { lee: "write", sam: "read", kim: "admin" },
  } as const;
  const reviews = (
    ...states: readonly [string, "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED"][]
  ): NonNullable<Play["pull"]> => ({
    reviews: states.map(([login, state]) => ({ login, state, commit: "c".repeat(40) })),
  });

  test.each<[string, string, NonNullable<Play["pull"]>, number, NonNullable<Play["who"]>]>([
    ["a reviewer who may write", "", reviews(["lee", "APPROVED"]), 0, "workflow"],
    ["nobody", "", reviews(), 2, "workflow"],
    ["a reviewer who may only read", "", reviews(["sam", "APPROVED"]), 2, "workflow"],
    ["the author", "", reviews(["kim", "APPROVED"]), 2, "workflow"],
    ["a bot", "", reviews(["helper[bot]", "APPROVED"]), 2, "workflow"],
    ["one who commented after", "", reviews(["lee", "APPROVED"], ["lee", "COMMENTED"]), 0, "workflow"],
    ["one who then asked for changes", "", reviews(["lee", "APPROVED"], ["lee", "CHANGES_REQUESTED"]), 2, "workflow"],
    ["one whose last word was dismissed", "", reviews(["lee", "APPROVED"], ["lee", "DISMISSED"]), 2, "workflow"],
    [
      "a member of the team, seen by a token that may",
      ', from: ["@acme/model-risk"]',
      reviews(["lee", "APPROVED"]),
      0,
      "person",
    ],
    ["a member of the team, unseen", ', from: ["@acme/model-risk"]', reviews(["lee", "APPROVED"]), 2, "workflow"],
    [
      "a person who is named beside an unseen team",
      ', from: ["@acme/model-risk", "@lee"]',
      reviews(["lee", "APPROVED"]),
      0,
      "workflow",
    ],
  ])("of %s", async (_, rule, pull, expected, who) => {
    expect((await acted({ base: policy(rule), change, seed, who, pull })).status).toBe(expected);
  });

  test("that cannot be read are a problem, and nobody has approved", async () => {
    const { status, comments } = await acted({
      base: policy(""),
      change,
      seed,
      pull: reviews(["lee", "APPROVED"]),
      prepare: ({ fake }) =>
        fake.inject({
          path: /reviews$/,
          fault: { kind: "status", status: 403, message: "Resource not accessible by integration" },
        }),
    });
    expect(status).toBe(2);
    expect(comments[0]).toContain("reviews of the pull request could not be read");
  });

  test("are not asked for where no rule wants them", async () => {
    const { stage } = await acted({ change, pull: reviews(["lee", "APPROVED"]) });
    expect(stage.fake.requests.some(({ path }) => path.endsWith("/reviews"))).toBe(false);
  });
});
