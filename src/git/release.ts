import type { Git } from "../model/world.js";
import { gitText } from "./commit.js";

/**
 * The newest tag on the way to a commit, which is not the commit's own; null where there is none, or where tags were
 * not fetched.
 */
export const releaseBefore = (git: Git, commit: string): string | null => releaseAt(git, `${commit}^`);

/** The newest tag on the way to a commit, its own included; null as above. */
export function releaseAt(git: Git, commit: string): string | null {
  const tag = gitText(git, ["describe", "--tags", "--abbrev=0", commit]);
  return tag === null || tag === "" ? null : tag;
}

/** True where a commit is the other one or has it among its ancestors; its own parents are known in a shallow clone too. */
export function contains(git: Git, commit: string, other: string): boolean {
  if (git.run(["merge-base", "--is-ancestor", other, commit]) !== null) return true;
  const raw = gitText(git, ["cat-file", "commit", commit]) ?? "";
  const [header = ""] = raw.split("\n\n", 1);
  return header.split("\n").includes(`parent ${other}`);
}
