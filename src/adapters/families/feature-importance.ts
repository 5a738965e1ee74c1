import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isList, isRecord, list, member, members, scalarText, text } from "../../read/shape.js";
import { frameOf, recordsFrame, type Frame } from "./frame.js";

/** Importances of features, however tools and people save them. */

/** What all importances of one place share. */
export interface ImportanceContext {
  readonly method: string | null;
  readonly slice?: Slice;
  /** The example that is explained; absent where the importance is over all of them. */
  readonly instance?: string;
}

const methods: readonly (readonly [RegExp, string])[] = [
  [/shap/i, "shap"],
  [/(^|[^a-z])lime([^a-z]|$)/i, "lime"],
  [/permutation|importances?_mean/i, "permutation"],
  [/integrated.?gradients?/i, "integrated-gradients"],
  [/(^|[^a-z])(total_?)?gain([^a-z]|$)/i, "gain"],
  [/(^|[^a-z])(total_?)?cover([^a-z]|$)/i, "cover"],
  [/(^|[^a-z])(gini|mdi|impurity)([^a-z]|$)/i, "impurity"],
  [/(^|[^a-z])coef(ficient)?s?([^a-z]|$)/i, "coefficient"],
  [/importances?_weight/i, "weight"],
  [/importances?_split/i, "split"],
];

/** The method that a name of a file, key or column says; null where it says none. */
export const importanceMethod = (name: string): string | null =>
  methods.find(([pattern]) => pattern.test(name))?.[1] ?? null;

export const featureColumn = /^(features?|feature_?names?|variables?|col_?name|predictors?|input_feature)$/i;
const importanceColumn =
  /^((mean|avg|average)?_?\|?(abs(olute)?)?_?\(?\|?shap\|?( values?|_values?|_importance)?\|?\)?|mean_?abs_?shap(_values?)?|importances?(_mean|_score|_value|_gain)?|feature_?importances?(_vals?)?|(relative|scaled|normali[sz]ed|permutation|global|mean)_importance|permutation_importance_(mean|\w{1,30}_(increase|decrease|drop))|(total_)?(gain|cover)|weight|attributions?|contributions?|coef(ficient)?)$/i;
const classColumn = /^(class(_?name)?|target|label|output(_name)?)$/i;
const partColumns: readonly (readonly [string, RegExp])[] = [
  ["model", /^(model(_?name)?|estimator|algorithm|classifier)$/i],
  ["dataset", /^data_?set(_?name)?$/i],
];
const instanceColumn =
  /^(id|\w+_id|instance|instance_?id|row|row_?id|sample|sample_?id|example|example_?id|observation)$/i;

const isImportanceName = (name: string): boolean => importanceColumn.test(name.trim());

const isAmount = (value: Value): boolean => typeof value === "number" || value === null;

/** `{feature: number}`, with a number in it. */
export const isFlatImportance = (value: Value | undefined): boolean =>
  members(value).length > 0 &&
  members(value).every(([, held]) => isAmount(held)) &&
  members(value).some(([, held]) => typeof held === "number");

/** `{class: {feature: number}}`, of the same features for every class. */
export function isImportanceByClass(value: Value | undefined): boolean {
  const [first, ...rest] = members(value);
  const features = members(first?.[1]).map(([name]) => name);
  return (
    isFlatImportance(first?.[1]) &&
    !features.some(isImportanceName) &&
    rest.length > 0 &&
    rest.every(
      ([, held]) =>
        isFlatImportance(held) &&
        members(held).length === features.length &&
        features.every((name) => member(held, name) !== undefined),
    )
  );
}

const stated = (feature: string, importance: unknown, at: string, context: ImportanceContext): Statement => ({
  kind: "attribution",
  method: context.method,
  feature,
  importance,
  ...(context.slice === undefined ? {} : { slice: context.slice }),
  ...(context.instance === undefined ? {} : { instance: context.instance }),
  where: { pointer: at },
});

const flat = (value: Value, base: string, context: ImportanceContext): Statement[] =>
  members(value).map(([feature, importance]) => stated(feature, importance, pointer(base, feature), context));

/** `{feature: {importance: number, …}}`. */
const importanceOf = (value: Value): string | undefined =>
  members(value).find(([name, held]) => isImportanceName(name) && isAmount(held))?.[0];

/** `[[feature, number], …]`. */
export const isPairs = (value: Value | undefined): value is readonly Value[] =>
  isList(value) &&
  value.length > 0 &&
  value.every((pair) => isList(pair) && pair.length === 2 && typeof pair[0] === "string" && isAmount(pair[1] ?? ""));

const namesKey = /^(features?|feature_?names|columns|names|variables)$/i;

/** `{features: […], importances: […]}`: two lists of the same length. */
function parallel(value: Value): { readonly names: readonly Value[]; readonly key: string } | undefined {
  const names = members(value).find(([key, held]) => namesKey.test(key) && isList(held) && held.length > 0)?.[1];
  const amounts = members(value).find(
    ([key, held]) => isImportanceName(key) && isList(held) && held.length > 0 && held.every(isAmount),
  );
  const length = list(names)?.length;
  return amounts === undefined || length === undefined || list(amounts[1])?.length !== length
    ? undefined
    : { names: list(names) ?? [], key: amounts[0] };
}

interface ImportanceColumns {
  readonly feature: number;
  readonly importance: number;
  readonly group: number;
  readonly instance: number;
}

/** Which columns of a frame hold features and their importance; undefined where none does. */
export function importanceColumns({ columns }: Frame): ImportanceColumns | undefined {
  const feature = columns.findIndex((name) => featureColumn.test(name.trim()));
  const importance = columns.findIndex((name, at) => at !== feature && isImportanceName(name));
  if (feature < 0 || importance < 0) return undefined;
  return {
    feature,
    importance,
    group: columns.findIndex((name, at) => at !== feature && classColumn.test(name.trim())),
    instance: columns.findIndex((name, at) => at !== feature && instanceColumn.test(name.trim())),
  };
}

/** Importances of several models or data sets in one table are kept apart by them; undefined where there is one. */
function partsIn({ columns, rows, cell }: Frame): ((row: number) => Slice) | undefined {
  const parts = partColumns.flatMap(([part, named]) => {
    const column = columns.findIndex((name) => named.test(name.trim()));
    const texts = Array.from({ length: column < 0 ? 0 : rows }, (_, row) => scalarText(cell(row, column)) ?? "");
    return new Set(texts).size > 1 ? [{ part, texts }] : [];
  });
  if (parts.length === 0) return undefined;
  return (row) => Object.fromEntries(parts.map(({ part, texts }) => [part, texts[row] ?? ""]));
}

/** The importances of a frame with a row for each feature. */
export function frameImportances(frame: Frame, context: ImportanceContext): Statement[] {
  const at = importanceColumns(frame);
  if (at === undefined) return [];
  const method = context.method ?? importanceMethod(frame.columns[at.importance] ?? "");
  const partOf = partsIn(frame);
  return Array.from({ length: frame.rows }, (_, row): Statement[] => {
    const feature = scalarText(frame.cell(row, at.feature));
    if (feature === undefined || feature === "") return [];
    const group = at.group < 0 ? undefined : scalarText(frame.cell(row, at.group));
    const instance = at.instance < 0 ? undefined : scalarText(frame.cell(row, at.instance));
    const own: ImportanceContext = {
      ...context,
      method,
      ...(group === undefined && partOf === undefined
        ? {}
        : { slice: { ...(group === undefined ? {} : { class: group }), ...partOf?.(row) } }),
      ...(instance === undefined ? {} : { instance }),
    };
    return [{ ...stated(feature, frame.cell(row, at.importance), "", own), where: frame.where(row, at.importance) }];
  }).flat();
}

/** Every importance at one place, in any of the shapes; none where it holds something else. */
export function importancesAt(value: Value | undefined, base: string, context: ImportanceContext): Statement[] {
  if (value === undefined) return [];
  if (isFlatImportance(value)) return flat(value, base, context);
  if (isPairs(value))
    return value.map((pair, index) =>
      stated(text(list(pair)?.[0]) ?? "", list(pair)?.[1], pointer(base, index, 1), context),
    );
  if (isImportanceByClass(value))
    return members(value).flatMap(([name, held]) =>
      flat(held, pointer(base, name), { ...context, slice: { class: name } }),
    );
  const frame = recordsFrame(value, base);
  if (frame !== undefined) return frameImportances(frame, context);
  if (!isRecord(value)) return [];
  const lists = parallel(value);
  if (lists !== undefined)
    return lists.names.map((name, index) =>
      stated(
        scalarText(name) ?? `#${index}`,
        list(member(value, lists.key))?.[index],
        pointer(base, lists.key, index),
        { ...context, method: context.method ?? importanceMethod(lists.key) },
      ),
    );
  if (!members(value).every(([, held]) => importanceOf(held) !== undefined)) return [];
  return members(value).flatMap(([feature, held]) => {
    const key = importanceOf(held) ?? "";
    const method = context.method ?? importanceMethod(key);
    return [stated(feature, member(held, key), pointer(base, feature, key), { ...context, method })];
  });
}

/** Keys below which importances stand in files that hold other things as well. */
const placeKey =
  /^((global_?|mean_?|top_?)?(feature_?)?(importances?|attributions?)(_values|_scores|_ranking)?|(mean_abs_)?shap(_(global_?)?(importances?|values_mean|summary))?|(top|key)_(shap_)?features|(shap_)?top_?\d+(_(shap_)?features)?|shap_top(_features)?|feature_weights|permutation_importances?|coef(ficient)?s?)$/i;

/** How many features to show, or how importance is to be computed: `{"top_n": 10}` of a scorecard. */
const isSettings = (value: Value): boolean =>
  members(value).length > 0 &&
  members(value).every(([key]) => /^(top_?[nk]?|(n|num|max|min)_\w+|limit|threshold|n|k|seed|samples?)$/i.test(key));

/** Importances below the keys of a document that are called so, at the top or one level beneath. */
export function placedImportances(value: Value | undefined, method: string | null): Statement[] {
  const below = (held: Value, base: string, depth: number): Statement[] =>
    members(held).flatMap(([key, inner]) => {
      if (placeKey.test(key) && !isSettings(inner))
        return importancesAt(inner, pointer(base, key), { method: importanceMethod(key) ?? method });
      return depth > 0 && isRecord(inner) ? below(inner, pointer(base, key), depth - 1) : [];
    });
  return value === undefined ? [] : below(value, "", 1);
}

const saysShap = (name: string): boolean => /(^|[^a-z])shap([^a-z]|$)/i.test(name);

/** The frame of features and importances that a file is; undefined where it is none. */
export function importanceFrame(file: EvidenceFile): Frame | undefined {
  const frame = frameOf(file);
  return frame !== undefined && frame.rows > 0 && importanceColumns(frame) !== undefined ? frame : undefined;
}

/** SHAP writes no file of its own: a map from features to numbers is told by the file's name, a frame by its columns. */
export function isShapImportance(file: EvidenceFile): boolean {
  const frame = importanceFrame(file);
  if (frame !== undefined)
    return saysShap(file.name) || saysShap(frame.columns[importanceColumns(frame)?.importance ?? -1] ?? "");
  return (
    saysShap(file.name) &&
    (importancesAt(file.value, "", { method: "shap" }).length > 1 || placedImportances(file.value, "shap").length > 1)
  );
}
