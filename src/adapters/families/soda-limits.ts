import type { Value } from "../../model/adapter.js";
import type { Limit, LimitSense } from "../../model/fact.js";
import { below, members, number } from "../../read/shape.js";
import { isDate, statedLimit } from "./stated-limits.js";

/** Beyond what a check fails: above a number that it must not exceed, below one that it must reach. */
const senses: ReadonlyMap<string, LimitSense> = new Map([
  ["greaterThan", "at-most"],
  ["greaterThanOrEqual", "at-most"],
  ["lessThan", "at-least"],
  ["lessThanOrEqual", "at-least"],
]);

const WORDS = { "at-most": "≤", "at-least": "≥" };

/** Lines of a check that say what counts as valid. */
const configuration = /^[ \t]+((?:in)?valid [a-z ]{1,40}|missing [a-z ]{1,40}|filter): ?(.*)$/gm;

const configured: ReadonlyMap<string, LimitSense> = new Map([
  ["valid values", "one-of"],
  ["invalid values", "all-of"],
  ["missing values", "all-of"],
  ["valid min", "at-least"],
  ["valid max", "at-most"],
  ["valid min length", "at-least"],
  ["valid max length", "at-most"],
]);

const LONGEST = 20_000;

/** The limits of a check; none of one that learns them from the values before. */
export function sodaLimits(check: Value, definition: string): readonly Limit[] {
  const written = definition.slice(0, LONGEST);
  if (/\banomaly\b/.test(written)) return [];
  const limits = ["fail", "warn"].flatMap((level) =>
    members(below(check, "diagnostics", level)).flatMap(([condition, limit]): readonly Limit[] => {
      const sense = senses.get(condition);
      const value = number(limit);
      if (value === undefined || isDate(limit)) return [];
      const sign = sense === "at-most" || sense === "at-least" ? WORDS[sense] : condition;
      return [statedLimit(`${level} unless ${sign}`, sense ?? "as-is", value)];
    }),
  );
  // Failed rows, schemas and freshness are held against what is written alone: the line after the table's.
  if (limits.length === 0) return written === "" ? [] : [statedLimit("definition", "as-is", withoutTable(written))];
  return [
    ...limits,
    ...[...written.matchAll(configuration)].map(([, name = "", value = ""]) => asConfigured(name, value)),
  ];
}

const withoutTable = (definition: string): string => definition.slice(definition.indexOf("\n") + 1).trim();

function asConfigured(name: string, written: string): Limit {
  const sense = configured.get(name) ?? "as-is";
  const values = /^\[(.*)\]$/.exec(written.trim())?.[1];
  if (values !== undefined)
    return statedLimit(
      name,
      sense,
      values.split(",").map((value) => value.trim()),
    );
  const value = Number(written);
  return written.trim() !== "" && Number.isFinite(value)
    ? statedLimit(name, sense, value)
    : statedLimit(name, "as-is", written.trim());
}
