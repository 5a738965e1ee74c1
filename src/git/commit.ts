import { problemAt, type Problem } from "../model/problem.js";
import type { Git } from "../model/world.js";

const decoder = new TextDecoder();

/** Output of git as text, without the line end; null where git fails. */
export function gitText(git: Git, args: readonly string[], input?: string): string | null {
  const output = git.run(args, input);
  return output === null ? null : decoder.decode(output).replace(/\r?\n$/, "");
}

export type FoundCommit =
  { readonly kind: "commit"; readonly sha: string } | { readonly kind: "problem"; readonly problem: Problem };

/**
 * The commit that a branch, tag or digest names.
 *
 * @param ref as a person or an event gives it; what begins with `-` is no name and is refused
 */
export function findCommit(git: Git, ref: string): FoundCommit {
  const sha = isPlain(ref) ? gitText(git, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]) : null;
  if (sha !== null && /^[0-9a-f]{40,64}$/.test(sha)) return { kind: "commit", sha };
  return { kind: "problem", problem: commitNotThere(git, ref) };
}

const isPlain = (ref: string): boolean => ref !== "" && !ref.startsWith("-") && !/[\s\0]/.test(ref);

function commitNotThere(git: Git, ref: string): Problem {
  if (gitText(git, ["rev-parse", "--git-dir"]) === null) {
    return problemAt("git", `no git repository is here, so that ${ref} cannot be read`, "run inside a git repository");
  }
  if (isShallow(git)) {
    return problemAt(
      "git",
      `${ref} is not in this shallow clone`,
      "fetch the whole history: `git fetch --unshallow`, or give actions/checkout `with: { fetch-depth: 0 }`",
    );
  }
  return problemAt("git", `git knows no commit ${ref}`, "name a commit, branch or tag that has been fetched");
}

/** True where the clone has only the newest part of the history. */
export const isShallow = (git: Git): boolean => gitText(git, ["rev-parse", "--is-shallow-repository"]) === "true";

/** The newest commit that both have; null where there is none, or where a shallow clone does not reach it. */
export function mergeBase(git: Git, one: string, other: string): string | null {
  const sha = gitText(git, ["merge-base", one, other]);
  return sha === null || sha === "" ? null : (sha.split("\n")[0] ?? null);
}

/** A repository, and the commits that a run begins with, as one process tells them. */
export interface Standing {
  readonly top: string;
  /** Folder of the objects, absolute or relative to where git runs. */
  readonly objects: string;
  readonly base: string;
  readonly head: string;
  /** Commits that the head was made of; those that a shallow clone does not have are missing. */
  readonly parents: readonly string[];
}

/**
 * Where git runs, and which commits a run begins with; null where it has no such base or no head, or is not to be told
 * apart.
 *
 * @param base a whole digest
 */
export function standingAt(git: Git, base: string): Standing | null {
  const asked = ["--show-toplevel", "--git-path", "objects", `${base}^{commit}`, "HEAD^{commit}", "HEAD^@"];
  const [top = "", objects = "", ...commits] = (gitText(git, ["rev-parse", ...asked]) ?? "").split("\n");
  const [own, head, ...parents] = commits;
  // A path may hold a line end.
  if (own === undefined || head === undefined || !commits.every((commit) => /^[0-9a-f]{40,64}$/.test(commit)))
    return null;
  return { top, objects, base: own, head, parents };
}

/** The same where the base is named, and where the head left it. */
export interface StandingChange extends Omit<Standing, "parents"> {
  /** The newest commit that both have; null where there is none, or where a shallow clone does not reach it. */
  readonly from: string | null;
}

/**
 * Where git runs, and where what is checked out left a base, as one process tells; null where it has no such base or no
 * head, or is not to be told apart.
 *
 * @param ref as a person gives it
 */
export function standingSince(git: Git, ref: string): StandingChange | null {
  if (!isPlain(ref)) return null;
  const asked = ["--show-toplevel", "--git-path", "objects", `${ref}^{commit}...HEAD`];
  const [top = "", objects = "", ...commits] = (gitText(git, ["rev-parse", ...asked]) ?? "").split("\n");
  const [head, base, from = null] = commits;
  if (head === undefined || base === undefined || !commits.every((commit) => /^\^?[0-9a-f]{40,64}$/.test(commit)))
    return null;
  return { top, objects, base, head, from: from === null ? null : from.slice(1) };
}

/** Where the repository begins, and the path from there to the folder that git runs in: empty, or ending in `/`. */
export function repositoryAt(git: Git): { readonly top: string; readonly prefix: string } | null {
  // One process for both; a path that holds a line end needs two.
  const both = gitText(git, ["rev-parse", "--show-toplevel", "--show-prefix"]);
  const [top, prefix, ...more] = (both ?? "").split("\n");
  if (top === undefined || top === "") return null;
  if (more.length === 0) return { top, prefix: prefix ?? "" };
  const alone = gitText(git, ["rev-parse", "--show-toplevel"]);
  const below = gitText(git, ["rev-parse", "--show-prefix"]);
  return alone === null || below === null ? null : { top: alone, prefix: below };
}
