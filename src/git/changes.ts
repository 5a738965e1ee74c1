import type { Git } from "../model/world.js";

export type ChangeKind = "added" | "removed" | "modified" | "renamed" | "copied";

export interface ChangedPath {
  readonly kind: ChangeKind;
  /** Relative to the folder that was asked about. */
  readonly path: string;
  /** The path before, for `renamed` and `copied`. */
  readonly from: string | null;
}

const decoder = new TextDecoder();

const kinds: Readonly<Record<string, ChangeKind>> = {
  A: "added",
  D: "removed",
  M: "modified",
  T: "modified",
  R: "renamed",
  C: "copied",
};

/** Renames are looked for among as many files as this; beyond it only files moved unchanged are told. */
const mostRenamesTried = 5000;

/**
 * Paths that differ between two commits, in path order; null where git fails.
 *
 * @param to a commit, or null for the working tree, with the files beneath git's own folder that it does not know yet
 * @param below folder relative to the top of the repository, without a slash at its end; empty is everything
 */
export function changedPaths(git: Git, from: string, to: string | null, below = ""): readonly ChangedPath[] | null {
  const changed = git.run(difference(from, to, below));
  return inPathOrder(changed, to === null ? git.run(untracked) : none, below);
}

/** Begins to look for what differs between a commit and the working tree, as far as git knows its files. */
export const startDifference = (git: Git, from: string): Promise<readonly ChangedPath[] | null> | null =>
  git.start?.(difference(from, null, "")).then((output) => inPathOrder(output, none, "")) ?? null;

/** Begins to look for files that git does not know yet, which takes it longest; null where nothing runs beside. */
export const startUntracked = (git: Git): Promise<readonly ChangedPath[] | null> | null =>
  git.start?.(untracked).then((output) => inPathOrder(none, output, "")) ?? null;

/** What differs between a commit and the working tree, as far as git knows its files; null where git fails. */
export const knownChanges = (git: Git, from: string): readonly ChangedPath[] | null =>
  inPathOrder(git.run(difference(from, null, "")), none, "");

const difference = (from: string, to: string | null, below: string): readonly string[] => [
  ...["diff", "--name-status", "-z", "-M", `-l${mostRenamesTried}`, "--no-ext-diff", "--no-textconv"],
  ...(below === "" ? ["--no-relative"] : [`--relative=${below}/`]),
  ...[from, ...(to === null ? [] : [to]), "--"],
];

const untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--full-name"];

const none = new Uint8Array();

/** Null where either is not told: what nobody knows to be touched would not be judged. */
function inPathOrder(
  changed: Uint8Array | null,
  added: Uint8Array | null,
  below: string,
): readonly ChangedPath[] | null {
  if (changed === null || added === null) return null;
  const all = [...readNameStatus(decoder.decode(changed)), ...readAdded(added, below)];
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The form of `git diff --name-status -z`: status, path, and for renames and copies the new path after the old. */
function readNameStatus(text: string): readonly ChangedPath[] {
  const parts = text.split("\0");
  const changed: ChangedPath[] = [];
  for (let index = 0; index + 1 < parts.length;) {
    const kind = kinds[parts[index]?.slice(0, 1) ?? ""] ?? "modified";
    const first = parts[index + 1] ?? "";
    const moved = kind === "renamed" || kind === "copied";
    changed.push(moved ? { kind, path: parts[index + 2] ?? "", from: first } : { kind, path: first, from: null });
    index += moved ? 3 : 2;
  }
  return changed;
}

function readAdded(paths: Uint8Array, below: string): readonly ChangedPath[] {
  const prefix = below === "" ? "" : `${below}/`;
  return decoder
    .decode(paths)
    .split("\0")
    .filter((path) => path !== "" && path.startsWith(prefix))
    .map((path) => ({ kind: "added", path: path.slice(prefix.length), from: null }));
}
