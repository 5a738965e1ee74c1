import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Piece } from "../../src/read/markdown-blocks.js";
import { plainPieces } from "../../src/read/markdown-plain.js";
import { wholePieces } from "../../src/read/markdown-whole.js";
import { corpusRoot } from "../truth/corpus-files.js";

/** Pieces in the order of the file; a block without any text says nothing. */
const inOrder = (pieces: readonly Piece[]): readonly unknown[] =>
  [...pieces]
    .sort((one, other) => one.offset - other.offset)
    .flatMap((piece): readonly unknown[] => {
      if (piece.kind === "heading" || piece.kind === "table") return [piece];
      const texts = piece.texts.map(({ text, offset }) => ({ text, offset }));
      return texts.length === 0 ? [] : [{ ...piece, texts }];
    });

const cell = (text: string, offset: number): object => ({ text, offset });

describe("what most cards are made of is read without a parser of all of Markdown", () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      "a heading",
      "## Intended *uses* & `limits`",
      [{ kind: "heading", title: "Intended uses & limits", depth: 2, offset: 0 }],
    ],
    [
      "a paragraph of two lines",
      "Scores **card**\n[payments](x).",
      [{ kind: "prose", texts: [cell("Scores card", 0), cell("payments.", 16)], offset: 0 }],
    ],
    [
      "a list with a list beneath, and a line that goes on",
      "- **By:** risk\n  team\n  * first\n- 2",
      [
        { kind: "prose", texts: [cell("By: risk", 4), cell("team", 15)], offset: 2 },
        { kind: "prose", texts: [cell("first", 26)], offset: 26 },
        { kind: "prose", texts: [cell("2", 34)], offset: 34 },
      ],
    ],
    [
      "a table",
      "| a | `b` c |\n|---|:-:|\n|  | **0.5** |",
      [
        {
          kind: "table",
          rows: [
            [cell("a", 2), cell("`b` c", 6)],
            [cell("", 24), cell("0.5", 31)],
          ],
          offset: 0,
        },
      ],
    ],
    ["code", "```python\n# no heading\n```", [{ kind: "code", texts: [cell("# no heading", 10)], offset: 0 }]],
    [
      "a comment over empty lines",
      "<!-- a\n\n# b --> c\nd",
      [
        { kind: "prose", texts: [cell("c", 16)], offset: 16 },
        { kind: "prose", texts: [cell("d", 18)], offset: 18 },
      ],
    ],
    [
      "a quotation",
      "> Version 1\n> of **it**",
      [{ kind: "prose", texts: [cell("Version 1", 2), cell("of it", 12)], offset: 2 }],
    ],
    [
      "marks that mean themselves",
      "5 * 3 < 20, num_0 & [x], 5* *left",
      [{ kind: "prose", texts: [cell("5 * 3 < 20, num_0 & [x], 5* *left", 0)], offset: 0 }],
    ],
  ])("%s", (_, body, pieces) => {
    expect(inOrder(plainPieces(body) ?? [])).toEqual(pieces);
    expect(inOrder(wholePieces(body))).toEqual(pieces);
  });
});

describe("what may mean something else is left to it", () => {
  test.each([
    "Title\n=====",
    "Title\n---",
    "a\n2. b",
    "- a\nlazy",
    "- a\n\n  still of it",
    "    code",
    "> a\nlazy",
    "> - a",
    "```\nnever closed",
    "<b>html</b>",
    "a <b>b</b>",
    "[a]: https://example.org",
    "a *b **c***",
    "**a *b",
    "![a](b (c))",
    "a\\*b",
    "&amp;",
    "``a``",
    "| a | b |\n|---|\n",
    "| a |\n|---|\nlazy",
    "| a |\n|---|\n| b | c |",
    "# a #",
    "a\tb",
    "a\r\nb",
    "a *😀*",
  ])("%j", (body) => {
    expect(plainPieces(body)).toBeNull();
  });
});

/** Marks that may mean something beside one another. */
const marks = [
  ...[
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "](x)",
    "!",
    "<",
    "<!--",
    "-->",
    "<b>",
    "&amp;",
    "&",
    "\\",
    "|",
    "😀",
    "“",
    "é",
  ],
  ...[
    "\n",
    "\n\n",
    "\n- ",
    "\n* ",
    "\n1. ",
    "\n2) ",
    "\n> ",
    "\n# ",
    "\n```\n",
    "\n~~~\n",
    "\n---\n",
    "\n===\n",
    "\n***\n",
  ],
  ...[
    "\n  - ",
    "\n    * ",
    "\n   - ",
    "\n  1. ",
    "\n  ",
    "\n    ",
    "\n- - ",
    "\n- [ ] ",
    "\n-     w",
    "\n-\n",
    "\n[a]: b\n",
  ],
  ...["\n| a | b |\n", "|---|---|\n", "\n|a|b|\n|-|-|\n|c|d|\n", "\n| `c|` | \\| |\n", "\n<!-- c\n\nd --> e\n"],
  ...["a", "b c", " ", "  ", ":", "1", ".", "-", "#", "\u00a0", "x_y"],
];
const everyday = [
  ...[
    "plain words. ",
    "Some more\n\n",
    "\n- an entry\n",
    "\n\n## Next\n\n",
    "**By:** it ",
    "`c` ",
    "*so* ",
    "_so_ ",
    "[x](y) ",
  ],
  ...[
    "\n\n| a | b |\n|---|--:|\n| 1 | `2` |\n\n",
    "\n\n```\ncode\n```\n",
    "\n- a\n  b\n  - c\n- d\n",
    "\n\n1. a\n2. b\n\n",
    "<!-- c -->",
  ],
];
const part = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...everyday) }, fc.constantFrom(...marks));

describe("both find the same", () => {
  test("whatever is written", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (written) => {
        const body = written.join("");
        const plain = plainPieces(body);
        if (plain !== null) expect(inOrder(plain)).toEqual(inOrder(wholePieces(body)));
      }),
      { numRuns: 3000 },
    );
  });

  test("in much of what is written at random, so that this means something", () => {
    const written = fc.sample(fc.array(part, { minLength: 3, maxLength: 8 }), {
      seed: 1,
      numRuns: 400,
    });
    expect(written.filter((all) => plainPieces(all.join("")) !== null).length).toBeGreaterThan(80);
  });

  test.skipIf(!existsSync(corpusRoot))(
    "in the cards and reports of the corpus, section by section (skipped without it)",
    () => {
      const cards = readdirSync(corpusRoot, { recursive: true, encoding: "utf8" }).filter((path) =>
        path.endsWith(".md"),
      );
      const sections = cards.flatMap((path) => readFileSync(join(corpusRoot, path), "utf8").split(/\n(?=#)/));
      const read = sections.flatMap((section) => {
        const plain = plainPieces(section);
        return plain === null ? [] : [{ plain, section }];
      });
      for (const { plain, section } of read) expect(inOrder(plain)).toEqual(inOrder(wholePieces(section)));
      expect(read.length).toBeGreaterThan(sections.length / 2);
    },
  );
});
