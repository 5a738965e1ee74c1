import type { Adapter, DelimitedTable, EvidenceFile, XmlElement } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { failureRate, latency, nearestRank, noRequest, requestCount } from "./families/load-test.js";

interface Sample {
  readonly label: string;
  readonly elapsed: number;
  readonly failed: boolean;
  readonly line: number;
}

/** A transaction controller writes a sample of its own over those that it holds. */
const ofTransaction = /^Number of samples in transaction/;

function samplesOf(table: DelimitedTable): readonly Sample[] {
  const [label, elapsed, success, message] = ["label", "elapsed", "success", "responseMessage"].map((name) =>
    table.header.indexOf(name),
  );
  const cell = (row: readonly string[], at: number | undefined): string => row[at ?? -1] ?? "";
  return table.rows.flatMap((row, index) => {
    const milliseconds = numeric(cell(row, elapsed));
    if (milliseconds === undefined || ofTransaction.test(cell(row, message))) return [];
    const failed = cell(row, success).toLowerCase() !== "true";
    return [{ label: cell(row, label), elapsed: milliseconds, failed, line: table.lineOf(index) }];
  });
}

/** Elements of samples; what a transaction controller holds stands for it, what else a sample holds is a part of it. */
function samplesIn(element: XmlElement): readonly Sample[] {
  return element.children.flatMap((child): readonly Sample[] => {
    if (child.name !== "httpSample" && child.name !== "sample") return [];
    const { t, s, lb = "", rm = "" } = child.attributes;
    if (ofTransaction.test(rm)) return samplesIn(child);
    const elapsed = numeric(t);
    return elapsed === undefined ? [] : [{ label: lb, elapsed, failed: s?.toLowerCase() !== "true", line: child.line }];
  });
}

function samplesOfFile({ table, xml }: EvidenceFile): readonly Sample[] {
  if (xml !== undefined) return samplesIn(xml);
  return table === undefined ? [] : samplesOf(table);
}

function statements(samples: readonly Sample[], slice: Slice): Statement[] {
  const ordered = [...samples].sort((a, b) => a.elapsed - b.elapsed);
  const n = samples.length;
  const failed = samples.filter((sample) => sample.failed);
  const where = { line: (failed[0] ?? samples[0])?.line ?? 1 };
  return [
    ...[50, 90, 95, 99].flatMap((percent): Statement[] => {
      const sample = nearestRank(ordered, percent);
      if (sample === undefined) return [];
      const stated = { raw_metric: `elapsed p${percent}`, value: sample.elapsed, slice, n };
      return [latency(percent, "ms", { ...stated, where: { line: sample.line } })];
    }),
    requestCount("requests", { raw_metric: "samples", value: n, slice, where: { line: samples[0]?.line ?? 1 } }),
    requestCount("request_failures", { raw_metric: "success=false", value: failed.length, slice, n, where }),
    failureRate({ raw_metric: "success", value: failed.length / n, slice, n, where: { line: 1 } }),
  ];
}

/** One sample a row, in milliseconds. What a request that failed took counts like any other, as in JMeter's own report. */
export const jmeterResults: Adapter = {
  id: "jmeter-results",
  title: "JMeter samples (`.jtl`, CSV or XML)",
  definedAt: "https://jmeter.apache.org/usermanual/listeners.html#csvlogformat",
  versions: "3.0 and later with the default columns, XML 1.2, from the documentation, not seen",
  reads:
    "Percentiles of the time in milliseconds (nearest rank: each is a sample of the file), samples, failures and their share, of each label and of all together.",
  leaves:
    "Samples of transaction controllers, whose requests are counted themselves, what redirects and embedded resources took within a sample, assertions, bytes and threads.",
  syntax: ["delimited", "xml"],
  gives: ["measurement"],
  recognises: ({ table, xml }) =>
    (xml?.name === "testResults" &&
      (xml.children.length === 0 || xml.children.some(({ attributes }) => "lb" in attributes))) ||
    ["timeStamp", "elapsed", "label", "success"].every((name) => table?.header.includes(name) === true),

  read(file) {
    const samples = samplesOfFile(file);
    if (samples.length === 0) return [noRequest({ line: 1 })];
    const byLabel = new Map<string, Sample[]>();
    for (const sample of samples) {
      const ofLabel = byLabel.get(sample.label);
      if (ofLabel === undefined) byLabel.set(sample.label, [sample]);
      else ofLabel.push(sample);
    }
    return [
      ...statements(samples, {}),
      ...[...byLabel].flatMap(([label, ofLabel]) => statements(ofLabel, { request: label })),
    ];
  },
};
