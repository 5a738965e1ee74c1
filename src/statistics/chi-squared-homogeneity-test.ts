import type { Estimate } from "../model/estimate.js";
import { type HomogeneityTest, homogeneityTest } from "./contingency-table.js";

/**
 * Pearson's chi-squared test: do samples (rows) share one distribution over categories (columns)?
 *
 * @param table counts, 0 or above, rows of equal length
 * @returns not estimable where a row is empty or fewer than two columns hold counts; invalid where a count is
 * @see Pearson (1900); Cochran (1954), Biometrics 10, 417-451, for `sparse`
 * @example chiSquaredHomogeneityTest([[10, 20, 30], [20, 20, 20], [5, 5, 5]])
 *   // { kind: "value", value: { statistic: 5.844, degrees: 4, p: 0.211, sparse: false } }
 */
export const chiSquaredHomogeneityTest = (table: readonly (readonly number[])[]): Estimate<HomogeneityTest> =>
  homogeneityTest(table, (observed, expected) => (observed - expected) ** 2 / expected);
