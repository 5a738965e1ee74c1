import { resolve } from "node:path";
import { factsCache, type FactsCache } from "../cache/facts-cache.js";
import type { Configuration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import { stagesOf } from "../prepare/prepared.js";
import { cacheFolder } from "../world/cache-folder.js";
import { nearestOf, type CommandArguments, type CommandWorld } from "./command.js";

/** The facts that `--cache` keeps; null where it is not asked for. */
export const factsKeptIn = (folder: string | undefined, world: CommandWorld): FactsCache | null =>
  folder === undefined ? null : factsCache(cacheFolder(resolve(world.folder, folder)), world.version);

/** True where the report is more than a glance at a terminal. */
export const isKept = (args: CommandArguments): boolean =>
  (args.text("format") ?? "terminal") !== "terminal" || args.text("output") !== undefined || args.flag("verbose");

/** @throws UsageError where there is no such stage */
export function stageOf(name: string | undefined, configuration: Configuration): string | null {
  const stages = stagesOf(configuration);
  if (name === undefined || stages.includes(name)) return name ?? null;
  const nearest = nearestOf(name, stages);
  const mend = nearest === undefined ? `the stages are ${stages.join(", ")}` : `did you mean ${nearest}?`;
  throw new UsageError([problemAt("usage", `there is no stage ${name}`, mend)]);
}

/** Tells of long work at a terminal. */
export const progressTo =
  ({ err }: CommandWorld) =>
  (done: number, all: number): void => {
    if (!err.isTerminal || all < 200) return;
    if (done % 100 === 0) err.write(`\r${done} of ${all} models`);
    if (done === all - 1) err.write(`\r${" ".repeat(30)}\r`);
  };
