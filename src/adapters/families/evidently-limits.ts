import type { Value } from "../../model/adapter.js";
import type { Limit, LimitSense } from "../../model/fact.js";
import { driftMethodOf } from "../../normalise/drift-methods.js";
import { isRecord, member, members, number } from "../../read/shape.js";
import { statedLimit } from "./stated-limits.js";

const senses: Readonly<Record<string, LimitSense>> = {
  lt: "at-most",
  lte: "at-most",
  le: "at-most",
  gt: "at-least",
  gte: "at-least",
  ge: "at-least",
  is_in: "one-of",
  not_in: "all-of",
};

const names: Readonly<Record<string, string>> = { lt: "≤", lte: "≤", le: "≤", gt: "≥", gte: "≥", ge: "≥", eq: "=" };

/**
 * A limit by how a test compares. One that is the reference's own figure moves with the reference: of it the margins are
 * what somebody set.
 */
export function comparedLimits(comparison: string, limit: Value | undefined): readonly Limit[] {
  if (limit === undefined || limit === null) return [];
  const name = names[comparison] ?? comparison;
  if (!isRecord(limit)) return [statedLimit(name, senses[comparison] ?? "as-is", limit)];
  return ["relative", "absolute"].flatMap((margin) => {
    const value = number(member(limit, margin));
    return value === undefined ? [] : [statedLimit(`${name} ${margin} margin`, "at-most", value)];
  });
}

/** Tests whose plain limit the suite takes from the reference where nobody gives one. */
const takenFromData = /^Number of (?:Columns|Rows)$/;

/** A number that somebody wrote: what is worked out from a reference has more digits. */
const isWritten = (value: Value): boolean =>
  typeof value !== "number" || Number.isInteger(value) || Number(value.toPrecision(3)) === value;

/** The limits of a test of a suite before 0.7, by its parameters. */
export function suiteLimits(test: string, parameters: Value | undefined): readonly Limit[] {
  const stated = (key: string, sense: LimitSense): readonly Limit[] => {
    const value = member(parameters, key);
    return value === undefined || value === null ? [] : [statedLimit(key, sense, value)];
  };
  const condition = members(member(parameters, "condition")).filter(
    ([, limit]) => isRecord(limit) || (isWritten(limit) && !takenFromData.test(test)),
  );
  return [
    ...condition.flatMap(([comparison, limit]) => comparedLimits(comparison, limit)),
    ...stated("n_sigmas", "at-most"),
    ...stated("left", "at-least"),
    ...stated("right", "at-most"),
    ...stated("values", "one-of"),
    ...driftLimits(member(parameters, "stattest"), member(parameters, "threshold")),
  ];
}

/** The threshold of a drift method: of a p-value a lower one asks for less, of a distance a higher one. */
export function driftLimits(method: Value | undefined, threshold: Value | undefined): readonly Limit[] {
  if (typeof threshold !== "number") return [];
  const gives = typeof method === "string" ? driftMethodOf("evidently", method)?.drifts : undefined;
  return [statedLimit("threshold", gives === "low" ? "at-least" : gives === "high" ? "at-most" : "as-is", threshold)];
}
