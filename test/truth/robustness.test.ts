import { existsSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { corpusPaths, corpusRoot } from "./corpus-files.js";
import { brokenReadings, warmUp } from "./robustness.js";

beforeAll(warmUp);

test.skipIf(!existsSync(corpusRoot))(
  "files that are broken in any way give facts or problems",
  async () => {
    const paths = corpusPaths().filter((_, index) => index % 19 === 5);
    expect(paths.length).toBeGreaterThan(50);
    for (const [index, path] of paths.entries()) expect(await brokenReadings(path, index, 1)).toEqual([]);
  },
  240_000,
);
