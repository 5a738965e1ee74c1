import { nameTokens, wordOf } from "../../normalise/metric-name.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";

/** What a key of a metrics file says of the numbers below it. */
export type KeyRole =
  /** Nothing: `metrics`, `results`, `overall`. */
  | { readonly kind: "transparent" }
  | { readonly kind: "split"; readonly split: string }
  | { readonly kind: "protocol"; readonly protocol: string }
  /** Parts of the data follow; null where the column is not named, or follows first. */
  | { readonly kind: "slices"; readonly column: string | null; readonly metric: string | null }
  | { readonly kind: "datasets" }
  | { readonly kind: "folds" }
  | { readonly kind: "fold"; readonly fold: number }
  /** Numbers of a model that this one is compared with. */
  | { readonly kind: "other-model" }
  /** No results: settings, limits, spreads, curves. */
  | { readonly kind: "skipped" }
  | { readonly kind: "metric" }
  | { readonly kind: "unknown" };

const skipped =
  /^((hyper_?|model_?|training_?)?param(eter)?s|config(uration)?s?|settings|options|args|arguments|training_args(uments)?|thresholds?|targets?|goals?|limits?|constraints|requirements|criteria|acceptance(_criteria)?|expected|budgets?|sla|slo|env(ironment)?|features?|feature_(importances?|stats|names|separation)|importances?|confusion_matrix|(\w+_)?curves?|deltas?|diffs?|differences?|changes?|improvements?|gains?|std|stds|stdev|std_dev|variances?|stderrs?|standard_errors?|ci|ci_?95|intervals?|confidence_intervals?|p_?values?|significance|bins?|histograms?|schema|metadata|meta|tags|dependencies|scripts|(\w+_)?distributions?|(\w+_)?history|bounds|ranges|min|max|minimum|maximum)$/;
/** Single examples: what was asked, and how it went. */
const examples =
  /^(per|by)_(question|query|sample|example|row|item|instance|case|prompt|doc(ument)?|record|test_case|conversation|utterance|sentence)s?(_(results|scores|metrics))?$/;
/** What a model has to reach, not what it reached. */
const asked =
  /^(deployment|promotion|acceptance|quality|alert(ing)?|drift|performance|metrics?|min(imum)?|max(imum)?|target|release|validation|fairness|monitoring|pass(ing)?|success|gate)_(thresholds?|targets?|limits?|gates?|requirements?|criteria)$|^(target|expected|min(imum)?|required)_(metrics|performance|scores|results)$/;
const otherModel =
  /(^|_)(baselines?|champion|incumbent|previous|prev|old|dummy|naive|control|reference_model|production_model|prior_model|paper|published|sota|literature)(_|$)/;
const transparent = new Set(
  (
    "metric metrics result results score scores evaluation performance summary overall report global aggregate aggregated " +
    "total all main final quality classification regression ranking retrieval forecasting model challenger candidate " +
    "primary secondary headline core key current new ours values output outputs measures measurements kpis kpi statistics stats and"
  ).split(" "),
);
const datasets =
  /^((by|per)_)?(data_?sets?|sets|(test|eval|evaluation)_?sets?|benchmarks?|tasks?|splits?|(dataset|benchmark|task)_(results|metrics|scores))$/;
const classes = /^((per|by)_(class|label)(_\w+)?|class(es)?(_(metrics|scores|report|results|wise))?|labels)$/;
const anySlice =
  /^((by|per)_)?(slices?|segments?|(sub)?groups?|cohorts?|subpopulations?|attributes?|sensitive_features?|strata)(_(metrics|results|scores|performance))?$/;
const columnSlices = /^(?:by|per)_([a-z]\w*)$/;
const metricBySlices = /^(\w+?)_(?:by|per)_([a-z]\w*)$/;
/** `group_positive_rate`: the metric of each group. */
const slicesOfMetric = /^(?:sub)?(?:group|slice|segment)s?_([a-z]\w*)$/;
const folds =
  /^(k_?)?folds?(_(results|metrics|scores|details))?$|^(per|by)_folds?(_(results|metrics|scores))?$|^(group_?|stratified_?)?k_?fold(_cv)?$|^cv_(results|scores|metrics|folds)$/;
const fold = /^(?:fold|split)_?(\d{1,3})$/;

/** What keys are called in Spanish and Portuguese, which data scientists mix with English. */
const translated: Readonly<Record<string, string>> = {
  metricas: "metrics",
  métricas: "metrics",
  metrica: "metric",
  resultados: "results",
  desempenho: "performance",
  rendimiento: "performance",
  avaliacao: "evaluation",
  evaluacion: "evaluation",
  general: "overall",
  generales: "overall",
  geral: "overall",
  gerais: "overall",
  global: "overall",
  globales: "overall",
  globais: "overall",
  por: "by",
  grupo: "group",
  grupos: "groups",
  segmento: "segment",
  segmentos: "segments",
  clase: "class",
  classe: "class",
  clases: "classes",
  modelos: "models",
  prueba: "test",
  teste: "test",
  entrenamiento: "train",
  treino: "train",
  validacion: "validation",
  validacao: "validation",
};

const inEnglish = (name: string): string =>
  name
    .split("_")
    .map((word) => (Object.hasOwn(translated, word) ? (translated[word] ?? word) : word))
    .join("_");

const plain = (key: string): string =>
  inEnglish(
    key
      .trim()
      .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
      .replace(/[\s.-]+/g, "_")
      .toLowerCase(),
  );

function worded(key: string): KeyRole | undefined {
  const tokens = nameTokens(key);
  const words = tokens.map(wordOf);
  const idle = tokens.every((token, at) => words[at]?.kind !== "core" || transparent.has(token));
  if (!idle || tokens.length === 0) return undefined;
  const split = words.find((word) => word.kind === "split");
  if (split?.kind === "split") return { kind: "split", split: split.says };
  const protocol = words.flatMap((word) => (word.kind === "protocol" ? [word.says] : []));
  if (protocol.length === 0)
    return tokens.includes("raw") ? { kind: "protocol", protocol: "raw" } : { kind: "transparent" };
  const named = protocol.length > 1 ? protocol.filter((word) => word !== "mean") : protocol;
  return named[0] === "best" ? { kind: "transparent" } : { kind: "protocol", protocol: named.join(" ") };
}

/** "selection_rates", "group_accuracies": a metric, once for each of several. */
export const singular = (name: string): string =>
  name.replace(/(rate|recall|precision)s$/, "$1").replace(/accuracies$/, "accuracy");

/** The role of a key that has numbers, records or lists below it. */
export function keyRole(key: string): KeyRole {
  const name = plain(key);
  if (name.length > 100) return { kind: "unknown" };
  if (skipped.test(name) || asked.test(name) || examples.test(name)) return { kind: "skipped" };
  const numbered = fold.exec(name);
  if (numbered !== null) return { kind: "fold", fold: Number(numbered[1]) };
  if (folds.test(name)) return { kind: "folds" };
  if (datasets.test(name)) return { kind: "datasets" };
  if (classes.test(name)) return { kind: "slices", column: "class", metric: null };
  if (anySlice.test(name)) return { kind: "slices", column: null, metric: null };
  const column = columnSlices.exec(name)?.[1];
  if (column !== undefined) return slicesBy(column);
  if (interpretMetric(key).known) return { kind: "metric" };
  const [, metric = "", by = ""] = metricBySlices.exec(name) ?? [];
  if (interpretMetric(metric).known) return { kind: "slices", column: anySlice.test(by) ? null : by, metric };
  if (metric !== "" && metric.split("_").every((word) => transparent.has(word)))
    return { kind: "slices", column: anySlice.test(by) ? null : by, metric: null };
  const ofGroups = singular(slicesOfMetric.exec(name)?.[1] ?? name);
  if (ofGroups !== name && interpretMetric(ofGroups).known) return { kind: "slices", column: null, metric: ofGroups };
  if (otherModel.test(name)) return { kind: "other-model" };
  return worded(key) ?? worded(name) ?? { kind: "unknown" };
}

/** "per_language_f1": the metric of each language. */
function slicesBy(column: string): KeyRole {
  const words = column.split("_");
  const at = words.findIndex((_, index) => index > 0 && interpretMetric(words.slice(index).join("_")).known);
  return at < 0
    ? { kind: "slices", column, metric: null }
    : { kind: "slices", column: words.slice(0, at).join("_"), metric: words.slice(at).join("_") };
}

/** The data split or data set that a key below `datasets` names. */
export function datasetNamed(key: string): { readonly split: string } | { readonly dataset: string } {
  const role = worded(key);
  return role?.kind === "split" ? { split: role.split } : { dataset: key };
}

/** Names beside metrics that are no measurements of the model. */
const noMeasure =
  /^best_(c|alpha|beta|gamma|lambda|k|lr|depth|epochs?|iter\w*|param\w*|n_\w+)$|^(n|num|number|count|total|size|support|phase|rank|seed|random_state|step|epoch|fold|(cv_|k_|num_)?folds|n_splits|index|id|version|year|port|k|h|level|alpha|beta|gamma|lr|learning_rate|batch_size|max_\w+|min_\w+|top_k|timestamp|time|date|positives?|negatives?|rows|columns|features|classes|parameters|trees|iterations|depth|horizon|lag|window|days?|month|week|quantile|decile|bin|value)$|^(n|num|count|total|target|max|min|dataset|cm)_|_(n|count|counts|total|size|samples|rows|threshold|thresholds|target|goal|limit|seed|id|std|stderr|se|sd|var|variance|ci|lower|upper|min|max|p|pvalue|p_value|date|time|version|index|epochs?|steps?|passed|failed|skipped)$|(^|_)(threshold|cutoff|stderr|std|n|drop|gain|gap|delta|diff)(_|$)/;

/** True where a number of an unknown name, beside known metrics, may be a metric of the team's own. */
export const mayBeMetric = (key: string): boolean => !noMeasure.test(plain(key)) && /\p{L}/u.test(key);

const likeMetric =
  /[a-z0-9]_(accuracy|acc|precision|recall|f1|f1_score|auc|auroc|mrr|ndcg|success_rate|pass_rate|hit_rate|win_rate|error_rate)(_at_\d{1,3}|@\d{1,3})?$/;

/** `tool_accuracy`: a metric of a part of the system, by the name of one that is known. */
export const soundsLikeMetric = (key: string): boolean =>
  key.length <= 80 && likeMetric.test(plain(key)) && mayBeMetric(key);
