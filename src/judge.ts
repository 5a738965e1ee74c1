import { decide, levelFor, worstDecision } from "./decide.js";
import { appliesTo, evaluatePolicy, fingerprintOf } from "./evaluate/evaluate.js";
import { waiverBook, type WaiverBook } from "./evaluate/waivers.js";
import { evidenceOf, gather, type FileToRead, type Gathered } from "./gather.js";
import type { Wanted } from "./model/adapter.js";
import type { Configuration } from "./model/configuration.js";
import type { Baseline, BrokenFile, Evidence, ModelIdentity } from "./model/evidence.js";
import type { Fact, FactKind, FactOf, Vouched } from "./model/fact.js";
import type { Effect, Finding } from "./model/finding.js";
import type { Policy } from "./model/policy.js";
import type { Problem } from "./model/problem.js";
import type { Input, MetricRow, Report, ReportedModel, ReportedPolicy, ReportedProblem } from "./model/report.js";
import { wholeFile, type Source } from "./model/source.js";
import type { Waiver } from "./model/waiver.js";
import type { FileSystem } from "./model/world.js";
import { interpretMetric } from "./normalise/metric-vocabulary.js";
import { instantOf } from "./normalise/instant.js";
import { createLocator, loadYamlPlaces, needsYamlPlaces } from "./read/locate.js";
import { metricRows } from "./report/metric-rows.js";
import { survey, type Survey, type SurveyedModel } from "./survey.js";
import { listed } from "./judging/wording.js";

/** A tree to compare with, such as the base commit. */
export interface OtherTree {
  readonly tree: FileSystem;
  readonly label: string;
  readonly configuration: Configuration;
}

export interface JudgeRequest {
  readonly tree: FileSystem;
  readonly rootName: string;
  readonly configuration: Configuration;
  readonly policies: readonly Policy[];
  readonly waivers: readonly Waiver[];
  readonly scope: readonly string[];
  /** Only models of these names; empty is all. */
  readonly only: readonly string[];
  /** The stage that models would enter; null keeps the configured one. */
  readonly stage: string | null;
  readonly event: string | null;
  readonly author: string | null;
  readonly approvals: readonly FactOf<"approval">[];
  /** Null where nothing is compared; otherwise what already failed there only warns. */
  readonly base: OtherTree | null;
  /** Whether what the base has already only warns: on a pull request. */
  readonly onlyNew: boolean;
  /** Risk class of a model that the base does not know, whatever it says of itself; absent where it may say. */
  readonly riskOfNew?: string | null;
  release(): OtherTree | null;
  /** Paths that the change touches; null judges everything. */
  readonly touched: ReadonlySet<string> | null;
  readonly now: number;
  readonly clockGiven: boolean;
  readonly version: string;
  readonly head: string | null;
  readonly policiesFrom: "working-tree" | "base";
  /** Digests, and places of what is met as well: for forms that are kept. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  progress(done: number, all: number): void;
}

/** The whole journey of one run: survey, read, evaluate, decide. */
export async function judge(request: JudgeRequest): Promise<Report> {
  const { configuration, policies } = request;
  const wanted = wantedBy(policies);
  const surveyed = await survey({
    tree: request.tree,
    rootName: request.rootName,
    configuration,
    scope: request.scope,
    markdownBody: wanted.markdownBody,
  });
  const baseSurvey = request.base === null ? null : await surveyOther(request.base, request, wanted);
  const releaseTree = policies.some(({ rules }) => rules.some(({ options }) => options["against"] === "release"))
    ? request.release()
    : null;
  const releaseSurvey = releaseTree === null ? null : await surveyOther(releaseTree, request, wanted);
  const waivers = waiverBook(request.waivers);
  const run: Run = { request, surveyed, baseSurvey, releaseSurvey, wanted, waivers };

  const models: JudgedModel[] = [];
  const chosen = surveyed.models.filter((model) => isChosen(model, request));
  for (const [index, model] of chosen.entries()) {
    request.progress(index, chosen.length);
    models.push(await judgeModel(staged(classed(model, run), request.stage), run));
    // Neighbours that adapters looked at are let go of now and then; the model's own files at once.
    if (index % 256 === 255) surveyed.reader.forget();
    else surveyed.reader.forget(model.files.map(({ path }) => path));
  }
  models.push(...removedModels(run));
  return reportOf(models, run);
}

interface Run {
  readonly request: JudgeRequest;
  readonly surveyed: Survey;
  readonly baseSurvey: Survey | null;
  readonly releaseSurvey: Survey | null;
  readonly wanted: Wanted;
  readonly waivers: WaiverBook;
}

interface JudgedModel {
  readonly reported: ReportedModel;
  readonly findings: readonly Finding[];
  readonly problems: readonly ReportedProblem[];
  readonly inputs: readonly Input[];
}

const surveyOther = (other: OtherTree, request: JudgeRequest, wanted: Wanted): Promise<Survey> =>
  survey({
    tree: other.tree,
    rootName: request.rootName,
    configuration: other.configuration,
    scope: request.scope,
    markdownBody: wanted.markdownBody,
  });

function wantedBy(policies: readonly Policy[]): Wanted {
  const kinds = new Set<FactKind>(["model", "run", "dataset"]);
  let markdownBody = false;
  for (const { rules } of policies) {
    for (const { check } of rules) {
      check.needs.forEach((kind) => kinds.add(kind));
      markdownBody ||= check.needsMarkdownBody === true;
    }
  }
  return { has: (kind) => kinds.has(kind), markdownBody, metrics: metricsOf(policies) };
}

/** The metrics that rules name, where every rule on measurements names its own; null where one takes any. */
function metricsOf(policies: readonly Policy[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const { check, subject } of policies.flatMap(({ rules }) => rules)) {
    if (!check.needs.includes("measurement")) continue;
    const own = check.metricsOf?.(subject) ?? null;
    if (own === null) return null;
    own.forEach((name) => names.add(name).add(interpretMetric(name).metric));
  }
  return names;
}

function isChosen({ identity, files }: SurveyedModel, { only, touched }: JudgeRequest): boolean {
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

const staged = ({ identity, files }: SurveyedModel, stage: string | null): SurveyedModel => ({
  identity: stage === null ? identity : { ...identity, stage },
  files,
});

async function judgeModel({ identity, files }: SurveyedModel, run: Run): Promise<JudgedModel> {
  const { request, surveyed } = run;
  const candidate = read(
    files.filter(({ baseline }) => !baseline),
    identity.name,
    surveyed,
    run,
  );
  const declared = read(
    files.filter(({ baseline }) => baseline),
    identity.name,
    surveyed,
    run,
  );
  const evidence = evidenceOf(candidate);
  const applying = request.policies.filter(({ applies }) => appliesTo(applies, identity, request.event));
  const findings = [...evaluateAll(applying, identity, evidence, declared, run)];
  const unasked = brokenEvidence(candidate, identity, applying, findings);
  const gated = applying.some(({ gates }) => gates);
  const located = await locate([...findings, ...unasked], surveyed, request.complete);
  const problems = await locateProblems(candidate, identity.name, surveyed);
  return {
    findings: located,
    problems,
    inputs: request.complete ? inputsOf(candidate, declared, identity.name, surveyed) : [],
    reported: {
      name: identity.name,
      path: identity.path,
      version: versionOf(evidence),
      stage: identity.stage,
      risk: identity.risk,
      owner: identity.owner,
      decision: decide(located, gated || applying.length === 0),
      gated,
      policies: applying.map(({ id }) => id),
      metrics: gated && !request.complete ? [] : await locateRows(metricRows(evidence, identity), surveyed),
      files: [...candidate.files, ...declared.files],
      vouched: lowestTrust(candidate),
    },
  };
}

function read(files: readonly FileToRead[], model: string, from: Survey, run: Run): Gathered {
  const { reader, recognise } = from;
  return gather(files, { reader, recognise, wanted: run.wanted, model, vouchedFor: (path) => vouchedFor(path, run) });
}

/** A file that the base has with the same bytes was vouched for when it was merged. */
function vouchedFor(path: string, { request, baseSurvey, surveyed }: Run): Vouched {
  if (request.base === null || baseSurvey === null) return "committed";
  const here = surveyed.reader.open(path);
  const there = baseSurvey.reader.open(path);
  return here !== null && there !== null && Buffer.compare(here.bytes, there.bytes) === 0 ? "base" : "committed";
}

function* evaluateAll(
  policies: readonly Policy[],
  model: ModelIdentity,
  evidence: Evidence,
  declared: Gathered,
  run: Run,
): Generator<Finding> {
  const { request } = run;
  const onBase = request.onlyNew ? findingsOnBase(policies, model, run) : null;
  for (const policy of policies) {
    yield* evaluatePolicy(policy, {
      model,
      evidence,
      baseline: (against) => baselineFor(against, model, declared, run),
      approvals: request.approvals,
      author: request.author,
      now: request.now,
      event: request.event,
      waivers: run.waivers,
      onBase,
    });
  }
}

/** What the same policies find on the base, by fingerprint: what stands there already and is no worse only warns. */
function findingsOnBase(policies: readonly Policy[], model: ModelIdentity, run: Run): ReadonlyMap<string, Finding> {
  const { request, baseSurvey } = run;
  const before = baseSurvey?.models.find(({ identity }) => identity.name === model.name);
  if (baseSurvey === null || before === undefined) return new Map();
  const gathered = read(
    before.files.filter(({ baseline }) => !baseline),
    model.name,
    baseSurvey,
    run,
  );
  const declared = read(
    before.files.filter(({ baseline }) => baseline),
    model.name,
    baseSurvey,
    run,
  );
  const found = policies.flatMap((policy) =>
    evaluatePolicy(policy, {
      model,
      evidence: evidenceOf(gathered),
      baseline: (against) =>
        against === "base"
          ? { kind: "itself", why: "the base is its own base" }
          : baselineFor(against, model, declared, run),
      approvals: [],
      author: request.author,
      now: request.now,
      event: request.event,
      waivers: waiverBook([]),
      onBase: null,
    }),
  );
  return new Map(found.map((finding) => [finding.fingerprint, finding]));
}

function baselineFor(against: string, model: ModelIdentity, declared: Gathered, run: Run): Baseline {
  switch (against) {
    case "base":
      return fromTree(
        model,
        run.baseSurvey,
        run.request.base?.label ?? "base",
        run,
        "there is no base to compare with",
        "say --base REF, or run on a pull request",
      );
    case "release":
      return fromTree(
        model,
        run.releaseSurvey,
        "release",
        run,
        "there is no release to compare with",
        "tag a release, and fetch tags (fetch-depth: 0)",
      );
    case "champion":
      return championOf(model, declared, run);
    default:
      return fromPath(against, model, run);
  }
}

function fromTree(
  model: ModelIdentity,
  from: Survey | null,
  label: string,
  run: Run,
  why: string,
  mend: string,
): Baseline {
  if (from === null) return { kind: "absent", why, mend };
  const found = from.models.find(({ identity }) => identity.name === model.name);
  if (found === undefined) return { kind: "new", why: `${model.name} is new: ${label} does not have it` };
  return {
    kind: "evidence",
    label,
    evidence: evidenceOf(
      read(
        found.files.filter(({ baseline }) => !baseline),
        model.name,
        from,
        run,
      ),
    ),
  };
}

function championOf(model: ModelIdentity, declared: Gathered, run: Run): Baseline {
  if (declared.files.length > 0) return { kind: "evidence", label: "champion", evidence: evidenceOf(declared) };
  if (model.champion === model.name) return { kind: "itself", why: `${model.name} is the champion itself` };
  if (model.champion !== null) return fromPath(model.champion, model, run, "champion");
  return {
    kind: "absent",
    why: "no champion is named to compare with",
    mend: "name it in referee.yaml: models: [{ name, path, champion: <model> }], or mark its results with `role: baseline`",
  };
}

/** Another model by name or folder, or any file or folder below the root. */
function fromPath(against: string, model: ModelIdentity, run: Run, label = against): Baseline {
  const { surveyed } = run;
  const path = against.replace(/\/+$/, "");
  const named = surveyed.models.find(({ identity }) => identity.name === path || identity.path === path);
  if (named?.identity.name === model.name) return { kind: "itself", why: `${model.name} is the ${label} itself` };
  const inside = (file: FileToRead): boolean => file.path === path || file.path.startsWith(`${path}/`);
  const files =
    named?.files ?? [...surveyed.models.flatMap(({ files: own }) => own), ...surveyed.unowned].filter(inside);
  if (files.length === 0)
    return {
      kind: "absent",
      why: `nothing is at ${path} to compare with`,
      mend: "name a model, or a path below the checked root",
    };
  return {
    kind: "evidence",
    label,
    evidence: evidenceOf(
      read(
        files.filter(({ baseline }) => !baseline),
        named?.identity.name ?? model.name,
        surveyed,
        run,
      ),
    ),
  };
}

const ownPolicy = "referee";

function ownFinding(
  model: string,
  rule: string,
  fields: Pick<Finding, "subject" | "outcome" | "effect" | "message" | "mend" | "sources">,
): Finding {
  return {
    ...fields,
    model,
    policy: ownPolicy,
    rule,
    check: rule,
    level: levelFor(fields.effect),
    waived: null,
    on_base: false,
    judged: null,
    fingerprint: fingerprintOf(model, ownPolicy, rule, fields.subject),
    references: [],
  };
}

/** Broken files and bad numbers that no rule took: they warn, and block where nothing else gates. */
function brokenEvidence(
  candidate: Gathered,
  model: ModelIdentity,
  policies: readonly Policy[],
  findings: readonly Finding[],
): readonly Finding[] {
  const told = new Set(
    findings
      .filter(({ outcome }) => outcome === "unreadable")
      .flatMap(({ sources }) => sources.map(({ path }) => path)),
  );
  const looksOnly = policies.length > 0 && policies.every(({ gates }) => !gates);
  const effect = (known: boolean): Effect => (looksOnly && known ? "block" : "warn");
  const broken = candidate.broken.filter(({ source }) => !told.has(source.path));
  const brokenPaths = new Set(candidate.broken.map(({ source }) => source.path));
  const bad = candidate.facts.filter(
    (fact): fact is FactOf<"problem"> =>
      isBadNumber(fact) && !told.has(fact.source.path) && !brokenPaths.has(fact.source.path),
  );
  return [
    ...broken.map((file: BrokenFile) =>
      ownFinding(model.name, "evidence-readable", {
        subject: file.source.path,
        outcome: "unreadable",
        effect: effect(file.gives.length > 0),
        message: file.message,
        mend: file.mend,
        sources: [file.source],
      }),
    ),
    ...bad.map((fact) =>
      ownFinding(model.name, "evidence-readable", {
        subject: `${fact.source.path}${fact.source.pointer ?? ""}`,
        outcome: "unreadable",
        effect: effect(true),
        message: fact.message,
        mend: fact.mend,
        sources: [fact.source],
      }),
    ),
  ];
}

const isBadNumber = (fact: Fact): boolean =>
  fact.kind === "problem" &&
  (fact.problem === "non-finite" || fact.problem === "wrong-type" || fact.problem === "duplicate-key");

/** Models that the base judged and the head no longer has. */
function removedModels({ request, surveyed, baseSurvey }: Run): readonly JudgedModel[] {
  if (baseSurvey === null || !request.onlyNew || request.only.length > 0) return [];
  const names = new Set(surveyed.models.map(({ identity }) => identity.name));
  const gone = baseSurvey.models.filter(({ identity }) => !names.has(identity.name) && identity.stage !== "archived");
  return gone.map(({ identity, files }) => {
    const finding = ownFinding(identity.name, "model-present", {
      subject: null,
      outcome: "missing",
      effect: "undecided",
      message: `the base has this model at ${identity.path === "" ? "the root" : identity.path}, and the change removes it`,
      mend: "give it the stage `archived` in referee.yaml first, in a change of its own",
      sources: files.slice(0, 1).map(({ path }) => wholeFile(path)),
    });
    return {
      findings: [finding],
      problems: [],
      inputs: [],
      reported: {
        name: identity.name,
        path: identity.path,
        version: null,
        stage: identity.stage,
        risk: identity.risk,
        owner: identity.owner,
        decision: decide([finding]),
        gated: true,
        policies: [],
        metrics: [],
        files: [],
        vouched: null,
      },
    };
  });
}

async function locate(
  findings: readonly Finding[],
  { reader }: Survey,
  complete: boolean,
): Promise<readonly Finding[]> {
  const shown = (finding: Finding): boolean => complete || finding.effect !== "pass";
  const sources = findings.filter(shown).flatMap((finding) => finding.sources);
  if (sources.length === 0) return findings;
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, complete).locate(sources);
  let at = 0;
  return findings.map((finding) =>
    shown(finding) ? { ...finding, sources: finding.sources.map((source) => places[at++] ?? source) } : finding,
  );
}

async function locateProblems(
  { facts }: Gathered,
  model: string,
  { reader }: Survey,
): Promise<readonly ReportedProblem[]> {
  const problems = facts.filter((fact): fact is FactOf<"problem"> => fact.kind === "problem");
  if (problems.length === 0) return [];
  const sources = problems.map(({ source }) => source);
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, false).locate(sources);
  return problems.map(({ problem, message, mend, source }, index) => ({
    problem,
    message,
    mend,
    path: source.path,
    line: places[index]?.line ?? 1,
    column: places[index]?.column ?? null,
    model,
  }));
}

async function locateRows(rows: readonly MetricRow[], { reader }: Survey): Promise<readonly MetricRow[]> {
  const sources: readonly Source[] = rows.map(({ source }) => source);
  if (sources.length === 0) return rows;
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, false).locate(sources);
  return rows.map((row, index) => ({ ...row, source: places[index] ?? row.source }));
}

const versionOf = (evidence: Evidence): string | null =>
  evidence.of("model").find(({ version }) => version !== null)?.version ??
  evidence
    .of("card")
    .find(
      ({ field, value }) =>
        field !== null && /^(model_)?version$|^model_details\.version(\.name)?$/.test(field) && value !== null,
    )
    ?.value?.toString() ??
  null;

const trustOrder: readonly Vouched[] = ["committed", "base", "recomputed", "attested"];

const lowestTrust = ({ facts }: Gathered): Vouched | null =>
  trustOrder.find((level) => facts.some(({ vouched }) => vouched === level)) ?? null;

const inputsOf = (candidate: Gathered, declared: Gathered, model: string, { reader }: Survey): readonly Input[] =>
  [...candidate.files, ...declared.files].map(({ path, format, baseline, facts, problems }) => ({
    path,
    digest: reader.open(path)?.digest ?? "",
    format,
    model,
    baseline,
    facts,
    problems,
  }));

function reportOf(models: readonly JudgedModel[], run: Run): Report {
  const { request, surveyed } = run;
  const findings = [...models.flatMap((model) => model.findings), ...leftOver(run, models)];
  const nothing = models.length === 0;
  const fine =
    nothing && (request.touched !== null || request.configuration.nothingToJudgeIsFine) && request.only.length === 0;
  const decision = fine ? "pass" : worstDecision(models.map(({ reported }) => reported.decision));
  return {
    schema_version: 1,
    tool: { name: "model-referee", version: request.version },
    now: instantOf(request.now) ?? "",
    clock_given: request.clockGiven,
    decision,
    reason: nothing ? nothingReason(request, surveyed, fine) : reasonOf(models, findings),
    event: request.event,
    base: request.base?.label ?? null,
    head: request.head,
    models: models.map(({ reported }) => reported).sort((a, b) => (a.name < b.name ? -1 : 1)),
    findings: sorted(findings),
    problems: [
      ...request.problems.map((problem) => ({ ...problem, model: null })),
      ...models.flatMap((model) => model.problems),
    ],
    policies: request.policies.map((policy) => reportedPolicy(policy, request)),
    inputs: models.flatMap(({ inputs }) => inputs).sort((a, b) => (a.path < b.path ? -1 : 1)),
    unjudged: unjudgedOf(models, run),
    notes: [...request.notes, ...surveyed.links.map((path) => `${path} is a link to a folder and was not followed`)],
  };
}

/** Files above every model, and files of models that nobody knew. */
function unjudgedOf(models: readonly JudgedModel[], run: Run): Report["unjudged"] {
  const { surveyed } = run;
  const unknown = models.flatMap(({ reported }) =>
    reported.files
      .filter(({ format, problems }) => format === null && problems === 0)
      .map(({ path }) => ({ path, format: null })),
  );
  const own = new Set([
    run.request.configuration.path,
    ...run.request.policies.map(({ path }) => path),
    ...run.request.configuration.waivers,
  ]);
  const above = surveyed.unowned
    .map(({ path }) => ({ path, format: null }))
    .filter(({ path }) => !own.has(path) && !/(^|\/)\.[^/]+$|\.test\.yaml$|^(license|notice)/i.test(path));
  return [...above, ...unknown].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Worst first, then by model, file and rule. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ effect }: Finding): number => ["block", "undecided", "warn", "note", "pass"].indexOf(effect);
  const key = ({ model, policy, rule, subject }: Finding): string =>
    [model, policy, rule, subject ?? ""].join("\u0000");
  return [...findings]
    .map((finding) => ({ finding, rank: rank(finding), key: key(finding) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

const reportedPolicy = ({ id, path, digest, rules }: Policy, { policiesFrom }: JudgeRequest): ReportedPolicy => ({
  id,
  path,
  digest,
  rules: rules.length,
  from: path.startsWith("referee:") ? "pack" : policiesFrom,
});

function leftOver({ waivers, request }: Run, models: readonly JudgedModel[]): readonly Finding[] {
  return waivers
    .leftOver(
      request.now,
      models.flatMap(({ findings }) => findings),
    )
    .map(({ waiver, why }) =>
      ownFinding(waiver.model, `waiver-${why}`, {
        subject: `${waiver.rule}${waiver.subject === null ? "" : ` ${waiver.subject}`}`,
        outcome: "not-met",
        effect: why === "expired" ? "warn" : "note",
        message:
          why === "expired"
            ? `the waiver of ${waiver.rule} by ${waiver.owner} has expired`
            : `the waiver of ${waiver.rule} by ${waiver.owner} was not needed`,
        mend: "delete it, or renew it in a reviewed change",
        sources: [{ ...wholeFile(waiver.path), line: waiver.line }],
      }),
    );
}

function nothingReason({ only, touched, scope }: JudgeRequest, surveyed: Survey, fine: boolean): string {
  if (fine) return "nothing to judge: the change touches no model";
  if (only.length > 0)
    return `no model is called ${listed(only, "or")}; there are ${listed(surveyed.models.map(({ identity }) => identity.name).slice(0, 8)) || "none"}`;
  if (touched !== null) return "nothing to judge: the change touches no model";
  return `no model was found${scope.includes("") ? "" : ` in ${listed(scope)}`}: a folder with a model card, an MLmodel file or a *.facts.jsonl is one`;
}

function reasonOf(models: readonly JudgedModel[], findings: readonly Finding[]): string {
  const stopping = findings.filter(({ effect }) => effect === "block" || effect === "undecided");
  const rules = new Set(
    models.flatMap(({ findings: own }) => own.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`)),
  ).size;
  if (stopping.length === 0) {
    const warned = findings.filter(({ effect }) => effect === "warn").length;
    return warned === 0
      ? `${rules} ${rules === 1 ? "rule is" : "rules are"} met`
      : `${rules} rules judged, ${warned} ${warned === 1 ? "warning" : "warnings"}`;
  }
  const counts = ["not-met", "missing", "unreadable", "inconclusive"].map((outcome) => ({
    outcome: outcome.replace("-", " "),
    count: stopping.filter((finding) => finding.outcome === outcome).length,
  }));
  const stoppingRules = new Set(stopping.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`)).size;
  return `${stoppingRules} of ${rules} rules ${stoppingRules === 1 ? "stops" : "stop"} it: ${counts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(", ")}`;
}
