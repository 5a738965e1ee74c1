import type { Evidence } from "../../model/evidence.js";
import type { CalibrationBin } from "../../model/report-detail.js";
import type { Table } from "../../model/table.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import { SMALLEST_GROUP } from "./slice-rows.js";

const BINS = 10;

/**
 * How often a score comes true, in ten bins of equal width, of the candidate and of its champion. Only where a table of
 * predictions has labels of 0 and 1 and scores from 0 to 1; bins of fewer than ten rows are left out.
 */
export const calibrationBins = (evidence: Evidence, champion: Evidence | null): readonly CalibrationBin[] => [
  ...binsOf(evidence, "candidate"),
  ...(champion === null ? [] : binsOf(champion, "champion")),
];

function binsOf(evidence: Evidence, side: CalibrationBin["side"]): readonly CalibrationBin[] {
  const tables = evidence.tables("predictions").flatMap((read) => (read.kind === "table" ? [read.table] : []));
  const forecasts = tables.map(forecastsOf).find((found) => found !== null);
  if (forecasts === undefined || forecasts === null) return [];
  const sums = Array.from({ length: BINS }, () => ({ n: 0, scores: 0, positives: 0 }));
  for (const { score, label } of forecasts) {
    const bin = sums[Math.min(BINS - 1, Math.floor(score * BINS))];
    if (bin === undefined) continue;
    bin.n += 1;
    bin.scores += score;
    bin.positives += label;
  }
  return sums
    .filter(({ n }) => n >= SMALLEST_GROUP)
    .map(({ n, scores, positives }) => {
      const limits = wilsonInterval(positives, n, 0.95);
      const interval = limits.kind === "value" ? limits.value : null;
      return { side, score: scores / n, share: positives / n, interval, n };
    });
}

interface Forecast {
  readonly score: number;
  readonly label: number;
}

/** The rows of a table as forecasts; null where its columns are no scores and labels of two classes. */
function forecastsOf({ columns, names, rows }: Table): readonly Forecast[] | null {
  const score = columns.find(({ name }) => name === names.score);
  const label = columns.find(({ name }) => name === names.label);
  if (score?.kind !== "numbers" || label?.kind !== "numbers") return null;
  const forecasts: Forecast[] = [];
  for (let row = 0; row < rows; row++) {
    const [given, truth] = [score.values[row] ?? NaN, label.values[row] ?? NaN];
    if (Number.isNaN(given) || Number.isNaN(truth)) continue;
    if (given < 0 || given > 1 || (truth !== 0 && truth !== 1)) return null;
    forecasts.push({ score: given, label: truth });
  }
  return forecasts.length === 0 ? null : forecasts;
}
