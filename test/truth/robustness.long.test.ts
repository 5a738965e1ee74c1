import { existsSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { corpusPaths, corpusRoot } from "./corpus-files.js";
import { brokenReadings, warmUp } from "./robustness.js";

beforeAll(warmUp);

const SHARDS = 12;

/** Each takes a minute or two on a machine of two cores; `-t "shard 3 "` runs one alone, on the same bytes. */
test.skipIf(!existsSync(corpusRoot)).each(Array.from({ length: SHARDS }, (_, shard) => shard + 1))(
  "every file of the corpus, broken many times, gives facts or problems: shard %i of 12",
  async (shard) => {
    const faults: string[] = [];
    for (const [index, path] of corpusPaths().entries())
      if (index % SHARDS === shard - 1) faults.push(...(await brokenReadings(path, index * 100, 8)));
    expect(faults).toEqual([]);
  },
);
