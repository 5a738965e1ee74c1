import type { Estimate } from "../model/estimate.js";
import { type HomogeneityTest, homogeneityTest } from "./contingency-table.js";

/**
 * G test (likelihood ratio): do samples (rows) share one distribution over categories (columns)?
 *
 * @param table counts, 0 or above, rows of equal length
 * @returns not estimable where a row is empty or fewer than two columns hold counts; invalid where a count is
 * @see Wilks (1938): 2 Σ O ln(O/E)
 * @example gTest([[10, 20, 30], [20, 20, 20], [5, 5, 5]])
 *   // { kind: "value", value: { statistic: 5.983, degrees: 4, p: 0.200, sparse: false } }
 */
export const gTest = (table: readonly (readonly number[])[]): Estimate<HomogeneityTest> =>
  homogeneityTest(table, (observed, expected) => (observed === 0 ? 0 : 2 * observed * Math.log(observed / expected)));
