import type { StatedInterval } from "../../model/fact.js";
import { isRecord, list, member, members, numeric, scalarText, text, type ValueRecord } from "../../read/shape.js";
import { countsBeside } from "./confusion-beside.js";
import type { Counts } from "./rate-trials.js";
import { splitNamed } from "./split-named.js";
import { countedSplit, splitCounts, type SplitCounts } from "./split-counts.js";

/** What a record of metrics says of all of them. */
export interface Surrounding {
  readonly counts: Counts;
  readonly splitCounts: SplitCounts;
  /** What the confusion matrix counts, of whatever is held out. */
  readonly matrixCounts: Counts | null;
  readonly threshold: number | null;
  readonly dataset: string | null;
  readonly split: string | null;
  readonly version: string | null;
  readonly at: string | null;
  readonly step: number | null;
  readonly fold: number | null;
}

export const nothingSaid: Surrounding = {
  counts: { n: null, positives: null, negatives: null },
  splitCounts: new Map(),
  matrixCounts: null,
  threshold: null,
  dataset: null,
  split: null,
  version: null,
  at: null,
  step: null,
  fold: null,
};

const counted =
  /^(n|n_?(samples|rows|examples|obs|instances)|num_?(samples|examples|rows|instances)|(sample|dataset)_?(size|count)|samples|support|count|size|rows|records|examples|instances|total_?(samples|examples|rows|records)|((n|num|total)_)?requests|requests_(total|sent|made|count)|(n|num|total|number_of)_?(questions|queries|prompts|documents|docs|images|sentences|utterances|conversations|dialogues|tickets|patients|predictions)|(samples|examples|rows)_(evaluated|tested)|(n|num)_\w{1,20}_evaluated)$/i;
const positive = /^(n_?|num_?|total_?)?(positives?|pos|positive_count)$/i;
const negative = /^(n_?|num_?|total_?)?(negatives?|neg|negative_count)$/i;
const datasetKeys = /^(data_?set(_?name)?|test_?set|eval_?(data)?set|benchmark)$/i;
const momentKeys =
  /^(_?timestamp|(created|generated|evaluated|updated|computed|finished|run)_?(at|on|time)?|date|datetime|(evaluation|eval)_?(date|time|timestamp)|time)$/i;
const versionKeys = /^(version|model_?version)$/i;
const thresholdKeys = /^((decision|classification|score|probability|operating)_?)?threshold$/i;
const splitKeys = /^((data|eval|evaluation|evaluated)_?)?split(_?(name|evaluated))?$/i;
const stepKeys = /^(epoch|global_?step|step|iteration)$/i;

/** True for keys whose number is told with the metrics beside it, and is none itself. */
export const isBeside = (key: string): boolean =>
  countedSplit(key) !== undefined ||
  [counted, positive, negative, thresholdKeys, stepKeys, versionKeys, momentKeys, /^fold$/i].some((known) =>
    known.test(key),
  );

/** True for keys whose number counts the examples behind the metrics beside it, all of them or those of one part. */
export const isCountKey = (key: string): boolean => counted.test(key) || countedSplit(key) !== undefined;

/** True for keys whose number counts the positives or the negatives behind the metrics beside it. */
export const isCountOfClass = (key: string): boolean => positive.test(key) || negative.test(key);

/** True for keys whose text says of all numbers beside it what they are of. */
export const isSaidOfAll = (key: string): boolean =>
  [datasetKeys, momentKeys, versionKeys, splitKeys].some((known) => known.test(key));

/** The one count that the pattern finds; null where there are none, or several that differ. */
function countOf(record: ValueRecord, pattern: RegExp): number | null {
  const found = new Set(members(record).flatMap(([key, value]) => (pattern.test(key) ? (numeric(value) ?? []) : [])));
  const [first] = found;
  return found.size === 1 && first !== undefined && Number.isInteger(first) && first >= 0 ? first : null;
}

const numberOf = (record: ValueRecord, pattern: RegExp): number | null => {
  const found = members(record).find(([key, value]) => pattern.test(key) && numeric(value) !== undefined)?.[1];
  return numeric(found) ?? null;
};

function textOf(record: ValueRecord, pattern: RegExp, scalar = false): string | null {
  for (const [key, value] of members(record)) {
    if (!pattern.test(key)) continue;
    const said = scalar ? scalarText(value) : (text(value) ?? text(member(value, "name")));
    if (said !== undefined && said.trim() !== "" && said.length <= 300) return said;
  }
  return null;
}

/** What a record says of its metrics, and what stands above it where it says nothing. */
export function surrounding(record: ValueRecord, above: Surrounding): Surrounding {
  return {
    ...(countsIn(record) ?? countsAbove(above)),
    threshold: numberOf(record, thresholdKeys) ?? above.threshold,
    dataset: textOf(record, datasetKeys) ?? above.dataset,
    split: splitIn(record) ?? splitIn(datasetIn(record)) ?? above.split,
    version: textOf(record, versionKeys, true) ?? above.version,
    at: textOf(record, momentKeys) ?? above.at,
    step: numberOf(record, stepKeys) ?? above.step,
    fold: numberOf(record, /^fold$/i) ?? above.fold,
  };
}

type AllCounts = Pick<Surrounding, "counts" | "splitCounts" | "matrixCounts">;

const countsAbove = ({ counts, splitCounts, matrixCounts }: Surrounding): AllCounts => ({
  counts,
  splitCounts,
  matrixCounts,
});

/** `{"total": 20, "correct": 18, "accuracy": 0.9}`: a total that is made of what was right and what was not. */
function totalIn(record: ValueRecord): number | null {
  const total = countOf(record, /^(total|total_(cases|tests|items|count))$/i);
  const right = countOf(
    record,
    /^((n|num|total)_)?(correct|passed|right|successes|hits)(_(count|results|answers|predictions))?$/i,
  );
  return total !== null && right !== null && right <= total ? total : null;
}

/** What a record itself says of how many examples there are; undefined where it says nothing, and what is above it holds. */
function countsIn(record: ValueRecord): AllCounts | undefined {
  const n = countOf(record, counted) ?? totalIn(record);
  const positives = countOf(record, positive);
  const negatives = countOf(record, negative);
  const matrixCounts = countsBeside(record) ?? null;
  const ofSplits = splitCounts(record);
  const told = [n, positives, negatives, matrixCounts].some((count) => count !== null);
  if (!told && ofSplits.size === 0) return undefined;
  // A support beside a matrix is that of one class.
  const ofClass = matrixCounts !== null && n !== null && (n === matrixCounts.positives || n === matrixCounts.negatives);
  return {
    counts: ofClass ? nothingSaid.counts : { n, positives, negatives },
    splitCounts: ofSplits,
    matrixCounts,
  };
}

/** `{"dataset": {"name": "orders-may", "split": "test"}}`: what is said of the data in a record of its own. */
const datasetIn = (record: ValueRecord): ValueRecord =>
  members(record).flatMap(([key, value]) => (datasetKeys.test(key) && isRecord(value) ? [value] : []))[0] ?? {};

/** How rows were divided, which no part of them is called. */
const waysOfSplitting =
  /^(temporal|time([-_ ]?(based|series|ordered))?|chronological|random(ly|i[sz]ed)?|stratified|shuffled?|grouped)([-_ ]?(split|hold[-_ ]?out))?$/i;

/** The part of the data that a record names: a word or two, not a description of how it was made. */
function splitIn(record: ValueRecord): string | null {
  const named = textOf(record, splitKeys);
  if (named === null || !/^[^\s;,/%]{1,30}( [^\s;,/%]{1,20}){0,2}$/.test(named) || waysOfSplitting.test(named))
    return null;
  return splitNamed(named) ?? named;
}

export interface Uncertainty {
  readonly standard_error?: number;
  readonly interval?: StatedInterval;
}

const levelIn = (key: string): number | null => {
  const per_cent = Number(/(?:^|_)(?:ci_?)?(80|90|95|99)(?:_?ci)?(?:_|$)/.exec(key)?.[1] ?? Number.NaN);
  return Number.isNaN(per_cent) ? null : per_cent / 100;
};

const ends = (key: string, limits: ReturnType<typeof list> | ValueRecord | undefined): StatedInterval | undefined => {
  const pair = isRecord(limits)
    ? [member(limits, "lower") ?? member(limits, "low"), member(limits, "upper") ?? member(limits, "high")]
    : (limits ?? []);
  const [lower, upper] = pair.map(numeric);
  if (pair.length !== 2 || lower === undefined || upper === undefined || lower > upper) return undefined;
  return { lower, upper, level: levelIn(key) };
};

/** The standard error and the interval that stand beside a metric: `auc_stderr`, `auc_ci95`, `auc_ci_lower`. */
export function uncertaintyBeside(record: ValueRecord, name: string): Uncertainty {
  const error = numeric(
    member(record, `${name}_stderr`) ?? member(record, `${name}_se`) ?? member(record, `${name}_sem`),
  );
  const interval = intervalOf(record, `${name}_`);
  return {
    ...(error === undefined ? {} : { standard_error: error }),
    ...(interval === undefined ? {} : { interval }),
  };
}

/** The standard error and the interval of a record that is of one metric. */
export function ownUncertainty(record: ValueRecord): Uncertainty {
  const error = numeric(
    member(record, "stderr") ?? member(record, "se") ?? member(record, "standard_error") ?? member(record, "sem"),
  );
  const interval = intervalOf(record, "");
  return {
    ...(error === undefined ? {} : { standard_error: error }),
    ...(interval === undefined ? {} : { interval }),
  };
}

/** Limits under keys that begin with the prefix: `ci`, `ci95`, `confidence_interval`, or `ci_lower` with `ci_upper`. */
export function intervalOf(record: ValueRecord, prefix: string): StatedInterval | undefined {
  for (const [key, value] of members(record)) {
    if (!key.startsWith(prefix)) continue;
    const rest = key.slice(prefix.length).toLowerCase();
    if (!/^((80|90|95|99)_?)?(ci|confidence_interval|interval|conf_int)(_?(80|90|95|99))?$/.test(rest)) continue;
    const found = ends(rest, isRecord(value) ? value : list(value));
    if (found !== undefined) return found;
  }
  const sides = (side: string): number | undefined =>
    numeric(
      member(record, `${prefix}ci_${side}`) ??
        member(record, `${prefix}${side}`) ??
        member(record, `${prefix}ci95_${side}`),
    );
  const [lower, upper] = [sides("lower") ?? sides("low"), sides("upper") ?? sides("high")];
  return lower === undefined || upper === undefined || lower > upper ? undefined : { lower, upper, level: null };
}
