import type { Value } from "../../model/adapter.js";
import { instantOf } from "../../normalise/instant.js";
import { numeric } from "../../read/shape.js";

/** Seconds since 1970 stay below this for 3000 years; milliseconds pass it in March 1973. */
const firstMilliseconds = 100_000_000_000;

/**
 * ISO 8601 of a moment counted from 1970, in seconds or milliseconds, as a number or its text.
 *
 * @returns null where it is no such count, or 0, which tools write for "never"
 */
export function epochMoment(count: Value | undefined): string | null {
  const moment = numeric(count);
  if (moment === undefined || moment <= 0) return null;
  return instantOf(moment < firstMilliseconds ? Math.round(moment * 1000) : Math.round(moment));
}
