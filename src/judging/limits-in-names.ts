import type { FactOf, Limit } from "../model/fact.js";

type Check = Pick<FactOf<"check">, "format" | "name" | "limits">;

const LONGEST = 1000;

/** Evidently ends the name of a test with what it compares with, the reference's own numbers included. */
const comparison = /: ((?:Less|Greater)(?: or Equal)?|(?:Not )?(?:Equal|In)) .*$/s;

/** Formats whose tools name a check by its limits. */
const namingLimits: ReadonlySet<string | null> = new Set([
  ...["soda-scan", "datacontract-result", "whylogs-constraints"],
  ...["k6-summary", "k6-summary-export", "k6-structured-summary", "k6-text"],
]);

/**
 * The name of a check without the limits that stand in it: tools put them there, and a check of another limit is the
 * same check. Words and numbers that are no limit of it stay.
 */
export function namedWithoutLimits({ format, name, limits }: Check): string {
  if (limits === null || name.length > LONGEST) return name;
  if (format === "evidently-report") return name.replace(comparison, ": $1 …");
  return namingLimits.has(format) ? limits.reduce(withoutLimit, name) : name;
}

function withoutLimit(name: string, { value }: Limit): string {
  if (typeof value === "object") return name.replace(/\[[^[\]]{0,900}\]$/, "[…]");
  if (typeof value !== "number") return name;
  const found = [...name.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].findLast(
    ([digits]) => Number(digits) === Math.abs(value),
  );
  return found === undefined ? name : `${name.slice(0, found.index)}…${name.slice(found.index + found[0].length)}`;
}
