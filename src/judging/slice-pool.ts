import type { FactOf } from "../model/fact.js";
import { successesOf } from "./rounding.js";
import type { MeasurementGroup } from "./selection.js";

type Slices = readonly (readonly [slice: string, groups: readonly MeasurementGroup[]])[];

/** Slices that are judged by themselves, a pool of small ones where it can be made, and those too small for either. */
export interface SlicePool {
  readonly judged: Slices;
  readonly small: Slices;
}

const poolOf = (slices: number): string => `pool of ${slices} small slices`;

/** True for the subject of a finding on small slices together. */
export const isPool = (subject: string): boolean => /\bpool of \d+ small slices$/.test(subject);

/**
 * Sets slices below `minimum` examples apart. Those of a proportion whose trials are known are pooled, and the pool is
 * judged if it reaches the minimum; slices whose size nobody states are judged as they are.
 */
export function slicePool(
  bySlice: ReadonlyMap<string, readonly MeasurementGroup[]>,
  minimum: number | null,
  poolOfRows: ((slices: readonly string[]) => MeasurementGroup | null) | null = null,
): SlicePool {
  const all = [...bySlice];
  if (minimum === null) return { judged: all, small: [] };
  const small = all.filter(([, groups]) =>
    groups.every(({ facts }) => sizeOf(facts[0]) !== null && (sizeOf(facts[0]) ?? 0) < minimum),
  );
  const large = all.filter((entry) => !small.includes(entry));
  const rows = small.length < 2 ? null : (poolOfRows?.(small.map(([slice]) => slice)) ?? null);
  const pool =
    rows !== null && (sizeOf(rows.facts[0]) ?? 0) >= minimum
      ? rows
      : pooled(
          small.flatMap(([, groups]) => groups),
          minimum,
        );
  return pool === null ? { judged: large, small } : { judged: [...large, [poolOf(small.length), [pool]]], small: [] };
}

const sizeOf = ({ n, trials }: FactOf<"measurement">): number | null => n ?? trials;

function pooled(groups: readonly MeasurementGroup[], minimum: number): MeasurementGroup | null {
  const facts = groups.map(({ facts: [first] }) => first);
  const [first] = facts;
  if (first === undefined || facts.length < 2) return null;
  let successes = 0;
  let trials = 0;
  let examples = 0;
  for (const fact of facts) {
    if (fact.trials === null || fact.value === null || fact.unit !== "proportion" || fact.unit_guessed) return null;
    const own = successesOf(fact.value, fact.trials);
    if (own === null) return null;
    successes += own;
    trials += fact.trials;
    examples += sizeOf(fact) ?? 0;
  }
  if (examples < minimum || trials === 0) return null;
  return {
    facts: [{ ...first, slice: {}, value: successes / trials, trials, n: examples, standard_error: null }],
    conflict: false,
  };
}
