import { describe, expect, test } from "vitest";
import { markdownBody } from "../../src/read/markdown.js";

const tableTexts = (text: string): { header: string[]; rows: string[][]; under: readonly string[] }[] =>
  markdownBody(text, 1).tables.map(({ header, rows, under }) => ({
    header: header.map((cell) => cell.text),
    rows: rows.map((row) => row.map((cell) => cell.text)),
    under,
  }));

describe("sections", () => {
  const text = [
    "Before any heading.",
    "",
    "# Card for **fraud**",
    "",
    "<!-- guidance: say what it does -->",
    "",
    "Scores *payments*",
    "and [ranks](x) `them`.",
    "## Uses",
    "### Direct use",
    "",
    "- **By:** risk team",
    "  second line",
    "- 2",
    "",
    "Setext title",
    "------------",
    "```python",
    "# not a heading",
    "load()",
    "```",
    '<h2 align="center">HTML <i>title</i></h2>',
    "",
    "Under it.",
  ].join("\n");
  const { sections, lines } = markdownBody(text, 11);

  test("headings keep titles, depth, lines of the file and what lies above them", () => {
    expect(sections.map(({ heading, under }) => [heading.title, heading.depth, heading.line, under])).toEqual([
      ["Card for fraud", 1, 13, []],
      ["Uses", 2, 19, ["Card for fraud"]],
      ["Direct use", 3, 20, ["Card for fraud", "Uses"]],
      ["Setext title", 2, 26, ["Card for fraud"]],
      ["HTML title", 2, 32, ["Card for fraud"]],
    ]);
  });

  test("a section's own text ends at the next heading and has no markup and no comments", () => {
    expect(sections.map((section) => [section.text, section.textLine])).toEqual([
      ["Scores payments\nand ranks them.", 17],
      ["", 19],
      ["By: risk team\nsecond line\n2", 22],
      ["# not a heading\nload()", 29],
      ["Under it.", 34],
    ]);
  });

  test("prose and list items are lines, code is not", () => {
    expect(lines.map(({ text: line, line: number }) => [number, line])).toEqual([
      [11, "Before any heading."],
      [17, "Scores payments"],
      [18, "and ranks them."],
      [22, "By: risk team"],
      [23, "second line"],
      [24, "2"],
      [34, "Under it."],
    ]);
  });
});

describe("tables", () => {
  test("a Markdown table gives texts, and each cell's line and column", () => {
    const text = "## Results\n\n| Metric | Value |\n| :-- | --: |\n| **ROC AUC** | `0.93` |\n| a \\| b |  |\n";
    const [table] = markdownBody(text, 5).tables;
    expect(tableTexts(text)).toEqual([
      {
        header: ["Metric", "Value"],
        rows: [
          ["ROC AUC", "0.93"],
          ["a | b", ""],
        ],
        under: ["Results"],
      },
    ]);
    expect(table?.line).toBe(7);
    expect(table?.rows[0]?.map(({ line, column }) => [line, column])).toEqual([
      [9, 5],
      [9, 17],
    ]);
  });

  test("lines ended by CR LF are counted once", () => {
    const [table] = markdownBody("# A\r\n\r\n|m|v|\r\n|-|-|\r\n|f1|0.3|\r\n", 1).tables;
    expect(table?.rows[0]?.[1]).toEqual({ text: "0.3", line: 5, column: 5 });
  });

  test("an HTML table is read across blank lines, with entities, spans and positions", () => {
    const text = [
      "# R",
      "",
      "<table>",
      '  <tr><th rowspan="2">model</th><th colspan=2>ImageNet &amp; co</th></tr>',
      "  <tr><th>acc</th><th>rmse &darr;</th></tr>",
      "",
      "  <!-- <tr><td>hidden</td></tr> -->",
      "    <tr>",
      "",
      "        <td>ViT&#45;S</td>",
      '        <td align="right"> 81.1%</td>',
      "        <td>0.<b>417</b></td>",
      "    </tr>",
      "</table>",
      "",
      "After.",
    ].join("\n");
    const body = markdownBody(text, 1);
    expect(tableTexts(text)).toEqual([
      {
        header: ["model", "ImageNet & co acc", "ImageNet & co rmse ↓"],
        rows: [["ViT-S", "81.1%", "0.417"]],
        under: ["R"],
      },
    ]);
    expect(body.tables[0]?.rows[0]?.[1]).toEqual({
      text: "81.1%",
      line: 11,
      column: 28,
    });
    expect(body.lines.map(({ text: line }) => line)).toEqual(["After."]);
  });

  test("an HTML table inside a code block or a comment is no table", () => {
    expect(tableTexts("```html\n<table><tr><td>1</td></tr></table>\n```\n")).toEqual([]);
    expect(tableTexts("<!-- <table><tr><td>1</td></tr></table> -->\n\n`<table>`\n")).toEqual([]);
  });

  test("unclosed rows and cells end where the next begins", () => {
    expect(tableTexts("<table><tr><td>a<td>b<tr><td>c<td>d")).toEqual([
      { header: ["a", "b"], rows: [["c", "d"]], under: [] },
    ]);
  });

  test("a rowspan reaches down into the rows below", () => {
    const text = "<table><tr><th>d<th>m<th>v</tr><tr><td rowspan=2>x<td>f1<td>1</tr><tr><td>acc<td>2</tr></table>";
    expect(tableTexts(text)[0]?.rows).toEqual([
      ["x", "f1", "1"],
      ["x", "acc", "2"],
    ]);
  });
});

describe("what would cost too much", () => {
  test.each([
    ["a long line", "a".repeat(150_000)],
    ["many marks", "[a](b) ".repeat(2_500).concat("\n").repeat(8)],
    ["deep quotes", `${"> ".repeat(200)}a`],
    ["deep lists", Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    ["many lines", "a\n\n".repeat(20_000)],
  ])("%s gives an empty body that says so", (_, text) => {
    expect(markdownBody(text, 1)).toEqual({
      sections: [],
      tables: [],
      lines: [],
      tooLarge: true,
    });
  });

  test.each([
    ["unclosed tags", "<a".repeat(7_900)],
    ["unclosed comments", "<!--".repeat(4_000)],
    ["unclosed tables", "<table>".repeat(2_000)],
    ["huge spans", `<table>${'<tr><td colspan="99999" rowspan="99999">x</td></tr>'.repeat(200)}</table>`],
    ["open brackets", "[".repeat(7_900)],
  ])("%s are read, or told to be too much, and are no hang", { timeout: 60_000 }, (_, text) => {
    expect(() => markdownBody(text, 1)).not.toThrow();
  });

  test("an embedded picture does not hide the text beside it", () => {
    const body = markdownBody(`# A\n\n![p](data:image/png;base64,${"QUJD".repeat(20_000)}) seen\n`, 1);
    expect(body.tooLarge).toBeUndefined();
    expect(body.sections[0]?.text).toContain("seen");
  });
});
