import type { Finding, Judged, Outcome } from "../model/finding.js";
import type { ReportedModel } from "../model/report.js";
import type { MetricRow, ReportedInterval } from "../model/report-detail.js";
import type { Source } from "../model/source.js";
import { grouped } from "../model/grouped.js";

/** A bound that a rule asks of a metric. */
export interface AskedBound {
  /** Such as `at-least`. */
  readonly kind: string;
  readonly bound: number;
  /** The same on the metric's own scale; null where it is not one point there. */
  readonly at: number | null;
}

/** A metric over all data: what it is, what it was before, and what rules say of it. */
export interface Comparison {
  readonly metric: string;
  readonly unit: string | null;
  readonly higherIsBetter: boolean | null;
  readonly n: number | null;
  readonly dataset: string | null;
  readonly value: number | null;
  readonly interval: ReportedInterval | null;
  readonly baseline: number | null;
  readonly baselineInterval: ReportedInterval | null;
  readonly change: number | null;
  readonly changeInterval: ReportedInterval | null;
  readonly method: string | null;
  readonly bounds: readonly AskedBound[];
  /** The findings that judged it, worst first. */
  readonly findings: readonly Finding[];
  /** Worst of them; null where no rule asks for it. */
  readonly outcome: Outcome | null;
  readonly source: Source | null;
}

type WithNumbers = Finding & { readonly judged: Judged };

/** True where a finding is about one number over all data, not about a part of them. */
const isOfWhole = (finding: Finding): finding is WithNumbers =>
  finding.judged !== null && finding.judged.metric !== null && finding.subject?.includes("=") !== true;

/** Every metric over all data of a model, those that rules judge before those that none asks for. */
export function comparisons(model: ReportedModel, findings: readonly Finding[]): readonly Comparison[] {
  const judged = grouped(findings.filter(isOfWhole), (finding) => finding.judged.metric ?? "");
  const rows = new Map(model.metrics.map((row) => [row.metric, row]));
  const rest = [...rows.keys()].filter((metric) => !judged.has(metric));
  return [...judged.keys(), ...rest].map((metric) => comparisonOf(metric, judged.get(metric) ?? [], rows.get(metric)));
}

function comparisonOf(metric: string, findings: readonly WithNumbers[], row: MetricRow | undefined): Comparison {
  const own = findings.find(({ judged }) => judged.change === null)?.judged ?? null;
  const changed = findings.find(({ judged }) => judged.change !== null)?.judged ?? null;
  const any = own ?? changed;
  const value = row?.value ?? any?.value ?? null;
  const baseline = row?.baseline ?? changed?.baseline ?? null;
  return {
    metric,
    unit: row?.unit ?? any?.unit ?? null,
    higherIsBetter: row?.higher_is_better ?? any?.higher_is_better ?? null,
    n: row?.n ?? any?.n ?? null,
    dataset: row?.dataset ?? null,
    value,
    interval: row?.interval ?? own?.interval ?? null,
    baseline,
    baselineInterval: row?.baseline_interval ?? null,
    change: changed?.change ?? (value === null || baseline === null ? null : value - baseline),
    changeInterval: changed?.interval ?? null,
    method: changed?.method ?? own?.method ?? row?.method ?? null,
    bounds: distinct(findings.flatMap(boundOf)),
    findings,
    outcome: findings[0]?.outcome ?? null,
    source: row?.source ?? findings[0]?.sources[0] ?? null,
  };
}

function boundOf({ judged }: WithNumbers): readonly AskedBound[] {
  const { bound_kind: kind, bound } = judged;
  if (kind === null || bound === null) return [];
  return [{ kind, bound, at: placeOf(kind, bound, judged) }];
}

function placeOf(kind: string, bound: number, { baseline, higher_is_better: higher }: Judged): number | null {
  switch (kind) {
    case "at-least":
    case "at-most":
      return bound;
    case "may-lose":
      return baseline === null ? null : higher === false ? baseline + bound : baseline - bound;
    case "change-at-least":
    case "change-at-most":
      return baseline === null ? null : baseline + bound;
    case "relative-change-at-least":
    case "relative-change-at-most":
      return baseline === null ? null : baseline + bound * Math.abs(baseline);
    default:
      return null;
  }
}

function distinct(bounds: readonly AskedBound[]): readonly AskedBound[] {
  const known = new Map(bounds.map((one) => [`${one.kind} ${one.bound}`, one]));
  return [...known.values()];
}
