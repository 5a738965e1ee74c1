import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Arm } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { isArmName, isExposure, isSuccess } from "./families/experiment.js";

const day = /^(date|day|ds|event_date|day_date)$/i;

interface Columns {
  readonly day: number;
  readonly arm: number;
  readonly exposures: number;
  readonly successes: number;
}

/** The counts of an experiment, day by day. */
export const experimentDaily: Adapter = {
  id: "experiment-daily",
  title: "Daily counts of an A/B test",
  definedAt: "https://en.wikipedia.org/wiki/A/B_testing",
  versions: "CSV with a day, an arm, exposures and successes in each row, further columns beside them",
  reads:
    "The table, and the experiment: each arm's exposures and successes summed over the days, the first and the last day. Each day counts as a look, since whoever writes the counts daily sees them daily.",
  leaves: "Means and deviations of single days.",
  syntax: ["delimited"],
  gives: ["experiment", "table"],

  recognises: ({ table }) => table !== undefined && columnsOf(table) !== undefined,

  read: ({ table }) => {
    const columns = table === undefined ? undefined : columnsOf(table);
    if (table === undefined || columns === undefined) return [];
    const days = [...new Set(table.rows.map((row) => (row[columns.day] ?? "").trim()))].filter(isDay).sort();
    const where = { line: 1 };
    return [
      { kind: "table", columns: table.header, rows: table.rows.length, where },
      {
        kind: "experiment",
        arms: armsOf(table, columns),
        started: days[0] ?? null,
        ended: days.at(-1) ?? null,
        looks: days.length,
        at: days.at(-1) ?? null,
        where,
      },
    ];
  },
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text);

function columnsOf({ header, rows }: DelimitedTable): Columns | undefined {
  const columns = {
    day: header.findIndex((key) => day.test(key)),
    arm: header.findIndex(isArmName),
    exposures: header.findIndex(isExposure),
    successes: header.findIndex(isSuccess),
  };
  const found = Object.values(columns).every((at) => at >= 0);
  if (!found || !rows.slice(0, 20).every((row) => isDay((row[columns.day] ?? "").trim()))) return undefined;
  const arms = new Set(rows.slice(0, 1_000).map((row) => row[columns.arm]));
  return arms.size > 1 && arms.size <= 50 ? columns : undefined;
}

/** Sums of an arm; null where one of its days is no number, since a sum without it would be of another time. */
function armsOf({ rows }: DelimitedTable, { arm, exposures, successes }: Columns): readonly Arm[] {
  const sums = new Map<string, { exposures: number; successes: number }>();
  for (const row of rows) {
    const name = (row[arm] ?? "").trim();
    const sum = sums.get(name) ?? { exposures: 0, successes: 0 };
    sum.exposures += numeric(row[exposures]) ?? Number.NaN;
    sum.successes += numeric(row[successes]) ?? Number.NaN;
    sums.set(name, sum);
  }
  return [...sums].map(([name, sum]) => ({
    name,
    exposures: Number.isNaN(sum.exposures) ? null : sum.exposures,
    successes: Number.isNaN(sum.successes) ? null : sum.successes,
    mean: null,
    variance: null,
  }));
}
