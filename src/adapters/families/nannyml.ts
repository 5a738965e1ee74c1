import type { Slice, Statement } from "../../model/fact.js";
import { driftMethodOf } from "../../normalise/drift-methods.js";
import type { Frame } from "./nannyml-frame.js";
import { ALERT, alertOf, limitOf, lookAt, numberOf, type Look } from "./nannyml-look.js";
import { measurementsOf, performanceMetrics } from "./nannyml-performance.js";

/** What the columns with a common beginning are about. */
type Subject =
  | { readonly kind: "column"; readonly column: string; readonly method: string }
  | { readonly kind: "dataset"; readonly method: string }
  | { readonly kind: "performance"; readonly metric: string }
  /** A cell of a confusion matrix of several classes. */
  | { readonly kind: "cell"; readonly slice: Slice }
  /** Missing or unseen values, or a summary statistic: the frame does not say which. Null is the whole chunk. */
  | { readonly kind: "figure"; readonly column: string | null };

const methods = ["jensen_shannon", "kolmogorov_smirnov", "wasserstein", "hellinger", "l_infinity", "chi2"];

const wholes = ["reconstruction_error", "domain_classifier_auroc"];

const ROWS = "rows_count";

/** True for a frame of results: chunks, and columns that say of each whether it alerts. */
export const isResults = ({ columns }: Frame): boolean =>
  columns.includes("chunk_key") && columns.some((column) => column.endsWith(ALERT));

/** `true_card_pred_loan`, the cells that stand beside figures of performance alone. */
function cellOf(prefix: string, columns: ReadonlySet<string>): Slice | null {
  const [, actual, predicted] = /^true_(.+)_pred_(.+)$/.exec(prefix) ?? [];
  const measured = columns.has("chunk_targets_missing_rate") || columns.has(`${prefix}_realized`);
  return actual === undefined || predicted === undefined || !measured ? null : { actual, predicted };
}

/** A column's name may hold underscores: its method comes last. */
function subjectOf(prefix: string, columns: ReadonlySet<string>): Subject {
  if (wholes.includes(prefix)) return { kind: "dataset", method: prefix };
  const method = methods.find((name) => prefix.endsWith(`_${name}`));
  if (method !== undefined) return { kind: "column", column: prefix.slice(0, -method.length - 1), method };
  const slice = cellOf(prefix, columns);
  if (slice !== null) return { kind: "cell", slice };
  const performance = Object.hasOwn(performanceMetrics, prefix) || columns.has(`${prefix}_realized`);
  return performance
    ? { kind: "performance", metric: prefix }
    : { kind: "figure", column: prefix === ROWS ? null : prefix };
}

/**
 * What a frame of results states, chunk by chunk. Verdicts are those of the analysis period: the tool alerts on chunks
 * of the reference, too.
 */
export function resultStatements(frame: Frame): Statement[] {
  const columns = new Set(frame.columns);
  const subjects = frame.columns
    .filter((column) => column.endsWith(ALERT))
    .map((column) => column.slice(0, -ALERT.length))
    .map((prefix) => ({ prefix, subject: subjectOf(prefix, columns) }));
  return frame
    .rows()
    .flatMap((row) => subjects.flatMap(({ prefix, subject }) => statementsOf(subject, lookAt(row, prefix))));
}

function statementsOf(subject: Subject, look: Look): Statement[] {
  if (subject.kind === "performance") {
    const measured = measurementsOf(subject.metric, look);
    return look.period === "reference" ? measured : [...measured, performanceDrift(subject.metric, look)];
  }
  if (subject.kind === "cell") {
    const measured = measurementsOf("confusion_matrix", look, subject.slice);
    return look.period === "reference" ? measured : [...measured, performanceDrift(look.prefix, look)];
  }
  if (look.period === "reference") return [];
  switch (subject.kind) {
    case "figure":
      return [figureCheck(subject.column, look)];
    case "column":
      return [driftOf({ scope: "column", column: subject.column }, subject.method, look)];
    case "dataset":
      return [driftOf({ scope: "dataset" }, subject.method, look)];
  }
}

/** Thresholds are worked out from the reference, but for those that are constant, which the frame does not tell apart. */
const learned = { limits: [] } as const;

type Scope = { readonly scope: "column"; readonly column: string } | { readonly scope: "dataset" };

/** A chunk whose number could not be computed has `alert` False: that is no verdict. */
function driftOf(scope: Scope, method: string, look: Look): Statement {
  const value = numberOf(look, "value");
  return {
    kind: "drift",
    ...scope,
    method: driftMethodOf("nannyml", method)?.id ?? method,
    score: value,
    threshold: limitOf(look, "upper_threshold") ?? limitOf(look, "lower_threshold"),
    drifted: Number.isNaN(value) ? null : alertOf(look),
    ...learned,
    n_current: look.n,
    at: look.at,
    where: look.row.where(`${look.prefix}_value`),
  };
}

function performanceDrift(metric: string, look: Look): Statement {
  const value = numberOf(look, "value");
  const lower = limitOf(look, "lower_threshold");
  const upper = limitOf(look, "upper_threshold");
  return {
    kind: "drift",
    scope: "performance",
    method: metric,
    threshold: upper !== null && value > upper ? upper : (lower ?? upper),
    drifted: Number.isNaN(value) ? null : alertOf(look),
    ...learned,
    n_current: look.n,
    at: look.at,
    where: look.row.where(`${look.prefix}_alert`),
  };
}

/** A figure of the data's quality within its thresholds: the alert is the verdict. */
function figureCheck(column: string | null, look: Look): Statement {
  const value = numberOf(look, "value");
  const alert = alertOf(look);
  return {
    kind: "check",
    name: `${look.prefix} within thresholds, chunk ${look.chunk}`,
    column,
    passed: Number.isNaN(value) || alert === null ? null : !alert,
    observed: Number.isNaN(value) ? null : value,
    ...learned,
    expected: rangeText(limitOf(look, "lower_threshold"), limitOf(look, "upper_threshold")),
    at: look.at,
    where: look.row.where(`${look.prefix}_value`),
  };
}

function rangeText(lower: number | null, upper: number | null): string | null {
  const parts = [...(lower === null ? [] : [`≥ ${String(lower)}`]), ...(upper === null ? [] : [`≤ ${String(upper)}`])];
  return parts.length === 0 ? null : parts.join(" and ");
}
