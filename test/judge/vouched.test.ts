import { expect, test } from "vitest";
import { facts, judged, measurement, of, rules } from "./judged.js";

const said = async (metric: string): Promise<readonly string[]> => {
  const report = await judged(
    { "m/own.facts.jsonl": facts(measurement("recall", 0.9)) },
    rules(`floor: { metric: ${metric}, at-least: 80%, evidence: attested }`),
  );
  return of(report, "floor").map(({ outcome, message, mend }) => `${outcome}: ${message} → ${mend}`);
};

test("evidence that is there and not vouched for as is asked is missing, and that is why", async () => {
  expect(await said("recall")).toEqual([
    "missing: no evidence states recall; the policy asks for evidence that is `attested`, and what is vouched for less does not count → have the evidence vouched for as `attested`, or ask for less in a reviewed change to the policy",
  ]);
});
