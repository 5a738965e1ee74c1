import type { Value } from "../model/adapter.js";
import { canonicalDriftMethod } from "./drift-methods.js";
import {
  dated,
  featureKey,
  fieldAt,
  isItem,
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

/** Mappings of home-grown drift reports: a record a column, with a number for each method. */

const driftedKey =
  /^((is|has|overall|global|any)_?)?((data_?set|data|feature|column|concept)_?)?drift(ed)?(_?(detected|detectado|detectada|found|flag|present))?(_?(global|overall))?$/i;
const scoreKey = /^(drift_?)?(score|statistic|distance|stat|value)$/i;
const pValueKey = /(^|_)p(_?val(ue)?s?)?$/i;
const limitKey = /^(threshold|limit|cut_?off)$/i;
const nameKey = /^(name|nombre|nome)$/i;

/** The method that a key's name says: `psi`, `ks_statistic`, `psi_features`. */
export function methodIn(key: string): string | undefined {
  const words = key.split(/[_\s-]+/);
  const named =
    canonicalDriftMethod(key) ?? words.map((word) => canonicalDriftMethod(word)).find((id) => id !== undefined);
  return named ?? (words.some((word) => /^jsd?$/i.test(word)) ? "jensen-shannon" : undefined);
}

interface Method {
  readonly id: string | undefined;
  score?: string;
  pValue?: string;
}

const tests = new Set(["ks", "chi-square", "anderson-darling", "cramer-von-mises", "mann-whitney", "t-test", "z-test"]);

/** The methods of a record, each with its score and p-value, by the names of their keys. */
function methodsOf(item: Item): readonly Method[] {
  const methods = new Map<string, Method>();
  const of = (id: string | undefined): Method => {
    const known = methods.get(id ?? "") ?? { id };
    methods.set(id ?? "", known);
    return known;
  };
  const numbers = Object.keys(item).filter((key) => isNumeric(item[key]));
  for (const key of numbers) {
    const id = methodIn(key.replace(pValueKey, ""));
    if (id === undefined) continue;
    if (pValueKey.test(key)) of(id).pValue ??= key;
    else of(id).score ??= key;
  }
  const bare = numbers.find((key) => /^p_?val(ue)?$/i.test(key));
  if (bare !== undefined) {
    const tested = [...methods.values()].find(
      ({ id, pValue }) => id !== undefined && tests.has(id) && pValue === undefined,
    );
    (tested ?? of(undefined)).pValue = bare;
  }
  return [...methods.values()];
}

const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]+/g, "_");

/** The limit of a method that the document states once: `psi_threshold`, or `thresholds: { psi: 0.25 }`. */
function sharedLimit(method: Method, document: Value): string | undefined {
  if (!isItem(document) || method.id === undefined || method.score === undefined) return undefined;
  const isOf = (key: string): boolean => methodIn(plainKey(key)) === method.id && !pValueKey.test(key);
  for (const [key, value] of Object.entries(document)) {
    if (isNumeric(value) && /threshold|limit|umbral|limiar|seuil/i.test(key) && isOf(key)) return stepTo("$$", key);
    if (!isItem(value) || !/^(thresholds?|limits?|umbrales|limites)$/i.test(key)) continue;
    const inner = Object.keys(value).find((name) => isNumeric(value[name]) && isOf(name));
    if (inner !== undefined) return stepTo(stepTo("$$", key), inner);
  }
  return undefined;
}

const ofReference = /(^|_)(reference|ref|baseline|referencia|historico|training|train)(_|$)/i;
const ofCurrent = /(^|_)(current|production|prod|actual|recent|new|batch|live)(_|$)/i;
const isCount = /(^|_)(n|rows|samples?|size|count|records)(_|$)/i;

/** How many rows were compared, where the document says it of each side. */
function sizes(document: Value): WrittenMapping {
  if (!isItem(document)) return {};
  const counted = Object.keys(document).filter(
    (key) => isCount.test(plainKey(key)) && isNumeric(document[key]) && Number.isInteger(Number(document[key])),
  );
  const reference = counted.find((key) => ofReference.test(plainKey(key)));
  const current = counted.find((key) => ofCurrent.test(plainKey(key)) && key !== reference);
  return {
    ...(reference === undefined ? {} : { n_reference: stepTo("$$", reference) }),
    ...(current === undefined ? {} : { n_current: stepTo("$$", current) }),
  };
}

/** `drift_prediccion`, `prediction_drift`, `target_drift`: what drifts is no column of the inputs. */
function wholeScope(path: string): "prediction" | "target" | undefined {
  const last = path.split(".").at(-1) ?? "";
  if (!/drift/i.test(last)) return undefined;
  return /pred|output/i.test(last) ? "prediction" : /target|label|objetivo/i.test(last) ? "target" : undefined;
}

/** A mapping for each method of a record; the tool's own verdict goes with the first, as it says not by which. */
export function driftMappings(item: Item, place: ItemPlace): readonly WrittenMapping[] {
  const methods = methodsOf(item);
  const drifted = keyOf(item, driftedKey, isTruth);
  const column = keyOf(item, featureKey, isText) ?? (methods.length > 0 ? keyOf(item, nameKey, isText) : undefined);
  const named = column !== undefined || place.keyed;
  const whole = named ? undefined : wholeScope(place.path);
  if (whole !== undefined && methods.some(({ score }) => score !== undefined))
    return methods.map((method) => ({
      ...start("drift", place),
      scope: whole,
      ...(method.id === undefined ? {} : { method: method.id }),
      ...fieldAt("score", place, method.score),
      ...fieldAt("p_value", place, method.pValue),
      ...sizes(place.document),
      ...dated(place),
    }));
  if (drifted === undefined && !(named && methods.length > 0)) return [];
  if (!named && place.each.length > 0) return [];
  if (!named)
    return [{ ...start("drift", place), scope: "dataset", ...fieldAt("drifted", place, drifted), ...dated(place) }];
  const bare = keyOf(item, scoreKey, isNumeric);
  const own = keyOf(item, limitKey, isNumeric);
  const asked: readonly Method[] = methods.length > 0 ? methods : [{ id: undefined }];
  return asked.map((method, index) => {
    const score = method.score ?? (method.id === undefined ? bare : undefined);
    const limit =
      own === undefined ? (place.shared["threshold"] ?? sharedLimit(method, place.document)) : stepTo(place.path, own);
    return {
      ...start("drift", place),
      scope: "column",
      column: column === undefined ? "@key" : stepTo(place.path, column),
      ...(method.id === undefined ? {} : { method: method.id }),
      ...fieldAt("score", place, score),
      ...fieldAt("p_value", place, method.pValue),
      ...(limit === undefined ? {} : { threshold: limit }),
      ...(index === 0 ? fieldAt("drifted", place, drifted) : {}),
      ...sizes(place.document),
      ...dated(place),
    };
  });
}
