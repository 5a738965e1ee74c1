import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { numeric, scalarText } from "../../read/shape.js";

type Measurement = Extract<Statement, { kind: "measurement" }>;

/** A share that was summed from single-precision numbers may pass 1 by so much. */
const rounding = 1e-6;

/** True for a number without a unit under the name of a share. */
function isBareShare({ raw_metric, metric_name, unit = null }: Measurement): boolean {
  const meaning = interpretMetric(metric_name ?? raw_metric);
  return unit === null && meaning.unit === "proportion" && !meaning.unitStated;
}

const numberOf = ({ value }: Measurement): number =>
  typeof value === "number"
    ? value
    : (numeric(typeof value === "string" ? scalarText(value) : undefined) ?? Number.NaN);

interface Column {
  readonly over: number;
  readonly all: number;
  /** The least that can be no share of 1. */
  readonly least: number;
}

const none: Column = { over: 0, all: 0, least: Number.POSITIVE_INFINITY };

const withNumber = ({ over, all, least }: Column, size: number): Column =>
  size > 1 + rounding ? { over: over + 1, all: all + 1, least: Math.min(least, size) } : { over, all: all + 1, least };

/** Most of the column is in per cent, or what is is not far from the number. */
const isPercent = ({ over, all, least }: Column, size: number): boolean => over * 2 > all || least < 10 * size;

/**
 * Shares that stand in one column, all in per cent where the others show it: an error of 0.94 below one of 9.95 is less
 * than one per cent.
 *
 * @param columnOf which column a number stands in
 */
export function inOneUnit<S extends Statement>(
  statements: readonly S[],
  columnOf: (statement: Measurement) => string,
): readonly (S | Measurement)[] {
  const columns = new Map<string, Column>();
  for (const statement of statements) {
    if (statement.kind !== "measurement" || !isBareShare(statement)) continue;
    const size = Math.abs(numberOf(statement));
    const column = columnOf(statement);
    if (!Number.isNaN(size)) columns.set(column, withNumber(columns.get(column) ?? none, size));
  }
  return statements.map((statement) => {
    if (statement.kind !== "measurement" || !isBareShare(statement)) return statement;
    const size = Math.abs(numberOf(statement));
    const percent = !Number.isNaN(size) && isPercent(columns.get(columnOf(statement)) ?? none, size);
    return percent ? { ...statement, unit: "percent", unit_guessed: true } : statement;
  });
}
