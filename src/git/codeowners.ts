import picomatch from "picomatch";
import type { FileSystem } from "../model/world.js";

/** Where GitHub looks for the file; the first that is there counts. */
const places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

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
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function ownersIn(tree: FileSystem): Owners | null {
  const path = places.find((place) => tree.read(place, 0).kind !== "missing");
  const contents = path === undefined ? null : tree.read(path, largest);
  return contents?.kind === "bytes" ? readOwners(new TextDecoder().decode(contents.bytes)) : null;
}

interface Line {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

/** Reads the text of a CODEOWNERS file. A line that GitHub would not understand is passed over. */
export function readOwners(text: string): Owners {
  const lines = text.split(/\r?\n/).flatMap(readLine);
  const teams = lines.flatMap(({ owners }) => owners.filter((owner) => owner.includes("/")));
  return {
    of: (path) => lines.findLast(({ matches }) => matches(path))?.owners ?? [],
    teams: [...new Set(teams.map((team) => team.slice(1).toLowerCase()))].sort(),
  };
}

function readLine(line: string): readonly Line[] {
  // A blank in a path is written with a backslash; a `#` begins a comment.
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  const [pattern, ...owners] = (comment < 0 ? words : words.slice(0, comment)).map((word) =>
    word.replace(/\\(.)/g, "$1"),
  );
  if (pattern === undefined || /[[\]!]/.test(pattern)) return [];
  if (!owners.every((owner) => owner.includes("@"))) return [];
  return [{ matches: matcherOf(pattern), owners: owners.filter((owner) => owner.startsWith("@")) }];
}

/** As gitignore's patterns, but for `!` and `[ ]`, which GitHub does not know here. */
function matcherOf(pattern: string): (path: string) => boolean {
  const folder = pattern.endsWith("/");
  const bare = pattern.replace(/^\/+/, "").replace(/\/+$/, "");
  const anchored = pattern.startsWith("/") || bare.includes("/");
  const options = { dot: true, nobrace: true, noextglob: true, nonegate: true, nobracket: true };
  const glob = anchored ? bare : `**/${bare}`;
  // A name may be a folder's, whose every file is meant; a last star stands for the files of one folder alone.
  const below = folder || !/\*$/.test(bare) || bare === "*" ? [`${glob}/**`] : [];
  return picomatch([...(folder ? [] : [glob]), ...below], options);
}
