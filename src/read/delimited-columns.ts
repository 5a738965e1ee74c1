import { partsOf } from "../model/parts.js";
import type { TableColumn } from "../model/table.js";
import type { Parts } from "../model/world.js";
import { readNumber } from "./cell-numbers.js";
import { newSpan, spanCell } from "./cell-span.js";
import { eachPart, lineAt, PART_BYTES } from "./delimited-parts.js";
import { delimiterOf } from "./delimiter.js";
import { MOST_CELLS, tooManyCells } from "./limits.js";
import { cellText, noRowsYet, scanRows, type ScannedRows } from "./scan-rows.js";
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

/** Bytes of the head, by which the separator, the header and the kinds of the columns are told. */
const HEAD_BYTES = 1 << 18;

/** What the head of a delimited file tells. */
export interface DelimitedHead {
  readonly bytes: Uint8Array;
  readonly delimiter: number;
  readonly names: readonly string[];
  /** Place behind the header. */
  readonly rowsFrom: number;
}

/** Undefined where there is no header. */
export function headOfDelimited(file: Parts): DelimitedHead | undefined {
  const held = new Uint8Array(Math.min(HEAD_BYTES, file.size));
  const bytes = held.subarray(0, file.fill(held, 0));
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = delimiterOf(text.toString("utf8", start, Math.min(bytes.length, start + 65_536))).charCodeAt(0);
  const header = readRecord(bytes, start, delimiter);
  if (header === undefined || header.cells.length > MAXIMUM_COLUMNS) return undefined;
  return { bytes, delimiter, names: header.cells.map((cell) => cell.trim()), rowsFrom: header.next };
}

/**
 * Reads CSV and its kin into typed columns, part by part: one pass over the bytes, and a second one for columns that
 * hold a text further down. Quotes, all line ends and a byte-order mark are understood; empty lines are passed over.
 *
 * @param file UTF-8
 * @param only the columns that are wanted; all where absent
 * @param partBytes how many bytes are read at a time; a row may be longer
 * @returns undefined where there is no header
 */
export function readDelimitedParts(
  file: Parts,
  only?: ReadonlySet<string>,
  partBytes: number = PART_BYTES,
): DelimitedColumns | undefined {
  const head = headOfDelimited(file);
  if (head === undefined) return undefined;
  const { bytes, delimiter, names, rowsFrom } = head;
  const wanted = (name: string): boolean => only === undefined || only.has(name);
  const kinds = kindsOf(head, bytes.length < file.size).map((kind, column) =>
    wanted(names[column] ?? "") ? kind : SKIP,
  );
  const capacity = capacityFor(bytes, rowsFrom, file.size);
  const taken = kinds.filter((kind) => kind !== SKIP).length;
  if (capacity * taken > MOST_CELLS)
    return { rows: capacity, columns: [], faults: [{ line: 1, message: tooManyCells(capacity, taken) }] };
  const sinks = new TableSinks(kinds, capacity);
  const scanned = noRowsYet();
  const whole = eachPart(file, rowsFrom, (part) => scanRows(part, delimiter, sinks, scanned), partBytes);
  const again = sinks.again();
  const texts = again.reduce(
    asText,
    names.map(() => SKIP),
  );
  const second = again.length === 0 ? null : new TableSinks(texts, scanned.rows);
  const counted = noRowsYet();
  if (second !== null) eachPart(file, rowsFrom, (part) => scanRows(part, delimiter, second, counted), partBytes);
  return {
    rows: scanned.rows,
    columns: names.flatMap((name, column) =>
      wanted(name)
        ? [(second !== null && again.includes(column) ? second : sinks).column(name, column, scanned.rows)]
        : [],
    ),
    faults: [...repeatedNames(names), ...faultsOf(scanned, file, whole)],
  };
}

/** The same of bytes that are held. */
export const readDelimitedColumns = (bytes: Uint8Array, only?: ReadonlySet<string>): DelimitedColumns | undefined =>
  readDelimitedParts(partsOf(bytes), only);

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

/** By the first rows: numbers where every cell that is there is one. @param cut true where more follows the head */
function kindsOf({ bytes, delimiter, names, rowsFrom }: DelimitedHead, cut: boolean): readonly number[] {
  const width = names.length;
  const texts = new Uint8Array(width);
  let at = rowsFrom;
  for (let row = 0; row < ROWS_LOOKED_AT; row++) {
    const record = readRecord(bytes, at, delimiter);
    if (record === undefined || (cut && record.next >= bytes.length)) break;
    record.cells.slice(0, width).forEach((cell, column) => {
      if (readNumber(cell).kind === "text") texts[column] = 1;
    });
    at = record.next;
  }
  return Array.from(texts, (isText) => (isText === 1 ? TEXT : NUMBER));
}

/** Rows to make room for, by the length of the first lines. */
function capacityFor(head: Uint8Array, from: number, size: number): number {
  const looked = head.subarray(from, from + 65_536);
  let lines = 0;
  for (const byte of looked) if (byte === LF || byte === CR) lines++;
  const rest = size - from;
  return looked.length === rest ? lines + 1 : Math.ceil((lines / looked.length) * rest * 1.02) + 16;
}

const repeatedNames = (names: readonly string[]): readonly TableFault[] => {
  const twice = names.find((name, column) => names.indexOf(name) < column);
  return twice === undefined ? [] : [{ line: 1, message: `two columns are named ${JSON.stringify(twice)}` }];
};

function faultsOf(scanned: ScannedRows, file: Parts, whole: boolean): readonly TableFault[] {
  const faults: TableFault[] = [];
  if (!whole) faults.push({ line: 1, message: "a row is longer than can be read: a quote may never be closed" });
  if (scanned.firstMalformed !== null)
    faults.push({
      line: lineAt(file, scanned.firstMalformed),
      message: "a quoted cell is not closed, or goes on behind its closing quote",
    });
  if (scanned.firstRagged !== null)
    faults.push({
      line: lineAt(file, scanned.firstRagged),
      message: `${scanned.ragged} rows have another number of cells than the header, the first of them here`,
    });
  return faults;
}
