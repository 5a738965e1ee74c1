import { resolve } from "node:path";
import { factsCache, type FactsCache } from "../cache/facts-cache.js";
import { cacheFolder } from "../world/cache-folder.js";
import { isGated, type ForgeEvent } from "./event.js";
import type { ActionInputs } from "./inputs.js";

export interface KeptFacts {
  /** Null where nothing is kept. */
  readonly facts: FactsCache | null;
  /** Why what is asked for is not used; null where it is, or nothing is asked for. */
  readonly note: string | null;
}

/**
 * The facts that earlier runs kept. A change neither reads nor writes them: whoever brings it may run workflows of their
 * own, and what those leave in a cache must never speak for the change, nor reach the default branch.
 */
export function keptFacts(
  { cache }: ActionInputs,
  { name, fromFork }: ForgeEvent,
  workspace: string,
  version: string,
): KeptFacts {
  if (cache === null) return { facts: null, note: null };
  if (isGated(name) || fromFork)
    return { facts: null, note: "The cache is left alone: a change is read from its own evidence." };
  return {
    facts: factsCache(cacheFolder(resolve(workspace, cache)), version),
    note: null,
  };
}
