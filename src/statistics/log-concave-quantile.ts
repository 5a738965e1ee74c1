import type { Tails } from "./incomplete-gamma.js";

export interface TailsAndDensity extends Tails {
  readonly density: number;
}

export type Side = keyof Tails;

const MOST_STEPS = 200;

/**
 * The point whose tail on one side holds a probability, of a distribution with log-concave density: Newton's method on
 * the logarithm of the tail, which is concave too, so that it cannot run away, and works as well at 1e-300 as at 0.3.
 *
 * @param probability of the tail, above 0 and at most about 0.5: ask the other side for more
 * @param side which tail holds it
 * @param start a point near the middle
 * @param tailsAt the distribution
 */
export function logConcaveQuantile(
  probability: number,
  side: Side,
  start: number,
  tailsAt: (point: number) => TailsAndDensity,
): number {
  const towards = side === "lower" ? 1 : -1;
  let point = start;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { density, [side]: tail } = tailsAt(point);
    if (!(tail > 0 && density > 0)) {
      point += towards * Math.max(1, Math.abs(point)) * 0.25;
      continue;
    }
    const step = towards * logRatio(probability, tail) * (tail / density);
    point += step;
    if (Math.abs(step) <= 4e-16 * Math.max(1, Math.abs(point))) break;
  }
  return point;
}

/** ln(probability / tail), without loss where they are nearly equal, and where their ratio is no double. */
export const logRatio = (probability: number, tail: number): number =>
  Math.abs(probability - tail) < 0.1 * tail
    ? Math.log1p((probability - tail) / tail)
    : Math.log(probability) - Math.log(tail);
