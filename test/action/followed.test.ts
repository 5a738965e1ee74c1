import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { actOn, type Acted, type Play } from "./acted.js";
import { fact, pullEvent, stageOf, type Stage } from "./stage.js";
import { attacks } from "../report/attacks.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

/** A fork's run with a token that only reads, then the run that follows it with one that may write. */
async function followed(
  change: (report: string) => string = (report) => report,
  run: object = {},
  play: Play = {},
): Promise<readonly [Acted, Acted]> {
  const playing = await stageOf({ change: worse, who: "fork", ...play });
  stage = playing;
  const first = await actOn(playing, { payload: () => pullEvent(playing, "kim/models") });
  const report = change(readFileSync(first.outputs["report-json"] ?? "", "utf8"));
  const folder = playing.repository.folder;
  writeFileSync(join(folder, "report.json"), report);
  const trusted = { ...playing, secret: "ghs_0123456789abcdefghijSECRET" };
  const second = await actOn(trusted, {
    event: "workflow_run",
    payload: () => ({
      workflow_run: {
        id: 899,
        run_number: 12,
        run_attempt: 1,
        head_sha: playing.head,
        head_branch: "change",
        head_repository: { full_name: "kim/models" },
        event: "pull_request",
        pull_requests: [],
        ...run,
      },
    }),
    inputs: { report: "report.json" },
  });
  return [first, second];
}

const errors = (log: string): readonly string[] => log.split("\n").filter((line) => line.startsWith("::error"));

describe("a run that follows a fork's", () => {
  test("comments on its pull request what the fork's run found, and decides nothing", async () => {
    const [first, second] = await followed();
    expect([first.status, first.comments.length]).toEqual([1, 0]);
    expect([second.status, second.comments.length, second.conclusions]).toEqual([0, 1, []]);
    expect(second.comments[0]?.split("\n").slice(0, 2)).toEqual([
      "<!-- model-referee:default:v1 -->",
      `<!-- model-referee head=${stage?.head ?? ""} run=12 attempt=1 -->`,
    ]);
    expect(second.comments[0]).toContain("🟥 Block: fraud");
    expect(second.comments[0]).toContain("actions/runs/899#artifacts");
    expect(second.outputs).toMatchObject({ decision: "block", blocked: "true" });
  });

  test("keeps that one comment up to date", async () => {
    await followed();
    if (stage === undefined) throw new Error("no stage");
    const trusted = { ...stage, secret: "ghs_0123456789abcdefghijSECRET" };
    const later = await actOn(trusted, {
      event: "workflow_run",
      payload: ({ head }) => ({ workflow_run: { id: 901, run_number: 13, head_sha: head, head_branch: "change" } }),
      inputs: { report: "report.json" },
    });
    expect(later.comments).toHaveLength(1);
    expect(later.comments[0]).toContain("run=13");
  });

  test.each<[string, (report: string) => string, RegExp]>([
    ["cut short", (report) => report.slice(0, 300), /no report of model-referee: it is not JSON/],
    ["of another shape", () => '{"decision": "pass"}', /no report of model-referee/],
    ["with one field more", (report) => report.replace("{", '{"pull_request": 1,'), /pull_request is not known/],
    [
      "of another commit",
      (report) => report.replace(/"head": "[0-9a-f]+"/, `"head": "${"e".repeat(40)}"`),
      /another commit/,
    ],
  ])("refuses a report that is %s, and says so once", async (_, change, why) => {
    const [, second] = await followed(change);
    expect([second.status, second.comments]).toEqual([3, []]);
    expect(errors(second.log)).toEqual([expect.stringMatching(why)]);
  });

  test("never asks the report which pull request it is of", async () => {
    const [, second] = await followed(undefined, {
      head_branch: "other",
      head_repository: { full_name: "eve/models" },
    });
    // By its commit the pull request is found all the same.
    expect(second.comments).toHaveLength(1);
    await stage?.close();
    const moved: Play = { pull: { head: { sha: "e".repeat(40), ref: "change", fork: "kim/models" } } };
    const [, gone] = await followed(undefined, {}, moved);
    expect([gone.status, gone.comments]).toEqual([0, []]);
    expect(gone.log).toContain("there is nothing to comment on");
  });

  test("of a fork that is gone is found by its commit", async () => {
    const [, second] = await followed(undefined, { head_repository: null });
    expect(second.comments).toHaveLength(1);
  });

  test("shows forged texts and lets none act", async () => {
    await followed();
    if (stage === undefined) throw new Error("no stage");
    const trusted = { ...stage, secret: "ghs_0123456789abcdefghijSECRET" };
    const path = join(stage.repository.folder, "report.json");
    const report: unknown = JSON.parse(readFileSync(path, "utf8"));
    const chosen = new Set(["message", "mend", "reason", "subject", "name", "version", "model", "stage", "path"]);
    let run = 20;
    for (const attack of attacks.filter((text) => text.trim() !== "" && text.length < 1000)) {
      const forged = JSON.stringify(report, (key, inner: unknown) =>
        typeof inner === "string" && inner !== "model-referee" && chosen.has(key) ? attack : inner,
      );
      writeFileSync(path, forged);
      run += 1;
      const told = await actOn(trusted, {
        event: "workflow_run",
        payload: ({ head }) => ({ workflow_run: { id: run, run_number: run, head_sha: head, head_branch: "change" } }),
        inputs: { report: "report.json" },
      });
      const seen = (told.comments[0] ?? "")
        .split("\n")
        .slice(2)
        .join("\n")
        .replace(/`[^`\n]*`/g, "");
      expect([told.comments.length, told.comments[0]?.includes(`run=${run} `)]).toEqual([1, true]);
      expect(seen).not.toMatch(/@(?:everyone|octocat|acme)|&#(?:x?0*(?:40|64));|&commat|\u202E|\u001B|\u0000/i);
      expect(seen).not.toMatch(/(?<!\\)<(?:img|script|https)|(?<!\\)!\[|\]\((?!https:\/\/github\.test\/)/);
      expect(seen.match(/<\/details>/g)?.length ?? 0).toBe(seen.match(/<details>/g)?.length ?? 0);
    }
  }, 120_000);

  test("is the only kind of run that takes a report", async () => {
    stage = await stageOf({ change: worse });
    const run = await actOn(stage, { inputs: { report: "report.json" } });
    expect(run.status).toBe(3);
    expect(run.log).toContain("run it on `workflow_run`".replaceAll("`", "`"));
  });

  test("without a token, or without the right to comment, says so", async () => {
    stage = await stageOf({ change: worse, who: "fork" });
    const first = await actOn(stage, {});
    writeFileSync(join(stage.repository.folder, "report.json"), readFileSync(first.outputs["report-json"] ?? ""));
    const play: Play = {
      event: "workflow_run",
      payload: ({ head }) => ({
        workflow_run: { id: 1, head_sha: head, head_branch: "change", head_repository: { full_name: "kim/models" } },
      }),
      inputs: { report: "report.json" },
    };
    const refused = await actOn(stage, play);
    expect(refused.status).toBe(3);
    expect(refused.log).toContain("pull-requests: write");
    const nameless = await actOn(stage, { ...play, inputs: { report: "report.json", "github-token": "" } });
    expect([nameless.status, nameless.comments]).toEqual([0, []]);
  });
});
