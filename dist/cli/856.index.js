export const id = 856;
export const ids = [856];
export const modules = {

/***/ 894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a2: () => (/* binding */ configurationFor),
  m0: () => (/* binding */ configurationOfTree),
  iA: () => (/* binding */ prepare)
});

// UNUSED EXPORTS: preparedFrom

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/model/configuration.js
var configuration = __webpack_require__(1349);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
// EXTERNAL MODULE: ./build/src/policy/configuration.js + 1 modules
var policy_configuration = __webpack_require__(1725);
// EXTERNAL MODULE: ./build/src/read/decode.js
var decode = __webpack_require__(8402);
;// CONCATENATED MODULE: ./build/src/policy/files.js


/** Bytes of the largest policy that is read. */
const largest = 1024 * 1024;
/** The policies of a tree; `folder` is the configuration's, relative to the tree's root. */
function policyFilesOf(tree, folder = "") {
    return {
        read(path) {
            const place = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, path));
            if (external_node_path_.posix.isAbsolute(path) || place === ".." || place.startsWith("../")) {
                return { kind: "refused", why: "it lies outside the checked tree" };
            }
            const contents = tree.read(place, largest);
            switch (contents.kind) {
                case "missing":
                    return { kind: "missing" };
                case "too-large":
                    return { kind: "refused", why: `it is larger than ${largest} bytes` };
                case "refused":
                    return { kind: "refused", why: contents.why };
                case "bytes":
                    return textOf(contents.bytes);
            }
        },
    };
}
function textOf(bytes) {
    const { text, fault } = (0,decode/* decode */.D)(bytes);
    return text === null ? { kind: "refused", why: fault?.message ?? "it is no text" } : { kind: "text", text };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/checks/index.js + 15 modules
var src_checks = __webpack_require__(5827);
// EXTERNAL MODULE: ./build/src/policy/document.js + 1 modules
var policy_document = __webpack_require__(6980);
;// CONCATENATED MODULE: ./build/src/policy/generated/packs.js
// Written by scripts/generate.mjs from policies/*.yaml.
/** The policies that ship with the tool, by the name that follows `referee:`. */
const packs_packs = {
    "baseline": "# yaml-language-server: $schema=../schema/policy.schema.json\npolicy: baseline\ndescription: What a repository says of its models agrees with the files that it holds. It looks, and does not gate.\ngates: false\nrules:\n  honest-card: { card-claims: all, then: { missing: note, inconclusive: note } }\n  intended-use: { card-sections: intended-use, then: note }\n  licensed: { card-fields: license, then: note }\n  data-named: { dataset-version: any, then: note }\n",
    "promotion": "# yaml-language-server: $schema=../schema/policy.schema.json\npolicy: promotion\ndescription: >-\n  What a model shows before it serves: a whole card, data with versions, a fresh evaluation that is no worse than the\n  champion's, and inputs that have not drifted. Extend it, name your metrics in `parameters`, and add your floors.\nparameters:\n  metrics: [accuracy, f1, roc_auc]\n  margin: 0.5%\n  oldest-evaluation: 90d\n  oldest-drift-report: 30d\nconfidence: 95%\nthen: { inconclusive: warn }\nrules:\n  whole-card:\n    card-sections: [intended-use, limitations, training-data, evaluation]\n    message: Who takes the model over must learn what it is for, what it was made of, and where it fails.\n  no-filler:\n    card-placeholder: all\n  licensed-card:\n    card-fields: license\n  honest-card:\n    card-claims: all\n    then: { missing: note }\n  versioned-data:\n    dataset-version: any\n    message: A number can only be checked again where the data behind it can be found again.\n  fresh-evaluation:\n    report-freshness: evaluation\n    max-age: $oldest-evaluation\n  no-regression:\n    metric: $metrics\n    against: champion\n    may-lose: $margin\n    then: { missing: warn, inconclusive: warn }\n  stable-inputs:\n    drift: any\n    max-age: $oldest-drift-report\n    then: { missing: warn, inconclusive: warn }\n",
};

// EXTERNAL MODULE: ./build/src/policy/layer.js
var policy_layer = __webpack_require__(8605);
// EXTERNAL MODULE: ./build/src/policy/nearest.js
var nearest = __webpack_require__(718);
;// CONCATENATED MODULE: ./build/src/policy/layers.js






const prefix = "referee:";
/** Finds policies by reference, with all that they extend. Each file is read once. */
class LayerSource {
    files;
    problems;
    packs;
    #layers = new Map();
    constructor(files, problems, packs = packs_packs) {
        this.files = files;
        this.problems = problems;
        this.packs = packs;
    }
    /** What a policy is made of, base first and itself last; null where it, or what it extends, cannot be read. */
    chain(reference) {
        const path = reference.startsWith(prefix) ? reference : external_node_path_.posix.normalize(reference);
        const chain = new Map();
        return this.#gather(path, null, [], chain) ? [...chain.values()] : null;
    }
    /** Puts a layer behind all that it extends; one that is there already stays where it is. */
    #gather(path, from, above, chain) {
        if (above.includes(path)) {
            from?.complain(`the policy extends itself: ${[...above.slice(above.indexOf(path)), path].join(" → ")}`, "take one `extends` of the circle out");
            return false;
        }
        if (chain.has(path))
            return true;
        const layer = this.#layer(path, from);
        if (layer === null)
            return false;
        const whole = layer.extends.map(({ reference, at }) => this.#gather(resolved(reference, path), at, [...above, path], chain));
        chain.set(path, layer);
        return whole.every(Boolean);
    }
    #layer(path, from) {
        const known = this.#layers.get(path);
        if (known !== undefined)
            return known;
        const text = this.#text(path, (message, mend) => {
            if (from === null)
                this.problems.push((0,problem/* problemAt */.l)("policy", message, mend, { path }));
            else
                from.complain(message, mend);
        });
        const layer = text === null ? null : this.#read(path, text);
        this.#layers.set(path, layer);
        return layer;
    }
    #read(path, text) {
        const { document, problems } = (0,policy_document/* parseWritten */.$)(text, path, "policy");
        this.problems.push(...problems);
        return document === null ? null : (0,policy_layer/* readLayer */.w6)(document, text, this.problems);
    }
    #text(path, complain) {
        if (path.startsWith(prefix)) {
            const name = path.slice(prefix.length);
            const pack = Object.hasOwn(this.packs, name) ? this.packs[name] : undefined;
            if (pack !== undefined)
                return pack;
            const known = Object.keys(this.packs).map((id) => `${prefix}${id}`);
            complain(`there is no pack \`${path}\``, (0,nearest/* nearestAdvice */.T)(path, known));
            return null;
        }
        const found = this.files.read(path);
        switch (found.kind) {
            case "text":
                return found.text;
            case "missing":
                complain(`there is no policy file \`${path}\``, "write it, or name another; packs are named `referee:<pack>`");
                return null;
            case "refused":
                complain(`the policy file \`${path}\` cannot be read: ${found.why}`, "name a file of the repository");
                return null;
        }
    }
}
/** A path in `extends` is relative to the file that holds it. */
const resolved = (reference, path) => reference.startsWith(prefix) ? reference : external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(path), reference));

// EXTERNAL MODULE: ./build/src/read/shape.js
var shape = __webpack_require__(2303);
// EXTERNAL MODULE: ./build/src/policy/amounts.js
var amounts = __webpack_require__(4837);
;// CONCATENATED MODULE: ./build/src/policy/merge.js


/** The place of a merged rule: each key stands where it was last written. */
const atMerged = ({ keys, at }) => ({
    ...at,
    complainOfKey: (key, message, mend) => (keys.get(String(key))?.holder ?? at).complainOfKey(key, message, mend),
    below: (key) => keys.get(String(key))?.at ?? at.below(key),
});
/** The rules of layers, base first: a later one changes the keys that it names; the stricter confidence stands. */
function mergeRules(layers) {
    const merged = new Map();
    for (const layer of layers) {
        for (const rule of layer.rules)
            merged.set(rule.id, withRule(merged.get(rule.id), rule, layer.path));
    }
    return [...merged.values()];
}
function withRule(before, rule, path) {
    const origin = { path, line: rule.line };
    const keys = new Map(before?.keys ?? []);
    if (rule.keys !== "disabled") {
        for (const [key, value] of Object.entries(rule.keys)) {
            keys.set(key, mergedKey(key, keys.get(key), { value, at: rule.at.below(key), holder: rule.at }));
        }
    }
    return {
        id: rule.id,
        keys,
        disabled: rule.keys === "disabled",
        at: rule.at,
        history: before === undefined ? [origin] : [...before.history, origin],
    };
}
function mergedKey(key, before, later) {
    if (before === undefined)
        return later;
    if (key === "then" && (0,shape/* isRecord */.u4)(before.value) && (0,shape/* isRecord */.u4)(later.value)) {
        return { ...later, value: { ...before.value, ...later.value } };
    }
    if (key === "confidence") {
        const [first, second] = [(0,amounts/* levelOf */.In)(before.value), (0,amounts/* levelOf */.In)(later.value)];
        const laterIsLooser = first !== undefined && (later.value === "none" || (second !== undefined && second < first));
        return laterIsLooser ? before : later;
    }
    return later;
}
/** The envelopes of layers, base first: the later wins, outcome by outcome; the stricter confidence stands. */
function mergeEnvelopes(layers) {
    const levels = layers.flatMap(({ fields: { confidence } }) => (typeof confidence === "number" ? [confidence] : []));
    const last = (pick) => layers.map(pick).findLast((value) => value !== undefined);
    return {
        applies: last(({ fields }) => fields.applies) ?? {},
        confidence: levels.length === 0 ? null : Math.max(...levels),
        adjust: last(({ fields }) => fields.adjust) ?? "holm",
        then: Object.assign({}, ...layers.map(({ fields }) => fields.then ?? {})),
        evidence: last(({ fields }) => fields.evidence) ?? null,
        onlyNew: last(({ fields }) => fields["only-new"]) ?? true,
        parameters: new Map(layers.flatMap(({ parameters }) => [...parameters])),
    };
}

// EXTERNAL MODULE: ./build/src/policy/envelope.js
var policy_envelope = __webpack_require__(1890);
// EXTERNAL MODULE: ./build/src/policy/form.js
var policy_form = __webpack_require__(4112);
// EXTERNAL MODULE: ./build/src/policy/option-kinds.js
var option_kinds = __webpack_require__(3757);
// EXTERNAL MODULE: ./build/src/policy/parameters.js
var policy_parameters = __webpack_require__(6286);
// EXTERNAL MODULE: ./build/src/normalise/metric-vocabulary.js + 1 modules
var metric_vocabulary = __webpack_require__(1763);
;// CONCATENATED MODULE: ./build/src/policy/proportions.js


/** Bounds in the metric's own unit; a relative change may be larger than the whole. */
const inOwnUnit = new Set([
    "at-least",
    "at-most",
    "may-lose",
    "change-at-least",
    "change-at-most",
]);
/**
 * Complains of bounds above 1 on metrics that never are: `at-least: 80` of recall is met by nothing, and `at-most: 80`
 * by everything. True where it complained.
 */
function complainOfProportions(check, values, at) {
    const names = metricsOf(check, values[check.id]);
    const highest = names.map(metric_vocabulary/* interpretMetric */.s0).map(({ known, range }) => (known ? range.upper : null));
    if (names.length === 0 || !highest.every((upper) => upper === 1))
        return false;
    let complained = false;
    for (const bound of (check.bounds ?? []).filter((key) => inOwnUnit.has(key))) {
        const quantity = quantityOf(values[bound]);
        if (quantity === null || quantity.unit === "time" || Math.abs(quantity.value) <= 1)
            continue;
        const { value, unit } = quantity;
        complained = true;
        at.below(bound).complain(`\`${bound}\` is ${unit === "percent" ? `${(0,amounts/* numberWords */.Lz)(value * 100)}%` : (0,amounts/* numberWords */.Lz)(value)}, and ${names.join(", ")} never lies above 1`, unit === "plain" && Math.abs(value) <= 100 ? `write ${(0,amounts/* numberWords */.Lz)(value)}%` : "write a bound of at most 100%");
    }
    return complained;
}
function metricsOf({ needs, subject }, value) {
    if (!needs.includes("measurement") || subject.kind !== "texts" || !Array.isArray(value))
        return [];
    return value.filter((name) => typeof name === "string");
}
/** A bound of kind `quantity` as it was read; null where there is none, or it is of another kind. */
function quantityOf(value) {
    if (typeof value !== "object" || value === null || !("value" in value) || !("unit" in value))
        return null;
    const { value: amount, unit } = value;
    if (typeof amount !== "number" || (unit !== "plain" && unit !== "percent" && unit !== "time"))
        return null;
    return { value: amount, unit };
}

;// CONCATENATED MODULE: ./build/src/policy/rule.js







const envelopeForm = (0,policy_form/* mapping */.pq)(policy_envelope/* ruleFields */._);
/** A merged rule as the engine takes it; null, after complaints, where something is wrong with it. */
function readRule(merged, reading) {
    const at = atMerged(merged);
    const check = checkOf(merged, reading, at);
    if (check === null)
        return null;
    const known = [check.id, ...Object.keys(check.options), ...Object.keys(policy_envelope/* ruleFields */._)];
    const strange = [...merged.keys.keys()].filter((key) => !known.includes(key));
    (0,policy_form/* complainOfUnknownKeys */.jq)(strange, known, at);
    // A key that is misspelt is not told again as one that is absent.
    const given = new Set([...merged.keys.keys(), ...strange.flatMap((key) => (0,nearest/* nearest */.p)(key, known) ?? [])]);
    const asked = readAsked(merged, check, reading, at);
    const envelope = readEnvelope(merged, reading, at);
    const complete = [complainOfAbsent(merged, check, given), complainOfNoBound(merged, check, given)].every(Boolean);
    const inRange = asked !== null && !complainOfProportions(check, asked.values, at);
    if (strange.length > 0 || envelope === null || !complete || !inRange)
        return null;
    const { [check.id]: subject, ...options } = asked.values;
    const { history } = merged;
    return {
        ...envelope,
        id: merged.id,
        check,
        subject,
        options,
        origin: history.at(-1) ?? history[0],
        history,
        written: Object.fromEntries([...merged.keys].map(([key, { value }]) => [key, asked.written[key] ?? value])),
    };
}
function checkOf(merged, { checks, extends: extending }, at) {
    const named = [...merged.keys.keys()].flatMap((key) => checks.get(key) ?? []);
    const [check, second] = named;
    const ids = [...checks.keys()].sort();
    if (second !== undefined) {
        const both = named.map(({ id }) => `\`${id}\``).join(" and ");
        const message = `the rule \`${merged.id}\` names ${named.length} checks, ${both}; a rule is one check`;
        at.complainOfKey(second.id, message, "make a rule of each");
        return null;
    }
    if (check !== undefined)
        return check;
    const options = new Set([...checks.values()].flatMap((one) => Object.keys(one.options)));
    const known = [...Object.keys(policy_envelope/* ruleFields */._), ...options];
    const strange = [...merged.keys.keys()].filter((key) => !known.includes(key));
    for (const key of strange) {
        const near = (0,nearest/* nearest */.p)(key, ids) ?? (0,nearest/* nearest */.p)(key, known);
        at.complainOfKey(key, `unknown key \`${key}\``, (0,nearest/* nearestAdvice */.T)(key, near === null ? ids : [near]));
    }
    if (strange.length === 0) {
        const why = extending ? ", and nothing that the policy extends has this rule" : "";
        merged.at.complain(`the rule \`${merged.id}\` names no check${why}`, `name one: ${(0,policy_form/* listed */.KE)(ids)}`);
    }
    return null;
}
/** Reads the check's subject and options; null where one is wrong. */
function readAsked(merged, check, { parameters }, at) {
    const values = {};
    const written = {};
    let sound = true;
    for (const [key, spec] of [[check.id, check.subject], ...Object.entries(check.options)]) {
        const found = merged.keys.get(key);
        if (found === undefined)
            continue;
        const value = (0,policy_parameters/* withParameters */.zv)(found.value, parameters, at.below(key));
        const read = value === undefined ? undefined : (0,option_kinds/* optionForm */.Sh)(spec).read(value, at.below(key));
        if (value === undefined || read === undefined)
            sound = false;
        else
            [written[key], values[key]] = [value, read];
    }
    return sound ? { values, written } : null;
}
function readEnvelope(merged, { parameters }, at) {
    const complaints = [];
    const noting = noted(at, complaints);
    const own = [...merged.keys].flatMap(([key, { value }]) => {
        if (!Object.hasOwn(policy_envelope/* ruleFields */._, key))
            return [];
        const given = key === "confidence" ? (0,policy_parameters/* withParameters */.zv)(value, parameters, noting.below(key)) : value;
        return given === undefined ? [] : [[key, given]];
    });
    const read = envelopeForm.read(Object.fromEntries(own), noting);
    const { from = null, until = null } = read?.effective ?? {};
    if (from !== null && until !== null && until <= from) {
        noting
            .below("effective")
            .complain(`\`effective\` ends before it begins`, "write a day for `until` that is not before `from`");
    }
    if (read === undefined || complaints.length > 0)
        return null;
    return {
        then: read.then ?? {},
        confidence: read.confidence,
        evidence: read.evidence ?? null,
        onlyNew: read["only-new"] ?? null,
        effective: { from, until },
        message: read.message ?? null,
        references: read.references ?? [],
        applies: read.applies ?? {},
    };
}
/** The same place; every complaint leaves a mark. */
const noted = (at, complaints) => ({
    name: at.name,
    complain: (message, mend) => {
        complaints.push(true);
        at.complain(message, mend);
    },
    complainOfKey: (key, message, mend) => {
        complaints.push(true);
        at.complainOfKey(key, message, mend);
    },
    below: (key) => noted(at.below(key), complaints),
});
/** True where every required option is given. */
function complainOfAbsent(merged, { options }, given) {
    const absent = Object.entries(options).filter(([key, spec]) => spec.required === true && !given.has(key));
    for (const [key, { description }] of absent) {
        merged.at.complain(`the rule \`${merged.id}\` has no \`${key}\``, `write \`${key}\`: ${description}`);
    }
    return absent.length === 0;
}
/** True where there is a bound, or the check needs none. */
function complainOfNoBound(merged, { id, bounds = [] }, given) {
    if (bounds.length === 0 || bounds.some((bound) => given.has(bound)))
        return true;
    const needed = `\`${id}\` needs ${bounds.length === 1 ? "" : "one of "}${(0,policy_form/* listed */.KE)(bounds.map((bound) => `\`${bound}\``))}`;
    merged.at.complain(`the rule \`${merged.id}\` has no bound`, needed);
    return false;
}

;// CONCATENATED MODULE: ./build/src/policy/load.js






/**
 * Loads policies with all that they extend.
 *
 * @param references paths relative to the configuration, or `referee:<pack>`
 */
function loadPolicies(references, from, { checks = src_checks/* checks */.A, packs } = {}) {
    const problems = [];
    const source = packs === undefined ? new LayerSource(from, problems) : new LayerSource(from, problems, packs);
    const known = new Map(checks.map((check) => [check.id, check]));
    const policies = new Map();
    for (const reference of references) {
        const chain = source.chain(reference);
        const own = chain?.at(-1);
        if (chain === null || own === undefined || policies.has(own.path))
            continue;
        const policy = policyOf(chain, own, known, problems);
        const namesake = [...policies.values()].find(({ id }) => id === policy.id);
        if (namesake !== undefined)
            own.at.complain(...twoAlike(policy.id, namesake.path));
        policies.set(own.path, policy);
    }
    return { policies: problems.length === 0 ? [...policies.values()] : [], problems: inOrder(problems) };
}
function policyOf(chain, own, checks, problems) {
    const { parameters, ...envelope } = mergeEnvelopes(chain);
    const merged = mergeRules(chain).filter(({ disabled }) => !disabled);
    if (merged.length === 0 && problems.length === 0) {
        const mend = "write `rules:` with at least one rule, such as `recall-floor: { metric: recall, at-least: 80% }`";
        own.at.complain("the policy has no rules", mend);
    }
    const reading = { checks, parameters, extends: chain.length > 1 };
    const rules = merged.map((rule) => readRule(rule, reading)).filter((rule) => rule !== null);
    return {
        ...envelope,
        id: own.fields.policy ?? nameOf(own.path),
        path: own.path,
        digest: digestOf(chain),
        description: own.fields.description ?? null,
        owner: own.fields.owner ?? null,
        gates: own.fields.gates ?? true,
        rules,
    };
}
/** A policy that does not say its name has its pack's or its file's. */
const nameOf = (path) => path.startsWith("referee:")
    ? path.slice("referee:".length)
    : external_node_path_.posix
        .basename(path)
        .replace(/\.ya?ml$/i, "")
        .replaceAll(/\s+/g, "-");
/** Digest of the texts in the order in which they have their say; where they lie does not matter. */
function digestOf(chain) {
    const texts = JSON.stringify(chain.map(({ text }) => text));
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(texts).digest("hex")}`;
}
const twoAlike = (id, path) => [
    `two policies are called \`${id}\`; the other one is ${path}`,
    "give one of them another name with `policy:`",
];
/** By file, then by place; what several policies ran into is told once. */
function inOrder(problems) {
    const files = [...new Set(problems.map(({ path }) => path))].sort();
    const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    return [...told.values()].sort((a, b) => files.indexOf(a.path) - files.indexOf(b.path) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}

// EXTERNAL MODULE: ./build/src/policy/waivers.js
var policy_waivers = __webpack_require__(1229);
// EXTERNAL MODULE: ./build/src/world/disk.js
var disk = __webpack_require__(3285);
;// CONCATENATED MODULE: ./build/src/commands/prepare.js








/** What applies where nothing names a policy: it looks and does not gate. */
const withoutPolicy = "referee:baseline";
const CONFIGURATION = "referee.yaml";
/** The configuration of a place; the default one where there is none. @throws UsageError with all that is wrong with it */
function configurationFor(place) {
    if (place.configuration === null)
        return configuration/* defaultConfiguration */._;
    return readConfiguration((0,external_node_path_.basename)(place.configuration), policyFilesOf((0,disk/* disk */.E)((0,external_node_path_.dirname)(place.configuration))));
}
/** The configuration at the root of a tree; null where there is none. */
function configurationOfTree(tree, path = CONFIGURATION) {
    const files = policyFilesOf(tree);
    return files.read(path).kind === "missing" ? null : readConfiguration(path, files);
}
function readConfiguration(path, files) {
    const { configuration, problems } = (0,policy_configuration/* loadConfiguration */.v)(path, files);
    stopAt(problems);
    return configuration;
}
function stopAt(problems) {
    if (problems.length > 0)
        throw new problem/* UsageError */.e(problems);
}
/**
 * Configuration, policies and waivers of a place.
 *
 * @param named policies of the command line, relative to `folder`; they replace those of the configuration
 * @throws UsageError with everything that is wrong with any of them
 */
function prepare(place, named, folder, now) {
    const configuration = configurationFor(place);
    const beside = place.configuration === null ? place.root : (0,external_node_path_.dirname)(place.configuration);
    const files = policyFilesOf((0,disk/* disk */.E)(beside));
    if (named.length === 0)
        return preparedFrom(configuration, configuration.policies, files, files, now, place.configuration === null);
    // Policies of the command line may lie anywhere: they are read from the folder of each.
    const isPack = (reference) => reference.startsWith("referee:");
    const common = named.filter((reference) => !isPack(reference)).map((path) => (0,external_node_path_.resolve)(folder, path));
    const from = common[0] === undefined ? beside : (0,external_node_path_.dirname)(common[0]);
    const outermost = common.reduce((top, path) => (path.startsWith(top + external_node_path_.sep) ? top : commonFolder(top, path)), from);
    const references = named.map((reference) => isPack(reference) ? reference : (0,external_node_path_.relative)(outermost, (0,external_node_path_.resolve)(folder, reference)).split(external_node_path_.sep).join("/"));
    return preparedFrom(configuration, references, policyFilesOf((0,disk/* disk */.E)(outermost)), files, now, place.configuration === null);
}
function commonFolder(one, other) {
    let shared = one;
    while (!other.startsWith(shared.endsWith(external_node_path_.sep) ? shared : shared + external_node_path_.sep))
        shared = (0,external_node_path_.dirname)(shared);
    return shared;
}
/** Policies and waivers by name; without any, the pack that looks and does not gate. @throws UsageError */
function preparedFrom(configuration, references, files, waiverFiles, now, unconfigured) {
    const chosen = references.length === 0 ? [withoutPolicy] : references;
    const policies = loadPolicies(chosen, files);
    const waivers = (0,policy_waivers/* loadWaivers */.Q)(configuration.waivers, waiverFiles, now, configuration.longestWaiver);
    stopAt([...policies.problems, ...waivers.problems]);
    const none = unconfigured ? "No referee.yaml" : "referee.yaml names no policy";
    const notes = references.length === 0 ? [`${none}: looked at by ${withoutPolicy}, which gates nothing but contradictions.`] : [];
    return { configuration, policies: policies.policies, waivers: waivers.waivers, notes };
}


/***/ }),

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TR: () => (/* binding */ createLocator),
  Gf: () => (/* binding */ loadYamlPlaces),
  pM: () => (/* binding */ needsYamlPlaces)
});

// EXTERNAL MODULE: ./build/src/read/front-matter-subset.js + 1 modules
var front_matter_subset = __webpack_require__(7352);
// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/read/json-scanner.js
var json_scanner = __webpack_require__(9465);
;// CONCATENATED MODULE: ./build/src/read/json-positions.js


/**
 * Where values begin in a JSON text, found in one walk that skips whatever is not asked for.
 *
 * @param text a JSON document (NaN and Infinity allowed)
 * @param pointers RFC 6901 pointers; those that lead nowhere are absent from the answer
 * @returns offset by pointer; of a key that stands twice, the last, as `JSON.parse` reads it
 */
function jsonOffsets(text, pointers) {
    const root = { wanted: [], children: new Map() };
    for (const pointer of pointers) {
        let branch = root;
        for (const key of (0,source/* pointerKeys */.mP)(pointer)) {
            let child = branch.children.get(key);
            if (child === undefined)
                branch.children.set(key, (child = { wanted: [], children: new Map() }));
            branch = child;
        }
        branch.wanted.push(pointer);
    }
    const offsets = new Map();
    walk(text, (0,json_scanner/* skipSpace */.AN)(text, 0), root, offsets);
    return offsets;
}
/** Walks the value at `start` and gives the offset behind it. */
function walk(text, start, branch, offsets) {
    for (const pointer of branch.wanted)
        offsets.set(pointer, start);
    const open = text.charCodeAt(start);
    if (branch.children.size === 0 || (open !== 123 && open !== 91))
        return skipValue(text, start);
    return open === 123 ? walkObject(text, start, branch, offsets) : walkArray(text, start, branch, offsets);
}
function walkObject(text, start, branch, offsets) {
    let at = (0,json_scanner/* skipSpace */.AN)(text, start + 1);
    while (text.charCodeAt(at) === 34) {
        const end = (0,json_scanner/* endOfString */.ap)(text, at);
        if (end === -1)
            return text.length;
        const raw = text.slice(at + 1, end - 1);
        const child = branch.children.get(raw.includes("\\") ? unescaped(raw) : raw);
        at = (0,json_scanner/* skipSpace */.AN)(text, (0,json_scanner/* skipSpace */.AN)(text, end) + 1);
        at = (0,json_scanner/* skipSpace */.AN)(text, child === undefined ? skipValue(text, at) : walk(text, at, child, offsets));
        if (text.charCodeAt(at) !== 44)
            break;
        at = (0,json_scanner/* skipSpace */.AN)(text, at + 1);
    }
    return at + 1;
}
function walkArray(text, start, branch, offsets) {
    let at = (0,json_scanner/* skipSpace */.AN)(text, start + 1);
    let left = branch.children.size;
    for (let index = 0; at < text.length && text.charCodeAt(at) !== 93; index++) {
        const child = left === 0 ? undefined : branch.children.get(String(index));
        if (child !== undefined)
            left--;
        at = (0,json_scanner/* skipSpace */.AN)(text, child === undefined ? skipValue(text, at) : walk(text, at, child, offsets));
        if (text.charCodeAt(at) !== 44)
            break;
        at = (0,json_scanner/* skipSpace */.AN)(text, at + 1);
    }
    return at + 1;
}
/** The offset behind the value at `start`. */
function skipValue(text, start) {
    const first = text.charCodeAt(start);
    if (first === 34) {
        const end = (0,json_scanner/* endOfString */.ap)(text, start);
        return end === -1 ? text.length : end;
    }
    let at = start;
    if (first !== 123 && first !== 91) {
        while (at < text.length) {
            const code = text.charCodeAt(at);
            if (code === 44 || code === 125 || code === 93 || code === 32 || code === 10 || code === 13 || code === 9)
                break;
            at++;
        }
        return at;
    }
    for (let depth = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 34) {
            const end = (0,json_scanner/* endOfString */.ap)(text, at);
            if (end === -1)
                return text.length;
            at = end - 1;
        }
        else if (code === 123 || code === 91)
            depth++;
        else if ((code === 125 || code === 93) && --depth === 0)
            return at + 1;
    }
    return at;
}
function unescaped(raw) {
    try {
        return String(JSON.parse(`"${raw}"`));
    }
    catch {
        return raw;
    }
}

;// CONCATENATED MODULE: ./build/src/read/locate.js


/** True where some source can only be located with the YAML parser that keeps places. */
function needsYamlPlaces(sources, reader) {
    return sources.some(({ path, pointer, line }) => {
        if (pointer === null || line !== null)
            return false;
        const file = reader.open(path);
        if (file === null || file.syntax === "json" || file.syntax === "json-lines")
            return false;
        return file.syntax !== "front-matter" || (0,front_matter_subset/* frontMatterSubsetPlaces */.h)(file.valueText, file.valueLine) === undefined;
    });
}
/** Loads the parser that keeps places; only where `needsYamlPlaces`. */
const loadYamlPlaces = async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(790)]).then(__webpack_require__.bind(__webpack_require__, 790))).yamlPlaces;
/** A locator over the files of a reader; `withDigest` also fills in the files' digests. */
function createLocator(reader, yamlPlaces, withDigest) {
    return {
        locate(sources) {
            const byPath = new Map();
            for (const source of sources) {
                const known = byPath.get(source.path);
                if (known === undefined)
                    byPath.set(source.path, [source]);
                else
                    known.push(source);
            }
            const places = new Map();
            for (const [path, ofFile] of byPath) {
                const file = reader.open(path);
                if (file !== null)
                    places.set(path, placesIn(file, ofFile, yamlPlaces));
            }
            return sources.map((source) => {
                const place = source.pointer === null ? undefined : places.get(source.path)?.get(keyOf(source));
                const file = withDigest ? reader.open(source.path) : null;
                return {
                    ...source,
                    line: place?.line ?? source.line,
                    column: place?.column ?? source.column,
                    digest: file === null ? source.digest : file.digest,
                };
            });
        },
    };
}
/** In a stream of documents a pointer is within the document that begins at the source's line. */
const keyOf = ({ pointer, line }) => (line === null ? (pointer ?? "") : `${line} ${pointer ?? ""}`);
function placesIn(file, sources, yamlPlaces) {
    const pointers = sources.flatMap(({ pointer, line }) => (pointer === null || line !== null ? [] : [pointer]));
    const found = new Map();
    const inDocuments = sources.filter(({ pointer, line }) => pointer !== null && line !== null);
    if (pointers.length > 0)
        for (const [key, place] of pointerPlaces(file, pointers, yamlPlaces))
            found.set(key, place);
    if (inDocuments.length > 0 && file.syntax === "json-lines") {
        const lines = file.text.split("\n");
        for (const source of inDocuments) {
            const offset = jsonOffsets(lines[(source.line ?? 1) - 1] ?? "", [source.pointer ?? ""]).get(source.pointer ?? "");
            if (offset !== undefined)
                found.set(keyOf(source), { line: source.line ?? 1, column: offset + 1 });
        }
    }
    else if (inDocuments.length > 0 && yamlPlaces !== null && file.values.length > 1) {
        for (const source of inDocuments) {
            const document = file.values.findIndex(({ line }) => line === source.line);
            const place = document === -1
                ? undefined
                : yamlPlaces(file.valueText, [source.pointer ?? ""], file.valueLine, document).get(source.pointer ?? "");
            if (place !== undefined)
                found.set(keyOf(source), place);
        }
    }
    return found;
}
function pointerPlaces(file, pointers, yamlPlaces) {
    if (file.syntax === "json")
        return linesOf(file.text, jsonOffsets(file.text, pointers));
    const simple = file.syntax === "front-matter" ? (0,front_matter_subset/* frontMatterSubsetPlaces */.h)(file.valueText, file.valueLine) : undefined;
    return simple ?? yamlPlaces?.(file.valueText, pointers, file.valueLine) ?? new Map();
}
/** Lines and columns of many offsets, in one pass over the line ends. */
function linesOf(text, offsets) {
    const ordered = [...offsets].sort(([, a], [, b]) => a - b);
    const places = new Map();
    const end = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
    let line = 1;
    let start = 0;
    let next = text.indexOf(end);
    for (const [pointer, offset] of ordered) {
        while (next !== -1 && next < offset) {
            line++;
            start = next + 1;
            next = text.indexOf(end, start);
        }
        places.set(pointer, { line, column: offset - start + 1 });
    }
    return places;
}


/***/ })

};
