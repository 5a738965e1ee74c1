import type { TextColumn } from "../model/table.js";
import { TextCells } from "./text-cells.js";

const QUOTE = 34;
/** A column's texts together: places in them are 32-bit words. */
const MOST_BYTES = 0xffff_ffff;

/** The texts of a column, one behind the other, while a table is scanned. */
export class TextSink {
  #bytes: Buffer<ArrayBuffer>;
  /** Where the text of each row begins, and at last where the last one ends. */
  #bounds: Uint32Array<ArrayBuffer>;

  constructor(rows: number) {
    this.#bounds = new Uint32Array(rows + 1);
    this.#bytes = Buffer.allocUnsafe(Math.max(1024, rows * 8));
  }

  grow(rows: number): void {
    const larger = new Uint32Array(rows + 1);
    larger.set(this.#bounds);
    this.#bounds = larger;
  }

  /** Takes a cell; rows come in order, and a row that is taken again replaces what it was. */
  put(row: number, cells: Uint8Array, from: number, until: number, escaped: boolean): void {
    let at = this.#bounds[row] ?? 0;
    if (at + until - from > this.#bytes.length) this.#widen(at + until - from);
    const bytes = this.#bytes;
    for (let place = from; place < until; place++) {
      const byte = cells[place] ?? 0;
      bytes[at++] = byte;
      if (escaped && byte === QUOTE && cells[place + 1] === QUOTE) place++;
    }
    this.#bounds[row + 1] = at;
  }

  /** @throws RangeError where the texts are more than can be placed: a fault of what bounds the file's size */
  #widen(needed: number): void {
    if (needed > MOST_BYTES) throw new RangeError(`a column holds more than ${MOST_BYTES} bytes of text`);
    const larger = Buffer.allocUnsafe(Math.min(MOST_BYTES, Math.max(needed, this.#bytes.length * 2)));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  column(name: string, rows: number): TextColumn {
    const bounds = this.#bounds.subarray(0, rows + 1);
    return new TextCells(name, this.#bytes.subarray(0, bounds[rows] ?? 0), bounds);
  }
}
