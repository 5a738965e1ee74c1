import type { FactOf } from "../model/fact.js";
import type { Quantity } from "../model/option.js";
import { metricById } from "../normalise/metric-vocabulary.js";
import type { Quantified } from "./bound.js";
import { decimalsOf } from "./rounding.js";
import { shownNumber } from "./wording.js";

/** A measurement in the unit of the bounds: shares from 0 to 1, times in milliseconds. */
export type Comparable =
  | { readonly kind: "quantified"; readonly quantified: Quantified }
  | { readonly kind: "unreadable"; readonly why: string; readonly mend: string };

/** Shares that were rounded, or summed, may pass their limit by so much. */
const ROUNDING = 1e-6;

const milliseconds: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
};

/** Brings a measurement to the unit in which a bound of the given spelling compares. */
export function comparable(fact: FactOf<"measurement">, bound: Quantity["unit"] | null): Comparable {
  const { value, non_finite: nonFinite, unit, unit_guessed: guessed } = fact;
  if (value === null) {
    return {
      kind: "unreadable",
      why: `${fact.raw_metric} is ${nonFinite ?? "no number"}`,
      mend: "find out why it could not be computed, and evaluate again",
    };
  }
  if (guessed) {
    const why = `${fact.raw_metric} is ${shownNumber(value)} without a unit: per cent or a mistake cannot be told`;
    return { kind: "unreadable", why, mend: "write a share from 0 to 1, or map the file with `unit: percent`" };
  }
  const outside = outsideRange(fact, value);
  if (outside !== null) return outside;
  if (unit === "percent") return scaled(fact, value, 0.01);
  const toMilliseconds = unit !== null && Object.hasOwn(milliseconds, unit) ? milliseconds[unit] : undefined;
  if (bound !== "time") return scaled(fact, value, 1);
  if (toMilliseconds === undefined) {
    return {
      kind: "unreadable",
      why: `${fact.raw_metric} has no unit of time`,
      mend: "map the file with its unit, such as `unit: ms`",
    };
  }
  return scaled(fact, value, toMilliseconds);
}

/** No rate is below 0 or above its largest: such a value, often a mark for one that was not computed, shows nothing. */
function outsideRange({ metric, raw_metric: name, unit }: FactOf<"measurement">, value: number): Comparable | null {
  const range = unit === "percent" || unit === "proportion" ? metricById(metric)?.range : undefined;
  if (range === undefined) return null;
  const share = unit === "percent" ? value / 100 : value;
  const above = range.upper !== null && share > range.upper + ROUNDING;
  if (!above && (range.lower === null || share >= range.lower - ROUNDING)) return null;
  return {
    kind: "unreadable",
    why: `${name} is ${shownNumber(value)}${unit === "percent" ? " per cent" : ""}, which it cannot be`,
    mend: "find out what was written in its place, and evaluate again",
  };
}

const scaled = (
  { standard_error: error, trials, n }: FactOf<"measurement">,
  value: number,
  factor: number,
): Comparable => ({
  kind: "quantified",
  quantified: { value: value * factor, standardError: error === null ? null : error * factor, trials, n },
});

/**
 * True where two statements of one number agree within the rounding of the coarser one: 0.91 agrees with 0.9128 in
 * either unit, 0.934 does not. A number without a unit may be per cent where the other one is.
 */
export function agree(a: FactOf<"measurement">, b: FactOf<"measurement">): boolean {
  return agreeAs(a, b) || agreeAs(sameUnit(a, b), b) || agreeAs(a, sameUnit(b, a));
}

const sameUnit = (fact: FactOf<"measurement">, { unit }: FactOf<"measurement">): FactOf<"measurement"> =>
  unit === "percent" && (fact.unit === null || fact.unit_guessed) ? { ...fact, unit } : fact;

function agreeAs(a: FactOf<"measurement">, b: FactOf<"measurement">): boolean {
  if (a.value === null || b.value === null) return a.non_finite === b.non_finite && a.value === b.value;
  const step = (fact: FactOf<"measurement">, value: number): number =>
    10 ** -decimalsOf(value) * (fact.unit === "percent" ? 0.01 : 1);
  const share = (fact: FactOf<"measurement">, value: number): number => (fact.unit === "percent" ? value / 100 : value);
  const difference = Math.abs(share(a, a.value) - share(b, b.value));
  return difference <= (Math.max(step(a, a.value), step(b, b.value)) / 2) * (1 + 1e-9) + 1e-15;
}
