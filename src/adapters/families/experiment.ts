import type { Value } from "../../model/adapter.js";
import type { Arm, Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { isRecord, list, member, members, numeric, scalarText } from "../../read/shape.js";
import { timeFields } from "./named-time.js";

/** Experiments with arms: who saw what, and how many of them did what was hoped for. */

const armName = /^(variant|variation|arm|group|bucket|treatment_group|cohort|branch|name|id|key)(_name|_id|_key)?$/i;
const exposed =
  /^(exposures?|n|users?|customers?|clients?|accounts?|visitors?|visits?|participants?|patients?|sessions?|impressions?|trials|subjects|units?|observations?|assignments?|assigned|samples?|(sample|group|arm)_?size|size|nobs|population|(n|num|number_of|unique|total|total_unique)_(users|customers|visitors|sessions|samples|exposures|impressions|observations|obs|units|subjects|participants|trials|requests)|total|count|denominator(_count)?|requests)$/i;
const succeeded =
  /^(conversions?|successes|success(_count)?|converted(_(users|customers|visitors))?|clicks|purchases|purchasers|buyers|orders|events|(n|num|number_of|total)_(conversions?|converted|success(es)?|clicks|purchases)|conversion_count|x|numerator(_count)?|signups|completions|completed)$/i;
const mean = /^(mean|average|avg|metric_mean|mean_value)$/i;
const variance = /^(var|variance)$/i;
const standardError = /^(standard_error|std_?err(or)?|stderr|se|sem)$/i;
const deviation = /^(sd|std|stddev|std_dev|standard_deviation)$/i;

/** Cells of one arm, in the order in which they stand. */
export type Cells = readonly (readonly [key: string, value: Value])[];

const first = (cells: Cells, pattern: RegExp): Value | undefined => cells.find(([key]) => pattern.test(key))?.[1];

const count = (cells: Cells, pattern: RegExp): number | null => {
  const found = numeric(first(cells, pattern));
  return found !== undefined && found >= 0 && Number.isInteger(found) ? found : null;
};

/** True where arms are called by what is done in an experiment: a slice of the data is not. */
export const tellExperiment = (names: readonly string[]): boolean =>
  names.some((name) => /^(control|treatment|treated|baseline|champion|challenger|canary|stable|holdout)\b/i.test(name));

/** True for keys that name arms, and for those that count or measure them. */
export const isArmName = (key: string): boolean => armName.test(key);
export const isExposure = (key: string): boolean => exposed.test(key);
export const isSuccess = (key: string): boolean => succeeded.test(key);

/** True where the keys tell an arm: how many were exposed, and what came of it. */
export const tellArm = (keys: readonly string[]): boolean =>
  keys.some(isExposure) && (keys.some(isSuccess) || (keys.some((key) => mean.test(key)) && keys.some(isSpread)));

const isSpread = (key: string): boolean => variance.test(key) || deviation.test(key) || standardError.test(key);

/** The arm that cells state; its mean is `mean`, or the only one that stands beside its own spread: `revenue_mean`, `revenue_sd`. */
export function armOf(name: string, cells: Cells): Arm {
  const measured = meanWithSpread(cells, "") ?? onlyNamedMean(cells);
  return {
    name,
    exposures: count(cells, exposed),
    successes: count(cells, succeeded),
    mean: measured?.mean ?? numeric(first(cells, mean)) ?? null,
    variance: measured?.variance ?? null,
  };
}

interface MeanWithSpread {
  readonly mean: number;
  readonly variance: number;
}

/** The mean under `<prefix>mean` with the variance or deviation beside it. */
function meanWithSpread(cells: Cells, prefix: string): MeanWithSpread | undefined {
  const under = cells.flatMap(([key, value]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : [],
  );
  const centre = numeric(first(under, mean));
  const deviated = numeric(first(under, deviation));
  const erring = numeric(first(under, standardError));
  const n = count(cells, exposed);
  const spread =
    numeric(first(under, variance)) ??
    (deviated === undefined ? undefined : deviated ** 2) ??
    (erring === undefined || n === null ? undefined : erring ** 2 * n);
  return centre === undefined || spread === undefined || spread < 0 ? undefined : { mean: centre, variance: spread };
}

function onlyNamedMean(cells: Cells): MeanWithSpread | undefined {
  const found = cells.flatMap(([key]) => {
    const prefix = /^(.{1,60}_)mean$/i.exec(key)?.[1];
    return prefix === undefined ? [] : (meanWithSpread(cells, prefix) ?? []);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** A problem for each count of an arm that is written and is no count. */
export function badCounts({ name, cells, where }: ArmAt): readonly Statement[] {
  return cells.flatMap(([key, value]): Statement[] => {
    if (!(isExposure(key) || isSuccess(key)) || value === null || value === "") return [];
    const counted = numeric(value);
    if (counted !== undefined && counted >= 0) return [];
    const nonFinite = typeof value === "number" && !Number.isFinite(value);
    return [
      {
        kind: "problem",
        problem: nonFinite ? "non-finite" : "wrong-type",
        message: `${key} of ${name} is no count`,
        mend: "write how many there were",
        where: where(key),
      },
    ];
  });
}

export interface ArmAt {
  readonly name: string;
  readonly cells: Cells;
  readonly where: (key: string) => Where;
}

/** More arms than any experiment has: a list or record of so many is something else. */
const MOST_ARMS = 50;

const places = [
  "variants",
  "variations",
  "arms",
  "groups",
  "buckets",
  "overall",
  "totals",
  "results",
  "treatments",
  "summary",
];

/** The arms in a document: a list of them, or a record by their names, under a telling key or at the top. */
export function armsIn(value: Value | undefined): readonly ArmAt[] {
  for (const key of places) {
    const found = armsAt(member(value, key), pointer("", key));
    if (found.length > 1) return found;
  }
  return armsAt(value, "");
}

const ofSide = "(?:[_ -](?:metrics|stats|results?|group|arm|variant|model))?";
const armWord = new RegExp(
  `^(canary|stable|baseline|control|treatment|champion|challenger|primary|candidate|current)${ofSide}([_ -]?v?\\d{1,4}(\\.\\d{1,4}){0,3})?$`,
  "i",
);
const letterSide = /^(?:(?:group|variant|variation|arm|bucket|version|model)[_ -]?)?[a-d]$/i;
const testWord = /(^|_)p_?val|^(z|t|chi2?)_|_test$|statistic|significan|winner|(^|_)(up)?lift/i;

/**
 * The sides of a canary or comparison that are called by what they are, whether or not their users are counted; none
 * unless one is the canary or the treatment, so that no two models are taken for arms. Sides that only letters tell
 * apart are arms where each is counted, and what came of it too or a test beside them.
 */
export function sidesIn(value: Value | undefined): readonly ArmAt[] {
  for (const key of [null, "metrics", "results", "arms", "groups", "variants", "comparison", "descriptive_stats"]) {
    const held = key === null ? value : member(value, key);
    const base = key === null ? "" : pointer("", key);
    const named = members(held).filter(([name, side]) => armWord.test(name) && isRecord(side));
    const told = named.some(([name]) => /^(canary|treatment)/i.test(name));
    if (named.length > 1 && told && named.every(([, side]) => isMeasuredSide(side)))
      return named.map(([name, side]) => atPointer(name, side, pointer(base, name)));
    const lettered = members(held).filter(([name, side]) => letterSide.test(name) && isRecord(side));
    const tested = [...members(held), ...members(value)].some(([name]) => testWord.test(name));
    const isArm = ([, side]: readonly [string, Value]): boolean => {
      const cells = Object.keys(isRecord(side) ? side : {});
      return tested ? cells.some(isExposure) : tellArm(cells);
    };
    if (lettered.length > 1 && lettered.every(isArm))
      return lettered.map(([name, side]) => atPointer(name, side, pointer(base, name)));
  }
  return [];
}

/** Numbers beside one another, and nothing that is nested. */
const isMeasuredSide = (side: Value): boolean =>
  members(side).some(([, held]) => typeof held === "number") &&
  members(side).every(([, held]) => typeof held !== "object" || held === null);

function armsAt(value: Value | undefined, base: string): readonly ArmAt[] {
  const listed = list(value);
  if (listed !== undefined) {
    if (listed.length > MOST_ARMS) return [];
    const arms = listed.map((arm, index) => listedArm(arm, pointer(base, index)));
    return arms.every((arm) => arm !== undefined) ? arms : [];
  }
  const named = members(value)
    .slice(0, 4 * MOST_ARMS)
    .filter(([, arm]) => isRecord(arm) && tellArm(Object.keys(arm)));
  return named.map(([name, arm]) => atPointer(name, arm, pointer(base, name)));
}

function listedArm(arm: Value, base: string): ArmAt | undefined {
  const cells = members(arm);
  const name = scalarText(first(cells, armName));
  return name === undefined || !tellArm(cells.map(([key]) => key)) ? undefined : atPointer(name, arm, base);
}

const atPointer = (name: string, arm: Value, base: string): ArmAt => ({
  name,
  cells: members(arm),
  where: (key) => ({ pointer: pointer(base, key) }),
});

const ofArmsOnly = /^(mean|average|avg|rate|value|metric)$/i;
const ofTest =
  /^(ci|se|sem|z|t|p|sum)$|^(ci|conf|p_?val|t_?stat|z_?stat|std_?err|standard_error|power|mde)|(^|_)(ci|lower|upper|se)(_|$)/i;

/**
 * What stands beside the counts of an arm, as measurements about that arm: guardrails such as latency and errors.
 *
 * @param of the metric that the arm's own mean or rate is of, where the arm does not say
 */
export function guardrails(
  { name, cells, where }: ArmAt,
  at: string | null,
  of: string | null = null,
): readonly Statement[] {
  const n = count(cells, exposed);
  return cells.flatMap(([key, value]): Statement[] => {
    if (isArmName(key) || isExposure(key) || isSpread(key) || ofTest.test(key)) return [];
    // `conversion: 0.08` is the rate of what would be counted under the same name.
    if (isSuccess(key) && (Number.isInteger(numeric(value)) || numeric(value) === undefined)) return [];
    if (numeric(value) === undefined && typeof value !== "number") return [];
    if (/_(sd|std|stddev|var|variance)$/i.test(key)) return [];
    const raw = of !== null && ofArmsOnly.test(key) ? of : key;
    return [{ kind: "measurement", raw_metric: raw, ...timeFields(raw), value, about: name, n, at, where: where(key) }];
  });
}
