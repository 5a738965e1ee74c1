import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

test.each([
  ["Portuguese", "FNR mín.", "FNR máx."],
  ["Spanish", "Mínimo", "Máxima"],
  ["English", "Min", "Max"],
])("the least and the most of groups, in %s, are no results of the model", async (_, least, most) => {
  const card = `# Model card\n\n## Intended use\n\nFor tests.\n\n## Evaluation\n\n| Attribute | n | Recall | ${least} | ${most} |\n| --- | --- | --- | --- | --- |\n| region | 40 | 0.81 | 0.12 | 0.31 |\n| age | 40 | 0.83 | 0.11 | 0.28 |\n`;
  const facts = ofKind(await factsOfText("m/README.md", card), "measurement");
  expect(facts.map(({ metric, value }) => [metric, value])).toEqual([
    ["recall", 0.81],
    ["recall", 0.83],
  ]);
});
