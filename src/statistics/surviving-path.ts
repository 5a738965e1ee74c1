import { at } from "./element.js";
import { logConcaveQuantile } from "./log-concave-quantile.js";
import { normalDensity, normalQuantile, normalUpperTail } from "./normal-distribution.js";
import { countAtMost, countBelow } from "./sorted-values.js";

/**
 * Where the standardised sum of an experiment stands that crossed no bound at any look so far, given that there is no
 * difference: probability masses on points, symmetric about zero. The sum at information t has variance t.
 *
 * @see Armitage, McPherson & Rowe (1969), J. R. Statist. Soc. A 132, 235-244
 */
export interface SurvivingPath {
  readonly information: number;
  readonly points: Float64Array;
  readonly masses: Float64Array;
}

/** Before the first look: all of the mass at 0, no information. */
export const beforeAnyLook: SurvivingPath = {
  information: 0,
  points: Float64Array.of(0),
  masses: Float64Array.of(1),
};

/** Points to a standard deviation of the shorter step beside a look: Simpson's rule then errs by less than 1e-6. */
const POINTS_TO_DEVIATION = 12;
/** Beyond so many deviations lies less than 1e-18. */
const DEVIATIONS_KEPT = 9;
/** Looks that would need more points lie too close together. */
const MOST_POINTS = 6000;

/** Probability of crossing ±`bound`, in deviations of the sum, at the look at `information`, and not before. */
export function crossingAt(path: SurvivingPath, information: number, bound: number): number {
  const step = Math.sqrt(information - path.information);
  const border = bound * Math.sqrt(information);
  return 2 * sumNear(path, border, Infinity, (point) => normalUpperTail((border - point) / step));
}

/** The bound, in deviations of the sum, that is crossed at `information`, and not before, with a probability. */
export function boundCrossedWith(path: SurvivingPath, information: number, probability: number): number {
  if (!(probability > 0)) return Infinity;
  const deviation = Math.sqrt(information);
  const step = Math.sqrt(information - path.information);
  const start = -normalQuantile(probability / 2);
  return logConcaveQuantile(probability, "upper", start, (bound) => {
    const upper = crossingAt(path, information, bound);
    return { lower: 1 - upper, upper, density: 2 * deviation * densityAt(path, step, bound * deviation, Infinity) };
  });
}

/**
 * The path after the look at `information` with ±`bound`.
 *
 * @param nextInformation of the look after it: the points lie close enough for the step to it
 * @returns undefined where that needs more than `MOST_POINTS`
 */
export function survive(
  path: SurvivingPath,
  information: number,
  bound: number,
  nextInformation: number,
): SurvivingPath | undefined {
  const step = Math.sqrt(information - path.information);
  const nextStep = Math.sqrt(nextInformation - information);
  const reach = Math.min(bound, DEVIATIONS_KEPT) * Math.sqrt(information);
  const halves = Math.ceil((reach * POINTS_TO_DEVIATION) / Math.min(step, nextStep));
  if (2 * halves + 1 > MOST_POINTS) return undefined;
  const spacing = reach / halves;
  const points = Float64Array.from({ length: 2 * halves + 1 }, (_, index) => (index - halves) * spacing);
  const masses = new Float64Array(points.length);
  for (let index = 0; index <= halves; index++) {
    const mass =
      (simpsonWeight(index) * spacing * densityAt(path, step, at(points, index), DEVIATIONS_KEPT * step)) / 3;
    masses[index] = mass;
    masses[2 * halves - index] = mass;
  }
  return { information, points, masses };
}

const simpsonWeight = (index: number): number => {
  if (index === 0) return 1;
  return index % 2 === 1 ? 4 : 2;
};

/** Density of the sum one step on, from the masses within a distance. */
const densityAt = (path: SurvivingPath, step: number, position: number, distance: number): number =>
  sumNear(path, position, distance, (point) => normalDensity((position - point) / step)) / step;

/** The masses within a distance of a position, each times a term. */
function sumNear(
  { points, masses }: SurvivingPath,
  position: number,
  distance: number,
  term: (point: number) => number,
): number {
  const end = countAtMost(points, position + distance);
  let sum = 0;
  for (let index = countBelow(points, position - distance); index < end; index++) {
    sum += at(masses, index) * term(at(points, index));
  }
  return sum;
}
