import { describe, expect, test } from "vitest";
import { judged, of, rules, type Files } from "./judged.js";

const front = "---\nlicense: mit\nlibrary_name: sklearn\n---\n# m\n";
const table = (...rows: readonly (readonly [metric: string, value: string])[]): string =>
  ["| metric | value |", "|---|---|", ...rows.map(([metric, value]) => `| ${metric} | ${value} |`), ""].join("\n");
const card = (body = ""): Files => ({ "m/README.md": `${front}\n${body}` });
const report = (...rows: readonly (readonly [metric: string, value: string])[]): Files => ({
  "m/evaluation_report.md": `# Evaluation report\n\n## Results on the test set\n\n${table(...rows)}`,
});
const results = (text: string): string => `## Evaluation\n\n${text}`;
const measured = (accuracy: number): Files => ({ "m/metrics.json": JSON.stringify({ accuracy }) });

const floor = "a: { metric: accuracy, at-least: 80% }";
/** A rule of its own that has the bodies of cards read. */
const reading = "z: { card-sections: limitations, then: { not-met: note, missing: note, unreadable: note } }";

const answer = async (files: Files, ...asked: readonly string[]) =>
  of(await judged(files, rules(...asked)), "a").map(({ outcome, message }) => `${outcome}: ${message}`);

describe("what Markdown states is judged, whatever else the policy asks", () => {
  test.each<[string, Files, RegExp]>([
    ["a report's table is evidence", { ...card(), ...report(["accuracy", "0.91"]) }, /^met: accuracy 0.91/],
    ["that of a report that fails", { ...card(), ...report(["accuracy", "0.71"]) }, /^not-met: accuracy 0.71/],
    [
      "a report that says otherwise than another file",
      { ...card(), ...report(["accuracy", "0.71"]), ...measured(0.95) },
      /^not-met: accuracy 0.71/,
    ],
    [
      "a card's table is a claim",
      card(results(table(["accuracy", "0.91"]))),
      /^met: accuracy 0.91.*claimed by the card$/,
    ],
    [
      "a card's claim of another metric",
      card(results(table(["recall", "0.91"]))),
      /^missing: no evidence states accuracy/,
    ],
    [
      "a claim is no matter beside evidence",
      { ...card(results(table(["accuracy", "0.99"]))), ...measured(0.71) },
      /^not-met: accuracy 0.71, at least 0.8$/,
    ],
  ])("%s", async (_, files, said) => {
    const alone = await answer(files, floor);
    expect(alone).toHaveLength(1);
    expect(alone[0]).toMatch(said);
    expect(await answer(files, floor, reading)).toEqual(alone);
  });

  test("slices that only a card claims are found where all data together are measured", async () => {
    const sliced = results("| country | accuracy |\n|---|---|\n| DE | 0.91 |\n| PL | 0.71 |\n");
    const each = "a: { metric: accuracy, at-least: 80%, for-each: country }";
    const alone = await answer({ ...card(sliced), ...measured(0.95) }, each);
    expect(alone.map((line) => line.split(":")[0])).toEqual(["not-met", "met"]);
    expect(await answer({ ...card(sliced), ...measured(0.95) }, each, reading)).toEqual(alone);
  });

  test("a rule that chooses among results finds those that only the card's body claims", async () => {
    const chosen = "a: { metric: accuracy, at-least: 80%, split: test }";
    const files = { ...card(results(`On the test set:\n\n${table(["test accuracy", "0.91"])}`)), ...measured(0.95) };
    expect(await answer(files, chosen)).toEqual(await answer(files, chosen, reading));
  });

  test("a champion's card is looked into as the model's own is", async () => {
    const files = {
      ...card(),
      ...measured(0.95),
      "old/README.md": `${front}\n${results(table(["accuracy", "0.99"]))}`,
    };
    const against = "a: { metric: accuracy, against: old, may-lose: 1% }";
    const alone = await answer(files, against);
    expect(alone[0]).toMatch(/^not-met: accuracy 0.95, old 0.99/);
    expect(await answer(files, against, reading)).toEqual(alone);
  });
});
