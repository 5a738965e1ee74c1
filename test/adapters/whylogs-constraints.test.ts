import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, factsOfText } from "./described.js";

describeFixtures("whylogs-constraints", [
  [
    "whylogs/constraints.json",
    "records",
    [
      { kind: "check", name: "amount greater than number 0", passed: false, place: "/0/failed" },
      { kind: "check", name: "null percentage of account_age_days lower than 0.05", passed: true, place: "/3/passed" },
    ],
  ],
  [
    "whylogs/constraints-tuples.json",
    "bare tuples beside the verdict on all",
    [
      { kind: "check", name: "amount greater than number 0", passed: false, place: "/report_as_tuples/0/2" },
      { kind: "check", name: "validate", passed: false, suite: true },
    ],
  ],
]);

test.each([
  ["never evaluated", '[["c", 0, 0, null]]', null],
  ["failed in one batch of three", '[["c", 2, 1, null]]', false],
  ["passed in three", '[["c", 3, 0, null]]', true],
])("a constraint that was %s", async (_, text, passed) => {
  expect(ofKind(await factsOfText("c.json", text), "check").map((check) => check.passed)).toEqual([passed]);
});

// Written by whylogs 0.7.10: name, how many were looked at, how many failed.
test("versions before 1.0 report by column", async () => {
  const text =
    '[["amount", [["value GT 0", 489, 0], ["value LT 5", 489, 130]]], ["amount", [["summary min GE 0", 1, 0]]]]';
  expect(
    ofKind(await factsOfText("c.json", text), "check").map(({ name, column, passed, source }) => [
      name,
      column,
      passed,
      source.pointer,
    ]),
  ).toEqual([
    ["value GT 0", "amount", true, "/0/1/0/1"],
    ["value LT 5", "amount", false, "/0/1/1/2"],
    ["summary min GE 0", "amount", true, "/1/1/0/1"],
  ]);
});

test("a list of names with numbers that are no counts is no report", async () => {
  const facts = await factsOfText("scores.json", '[["recall", 0.93, 0.91], ["precision", 0.8, 0.7]]');
  expect(facts.filter(({ kind, format }) => kind === "check" || format === "whylogs-constraints")).toEqual([]);
});
