import { bucketOrder, type SortedRows } from "./bucket-sort.js";

/** Bits of a digit: three to a 32-bit word. */
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const SIGN = 0x8000_0000;
/** Place of the word with the sign among the two of a double, on this machine. */
const HIGH_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** Runs up to here that agree in the high word are put in order by insertion. */
const SHORT_RUN = 24;

/** Indexes, and one word of the key of each, in the same order. */
interface KeyedIndexes {
  readonly keys: Uint32Array;
  readonly indexes: Uint32Array<ArrayBuffer>;
}

/** Values in ascending order, and where each of them stood; equal values as they stood. @param values finite */
export function sortedRows(values: ArrayLike<number>): SortedRows {
  const known = bucketOrder(values);
  if (known !== undefined) return known;
  const order = orderByDigits(values, inPlace(values.length));
  const sorted = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place] ?? 0] ?? NaN;
  return { sorted, order };
}

/**
 * The indexes of the values in ascending order, equal values in the order of `within` (by default, of the array), by
 * buckets or, where the values lie too unevenly for them, by a radix sort on the bits of the doubles.
 *
 * @param values finite
 * @param within an order to sort further: sort by the lesser key first, then by the greater
 */
export const ascendingOrder = (
  values: ArrayLike<number>,
  within?: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> =>
  within === undefined
    ? (bucketOrder(values)?.order ?? orderByDigits(values, inPlace(values.length)))
    : orderByDigits(values, within);

function orderByDigits(values: ArrayLike<number>, start: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const { low, high } = sortableWords(values);
  const byHigh = sortedByWord(high, start);
  if (putRunsInOrder(byHigh, low)) return byHigh.indexes;
  return sortedByWord(high, sortedByWord(low, start).indexes).indexes;
}

function inPlace(count: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  return order;
}

/** The bits of each double such that unsigned words compare as the numbers do; −0 as 0. */
function sortableWords(values: ArrayLike<number>): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const count = values.length;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const doubles = new Float64Array(count);
  for (let index = 0; index < count; index++) doubles[index] = (values[index] ?? NaN) + 0;
  const words = new Uint32Array(doubles.buffer);
  for (let index = 0; index < count; index++) {
    const upper = words[2 * index + HIGH_WORD] ?? 0;
    const lower = words[2 * index + 1 - HIGH_WORD] ?? 0;
    const negative = upper >= SIGN;
    high[index] = negative ? ~upper : upper ^ SIGN;
    low[index] = negative ? ~lower : lower;
  }
  return { low, high };
}

function sortedByWord(words: Uint32Array, order: Uint32Array<ArrayBuffer>): KeyedIndexes {
  const keys = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place++) keys[place] = words[order[place] ?? 0] ?? 0;
  let sorted: KeyedIndexes = { keys, indexes: order.slice() };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) sorted = sortedByDigit(sorted, shift);
  return sorted;
}

/** A stable counting sort; as it was where all digits are alike. */
function sortedByDigit(given: KeyedIndexes, shift: number): KeyedIndexes {
  const { keys, indexes } = given;
  const mask = DIGITS - 1;
  const starts = new Uint32Array(DIGITS);
  for (let place = 0; place < keys.length; place++) {
    const digit = ((keys[place] ?? 0) >>> shift) & mask;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  if (starts.includes(keys.length)) return given;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] ?? 0;
    starts[digit] = start;
    start += count;
  }
  const sorted = { keys: new Uint32Array(keys.length), indexes: new Uint32Array(keys.length) };
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] ?? 0;
    const digit = (key >>> shift) & mask;
    const target = starts[digit] ?? 0;
    sorted.keys[target] = key;
    sorted.indexes[target] = indexes[place] ?? 0;
    starts[digit] = target + 1;
  }
  return sorted;
}

/** Orders each run of equal high words by the low ones, stably; false, and some runs as they were, where one is long. */
function putRunsInOrder({ keys, indexes }: KeyedIndexes, low: Uint32Array): boolean {
  for (let start = 0; start < keys.length;) {
    let end = start + 1;
    let differ = false;
    while (end < keys.length && keys[end] === keys[start]) {
      differ ||= low[indexes[end] ?? 0] !== low[indexes[start] ?? 0];
      end++;
    }
    if (differ && end - start > SHORT_RUN) return false;
    if (differ) insertInOrder(indexes, start, end, low);
    start = end;
  }
  return true;
}

function insertInOrder(indexes: Uint32Array, start: number, end: number, low: Uint32Array): void {
  for (let next = start + 1; next < end; next++) {
    const index = indexes[next] ?? 0;
    const key = low[index] ?? 0;
    let place = next;
    while (place > start && (low[indexes[place - 1] ?? 0] ?? 0) > key) {
      indexes[place] = indexes[place - 1] ?? 0;
      place--;
    }
    indexes[place] = index;
  }
}
