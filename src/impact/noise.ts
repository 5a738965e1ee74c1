import type { Finding, Judged } from "../model/finding.js";

/**
 * True where the finding's own 95 % interval holds its bound, so that chance alone may have put the value on the wrong
 * side; null where the evidence states no uncertainty, and nobody can tell.
 */
export function withinNoise({ judged }: Finding): boolean | null {
  if (judged === null || judged.interval === null || judged.bound === null) return null;
  const bound = onInterval(judged, judged.bound);
  return bound === null ? null : judged.interval.lower <= bound && bound <= judged.interval.upper;
}

/** The bound in the terms of the interval: of the value, or of the change where a change is judged. */
function onInterval(
  { bound_kind: kind, higher_is_better: higherIsBetter, baseline }: Judged,
  bound: number,
): number | null {
  switch (kind) {
    case "may-lose":
      return higherIsBetter === false ? bound : -bound;
    case "relative-change-at-least":
    case "relative-change-at-most":
      return baseline === null ? null : bound * Math.abs(baseline);
    default:
      return bound;
  }
}
