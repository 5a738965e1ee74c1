import type { EvidenceFile, Value } from "../../model/adapter.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, isRecord, members } from "../../read/shape.js";
import { frameOf, recordsFrame } from "./frame.js";
import { namesQuarters } from "./confusion-beside.js";
import { isMetricsFrame, isSliceFrame } from "./frame-kinds.js";
import { frameRoles } from "./frame-roles.js";
import { isBenchmark } from "./known-benchmarks.js";
import { isBeside } from "./metrics-beside.js";
import { keyRole, soundsLikeMetric } from "./metrics-keys.js";
import { countMeans } from "./mean-with-spread.js";
import { countNamedScores } from "./named-score.js";
import { areNamedMetrics } from "./named-metrics.js";
import { isMeasured, isSpread } from "./metrics-place.js";
import { areExamples } from "./record-names.js";

/** Whether a file in a shape of its team's own holds metrics. */

interface Tally {
  /** Numbers under names of metrics. */
  known: number;
  /** All numbers that are no counts, versions or the like. */
  numbers: number;
  /** Numbers under names of metrics below a key such as `metrics` or `results`. */
  placed: number;
  /** Numbers that tell how long something took. */
  timed: number;
  looked: number;
}

/** Names of files of which how long requests took is the very result. */
const ofLoad = /load[-_ ]?test|stress[-_ ]?test|latenc|benchmark|perf([^a-z]|$|ormance)|throughput/i;

const mostLooked = 20_000;
const deepest = 12;

const telling =
  /metric|result|eval|score|judge|perform|report|model[-_]?(card|info|metadata|summary)|benchmark|accura|(^|[^a-z])(auc|f1|recall|precision|test|validation|summary|quality|fairness|robustness|backtest)([^a-z]|$)/i;
const settings =
  /^(lr|learning_rate|epochs|num_epochs|n_epochs|max_epochs|batch_size|optimizer|n_estimators|max_depth|hidden_size|dropout|weight_decay|warmup_steps|num_layers|trainer|optim)$/i;

/** Names that settings have as well: the precision of a trainer, a map of names, a loss's weight. */
const alsoSettings = /^(precision|map|loss|bias|pass|em|gini|bic|aic|ter|cer)$/i;

function count(value: Value, tally: Tally, depth: number, placed: boolean): void {
  if (depth > deepest || tally.looked > mostLooked) return;
  if (isList(value)) {
    if (value.every(isRecord) && areExamples(value)) return;
    if (areNamedMetrics(value)) return countScores(value.length, tally, placed);
    return value.slice(0, 200).forEach((item) => count(item, tally, depth + 1, placed));
  }
  if (isRecord(value)) {
    countScores(countMeans(value), tally, placed);
    // What names the metric of its scores holds results, whatever stands beside them.
    countScores(countNamedScores(value), tally, true);
  }
  for (const [key, child] of members(value)) {
    if (tally.looked++ > mostLooked) return;
    if (isRecord(child) || isList(child)) {
      const role = keyRole(key);
      if (role.kind === "skipped") continue;
      if (isList(child) && recordsFrame(child, "") === undefined) continue;
      const named = isRecord(child) && areNamedMetrics([child]);
      if (named) {
        countScores(1, tally, placed);
        continue;
      }
      const told = placed || /metric|result|eval|score|perform|benchmark/i.test(key);
      const ofMetric = role.kind === "metric" || (role.kind === "slices" && role.metric !== null);
      if (ofMetric && isRecord(child)) countMetric(child, tally, told);
      count(child, tally, depth + 1, told);
    } else if (isMeasured(child) && !isBeside(key)) countNumber(key, child, tally, placed);
  }
}

function countScores(metrics: number, tally: Tally, placed: boolean): void {
  tally.numbers += metrics;
  tally.known += metrics;
  if (placed) tally.placed += metrics;
}

/** `{"auc": {"value": 0.9}}`: the numbers below a metric's name are of the metric. */
function countMetric(child: Value, tally: Tally, placed: boolean): void {
  const held = members(child).filter(([key, inner]) => isMeasured(inner) && !isSpread(key));
  if (held.length === 0) return;
  tally.known++;
  if (placed) tally.placed++;
}

function countNumber(key: string, child: Value, tally: Tally, placed: boolean): void {
  tally.numbers++;
  if (isBenchmark(key)) {
    tally.known++;
    if (placed) tally.placed++;
    return;
  }
  const reading = interpretMetric(key);
  if (!reading.known && soundsLikeMetric(key) && isShare(child)) {
    tally.known++;
    if (placed) tally.placed++;
    return;
  }
  if (reading.known && reading.kind === "time") tally.timed++;
  if (!reading.known || reading.kind === "time" || reading.kind === "count") return;
  const fraction = typeof child === "number" && (child <= 1 || !Number.isInteger(child));
  if (reading.metric === "throughput" || (alsoSettings.test(key) && !fraction)) return;
  tally.known++;
  if (placed) tally.placed++;
}

/** A share, or a number that counts nothing. */
const isShare = (value: Value): boolean =>
  typeof value === "number" && value >= 0 && (value <= 1 || (value <= 100 && !Number.isInteger(value)));

const holdsSettings = (value: Value | undefined): boolean =>
  members(value).some(([key, child]) => settings.test(key) && !isList(child));

/** A line an epoch, as trainings log them; lines of anything else are examples or events. */
function isLogOfSteps(file: EvidenceFile): boolean {
  const frame = frameOf(file);
  return frame !== undefined && frameRoles(frame).has("step") && isMetricsFrame(frame);
}

/**
 * True for a document with metrics in it: numbers under known names, below a key that says so, in a file whose name
 * says so, or as the most of its numbers. Settings with a number of a metric's name are none.
 */
export function holdsMetrics(file: EvidenceFile): boolean {
  const { value } = file;
  if (file.syntax === "json-lines") return isLogOfSteps(file);
  if (file.syntax === "delimited" || (isList(value) && value.length > 0)) {
    const frame = frameOf(file);
    if (frame !== undefined && (isMetricsFrame(frame) || isSliceFrame(frame))) return true;
  }
  if (!isRecord(value) && !(isList(value) && value.every((item) => isRecord(item)))) return false;
  // The four counts of a classifier are its confusion matrix, and need no metric beside them.
  if (namesQuarters(value)) return true;
  const tally: Tally = { known: 0, numbers: 0, placed: 0, timed: 0, looked: 0 };
  count(value, tally, 0, false);
  if (tally.known === 0) return tally.timed > 0 && ofLoad.test(file.name) && !holdsSettings(value);
  if (tally.placed > 0) return true;
  if (telling.test(file.name)) return !holdsSettings(value) || tally.known > 1;
  return !holdsSettings(value) && tally.known * 2 >= tally.numbers;
}
