export const id = 156;
export const ids = [156];
export const modules = {

/***/ 6156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  schema: () => (/* binding */ schema)
});

// EXTERNAL MODULE: ./build/src/policy/configuration.js + 1 modules
var configuration = __webpack_require__(1725);
// EXTERNAL MODULE: ./build/src/policy/envelope.js
var envelope = __webpack_require__(1890);
// EXTERNAL MODULE: ./build/src/policy/form.js
var policy_form = __webpack_require__(4112);
// EXTERNAL MODULE: ./build/src/policy/layer.js
var policy_layer = __webpack_require__(8605);
// EXTERNAL MODULE: ./build/src/policy/option-kinds.js
var option_kinds = __webpack_require__(3757);
// EXTERNAL MODULE: ./build/src/policy/parameters.js
var parameters = __webpack_require__(6286);
// EXTERNAL MODULE: ./build/src/policy/waivers.js
var waivers = __webpack_require__(1229);
;// CONCATENATED MODULE: ./build/src/policy/schema.js







const dialect = "http://json-schema.org/draft-07/schema#";
/** The JSON Schemas that editors complete by, by file name without its ending; the readers read by the same tables. */
const schemaFiles = (checks) => ({
    policy: policySchema(checks),
    referee: configurationSchema(),
    waivers: waiversSchema(),
});
/** The schema of `referee.yaml`. */
const configurationSchema = () => ({
    $schema: dialect,
    title: "The configuration of Model Referee",
    ...configuration/* configurationShape */.K,
});
/** The schema of files of waivers. */
const waiversSchema = () => ({ $schema: dialect, title: "Waivers of Model Referee", ...waivers/* waiversShape */.x });
/**
 * The schema of policies. A rule has exactly one check; only where the policy extends another may it name none, or
 * leave out what the other one's rule says.
 *
 * @throws Error where an option is called like a check or like a key of every rule, so that a rule could not be told
 */
function policySchema(checks) {
    for (const check of checks)
        complainOfCollisions(check, checks);
    return {
        $schema: dialect,
        title: "A policy of Model Referee",
        type: "object",
        properties: {
            ...(0,policy_form/* propertiesOf */.P1)(envelope/* policyFields */.u),
            extends: {
                description: "policies whose rules this one takes over and changes: paths or packs",
                ...policy_layer/* extendsForm */.eo.schema,
            },
            parameters: { description: "values that are named once, and used as $name", ...policy_layer/* parametersForm */.$o.schema },
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
const sharedDefinitions = {
    ...Object.fromEntries(Object.entries(envelope/* ruleFields */._).map(([key, { form, description }]) => [key, { description, ...form.schema }])),
    confidence: {
        description: envelope/* ruleFields */._.confidence.description,
        anyOf: [envelope/* ruleFields */._.confidence.form.schema, { $ref: "#/$defs/parameter" }],
    },
};
const sharedKeys = Object.fromEntries(Object.keys(envelope/* ruleFields */._).map((key) => [key, { $ref: `#/$defs/any-rule-${key}` }]));
const rulesSchema = (rule) => ({
    type: "object",
    minProperties: 1,
    propertyNames: { pattern: policy_layer/* ruleName */.oF.source },
    additionalProperties: Object.keys(rule).length === 0 ? true : { anyOf: [{ $ref: "#/$defs/disabled" }, rule] },
});
function definitions(checks) {
    return {
        disabled: { const: "disabled", description: "switches the rule off" },
        parameter: parameters/* usageSchema */.ht,
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
        ...Object.fromEntries(checks.flatMap((check) => [
            [check.id, { allOf: [{ $ref: `#/$defs/${check.id}-change` }], ...demandsOf(check) }],
            [`${check.id}-change`, ofCheck(check)],
        ])),
    };
}
/** Options that some check has: in a change, the check is not known. */
function optionsOfAll(checks) {
    const byName = new Map();
    for (const [name, spec] of checks.flatMap(({ options }) => Object.entries(options))) {
        const variants = byName.get(name) ?? new Map();
        const { description: _, ...schema } = optionSchema(spec);
        byName.set(name, variants.set(JSON.stringify(schema), optionSchema(spec)));
    }
    return Object.fromEntries([...byName].map(([name, variants]) => {
        const [only, ...others] = [...variants.values()];
        return [name, only !== undefined && others.length === 0 ? only : { anyOf: [...variants.values()] }];
    }));
}
const ofCheck = ({ id, title, subject, options }) => ({
    type: "object",
    description: title,
    properties: {
        [id]: optionSchema(subject),
        ...Object.fromEntries(Object.entries(options).map(([name, spec]) => [name, optionSchema(spec)])),
        ...sharedKeys,
    },
    additionalProperties: false,
});
function demandsOf({ id, options, bounds = [] }) {
    const required = [id, ...Object.keys(options).filter((name) => options[name]?.required === true)];
    return bounds.length === 0 ? { required } : { required, anyOf: bounds.map((bound) => ({ required: [bound] })) };
}
function optionSchema(spec) {
    return { description: spec.description, anyOf: [(0,option_kinds/* optionForm */.Sh)(spec).schema, { $ref: "#/$defs/parameter" }] };
}
function complainOfCollisions({ id, options }, checks) {
    for (const name of Object.keys(options)) {
        if (!checks.some((other) => other.id === name) && !Object.hasOwn(envelope/* ruleFields */._, name))
            continue;
        throw new Error(`the option \`${name}\` of the check \`${id}\` is called like a check or a key of every rule`);
    }
}

// EXTERNAL MODULE: ./build/src/checks/index.js + 15 modules
var checks = __webpack_require__(5827);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
;// CONCATENATED MODULE: ./build/src/commands/schema.js



const schemas = {
    policy: () => policySchema(checks/* checks */.A),
    configuration: () => configurationSchema(),
    waivers: () => waiversSchema(),
};
const schema = {
    id: "schema",
    summary: "Prints the JSON Schema that editors complete policies, configuration and waivers by.",
    usage: "policy|configuration|waivers",
    options: {},
    examples: ["model-referee schema policy > policy.schema.json"],
    async run(args, world) {
        const [name = "policy"] = args.positionals;
        if (!isSchema(name)) {
            throw new problem/* UsageError */.e([
                (0,problem/* problemAt */.l)("usage", `there is no schema of ${name}`, `say one of ${Object.keys(schemas).join(", ")}`),
            ]);
        }
        world.out.write(`${JSON.stringify(schemas[name](), null, 2)}\n`);
        return 0;
    },
};
const isSchema = (name) => Object.hasOwn(schemas, name);


/***/ })

};
