import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { factsOfText } from "../adapters/described.js";
import { readEvidence } from "../read-evidence.js";
import { corpusPaths, corpusRoot } from "./corpus-files.js";
import { lineFaults } from "./lines.js";

describe("the comparison of a fact with its line", () => {
  const text = '{\n  "recall": 0.5,\n  "auc": NaN,\n  "loss": 1.5\n}\n';

  test("holds for what is written there", async () => {
    expect(lineFaults(await factsOfText("metrics.json", text), () => text)).toEqual([]);
  });

  test("sees a value that is moved to another line, and one that is changed", async () => {
    const facts = await factsOfText("metrics.json", text);
    expect(lineFaults(facts, () => `\n${text}`)).toHaveLength(3);
    expect(lineFaults(facts, () => text.replace("0.5", "0.25"))).toHaveLength(1);
  });
});

test.skipIf(!existsSync(corpusRoot))("values of every seventh file of the corpus stand on their lines", async () => {
  const paths = corpusPaths().filter((_, index) => index % 7 === 3);
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) {
    const file = join(corpusRoot, path);
    expect(lineFaults(await readEvidence(file), () => readFileSync(file, "utf8"))).toEqual([]);
  }
});
