import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { changedPaths, type ChangedPath } from "../git/changes.js";
import { gitHistory } from "../git/history.js";
import { findCommit, mergeBase, repositoryAt } from "../git/commit.js";
import { contains, releaseBefore } from "../git/release.js";
import { gitIn } from "../git/run.js";
import { gitTree } from "../git/tree.js";
import { noHistory, type History } from "../model/history.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Environment, FileSystem, Git } from "../model/world.js";
import { disk } from "../world/disk.js";

/** The repository that a run stands in. */
export interface Checkout {
  readonly git: Git;
  /** Absolute. */
  readonly top: string;
  /** The folder that is asked for, relative to the top; empty is the top. */
  readonly folder: string;
  /** What git was asked before: a run asks for the same commits and trees again, and each answer costs a process. */
  readonly known: { readonly commits: Map<string, string>; readonly trees: Map<string, FileSystem> };
}

/** The repository around a folder; null where there is none. */
export function checkoutAt(folder: string, environment: Environment): Checkout | null {
  const git = gitIn({ folder, environment, trusted: true });
  const found = repositoryAt(git);
  if (found === null) return null;
  const top = realpathSync(found.top);
  const known = { commits: new Map<string, string>(), trees: new Map<string, FileSystem>() };
  return { git, top, folder: relative(top, realpathSync(folder)).split(sep).join("/"), known };
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
export function treeAt({ git, known }: Checkout, commit: string, below: string): FileSystem {
  const key = `${commit} ${below}`;
  const before = known.trees.get(key);
  if (before !== undefined) return before;
  const found = gitTree({ git, commit, below });
  if (found.kind === "problem") throw new UsageError([found.problem]);
  known.trees.set(key, found.tree);
  return found.tree;
}

/** What is judged: the working tree, or a commit where the working tree is not the change's. */
export interface Judged {
  /** Null for the working tree. */
  readonly commit: string | null;
  readonly note: string | null;
}

/**
 * Finds the files of a change. The working tree has them where the head, or GitHub's merge of it, is checked out; a
 * workflow that has checked out something else, as one on `pull_request_target` does, has them in git's objects.
 *
 * @param branch the base's branch, as the runner names it; null where it does not
 * @throws UsageError where the change's files are nowhere: the base must never be judged in its place
 */
export function judgedFiles(checkout: Checkout, head: string | null, base: string, branch: string | null): Judged {
  const { git } = checkout;
  if (head === null || contains(git, "HEAD", head)) return { commit: null, note: null };
  if (findCommit(git, head).kind === "commit") {
    const note = `The working tree is not the change's: its files are read from commit ${head.slice(0, 7)}.`;
    return { commit: head, note };
  }
  const onBranch = branch === null ? null : findCommit(git, `refs/remotes/origin/${branch}`);
  const behind = onBranch?.kind === "commit" && git.run(["merge-base", "--is-ancestor", "HEAD", onBranch.sha]) !== null;
  if (behind || commitNamed(checkout, "HEAD") === base) {
    const message = `the checkout has the base, and not the change's commit ${head.slice(0, 7)}`;
    const mend =
      "run on `pull_request` with actions/checkout as it is, or fetch the commit: `git fetch origin refs/pull/<number>/head`";
    throw new UsageError([problemAt("git", message, mend)]);
  }
  return { commit: null, note: `The checkout does not know the change's commit ${head.slice(0, 7)}.` };
}

/** The files below a folder of what is judged. */
export const judgedTree = (checkout: Checkout, { commit }: Judged, below: string): FileSystem =>
  commit === null ? disk(join(checkout.top, below)) : treeAt(checkout, commit, below);

/** What git tells of the files of what is judged, below a folder. */
export const historyOf = (checkout: Checkout | null, judged: Judged, below: string): History =>
  checkout === null
    ? noHistory("there is no git repository here")
    : gitHistory({ git: checkout.git, commit: judged.commit, below });

/** Where the change began: the newest commit that it shares with the base, or the base itself. */
export const forkPoint = ({ git }: Checkout, base: string, { commit }: Judged): string =>
  mergeBase(git, base, commit ?? "HEAD") ?? base;

/** What the change does to paths, relative to the top. @throws UsageError where git cannot tell */
export function changesSince({ git }: Checkout, from: string, { commit }: Judged): readonly ChangedPath[] {
  const changed = changedPaths(git, from, commit);
  if (changed !== null) return changed;
  const mend = "set `fetch-depth: 0` on actions/checkout";
  throw new UsageError([problemAt("git", "what the change touches cannot be told", mend)]);
}

/** Paths that changes touch, old names included. */
export const touchedBy = (changes: readonly ChangedPath[]): readonly string[] =>
  changes.flatMap(({ path, from }) => (from === null ? [path] : [path, from]));

/**
 * The files of a commit that an event names: the working tree where that is checked out, else git's objects.
 *
 * @throws UsageError where the commit is not there: another must not be judged in its place
 */
export function filesOf(checkout: Checkout, commit: string): Judged {
  if (commitNamed(checkout, "HEAD") === commit) return { commit: null, note: null };
  const named = commitNamed(checkout, commit);
  return { commit: named, note: `Not what is checked out is judged, but commit ${named.slice(0, 7)} of the event.` };
}

/** The newest release before what is judged, as a tag; null where there is none. */
export const lastRelease = ({ git }: Checkout, { commit }: Judged): string | null =>
  releaseBefore(git, commit ?? "HEAD");

/** Paths below a folder, relative to it. */
export function below(folder: string, paths: readonly string[]): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}
