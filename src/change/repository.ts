import { join, relative, resolve, sep } from "node:path";
import { changedPaths, startChangedPaths, type ChangedPath, type StartedChanges } from "../git/changes.js";
import { findCommit, mergeBase, repositoryAt, standingAt, type Standing } from "../git/commit.js";
import { foldersCalled, foldersOf } from "../git/folders.js";
import { gitHistory } from "../git/history.js";
import { objectFiles, type ObjectFiles } from "../git/object-files.js";
import { contains, releaseBefore } from "../git/release.js";
import { gitIn } from "../git/run.js";
import { gitTree } from "../git/tree.js";
import { noHistory, type History } from "../model/history.js";
import { problemAt, UsageError } from "../model/problem.js";
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
  /** What git was asked before: a run asks for the same commits and trees again, and each answer costs a process. */
  readonly known: { readonly commits: Map<string, string>; readonly trees: Map<string, FileSystem> };
}

interface Ahead {
  readonly base: string;
  readonly changes: StartedChanges;
  readonly folders: Promise<Uint8Array | null>;
}

/**
 * The repository around a folder; null where there is none.
 *
 * @param base the whole digest of a commit that the working tree will be compared with; null where none is known
 */
export function checkoutAt(folder: string, environment: Environment, base: string | null): Checkout | null {
  const git = gitIn({ folder, environment, trusted: true });
  const changes = base === null ? null : startChangedPaths(git, base);
  const folders = base === null ? undefined : git.start?.(foldersOf(base));
  const standing = base === null ? null : standingAt(git, base);
  const top = standing?.top ?? repositoryAt(git)?.top ?? null;
  if (top === null) return null;
  const whole = realFolder(top);
  const commits = new Map(
    standing === null
      ? []
      : ([
          ["HEAD", standing.head],
          [standing.base, standing.base],
        ] as const),
  );
  return {
    git,
    top: whole,
    folder: relative(whole, realFolder(folder)).split(sep).join("/"),
    objects: standing === null ? null : objectFiles(disk(resolve(folder, standing.objects))),
    head: standing,
    ahead: base === null || changes === null || folders === undefined ? null : { base, changes, folders },
    known: { commits, trees: new Map() },
  };
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

/** What git tells of the files of what is judged, below a folder. */
export const historyOf = (checkout: Checkout | null, judged: Judged, below: string): History =>
  checkout === null
    ? noHistory("there is no git repository here")
    : gitHistory({ git: checkout.git, commit: judged.commit, below });

/** True where a commit is checked out, or what is checked out was made of it. */
const stands = ({ head }: Checkout, commit: string): boolean =>
  head !== null && (head.head === commit || head.parents.includes(commit));

/** Where the change began: the newest commit that it shares with the base, or the base itself. */
export function forkPoint(checkout: Checkout, base: string, { commit }: Judged): string {
  if (commit === null && stands(checkout, base)) return base;
  return mergeBase(checkout.git, base, commit ?? "HEAD") ?? base;
}

/** What a change does to paths, relative to the top. */
export interface Changes {
  readonly paths: readonly ChangedPath[];
  /** Files besides that git does not know yet, or that it cannot tell; null where they are among the paths. */
  readonly added: Promise<readonly ChangedPath[] | null> | null;
}

/** What the change does to paths: of the working tree what git knows, and the rest once it is found. @throws UsageError */
export async function changesSince({ git, ahead }: Checkout, from: string, { commit }: Judged): Promise<Changes> {
  if (ahead === null || ahead.base !== from || commit !== null)
    return { paths: told(changedPaths(git, from, commit)), added: null };
  return { paths: told(await ahead.changes.changed), added: ahead.changes.added };
}

/** What git told of a change. @throws UsageError where it could not */
export function told(changed: readonly ChangedPath[] | null): readonly ChangedPath[] {
  if (changed !== null) return changed;
  const mend = "set `fetch-depth: 0` on actions/checkout";
  throw new UsageError([problemAt("git", "what the change touches cannot be told", mend)]);
}

/** A commit's tree below a folder, with what git has told meanwhile of the folders that it has. */
export async function withFoldersOf(
  tree: FileSystem,
  { ahead }: Checkout,
  commit: string,
  below: string,
): Promise<FileSystem> {
  const paths = ahead === null || ahead.base !== commit ? null : await ahead.folders;
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

/** The newest release before what is judged, as a tag; null where there is none. */
export const lastRelease = ({ git }: Checkout, { commit }: Judged): string | null =>
  releaseBefore(git, commit ?? "HEAD");

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
