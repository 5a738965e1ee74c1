import type { Value } from "../../model/adapter.js";
import { isRecord, members, numeric } from "../../read/shape.js";
import type { Entry, Measured } from "./drift-column.js";
import { plainKey, pValueMethod, scoreMethod } from "./drift-words.js";

/** The limits that a drift report states once for all its columns. */
export interface Limits {
  readonly ofScore: ReadonlyMap<string, number>;
  /** Of p-values, by method; null is any test. */
  readonly ofTest: ReadonlyMap<string | null, number>;
  /** One whose method is not said. */
  readonly plain: number | undefined;
}

const limitWord = "threshold|limit|umbral|cutoff";
const holder = new RegExp(
  `^((drift_)?(${limitWord})s?|umbrales|config|configuration|settings|parameters|params|summary)$`,
);
const leading = new RegExp(`^(${limitWord})s?_`);
const trailing = new RegExp(`_(${limitWord})(_used)?$`);
const plainLimit = new RegExp(`^(drift_|score_)?(${limitWord})$`);
const significance = /^(alpha|significance(_level)?)(_used)?$/;

/** Reads the limits from the scalars of a document and of its record of thresholds. */
export function limitsOf(document: Value): Limits {
  const ofScore = new Map<string, number>();
  const ofTest = new Map<string | null, number>();
  let plain: number | undefined;
  const take = (key: string, value: Value, named: boolean): void => {
    const limit = numeric(value);
    const whole = plainKey(key);
    if (limit === undefined) return;
    if (significance.test(whole)) return void ofTest.set(null, limit);
    if (plainLimit.test(whole)) return void (plain ??= limit);
    const bare = whole.replace(leading, "").replace(trailing, "");
    if (bare === whole && !named) return;
    const tested = pValueMethod(bare);
    const method = scoreMethod(bare);
    if (tested !== undefined) ofTest.set(tested, limit);
    else if (method !== undefined) ofScore.set(method, limit);
  };
  for (const [key, value] of members(document)) {
    if (!isRecord(value)) take(key, value, false);
    else if (holder.test(plainKey(key)))
      for (const [inner, limit] of members(value)) take(inner, limit, !plainKey(key).startsWith("param"));
  }
  return { ofScore, ofTest, plain };
}

/** Whether a verdict is the one that the number gives at the limit, on either side of equality. */
const fits = (number: number | undefined, limit: number, drifted: boolean, driftsHigh: boolean): boolean =>
  number !== undefined && (number === limit || drifted === (driftsHigh ? number > limit : number < limit));

/** True where every verdict is the one that a p-value gives at the limit, and some are not those that the scores give. */
export function verdictsOfTest(limit: number, entries: readonly { readonly entry: Entry }[]): boolean {
  const judged = entries.flatMap(({ entry }) =>
    entry.measured.map(({ score, p_value: pValue, drifted }) => ({ score, pValue, drifted: drifted ?? entry.drifted })),
  );
  const allFit = (isOfScore: boolean): boolean =>
    judged.every(
      ({ score, pValue, drifted }) =>
        drifted !== undefined && fits(numeric(isOfScore ? score : pValue), limit, drifted, isOfScore),
    );
  return judged.length > 0 && allFit(false) && !allFit(true);
}

/**
 * The limit of one method's number: its own, else the report's for the method, else one whose method is not said, where
 * the column has a single number, or the verdict tells which of two numbers it bounds.
 */
export function limitOf(measured: Measured, entry: Entry, { ofScore, ofTest, plain }: Limits): number | null {
  const { method, score, p_value: pValue, limit, limitOfTest } = measured;
  if (score !== undefined) {
    const stated = limit ?? (method === null ? undefined : ofScore.get(method));
    if (stated !== undefined) return stated;
  }
  if (pValue !== undefined) {
    const stated = limitOfTest ?? ofTest.get(method) ?? ofTest.get(null);
    if (stated !== undefined) return stated;
  }
  const unsaid = entry.limit ?? plain;
  if (unsaid === undefined || entry.measured.length !== 1) return null;
  const drifted = measured.drifted ?? entry.drifted;
  if (score === undefined || pValue === undefined) return unsaid;
  if (drifted === undefined) return null;
  const byScore = fits(numeric(score), unsaid, drifted, true);
  return byScore === fits(numeric(pValue), unsaid, drifted, false) ? null : unsaid;
}
