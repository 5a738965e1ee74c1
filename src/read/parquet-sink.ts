import type { TableColumn } from "../model/table.js";
import { codedTexts, isMissingText } from "./text-cells.js";

/** The cells of a column while a Parquet file is read: numbers, until one comes that a double does not hold. */
export class ParquetSink {
  readonly #values: Float64Array;
  #codes: Int32Array | undefined;
  readonly #labels: string[] = [];
  readonly #codeOf = new Map<string, number>();
  #missing = 0;

  constructor(private readonly rows: number) {
    this.#values = new Float64Array(rows).fill(NaN);
  }

  /** @param cells of the rows from `from` to before `until` */
  take(cells: ArrayLike<unknown>, from: number, until: number): void {
    if (this.#codes === undefined && cells instanceof Float64Array) {
      this.#values.set(cells.subarray(0, until - from), from);
      return;
    }
    for (let row = from; row < until; row++) this.#put(row, cells[row - from]);
  }

  #put(row: number, cell: unknown): void {
    if (this.#codes === undefined) {
      const value = numberIn(cell);
      if (value !== undefined) {
        this.#values[row] = value;
        return;
      }
      this.#becomeTexts();
    }
    const text = textIn(cell);
    if (this.#codes !== undefined) this.#codes[row] = this.#code(text);
  }

  /** What was taken for numbers is texts like the rest. */
  #becomeTexts(): void {
    this.#codes = Int32Array.from(this.#values, (value) => (Number.isNaN(value) ? -1 : this.#code(String(value))));
  }

  #code(text: string | null): number {
    if (text === null || isMissingText(text)) return -1;
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    this.#codeOf.set(text, this.#labels.length);
    return this.#labels.push(text) - 1;
  }

  column(name: string): TableColumn {
    const codes = this.#codes;
    for (let row = 0; row < this.rows; row++)
      if (codes === undefined ? Number.isNaN(this.#values[row]) : (codes[row] ?? -1) < 0) this.#missing++;
    return codes === undefined
      ? { kind: "numbers", name, values: this.#values, missing: this.#missing }
      : codedTexts(name, codes, this.#labels, this.#missing);
  }
}

/** NaN for a missing cell; undefined for one that is no number. */
function numberIn(cell: unknown): number | undefined {
  if (typeof cell === "number") return cell;
  if (cell === null || cell === undefined) return NaN;
  if (typeof cell !== "bigint") return undefined;
  const value = Number(cell);
  return Number.isSafeInteger(value) ? value : undefined;
}

function textIn(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString();
  if (typeof cell === "boolean") return cell ? "True" : "False";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell as string | number | bigint);
}
