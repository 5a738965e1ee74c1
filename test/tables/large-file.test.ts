import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultLimits } from "../../src/read/limits.js";
import { measureDelimited } from "../../src/read/measure-table.js";
import { readDelimitedParts } from "../../src/read/delimited-columns.js";
import { disk } from "../../src/world/disk.js";
import type { Parts } from "../../src/model/world.js";

/** A row for each way in which a cell is written: plain, quoted with a separator, a line end and quotes, and missing. */
const turns = [
  'DE,0.25,1,"a plain note, with a comma"\r\n',
  'FR,0.5,0,"two\r\nlines, and ""quotes"""\r\n',
  "GB,,1,\r\n",
  "NL,-1.5e-3,0,nothing that needs quotes\r\n",
];
const ROWS_A_BLOCK = 20_000;
const BLOCKS = 110;
const ROWS = ROWS_A_BLOCK * BLOCKS;
/** Of these bytes no row but one is unlike the others. */
const block = Array.from({ length: ROWS_A_BLOCK }, (_, row) => turns[row % turns.length] ?? "").join("");
const last = 'PL,0.75,1,"the last row ends the file"';

describe("a table on disk beyond the bytes of other files", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "model-referee-large-"));
    const file = openSync(join(folder, "large.csv"), "w");
    writeSync(file, "country,score,label,note\r\n");
    for (let written = 0; written < BLOCKS; written++) writeSync(file, block);
    writeSync(file, last);
    closeSync(file);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const ofFile = <T>(read: (parts: Parts) => T): T => {
    const parts = disk(folder).parts("large.csv");
    if (parts === null) throw new Error("no file");
    try {
      return read(parts);
    } finally {
      parts.close();
    }
  };

  test("is larger than what is read at once", () => {
    expect(statSync(join(folder, "large.csv")).size).toBeGreaterThan(defaultLimits.fileBytes);
  });

  test("is measured, quoted line ends within rows", () => {
    expect(ofFile(measureDelimited)).toEqual({ rows: ROWS + 1, ragged: 0, firstRaggedLine: null, isText: true });
  });

  test("is read into columns, as many bytes held as they need", () => {
    const read = ofFile((parts) => readDelimitedParts(parts, new Set(["country", "score", "label"])));
    expect(read).toMatchObject({ rows: ROWS + 1, faults: [] });
    const [country, score, label] = read?.columns ?? [];
    if (country?.kind !== "texts" || score?.kind !== "numbers" || label?.kind !== "numbers") throw new Error("kinds");
    expect(country.labels).toEqual(["DE", "FR", "GB", "NL", "PL"]);
    expect([country.text(0), country.text(ROWS - 1), country.text(ROWS)]).toEqual(["DE", "NL", "PL"]);
    expect([score.missing, score.values[ROWS - 1], score.values[ROWS]]).toEqual([ROWS / 4, -0.0015, 0.75]);
    expect(label.values.reduce((sum, one) => sum + one, 0)).toBe(ROWS / 2 + 1);
  });
});
