import type { Adapter } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { failureRate, latency, requestCount, throughput, type LatencyStatistic } from "./families/load-test.js";
import { spokenLimits } from "./families/spoken-limits.js";

interface Line {
  /** Whether the metric's thresholds held, where the line is marked so. */
  readonly held: boolean | null;
  readonly metric: string;
  readonly slice: Slice;
  readonly words: string;
  readonly line: number;
}

const row = /^\s*(?:([✓✗])\s+)?([a-z][a-z0-9_]{0,80}|\{ ?[^{}]{1,120}? ?\})\.{2,}:\s+(\S.*)$/;

/** Lines of metrics: a tag's line stands below its metric's. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let metric = "";
  text.split("\n").forEach((line, index) => {
    const match = row.exec(line.trimEnd());
    if (match === null) return;
    const [, mark, name = "", words = ""] = match;
    const isTag = name.startsWith("{");
    if (!isTag) metric = name;
    const held = mark === undefined ? null : mark === "✓";
    lines.push({ held, metric, slice: isTag ? tagsOf(name) : {}, words, line: index + 1 });
  });
  return lines;
}

const tagsOf = (name: string): Slice =>
  Object.fromEntries(
    name
      .slice(1, -1)
      .split(",")
      .map((tag) => {
        const colon = tag.indexOf(":");
        return [tag.slice(0, colon).trim(), tag.slice(colon + 1).trim()] as const;
      })
      .filter(([key]) => key !== ""),
  );

function statisticOf(name: string): LatencyStatistic | null {
  if (name === "avg") return "mean";
  if (name === "med") return 50;
  if (name === "min" || name === "max") return name;
  const percentile = /^p\((\d{1,3}(?:\.\d{1,6})?)\)$/.exec(name)?.[1];
  return percentile === undefined ? null : Number(percentile);
}

/** `avg=117.55ms p(95)=1.2s`; a time of several units, `1m2s`, is no number that stands there. */
const timesOf = ({ words, slice, line, metric }: Line, n: number | null): readonly Statement[] =>
  [...words.matchAll(/(avg|min|med|max|p\([\d.]{1,10}\))=(\d+(?:\.\d+)?)(ns|µs|μs|us|ms|s)(?=\s|$)/g)].flatMap(
    ([, name = "", value = "", unit = ""]) => {
      const statistic = statisticOf(name);
      if (statistic === null) return [];
      const written = unit === "µs" || unit === "μs" ? "us" : unit;
      return [
        latency(statistic, written, {
          raw_metric: `${metric} ${name}`,
          value: Number(value),
          slice,
          n,
          where: { line },
        }),
      ];
    },
  );

/** `3.33% ✓ 2 ✗ 58`, and `0.50% 1 out of 200` since 1.0: the first count is of those that the rate counts. */
function countsOf(words: string): { readonly counted: number; readonly all: number } | null {
  const marked = /✓\s+(\d{1,15})\s+✗\s+(\d{1,15})/.exec(words);
  if (marked !== null) return { counted: Number(marked[1]), all: Number(marked[1]) + Number(marked[2]) };
  const plain = /\s(\d{1,15}) out of (\d{1,15})$/.exec(words);
  return plain === null ? null : { counted: Number(plain[1]), all: Number(plain[2]) };
}

function statementsOf(line: Line, requests: number | null): readonly Statement[] {
  const where = { line: line.line };
  const threshold: readonly Statement[] =
    line.held === null ? [] : [{ kind: "check", name: `${line.metric}: thresholds`, passed: line.held, where }];
  switch (line.metric) {
    case "http_req_duration":
      return [...timesOf(line, Object.keys(line.slice).length === 0 ? requests : null), ...threshold];
    case "http_req_failed": {
      const counts = countsOf(line.words);
      if (counts === null || counts.all === 0) return threshold;
      const percent = /^(\d{1,3}(?:\.\d{1,15})?)%\s/.exec(line.words)?.[1];
      const value = percent === undefined ? counts.counted / counts.all : Number(percent);
      const stated = { raw_metric: line.metric, value, n: counts.all, slice: line.slice, where };
      return [failureRate(stated, percent === undefined ? "proportion" : "percent"), ...threshold];
    }
    case "http_reqs": {
      const rate = /\s(\d+(?:\.\d+)?)\/s\b/.exec(line.words)?.[1];
      return [
        requestCount("requests", { raw_metric: line.metric, value: requests, where }),
        ...(rate === undefined ? [] : [throughput({ raw_metric: line.metric, value: Number(rate), where })]),
        ...threshold,
      ];
    }
    case "checks":
    case "checks_succeeded": {
      const counts = countsOf(line.words);
      if (counts === null) return threshold;
      const message = `${counts.counted} of ${counts.all} checks passed`;
      const passed = counts.all === 0 ? null : counts.counted === counts.all;
      return [{ kind: "check", name: "checks of the script", passed, message, where }, ...threshold];
    }
    default:
      return threshold;
  }
}

/** The section of thresholds since 1.0: a metric's name, and below it a line for each. */
function thresholdsOf(text: string): readonly Statement[] {
  let metric = "";
  return text.split("\n").flatMap((line, index): readonly Statement[] => {
    const named = /^\s+([a-z][a-z0-9_]{0,80}(?:\{[^{}]{1,120}\})?)$/.exec(line.trimEnd());
    if (named !== null) metric = named[1] ?? "";
    const match = /^\s+([✓✗]) '([^']{1,120})' (\S.*)$/.exec(line.trimEnd());
    if (match === null) return [];
    const [, mark, expected = "", observed = ""] = match;
    return [
      {
        kind: "check",
        name: `${metric}: ${expected}`,
        passed: mark === "✓",
        expected,
        observed,
        limits: spokenLimits(expected),
        where: { line: index + 1 },
      },
    ];
  });
}

/** What k6 prints when a test has ended, kept as a log. */
export const k6Text: Adapter = {
  id: "k6-text",
  title: "k6 end-of-test summary, as printed",
  definedAt: "https://grafana.com/docs/k6/latest/results-output/end-of-test/",
  versions: "0.x and 1.x, from public logs",
  reads:
    "Times of requests in the unit that is printed, the share of failed requests, their number and rate, whether thresholds held, and how many of the script's checks passed.",
  leaves: "Times of connecting, waiting and receiving, bytes, virtual users, a script's own metrics.",
  syntax: ["text"],
  gives: ["measurement", "check"],
  recognises: ({ text }) => /^[ \t]*(?:[✓✗]\s+)?http_req_duration\.{2,}:\s+avg=/m.test(text.slice(0, 200_000)),

  read({ text }) {
    const lines = linesOf(text);
    const made = lines.find(({ metric, slice }) => metric === "http_reqs" && Object.keys(slice).length === 0);
    const count = /^(\d{1,15})\b/.exec(made?.words ?? "")?.[1];
    const requests = count === undefined ? null : Number(count);
    return [...lines.flatMap((line) => statementsOf(line, requests)), ...thresholdsOf(text)];
  },
};
