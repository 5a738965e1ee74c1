import { worstDecision } from "../decide.js";
import { chanceNotes } from "../judging/chance.js";
import { effectNotes, effectOfAll } from "../report/effect.js";
import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Report, ReportedModel, ReportedProblem, ReportedShard } from "../model/report.js";
import type { ReportedReview, ReportedWaiver } from "../model/report-run.js";
import { byPath, inPathOrder, reasonOf, sorted } from "./order.js";
import { MODELS_SHOWN_WHOLE } from "./detail.js";

/** A part of a report, and where it lies. */
export interface Part {
  readonly path: string;
  readonly report: Report;
}

/**
 * One report of the parts that several runs judged: the same, byte for byte, as one run's over everything at the same
 * time. Where the parts' clocks differ, the latest is the report's.
 *
 * @throws UsageError where a part is missing, there twice, or not of the same run
 */
export function mergeReports(parts: readonly Part[]): Report {
  const problems = faultsOf(parts);
  const [first] = parts;
  if (first === undefined || problems.length > 0) throw new UsageError(problems);
  const ordered = [...parts].sort((a, b) => (a.report.shard?.index ?? 0) - (b.report.shard?.index ?? 0));
  const reports = ordered.map(({ report }) => report);
  const models = shownWhole(
    reports.flatMap((report) => report.models).sort((a, b) => (a.name < b.name ? -1 : 1)),
    new Map(reports.flatMap(({ shard }) => (shard?.brief ?? []).map(({ name, metrics }) => [name, metrics]))),
  );
  const findings = sorted(reports.flatMap((report) => report.findings));
  const decided = models.length > 0 ? worstDecision(models.map(({ decision }) => decision)) : first.report.decision;
  const clocks = reports.map(({ now }) => now);
  return {
    ...first.report,
    run: {
      ...first.report.run,
      review: reviewOf(reports),
      part_clocks: new Set(clocks).size > 1 ? clocks : [],
    },
    now: reports.map(({ now }) => now).reduce((latest, now) => (now > latest ? now : latest)),
    decision: decided,
    reason: models.length > 0 ? reasonOf(findings) : first.report.reason,
    shard: null,
    models,
    findings,
    problems: problemsOf(reports),
    waivers: waiversOf(reports),
    inputs: reports.flatMap(({ inputs }) => inputs).sort(byPath),
    unjudged: unjudgedOf(reports),
    notes: notesOf(reports, findings),
  };
}

const mend = "give merge the reports of every job of the matrix, of this run alone";

/** What keeps parts from being one report. */
function faultsOf(parts: readonly Part[]): readonly Problem[] {
  const fault = (message: string, path: string | null = null): Problem => problemAt("usage", message, mend, { path });
  const [first] = parts;
  if (first === undefined) return [fault("there is no part of a report here")];
  const whole = parts.filter(({ report }) => report.shard === null);
  if (whole.length > 0) return whole.map(({ path }) => fault("this is a whole report, and no part of one", path));
  const shards = parts.flatMap(({ path, report }) => (report.shard === null ? [] : [{ path, ...report.shard }]));
  const of = first.report.shard?.of ?? 0;
  const reviewed = parts.filter(({ report }) => isReviewedBetween(report, first.report));
  const strays = parts.filter((part) => !isOfOneRun(part.report, first.report) && !reviewed.includes(part));
  const wrong = shards.filter((shard) => shard.of !== of || shard.index < 1 || shard.index > of);
  const doubled = shards.filter(({ index }, at) => shards.findIndex((other) => other.index === index) !== at);
  const there = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: Math.min(of, 1000) }, (_, at) => at + 1).filter((index) => !there.has(index));
  return [
    ...wrong.map(({ path, index, of: parted }) =>
      fault(`this is part ${index} of ${parted}, the first is of ${of}`, path),
    ),
    ...strays.map(({ path }) => fault(`this is of another run than ${first.path}: ${differing(first.report)}`, path)),
    ...reviewed.map(({ path }) =>
      problemAt(
        "usage",
        `${arrived} ${first.path}`,
        "run all jobs again: those that failed alone would meet the same parts",
        {
          path,
        },
      ),
    ),
    ...doubled.map(({ path, index }) => fault(`part ${index} of ${of} is there twice`, path)),
    ...(missing.length === 0 ? [] : [fault(`of ${of} parts ${listedParts(missing)} missing`)]),
  ];
}

const listedParts = (missing: readonly number[]): string =>
  `${missing.slice(0, 20).join(", ")}${missing.length > 20 ? " …" : ""} ${missing.length === 1 ? "is" : "are"}`;

const differing = ({ head }: Report): string =>
  `commit, base, tool, policies and questions must be the same${head === null ? "" : `, here those of ${head.slice(0, 7)}`}`;

/** True where both judged the same state by the same rules. */
const isOfOneRun = (one: Report, other: Report): boolean => sameness(one) === sameness(other);

const arrived = "reviews of the change arrived, were taken back or could not be read between this part and";

/**
 * True where both judged the same state, but for who had approved it by then. No part speaks for the other: an approval
 * that was taken back would stand for the models of the part that still saw it.
 */
const isReviewedBetween = (one: Report, other: Report): boolean =>
  !isOfOneRun(one, other) && isOfOneRun(withoutApprovals(one), withoutApprovals(other));

const withoutApprovals = (report: Report): Report => ({ ...report, run: { ...report.run, approvals: [] } });

const sameness = ({ tool, head, base, event, run, policies, clock_given: given }: Report): string =>
  JSON.stringify([tool, head, base, event, { ...run, review: askedOf(run.review) }, policies, given]);

/** Each part asked of the change what its own models want to know. */
const askedOf = (review: ReportedReview | null): ReportedReview | null =>
  review === null ? null : { ...review, same_difference: {}, owners: {} };

/** What all parts were answered of the change. */
function reviewOf(reports: readonly Report[]): ReportedReview | null {
  const reviews = reports.flatMap(({ run }) => run.review ?? []);
  const [first] = reviews;
  if (first === undefined) return null;
  return {
    ...first,
    same_difference: Object.fromEntries(reviews.flatMap((review) => Object.entries(review.same_difference))),
    owners: Object.fromEntries(reviews.flatMap((review) => Object.entries(review.owners))),
  };
}

/** The first few in name order are shown whole, as in one run; the others as they would have been there. */
function shownWhole(
  models: readonly ReportedModel[],
  brief: ReadonlyMap<string, ReportedShard["brief"][number]["metrics"]>,
): readonly ReportedModel[] {
  let left = MODELS_SHOWN_WHOLE;
  return models.map((model) => {
    if (model.detail === null || left-- > 0) return model;
    return { ...model, detail: null, metrics: brief.get(model.name) ?? model.metrics };
  });
}

function problemsOf(reports: readonly Report[]): readonly ReportedProblem[] {
  const ofRun = reports.flatMap(({ problems }) => problems.filter(({ model }) => model === null));
  const once = new Map(ofRun.map((problem) => [JSON.stringify(problem), problem]));
  const ofModels = reports.flatMap(({ problems }) => problems.filter(({ model }) => model !== null));
  const ordered = [...ofModels].sort((a, b) => compared(a.model ?? "", b.model ?? ""));
  return [...once.values(), ...ordered];
}

/** What is true of the parts one by one is told once; what counts over models is counted over all of them. */
function notesOf(reports: readonly Report[], findings: Report["findings"]): readonly string[] {
  const shards = reports.flatMap(({ shard }) => shard ?? []);
  const once = (key: keyof ReportedShard["notes"]): readonly string[] => {
    const [first = [], ...others] = shards.map(({ notes }) => notes[key]);
    return [...first, ...new Set(others.flat().filter((note) => !first.includes(note)))];
  };
  const policies = (shards[0]?.adjusted ?? []).map(({ policy, by }) => ({ id: policy, adjust: by }));
  const effects = shards.flatMap(({ effect }) => effect ?? []);
  return [
    ...once("run"),
    ...[...once("models")].sort(),
    ...once("tree"),
    ...chanceNotes(findings, policies),
    ...(effects.length === 0 ? [] : effectNotes(effectOfAll(effects))),
  ];
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A waiver that any part used is used. */
function waiversOf(reports: readonly Report[]): readonly ReportedWaiver[] {
  const [first, ...others] = reports.map(({ waivers }) => waivers);
  return (first ?? []).map((waiver, index) =>
    others.some((waivers) => waivers[index]?.state === "used") ? { ...waiver, state: "used" } : waiver,
  );
}

function unjudgedOf(reports: readonly Report[]): Report["unjudged"] {
  const byPlace = new Map(reports.flatMap(({ unjudged }) => unjudged.map((file) => [file.path, file] as const)));
  return inPathOrder([...byPlace.values()]);
}
