import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lockText } from "../../src/read/lock.js";
import { facts, judged, measurement, of, rules, type Files } from "../judge/judged.js";
import { onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { fraudModel } from "./real-models.js";

const evidence = facts(measurement("recall", 0.9));
const card = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };

const lock = (...files: readonly (readonly [path: string, text: string])[]): string =>
  lockText({
    files: files.map(([path, text]) => ({
      path,
      digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      kind: "mlflow",
      from: "https://mlflow.test/",
      collected: "2026-11-20T08:00:00.000Z",
      asked: {},
      runs: [],
    })),
  });

const own = { "m/a.facts.jsonl": evidence };
const real = fraudModel();
const another = fraudModel("challenger");

describeCheck("evidence-lock", {
  met: {
    "locked facts": {
      files: { ...own, "referee.lock": lock(["m/a.facts.jsonl", evidence]) },
      rule: "{ evidence-lock: own-facts }",
    },
    ...onCorpus({
      "a card and metrics that are as they were collected": {
        files: { ...real, "referee.lock": lock(...Object.entries(real)) },
        rule: "{ evidence-lock: all }",
        says: "2 of 2 files are as referee.lock has them",
      },
    }),
  },
  "not-met": {
    "facts that no lock knows": { files: own, rule: "{ evidence-lock: own-facts }", at: "m/a.facts.jsonl:1" },
    "a card counts where all is asked": { files: { ...card, ...own }, rule: "{ evidence-lock: all }" },
    ...onCorpus({
      "metrics beside a locked card": {
        files: { ...real, "referee.lock": lock(...Object.entries(real).filter(([path]) => path === "m/README.md")) },
        rule: "{ evidence-lock: all }",
        says: "1 of 2 files are not in referee.lock as they are: m/metrics.json",
      },
    }),
  },
  missing: { "no facts that could be locked": { files: card, rule: "{ evidence-lock: own-facts }" } },
});

// Facts in reverse are another file than the lock has: edited evidence stands outside of the table.
describe("evidence that was edited after it was collected", () => {
  test.each<[title: string, files: Files, subject: string]>([
    [
      "own facts",
      { "m/a.facts.jsonl": facts(measurement("recall", 1)), "referee.lock": lock(["m/a.facts.jsonl", evidence]) },
      "own-facts",
    ],
    ["the metrics of another branch", { ...another, "referee.lock": lock(...Object.entries(real)) }, "all"],
  ])("%s do not meet it", async (_title, files, subject) => {
    const report = await judged({ ...card, ...own, ...files }, rules(`collected: { evidence-lock: ${subject} }`));
    expect(of(report, "collected")).toMatchObject([{ outcome: "not-met" }]);
  });
});
