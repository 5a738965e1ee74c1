import type { Value } from "../model/adapter.js";
import type { StatementKind } from "../model/fact.js";

/** Kinds of fact that a mapping can give. */
export type MappableKind = Exclude<StatementKind, "problem">;

/** Fields that a mapping of each kind may set; the first that is set tells the fact's place. */
export const mappableFields: Readonly<Record<MappableKind, readonly string[]>> = {
  measurement: [
    "value",
    "metric",
    "unit",
    "higher_is_better",
    "dataset",
    "split",
    "n",
    "trials",
    "standard_error",
    "threshold",
    "fold",
    "step",
    "protocol",
    "run",
    "about",
  ],
  drift: ["score", "p_value", "share", "drifted", "scope", "column", "method", "threshold", "n_reference", "n_current"],
  check: ["passed", "name", "column", "observed", "expected", "severity", "message", "suite"],
  card: ["value", "field", "section", "title", "words", "placeholder"],
  dataset: ["digest", "name", "role", "rows", "columns", "location"],
  attribution: ["importance", "feature", "method", "instance"],
  model: ["name", "stage", "framework", "artifact_digest", "created", "run"],
  run: ["run_id", "status", "code_revision"],
  rollout: ["strategy", "traffic", "rollback_target", "image", "logging"],
  experiment: ["name", "started", "ended", "looks"],
  approval: ["by", "role", "commit", "state"],
  table: ["role"],
};

const numeric = new Set(
  "n trials standard_error threshold fold step score p_value share n_reference n_current words rows traffic looks lower upper level".split(
    " ",
  ),
);
const anyValue = new Set(["value", "importance", "observed", "expected"]);

/** Parts of a measurement's interval, which a mapping writes as one field. */
export const intervalParts = ["lower", "upper", "level"] as const;
const truth = new Set(["drifted", "passed", "placeholder", "suite", "higher_is_better"]);

/** A value as its field takes it: numbers and truth in text where the field is one. */
export function fieldValue(name: string, value: Value): Value {
  if (anyValue.has(name) || name === "columns") return value;
  if (numeric.has(name))
    return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
  if (truth.has(name)) return truthOf(value);
  return typeof value === "number" ? String(value) : value;
}

function truthOf(value: Value): Value {
  if (value === 1 || value === "true" || value === "True") return true;
  if (value === 0 || value === "false" || value === "False") return false;
  return typeof value === "boolean" ? value : null;
}

/** Columns by name, or how many there are. */
const isColumns = (value: Value): boolean =>
  (typeof value === "number" && Number.isInteger(value)) ||
  (Array.isArray(value) && value.every((name) => typeof name === "string"));

/** True for a value that its field can have. */
export const isOfType = (name: string, value: Value): boolean =>
  (name === "columns" ? isColumns(value) : false) ||
  anyValue.has(name) ||
  name === "score" ||
  name === "p_value" ||
  typeof value === expectedType(name);

const expectedType = (name: string): "number" | "boolean" | "string" =>
  numeric.has(name) ? "number" : truth.has(name) ? "boolean" : "string";
