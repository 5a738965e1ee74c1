import type { TableColumn } from "../model/table.js";
import { readNumber } from "./cell-numbers.js";
import { newSpan, spanCell } from "./cell-span.js";
import { delimiterOf } from "./delimiter.js";
import { cellText, scanRows, type ScannedRows } from "./scan-rows.js";
import { NUMBER, SKIP, TableSinks, TEXT } from "./table-sinks.js";

const LF = 10;
const CR = 13;

/** Rows that are looked at to tell columns of numbers from columns of texts. */
const ROWS_LOOKED_AT = 200;
const MAXIMUM_COLUMNS = 10_000;

/** What is wrong with a table, and on which line. */
export interface TableFault {
  readonly line: number;
  readonly message: string;
}

/** The columns of a delimited file. */
export interface DelimitedColumns {
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  readonly faults: readonly TableFault[];
}

/**
 * Reads CSV and its kin into typed columns in one pass over the bytes, and a second one for columns that hold a text
 * further down. Quotes, all line ends and a byte-order mark are understood; empty lines are passed over.
 *
 * @param bytes UTF-8
 * @param only the columns that are wanted; all where absent
 * @returns undefined where there is no header
 */
export function readDelimitedColumns(bytes: Uint8Array, only?: ReadonlySet<string>): DelimitedColumns | undefined {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = delimiterOf(buffer.toString("utf8", start, Math.min(bytes.length, start + 65_536))).charCodeAt(0);
  const header = readRecord(bytes, start, delimiter);
  if (header === undefined || header.cells.length > MAXIMUM_COLUMNS) return undefined;
  const names = header.cells.map((cell) => cell.trim());
  const wanted = (name: string): boolean => only === undefined || only.has(name);
  const kinds = kindsOf(bytes, header.next, delimiter, names.length).map((kind, column) =>
    wanted(names[column] ?? "") ? kind : SKIP,
  );
  const sinks = new TableSinks(kinds, capacityFor(bytes, header.next));
  const scanned = scanRows(bytes, header.next, bytes.length, delimiter, sinks);
  const again = sinks.again();
  const second =
    again.length === 0
      ? null
      : new TableSinks(
          again.reduce(
            asText,
            names.map(() => SKIP),
          ),
          scanned.rows,
        );
  if (second !== null) scanRows(bytes, header.next, bytes.length, delimiter, second);
  return {
    rows: scanned.rows,
    columns: names.flatMap((name, column) =>
      wanted(name)
        ? [(second !== null && again.includes(column) ? second : sinks).column(name, column, scanned.rows, buffer)]
        : [],
    ),
    faults: [...repeatedNames(names), ...faultsOf(scanned, buffer)],
  };
}

const asText = (kinds: number[], column: number): number[] => {
  kinds[column] = TEXT;
  return kinds;
};

interface ScannedRecord {
  readonly cells: readonly string[];
  /** Place behind its line end. */
  readonly next: number;
}

/** The record at a place, blank lines before it passed over; undefined where none is left. */
function readRecord(bytes: Uint8Array, from: number, delimiter: number): ScannedRecord | undefined {
  const span = newSpan();
  let at = from;
  while (bytes[at] === LF || bytes[at] === CR) at++;
  if (at >= bytes.length) return undefined;
  const cells: string[] = [];
  for (;;) {
    spanCell(bytes, at, bytes.length, delimiter, span);
    cells.push(cellText(bytes, span));
    at = span.end;
    if (at >= bytes.length) return { cells, next: at };
    const byte = bytes[at++];
    if (byte === delimiter) continue;
    if (byte === CR && bytes[at] === LF) at++;
    return { cells, next: at };
  }
}

/** By the first rows: numbers where every cell that is there is one. */
function kindsOf(bytes: Uint8Array, from: number, delimiter: number, width: number): readonly number[] {
  const texts = new Uint8Array(width);
  let at = from;
  for (let row = 0; row < ROWS_LOOKED_AT; row++) {
    const record = readRecord(bytes, at, delimiter);
    if (record === undefined) break;
    record.cells.slice(0, width).forEach((cell, column) => {
      if (readNumber(cell).kind === "text") texts[column] = 1;
    });
    at = record.next;
  }
  return Array.from(texts, (isText) => (isText === 1 ? TEXT : NUMBER));
}

/** Rows to make room for, by the length of the first lines. */
function capacityFor(bytes: Uint8Array, from: number): number {
  const looked = bytes.subarray(from, from + 65_536);
  let lines = 0;
  for (const byte of looked) if (byte === LF || byte === CR) lines++;
  const rest = bytes.length - from;
  return looked.length === rest ? lines + 1 : Math.ceil((lines / looked.length) * rest * 1.05) + 16;
}

const repeatedNames = (names: readonly string[]): readonly TableFault[] => {
  const twice = names.find((name, column) => names.indexOf(name) < column);
  return twice === undefined ? [] : [{ line: 1, message: `two columns are named ${JSON.stringify(twice)}` }];
};

function faultsOf(scanned: ScannedRows, bytes: Buffer): readonly TableFault[] {
  const faults: TableFault[] = [];
  if (scanned.firstMalformed !== null)
    faults.push({
      line: lineAt(bytes, scanned.firstMalformed),
      message: "a quoted cell is not closed, or goes on behind its closing quote",
    });
  if (scanned.firstRagged !== null)
    faults.push({
      line: lineAt(bytes, scanned.firstRagged),
      message: `${scanned.ragged} rows have another number of cells than the header, the first of them here`,
    });
  return faults;
}

function lineAt(bytes: Buffer, place: number): number {
  let line = 1;
  for (let at = 0; at < place; at++) if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line++;
  return line;
}
