import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { problemAt, UsageError } from "../model/problem.js";
import { disk, kindOnDisk } from "../world/disk.js";
import type { FileSystem } from "../model/world.js";

/** Where a run looks: its root, the part of it that is asked for, and the configuration. */
export interface Place {
  /** Absolute. */
  readonly root: string;
  readonly rootName: string;
  readonly tree: FileSystem;
  /** Relative to the root; `""` is everything. */
  readonly scope: readonly string[];
  /** Absolute path of the configuration; null where there is none. */
  readonly configuration: string | null;
  /** Prefix that makes paths below the root open from the reader's folder. */
  readonly pathPrefix: string;
  /** Leads from the top of the repository to the root: what a forge reads is read there. Empty, or ending in `/`. */
  readonly repositoryPrefix: string;
}

const configurationName = "referee.yaml";

/**
 * Finds the root of a run: the folder asked for; the one above it that holds `referee.yaml`, inside the repository;
 * of several paths, the folder that holds them all.
 *
 * @throws UsageError where a path does not exist
 */
export function placeOf(folder: string, paths: readonly string[], configFile: string | undefined): Place {
  const { absolute, common } = pathsAsked(folder, paths);
  const explicit = configFile === undefined ? null : resolve(folder, configFile);
  if (explicit !== null && kindOnDisk(explicit) !== "file") {
    throw new UsageError([
      problemAt("usage", `there is no configuration at ${shownFrom(folder, explicit)}`, "name the file with --config"),
    ]);
  }
  const found = explicit ?? configurationAbove(common);
  const root = explicit !== null || found === null ? common : dirname(found);
  return {
    root,
    rootName: basename(root) || "model",
    tree: disk(root),
    scope: absolute.map((path) => slashed(relative(root, path))),
    configuration: found,
    pathPrefix: prefixFrom(folder, root),
    repositoryPrefix: repositoryPrefixOf(root),
  };
}

/**
 * What is asked for, absolute, and the folder that holds all of it; the folder itself where nothing is named.
 *
 * @throws UsageError where a path does not exist
 */
export function pathsAsked(
  folder: string,
  paths: readonly string[],
): { readonly absolute: readonly string[]; readonly common: string } {
  const absolute = (paths.length === 0 ? ["."] : paths).map((path) => resolve(folder, path));
  const missing = absolute.filter((path) => kindOnDisk(path) === null);
  if (missing.length > 0) {
    throw new UsageError(
      missing.map((path) =>
        problemAt("usage", `there is nothing at ${shownFrom(folder, path)}`, "name a folder or file that exists"),
      ),
    );
  }
  return {
    absolute,
    common: commonFolder(absolute.map((path) => (kindOnDisk(path) === "folder" ? path : dirname(path)))),
  };
}

/** With `/` between segments, whatever the machine writes. */
export const slashed = (path: string): string => path.split(sep).join("/");

const shownFrom = (folder: string, path: string): string => slashed(relative(folder, path)) || ".";

/** Leads from one folder to another; empty, or ending in `/`. */
export function prefixFrom(folder: string, root: string): string {
  const way = slashed(relative(folder, root));
  return way === "" ? "" : `${way}/`;
}

/** From the top of the repository around a folder to it; empty where there is none. */
export function repositoryPrefixOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOnDisk(join(at, ".git")) !== null) return prefixFrom(at, folder);
    if (at === dirname(at)) return "";
  }
}

function commonFolder(folders: readonly string[]): string {
  const [first = ".", ...rest] = folders;
  return rest.reduce((common, folder) => {
    let shared = common;
    while (folder !== shared && !folder.startsWith(shared.endsWith(sep) ? shared : shared + sep))
      shared = dirname(shared);
    return shared;
  }, first);
}

/** `referee.yaml` in a folder or above it, no further than the repository's top. */
function configurationAbove(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, configurationName);
    if (kindOnDisk(path) === "file") return path;
    const atTop = kindOnDisk(join(folder, ".git")) !== null;
    if (atTop || folder === dirname(folder) || !insideRepository(folder)) return null;
  }
}

function insideRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOnDisk(join(at, ".git")) !== null) return true;
    if (at === dirname(at)) return false;
  }
}
