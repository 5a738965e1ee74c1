import { isPool } from "../judging/slice-pool.js";
import { judgedNumbers, missing } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import type { CheckInput, EvidencePart, Parts } from "../model/check.js";
import type { Finding, Outcome, Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";

/** What a rule is given of the change and of its base. */
export interface BothSides {
  readonly change: CheckInput;
  /** Null for a model that the base does not have. */
  base(): CheckInput | null;
}

const wasJudged: ReadonlySet<Outcome> = new Set(["met", "not-met", "inconclusive"]);
const foundNothing: ReadonlySet<Outcome> = new Set(["missing", "unreadable"]);

/**
 * Parts of the evidence that the base was judged on and of which the change says nothing: a rule must not pass because
 * the part that fails was left out. Nothing where the rule finds nothing to judge, which says so itself, or where the
 * base could not be judged.
 *
 * @param verdicts what the rule says of the change
 * @param before what it finds on the base
 */
export function goneParts(
  kinds: readonly Parts[],
  verdicts: readonly Verdict[],
  before: readonly Finding[],
  sides: BothSides,
): readonly Verdict[] {
  if (verdicts.every(({ outcome }) => foundNothing.has(outcome))) return [];
  if (!before.some(({ outcome }) => wasJudged.has(outcome))) return [];
  const told: Verdict[] = [];
  for (const kind of kinds) {
    const known = [...verdicts, ...told];
    const gone = kind.of === undefined ? goneSubjects(known, before) : goneOf(kind, known, before, sides);
    told.push(...(kind.each === true ? gone.map((one) => oneGone(one)) : together(kind, gone, [...known, ...before])));
  }
  return told;
}

/** A part that is gone, and how often it is. */
interface Gone {
  readonly part: EvidencePart;
  readonly times: number;
}

type Said = Pick<Verdict, "subject" | "outcome">;

/** Where small slices were pooled, a slice that is not stated may be in the pool. */
function goneSubjects(verdicts: readonly Said[], before: readonly Finding[]): readonly Gone[] {
  const stated = new Set(verdicts.map(({ subject }) => subject));
  if ([...stated].some((subject) => subject !== null && isPool(subject))) return [];
  return before.flatMap(({ subject, outcome, sources: [source = null] }): readonly Gone[] =>
    subject === null || stated.has(subject) || !wasJudged.has(outcome) || isPool(subject)
      ? []
      : [{ part: { name: subject, source, subject }, times: 1 }],
  );
}

function goneOf({ of }: Parts, verdicts: readonly Said[], before: readonly Finding[], sides: BothSides) {
  const base = sides.base();
  if (base === null || of === undefined) return [];
  const there = counted(of(base));
  if (there.size === 0) return [];
  const here = counted(of(sides.change));
  // What cannot be found in the change has its verdict already, and of what could not be judged nothing is lost.
  const silent = new Set(verdicts.filter(({ outcome }) => foundNothing.has(outcome)).map(({ subject }) => subject));
  const judged = new Set(before.filter(({ outcome }) => wasJudged.has(outcome)).map(({ subject }) => subject));
  const unjudged = new Set(before.map(({ subject }) => subject).filter((subject) => !judged.has(subject)));
  const fresh = new Map<string | null | undefined, number>();
  for (const [key, { part, times }] of here) {
    const more = part.exchanged === true ? times - (there.get(key)?.times ?? 0) : 0;
    if (more > 0) fresh.set(part.subject, (fresh.get(part.subject) ?? 0) + more);
  }
  const gone: Gone[] = [];
  for (const [key, { part, times }] of there) {
    const { subject } = part;
    const fewer = times - (here.get(key)?.times ?? 0);
    if (fewer <= 0 || (subject !== undefined && (silent.has(subject) || unjudged.has(subject)))) continue;
    const exchanged = part.exchanged === true ? Math.min(fewer, fresh.get(subject) ?? 0) : 0;
    if (exchanged > 0) fresh.set(subject, (fresh.get(subject) ?? 0) - exchanged);
    if (fewer > exchanged) gone.push({ part, times: fewer - exchanged });
  }
  return gone;
}

function counted(parts: readonly EvidencePart[]): ReadonlyMap<string, Gone> {
  const counts = new Map<string, Gone>();
  for (const part of parts) {
    const key = JSON.stringify([part.subject ?? null, part.name]);
    counts.set(key, { part: counts.get(key)?.part ?? part, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return counts;
}

const mendOf = (what: string): string =>
  `${what}; what is gone for good, a reviewed change of the policy lets go first, with \`then: { missing: warn }\``;

const oneGone = ({ part: { name, source } }: Gone): Verdict =>
  missing(
    `the base was judged on ${name}, and the change states nothing of it`,
    mendOf(`state ${name} again`),
    name,
    filesOf([source]),
  );

/** The base's files: the lines of theirs are not the change's. */
const filesOf = (sources: readonly EvidencePart["source"][]): Verdict["sources"] =>
  [...new Set(sources.flatMap((source) => (source === null ? [] : source.path)))]
    .slice(0, MOST_NAMED)
    .map((path) => wholeFile(path));

const MOST_NAMED = 4;
const LONGEST_NAME = 80;

/** One verdict over all of them: the way out is one, and the number of them is its value, so that a waiver can hold it. */
function together({ one, several }: Parts, gone: readonly Gone[], others: readonly Said[]): readonly Verdict[] {
  if (gone.length === 0) return [];
  const count = gone.reduce((sum, { times }) => sum + times, 0);
  const named = gone.slice(0, MOST_NAMED).map(({ part, times }) => shownPart(part, times));
  const more = gone.length - named.length;
  const names = listed(more > 0 ? [...named, `${more} more`] : named);
  const message = `the base was judged on ${count === 1 ? `the ${one} ${names}, and the change states nothing of it` : `${count} ${several} of which the change states nothing: ${names}`}`;
  return [
    {
      ...missing(
        message,
        mendOf(`state the same ${several} again`),
        freeSubject(`${several} left out`, others),
        filesOf(gone.map(({ part }) => part.source)),
      ),
      judged: judgedNumbers({
        metric: `${several} left out`,
        value: count,
        unit: "count",
        higher_is_better: false,
        bound_kind: "at-most",
        bound: 0,
      }),
    },
  ];
}

function shownPart({ name }: EvidencePart, times: number): string {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return times === 1 ? short : `${short} (${times} times)`;
}

/** A subject that is no other finding's: evidence may name a column as it likes. */
function freeSubject(wanted: string, others: readonly Said[]): string {
  const taken = new Set(others.map(({ subject }) => subject));
  let subject = wanted;
  while (taken.has(subject)) subject += "…";
  return subject;
}
