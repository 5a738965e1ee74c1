import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEvidence } from "../read-evidence.js";
import { corpusRoot } from "./corpus-files.js";
import { lineFaults } from "./lines.js";

test.skipIf(!existsSync(corpusRoot))("every value of the corpus stands on the line that its fact names", async () => {
  const facts = await readEvidence(corpusRoot);
  expect(facts.length).toBeGreaterThan(10_000);
  expect(lineFaults(facts, (path) => readFileSync(join(corpusRoot, path), "utf8"))).toEqual([]);
});
