import { expect, test } from "vitest";
import { facts, judged, measurement, rules } from "../judge/judged.js";
import { modelCard } from "../checks/rows.js";

const files = {
  ...modelCard,
  "m/a.facts.jsonl": facts(
    ...Array.from({ length: 20 }, (_, slice) =>
      measurement("recall", 0.9, { trials: 400, slice: { shop: String(slice) } }),
    ),
  ),
};
const each = rules("it: { metric: recall, for-each: shop, at-least: 80% }");

test.each([
  [
    "confidence: 95%",
    "gate judges 20 bounds with a confidence: where each is just kept, chance alone would break about 1 of them; adjusted for it by Holm.",
  ],
  ["confidence: 95%\nadjust: none", "nothing is adjusted for it"],
  ["confidence: 99%", "about 0.2 of them"],
])("the report says how many alarms chance alone gives (%s)", async (policy, note) => {
  const { notes } = await judged(files, `${policy}\n${each}`);
  expect(notes.join("\n")).toContain(note);
});

test("where points are judged nothing is said of chance", async () => {
  const { notes } = await judged(files, each);
  expect(notes.join("\n")).not.toContain("chance");
});
