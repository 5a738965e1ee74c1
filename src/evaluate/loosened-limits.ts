import { loosened, shownLoosened, type Loosened } from "../judging/limits.js";
import { listed } from "../judging/wording.js";
import type { EvidencePart } from "../model/check.js";
import type { Limit } from "../model/fact.js";

/** A part of the change whose limits ask for less than those of the base. */
export interface LoosenedPart {
  readonly part: EvidencePart;
  /** How many limits of it. */
  readonly limits: number;
  readonly words: string;
}

type ByName = ReadonlyMap<string, readonly EvidencePart[]>;

/** Parts of one name are told apart by their limits: those that are as they were first, then those that are as tight. */
export function loosenedLimits(there: ByName, here: ByName): readonly LoosenedPart[] {
  return [...there].flatMap(([key, before]) => {
    const now = here.get(key) ?? [];
    const [was] = before;
    const [is] = now;
    // Most parts stand alone, and are as they were.
    if (before.length === 1 && now.length === 1 && alike(was?.limits, is?.limits)) return [];
    return pairs(before, now).flatMap(([{ limits }, found]) => toldOf(limits ?? [], found));
  });
}

const alike = (a: EvidencePart["limits"], b: EvidencePart["limits"]): boolean =>
  (a ?? null) === (b ?? null) || JSON.stringify(a) === JSON.stringify(b);

/** Parts of one name beyond which they are taken in their order. */
const MOST_MATCHED = 200;

type Pair = readonly [was: EvidencePart, is: EvidencePart];

const isLimited = ({ limits }: EvidencePart): boolean => limits !== null && limits !== undefined && limits.length > 0;

const isAsTight = (was: EvidencePart, is: EvidencePart): boolean =>
  is.limits !== null && is.limits !== undefined && loosened(was.limits ?? [], is.limits).length === 0;

/** Each part of the base that has limits, with what stands for it in the change; what has no counterpart is gone. */
function pairs(before: readonly EvidencePart[], now: readonly EvidencePart[]): readonly Pair[] {
  const open = new Map<string, EvidencePart[]>();
  for (const part of now) {
    const key = JSON.stringify(part.limits ?? null);
    const known = open.get(key);
    if (known === undefined) open.set(key, [part]);
    else known.push(part);
  }
  const changed = before.filter((part) => open.get(JSON.stringify(part.limits ?? null))?.pop() === undefined);
  const free = new Set([...open.values()].flat());
  const unmatched = changed.filter(isLimited).filter((was) => {
    const found = free.size > MOST_MATCHED ? undefined : [...free].find((part) => isAsTight(was, part));
    if (found !== undefined) free.delete(found);
    return found === undefined;
  });
  const left = [...free];
  const changedPairs = unmatched.flatMap((was, index): readonly Pair[] => {
    const is = left[index];
    return is === undefined ? [] : [[was, is]];
  });
  return [...changedPairs, ...further(before.filter(isLimited), now, left.slice(unmatched.length))];
}

/**
 * The same check in a further file, as of a month more, is held to what the base held it to; another one of its name in
 * the same file is a check that is new.
 */
function further(limited: readonly EvidencePart[], now: readonly EvidencePart[], more: readonly EvidencePart[]) {
  const [first] = limited;
  if (first === undefined || more.length === 0) return [];
  const others = new Set(more);
  const files = new Set(now.flatMap((part) => (others.has(part) ? [] : (part.source?.path ?? []))));
  return more
    .filter((part) => part.source !== null && !files.has(part.source.path))
    .filter((part) => !limited.slice(0, MOST_MATCHED).some((was) => isAsTight(was, part)))
    .map((part): Pair => [first, part]);
}

function toldOf(was: readonly Limit[], part: EvidencePart): readonly LoosenedPart[] {
  const { limits, name } = part;
  if (limits === undefined) return [];
  if (limits === null) return [{ part, limits: was.length, words: `the limits of ${shortened(name)} are not stated` }];
  const found = loosened(was, limits);
  return found.length === 0 ? [] : [{ part, limits: found.length, words: wordsOf(part, found) }];
}

const MOST_LIMITS = 3;

function wordsOf({ name }: EvidencePart, found: readonly Loosened[]): string {
  const named = found.slice(0, MOST_LIMITS).map(shownLoosened);
  const more = found.length - named.length;
  return `${shortened(name)}: ${listed(more > 0 ? [...named, `${more} more`] : named)}`;
}

const LONGEST_NAME = 80;

/** A name as a message has it: of at most 80 characters, with `…` where it was cut. */
export const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
