import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlaceholder, readCardText } from "../../src/normalise/card-placeholder.js";

describe("text that a template left", () => {
  test.each([
    "[More Information Needed]",
    "- **License:** [More Information Needed]".replaceAll("*", ""),
    "Developed by: [More Information Needed]\nModel type: [More Information Needed]",
    "More information needed",
    "TODO",
    "TODO: describe the training data",
    "TBD",
    "TBD.",
    "Coming soon",
    "...",
    "To be added.",
    "[Insert intended use here]",
    "[Your name]",
    '{{ direct_use | default("[More Information Needed]", true)}}',
    "{{ card_data }}",
    "{% if eval %}",
    "{model_description}",
    "<describe the data>",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
    "Use the code below to get started with the model.\n\n[More Information Needed]",
    "Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.",
    "Paper [optional]: [More Information Needed]",
    "???",
  ])("%s", (text) => expect(readCardText(text)).toEqual({ placeholder: true, words: 0, hasFiller: true }));
});

describe("text that somebody wrote", () => {
  test.each<[string, number, boolean]>([
    ["", 0, false],
    ["Ranking payments for manual review.", 5, false],
    ["License:", 0, false],
    ["None known.", 2, false],
    ["Developed by: Risk team\nLicense: [More Information Needed]", 4, true],
    ["It reads {amount: 3} from the request body.", 8, false],
    ["See [the paper](x), which is to be read with care by all who deploy it.", 16, false],
    ["The todo list of the team is kept elsewhere, and this sentence is about that alone.", 15, true],
    ["n/a", 2, false],
  ])("%s", (text, words, hasFiller) => expect(readCardText(text)).toEqual({ placeholder: false, words, hasFiller }));

  test("a long line is never searched for fillers", { timeout: 20_000 }, () => {
    expect(readCardText(".".repeat(19_000)).placeholder).toBe(false);
    expect(readCardText(`${"[".repeat(1_900)}\n`.repeat(100)).placeholder).toBe(false);
  });
});

test("a single word is a filler where the whole reading says so", () => {
  const fillers = ["todo", "TBD", "xxx", "wip", "placeholder", "fixme", "tba", "tbc"];
  const piece = fc.oneof(fc.constantFrom(...fillers), fc.string({ unit: fc.constantFrom(..."aT0.@:/+-_…?[") }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
      const word = pieces.join("");
      expect(isPlaceholder(word)).toBe(readCardText(word).placeholder);
    }),
  );
});
