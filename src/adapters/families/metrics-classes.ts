import type { Value } from "../../model/adapter.js";
import type { Slice } from "../../model/fact.js";
import { hasKeys, isRecord, member, members, numeric, type ValueRecord } from "../../read/shape.js";
import type { Surrounding } from "./metrics-beside.js";
import { keyRole } from "./metrics-keys.js";

/** The classes of a classification among a document's metrics. */

/** The support of a class counts what is of it: the positives of its recall. */
export const ofClass = (record: ValueRecord, said: Surrounding, slice: Slice): Surrounding =>
  Object.hasOwn(slice, "class") &&
  said.counts.positives === null &&
  numeric(member(record, "support")) === said.counts.n
    ? { ...said, counts: { ...said.counts, positives: said.counts.n } }
    : said;

/** The numbers that a report of scikit-learn or seqeval has of a class, under the names that those give them. */
export const isClass = (value: Value): value is ValueRecord =>
  isRecord(value) && hasKeys(value, "precision", "recall", "f1-score");

export const holdsClasses = (record: ValueRecord): boolean =>
  members(record).filter(([key, child]) => isClass(child) && keyRole(key).kind === "unknown").length > 1;
