import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const isLeaderboard = ({ header }: DelimitedTable): boolean =>
  ["model", "score", "rating_q025", "rating_q975"].every((column) => header.includes(column));

function rowStatements(table: DelimitedTable, row: readonly string[], at: number, several: boolean): Statement[] {
  const cell = (column: string): string => (row[table.header.indexOf(column)] ?? "").trim();
  const [lower, upper] = [numeric(cell("rating_q025")), numeric(cell("rating_q975"))];
  const said = {
    dataset: "Arena-Hard",
    ...(several ? { about: cell("model") } : {}),
    where: { line: table.lineOf(at) },
  };
  const score: Statement = {
    kind: "measurement",
    raw_metric: "score",
    value: cell("score"),
    unit: "percent",
    higher_is_better: true,
    ...(lower === undefined || upper === undefined ? {} : { interval: { lower, upper, level: 0.95 } }),
    ...said,
  };
  if (cell("avg_tokens") === "") return [score];
  return [score, { kind: "measurement", raw_metric: "avg_tokens", value: cell("avg_tokens"), ...said }];
}

/** Source: https://github.com/lmarena/arena-hard-auto, `show_result.py`: a bootstrap gives the quantiles. */
export const arenaHardLeaderboard: Adapter = {
  id: "arena-hard-leaderboard",
  title: "Arena-Hard leaderboard (`arena_hard_leaderboard_*.csv`)",
  definedAt: "https://github.com/lmarena/arena-hard-auto",
  versions: "0.1, from its own repository, not seen",
  reads:
    "The score of each model, which is how often it wins against the baseline, in per cent, with its 95 % interval; the mean number of tokens of its answers.",
  leaves: "The column that writes the interval again as differences.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && isLeaderboard(table),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, at) => rowStatements(table, row, at, table.rows.length > 1)),
};
