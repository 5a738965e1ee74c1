import type { TextColumn } from "../model/table.js";

const missingTexts = new Set(["", "nan", "null", "none", "<na>", "n/a", "nat"]);

/** True for what tools write in place of a text that is not there. `NA` is a text: it is Namibia. */
export const isMissingText = (text: string): boolean => text.length <= 4 && missingTexts.has(text.toLowerCase());

interface Dictionary {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
  readonly missing: number;
}

/** A column of texts that stay bytes until they are asked for. */
export class TextCells implements TextColumn {
  readonly kind = "texts";
  #dictionary: Dictionary | undefined;

  /**
   * @param bytes the texts of all rows, one behind the other
   * @param bounds where each row's text begins, and at last where the last one ends
   */
  constructor(
    readonly name: string,
    private readonly bytes: Buffer,
    private readonly bounds: Uint32Array,
  ) {}

  get codes(): Int32Array {
    return this.#coded().codes;
  }

  get labels(): readonly string[] {
    return this.#coded().labels;
  }

  get missing(): number {
    return this.#coded().missing;
  }

  text(row: number): string | null {
    const text = this.bytes.toString("utf8", this.bounds[row] ?? 0, this.bounds[row + 1] ?? 0);
    return isMissingText(text) ? null : text;
  }

  sameTexts(other: TextColumn): boolean {
    if (!(other instanceof TextCells)) return sameTextsByRow(this, other, this.bounds.length - 1);
    if (other.bounds.length !== this.bounds.length) return false;
    if (this.bytes.equals(other.bytes) && sameWords(this.bounds, other.bounds)) return true;
    // What is missing may be written in several ways.
    return sameTextsByRow(this, other, this.bounds.length - 1);
  }

  #coded(): Dictionary {
    return (this.#dictionary ??= this.#code());
  }

  /** Open addressing over the cells' bytes: a text is decoded once, however often it comes up. */
  #code(): Dictionary {
    const { bytes, bounds } = this;
    const rows = bounds.length - 1;
    const entryOfRow = new Int32Array(rows);
    let places = new Int32Array(1024).fill(-1);
    let firstRows = new Int32Array(512);
    let hashes = new Int32Array(512);
    let entries = 0;
    for (let row = 0; row < rows; row++) {
      const start = bounds[row] ?? 0;
      const end = bounds[row + 1] ?? 0;
      let hash = -2_128_831_035;
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 16_777_619);
      hash ^= hash >>> 15;
      const mask = places.length - 1;
      let place = hash & mask;
      let entry = places[place] ?? -1;
      while (entry >= 0) {
        if (hashes[entry] === hash) {
          const first = firstRows[entry] ?? 0;
          if (sameBytes(bytes, start, end, bounds[first] ?? 0, bounds[first + 1] ?? 0)) break;
        }
        place = (place + 1) & mask;
        entry = places[place] ?? -1;
      }
      if (entry < 0) {
        entry = entries++;
        places[place] = entry;
        firstRows[entry] = row;
        hashes[entry] = hash;
        if (entries === firstRows.length) {
          firstRows = grown(firstRows);
          hashes = grown(hashes);
          places = rehashed(hashes, entries, places.length * 2);
        }
      }
      entryOfRow[row] = entry;
    }
    return this.#labelled(entryOfRow, firstRows.subarray(0, entries));
  }

  /** Entries to codes: missing texts get none. */
  #labelled(entryOfRow: Int32Array, firstRows: Int32Array): Dictionary {
    const labels: string[] = [];
    const codeOf = new Map<string, number>();
    const codeOfEntry = Int32Array.from(firstRows, (row) => {
      const text = this.text(row);
      if (text === null) return -1;
      const known = codeOf.get(text);
      if (known !== undefined) return known;
      codeOf.set(text, labels.length);
      return labels.push(text) - 1;
    });
    let missing = 0;
    for (let row = 0; row < entryOfRow.length; row++) {
      const code = codeOfEntry[entryOfRow[row] ?? 0] ?? -1;
      entryOfRow[row] = code;
      if (code < 0) missing++;
    }
    return { codes: entryOfRow, labels, missing };
  }
}

/** A column of texts that are held as they are. */
export function heldTexts(name: string, texts: readonly (string | null)[]): TextColumn {
  const labels: string[] = [];
  const codeOf = new Map<string, number>();
  let missing = 0;
  const codes = Int32Array.from(texts, (text) => {
    if (text === null || isMissingText(text)) {
      missing++;
      return -1;
    }
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, labels.length);
    return labels.push(text) - 1;
  });
  return codedTexts(name, codes, labels, missing);
}

/** A column of texts by their codes. @param codes place among the labels, −1 where a text is missing */
export function codedTexts(name: string, codes: Int32Array, labels: readonly string[], missing: number): TextColumn {
  const column: TextColumn = {
    kind: "texts",
    name,
    codes,
    labels,
    missing,
    text: (row) => labels[codes[row] ?? -1] ?? null,
    sameTexts: (other) => sameTextsByRow(column, other, codes.length),
  };
  return column;
}

function sameTextsByRow(one: TextColumn, other: TextColumn, rows: number): boolean {
  if (other.codes.length !== rows) return false;
  for (let row = 0; row < rows; row++) if (one.text(row) !== other.text(row)) return false;
  return true;
}

function sameBytes(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = start, there = otherStart; at < end; at++, there++) if (bytes[at] !== bytes[there]) return false;
  return true;
}

function sameWords(one: Uint32Array, other: Uint32Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

function rehashed(hashes: Int32Array, entries: number, size: number): Int32Array<ArrayBuffer> {
  const places = new Int32Array(size).fill(-1);
  for (let entry = 0; entry < entries; entry++) {
    let place = (hashes[entry] ?? 0) & (size - 1);
    while ((places[place] ?? -1) >= 0) place = (place + 1) & (size - 1);
    places[place] = entry;
  }
  return places;
}
