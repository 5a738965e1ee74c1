import { isFoundAgain } from "../judge/report.js";
import type { JudgeRequest, OtherTree } from "../judge/request.js";
import { answeredReview } from "../judge/review.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import type { FactOf } from "../model/fact.js";
import type { Report } from "../model/report.js";
import type { ReportedApproval } from "../model/report-detail.js";
import type { FileSystem } from "../model/world.js";
import { configurationOfTree } from "../prepare/prepared.js";
import { judgingConfiguration } from "./same-configuration.js";
import type { SameTrees } from "./same-trees.js";

/**
 * The request that a report answers, to be asked again. What only that time knew is taken from the report: its clock,
 * the reviews on the forge, what the change touched.
 *
 * @throws UsageError where it cannot be asked again: a policy is gone or broken
 */
export async function requestFrom(report: Report, trees: SameTrees, version: string): Promise<JudgeRequest> {
  const { run } = report;
  const prepared = await judgingConfiguration(report, trees);
  const { configuration } = prepared;
  return {
    ...prepared,
    judgedBy: { ...prepared.judgedBy, commit: run.judged_by.commit },
    notes: report.notes.filter((note) => !isFoundAgain(note)),
    tree: trees.evidence,
    rootName: run.root_name,
    rootPath: run.root_path,
    outside: run.outside,
    renames: new Map(Object.entries(run.renames)),
    ...(run.review === null ? {} : { review: answeredReview(run.review) }),
    shard: report.shard === null ? null : { index: report.shard.index, of: report.shard.of },
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
    ...(trees.judgingHistory === null ? {} : { judgingHistory: trees.judgingHistory }),
    overrides: report.overrides,
    touched: run.touched === null ? null : new Set(run.touched),
    now: Date.parse(report.now),
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
