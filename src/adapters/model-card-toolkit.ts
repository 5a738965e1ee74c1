import type { Adapter, Value } from "../model/adapter.js";
import type { DatasetRole, StatedInterval, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { boolean, isRecord, list, member, members, numeric, record, scalarText, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { sliceNamed } from "./families/slice-text.js";
import { valueAndUnit } from "./families/stated-number.js";
import { isPicture, structuredSections } from "./families/structured-sections.js";

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
      slice: sliceNamed(scalarText(member(metric, "slice")) ?? ""),
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

export const modelCardToolkit: Adapter = {
  id: "model-card-toolkit",
  title: "Model Card Toolkit and VerifyML model card",
  definedAt: "https://github.com/tensorflow/model-card-toolkit/tree/main/model_card_toolkit/schema",
  versions:
    "schemas 0.0.1 and 0.0.2 (Model Card Toolkit 2.0.0); 0.0.3 and 0.0.4 (VerifyML): tests from the schema, not seen",
  reads:
    "Every field, the sections that the keys are, performance metrics with slice, threshold and confidence interval as claims, data sets, the model's name and version, and VerifyML's tests.",
  leaves: "Pictures, and cards that are stored as binary protocol buffers.",
  syntax: ["json"],
  gives: ["card", "measurement", "model", "dataset", "check"],
  marksModel: true,
  claims: true,
  numbersAsText: true,

  recognises({ value }) {
    const details = record(member(value, "model_details"));
    if (details === undefined) return false;
    const parts = ["model_parameters", "quantitative_analysis", "considerations", "fairness_analysis"];
    return (
      parts.some((key) => record(member(value, key)) !== undefined) ||
      typeof member(value, "schema_version") === "string"
    );
  },

  read(file) {
    const card = file.value ?? null;
    const metrics = list(member(member(card, "quantitative_analysis"), "performance_metrics")) ?? [];
    const at = "/quantitative_analysis/performance_metrics";
    return [
      ...fieldStatements(card, "", "", leavesOut),
      ...structuredSections(card, ""),
      ...modelStatement(card),
      ...datasets(card),
      ...metrics.flatMap((metric, index) => measurement(metric, pointer(at, index))),
      ...checks(card),
    ];
  },
};
