const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where a cell stands; one object is used for every cell of a file. */
export interface CellSpan {
  /** First byte, without a quote. */
  from: number;
  /** Behind the last byte, without a quote. */
  until: number;
  /** Place of the delimiter or line end behind the cell. */
  end: number;
  quoted: boolean;
  /** True where quotes inside are doubled. */
  escaped: boolean;
  /** True where a quote is never closed, or something stands behind the closing one. */
  malformed: boolean;
}

export const newSpan = (): CellSpan => ({
  from: 0,
  until: 0,
  end: 0,
  quoted: false,
  escaped: false,
  malformed: false,
});

/** Finds the extent of the cell that begins at a place. */
export function spanCell(bytes: Uint8Array, at: number, to: number, delimiter: number, span: CellSpan): void {
  span.escaped = false;
  span.malformed = false;
  span.quoted = bytes[at] === QUOTE && at < to;
  if (span.quoted) spanQuoted(bytes, at, to, delimiter, span);
  else {
    const end = endOfPlain(bytes, at, to, delimiter);
    span.from = at;
    span.until = end;
    span.end = end;
  }
}

function endOfPlain(bytes: Uint8Array, at: number, to: number, delimiter: number): number {
  let end = at;
  while (end < to) {
    const byte = bytes[end] ?? LF;
    if (byte === delimiter || byte === LF || byte === CR) break;
    end++;
  }
  return end;
}

function spanQuoted(bytes: Uint8Array, at: number, to: number, delimiter: number, span: CellSpan): void {
  let end = at + 1;
  while (end < to) {
    if (bytes[end] === QUOTE) {
      if (bytes[end + 1] !== QUOTE || end + 1 >= to) break;
      span.escaped = true;
      end++;
    }
    end++;
  }
  span.from = at + 1;
  span.until = Math.min(end, to);
  span.end = endOfPlain(bytes, Math.min(end + 1, to), to, delimiter);
  span.malformed = end >= to || isMore(bytes, end + 1, span.end);
}

/** True where anything but white space stands between. */
function isMore(bytes: Uint8Array, from: number, until: number): boolean {
  for (let at = from; at < until; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return true;
  return false;
}
