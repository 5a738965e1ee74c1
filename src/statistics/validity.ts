/**
 * What is wrong with an argument: a reason, or undefined where it is sound. Statistical functions answer `invalid`
 * with the first reason.
 */
export type Fault = string | undefined;

/** A whole number from 0 up, and no greater than doubles count by ones. */
export function countFault(name: string, count: number): Fault {
  if (!(Number.isInteger(count) && count >= 0)) return `${name} must be a whole number from 0 up, got ${count}`;
  return Number.isSafeInteger(count) ? undefined : `${name} is too great to be counted exactly, got ${count}`;
}

/** Above 0 and below 1. */
export const openShareFault = (name: string, share: number): Fault =>
  share > 0 && share < 1 ? undefined : `${name} must lie above 0 and below 1, got ${share}`;

/** From 0 to 1. */
export const shareFault = (name: string, share: number): Fault =>
  share >= 0 && share <= 1 ? undefined : `${name} must lie in 0 to 1, got ${share}`;

/** Neither NaN nor infinite. */
export const finiteFault = (name: string, number: number): Fault =>
  Number.isFinite(number) ? undefined : `${name} must be a finite number, got ${number}`;

/** Finite, and above 0. */
export const positiveFault = (name: string, number: number): Fault =>
  Number.isFinite(number) && number > 0 ? undefined : `${name} must be a finite number above 0, got ${number}`;

/** Finite, and 0 or above. */
export const nonNegativeFault = (name: string, number: number): Fault =>
  Number.isFinite(number) && number >= 0 ? undefined : `${name} must be a finite number from 0 up, got ${number}`;

/** The first element's fault there is. */
export function elementFault(elements: ArrayLike<number>, faultOf: (element: number, index: number) => Fault): Fault {
  for (let index = 0; index < elements.length; index++) {
    const fault = faultOf(elements[index] ?? NaN, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Every element finite. */
export function finiteListFault(name: string, numbers: ArrayLike<number>): Fault {
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? NaN;
    if (!Number.isFinite(number)) return `${name}[${index}] must be a finite number, got ${number}`;
  }
  return undefined;
}

/** The same number of elements on both sides. */
export const lengthFault = (left: string, leftLength: number, right: string, rightLength: number): Fault =>
  leftLength === rightLength ? undefined : `${left} has ${leftLength} elements and ${right} has ${rightLength}`;

/** The first fault there is. */
export const firstFault = (...faults: readonly Fault[]): Fault => faults.find((fault) => fault !== undefined);
