import { describe, expect, test } from "vitest";
import { noHistory, type History } from "../../src/model/history.js";
import { facts, judged, measurement, of, outcomesOf, rules } from "./judged.js";

const fresh = rules("fresh: { report-freshness: evaluation, max-age: 7d }");
const dated = (...dates: readonly (string | null)[]) => ({
  "m/own.facts.jsonl": facts(...dates.map((at) => measurement("recall", 0.9, at === null ? {} : { at }))),
});

// The clock of these runs stands at 2026-11-23T09:00:00Z.
describe("how old a report may be", () => {
  test.each<[title: string, at: string | null, outcome: string, effect: string]>([
    ["of yesterday", "2026-11-22T09:00:00Z", "met", "pass"],
    ["exactly as old as it may be", "2026-11-16T09:00:00Z", "met", "pass"],
    ["one second older", "2026-11-16T08:59:59Z", "not-met", "block"],
    ["the same instant in another zone", "2026-11-16T10:00:00+01:00", "met", "pass"],
    ["without a date", null, "missing", "undecided"],
    ["with a date that is none", "last Tuesday", "missing", "undecided"],
    ["dated tomorrow", "2026-11-24T09:00:00Z", "unreadable", "undecided"],
    ["dated in another century", "2126-11-23T09:00:00Z", "unreadable", "undecided"],
  ])("%s", async (_title, at, outcome, effect) => {
    const report = await judged(dated(at), fresh);
    expect(of(report, "fresh")).toMatchObject([{ outcome, effect }]);
  });

  test("an old report does not grow fresh by one dated in the future", async () => {
    expect(outcomesOf(await judged(dated("2026-01-01T00:00:00Z", "2126-11-23T09:00:00Z"), fresh), "fresh")).toEqual([
      "unreadable",
    ]);
  });

  const committed = (at: string): History => {
    const change = { commit: "a".repeat(40), at: Date.parse(at), author: "lee@example.org" };
    return { cutOff: null, lastChange: () => change, changes: () => [change], lineChange: () => change };
  };

  test.each<[title: string, at: string | null, commit: string, outcome: string]>([
    ["is as old as its commit where it states no date", null, "2026-11-22T09:00:00Z", "met"],
    ["is as old as its commit, too old", null, "2026-11-01T09:00:00Z", "not-met"],
    ["is no fresher for a late commit", "2026-11-01T09:00:00Z", "2026-11-22T09:00:00Z", "not-met"],
    ["is no fresher for a later date than its commit's", "2026-11-22T09:00:00Z", "2026-11-01T09:00:00Z", "not-met"],
    [
      "is unreadable where it is dated ahead of the clock",
      "2026-12-22T09:00:00Z",
      "2026-11-22T09:00:00Z",
      "unreadable",
    ],
  ])("a report %s", async (_title, at, commit, outcome) => {
    const report = await judged(dated(at), fresh, { history: committed(commit) });
    expect(outcomesOf(report, "fresh")).toEqual([outcome]);
  });

  test("a shallow clone is told what to fetch", async () => {
    const cut = "the clone is shallow: set `fetch-depth: 0` on actions/checkout";
    const report = await judged(dated(null), fresh, { history: noHistory(cut) });
    expect(of(report, "fresh")[0]?.mend).toContain("fetch-depth: 0");
  });

  test("no report is missing", async () => {
    const report = await judged({ "m/README.md": "---\nlicense: mit\n---\n# M\n" }, fresh);
    expect(of(report, "fresh")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test.each<[title: string, at: object, outcomes: readonly string[]]>([
    ["of yesterday", { at: "2026-11-22T09:00:00Z" }, ["met"]],
    ["too old", { at: "2026-10-01T09:00:00Z" }, ["met", "not-met"]],
    ["without a date", {}, ["met", "missing"]],
    ["dated in the future", { at: "2027-01-01T00:00:00Z" }, ["met", "unreadable"]],
  ])("a drift report %s", async (_title, at, outcomes) => {
    const line = { kind: "drift", scope: "column", column: "age", method: "psi", score: 0.05, ...at };
    const report = await judged(
      { "m/own.facts.jsonl": facts(line) },
      rules("stable: { drift: psi, at-most: 0.2, max-age: 7d }"),
    );
    expect([...outcomesOf(report, "stable")].sort()).toEqual(outcomes);
  });
});
