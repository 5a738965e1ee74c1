import { worstDecision } from "../decide.js";
import { chanceNotes, isChanceNote } from "../judging/chance.js";
import { listed } from "../judging/wording.js";
import type { Policy } from "../model/policy.js";
import type { Report, ReportedShard } from "../model/report.js";
import type { ReportedPolicy, ReportedRun, ReportedWaiver } from "../model/report-run.js";
import { instantOf } from "../normalise/instant.js";
import { canonicalJson } from "../report/canonical-json.js";
import { reportedApproval } from "../report/detail/model-detail.js";
import type { Survey } from "../survey.js";
import { sourceDigest } from "../version.js";
import { byPath, reasonOf, sorted } from "./order.js";
import { leftOver, wasJudged } from "./waiver-findings.js";
import { isStageNote } from "./promotion.js";
import type { JudgeRequest } from "./request.js";
import type { JudgedModel, Run } from "./run.js";
import { isOfChange, unjudgedOf } from "./unjudged.js";

/** The report of a run: one decision over all models, in an order that does not depend on the files'. */
export function reportOf(models: readonly JudgedModel[], run: Run): Report {
  const { request, surveyed } = run;
  const findings = [...models.flatMap((model) => model.findings), ...leftOver(run, models)];
  const elsewhere = models.length === 0 && run.chosen > 0;
  const nothing = models.length === 0;
  const told = notesOf(models, run);
  const fine =
    nothing && (request.touched !== null || request.configuration.nothingToJudgeIsFine) && request.only.length === 0;
  const decision = fine || elsewhere ? "pass" : worstDecision(models.map(({ reported }) => reported.decision));
  return {
    schema_version: 1,
    tool: { name: "model-referee", version: request.version, digest: sourceDigest },
    now: instantOf(request.now) ?? "",
    clock_given: request.clockGiven,
    decision,
    reason: elsewhere ? noneHere : nothing ? nothingReason(request, surveyed, fine) : reasonOf(findings),
    event: request.event,
    base: request.base?.label ?? null,
    head: request.head,
    run: runOf(run),
    shard: shardOf(models, run, told),
    models: models.map(({ reported }) => reported).sort((a, b) => (a.name < b.name ? -1 : 1)),
    findings: sorted(findings),
    problems: [
      ...request.problems.map((problem) => ({ ...problem, model: null })),
      ...models.flatMap((model) => model.problems),
    ],
    policies: request.policies.map((policy) => reportedPolicy(policy, request)),
    waivers: reportedWaivers(run, models),
    inputs: models.flatMap(({ inputs }) => inputs).sort(byPath),
    unjudged: unjudgedOf(models, run),
    overrides: request.overrides ?? [],
    notes: [...told.run, ...told.models, ...told.tree, ...chanceNotes(findings, request.policies)],
  };
}

const notesOf = (models: readonly JudgedModel[], { request, surveyed, past }: Run): ReportedShard["notes"] => ({
  run: request.notes,
  models: models.flatMap(({ notes }) => notes ?? []).sort(),
  tree: [...surveyNotes(surveyed, models, request), ...past.notes],
});

/** Said of an earlier report that cannot be read. */
export const missingPast = ", so that it is missing from the history";

const unfollowed = " is a link to a folder, out of the tree or to nothing, and was not followed";
const unfound = ", and there is nothing to read";

/** What the reader should know of the tree that was looked through. */
function surveyNotes(
  { links, models }: Survey,
  judged: readonly JudgedModel[],
  request: JudgeRequest,
): readonly string[] {
  const isTold = (path: string): boolean => isOfChange(path, judged, request);
  const unread = request.scope.includes("") ? models.filter(({ files }) => files.length === 0) : [];
  return [
    ...links.filter(isTold).map((path) => `${path}${unfollowed}`),
    ...unread
      .filter(({ identity }) => isTold(identity.path))
      .map(
        ({ identity }) =>
          `referee.yaml says that ${identity.name} lies in ${identity.path === "" ? "the root" : identity.path}${unfound}`,
      ),
  ];
}

/** True for a note that every run over the same evidence finds by itself, rather than being told it. */
export const isFoundAgain = (note: string): boolean =>
  note.endsWith(unfollowed) ||
  note.endsWith(unfound) ||
  note.endsWith(missingPast) ||
  isChanceNote(note) ||
  isStageNote(note);

const shardOf = (
  models: readonly JudgedModel[],
  { request: { shard, policies } }: Run,
  notes: ReportedShard["notes"],
): ReportedShard | null =>
  shard === null || shard === undefined
    ? null
    : {
        index: shard.index,
        of: shard.of,
        brief: models.flatMap(({ reported, brief }) =>
          brief === null ? [] : [{ name: reported.name, metrics: brief }],
        ),
        notes,
        adjusted: policies.map(({ id, adjust }) => ({ policy: id, by: adjust })),
        effect: null,
      };

/** Said where all models fall to other parts. */
const noneHere = "no model falls to this part";

const reportedPolicy = (policy: Policy, { policiesFrom, complete }: JudgeRequest): ReportedPolicy =>
  reportedRules(policy, policiesFrom, complete ? policy.digest : "");

const reportedRules = (
  { id, path, owner, confidence, rules }: Policy,
  policiesFrom: JudgeRequest["policiesFrom"],
  digest: string,
): ReportedPolicy => ({
  id,
  path,
  digest,
  rules: rules.length,
  from: path.startsWith("referee:") ? "pack" : policiesFrom,
  owner,
  confidence,
  asks: rules.map((rule) => ({
    rule: rule.id,
    check: rule.check.id,
    title: rule.check.title,
    says: rule.check.plain(rule.subject, rule.options),
    why: rule.check.why,
    mend: rule.check.mend,
    path: rule.origin.path,
    line: rule.origin.line,
    references: rule.references,
    written: canonicalJson(rule.written),
  })),
});

/** What was asked, so that it can be asked again. */
function runOf({ request, releaseCommit, reviewed }: Run): ReportedRun {
  return {
    root_name: request.rootName,
    root_path: request.rootPath ?? null,
    scope: request.scope,
    only: request.only,
    stage: request.stage,
    author: request.author,
    only_new: request.onlyNew,
    base_commit: request.base?.commit ?? null,
    release_commit: releaseCommit,
    touched: request.touched === null ? null : [...request.touched].sort(),
    risk_of_new: request.riskOfNew ?? null,
    judged_by: request.judgedBy,
    outside: request.outside ?? [],
    renames: Object.fromEntries(request.renames ?? []),
    deployed: request.deployed ?? [],
    review: reviewed.answers(),
    part_clocks: [],
    approvals: request.approvals.map((approval) => reportedApproval(approval)),
  };
}

function reportedWaivers({ request, waivers }: Run, models: readonly JudgedModel[]): readonly ReportedWaiver[] {
  const left = new Map(waivers.leftOver(request.now, () => true).map(({ waiver, why }) => [waiver, why]));
  const judged = wasJudged(request, models);
  const stateOf = (state: ReportedWaiver["state"], isJudged: boolean): ReportedWaiver["state"] =>
    state === "unused" && !isJudged ? "not-judged" : state;
  return request.waivers.map((waiver) => ({
    rule: waiver.rule,
    model: waiver.model,
    subject: waiver.subject,
    value: waiver.value,
    reason: waiver.reason,
    owner: waiver.owner,
    ticket: waiver.ticket,
    expires: instantOf(waiver.expires) ?? "",
    approved_by: waiver.approvedBy,
    state: stateOf(left.get(waiver) ?? "used", judged(waiver.model)),
    path: waiver.path,
    line: waiver.line,
  }));
}

function nothingReason({ only, touched, scope }: JudgeRequest, surveyed: Survey, fine: boolean): string {
  if (fine) return "nothing to judge: the change touches no model";
  if (only.length > 0)
    return `no model is called ${listed(only, "or")}; there are ${listed(surveyed.models.map(({ identity }) => identity.name).slice(0, 8)) || "none"}`;
  if (touched !== null) return "nothing to judge: the change touches no model";
  return `no model was found${scope.includes("") ? "" : ` in ${listed(scope)}`}: a folder with a model card, an MLmodel file or a *.facts.jsonl is one`;
}
