import { dialectNamed, tableName, type Dialect, type DialectName } from "./dialect.js";
import { countColumn } from "./counts-query.js";

/** A column whose values are counted. */
export interface HistogramColumn {
  readonly name: string;
  /** Ascending inner borders of bins, as they were written; null counts each value. A value on a border belongs above it. */
  readonly borders: readonly string[] | null;
}

export interface HistogramsAsked {
  readonly dialect: DialectName;
  readonly table: string;
  readonly columns: readonly HistogramColumn[];
}

/** Counts the values, or the bins of values, of each column by itself: all that drift of single columns depends on. */
export function histogramsQuery({ dialect: name, table, columns }: HistogramsAsked): string {
  const dialect = dialectNamed(name);
  const [column, value, count] = ["column", "value", countColumn].map(dialect.name);
  const from = tableName(table, dialect);
  const parts = columns.map((one) =>
    [
      `  SELECT ${dialect.text(one.name)} AS ${column}, ${value}, COUNT(*) AS ${count}`,
      `  FROM (SELECT ${valueOf(one, dialect)} AS ${value} FROM ${from}) AS counted`,
      `  GROUP BY ${value}`,
    ].join("\n"),
  );
  return [
    "-- Save the result, its header with it, as CSV or Parquet below the model, and name it in referee.yaml:",
    "-- evidence:",
    `--   - { files: reference.csv, role: reference, columns: { histogram: column, value: value, weight: ${countColumn} } }`,
    `SELECT ${column}, ${value}, ${count}`,
    "FROM (",
    parts.join("\n  UNION ALL\n"),
    ") AS histograms",
    `ORDER BY ${column} NULLS FIRST, ${value} NULLS FIRST;`,
    "",
  ].join("\n");
}

function valueOf({ name, borders }: HistogramColumn, dialect: Dialect): string {
  const column = dialect.name(name);
  if (borders === null) return `CAST(${column} AS ${dialect.string})`;
  const number = `CAST(${column} AS ${dialect.real})`;
  const below = borders.map((border, index) => {
    const before = borders[index - 1];
    const label = before === undefined ? `below ${border}` : `${before} to ${border}`;
    return `WHEN ${number} < CAST(${dialect.text(border)} AS ${dialect.real}) THEN ${dialect.text(label)}`;
  });
  const last = `ELSE ${dialect.text(`from ${borders.at(-1) ?? ""}`)}`;
  return `CASE WHEN ${column} IS NULL OR ${dialect.isNaN(number)} THEN NULL ${[...below, last].join(" ")} END`;
}

/** Why borders cannot cut a column into bins; null where they can. */
export function faultOfBorders(borders: readonly string[]): string | null {
  if (borders.some((border) => !/^-?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,3})?$/.test(border)))
    return "a border is no number";
  const numbers = borders.map(Number);
  if (numbers.some((border) => !Number.isFinite(border))) return "a border is no finite number";
  return numbers.some((border, index) => index > 0 && border <= (numbers[index - 1] ?? NaN))
    ? "the borders do not ascend"
    : null;
}
