import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { ofKind, readEvidence, readFiles } from "../read-evidence.js";

const metrics = '{\n  "recall": 0.8,\n  "auc": 0.9\n}\n';

const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

const bytes = (...parts: readonly (number | string)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part])))),
  );

const zip = new Uint8Array(Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), deflateRawSync(metrics)]));

const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n";

const problemsOf = (facts: readonly Fact[]): readonly (readonly [string, string])[] =>
  ofKind(facts, "problem").map(({ problem, message }) => [problem, message] as const);

describe("a file that is not what its name says is named for what it is", () => {
  test.each<[string, string, string | Uint8Array, string, RegExp]>([
    ["a printed Python object", "metrics.json", "{'recall': 0.8, 'auc': None}", "python-repr", /printed Python object/],
    [
      "Python's constants",
      "metrics.json",
      '{"recall": 0.8, "ok": True}',
      "python-repr",
      /True is Python's own notation/,
    ],
    [
      "a printed NumPy array",
      "metrics.json",
      '{"recall": array([0.8])}',
      "python-repr",
      /array is Python's own notation/,
    ],
    ["a web page", "metrics.json", "<!DOCTYPE html>\n<html><body>404</body></html>", "unreadable", /web page/],
    ["a web page", "drift.yaml", "<html>\n<head></head></html>", "unreadable", /web page/],
    ["a web page", "predictions.csv", "<HTML><BODY>Sign in</BODY></HTML>", "unreadable", /web page/],
    ["UTF-16", "metrics.json", utf16(metrics, false, true), "unreadable", /UTF-16/],
    ["UTF-16, the other way round", "metrics.json", utf16(metrics, true, true), "unreadable", /UTF-16/],
    ["UTF-16 without a mark", "metrics.json", utf16(metrics, false, false), "unreadable", /UTF-16/],
    ["UTF-16 without a mark, the other way round", "a.csv", utf16("a,b\n1,2\n", true, false), "unreadable", /UTF-16/],
    ["Latin-1", "metrics.json", bytes('{"name": "M', 0xfc, 'nchen", "recall": 0.8}'), "unreadable", /not UTF-8/],
    [
      "an AppleDouble file",
      "._metrics.json",
      bytes(0x00, 0x05, 0x16, 0x07, 0, 2, 0, 0, "Mac OS X"),
      "unreadable",
      /AppleDouble/,
    ],
    ["a ZIP archive", "metrics.json", zip, "unreadable", /ZIP archive/],
    ["gzip", "metrics.json", new Uint8Array(gzipSync(metrics)), "unreadable", /gzip/],
    ["Zstandard", "metrics.csv", bytes(0x28, 0xb5, 0x2f, 0xfd, 0x04), "unreadable", /Zstandard/],
    ["a picture", "report.json", bytes(0x89, "PNG\r\n", 0x1a, "\n"), "unreadable", /PNG/],
    ["a pickle", "metrics.yaml", bytes(0x80, 4, 0x95, 0, 0, 0, 0, "}.recall"), "unreadable", /binary/],
    ["a Git LFS pointer", "metrics.json", pointer, "unreadable", /Git LFS pointer/],
    ["a Git LFS pointer", "predictions.csv", pointer, "unreadable", /Git LFS pointer/],
    ["a Git LFS pointer", "predictions.parquet", pointer, "unreadable", /Git LFS pointer/],
    ["no text at all", "metrics.json", "", "empty", /empty/],
    ["white space", "metrics.json", "\n \n", "empty", /white space/],
    ["a cut document", "metrics.json", metrics.slice(0, 20), "truncated", /cut short/],
    ["a template", "metrics.json", '{"recall": {{ recall }}, "auc": 0.9}', "template", /template/],
    ["a template", "metrics.json", '{"recall": ${RECALL}}', "template", /template/],
    [
      "a placeholder in quotes",
      "metrics.json",
      '{"recall": "{{ recall }}", "auc": 0.9, "f1": 0.7}',
      "template",
      /recall is a template's placeholder/,
    ],
    ["a template", "metrics.yaml", "recall: {{ recall }}\nauc: 0.9\n", "template", /template/],
    ["a key twice", "metrics.json", '{"recall": 0.8, "recall": 0.9}', "duplicate-key", /stands twice/],
    ["a key twice", "metrics.yaml", "recall: 0.8\nrecall: 0.9\n", "duplicate-key", /twice/],
    [
      "a merge conflict",
      "metrics.json",
      `<<<<<<< HEAD\n${metrics}=======\n${metrics}>>>>>>> main\n`,
      "unreadable",
      /merge conflict/,
    ],
  ])("%s under the name %s", async (_, name, contents, problem, message) => {
    const facts = await readFiles({ [name]: contents });
    expect(problemsOf(facts)).toEqual([[problem, expect.stringMatching(message)]]);
    expect(ofKind(facts, "measurement").filter(({ value }) => value === 0.8)).toEqual([]);
  });
});

describe("writing that differs is read all the same", () => {
  test.each<[string, Uint8Array | string, number]>([
    ["a byte-order mark", bytes(0xef, 0xbb, 0xbf, metrics), 2],
    ["CRLF line ends", metrics.replaceAll("\n", "\r\n"), 2],
    ["CR line ends", metrics.replaceAll("\n", "\r"), 2],
    ["no line ends", metrics.replaceAll("\n", ""), 1],
  ])("%s", async (_, contents, line) => {
    const facts = await readFiles({ "metrics.json": contents });
    const recall = ofKind(facts, "measurement").find(({ metric }) => metric === "recall");
    expect([recall?.value, recall?.source.line]).toEqual([0.8, line]);
    expect(problemsOf(facts)).toEqual([]);
  });

  test.each([["\r"], ["\r\n"], ["\n"]])("CSV and YAML with %j at the ends of lines", async (end) => {
    const facts = await readFiles({
      "slices.csv": ["country,recall,n", "DE,0.7,100", "FR,0.6,90"].join(end),
      "metrics.yaml": ["metrics:", "  recall: 0.8", "  auc: 0.9"].join(end),
    });
    const lines = ofKind(facts, "measurement").map(({ value, source }) => [value, source.line]);
    expect(lines).toEqual(
      expect.arrayContaining([
        [0.7, 2],
        [0.6, 3],
        [0.8, 2],
        [0.9, 3],
      ]),
    );
  });
});

describe("what is too large or too deep is refused", () => {
  const nested = (open: string, close: string, levels = 200): string => open.repeat(levels) + close.repeat(levels);

  test.each([
    ["metrics.json", `{"recall": ${nested("[", "]")}}`],
    ["metrics.json", `${nested('{"a": ', "").replace(/$/, "1")}${"}".repeat(200)}`],
    ["metrics.jsonl", `{"recall": 0.8}\n{"a": ${nested("[", "]")}}\n`],
    ["metrics.yaml", nested("[", "]")],
    ["metrics.yaml", Array.from({ length: 200 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
    ["results.xml", nested("<a>", "</a>")],
    ["metrics.toml", `a = ${nested("[", "]")}`],
  ])("200 levels of nesting in %s (%#)", async (name, text) => {
    const facts = await readFiles({ [name]: text });
    expect(ofKind(facts, "problem").some(({ problem }) => problem === "limit" || problem === "unreadable")).toBe(true);
  });

  test("a file of a gigabyte, without reading it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "large-"));
    try {
      const file = join(folder, "metrics.json");
      writeFileSync(file, metrics);
      truncateSync(file, 1_073_741_824);
      const before = process.memoryUsage().rss;
      const facts = await readEvidence(folder);
      expect(problemsOf(facts)).toEqual([["limit", "the file is too large to read: 1024 MiB"]]);
      expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("a file of broken lines is left after a thousand of them, and says so", async () => {
  const facts = await readFiles({ "run.jsonl": "[\n".repeat(5_000) });
  const problems = ofKind(facts, "problem");
  expect(problems).toHaveLength(1_001);
  expect(problems.at(-1)).toMatchObject({ problem: "unreadable", source: { line: 1_000 } });
});

test.each([
  ["a comment above the header", "# run of 2026-11-01\ny_true,y_pred\n1,0\n", ["unreadable"]],
  ["a header that begins with a hash", "#chrom\tstart\nchr1\t2\n", []],
])("a table with %s", async (_, text, problems) => {
  const facts = await readFiles({ "predictions.csv": text });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(problems);
});
