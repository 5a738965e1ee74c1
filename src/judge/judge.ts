import { waiverBook } from "../evaluate/waivers.js";
import type { Report } from "../model/report.js";
import type { Waiver } from "../model/waiver.js";
import type { Survey, SurveyedModel } from "../survey.js";
import { MODELS_SHOWN_WHOLE, withDetail, type Showing } from "./detail.js";
import { judgeModel } from "./model.js";
import { removedModels } from "./own-findings.js";
import type { Past } from "./past.js";
import { recordedReview } from "./review.js";
import { reportOf } from "./report.js";
import type { JudgeRequest } from "./request.js";
import { isInScope } from "./scope.js";
import { mergeReports } from "./merge.js";
import { isInShard, type Shard } from "./shard.js";
import { wantedBy, type JudgedModel, type Run } from "./run.js";
import { surveyOther, surveysOf } from "./surveys.js";
import { tableShelf } from "./tables.js";
import { plainPath } from "./unjudged.js";

/** The whole journey of one run: survey, read, evaluate, decide. */
export async function judge(request: JudgeRequest): Promise<Report> {
  const { policies } = request;
  const wanted = wantedBy(policies, request.onlyNew);
  const { surveyed, baseSurvey } = await surveysOf(request, wanted);
  const releaseTree = policies.some(({ rules }) => rules.some(({ options }) => options["against"] === "release"))
    ? request.release()
    : null;
  const releaseSurvey = releaseTree === null ? null : await surveyOther(releaseTree, request, wanted);
  const waivers = waiverBook(request.waivers, (waiver) => writersOf(waiver, request));
  const releaseCommit = releaseTree?.commit ?? null;
  const tables = tableShelf();
  const all = surveyed.models.filter((model) => isChosen(model, request));
  const chosen = all.filter(({ identity }) => isInShard(identity.name, request.shard));
  expectFiles(chosen, surveyed, baseSurvey);
  const compared = { baseSurvey, releaseSurvey, releaseCommit };
  const run: Run = {
    attested: await attestedIn(surveyed, request),
    request,
    surveyed,
    ...compared,
    wanted,
    waivers,
    tables,
    reviewed: recordedReview(request.review),
    past: await pastOf(request),
    chosen: all.length,
  };

  const parts = await partsFor(all.length, request);
  return parts === 1 ? judgeChosen(chosen, run) : judgeTogether(parts, all, run);
}

/** Tells trees that read many files together which will be read, on both sides. */
function expectFiles(chosen: readonly SurveyedModel[], surveyed: Survey, base: Survey | null): void {
  surveyed.tree.expect?.(chosen.flatMap(({ files }) => files.map(({ path }) => path)));
  if (base?.tree.expect === undefined) return;
  const names = new Set(chosen.map(({ identity }) => identity.name));
  const there = base.models.filter(({ identity }) => names.has(identity.name));
  base.tree.expect(there.flatMap(({ files }) => files.map(({ path }) => path)));
}

/** Digests that statements in the tree vouch for, where the configuration names signers. */
async function attestedIn(surveyed: Survey, { tree, configuration, now }: JudgeRequest): Promise<ReadonlySet<string>> {
  if (configuration.signers.length === 0) return new Set();
  const paths = [...surveyed.models.flatMap(({ files }) => files), ...surveyed.unowned].map(({ path }) => path);
  const { attestedDigests } = await import("../attestation/attested-digests.js");
  return attestedDigests(tree, paths, configuration.signers, now);
}

/** What earlier reports say, where the configuration names some and the report is one that is kept. */
async function pastOf({ tree, configuration, now, complete }: JudgeRequest): Promise<Past> {
  if (configuration.history.length === 0 || !complete) return { byModel: new Map(), notes: [] };
  const { pastFrom } = await import("./past.js");
  return pastFrom(tree, configuration.history, now);
}

/** Another thread is never worth its start for fewer models than these. */
const MODELS_A_THREAD = 150;

async function partsFor(models: number, { shard, helpers }: JudgeRequest): Promise<number> {
  if (helpers === null || helpers === undefined || (shard ?? null) !== null || models < 2 * MODELS_A_THREAD) return 1;
  return Math.max(1, Math.min(await helpers.atOnce(models), Math.floor(models / MODELS_A_THREAD)));
}

/** Judges the first part here and asks for the others; what a helper does not bring is judged here too. */
async function judgeTogether(of: number, all: readonly SurveyedModel[], run: Run): Promise<Report> {
  const others = Array.from({ length: of - 1 }, (_, at) => ({ index: at + 2, of }));
  const asked = others.map(async (shard) => ({ shard, report: await run.request.helpers?.judge(shard) }));
  const here = (shard: Shard): Promise<Report> =>
    judgeChosen(
      all.filter(({ identity }) => isInShard(identity.name, shard)),
      { ...run, request: { ...run.request, shard } },
    );
  const reports = [await here({ index: 1, of })];
  for (const { shard, report } of await Promise.all(asked)) reports.push(report ?? (await here(shard)));
  return mergeReports(reports.map((report, at) => ({ path: `part ${at + 1}`, report })));
}

async function judgeChosen(chosen: readonly SurveyedModel[], run: Run): Promise<Report> {
  const { request, surveyed } = run;
  const models: JudgedModel[] = [];
  const fleet = run.chosen > MODELS_SHOWN_WHOLE;
  const showing: Showing = { complete: request.complete, fleet, left: MODELS_SHOWN_WHOLE };
  for (const [index, found] of chosen.entries()) {
    request.progress(index, chosen.length);
    const model = classed(found, run);
    models.push(await withDetail(await judgeModel(model, run), model, run, showing));
    // Neighbours that adapters looked at are let go of now and then; the model's own files at once.
    if (index % 256 === 255) surveyed.reader.forget();
    else surveyed.reader.forget(model.files.map(({ path }) => path));
  }
  models.push(...removedModels(run));
  return reportOf(models, run);
}

/** Who wrote a waiver, and who wrote its approver into it. */
function writersOf({ path, line, approvalLine }: Waiver, request: JudgeRequest): readonly string[] {
  const placed = request.judgedBy.configuration?.path ?? request.configuration.path ?? "";
  const file = plainPath(placed.slice(0, placed.lastIndexOf("/") + 1) + path);
  const told = request.judgingHistory ?? request.history;
  const lines = [...new Set([line, approvalLine])];
  return lines.flatMap((one) => told.lineChange(file, one)?.author ?? []);
}

function isChosen(model: SurveyedModel, { only, touched, scope }: JudgeRequest): boolean {
  const { identity, files } = model;
  if (!isInScope(model, scope)) return false;
  if (only.length > 0 && !only.includes(identity.name)) return false;
  if (touched === null) return true;
  const below = identity.path === "" ? "" : `${identity.path}/`;
  return files.some(({ path }) => touched.has(path)) || [...touched].some((path) => path.startsWith(below));
}

/** A change may not choose the class of the model that it brings. */
function classed(model: SurveyedModel, { request, baseSurvey }: Run): SurveyedModel {
  const risk = request.riskOfNew ?? null;
  if (risk === null || baseSurvey === null) return model;
  const known = baseSurvey.models.some(({ identity }) => identity.name === model.identity.name);
  return known ? model : { ...model, identity: { ...model.identity, risk } };
}
