import { readNumber } from "./cell-numbers.js";
import { newSpan, spanCell, type CellSpan } from "./cell-span.js";
import { readDecimal } from "./decimal.js";
import { NUMBER, SKIP, TEXT, type TableSinks } from "./table-sinks.js";

const LF = 10;
const CR = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Digits that a 32-bit integer holds, whatever they are. */
const SURE_DIGITS = 9;
const powersOfTen = Float64Array.from({ length: SURE_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** What is read of a file at a time: its bytes, and one beyond them that ends a line. */
export interface Part {
  readonly bytes: Uint8Array;
  readonly from: number;
  /** Behind the last byte; a line end stands here that is not the file's. */
  readonly to: number;
  /** Place of the first byte of `bytes` in the file. */
  readonly offset: number;
  /** True where the file ends with this part. */
  readonly last: boolean;
}

/** What was found in the rows so far; places are of the file. */
export interface ScannedRows {
  rows: number;
  /** Rows with another number of cells than the header, and where the first of them begins. */
  ragged: number;
  firstRagged: number | null;
  /** Where the first cell stands whose quotes are wrong. */
  firstMalformed: number | null;
}

export const noRowsYet = (): ScannedRows => ({ rows: 0, ragged: 0, firstRagged: null, firstMalformed: null });

/**
 * Takes the cells of every row that ends in a part into the sinks. Numbers of up to 9 digits are made of their digits:
 * one division of two whole numbers rounds once, as reading the text does.
 *
 * @param found is kept up to date
 * @returns where the row begins that the part does not end; the part's end where there is none
 */
export function scanRows(part: Part, delimiter: number, sinks: TableSinks, found: ScannedRows): number {
  const { bytes, to, last, offset } = part;
  const { kinds, values, texts, fractions } = sinks;
  const width = kinds.length;
  const span = newSpan();
  // Most bytes are greater than all that end a cell.
  const greatest = Math.max(delimiter, CR);
  let at = part.from;
  let row = found.rows;
  while (at < to) {
    const first = bytes[at];
    if (first === LF || first === CR) {
      at++;
      continue;
    }
    if (row === sinks.capacity) sinks.grow();
    const rowStart = at;
    let malformed = -1;
    let column = 0;
    for (;;) {
      const kind = column < width ? (kinds[column] ?? SKIP) : SKIP;
      if (kind === NUMBER) {
        let place = at;
        let byte = bytes[place] ?? LF;
        const negative = byte === MINUS;
        if (negative) byte = bytes[++place] ?? LF;
        const digitsFrom = place;
        let mantissa = 0;
        let digit = byte - ZERO;
        while (digit >= 0 && digit <= 9) {
          mantissa = (Math.imul(mantissa, 10) + digit) | 0;
          byte = bytes[++place] ?? LF;
          digit = byte - ZERO;
        }
        let digits = place - digitsFrom;
        let scale = 0;
        const leadingZero = digits > 1 && bytes[digitsFrom] === ZERO;
        if (byte === POINT) {
          const pointAt = place;
          byte = bytes[++place] ?? LF;
          digit = byte - ZERO;
          while (digit >= 0 && digit <= 9) {
            mantissa = (Math.imul(mantissa, 10) + digit) | 0;
            byte = bytes[++place] ?? LF;
            digit = byte - ZERO;
          }
          scale = place - pointAt - 1;
          digits += scale;
        }
        if (
          digits > 0 &&
          digits <= SURE_DIGITS &&
          !leadingZero &&
          (byte === delimiter || byte === LF || byte === CR) &&
          place <= to
        ) {
          const size = scale === 0 ? mantissa : mantissa / (powersOfTen[scale] ?? 1);
          if (scale > 0) fractions[column] = 1;
          const held = values[column];
          if (held !== undefined) held[row] = negative ? -size : size;
          at = place;
        } else {
          spanCell(bytes, at, to, delimiter, span);
          if (span.malformed && malformed < 0) malformed = at;
          if (span.end < to || last) takeNumber(bytes, span, column, row, sinks);
          at = span.end;
        }
      } else if (kind === SKIP && bytes[at] !== QUOTE) {
        let byte = bytes[at] ?? LF;
        while (byte > greatest || (byte !== delimiter && byte !== LF && byte !== CR)) byte = bytes[++at] ?? LF;
      } else {
        spanCell(bytes, at, to, delimiter, span);
        if (span.malformed && malformed < 0) malformed = at;
        if (kind === TEXT) texts[column]?.put(row, bytes, span.from, span.until, span.escaped);
        at = span.end;
      }
      column++;
      if (at >= to) {
        // A cell that the part's end cuts is taken with the next part.
        if (!last) {
          found.rows = row;
          return rowStart;
        }
        break;
      }
      const byte = bytes[at++];
      if (byte === delimiter) continue;
      if (byte === CR && bytes[at] === LF) at++;
      break;
    }
    if (malformed >= 0) found.firstMalformed ??= offset + malformed;
    if (column !== width) {
      if (column === 1 && isBlank(bytes, rowStart, Math.min(at, to))) continue;
      found.ragged++;
      found.firstRagged ??= offset + rowStart;
      for (; column < width; column++) sinks.leaveOut(column, row);
    }
    row++;
  }
  found.rows = row;
  return Math.min(at, to);
}

function isBlank(bytes: Uint8Array, from: number, until: number): boolean {
  for (let at = from; at < until; at++) if ((bytes[at] ?? 0) > 32) return false;
  return true;
}

/** A cell that is not a few plain digits. A column that holds a text is taken as texts, by another pass. */
function takeNumber(bytes: Uint8Array, span: CellSpan, column: number, row: number, sinks: TableSinks): void {
  const values = sinks.values[column];
  if (values === undefined) return;
  const decimal = readDecimal(bytes, span.from, span.until);
  if (!Number.isNaN(decimal)) {
    values[row] = decimal;
    // A whole number without a point is below 10¹⁵ here, and a column of them is the same with the flag.
    if (isFraction(bytes, span)) sinks.fractions[column] = 1;
    return;
  }
  const reading = readNumber(cellText(bytes, span));
  switch (reading.kind) {
    case "number":
      values[row] = reading.value;
      if (reading.fraction) sinks.fractions[column] = 1;
      return;
    case "wide":
      values[row] = reading.value;
      sinks.wide[column] = 1;
      return;
    case "missing":
      values[row] = NaN;
      sinks.gaps[column] = 1;
      return;
    case "text":
      sinks.turned[column] = 1;
      sinks.kinds[column] = SKIP;
  }
}

function isFraction(bytes: Uint8Array, { from, until }: CellSpan): boolean {
  for (let at = from; at < until; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT || byte > ZERO + 9) return true;
  }
  return false;
}

/** The text of a cell, its doubled quotes single. */
export function cellText(bytes: Uint8Array, { from, until, escaped }: CellSpan): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, until - from)).toString("utf8");
  return escaped ? text.replaceAll('""', '"') : text;
}
