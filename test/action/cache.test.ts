import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actOn, type Play } from "./acted.js";
import { fact, pullEvent, stageOf, type Stage } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const push: Play = {
  event: "push",
  payload: ({ base, head }) => ({ ref: "refs/heads/main", before: base, after: head }),
};

/** Runs twice with a cache; how many entries there are after each, and what the log said. */
async function twice(play: Play, who: "workflow" | "fork" = "workflow") {
  const stage = await stageOf({ change: worse, who });
  try {
    const entries = (): number => {
      const folder = join(stage.repository.folder, "kept");
      return existsSync(folder)
        ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".kept")).length
        : 0;
    };
    const run = async (on: Stage) => {
      const { status, log } = await actOn(on, { ...play, inputs: { cache: "kept" } });
      return { status, log, entries: entries() };
    };
    return [await run(stage), await run(stage)] as const;
  } finally {
    await stage.close();
  }
}

describe("the cache of facts", () => {
  test("is filled by a push, and read by the next", async () => {
    const [first, second] = await twice(push);
    expect([first.status, second.status]).toEqual([1, 1]);
    expect(first.entries).toBeGreaterThan(0);
    expect(second.entries).toBe(first.entries);
  });

  test.each<[string, Play, "workflow" | "fork"]>([
    ["a pull request", {}, "workflow"],
    ["a pull request of a fork", { payload: (stage) => pullEvent(stage, "kim/models") }, "fork"],
    ["a pull request with the base's rights", { event: "pull_request_target" }, "workflow"],
    [
      "a merge group",
      { event: "merge_group", payload: ({ base, head }) => ({ merge_group: { base_sha: base, head_sha: head } }) },
      "workflow",
    ],
  ])("is neither read nor written by %s, and that is said", async (_, play, who) => {
    const [first] = await twice(play, who);
    expect([first.status, first.entries]).toEqual([1, 0]);
    expect(first.log).toContain("The cache is left alone");
  });
});
