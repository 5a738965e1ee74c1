import type { CheckInput, EvidencePart } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { normalQuantile } from "../statistics/normal-distribution.js";
import { isAhead } from "./age.js";
import { conceptAlarms } from "./concept-alarms.js";
import { distinctDrift } from "./drift-parts.js";
import { seriesOf } from "./series.js";
import { servedModel } from "./served-model.js";
import { brokenFor } from "./selection.js";
import { missing, unreadableFile } from "./verdict.js";

/** Something that a rule on retraining needs to know: known, and from where; or why not. */
export type Known<T> =
  | { readonly kind: "known"; readonly value: T; readonly source: Source | null }
  | { readonly kind: "unknown"; readonly verdict: Verdict };

const known = <T>(value: T, source: Source | null): Known<T> => ({ kind: "known", value, source });
const unknown = (verdict: Verdict, input: string): Known<never> => ({
  kind: "unknown",
  verdict: { ...verdict, subject: input, message: `cannot decide without the ${input}: ${verdict.message}` },
});

type Facts = Pick<CheckInput, "evidence" | "model" | "now" | "confidence">;

/** Milliseconds since the model that serves was made. */
export function ageOf({ evidence, model, now }: Facts): Known<number> {
  const broken = brokenFor(evidence, "model")[0];
  if (broken !== undefined) return unknown(unreadableFile(broken), "age");
  const served = servedModel(evidence, model, null);
  if (served.kind === "verdict") return unknown(served.verdict, "age");
  if (served.created === null)
    return unknown(missing("no evidence says when the model was made", "commit the MLmodel file"), "age");
  const created = Date.parse(served.created);
  if (isAhead(created, now))
    return unknown(
      {
        subject: "age",
        outcome: "unreadable",
        message: `the model is dated ${served.created}, beyond the run's clock`,
        mend: "correct the clock that dated it",
        sources: served.source === null ? [] : [served.source],
      },
      "age",
    );
  return known(Math.max(0, now - created), served.source);
}

const columnsByMethod = (evidence: Evidence, method: string): readonly FactOf<"drift">[] =>
  evidence
    .of("drift")
    .filter(
      ({ scope, method: own }) =>
        scope === "column" && (method === "any" || own === method || own === canonicalDriftMethod(method)),
    );

/** The columns whose scores are counted. */
export const columnsScored = (evidence: Evidence, method: string): readonly EvidencePart[] =>
  distinctDrift(columnsByMethod(evidence, method).filter(({ score }) => score !== null)).map(({ column, source }) => ({
    name: column ?? "without a name",
    source,
  }));

/** Share of the columns over a bound, by a method (any: whichever the reports have). */
export function driftedShareOf({ evidence }: Facts, method: string, bound: number): Known<number> {
  const broken = brokenFor(evidence, "drift")[0];
  if (broken !== undefined) return unknown(unreadableFile(broken), "drift");
  const facts = columnsByMethod(evidence, method);
  const odd = facts.find(({ non_finite: odd }) => odd !== null);
  if (odd !== undefined)
    return unknown(
      {
        subject: null,
        outcome: "unreadable",
        message: `the score of ${odd.column ?? "a column"} is ${odd.non_finite ?? ""}`,
        sources: [odd.source],
      },
      "drift",
    );
  const scored = facts.filter(({ score }) => score !== null);
  const [first] = scored;
  if (first === undefined)
    return unknown(missing("no evidence scores the drift of the columns", "commit a drift report"), "drift");
  return known(scored.filter(({ score }) => (score ?? 0) > bound).length / scored.length, first.source);
}

/** Whether two detectors, or a detector and a measured loss, see the concept drift. */
export function conceptOf({ evidence }: Facts): Known<boolean> {
  const broken = brokenFor(evidence, "drift")[0];
  if (broken !== undefined) return unknown(unreadableFile(broken), "drift of the concept");
  const facts = conceptAlarms(evidence);
  const [first] = facts;
  if (first === undefined)
    return unknown(missing("no report speaks of it", "commit the detectors' summary"), "drift of the concept");
  const alarmed = new Set(
    facts
      .filter(({ drifted }) => drifted === true)
      .map(({ method, column, source }) => `${method ?? source.path} ${column ?? ""}`),
  );
  const lost = evidence.of("drift").some(({ scope, drifted }) => scope === "performance" && drifted === true);
  return known(alarmed.size >= 2 || (alarmed.size === 1 && lost), first.source);
}

export interface Loss {
  readonly lost: number;
  /** What is shown to be lost at the rule's confidence; the bare loss where no uncertainty is stated. */
  readonly atLeast: number;
}

/** What a metric has lost from the first to the newest of its dated values, in its bad direction. */
export function lossOf({ evidence, confidence }: Facts, metric: string): Known<Loss> {
  const series = seriesOf(evidence, { metric, dataset: null, protocol: null, bySteps: false });
  if (series.kind === "verdict") return unknown(series.verdict, metric);
  const first = series.points[0];
  const newest = series.points.at(-1);
  if (first === undefined || newest === undefined || first === newest)
    return unknown(missing(`only one value of ${metric} is dated`, "write its values over time"), metric);
  const higher = newest.fact.higher_is_better;
  if (higher === null)
    return unknown(
      {
        subject: null,
        outcome: "inconclusive",
        message: `whether a higher ${metric} is better is not known`,
        mend: "map the file with `higher_is_better`",
        sources: [newest.fact.source],
      },
      metric,
    );
  const lost = (higher ? 1 : -1) * (first.quantified.value - newest.quantified.value);
  const deviations = [first, newest].map(
    ({ quantified: { value, standardError, trials } }) =>
      standardError ??
      (trials === null || trials <= 0 || value < 0 || value > 1 ? null : Math.sqrt((value * (1 - value)) / trials)),
  );
  const [before = null, after = null] = deviations;
  const reach =
    confidence === null || before === null || after === null
      ? 0
      : -normalQuantile(1 - confidence) * Math.hypot(before, after);
  return known({ lost, atLeast: lost - reach }, newest.fact.source);
}

/** Rows of the current data, as their reports state them. */
export function newRowsOf({ evidence }: Facts): Known<number> {
  const broken = brokenFor(evidence, "dataset")[0];
  if (broken !== undefined) return unknown(unreadableFile(broken), "new data");
  const current = evidence.of("dataset").filter(({ role, rows }) => role === "current" && rows !== null);
  const tables = evidence.of("table").filter(({ role }) => role === "current");
  const first = current[0] ?? tables[0];
  if (first === undefined)
    return unknown(
      missing("no evidence counts the rows that have come since", "state a data set with `role: current` and its rows"),
      "new data",
    );
  return known(Math.max(...current.map(({ rows }) => rows ?? 0), ...tables.map(({ rows }) => rows)), first.source);
}
