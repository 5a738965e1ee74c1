import type { DelimitedTable, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, isRecord, member, members, numeric } from "../../read/shape.js";

/** The `cv_results_` of a scikit-learn search: columns by name, a row for each candidate. */
export interface SearchResult {
  readonly columns: readonly string[];
  readonly rows: number;
  cell(column: string, row: number): Value | undefined;
  where(column: string, row: number): Where;
}

const meanScore = /^mean_(test|train)_(\w+)$/;

/** True for the columns that a search writes, whatever its scores are called. */
const areOfSearch = (columns: readonly string[]): boolean =>
  columns.includes("params") &&
  columns.some((column) => meanScore.test(column)) &&
  columns.some((column) => column.startsWith("rank_test_")) &&
  columns.some((column) => column.startsWith("std_test_"));

/** A search dumped as lists, or as the columns of a data frame counted from 0; undefined where it is none. */
export function searchInDocument(value: Value | undefined): SearchResult | undefined {
  const columns = members(value).map(([column]) => column);
  if (!isRecord(value) || !areOfSearch(columns)) return undefined;
  const params = member(value, "params");
  return {
    columns,
    rows: isList(params) ? params.length : members(params).length,
    cell(column, row) {
      const held = member(value, column);
      return isList(held) ? held[row] : member(held, String(row));
    },
    where: (column, row) => ({ pointer: pointer("", column, row) }),
  };
}

/** A search saved as CSV; undefined where the table is none. */
export function searchInTable(table: DelimitedTable | undefined): SearchResult | undefined {
  if (table === undefined || !areOfSearch(table.header)) return undefined;
  const at = new Map(table.header.map((column, index) => [column, index] as const));
  return {
    columns: table.header,
    rows: table.rows.length,
    cell: (column, row) => table.rows[row]?.[at.get(column) ?? -1],
    where: (_, row) => ({ line: table.lineOf(row) }),
  };
}

/** The scores of the candidate that came first by each metric: the mean over the folds, and each fold. */
export const searchStatements = (search: SearchResult): readonly Statement[] =>
  search.columns.flatMap((column) => {
    const metric = /^rank_test_(\w+)$/.exec(column)?.[1];
    if (metric === undefined) return [];
    const rows = Array.from({ length: search.rows }, (_, row) => row);
    const best = rows.find((row) => numeric(search.cell(column, row)) === 1);
    return best === undefined ? [] : bestStatements(search, metric, best);
  });

function bestStatements(search: SearchResult, metric: string, row: number): readonly Statement[] {
  return search.columns.flatMap((column): Statement[] => {
    const mean = meanScore.exec(column);
    const fold = /^split(\d+)_(test|train)_(\w+)$/.exec(column);
    const score = search.cell(column, row);
    if (score === undefined || score === "") return [];
    const shared = { kind: "measurement", raw_metric: column, value: score, where: search.where(column, row) } as const;
    if (mean?.[2] === metric) return [{ ...shared, ...named(metric), split: mean[1] ?? "test", protocol: "mean" }];
    if (fold?.[3] !== metric) return [];
    return [{ ...shared, ...named(metric), split: fold[2] ?? "test", fold: Number(fold[1]) + 1 }];
  });
}

const named = (metric: string): { readonly metric_name?: string } =>
  interpretMetric(metric).known ? { metric_name: metric } : {};
