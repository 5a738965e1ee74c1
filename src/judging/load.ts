import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";

type Measurement = FactOf<"measurement">;

const inMilliseconds: ReadonlyMap<string, number> = new Map([
  ["ns", 1e-6],
  ["us", 1e-3],
  ["ms", 1],
  ["s", 1_000],
]);

/** A time in milliseconds; null where its unit is not known. */
export function milliseconds({ value, unit }: Measurement): number | null {
  const factor = inMilliseconds.get(unit ?? "");
  return factor === undefined || value === null ? null : value * factor;
}

/** The canonical metric of `p95`, `p99.9`, `mean`, `max`, `min`; undefined for other words. */
export function latencyMetricOf(word: string): string | undefined {
  if (word === "mean") return "latency";
  return /^(min|max|p\d{1,3}(\.\d{1,6})?)$/.test(word) ? `latency_${word}` : undefined;
}

const isWhole = ({ slice, about }: Measurement): boolean => Object.keys(slice).length === 0 && about === null;

/** True for answers that are none, or an error of the caller or the server. */
const isFailure = (status: string): boolean => !/^[123]\d\d$/.test(status);

/**
 * Share of the requests of one report that failed, from 0 to 1: as the report states it, or out of its counts. Null
 * where it says nothing of failures.
 */
export function failedShare(evidence: Evidence, path: string): number | null {
  const here = evidence.of("measurement").filter(({ source, value }) => source.path === path && value !== null);
  const rate = here.find((fact) => fact.metric === "request_failure_rate" && isWhole(fact));
  if (rate?.value !== undefined && rate.value !== null) return rate.value;
  const success = here.find((fact) => fact.metric === "request_success_rate" && isWhole(fact));
  if (success?.value !== undefined && success.value !== null)
    return 1 - (success.unit === "percent" ? success.value / 100 : success.value);
  return counted(here);
}

function counted(here: readonly Measurement[]): number | null {
  const whole = here.filter((fact) => fact.metric === "request_failures" && isWhole(fact));
  const parts = here.filter((fact) => fact.metric === "request_failures" && !isWhole(fact));
  const answers = here.filter(({ metric }) => metric === "responses");
  const failures =
    whole.length > 0 ? whole : [...parts, ...answers.filter(({ slice }) => isFailure(slice["status"] ?? ""))];
  if (failures.length === 0) return answers.length > 0 ? 0 : null;
  const requests = Math.max(0, ...failures.map(({ n }) => n ?? 0));
  const made = requests > 0 || parts.length === 0 ? requests : 0;
  return made > 0 ? Math.min(1, failures.reduce((sum, { value }) => sum + (value ?? 0), 0) / made) : null;
}
