/** Bits of a digit: three digits to a 32-bit word. */
const DIGIT_BITS = 11;
const SIZE = 1 << DIGIT_BITS;
const MASK = SIZE - 1;
const SIGN = 0x8000_0000;
/** Place of the word with the sign among the two of a double, on this machine. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** Below this many values comparing is as fast. */
const FEW_VALUES = 2048;

/** The words of the keys, in the same order. */
interface Words {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/**
 * The values in ascending order, in an array of their own: a radix sort on the bits of the doubles, which does not
 * compare. Digits that are alike for all values are passed over.
 *
 * @param values no NaN
 */
export function radixSorted(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const count = values.length;
  const sorted = new Float64Array(count);
  for (let index = 0; index < count; index++) sorted[index] = values[index] ?? 0;
  if (count < FEW_VALUES) return sorted.sort();
  const words = new Uint32Array(sorted.buffer);
  const counts = [0, 1, 2, 3, 4, 5].map(() => new Uint32Array(SIZE));
  let from = keysOf(words, count, counts);
  let to: Words = { low: new Uint32Array(count), high: new Uint32Array(count) };
  counts.forEach((starts, digit) => {
    if (starts.includes(count)) return;
    toStarts(starts);
    const shift = (digit % 3) * DIGIT_BITS;
    if (digit < 3) pass(from.low, from.high, to.low, to.high, shift, starts);
    else pass(from.high, from.low, to.high, to.low, shift, starts);
    [from, to] = [to, from];
  });
  const { low, high } = from;
  for (let index = 0; index < count; index++) {
    const upper = high[index] ?? 0;
    const lower = low[index] ?? 0;
    const negative = upper < SIGN;
    words[2 * index + HIGH] = negative ? ~upper : upper ^ SIGN;
    words[2 * index + 1 - HIGH] = negative ? ~lower : lower;
  }
  return sorted;
}

/** The bits of each double such that unsigned words compare as the numbers do, and how often each digit comes up. */
function keysOf(words: Uint32Array, count: number, counts: readonly Uint32Array[]): Words {
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const none = new Uint32Array(SIZE);
  const [first = none, second = none, third = none, fourth = none, fifth = none, sixth = none] = counts;
  for (let index = 0; index < count; index++) {
    const upper = words[2 * index + HIGH] ?? 0;
    const lower = words[2 * index + 1 - HIGH] ?? 0;
    const negative = upper >= SIGN;
    const keyHigh = (negative ? ~upper : upper ^ SIGN) >>> 0;
    const keyLow = (negative ? ~lower : lower) >>> 0;
    high[index] = keyHigh;
    low[index] = keyLow;
    first[keyLow & MASK] = (first[keyLow & MASK] ?? 0) + 1;
    second[(keyLow >>> 11) & MASK] = (second[(keyLow >>> 11) & MASK] ?? 0) + 1;
    third[keyLow >>> 22] = (third[keyLow >>> 22] ?? 0) + 1;
    fourth[keyHigh & MASK] = (fourth[keyHigh & MASK] ?? 0) + 1;
    fifth[(keyHigh >>> 11) & MASK] = (fifth[(keyHigh >>> 11) & MASK] ?? 0) + 1;
    sixth[keyHigh >>> 22] = (sixth[keyHigh >>> 22] ?? 0) + 1;
  }
  return { low, high };
}

/** A stable counting sort by one digit of `keys`; `others` go along. */
function pass(
  keys: Uint32Array,
  others: Uint32Array,
  keysTo: Uint32Array,
  othersTo: Uint32Array,
  shift: number,
  starts: Uint32Array,
): void {
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    const digit = (key >>> shift) & MASK;
    const target = starts[digit] ?? 0;
    starts[digit] = target + 1;
    keysTo[target] = key;
    othersTo[target] = others[index] ?? 0;
  }
}

function toStarts(counts: Uint32Array): void {
  let start = 0;
  for (let digit = 0; digit < SIZE; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = start;
    start += count;
  }
}
