import { isPool } from "../judging/slice-pool.js";
import { mendOfGone, missing } from "../judging/verdict.js";
import type { Finding, Outcome, Verdict } from "../model/finding.js";
import type { Rule } from "../model/policy.js";
import { wholeFile } from "../model/source.js";

const wasJudged: ReadonlySet<Outcome> = new Set(["met", "not-met", "inconclusive"]);

/**
 * Slices that a rule judged on the base and that the change no longer states: a rule must not pass because the slice
 * that fails was left out. Nothing where the rule finds nothing to judge at all, which says so itself, or where small
 * slices were pooled, so that one of them may be in the pool.
 *
 * @param onBase what the same policies find on the base
 */
export function goneSlices(
  rule: Rule,
  policy: string,
  verdicts: readonly Verdict[],
  onBase: Iterable<Finding>,
): readonly Verdict[] {
  if (rule.check.eachSlice !== true) return [];
  if (verdicts.every(({ outcome }) => outcome === "missing" || outcome === "unreadable")) return [];
  const stated = new Set(verdicts.map(({ subject }) => subject));
  if ([...stated].some((subject) => subject !== null && isPool(subject))) return [];
  const gone: Verdict[] = [];
  for (const { policy: of, rule: id, subject, outcome, sources } of onBase) {
    if (of !== policy || id !== rule.id || subject === null || stated.has(subject)) continue;
    if (!wasJudged.has(outcome) || isPool(subject)) continue;
    const message = `the base was judged on ${subject}, and the change states nothing of it`;
    const files = sources.slice(0, 1).map(({ path }) => wholeFile(path));
    gone.push(missing(message, mendOfGone("slices"), subject, files));
  }
  return gone;
}
