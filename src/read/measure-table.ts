import { isUtf8 } from "node:buffer";
import type { TableExtent } from "../model/adapter.js";
import type { Parts } from "../model/world.js";
import { newSpan, spanCell } from "./cell-span.js";
import { headOfDelimited } from "./delimited-columns.js";
import { eachPart, lineAt } from "./delimited-parts.js";
import type { Part } from "./scan-rows.js";

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;

interface Counted {
  rows: number;
  ragged: number;
  firstRagged: number | null;
  isText: boolean;
}

/** How many rows a delimited file has, and which of them are ragged, by one pass over its bytes. */
export function measureDelimited(file: Parts): TableExtent | undefined {
  const head = headOfDelimited(file);
  if (head === undefined) return undefined;
  const found: Counted = { rows: 0, ragged: 0, firstRagged: null, isText: true };
  eachPart(file, head.rowsFrom, (part) => countRows(part, head.delimiter, head.names.length, found));
  const { rows, ragged, firstRagged, isText } = found;
  return { rows, ragged, firstRaggedLine: firstRagged === null ? null : lineAt(file, firstRagged), isText };
}

function countRows({ bytes, to, offset, last }: Part, delimiter: number, width: number, found: Counted): number {
  const span = newSpan();
  const greatest = Math.max(delimiter, QUOTE);
  // At the end of the file the line end behind the part ends its last row.
  const end = last ? to + 1 : to;
  let rowStart = 0;
  let cells = 1;
  let at = 0;
  while (at < end) {
    const byte = bytes[at] ?? LF;
    if (byte > greatest) {
      at++;
    } else if (byte === delimiter) {
      cells++;
      at++;
    } else if (byte === LF || byte === CR) {
      if (at > rowStart && (cells === width || cells > 1 || !isBlank(bytes, rowStart, at))) {
        found.rows++;
        if (cells !== width) {
          found.ragged++;
          found.firstRagged ??= offset + rowStart;
        }
      }
      rowStart = ++at;
      cells = 1;
    } else if (byte === QUOTE && (at === rowStart || bytes[at - 1] === delimiter)) {
      spanCell(bytes, at, to, delimiter, span);
      at = span.end;
    } else at++;
  }
  const rowsEnd = Math.min(rowStart, to);
  // Rows end between characters, so that what ends with a row is text by itself.
  found.isText &&= isUtf8(bytes.subarray(0, rowsEnd));
  return rowsEnd;
}

function isBlank(bytes: Uint8Array, from: number, until: number): boolean {
  for (let at = from; at < until; at++) if ((bytes[at] ?? 0) > SPACE) return false;
  return true;
}
