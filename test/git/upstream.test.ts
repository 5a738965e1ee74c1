import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gitIn } from "../../src/git/run.js";
import { likelyBase, repositoryName, type LikelyBase } from "../../src/git/upstream.js";
import { createRepository, type Repository } from "./repository.js";

let repository: Repository;
beforeEach(() => {
  repository = createRepository();
  repository.commit({ "a.txt": "a" });
  repository.git("checkout", "-q", "-b", "kim/change");
});
afterEach(() => repository.remove());

/** What a fetch from a remote leaves behind. */
function fetched(remote: string, branches: readonly string[], head: string | null): void {
  repository.git("config", `remote.${remote}.url`, "file:///nowhere");
  repository.git("config", `remote.${remote}.fetch`, `+refs/heads/*:refs/remotes/${remote}/*`);
  for (const branch of branches) repository.git("update-ref", `refs/remotes/${remote}/${branch}`, "HEAD");
  if (head !== null) repository.git("symbolic-ref", `refs/remotes/${remote}/HEAD`, `refs/remotes/${remote}/${head}`);
}

const follow = (remote: string, branch: string): void => {
  repository.git("config", "branch.kim/change.remote", remote);
  repository.git("config", "branch.kim/change.merge", `refs/heads/${branch}`);
};

const found = (): LikelyBase | null =>
  likelyBase(gitIn({ folder: repository.folder, environment: process.env, trusted: false }));

describe("what a branch would be merged into", () => {
  test("is nothing where no remote is known", () => {
    expect(found()).toBeNull();
  });

  test("is nothing where no remote says what its default branch is", () => {
    fetched("origin", ["main", "kim/change"], null);
    follow("origin", "kim/change");
    expect(found()).toBeNull();
  });

  test("is the branch that it follows", () => {
    fetched("origin", ["main", "release/2"], "main");
    follow("origin", "release/2");
    expect(found()).toEqual({ name: "origin/release/2", why: "which kim/change follows" });
  });

  test("is a branch of the clone itself, where it follows that", () => {
    follow(".", "main");
    expect(found()).toEqual({ name: "main", why: "which kim/change follows" });
  });

  test("is the default branch of the remote on which its own copy lies", () => {
    fetched("origin", ["main"], "main");
    fetched("fork", ["trunk", "kim/change"], "trunk");
    follow("fork", "kim/change");
    expect(found()).toEqual({ name: "fork/trunk", why: "the default branch of fork" });
  });

  test("is the default branch of the only remote, whatever that is called", () => {
    fetched("acme", ["main"], "main");
    expect(found()).toEqual({ name: "acme/main", why: "the default branch of acme" });
  });

  test("is origin's among several, and none of several others", () => {
    fetched("acme", ["main"], "main");
    fetched("kim", ["trunk"], "trunk");
    expect(found()).toBeNull();
    fetched("origin", ["main"], "main");
    expect(found()?.name).toBe("origin/main");
  });

  test("is not the branch that it followed once that is gone", () => {
    fetched("origin", ["main"], "main");
    follow("origin", "deleted");
    expect(found()?.name).toBe("origin/main");
  });
});

test.each([
  ["git@forge.test:acme/scoring.git", "scoring"],
  ["https://forge.test/acme/scoring", "scoring"],
  ["https://forge.test/acme/scoring.git/", "scoring"],
  ["ssh://git@forge.test:22/scoring.git\n", "scoring"],
  ["forge:scoring", "scoring"],
  ["C:\\repositories\\scoring.git", "scoring"],
  ["/srv/git/my.scoring", "my.scoring"],
  ["", null],
  ["/", null],
])("the repository at %j is called %j", (address, name) => {
  expect(repositoryName(address)).toBe(name);
});
