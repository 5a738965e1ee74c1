import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backtest } from "../../src/commands/backtest.js";
import { createRepository, type Repository } from "../git/repository.js";
import { ranIn } from "./ran.js";

const policy = `policy: gate
confidence: none
rules:
  recall-floor: { metric: recall, at-least: 80% }
  signed-off: { approval: 1 }
`;

const fact = (value: number, trials: number | null): string =>
  `${JSON.stringify({ kind: "measurement", metric: "recall", value, ...(trials === null ? {} : { n: trials, trials }) })}\n`;

/** Fifty changes: what each does to the model, and whether the policy of today stops it. */
interface Change {
  readonly name: string;
  readonly recall: number | null;
  readonly trials: number | null;
  readonly stops: "block" | "undecided" | null;
  readonly noise: boolean | null;
  /** Values on the way of a branch of its own, by somebody else, before it is merged. */
  readonly branch?: readonly number[];
}

const sound = (index: number): Change => ({
  name: `sound ${index}`,
  recall: 0.85 + (index % 5) / 100,
  trials: 10_000,
  stops: null,
  noise: null,
});

const special: Readonly<Record<number, Change>> = {
  7: { name: "far below", recall: 0.6, trials: 10_000, stops: "block", noise: false },
  8: { name: "still far below: on the base already", recall: 0.6, trials: 10_000, stops: null, noise: null },
  15: { name: "just below, few rows", recall: 0.75, trials: 40, stops: "block", noise: true },
  23: { name: "just below, bare value", recall: 0.79, trials: null, stops: "block", noise: null },
  31: { name: "the metric is gone", recall: null, trials: null, stops: "undecided", noise: null },
  26: { ...sound(26), name: "a branch that mended itself before it was merged", branch: [0.4, 0.5] },
  36: {
    name: "a branch that was merged far below",
    recall: 0.5,
    trials: 10_000,
    stops: "block",
    noise: false,
    branch: [0.9],
  },
  40: { name: "just below, many rows", recall: 0.79, trials: 100_000, stops: "block", noise: false },
};

const changes: readonly Change[] = Array.from({ length: 50 }, (_, index) => special[index] ?? sound(index));

describe("backtest over a history of fifty changes", () => {
  let repository: Repository;
  const commits: string[] = [];

  beforeAll(() => {
    repository = createRepository();
    repository.commit({ "models/fraud/run.facts.jsonl": fact(0.9, 10_000), "README.txt": "start" });
    repository.git("tag", "v1.0");
    changes.forEach((change, index) => {
      const text =
        change.recall === null
          ? '{"kind":"measurement","metric":"precision","value":0.9}\n'
          : fact(change.recall, change.trials);
      if (change.branch !== undefined) {
        repository.git("checkout", "-q", "-b", `branch-${index}`);
        for (const recall of change.branch) {
          repository.write({ "models/fraud/run.facts.jsonl": fact(recall, 10_000) });
          repository.git("commit", "-q", "-a", "--author=lee <lee@example.test>", "-m", `on the way to ${change.name}`);
        }
        repository.commit({ "models/fraud/run.facts.jsonl": text }, "the last of the branch");
        repository.git("checkout", "-q", "main");
        repository.git("merge", "-q", "--no-ff", `branch-${index}`, "-m", change.name);
        commits.push(repository.git("rev-parse", "HEAD"));
        return;
      }
      const content = index % 10 === 9 ? { "notes.txt": `${index}` } : { "models/fraud/run.facts.jsonl": text };
      const reviewed = index === 3 ? "\n\nReviewed-by: Ana <ana@example.test>" : "";
      commits.push(repository.commit(content, `${change.name}${reviewed}`));
    });
    repository.write({ "gate.yaml": policy });
  });
  afterAll(() => repository.remove());

  const expected = changes.flatMap((change, index) => (change.stops === null ? [] : [{ ...change, index }]));

  test("names the right ones, and those within noise", async () => {
    const { status, out } = await ranIn(
      repository.folder,
      backtest,
      "--policy",
      "gate.yaml",
      "--since",
      "v1.0",
      "--format",
      "json",
    );
    expect(status).toBe(0);
    const result: unknown = JSON.parse(out);
    expect(result).toMatchObject({
      since: "v1.0",
      changes: 50,
      merges: 2,
      brought: 5,
      left: ["gate/signed-off"],
      alone: commits.filter((_, index) => index !== 3),
      stopped: expected.map(({ name, stops, noise, index }) => ({
        commit: commits[index],
        subject: name,
        decision: stops,
        within_noise: noise === true,
        findings: [{ rule: "recall-floor", within_noise: noise }],
      })),
    });
    expect(result).toHaveProperty("stopped.length", 6);
  });

  test("says it in lines", async () => {
    const { out } = await ranIn(repository.folder, backtest, "--policy", "gate.yaml", "--since", "v1.0");
    const [head, merges, left, first, why] = out.split("\n");
    expect(head).toBe("50 changes since v1.0: 5 blocked, 1 undecided; 1 of these 6 by findings within noise alone");
    expect(merges).toBe(
      "2 of them are merges, each judged once with all it brought (5 commits of branches are not judged by themselves)",
    );
    expect(left).toBe(
      "left out of the decisions, since git holds no reviews: gate/signed-off; of 49 of the 50 changes git names nobody beside the author",
    );
    expect(first).toBe(`block     ${commits[7]?.slice(0, 7)} 2026-01-01 far below`);
    expect(why).toMatch(/^ {2}fraud recall-floor: recall 0\.6 .* \(beyond noise\)$/);
    expect(out).toMatch(/just below, few rows\n.*\(within noise\)\n/);
  });

  test("tells of a merge what it brought, and by whom", async () => {
    const argv = ["--policy", "gate.yaml", "--since", commits[35] ?? "", "--format", "json"];
    const { out } = await ranIn(repository.folder, backtest, ...argv);
    expect(JSON.parse(out)).toMatchObject({
      merges: 1,
      stopped: [
        {
          subject: "a branch that was merged far below",
          brought: 2,
          authors: ["kim@example.test", "lee@example.test"],
          others: [],
        },
        { subject: "just below, many rows", brought: 0, authors: ["kim@example.test"], others: [] },
      ],
    });
  });

  test("begins after the commit that is named", async () => {
    const since = commits[39] ?? "";
    const { out } = await ranIn(repository.folder, backtest, "--policy", "gate.yaml", "--since", since);
    expect(out).toContain(
      `10 changes since ${since}: 1 blocked, 0 undecided, and that not by findings within noise alone\n`,
    );
    const last = commits[48] ?? "";
    const { out: one } = await ranIn(repository.folder, backtest, "--policy", "gate.yaml", "--since", last);
    expect(one.split("\n")[0]).toBe(`1 change since ${last}: 0 blocked, 0 undecided`);
  });

  test.each([
    ["no commit", [], /needs --since/],
    ["a commit that is not there", ["--since", "v9"], /git knows no commit v9/],
    ["nothing since", ["--since", "HEAD"], /no change since HEAD/],
  ])("%s ends with 3", async (_title, argv, problem) => {
    const { status, problems } = await ranIn(repository.folder, backtest, "--policy", "gate.yaml", ...argv);
    expect([status, problems.join("\n")]).toEqual([3, expect.stringMatching(problem)]);
  });
});
