import { join, resolve } from "node:path";
import { withOutsideEvidence } from "../commands/outside-evidence.js";
import type { FactOf } from "../model/fact.js";
import type { ExitStatus } from "../decide.js";
import { exitStatusOf } from "../decide.js";
import { changesBetween, effectNotes } from "../impact/changes.js";
import { judge } from "../judge/judge.js";
import type { JudgeRequest } from "../judge/request.js";
import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Policy } from "../model/policy.js";
import type { Report } from "../model/report.js";
import type { Clock, Environment } from "../model/world.js";
import { readInstant } from "../normalise/instant.js";
import { logLines } from "../report/escape.js";
import { terminal } from "../report/forms/terminal.js";
import { kindOnDisk } from "../world/disk.js";
import { approvalsOf, teamsAskedFor } from "./approvals.js";
import { isGated, readEvent, type ForgeEvent } from "./event.js";
import { forgeOf, type ForgeAccess } from "./forge.js";
import { readInputs, type ActionInputs } from "./inputs.js";
import { readDigests, stageEntered, type StageEntered } from "./promotion.js";
import { commandFor, publishRun } from "./publish-run.js";
import { writeReports } from "../commands/report-output.js";
import { judgingSource, type JudgingSource } from "./source.js";

/** What an action run may reach of the world; the entry makes it. */
export interface ActionWorld {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly version: string;
  input(name: string): string;
  output(name: string, value: string): void;
  /** One line of the log, workflow commands included. */
  log(line: string): void;
  /** Null where there is no such file. */
  readFile(path: string): string | null;
  wait(milliseconds: number): Promise<void>;
}

/**
 * One run of the action: what happened, what judges, the report, and last its publication, which decides nothing.
 *
 * @throws UsageError with everything that keeps it from judging
 */
export async function runAction(world: ActionWorld): Promise<ExitStatus> {
  const { environment, clock, log } = world;
  const inputs = readInputs(world.input);
  const workspace = environment["GITHUB_WORKSPACE"] || process.cwd();
  const event = readEvent(environment, world.readFile);
  const folder = judgedFolder(workspace, inputs);
  const own = await judgingSource({ folder, inputs, event, environment, now: clock.now() });
  const source = await withEvidenceOf(inputs, own, workspace);
  const access = forgeOf(inputs.token, environment, {
    now: () => clock.now(),
    wait: (milliseconds) => world.wait(milliseconds),
  });
  const reviews = await reviewsFor(source.policies, event, access);
  const report = await withEffect(journey(source, inputs, event, reviews, world), source.proposal);
  log(
    logLines(terminal.render(report, { columns: 110, colour: false, verbose: false, pathPrefix: source.pathPrefix })),
  );
  const gateId = inputs.gateId ?? source.configuration.gateId;
  const mend = "name a folder that may be written with the input `report-directory`";
  const written = await writeReports(report, reportFolder(workspace, inputs, environment, gateId), mend);
  if (written.problem !== null) log(commandFor(written.problem, "warning"));
  const publication = { report, inputs, event, environment, access, gateId, pathPrefix: source.pathPrefix, log };
  const commentUrl = await publishRun(publication);
  setOutputs(world, report, written.paths, commentUrl);
  return exitStatusOf[report.decision];
}

/** The report; where the change edits what judges, with what that would let through or stop. */
async function withEffect(request: JudgeRequest, proposal: JudgingSource["proposal"]): Promise<Report> {
  const report = await judge(request);
  if (proposal === null) return report;
  // What stood on the base already hides nothing here: it is the rules that are compared.
  const plain = { ...request, onlyNew: false, complete: false };
  const before = await judge(plain);
  const after = await judge({ ...plain, ...proposal, riskOfNew: null });
  return { ...report, notes: [...report.notes, ...effectNotes(changesBetween(before, after))] };
}

/** Evidence from elsewhere belongs to the change: its models are judged, whatever else the change touches. */
async function withEvidenceOf(
  { evidence }: ActionInputs,
  source: JudgingSource,
  workspace: string,
): Promise<JudgingSource> {
  const { tree, rootName, configuration, touched } = source;
  const outside = await withOutsideEvidence(tree, evidence, workspace, rootName, configuration);
  return {
    ...source,
    tree: outside.tree,
    touched: touched === null ? null : new Set([...touched, ...outside.paths]),
  };
}

function judgedFolder(workspace: string, { path }: ActionInputs): string {
  const folder = resolve(workspace, path);
  if (kindOnDisk(folder) === "folder") return folder;
  const mend = "check the repository out first, and name a folder in it";
  throw new UsageError([problemAt("usage", `the input path names no folder: ${path}`, mend)]);
}

/** Beside the workspace where the runner has room for it: a report in the workspace would be evidence for a next gate. */
function reportFolder(workspace: string, inputs: ActionInputs, environment: Environment, gateId: string): string {
  if (inputs.reportDirectory !== null) return resolve(workspace, inputs.reportDirectory);
  return join(environment["RUNNER_TEMP"] || workspace, `model-referee-${gateId}`);
}

interface Reviews {
  readonly approvals: readonly FactOf<"approval">[];
  readonly problems: readonly Problem[];
}

/** Reviews, where a rule asks for approval; a failure is a problem, and then nobody has approved. */
async function reviewsFor(
  policies: readonly Policy[],
  event: ForgeEvent,
  access: ForgeAccess | null,
): Promise<Reviews> {
  const asked = policies.some(({ rules }) => rules.some(({ check }) => check.needs.includes("approval")));
  if (!asked || access === null || event.pull === null) return { approvals: [], problems: [] };
  const { forge, repository } = access;
  const teams = teamsAskedFor(policies);
  const found = await approvalsOf(forge, { repository, pull: event.pull, author: event.author, teams });
  if (found.kind === "approvals") return { approvals: found.approvals, problems: [] };
  const message = `the reviews of the pull request could not be read: ${found.message}`;
  return {
    approvals: [],
    problems: [problemAt("publish", message, "give the job `permissions: pull-requests: read`")],
  };
}

function journey(
  source: JudgingSource,
  inputs: ActionInputs,
  event: ForgeEvent,
  reviews: Reviews,
  { clock, version }: ActionWorld,
): Parameters<typeof judge>[0] {
  const time = clockOf(inputs, source.configuration.allowClock, clock);
  const { promotion } = event;
  const entered = promotion === null ? null : stageEntered(promotion, source.configuration);
  const stage = inputs.stage ?? entered?.stage ?? null;
  return {
    ...source,
    only: inputs.models.length > 0 ? inputs.models : (promotion?.models ?? []),
    stage,
    deployed: [...readDigests(inputs.digests), ...(promotion?.digests ?? [])],
    event: event.name,
    author: event.author === null ? null : `@${event.author}`,
    approvals: reviews.approvals,
    onlyNew: isGated(event.name) && source.base !== null && stage === null,
    now: time.now,
    clockGiven: time.given,
    version,
    head: event.head,
    complete: true,
    problems: [...source.problems, ...reviews.problems],
    notes: [...source.notes, ...promotionNotes(event, inputs, entered)],
    progress: () => undefined,
  };
}

function promotionNotes(
  { name, promotion }: ForgeEvent,
  inputs: ActionInputs,
  entered: StageEntered | null,
): readonly string[] {
  const nameless = name === "deployment" && promotion?.digests.length === 0 && inputs.digests.length === 0;
  return [
    ...(entered === null || entered.note === null || inputs.stage !== null ? [] : [entered.note]),
    ...(nameless ? ["The deployment names no digest: whether what is deployed is what was judged is not shown."] : []),
  ];
}

function clockOf(
  { now }: ActionInputs,
  allowed: boolean,
  clock: Clock,
): { readonly now: number; readonly given: boolean } {
  if (now === null) return { now: clock.now(), given: false };
  const instant = readInstant(now);
  if (instant === null) {
    throw new UsageError([problemAt("usage", `the input now is no time: ${now}`, "write it as 2026-11-23T09:00:00Z")]);
  }
  if (!allowed) {
    const mend = "say `allow-clock: true` in the referee.yaml of the base, or take the input `now` away";
    throw new UsageError([problemAt("usage", "the clock is not taken from the workflow", mend)]);
  }
  return { now: Date.parse(instant), given: true };
}

/** Words, numbers and paths: safe in a shell that a workflow writes them into. */
function setOutputs(
  world: ActionWorld,
  report: Report,
  paths: ReadonlyMap<string, string>,
  commentUrl: string | null,
): void {
  const stopping = report.findings.filter(({ effect }) => effect === "block" || effect === "undecided");
  world.output("decision", report.decision);
  world.output("blocked", String(exitStatusOf[report.decision] !== 0));
  world.output("models", String(report.models.length));
  world.output("findings", String(stopping.length));
  world.output("report-json", paths.get("json") ?? "");
  world.output("comment-url", commentUrl ?? "");
}
