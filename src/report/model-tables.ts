import { shownChange, shownNumber } from "../judging/wording.js";
import type { Finding, Judged, Outcome } from "../model/finding.js";
import type { ReportedModel } from "../model/report.js";
import type { FactChange, MetricRow } from "../model/report-detail.js";
import { markdownText } from "./escape.js";

export const outcomeWord: Readonly<Record<Outcome, string>> = {
  met: "met",
  "not-met": "**not met**",
  inconclusive: "inconclusive",
  missing: "missing",
  unreadable: "unreadable",
  "not-applicable": "not asked",
};

const mostRows = 40;
const mostChanges = 30;

export type Measured = Finding & { readonly judged: Judged };

export const hasNumbers = (finding: Finding): finding is Measured => finding.judged !== null;

/** A true minus, as tables set it. */
const typeset = (number: string): string => number.replace(/^-/, "−");
const shown = (value: number): string => typeset(shownNumber(value));
const change = (value: number): string => typeset(shownChange(value));

/** Findings of one rule on one metric, when there are several, are of segments. */
const groupOf = ({ policy, rule, judged }: Measured): string => `${policy} ${rule} ${judged.metric ?? ""}`;

/** Findings about the whole, and those about segments of it. */
export function bySegment(findings: readonly Finding[]): {
  readonly whole: readonly Measured[];
  readonly segments: readonly Measured[];
} {
  const measured = findings.filter(hasNumbers);
  const sizes = new Map<string, number>();
  for (const finding of measured) sizes.set(groupOf(finding), (sizes.get(groupOf(finding)) ?? 0) + 1);
  const isSegment = (finding: Measured): boolean =>
    (sizes.get(groupOf(finding)) ?? 0) > 1 || (finding.subject ?? "").includes("=");
  return { whole: measured.filter((one) => !isSegment(one)), segments: measured.filter(isSegment) };
}

const interval = (bounds: { readonly lower: number; readonly upper: number } | null, signed: boolean): string =>
  bounds === null ? "" : ` [${(signed ? change : shown)(bounds.lower)}, ${(signed ? change : shown)(bounds.upper)}]`;

const sign: Readonly<Record<string, string>> = { "at-least": "≥", "at-most": "≤", above: ">", below: "<" };

function boundOf({ bound_kind: kind, bound }: Judged): string {
  if (kind === null) return "";
  const word = Object.hasOwn(sign, kind) ? (sign[kind] ?? "") : markdownText(kind.replaceAll("-", " "));
  return `${word}${bound === null ? "" : ` ${shown(bound)}`}`;
}

/** The numbers of a model: what rules judged, then what no rule asks for and is worse than the champion's. */
export function numbersTable(model: ReportedModel, whole: readonly Measured[]): readonly string[] {
  const judged = new Set(whole.map(({ judged: { metric } }) => metric));
  const unasked = model.metrics.filter(({ metric, baseline }) => !judged.has(metric) && baseline !== null);
  const rows = [...whole.slice(0, mostRows).map((finding) => rowOf(finding)), ...unasked.map(unaskedRow)];
  if (rows.length === 0) return [];
  const compared = rows.some(({ before, difference }) => before !== "" || difference !== "");
  const now = markdownText(model.version ?? "now");
  const then = markdownText(model.detail?.champion?.version ?? model.detail?.champion?.name ?? "before");
  const head = compared ? `| | ${now} | ${then} | change | rule | outcome |` : `| | ${now} | rule | outcome |`;
  const ruler = compared ? "| :-- | --: | --: | --: | :-- | :-- |" : "| :-- | --: | :-- | :-- |";
  return [
    "",
    head,
    ruler,
    ...rows.map(({ name, value, before, difference, rule, outcome }) =>
      compared
        ? `| ${name} | ${value} | ${before} | ${difference} | ${rule} | ${outcome} |`
        : `| ${name} | ${value} | ${rule} | ${outcome} |`,
    ),
    ...(whole.length > mostRows ? [`\n…and ${whole.length - mostRows} more in the full report.`] : []),
    "",
  ];
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly before: string;
  readonly difference: string;
  readonly rule: string;
  readonly outcome: string;
}

function rowOf({ judged, subject, rule, outcome }: Measured): Row {
  const about =
    subject !== null && subject !== judged.metric ? `${judged.metric ?? rule}, ${subject}` : (judged.metric ?? rule);
  const ofChange = judged.change !== null;
  return {
    name: markdownText(about),
    value: judged.value === null ? "" : `${shown(judged.value)}${ofChange ? "" : interval(judged.interval, false)}`,
    before: judged.baseline === null ? "" : shown(judged.baseline),
    difference: judged.change === null ? "" : `${change(judged.change)}${interval(judged.interval, true)}`,
    rule: boundOf(judged),
    outcome: outcomeWord[outcome],
  };
}

function unaskedRow({ metric, value, baseline, interval: own, baseline_interval: other, ...row }: MetricRow): Row {
  const difference = value === null || baseline === null ? null : value - baseline;
  const apart = own !== null && other !== null && (own.lower > other.upper || own.upper < other.lower);
  const better = difference === null || row.higher_is_better === null ? null : row.higher_is_better === difference > 0;
  return {
    name: markdownText(row.higher_is_better === false ? `${metric}, lower is better` : metric),
    value: value === null ? "" : `${shown(value)}${interval(own, false)}`,
    before: baseline === null ? "" : shown(baseline),
    difference: difference === null ? "" : change(difference),
    rule: "no rule",
    outcome: !apart || better === null ? "" : better ? "better" : "worse",
  };
}

/** Segments, those that stop or warn first. */
export function segmentsTable(segments: readonly Measured[]): readonly string[] {
  const order: readonly Outcome[] = ["not-met", "unreadable", "missing", "inconclusive", "met", "not-applicable"];
  const sorted = [...segments].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return [
    "| segment | n | value | rule | outcome |",
    "| :-- | --: | :-- | :-- | :-- |",
    ...sorted.slice(0, mostRows).map((finding) => {
      const { name, value, rule, outcome } = rowOf(finding);
      const n = finding.judged.n === null ? "" : shown(finding.judged.n);
      return `| ${name} | ${n} | ${value} | ${rule} | ${outcome} |`;
    }),
    ...(sorted.length > mostRows ? [`\n…and ${sorted.length - mostRows} more in the full report.`] : []),
  ];
}

/** What the change states otherwise than the base, fact by fact. */
export function changesTable(changes: readonly FactChange[], more: number): readonly string[] {
  const said = (value: string | number | null): string =>
    value === null ? "–" : typeof value === "number" ? shown(value) : markdownText(value, 80);
  const left = Math.max(0, changes.length - mostChanges) + more;
  return [
    "| fact | base | now | change |",
    "| :-- | --: | --: | --: |",
    ...changes.slice(0, mostChanges).map(({ kind, what, before, now, difference, interval: bounds, better }) => {
      const about = kind === "measurement" ? markdownText(what, 120) : `${kind}: ${markdownText(what, 120)}`;
      const by = difference === null ? "" : `${change(difference)}${interval(bounds, true)}`;
      const mark = better === null || difference === null ? "" : better ? " better" : " worse";
      return `| ${about} | ${said(before)} | ${said(now)} | ${by}${mark} |`;
    }),
    ...(left > 0 ? [`\n…and ${left} more in the full report.`] : []),
  ];
}
