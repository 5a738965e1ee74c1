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
  const relative = below === "" ? ["--no-relative"] : [`--relative=${below}/`];
  const fixed = ["diff", "--name-status", "-z", "-M", `-l${mostRenamesTried}`, "--no-ext-diff", "--no-textconv"];
  const output = git.run([...fixed, ...relative, from, ...(to === null ? [] : [to]), "--"]);
  if (output === null) return null;
  const changed = readNameStatus(decoder.decode(output));
  return [...changed, ...(to === null ? untracked(git, below) : [])].sort((a, b) => (a.path < b.path ? -1 : 1));
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

function untracked(git: Git, below: string): readonly ChangedPath[] {
  const output = git.run(["ls-files", "-z", "--others", "--exclude-standard", "--full-name"]);
  const prefix = below === "" ? "" : `${below}/`;
  return decoder
    .decode(output ?? new Uint8Array())
    .split("\0")
    .filter((path) => path !== "" && path.startsWith(prefix))
    .map((path) => ({ kind: "added", path: path.slice(prefix.length), from: null }));
}
