import type { FactCommon } from "../model/fact.js";
import type { History } from "../model/history.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { shownSpan } from "./wording.js";

/** Seconds that a clock may be behind another without a date lying in the future. */
const TOLERATED_SKEW = 5 * 60_000;

/** True where a time lies beyond the clock by more than clocks differ. Both in milliseconds since 1970. */
export const isAhead = (time: number, now: number): boolean => time > now + TOLERATED_SKEW;

/** What a finding on the age alone is about: the option that asks for it, so that no column of that name is meant. */
const ageSubject = "max-age";

/**
 * Whether the newest of some facts is not older than a span. A fact is as old as its content says or as its file's last
 * commit, whichever is older: a report that is committed late is no fresher for it, and a date can be written at will.
 * Without any date it cannot be told.
 *
 * @param now milliseconds since 1970
 * @param oldest milliseconds
 */
export function judgeAge(
  facts: readonly Pick<FactCommon, "at" | "source">[],
  oldest: number,
  now: number,
  what: string,
  history: History,
): Verdict {
  const dated = facts.flatMap((fact) => datedBy(fact, now, history));
  const newest = [...dated].sort((a, b) => b.time - a.time)[0];
  if (newest === undefined) {
    return {
      subject: ageSubject,
      outcome: "missing",
      message: `${what} says nowhere when it was made`,
      mend: `write the time of the report into it${history.cutOff === null ? ", or commit it" : `; ${history.cutOff}`}`,
      sources: facts.slice(0, 1).map(({ source }) => source),
    };
  }
  const sources = [newest.source];
  if (isAhead(newest.time, now)) {
    return {
      subject: ageSubject,
      outcome: "unreadable",
      message: `${what} is dated ${newest.at}, beyond the run's clock`,
      mend: "correct the clock that dated it",
      sources,
    };
  }
  const age = Math.max(0, now - newest.time);
  const message = `${what} is ${shownSpan(age)} old${newest.byCommit ? " by its last commit" : ""}, at most ${shownSpan(oldest)}`;
  return {
    subject: ageSubject,
    outcome: age <= oldest ? "met" : "not-met",
    message,
    mend: "make the report again",
    sources,
    ...(age <= oldest ? {} : { byTime: true }),
  };
}

interface Dated {
  readonly time: number;
  /** ISO 8601. */
  readonly at: string;
  readonly byCommit: boolean;
  readonly source: Source;
}

function datedBy({ at, source }: Pick<FactCommon, "at" | "source">, now: number, history: History): readonly Dated[] {
  const committed = history.lastChange(source.path)?.at ?? null;
  const stated = at === null ? null : Date.parse(at);
  // A date beyond the clock is told as such, whatever the commit says.
  const ahead = stated !== null && isAhead(stated, now);
  const time = stated === null ? committed : committed === null || ahead ? stated : Math.min(stated, committed);
  if (time === null) return [];
  return [{ time, at: new Date(time).toISOString(), byCommit: time !== stated, source }];
}
