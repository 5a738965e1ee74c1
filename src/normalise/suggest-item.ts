import {
  dated,
  featureKey,
  fieldAt,
  isNumeric,
  isText,
  isTruth,
  keyOf,
  start,
  stepTo,
  type Item,
  type ItemPlace,
  type WrittenMapping,
} from "./suggest-place.js";
import { driftMappings, methodIn } from "./suggest-drift.js";
import { interpretMetric } from "./metric-vocabulary.js";

const countKey = /^(n|n_?(samples|rows|examples|test)|count|total|support|sample_?size|size)$/i;
const passedKey = /^(passed|pass|success|ok|valid)$/i;
const checkNameKey = /^(name|check|check_?name|test|test_?name|rule|id)$/i;
const importanceKey =
  /^((mean_?abs_?)?shap(_values?)?|importance|feature_?importance|attribution|weight|contribution)$/i;

/** Numbers that are settings, counts or spreads rather than results. */
const noMeasure =
  /^(seed|random_state|epochs?|batch_size|lr|learning_rate|year|month|day|port|index|id|level|alpha|beta|k|h|step|fold|schema_version|version|timestamp|n_\w+|num_\w+|max_\w+|min_\w+|top_k)$|(^|_)(count|counts|threshold|limit|seed|std|stderr|se|ci\d*|p|pvalue|p_value|lower|upper|min|max|time)$/i;

const sliced = ({ slice }: ItemPlace): WrittenMapping => (Object.keys(slice).length === 0 ? {} : { slice });

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
  const drift = driftMappings(item, place);
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
