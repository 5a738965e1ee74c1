import type { Slice, Statement } from "../../model/fact.js";
import { numeric } from "../../read/shape.js";
import { limitOf, type Look } from "./nannyml-look.js";

interface PerformanceMetric {
  readonly unit: string | null;
  readonly higher: boolean | null;
}

const share: PerformanceMetric = { unit: "proportion", higher: true };
const error: PerformanceMetric = { unit: null, higher: false };
const count: PerformanceMetric = { unit: null, higher: null };

/** Metrics of performance, by the name that begins their columns. */
export const performanceMetrics: Readonly<Record<string, PerformanceMetric>> = {
  roc_auc: share,
  f1: share,
  precision: share,
  recall: share,
  specificity: share,
  accuracy: share,
  average_precision: share,
  business_value: { unit: null, higher: true },
  mae: error,
  mape: error,
  mse: error,
  msle: error,
  rmse: error,
  rmsle: error,
  true_positive: count,
  true_negative: count,
  false_positive: count,
  false_negative: count,
};

/**
 * The performance in one chunk: computed from targets, or estimated without them. An estimate has a range of
 * confidence, and what turned out stands beside it as `realized`.
 */
export function measurementsOf(metric: string, look: Look, slice: Slice = {}): Statement[] {
  const lower = limitOf(look, "lower_confidence_boundary");
  const upper = limitOf(look, "upper_confidence_boundary");
  const estimated = lower !== null || upper !== null;
  const value = measurement(metric, `${look.prefix}_value`, look, {
    slice,
    standard_error: limitOf(look, "sampling_error"),
    ...(estimated ? { protocol: "estimated", interval: { lower, upper, level: null } } : {}),
  });
  return [...value, ...measurement(metric, `${look.prefix}_realized`, look, { slice })];
}

function measurement(
  metric: string,
  column: string,
  look: Look,
  fields: Partial<Extract<Statement, { kind: "measurement" }>>,
): Statement[] {
  const value = numeric(look.row.value(column));
  if (value === undefined) return [];
  const known = Object.hasOwn(performanceMetrics, metric) ? performanceMetrics[metric] : undefined;
  return [
    {
      ...fields,
      kind: "measurement",
      raw_metric: column,
      metric,
      value,
      unit: known?.unit ?? null,
      higher_is_better: known?.higher ?? null,
      dataset: look.period,
      n: look.n,
      step: look.index,
      at: look.at,
      where: look.row.where(column),
    },
  ];
}
