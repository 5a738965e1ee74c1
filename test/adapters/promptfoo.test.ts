import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("promptfoo-results", [
  [
    "promptfoo/all-pass.json",
    "a check for each test, and one over all",
    [
      {
        kind: "check",
        name: "adds numbers [fraud-assistant-good] prompt 1",
        passed: true,
        observed: 1,
        message: "All assertions passed",
        place: "/results/results/0/success",
      },
      { kind: "check", name: "all tests", suite: true, passed: true, observed: 2, expected: 2 },
    ],
  ],
  [
    "promptfoo/all-pass.xml",
    "the same as XML, on the lines of the elements",
    [
      {
        kind: "check",
        name: "adds numbers [fraud-assistant-good] prompt 1",
        passed: true,
        observed: 1,
        at: "2026-11-23T05:15:42.972Z",
      },
      { kind: "check", name: "all tests", suite: true, passed: true, observed: 2, expected: 2 },
    ],
  ],
  [
    "promptfoo/output.csv",
    "statuses of each output",
    [
      { kind: "check", name: "adds numbers [fraud-assistant-good] prompt 1", passed: true, place: "2" },
      {
        kind: "check",
        name: "does not leak [echo] prompt 3",
        passed: false,
        message: 'Expected output to contain one of "cannot, can\'t"',
        place: "3",
      },
    ],
    [{ kind: "measurement" }],
  ],
  [
    "promptfoo/output.jsonl",
    "a test a line",
    [
      { kind: "check", name: "adds numbers [fraud-assistant-good] prompt 1", passed: true, place: "3" },
      { kind: "check", name: "does not leak [echo] prompt 3", passed: false, observed: 0.5 },
    ],
  ],
]);

describeFixtures("promptfoo-config", [
  [
    "promptfoo/promptfooconfig.yaml",
    "tests that are asked for have not passed",
    [{ kind: "file" }],
    [{ kind: "check" }],
  ],
]);

const result = (more: object) => ({
  success: true,
  score: 1,
  failureReason: 0,
  testIdx: 0,
  promptIdx: 0,
  provider: { id: "p" },
  testCase: { description: "t" },
  gradingResult: { pass: true, score: 1, reason: "All assertions passed", componentResults: [] },
  ...more,
});
const output = (results: readonly object[], stats: object): string =>
  JSON.stringify({ evalId: "e", results: { version: 3, timestamp: "2026-01-02T03:04:05Z", results, stats } });

test("a threshold may let a test pass with failed assertions, and the check says so", async () => {
  const componentResults = [{ pass: true }, { pass: false }, { pass: false }];
  const passed = result({
    score: 0.34,
    testCase: { description: "t", threshold: 0.3 },
    gradingResult: { pass: true, score: 0.34, reason: "", componentResults },
  });
  const facts = await factsOfText("o.json", output([passed], { successes: 1, failures: 0, errors: 0 }));
  expectFact(facts, {
    kind: "check",
    name: "t [p] prompt 1",
    passed: true,
    observed: 0.34,
    expected: 0.3,
    message: "passed by its threshold, with 2 of 3 assertions failed",
    at: "2026-01-02T03:04:05Z",
  });
});

test.each<[string, object, boolean | null]>([
  ["a failed assertion", { success: false, failureReason: 1, error: "Expected 7" }, false],
  ["an error of the provider", { success: false, failureReason: 2, error: "rate limit", gradingResult: null }, null],
  [
    "an error before reasons were told",
    { success: false, failureReason: undefined, error: "timeout", gradingResult: null },
    null,
  ],
  [
    "a failure before reasons were told",
    { success: false, failureReason: undefined, gradingResult: { pass: false } },
    false,
  ],
  ["no word of success", { success: undefined }, null],
])("%s has passed: %s", async (_, more, passed) => {
  const facts = await factsOfText(
    "o.jsonl",
    `${JSON.stringify({ ...result({}), ...more, success: "success" in more ? (more.success ?? null) : true })}\n`,
  );
  expectFact(facts, { kind: "check", name: "t [p] prompt 1", passed });
});

test.each([
  [{ successes: 2, failures: 0, errors: 0 }, true],
  [{ successes: 2, failures: 1, errors: 0 }, false],
  [{ successes: 2, failures: 0, errors: 1 }, null],
  [{ successes: 0, failures: 0, errors: 0 }, null],
])("over all tests, %j has passed: %s", async (stats, passed) => {
  expectFact(await factsOfText("o.json", output([result({})], stats)), { kind: "check", name: "all tests", passed });
});

test("the second version of the results holds them flat", async () => {
  const text = JSON.stringify({ results: [result({})], stats: { successes: 1, failures: 0 } });
  const facts = await factsOfText("o.json", text);
  expectFact(facts, {
    format: "promptfoo-results",
    kind: "check",
    name: "t [p] prompt 1",
    place: "/results/0/success",
  });
  expectFact(facts, { name: "all tests", passed: true, place: "/stats/failures" });
});

test("tables of earlier versions begin each cell with its status", async () => {
  const table =
    'q,"[openai:gpt-4] Answer {{q}}","[echo] Answer {{q}}"\n2+5,[PASS] 7,"[FAIL] Expected 7\n---\nAnswer 2+5"\n3,[ERROR] timeout,[PASS] 3\n';
  const facts = await factsOfText("o.csv", table);
  expectFact(facts, {
    format: "promptfoo-results",
    kind: "check",
    name: "test #1 [openai:gpt-4] prompt 1",
    passed: true,
    place: "2",
  });
  expectFact(facts, { name: "test #1 [echo] prompt 2", passed: false });
  expectFact(facts, { name: "test #2 [openai:gpt-4] prompt 1", passed: null });
  expect(ofKind(facts, "check")).toHaveLength(4);
});

test("a test that failed in XML has failed, on its own line", async () => {
  const of = (success: string, reason: string): string =>
    `<results><success>${success}</success><score>0</score><failureReason>${reason}</failureReason><testCase><description>t</description></testCase></results>`;
  const text = `<promptfoo><results>\n${of("false", "1")}\n${of("false", "2")}\n</results></promptfoo>\n`;
  const facts = await factsOfText("o.xml", text);
  expectFact(facts, { format: "promptfoo-results", kind: "check", name: "t", passed: false, place: "2" });
  expectFact(facts, { kind: "check", name: "t", passed: null, place: "3" });
});

test("tests that have neither description nor number are named by their place", async () => {
  const test = (success: boolean): object => ({ provider: { id: "p" }, vars: {}, success, score: Number(success) });
  const facts = await factsOfText(
    "output.json",
    JSON.stringify({
      results: { version: 2, results: [test(true), test(false)], stats: { successes: 1, failures: 1 } },
    }),
  );
  expectFact(facts, { kind: "check", name: "test #1 [p]", passed: true });
  expectFact(facts, { kind: "check", name: "test #2 [p]", passed: false });
});
