import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { adapters } from "../../src/adapters/index.js";
import { defaultLimits } from "../../src/read/limits.js";
import { loadParsers } from "../../src/read/parsers.js";
import { createReader } from "../../src/read/reader.js";
import { mayHoldEvidence } from "../../src/read/syntax.js";
import { disk } from "../../src/world/disk.js";

const corpus = process.env["MODEL_REFEREE_CORPUS"] ?? "../shared/corpus";
const roots = [corpus, "test/fixtures"].filter((folder) => existsSync(folder));

const filesBelow = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter(mayHoldEvidence)
    .sort();

describe.each(roots)("the recognisers, over %s,", (root) => {
  test("exclude one another: of the formats that are no fallback, at most one knows a file", async () => {
    const parsers = await loadParsers(new Set(["delimited", "front-matter", "toml", "parquet", "archive"]));
    const reader = createReader(disk(root), parsers, defaultLimits);
    const specific = adapters.filter(({ fallback }) => fallback !== true);
    const twice = filesBelow(root).flatMap((path) => {
      const file = reader.open(path);
      if (file === null) return [];
      const known = specific.filter((adapter) => adapter.syntax.includes(file.syntax) && adapter.recognises(file));
      reader.forget();
      return known.length > 1 ? [`${path}: ${known.map(({ id }) => id).join(", ")}`] : [];
    });
    expect(twice).toEqual([]);
  }, 120_000);
});
