import type { Value } from "../../model/adapter.js";
import type { DatasetRole, Slice, StatedInterval, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { boolean, isRecord, list, member, members, numeric, scalarText, text } from "../../read/shape.js";
import { fieldStatements } from "./card-fields.js";
import { sliceNamed } from "./slice-text.js";
import { valueAndUnit } from "./stated-number.js";
import { isPicture, structuredSections } from "./structured-sections.js";
import { splitNamed } from "./split-named.js";
import { asWritten, inSnakeCase, isProtoJson } from "./toolkit-proto.js";

/** Cards in the shape of Model Card Toolkit's schema, which others took over and extended. */

const version = (card: Value): string | null =>
  scalarText(member(member(member(card, "model_details"), "version"), "name")) ?? null;

function modelStatement(card: Value): Statement[] {
  const details = member(card, "model_details");
  const name = text(member(details, "name"));
  if (name === undefined) return [];
  const date = text(member(member(details, "version"), "date"));
  return [
    {
      kind: "model",
      where: { pointer: "/model_details/name" },
      name,
      version: version(card),
      ...(date === undefined ? {} : { created: date }),
    },
  ];
}

function intervalOf(metric: Value): StatedInterval | null {
  const stated = member(metric, "confidence_interval");
  const lower = numeric(member(stated, "lower_bound"));
  const upper = numeric(member(stated, "upper_bound"));
  return lower === undefined && upper === undefined
    ? null
    : { lower: lower ?? null, upper: upper ?? null, level: null };
}

/** Extensions of the schema write the unit beside the value. */
function unitOf(metric: Value): { readonly unit?: string } {
  const unit = text(member(metric, "unit"))?.trim();
  return unit === undefined || unit === "" ? {} : { unit: unit === "%" ? "percent" : unit };
}

/** A slice that is called "test set" is no part of the data's rows by what they are. */
function partOf(named: string): { readonly slice: Slice } | { readonly split: string } {
  const split = splitNamed(named);
  return split === null ? { slice: sliceNamed(named) } : { split };
}

function measurement(metric: Value, at: string): Statement[] {
  const name = scalarText(member(metric, "type"));
  const value = member(metric, "value");
  if (name === undefined || value === undefined) return [];
  const threshold = numeric(member(metric, "threshold"));
  return [
    {
      kind: "measurement",
      where: { pointer: pointer(at, "value") },
      raw_metric: name,
      ...valueAndUnit(value),
      ...unitOf(metric),
      ...partOf(scalarText(member(metric, "slice")) ?? ""),
      interval: intervalOf(metric),
      ...(threshold === undefined ? {} : { threshold }),
    },
  ];
}

/** A test that VerifyML ran. Its writer leaves out nothing: a test without a verdict has none. */
function checkStatement(test: Value, at: string, of: Value): Statement[] {
  const name = text(member(test, "name"));
  if (name === undefined) return [];
  return [
    {
      kind: "check",
      where: { pointer: at },
      name,
      passed: boolean(member(test, "passed")) ?? null,
      column: text(member(of, "segment")) ?? null,
      observed: scalarText(member(test, "result")) ?? null,
      expected: scalarText(member(test, "threshold")) ?? null,
      message: text(member(test, "description")) ?? null,
    },
  ];
}

/** Reports that hold tests: performance metrics, explanations, fairness analyses. */
const reports = [
  ["quantitative_analysis", "performance_metrics"],
  ["explainability_analysis", "explainability_reports"],
  ["fairness_analysis", "fairness_reports"],
] as const;

function checks(card: Value): Statement[] {
  return reports.flatMap(([analysis, key]) =>
    (list(member(member(card, analysis), key)) ?? []).flatMap((report, index) =>
      (list(member(report, "tests")) ?? []).flatMap((test, place) =>
        checkStatement(test, pointer("", analysis, key, index, "tests", place), report),
      ),
    ),
  );
}

function roleNamed(name: string): DatasetRole | null {
  if (/\btrain|train(ing)?\b|_train|train_/i.test(name)) return "train";
  if (/valid|\bval\b|\bdev\b/i.test(name)) return "validation";
  return /test|eval/i.test(name) ? "test" : null;
}

function datasetStatement(data: Value, at: string, key: string | null): Statement[] {
  const name = text(member(data, "name")) ?? key;
  const link = text(member(data, "link")) ?? null;
  if (name === null || (key !== null && text(member(data, "name")) === undefined && link === null)) return [];
  return [{ kind: "dataset", where: { pointer: at }, name, role: roleNamed(key ?? name), location: link }];
}

/** A list of data sets since schema 0.0.2, `train` and `eval` before. */
function datasets(card: Value): Statement[] {
  const data = member(member(card, "model_parameters"), "data");
  const at = "/model_parameters/data";
  if (isRecord(data)) return members(data).flatMap(([key, one]) => datasetStatement(one, pointer(at, key), key));
  return (list(data) ?? []).flatMap((one, index) => datasetStatement(one, pointer(at, index), null));
}

const leavesOut = (name: string): boolean =>
  name === "quantitative_analysis.performance_metrics" || isPicture(name.slice(name.lastIndexOf(".") + 1));

const parts = ["model_parameters", "quantitative_analysis", "considerations", "fairness_analysis"];

/** True for a card with the parts of the schema, or with its version. */
export const isToolkitCard = (value: Value | undefined): boolean =>
  (isRecord(member(value, "model_details")) &&
    (parts.some((key) => isRecord(member(value, key))) || typeof member(value, "schema_version") === "string")) ||
  isProtoJson(value);

/** Everything that a card of the schema states, under the names of the schema or those that protocol buffers write. */
export function toolkitCardStatements(card: Value, leaves: (name: string) => boolean = () => false): Statement[] {
  if (!isProtoJson(card)) return schemaStatements(card, leaves);
  return schemaStatements(inSnakeCase(card), leaves).map((statement) => ({
    ...statement,
    where: asWritten(card, statement.where),
  }));
}

function schemaStatements(card: Value, leaves: (name: string) => boolean): Statement[] {
  const metrics = list(member(member(card, "quantitative_analysis"), "performance_metrics")) ?? [];
  const at = "/quantitative_analysis/performance_metrics";
  return [
    ...fieldStatements(card, "", "", (name) => leavesOut(name) || leaves(name)),
    ...structuredSections(card, ""),
    ...modelStatement(card),
    ...datasets(card),
    ...metrics.flatMap((metric, index) => measurement(metric, pointer(at, index))),
    ...checks(card),
  ];
}
