import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import * as escape from "../../src/report/escape.js";
import { plainText } from "../../src/report/plain.js";
import { attacks } from "./attacks.js";
import { active } from "./deeds.js";

const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...attacks) }, fc.string({ unit: "binary" })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const glued = fc
  .tuple(
    fc.constantFrom(...attacks),
    fc.constantFrom("", " ", "\\", "`", "&", "|", "*", "\u200B"),
    fc.constantFrom(...attacks),
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(hostile, glued);

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** Here names of emoji as well: of a whole report the places of findings look like them. */
const activeText: readonly RegExp[] = [...active, /:[\w+-]*[a-z][\w+-]*:/i];

interface Shown {
  readonly prose: string;
  readonly code: string;
  readonly kinds: ReadonlySet<string>;
}

function shown(markdown: string): Shown {
  const tree = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const kinds = new Set<string>();
  const prose: string[] = [];
  const code: string[] = [];
  const visit = (node: Nodes): void => {
    kinds.add(node.type);
    if (node.type === "text") prose.push(node.value);
    if (node.type === "inlineCode" || node.type === "code") code.push(node.value);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return { prose: prose.join(""), code: code.join("\n"), kinds };
}

const only = (kinds: ReadonlySet<string>, ...allowed: readonly string[]): readonly string[] =>
  [...kinds].filter((kind) => !allowed.includes(kind));

describe("markdownText", () => {
  test("is prose and nothing else, alone, at the start of a line, or within one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const around of ["", "before "]) {
          const { prose, kinds } = shown(`${around}${escape.markdownText(text)}`);
          expect(only(kinds, "root", "paragraph", "text", "inlineCode")).toEqual([]);
          for (const pattern of activeText) expect(prose).not.toMatch(pattern);
          expect(prose).not.toMatch(unseen);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("keeps to its cell of a table", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = `| a | b |\n| - | - |\n| ${escape.markdownText(text)} | second |\n`;
        const tree = fromMarkdown(table, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
        const [first] = tree.children;
        expect(tree.children).toHaveLength(1);
        expect(first?.type === "table" && first.children.map(({ children }) => children.length)).toEqual([2, 2]);
        expect(shown(table).prose).toMatch(/second$/);
      }),
      { numRuns: 500 },
    );
  });

  test("does nothing either where entities are read once more", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const decoded = escape
          .markdownText(text)
          .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
          .replace(/&(commat|num|colon|sol|amp);/g, "@");
        expect(decoded).not.toMatch(/@[a-z\d]/i);
      }),
    );
  });

  test.each<[string, string]>([
    ["fraud-detector v3", "fraud-detector v3"],
    ["age_band", "age\\_band"],
    ["R&D", "R\\&D"],
    ["0.612 [0.577, 0.647]", "0.612 \\[0.577, 0.647\\]"],
    ["a\nb", "a b"],
    ["- x", "\\- x"],
    ["-0.5", "-0.5"],
    ["--- x", "\\--- x"],
    ["12. x", "12\\. x"],
    ["5$", "5&#36;"],
    ["C#", "C\\#"],
    ["commit 4f1c2e9 here", "commit `4f1c2e9` here"],
    ["1234567 rows", "1234567 rows"],
    ["12:30:45", "12:30:45"],
  ])("%j becomes %j", (text, expected) => {
    expect(escape.markdownText(text)).toBe(expected);
  });

  test("is cut to what is asked, in whole characters", () => {
    expect(escape.markdownText("ab".repeat(200))).toHaveLength(200);
    expect(escape.markdownText("😀😀😀😀", 3)).toBe("😀😀…");
    expect(escape.markdownText("😀😀😀", 3)).toBe("😀😀😀");
  });
});

describe("htmlInMarkdown", () => {
  const tagless = (html: string): string =>
    html.replace(/<\/?code>/g, "").replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  test("holds no markup, and its text does nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = escape.htmlInMarkdown(text);
        expect(html.replace(/<\/?code>/g, "")).not.toMatch(/[<>`*_[\]|\\$"'\n]/);
        const prose = tagless(html.replace(/<code>[0-9a-f]+<\/code>/gi, ""));
        for (const pattern of activeText) expect(prose).not.toMatch(pattern);
        expect(prose).not.toMatch(unseen);
      }),
      { numRuns: 500 },
    );
  });

  test("shows the text", () => {
    expect(tagless(escape.htmlInMarkdown("a < b & *c*"))).toBe("a < b & *c*");
  });
});

describe("markdownCode", () => {
  test("is one span of code with the text as it is, within a table too", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = escape.markdownCode(text);
        const { kinds, code, prose } = shown(`| a |\n| - |\n| ${span} |\n`);
        expect(only(kinds, "root", "table", "tableRow", "tableCell", "text", "inlineCode")).toEqual([]);
        expect(prose).toBe("a");
        expect(code.trim().replaceAll("\uFF20", "@")).toBe(
          plainText(text).replaceAll("|", "\u00A6").replaceAll("\uFF20", "@"),
        );
        expect(code).not.toMatch(/@[a-z\d]/i);
      }),
      { numRuns: 500 },
    );
  });
});

describe("markdownBlock", () => {
  test("is one block of code, whatever fences the text holds", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (lines) => {
        const { kinds, prose } = shown(`${escape.markdownBlock(lines.join("\n"))}\n`);
        expect([only(kinds, "root", "code"), prose]).toEqual([[], ""]);
      }),
    );
  });
});

/** How the runner reads a command: the message after the second pair of colons, with three letters unescaped. */
function readCommand(line: string): {
  readonly name: string;
  readonly properties: Record<string, string>;
  readonly message: string;
} {
  const [, name = "", listed = "", message = ""] = /^::([\w-]+) ?(.*?)::(.*)$/s.exec(line) ?? [];
  const unescape = (text: string): string =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const properties = listed.split(",").map((pair): [string, string] => {
    const [key = "", ...rest] = pair.split("=");
    return [key, unescape(rest.join("=").replaceAll("%3A", ":").replaceAll("%2C", ","))];
  });
  return { name, properties: Object.fromEntries(properties), message: unescape(message) };
}

describe("workflow commands", () => {
  test("give the runner back exactly what was put in, on one line", () => {
    fc.assert(
      fc.property(anyText, anyText, (title, message) => {
        const line = `::error file=a.json,title=${escape.workflowProperty(title)}::${escape.workflowData(message)}`;
        expect(line).not.toMatch(/[\r\n]/);
        const read = readCommand(line);
        expect([read.name, read.properties.file, read.message]).toEqual(["error", "a.json", message]);
        expect(read.properties.title).toBe(title);
      }),
      { numRuns: 500 },
    );
  });

  test("cannot be forged in a log", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (lines) => {
        for (const line of escape.logLines(lines.join("\n")).split(/[\r\n]+/)) {
          expect(line).not.toMatch(/^\s*::/);
          expect(line).not.toContain("##[");
        }
      }),
    );
  });
});

test("on a terminal every text is one line that obeys nobody", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(escape.terminalText(text)).not.toMatch(unseen);
    }),
  );
  expect(escape.terminalText("\u001B[31mred\u001B[0m \u001B]8;;https://evil.test\u0007link\u001B]8;;\u0007!")).toBe(
    "red link!",
  );
});

test("HTML gives the text back to who reads it", () => {
  expect(escape.escapeHtml(`<a href="x">'&`)).toBe("&#60;a href=&#34;x&#34;&#62;&#39;&#38;");
});
