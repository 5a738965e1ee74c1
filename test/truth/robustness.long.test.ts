import { existsSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { corpusPaths, corpusRoot } from "./corpus-files.js";
import { brokenReadings, warmUp } from "./robustness.js";

beforeAll(warmUp);

test.skipIf(!existsSync(corpusRoot))(
  "every file of the corpus, broken many times, gives facts or problems",
  async () => {
    const faults: string[] = [];
    for (const [index, path] of corpusPaths().entries()) faults.push(...(await brokenReadings(path, index * 100, 8)));
    expect(faults).toEqual([]);
  },
);
