import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { latency, nearestRank, noRequest, responses } from "./families/load-test.js";

const header = ["response-time", "status-code"];

interface Answer {
  readonly seconds: number;
  readonly status: string;
  readonly line: number;
}

function answersOf(table: DelimitedTable): readonly Answer[] {
  const [time, code] = header.map((name) => table.header.indexOf(name));
  return table.rows.flatMap((cells, row) => {
    const seconds = numeric(cells[time ?? -1]);
    return seconds === undefined ? [] : [{ seconds, status: cells[code ?? -1] ?? "", line: table.lineOf(row) }];
  });
}

function statements(table: DelimitedTable): Statement[] {
  const answers = answersOf(table);
  const ordered = [...answers].sort((a, b) => a.seconds - b.seconds);
  const n = answers.length;
  if (n === 0) return [noRequest({ line: 1 })];
  const statuses = [...new Set(answers.map(({ status }) => status))].sort();
  return [
    ...[50, 90, 95, 99].flatMap((percent): Statement[] => {
      const answer = nearestRank(ordered, percent);
      if (answer === undefined) return [];
      const stated = {
        raw_metric: `response-time p${percent}`,
        value: answer.seconds,
        n,
        where: { line: answer.line },
      };
      return [latency(percent, "s", stated)];
    }),
    ...statuses.map((status) => {
      const same = answers.filter((answer) => answer.status === status);
      return responses(status, {
        raw_metric: `status-code ${status}`,
        value: same.length,
        n,
        where: { line: same[0]?.line ?? 1 },
      });
    }),
  ];
}

/** One answered request a row, in seconds. Requests without an answer are not among them: hey drops them. */
export const heyCsv: Adapter = {
  id: "hey-csv",
  title: "hey samples (`-o csv`)",
  definedAt: "https://github.com/rakyll/hey",
  versions: "0.1.4",
  reads:
    "Percentiles of the response time in seconds (nearest rank: each is a row of the file), and answers by status, counted.",
  leaves: "The phases of a request; requests that got no answer, which hey does not write.",
  syntax: ["delimited"],
  gives: ["measurement"],
  recognises: ({ table }) =>
    header.every((name) => table?.header.includes(name) === true) && table?.header.includes("offset") === true,
  read: ({ table }) => (table === undefined ? [] : statements(table)),
};
