import type { Value } from "../../model/adapter.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { numeric, scalarText, text } from "../../read/shape.js";
import type { Frame } from "./frame.js";
import { headedRole } from "./table-columns.js";
import { splitNamed } from "./split-named.js";
import { areFolds, areSummedUp } from "./summary-rows.js";

/** What the column of a data frame of results holds. */
export type FrameRole =
  /** The value of the metric that another column names, of a part of the data where the header says so. */
  | { readonly kind: "value"; readonly split: string | null }
  | { readonly kind: "metric"; readonly name: string }
  | { readonly kind: "slice"; readonly column: string }
  | {
      readonly kind:
        | "metric-name"
        | "model"
        | "dataset"
        | "split"
        | "step"
        | "fold"
        /** A part of a training, or one of several: rows of the same step are different all the same. */
        | "stage"
        | "threshold"
        | "estimator"
        | "standard-error"
        | "n"
        | "positives"
        | "negatives"
        | "segment"
        | "segment-value"
        | "id"
        | "number"
        | "ignored";
    };

const segmentColumns =
  /^(segment|slice|column|feature|attribute|dimension|facet|group[_ ]?by|sensitive[_ ]?(feature|attribute)|(slice|segment|group)[_ ](column|name|feature|by|type|key)|variable)$/i;
const segmentValues =
  /^(value|group|level|bucket|category|subgroup|(segment|slice|group|feature)[_ ](value|level)|level)$/i;
const counts =
  /^(n|count|counts|size|support|n[_ ]?(samples|rows|examples|obs)|num[_ ]?(samples|rows|examples|instances)|samples|examples|rows|records|observations|sample[_ ](size|count))$/i;
const positives = /^(n[_ ]?|num[_ ]?|count[_ ]?)?(positives?|pos|actual[_ ]positives)([_ ]?count)?$/i;
const negatives = /^(n[_ ]?|num[_ ]?|count[_ ]?)?(negatives?|neg|actual[_ ]negatives)([_ ]?count)?$/i;
const identifiers =
  /(^|[_ ])(id|ids|uuid|guid|key|hash|email|name|url|path|text|prompt|question|answer|message|user_input|response|contexts|query|completion)$/i;
/** Words and verdicts on a row, which are no part of the data. */
const remarks = /^(description|notes?|comments?|reason|recommendation|(\w{1,30}[_ ])?flag(ged)?|passed|alert)$/i;
/** Records and lists of texts that Python printed: settings of a model, never a part of the data as `[18, 24]` may be. */
const printed = /^(\{.*\}|\[\s*\]|\[\s*['"].*\])$/s;
const indexes = /^(|index|level_\d|unnamed: ?\d+)$/i;
/** The tables of R's yardstick begin their own columns with a dot: `.metric`, `.estimator`, `.estimate`, `.config`. */
const yardstick = /^\.(?=[a-z])/;
const isYardstick = ({ columns }: Frame): boolean => columns.includes(".metric");
const estimators = /^\.?estimator$/i;
const configurations = /^\.config$/i;
const errors = /^(std[_ ]?err(or)?|stderr|standard[_ ]?error|sem)$/i;
const steps = /^(epoch|global_step|step|iteration|iter|round)$/i;
const stages = /^((training|train)[_ ]?)?(stage|phase|seed|repeat|repetition|restart)$/i;
/** What a training noted of an epoch: that it was the best so far, or was kept. */
const kept = /^((is|new)[_ ])?(improved?|best|saved|checkpoint(ed)?|early[_ ]?stop(ped|ping)?)$/i;
const foldColumns = /^((cv|k)[ _]?)?folds?([ _]?(id|no|number|index))?$|^(statistic|stat|aggregat(e|ion))$/i;
const durations = /^((elapsed|remaining|eta)[_ ])?(time|duration|elapsed|eta)$/i;
const metricNames = /^(metric|metrics|metric[_ ](name|type)|eval[_ ]metric|measure|name|key|score[_ ]name)$/i;
const values =
  /^(value|score|result|metric[_ ]value|mean|estimate)(?:[_ ](train|val|valid|validation|test|holdout))?$/i;
const classNames = /^(class|label|category)[_ ]name$/i;
const classNumbers = /^(class|label|category)[_ ](id|idx|index)$/i;
const models = /^model[_ ](id|name)$/i;

/** Cells of a column that are not empty, of the first 200 rows. */
export const sample = (frame: Frame, column: number): readonly Value[] => {
  const cells: Value[] = [];
  for (let row = 0; row < Math.min(frame.rows, 200); row++) {
    const cell = frame.cell(row, column);
    if (cell !== undefined && cell !== null && cell !== "") cells.push(cell);
  }
  return cells;
};

const isNumeric = (cells: readonly Value[]): boolean =>
  cells.length > 0 && cells.every((cell) => numeric(cell) !== undefined || isNonFinite(cell));

const isNonFinite = (cell: Value): boolean =>
  (typeof cell === "number" && !Number.isFinite(cell)) || /^[+-]?(nan|inf(inity)?)$/i.test(text(cell) ?? "");

/** `00:12` and `1:02:03`, as progress bars print how long something took. */
const isClockTime = (cell: Value): boolean => /^\d{1,3}(:\d{2}){1,2}$/.test(text(cell) ?? "");

function roleOf(frame: Frame, at: number): FrameRole {
  const written = frame.columns[at] ?? "";
  if (configurations.test(written)) return { kind: "ignored" };
  const name = written.replace(yardstick, "");
  const cells = sample(frame, at);
  const asNumbers = isNumeric(cells);
  if (cells.length > 0 && cells.every((cell) => scalarText(cell) === undefined)) return { kind: "ignored" };
  const texts = asNumbers ? [] : cells.map((cell) => scalarText(cell) ?? "");
  if (areFolds(texts) && (indexes.test(name) ? areSummedUp(texts) : foldColumns.test(name))) return { kind: "fold" };
  if (indexes.test(name))
    return asNumbers ? { kind: "ignored" } : { kind: "slice", column: name === "" ? "slice" : name };
  if (estimators.test(name) && !asNumbers) return { kind: "estimator" };
  if (errors.test(name) && asNumbers) return { kind: "standard-error" };
  if (counts.test(name) && (asNumbers || cells.length === 0)) return { kind: "n" };
  if (positives.test(name) && asNumbers) return { kind: "positives" };
  if (negatives.test(name) && asNumbers) return { kind: "negatives" };
  if (steps.test(name) && asNumbers) return { kind: "step" };
  if (frame.columns.some((column) => steps.test(column))) {
    if (kept.test(name)) return { kind: "ignored" };
    const areSplits = texts.length > 0 && texts.every((cell) => splitNamed(cell) !== null);
    if ((stages.test(name) || /^mode$/i.test(name)) && areSplits) return { kind: "split" };
    if (stages.test(name)) return { kind: "stage" };
  }
  // Without epochs, `08:00` is an hour of the day, and may be a part of the data.
  if (durations.test(name) && cells.every(isClockTime) && frame.columns.some((column) => steps.test(column)))
    return { kind: "ignored" };
  if (segmentColumns.test(name) && !asNumbers) return { kind: "segment" };
  if (metricNames.test(name) && !asNumbers && cells.some((cell) => interpretMetric(text(cell) ?? "").known))
    return { kind: "metric-name" };
  if (asNumbers && interpretMetric(name).known) return { kind: "metric", name };
  const value = asNumbers ? values.exec(name) : null;
  if (value !== null) return { kind: "value", split: splitNamed(value[2] ?? "") };
  if (segmentValues.test(name)) return { kind: "segment-value" };
  const headed = headedRole(name)?.kind;
  if (headed === "slice") return { kind: "slice", column: "class" };
  if (headed === "dataset" || headed === "split" || headed === "model") return { kind: headed };
  if ((headed === "fold" || headed === "threshold") && asNumbers) return { kind: headed };
  if (models.test(name)) return { kind: "model" };
  if (classNames.test(name) && !asNumbers) return { kind: "slice", column: "class" };
  if (classNumbers.test(name) && asNumbers && frame.columns.some((column) => classNames.test(column)))
    return { kind: "ignored" };
  if (identifiers.test(name)) return { kind: "id" };
  if (remarks.test(name) && !asNumbers) return { kind: "ignored" };
  if (asNumbers) return { kind: "number" };
  if (texts.every((cell) => printed.test(cell))) return { kind: "ignored" };
  return cells.length === 0 ? { kind: "ignored" } : { kind: "slice", column: name };
}

/** What each column of a frame holds. */
export interface FrameRoles {
  readonly roles: readonly FrameRole[];
  has(kind: FrameRole["kind"]): boolean;
}

const known = new WeakMap<Frame, FrameRoles>();

/** What each column of a frame holds, worked out once. */
export function frameRoles(frame: Frame): FrameRoles {
  const before = known.get(frame);
  if (before !== undefined) return before;
  const first = frame.columns.map((_, at) => roleOf(frame, at));
  const roles = settled(frame, first);
  const found: FrameRoles = { roles, has: (kind) => roles.some((role) => role.kind === kind) };
  known.set(frame, found);
  return found;
}

const modelType = /^(child[_ ])?model[_ ]type$/i;
const modelNames = /^(name|model|model[_ ](id|name))$/i;

/** Roles that depend on one another: names of columns with their values, and numbers that name groups. */
function settled(frame: Frame, roles: readonly FrameRole[]): readonly FrameRole[] {
  const named = roles.some(({ kind }) => kind === "segment");
  const valued = roles.some(({ kind }) => kind === "segment-value" || kind === "value");
  const compared = roles.some(({ kind }) => kind === "model");
  const typed = frame.columns.some((column) => modelType.test(column));
  const told = roles.some(({ kind }) => ["slice", "segment", "segment-value", "model"].includes(kind));
  const resampled = roles.some(({ kind }) => kind === "standard-error");
  const firstResult = roles.findIndex(({ kind }) => kind === "metric" || kind === "n");
  const everyModelOnce = roles.some(({ kind }, at) => kind === "model" && isOnce(frame, at));
  return roles.map((role, at): FrameRole => {
    const column = frame.columns[at] ?? "";
    switch (role.kind) {
      case "slice":
        // The index of a leaderboard, the sort of its models and how each was run say no more than their names.
        return modelType.test(column) || everyModelOnce || (compared && (indexes.test(column) || isSame(frame, at)))
          ? { kind: "ignored" }
          : role;
      case "model":
        return modelType.test(column) && frame.columns.some((other) => other !== column && modelNames.test(other))
          ? { kind: "ignored" }
          : role;
      case "id":
        return typed && /^name$/i.test(column) ? { kind: "model" } : role;
      case "segment":
        return valued ? role : { kind: "slice", column };
      case "segment-value":
        return named ? role : { kind: "slice", column };
      case "n":
        // Beside a standard error under a metric's name, `n` counts the resamples.
        return resampled && roles.some(({ kind }) => kind === "metric-name") && isYardstick(frame)
          ? { kind: "ignored" }
          : role;
      case "standard-error":
        return roles.some(({ kind }) => kind === "metric-name") ? role : { kind: "number" };
      case "estimator":
        return yardstick.test(column) ? role : { kind: "slice", column };
      case "value":
        return named && !roles.some(({ kind }) => kind === "metric-name") ? { kind: "segment-value" } : role;
      case "number":
        // Beside a column of words, a whole number counts something: false alarms, rounds; in R's tables it is tuned.
        return !isYardstick(frame) && at < firstResult && (!told || isBinary(frame, at)) && isGrouping(frame, at)
          ? { kind: "slice", column }
          : role;
      default:
        return role;
    }
  });
}

const isSame = (frame: Frame, at: number): boolean => new Set(sample(frame, at).map(scalarText)).size < 2;

/** True for a column that says another thing in each of several rows. */
const isOnce = (frame: Frame, at: number): boolean =>
  frame.rows > 1 && frame.rows <= 200 && new Set(sample(frame, at).map(scalarText)).size === frame.rows;

const isBinary = (frame: Frame, at: number): boolean =>
  sample(frame, at).every((cell) => /^[01](\.0)?$/.test(String(cell)));

/** Whole numbers, few of them, in a column that counts nothing: 0 and 1 of a sensitive feature. */
const isGrouping = (frame: Frame, at: number): boolean => {
  if (
    frame.rows < 2 ||
    /(^|_)(n|num|count|size|total|rows|samples|steps?|epochs?|iterations?)(_|$)/i.test(frame.columns[at] ?? "")
  )
    return false;
  const cells = sample(frame, at).map(numeric);
  return cells.every((cell) => cell !== undefined && Number.isInteger(cell)) && new Set(cells).size <= 20;
};
