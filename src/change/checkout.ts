import { relative, resolve, sep } from "node:path";
import { startDifference, startUntracked, type ChangedPath } from "../git/changes.js";
import { findCommit, repositoryAt, standingAt, standingSince, type Standing } from "../git/commit.js";
import { foldersOf } from "../git/folders.js";
import { objectFiles, type ObjectFiles } from "../git/object-files.js";
import { gitIn } from "../git/run.js";
import { gitTree } from "../git/tree.js";
import { UsageError } from "../model/problem.js";
import type { Environment, FileSystem, Git } from "../model/world.js";
import { disk, realFolder } from "../world/disk.js";

/** The repository that a run stands in. */
export interface Checkout {
  readonly git: Git;
  /** Absolute. */
  readonly top: string;
  /** The folder that is asked for, relative to the top; empty is the top. */
  readonly folder: string;
  /** The objects as the repository's files hold them; null where nobody said where they lie. */
  readonly objects: ObjectFiles | null;
  /** What is checked out, and the commits that it was made of; null where they were not asked for. */
  readonly head: Pick<Standing, "head" | "parents"> | null;
  /** What git is asked from the start, since it takes long; null where no base is known yet. */
  readonly ahead: Ahead | null;
  /** Files that git does not know yet, sought from the start; null where they are sought when they are asked for. */
  readonly untracked: Promise<readonly ChangedPath[] | null> | null;
  /** What git was asked before: a run asks for the same commits and trees again, and each answer costs a process. */
  readonly known: {
    readonly commits: Map<string, string>;
    readonly trees: Map<string, FileSystem>;
    /** Where what is checked out left a base, by the base's digest. */
    readonly forks: Map<string, string>;
  };
}

/** What differs between a commit and the working tree, and the folders of that commit. */
interface Ahead {
  readonly from: string;
  readonly changed: Promise<readonly ChangedPath[] | null>;
  readonly folders: Promise<Uint8Array | null>;
}

function startAhead(git: Git, from: string): Ahead | null {
  const changed = startDifference(git, from);
  const folders = git.start?.(foldersOf(from));
  return changed === null || folders === undefined ? null : { from, changed, folders };
}

/**
 * The repository around a folder of a workflow; null where there is none.
 *
 * @param base the whole digest of a commit that the working tree will be compared with; null where none is known
 */
export function checkoutAt(folder: string, environment: Environment, base: string | null): Checkout | null {
  const git = gitIn({ folder, environment, trusted: true });
  const ahead = base === null ? null : startAhead(git, base);
  const untracked = base === null ? null : startUntracked(git);
  const standing = base === null ? null : standingAt(git, base);
  const top = standing?.top ?? repositoryAt(git)?.top ?? null;
  if (top === null) return null;
  const commits =
    standing === null
      ? []
      : ([
          ["HEAD", standing.head],
          [standing.base, standing.base],
        ] as const);
  return {
    git,
    ...placed(folder, top),
    objects: standing === null ? null : objectFiles(disk(resolve(folder, standing.objects))),
    head: standing,
    ahead,
    untracked,
    known: { commits: new Map(commits), trees: new Map(), forks: new Map() },
  };
}

/** A change at somebody's desk: what is checked out, with what is not committed yet. */
export interface ChangeHere {
  readonly checkout: Checkout;
  /** Digest of the commit that the change would be merged into. */
  readonly base: string;
  /** The newest commit that it shares with the base; null where there is none, or where a shallow clone ends before it. */
  readonly from: string | null;
}

/**
 * The change that is checked out around a folder; null where git does not tell: no repository, no such base, no commit.
 *
 * @param git runs in the folder
 * @param ref the base, as a person gives it
 * @param untracked files that git does not know yet, sought already
 */
export function changeHere(git: Git, folder: string, ref: string, untracked: Checkout["untracked"]): ChangeHere | null {
  const standing = standingSince(git, ref);
  if (standing === null) return null;
  const { base, from } = standing;
  const commits = [
    ["HEAD", standing.head],
    [ref, base],
    [base, base],
  ] as const;
  const checkout: Checkout = {
    git,
    ahead: from === null ? null : startAhead(git, from),
    untracked,
    ...placed(folder, standing.top),
    objects: objectFiles(disk(resolve(folder, standing.objects))),
    head: { head: standing.head, parents: [] },
    known: { commits: new Map(commits), trees: new Map(), forks: new Map(from === null ? [] : [[base, from]]) },
  };
  return { checkout, base, from };
}

function placed(folder: string, top: string): Pick<Checkout, "top" | "folder"> {
  const whole = realFolder(top);
  return { top: whole, folder: relative(whole, realFolder(folder)).split(sep).join("/") };
}

/** The digest of a commit. @throws UsageError where it is not there */
export function commitNamed({ git, known }: Checkout, ref: string): string {
  const before = known.commits.get(ref);
  if (before !== undefined) return before;
  const found = findCommit(git, ref);
  if (found.kind === "problem") throw new UsageError([found.problem]);
  known.commits.set(ref, found.sha);
  return found.sha;
}

/** A commit's files below a folder. @throws UsageError where they cannot be read */
export function treeAt({ git, objects, known }: Checkout, commit: string, below: string): FileSystem {
  const key = `${commit} ${below}`;
  const before = known.trees.get(key);
  if (before !== undefined) return before;
  const found = gitTree({ git, commit, below, objects });
  if (found.kind === "problem") throw new UsageError([found.problem]);
  known.trees.set(key, found.tree);
  return found.tree;
}
