import { relative, resolve, sep } from "node:path";
import { changedPaths, type ChangedPath } from "../git/changes.js";
import { findCommit, mergeBase, repositoryAt } from "../git/commit.js";
import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import type { OtherTree } from "../judge/request.js";
import type { History } from "../model/history.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { OutsideFolder } from "../model/report-run.js";
import type { FileSystem, Git } from "../model/world.js";
import { disk, kindOnDisk } from "../world/disk.js";
import { treeOfCommit } from "./base-commit.js";
import type { CommandWorld } from "./command.js";
import { withOutsideEvidence } from "../prepare/outside-evidence.js";
import { judgingConfiguration, type JudgingTrees } from "./same-configuration.js";

export interface SamePlace {
  /** Absolute folder that was judged. */
  readonly root: string;
  /** Where evidence, policies and waivers are read; null is the working tree. */
  readonly commit: string | null;
  /** Folders of evidence from elsewhere, where they lie now; empty for where they lay, null where they are joined already. */
  readonly outside: readonly OutsideFolder[] | null;
  /** True where the checkout is read although another user owns it, as in a runner's container. */
  readonly trusted?: boolean;
  readonly world: Pick<CommandWorld, "folder" | "environment">;
}

/** Everything that an evaluation reads, each where it lay. */
export interface SameTrees extends JudgingTrees {
  readonly base: FileSystem | null;
  readonly release: FileSystem | null;
  readonly history: History;
  /** Of the commit whose policies and waivers judged; null where they lay in the judged tree. */
  readonly judgingHistory: History | null;
  /** What git tells of the change; null where nothing was told of one, or git does not know it. */
  readonly change: readonly ChangedPath[] | null;
}

/** The trees that a report was made from. @throws UsageError where a commit or folder is gone */
export async function treesAt(report: Report, place: SamePlace): Promise<SameTrees> {
  const { run } = report;
  const { environment } = place.world;
  const trusted = place.trusted ?? false;
  const commitTree = (commit: string): OtherTree => treeOfCommit(commit, place.root, environment, trusted);
  const at = place.commit === null ? null : commitTree(place.commit);
  const evidence = at?.tree ?? disk(place.root);
  const git = gitIn({ folder: place.root, environment, trusted });
  const trees: SameTrees = {
    evidence,
    ...judgingTree(report, evidence, place),
    base: baseTree(report, place),
    release: run.release_commit === null ? null : commitTree(run.release_commit).tree,
    history: gitHistory({ git, commit: at?.commit ?? null, below: null }),
    judgingHistory:
      run.judged_by.commit === null ? null : gitHistory({ git, commit: run.judged_by.commit, below: null }),
    change: changeOf(report, git),
  };
  return { ...trees, evidence: await withEvidenceFrom(report, trees, place) };
}

/**
 * What git says that the change touches, where it knows the commit that was judged. Files that the base has come to have
 * alike in the meantime are left out: a run that judged the merge saw no change in them.
 */
function changeOf({ run, head }: Report, git: Git): readonly ChangedPath[] | null {
  const { base_commit: base, touched } = run;
  if (base === null || touched === null || head === null || findCommit(git, head).kind !== "commit") return null;
  const below = repositoryAt(git)?.prefix.replace(/\/$/, "") ?? "";
  const own = changedPaths(git, mergeBase(git, base, head) ?? base, head, below);
  const against = new Set(changedPaths(git, base, head, below)?.map(({ path }) => path));
  return own?.filter(({ path }) => against.has(path)) ?? null;
}

/** Evidence from elsewhere lies where it lay, unless it is named anew. @throws UsageError where it is not there */
async function withEvidenceFrom(report: Report, trees: SameTrees, place: SamePlace): Promise<FileSystem> {
  const { run } = report;
  const folders = place.outside?.length === 0 ? run.outside : (place.outside ?? []);
  if (folders.length === 0) return trees.evidence;
  const gone = folders.filter(({ folder }) => kindOnDisk(resolve(place.world.folder, folder)) !== "folder");
  if (gone.length > 0) {
    const written = ({ model, folder }: OutsideFolder): string => (model === null ? folder : `${model}=${folder}`);
    const names = gone.map(written).join(", ");
    const message = `the report rests on evidence from outside of the tree, which is not here: ${names}`;
    throw new UsageError([problemAt("usage", message, "name where it lies now: --evidence [MODEL=]DIR")]);
  }
  const { configuration } = await judgingConfiguration(report, trees);
  const from = { root: place.root, folder: place.world.folder };
  const joined = await withOutsideEvidence(trees.evidence, folders, from, run.root_name, configuration);
  return joined.tree;
}

/** Policies that were named outside the judged root are read from the folder that holds both. */
function judgingTree(
  { run }: Report,
  evidence: FileSystem,
  { root, commit, world, trusted }: SamePlace,
): Pick<SameTrees, "judging" | "within"> {
  const { commit: judgedAt, named, configuration } = run.judged_by;
  if (judgedAt !== null) return { judging: treeOfCommit(judgedAt, root, world.environment, trusted).tree, within: "" };
  const paths = [...named, ...(configuration === null ? [] : [configuration.path])];
  const up = Math.max(0, ...paths.map((path) => path.split("/").filter((segment) => segment === "..").length));
  if (up === 0 || commit !== null) return { judging: evidence, within: "" };
  const outer = resolve(root, ...Array.from({ length: up }, () => ".."));
  return { judging: disk(outer), within: relative(outer, root).split(sep).join("/") };
}

function baseTree({ base, run }: Report, { root, world, trusted }: SamePlace): FileSystem | null {
  if (base === null) return null;
  if (run.base_commit !== null) return treeOfCommit(run.base_commit, root, world.environment, trusted).tree;
  const folder = resolve(world.folder, base);
  if (kindOnDisk(folder) === "folder") return disk(folder);
  const message = `the report compares with the folder ${base}, which is not here`;
  throw new UsageError([problemAt("usage", message, "run in the folder in which the report was made")]);
}
