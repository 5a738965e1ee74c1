import type { BrokenFile } from "../model/evidence.js";
import type { Judged, Outcome, Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";

/** What a broken file makes of a rule that would take a fact from it. */
export const unreadableFile = ({ source, message, mend }: BrokenFile, subject: string | null = null): Verdict => ({
  subject,
  outcome: "unreadable",
  message: `${source.path}: ${message}`,
  mend,
  sources: [source],
});

/** A rule that finds nothing to judge. */
export const missing = (
  message: string,
  mend: string,
  subject: string | null = null,
  sources: readonly Source[] = [],
): Verdict => ({ subject, outcome: "missing", message, mend, sources });

const nothingJudged: Judged = {
  metric: null,
  value: null,
  unit: null,
  higher_is_better: null,
  bound_kind: null,
  bound: null,
  baseline: null,
  change: null,
  interval: null,
  n: null,
  rung: null,
  method: null,
  confidence: null,
  samples_needed: null,
  p_value: null,
  p_adjusted: null,
};

/** The numbers behind a verdict; what is not given is null. */
export const judgedNumbers = (known: Partial<Judged>): Judged => ({ ...nothingJudged, ...known });

const worstFirst: readonly Outcome[] = ["not-met", "unreadable", "missing", "inconclusive", "met", "not-applicable"];

/** The verdict that stands where several are said of one subject; undefined where there is none. */
export const worstOf = (verdicts: readonly Verdict[]): Verdict | undefined =>
  [...verdicts].sort((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome))[0];
