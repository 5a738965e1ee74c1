import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gitHistory } from "../../src/git/history.js";
import { gitIn } from "../../src/git/run.js";
import type { History } from "../../src/model/history.js";
import { createRepository, secondsOf, type Repository } from "./repository.js";

let repository: Repository;
let commits: readonly string[];

beforeAll(() => {
  repository = createRepository();
  commits = [
    repository.commit({
      "models/fraud/metrics.json": '{\n"auc": 0.9,\n"n": 100\n}\n',
      "models/fraud/ünï\tcode.json": "{}",
    }),
    repository.commit({ "models/fraud/metrics.json": '{\n"auc": 0.8,\n"n": 100\n}\n', "other.txt": "x\n" }),
    repository.commit({ "models/churn/metrics.json": "{}\n" }),
  ];
});
afterAll(() => repository.remove());

const historyIn = (folder: string, commit: string | null = null, below: string | null = null): History =>
  gitHistory({ git: gitIn({ folder, environment: process.env, trusted: false }), commit, below });

const change = (index: number) => ({
  commit: commits[index],
  at: secondsOf(index) * 1000,
  author: "kim@example.test",
});

describe("the history of a file", () => {
  test("is every commit that changed it, newest first", () => {
    const history = historyIn(repository.folder);
    expect(history.changes("models/fraud/metrics.json")).toEqual([change(1), change(0)]);
    expect(history.lastChange("models/churn/metrics.json")).toEqual(change(2));
    expect(history.lastChange("models/fraud/ünï\tcode.json")).toEqual(change(0));
    expect(history.cutOff).toBeNull();
  });

  test("ends at the commit that is judged", () => {
    expect(historyIn(repository.folder, commits[0]).lastChange("models/fraud/metrics.json")).toEqual(change(0));
  });

  test.each([
    ["the folder that git runs in", "models/fraud", null],
    ["a folder that is named", ".", "models/fraud"],
  ])("takes paths relative to %s", (_title, folder, below) => {
    expect(historyIn(join(repository.folder, folder), null, below).lastChange("metrics.json")).toEqual(change(1));
  });

  test("knows the commit of each line", () => {
    const history = historyIn(repository.folder);
    expect(history.lineChange("models/fraud/metrics.json", 2)).toEqual(change(1));
    expect(history.lineChange("models/fraud/metrics.json", 3)).toEqual(change(0));
    expect(history.lineChange("models/fraud/metrics.json", 30)).toBeNull();
    expect(history.lineChange("models/fraud/metrics.json", 0)).toBeNull();
  });

  test.each([
    ["sought", undefined],
    ["known", ["models/new.json", "gone.json"]],
  ])("does not date a file that the working tree has otherwise, or that git does not know, %s", (_, untracked) => {
    const own = createRepository();
    own.commit({ "other.txt": "x\n", "gone.json": "{}", "models/churn/metrics.json": "{}\n" });
    const last = own.commit({ "gone.json": null, "models/churn/metrics.json": "{ }\n" });
    own.write({ "other.txt": "y\n", "models/new.json": "{}", "gone.json": "{}" });
    const git = gitIn({ folder: own.folder, environment: process.env, trusted: false });
    const history = gitHistory({ git, commit: null, below: null, ...(untracked === undefined ? {} : { untracked }) });
    expect(history.lastChange("other.txt")).toBeNull();
    expect(history.lineChange("other.txt", 1)).toBeNull();
    expect(history.lastChange("models/new.json")).toBeNull();
    expect(history.lastChange("gone.json")).toBeNull();
    expect(history.lastChange("models/churn/metrics.json")?.commit).toBe(last);
    own.remove();
  });

  test("is cut off in a shallow clone, whose edge seems to add every file", () => {
    const clone = mkdtempSync(join(tmpdir(), "referee-shallow-"));
    repository.git("clone", "-q", "--depth", "2", `file://${repository.folder}`, clone);
    const history = historyIn(clone);
    expect(history.cutOff).toContain("fetch-depth: 0");
    expect(history.lastChange("models/churn/metrics.json")).toEqual(change(2));
    expect(history.lastChange("models/fraud/metrics.json")).toBeNull();
    expect(history.lineChange("models/fraud/metrics.json", 3)).toBeNull();
    rmSync(clone, { recursive: true });
  });

  test("is not there outside of a repository", () => {
    const folder = mkdtempSync(join(tmpdir(), "referee-none-"));
    const history = historyIn(folder);
    expect(history.cutOff).toBe("there is no git repository here");
    expect([history.lastChange("a"), history.changes("a"), history.lineChange("a", 1)]).toEqual([null, [], null]);
    rmSync(folder, { recursive: true });
  });
});
