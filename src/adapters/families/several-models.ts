import type { Value } from "../../model/adapter.js";
import { isRecord, members, text, type ValueRecord } from "../../read/shape.js";
import { keyRole } from "./metrics-keys.js";
import { isMeasured } from "./metrics-place.js";

/** Documents that hold the results of several models, each under its name. */

const modelsKey =
  /^((all|candidate|trained|compared|other)_?)?(models|classifiers|regressors|estimators|algorithms)$|^(models?|classifiers?|algorithms?)_(results|metrics|scores|performances?|comparison|evaluations?)$|^(results|metrics|comparison)_(by|per)_(model|algorithm)$|^by_model$/i;
const estimator =
  /^(logistic_?regression|log_?reg|linear_?(regression|svc|svm)?|ridge|lasso|elastic_?net|random_?forest|extra_?trees|decision_?tree|gradient_?boost(ing|ed_?trees)|support_?vector_?(machine|classification|classifier|regression|regressor)|hist_?gradient_?boosting|ada_?boost|xg_?boost|xgb|light_?gbm|lgbm?|cat_?boost|svm|svc|svr|k_?nn|k_?neighbors|k_?nearest_?neighbou?rs|(gaussian_?|multinomial_?)?(naive_?bayes|nb)|mlp|neural_?net(work)?|perceptron|sgd|dummy|voting|stacking|bagging|lstm|gru|cnn|arima|sarima|prophet)(_?(classifier|regressor|classification|regression|model))?$/i;
const bestKey = /^(best|selected|chosen|final|winning|deployed)_?(model|algorithm|classifier|estimator)?(_?name)?$/i;
const championKey = /^champion_?(model|algorithm|classifier|estimator)?(_?name)?$/i;
const challengerKey = /^(challenger|candidate)/i;
const algorithmKey = /^(algorithm|model_?type|estimator|classifier)$/i;

const plain = (name: string): string =>
  name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s.-]+/g, "_");
const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * True for a record below such a key with a record for each model, none of which is called as a part of the results is, and
 * for a comparison with the chosen one.
 */
export const holdsModels = (key: string, held: Value, chosen: string | undefined): held is ValueRecord =>
  isRecord(held) &&
  ((modelsKey.test(plain(key)) &&
    members(held).length > 0 &&
    members(held).every(([name, child]) => isRecord(child) && keyRole(name).kind === "unknown")) ||
    (comparisonKey.test(plain(key)) && namesChosen(held, chosen)));

/** True for the name of a kind of model, such as "Random Forest" or `XGBClassifier`. */
export const namesEstimator = (name: string): boolean => name.length <= 60 && estimator.test(plain(name));

const baseKey = /^(base|base_?model|pre_?trained|zero_?shot|vanilla)$/i;
const tunedKey = /^(fine_?tuned|tuned|lora|qlora|sft|adapted|adapter)(_?model)?$/i;

/** The keys of a record that are names of estimators, where there are several, and a base model beside what was made of it. */
export function estimatorsIn(record: ValueRecord): ReadonlySet<string> {
  const held = members(record).flatMap(([key, child]) => (isRecord(child) ? [key] : []));
  if (held.some((key) => tunedKey.test(plain(key)))) return new Set(held.filter((key) => baseKey.test(plain(key))));
  const found = members(record).flatMap(([key, child]) => (isRecord(child) && estimator.test(plain(key)) ? [key] : []));
  return new Set(found.length > 1 ? found : []);
}

const firstNamed = (record: ValueRecord, keys: RegExp): string | undefined =>
  members(record).flatMap(([key, value]) => (keys.test(plain(key)) ? (text(value) ?? []) : []))[0];

/**
 * The model that a document itself calls the best or the chosen one, or the algorithm that it says it is of; its results
 * are the document's own. A champion beside a challenger is the one before it.
 */
export function chosenModel(record: ValueRecord): string | undefined {
  const challenged = members(record).some(([key]) => challengerKey.test(plain(key)));
  const champion = challenged ? undefined : firstNamed(record, championKey);
  return firstNamed(record, bestKey) ?? champion ?? firstNamed(record, algorithmKey);
}

const comparisonKey = /^(model_?)?comparisons?$/i;

/** True for a record of models, among them the chosen one: they tell of the same things, each under its name. */
export function namesChosen(record: ValueRecord, chosen: string | undefined): boolean {
  if (chosen === undefined || !members(record).every(([, child]) => isRecord(child))) return false;
  const own = members(record).find(([name]) => letters(name) === letters(chosen))?.[1];
  const told = isRecord(own) ? members(own).map(([key]) => key) : [];
  const others = members(record).filter(([, child]) => child !== own);
  return (
    others.length > 0 && others.every(([, child]) => isRecord(child) && told.some((key) => Object.hasOwn(child, key)))
  );
}

/** Whose the results below a model's name are: null where it is the chosen one. */
export const aboutModel = (name: string, chosen: string | undefined): string | null =>
  chosen !== undefined && letters(chosen) === letters(name) ? null : name;

/** `{"auc": {"champion": 0.70, "challenger": 0.69}}`: this model beside those that it is compared with. */
export function comparesModels(record: ValueRecord): boolean {
  const roles = members(record).flatMap(([key, child]) => (isMeasured(child) ? [keyRole(key).kind] : []));
  return roles.length > 1 && roles.includes("other-model") && roles.every((role) => role !== "unknown");
}
