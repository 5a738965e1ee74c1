import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import {
  latency,
  noRequest,
  requestCount,
  responses,
  successRate,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";

interface Row {
  readonly title: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly line: number;
}

/** `Latencies     [min, mean, 50]     24.5ms, 76ms, 54ms`: a title, the names, the values. */
function rowsOf(text: string): readonly Row[] {
  return text.split("\n").flatMap((line, index) => {
    const match = /^([A-Z][A-Za-z ]{2,20}?) +\[([^\]]{1,80})\] +(\S.*)$/.exec(line.trimEnd());
    if (match === null) return [];
    const split = (cells: string | undefined): string[] => (cells ?? "").split(",").map((cell) => cell.trim());
    return [{ title: match[1] ?? "", names: split(match[2]), values: split(match[3]), line: index + 1 }];
  });
}

/** A duration of one unit; Go writes longer ones as `1m2.5s`, which is no number that stands there. */
function durationOf(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^(\d+(?:\.\d+)?)(ns|µs|μs|us|ms|s)$/.exec(text);
  if (match === null) return undefined;
  const unit = match[2] ?? "s";
  return { value: Number(match[1]), unit: unit === "µs" || unit === "μs" ? "us" : unit };
}

function statisticOf(name: string): LatencyStatistic | undefined {
  if (name === "mean" || name === "min" || name === "max") return name;
  return /^\d{1,3}(\.\d{1,6})?$/.test(name) ? Number(name) : undefined;
}

function answered(rows: readonly Row[]): { readonly requests: number | null; readonly n: number | null } {
  const made = rows.find(({ title }) => title === "Requests");
  const total = Number(made?.values[made.names.indexOf("total")] ?? Number.NaN);
  if (!Number.isFinite(total)) return { requests: null, n: null };
  const codes = rows.find(({ title }) => title === "Status Codes")?.values[0] ?? "";
  const refused = Number(/(?:^|\s)0:(\d{1,15})(?:\s|$)/.exec(codes)?.[1] ?? 0);
  return { requests: total, n: Math.max(0, total - refused) };
}

function latencies(row: Row, n: number | null): Statement[] {
  return row.names.flatMap((name, index): Statement[] => {
    const statistic = statisticOf(name);
    const duration = durationOf(row.values[index] ?? "");
    if (statistic === undefined || duration === undefined) return [];
    const stated = { raw_metric: `Latencies ${name}`, value: duration.value, n, where: { line: row.line } };
    return [latency(statistic, duration.unit, stated)];
  });
}

function statementsOf(row: Row, requests: number | null, n: number | null): Statement[] {
  const where = { line: row.line };
  const first = row.values[0] ?? "";
  const valueOf = (name: string): string | undefined => row.values[row.names.indexOf(name)];
  switch (row.title) {
    case "Latencies":
      return latencies(row, n);
    case "Requests": {
      const [total, rate] = [valueOf("total"), valueOf("throughput")];
      return [
        ...(total === undefined
          ? []
          : [requestCount("requests", { raw_metric: "Requests total", value: total, where })]),
        ...(rate === undefined ? [] : [throughput({ raw_metric: "throughput", value: rate, where })]),
      ];
    }
    case "Success":
      return /^\d+(\.\d+)?%$/.test(first)
        ? [successRate("percent", { raw_metric: "Success", value: first.slice(0, -1), n: requests, where })]
        : [];
    case "Status Codes":
      return [...first.matchAll(/(\d{1,3}):(\d{1,15})/g)].map(([, status = "", count]) =>
        responses(status, { raw_metric: `Status Codes ${status}`, value: count, n: requests, where }),
      );
    default:
      return [];
  }
}

export const vegetaText: Adapter = {
  id: "vegeta-text",
  title: "vegeta report (`-type=text`)",
  definedAt: "https://github.com/tsenart/vegeta#report--typetext",
  versions: "12.x",
  reads:
    "Latencies in the unit that each is written in, the per cent of requests that succeeded, throughput, answers by status.",
  leaves: "Bytes, durations, the set of errors, and latencies of a minute or more, which are written in two units.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ text }) =>
    /^Requests +\[total, rate/m.test(text.slice(0, 2000)) && /^Latencies +\[/m.test(text.slice(0, 2000)),

  read({ text }) {
    const rows = rowsOf(text);
    const { requests, n } = answered(rows);
    return [
      ...rows.flatMap((row) => statementsOf(row, requests, n)),
      ...(requests === 0 ? [noRequest({ line: 1 })] : []),
    ];
  },
};
