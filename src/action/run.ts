import { join, resolve } from "node:path";
import { judgedWhole, withEffect, withEvidence } from "../change/judged.js";
import type { ExitStatus } from "../decide.js";
import { exitStatusOf } from "../decide.js";
import type { JudgeRequest } from "../judge/request.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { Clock, Environment } from "../model/world.js";
import { readInstant } from "../normalise/instant.js";
import { logLines } from "../report/escape.js";
import { terminal } from "../report/forms/terminal.js";
import { kindOnDisk } from "../world/disk.js";
import { readParts } from "../commands/merge.js";
import { mergeReports } from "../judge/merge.js";
import { readShard } from "../judge/shard.js";
import { checkName } from "../publish/publish.js";
import { bundled, type Bundled } from "./audit-bundle.js";
import { keptFacts } from "./cache.js";
import { isGated, readEvent, type ForgeEvent } from "./event.js";
import { forgeOf, type ForgeAccess } from "./forge.js";
import { readInputs, type ActionInputs } from "./inputs.js";
import { strongestAdvice } from "./monitor.js";
import { overridesOf, type Overrides } from "./overrides.js";
import { readDigests, stageEntered, type StageEntered } from "./promotion.js";
import { followedReport, publishFollowed } from "./publish-followed.js";
import { commandFor, publishRun, runPage } from "./publish-run.js";
import { reviewsFor, type Reviews } from "./reviews.js";
import { writeReports } from "../commands/report-output.js";
import { judgingSource } from "./source.js";
import type { JudgingSource } from "../change/source.js";

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
  const { environment, clock } = world;
  const inputs = readInputs(world.input);
  const workspace = environment["GITHUB_WORKSPACE"] || process.cwd();
  const event = readEvent(environment, world.readFile);
  const access = forgeOf(inputs.token, environment, {
    now: () => clock.now(),
    wait: (milliseconds) => world.wait(milliseconds),
  });
  const stage: RunStage = { world, inputs, workspace, event, access };
  return inputs.report === null ? judging(stage) : publishing(stage, inputs.report);
}

interface RunStage {
  readonly world: ActionWorld;
  readonly inputs: ActionInputs;
  readonly workspace: string;
  readonly event: ForgeEvent;
  readonly access: ForgeAccess | null;
}

/** Judges, or merges what other jobs judged, and publishes. */
async function judging({ world, inputs, workspace, event, access }: RunStage): Promise<ExitStatus> {
  const { environment, clock, log } = world;
  const folder = judgedFolder(workspace, inputs);
  const own = await judgingSource({ folder, inputs, event, environment, now: clock.now() });
  const known = await withEvidence(own, inputs.evidence, workspace);
  const gateId = inputs.gateId ?? known.configuration.gateId;
  const { git, pathPrefix } = known;
  const kept = keptFacts(inputs, event, workspace, world.version);
  if (kept.note !== null) log(kept.note);
  const overridden = inputs.shard === null ? await overridesOf(event, access, git, checkName(gateId)) : noOverrides;
  const reviews = inputs.merge === null ? await reviewsFor({ ...known, event, access }) : null;
  const { report, source } =
    reviews === null
      ? {
          source: known,
          report: { ...mergeReports(readParts([resolve(workspace, inputs.merge ?? "")])), overrides: overridden.found },
        }
      : await judgedWhole(own, known, {
          join: (by) => withEvidence(by, inputs.evidence, workspace),
          judge: (by) =>
            withEffect(
              { ...journey(by, inputs, event, reviews, world), overrides: overridden.found, facts: kept.facts },
              by.proposal,
            ),
        });
  log(logLines(terminal.render(report, { columns: 110, colour: false, verbose: false, pathPrefix })));
  if (overridden.note !== null) log(overridden.note);
  const mend = "name a folder that may be written with the input `report-directory`";
  const reports = reportFolder(workspace, inputs, environment, gateId);
  const written = await writeReports(report, reports, pathPrefix, mend);
  if (written.problem !== null) log(commandFor(written.problem, "warning"));
  const archive = inputs.bundle ? await bundled(report, source, reports, world) : noBundle;
  if (archive.problem !== null) log(commandFor(archive.problem, "warning"));
  const page = runPage(environment);
  const publication = { report, inputs, event, environment, access, gateId, runUrl: page, pathPrefix, log };
  const commentUrl = inputs.shard === null ? await publishRun(publication) : null;
  setOutputs(world, report, written.paths, archive.path, commentUrl);
  // A part decides nothing: a job that fails for its part would keep the others from being merged.
  return inputs.shard === null ? exitStatusOf[report.decision] : 0;
}

const noBundle: Bundled = { path: null, problem: null };

/** From the top of the repository to the root that another run judged. */
const prefixOf = ({ run }: Report): string =>
  run.root_path === null || run.root_path === "" ? "" : `${run.root_path}/`;

const noOverrides: Overrides = { found: [], note: null };

/** Publishes what another run judged and might not publish itself. It decides nothing: that run has its own status. */
async function publishing({ world, inputs, workspace, event, access }: RunStage, path: string): Promise<ExitStatus> {
  const { environment, log } = world;
  if (event.followed === null) {
    const mend = "run it on `workflow_run`, with `types: [completed]`";
    throw new UsageError([problemAt("usage", "the input report is for runs that follow another", mend)]);
  }
  const report = followedReport(world.readFile(resolve(workspace, path)), path, event.followed);
  const gateId = inputs.gateId ?? "default";
  const page = runPage(environment, String(event.followed.id));
  const request = {
    report,
    inputs,
    event,
    environment,
    access,
    gateId,
    runUrl: page,
    pathPrefix: prefixOf(report),
    log,
  };
  setOutputs(world, report, new Map(), null, await publishFollowed(request, event.followed));
  return 0;
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

function journey(
  source: JudgingSource,
  inputs: ActionInputs,
  event: ForgeEvent,
  reviews: Reviews,
  { clock, version }: ActionWorld,
): JudgeRequest {
  const time = clockOf(inputs, source.configuration.allowClock, clock);
  const { promotion } = event;
  const entered = promotion === null ? null : stageEntered(promotion, source.configuration);
  const stage = inputs.stage ?? entered?.stage ?? null;
  return {
    ...source,
    rootPath: source.pathPrefix.replace(/\/$/, ""),
    only: inputs.models.length > 0 ? inputs.models : (promotion?.models ?? []),
    stage,
    deployed: [...readDigests(inputs.digests), ...(promotion?.digests ?? [])],
    event: event.name,
    author: event.author === null ? null : `@${event.author}`,
    approvals: reviews.approvals,
    ...(reviews.review === null ? {} : { review: reviews.review }),
    shard: inputs.shard === null ? null : readShard(inputs.shard),
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
  bundle: string | null,
  commentUrl: string | null,
): void {
  const stopping = report.findings.filter(({ effect }) => effect === "block" || effect === "undecided");
  world.output("decision", report.decision);
  world.output("blocked", String(exitStatusOf[report.decision] !== 0));
  world.output("models", String(report.models.length));
  world.output("findings", String(stopping.length));
  world.output("report-json", paths.get("json") ?? "");
  world.output("report-html", paths.get("html") ?? "");
  world.output("sarif", paths.get("sarif") ?? "");
  world.output("intoto", paths.get("intoto") ?? "");
  world.output("bundle", bundle ?? "");
  world.output("retrain", strongestAdvice(report.findings)?.retrain?.action ?? "none");
  world.output("comment-url", commentUrl ?? "");
}
