import { decide } from "../decide.js";
import { appliesTo, evaluatePolicy } from "../evaluate/evaluate.js";
import { waiverBook } from "../evaluate/waivers.js";
import type { FileToRead, Gathered } from "../gather/gather.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { Vouched } from "../model/fact.js";
import type { Finding } from "../model/finding.js";
import type { Policy } from "../model/policy.js";
import type { Input } from "../model/report.js";
import { FEW_MODELS } from "../report/few-models.js";
import { metricRows } from "../report/metric-rows.js";
import type { Survey, SurveyedModel } from "../survey.js";
import { baselinesOf, type BaselineSide, type Baselines, type Declared } from "./baseline.js";
import { lockFindings } from "./lock-findings.js";
import { brokenEvidence, deployedFindings } from "./own-findings.js";
import { entering } from "./promotion.js";
import { locateFindings, locateProblems, locateRows } from "./places.js";
import { evidenceFrom, read, sidesOf, vouchedFor, type JudgedModel, type Run } from "./run.js";
import { rolesFor, tablesAsked } from "./tables.js";
import { versionOf } from "./version-of.js";

/** Reads one model, holds it against the policies that apply to it, and says what to report of it. */
export async function judgeModel({ identity: known, files }: SurveyedModel, run: Run): Promise<JudgedModel> {
  const { request, surveyed } = run;
  const unmapped = files.filter(({ mappings }) => mappings.length === 0);
  await surveyed.formats.prepare(unmapped.flatMap(({ path }) => surveyed.reader.open(path) ?? []));
  const { candidate, declared } = sidesOf(files, known.name, surveyed, run);
  const whole = together(candidate, declared);
  const evidence = { ...evidenceFrom(candidate, surveyed, run), files: whole.files };
  const baselines = baselinesOf(known, declaredFrom(declared, files, surveyed), run);
  const { identity, note } = entering(known, evidence, () => evidenceOnBase(baselines), request);
  const applying = request.policies.filter(({ applies }) => appliesTo(applies, identity, request.event));
  await loadTables(applying, { gathered: candidate, files, from: surveyed }, baselines, run);
  const untouched = request.onlyNew && isUntouched(identity, run);
  const findings = [
    ...(await evaluateAll(applying, identity, evidence, { baselines, untouched }, run)),
    ...deployedFindings(identity, evidence, request.deployed ?? []),
    ...lockFindings(identity, surveyed),
  ];
  run.tables.forget();
  const unasked = brokenEvidence(whole, identity, applying, findings);
  const gated = applying.some(({ gates }) => gates);
  const trusted = vouchedFindings([...findings, ...unasked], run);
  const located = await locateFindings(trusted, surveyed, request.complete);
  const problems = await locateProblems(whole, identity.name, surveyed);
  const decision = decide(located, gated || applying.length === 0);
  const isCounted = decision === "pass" && !request.complete && run.chosen > FEW_MODELS;
  const { files: read } = whole;
  return {
    findings: isCounted ? located.filter(isTold) : located,
    problems,
    untouched,
    notes: note === null ? [] : [note],
    inputs: request.complete ? inputsOf(candidate, declared, identity.name, surveyed) : [],
    brief: null,
    reported: {
      name: identity.name,
      path: identity.path,
      version: versionOf(evidence),
      stage: identity.stage,
      risk: identity.risk,
      owner: identity.owner,
      decision,
      gated,
      policies: applying.map(({ id }) => id),
      metrics: gated && !request.complete ? [] : await locateRows(metricRows(evidence, identity), surveyed),
      files: isCounted ? read.filter(({ format }) => format === null) : read,
      vouched: lowestTrust(candidate.facts.map(({ vouched }) => vouched)),
      detail: null,
    },
  };
}

/** Both sides: which files there are, and which are broken, is said of each. */
const together = (candidate: Gathered, declared: Gathered): Gathered =>
  declared.files.length === 0
    ? candidate
    : {
        facts: [...candidate.facts, ...declared.facts],
        ofOthers: candidate.ofOthers,
        broken: [...candidate.broken, ...declared.broken],
        files: [...candidate.files, ...declared.files],
      };

/**
 * What is told of a model that passes in a glance over a fleet, which counts it: of thousands, what they meet would be
 * most of what is held. Bounds with a confidence count among those that chance may break.
 */
const isTold = ({ effect, waived, judged }: Finding): boolean =>
  effect !== "pass" || waived !== null || (judged !== null && judged.p_value !== null);

/** True where the base has the same files of the model, byte for byte. */
function isUntouched({ name }: ModelIdentity, run: Run): boolean {
  const of = ({ models }: Pick<Survey, "models">): readonly FileToRead[] =>
    models.find(({ identity }) => identity.name === name)?.files ?? [];
  const here = of(run.surveyed);
  const there = run.baseSurvey === null ? [] : of(run.baseSurvey);
  return here.length === there.length && here.every(({ path }) => vouchedFor(path, run) === "base");
}

/** Null for a model that the base does not have. */
function evidenceOnBase(baselines: Baselines): Evidence | null {
  const base = baselines.evidence("base");
  return base.kind === "evidence" ? base.evidence : null;
}

const declaredFrom = (gathered: Gathered, files: readonly FileToRead[], from: Survey): Declared => ({
  gathered,
  files: files.filter(({ baseline }) => baseline),
  from,
});

/** Loads the rows that rules ask for, of the model and of what it is compared with, before any rule is evaluated. */
async function loadTables(
  policies: readonly Policy[],
  candidate: Declared,
  baselines: Baselines,
  run: Run,
): Promise<void> {
  const asking = policies.flatMap(({ rules }) => rules).filter((rule) => rolesFor(rule).length > 0);
  if (asking.length === 0) return;
  const asked = tablesAsked(asking);
  await run.tables.load(candidate.gathered, candidate.files, candidate.from, asked);
  for (const against of new Set(asking.map(({ options }) => options["against"] ?? "champion"))) {
    if (typeof against !== "string") continue;
    const side = baselines.side(against);
    if (side.kind === "side") await run.tables.load(side.gathered, side.files, side.from, asked);
  }
}

async function evaluateAll(
  policies: readonly Policy[],
  model: ModelIdentity,
  evidence: Evidence,
  { baselines, untouched }: { readonly baselines: Baselines; readonly untouched: boolean },
  run: Run,
): Promise<readonly Finding[]> {
  const { request, reviewed } = run;
  const onBase = request.onlyNew ? await findingsOnBase(policies, model, baselines.side("base"), run) : null;
  return policies.flatMap((policy) =>
    evaluatePolicy(policy, {
      model,
      evidence,
      baseline: (against) => baselines.evidence(against),
      approvals: request.approvals,
      ...(reviewed.review === null ? {} : { review: reviewed.review }),
      author: request.author,
      history: request.history,
      stages: request.configuration.stages,
      now: request.now,
      event: request.event,
      waivers: run.waivers,
      onBase,
      untouched,
      brief: !request.complete && run.chosen > FEW_MODELS,
      unkept: !request.complete,
    }),
  );
}

/** What the same policies find on the base, by fingerprint: what stands there already and is no worse only warns. */
async function findingsOnBase(
  policies: readonly Policy[],
  model: ModelIdentity,
  base: BaselineSide,
  run: Run,
): Promise<ReadonlyMap<string, Finding>> {
  const { request, baseSurvey } = run;
  const before = baseSurvey?.models.find(({ identity }) => identity.name === model.name);
  if (baseSurvey === null || before === undefined || base.kind !== "side") return new Map();
  const candidate = base.gathered;
  const besides = before.files.filter(({ baseline }) => baseline);
  const declared = read(besides, model.name, baseSurvey, run);
  const baselines = baselinesOf(model, declaredFrom(declared, before.files, baseSurvey), run);
  await loadTables(policies, { gathered: candidate, files: before.files, from: baseSurvey }, baselines, run);
  const found = policies.flatMap((policy) =>
    evaluatePolicy(policy, {
      model,
      evidence: { ...evidenceFrom(candidate, baseSurvey, run), files: together(candidate, declared).files },
      baseline: (against) =>
        against === "base" ? { kind: "itself", why: "the base is its own base" } : baselines.evidence(against),
      approvals: [],
      author: request.author,
      history: request.history,
      now: request.now,
      event: request.event,
      waivers: waiverBook([]),
      onBase: null,
    }),
  );
  return new Map(found.map((finding) => [finding.fingerprint, finding]));
}

const trustOrder: readonly Vouched[] = ["committed", "base", "recomputed", "attested"];

function lowestTrust(levels: readonly Vouched[]): Vouched | null {
  const found = new Set(levels);
  return trustOrder.find((level) => found.has(level)) ?? null;
}

/** Each finding with the least that the files it rests on are vouched for. */
function vouchedFindings(findings: readonly Finding[], run: Run): readonly Finding[] {
  const known = new Map(run.request.approvals.map(({ source, vouched }) => [source.path, vouched]));
  const levelOf = (path: string): Vouched => {
    const level = known.get(path) ?? vouchedFor(path, run);
    known.set(path, level);
    return level;
  };
  return findings.map((finding) => ({
    ...finding,
    vouched: lowestTrust(finding.sources.map(({ path }) => levelOf(path))),
  }));
}

function inputsOf(candidate: Gathered, declared: Gathered, model: string, { reader }: Survey): readonly Input[] {
  const dated = new Map<string, { readonly vouched: Vouched; readonly at: string | null }>();
  for (const { source, vouched, at } of [...candidate.facts, ...declared.facts]) {
    const before = dated.get(source.path)?.at ?? null;
    dated.set(source.path, { vouched, at: before === null || (at !== null && at > before) ? at : before });
  }
  return [...candidate.files, ...declared.files].map(({ path, format, baseline, facts, problems }) => ({
    path,
    digest: reader.open(path)?.digest ?? "",
    format,
    model,
    baseline,
    facts,
    problems,
    vouched: dated.get(path)?.vouched ?? null,
    at: dated.get(path)?.at ?? null,
  }));
}
