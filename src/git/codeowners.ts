import type { FileSystem } from "../model/world.js";
import { ownerFiles, ownerLineOf, ownerLines } from "../normalise/code-owners.js";

/** GitHub passes over a larger file as a whole, in bytes. */
const largest = 3 * 1024 * 1024;

export interface Owners {
  /** `@login` and `@org/team`, in the file's order; an empty list where a path has none. */
  of(path: string): readonly string[];
  /** `org/team`, in small letters. */
  readonly teams: readonly string[];
}

/**
 * The owners that a tree's CODEOWNERS names, the last line that matches a path counting; null where there is no file that
 * GitHub would heed.
 *
 * @param tree of the whole repository, at the base: a change does not choose who reviews it
 */
export function ownersIn(tree: FileSystem): Owners | null {
  const path = ownerFiles.find((place) => tree.read(place, 0).kind !== "missing");
  const contents = path === undefined ? null : tree.read(path, largest);
  return contents?.kind === "bytes" ? readOwners(new TextDecoder().decode(contents.bytes)) : null;
}

/** Reads the text of a CODEOWNERS file. A line that GitHub would not understand is passed over. */
export function readOwners(text: string): Owners {
  const lines = ownerLines(text).map(({ pattern, owners }) => ({
    pattern,
    owners: owners.filter((owner) => owner.startsWith("@")),
  }));
  const teams = lines.flatMap(({ owners }) => owners.filter((owner) => owner.includes("/")));
  return {
    of: (path) => ownerLineOf(lines, path)?.owners ?? [],
    teams: [...new Set(teams.map((team) => team.slice(1).toLowerCase()))].sort(),
  };
}
