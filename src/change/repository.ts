import { join } from "node:path";
import { changedPaths, knownChanges, type ChangedPath } from "../git/changes.js";
import { findCommit, mergeBase } from "../git/commit.js";
import { foldersCalled } from "../git/folders.js";
import { gitHistory } from "../git/history.js";
import { contains, releaseAt, releaseBefore } from "../git/release.js";
import { noHistory, type History } from "../model/history.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { FileSystem } from "../model/world.js";
import { disk } from "../world/disk.js";
import { commitNamed, treeAt, type Checkout } from "./checkout.js";

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
  if (head === null || stands(checkout, head) || contains(git, "HEAD", head)) return { commit: null, note: null };
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

/**
 * What git tells of the files of what is judged, below a folder.
 *
 * @param untracked files that git does not know, as far as they were sought; null where nobody sought them
 */
export const historyOf = (
  checkout: Checkout | null,
  judged: Judged,
  below: string,
  untracked: readonly ChangedPath[] | null = null,
): History =>
  checkout === null
    ? noHistory("there is no git repository here")
    : gitHistory({
        git: checkout.git,
        commit: judged.commit,
        below,
        ...(untracked === null ? {} : { untracked: untracked.map(({ path }) => path) }),
      });

/** True where a commit is checked out, or what is checked out was made of it. */
const stands = ({ head }: Checkout, commit: string): boolean =>
  head !== null && (head.head === commit || head.parents.includes(commit));

/** Where the change began: the newest commit that it shares with the base, or the base itself. */
export function forkPoint(checkout: Checkout, base: string, { commit }: Judged): string {
  if (commit === null && stands(checkout, base)) return base;
  const known = commit === null ? checkout.known.forks.get(base) : undefined;
  return known ?? mergeBase(checkout.git, base, commit ?? "HEAD") ?? base;
}

/** What a change does to paths, relative to the top. */
export interface Changes {
  readonly paths: readonly ChangedPath[];
  /** Those of the paths that git does not know yet, as far as they were sought; null where they are not told apart. */
  readonly fresh: readonly ChangedPath[] | null;
  /** Files besides that git does not know yet, once they are found; null where they are among the paths. */
  readonly added: (() => Promise<readonly ChangedPath[]>) | null;
}

/**
 * What the change does to paths: of the working tree what git knows, and the rest once it is found.
 *
 * @param mend what to do where git cannot tell
 * @throws UsageError where it cannot
 */
export async function changesSince(
  { git, ahead, untracked }: Checkout,
  from: string,
  { commit }: Judged,
  mend: string,
): Promise<Changes> {
  const told = (changed: readonly ChangedPath[] | null): readonly ChangedPath[] => {
    if (changed !== null) return changed;
    throw new UsageError([problemAt("git", "what the change touches cannot be told", mend)]);
  };
  if (untracked === null || commit !== null)
    return { paths: told(changedPaths(git, from, commit)), fresh: null, added: null };
  const paths = told(ahead?.from === from ? await ahead.changed : knownChanges(git, from));
  // Of most trees git has told by now: nothing is judged twice then.
  const soon = await Promise.race([untracked, new Promise<"sought">((resolve) => setImmediate(resolve, "sought"))]);
  return soon === "sought"
    ? { paths, fresh: [], added: async () => told(await untracked) }
    : { paths: [...paths, ...told(soon)], fresh: told(soon), added: null };
}

/** A commit's tree below a folder, with what git has told meanwhile of the folders that it has. */
export async function withFoldersOf(
  tree: FileSystem,
  { ahead }: Checkout,
  commit: string,
  below: string,
): Promise<FileSystem> {
  const paths = ahead === null || ahead.from !== commit ? null : await ahead.folders;
  return paths === null ? tree : { ...tree, foldersCalled: (names) => foldersCalled(paths, names, below) };
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

/**
 * The newest release before what is judged, as a tag; null where there is none.
 *
 * @param from where a change began of which nothing need be committed yet: what is checked out may be released already;
 *   null where what is checked out is what is judged
 */
export const lastRelease = ({ git, head }: Checkout, { commit }: Judged, from: string | null): string | null =>
  from !== null && head?.head === from ? releaseAt(git, from) : releaseBefore(git, commit ?? "HEAD");

/** Paths below a folder, relative to it. */
export function below(folder: string, paths: readonly string[]): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

/** Files that moved below the root, by their path now. */
export const movedFiles = (changes: readonly ChangedPath[], root: string): ReadonlyMap<string, string> =>
  new Map(
    changes.flatMap(({ kind, path, from }) => {
      const [now, before] = below(root, from === null ? [] : [path, from]);
      return kind === "renamed" && now !== undefined && before !== undefined ? [[now, before] as const] : [];
    }),
  );
