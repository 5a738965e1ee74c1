import type { Interval } from "../model/estimate.js";
import { normalUpperTail } from "../statistics/normal-distribution.js";
import { deviateTouching, type Uncertainty } from "./uncertainty.js";

/** A value, and what the rows behind it say of it. */
export interface ValueOfRows {
  readonly value: number;
  readonly uncertainty: Uncertainty;
}

/**
 * The difference of two values that rest on rows of their own, first less second: how far each may be off on the side
 * that matters, squared and added. Its p-values go with that interval, and are no smaller than either side can tell.
 *
 * @see Zou & Donner (2008), Statistics in Medicine 27, 1693-1702
 */
export function independentChange(first: ValueOfRows, second: ValueOfRows): Uncertainty {
  const change = first.value - second.value;
  const [one, other] = [first.uncertainty, second.uncertainty];
  const limits = (confidence: number): Interval | null => {
    const [own, its] = [one.interval(confidence), other.interval(confidence)];
    if (own === null || its === null) return null;
    return {
      lower: change - Math.hypot(first.value - own.lower, its.upper - second.value),
      upper: change + Math.hypot(own.upper - first.value, second.value - its.lower),
    };
  };
  // Replicates tell no chance below one in their number.
  const least = Math.max(...[one, other].flatMap(({ above, below }) => [above(-Infinity), below(Infinity)]));
  const told = (p: number): number => Math.min(1 - least, Math.max(least, p));
  return {
    rung: one.rung,
    method:
      one.method === other.method
        ? `${one.method} of each, independent`
        : `${one.method} and ${other.method}, independent`,
    n: one.n,
    interval: limits,
    above: (bound) => told(normalUpperTail(deviateTouching(bound, change, limits))),
    below: (bound) => told(normalUpperTail(-deviateTouching(bound, change, limits))),
    more: (bound, confidence) => {
      const interval = limits(2 * confidence - 1);
      const distance = Math.abs(change - bound);
      if (interval === null || !(distance > 0)) return null;
      const reach = change > bound ? change - interval.lower : interval.upper - change;
      return Math.max(1, Math.ceil(one.n * ((reach / distance) ** 2 - 1)));
    },
  };
}
