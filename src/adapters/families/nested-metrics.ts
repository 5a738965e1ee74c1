import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { wordOf } from "../../normalise/metric-name.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, members, numeric } from "../../read/shape.js";
import { slicedKeys } from "./sliced-name.js";

/** What every measurement of one document shares. */
interface MetricsOwner {
  readonly run?: string | null;
  readonly about?: string | null;
  readonly step?: number | null;
}

const counters = /^(step|epoch|iteration|iter|global_step)$/i;
const sampleCounts = /^(n|n_samples|num_samples|n_examples|num_examples|sample_size|support|rows|n_rows)$/i;
const nonFinite = /^[+-]?(nan|inf|infinity)$/i;

/** The number of examples that stands beside the metrics of a record. */
const countBeside = (value: Value): number | null => {
  const counts = members(value).filter(([key]) => sampleCounts.test(key));
  return counts.length === 1 ? (numeric(counts[0]?.[1]) ?? null) : null;
};

const isMeasured = (name: string, value: Value): boolean =>
  typeof value === "number" ||
  (typeof value === "string" &&
    (nonFinite.test(value) || (numeric(value) !== undefined && interpretMetric(name).known)));

/** `val.synth.loss`: between the part of the data and a known metric stands what the metric is computed on or by. */
function betweenSplitAndMetric(path: readonly string[]): { readonly metric_name?: string; readonly protocol?: string } {
  const [first = "", ...rest] = path;
  const last = rest.pop() ?? "";
  if (rest.length === 0 || wordOf(first.toLowerCase()).kind !== "split" || interpretMetric(path.join(".")).known) {
    return {};
  }
  const reading = interpretMetric(last);
  if (!reading.known || reading.split !== null) return {};
  const protocol = [...rest, ...(reading.protocol === null ? [] : [reading.protocol])].join(" ");
  return { metric_name: `${first} ${last}`, protocol };
}

/**
 * Metrics of a nested document: the keys down to a number are its name, joined by dots. `slices`, `by_country` and the
 * like, or a metric with columns and values below it, make a slice and are no part of the name; a count of examples
 * belongs to its neighbours.
 */
export function nestedMetrics(value: Value | undefined, base: string, owner: MetricsOwner): Statement[] {
  const statements: Statement[] = [];
  const visit = (record: Value, keys: readonly string[], place: string): void => {
    const n = countBeside(record);
    for (const [key, child] of members(record)) {
      const path = [...keys, key];
      const where = { pointer: pointer(place, key) };
      if (isRecord(child)) visit(child, path, where.pointer);
      if (counters.test(key) || sampleCounts.test(key)) continue;
      const found = slicedKeys(path);
      const raw = found?.metric_name ?? path.join(".");
      if (isMeasured(raw, child))
        statements.push({
          kind: "measurement",
          raw_metric: raw,
          ...(found === null ? betweenSplitAndMetric(path) : {}),
          ...(found === null ? {} : { slice: found.slice }),
          value: child,
          n,
          ...owner,
          where,
        });
    }
  };
  if (isRecord(value)) visit(value, [], base);
  return statements;
}
