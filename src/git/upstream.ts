import type { Git } from "../model/world.js";
import { gitText } from "./commit.js";

/** What a change would be merged into, as far as the clone tells. */
export interface LikelyBase {
  /** Such as `origin/main`. */
  readonly name: string;
  /** Why it is taken, behind the name. */
  readonly why: string;
}

/**
 * What the checked-out branch would be merged into: the branch that it follows, unless that is its own copy on a remote;
 * else the remote's default branch. Null where the clone tells neither.
 */
export function likelyBase(git: Git): LikelyBase | null {
  const branch = /^refs\/heads\/(.+)$/s.exec(gitText(git, ["symbolic-ref", "--quiet", "HEAD"]) ?? "")?.[1] ?? null;
  const asked = [...(branch === null ? [] : [`refs/heads/${branch}`]), "refs/remotes/*/HEAD"];
  const told = (gitText(git, ["for-each-ref", `--format=${format}`, ...asked]) ?? "").split("\n");
  const own = branch === null ? undefined : told.find((line) => line.startsWith(`refs/heads/${branch}\0`));
  const followed = own === undefined ? null : followedIn(own);
  if (branch !== null && followed !== null && !followed.isGone && followed.branch !== branch)
    return { name: followed.name, why: `which ${branch} follows` };
  const heads = told.flatMap(remoteHeadIn);
  const wanted = heads.find(({ remote }) => remote === (followed?.remote ?? "origin"));
  const head = wanted ?? (heads.length === 1 ? heads[0] : undefined);
  return head === undefined ? null : { name: head.name, why: `the default branch of ${head.remote}` };
}

const format = "%(refname)%00%(symref)%00%(upstream)%00%(upstream:remotename)%00%(upstream:track)";

/** The default branch of a remote, as far as the clone knows it. */
function remoteHeadIn(line: string): readonly { readonly remote: string; readonly name: string }[] {
  const [refname = "", symref = ""] = line.split("\0");
  const remote = /^refs\/remotes\/(.+)\/HEAD$/.exec(refname)?.[1];
  if (remote === undefined || !symref.startsWith(`refs/remotes/${remote}/`)) return [];
  return [{ remote, name: symref.slice("refs/remotes/".length) }];
}

interface Followed {
  readonly name: string;
  /** Without its remote. */
  readonly branch: string;
  /** Null for a branch of the clone itself. */
  readonly remote: string | null;
  readonly isGone: boolean;
}

function followedIn(line: string): Followed | null {
  const [, , upstream = "", remote = "", track] = line.split("\0");
  const isGone = track === "[gone]";
  const own = /^refs\/heads\/(.+)$/s.exec(upstream)?.[1];
  if (own !== undefined) return { name: own, branch: own, remote: null, isGone };
  const there = `refs/remotes/${remote}/`;
  if (remote === "" || !upstream.startsWith(there)) return null;
  return { name: `${remote}/${upstream.slice(there.length)}`, branch: upstream.slice(there.length), remote, isGone };
}

/** Arguments with which git tells where a clone comes from. */
export const originOf = ["config", "--get", "remote.origin.url"] as const;

/** The name of a repository by its address; null where it has none. */
export function repositoryName(address: string): string | null {
  const last = address
    .trim()
    .split(/[/\\:]/)
    .filter((segment) => segment !== "")
    .at(-1);
  return last?.replace(/\.git$/, "") || null;
}
