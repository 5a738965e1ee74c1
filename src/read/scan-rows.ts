import { readNumber } from "./cell-numbers.js";
import { newSpan, spanCell, type CellSpan } from "./cell-span.js";
import { NUMBER, SKIP, TEXT, type TableSinks } from "./table-sinks.js";
import { ESCAPED } from "./text-cells.js";

const LF = 10;
const CR = 13;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** Digits that a double holds whole, whatever they are. */
const SURE_DIGITS = 15;
const powersOfTen = Float64Array.from({ length: SURE_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** What one pass over the rows found. */
export interface ScannedRows {
  readonly rows: number;
  /** Rows with another number of cells than the header, and where the first of them begins. */
  readonly ragged: number;
  readonly firstRagged: number | null;
  /** Where the first cell stands whose quotes are wrong. */
  readonly firstMalformed: number | null;
}

/**
 * Takes the cells of every row into the sinks. Numbers of up to 15 digits are made of their digits: a whole number below
 * 10¹⁵ and a power of ten up to 10¹⁵ are exact, and one division rounds once, as reading the text does.
 */
export function scanRows(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  sinks: TableSinks,
): ScannedRows {
  const { kinds, values, starts, ends, fractions } = sinks;
  const width = kinds.length;
  const span = newSpan();
  let at = from;
  let row = 0;
  let ragged = 0;
  let firstRagged: number | null = null;
  let firstMalformed: number | null = null;
  while (at < to) {
    const first = bytes[at];
    if (first === LF || first === CR) {
      at++;
      continue;
    }
    if (row === sinks.capacity) sinks.grow();
    const rowStart = at;
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
        while (byte >= ZERO && byte <= NINE) {
          mantissa = mantissa * 10 + (byte - ZERO);
          byte = bytes[++place] ?? LF;
        }
        let digits = place - digitsFrom;
        let scale = 0;
        const leadingZero = digits > 1 && bytes[digitsFrom] === ZERO;
        if (byte === POINT) {
          const pointAt = place;
          byte = bytes[++place] ?? LF;
          while (byte >= ZERO && byte <= NINE) {
            mantissa = mantissa * 10 + (byte - ZERO);
            byte = bytes[++place] ?? LF;
          }
          scale = place - pointAt - 1;
          digits += scale;
        }
        if (
          digits > 0 &&
          digits <= SURE_DIGITS &&
          !leadingZero &&
          (byte === delimiter || byte === LF || byte === CR || place >= to)
        ) {
          const size = scale === 0 ? mantissa : mantissa / (powersOfTen[scale] ?? 1);
          if (scale > 0) fractions[column] = 1;
          const held = values[column];
          if (held !== undefined) held[row] = negative ? -size : size;
          at = Math.min(place, to);
        } else {
          spanCell(bytes, at, to, delimiter, span);
          if (span.malformed) firstMalformed ??= at;
          takeNumber(bytes, span, column, row, sinks);
          at = span.end;
        }
      } else {
        spanCell(bytes, at, to, delimiter, span);
        if (span.malformed) firstMalformed ??= at;
        if (kind === TEXT) {
          const startsHere = starts[column];
          const endsHere = ends[column];
          if (startsHere !== undefined && endsHere !== undefined) {
            startsHere[row] = span.from;
            endsHere[row] = span.escaped ? span.until + ESCAPED : span.until;
          }
        }
        at = span.end;
      }
      column++;
      if (at >= to) break;
      const byte = bytes[at++];
      if (byte === delimiter) continue;
      if (byte === CR && bytes[at] === LF) at++;
      break;
    }
    if (column !== width) {
      if (column === 1 && isBlank(bytes, rowStart, at)) continue;
      ragged++;
      firstRagged ??= rowStart;
      for (; column < width; column++) sinks.leaveOut(column, row);
    }
    row++;
  }
  return { rows: row, ragged, firstRagged, firstMalformed };
}

function isBlank(bytes: Uint8Array, from: number, until: number): boolean {
  for (let at = from; at < until; at++) if ((bytes[at] ?? 0) > 32) return false;
  return true;
}

/** A cell that is not plain digits. A column that holds a text is taken as texts, by another pass. */
function takeNumber(bytes: Uint8Array, span: CellSpan, column: number, row: number, sinks: TableSinks): void {
  const reading = readNumber(cellText(bytes, span));
  const values = sinks.values[column];
  if (values === undefined) return;
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
      return;
    case "text":
      sinks.turned[column] = 1;
      sinks.kinds[column] = SKIP;
  }
}

/** The text of a cell, its doubled quotes single. */
export function cellText(bytes: Uint8Array, { from, until, escaped }: CellSpan): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, until - from)).toString("utf8");
  return escaped ? text.replaceAll('""', '"') : text;
}
