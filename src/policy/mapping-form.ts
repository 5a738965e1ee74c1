import type { Value } from "../model/adapter.js";
import { compileMapping, type Mapping } from "../normalise/mapping.js";
import { intervalParts, mappableFields } from "../normalise/mapping-fields.js";
import { parsePath } from "../normalise/path-expression.js";
import { isRecord, text as textIn, type ValueRecord } from "../read/shape.js";
import { choice, complainOfUnknownKeys, oneOrMore, type At, type Form, type Schema } from "./form.js";
import { shown } from "./shown.js";

/** Approvals are read from the forge and from the base alone; no file of the change may state one. */
const kinds = Object.keys(mappableFields).filter((kind) => kind !== "approval");
const kindForm = choice(kinds);

/** Fields that a fact of any kind has. */
const common = ["at", "version"] as const;
const sliced: ReadonlySet<string> = new Set(["measurement", "attribution"]);

const demanded: Readonly<Record<string, readonly string[]>> = {
  measurement: ["metric", "value"],
  attribution: ["feature", "importance"],
};

/** A path into the file, or a constant. */
const expression: Form<Value> = {
  schema: { type: ["string", "number", "boolean"], description: "a path such as $.psi, or a constant" },
  read(value, at) {
    if (typeof value === "object" || (typeof value === "number" && !Number.isFinite(value))) {
      at.complain(`${at.name} is ${shown(value)}; expected a path or a constant`, "write a path, such as `$.value`");
      return undefined;
    }
    const read = parsePath(value);
    if (read.kind !== "invalid") return value;
    at.complain(read.message, "write a path, such as `$.value`, `$$.generated`, `@key` or `@index`");
    return undefined;
  },
};

const each = oneOrMore(expression);

const fieldsOf = (kind: string): readonly string[] => {
  const own: Readonly<Record<string, readonly string[]>> = mappableFields;
  return [...(own[kind] ?? []), ...common];
};

const kindSchema = (kind: string): Schema => ({
  properties: {
    kind: { const: kind },
    each: each.schema,
    ...(sliced.has(kind) ? { slice: sliceSchema } : {}),
    ...(kind === "measurement" ? { interval: intervalSchema } : {}),
    ...Object.fromEntries(fieldsOf(kind).map((field) => [field, expression.schema])),
  },
  required: ["kind", ...(demanded[kind] ?? [])],
  additionalProperties: false,
});

const sliceSchema: Schema = { type: "object", additionalProperties: expression.schema };

const intervalSchema: Schema = {
  type: "object",
  properties: Object.fromEntries(intervalParts.map((part) => [part, expression.schema])),
  additionalProperties: false,
  description: "the limits of an interval, and its confidence level from 0 to 1",
};

/** How a home-grown file becomes facts. */
export const mappingForm: Form<Mapping> = {
  get schema() {
    return {
      type: "object",
      required: ["kind"],
      properties: { kind: { ...kindForm.schema, description: "the kind of fact that each item becomes" } },
      allOf: kinds.map((kind) => ({
        if: { properties: { kind: { const: kind } }, required: ["kind"] },
        then: kindSchema(kind),
      })),
    };
  },
  read(value, at) {
    if (!isRecord(value)) {
      at.complain(`${at.name} is ${shown(value)}; expected a mapping with kind and fields`, "write `map: { kind: … }`");
      return undefined;
    }
    if (!Object.hasOwn(value, "kind")) {
      at.complain(`${at.name} has no \`kind\``, `write \`kind\`: ${kinds.join(", ")}`);
      return undefined;
    }
    const kind = kindForm.read(value["kind"] ?? null, at.below("kind"));
    return kind === undefined || !sound(value, kind, at) ? undefined : compiled(value, at);
  },
};

function sound(value: ValueRecord, kind: string, at: At): boolean {
  const fields = fieldsOf(kind);
  const known = [
    ...["kind", "each", ...(sliced.has(kind) ? ["slice"] : []), ...(kind === "measurement" ? ["interval"] : [])],
    ...fields,
  ];
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  complainOfUnknownKeys(strange, known, at);
  const absent = (demanded[kind] ?? []).filter((field) => !Object.hasOwn(value, field));
  for (const field of absent) {
    at.complain(`a mapping to ${kind} facts needs \`${field}\``, `write \`${field}: $.…\`, or a constant`);
  }
  const read = Object.entries(value).map(([key, child]) => {
    if (fields.includes(key)) return expression.read(child, at.below(key));
    if (key === "each") return each.read(child, at.below(key));
    if (key === "interval" && kind === "measurement") return interval(child, at.below(key));
    return key === "slice" && sliced.has(kind) ? slice(child, at.below(key)) : key;
  });
  return strange.length === 0 && absent.length === 0 && read.every((one) => one !== undefined);
}

function slice(value: Value, at: At): true | undefined {
  if (!isRecord(value)) {
    at.complain(
      `${at.name} is ${shown(value)}; expected columns and their values`,
      "write `slice: { country: $.country }`",
    );
    return undefined;
  }
  const read = Object.entries(value).flatMap(([key, child]) => {
    const invalid = parsePath(key);
    if (invalid.kind === "invalid") at.complainOfKey(key, invalid.message, "write a column's name, or a path to it");
    return [invalid.kind === "invalid" ? undefined : key, expression.read(child, at.below(key))];
  });
  return read.every((one) => one !== undefined) ? true : undefined;
}

function interval(value: Value, at: At): true | undefined {
  if (!isRecord(value)) {
    at.complain(`${at.name} is ${shown(value)}; expected limits`, "write `interval: { lower: $.low, upper: $.high }`");
    return undefined;
  }
  const strange = Object.keys(value).filter((key) => !intervalParts.some((part) => part === key));
  complainOfUnknownKeys(strange, intervalParts, at);
  const read = Object.entries(value).map(([key, child]) => expression.read(child, at.below(key)));
  return strange.length === 0 && read.every((one) => one !== undefined) ? true : undefined;
}

function compiled(value: ValueRecord, at: At): Mapping | undefined {
  const result = compileMapping(value);
  if (result.kind === "mapping") return result.mapping;
  for (const message of result.messages) at.complain(message, `mend \`map\` of kind ${textIn(value["kind"]) ?? ""}`);
  return undefined;
}
