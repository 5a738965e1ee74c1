import type { Value } from "../../model/adapter.js";
import type { Slice } from "../../model/fact.js";
import { member, members, scalarText, text, type ValueRecord } from "../../read/shape.js";
import { isSaidOfAll } from "./metrics-beside.js";
import type { Place } from "./metrics-place.js";
import { sliceNamed } from "./slice-text.js";

/** What tells the records of a list of results apart. */

/** Records of a list that nothing tells apart are different quantities all the same. */
export const numbered =
  (index: number) =>
  ({ protocol }: Place): Partial<Place> => ({ protocol: [...protocol, `#${index + 1}`] });

const sliceKey = /^(slice|segment|group|subgroup|cohort)(_name)?$/i;
const modelKey = /^(model|model_?name|algorithm|classifier|method|variant)$/i;
const nameKey = /^(name|id|label|key|type|title)$/i;

const isNaming = (key: string): boolean => [sliceKey, modelKey, nameKey].some((naming) => naming.test(key));

/** Keys of records of slices: which column is looked at, and which of its values. */
const columnKey =
  /^((slice|segment|group|split|sensitive)_)?(feature|column|attribute|dimension|variable|field|by|key)(_name)?$/i;
const valueKey =
  /^((slice|segment|group|feature|column|attribute)_)?(value|level|category|bucket|bin|group|segment|label)$/i;

/** `{"feature": "region", "value": "emea"}`: the column and the value that a record of metrics is about. */
function conditionIn(record: ValueRecord): Slice | undefined {
  const column = members(record).find(([key, value]) => columnKey.test(key) && text(value) !== undefined);
  if (column === undefined) return undefined;
  const [other, ...more] = members(record).filter(
    ([key, value]) => key !== column[0] && valueKey.test(key) && isLabel(value),
  );
  const name = text(column[1]) ?? "";
  if (other === undefined || more.length > 0 || name.length > 60) return undefined;
  return { [name]: scalarText(other[1]) ?? "" };
}

/** A text or a whole number; a fraction below `value` is a measurement. */
const isLabel = (value: Value): boolean => {
  const written = scalarText(value);
  return written !== undefined && written !== "" && written.length <= longestLabel && !/^-?\d*\.\d+$/.test(written);
};

/** The key of a list whose records are models each, whatever they call their names. */
const modelLists = /(^|[/_])(models|candidates|classifiers|algorithms|estimators|leaderboard)$/i;

/**
 * What the text that names a record of a list makes of its numbers.
 *
 * @param list where the list stands
 * @param column of the slices that the list is said to hold; null where it is not said, undefined where it holds none
 */
export function nameIn(
  record: ValueRecord,
  column: string | null | undefined,
  list: string,
): ((place: Place) => Partial<Place>) | undefined {
  const condition = conditionIn(record);
  if (condition !== undefined) return ({ slice }) => ({ slice: { ...slice, ...condition } });
  for (const [key, value] of members(record)) {
    const name = text(value);
    if (name === undefined || name.length > 200) continue;
    if (sliceKey.test(key))
      return ({ slice }) => ({
        slice: { ...slice, ...(typeof column === "string" ? { [column]: name } : sliceNamed(name)) },
      });
    if (modelKey.test(key) || (nameKey.test(key) && modelLists.test(list))) return () => ({ about: name });
    if (column !== undefined && nameKey.test(key))
      return ({ slice }) => ({ slice: { ...slice, ...(column === null ? sliceNamed(name) : { [column]: name }) } });
    if (nameKey.test(key)) return ({ protocol }) => ({ protocol: [...protocol, name] });
  }
  return undefined;
}

const longestLabel = 60;

/** Numbers that tell records of results apart as names do: a horizon, a cut-off, a bin. */
const labelNumber =
  /^(horizon|lead_?time|lag|window|days?|top_?k|k|year|month|week|quarter|quantile|quintile|decile|bin|level)(_\w{1,10})?$/i;

/** Texts of single examples: what was asked, what was answered, what was looked at. */
const exampleText =
  /^(?!(model|checkpoint|config|dataset|data|run)_)(\w+_)?(id|uid|uuid|path|file(name)?|url|text|input|prompt|question|query|answer|prediction|response|transcript|sentence|audio|image|utterance)$/i;

const modelId = /^model_?id$/i;

/** When a record was made: no part of the data. */
const moments = /(^|_)timestamp(_|$)|_(at|on)$/i;

/** Texts that describe a record rather than name a part of the data. */
const describing =
  /(^|_)(description|notes?|comments?|message|text|prompt|question|answer|path|file(name)?|url|status|error|reason|metric|unit|source|hash|digest|fingerprint|uri|run|seed|device|command|best_\w+)(_|$)/i;

/** What tells a record from the others of its list: the part of the data, or the model whose id it has. */
interface Label {
  readonly slice: Slice;
  readonly about?: string;
}

/**
 * Keys whose text differs between the records, each record having one: `language: Hausa` is a part of the data, and
 * `model_id` another model. Keys that name the record itself, its data set, split or date are told otherwise.
 */
export function labelling(records: readonly ValueRecord[]): (record: ValueRecord) => Label {
  const [first] = records;
  if (records.every((record) => conditionIn(record) !== undefined)) return () => ({ slice: {} });
  const differing = members(first)
    .map(([key]) => key)
    .filter((key) => !isNaming(key) && !isSaidOfAll(key) && labelsOf(records, key) > 1);
  const ids = differing.find((key) => modelId.test(key));
  const keys = differing.filter((key) => ![describing, modelId, moments].some((known) => known.test(key)));
  return (record) => ({
    slice: Object.fromEntries(keys.map((key) => [key, labelIn(record, key) ?? ""])),
    ...(ids === undefined ? {} : { about: labelIn(record, ids) ?? "" }),
  });
}

function labelIn(record: ValueRecord, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return labelNumber.test(key) ? scalarText(value) : text(value);
}

/** How many labels there are below a key; 0 where a record has none. */
function labelsOf(records: readonly ValueRecord[], key: string): number {
  const labels = new Set<string>();
  for (const record of records) {
    const label = labelIn(record, key);
    if (label === undefined || label.trim() === "" || label.length > longestLabel || label.includes("\n")) return 0;
    labels.add(label);
  }
  return labels.size;
}

/** What was asked for beside what came out, under the names that scripts give both. */
const wanted = /^(ref(erence)?s?|gold(en)?|target|expected(_\w+)?|ground_?truth|label|true_\w+|reference_\w+)$/i;
const given =
  /^(pred(icted|iction)?s?|hyp(othesis)?|actual(_\w+)?|output|generated(_\w+)?|response|answer|predicted_\w+)$/i;

const holdsText = (record: ValueRecord | undefined, key: RegExp): boolean =>
  members(record).some(([name, value]) => key.test(name) && text(value) !== undefined);

/** True for a list of three or more examples, each with a text of its own: their scores are no results of a model. */
export function areExamples(records: readonly ValueRecord[]): boolean {
  const [first] = records;
  if (records.length < 3) return false;
  if (records.every((record) => holdsText(record, wanted) && holdsText(record, given))) return true;
  return members(first).some(
    ([key, value]) =>
      exampleText.test(key) &&
      text(value) !== undefined &&
      new Set(records.map((record) => text(member(record, key)) ?? "")).size === records.length,
  );
}
