import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { holdsTemplateMark } from "../../normalise/template-mark.js";
import { member, members, numeric, text, type ValueRecord } from "../../read/shape.js";
import { isSetting } from "./card-context.js";
import { isBeside, nothingSaid, uncertaintyBeside, type Surrounding, type Uncertainty } from "./metrics-beside.js";
import { isBenchmark } from "./known-benchmarks.js";
import { mayBeMetric } from "./metrics-keys.js";
import { rateTrials, type Counts } from "./rate-trials.js";
import { countOfSplit, splitWordIn } from "./split-counts.js";

type Measurement = Extract<Statement, { kind: "measurement" }>;

/** Where in a metrics file a number stands, and what the keys above it say. */
export interface Place {
  readonly at: string;
  readonly said: Surrounding;
  readonly slice: Slice;
  readonly about: string | null;
  /** The model that the document says it chose; what is told of it is the document's own. */
  readonly chosen?: string | undefined;
  /** Keys above whose meaning is not known: numbers below them are another quantity. */
  readonly protocol: readonly string[];
  /** The key above, where it is no word of ours; a name such as `p95` is read together with it. */
  readonly parent: string | null;
}

export const root = (at: string): Place => ({
  at,
  said: nothingSaid,
  slice: {},
  about: null,
  protocol: [],
  parent: null,
});

export const into = (place: Place, key: string | number, changes: Partial<Place> = {}): Place => ({
  ...(changes.slice === undefined ? place : ofPart(place, changes.slice)),
  parent: null,
  ...changes,
  at: pointer(place.at, key),
});

/** How many examples the whole has is not said of a part. */
function withoutCounts(said: Surrounding): Surrounding {
  const { counts, splitCounts, matrixCounts } = nothingSaid;
  return { ...said, counts, splitCounts, matrixCounts };
}

/** The place of a part of the data. */
export function ofPart(place: Place, slice: Slice): Place {
  const columns = new Set([...Object.keys(place.slice), ...Object.keys(slice)]);
  if ([...columns].every((column) => place.slice[column] === slice[column])) return place;
  return { ...place, slice, said: withoutCounts(place.said) };
}

export const asFold = (said: Surrounding, fold: number): Surrounding => ({ ...withoutCounts(said), fold });

export const asSplit = (said: Surrounding, split: string): Surrounding => ({ ...said, split });

/**
 * True for what stands where a number is due: a number, or text that is one, a non-finite one, a percentage as it is
 * printed, or a template's filler.
 */
export const isMeasured = (value: Value): boolean =>
  typeof value === "number" ||
  numeric(value) !== undefined ||
  /^[+-]?(\.?nan|\.?inf|infinity|\d{1,9}(\.\d{1,20})?\s?%)$/i.test(text(value) ?? "") ||
  isFiller(text(value) ?? "");

const isFiller = (written: string): boolean => written.length <= 100 && holdsTemplateMark(written);

/** True for a number beside known metrics that may be a metric of the team's own. */
export const isOwn = (key: string, child: Value): boolean =>
  typeof child === "number" && !isBeside(key) && mayBeMetric(key) && !countsPart(key, child);

/** `training_fights: 8665`: so many of whatever there are, of a part of the data. */
const countsPart = (key: string, value: number): boolean =>
  Number.isInteger(value) && value > 1 && /[^s]s$/i.test(key) && splitWordIn(key) !== null;

export const isMetricName = (key: string, parent: string | null): boolean =>
  !isBeside(key) &&
  (interpretMetric(key).known || isBenchmark(key) || (parent !== null && interpretMetric(`${parent} ${key}`).known));

/** What a place says of every number in it. */
function shared({ said, slice, about, protocol }: Place): Partial<Measurement> {
  return {
    ...(protocol.length === 0 ? {} : { protocol: protocol.join(" ") }),
    ...(Object.keys(slice).length === 0 ? {} : { slice }),
    ...(about === null ? {} : { about }),
    ...(said.dataset === null ? {} : { dataset: said.dataset }),
    ...(said.split === null ? {} : { split: said.split }),
    ...(said.threshold === null ? {} : { threshold: said.threshold }),
    ...(said.step === null ? {} : { step: said.step }),
    ...(said.fold === null ? {} : { fold: said.fold }),
    ...(said.version === null ? {} : { version: said.version }),
    ...(said.at === null ? {} : { at: said.at }),
  };
}

/** Keras tells of the last epoch as `loss` and `val_loss`, `accuracy` and `val_accuracy`: those without a word are of training. */
const isTrained = (key: string, record: ValueRecord): boolean =>
  ["loss", "val_loss", `val_${key}`].every((name) => numeric(member(record, name)) !== undefined);

/** Beside a number of requests, the share of errors is of the service, and none of the model's answers. */
function ofRequests(key: string, record: ValueRecord): string | undefined {
  const [, kind, unit = ""] = /^(error|failure|success)_?rate(_?(?:pct|percent))?$/i.exec(key) ?? [];
  if (kind === undefined || !members(record).some(([other]) => /(^|_)(requests?|rps|qps)(_|$)/i.test(other)))
    return undefined;
  return `request_${kind.toLowerCase() === "success" ? "success" : "failure"}_rate${unit}`;
}

export function measured(key: string, value: Value, record: ValueRecord, place: Place): Measurement {
  const alone = interpretMetric(key).known || !interpretMetric(`${place.parent ?? ""} ${key}`).known;
  const name = ofRequests(key, record) ?? (alone ? key : `${place.parent} ${key}`);
  const trained = place.said.split === null && isTrained(key, record);
  return stated(
    alone ? key : `${place.parent}.${key}`,
    name,
    value,
    pointer(place.at, key),
    trained ? { ...place, said: asSplit(place.said, "train") } : place,
    uncertaintyBeside(record, key),
  );
}

export function stated(
  raw: string,
  name: string,
  value: Value,
  at: string,
  place: Place,
  uncertainty: Uncertainty,
): Measurement {
  const { protocol: own, split } = interpretMetric(name);
  const counts = countsOf(place.said, split ?? place.said.split ?? splitWordIn(name));
  const protocol = [...place.protocol, ...(own === null ? [] : [own])].join(" ");
  return {
    kind: "measurement",
    raw_metric: raw,
    ...(name === raw ? {} : { metric_name: name }),
    value,
    n: counts.n,
    ...rateTrials(name, counts),
    ...uncertainty,
    ...shared(place),
    // What the name itself says is nearer than what stands above it.
    ...(split === null || place.said.split === null ? {} : { split }),
    ...(protocol === "" ? {} : { protocol }),
    where: { pointer: at },
  };
}

/** The counts behind a number of one part of the data: that part's own, where they are stated. */
function countsOf({ counts, splitCounts, matrixCounts, fold }: Surrounding, of: string | null): Counts {
  // A fold of a cross-validation is scored on what it holds out.
  const split = of === "cross-validation" && fold !== null ? "validation" : of;
  const matrix = split === "train" || split === "cross-validation" ? null : matrixCounts;
  const n = countOfSplit(splitCounts, split) ?? counts.n ?? matrix?.n ?? null;
  if (n === counts.n && counts.positives !== null) return counts;
  if (matrix !== null && n === matrix.n) return matrix;
  return n === counts.n ? counts : { n, positives: null, negatives: null };
}

/** A statement of a part of the document, with what stands above that part. */
export function merged(statement: Statement, place: Place): Statement {
  if (statement.kind !== "measurement") return statement;
  const slice = { ...place.slice, ...statement.slice };
  const protocol = [...place.protocol, ...(statement.protocol ? [statement.protocol] : [])].join(" ");
  const above = shared(place);
  return { ...above, ...statement, slice, ...(protocol === "" ? {} : { protocol }) };
}

const spread =
  /^(std|stdev|std_dev|sd|var|variance|min|max|median|p\d+|n|count|support|lower|upper|ci.*|.*interval.*|(max_|abs_)?(gap|range|spread|disparity)|delta|diff(erence)?|ratio|change|diff_\w+|(abs|absolute|rel|relative|mean|pct)_(diff(erence)?|change|lift)|(up)?lift\w*|stderr|se|standard_(error|deviation)|sem|p_?val(ue)?s?(_\w+)?|pval|[zt]_?(score|stat(istic)?|value)|(test_)?statistic|(is_)?(statistically_)?significant\w*|effect_size|cohens?_?\w|hedges_?g|alpha|higher_is_better|unit|threshold|description|name|\w*history\w*|((eval(uation)?|run|wall|total)_?)?(duration|elapsed|runtime)(_(s|sec|secs|seconds|ms))?|((eval(uation)?|total)_)?cost(_usd)?)$/i;

const condition =
  /^(batch_?size|warm_?ups?|repeats?|repetitions|iterations|runs|(\w{1,20}_)?threads|workers|concurrency|seed|n_\w+|num_\w+|tokens|max_\w+|min_\w+)$/i;

/** True for a key below a metric that says how it was measured. */
export const isCondition = (key: string): boolean => condition.test(key);

/** True for a key below a metric that holds its spread, its limits or its description rather than its value. */
export const isSpread = (key: string): boolean => spread.test(key);

const bounded = /^([\p{L}_][\p{L}\p{N}_. -]{0,60}?)\s*([<>]=?\s*\S.{0,60})$/u;

/**
 * What an unknown key makes of the numbers below it. "age<30" is a part of the data and "hellaswag" a benchmark; any other key, and a bound on what
 * the model says, makes them another quantity.
 */
export function partNamed(
  key: string,
  place: Place,
): Pick<Place, "slice"> | Pick<Place, "protocol"> | Pick<Place, "said"> {
  if (isBenchmark(key) && place.said.dataset === null) return { said: { ...place.said, dataset: key } };
  const [, column, values] = bounded.exec(key) ?? [];
  if (column === undefined || values === undefined || isSetting(column) || /thresh|scor|prob|conf/i.test(column))
    return { protocol: [...place.protocol, key] };
  return { slice: { ...place.slice, [column]: values } };
}
