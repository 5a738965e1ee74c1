import type { BoundJudgement } from "./bound.js";
import { shownEstimate, shownNumber } from "./wording.js";

/**
 * How a bound was judged, for the end of a sentence: the method of its rung with the two-sided 95 % interval, n, and how
 * many more examples would settle it. Empty where the bare point was judged.
 *
 * @param n examples behind the value; null where nothing states them
 */
export function rungTold({ rung, method, interval, samplesNeeded }: BoundJudgement, n: number | null): string {
  if (rung === "point" || method === null) return "";
  const limits = interval === null ? "" : ` [${shownNumber(interval.lower)}, ${shownNumber(interval.upper)}]`;
  const more = samplesNeeded === null ? "" : `; about ${shownEstimate(samplesNeeded)} more examples would settle it`;
  return `; ${method}${limits}, n ${n ?? "unknown"}${more}`;
}
