import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutMarkdown, sizeOf } from "../../src/report/cut.js";

const line = fc.oneof(
  fc.constantFrom("| a | b |", "```", "```text", "~~~", "<details><summary>x</summary>", "</details>", "", "ä€😀"),
  fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[\r\n`~<]/g, "")),
);
const document = fc.array(line, { maxLength: 60 }).map((lines) => lines.join("\n"));

describe("cutMarkdown", () => {
  test("leaves what fits as it is", () => {
    expect(cutMarkdown("a\nb\n", { unit: "characters", most: 4 }, "…")).toBe("a\nb\n");
  });

  test.each(["characters", "bytes"] as const)("always fits, counted in %s, and says that it was cut", (unit) => {
    fc.assert(
      fc.property(document, fc.integer({ min: 40, max: 400 }), (text, most) => {
        const cut = cutMarkdown(text, { unit, most }, "More in the report.");
        expect(sizeOf(cut, unit)).toBeLessThanOrEqual(most);
        expect(cut === text || cut.endsWith("\n\nMore in the report.\n")).toBe(true);
      }),
    );
  });

  test("ends a table with a whole row", () => {
    const table = ["| a | b |", "| - | - |", ...Array.from({ length: 50 }, (_, row) => `| ${row} | x |`)].join("\n");
    const cut = cutMarkdown(table, { unit: "characters", most: 120 }, "More.");
    expect(
      cut
        .split("\n")
        .filter((row) => row.startsWith("|"))
        .every((row) => row.endsWith("|")),
    ).toBe(true);
    expect(cut).toMatch(/\| \d+ \| x \|\n\nMore\.\n$/);
  });

  test("closes what is open: a block of code, and folds in folds", () => {
    const text = [
      "<details><summary>a</summary>",
      "",
      "<details><summary>b</summary>",
      "",
      "````text",
      "```",
      "x".repeat(500),
    ];
    const cut = cutMarkdown(text.join("\n"), { unit: "characters", most: 200 }, "More.");
    expect(cut).toBe(`${text.slice(0, 6).join("\n")}\n\`\`\`\`\n\n</details>\n\n</details>\n\nMore.\n`);
  });

  test("does not take a fold inside a block of code for one", () => {
    const text = `\`\`\`\n<details>\n\`\`\`\n${"x\n".repeat(200)}`;
    expect(cutMarkdown(text, { unit: "characters", most: 100 }, "More.")).not.toContain("</details>");
  });

  test("counts in bytes what is more than one", () => {
    expect(sizeOf("€", "bytes")).toBe(3);
    const cut = cutMarkdown("€€€€€€€€€€\n".repeat(10), { unit: "bytes", most: 80 }, "More.");
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(80);
    expect(cut).toContain("€");
  });
});
