import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

const title = "MLPerf Results Summary";

/** Main results of the scenarios, as the load generator names them, and whether more is better. */
const main: readonly (readonly [pattern: RegExp, higher: boolean])[] = [
  [/^(samples|scheduled samples|completed samples|tokens|completed tokens|queries|qps)\b.*per second$/i, true],
  [/^(samples per query|max concurrent streams)$/i, true],
  [/^qps w\/o? loadgen overhead$/i, true],
];

const latency = /^(?:(min|max|mean|median)|(\d{1,3}(?:\.\d+)?)(?:st|nd|rd|th)? percentile)\b.*\((ns|us|ms|s)\)$/i;

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** What the load generator of MLPerf Inference says at the end of a run. */
export const mlperfInferenceSummary: Adapter = {
  id: "mlperf-inference-summary",
  title: "MLPerf Inference summary",
  definedAt: "https://github.com/mlcommons/inference/tree/master/loadgen",
  versions: "0.5 to 5.1, from the source and published examples, not seen",
  reads:
    "The result of the scenario, rates and latencies in the unit that they are written in; whether the run is valid, with each of its conditions; the run with its scenario and settings.",
  leaves: "Recommendations and errors in words.",
  syntax: ["text"],
  numbersAsText: true,
  gives: ["measurement", "check", "run"],

  recognises: ({ text }) => text.slice(0, 4_096).includes(title) && /^SUT name *:/m.test(text.slice(0, 4_096)),

  read: ({ text }) => {
    const entries = entriesOf(text);
    const results = entries.filter(({ section }) => section !== "Test Parameters Used");
    return [
      ...results.flatMap(measured),
      ...results.flatMap(checked),
      {
        kind: "run",
        status: entries.find(({ key }) => key === "Result is")?.value ?? null,
        params: Object.fromEntries(
          entries
            .filter(({ key, section }) => section === "Test Parameters Used" || /^(SUT name|Scenario|Mode)$/.test(key))
            .map(({ key, value }) => [key, value]),
        ),
        where: { line: entries[0]?.line ?? 1 },
      },
    ];
  },
};

/** The lines `key : value`, each with the title above it. */
function entriesOf(text: string): readonly (Entry & { readonly section: string })[] {
  const lines = text.split(/\r\n|\n|\r/);
  let section = "";
  return lines.flatMap((line, index) => {
    if (/^=+$/.test(lines[index - 1]?.trim() ?? "") && /^=+$/.test(lines[index + 1]?.trim() ?? ""))
      section = line.trim();
    const colon = line.indexOf(":");
    if (colon < 0 || line.length > 500) return [];
    const value = line.slice(colon + 1).trim();
    const column = colon + 2 + (line.slice(colon + 1).length - line.slice(colon + 1).trimStart().length);
    return value === "" ? [] : [{ key: line.slice(0, colon).trim(), value, line: index + 1, column, section }];
  });
}

function measured({ key, value, line, column }: Entry): readonly Statement[] {
  if (key.length > 120 || !/^[-+]?[\d.]/.test(value)) return [];
  const time = latency.exec(key);
  const higher = time === null ? main.find(([pattern]) => pattern.test(key))?.[1] : false;
  if (higher === undefined) return [];
  return [
    {
      kind: "measurement",
      metric: time === null ? key : metricOf(key, time[1], time[2]),
      raw_metric: key,
      value,
      unit: time?.[3]?.toLowerCase() ?? null,
      higher_is_better: higher,
      where: { line, column },
    },
  ];
}

/** Percentiles that the vocabulary has; a latency of the first token is another quantity than that of the whole. */
function metricOf(key: string, statistic: string | undefined, percentile: string | undefined): string {
  if (!/^[^(]*latency \(/i.test(key) || /token/i.test(key)) return key;
  if (percentile !== undefined) return `latency_p${Number(percentile)}`;
  const named = statistic?.toLowerCase();
  return named === "mean" ? "latency" : named === "median" ? "latency_p50" : `latency_${named ?? ""}`;
}

function checked({ key, value, line, column }: Entry): readonly Statement[] {
  const passed = /^(valid|yes|true)$/i.test(value) ? true : /^(invalid|no|false)$/i.test(value) ? false : null;
  const suite = key === "Result is";
  if (!suite && !/satisfied$/.test(key)) return [];
  return [
    { kind: "check", name: suite ? "result is valid" : key, suite, passed, observed: value, where: { line, column } },
  ];
}
