import { expect, test } from "vitest";
import { addressOf, handsOf, type LoggedCommit } from "../../src/impact/people.js";

const commit = (name: string, parents: readonly string[], more: Partial<LoggedCommit> = {}): LoggedCommit => ({
  commit: name,
  parents,
  author: "kim@example.org",
  committer: "kim@example.org",
  reviewers: [],
  ...more,
});
const lee = { author: "lee@example.org", committer: "lee@example.org" };

test.each<[title: string, logged: readonly LoggedCommit[], brought: number, authors: string, others: string]>([
  ["a push by one person", [commit("c", ["p"])], 0, "kim@example.org", ""],
  [
    "written by one and committed by another",
    [commit("c", ["p"], { author: lee.author })],
    0,
    "lee@example.org",
    "kim@example.org",
  ],
  ["committed by the forge", [commit("c", ["p"], { committer: "noreply@github.com" })], 0, "kim@example.org", ""],
  [
    "reviewed by another",
    [commit("c", ["p"], { reviewers: ["ana@example.org"] })],
    0,
    "kim@example.org",
    "ana@example.org",
  ],
  [
    "reviewed by the author, in other letters",
    [commit("c", ["p"], { reviewers: ["KIM@example.org"] })],
    0,
    "kim@example.org",
    "",
  ],
  [
    "a branch that another merged",
    [commit("c", ["p", "b"]), commit("b", ["p"], lee)],
    1,
    "lee@example.org",
    "kim@example.org",
  ],
  [
    "a branch with a branch in it",
    [commit("c", ["p", "b"]), commit("b", ["a", "d"], lee), commit("a", ["p"], lee), commit("d", ["p"])],
    3,
    "kim@example.org lee@example.org",
    "",
  ],
])("%s", (_title, logged, brought, authors, others) => {
  const found = handsOf(["c"], logged).get("c");
  expect([found?.brought, found?.authors.join(" "), found?.others.join(" ")]).toEqual([brought, authors, others]);
});

test("what an earlier merge brought is not brought again, nor is the main line", () => {
  const logged = [
    commit("one", ["p", "b"]),
    commit("b", ["p"], lee),
    commit("two", ["one", "d"]),
    commit("d", ["b"], lee),
  ];
  const hands = handsOf(["one", "two"], logged);
  expect([hands.get("one")?.brought, hands.get("two")?.brought]).toEqual([1, 1]);
});

test.each([
  ["Lee Ok <lee@example.org>", "lee@example.org"],
  ["lee", "lee"],
  ["<<>>", "<<>>"],
])("the address of %s", (trailer, address) => expect(addressOf(trailer)).toBe(address));
