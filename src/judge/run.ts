import { evidenceOf } from "../gather/evidence-of.js";
import { gather, type FileToRead, type GatherContext, type Gathered } from "../gather/gather.js";
import type { Past } from "./past.js";
import type { RecordedReview } from "./review.js";
import type { NamedMetric, Wanted } from "../model/adapter.js";
import type { Evidence } from "../model/evidence.js";
import type { FactKind, Vouched } from "../model/fact.js";
import type { Finding } from "../model/finding.js";
import type { Policy, Rule } from "../model/policy.js";
import type { Input, ReportedModel, ReportedProblem } from "../model/report.js";
import type { MetricRow } from "../model/report-detail.js";
import type { WaiverBook } from "../evaluate/waivers.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { blobId } from "../read/blob-id.js";
import type { OpenedFile } from "../read/opened-file.js";
import { isModelFile } from "../read/syntax.js";
import type { Survey } from "../survey.js";
import type { JudgeRequest } from "./request.js";
import type { TableShelf } from "./tables.js";

/** What every step of one run may look at. */
export interface Run {
  readonly request: JudgeRequest;
  /** Digests that a verified attestation names. */
  readonly attested: ReadonlySet<string>;
  readonly surveyed: Survey;
  readonly baseSurvey: Survey | null;
  readonly releaseSurvey: Survey | null;
  /** Commit of the release that is compared with. */
  readonly releaseCommit: string | null;
  readonly wanted: Wanted;
  readonly waivers: WaiverBook;
  /** How many models are to be judged, by this run or, where it is one of several, by all of them. */
  readonly chosen: number;
  readonly tables: TableShelf;
  readonly reviewed: RecordedReview;
  /** What earlier reports say of each model, by its name. */
  readonly past: Past;
}

/** One model, judged: its part of the report. */
export interface JudgedModel {
  readonly reported: ReportedModel;
  /** Its table as it would be, were it not shown whole; null where it is not. */
  readonly brief: readonly MetricRow[] | null;
  readonly findings: readonly Finding[];
  readonly problems: readonly ReportedProblem[];
  readonly inputs: readonly Input[];
  /** True where the base has the same files of it, byte for byte. */
  readonly untouched?: boolean;
  /** What the reader should know of it. */
  readonly notes?: readonly string[];
}

/**
 * What the rules of these policies need to be read.
 *
 * @param partsCompared true where a change must speak of all that its base was judged on: then single checks and columns
 * are read as well, where a rule judges the sum over them
 */
export function wantedBy(policies: readonly Policy[], partsCompared = false): Wanted {
  const kinds = new Set<FactKind>(["model", "run", "dataset"]);
  let markdownBody = false;
  let modelFiles = false;
  for (const { rules } of policies) {
    for (const rule of rules) {
      const { check } = rule;
      check.needs.forEach((kind) => kinds.add(kind));
      markdownBody ||= check.needsMarkdownBody === true || choosesClaims(rule);
      modelFiles ||= check.needsModelFiles === true;
    }
  }
  return {
    has: (kind) => kinds.has(kind),
    markdownBody,
    claimable: markdownBody ? [] : claimableOf(policies),
    modelFiles,
    metrics: metricsOf(policies),
    ...partsOf(policies),
    ...(partsCompared ? { datasetDriftOnly: false, suitesOnly: false } : {}),
  };
}

/** Fields of a card that tell the model's version, whatever is asked. */
export const versionFields = ["version", "model_version", "model_details.version", "model_details.version.name"];

/** The parts that are enough for all rules together. */
function partsOf(policies: readonly Policy[]): Pick<Wanted, "cardFields" | "datasetDriftOnly" | "suitesOnly"> {
  const fields = new Set<string>(versionFields);
  let [cardWhole, driftWhole, checksWhole] = [false, false, false];
  for (const { check, subject, options } of policies.flatMap(({ rules }) => rules)) {
    const looks = check.looksAt?.(subject, options);
    if (check.needs.includes("card")) {
      cardWhole ||= looks?.cardFields === undefined;
      looks?.cardFields?.forEach((field) => fields.add(field));
    }
    if (check.needs.includes("drift")) driftWhole ||= looks?.datasetDriftOnly !== true;
    if (check.needs.includes("check")) checksWhole ||= looks?.suitesOnly !== true;
  }
  return { cardFields: cardWhole ? null : fields, datasetDriftOnly: !driftWhole, suitesOnly: !checksWhole };
}

/** True for a rule that takes some results of its metrics and not others: which of them a card claims cannot be foreseen. */
const choosesClaims = ({ check, options }: Rule): boolean =>
  check.metricsOf !== undefined &&
  ["dataset", "split", "run", "where", "sets", "clean"].some((option) => options[option] !== undefined);

/** The metrics that rules name, by what they are asked for each of. */
function claimableOf(policies: readonly Policy[]): readonly NamedMetric[] {
  const named = new Map<string, NamedMetric>();
  for (const { check, subject, options } of policies.flatMap(({ rules }) => rules)) {
    const sliced = check.options["for-each"]?.kind === "slice-keys" ? options["for-each"] : undefined;
    const each = Array.isArray(sliced) ? (sliced as readonly (readonly string[])[]) : [null];
    for (const metric of check.metricsOf?.(subject) ?? [])
      for (const keys of each) named.set(JSON.stringify([metric, keys]), { metric, keys });
  }
  return [...named.values()];
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

/** Both sides that a model's files speak for: itself, and the champion whose results lie beside it. */
export interface Sides {
  readonly candidate: Gathered;
  readonly declared: Gathered;
}

/** Reads a model's files, those marked as the baseline's apart. */
export const sidesOf = (files: readonly FileToRead[], model: string, from: Survey, run: Run): Sides => ({
  candidate: read(
    files.filter(({ baseline }) => !baseline),
    model,
    from,
    run,
  ),
  declared: read(
    files.filter(({ baseline }) => baseline),
    model,
    from,
    run,
  ),
});

/** What was gathered from a tree, as rules look at it: facts, and the rows that were loaded. */
export const evidenceFrom = (gathered: Gathered, from: Survey, { tables }: Run): Evidence =>
  evidenceOf(gathered, tables.of(gathered, from));

/** Reads files into facts of a model. */
export function read(
  files: readonly FileToRead[],
  model: string,
  from: Survey,
  run: Pick<Run, "wanted" | "request" | "attested" | "baseSurvey" | "surveyed">,
): Gathered {
  const { reader, recognise } = from;
  const context: GatherContext = {
    reader,
    recognise,
    wanted: run.wanted,
    model,
    vouchedFor: (path) => vouchedFor(path, run),
    lockedDigest: (path) => from.locked.get(path),
  };
  const reading = (): Gathered => gather(files, context);
  const { facts } = run.request;
  if (facts === null || facts === undefined) return reading();
  return facts.of(from === run.surveyed ? "head" : "before", files, context, reading);
}

/** A file is vouched for by a signature that names its digest, or by the base that has the same bytes. */
export function vouchedFor(
  path: string,
  { request, attested, baseSurvey, surveyed }: Pick<Run, "request" | "attested" | "baseSurvey" | "surveyed">,
): Vouched {
  if (attested.size > 0 && attested.has(surveyed.reader.open(path)?.digest ?? "")) return "attested";
  if (request.base === null || baseSurvey === null) return "committed";
  const before = request.renames?.get(path) ?? path;
  const known = baseSurvey.tree.blobId?.(before);
  if (known !== undefined) return known !== null && isBlob(path, known, surveyed) ? "base" : "committed";
  const here = surveyed.reader.open(path);
  const there = baseSurvey.reader.open(before);
  return here !== null && there !== null && isSame(here, there) ? "base" : "committed";
}

/** True where a file has the bytes that git knows by a name: the commit's own need not be read. */
function isBlob(path: string, known: string, { tree, reader }: Survey): boolean {
  const own = tree.blobId?.(path);
  if (own !== undefined) return own === known;
  const file = reader.open(path);
  if (file === null) return false;
  // Of what is large, and of weights, only the beginning is held.
  const parts = file.size > MOST_COMPARED_BYTES || isModelFile(path) ? tree.parts(path) : file.parts();
  if (parts === null) return false;
  try {
    return blobId(parts, known.length) === known;
  } finally {
    parts.close();
  }
}

/** Large files are told apart by their digests: they are not held. */
const isSame = (here: OpenedFile, there: OpenedFile): boolean =>
  here.size === there.size &&
  (here.size > MOST_COMPARED_BYTES ? here.digest === there.digest : Buffer.compare(here.bytes, there.bytes) === 0);

const MOST_COMPARED_BYTES = 1 << 20;
