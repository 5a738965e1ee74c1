import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { inspectFacts } from "../src/commands/inspect-facts.js";
import { defaultConfiguration, type Configuration } from "../src/model/configuration.js";
import type { Fact, FactKind, FactOf } from "../src/model/fact.js";
import { survey } from "../src/survey.js";
import { disk } from "../src/world/disk.js";
import { memory } from "../src/world/memory.js";
import type { FileSystem } from "../src/model/world.js";

async function factsOf(
  tree: FileSystem,
  scope: readonly string[],
  configuration: Configuration,
): Promise<readonly Fact[]> {
  const surveyed = await survey({
    tree,
    rootName: "repository",
    configuration,
    scope,
    modelFiles: true,
    formats: "all",
  });
  const facts: Fact[] = [];
  for await (const ofFile of inspectFacts(surveyed)) facts.push(...ofFile);
  return facts;
}

/** All facts that the real pipeline reads from a file or folder on disk; paths are relative to its folder. */
export async function readEvidence(
  path: string,
  configuration: Configuration = defaultConfiguration,
): Promise<readonly Fact[]> {
  const absolute = resolve(path);
  if (statSync(absolute).isDirectory()) return factsOf(disk(absolute), [""], configuration);
  return factsOf(disk(dirname(absolute)), [basename(absolute)], configuration);
}

/** All facts that the real pipeline reads from files held in memory. */
export const readFiles = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  configuration: Configuration = defaultConfiguration,
): Promise<readonly Fact[]> => factsOf(memory(files, "repository"), [""], configuration);

/** The facts of one kind. */
export const ofKind = <K extends FactKind>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] =>
  facts.filter((fact) => fact.kind === kind) as readonly unknown[] as readonly FactOf<K>[];
