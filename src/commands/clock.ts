import { problemAt, UsageError } from "../model/problem.js";
import { readInstant } from "../normalise/instant.js";
import type { CommandWorld } from "./command.js";

/** The clock of a run: the one that is given, else the world's. @throws UsageError where what is given is no time */
export function clockOf(
  written: string | undefined,
  { clock }: CommandWorld,
): { readonly time: number; readonly given: boolean } {
  if (written === undefined) return { time: clock.now(), given: false };
  const instant = readInstant(written);
  if (instant === null)
    throw new UsageError([problemAt("usage", `--now ${written} is no time`, "write it as 2026-11-23T09:00:00Z")]);
  return { time: Date.parse(instant), given: true };
}
