import { expect, test } from "vitest";
import type { Helpers } from "../../src/judge/request.js";
import type { Shard } from "../../src/judge/shard.js";
import type { Report } from "../../src/model/report.js";
import { facts, judged, measurement, rules, type Circumstances, type Files } from "./judged.js";

const policy = rules("floor: { metric: recall, at-least: 80% }");

const fleet = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `models/m${index}/run.facts.jsonl`,
      facts(measurement("recall", 0.7 + (index % 4) / 10)),
    ]),
  );

/** Helpers that judge as another thread does: the same request again, whose report is copied. */
function helpers(files: Files, more: Circumstances, fails: (shard: Shard) => boolean = () => false) {
  const asked: Shard[] = [];
  const made: Helpers = {
    atOnce: () => Promise.resolve(3),
    judge: async (shard): Promise<Report | null> => {
      asked.push(shard);
      return fails(shard) ? null : structuredClone(await judged(files, policy, { ...more, shard }));
    },
  };
  return { made, asked };
}

test.each([
  ["a report that is kept", { complete: true }],
  ["a glance at a terminal", { complete: false }],
])("a fleet that several judge is judged as by one: %s", async (_, more) => {
  const files = fleet(480);
  const { made, asked } = helpers(files, more);
  const together = await judged(files, policy, { ...more, helpers: made });
  expect(asked).toEqual([
    { index: 2, of: 3 },
    { index: 3, of: 3 },
  ]);
  expect(together).toEqual(await judged(files, policy, more));
});

test("what a helper does not bring is judged all the same", async () => {
  const files = fleet(480);
  const { made } = helpers(files, {}, ({ index }) => index === 2);
  expect(await judged(files, policy, { helpers: made })).toEqual(await judged(files, policy));
});

test("few models, and a part of a fleet, are judged by one", async () => {
  const few = helpers(fleet(299), {});
  await judged(fleet(299), policy, { helpers: few.made });
  const part = helpers(fleet(480), {});
  await judged(fleet(480), policy, { helpers: part.made, shard: { index: 1, of: 2 } });
  expect([few.asked, part.asked]).toEqual([[], []]);
});

test("what a fleet meets is told nobody who does not ask, and decides the same", async () => {
  const files = fleet(8);
  const glance = await judged(files, policy, { complete: false });
  const kept = await judged(files, policy);
  const decisions = ({ models }: Report): readonly string[] =>
    models.map(({ name, decision }) => `${name} ${decision}`);
  expect(decisions(glance)).toEqual(decisions(kept));
  const passing = new Set(kept.models.filter(({ decision }) => decision === "pass").map(({ name }) => name));
  expect(passing.size).toBeGreaterThan(0);
  const outcomes = ({ findings }: Report): readonly string[] =>
    findings.map(({ model, outcome, effect }) => `${model} ${outcome} ${effect}`);
  // Of those that pass, only what they do not meet is told.
  const told = kept.findings.filter(({ model, effect }) => !passing.has(model) || effect !== "pass");
  expect(outcomes(glance)).toEqual(outcomes({ ...kept, findings: told }));
  expect(glance.findings.filter(({ outcome }) => outcome !== "met").every(({ message }) => message !== "")).toBe(true);
});
