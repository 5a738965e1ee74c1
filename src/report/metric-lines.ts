import type { Finding } from "../model/finding.js";
import type { ReportedModel } from "../model/report.js";
import type { ReportedInterval } from "../model/report-detail.js";
import { shownChange, shownNumber } from "../judging/wording.js";
import { comparisons, type Comparison } from "./comparisons.js";
import { metricName } from "./metric-name.js";
import { printable, type Paint } from "./paint.js";

/** Metrics of one model that a terminal shows in a table. */
const MOST_METRICS = 8;

/**
 * What rules judged, as a table: the value now, before, and the difference, each with its two-sided 95 % interval where
 * the evidence allows one. Empty where no rule judged a metric.
 */
export function metricLines(
  model: ReportedModel,
  findings: readonly Finding[],
  columns: number,
  { dim }: Paint,
): readonly string[] {
  const rows = comparisons(model, findings).filter(({ outcome, value }) => outcome !== null && value !== null);
  if (rows.length === 0) return [];
  const compared = rows.some(({ baseline }) => baseline !== null);
  const own = printable(model.version ?? "now");
  const heads = ["", own, ...(compared ? ["before", "difference"] : [])];
  const cells = rows.slice(0, MOST_METRICS).map((row) => cellsOf(row, compared));
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const whole = widths.reduce((sum, width) => sum + width + 3, 0);
  // A table that a narrow terminal would break is harder to read than the findings alone.
  if (whole > columns) return [];
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join("   ")
      .trimEnd();
  const left = rows.length - cells.length;
  return [dim(line(heads)), ...cells.map(line), ...(left > 0 ? [dim(`and ${left} more metrics`)] : []), ""];
}

const cellsOf = (row: Comparison, compared: boolean): readonly string[] => [
  printable(metricName(row.metric)),
  row.value === null ? "–" : `${shownNumber(row.value)}${limits(row.interval, shownNumber)}`,
  ...(compared
    ? [
        row.baseline === null ? "–" : shownNumber(row.baseline),
        row.change === null ? "–" : `${shownChange(row.change)}${limits(row.changeInterval, shownChange)}`,
      ]
    : []),
];

const limits = (interval: ReportedInterval | null, shown: (value: number) => string): string =>
  interval === null ? "" : ` [${shown(interval.lower)}, ${shown(interval.upper)}]`;
