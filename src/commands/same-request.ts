import { posix, relative, resolve, sep } from "node:path";
import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import { isFoundAgain } from "../judge/report.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import type { FactOf } from "../model/fact.js";
import type { History } from "../model/history.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { ReportedApproval } from "../model/report-detail.js";
import type { FileSystem } from "../model/world.js";
import { policyFilesOf } from "../policy/files.js";
import { disk, kindOnDisk } from "../world/disk.js";
import type { CommandWorld } from "./command.js";
import { configurationOfTree, preparedFrom, type Prepared } from "./prepare.js";
import { treeOfCommit } from "./base-commit.js";

export interface SamePlace {
  /** Absolute folder that was judged. */
  readonly root: string;
  /** Where evidence, policies and waivers are read; null is the working tree. */
  readonly commit: string | null;
  readonly world: Pick<CommandWorld, "folder" | "environment">;
  /** True where the checkout is read although another user owns it, as in a runner's container. */
  readonly trusted?: boolean;
}

/** Everything that an evaluation reads, each where it lay. */
export interface SameTrees {
  readonly evidence: FileSystem;
  /** Where configuration, policies and waivers lie. */
  readonly judging: FileSystem;
  /** The judged root in that tree: policies may have been named outside of it. Empty where they are the same. */
  readonly within: string;
  readonly base: FileSystem | null;
  readonly release: FileSystem | null;
  readonly history: History;
}

/** The trees that a report was made from. @throws UsageError where a commit or folder is gone */
export function treesAt(report: Report, place: SamePlace): SameTrees {
  const { run } = report;
  const { environment } = place.world;
  const trusted = place.trusted ?? false;
  const commitTree = (commit: string): OtherTree => treeOfCommit(commit, place.root, environment, trusted);
  const at = place.commit === null ? null : commitTree(place.commit);
  const evidence = at?.tree ?? disk(place.root);
  const git = gitIn({ folder: place.root, environment, trusted });
  return {
    evidence,
    ...judgingTree(report, evidence, place),
    base: baseTree(report, place),
    release: run.release_commit === null ? null : commitTree(run.release_commit).tree,
    history: gitHistory({ git, commit: at?.commit ?? null, below: null }),
  };
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

/**
 * The request that a report answers, to be asked again. What only that time knew is taken from the report: its clock,
 * the reviews on the forge, what the change touched.
 *
 * @throws UsageError where it cannot be asked again: a policy is gone or broken
 */
export async function requestFrom(report: Report, trees: SameTrees, version: string): Promise<JudgeRequest> {
  const { run } = report;
  if (run.judged_by.commit !== null && report.notes.some((note) => note.startsWith("New here:"))) {
    const message =
      "the change added models to the configuration that judged it, which cannot be told apart afterwards";
    throw new UsageError([problemAt("usage", message, "verify a report of the push that followed")]);
  }
  const now = Date.parse(report.now);
  const prepared = await preparedIn(report, trees, now);
  const { configuration } = prepared;
  return {
    ...prepared,
    judgedBy: { ...prepared.judgedBy, commit: run.judged_by.commit },
    notes: report.notes.filter((note) => !isFoundAgain(note)),
    tree: trees.evidence,
    rootName: run.root_name,
    scope: run.scope,
    only: run.only,
    stage: run.stage,
    event: report.event,
    author: run.author,
    approvals: run.approvals.map(approvalOf),
    base: trees.base === null ? null : baseOf(report, trees.base, configuration),
    onlyNew: run.only_new,
    riskOfNew: run.risk_of_new,
    deployed: run.deployed,
    release: () =>
      trees.release === null
        ? null
        : { tree: trees.release, label: "release", configuration, commit: run.release_commit },
    history: trees.history,
    overrides: report.overrides,
    touched: run.touched === null ? null : new Set(run.touched),
    now,
    clockGiven: report.clock_given,
    version,
    head: report.head,
    policiesFrom: report.policies.some(({ from }) => from === "base") ? "base" : "working-tree",
    complete: true,
    problems: [],
    progress: () => undefined,
  };
}

/** What was compared with. In a workflow it was read by the configuration that judged; on the command line by its own. */
const baseOf = ({ base, event, run }: Report, tree: FileSystem, configuration: Configuration): OtherTree => ({
  tree,
  label: base ?? "base",
  configuration: event === null ? (configurationOfTree(tree) ?? defaultConfiguration) : configuration,
  commit: run.base_commit,
});

function baseTree({ base, run }: Report, { root, world, trusted }: SamePlace): FileSystem | null {
  if (base === null) return null;
  if (run.base_commit !== null) return treeOfCommit(run.base_commit, root, world.environment, trusted).tree;
  const folder = resolve(world.folder, base);
  if (kindOnDisk(folder) === "folder") return disk(folder);
  const message = `the report compares with the folder ${base}, which is not here`;
  throw new UsageError([problemAt("usage", message, "run in the folder in which the report was made")]);
}

/** Configuration, policies and waivers, by the names under which they were asked for. */
async function preparedIn(
  { run }: Report,
  { judging: tree, within }: Pick<SameTrees, "judging" | "within">,
  now: number,
): Promise<Prepared> {
  const { configuration: file, named } = run.judged_by;
  const placed = (path: string): string => (path.startsWith("referee:") ? path : posix.join(within, path));
  const path = file === null ? null : placed(file.path);
  const configuration = (path === null ? null : configurationOfTree(tree, path)) ?? defaultConfiguration;
  const folder = path === null ? within : posix.dirname(path);
  const beside = policyFilesOf(tree, folder.replace(/^\.$/, ""));
  const [references, files] =
    named.length > 0 ? [named.map(placed), policyFilesOf(tree)] : [configuration.policies, beside];
  const prepared = await preparedFrom(configuration, references, files, beside, now, file === null);
  const judgedFile = prepared.judgedBy.configuration;
  return {
    ...prepared,
    judgedBy: {
      ...prepared.judgedBy,
      configuration: judgedFile === null || file === null ? judgedFile : { ...judgedFile, path: file.path },
      named,
    },
  };
}

/** Reviews stand as the forge gave them: no later run can ask it for that time. */
const approvalOf = ({ by, role, at, commit, state, format, source }: ReportedApproval): FactOf<"approval"> => ({
  kind: "approval",
  model: null,
  version: null,
  format: format ?? "",
  at,
  vouched: "attested",
  source,
  by,
  role,
  commit,
  state,
});
