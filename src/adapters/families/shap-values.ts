import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { isList, list, member, numeric, scalarText } from "../../read/shape.js";

/** SHAP values of many examples, and the mean of their absolute values, which is the importance of a feature. */

/** Values by class (one where there are none), example and feature. */
type Values = readonly { readonly group: string | null; readonly rows: readonly (readonly Value[])[] }[];

export interface ShapValues {
  readonly features: readonly string[];
  readonly values: Values;
  /** Key below which the values stand. */
  readonly key: string;
}

const nameKeys = ["feature_names", "features", "columns", "feature_columns"];
const groupKeys = ["classes", "class_names", "output_names", "labels"];

const isMatrix = (value: Value | undefined, width: number): value is readonly (readonly Value[])[] =>
  isList(value) && value.length > 0 && value.every((row) => isList(row) && row.length === width);

const textsOf = (value: Value | undefined, keys: readonly string[]): readonly string[] | undefined => {
  const held = keys.map((key) => list(member(value, key))).find((names) => names !== undefined && names.length > 0);
  return held?.map((name, index) => scalarText(name) ?? `#${index}`);
};

/** `[example][feature][class]`, taken apart by class. */
function byLastAxis(rows: readonly (readonly Value[])[], groups: readonly string[] | undefined): Values {
  const count = list(rows[0]?.[0])?.length ?? 0;
  return Array.from({ length: count }, (_, at) => ({
    group: groups?.[at] ?? String(at),
    rows: rows.map((row) => row.map((cell) => list(cell)?.[at] ?? null)),
  }));
}

const isDeep = (rows: readonly (readonly Value[])[]): boolean => {
  const depth = list(rows[0]?.[0])?.length;
  return depth !== undefined && depth > 0 && rows.every((row) => row.every((cell) => list(cell)?.length === depth));
};

function axes(held: Value, width: number, groups: readonly string[] | undefined): Values | undefined {
  const one = list(held)?.length === width && list(held)?.every((cell) => !isList(cell)) === true;
  if (one) return [{ group: null, rows: [list(held) ?? []] }];
  if (isMatrix(held, width)) {
    if (isDeep(held)) return byLastAxis(held, groups);
    return held.every((row) => row.every((cell) => !isList(cell))) ? [{ group: null, rows: held }] : undefined;
  }
  const matrices = list(held) ?? [];
  if (matrices.length === 0 || !matrices.every((matrix) => isMatrix(matrix, width))) return undefined;
  return matrices.map((matrix, at) => ({
    group: matrices.length === 1 ? null : (groups?.[at] ?? String(at)),
    rows: isMatrix(matrix, width) ? matrix : [],
  }));
}

const firstRow = (held: Value): Value | undefined => {
  let row: Value | undefined = held;
  for (let depth = 0; depth < 3; depth++) {
    const inner: Value | undefined = list(row)?.[0];
    if (!isList(inner)) return row;
    row = inner;
  }
  return undefined;
};

/**
 * SHAP values with the names of their features, as `[example][feature]`, `[example][feature][class]` or, of older
 * versions, `[class][example][feature]`; undefined where the document holds none.
 */
export function shapValuesIn(value: Value | undefined): ShapValues | undefined {
  const key = member(value, "shap_values") === undefined ? "values" : "shap_values";
  const held = member(value, key);
  if (held === undefined || !isList(held)) return undefined;
  // `values` alone may be anything; an explanation has its base values beside it.
  if (key === "values" && member(value, "base_values") === undefined) return undefined;
  const width = list(firstRow(held))?.length ?? 0;
  const features = textsOf(value, nameKeys) ?? Array.from({ length: width }, (_, index) => `#${index}`);
  const values = axes(held, features.length, textsOf(value, groupKeys));
  return values === undefined ? undefined : { features, values, key };
}

const otherColumn =
  /^$|^(unnamed: ?\d+|index|row|id|\w+_id|base_?values?|expected_?values?|predictions?|predicted|target|label|y(_\w+)?|output|class|class_name|split|fold)$/i;

/** SHAP values in a table with a row for each example, told by the file's name and by numbers in every other cell. */
export function shapTable({ table, name }: EvidenceFile): ShapValues | undefined {
  if (table === undefined || !/(^|[^a-z])shap([^a-z]|$)/i.test(name) || table.rows.length === 0) return undefined;
  const columns = table.header.map((_, index) => index).filter((index) => !otherColumn.test(table.header[index] ?? ""));
  const isNumber = (cell: string | undefined): boolean =>
    numeric(cell) !== undefined || /^(nan|[+-]?inf)$/i.test(cell ?? "");
  if (columns.length < 2 || !table.rows.slice(0, 50).every((row) => columns.every((at) => isNumber(row[at]))))
    return undefined;
  return {
    features: columns.map((at) => table.header[at] ?? ""),
    values: [{ group: null, rows: table.rows.map((row) => columns.map((at) => numeric(row[at]) ?? Number.NaN)) }],
    key: "",
  };
}

/** The mean of the absolute values of one column; NaN where one of them is no number, so that nothing is hidden. */
function meanAbsolute(rows: readonly (readonly Value[])[], column: number): number {
  let sum = 0;
  for (const row of rows) sum += Math.abs(numeric(row[column]) ?? Number.NaN);
  return sum / rows.length;
}

/** The importance of each feature over all examples, by class; of a single example its own values, with their sign. */
export const shapStatementsOf = (
  { features, values }: ShapValues,
  where: Statement["where"],
  instance: string | null,
): Statement[] =>
  values.flatMap(({ group, rows }) =>
    features.map((feature, column): Statement => ({
      kind: "attribution",
      method: "shap",
      feature,
      importance: rows.length === 1 && instance !== null ? (rows[0]?.[column] ?? null) : meanAbsolute(rows, column),
      slice: group === null ? {} : { class: group },
      ...(rows.length === 1 && instance !== null ? { instance } : {}),
      where,
    })),
  );
