export const id = 629;
export const ids = [629];
export const modules = {

/***/ 5629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./build/src/judge.js + 3 modules
var judge = __webpack_require__(2024);
// EXTERNAL MODULE: ./build/src/normalise/instant.js
var instant = __webpack_require__(8377);
;// CONCATENATED MODULE: ./build/src/commands/evaluate-report.js


/** The whole report of a place, for commands that explain it. */
function evaluateReport(args, world, place, prepared) {
    const written = (0,instant/* readInstant */.W)(args.text("now"));
    return (0,judge/* judge */.S)({
        ...prepared,
        tree: place.tree,
        rootName: place.rootName,
        scope: place.scope,
        only: args.texts("model"),
        stage: null,
        event: null,
        author: null,
        approvals: [],
        base: null,
        onlyNew: false,
        release: () => null,
        touched: null,
        now: written === null ? world.clock.now() : Date.parse(written),
        clockGiven: written !== null,
        version: world.version,
        head: null,
        policiesFrom: "working-tree",
        complete: true,
        problems: [],
        progress: () => undefined,
    });
}

// EXTERNAL MODULE: ./build/src/judging/wording.js
var wording = __webpack_require__(6978);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
// EXTERNAL MODULE: ./build/src/policy/amounts.js
var amounts = __webpack_require__(4837);
// EXTERNAL MODULE: ./build/src/policy/form.js
var policy_form = __webpack_require__(4112);
;// CONCATENATED MODULE: ./build/src/policy/plain.js


const whenWords = {
    "not-met": "it is not so",
    inconclusive: "we cannot be sure",
    missing: "there is no evidence",
    unreadable: "the evidence cannot be read",
};
const thenWords = {
    block: "block",
    undecided: "leave it undecided",
    warn: "warn",
    note: "only note it",
};
const vouchedWords = {
    committed: null,
    base: "Only evidence that stands on the base already counts.",
    attested: "Only attested evidence counts.",
    recomputed: "Only what is recomputed here counts.",
};
/** A rule as a sentence, with what follows from it, for the person who signs the policy. */
function plainRule(rule, policy) {
    const confidence = rule.confidence === undefined ? policy.confidence : rule.confidence;
    const judgedByBound = rule.check.bounds !== undefined && rule.check.bounds.length > 0;
    const sure = judgedByBound && confidence !== null ? `, and we are ${(0,amounts/* percentWords */.XU)(confidence)} sure of it` : "";
    const statement = `${capitalised(rule.check.plain(rule.subject, rule.options))}${sure}.`;
    const vouched = vouchedWords[rule.evidence ?? policy.evidence ?? "committed"];
    // What a policy says of thin evidence is said where a rule can find it too thin.
    const { inconclusive, ...others } = policy.then;
    const inherited = judgedByBound && inconclusive !== undefined ? { ...others, inconclusive } : others;
    return [statement, vouched, ...consequences({ ...inherited, ...rule.then }), ...whenJudged(rule)]
        .filter((sentence) => sentence !== null)
        .join(" ");
}
/** A policy, a sentence for each rule, in the order of its rules. */
function plainPolicy(policy) {
    const rules = policy.rules.map((rule) => plainRule(rule, policy));
    return policy.gates ? rules : [...rules, "This policy looks and does not gate: what it finds at best warns."];
}
/** What the policy says beyond the usual: a sentence for each thing that it leads to. */
function consequences(then) {
    const order = ["not-met", "inconclusive", "missing", "unreadable"];
    const effects = [...new Set(order.flatMap((outcome) => then[outcome] ?? []))];
    return effects.map((effect) => {
        const outcomes = order.filter((outcome) => then[outcome] === effect);
        const when = outcomes.length === order.length ? "anything stands against it" : (0,policy_form/* listed */.KE)(outcomes.map((one) => whenWords[one]));
        return `If ${when}, ${thenWords[effect]}.`;
    });
}
function whenJudged({ effective: { from, until } }) {
    const day = (moment) => new Date(moment).toISOString().slice(0, 10);
    if (from === null)
        return until === null ? [] : [`This holds until ${day(until)}.`];
    return [until === null ? `This holds from ${day(from)} on.` : `This holds from ${day(from)} until ${day(until)}.`];
}
/** Names such as `roc_auc` stay as they are written. */
const capitalised = (sentence) => /^[a-z]+\b(?!_)/.test(sentence) ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : sentence;

// EXTERNAL MODULE: ./build/src/report/paint.js
var paint = __webpack_require__(4928);
// EXTERNAL MODULE: ./build/src/commands/command.js + 1 modules
var command = __webpack_require__(683);
// EXTERNAL MODULE: ./build/src/commands/place.js
var commands_place = __webpack_require__(6883);
// EXTERNAL MODULE: ./build/src/commands/prepare.js + 7 modules
var prepare = __webpack_require__(894);
;// CONCATENATED MODULE: ./build/src/commands/explain.js








const explain = {
    id: "explain",
    summary: "Explains the merged policies, a rule, or why a rule said what it said: what it read and each step.",
    usage: "[RULE] [--path DIR] [--policy FILE|PACK …] [--plain]",
    options: {
        path: { type: "string", value: "DIR", description: "the folder that is judged; the working directory by default" },
        config: {
            type: "string",
            value: "FILE",
            description: "the configuration; referee.yaml in PATH or above it by default",
        },
        policy: {
            type: "string",
            multiple: true,
            value: "FILE|PACK",
            description: "explain this policy in place of those that referee.yaml names",
        },
        model: { type: "string", multiple: true, value: "NAME", description: "only what was found of this model" },
        plain: { type: "boolean", value: "", description: "a sentence a rule, for the person who signs the policy" },
        now: { type: "string", value: "TIME", description: "the clock of the run, ISO 8601" },
    },
    examples: ["model-referee explain --plain", "model-referee explain recall-floor"],
    async run(args, world) {
        const [name] = args.positionals;
        const place = (0,commands_place/* placeOf */.$)(world.folder, [args.text("path") ?? "."], args.text("config"));
        const prepared = (0,prepare/* prepare */.iA)(place, args.texts("policy"), world.folder, world.clock.now());
        if (args.flag("plain")) {
            for (const policy of prepared.policies)
                world.out.write(`${plainPolicy(policy).map(paint/* printable */.g$).join("\n")}\n`);
            return 0;
        }
        if (name === undefined) {
            for (const policy of prepared.policies)
                writePolicy(policy, world);
            return 0;
        }
        const rules = prepared.policies.flatMap((policy) => policy.rules.filter(({ id }) => id === name || `${policy.id}/${id}` === name).map((rule) => ({ policy, rule })));
        if (rules.length === 0)
            throw noSuchRule(name, prepared.policies);
        const report = await evaluateReport(args, world, place, prepared);
        for (const { policy, rule } of rules) {
            writeRule(rule, world);
            const found = report.findings.filter((finding) => finding.policy === policy.id && finding.rule === rule.id);
            if (found.length === 0)
                world.out.write("  no model was judged by it\n");
            for (const finding of found)
                writeFinding(finding, place.pathPrefix, world);
        }
        return 0;
    },
};
function noSuchRule(name, policies) {
    const known = policies.flatMap(({ rules }) => rules.map(({ id }) => id));
    const nearest = (0,command/* nearestOf */.qw)(name, known);
    return new problem/* UsageError */.e([
        (0,problem/* problemAt */.l)("usage", `no policy has a rule ${name}`, nearest === undefined ? `the rules are ${known.join(", ")}` : `did you mean ${nearest}?`),
    ]);
}
function writePolicy(policy, { out }) {
    out.write(`${policy.id}  ${policy.path}\n`);
    if (policy.description !== null)
        out.write(`  ${(0,paint/* printable */.g$)(policy.description)}\n`);
    const confidence = policy.confidence === null
        ? "none: the points are judged"
        : `${(0,wording/* shownNumber */.b8)(policy.confidence * 100)} %, over all rules together (${policy.adjust})`;
    out.write(`  confidence ${confidence}\n`);
    for (const rule of policy.rules)
        writeRule(rule, { out });
}
function writeRule(rule, { out }) {
    out.write(`\n  ${rule.id}: ${(0,paint/* printable */.g$)(JSON.stringify(rule.written))}\n`);
    out.write(`    ${(0,paint/* printable */.g$)(rule.check.plain(rule.subject, rule.options))}\n`);
    for (const { path, line } of rule.history)
        out.write(`    from ${(0,paint/* printable */.g$)(path)}:${line}\n`);
}
function writeFinding(finding, prefix, { out }) {
    const { judged } = finding;
    out.write(`\n  ${(0,paint/* printable */.g$)(finding.model)}${finding.subject === null ? "" : `, ${(0,paint/* printable */.g$)(finding.subject)}`}: ${finding.outcome}, which leads to ${finding.effect}\n`);
    out.write(`    ${(0,paint/* printable */.g$)(finding.message)}\n`);
    for (const { path, line, column } of finding.sources)
        out.write(`    read from ${(0,paint/* printable */.g$)(prefix + path)}${line === null ? "" : `:${line}`}${column === null || line === null ? "" : `:${column}`}\n`);
    if (judged !== null)
        for (const step of stepsOf(judged))
            out.write(`    ${(0,paint/* printable */.g$)(step)}\n`);
    if (finding.on_base)
        out.write("    the base has it already and it is no worse: it only warns\n");
    if (finding.waived !== null)
        out.write(`    waived by ${(0,paint/* printable */.g$)(finding.waived.owner)} until ${finding.waived.expires}: ${(0,paint/* printable */.g$)(finding.waived.reason)}\n`);
    if (finding.mend !== "")
        out.write(`    mend: ${(0,paint/* printable */.g$)(finding.mend)}\n`);
}
/** Each step of the arithmetic, in words. */
function stepsOf(judged) {
    const { value, bound, bound_kind: kind, baseline, change, interval, n, rung, method, confidence, p_value: p, p_adjusted: adjusted, samples_needed: needed, } = judged;
    return [
        ...(value === null ? [] : [`value ${(0,wording/* shownNumber */.b8)(value)}${n === null ? "" : `, n ${n}`}`]),
        ...(baseline === null
            ? []
            : [
                `baseline ${(0,wording/* shownNumber */.b8)(baseline)}${change === null ? "" : `; change = value − baseline = ${(0,wording/* shownNumber */.b8)(change)}`}`,
            ]),
        ...(bound === null ? [] : [`bound ${kind ?? ""} ${(0,wording/* shownNumber */.b8)(bound)}`]),
        ...(interval === null
            ? []
            : [
                `two-sided 95 % interval [${(0,wording/* shownNumber */.b8)(interval.lower)}, ${(0,wording/* shownNumber */.b8)(interval.upper)}]${method === null ? "" : ` (${method})`}`,
            ]),
        confidence === null
            ? "no confidence is asked: the point is judged"
            : `one-sided confidence ${(0,wording/* shownNumber */.b8)(confidence * 100)} %, judged on ${rung === "point" ? "a bare value, which cannot tell" : (rung ?? "nothing")}`,
        ...(p === null
            ? []
            : [
                `p-value of “the bound holds”: ${(0,wording/* shownNumber */.b8)(p)}${adjusted === null ? "" : `, ${(0,wording/* shownNumber */.b8)(adjusted)} over the family`}`,
            ]),
        ...(needed === null ? [] : [`about ${needed} more examples would settle it`]),
    ];
}


/***/ })

};
