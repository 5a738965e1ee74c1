import type { FactOf } from "../model/fact.js";
import type { Judged, Verdict } from "../model/finding.js";
import { keeps } from "./bound.js";
import type { ComputedDrift, DriftFault } from "./drift-tables.js";
import { shownBeside, shownNumber } from "./wording.js";

type Drift = FactOf<"drift">;

/** What a rule asks of each score. */
export interface DriftBounds {
  readonly atMost: number | null;
  readonly minSamples: number | null;
}

/** One score that a report states. */
export function judgeStatedDrift(fact: Drift, { atMost, minSamples }: DriftBounds): Verdict {
  const subject = fact.column ?? fact.scope;
  const sources = [fact.source];
  const score = fact.score ?? fact.share;
  if (fact.non_finite !== null)
    return {
      subject,
      outcome: "unreadable",
      message: `the score of ${subject} is ${fact.non_finite}`,
      mend: "find out why it could not be computed",
      sources,
    };
  if (atMost === null) return byFlag(fact, subject);
  if (score === null) {
    if (fact.p_value === null)
      return {
        subject,
        outcome: "unreadable",
        message: `no score is stated for ${subject}`,
        mend: "write the score into the report",
        sources,
      };
    return {
      subject,
      outcome: "inconclusive",
      message: `${fact.method ?? "the test"} gives p ${shownNumber(fact.p_value)} and no size`,
      mend: "report a distance, such as psi or wasserstein-normed",
      sources,
    };
  }
  const n = fact.n_current;
  const message = `${subject} ${shownBeside(score, atMost)}${fact.method === null ? "" : ` by ${fact.method}`}, at most ${shownNumber(atMost)}${statedHow(fact)}`;
  if (minSamples !== null && n !== null && n < minSamples)
    return {
      subject,
      outcome: "inconclusive",
      message: `${message}; ${n} rows, fewer than ${minSamples}`,
      mend: "wait for more rows",
      sources,
      judged: judgedOf(fact, score, atMost),
    };
  return {
    subject,
    outcome: keeps(score, "at-most", atMost) ? "met" : "not-met",
    message,
    sources,
    judged: judgedOf(fact, score, atMost),
  };
}

/** Of a report's score: its rows, where they are stated, and that an index hangs on bins which nobody here has chosen. */
function statedHow({ method, n_reference: reference, n_current: current }: Drift): string {
  const rows =
    reference === null && current === null ? "" : `; n ${reference ?? "unknown"} and ${current ?? "unknown"}`;
  return `${method === "psi" ? "; by the report's own bins" : ""}${rows}`;
}

function byFlag(fact: Drift, subject: string): Verdict {
  const sources = [fact.source];
  if (fact.drifted === null)
    return {
      subject,
      outcome: "missing",
      message: `the tool gives no verdict on ${subject}`,
      mend: "say `at-most`, and the score is judged",
      sources,
    };
  if (!fact.drifted) return { subject, outcome: "met", message: `${subject} has not drifted, says the tool`, sources };
  const pOnly = fact.score === null && fact.share === null && fact.p_value !== null;
  if (pOnly)
    return {
      subject,
      outcome: "inconclusive",
      message: `${subject} is flagged by a p-value alone, which says nothing of its size`,
      mend: "report a distance beside the test",
      sources,
    };
  return { subject, outcome: "not-met", message: `${subject} has drifted, says the tool`, sources };
}

/**
 * One score that was computed. What luck alone would show as often as the rule's error allows, over all the scores that
 * are judged together, is no drift that is shown.
 *
 * @param error of the whole rule, above 0 and below 1
 * @param together how many scores the rule judges
 */
export function judgeComputedDrift(
  { fact, score, current }: ComputedDrift,
  { atMost, minSamples }: DriftBounds,
  error: number,
  together: number,
  subject: string,
): Verdict {
  const sources = [current.source];
  const bound = atMost ?? Infinity;
  const message = `${subject} ${shownBeside(score.score, bound)} by ${fact.method ?? ""}, at most ${shownNumber(bound)}; ${score.how}; n ${score.reference} and ${score.current}${score.usual === null ? "" : `; without drift above ${shownNumber(score.usual)} one time in twenty`}`;
  const judged = judgedOf(fact, score.score, bound);
  if (minSamples !== null && Math.min(score.reference, score.current) < minSamples)
    return {
      subject,
      outcome: "inconclusive",
      message: `${message}, fewer than ${minSamples}`,
      mend: "wait for more rows",
      sources,
      judged,
    };
  if (keeps(score.score, "at-most", bound)) return { subject, outcome: "met", message, sources, judged };
  const luck = score.byLuck;
  if (luck === null || luck < error / together) return { subject, outcome: "not-met", message, sources, judged };
  return {
    subject,
    outcome: "inconclusive",
    message: `${message}; columns that have not drifted reach it with probability ${shownNumber(luck)}`,
    mend: "wait for more rows",
    sources,
    judged,
  };
}

/** A column for which nothing could be computed. */
export const driftFault = ({ column, why, missing, source }: DriftFault): Verdict => ({
  subject: column,
  outcome: missing ? "missing" : "inconclusive",
  message: `the drift of ${column} cannot be computed: ${why}`,
  mend: missing ? "write the column into the current data, or take it out of the reference" : "look at the column",
  sources: [source],
});

/** One verdict over all columns, some of which may be over the bound. */
export function togetherOver(verdicts: readonly Verdict[], allowed: number): Verdict {
  const over = verdicts.filter(({ outcome }) => outcome === "not-met");
  const unknown = verdicts.filter(({ outcome }) => outcome !== "not-met" && outcome !== "met");
  const share = over.length / verdicts.length;
  const names = over.slice(0, 5).map(({ message }) => message);
  const message = `${over.length} of ${verdicts.length} over the bound, at most ${shownNumber(allowed * 100)} % may be${names.length === 0 ? "" : `: ${names.join("; ")}`}`;
  const shown = over.length > 0 ? over : verdicts.slice(0, 1);
  const sources = shown.flatMap(({ sources: own }) => own);
  if (!keeps(share, "at-most", allowed)) return { subject: null, outcome: "not-met", message, sources };
  if (keeps((over.length + unknown.length) / verdicts.length, "at-most", allowed))
    return { subject: null, outcome: "met", message, sources };
  const first = unknown[0];
  return {
    subject: null,
    outcome: first?.outcome ?? "inconclusive",
    message: `${message}; ${unknown.length} cannot be judged: ${first?.message ?? ""}`,
    sources: unknown.flatMap(({ sources: own }) => own),
  };
}

const judgedOf = (fact: Drift, score: number, bound: number): Judged => ({
  metric: fact.method ?? (fact.share === null ? "drift" : "share of drifted columns"),
  value: score,
  unit: null,
  higher_is_better: false,
  bound_kind: "at-most",
  bound,
  baseline: null,
  change: null,
  interval: null,
  n: fact.n_current,
  rung: "point",
  method: null,
  confidence: null,
  samples_needed: null,
  p_value: null,
  p_adjusted: null,
});
