import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changedPaths } from "../../src/git/changes.js";
import { findCommit, isShallow, mergeBase, repositoryAt } from "../../src/git/commit.js";
import { gitHistory } from "../../src/git/history.js";
import { contains, releaseBefore } from "../../src/git/release.js";
import { gitIn } from "../../src/git/run.js";
import { gitTree } from "../../src/git/tree.js";
import type { FileSystem, Git } from "../../src/model/world.js";
import { createRepository, secondsOf, type Repository } from "./repository.js";

const gitOf = (folder: string): Git => gitIn({ folder, environment: process.env, trusted: false });

let repository: Repository;
let git: Git;
let first: string;
let second: string;

beforeAll(() => {
  repository = createRepository();
  first = repository.commit({
    "models/fraud/metrics.json": '{"auc": 0.9}',
    "models/fraud/README.md": "# fraud\n",
    "models/weights.bin": new Uint8Array([0, 255, 10, 0]),
    'models/ünï\tcode "quoted".json': "{}",
    "data/large.csv": "x".repeat(3_000_000),
    "data/empty.csv": "",
    "links/in.json": { link: "../models/fraud/metrics.json" },
    "links/out.json": { link: "../../outside.json" },
    "links/absolute.json": { link: "/etc/hostname" },
    "links/round.json": { link: "round.json" },
    "links/folder": { link: "../models/fraud" },
    "links/gone.json": { link: "nowhere.json" },
  });
  second = repository.commit({
    "models/fraud/metrics.json": '{"auc": 0.8}',
    "models/fraud/README.md": null,
    "models/fraud/CARD.md": "# fraud\n",
    "data/new.csv": "a,b\n",
  });
  git = gitOf(repository.folder);
});
afterAll(() => repository.remove());

function treeAt(commit: string, below = ""): FileSystem {
  const read = gitTree({ git, commit, below });
  if (read.kind === "problem") throw new Error(read.problem.message);
  return read.tree;
}

const textAt = (tree: FileSystem, path: string): string => {
  const contents = tree.read(path, 10_000_000);
  return contents.kind === "bytes" ? Buffer.from(contents.bytes).toString("utf8") : JSON.stringify(contents);
};

describe("the tree of a commit", () => {
  test("folders list their entries in name order, with their kind", () => {
    const tree = treeAt(first);
    expect(tree.list("").map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "data folder",
      "links folder",
      "models folder",
    ]);
    expect(tree.list("links").map(({ kind }) => kind)).toEqual(Array(6).fill("link"));
    expect(tree.list("nowhere")).toEqual([]);
  });

  test("files are read as they were in that commit, whatever stands in the working tree", () => {
    expect(textAt(treeAt(first), "models/fraud/metrics.json")).toBe('{"auc": 0.9}');
    expect(textAt(treeAt(second), "models/fraud/metrics.json")).toBe('{"auc": 0.8}');
    expect(treeAt(second).read("models/fraud/README.md", 100)).toEqual({ kind: "missing" });
  });

  test("bytes, empty files and names that git would quote arrive whole", () => {
    const tree = treeAt(first);
    expect(tree.read("models/weights.bin", 100)).toEqual({ kind: "bytes", bytes: Buffer.from([0, 255, 10, 0]) });
    expect(textAt(tree, "data/empty.csv")).toBe("");
    expect(textAt(tree, 'models/ünï\tcode "quoted".json')).toBe("{}");
    expect(Buffer.from(tree.head("data/large.csv", 3) ?? []).toString()).toBe("xxx");
  });

  test("a file over the limit is told with its size", () => {
    expect(treeAt(first).read("data/large.csv", 1000)).toEqual({ kind: "too-large", size: 3_000_000 });
  });

  test.each<[string, string]>([
    ["links/in.json", '{"auc": 0.9}'],
    ["links/folder/metrics.json", '{"auc": 0.9}'],
    ["links/gone.json", '{"kind":"missing"}'],
    ["links/out.json", '{"kind":"refused","why":"it is a link out of the checked tree"}'],
    ["links/absolute.json", '{"kind":"refused","why":"it is a link out of the checked tree"}'],
    ["links/round.json", '{"kind":"refused","why":"it is a link that leads back to itself"}'],
    ["../outside.json", '{"kind":"refused","why":"it is a link out of the checked tree"}'],
    ["models/fraud", '{"kind":"refused","why":"it is no regular file"}'],
  ])("%s reads as %s", (path, expected) => {
    expect(textAt(treeAt(first), path)).toBe(expected);
  });

  test("a folder of the repository may be the root, and links out of it are refused", () => {
    const tree = treeAt(first, "models");
    expect(tree.list("").map(({ name }) => name)).toContain("fraud");
    expect(textAt(tree, "fraud/metrics.json")).toBe('{"auc": 0.9}');
    expect(treeAt(first, "links").read("in.json", 100).kind).toBe("refused");
    expect(treeAt(first, "not-yet-there").list("")).toEqual([]);
  });

  test("many files cost a few runs of git", () => {
    const many = createRepository();
    many.commit(
      Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`m${index}/metrics.json`, `{"a":${index}}`])),
    );
    let runs = 0;
    const inner = gitOf(many.folder);
    const counted: Git = { run: (args, input) => ((runs += 1), inner.run(args, input)) };
    const read = gitTree({ git: counted, commit: "HEAD", below: "" });
    if (read.kind === "problem") throw new Error(read.problem.message);
    const paths = read.tree.list("").map(({ name }) => `${name}/metrics.json`);
    expect(paths.map((path) => textAt(read.tree, path)).filter((text) => /^\{"a":\d+\}$/.test(text))).toHaveLength(
      1200,
    );
    expect(runs).toBeLessThan(11);
    many.remove();
  });
});

describe("commits", () => {
  test.each(["main", "HEAD"])("%s names the newest", (ref) => {
    expect(findCommit(git, ref)).toEqual({ kind: "commit", sha: second });
  });

  test.each(["nowhere", "0".repeat(40), "--all", "main --", "", "main:models"])(
    "%s names none, and a problem says so",
    (ref) => {
      const found = findCommit(git, ref);
      expect(found.kind === "problem" && found.problem.problem).toBe("git");
    },
  );

  test("outside of a repository the problem says that", () => {
    const folder = mkdtempSync(join(tmpdir(), "referee-none-"));
    const found = findCommit(gitOf(folder), "main");
    expect(found.kind === "problem" && found.problem.message).toContain("no git repository");
    rmSync(folder, { recursive: true });
  });

  test("a base that a shallow clone lacks: the problem says fetch-depth: 0", () => {
    const clone = mkdtempSync(join(tmpdir(), "referee-shallow-"));
    repository.git("clone", "-q", "--depth", "1", `file://${repository.folder}`, clone);
    const shallow = gitOf(clone);
    expect(isShallow(shallow)).toBe(true);
    expect(isShallow(git)).toBe(false);
    const found = gitTree({ git: shallow, commit: first, below: "" });
    expect(found.kind === "problem" && found.problem.mend).toContain("fetch-depth: 0");
    expect(contains(shallow, "HEAD", first)).toBe(true);
    rmSync(clone, { recursive: true });
  });

  test("the newest common commit of two branches, and none of strangers", () => {
    repository.git("checkout", "-q", "-b", "side", first);
    const side = repository.commit({ "side.md": "x" });
    repository.git("checkout", "-q", "--orphan", "stranger");
    const stranger = repository.commit({ "side.md": "y" });
    repository.git("checkout", "-q", "main");
    expect(mergeBase(git, second, side)).toBe(first);
    expect(mergeBase(git, second, stranger)).toBeNull();
    expect([contains(git, side, first), contains(git, second, side)]).toEqual([true, false]);
  });

  test("the newest tag before a commit is the release, its own tag is not", () => {
    repository.git("tag", "v1", first);
    repository.git("tag", "v2", second);
    expect([releaseBefore(git, second), releaseBefore(git, first)]).toEqual(["v1", null]);
  });

  test("where the repository begins", () => {
    expect(repositoryAt(gitOf(join(repository.folder, "models", "fraud")))?.prefix).toBe("models/fraud/");
  });
});

describe("what changed", () => {
  test("between two commits, with renames", () => {
    expect(changedPaths(git, first, second)).toEqual([
      { kind: "added", path: "data/new.csv", from: null },
      { kind: "renamed", path: "models/fraud/CARD.md", from: "models/fraud/README.md" },
      { kind: "modified", path: "models/fraud/metrics.json", from: null },
    ]);
  });

  test("below a folder, relative to it", () => {
    expect(changedPaths(git, first, second, "models")?.map(({ path }) => path)).toEqual([
      "fraud/CARD.md",
      "fraud/metrics.json",
    ]);
  });

  test("in the working tree, with files that git does not know yet", () => {
    repository.write({ "models/fraud/metrics.json": "{}", "models/new/metrics.json": "{}" });
    expect(changedPaths(git, second, null)).toEqual([
      { kind: "modified", path: "models/fraud/metrics.json", from: null },
      { kind: "added", path: "models/new/metrics.json", from: null },
    ]);
    repository.git("clean", "-qfd");
    repository.git("checkout", "-q", "--", ".");
  });

  test("an unknown commit gives null", () => {
    expect(changedPaths(git, "0".repeat(40), second)).toBeNull();
    const withoutUntracked: Git = { run: (args, input) => (args[0] === "ls-files" ? null : git.run(args, input)) };
    expect(changedPaths(withoutUntracked, second, null)).toBeNull();
  });
});

describe("git is kept from being led astray", () => {
  test("by variables of the environment", () => {
    const elsewhere = gitIn({
      folder: repository.folder,
      environment: { ...process.env, GIT_DIR: "/nowhere" },
      trusted: false,
    });
    expect(findCommit(elsewhere, "main")).toEqual({ kind: "commit", sha: second });
  });

  test("by programs that a repository names", () => {
    const hostile = createRepository();
    const before = hostile.commit({ "a.json": "1" });
    hostile.commit({ ".gitattributes": "*.json diff=evil\n", "a.json": "2" });
    const trace = join(hostile.folder, "..", `${hostile.folder.split("/").pop() ?? ""}-ran`);
    for (const key of ["diff.external", "diff.evil.command", "diff.evil.textconv", "core.fsmonitor", "core.pager"]) {
      hostile.git("config", key, `touch ${trace};`);
    }
    const asked = gitOf(hostile.folder);
    expect(changedPaths(asked, before, null)?.map(({ path }) => path)).toEqual([".gitattributes", "a.json"]);
    const history = gitHistory({ git: asked, commit: null, below: null });
    expect([history.lastChange("a.json"), history.lineChange("a.json", 1)]).not.toContain(null);
    expect(() => rmSync(trace)).toThrow();
    hostile.remove();
  });

  test("by paths that look like patterns", () => {
    const starred = createRepository();
    starred.commit({ "b.json": "1" });
    starred.commit({ "*.json": "2" });
    const history = gitHistory({ git: gitOf(starred.folder), commit: null, below: null });
    expect(history.changes("*.json").map(({ at }) => at)).toEqual([secondsOf(1) * 1000]);
    starred.remove();
  });
});
