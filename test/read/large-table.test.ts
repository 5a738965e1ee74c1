import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { adapters } from "../../src/adapters/index.js";
import { gather } from "../../src/gather/gather.js";
import { defaultLimits } from "../../src/read/limits.js";
import { loadParsers } from "../../src/read/parsers.js";
import { createReader } from "../../src/read/reader.js";
import { createRecogniser } from "../../src/recognise.js";
import { wantEverything } from "../../src/survey.js";
import { loadTable } from "../../src/tables/load.js";
import { memory } from "../../src/world/memory.js";

const parsers = await loadParsers(new Set(["delimited", "parquet"]));
const header = "id,y_true,y_score,country";
const row = (at: number): string => `${at},${at % 2},0.${(at % 900_000) + 100_000},${["DE", "FR"][at % 2] ?? ""}`;
const ROWS = 120_000;
const large = [header, ...Array.from({ length: ROWS }, (_, at) => row(at)), ""].join("\n");

/** A file that is larger than what is held as text. */
function gathered(
  content: string | Buffer,
  name = "predictions.csv",
  limits = { ...defaultLimits, fileBytes: 1 << 20 },
) {
  const reader = createReader(memory({ [name]: Buffer.from(content) }), parsers, limits);
  const found = gather([{ path: name, baseline: false, mappings: [], table: null }], {
    reader,
    recognise: createRecogniser(adapters),
    wanted: wantEverything,
    model: "m",
    vouchedFor: () => "committed",
    lockedDigest: () => undefined,
  });
  return { ...found, file: reader.open(name) };
}

describe("a table beyond what is held as text", () => {
  test("is known by its first rows, and its rows are counted", () => {
    expect(large.length).toBeGreaterThan(2 << 20);
    const { facts, files } = gathered(large);
    expect(files[0]?.format).toBe("csv-table");
    expect(facts).toMatchObject([{ kind: "table", rows: ROWS, role: "predictions", columns: header.split(",") }]);
  });

  test("has the digest of its bytes", () => {
    const expected = createHash("sha256").update(large).digest("hex");
    expect(gathered(large).file?.digest).toBe(`sha256:${expected}`);
  });

  test("is loaded into columns, the wanted ones alone", async () => {
    const { facts, file } = gathered(large);
    const [fact] = facts;
    if (fact?.kind !== "table" || file === null) throw new Error("no table");
    const reading = await loadTable(file, fact, "predictions", {}, ["country"]);
    if (reading.kind !== "table") throw new Error(reading.why);
    const { columns, rows } = reading.table;
    expect({ rows, names: columns.map(({ name }) => name) }).toEqual({ rows: ROWS, names: header.split(",") });
    const score = columns[2];
    expect(score?.kind === "numbers" ? Array.from(score.values.slice(-2)) : []).toEqual([
      Number(row(ROWS - 2).split(",")[2]),
      Number(row(ROWS - 1).split(",")[2]),
    ]);
    const country = columns[3];
    expect(country?.kind === "texts" ? [country.text(0), country.text(ROWS - 1)] : []).toEqual(["DE", "FR"]);
    const narrow = await loadTable(file, fact, "predictions", {}, []);
    expect(narrow.kind === "table" && narrow.table.columns.map(({ name }) => name)).toEqual([
      "id",
      "y_true",
      "y_score",
    ]);
  });

  test.each([
    ["a ragged row", `${large}1,2\n`, ROWS + 2, "another number of cells"],
    ["bytes that are no text", Buffer.concat([Buffer.from(`${large}1,0,0.5,`), Buffer.of(0xff, 10)]), 1, "not UTF-8"],
  ])("with %s is unreadable, and the line is said", (_, content, line, message) => {
    const [broken] = gathered(content).broken;
    expect(broken?.message).toContain(message);
    expect(broken?.source.line).toBe(line);
  });

  test("beyond the limit of tables is refused with a finding", () => {
    const { facts, broken } = gathered(large, "predictions.csv", { ...defaultLimits, tableBytes: 2 << 20 });
    expect(facts).toMatchObject([{ kind: "problem", problem: "limit" }]);
    expect(broken[0]?.message).toContain("too large to read");
  });

  test("of a format that takes its cells is read whole, and refused where it is too large for that", () => {
    const locust = [
      "Method,Name,Error,Occurrences",
      ...Array.from({ length: 60_000 }, (_, at) => `GET,/${at},boom number ${at},${at + 1}`),
    ].join("\n");
    expect(gathered(locust, "load_failures.csv", defaultLimits).facts.length).toBeGreaterThan(1000);
    expect(gathered(locust, "load_failures.csv").facts).toMatchObject([{ kind: "problem", problem: "limit" }]);
  });
});
