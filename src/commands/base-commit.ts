import { repositoryAt } from "../git/commit.js";
import { gitIn } from "../git/run.js";
import { gitTree } from "../git/tree.js";
import type { OtherTree } from "../judge/request.js";
import { defaultConfiguration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Environment } from "../model/world.js";
import { configurationOfTree } from "../prepare/prepared.js";

/**
 * A commit's files below the checked root.
 *
 * @param trusted true where the checkout is judged although another user owns it, as in a runner's container
 * @throws UsageError where git or the commit is not there
 */
export function treeOfCommit(ref: string, root: string, environment: Environment, trusted = false): OtherTree {
  const git = gitIn({ folder: root, environment, trusted });
  const repository = repositoryAt(git);
  if (repository === null) {
    throw new UsageError([
      problemAt(
        "git",
        `${ref} is no folder, and ${root} is in no git repository`,
        "name a folder, or run inside a repository",
      ),
    ]);
  }
  const below = repository.prefix.replace(/\/$/, "");
  const found = gitTree({ git, commit: ref, below });
  if (found.kind === "problem") throw new UsageError([found.problem]);
  return {
    tree: found.tree,
    label: `${ref} (${found.commit.slice(0, 7)})`,
    configuration: configurationOfTree(found.tree) ?? defaultConfiguration,
    commit: found.commit,
  };
}
