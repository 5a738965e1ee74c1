import { elementFault, type Fault, finiteFault, firstFault, lengthFault, nonNegativeFault } from "./validity.js";

/** Counts (or shares) of the same bins in two samples. */
export const binCountsFault = (
  left: string,
  leftCounts: readonly number[],
  right: string,
  rightCounts: readonly number[],
): Fault =>
  firstFault(
    lengthFault(left, leftCounts.length, right, rightCounts.length),
    elementFault(leftCounts, (count, bin) => nonNegativeFault(`${left}[${bin}]`, count)),
    elementFault(rightCounts, (count, bin) => nonNegativeFault(`${right}[${bin}]`, count)),
    finiteFault(`the total of ${left}`, totalOf(leftCounts)),
    finiteFault(`the total of ${right}`, totalOf(rightCounts)),
  );

/** The sum of the counts; 0 of none. */
export const totalOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Each bin's share of the total; undefined where there is nothing to share. */
export function sharesOf(counts: readonly number[]): readonly number[] | undefined {
  const total = totalOf(counts);
  // A zero may come with a sign, which a share has not.
  return total > 0 ? counts.map((count) => (count === 0 ? 0 : count / total)) : undefined;
}

/** Two values of each bin together. */
export const paired = (left: readonly number[], right: readonly number[]): readonly (readonly [number, number])[] =>
  left.map((share, bin) => [share, right[bin] ?? NaN]);
