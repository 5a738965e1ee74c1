import { describe, expect, test } from "vitest";
import { decide, effectOf, exitStatusOf, levelFor, worstDecision, type Circumstances } from "../src/decide.js";
import { outcomes, type Decision, type Effect, type Level, type Outcome } from "../src/model/finding.js";

const plain: Circumstances = { then: {}, forEach: false, waived: false, onBase: false, gates: true };
const effects = ["block", "undecided", "warn", "note"] as const;
const stopping = ["not-met", "inconclusive", "missing", "unreadable"] as const;
const bools = [false, true] as const;

describe("what an outcome leads to, word for word", () => {
  test.each<[outcome: Outcome, plain: Effect, forEach: Effect, onBase: Effect, looks: Effect, looksOnBase: Effect]>([
    ["met", "pass", "pass", "pass", "pass", "pass"],
    ["not-applicable", "pass", "pass", "pass", "pass", "pass"],
    ["not-met", "block", "block", "warn", "block", "warn"],
    ["missing", "undecided", "undecided", "warn", "note", "warn"],
    ["unreadable", "undecided", "undecided", "warn", "block", "warn"],
    ["inconclusive", "undecided", "warn", "warn", "note", "warn"],
  ])("%s", (outcome, whenPlain, forEach, onBase, looks, looksOnBase) => {
    expect(effectOf(outcome, plain)).toBe(whenPlain);
    expect(effectOf(outcome, { ...plain, forEach: true })).toBe(forEach);
    expect(effectOf(outcome, { ...plain, onBase: true })).toBe(onBase);
    expect(effectOf(outcome, { ...plain, gates: false })).toBe(looks);
    expect(effectOf(outcome, { ...plain, gates: false, onBase: true })).toBe(looksOnBase);
    expect(effectOf(outcome, { ...plain, waived: true })).toBe("pass");
  });
});

/** Every combination of what may soften an effect. */
const everywhere: readonly Circumstances[] = bools.flatMap((forEach) =>
  bools.flatMap((waived) =>
    bools.flatMap((onBase) => bools.map((gates): Circumstances => ({ then: {}, forEach, waived, onBase, gates }))),
  ),
);

describe("then says what an outcome leads to", () => {
  const table = stopping.flatMap((outcome) => effects.map((effect) => [outcome, effect] as const));

  test.each(table)("%s: %s", (outcome, effect) => {
    for (const around of everywhere) {
      const softened = around.waived
        ? "pass"
        : around.onBase && (effect === "block" || effect === "undecided")
          ? "warn"
          : !around.gates && effect === "undecided"
            ? outcome === "unreadable"
              ? "block"
              : "note"
            : effect;
      expect(effectOf(outcome, { ...around, then: { [outcome]: effect } }), JSON.stringify(around)).toBe(softened);
    }
  });

  test.each(table)("the word of %s, %s, says nothing of the others", (outcome, effect) => {
    for (const around of everywhere)
      for (const other of outcomes.filter((one) => one !== outcome))
        expect(effectOf(other, { ...around, then: { [outcome]: effect } })).toBe(effectOf(other, around));
  });

  test("only met, not applicable and waived ever pass", () => {
    for (const around of everywhere.filter(({ waived }) => !waived))
      for (const outcome of stopping) expect(effectOf(outcome, around)).not.toBe("pass");
  });
});

describe("the decision", () => {
  const finding = (effect: Effect, outcome: Outcome = "not-met") => ({ effect, outcome });

  test.each<[title: string, findings: readonly ReturnType<typeof finding>[], gated: Decision, looks: Decision]>([
    ["no finding at all", [], "undecided", "warn"],
    ["all not applicable", [finding("pass", "not-applicable")], "undecided", "warn"],
    ["one met among not applicable", [finding("pass", "not-applicable"), finding("pass", "met")], "pass", "warn"],
    ["all met", [finding("pass", "met")], "pass", "warn"],
    ["a note", [finding("pass", "met"), finding("note")], "pass", "warn"],
    ["a waived finding", [finding("pass", "not-met")], "pass", "warn"],
    ["a warning", [finding("pass", "met"), finding("warn"), finding("note")], "warn", "warn"],
    ["undecided over warnings", [finding("warn"), finding("undecided"), finding("pass")], "undecided", "undecided"],
    ["block over undecided", [finding("undecided"), finding("block"), finding("warn")], "block", "block"],
  ])("%s", (_title, findings, gated, looks) => {
    expect(decide(findings)).toBe(gated);
    expect(decide(findings, false)).toBe(looks);
    expect(decide([...findings].reverse())).toBe(gated);
  });

  test.each<[decisions: readonly Decision[], worst: Decision]>([
    [[], "undecided"],
    [["pass"], "pass"],
    [["pass", "warn"], "warn"],
    [["warn", "undecided", "pass"], "undecided"],
    [["undecided", "block", "pass"], "block"],
  ])("over the models %j it is %s", (decisions, worst) => {
    expect(worstDecision(decisions)).toBe(worst);
  });

  test.each<[decision: Decision, status: number]>([
    ["pass", 0],
    ["warn", 0],
    ["block", 1],
    ["undecided", 2],
  ])("%s ends with status %i", (decision, status) => {
    expect(exitStatusOf[decision]).toBe(status);
  });

  test.each<[effect: Effect, level: Level]>([
    ["block", "error"],
    ["undecided", "error"],
    ["warn", "warning"],
    ["note", "note"],
    ["pass", "note"],
  ])("%s is shown as %s", (effect, level) => {
    expect(levelFor(effect)).toBe(level);
  });
});
