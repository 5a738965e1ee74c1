import type { Slice } from "../../model/fact.js";
import { members, text, type ValueRecord } from "../../read/shape.js";
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

/** What the text that names a record of a list makes of its numbers. */
export function nameIn(record: ValueRecord): ((place: Place) => Partial<Place>) | undefined {
  for (const [key, value] of members(record)) {
    const name = text(value);
    if (name === undefined || name.length > 200) continue;
    if (sliceKey.test(key)) return ({ slice }) => ({ slice: { ...slice, ...sliceNamed(name) } });
    if (modelKey.test(key)) return () => ({ about: name });
    if (nameKey.test(key)) return ({ protocol }) => ({ protocol: [...protocol, name] });
  }
  return undefined;
}

const longestLabel = 60;

/** Texts that describe a record rather than name a part of the data. */
const describing =
  /(^|_)(description|notes?|comments?|message|text|prompt|question|answer|path|file(name)?|url|status|error|reason|metric|unit|source|hash|digest|run|seed|device|command|best_\w+)(_|$)/i;

/**
 * Keys whose text differs between the records, each record having one: `language: Hausa` is a part of the data. Keys
 * that name the record itself, its data set, split or date are told otherwise.
 */
export function labelling(records: readonly ValueRecord[]): (record: ValueRecord) => Slice {
  const [first] = records;
  const keys = members(first)
    .map(([key]) => key)
    .filter((key) => !isNaming(key) && !isSaidOfAll(key) && !describing.test(key) && isLabel(records, key));
  return (record) => Object.fromEntries(keys.map((key) => [key, text(record[key]) ?? ""]));
}

function isLabel(records: readonly ValueRecord[], key: string): boolean {
  const labels = new Set<string>();
  for (const record of records) {
    const label = Object.hasOwn(record, key) ? text(record[key]) : undefined;
    if (label === undefined || label.trim() === "" || label.length > longestLabel || label.includes("\n")) return false;
    labels.add(label);
  }
  return labels.size > 1;
}
