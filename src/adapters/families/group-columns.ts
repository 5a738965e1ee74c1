import type { Slice, Statement } from "../../model/fact.js";
import { isList, isRecord, members, text, type ValueRecord } from "../../read/shape.js";
import { keyRole } from "./metrics-keys.js";

/** The column by which groups are told apart, where a document says it beside them rather than in them. */

const sensitiveKey =
  /^(sensitive|protected)_?(feature|attribute|variable|column)s?$|^(group|slice|segment)(ed)?_?by$|^(group|demographic|fairness)_?(column|col|feature|attribute|variable)$/i;

/** Beside a list or record of groups. */
const columnKey = /^(attribute|feature|column|dimension|variable|field)(_?name)?$/i;

/** The column that groups are told apart by, where a text beside them names one. */
export function sensitiveIn(record: ValueRecord): string | undefined {
  const grouped = members(record).some(([key, child]) => (isRecord(child) || isList(child)) && isGroups(key));
  return members(record).flatMap(([key, value]) => {
    const named = sensitiveKey.test(key) || (grouped && columnKey.test(key)) ? text(value) : undefined;
    return named !== undefined && named.length <= 60 && !/[,;]/.test(named) ? [named] : [];
  })[0];
}

/** Groups of a column are told by its name: what says the column above them is no part of the data. */
export const withoutColumn = (slice: Slice, column: string): Slice =>
  Object.fromEntries(Object.entries(slice).filter(([key, value]) => value !== column || !columnKey.test(key)));

const groupKey = /^((sub)?group|slice|segment|cohort|value|level|category|name)(_?(name|value))?$/i;

/** True for keys below which groups follow, or one metric of each: `by_group`, `tpr_by_group`, `selection_rates`. */
export const holdsGroups = (key: string): boolean => {
  const role = keyRole(key);
  return role.kind === "slices" && role.column === null;
};

/** A row of a group, under the name of the column. */
export const ofColumn = (statement: Statement, column: string | null | undefined): Statement =>
  statement.kind !== "measurement" || column === null || column === undefined || statement.slice === undefined
    ? statement
    : {
        ...statement,
        slice: Object.fromEntries(
          Object.entries(statement.slice).map(([key, value]) => [groupKey.test(key) ? column : key, value]),
        ),
      };

export const isGroups = (key: string): boolean => {
  const role = keyRole(key);
  return role.kind === "slices" && role.column === null && role.metric === null;
};

const sensitiveName =
  /^(sex|gender|race|ethnic\w*|age(_?(groups?|bands?|buckets?|ranges?|bins?))?|region|country|nationality|religion|disabilit\w*|marital_?status|language|education\w*|income\w*|skin_?(tone|type)|fitzpatrick\w*)$/i;

/** True for the name of a column by which people are often told apart. */
export const isSensitive = (name: string): boolean => sensitiveName.test(name);
