import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import {
  latency,
  noRequest,
  requestCount,
  responses,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";

const summaryLines: ReadonlyMap<string, LatencyStatistic> = new Map<string, LatencyStatistic>([
  ["Average", "mean"],
  ["Slowest", "max"],
  ["Fastest", "min"],
]);

interface Line {
  readonly text: string;
  readonly line: number;
}

/** Lines of the block below a title, up to the next line without indent. */
function block(lines: readonly string[], title: string): readonly Line[] {
  const start = lines.findIndex((line) => line.trim() === title);
  if (start < 0) return [];
  const found: Line[] = [];
  for (let index = start + 1; index < lines.length; index++) {
    const text = lines[index] ?? "";
    if (text.trim() !== "" && !/^\s/.test(text)) break;
    found.push({ text, line: index + 1 });
  }
  return found;
}

function summary(lines: readonly Line[], n: number): Statement[] {
  return lines.flatMap(({ text, line }): Statement[] => {
    const match = /^\s+([A-Za-z/]+):\s+([\d.]+|NaN)(?: secs)?\s*$/.exec(text);
    if (match === null) return [];
    const [, name = "", value] = match;
    const statistic = summaryLines.get(name);
    const stated = { raw_metric: name, value, where: { line } };
    if (statistic !== undefined) return [latency(statistic, "s", { ...stated, n })];
    return name === "Requests/sec" ? [throughput(stated)] : [];
  });
}

/** hey writes `95%% in 0.3359 secs`, with two signs; older versions wrote one. */
function distribution(lines: readonly Line[], n: number): Statement[] {
  return lines.flatMap(({ text, line }): Statement[] => {
    const match = /^\s+(\d{1,3}(?:\.\d{1,4})?)%{1,2} in ([\d.]+) secs/.exec(text);
    if (match === null) return [];
    const raw_metric = `latency ${match[1] ?? ""}%`;
    return [latency(Number(match[1]), "s", { raw_metric, value: match[2], n, where: { line } })];
  });
}

interface Count extends Line {
  readonly status: string;
  readonly count: number;
}

const countsBy = (lines: readonly Line[], pattern: RegExp, status: number, count: number): readonly Count[] =>
  lines.flatMap(({ text, line }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ text, line, status: match[status] ?? "", count: Number(match[count]) }];
  });

/** What hey prints: seconds, and only of requests that were answered; errors stand apart, by their text. */
export const heyReport: Adapter = {
  id: "hey-report",
  title: "hey report",
  definedAt: "https://github.com/rakyll/hey",
  versions: "0.1.4",
  reads:
    "Times in seconds: average, fastest, slowest and percentiles; requests a second, answers by status, and errors.",
  leaves: "The histogram, and the phases of a request.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ text }) =>
    /^Summary:[ \t\r]*$/m.test(text.slice(0, 500)) && /^[ \t]+Requests\/sec:\s/m.test(text.slice(0, 2000)),

  read({ text }) {
    const lines = text.split("\n");
    const answers = countsBy(block(lines, "Status code distribution:"), /^\s+\[(\d{3})\]\s+(\d{1,15}) responses/, 1, 2);
    const errors = countsBy(block(lines, "Error distribution:"), /^\s+\[(\d{1,15})\]\s/, 0, 1);
    const answered = answers.reduce((sum, { count }) => sum + count, 0);
    const made = answered + errors.reduce((sum, { count }) => sum + count, 0);
    return [
      ...summary(block(lines, "Summary:"), answered),
      ...distribution(block(lines, "Latency distribution:"), answered),
      ...answers.map(({ status, count, line }) =>
        responses(status, { raw_metric: `[${status}] responses`, value: count, n: made, where: { line } }),
      ),
      ...errors.map(({ count, line }, index) =>
        requestCount("request_failures", {
          raw_metric: "errors",
          value: count,
          slice: { error: String(index + 1) },
          n: made,
          where: { line },
        }),
      ),
      ...(made === 0 ? [noRequest({ line: 1 })] : []),
    ];
  },
};
