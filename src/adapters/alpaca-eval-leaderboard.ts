import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const isLeaderboard = ({ header }: DelimitedTable): boolean =>
  /^(|name|model|generator)$/i.test(header[0] ?? "") &&
  ["win_rate", "standard_error", "n_total"].every((column) => header.includes(column));

/** The win rates of a row, the column of each one's standard error, and how they were made where it is not said. */
const rates = [
  { column: "win_rate", error: "standard_error", protocol: null },
  { column: "length_controlled_winrate", error: "lc_standard_error", protocol: "length-controlled" },
  { column: "discrete_win_rate", error: null, protocol: "discrete" },
] as const;

function rowStatements(
  { header, lineOf }: DelimitedTable,
  row: readonly string[],
  at: number,
  about: string | null,
): Statement[] {
  const cell = (column: string): string => (row[header.indexOf(column)] ?? "").trim();
  const n = numeric(cell("n_total"));
  const said = {
    dataset: "AlpacaEval",
    ...(n === undefined ? {} : { n }),
    ...(about === null ? {} : { about }),
    where: { line: lineOf(at) },
  };
  const won = rates.flatMap(({ column, error, protocol }): Statement[] => {
    if (!header.includes(column) || cell(column) === "") return [];
    const standardError = error === null ? undefined : numeric(cell(error));
    return [
      {
        kind: "measurement",
        raw_metric: column,
        metric_name: "win_rate",
        value: cell(column),
        unit: "percent",
        ...said,
        ...(protocol === null ? {} : { protocol }),
        ...(standardError === undefined ? {} : { standard_error: standardError }),
      },
    ];
  });
  if (cell("avg_length") === "") return won;
  return [...won, { kind: "measurement", raw_metric: "avg_length", value: cell("avg_length"), ...said }];
}

/** Source: https://github.com/tatsu-lab/alpaca_eval, `get_winrate` and the leaderboards of `make_leaderboard`. */
export const alpacaEvalLeaderboard: Adapter = {
  id: "alpaca-eval-leaderboard",
  title: "AlpacaEval leaderboard (`leaderboard.csv`)",
  definedAt: "https://github.com/tatsu-lab/alpaca_eval",
  versions: "0.2 to 0.6, from its own repository, not seen",
  reads:
    "The win rates in per cent with their standard errors and number of instructions, and the mean length of the answers; where several models stand side by side, of which they are, but for the one that the folders are named after.",
  leaves: "How often each side won, and the mode of a leaderboard's row.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && isLeaderboard(table),

  read: ({ table, segments }) =>
    table === undefined
      ? []
      : table.rows.flatMap((row, at) => {
          const name = (row[0] ?? "").trim();
          const own = table.rows.length === 1 || segments.includes(name);
          return rowStatements(table, row, at, own ? null : name);
        }),
};
