/** What a test would show: about the first argument, or about the first less the second. */
export type Alternative = "two-sided" | "greater" | "less";
export type OneSidedAlternative = Exclude<Alternative, "two-sided">;

/**
 * The p-value of a statistic whose distribution is symmetric about zero.
 *
 * @param statistic the observed statistic
 * @param upperTail gives the probability of a greater one
 */
export function symmetricPValue(
  statistic: number,
  alternative: Alternative,
  upperTail: (statistic: number) => number,
): number {
  switch (alternative) {
    case "greater":
      return upperTail(statistic);
    case "less":
      return upperTail(-statistic);
    case "two-sided":
      return Math.min(1, 2 * upperTail(Math.abs(statistic)));
  }
}
