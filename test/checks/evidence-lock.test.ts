import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lockText } from "../../src/read/lock.js";
import { facts, judged, measurement, of, rules, type Files } from "../judge/judged.js";

const evidence = facts(measurement("recall", 0.9));
const card = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };

const lock = (path: string, text: string): string =>
  lockText({
    files: [
      {
        path,
        digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
        kind: "mlflow",
        from: "https://mlflow.test/",
        collected: "2026-11-20T08:00:00.000Z",
        asked: {},
        runs: [],
      },
    ],
  });

describe("where a policy asks for a lock", () => {
  const asked = (subject: string): string => rules(`collected: { evidence-lock: ${subject} }`);

  test.each<[title: string, files: Files, subject: string, outcome: string]>([
    [
      "locked facts meet it",
      { "m/a.facts.jsonl": evidence, "referee.lock": lock("m/a.facts.jsonl", evidence) },
      "own-facts",
      "met",
    ],
    ["facts that no lock knows do not", { "m/a.facts.jsonl": evidence }, "own-facts", "not-met"],
    [
      "edited facts do not",
      { "m/a.facts.jsonl": facts(measurement("recall", 1)), "referee.lock": lock("m/a.facts.jsonl", evidence) },
      "own-facts",
      "not-met",
    ],
    ["without facts there is nothing to be locked", card, "own-facts", "missing"],
    ["a card counts where all is asked", { ...card, "m/a.facts.jsonl": evidence }, "all", "not-met"],
  ])("%s", async (_title, files, subject, outcome) => {
    expect(of(await judged(files, asked(subject)), "collected")).toMatchObject([{ outcome }]);
  });
});
