import type { Check } from "../model/check.js";
import type { OptionSpec } from "../model/option.js";
import { configurationShape } from "./configuration.js";
import { policyFields, ruleFields } from "./envelope.js";
import { propertiesOf, type Schema } from "./form.js";
import { extendsForm, parametersForm, ruleName } from "./layer.js";
import { optionForm } from "./option-kinds.js";
import { usageSchema } from "./parameters.js";
import { waiversShape } from "./waivers.js";

/** The draft that editors know best. */
export const dialect = "http://json-schema.org/draft-07/schema#";

/** The JSON Schemas that editors complete by, by file name without its ending; the readers read by the same tables. */
export const schemaFiles = (checks: readonly Check[]): Readonly<Record<string, Schema>> => ({
  policy: policySchema(checks),
  referee: configurationSchema(),
  waivers: waiversSchema(),
});

/** The schema of `referee.yaml`. */
export const configurationSchema = (): Schema => ({
  $schema: dialect,
  title: "The configuration of Model Referee",
  ...configurationShape(),
});

/** The schema of files of waivers. */
export const waiversSchema = (): Schema => ({ $schema: dialect, title: "Waivers of Model Referee", ...waiversShape() });

/**
 * The schema of policies. A rule has exactly one check; only where the policy extends another may it name none, or
 * leave out what the other one's rule says.
 *
 * @throws Error where an option is called like a check or like a key of every rule, so that a rule could not be told
 */
export function policySchema(checks: readonly Check[]): Schema {
  for (const check of checks) complainOfCollisions(check, checks);
  return {
    $schema: dialect,
    title: "A policy of Model Referee",
    type: "object",
    properties: {
      ...propertiesOf(policyFields),
      extends: {
        description: "policies whose rules this one takes over and changes: paths or packs",
        ...extendsForm.schema,
      },
      parameters: { description: "values that are named once, and used as $name", ...parametersForm.schema },
      rules: { description: "rules by their id", ...rulesSchema({}) },
    },
    additionalProperties: false,
    anyOf: [{ required: ["rules"] }, { required: ["extends"] }],
    if: { required: ["extends"] },
    then: { properties: { rules: rulesSchema({ $ref: "#/$defs/change" }) } },
    else: { properties: { rules: rulesSchema({ $ref: "#/$defs/rule" }) } },
    $defs: definitions(checks),
  };
}

const sharedDefinitions: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(
    Object.entries(ruleFields).map(([key, { form, description }]) => [key, { description, ...form.schema }]),
  ),
  confidence: {
    description: ruleFields.confidence.description,
    anyOf: [ruleFields.confidence.form.schema, { $ref: "#/$defs/parameter" }],
  },
};

const sharedKeys: Schema = Object.fromEntries(
  Object.keys(ruleFields).map((key) => [key, { $ref: `#/$defs/any-rule-${key}` }]),
);

const rulesSchema = (rule: Schema): Schema => ({
  type: "object",
  minProperties: 1,
  propertyNames: { pattern: ruleName.source },
  additionalProperties: Object.keys(rule).length === 0 ? true : { anyOf: [{ $ref: "#/$defs/disabled" }, rule] },
});

function definitions(checks: readonly Check[]): Schema {
  return {
    disabled: { const: "disabled", description: "switches the rule off" },
    parameter: usageSchema,
    ...Object.fromEntries(Object.entries(sharedDefinitions).map(([key, schema]) => [`any-rule-${key}`, schema])),
    // Properties stand here for completion; each check's own definition says what its options may be.
    rule: {
      type: "object",
      properties: Object.fromEntries(checks.map((check) => [check.id, { description: check.title }])),
      oneOf: checks.map(({ id }) => ({ required: [id] })),
      allOf: checks.map(({ id }) => ({ if: { required: [id] }, then: { $ref: `#/$defs/${id}` } })),
    },
    change: {
      type: "object",
      minProperties: 1,
      properties: {
        ...Object.fromEntries(checks.map((check) => [check.id, { description: check.title }])),
        ...optionsOfAll(checks),
        ...sharedKeys,
      },
      additionalProperties: false,
      allOf: [
        {
          anyOf: [
            { not: { anyOf: checks.map(({ id }) => ({ required: [id] })) } },
            { oneOf: checks.map(({ id }) => ({ required: [id] })) },
          ],
        },
        ...checks.map(({ id }) => ({ if: { required: [id] }, then: { $ref: `#/$defs/${id}-change` } })),
      ],
    },
    ...Object.fromEntries(
      checks.flatMap((check) => [
        [check.id, { allOf: [{ $ref: `#/$defs/${check.id}-change` }], ...demandsOf(check) }],
        [`${check.id}-change`, ofCheck(check)],
      ]),
    ),
  };
}

/** Options that some check has: in a change, the check is not known. */
function optionsOfAll(checks: readonly Check[]): Schema {
  const byName = new Map<string, Map<string, Schema>>();
  for (const [name, spec] of checks.flatMap(({ options }) => Object.entries(options))) {
    const variants = byName.get(name) ?? new Map<string, Schema>();
    const { description: _, ...schema } = optionSchema(spec);
    byName.set(name, variants.set(JSON.stringify(schema), optionSchema(spec)));
  }
  return Object.fromEntries(
    [...byName].map(([name, variants]) => {
      const [only, ...others] = [...variants.values()];
      return [name, only !== undefined && others.length === 0 ? only : { anyOf: [...variants.values()] }];
    }),
  );
}

const ofCheck = ({ id, title, subject, options }: Check): Schema => ({
  type: "object",
  description: title,
  properties: {
    [id]: optionSchema(subject),
    ...Object.fromEntries(Object.entries(options).map(([name, spec]) => [name, optionSchema(spec)])),
    ...sharedKeys,
  },
  additionalProperties: false,
});

function demandsOf({ id, options, bounds = [] }: Check): Schema {
  const required = [id, ...Object.keys(options).filter((name) => options[name]?.required === true)];
  return bounds.length === 0 ? { required } : { required, anyOf: bounds.map((bound) => ({ required: [bound] })) };
}

function optionSchema(spec: OptionSpec): Schema {
  return { description: spec.description, anyOf: [optionForm(spec).schema, { $ref: "#/$defs/parameter" }] };
}

function complainOfCollisions({ id, options }: Check, checks: readonly Check[]): void {
  for (const name of Object.keys(options)) {
    if (!checks.some((other) => other.id === name) && !Object.hasOwn(ruleFields, name)) continue;
    throw new Error(`the option \`${name}\` of the check \`${id}\` is called like a check or a key of every rule`);
  }
}
