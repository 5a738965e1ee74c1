import type { Value } from "../model/adapter.js";
import { canonicalDriftMethod } from "./drift-methods.js";
import { interpretMetric } from "./metric-vocabulary.js";

/** A `map` of the configuration, as it would be written there. */
export type WrittenMapping = { readonly [key: string]: Value };

type Item = { readonly [key: string]: Value };

/** Where an item stands: the paths that lead to it, and what else its facts may say. */
export interface ItemPlace {
  /** Outer to inner; empty where the item is the document itself. */
  readonly each: readonly string[];
  /** From the innermost item to the record; `$` where they are one. */
  readonly path: string;
  /** Columns and values of the slice, by the keys of the items. */
  readonly slice: { readonly [column: string]: string };
  /** Fields that the document states for all, such as the data set and the date. */
  readonly shared: { readonly [field: string]: string };
  /** True where the items are named by their keys. */
  readonly keyed: boolean;
}

const featureKey = /^(features?|feature_?name|columns?|column_?name|variable|field|attribute)$/i;
const driftedKey = /^(is_?)?(drift|drifted|drift_?detected|has_?drift(ed)?|dataset_?drift|data_?drift)$/i;
const scoreKey = /^(drift_?)?(score|statistic|distance|stat|value)$/i;
const pValueKey = /^p_?val(ue)?$/i;
const limitKey = /^(threshold|limit|cut_?off)$/i;
const countKey = /^(n|n_?(samples|rows|examples|test)|count|total|support|sample_?size|size)$/i;
const passedKey = /^(passed|pass|success|ok|valid)$/i;
const checkNameKey = /^(name|check|check_?name|test|test_?name|rule|id)$/i;
const importanceKey =
  /^((mean_?abs_?)?shap(_values?)?|importance|feature_?importance|attribution|weight|contribution)$/i;

/** Numbers that are settings, counts or spreads rather than results. */
const noMeasure =
  /^(seed|random_state|epochs?|batch_size|lr|learning_rate|year|month|day|port|index|id|level|alpha|beta|k|h|step|fold|schema_version|version|timestamp|n_\w+|num_\w+|max_\w+|min_\w+|top_k)$|(^|_)(count|counts|threshold|limit|seed|std|stderr|se|ci\d*|p|pvalue|p_value|lower|upper|min|max|time)$/i;

export const isItem = (value: Value | undefined): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A number, or in a table's cell the text of one. */
export const isNumeric = (value: Value | undefined): boolean =>
  typeof value === "number" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)));

/** The path of a key below another path. */
export const stepTo = (path: string, key: string): string =>
  /^[A-Za-z0-9_@+-]+$/.test(key)
    ? `${path}.${key}`
    : `${path}["${key.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"]`;

const keyOf = (item: Item, pattern: RegExp, fits: (value: Value) => boolean): string | undefined =>
  Object.keys(item).find((key) => pattern.test(key) && fits(item[key] ?? null));

const isText = (value: Value): boolean => typeof value === "string";
const isTruth = (value: Value): boolean => typeof value === "boolean" || /^(true|false)$/i.test(String(value));

/** `{}` where there is no such key, so that a mapping names only what is there. */
const fieldAt = (field: string, place: ItemPlace, key: string | undefined): WrittenMapping =>
  key === undefined ? {} : { [field]: stepTo(place.path, key) };

const start = (kind: string, { each }: ItemPlace): WrittenMapping => ({
  kind,
  ...(each.length === 0 ? {} : { each: each.length === 1 ? (each[0] ?? "") : [...each] }),
});

const sliced = ({ slice }: ItemPlace): WrittenMapping => (Object.keys(slice).length === 0 ? {} : { slice });

/** Only what every kind of fact has. */
const dated = ({ shared }: ItemPlace): WrittenMapping => (shared["at"] === undefined ? {} : { at: shared["at"] });

/** The method that a key's name says: `psi`, `ks_statistic`, `psi_features`. */
export function methodIn(key: string): string | undefined {
  const words = key.split(/[_\s-]+/);
  return canonicalDriftMethod(key) ?? words.map((word) => canonicalDriftMethod(word)).find((id) => id !== undefined);
}

function driftMapping(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const column = keyOf(item, featureKey, isText);
  const scored = Object.keys(item).find((key) => isNumeric(item[key]) && methodIn(key) !== undefined);
  const drifted = keyOf(item, driftedKey, isTruth);
  const pValue = keyOf(item, pValueKey, isNumeric);
  const score =
    scored ?? (drifted === undefined && pValue === undefined ? undefined : keyOf(item, scoreKey, isNumeric));
  const named = column !== undefined || place.keyed;
  if (drifted === undefined && !(named && scored !== undefined) && !(named && pValue !== undefined)) return [];
  if (!named && place.each.length > 0) return [];
  const own = keyOf(item, limitKey, isNumeric);
  const limit = own === undefined ? place.shared["threshold"] : stepTo(place.path, own);
  const method = scored === undefined ? undefined : methodIn(scored);
  return [
    {
      ...start("drift", place),
      scope: named ? "column" : "dataset",
      ...(named ? { column: column === undefined ? "@key" : stepTo(place.path, column) } : {}),
      ...(method === undefined ? {} : { method }),
      ...fieldAt("score", place, named ? score : undefined),
      ...fieldAt("p_value", place, named ? pValue : undefined),
      ...(named && limit !== undefined ? { threshold: limit } : {}),
      ...fieldAt("drifted", place, drifted),
      ...dated(place),
    },
  ];
}

function attributionMapping(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const feature = keyOf(item, featureKey, isText);
  const importance = keyOf(item, importanceKey, isNumeric);
  if (importance === undefined || (feature === undefined && !place.keyed)) return [];
  return [
    {
      ...start("attribution", place),
      feature: feature === undefined ? "@key" : stepTo(place.path, feature),
      importance: stepTo(place.path, importance),
      ...(/shap/i.test(importance) ? { method: "shap" } : {}),
    },
  ];
}

function checkMapping(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const passed = keyOf(item, passedKey, isTruth);
  const name = keyOf(item, checkNameKey, isText);
  if (passed === undefined || (name === undefined && !place.keyed) || place.each.length === 0) return [];
  return [
    {
      ...start("check", place),
      name: name === undefined ? "@key" : stepTo(place.path, name),
      passed: stepTo(place.path, passed),
      ...fieldAt("column", place, keyOf(item, featureKey, isText)),
      ...fieldAt("message", place, keyOf(item, /^(message|reason|details?)$/i, isText)),
      ...dated(place),
    },
  ];
}

function modelMapping(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const name = keyOf(item, /^model_?(id|name)$/i, isText);
  const version = keyOf(item, /^(model_?)?version$/i, isText);
  if (name === undefined) return [];
  return [{ ...start("model", place), ...fieldAt("name", place, name), ...fieldAt("version", place, version) }];
}

function runMapping(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const revision = keyOf(item, /^(git_?(sha|commit|hash|revision)|commit(_?(sha|hash|id))?|code_?revision)$/i, isText);
  if (revision === undefined) return [];
  const run = keyOf(item, /^(run|release|experiment)_?id$/i, isText);
  return [
    {
      ...start("run", place),
      ...fieldAt("run_id", place, run),
      ...fieldAt("code_revision", place, revision),
      ...dated(place),
    },
  ];
}

function datasetMapping(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const rows = keyOf(item, /^(n_?rows|num_?rows|rows|row_?count)$/i, isNumeric);
  const columns = keyOf(item, /^(n_?col(umn)?s|num_?col(umn)?s|column_?count)$/i, isNumeric);
  if (rows === undefined || columns === undefined) return [];
  const name = keyOf(item, /^(name|data_?set(_?name)?)$/i, isText);
  return [
    {
      ...start("dataset", place),
      ...(name === undefined ? (place.keyed ? { name: "@key" } : {}) : { name: stepTo(place.path, name) }),
      ...fieldAt("rows", place, rows),
      ...fieldAt("columns", place, columns),
    },
  ];
}

/** `recall_ci95: [0.7, 0.9]`, or `ci95` where one metric stands in the record. */
function intervalFor(metric: string, item: Item, place: ItemPlace, only: boolean): WrittenMapping {
  const stem = metric.replace(/_(mean|rate)$/i, "");
  const word = stem.split("_").at(-1) ?? stem;
  const names = new RegExp(
    `^(?:(?:${[metric, stem, word].map(escaped).join("|")})_${only ? ")?" : ")"}ci_?(80|90|95|99)?$`,
    "i",
  );
  for (const [key, held] of Object.entries(item)) {
    const match = names.exec(key);
    if (match === null || !Array.isArray(held) || held.length !== 2 || !held.every((limit) => isNumeric(limit)))
      continue;
    const at = stepTo(place.path, key);
    const level = match[1] === undefined ? {} : { level: Number(match[1]) / 100 };
    return { interval: { lower: `${at}[0]`, upper: `${at}[1]`, ...level } };
  }
  return {};
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** True for a number that may be a result: known by name, or beside nothing that says otherwise. */
export const mayBeResult = (key: string): boolean =>
  interpretMetric(key).known || (!noMeasure.test(key) && /\p{L}/u.test(key) && methodIn(key) === undefined);

/** A mapping for each result of a record. */
function measurementMappings(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const results = Object.keys(item).filter((key) => isNumeric(item[key]) && !countKey.test(key) && mayBeResult(key));
  const count = keyOf(item, countKey, isNumeric);
  const { at, dataset } = place.shared;
  return results.map((key) => ({
    ...start("measurement", place),
    metric: key,
    value: stepTo(place.path, key),
    ...fieldAt("n", place, count),
    ...intervalFor(key, item, place, results.length === 1),
    ...sliced(place),
    ...(dataset === undefined ? {} : { dataset }),
    ...(at === undefined ? {} : { at }),
  }));
}

/** The mappings that turn one record, or every record like it, into facts. */
export function mappingsOfItem(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const drift = driftMapping(item, place);
  const told = [...drift, ...attributionMapping(item, place), ...checkMapping(item, place)];
  const described = [...modelMapping(item, place), ...runMapping(item, place), ...datasetMapping(item, place)];
  const ofColumn = drift.some(({ scope }) => scope === "column") || told.some(({ kind }) => kind === "attribution");
  const profiled = described.some(({ kind }) => kind === "dataset");
  return [...told, ...described, ...(ofColumn || profiled ? [] : measurementMappings(item, place))];
}

/** Numbers by name below one key: drift where the key names its method, importances and results where it says so. */
export function mappingsOfNumbers(key: string, place: ItemPlace): readonly WrittenMapping[] {
  const method = methodIn(key);
  if (method !== undefined)
    return [{ ...start("drift", place), scope: "column", column: "@key", method, score: "$", ...dated(place) }];
  if (/shap|importance|attribution/i.test(key))
    return [
      {
        ...start("attribution", place),
        feature: "@key",
        importance: "$",
        ...(/shap/i.test(key) ? { method: "shap" } : {}),
      },
    ];
  if (!/metric|score|result|kpi|measure/i.test(key)) return [];
  const { at, dataset } = place.shared;
  return [
    {
      ...start("measurement", place),
      metric: "@key",
      value: "$",
      ...sliced(place),
      ...(dataset === undefined ? {} : { dataset }),
      ...(at === undefined ? {} : { at }),
    },
  ];
}
