import type { FactCommon } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { shownSpan } from "./wording.js";

/** Seconds that a clock may be behind another without a date lying in the future. */
const TOLERATED_SKEW = 5 * 60_000;

/** Whether the newest of some facts is not older than a span. Without any date it cannot be told. */
export function judgeAge(
  facts: readonly Pick<FactCommon, "at" | "source">[],
  oldest: number,
  now: number,
  what: string,
): Verdict {
  const dated = facts.flatMap(({ at, source }) => (at === null ? [] : [{ time: Date.parse(at), at, source }]));
  const newest = [...dated].sort((a, b) => b.time - a.time)[0];
  if (newest === undefined) {
    return {
      subject: "age",
      outcome: "missing",
      message: `${what} says nowhere when it was made`,
      mend: "write the time of the report into it",
      sources: facts.slice(0, 1).map(({ source }) => source),
    };
  }
  const sources = [newest.source];
  if (newest.time > now + TOLERATED_SKEW) {
    return {
      subject: "age",
      outcome: "unreadable",
      message: `${what} is dated ${newest.at}, beyond the run's clock`,
      mend: "correct the clock that dated it",
      sources,
    };
  }
  const age = Math.max(0, now - newest.time);
  const message = `${what} is ${shownSpan(age)} old, at most ${shownSpan(oldest)}`;
  return {
    subject: "age",
    outcome: age <= oldest ? "met" : "not-met",
    message,
    mend: "make the report again",
    sources,
  };
}
