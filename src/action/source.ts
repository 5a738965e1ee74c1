import { relative, sep } from "node:path";
import { realpathSync } from "node:fs";
import { changedPaths } from "../git/changes.js";
import { isShallow } from "../git/commit.js";
import { gitIn } from "../git/run.js";
import { gitTree } from "../git/tree.js";
import type { OtherTree } from "../judge.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Environment, FileSystem, Git } from "../model/world.js";
import { configurationOfTree, preparedFrom, type Prepared } from "../commands/prepare.js";
import { policyFilesOf } from "../policy/files.js";
import { disk } from "../world/disk.js";
import type { ActionInputs } from "./inputs.js";

/** What judges, and what is judged: on a pull request the base's policies and the head's evidence. */
export interface JudgingSource extends Prepared {
  readonly tree: FileSystem;
  readonly base: OtherTree | null;
  readonly policiesFrom: "working-tree" | "base";
  readonly touched: ReadonlySet<string> | null;
  readonly topRelative: string;
}

/**
 * Finds what a run judges by. With a base commit, configuration, policies and waivers come from its objects, so that a
 * change cannot weaken what judges it; only where the base has none at all, the head's are used, and that is said.
 *
 * @param root absolute folder that is judged
 * @throws UsageError where the base cannot be read, or what judges is wrong
 */
export function judgingSource(
  root: string,
  baseCommit: string | null,
  inputs: ActionInputs,
  environment: Environment,
  now: number,
): JudgingSource {
  const tree = disk(root);
  const git = gitIn({ folder: root, environment, trusted: true });
  const topRelative = belowTop(root, git);
  if (baseCommit === null) {
    const prepared = preparedOf(tree, inputs, now, []);
    return { ...prepared, tree, base: null, policiesFrom: "working-tree", touched: null, topRelative };
  }
  const found = gitTree({ git, commit: baseCommit, below: topRelative });
  if (found.kind === "problem") {
    const hint = isShallow(git)
      ? "the checkout is shallow: set `fetch-depth: 0` on actions/checkout"
      : found.problem.mend;
    throw new UsageError([{ ...found.problem, mend: hint }]);
  }
  const changed = changedPaths(git, found.commit, null, topRelative);
  if (changed === null)
    throw new UsageError([
      problemAt("git", "what the change touches cannot be told", "set `fetch-depth: 0` on actions/checkout"),
    ]);
  return fromBase(
    tree,
    found.tree,
    found.commit,
    changed.flatMap(({ path, from }) => (from === null ? [path] : [path, from])),
    inputs,
    now,
    topRelative,
  );
}

function fromBase(
  tree: FileSystem,
  baseTree: FileSystem,
  commit: string,
  changed: readonly string[],
  inputs: ActionInputs,
  now: number,
  topRelative: string,
): JudgingSource {
  const configFile = inputs.config ?? "referee.yaml";
  const adopting =
    policyFilesOf(baseTree).read(configFile).kind === "missing" &&
    !inputs.policies.some((path) => !path.startsWith("referee:") && policyFilesOf(baseTree).read(path).kind === "text");
  const hasOwn = adopting && policyFilesOf(tree).read(configFile).kind === "text";
  const notes = hasOwn
    ? [`The base has no ${configFile} yet: for this first time the change's own policies judge it.`]
    : [];
  const from = hasOwn ? tree : baseTree;
  const prepared = preparedOf(from, inputs, now, notes);
  const own = new Set([configFile, ...prepared.policies.map(({ path }) => path), ...prepared.configuration.waivers]);
  const edited = changed.filter((path) => own.has(path));
  const configuration: Configuration = configurationOfTree(baseTree, configFile) ?? defaultConfiguration;
  const editedNote =
    edited.length === 0 || hasOwn
      ? []
      : [`The change edits ${edited.join(", ")}; it is judged by the base's, and every model is judged.`];
  const workflow = changed.filter((path) => path.startsWith(".github/workflows/"));
  const workflowNote =
    workflow.length === 0
      ? []
      : [
          `The change edits ${workflow.slice(0, 3).join(", ")}, which may call this gate: only a ruleset that requires the workflow guards that.`,
        ];
  return {
    ...prepared,
    notes: [...prepared.notes, ...editedNote, ...workflowNote],
    tree,
    base: { tree: baseTree, label: commit.slice(0, 7), configuration },
    policiesFrom: hasOwn ? "working-tree" : "base",
    touched: edited.length > 0 || hasOwn ? null : new Set(changed),
    topRelative,
  };
}

function preparedOf(from: FileSystem, inputs: ActionInputs, now: number, notes: readonly string[]): Prepared {
  const configuration = configurationOfTree(from, inputs.config ?? "referee.yaml") ?? defaultConfiguration;
  const files = policyFilesOf(from);
  const references = inputs.policies.length > 0 ? inputs.policies : configuration.policies;
  const prepared = preparedFrom(configuration, references, files, files, now, configuration.path === null);
  return { ...prepared, notes: [...prepared.notes, ...notes] };
}

/** The checked folder relative to the top of its repository; empty for the top, or where there is no repository. */
function belowTop(root: string, git: Git): string {
  const top = git.run(["rev-parse", "--show-toplevel"]);
  if (top === null) return "";
  const folder = Buffer.from(top).toString("utf8").trim();
  try {
    return relative(realpathSync(folder), realpathSync(root)).split(sep).join("/");
  } catch {
    return "";
  }
}
