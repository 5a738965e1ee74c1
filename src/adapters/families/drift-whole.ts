import type { Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";
import { members } from "../../read/shape.js";
import type { Drift } from "./drift-column.js";
import { isFlagKey, isVerdictKey, plainKey, truth, verdictIn } from "./drift-words.js";

/** What a record of a drift report says of the whole data set. */
export interface Whole {
  readonly drifted: boolean | undefined;
  /** Of drifted columns, from 0 to 1. */
  readonly share: number | undefined;
  readonly score: number | undefined;
  readonly limit: number | undefined;
  readonly at: string;
}

const shareKey =
  /^(dataset_)?(drift(ed|ing)?(_(feature|column)s?)?_(share|ratio|fraction|rate|proportion)|(share|fraction|proportion|ratio)(_of)?_drifted(_(columns|features))?|drifted_(columns?|features?)_(share|ratio|fraction|proportion)|proporcion_(con|de)_drift|proporcao_(com|de)_drift)$/;
const shareLimit = /^(drift_share|share|drift_ratio)_(threshold|limit|alert)$/;
const scoreKey = /^(overall_|dataset_)?drift_score$/;

/** Reads the verdict and the share that stand directly in a record; undefined where neither does. */
export function wholeIn(record: Value, base: string): Whole | undefined {
  let [drifted, at]: [boolean | undefined, string] = [undefined, ""];
  let [share, score, limit]: (number | undefined)[] = [];
  for (const [key, value] of members(record)) {
    const plain = plainKey(key);
    const place = pointer(base, key);
    const flag = verdictAt(key, value, base === "" && drifted === undefined);
    if (flag !== undefined) [drifted, at] = [flag, place];
    if (typeof value !== "number") continue;
    if (shareKey.test(plain) && value >= 0 && value <= 1) [share, at] = [value, at === "" ? place : at];
    else if (shareLimit.test(plain)) limit = value;
    else if (scoreKey.test(plain)) [score, at] = [value, place];
  }
  return drifted === undefined && share === undefined ? undefined : { drifted, share, score, limit, at };
}

/** A flag; the text of a status is one at the top alone, where it is of the report. */
function verdictAt(key: string, value: Value, isTop: boolean): boolean | undefined {
  if (isFlagKey(key)) return truth(value) ?? verdictIn(value);
  return isTop && isVerdictKey(key) ? verdictIn(value) : undefined;
}

/** The document's own word, else the only one in its parts; undefined where they say different things. */
export function onlyWhole(wholes: readonly Whole[]): Whole | undefined {
  const [first, ...others] = wholes;
  const isTop = first?.at.lastIndexOf("/") === 0;
  const differs = others.some(({ drifted, share }) => drifted !== first?.drifted || share !== first?.share);
  return isTop || !differs ? first : undefined;
}

/**
 * The statement on the whole data set.
 *
 * @param plain the document's limit without a name, where no column's number can be meant
 */
export function wholeStatement(whole: Whole, common: Partial<Drift>, plain: number | undefined): Drift {
  const { drifted, share, score, limit, at } = whole;
  const bound = limit ?? (share === undefined || score === undefined ? plain : undefined);
  return {
    kind: "drift",
    ...common,
    scope: "dataset",
    ...(score === undefined ? {} : { score }),
    share: share ?? null,
    threshold: share === undefined && score === undefined ? null : (bound ?? null),
    drifted: drifted ?? null,
    where: { pointer: at },
  };
}
