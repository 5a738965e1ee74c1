import { describe, expect, test } from "vitest";
import type { Evidence } from "../../src/model/evidence.js";
import type { Table, TableColumn } from "../../src/model/table.js";
import { wholeFile } from "../../src/model/source.js";
import { driftOfTables } from "../../src/judging/drift-tables.js";
import type { ComputedMethod } from "../../src/judging/drift-score.js";
import { columnNames } from "../../src/normalise/table-columns.js";
import { readDelimitedColumns } from "../../src/read/delimited-columns.js";
import { quantileBins } from "../../src/statistics/quantile-bins.js";
import { columnsOfHistograms } from "../../src/tables/histogram-columns.js";
import { corpusFiles, corpusIsThere } from "../checks/corpus.js";

type Role = "reference" | "current";

const columnsIn = (text: string): readonly TableColumn[] => readDelimitedColumns(Buffer.from(text))?.columns ?? [];

const tableOf = (columns: readonly TableColumn[], rows: number, role: Role): Table => ({
  source: wholeFile(`${role}.csv`),
  format: "csv-table",
  vouched: "committed",
  at: null,
  role,
  rows,
  columns,
  names: columnNames(columns.map(({ name }) => name)),
});

const evidenceOf = (tables: Readonly<Record<Role, Table>>): Evidence => ({
  of: () => [],
  broken: [],
  files: [],
  tables: (role) => (role === "predictions" ? [] : [{ kind: "table", table: tables[role] }]),
});

function scores(tables: Readonly<Record<Role, Table>>, method: ComputedMethod) {
  const asked = { method, binning: "quantile", bins: null } as const;
  const found = driftOfTables(evidenceOf(tables), asked, () => true);
  if (found.kind !== "drift") throw new Error(found.kind);
  return new Map(found.drift.map(({ fact, score }) => [fact.column ?? "", score]));
}

const cellsOf = (column: TableColumn): readonly (string | number | null)[] =>
  column.kind === "numbers"
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
    : Array.from(column.codes, (_, row) => column.text(row));

/** What a warehouse answers to the query: each column's values, or the bins between borders, with their counts. */
function histogramsOf(columns: readonly TableColumn[], borders: ReadonlyMap<string, readonly number[]>): Table {
  const lines = columns.flatMap((column) => {
    const cuts = borders.get(column.name);
    const counts = new Map<string, number>();
    for (const cell of cellsOf(column)) {
      const bin = cuts === undefined || typeof cell !== "number" ? cell : cuts.filter((cut) => cell >= cut).length;
      const value = bin === null ? "" : cuts === undefined ? String(bin) : `bin ${bin}`;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, n]) => `${column.name},${value},${n}`);
  });
  const read = columnsOfHistograms(columnsIn(["column,value,n", ...lines, ""].join("\n")), {
    histogram: "column",
    value: "value",
    weight: "n",
  });
  if (typeof read === "string") throw new Error(read);
  return tableOf(read.columns, read.rows, "reference");
}

describe.skipIf(!corpusIsThere)(
  `histograms of the fraud data${corpusIsThere ? "" : " (skipped: no corpus here)"}`,
  () => {
    const files = corpusIsThere
      ? corpusFiles({
          reference: "generated/data/fraud-a/reference.csv",
          current: "generated/data/fraud-a/current_data_drift.csv",
        })
      : {};
    const rows = { reference: columnsIn(files["reference"] ?? ""), current: columnsIn(files["current"] ?? "") };
    const tables = {
      reference: tableOf(
        rows.reference,
        rows.reference[0] === undefined ? 0 : cellsOf(rows.reference[0]).length,
        "reference",
      ),
      current: tableOf(rows.current, rows.current[0] === undefined ? 0 : cellsOf(rows.current[0]).length, "current"),
    };
    /** The deciles of the reference, which the check would cut by, for columns of more than a few values. */
    const deciles = new Map(
      rows.reference.flatMap((column) => {
        if (column.kind === "texts" || new Set(column.values).size <= 20) return [];
        const present = column.values.filter((value) => !Number.isNaN(value));
        const found = quantileBins(present, present, 10);
        return found.kind === "value" ? [[column.name, found.value.borders] as const] : [];
      }),
    );

    const same = (method: ComputedMethod, borders: ReadonlyMap<string, readonly number[]>): number => {
      const direct = scores(tables, method);
      const counted = scores(
        { reference: histogramsOf(rows.reference, borders), current: histogramsOf(rows.current, borders) },
        method,
      );
      for (const [column, { score, byLuck, reference, current }] of direct) {
        const other = counted.get(column);
        expect(Math.abs((other?.score ?? NaN) - score), column).toBeLessThan(1e-12);
        expect(Math.abs((other?.byLuck ?? 0) - (byLuck ?? 0)), column).toBeLessThan(1e-12);
        expect(other).toMatchObject({ reference, current });
      }
      return direct.size;
    };

    test.each<ComputedMethod>(["psi", "jensen-shannon", "chi-square", "hellinger"])(
      "over the same bins give the %s of the rows",
      (method) => {
        expect(deciles.size).toBeGreaterThan(1);
        expect(same(method, deciles)).toBeGreaterThan(5);
      },
    );

    test.each<ComputedMethod>(["ks", "wasserstein", "psi"])("of each value give the %s of the rows", (method) => {
      expect(same(method, new Map())).toBeGreaterThan(1);
    });
  },
);

describe("lines that count the values of single columns", () => {
  const read = (lines: string, weight = "n") =>
    columnsOfHistograms(columnsIn(`column,value,n\n${lines}\n`), { histogram: "column", value: "value", weight });

  test("become columns, of numbers where each value is one, the shorter ones ending in missing cells", () => {
    const found = read("age,30,2\nage,,1\nage,41.5,1\ncountry,DE,1\ncountry,7,1");
    if (typeof found === "string") throw new Error(found);
    expect(found.rows).toBe(4);
    expect(found.columns.map((column) => [column.name, column.kind, cellsOf(column), column.missing])).toEqual([
      ["age", "numbers", [30, 30, null, 41.5], 1],
      ["country", "texts", ["DE", "7", null, null], 2],
    ]);
  });

  test.each([
    ["a column without a name", ",1,1", "row 1 names no column in column"],
    ["a share", "age,1,0.5", "row 1 counts 0.5 in n, and no whole number of rows"],
    ["too much", "age,1,20000001", "1 columns of 20000001 rows are more than are judged"],
  ])("%s is refused", (_title, lines, why) => {
    expect(read(lines)).toBe(why);
  });
});
