import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../src/model/parts.js";
import type { TableColumn } from "../../src/model/table.js";
import { readDelimitedColumns, readDelimitedParts } from "../../src/read/delimited-columns.js";
import { measureDelimited } from "../../src/read/measure-table.js";

const read = (text: string) => {
  const found = readDelimitedColumns(Buffer.from(text));
  if (found === undefined) throw new Error("no header");
  return found;
};

/** The cells of a column, null where they are missing. */
const cellsOf = (column: TableColumn | undefined): readonly (number | string | null)[] => {
  if (column === undefined) return [];
  if (column.kind === "numbers") return Array.from(column.values, (cell) => (Number.isNaN(cell) ? null : cell));
  return Array.from(column.codes, (code) => column.labels[code] ?? null);
};

const column = (text: string, at = 0) => {
  const found = read(text).columns[at];
  return { kind: found?.kind, cells: cellsOf(found) };
};

describe("a column", () => {
  test.each<[string, string, string, readonly (number | string | null)[]]>([
    ["digits", "a,b\n1,x\n-2.5,x\n.5,x\n", "numbers", [1, -2.5, 0.5]],
    ["an exponent", "a,b\n1e-3,x\n2E5,x\n", "numbers", [0.001, 200_000]],
    ["quoted digits", 'a,b\n"1.5",x\n2,x\n', "numbers", [1.5, 2]],
    ["gaps", "a,b\n1,x\n,x\nNaN,x\nNA,x\nnull,x\n", "numbers", [1, null, null, null, null]],
    ["infinities", "a,b\ninf,x\n-Infinity,x\n", "numbers", [Infinity, -Infinity]],
    ["seventeen digits behind the point", "a,b\n0.12345678901234567,x\n", "numbers", [0.12345678901234567]],
    ["integers wider than a double", "a,b\n9007199254740993,x\n1,x\n", "texts", ["9007199254740993", "1"]],
    ["wide integers among fractions", "a,b\n9007199254740993,x\n0.5,x\n", "numbers", [9007199254740993, 0.5]],
    ["codes with leading zeros", "a,b\n007,x\n012,x\n", "texts", ["007", "012"]],
    ["words", "a,b\nDE,x\n,x\nNA,x\nNone,x\nDE,x\n", "texts", ["DE", null, "NA", null, "DE"]],
    ["truth values", "a,b\nTrue,x\nFalse,x\n", "texts", ["True", "False"]],
    ["decimal commas", "a;b\n0,5;x\n1,5;x\n", "texts", ["0,5", "1,5"]],
    ["quoted delimiters and line ends", 'a,b\n"x, y",1\n"two\nlines",2\n', "texts", ["x, y", "two\nlines"]],
    ["doubled quotes", 'a,b\n"say ""so""",1\n', "texts", ['say "so"']],
    ["the same text, quoted and not", 'a,b\nx,1\n"x",2\n', "texts", ["x", "x"]],
    ["umlauts", "a,b\nKöln,1\n東京,2\n", "texts", ["Köln", "東京"]],
  ])("of %s", (_, text, kind, cells) => {
    expect(column(text)).toEqual({ kind, cells });
  });

  test("that holds a text only far down is read as texts from its first row", () => {
    const text = `a,b\n${"1,2\n".repeat(5000)}x1,2\n`;
    expect(column(text)).toEqual({ kind: "texts", cells: [...Array.from({ length: 5000 }, () => "1"), "x1"] });
    expect(column(text, 1).kind).toBe("numbers");
  });

  test("counts what is missing", () => {
    expect(read("a,b\n1,x\n,\n").columns.map(({ missing }) => missing)).toEqual([1, 1]);
  });
});

describe("a table", () => {
  test.each([
    ["ends its lines as Windows does", "a,b\r\n1,2\r\n3,4\r\n"],
    ["ends its lines as old Macs did", "a,b\r1,2\r3,4"],
    ["has no last line end", "a,b\n1,2\n3,4"],
    ["begins with a byte-order mark", "\uFEFFa,b\n1,2\n3,4\n"],
    ["has empty lines", "\na,b\n\n1,2\n   \n3,4\n\n"],
    ["is separated by tabs", "a\tb\n1\t2\n3\t4\n"],
    ["is separated by semicolons", "a;b\n1;2\n3;4\n"],
    ["quotes its header", '"a","b"\n1,2\n3,4\n'],
  ])("that %s reads the same", (_, text) => {
    const { rows, columns, faults } = read(text);
    expect({ rows, faults, names: columns.map(({ name }) => name) }).toEqual({
      rows: 2,
      faults: [],
      names: ["a", "b"],
    });
    expect(columns.map(cellsOf)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test("grows beyond what its first lines promised", () => {
    const long = `${"x".repeat(2000)},1\n`;
    const { rows, columns } = read(`a,b\n${long.repeat(100)}${"y,2\n".repeat(20_000)}`);
    expect(rows).toBe(20_100);
    expect(cellsOf(columns[1]).slice(-1)).toEqual([2]);
  });

  test.each([
    ["a row that is too short", "a,b\n1,2\n3\n4,5\n", 3, "1 rows have another number of cells"],
    ["a row that is too long", "a,b\n1,2\n3,4,5\n", 3, "1 rows have another number of cells"],
    ["a quote that is never closed", 'a,b\n1,2\n"3,4\n', 3, "a quoted cell is not closed"],
    ["something behind a closing quote", 'a,b\n"1"2,3\n', 2, "a quoted cell is not closed"],
    ["two columns of one name", "a,a\n1,2\n", 1, "two columns are named"],
  ])("says of %s on which line it stands", (_, text, line, message) => {
    const fault = read(text).faults[0];
    expect(fault?.line).toBe(line);
    expect(fault?.message).toContain(message);
  });

  test("without a header is none", () => {
    expect(readDelimitedColumns(Buffer.from(""))).toBeUndefined();
    expect(readDelimitedColumns(Buffer.from("\n\n"))).toBeUndefined();
  });
});

const word = fc
  .array(fc.constantFrom("a", "b", "é", ",", ";", '"', " ", "\n", "1", "."), { minLength: 1, maxLength: 6 })
  .map((letters) => `w${letters.join("")}`);
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: -999_999, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
);
const cell = { texts: fc.oneof(word, fc.constant("")), numbers: fc.oneof(number, fc.constant("")) };
const tables = fc
  .array(fc.constantFrom<"texts" | "numbers">("texts", "numbers"), { minLength: 2, maxLength: 5 })
  .chain((kinds) =>
    fc.record({
      kinds: fc.constant(kinds),
      rows: fc.array(fc.tuple(...kinds.map((kind) => cell[kind])), { minLength: 1, maxLength: 30 }),
      quotes: fc.boolean(),
      newline: fc.constantFrom("\n", "\r\n"),
      delimiter: fc.constantFrom(",", "\t", ";"),
    }),
  );

describe("any table", () => {
  test("holds what papaparse reads from it", () => {
    fc.assert(
      fc.property(tables, ({ kinds, rows, quotes, newline, delimiter }) => {
        const header = kinds.map((_, place) => `column${place}`);
        const text = Papa.unparse([header, ...rows], { quotes, newline, delimiter });
        const expected = Papa.parse<string[]>(text, { newline, delimiter }).data.slice(1);
        const { columns, rows: count, faults } = read(text);
        expect(faults).toEqual([]);
        expect(count).toBe(expected.length);
        columns.forEach((one, place) => {
          const cells = expected.map((row) => row[place] ?? "");
          const wanted = cells.map((text) => (text === "" ? null : one.kind === "numbers" ? Number(text) : text));
          expect(cellsOf(one)).toEqual(wanted);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("is the same however it is cut into parts, and as many rows are counted", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 64 }), fc.boolean(), (table, partBytes, ragged) => {
        const { kinds, rows, quotes, newline, delimiter } = table;
        const header = kinds.map((_, place) => `column${place}`);
        const body = ragged ? [...rows, ["1"]] : rows;
        const bytes = Buffer.from(Papa.unparse([header, ...body], { quotes, newline, delimiter }));
        const whole = readDelimitedColumns(bytes);
        const parts = readDelimitedParts(partsOf(bytes), undefined, partBytes);
        expect(parts?.columns.map(cellsOf)).toEqual(whole?.columns.map(cellsOf));
        expect({ rows: parts?.rows, faults: parts?.faults }).toEqual({ rows: whole?.rows, faults: whole?.faults });
        const measured = measureDelimited(partsOf(bytes));
        expect(measured?.rows).toBe(whole?.rows);
        expect(measured?.firstRaggedLine ?? undefined).toBe(whole?.faults[0]?.line);
      }),
      { numRuns: 300 },
    );
  });

  test("holds the wanted columns alone", () => {
    const found = readDelimitedColumns(Buffer.from('a,b,c\n1,"x, y",2\n3,z,4\n'), new Set(["a", "c"]));
    expect(found?.columns.map((one) => [one.name, cellsOf(one)])).toEqual([
      ["a", [1, 3]],
      ["c", [2, 4]],
    ]);
  });

  test("is the same text for text where only the quoting differs", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 20 }), (rows) => {
        const [plain, quoted] = [false, true].map((quotes) => read(Papa.unparse([["a", "b"], ...rows], { quotes })));
        const one = plain?.columns[0];
        const other = quoted?.columns[0];
        expect(one?.kind === "texts" && other?.kind === "texts" && one.sameTexts(other)).toBe(true);
      }),
    );
  });
});
