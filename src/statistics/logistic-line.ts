/** A label of 0 or 1 at a point. */
export interface LabelledPoint {
  readonly label: number;
  readonly x: number;
}

export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

const MOST_STEPS = 100;
/** A fall of the log-likelihood by less, relative to it, is none. */
const ROUNDING = 1e-12;

/**
 * Logistic regression: the line whose logistic curve makes the labels likeliest, by Newton's method with halved steps.
 *
 * @param points of both classes, finite, not separated by any x
 * @returns undefined where it does not settle
 * @see Cox (1958), J. R. Statist. Soc. B 20, 215-242
 */
export const logisticLine = (points: readonly LabelledPoint[]): Line | undefined =>
  climb(points, { intercept: 0, slope: 0 }, ({ gradient, curvature }) => {
    const determinant = curvature.ofIntercept * curvature.ofSlope - curvature.ofBoth ** 2;
    return {
      intercept: (curvature.ofSlope * gradient.intercept - curvature.ofBoth * gradient.slope) / determinant,
      slope: (curvature.ofIntercept * gradient.slope - curvature.ofBoth * gradient.intercept) / determinant,
    };
  });

/** The likeliest intercept at a given slope; undefined where it does not settle. */
export const logisticIntercept = (points: readonly LabelledPoint[], slope: number): number | undefined =>
  climb(points, { intercept: 0, slope }, ({ gradient, curvature }) => ({
    intercept: gradient.intercept / curvature.ofIntercept,
    slope: 0,
  }))?.intercept;

/** Second derivatives of the log-likelihood, their signs turned: Fisher's information. */
export interface Curvature {
  readonly ofIntercept: number;
  readonly ofBoth: number;
  readonly ofSlope: number;
}

interface Shape {
  readonly gradient: Line;
  readonly curvature: Curvature;
}

/**
 * Fisher's information about a line at these points, in whose inverse the variances of intercept and slope stand.
 *
 * @see McCullagh & Nelder (1989), Generalized Linear Models, section 4.4: Σ p(1 − p) (1, x)ᵀ(1, x)
 */
export const curvatureAt = (points: readonly LabelledPoint[], line: Line): Curvature => shapeAt(points, line).curvature;

function climb(points: readonly LabelledPoint[], start: Line, newtonStep: (shape: Shape) => Line): Line | undefined {
  let line = start;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = newtonStep(shapeAt(points, line));
    const size = Math.abs(step.intercept) + Math.abs(step.slope);
    if (!Number.isFinite(size)) return undefined;
    if (size <= 1e-11 * (1 + Math.abs(line.intercept) + Math.abs(line.slope))) return line;
    line = climbed(points, line, step);
  }
  return undefined;
}

/** The step, halved until it climbs. */
function climbed(points: readonly LabelledPoint[], line: Line, step: Line): Line {
  const before = logLikelihood(points, line);
  for (let share = 1; share > 1e-9; share /= 2) {
    const next = { intercept: line.intercept + share * step.intercept, slope: line.slope + share * step.slope };
    if (logLikelihood(points, next) >= before - ROUNDING * Math.abs(before)) return next;
  }
  return { intercept: line.intercept + step.intercept, slope: line.slope + step.slope };
}

/** First and (negative) second derivatives of the log-likelihood. */
function shapeAt(points: readonly LabelledPoint[], { intercept, slope }: Line): Shape {
  const gradient = { intercept: 0, slope: 0 };
  const curvature = { ofIntercept: 0, ofBoth: 0, ofSlope: 0 };
  for (const { label, x } of points) {
    const fitted = 1 / (1 + Math.exp(-(intercept + slope * x)));
    const weight = fitted * (1 - fitted);
    gradient.intercept += label - fitted;
    gradient.slope += (label - fitted) * x;
    curvature.ofIntercept += weight;
    curvature.ofBoth += weight * x;
    curvature.ofSlope += weight * x * x;
  }
  return { gradient, curvature };
}

function logLikelihood(points: readonly LabelledPoint[], { intercept, slope }: Line): number {
  let sum = 0;
  for (const { label, x } of points) {
    const logOdds = intercept + slope * x;
    sum += label * logOdds - Math.max(0, logOdds) - Math.log1p(Math.exp(-Math.abs(logOdds)));
  }
  return sum;
}
