import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TableColumn } from "../../src/model/table.js";
import { readDelimitedColumns } from "../../src/read/delimited-columns.js";
import { rowsOfCounts } from "../../src/tables/counted-rows.js";

const columnsOf = (text: string): readonly TableColumn[] =>
  readDelimitedColumns(new TextEncoder().encode(text))?.columns ?? [];

const cells = (column: TableColumn | undefined): readonly (string | number | null)[] => {
  if (column === undefined) return [];
  return column.kind === "numbers"
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
    : Array.from(column.codes, (_, row) => column.text(row));
};

describe("lines that count rows", () => {
  test("are written out as those rows, missing cells with them, without the counts", () => {
    const counted = rowsOfCounts(columnsOf("label,country,n\n1,DE,2\n0,,3\n,FR,0\n,FR,1\n"), "n");
    if (typeof counted === "string") throw new Error(counted);
    expect(counted.rows).toBe(6);
    expect(counted.columns.map(({ name, missing }) => [name, missing])).toEqual([
      ["label", 1],
      ["country", 3],
    ]);
    expect(cells(counted.columns[0])).toEqual([1, 1, 0, 0, 0, null]);
    expect(cells(counted.columns[1])).toEqual(["DE", "DE", null, null, null, "FR"]);
  });

  test("give back any rows that they were counted from", () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.constantFrom("a", "b", 'c "d"'));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const counts = new Map<string, number>();
        const line = ([label, slice]: readonly [number, string]): string => `${label},"${slice.replaceAll('"', '""')}"`;
        for (const one of rows) counts.set(line(one), (counts.get(line(one)) ?? 0) + 1);
        const text = [...counts].map(([key, n]) => `${key},${n}`).join("\n");
        const counted = rowsOfCounts(columnsOf(`label,slice,n\n${text}\n`), "n");
        if (typeof counted === "string") throw new Error(counted);
        const [labels, slices] = counted.columns.map(cells);
        const written = (labels ?? []).map((label, place) => line([Number(label), String(slices?.[place])]));
        expect(written.sort()).toEqual(rows.map(line).sort());
      }),
    );
  });

  test.each([
    ["a share", "1,0.5", "row 1 counts 0.5 in n, and no whole number of rows"],
    ["less than nothing", "1,-1", "row 1 counts -1 in n, and no whole number of rows"],
    ["nothing", "1,2\n0,", "row 2 counts nothing in n, and no whole number of rows"],
    ["an infinite number", "1,inf", "row 1 counts Infinity in n, and no whole number of rows"],
    ["a text", "1,many", "n holds texts where counts of rows are due"],
    ["no row at all", "1,0", "n counts no rows"],
    ["more rows than fit", "1,20000000\n0,1", "n counts 20000001 rows, more than the 20000000 that are judged"],
  ])("that count %s are none", (_title, lines, why) => {
    expect(rowsOfCounts(columnsOf(`label,n\n${lines}\n`), "n")).toBe(why);
  });
});
