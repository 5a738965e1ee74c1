import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publish, type Publication } from "../../src/publish/publish.js";
import { writeSummary } from "../../src/publish/summary.js";
import { head, repository, settingOf, tokens, type Setting } from "./setting.js";

let setting: Setting;
beforeEach(async () => {
  setting = await settingOf();
});
afterEach(() => setting.fake.close());

const publication = (more: Partial<Publication> = {}): Publication => ({
  repository,
  pull: 7,
  checkRun: true,
  gateId: "default",
  stamp: { head, run: 1, attempt: 1 },
  decision: "block",
  title: "Block: 1 of 1 rules stops it",
  markdown: "### Block\n",
  annotations: [{ level: "failure", path: "a.json", line: 1, column: null, title: "t", message: "m" }],
  runUrl: "https://github.test/acme/models/actions/runs/9",
  graphqlUrl: `${setting.fake.url}/graphql`,
  wait: () => Promise.resolve(),
  ...more,
});
const run = async (more: Partial<Publication> = {}, token: keyof typeof tokens = "workflow") =>
  publish(await setting.forge(token), publication(more));

describe("publishing", () => {
  test("makes a check run with the annotations, and a comment", async () => {
    expect(await run()).toEqual({
      commentUrl: expect.stringContaining("#issuecomment-"),
      annotated: true,
      problems: [],
      notes: [],
    });
    expect([setting.fake.state.checkRuns.length, setting.fake.state.comments.length]).toEqual([1, 1]);
  });

  test.each([
    ["pass", "success"],
    ["warn", "neutral"],
    ["block", "failure"],
    ["undecided", "failure"],
  ] as const)("%s concludes as %s", async (decision, conclusion) => {
    await run({ decision });
    expect(setting.fake.state.checkRuns[0]?.shape.conclusion).toBe(conclusion);
  });

  test("does only what is asked for", async () => {
    await run({ pull: null, checkRun: false });
    expect(setting.fake.requests).toEqual([]);
  });

  test("with a read-only token says what to permit, and throws nothing", async () => {
    const { problems, annotated, commentUrl } = await run({}, "fork");
    expect([annotated, commentUrl]).toEqual([false, null]);
    expect(problems.map(({ mend }) => /`([^`]+)`/.exec(mend)?.[1])).toEqual([
      "permissions: { contents: read, checks: write, pull-requests: write }",
    ]);
  });

  test("with a token that is not known says so", async () => {
    setting.fake.inject({ fault: { kind: "status", status: 401, message: "Bad credentials" } });
    const { problems } = await run();
    expect(problems.map(({ mend }) => mend)).toEqual([
      "pass a valid `github-token`, such as `github-token: ${{ github.token }}`",
    ]);
  });

  test("cuts what is too long at a row, for comment and check run", async () => {
    const rows = Array.from({ length: 9000 }, (_, row) => `| ${row} | value |`).join("\n");
    const { problems } = await run({ markdown: `| a | b |\n| - | - |\n${rows}\n` });
    expect(problems).toEqual([]);
    for (const text of [
      setting.fake.state.comments[0]?.shape.body,
      setting.fake.state.checkRuns[0]?.shape.output.summary,
    ]) {
      expect(text?.length).toBeLessThan(65_536);
      expect(text).toMatch(
        /\| \d+ \| value \|\n\n_Cut here: \[the run\]\(https:\/\/github\.test\/acme\/models\/actions\/runs\/9\) has the whole report\._\n$/,
      );
    }
  });
});

describe("the job's summary", () => {
  const folder = mkdtempSync(join(tmpdir(), "referee-summary-"));
  const path = join(folder, "summary.md");
  afterEach(() => rmSync(path, { force: true }));

  test("is added to what stands there", () => {
    writeFileSync(path, "before\n");
    expect(writeSummary(path, "### Pass")).toBeNull();
    expect(readFileSync(path, "utf8")).toBe("before\n### Pass\n");
  });

  test("keeps below a mebibyte of bytes, with what stands there", () => {
    writeFileSync(path, "x".repeat(300_000));
    writeSummary(path, "| € | é |\n".repeat(200_000));
    const written = readFileSync(path);
    expect(written.length).toBeLessThan(1_048_576);
    expect(written.length).toBeGreaterThan(950_000);
    expect(written.toString("utf8")).toContain("The summary is cut here");
  });

  test("that cannot be written is a problem, not an exception", () => {
    expect(writeSummary(join(folder, "no", "such", "folder.md"), "x")).toMatchObject({ problem: "publish" });
  });
});
