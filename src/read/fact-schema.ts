import type { FactKind } from "../model/fact.js";
import { factFields, limitSenses, type FieldForm } from "./fact-fields.js";

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string" };
const count: Schema = { type: "integer", minimum: 0 };
const scalar: Schema = { type: ["string", "number", "boolean", "null"] };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

/** Every property is always printed; what is not known is null. */
const whole = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const arm = whole({
  name: text,
  exposures: orNull({ type: "number" }),
  successes: orNull({ type: "number" }),
  mean: orNull({ type: "number" }),
  variance: orNull({ type: "number" }),
});

const interval = whole({
  lower: orNull({ type: "number" }),
  upper: orNull({ type: "number" }),
  level: orNull({ type: "number", minimum: 0, maximum: 1 }),
});

const limitValue: Schema = { type: ["string", "number", "boolean"] };

const limit = (): Schema =>
  whole({
    name: text,
    sense: { enum: limitSenses },
    value: { anyOf: [limitValue, { type: "array", items: limitValue }] },
  });

function formSchema(form: FieldForm): Schema {
  if (typeof form !== "string") return { enum: [...form] };
  switch (form) {
    case "text":
      return text;
    case "number":
    case "value":
      return { type: "number" };
    case "flag":
      return { type: "boolean" };
    case "scalar":
      return { type: ["string", "number", "boolean"] };
    case "slice":
      return { type: "object", additionalProperties: text };
    case "texts":
      return { type: "array", items: text };
    case "columns":
      return { anyOf: [count, { type: "array", items: text }] };
    case "steps":
      return { type: "array", items: { type: ["string", "number"] } };
    case "scalars":
      return { type: "object", additionalProperties: scalar };
    case "interval":
      return interval;
    case "arms":
      return { type: "array", items: arm };
    case "limits":
      return { type: "array", items: limit() };
  }
}

/** Fields without which a fact of the kind says nothing: they are never null. */
const neverNull: Readonly<Record<FactKind, readonly string[]>> = {
  measurement: ["metric", "raw_metric", "unit_guessed", "slice", "claimed"],
  drift: ["scope"],
  check: ["name", "suite"],
  card: [],
  dataset: [],
  attribution: ["feature", "slice"],
  model: [],
  run: [],
  rollout: [],
  experiment: ["arms"],
  approval: [],
  table: ["columns", "rows"],
  file: ["facts", "problems"],
  problem: ["problem", "message", "mend"],
};

const source = whole({
  path: text,
  pointer: orNull({ type: "string", description: "RFC 6901, into the parsed document" }),
  line: orNull({ type: "integer", minimum: 1 }),
  column: orNull({ type: "integer", minimum: 1 }),
  digest: orNull({ type: "string", pattern: "^sha256:[0-9a-f]{64}$" }),
});

const common: Readonly<Record<string, Schema>> = {
  model: orNull({ type: "string", description: "the model that the evidence belongs to" }),
  version: orNull(text),
  format: orNull({ type: "string", description: "the format's id, `mapped` where the configuration reads the file" }),
  at: orNull({ type: "string", description: "ISO 8601, from the content" }),
  vouched: { enum: ["committed", "base", "attested", "recomputed"] },
  source,
};

function kindSchema(kind: FactKind, fields: Readonly<Record<string, FieldForm>>): Schema {
  const own = Object.entries(fields).map(([name, form]) => {
    const schema = formSchema(form);
    return [name, neverNull[kind].includes(name) ? schema : orNull(schema)] as const;
  });
  return whole({ kind: { const: kind }, ...common, ...Object.fromEntries(own) });
}

/** The JSON Schema of one line of `model-referee inspect --format jsonl`. */
export function factSchema(): Schema {
  const kinds: Readonly<Record<FactKind, Readonly<Record<string, FieldForm>>>> = {
    ...factFields,
    file: { facts: "number", problems: "number" },
  };
  const names = Object.keys(kinds) as readonly FactKind[];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A fact, as `model-referee inspect --format jsonl` prints it, one a line",
    type: "object",
    required: ["kind"],
    properties: { kind: { enum: names } },
    allOf: names.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ["kind"] },
      then: kindSchema(kind, kinds[kind]),
    })),
  };
}
