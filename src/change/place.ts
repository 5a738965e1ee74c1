import { posix } from "node:path";
import type { FileSystem } from "../model/world.js";

const configurationName = "referee.yaml";

/** Where a run looks, in the repository. */
export interface RunPlace {
  /** Folder relative to the top of the repository, without slashes at its ends; empty is the top. */
  readonly root: string;
  /** The configuration relative to the root; null where there is none. */
  readonly configuration: string | null;
}

/**
 * Finds the root of a run in a tree of the whole repository: the folder that is asked for, or the one above it that
 * holds `referee.yaml`.
 *
 * @param folder relative to the top of the repository
 * @param named a configuration by its path relative to `folder`; it does not move the root
 */
export function placeIn(whole: FileSystem, folder: string, named: string | null): RunPlace {
  if (named !== null) {
    const there = isFile(whole, posix.join(folder, named));
    return { root: folder, configuration: there ? posix.normalize(named) : null };
  }
  for (let at = folder; ; at = parentOf(at)) {
    if (isFile(whole, posix.join(at, configurationName))) return { root: at, configuration: configurationName };
    if (at === "") return { root: folder, configuration: null };
  }
}

/** True where something is there that claims to be the file, be it readable or not. */
export const isFile = (tree: FileSystem, path: string): boolean => tree.read(path, 0).kind !== "missing";

const parentOf = (folder: string): string => folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
