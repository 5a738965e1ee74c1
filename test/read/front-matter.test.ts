import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "../../src/read/front-matter.js";

describe("splitting", () => {
  test.each<[string, string, string | null, number, string, number]>([
    ["plain", "---\na: 1\nb: 2\n---\n# T\n", "a: 1\nb: 2", 2, "# T\n", 5],
    ["none", "# T\n\n---\na: 1\n---\n", null, 1, "# T\n\n---\na: 1\n---\n", 1],
    ["CR LF", "---\r\na: 1\r\n---\r\nbody\r\n", "a: 1\r", 2, "body\r\n", 4],
    ["a byte-order mark", "\uFEFF---\na: 1\n---\nbody", "a: 1", 2, "body", 4],
    ["blank lines above", "\n\n---\na: 1\n---\nbody", "a: 1", 4, "body", 6],
    ["blanks behind the dashes", "---  \na: 1\n--- \nbody", "a: 1", 2, "body", 4],
    ["a rule in the body", "---\na: 1\n---\nx\n\n---\ny", "a: 1", 2, "x\n\n---\ny", 4],
    ["dashes inside a value", "---\na: x --- y\nb: |\n  ---\n---\nbody", "a: x --- y\nb: |\n  ---", 2, "body", 6],
    ["nothing behind", "---\na: 1\n---", "a: 1", 2, "", 3],
    ["empty", "---\n---\nbody", "", 2, "body", 3],
    [
      "a rule at the top of a text",
      "---\n\n# Title\n\nSome prose.\n\n---\nmore",
      null,
      1,
      "---\n\n# Title\n\nSome prose.\n\n---\nmore",
      1,
    ],
    ["four dashes", "----\na: 1\n----\n", null, 1, "----\na: 1\n----\n", 1],
    ["a comment first", "---\n# c\na: 1\n---\nbody", "# c\na: 1", 2, "body", 5],
    ["a template", "---\n{{ card_data }}\n---\nbody", "{{ card_data }}", 2, "body", 4],
  ])("%s", (_, text, yaml, yamlLine, body, bodyLine) =>
    expect(splitFrontMatter(text)).toEqual({ yaml, yamlLine, body, bodyLine, problem: null }),
  );

  test("a front matter without an end is a problem on its first line, and the text is kept as body", () => {
    const text = "---\nlicense: mit\n\n# Model\n";
    expect(splitFrontMatter(text)).toMatchObject({
      yaml: null,
      body: text,
      bodyLine: 1,
      problem: { problem: "unreadable", line: 1 },
    });
  });

  test("a rule above prose without an end is no problem", () => {
    expect(splitFrontMatter("---\nSome prose, and more.\n").problem).toBeNull();
  });

  test("a long text without an end is searched once, and has none", { timeout: 20_000 }, () => {
    expect(splitFrontMatter(`---\n${"\n--".repeat(300_000)}`).yaml).toBeNull();
    expect(splitFrontMatter("\n".repeat(1_000_000)).yaml).toBeNull();
  });
});
