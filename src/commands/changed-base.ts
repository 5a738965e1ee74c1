import { findCommit, isShallow, repositoryAt } from "../git/commit.js";
import { likelyBase, type LikelyBase } from "../git/upstream.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Git } from "../model/world.js";
import { kindOnDisk } from "../world/disk.js";

/** What a change is judged against. */
export interface BaseAsked {
  /** A commit, branch or tag. */
  readonly name: string;
  /** Why it is taken where nobody named one; null where it was named. */
  readonly why: string | null;
}

/** The base that is named, or what the clone tells of it. @throws UsageError where it tells nothing */
export function baseAsked(git: Git, named: string | undefined, folder: string): BaseAsked {
  if (named !== undefined) return { name: named, why: null };
  const likely: LikelyBase | null = likelyBase(git);
  if (likely !== null) return likely;
  if (repositoryAt(git) === null) throw noRepository(folder);
  const message = "nothing here says what the change would be merged into: no upstream, no default branch of a remote";
  const mend = isShallow(git)
    ? "fetch it and name it: git remote set-branches origin main, git fetch --unshallow, --base origin/main"
    : "name it, as in --base main; git remote set-head origin --auto tells the clone its default branch";
  throw new UsageError([problemAt("usage", message, mend)]);
}

const noRepository = (folder: string): UsageError =>
  new UsageError([
    problemAt(
      "git",
      `there is no git repository around ${folder}, so that nothing tells what changed`,
      "run inside a repository, or leave --changed away",
    ),
  ]);

/**
 * Why git does not tell of a change against this base.
 *
 * @param at what a folder of that name would be, absolute
 */
export function noChange(git: Git, base: string, at: string, folder: string): UsageError {
  if (repositoryAt(git) === null) return noRepository(folder);
  const found = findCommit(git, base);
  if (found.kind === "problem") {
    const isFolder = kindOnDisk(at) === "folder";
    const mend = "name a commit, branch or tag that has been fetched; without --changed a folder may be compared with";
    return new UsageError([isFolder ? { ...found.problem, mend } : found.problem]);
  }
  const message = "git does not tell what is checked out";
  return new UsageError([problemAt("git", message, "commit something first, and run inside the working tree")]);
}

/**
 * Says so where a shallow clone ends before the commit at which the change left its base: all that came to the base since
 * would look like a part of it.
 *
 * @throws UsageError in a shallow clone
 */
export function refuseCutOff(git: Git, base: string): void {
  if (!isShallow(git)) return;
  const message = `this shallow clone ends before the change left ${base}`;
  throw new UsageError([problemAt("git", message, "fetch the rest of the history: git fetch --unshallow")]);
}
