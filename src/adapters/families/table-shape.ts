import type { Cell, MarkdownTable } from "../../model/adapter.js";
import { isKnownMetric } from "./card-context.js";
import { statedNumber } from "./stated-number.js";
import { splitNamed } from "./split-named.js";

/** Tables whose merged cells were spread out, brought to one row of headers and rows of results. */

const withoutColon = (text: string): string => text.replace(/:\s*$/, "");

/**
 * A table whose header only spans its columns has the names of the metrics in its first row, as merged cells of HTML
 * leave it.
 */
export function withInnerHeader(table: MarkdownTable): MarkdownTable {
  const [first, ...rows] = table.rows;
  if (first === undefined || rows.length === 0 || table.header.some(({ text }) => isKnownMetric(text))) return table;
  const named = (cell: Cell): boolean => isKnownMetric(withoutColon(cell.text));
  if (first.filter(named).length < 2 || first.some(({ text }) => statedNumber(text) !== undefined)) return table;
  const header = table.header.map((cell, column) => {
    const inner = first[column];
    return inner === undefined || inner.text === "" ? cell : { ...inner, text: withoutColon(inner.text) };
  });
  return { ...table, header, rows };
}

/** The text that spans a row, such as the name of the data set of the rows below. */
function spanning(row: readonly Cell[]): Cell | undefined {
  const told = row.filter(({ text }) => text !== "");
  const [first] = told;
  if (first === undefined || told.length < 3 || statedNumber(first.text) !== undefined) return undefined;
  return told.every(({ text, line, column }) => text === first.text && line === first.line && column === first.column)
    ? first
    : undefined;
}

/** Rows that one merged cell spans name the data set of the rows that follow: here, in a column of their own. */
export function withoutGroupRows(table: MarkdownTable): MarkdownTable {
  if (!table.rows.some((row) => spanning(row) !== undefined)) return table;
  const [first] = table.header;
  let group: Cell = { text: "", line: table.line, column: 1 };
  const rows = table.rows.flatMap((row) => {
    const named = spanning(row);
    if (named === undefined) return [[...row, group]];
    group = named;
    return [];
  });
  return { ...table, header: [...table.header, { ...(first ?? group), text: "Dataset" }], rows };
}

const partsOf = (text: string): readonly string[] => text.split("/").map((part) => part.trim());

/** Letters that name metrics where several of them share a header: "P / R / F1". */
const letters: Readonly<Record<string, string>> = {
  p: "Precision",
  r: "Recall",
  f: "F1",
  a: "Accuracy",
  acc: "Accuracy",
};

/** "P / R / F1" and "F1 (macro / weighted)": the names of several metrics; undefined where a text is one name. */
function namesIn(text: string): readonly string[] | undefined {
  const [, name, inside] = /^([^()/]{1,60}?)\s*\(([^()]{1,80}\/[^()]{1,80})\)$/.exec(text.trim()) ?? [];
  if (name !== undefined && inside !== undefined) {
    const ways = partsOf(inside).map((way) => `${name} ${way}`);
    return ways.every(isKnownMetric) ? ways : undefined;
  }
  const parts = partsOf(text);
  const names = parts.map((part) => letters[part.toLowerCase()] ?? part);
  const abbreviated = names.filter((spoken, at) => spoken !== parts[at]).length;
  if (names.length < 2 || (abbreviated > 0 && new Set(names).size < names.length)) return undefined;
  return names.every((spoken) => isKnownMetric(spoken) || splitNamed(spoken) !== null) ? names : undefined;
}

/** The names of a header that stands over as many numbers a cell; undefined where it is one name. */
function pairedNames(table: MarkdownTable, column: number): readonly string[] | undefined {
  const names = namesIn(table.header[column]?.text ?? "");
  if (names === undefined) return undefined;
  const cells = table.rows.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
  const paired = cells.filter((text) => numbersOf(text)?.length === names.length).length;
  return paired > 0 && paired * 2 > cells.length ? names : undefined;
}

/** "0.91 / 0.88": the texts of several numbers; undefined where the cell is anything else. */
function numbersOf(text: string): readonly string[] | undefined {
  const parts = partsOf(text);
  return parts.length > 1 && parts.every((part) => statedNumber(part) !== undefined) ? parts : undefined;
}

/** True where a column holds several numbers a cell, so that it names no part of the data. */
export function holdsSeveralNumbers(table: MarkdownTable, column: number): boolean {
  return table.rows.some((row) => numbersOf(row[column]?.text ?? "") !== undefined);
}

/** A column "Accuracy / F1" of cells "0.91 / 0.88", as one column a name. */
export function withPairedColumns(table: MarkdownTable): MarkdownTable {
  const paired = table.header.map((_, column) => pairedNames(table, column));
  if (paired.every((names) => names === undefined)) return table;
  const spread = (row: readonly Cell[], textsOf: (text: string, names: readonly string[]) => readonly string[]) =>
    row.flatMap((cell, column): readonly Cell[] => {
      const names = paired[column];
      return names === undefined ? [cell] : textsOf(cell.text, names).map((text) => ({ ...cell, text }));
    });
  return {
    ...table,
    header: spread(table.header, (_, names) => names),
    rows: table.rows.map((row) =>
      spread(row, (text, names) => {
        const numbers = numbersOf(text);
        return numbers?.length === names.length ? numbers : names.map(() => "");
      }),
    ),
  };
}

/** A row "Precision / Recall" of cells "0.91 / 0.88", as one row a name. */
export function withPairedRows(table: MarkdownTable): MarkdownTable {
  const rows = table.rows.flatMap((row): readonly (readonly Cell[])[] => {
    const [first, ...cells] = row;
    const names = first === undefined ? undefined : namesIn(first.text);
    const numbers = cells.map(({ text }) => numbersOf(text));
    if (first === undefined || names === undefined || numbers.every((found) => found?.length !== names.length))
      return [row];
    return names.map((name, at) => [
      { ...first, text: name },
      ...cells.map((cell, column) => {
        const found = numbers[column];
        return found?.length === names.length ? { ...cell, text: found[at] ?? "" } : cell;
      }),
    ]);
  });
  return rows.length === table.rows.length ? table : { ...table, rows };
}
