import { posix, resolve } from "node:path";
import { gitHistory } from "../git/history.js";
import { gitIn } from "../git/run.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import type { FactOf } from "../model/fact.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report, ReportedApproval } from "../model/report.js";
import type { FileSystem } from "../model/world.js";
import { policyFilesOf } from "../policy/files.js";
import { disk, kindOnDisk } from "../world/disk.js";
import type { CommandWorld } from "./command.js";
import { configurationOfTree, prepare, preparedFrom, type Prepared } from "./prepare.js";
import { treeOfCommit } from "./base-commit.js";

export interface SamePlace {
  /** Absolute folder that was judged. */
  readonly root: string;
  /** Where evidence, policies and waivers are read; null is the working tree. */
  readonly commit: string | null;
  readonly world: Pick<CommandWorld, "folder" | "environment" | "version">;
}

/**
 * The request that a report answers, to be asked again. What only that time knew is taken from the report: its clock,
 * the reviews on the forge, what the change touched.
 *
 * @throws UsageError where it cannot be asked again: a commit or policy is gone
 */
export async function requestFor(report: Report, place: SamePlace): Promise<JudgeRequest> {
  const { run } = report;
  if (run.judged_by.commit !== null && report.notes.some((note) => note.startsWith("New here:"))) {
    const message =
      "the change added models to the configuration that judged it, which cannot be told apart afterwards";
    throw new UsageError([problemAt("usage", message, "verify a report of the push that followed")]);
  }
  const { environment, version } = place.world;
  const commitTree = (commit: string): OtherTree => treeOfCommit(commit, place.root, environment);
  const at = place.commit === null ? null : commitTree(place.commit);
  const tree = at?.tree ?? disk(place.root);
  const now = Date.parse(report.now);
  const judging = run.judged_by.commit === null ? at : commitTree(run.judged_by.commit);
  const prepared = judging === null ? await ofFolder(report, place, now) : await ofTree(report, judging.tree, now);
  const git = gitIn({ folder: place.root, environment, trusted: false });
  return {
    ...prepared,
    judgedBy: { ...prepared.judgedBy, commit: run.judged_by.commit },
    notes: report.notes.filter((note) => !note.endsWith("is a link to a folder and was not followed")),
    tree,
    rootName: run.root_name,
    scope: run.scope,
    only: run.only,
    stage: run.stage,
    event: report.event,
    author: run.author,
    approvals: run.approvals.map(approvalOf),
    base: baseOf(report, place, prepared.configuration),
    onlyNew: run.only_new,
    riskOfNew: run.risk_of_new,
    release: () => releaseOf(report, place, prepared.configuration),
    history: gitHistory({ git, commit: at?.commit ?? null, below: null }),
    touched: run.touched === null ? null : new Set(run.touched),
    now,
    clockGiven: report.clock_given,
    version,
    head: report.head,
    policiesFrom: report.policies.some(({ from }) => from === "base") ? "base" : "working-tree",
    complete: true,
    overrides: report.overrides,
    problems: [],
    progress: () => undefined,
  };
}

/** Configuration, policies and waivers of the working tree, by the names under which they were asked for. */
function ofFolder({ run }: Report, { root }: SamePlace, now: number): Promise<Prepared> {
  const { configuration, named } = run.judged_by;
  const path = configuration === null ? null : resolve(root, configuration.path);
  return prepare(
    {
      root,
      rootName: run.root_name,
      tree: disk(root),
      scope: run.scope,
      configuration: path !== null && kindOnDisk(path) === "file" ? path : null,
      pathPrefix: "",
    },
    named,
    root,
    now,
  );
}

/** The same of a commit. */
async function ofTree({ run }: Report, tree: FileSystem, now: number): Promise<Prepared> {
  const { configuration: file, named } = run.judged_by;
  const configuration = (file === null ? null : configurationOfTree(tree, file.path)) ?? defaultConfiguration;
  const beside = policyFilesOf(tree, file === null ? "" : posix.dirname(file.path).replace(/^\.$/, ""));
  const [references, files] = named.length > 0 ? [named, policyFilesOf(tree)] : [configuration.policies, beside];
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

/** What was compared with. In a workflow it was read by the configuration that judged; on the command line by its own. */
function baseOf(report: Report, { root, world }: SamePlace, configuration: Configuration): OtherTree | null {
  const { base, event, run } = report;
  if (base === null) return null;
  if (run.base_commit !== null) {
    const found = treeOfCommit(run.base_commit, root, world.environment);
    return { ...found, label: base, configuration: event === null ? found.configuration : configuration };
  }
  const folder = resolve(world.folder, base);
  if (kindOnDisk(folder) !== "folder") {
    const message = `the report compares with the folder ${base}, which is not here`;
    throw new UsageError([problemAt("usage", message, "run in the folder in which the report was made")]);
  }
  const tree = disk(folder);
  return { tree, label: base, configuration: configurationOfTree(tree) ?? defaultConfiguration, commit: null };
}

function releaseOf({ run }: Report, { root, world }: SamePlace, configuration: Configuration): OtherTree | null {
  if (run.release_commit === null) return null;
  return { ...treeOfCommit(run.release_commit, root, world.environment), configuration };
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
