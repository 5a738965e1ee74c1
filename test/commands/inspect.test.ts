import { describe, expect, test } from "vitest";
import { inspect } from "../../src/commands/inspect.js";
import { inFolder, ranIn, type Files } from "./ran.js";

const inspected = (files: Files, ...argv: readonly string[]) =>
  inFolder(files, (folder) => ranIn(folder, inspect, ...argv));

const model: Files = {
  "README.md": "# A repository\n",
  "models/fraud/README.md":
    "---\nlicense: mit\n---\n# Fraud\n\n## Intended use\n\nScores card payments before they are approved.\n",
  "models/fraud/metrics.json":
    '{"recall": 0.5, "by_country": {"DE": {"recall": 0.4, "n": 20}, "FR": {"recall": 0.6, "n": 30}}}',
  "models/fraud/broken.json": '{"accuracy": 0.9, ',
  "models/fraud/notes.json": '{"hello": ["world"]}',
};

describe("the tree of a model", () => {
  test("has its parts in order, slices below their metric, and at its end what was not read and why", async () => {
    const { out, status } = await inspected(model, "models/fraud");
    expect(status).toBe(0);
    const lines = out.split("\n");
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    expect(lines[0]).toBe("fraud");
    const order = [
      "  Card (",
      "  Measurements (3)",
      "recall 0.5",
      "country=DE",
      "country=FR",
      "  Not read (2)",
      "truncated",
    ].map((text) => [text, at(text)] as const);
    expect(order.filter(([, line]) => line < 0)).toEqual([]);
    expect(order.map(([, line]) => line)).toEqual(order.map(([, line]) => line).toSorted((a, b) => a - b));
    expect(out).toContain("models/fraud/metrics.json:1");
    expect(lines.find((line) => line.includes("notes.json"))).toContain("no format knows it");
  });

  test("shows what acts in a terminal as text", async () => {
    const { out } = await inspected({ "metrics.json": '{"accuracy\\u001b[31m": 0.9, "recall": 0.5}' });
    expect(out).not.toContain("\u001B");
  });

  test("says so where nothing is there", async () => {
    expect((await inspected({ "a.py": "print()" })).out).toBe("Nothing that could be evidence is here.\n");
  });
});

describe("--suggest", () => {
  const own = '{"features": {"age": {"psi": 0.31}, "fee": {"psi": 0.02}}}';

  test("proposes lines that work as they stand", async () => {
    await inFolder({ "reports/own.json": own }, async (folder) => {
      const { out, status } = await ranIn(folder, inspect, "--suggest", "reports/own.json");
      expect(status).toBe(0);
      expect(out).toBe(
        'evidence:\n  - files: own.json\n    map: { kind: drift, each: $.features.*, scope: column, column: "@key", method: psi, score: $.psi }\n',
      );
      const facts = await inFolder({ "referee.yaml": out, "own.json": own }, (other) =>
        ranIn(other, inspect, "--format", "jsonl"),
      );
      const drift = facts.out.split("\n").filter((line) => line.includes('"kind":"drift"'));
      expect(drift.length).toBe(2);
      expect(drift[0]).toContain('"column":"age"');
    });
  });

  test("writes nothing where nothing looks like evidence", async () => {
    expect((await inspected({ "own.json": '{"a": "b"}' }, "--suggest", "own.json")).out).toBe("");
  });

  test("asks for files", async () => {
    const { status, problems } = await inspected({ "own.json": own }, "--suggest", ".");
    expect(status).toBe(3);
    expect(problems.join("\n")).toContain("a folder is named");
  });
});
