import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { partsOf } from "../../src/model/parts.js";
import type { TableColumn } from "../../src/model/table.js";
import { readDelimitedColumns } from "../../src/read/delimited-columns.js";
import { readParquetColumns } from "../../src/read/parquet-columns.js";

const corpus = join(process.env.MODEL_REFEREE_CORPUS ?? "../shared/corpus", "generated");
const absent = existsSync(corpus) ? "" : " (skipped: no corpus here)";

/** As text: the frame holds grades as text, and CSV does not tell them from numbers. */
const cellsOf = (column: TableColumn): readonly (string | null)[] =>
  column.kind === "numbers"
    ? Array.from(column.values, (cell) => (Number.isNaN(cell) ? null : String(cell)))
    : Array.from(column.codes, (code) => column.labels[code] ?? null);

// pandas wrote both from one data frame.
test
  .skipIf(absent !== "")
  .each([
    "data-champion-challenger/edtech/features/reference",
    "data-champion-challenger/edtech/predictions/regression_champion",
    "data-champion-challenger/ecommerce/ab_test/daily",
  ])(`%s holds the same in Parquet as in CSV${absent}`, async (name) => {
  const parquet = await readParquetColumns(partsOf(readFileSync(join(corpus, `${name}.parquet`))));
  const csv = readDelimitedColumns(readFileSync(join(corpus, `${name}.csv`)));
  if (parquet.kind !== "columns" || csv === undefined) throw new Error("unread");
  expect(parquet.rows).toBe(csv.rows);
  expect(parquet.columns.map((column) => column.name)).toEqual(csv.columns.map((column) => column.name));
  parquet.columns.forEach((column, place) => {
    const other = csv.columns[place];
    expect(other === undefined ? [] : cellsOf(column)).toEqual(other === undefined ? [] : cellsOf(other));
  });
});

test("what is no Parquet is told", async () => {
  expect(await readParquetColumns(partsOf(Buffer.from("id,x\n1,2\n")))).toMatchObject({ kind: "unreadable" });
  expect(await readParquetColumns(partsOf(Buffer.alloc(0)))).toMatchObject({ kind: "unreadable" });
});
