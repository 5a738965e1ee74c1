import type { FactOf } from "../../model/fact.js";
import { agree } from "../comparable.js";

/**
 * What rounding the scores in a file may change of a metric, as a share of it, or of 1 where it is smaller: files often
 * keep four to six decimals of scores that the metric was computed from whole.
 */
export const ROUNDED_ROWS = 1e-4;

/**
 * True where a stated number is what the rows give, within the rounding of either.
 *
 * @param tolerance the difference that is none; null is what rounding may change
 */
export function agreesWithRows(
  stated: FactOf<"measurement">,
  computed: FactOf<"measurement">,
  tolerance: number | null,
): boolean {
  if (stated.value === null || computed.value === null) return false;
  if (agree(stated, computed)) return true;
  const value = stated.unit === "percent" ? stated.value / 100 : stated.value;
  const allowed = tolerance ?? ROUNDED_ROWS * Math.max(1, Math.abs(computed.value));
  return Math.abs(value - computed.value) <= allowed + 1e-12 * Math.abs(computed.value);
}
