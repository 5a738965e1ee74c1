import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lockText } from "../../src/read/lock.js";
import { facts, judged, measurement, of, rules, type Files } from "./judged.js";

const evidence = facts(measurement("recall", 0.9));
const digest = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

const lock = (path: string, text: string): string =>
  lockText({
    files: [
      {
        path,
        digest: digest(text),
        kind: "mlflow",
        from: "https://mlflow.test/",
        collected: "2026-11-20T08:00:00.000Z",
        asked: { model: "m" },
        runs: ["a"],
      },
    ],
  });

const card = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };
const floor = rules("floor: { metric: recall, at-least: 80% }");

const rejected = async (files: Files): Promise<string> => {
  const error: unknown = await judged(files, floor).then(
    () => null,
    (reason: unknown) => reason,
  );
  return String(error);
};

describe("evidence that was collected from elsewhere", () => {
  test("is believed while it is what was collected", async () => {
    const files = { ...card, "m/mlflow.facts.jsonl": evidence, "referee.lock": lock("m/mlflow.facts.jsonl", evidence) };
    const report = await judged(files, floor);
    expect(report.decision).toBe("pass");
    expect(report.unjudged.map(({ path }) => path)).toEqual([]);
  });

  test("is not believed once it was edited: the rule is unreadable, and the edit blocks", async () => {
    const edited = facts(measurement("recall", 0.99));
    const files = { ...card, "m/mlflow.facts.jsonl": edited, "referee.lock": lock("m/mlflow.facts.jsonl", evidence) };
    const report = await judged(files, floor);
    expect(report.decision).toBe("block");
    expect(of(report, "floor")).toMatchObject([{ outcome: "unreadable" }]);
    expect(of(report, "evidence-locked")).toMatchObject([
      { outcome: "not-met", effect: "block", sources: [{ path: "m/mlflow.facts.jsonl" }] },
    ]);
  });

  test("that was edited is told once where no rule asks for it", async () => {
    const files = {
      ...card,
      "m/mlflow.facts.jsonl": facts(measurement("precision", 0.99)),
      "m/own.facts.jsonl": evidence,
      "referee.lock": lock("m/mlflow.facts.jsonl", facts(measurement("precision", 0.9))),
    };
    const { findings } = await judged(files, floor);
    const told = findings.filter(({ sources }) => sources.some(({ path }) => path === "m/mlflow.facts.jsonl"));
    expect(told.filter(({ policy }) => policy === "referee").map(({ rule }) => rule)).toEqual(["evidence-locked"]);
  });

  test("is missed where the lock has it and the tree has not, whatever else states the metric", async () => {
    const files = { ...card, "m/own.facts.jsonl": evidence, "referee.lock": lock("m/mlflow.facts.jsonl", evidence) };
    const report = await judged(files, floor);
    expect(report.decision).toBe("undecided");
    expect(of(report, "evidence-locked")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test.each([
    ["cut short", lock("m/a", evidence).slice(0, 40)],
    ["of another form", '{"version": 2, "files": []}'],
    ["without digests", '{"version": 1, "files": [{"path": "m/a"}]}'],
    ["no JSON", "a: 1\n"],
  ])("a lock that is %s ends the run with what to do", async (_title, text) => {
    expect(await rejected({ ...card, "m/own.facts.jsonl": evidence, "referee.lock": text })).toContain(
      "referee.lock cannot be read",
    );
  });
});
