import { describe, expect, test } from "vitest";
import { acted, type Play } from "./acted.js";
import { fact, sound } from "./stage.js";

const gateOf = (...rules: readonly string[]): string =>
  ["policy: gate", "rules:", ...rules.map((rule) => `  ${rule}`), ""].join("\n");
const withRule = (rule: string, files: Play["base"], above = ""): NonNullable<Play["base"]> => ({
  ...sound,
  "policies/gate.yaml": `${above}${gateOf("recall-floor: { metric: recall, at-least: 80% }", `asked: ${rule}`)}`,
  ...files,
});

const expectation = (type: string, success: boolean) => ({
  success,
  expectation_config: { type, kwargs: { column: "amount" }, meta: {} },
  result: {},
});
const validation = (...results: readonly { readonly success: boolean }[]): string =>
  JSON.stringify({
    success: results.every(({ success }) => success),
    suite_name: "transactions",
    results,
    statistics: { evaluated_expectations: results.length },
    meta: {},
  });
const suite = "models/fraud/validation.json";
const present = expectation("expect_column_values_to_not_be_null", true);
const inRange = (success: boolean) => expectation("expect_column_values_to_be_between", success);

const drift = (column: string, score: number): string =>
  `${JSON.stringify({ kind: "drift", scope: "column", column, method: "psi", score })}\n`;
const drifts = "models/fraud/drift.facts.jsonl";
const slice = (country: string, value: number): string => fact("recall", value, { slice: { country } });

const quality = "{ data-quality: suite }";
const stable = "{ drift: psi, for-each: column, at-most: 0.2 }";

/** What GitHub shows of a comment, without the escapes of Markdown. */
const plain = (comment: string | undefined): string => (comment ?? "").replaceAll("\\", "");

describe("a pull request that leaves out what fails", () => {
  test.each<[title: string, base: NonNullable<Play["base"]>, change: NonNullable<Play["change"]>, says: string]>([
    [
      "an expectation of a suite",
      withRule(quality, { [suite]: validation(present, inRange(true)) }),
      { [suite]: validation(present) },
      "the base was judged on the check expect_column_values_to_be_between on amount",
    ],
    [
      "a column of a drift report",
      withRule(stable, { [drifts]: drift("amount", 0.1) + drift("hour", 0.1) }),
      { [drifts]: drift("amount", 0.1) },
      "the base was judged on the column hour",
    ],
    [
      "a slice of an evaluation",
      withRule("{ metric: recall, for-each: country, at-least: 80% }", {
        "models/fraud/slices.facts.jsonl": slice("DE", 0.9) + slice("FR", 0.9),
      }),
      { "models/fraud/slices.facts.jsonl": slice("DE", 0.9) },
      "the base was judged on country=FR",
    ],
    [
      "a column, and asks for less in the same change",
      withRule(stable, { [drifts]: drift("amount", 0.1) + drift("hour", 0.1) }),
      {
        [drifts]: drift("amount", 0.1),
        "policies/gate.yaml": `then: { missing: warn }\n${gateOf("recall-floor: { metric: recall, at-least: 80% }", `asked: ${stable}`)}`,
      },
      "the base was judged on the column hour",
    ],
  ])("%s: it is undecided", async (_title, base, change, says) => {
    const { status, comments } = await acted({ base, change });
    expect(status).toBe(2);
    expect(plain(comments[0])).toContain(says);
  });

  test("is let through with a warning where the policy of the base says so", async () => {
    const files = { [drifts]: drift("amount", 0.1) + drift("hour", 0.1) };
    const base = withRule(stable, files, "then: { missing: warn }\n");
    const { status, outputs } = await acted({ base, change: { [drifts]: drift("amount", 0.1) } });
    expect([status, outputs["decision"]]).toEqual([0, "warn"]);
  });

  test("passes where the report is written anew elsewhere, and leaves nothing out", async () => {
    const base = withRule(quality, { [suite]: validation(present, inRange(true)) });
    const change = { [suite]: null, "models/fraud/quality/2026-12.json": validation(inRange(true), present) };
    expect((await acted({ base, change })).status).toBe(0);
  });
});
