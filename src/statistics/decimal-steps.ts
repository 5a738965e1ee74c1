/** Values that are whole multiples of a power of ten, as files write them that round to some decimals. */
export interface DecimalSteps {
  /** How many steps each value lies above the least. */
  readonly steps: Uint32Array;
  /** Steps from the least value to the greatest, both counted. */
  readonly count: number;
  /** The value that lies so many steps above the least, exactly as it was. */
  valueOf(step: number): number;
}

const MOST_DECIMALS = 9;
/** Values by which the decimals are told before all are looked at. */
const LOOKED_AT = 64;
/** More steps than this for each value, and counting them takes longer than comparing. */
const STEPS_A_VALUE = 4;
/** Below this many values nothing is gained. */
const FEW_VALUES = 256;

/**
 * The values as steps of a power of ten, so that they are sorted by counting and never compared.
 *
 * @param values finite
 * @returns undefined where some value is none of these, or they are too few for their range
 */
export function decimalSteps(values: ArrayLike<number>): DecimalSteps | undefined {
  const { length } = values;
  if (length < FEW_VALUES) return undefined;
  const power = powerOf(values);
  if (power === undefined) return undefined;
  let least = Infinity;
  let most = -Infinity;
  for (let place = 0; place < length; place++) {
    const value = values[place] ?? NaN;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const first = Math.round(least * power);
  const count = Math.round(most * power) - first + 1;
  if (!(count <= STEPS_A_VALUE * length) || !(Math.max(Math.abs(first), Math.abs(first + count)) < 2 ** 50))
    return undefined;
  const steps = new Uint32Array(length);
  for (let place = 0; place < length; place++) {
    const value = values[place] ?? NaN;
    const scaled = Math.round(value * power);
    // Dividing back tells a decimal that was read from a file from its neighbours, which are none.
    if (scaled / power !== value) return undefined;
    steps[place] = scaled - first;
  }
  return { steps, count, valueOf: (step) => (step + first) / power };
}

/** The least power of ten that makes whole numbers of the first values; undefined where none does. */
function powerOf(values: ArrayLike<number>): number | undefined {
  let decimals = 0;
  for (let place = 0; place < LOOKED_AT; place++) {
    const value = values[place] ?? NaN;
    while (Math.round(value * 10 ** decimals) / 10 ** decimals !== value)
      if (++decimals > MOST_DECIMALS) return undefined;
  }
  return 10 ** decimals;
}

/** The values in ascending order, by counting how often each comes up; undefined where `decimalSteps` is. */
export function sortedByCounting(values: ArrayLike<number>): Float64Array<ArrayBuffer> | undefined {
  const found = decimalSteps(values);
  if (found === undefined) return undefined;
  const { steps, count, valueOf } = found;
  const times = new Uint32Array(count);
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place] ?? 0;
    times[step] = (times[step] ?? 0) + 1;
  }
  const sorted = new Float64Array(steps.length);
  let at = 0;
  for (let step = 0; step < count; step++) {
    const end = at + (times[step] ?? 0);
    if (end === at) continue;
    const value = valueOf(step);
    for (; at < end; at++) sorted[at] = value;
  }
  return sorted;
}
