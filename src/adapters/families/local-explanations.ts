import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isList, list, member, members, number, scalarText, text } from "../../read/shape.js";
import { importanceMethod, importancesAt, isPairs } from "./feature-importance.js";

/** What features did for single examples, as LIME and people who use SHAP save it. */

/** "12.00 < hour <= 18.00", "is_new_payee=1", "amount > 77.68": LIME names a feature by a condition on it. */
const condition =
  /^(?:\s{0,9}[-+]?[\d.]{1,40}(?:e[-+]?\d{1,9})?\s{0,9}<=?\s{0,9})?(.{1,200}?)\s{0,9}(?:<=|>=|<|>|=)\s{0,9}.{1,200}$/i;

/** True for a label that states a condition, as LIME's do for tables. */
export const isCondition = (label: string): boolean => label.length <= 400 && condition.test(label);

/** The feature that a label of LIME is about; of a text without a condition, the text. */
export const featureOfLabel = (label: string): string =>
  label.length > 400 ? label : (condition.exec(label)?.[1]?.trim() ?? label);

/** LIME's list: `[["hour <= 6.00", 0.045], …]`. */
export const isLimeList = (value: Value | undefined): value is readonly Value[] =>
  isPairs(value) && value.some((pair) => isCondition(text(list(pair)?.[0]) ?? ""));

/** LIME's map: `{"1": [[6, 0.05], …]}`, classes to indexes of features and weights. */
export const isLimeMap = (value: Value | undefined): boolean =>
  members(value).length > 0 &&
  members(value).every(
    ([key, pairs]) =>
      /^\d{1,4}$/.test(key) &&
      isList(pairs) &&
      pairs.length > 0 &&
      pairs.every(
        (pair) => isList(pair) && pair.length === 2 && Number.isInteger(pair[0]) && number(pair[1]) !== undefined,
      ),
  );

/** The weights of one explanation of LIME, each by its feature. */
export const limeListStatements = (
  value: readonly Value[],
  base: string,
  instance: string,
  slice: Readonly<Record<string, string>> = {},
): Statement[] =>
  value.map((pair, index) => ({
    kind: "attribution",
    method: "lime",
    feature: featureOfLabel(text(list(pair)?.[0]) ?? ""),
    importance: list(pair)?.[1] ?? null,
    slice,
    instance,
    where: { pointer: pointer(base, index, 1) },
  }));

/**
 * The weights of LIME's map. Indexes are names only together with the list of the same explanation, which has the
 * same weights in the same order.
 *
 * @param labels labels of the list; empty where there is none
 */
export const limeMapStatements = (
  value: Value | undefined,
  base: string,
  instance: string,
  labels: readonly (readonly [label: string, weight: number])[],
): Statement[] =>
  members(value).flatMap(([group, pairs]) => {
    const held = list(pairs) ?? [];
    const same = labels.length === held.length && held.every((pair, at) => number(list(pair)?.[1]) === labels[at]?.[1]);
    return held.map((pair, index): Statement => ({
      kind: "attribution",
      method: "lime",
      feature: same ? featureOfLabel(labels[index]?.[0] ?? "") : `#${String(list(pair)?.[0])}`,
      importance: list(pair)?.[1] ?? null,
      slice: members(value).length === 1 ? {} : { class: group },
      instance,
      where: { pointer: pointer(base, group, index, 1) },
    }));
  });

/** The example that a file without an id explains: the file's name without the words for its form. */
export const instanceOfName = ({ name }: EvidenceFile): string =>
  name.replace(/\.\w+$/, "").replace(/[_-]?(as_(list|map)|lime|shap|explanations?|local)(?=$|[_-])/gi, "") || name;

const idKeys = ["id", "instance", "instance_id", "row_id", "row", "sample_id", "sample", "example_id", "index", "key"];
const heldKey =
  /^(as_list|as_map|contributions?|explanations?|attributions?|feature_(contributions?|attributions?|importances?|weights)|(local_)?shap(_values)?|lime(_explanation)?|weights|top_features|reasons|reason_codes)$/i;

interface Local {
  readonly instance: string;
  readonly at: string;
  readonly key: string;
  readonly held: Value;
}

const listKeys = ["explanations", "instances", "local", "local_explanations", "samples"];

/** The list of explained examples, and where it stands. */
function examples(value: Value | undefined): { readonly items: readonly Value[]; readonly at: string } {
  if (isList(value)) return { items: value, at: "" };
  const key = listKeys.find((name) => isList(member(value, name)));
  return key === undefined ? { items: [], at: "" } : { items: list(member(value, key)) ?? [], at: pointer("", key) };
}

const idOf = (item: Value): string | undefined =>
  idKeys.map((name) => scalarText(member(item, name))).find((found) => found !== undefined);

function localIn(item: Value, index: number, base: string): Local | undefined {
  const [key, held] = members(item).find(([name, inner]) => heldKey.test(name) && inner !== null) ?? [];
  if (key === undefined || held === undefined) return undefined;
  return { instance: idOf(item) ?? `#${index}`, at: pointer(base, index, key), key, held };
}

/** LIME's list in a record of its own, beside the id of its example: `{"instance": 3, "explanation": [["age > 40", …]]}`. */
export const limeRecord = (value: Value | undefined): Local | undefined => {
  if (value === undefined || isList(value)) return undefined;
  const [key, held] = members(value).find(([name, inner]) => heldKey.test(name) && isLimeList(inner)) ?? [];
  if (key === undefined || held === undefined) return undefined;
  return { instance: idOf(value) ?? "", at: pointer("", key), key, held };
};

/** `[{feature: …, shap | contribution | weight: …}, …]`, a map, or pairs, as LIME's or not. */
function statementsOf({ instance, at, key, held }: Local, method: string | null): Statement[] {
  if (isLimeList(held)) return limeListStatements(held, at, instance);
  if (isLimeMap(held)) return limeMapStatements(held, at, instance, []);
  return importancesAt(held, at, { method: importanceMethod(key) ?? method, instance });
}

const ofItem = (item: Value, index: number, at: string, method: string | null): Statement[] => {
  const local = localIn(item, index, at);
  return local === undefined ? [] : statementsOf(local, method);
};

/** True for a list whose first item is an explained example. */
export function isLocalExplanations(value: Value | undefined): boolean {
  const [first] = examples(value).items;
  return first !== undefined && ofItem(first, 0, "", null).length > 0;
}

/** What the features of each example did. */
export function localStatements(value: Value | undefined, method: string | null): Statement[] {
  const { items, at } = examples(value);
  return items.flatMap((item, index) => ofItem(item, index, at, method));
}
