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
