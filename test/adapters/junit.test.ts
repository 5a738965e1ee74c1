import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, factsOfText } from "./described.js";

describeFixtures("junit", [
  [
    "deepchecks/junit.xml",
    "Deepchecks does not mark what its conditions found, and calls failed what could not run",
    [
      { kind: "check", name: "Train Test Performance", passed: null, at: "2026-11-23T05:03:48Z" },
      { kind: "check", name: "Boosting Overfit", passed: null },
    ],
    [
      { kind: "check", passed: true },
      { kind: "check", passed: false },
    ],
  ],
]);

const cases = `<?xml version="1.0"?>
<testsuite name="contract" failures="0" timestamp="2026-11-23T05:12:16">
  <properties><property name="server" value="x"/></properties>
  <testcase name="passes"/>
  <testcase name="fails"><failure message="4 rows">long</failure></testcase>
  <testcase name="errs"><error>boom</error></testcase>
  <testcase name="skipped"><skipped message="not supported"/></testcase>
</testsuite>`;

test("failed, erred and skipped cases, by their elements and not by the counts of the suite", async () => {
  const checks = ofKind(await factsOfText("junit.xml", cases), "check");
  expect(checks.map(({ name, passed, message, source }) => [name, passed, message, source.line])).toEqual([
    ["passes", true, null, 4],
    ["fails", false, "4 rows", 5],
    ["errs", null, "boom", 6],
    ["skipped", null, "not supported", 7],
  ]);
});
