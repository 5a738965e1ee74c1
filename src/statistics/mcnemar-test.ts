import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { binomialLowerTail, binomialProbability } from "./binomial-distribution.js";
import { chiSquaredUpperTail } from "./chi-squared-distribution.js";
import { countFault, firstFault } from "./validity.js";

/** `mid-p` is the one to use: `exact` is too cautious, `chi-squared` needs many rows. */
export type McNemarMethod = "exact" | "mid-p" | "chi-squared" | "chi-squared-corrected";

export interface McNemarTest {
  /** Null for the methods that count instead. */
  readonly statistic: number | null;
  readonly p: number;
}

/**
 * McNemar's test, two-sided: do two classifiers err equally often on the same rows? Only the rows on which they differ
 * speak.
 *
 * @param onlyFirst rows that only the first got right, a whole number
 * @param onlySecond rows that only the second got right, a whole number
 * @returns where they never differ, p is 1 by counting and not estimable by chi-squared; invalid where an argument lies
 *   outside its range
 * @see McNemar (1947), Psychometrika 12, 153-157; Fagerland, Lydersen & Laake (2013), BMC Medical Research
 *   Methodology 13:91 (mid-p)
 * @example mcnemarTest(1, 7, "mid-p") // { kind: "value", value: { statistic: null, p: 0.0390625 } }
 */
export function mcnemarTest(onlyFirst: number, onlySecond: number, method: McNemarMethod): Estimate<McNemarTest> {
  const fault = firstFault(
    countFault("rows that only the first got right", onlyFirst),
    countFault("rows that only the second got right", onlySecond),
  );
  if (fault !== undefined) return invalid(fault);
  const fewer = Math.min(onlyFirst, onlySecond);
  const discordant = onlyFirst + onlySecond;
  const gap = Math.abs(onlyFirst - onlySecond);
  switch (method) {
    case "exact":
      return value({ statistic: null, p: exactPValue(fewer, discordant) });
    case "mid-p":
      return value({ statistic: null, p: midPValue(fewer, discordant) });
    case "chi-squared":
      return chiSquared(gap, discordant);
    case "chi-squared-corrected":
      return chiSquared(Math.max(gap - 1, 0), discordant);
  }
}

const exactPValue = (fewer: number, discordant: number): number =>
  Math.min(1, 2 * binomialLowerTail(fewer, discordant, 0.5));

/** The observed table counts half. */
function midPValue(fewer: number, discordant: number): number {
  if (discordant === 0) return 1;
  const observed = binomialProbability(fewer, discordant, 0.5);
  return 2 * fewer === discordant ? 1 - observed / 2 : exactPValue(fewer, discordant) - observed;
}

function chiSquared(gap: number, discordant: number): Estimate<McNemarTest> {
  if (discordant === 0) return notEstimable("the two never differ");
  const statistic = (gap * gap) / discordant;
  return value({ statistic, p: chiSquaredUpperTail(statistic, 1) });
}
