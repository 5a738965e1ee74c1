import type { Limit, LimitSense, LimitValue } from "../model/fact.js";
import { nearlyEqual } from "./bound.js";
import { listed } from "./wording.js";

/** A limit that asks for less than it did, or of which nobody can tell; null where there is none on that side. */
export interface Loosened {
  readonly name: string;
  readonly was: Limit | null;
  readonly now: Limit | null;
}

/** Severities of tools, mildest first. */
const severities = ["info", "low", "warn", "warning", "medium", "error", "fail", "high", "critical"];

/** A number, a flag or a severity on one scale; undefined for what has no order. */
function rankOf(value: Limit["value"]): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const rank = typeof value === "string" ? severities.indexOf(value.toLowerCase()) : -1;
  return rank === -1 ? undefined : rank;
}

const valuesOf = ({ value }: Limit): readonly LimitValue[] => (typeof value === "object" ? value : [value]);

const holdsAll = (limit: Limit, values: readonly LimitValue[]): boolean => {
  const held = new Set(valuesOf(limit));
  return values.every((value) => held.has(value));
};

/** True where the later limit asks for no less. Both have one name. */
function isAsTight(was: Limit, now: Limit, sense: LimitSense): boolean {
  switch (sense) {
    case "at-least":
    case "at-most":
    case "reached": {
      const [before, after] = [rankOf(was.value), rankOf(now.value)];
      if (before === undefined || after === undefined) return was.value === now.value;
      return nearlyEqual(before, after) || (sense === "at-least" ? after > before : after < before);
    }
    case "one-of":
      return holdsAll(was, valuesOf(now));
    case "all-of":
      return holdsAll(now, valuesOf(was));
    case "as-is": {
      const [before, after] = [was.value, now.value];
      if (typeof before === "number" && typeof after === "number") return nearlyEqual(before, after);
      return holdsAll(was, valuesOf(now)) && holdsAll(now, valuesOf(was));
    }
  }
}

/** A sense that one side cannot tell is the other's; two that differ are none. */
function senseOf(was: Limit, now: Limit): LimitSense {
  if (was.sense === now.sense || now.sense === "as-is") return was.sense;
  if (was.sense === "at-most" && now.sense === "reached") return "at-most";
  return was.sense === "as-is" ? now.sense : "as-is";
}

/**
 * The limits of a check that ask for less than they did. One that is new asks for more, but where nobody can tell what
 * it asks for.
 */
export function loosened(before: readonly Limit[], now: readonly Limit[]): readonly Loosened[] {
  const held = new Map(now.map((limit) => [limit.name, limit]));
  const known = new Set(before.map(({ name }) => name));
  const stated = before.filter(({ sense }) => sense !== "reached");
  return [
    ...stated.flatMap((was): readonly Loosened[] => {
      const found = held.get(was.name);
      if (found !== undefined && isAsTight(was, found, senseOf(was, found))) return [];
      return [{ name: was.name, was, now: found ?? null }];
    }),
    ...now
      .filter(({ name, sense }) => sense === "as-is" && !known.has(name))
      .map((limit) => ({ name: limit.name, was: null, now: limit })),
  ];
}

const MOST_VALUES = 4;
const LONGEST = 60;

/** `max_value from 75 to 100000`; of a set, what it gained or lost. */
export function shownLoosened({ name, was, now }: Loosened): string {
  if (was === null || now === null) return `${name} from ${shownLimit(was)} to ${shownLimit(now)}`;
  const sense = senseOf(was, now);
  const [fewer, more] = sense === "one-of" ? [was, now] : [now, was];
  if (sense !== "one-of" && sense !== "all-of") return `${name} from ${shownLimit(was)} to ${shownLimit(now)}`;
  const extra = valuesOf(more).filter((value) => !holdsAll(fewer, [value]));
  return `${name} ${sense === "one-of" ? "with" : "without"} ${shownValues(extra)}`;
}

const shownLimit = (limit: Limit | null): string => (limit === null ? "none" : shownValues(valuesOf(limit)));

function shownValues(values: readonly LimitValue[]): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => {
    const text = String(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  });
  const more = values.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown) || "nothing";
}
