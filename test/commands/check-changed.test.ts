import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { diff } from "../../src/commands/diff.js";
import { verify } from "../../src/commands/verify.js";
import { createRepository, type Content, type Repository } from "../git/repository.js";
import { ranIn, type Ran } from "./ran.js";

const recall = (value: number): string => `${JSON.stringify({ kind: "measurement", metric: "recall", value })}\n`;
const files: Readonly<Record<string, Content>> = {
  "referee.yaml": "policies: [policies/gate.yaml]\n",
  "policies/gate.yaml": "policy: gate\nrules:\n  recall-floor: { metric: recall, at-least: 80% }\n",
  "models/fraud/run.facts.jsonl": recall(0.9),
  "models/churn/run.facts.jsonl": recall(0.5),
};
const worse = { "models/fraud/run.facts.jsonl": recall(0.5) };

const folders: string[] = [];
const made: Repository[] = [];
afterAll(() => {
  for (const repository of made) repository.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A repository on the branch `change`, whose only commit is that of `main`. */
function begun(): Repository {
  const repository = createRepository();
  made.push(repository);
  repository.commit(files, "The base");
  repository.git("checkout", "-q", "-b", "change");
  return repository;
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "referee-clone-"));
  folders.push(folder);
  return folder;
}

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=kim", "-c", "user.email=kim@example.test", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();

function write(folder: string, contents: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const changed = (folder: string, ...argv: readonly string[]): Promise<Ran> =>
  ranIn(folder, check, "--changed", ...argv);
const against = (folder: string, ...argv: readonly string[]): Promise<Ran> =>
  changed(folder, "--base", "main", ...argv);

/** The models that a run speaks of, in its own order. */
const modelsIn = ({ out }: Ran): readonly string[] =>
  [...out.matchAll(/^\[.+?\] \w+ +([\w-]+), production$/gm)].map(([, name = ""]) => name);

describe("check --changed", () => {
  test("judges what is not committed: staged, changed, and unknown to git but not ignored", async () => {
    const repository = begun();
    repository.write({ "models/a/run.facts.jsonl": recall(0.91), "models/fraud/run.facts.jsonl": recall(0.92) });
    repository.git("add", "models/a");
    repository.write({
      "models/b/run.facts.jsonl": recall(0.93),
      "models/c/run.facts.jsonl": recall(0.1),
      ".git/info/exclude": "models/c/\n",
    });
    const ran = await against(repository.folder);
    expect([ran.status, modelsIn(ran)]).toEqual([0, ["a", "b", "fraud"]]);
  });

  test("says on one line what it is judged against, and since when", async () => {
    const repository = begun();
    const base = repository.git("rev-parse", "--short=7", "HEAD");
    repository.commit(worse);
    const { out, status } = await against(repository.folder);
    expect(status).toBe(1);
    expect(out.trimEnd().split("\n").at(-1)).toBe(
      `Judged as a pull request into main (${base}) would be: by the policies there, what changed since ${base}, committed or not.`,
    );
  });

  test("holds a suite to the limits of the base, at the line of the change", async () => {
    const failing = readFileSync(new URL("../fixtures/limits/great-expectations.json", import.meta.url), "utf8");
    const path = "models/fraud/validation.json";
    const repository = createRepository();
    made.push(repository);
    const policy = "policy: gate\nrules:\n  valid-data: { data-quality: suite }\n";
    repository.commit({ ...files, "policies/gate.yaml": policy, [path]: failing }, "The base");
    repository.git("checkout", "-q", "-b", "change");
    const passing = failing.replaceAll('"success": false', '"success": true');
    repository.write({ [path]: passing });
    expect((await against(repository.folder)).status).toBe(0);
    repository.write({ [path]: passing.replace('"max_value": 75', '"max_value": 99999') });
    const { out, status } = await against(repository.folder);
    expect(status).toBe(2);
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "expect_column_mean_to_be_between on amount: max_value from 75 to 99999",
    );
    expect(out).toMatch(/models\/fraud\/validation\.json:\d+/);
    const alone = await ranIn(repository.folder, check, "models/fraud");
    expect([alone.status, alone.out.includes("max_value")]).toEqual([0, false]);
  });

  test("passes where no model is touched, and says so", async () => {
    const repository = begun();
    repository.write({ "docs/notes.txt": "later" });
    const { out, status } = await against(repository.folder);
    expect(status).toBe(0);
    expect(out).toContain("nothing to judge: the change touches no model");
  });

  test("says that the base has moved on, whose policies judge", async () => {
    const repository = begun();
    repository.commit({ "models/fraud/run.facts.jsonl": recall(0.85) });
    repository.git("checkout", "-q", "main");
    repository.commit({ "policies/gate.yaml": String(files["policies/gate.yaml"]).replace("80%", "88%") });
    repository.git("checkout", "-q", "change");
    const { out, status } = await against(repository.folder);
    expect(status).toBe(1);
    expect(out).toContain("recall 0.85, at least 0.88");
    expect(out).toMatch(/main has moved on since [0-9a-f]{7}: the pull request is judged as merged with it/);
  });

  test("tells what the change's own policies would decide, which do not judge it", async () => {
    const repository = begun();
    repository.write({ ...worse, "policies/gate.yaml": String(files["policies/gate.yaml"]).replace("80%", "40%") });
    const { out, status } = await against(repository.folder);
    expect(status).toBe(1);
    expect(out).toContain("The change edits policies/gate.yaml: what the base has judges it, every model.");
    expect(out).toMatch(/Once merged.*fraud/);
  });

  test("shows what differs from the base in the comment's form", async () => {
    const repository = begun();
    repository.write({ "models/fraud/run.facts.jsonl": recall(0.95) });
    const { out } = await against(repository.folder, "--format", "markdown");
    expect(out).toContain("Against the base: 1 fact changed");
  });

  test("judges a part that is asked for, from wherever it is run", async () => {
    const repository = begun();
    repository.write({ ...worse, "models/churn/run.facts.jsonl": recall(0.95) });
    const part = await against(repository.folder, "models/churn");
    expect([part.status, modelsIn(part)]).toEqual([0, ["churn"]]);
    const within = await against(join(repository.folder, "models", "fraud"));
    expect([within.status, modelsIn(within)]).toEqual([1, ["fraud"]]);
    expect(within.out).toContain(" ../../models/fraud/run.facts.jsonl:1");
  });

  test("reads evidence from elsewhere as a part of the change", async () => {
    const repository = begun();
    const elsewhere = temporary();
    write(elsewhere, { "more.facts.jsonl": recall(0.3) });
    const ran = await against(repository.folder, "--evidence", `fraud=${elsewhere}`);
    expect([ran.status === 0, modelsIn(ran)]).toEqual([false, ["fraud"]]);
  });

  test("names a policy of the base, and none that the change brings", async () => {
    const repository = begun();
    repository.write({ ...worse, "policies/soft.yaml": String(files["policies/gate.yaml"]).replace("80%", "10%") });
    const own = await against(join(repository.folder, "models"), "--policy", "../policies/gate.yaml");
    expect(own.status).toBe(1);
    const brought = await against(repository.folder, "--policy", "policies/soft.yaml");
    expect(brought.problems).toEqual([
      "the change brings the policy policies/soft.yaml, and the base, which judges it, does not have it | merge the policy first; until then leave --policy away, or try it with model-referee impact",
    ]);
  });

  test.each([
    ["threads for a whole tree", ["--threads", "2"], /--threads shares the models of a whole tree/],
    ["a folder to compare with", ["--base", "models"], /git knows no commit models \| .*without --changed a folder/],
    ["a commit that is not there", ["--base", "nowhere"], /git knows no commit nowhere/],
    [
      "a stage that is not there",
      ["--base", "main", "--stage", "produktion"],
      /there is no stage produktion.*production/,
    ],
    ["a path that is not there", ["--base", "main", "modles"], /there is nothing at modles/],
  ])("refuses %s", async (_, argv, said) => {
    const repository = begun();
    const { status, problems } = await changed(repository.folder, ...argv);
    expect([status, problems.length]).toEqual([3, 1]);
    expect(problems[0]).toMatch(said);
  });

  test("makes a report that holds, and one against another differs in what was mended", async () => {
    const repository = begun();
    const out = temporary();
    repository.write({ "models/new/run.facts.jsonl": recall(0.6) });
    repository.git("mv", "models/churn", "models/leavers");
    expect((await against(repository.folder, "--output", join(out, "one"))).status).toBe(1);
    const report = join(out, "one", "report.json");
    const { run } = JSON.parse(readFileSync(report, "utf8")) as { run: { touched: string[]; renames: object } };
    expect(run.touched).toEqual([
      "models/churn/run.facts.jsonl",
      "models/leavers/run.facts.jsonl",
      "models/new/run.facts.jsonl",
    ]);
    expect(run.renames).toEqual({ "models/leavers/run.facts.jsonl": "models/churn/run.facts.jsonl" });
    const verified = await ranIn(repository.folder, verify, report);
    expect([verified.status, verified.out]).toEqual([0, expect.stringMatching(/^The same: block/)]);
    repository.write({ "models/new/run.facts.jsonl": recall(0.95) });
    expect((await ranIn(repository.folder, verify, report)).status).toBe(1);
    expect((await against(repository.folder, "--output", join(out, "two"))).status).toBe(0);
    const told = await ranIn(out, diff, "one/report.json", "two/report.json");
    expect(told.out).toContain("models/new/run.facts.jsonl");
  });

  test("a report holds once the change is committed, by its commit", async () => {
    const repository = begun();
    const out = temporary();
    repository.write({ ...worse, "policies/gate.yaml": String(files["policies/gate.yaml"]).replace("80%", "40%") });
    await against(repository.folder, "--output", out);
    repository.commit({}, "The change");
    const verified = await ranIn(repository.folder, verify, join(out, "report.json"), "--commit", "HEAD");
    expect([verified.status, verified.out]).toEqual([0, expect.stringMatching(/^The same: block/)]);
  });
});

describe("without --base", () => {
  /** A clone whose origin has `main`. */
  function cloned(...args: readonly string[]): string {
    const origin = begun();
    origin.commit(worse, "The change");
    origin.git("checkout", "-q", "main");
    const folder = join(temporary(), "clone");
    git(origin.folder, "clone", "-q", ...args, `file://${origin.folder}`, folder);
    return folder;
  }

  test("the branch that is followed is taken", async () => {
    const repository = begun();
    repository.git("branch", "-q", "--set-upstream-to", "main");
    repository.write(worse);
    const { out, status } = await changed(repository.folder);
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/into main \([0-9a-f]{7}\), which change follows, would be/),
    ]);
  });

  test("the remote's default branch is taken, not the change's own copy there", async () => {
    const folder = cloned();
    git(folder, "checkout", "-q", "change");
    expect(git(folder, "rev-parse", "--abbrev-ref", "@{upstream}")).toBe("origin/change");
    const ran = await changed(folder);
    expect([ran.status, modelsIn(ran)]).toEqual([1, ["fraud"]]);
    expect(ran.out).toMatch(/into origin\/main \([0-9a-f]{7}\), the default branch of origin, would be/);
  });

  test("what the default branch has not been given yet is the change", async () => {
    const folder = cloned();
    write(folder, { "models/fraud/run.facts.jsonl": recall(0.3) });
    git(folder, "commit", "-qam", "Straight to main");
    expect((await changed(folder)).status).toBe(1);
  });

  test("an upstream that is gone is not taken", async () => {
    const folder = cloned();
    git(folder, "checkout", "-q", "-b", "mine");
    git(folder, "config", "branch.mine.remote", "origin");
    git(folder, "config", "branch.mine.merge", "refs/heads/deleted");
    expect((await changed(folder)).out).toContain("into origin/main");
  });

  test("a head that is no branch has the remote's default branch", async () => {
    const folder = cloned();
    git(folder, "checkout", "-q", "origin/change");
    expect((await changed(folder)).out).toContain("into origin/main");
  });

  test("nothing is guessed at where the clone tells nothing", async () => {
    const repository = begun();
    const { status, problems } = await changed(repository.folder);
    expect([status, problems]).toEqual([
      3,
      [
        "nothing here says what the change would be merged into: no upstream, no default branch of a remote | name it, as in --base main; git remote set-head origin --auto tells the clone its default branch",
      ],
    ]);
  });

  test("outside of a repository it says so", async () => {
    const folder = temporary();
    for (const argv of [[], ["--base", "main"]]) {
      const { status, problems } = await changed(folder, ...argv);
      expect([status, problems[0]]).toEqual([
        3,
        expect.stringMatching(/^there is no git repository around .* \| run inside/),
      ]);
    }
  });

  test("a shallow clone of the change alone says what to fetch", async () => {
    const folder = cloned("--depth", "1", "--branch", "change");
    const unnamed = await changed(folder);
    expect([unnamed.status, unnamed.problems[0]]).toEqual([3, expect.stringContaining("git fetch --unshallow")]);
    const named = await changed(folder, "--base", "origin/main");
    expect(named.problems).toEqual([
      "origin/main is not in this shallow clone | fetch the whole history: `git fetch --unshallow`, or give actions/checkout `with: { fetch-depth: 0 }`",
    ]);
  });

  test("a shallow clone that ends before the change began is refused: what came to the base would be its own", async () => {
    const folder = cloned("--depth", "1", "--no-single-branch");
    git(folder, "checkout", "-q", "change");
    const { status, problems } = await changed(folder);
    expect([status, problems]).toEqual([
      3,
      [
        "this shallow clone ends before the change left origin/main | fetch the rest of the history: git fetch --unshallow",
      ],
    ]);
    git(folder, "fetch", "-q", "--unshallow");
    expect((await changed(folder)).status).toBe(1);
  });
});

describe("in another working tree", () => {
  test("the change that is checked out there is judged", async () => {
    const repository = begun();
    repository.commit(worse);
    const folder = join(temporary(), "beside");
    repository.git("worktree", "add", "-q", "-b", "other", folder, "main");
    write(folder, { "models/fraud/run.facts.jsonl": recall(0.95) });
    const ran = await against(folder);
    expect([ran.status, modelsIn(ran)]).toEqual([0, ["fraud"]]);
  });

  test("a submodule is judged as the repository that it is", async () => {
    const inner = begun();
    inner.git("checkout", "-q", "main");
    const outer = createRepository();
    made.push(outer);
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.folder, "ml");
    outer.commit({ "README.md": "# Outer\n" });
    const folder = join(outer.folder, "ml");
    write(folder, { "models/fraud/run.facts.jsonl": recall(0.2), "models/new/run.facts.jsonl": recall(0.95) });
    const ran = await changed(folder);
    expect([ran.status, modelsIn(ran)]).toEqual([1, ["fraud", "new"]]);
    expect(ran.out).toContain("into origin/main");
  });

  test("a model in the top has the repository's name, whatever the folder is called", async () => {
    const origin = createRepository();
    made.push(origin);
    origin.commit({
      "run.facts.jsonl": recall(0.9),
      "referee.yaml": "policies: [gate.yaml]\n",
      "gate.yaml": String(files["policies/gate.yaml"]),
    });
    const folder = join(temporary(), "elsewhere");
    git(origin.folder, "clone", "-q", `file://${origin.folder}`, folder);
    git(folder, "remote", "set-url", "origin", "git@forge.test:acme/scoring.git");
    write(folder, { "run.facts.jsonl": recall(0.95) });
    const ran = await changed(folder);
    expect([ran.status, modelsIn(ran)]).toEqual([0, ["scoring"]]);
  });
});
