/** The dialects of SQL that aggregate queries are written in. */
export const dialects = ["duckdb", "spark", "bigquery"] as const;

export type DialectName = (typeof dialects)[number];

/** How a dialect writes what differs between them. */
export interface Dialect {
  /** A name of a column or of one part of a table's, which is never anything else whatever it holds. */
  name(written: string): string;
  text(written: string): string;
  readonly real: string;
  readonly string: string;
  isNaN(expression: string): string;
}

const doubled = (quote: string) => (written: string) => `${quote}${written.replaceAll(quote, quote + quote)}${quote}`;

const backslashed = (quote: string) => (written: string) =>
  `${quote}${written.replaceAll("\\", String.raw`\\`).replaceAll(quote, `\\${quote}`)}${quote}`;

/**
 * @see https://duckdb.org/docs/stable/sql/dialect/keywords_and_identifiers
 * @see https://spark.apache.org/docs/latest/sql-ref-identifier.html and sql-ref-literals.html
 * @see https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical
 */
const byName: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    name: doubled('"'),
    text: doubled("'"),
    real: "DOUBLE",
    string: "VARCHAR",
    isNaN: (expression) => `isnan(${expression})`,
  },
  spark: {
    name: doubled("`"),
    // Two literals that touch are joined, so that a doubled quote would be lost.
    text: backslashed("'"),
    real: "DOUBLE",
    string: "STRING",
    isNaN: (expression) => `isnan(${expression})`,
  },
  bigquery: {
    name: backslashed("`"),
    text: backslashed("'"),
    real: "FLOAT64",
    string: "STRING",
    isNaN: (expression) => `IS_NAN(${expression})`,
  },
};

export const dialectNamed = (name: DialectName): Dialect => byName[name];

/** Why a name cannot stand in a query; null where it can. Line ends would leave a comment, and no engine needs them. */
export function faultOfName(written: string): string | null {
  if (written.trim() === "") return "a name is empty";
  return /\p{Cc}|\p{Cf}|[\u2028\u2029]/u.test(written) ? "a name holds a control character" : null;
}

/** The whole name of a table, `catalog.schema.table`: each part is quoted by itself. */
export const tableName = (written: string, { name }: Dialect): string => written.split(".").map(name).join(".");
