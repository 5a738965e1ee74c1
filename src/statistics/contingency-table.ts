import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { totalOf } from "./bin-counts.js";
import { chiSquaredUpperTail } from "./chi-squared-distribution.js";
import { elementFault, type Fault, finiteFault, firstFault, lengthFault, nonNegativeFault } from "./validity.js";

export interface HomogeneityTest {
  readonly statistic: number;
  /** Of freedom. */
  readonly degrees: number;
  readonly p: number;
  /** Cochran's rule broken: over a fifth of the expected counts below 5, or one below 1. The p-value is then rough. */
  readonly sparse: boolean;
}

/**
 * Tests whether rows of counts share one distribution over the columns, by a distance that is summed over cells. Columns
 * without counts are left out.
 *
 * @param table rows of counts, 0 or above, of equal length
 * @param distance of a cell from what is expected of it; the statistic is their sum
 * @returns not estimable where a row is empty or missing, fewer than two columns hold counts, or the statistic leaves the
 *   range of doubles; invalid where rows differ in length or a count is negative or not finite
 * @see Pearson (1900), Philosophical Magazine 50, 157-175; Cochran (1954), Biometrics 10, 417-451 (when it is rough)
 */
export function homogeneityTest(
  table: readonly (readonly number[])[],
  distance: (observed: number, expected: number) => number,
): Estimate<HomogeneityTest> {
  const fault = tableFault(table);
  if (fault !== undefined) return invalid(fault);
  const rowTotals = table.map(totalOf);
  const columns = columnTotals(table);
  const total = totalOf(rowTotals);
  const used = columns.flatMap((columnTotal, column) => (columnTotal > 0 ? [column] : []));
  if (table.length < 2 || rowTotals.includes(0)) return notEstimable("a row is empty or missing");
  if (used.length < 2) return notEstimable("fewer than two columns hold counts");
  const cells = table.flatMap((row, index) =>
    used.map((column) => ({
      observed: row[column] ?? 0,
      expected: ((rowTotals[index] ?? 0) / total) * (columns[column] ?? 0),
    })),
  );
  const statistic = Math.max(
    0,
    cells.reduce((sum, { observed, expected }) => sum + distance(observed, expected), 0),
  );
  if (!Number.isFinite(statistic)) return notEstimable("the counts lie too far apart for doubles");
  const degrees = (table.length - 1) * (used.length - 1);
  const small = cells.filter(({ expected }) => expected < 5).length;
  const sparse = small > cells.length / 5 || cells.some(({ expected }) => expected < 1);
  return value({ statistic, degrees, p: chiSquaredUpperTail(statistic, degrees), sparse });
}

const tableFault = (table: readonly (readonly number[])[]): Fault =>
  firstFault(rowsFault(table), finiteFault("the total of the table", totalOf(table.map(totalOf))));

const rowsFault = (table: readonly (readonly number[])[]): Fault =>
  table
    .map((row, index) =>
      firstFault(
        lengthFault("row 1", table[0]?.length ?? 0, `row ${index + 1}`, row.length),
        elementFault(row, (count, column) => nonNegativeFault(`count ${column + 1} of row ${index + 1}`, count)),
      ),
    )
    .find((fault) => fault !== undefined);

const columnTotals = (table: readonly (readonly number[])[]): readonly number[] =>
  (table[0] ?? []).map((_, column) => totalOf(table.map((row) => row[column] ?? 0)));
