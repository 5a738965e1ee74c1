import { describe, expect, test } from "vitest";
import { actOn, type Acted, type Play } from "./acted.js";
import { fact, stageOf, type Stage } from "./stage.js";

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };

interface Merge {
  readonly change?: Play["change"];
  readonly by?: string;
  /** How the change reached the branch. */
  readonly way?: "merge" | "squash";
  readonly prepare?: (stage: Stage) => void;
  readonly event?: string;
}

/** The gate judges a pull request; somebody merges it all the same; the push that follows is judged. */
async function merged({ change = worse, by = "boss", way = "merge", prepare, event = "push" }: Merge): Promise<Acted> {
  const stage = await stageOf({ change });
  try {
    await actOn(stage, {});
    const { repository, fake } = stage;
    repository.git("checkout", "-q", "main");
    if (way === "merge") repository.git("merge", "-q", "--no-ff", "-m", "merge", "change");
    else {
      repository.git("merge", "-q", "--squash", "change");
      repository.git("commit", "-q", "-m", "squashed");
    }
    const commit = repository.git("rev-parse", "HEAD");
    const pulls = fake.state.seed.pulls?.map((pull) => ({ ...pull, merged: { by, commit } }));
    Object.assign(fake.state, {
      seed: { ...fake.state.seed, pulls, commits: [...(fake.state.seed.commits ?? []), { sha: commit }] },
    });
    prepare?.(stage);
    return await actOn(stage, {
      event,
      payload: () => ({ ref: "refs/heads/main", before: stage.base, after: commit }),
      environment: () => ({ GITHUB_SHA: commit }),
    });
  } finally {
    await stage.close();
  }
}

describe("a merge over a block", () => {
  test.each(["merge", "squash"] as const)(
    "by %s is found on the push that follows, and recorded: what, by whom",
    async (way) => {
      const { summary, stage } = await merged({ way });
      expect(summary).toContain("Pull request 7 was merged over its check by ＠boss: Block: ");
      expect(stage.fake.state.checkRuns.at(-1)?.shape.output.summary).toContain("merged over its check");
    },
  );

  test("is not said of a change that passed", async () => {
    const { summary } = await merged({ change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) } });
    expect(summary).not.toContain("merged over");
  });

  test("is said of one that was undecided", async () => {
    const { summary } = await merged({ change: { "models/fraud/run.facts.jsonl": fact("precision", 0.9) } });
    expect(summary).toContain("merged over its check by ＠boss: Undecided: ");
  });

  test("is not believed of a check that a person or another gate made", async () => {
    const { summary } = await merged({
      change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) },
      prepare: ({ fake }) => {
        const run = fake.state.checkRuns[0];
        if (run !== undefined)
          fake.state.checkRuns.push({ ...run, shape: { ...run.shape, id: 999, name: "other", conclusion: "failure" } });
      },
    });
    expect(summary).not.toContain("merged over");
  });

  test("that cannot be asked about is said, and decides nothing", async () => {
    const { log, status } = await merged({
      change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) },
      prepare: ({ fake }) =>
        fake.inject({
          path: /\/pulls$/,
          fault: { kind: "status", status: 403, message: "Resource not accessible by integration" },
        }),
    });
    expect(status).toBe(0);
    expect(log).toContain("pull-requests: read");
  });

  test("is not looked for on other events", async () => {
    const { stage } = await merged({ event: "workflow_dispatch" });
    expect(stage.fake.requests.some(({ path }) => path.endsWith("/pulls"))).toBe(false);
  });
});
