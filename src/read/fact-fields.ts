import type { Value } from "../model/adapter.js";
import type { LimitSense, StatementKind, StatementOf } from "../model/fact.js";
import { isRecord, list, member, members, number, scalarText, text } from "./shape.js";

/** What a field of a written fact must be. */
export type FieldForm =
  | "text"
  | "number"
  | "flag"
  /** A number, or the text of a non-finite one. */
  | "value"
  | "scalar"
  /** Column to value. */
  | "slice"
  | "texts"
  | "columns"
  | "steps"
  /** Names to scalars. */
  | "scalars"
  | "interval"
  | "arms"
  | "limits"
  | readonly string[];

type FieldsOfKind<K extends StatementKind> = Readonly<
  Record<Exclude<keyof StatementOf[K], "metric_name"> | (K extends Scored ? "non_finite" : never), FieldForm>
>;

type Scored = "measurement" | "drift" | "attribution";

const nonFinite = ["NaN", "Infinity", "-Infinity"];

/** The fields of each kind of fact that a line may state, as the contract has them. */
export const factFields = {
  measurement: {
    metric: "text",
    raw_metric: "text",
    value: "value",
    non_finite: nonFinite,
    unit: "text",
    unit_guessed: "flag",
    higher_is_better: "flag",
    dataset: "text",
    split: "text",
    slice: "slice",
    n: "number",
    trials: "number",
    standard_error: "number",
    interval: "interval",
    threshold: "number",
    fold: "number",
    step: "number",
    protocol: "text",
    run: "text",
    claimed: "flag",
    about: "text",
  },
  drift: {
    scope: ["column", "dataset", "prediction", "target", "concept", "attribution", "performance"],
    column: "text",
    method: "text",
    score: "value",
    p_value: "value",
    non_finite: nonFinite,
    threshold: "number",
    drifted: "flag",
    n_reference: "number",
    n_current: "number",
    share: "number",
    limits: "limits",
  },
  check: {
    name: "text",
    column: "text",
    passed: "flag",
    observed: "scalar",
    expected: "scalar",
    severity: "text",
    message: "text",
    suite: "flag",
    limits: "limits",
  },
  card: {
    section: "text",
    title: "text",
    words: "number",
    placeholder: "flag",
    text_digest: "text",
    field: "text",
    value: "scalar",
  },
  dataset: {
    name: "text",
    role: ["train", "validation", "test", "reference", "current"],
    digest: "text",
    rows: "number",
    columns: "columns",
    location: "text",
    run: "text",
  },
  attribution: {
    method: "text",
    feature: "text",
    importance: "value",
    non_finite: nonFinite,
    slice: "slice",
    instance: "text",
  },
  model: {
    name: "text",
    stage: "text",
    aliases: "texts",
    framework: "text",
    artifact_digest: "text",
    created: "text",
    run: "text",
  },
  run: {
    run_id: "text",
    status: "text",
    params: "scalars",
    code_revision: "text",
    inputs: "texts",
    outputs: "texts",
    environment: "scalars",
  },
  rollout: {
    strategy: "text",
    steps: "steps",
    traffic: "number",
    analysis: "texts",
    rollback_target: "text",
    image: "text",
    resources: "scalars",
    probes: "texts",
    logging: "text",
  },
  experiment: { name: "text", arms: "arms", started: "text", ended: "text", looks: "number" },
  approval: { by: "text", role: "text", commit: "text", state: "text" },
  table: { columns: "texts", rows: "number", role: ["predictions", "reference", "current"] },
  problem: {
    problem: [
      "unreadable",
      "truncated",
      "python-repr",
      "non-finite",
      "wrong-type",
      "duplicate-key",
      "template",
      "empty",
      "conflict",
      "limit",
      "future-date",
      "unrecognised",
    ],
    message: "text",
    mend: "text",
  },
} as const satisfies { readonly [K in StatementKind]: FieldsOfKind<K> };

const armFields: Readonly<Record<string, FieldForm>> = {
  name: "text",
  exposures: "number",
  successes: "number",
  mean: "number",
  variance: "number",
};

const everyOf = (value: Value, isFit: (item: Value) => boolean): boolean => list(value)?.every(isFit) === true;

const isScalar = (value: Value): boolean => value === null || scalarText(value) !== undefined;

/** True where a value has the form; null is every form's "not known". */
export function hasForm(form: FieldForm, value: Value): boolean {
  if (value === null) return true;
  if (typeof form !== "string") return form.includes(text(value) ?? "");
  switch (form) {
    case "text":
      return typeof value === "string";
    case "number":
      return number(value) !== undefined && Number.isFinite(value);
    case "flag":
      return typeof value === "boolean";
    case "value":
      return typeof value === "number" || nonFinite.includes(text(value) ?? "");
    case "scalar":
      return isScalar(value);
    case "slice":
      return isRecord(value) && members(value).every(([, part]) => scalarText(part) !== undefined);
    case "texts":
      return everyOf(value, (item) => typeof item === "string");
    case "columns":
      return hasForm("number", value) || hasForm("texts", value);
    case "steps":
      return everyOf(value, (item) => typeof item === "string" || typeof item === "number");
    case "scalars":
      return isRecord(value) && members(value).every(([, item]) => isScalar(item));
    case "interval":
      return (
        isRecord(value) &&
        members(value).every(([key, limit]) => ["lower", "upper", "level"].includes(key) && hasForm("number", limit))
      );
    case "arms":
      return everyOf(value, isArm);
    case "limits":
      return everyOf(value, isLimit);
  }
}

const isArm = (arm: Value): boolean =>
  isRecord(arm) &&
  members(arm).some(([key]) => key === "name") &&
  members(arm).every(([key, value]) => {
    const form = Object.hasOwn(armFields, key) ? armFields[key] : undefined;
    return form !== undefined && hasForm(form, value) && !(key === "name" && value === null);
  });

/** Which change of a limit asks for less. */
export const limitSenses = [
  "at-least",
  "at-most",
  "one-of",
  "all-of",
  "as-is",
  "reached",
] as const satisfies readonly LimitSense[];

const isLimit = (limit: Value): boolean => {
  const value = member(limit, "value");
  const values = list(value) ?? [value];
  return (
    isRecord(limit) &&
    members(limit).every(([key]) => ["name", "sense", "value"].includes(key)) &&
    text(member(limit, "name")) !== undefined &&
    limitSenses.some((sense) => sense === member(limit, "sense")) &&
    values.every((one) => (typeof one === "number" ? Number.isFinite(one) : scalarText(one) !== undefined))
  );
};

/** What a form is called in a message. */
export function formNamed(form: FieldForm): string {
  if (typeof form !== "string") return `one of ${form.join(", ")}`;
  switch (form) {
    case "text":
      return "a text";
    case "number":
      return "a number";
    case "flag":
      return "true or false";
    case "value":
      return "a number";
    case "scalar":
      return "a text, a number, true or false";
    case "slice":
      return "an object of columns and values";
    case "texts":
      return "a list of texts";
    case "columns":
      return "a list of texts or a number";
    case "steps":
      return "a list of texts and numbers";
    case "scalars":
      return "an object of names and values";
    case "interval":
      return "an object with lower, upper and level";
    case "arms":
      return "a list of objects with name, exposures, successes, mean and variance";
    case "limits":
      return `a list of objects with name, value and a sense that is one of ${limitSenses.join(", ")}`;
  }
}
