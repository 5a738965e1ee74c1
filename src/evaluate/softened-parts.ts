import { isPool } from "../judging/slice-pool.js";
import { judgedNumbers, missing } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import type { CheckInput, EvidencePart, Parts } from "../model/check.js";
import type { Finding, Judged, Outcome, Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";
import { loosenedLimits, shortened, type LoosenedPart } from "./loosened-limits.js";
import { grouped } from "../model/grouped.js";

/** What a rule is given of the change and of its base. */
export interface BothSides {
  readonly change: CheckInput;
  /** Null for a model that the base does not have. */
  base(): CheckInput | null;
}

const wasJudged: ReadonlySet<Outcome> = new Set(["met", "not-met", "inconclusive"]);
const foundNothing: ReadonlySet<Outcome> = new Set(["missing", "unreadable"]);

/**
 * The verdicts of a rule, with what the change softened: parts of the evidence that the base was judged on and of which it
 * says nothing, and limits of theirs that ask for less than on the base. A rule must not pass because the part that fails
 * was left out, or was made to pass. Nothing more where the rule finds nothing to judge, which says so itself, or where the
 * base could not be judged. A verdict on fewer examples than on the base says so.
 *
 * @param verdicts what the rule says of the change
 * @param before what it finds on the base
 */
export function withSoftened(
  kinds: readonly Parts[],
  verdicts: readonly Verdict[],
  before: readonly Finding[],
  sides: BothSides,
): readonly Verdict[] {
  if (verdicts.every(({ outcome }) => foundNothing.has(outcome))) return verdicts;
  if (!before.some(({ outcome }) => wasJudged.has(outcome))) return verdicts;
  const told: Verdict[] = [];
  const loosened: LoosenedPart[] = [];
  const fewer = new Map<string | null | undefined, string>();
  for (const kind of kinds) {
    const known = [...verdicts, ...told];
    if (kind.of === undefined) {
      told.push(...goneOf(kind, goneSubjects(known, before), [...known, ...before]));
      continue;
    }
    const both = partsOfBoth(kind.of, known, before, sides);
    if (both === null) continue;
    told.push(...goneOf(kind, goneAmong(both), [...known, ...before]));
    loosened.push(...loosenedLimits(both.there, both.here));
    for (const [subject, words] of fewerExamples(both)) fewer.set(subject, words);
  }
  return [
    ...verdicts.map((verdict) => sayFewer(verdict, fewer.get(verdict.subject))),
    ...told,
    ...loosenedTogether(loosened, [...verdicts, ...told, ...before]),
  ];
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

/** The parts of both sides by subject and name, without those of the base that are told of otherwise. */
interface PartsOfBoth {
  readonly there: PartsByName;
  readonly here: PartsByName;
}

type PartsByName = ReadonlyMap<string, readonly [EvidencePart, ...EvidencePart[]]>;

function partsOfBoth(
  of: NonNullable<Parts["of"]>,
  verdicts: readonly Said[],
  before: readonly Finding[],
  sides: BothSides,
): PartsOfBoth | null {
  const base = sides.base();
  if (base === null) return null;
  // What cannot be found in the change has its verdict already, and of what could not be judged nothing is lost.
  const silent = new Set(verdicts.filter(({ outcome }) => foundNothing.has(outcome)).map(({ subject }) => subject));
  const judged = new Set(before.filter(({ outcome }) => wasJudged.has(outcome)).map(({ subject }) => subject));
  const unjudged = new Set(before.map(({ subject }) => subject).filter((subject) => !judged.has(subject)));
  const there = byName(
    of(base).filter(({ subject }) => subject === undefined || !(silent.has(subject) || unjudged.has(subject))),
  );
  return there.size === 0 ? null : { there, here: byName(of(sides.change)) };
}

const byName = (parts: readonly EvidencePart[]): PartsByName =>
  grouped(parts, ({ subject, name }) => JSON.stringify([subject ?? null, name]));

const TENTH = 0.1;

/**
 * Where a result rests on fewer examples than on the base, by more than a tenth: which of them are gone, and whether they
 * were the hard ones, a number alone does not say.
 */
function fewerExamples({ there, here }: PartsOfBoth): readonly (readonly [EvidencePart["subject"], string])[] {
  return [...there].flatMap(([key, [was, another]]) => {
    const [is, more] = here.get(key) ?? [];
    const [before, now] = [was.examples ?? null, is?.examples ?? null];
    if (another !== undefined || more !== undefined || before === null || now === null) return [];
    return now < before * (1 - TENTH) ? [[was.subject, `${was.name}: ${now} examples, and ${before} on the base`]] : [];
  });
}

const sayFewer = (verdict: Verdict, words: string | undefined): Verdict =>
  words === undefined ? verdict : { ...verdict, message: `${verdict.message}; ${words}` };

function goneAmong({ there, here }: PartsOfBoth): readonly Gone[] {
  const fresh = new Map<string | null | undefined, number>();
  for (const [key, parts] of here) {
    const [part] = parts;
    const more = part.exchanged === true ? parts.length - (there.get(key)?.length ?? 0) : 0;
    if (more > 0) fresh.set(part.subject, (fresh.get(part.subject) ?? 0) + more);
  }
  const gone: Gone[] = [];
  for (const [key, parts] of there) {
    const [part] = parts;
    const { subject } = part;
    const fewer = parts.length - (here.get(key)?.length ?? 0);
    if (fewer <= 0) continue;
    const exchanged = part.exchanged === true ? Math.min(fewer, fresh.get(subject) ?? 0) : 0;
    if (exchanged > 0) fresh.set(subject, (fresh.get(subject) ?? 0) - exchanged);
    if (fewer > exchanged) gone.push({ part, times: fewer - exchanged });
  }
  return gone;
}

const goneOf = (kind: Parts, gone: readonly Gone[], others: readonly Said[]): readonly Verdict[] =>
  kind.each === true ? gone.map((one) => oneGone(one)) : together(kind, gone, others);

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

/** One verdict over all of them: the way out is one, and the number of them is its value, so that a waiver can hold it. */
function together({ one, several }: Parts, gone: readonly Gone[], others: readonly Said[]): readonly Verdict[] {
  if (gone.length === 0) return [];
  const count = gone.reduce((sum, { times }) => sum + times, 0);
  const named = gone.slice(0, MOST_NAMED).map(({ part, times }) => shownPart(part, times));
  const more = gone.length - named.length;
  const names = listed(more > 0 ? [...named, `${more} more`] : named);
  const message = `the base was judged on ${count === 1 ? `the ${one} ${names}, and the change states nothing of it` : `${count} ${several} of which the change states nothing: ${names}`}`;
  const subject = freeSubject(`${several} left out`, others);
  return [
    {
      ...missing(
        message,
        mendOf(`state the same ${several} again`),
        subject,
        filesOf(gone.map(({ part }) => part.source)),
      ),
      judged: countOf(`${several} left out`, count),
    },
  ];
}

const countOf = (metric: string, count: number): Judged =>
  judgedNumbers({
    metric,
    value: count,
    unit: "count",
    higher_is_better: false,
    bound_kind: "at-most",
    bound: 0,
  });

/** One verdict over all of them, at their places in the change; a waiver holds it by their number. */
function loosenedTogether(loosened: readonly LoosenedPart[], others: readonly Said[]): readonly Verdict[] {
  const count = loosened.reduce((sum, { limits }) => sum + limits, 0);
  if (count === 0) return [];
  const named = loosened.slice(0, MOST_NAMED).map(({ words }) => words);
  const more = loosened.length - named.length;
  const sources = loosened.slice(0, MOST_SOURCES).flatMap(({ part }) => (part.source === null ? [] : [part.source]));
  const subject = freeSubject(LOOSENED, others);
  return [
    {
      ...missing(
        `the base was judged by ${count === 1 ? "another limit" : `${count} other limits`}, and nothing shows that the change keeps ${count === 1 ? "it" : "them"}: ${[...named, ...(more > 0 ? [`${more} more`] : [])].join("; ")}`,
        "judge by the limits of the base; those that are loosened for good, a reviewed change of the policy lets go first, with `then: { missing: warn }`",
        subject,
        sources,
      ),
      judged: countOf(LOOSENED, count),
    },
  ];
}

const LOOSENED = "limits loosened";
const MOST_SOURCES = 20;

function shownPart({ name }: EvidencePart, times: number): string {
  return times === 1 ? shortened(name) : `${shortened(name)} (${times} times)`;
}

/** A subject that is no other finding's: evidence may name a column as it likes. */
function freeSubject(wanted: string, others: readonly Said[]): string {
  const taken = new Set(others.map(({ subject }) => subject));
  let subject = wanted;
  while (taken.has(subject)) subject += "…";
  return subject;
}
