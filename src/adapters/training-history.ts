import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, isList, isRecord, member, members } from "../read/shape.js";
import { lastRecord, noMetric, recordsOf, seriesOf, singular } from "./families/epoch-series.js";
import { isHistoryTable, lastEpoch } from "./families/history-table.js";
import { splitNamed } from "./families/split-named.js";

/** Deviations over folds, as boosters' cross-validations keep them. */
const spread = /[-_ ](std|stdv|stddev)$/i;

/** Weights or rates that were kept of every epoch as well: lists of lists. */
const isNested = (held: Value): boolean =>
  isList(held) && held.length > 0 && held.every((entry) => isRecord(entry) || isList(entry));

/** True for metrics by name, each with a value for every epoch, as many of one as of the other. */
function isSeries(value: Value | undefined): boolean {
  const held = members(value).filter(([name, values]) => !noMetric.test(name) && !isNested(values));
  const lengths = new Set(held.map(([, values]) => seriesOf(values)?.values.length));
  return lengths.size === 1 && !lengths.has(undefined) && held.some(([name]) => interpretMetric(singular(name)).known);
}

/** A loss, or metrics of the validation set, tell a training from a curve and from the folds of a validation. */
const isOfTraining = (name: string): boolean => {
  const { known, metric, split } = interpretMetric(singular(name));
  return known && (metric === "loss" || split === "validation");
};

/** No training logs so many metrics: larger documents are not looked through. */
const MOST_METRICS = 300;

const isHistory = (value: Value | undefined): boolean =>
  members(value).length <= MOST_METRICS &&
  isSeries(value) &&
  !hasKeys(value, "fit_time") &&
  members(value).some(([name]) => isOfTraining(name));

const setNames = /^(train(ing)?|learn|valid(ation)?|val|eval(uation)?|dev|test)([_-]?(set|data))?[_-]?\d{0,3}$/i;

/** The boosters' form: histories by the data set that they were taken over. */
const isBySet = (value: Value | undefined): boolean =>
  members(value).length > 0 && members(value).every(([name, history]) => setNames.test(name) && isSeries(history));

const settings = new Set(["evaluation_frequency"]);

/** Ludwig's form: by the data set, then by what is predicted, or all of it `combined`. */
const isByOutput = (value: Value | undefined): boolean =>
  hasKeys(value, "training") &&
  members(value).every(
    ([name, outputs]) =>
      settings.has(name) ||
      (setNames.test(name) &&
        members(outputs).length > 0 &&
        members(outputs).every(([, history]) => isSeries(history))),
  );

const byOutput = (value: Value | undefined): Statement[] =>
  members(value).flatMap(([set, outputs]) =>
    settings.has(set)
      ? []
      : members(outputs).flatMap(([output, history]) =>
          lastOf(history, pointer("", set, output), set).map((statement) => ({ ...statement, protocol: output })),
        ),
  );

/** Rounds of federated learning end with an evaluation. */
const rounds = /^rounds?$/i;

/** Keras names the validation data alone: where no name tells of any, a loss beside them says that they are of the training. */
const areOfTraining = (history: Value | undefined): boolean =>
  hasKeys(history, "loss") &&
  members(history).every(([name]) => !rounds.test(name) && interpretMetric(singular(name)).split === null);

/** The last value of each metric. A name whose `val_` twin stands beside it is of the training data. */
function lastOf(history: Value | undefined, base: string, dataset: string | null): Statement[] {
  const isTraining = dataset === null && areOfTraining(history);
  return members(history).flatMap(([name, held]): Statement[] => {
    if (dataset === null && recordsOf(name, held) !== null) return lastRecord(name, held, base);
    const series = noMetric.test(name) || spread.test(name) ? undefined : seriesOf(held);
    if (series === undefined) return [];
    const step = series.values.length - 1;
    const isOwn = isTraining || hasKeys(history, `val_${name}`);
    const split = isOwn ? "train" : dataset === null ? null : splitNamed(dataset);
    const metric = singular(name);
    return [
      {
        kind: "measurement",
        raw_metric: name,
        ...(metric === name ? {} : { metric_name: metric }),
        value: series.values[step],
        step,
        ...(dataset === null ? {} : { dataset }),
        ...(split === null ? {} : { split }),
        where: { pointer: pointer(base, name, series.key(step)) },
      },
    ];
  });
}

/** Where the history stands: Keras users also dump the object that holds it. */
const rootOf = (value: Value | undefined): { readonly history: Value | undefined; readonly base: string } => {
  const inner = member(value, "history");
  return isRecord(inner) && hasKeys(value, "params")
    ? { history: inner, base: "/history" }
    : { history: value, base: "" };
};

/** What each epoch or round of a training gave. */
export const trainingHistory: Adapter = {
  id: "training-history",
  title: "Training history (Keras, `evals_result` of XGBoost and LightGBM, Ludwig)",
  definedAt: "https://keras.io/api/models/model_training_apis/#fit-method",
  versions:
    "Keras 2 and 3, XGBoost, LightGBM and Ludwig 0.x as JSON, Keras's as a data frame in CSV as well, from the documentation, not seen",
  reads:
    "The last value of each metric, its step counted from 0; names beside their `val_` twin, and all beside a loss where none names another part, are of the training data, and boosters' data sets are told.",
  leaves: "Earlier values, learning rates and times; which epoch's weights were kept, the file does not say.",
  syntax: ["json", "delimited"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises({ value, table }) {
    if (table !== undefined) return isHistoryTable(table);
    const { history } = rootOf(value);
    return isHistory(history) || isBySet(history) || isByOutput(history);
  },

  read({ value, table }) {
    if (table !== undefined) return lastEpoch(table);
    const { history, base } = rootOf(value);
    if (isHistory(history)) return lastOf(history, base, null);
    if (isByOutput(history)) return byOutput(history);
    return members(history).flatMap(([dataset, inner]) => lastOf(inner, pointer(base, dataset), dataset));
  },
};
