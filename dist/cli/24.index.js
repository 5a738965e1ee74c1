export const id = 24;
export const ids = [24];
export const modules = {

/***/ 6721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ effectOf),
/* harmony export */   Af: () => (/* binding */ levelFor),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   _V: () => (/* binding */ worstDecision),
/* harmony export */   et: () => (/* binding */ exitStatusOf)
/* harmony export */ });
/* unused harmony export effectsWorstFirst */
/** What an outcome leads to where neither policy nor rule says otherwise. */
const effectByDefault = {
    met: "pass",
    "not-applicable": "pass",
    "not-met": "block",
    inconclusive: "undecided",
    missing: "undecided",
    unreadable: "undecided",
};
/** What reaches the decision when an effect is the worst one. */
const decisionOf = {
    block: "block",
    undecided: "undecided",
    warn: "warn",
    note: "pass",
    pass: "pass",
};
const levelOf = {
    block: "error",
    undecided: "error",
    warn: "warning",
    note: "note",
    pass: "note",
};
const effectsWorstFirst = ["block", "undecided", "warn", "note", "pass"];
const levelFor = (effect) => levelOf[effect];
/** The one table that decides what a finding leads to. */
function effectOf(outcome, { then, forEach, waived, onBase, gates }) {
    if (outcome === "met" || outcome === "not-applicable" || waived)
        return "pass";
    const effect = then[outcome] ?? (outcome === "inconclusive" && forEach ? "warn" : effectByDefault[outcome]);
    if (onBase && (effect === "block" || effect === "undecided"))
        return "warn";
    if (!gates && effect === "undecided")
        return outcome === "unreadable" ? "block" : "note";
    return effect;
}
/**
 * The worst finding decides. Where nothing was found, or nothing applied, nothing was shown: pass is never the default.
 */
function decide(findings, gates = true) {
    if (findings.length === 0 || findings.every(({ outcome }) => outcome === "not-applicable"))
        return gates ? "undecided" : "warn";
    const reached = new Set(findings.map(({ effect }) => effect));
    const worst = effectsWorstFirst.find((effect) => reached.has(effect)) ?? "pass";
    const decision = decisionOf[worst];
    return decision === "pass" && !gates ? "warn" : decision;
}
const decisionsWorstFirst = ["block", "undecided", "warn", "pass"];
/** The decision over several models; undecided where there is none. */
const worstDecision = (decisions) => decisionsWorstFirst.find((decision) => decisions.includes(decision)) ?? "undecided";
const exitStatusOf = { pass: 0, warn: 0, block: 1, undecided: 2 };


/***/ }),

/***/ 2024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge)
});

// EXTERNAL MODULE: ./build/src/decide.js
var decide = __webpack_require__(6721);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/model/estimate.js
var estimate = __webpack_require__(1089);
// EXTERNAL MODULE: ./build/src/statistics/validity.js
var validity = __webpack_require__(5667);
;// CONCATENATED MODULE: ./build/src/statistics/p-adjust.js


/**
 * P-values adjusted for having been looked at together: compare each with the level that the whole family was
 * promised.
 *
 * @param pValues the family's p-values, each 0 to 1
 * @returns the adjusted values in the same order, each at least its own p-value and at most 1; none for none; invalid
 *   where a p-value lies outside 0 to 1
 * @see Holm (1979), Scand. J. Statistics 6, 65-70; Hochberg (1988), Biometrika 75, 800-802; Benjamini & Hochberg
 *   (1995), J. R. Statist. Soc. B 57, 289-300; Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165-1188
 * @example adjustPValues([0.04, 0.01, 0.03, 0.02], "holm") // { kind: "value", value: [0.06, 0.04, 0.06, 0.06] }
 */
function adjustPValues(pValues, adjustment) {
    const fault = (0,validity/* elementFault */.rt)(pValues, (p, index) => (0,validity/* shareFault */.kV)(`p-value ${index + 1}`, p));
    if (fault !== undefined)
        return (0,estimate/* invalid */.Gq)(fault);
    const count = pValues.length;
    switch (adjustment) {
        case "none":
            return (0,estimate/* value */.Uq)([...pValues]);
        case "holm":
            return (0,estimate/* value */.Uq)(stepDown(pValues, (rank) => count - rank + 1));
        case "hochberg":
            return (0,estimate/* value */.Uq)(stepUp(pValues, (rank) => count - rank + 1));
        case "benjamini-hochberg":
            return (0,estimate/* value */.Uq)(stepUp(pValues, (rank) => count / rank));
        case "benjamini-yekutieli":
            return (0,estimate/* value */.Uq)(stepUp(pValues, (rank) => (count / rank) * harmonicNumber(count)));
    }
}
/** From the smallest up, each at least the one before it. */
function stepDown(pValues, factor) {
    const adjusted = [...pValues];
    let largest = 0;
    for (const { p, position, rank } of ranked(pValues)) {
        largest = Math.max(largest, Math.min(1, p * factor(rank)));
        adjusted[position] = largest;
    }
    return adjusted;
}
/** From the largest down, each at most the one after it. */
function stepUp(pValues, factor) {
    const adjusted = [...pValues];
    let smallest = 1;
    for (const { p, position, rank } of ranked(pValues).reverse()) {
        smallest = Math.min(smallest, p * factor(rank));
        adjusted[position] = smallest;
    }
    return adjusted;
}
/** Ascending, rank from 1, each with its place in the input. */
const ranked = (pValues) => pValues
    .map((p, position) => ({ p, position }))
    .sort((left, right) => left.p - right.p)
    .map((entry, index) => ({ ...entry, rank: index + 1 }));
function harmonicNumber(count) {
    let sum = 0;
    for (let term = count; term >= 1; term--)
        sum += 1 / term;
    return sum;
}

;// CONCATENATED MODULE: ./build/src/evaluate/evaluate.js



/** True where a policy or rule applies to a model in this run. */
function appliesTo({ risk, stages, events, models }, model, event) {
    if (risk !== undefined && !(model.risk !== null && risk.includes(model.risk)))
        return false;
    if (stages !== undefined && !stages.includes(model.stage))
        return false;
    if (events !== undefined && event !== null && !events.includes(event))
        return false;
    return models === undefined || models.some((pattern) => matchesName(pattern, model.name));
}
/** `*` stands for any run of characters; matched without backtracking. */
function matchesName(pattern, name) {
    const parts = pattern.split("*");
    const [first = "", ...rest] = parts;
    if (rest.length === 0)
        return pattern === name;
    if (!name.startsWith(first))
        return false;
    let at = first.length;
    const last = rest.pop() ?? "";
    for (const part of rest) {
        const found = name.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
}
/** Every rule of a policy over one model's facts. No I/O, no clock but the one given. */
function evaluatePolicy(policy, judgement) {
    const rules = policy.rules.filter((rule) => appliesTo(rule.applies, judgement.model, judgement.event));
    const ruled = rules.flatMap((rule) => judgeRule(rule, policy, judgement).map((verdict) => ({ rule, verdict })));
    return adjusted(ruled, policy).map(({ rule, verdict }) => toFinding(policy, rule, verdict, judgement));
}
function judgeRule(rule, policy, judgement) {
    const { from, until } = rule.effective;
    if ((from !== null && judgement.now < from) || (until !== null && judgement.now > until)) {
        return [
            { subject: null, outcome: "not-applicable", message: "the rule is not in effect at this time", sources: [] },
        ];
    }
    const asked = rule.evidence ?? policy.evidence;
    const evidence = asked === null ? judgement.evidence : vouchedAtLeast(judgement.evidence, asked);
    const verdicts = rule.check.evaluate({
        ...judgement,
        evidence,
        subject: rule.subject,
        options: rule.options,
        confidence: rule.confidence === undefined ? policy.confidence : rule.confidence,
    });
    if (verdicts.length > 0)
        return verdicts;
    return [{ subject: null, outcome: "missing", message: "the rule matched nothing", sources: [] }];
}
const trust = { committed: 0, base: 1, recomputed: 2, attested: 3 };
/** Facts that are vouched for less do not count. */
const vouchedAtLeast = (evidence, least) => ({
    ...evidence,
    of: (kind) => evidence.of(kind).filter(({ vouched }) => trust[vouched] >= trust[least]),
});
/**
 * What is shown broken among many bounds must be shown over the whole family: all bounds of one policy for one model;
 * a rule with its own confidence is a family of its own. What fails only unadjusted is inconclusive.
 */
function adjusted(ruled, policy) {
    const families = new Map();
    ruled.forEach(({ rule, verdict }, index) => {
        const p = verdict.judged?.p_value;
        if (p === null || p === undefined)
            return;
        const family = rule.confidence === undefined ? "" : rule.id;
        families.set(family, [...(families.get(family) ?? []), index]);
    });
    const result = [...ruled];
    for (const members of families.values()) {
        const pValues = members.map((index) => ruled[index]?.verdict.judged?.p_value ?? 1);
        const answer = adjustPValues(pValues, policy.adjust);
        if (answer.kind !== "value")
            continue;
        members.forEach((index, position) => {
            const one = ruled[index];
            const p = answer.value[position];
            if (one !== undefined && p !== undefined)
                result[index] = { rule: one.rule, verdict: afterAdjusting(one.verdict, p, members.length, policy) };
        });
    }
    return result;
}
function afterAdjusting(verdict, p, family, policy) {
    const { judged } = verdict;
    if (judged === undefined)
        return verdict;
    const shown = { ...verdict, judged: { ...judged, p_adjusted: p } };
    if (verdict.outcome !== "not-met" || judged.confidence === null || p < 1 - judged.confidence)
        return shown;
    const message = `${verdict.message}; not shown once ${family} bounds are judged together (${policy.adjust})`;
    return { ...shown, outcome: "inconclusive", message };
}
/** Stable over wording and places: of model, policy, rule and subject. */
const fingerprintOf = (model, policy, rule, subject) => (0,external_node_crypto_.createHash)("sha256")
    .update(JSON.stringify([model, policy, rule, subject]))
    .digest("hex")
    .slice(0, 32);
/** Checks that a base's own failing never softens. */
const neverSoftened = new Set(["approval", "separation-of-duties"]);
function toFinding(policy, rule, verdict, { model, waivers, onBase, now }) {
    const fingerprint = fingerprintOf(model.name, policy.id, rule.id, verdict.subject);
    const waiver = verdict.outcome === "met" || verdict.outcome === "not-applicable"
        ? null
        : waivers.find(policy.id, rule.id, model.name, verdict, now);
    const before = onBase?.get(fingerprint);
    const softens = (rule.onlyNew ?? policy.onlyNew) &&
        !neverSoftened.has(rule.check.id) &&
        (rule.evidence ?? policy.evidence) === null;
    const known = softens && before !== undefined && !isWorse(verdict, before);
    const effect = (0,decide/* effectOf */.$x)(verdict.outcome, {
        then: { ...policy.then, ...rule.then },
        forEach: rule.options["for-each"] !== undefined,
        waived: waiver !== null,
        onBase: known,
        gates: policy.gates,
    });
    return {
        model: model.name,
        policy: policy.id,
        rule: rule.id,
        check: rule.check.id,
        subject: verdict.subject,
        outcome: verdict.outcome,
        level: (0,decide/* levelFor */.Af)(effect),
        effect,
        message: rule.message === null ? verdict.message : `${rule.message} (${verdict.message})`,
        mend: verdict.mend ?? mendOf(rule.check, verdict),
        sources: verdict.sources,
        waived: waiver,
        on_base: known,
        judged: verdict.judged ?? null,
        fingerprint,
        references: rule.references,
    };
}
const mendOf = (check, { outcome }) => {
    switch (outcome) {
        case "met":
        case "not-applicable":
            return "";
        case "inconclusive":
            return "Evaluate on more examples, or state a standard error or the trials beside the value.";
        case "not-met":
        case "missing":
        case "unreadable":
            return check.mend;
    }
};
/** A finding of the base counts only as long as it has not become worse: same outcome, no lower value. */
function isWorse(verdict, before) {
    if (before.outcome === "met" || before.outcome === "not-applicable")
        return true;
    if (before.outcome !== verdict.outcome)
        return true;
    const value = verdict.judged?.value ?? null;
    const then = before.judged?.value ?? null;
    if (value === null || then === null)
        return (value === null) !== (then === null);
    const direction = verdict.judged?.bound_kind === "at-most" ? -1 : verdict.judged?.higher_is_better === false ? -1 : 1;
    return direction * (value - then) < -1e-12 * Math.max(Math.abs(value), Math.abs(then));
}

;// CONCATENATED MODULE: ./build/src/evaluate/waivers.js
/** A book over the waivers of the configuration. */
function waiverBook(waivers) {
    const used = new Set();
    return {
        find(policy, rule, model, verdict, now) {
            const waiver = waivers.find((one) => covers(one, policy, rule, model, verdict) && one.expires > now);
            if (waiver === undefined)
                return null;
            used.add(waiver);
            return {
                owner: waiver.owner,
                reason: waiver.reason,
                ticket: waiver.ticket,
                expires: new Date(waiver.expires).toISOString().slice(0, 10),
                approved_by: waiver.approvedBy,
            };
        },
        leftOver: (now) => waivers.flatMap((waiver) => {
            if (waiver.expires <= now)
                return [{ waiver, why: "expired" }];
            return used.has(waiver) ? [] : [{ waiver, why: "unused" }];
        }),
    };
}
/** A waiver is void where the value is worse than the one it was written for, or is not there. */
function covers(waiver, policy, rule, model, verdict) {
    if (waiver.rule !== `${policy}/${rule}` && waiver.rule !== rule)
        return false;
    if (waiver.model !== model)
        return false;
    if (waiver.subject !== null && waiver.subject !== verdict.subject)
        return false;
    const value = verdict.judged?.value ?? null;
    if (waiver.value === null)
        return true;
    if (value === null)
        return false;
    const lowerIsBetter = verdict.judged?.bound_kind === "at-most" || verdict.judged?.higher_is_better === false;
    return lowerIsBetter ? value <= waiver.value + 1e-12 : value >= waiver.value - 1e-12;
}

// EXTERNAL MODULE: ./build/src/gather.js + 2 modules
var gather = __webpack_require__(8791);
// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/normalise/metric-vocabulary.js + 1 modules
var metric_vocabulary = __webpack_require__(1763);
// EXTERNAL MODULE: ./build/src/normalise/instant.js
var instant = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/src/read/locate.js + 1 modules
var locate = __webpack_require__(7563);
// EXTERNAL MODULE: ./build/src/report/metric-rows.js
var metric_rows = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/src/survey.js + 220 modules
var survey = __webpack_require__(4053);
// EXTERNAL MODULE: ./build/src/judging/wording.js
var wording = __webpack_require__(6978);
;// CONCATENATED MODULE: ./build/src/judge.js











/** The whole journey of one run: survey, read, evaluate, decide. */
async function judge(request) {
    const { configuration, policies } = request;
    const wanted = wantedBy(policies);
    const surveyed = await (0,survey/* survey */.F)({
        tree: request.tree,
        rootName: request.rootName,
        configuration,
        scope: request.scope,
        markdownBody: wanted.markdownBody,
    });
    const baseSurvey = request.base === null ? null : await surveyOther(request.base, request, wanted);
    const releaseTree = policies.some(({ rules }) => rules.some(({ options }) => options["against"] === "release"))
        ? request.release()
        : null;
    const releaseSurvey = releaseTree === null ? null : await surveyOther(releaseTree, request, wanted);
    const waivers = waiverBook(request.waivers);
    const run = { request, surveyed, baseSurvey, releaseSurvey, wanted, waivers };
    const models = [];
    const chosen = surveyed.models.filter((model) => isChosen(model, request));
    for (const [index, model] of chosen.entries()) {
        request.progress(index, chosen.length);
        models.push(await judgeModel(staged(classed(model, run), request.stage), run));
        // Neighbours that adapters looked at are let go of now and then; the model's own files at once.
        if (index % 256 === 255)
            surveyed.reader.forget();
        else
            surveyed.reader.forget(model.files.map(({ path }) => path));
    }
    models.push(...removedModels(run));
    return reportOf(models, run);
}
const surveyOther = (other, request, wanted) => (0,survey/* survey */.F)({
    tree: other.tree,
    rootName: request.rootName,
    configuration: other.configuration,
    scope: request.scope,
    markdownBody: wanted.markdownBody,
});
function wantedBy(policies) {
    const kinds = new Set(["model", "run", "dataset"]);
    let markdownBody = false;
    for (const { rules } of policies) {
        for (const { check } of rules) {
            check.needs.forEach((kind) => kinds.add(kind));
            markdownBody ||= check.needsMarkdownBody === true;
        }
    }
    return { has: (kind) => kinds.has(kind), markdownBody, metrics: metricsOf(policies) };
}
/** The metrics that rules name, where every rule on measurements names its own; null where one takes any. */
function metricsOf(policies) {
    const names = new Set();
    for (const { check, subject } of policies.flatMap(({ rules }) => rules)) {
        if (!check.needs.includes("measurement"))
            continue;
        const own = check.metricsOf?.(subject) ?? null;
        if (own === null)
            return null;
        own.forEach((name) => names.add(name).add((0,metric_vocabulary/* interpretMetric */.s0)(name).metric));
    }
    return names;
}
function isChosen({ identity, files }, { only, touched }) {
    if (only.length > 0 && !only.includes(identity.name))
        return false;
    if (touched === null)
        return true;
    const below = identity.path === "" ? "" : `${identity.path}/`;
    return files.some(({ path }) => touched.has(path)) || [...touched].some((path) => path.startsWith(below));
}
/** A change may not choose the class of the model that it brings. */
function classed(model, { request, baseSurvey }) {
    const risk = request.riskOfNew ?? null;
    if (risk === null || baseSurvey === null)
        return model;
    const known = baseSurvey.models.some(({ identity }) => identity.name === model.identity.name);
    return known ? model : { ...model, identity: { ...model.identity, risk } };
}
const staged = ({ identity, files }, stage) => ({
    identity: stage === null ? identity : { ...identity, stage },
    files,
});
async function judgeModel({ identity, files }, run) {
    const { request, surveyed } = run;
    const candidate = read(files.filter(({ baseline }) => !baseline), identity.name, surveyed, run);
    const declared = read(files.filter(({ baseline }) => baseline), identity.name, surveyed, run);
    const evidence = (0,gather/* evidenceOf */.X)(candidate);
    const applying = request.policies.filter(({ applies }) => appliesTo(applies, identity, request.event));
    const findings = [...evaluateAll(applying, identity, evidence, declared, run)];
    const unasked = brokenEvidence(candidate, identity, applying, findings);
    const gated = applying.some(({ gates }) => gates);
    const located = await judge_locate([...findings, ...unasked], surveyed, request.complete);
    const problems = await locateProblems(candidate, identity.name, surveyed);
    return {
        findings: located,
        problems,
        inputs: request.complete ? inputsOf(candidate, declared, identity.name, surveyed) : [],
        reported: {
            name: identity.name,
            path: identity.path,
            version: versionOf(evidence),
            stage: identity.stage,
            risk: identity.risk,
            owner: identity.owner,
            decision: (0,decide/* decide */.LD)(located, gated || applying.length === 0),
            gated,
            policies: applying.map(({ id }) => id),
            metrics: gated && !request.complete ? [] : await locateRows((0,metric_rows/* metricRows */.I)(evidence, identity), surveyed),
            files: [...candidate.files, ...declared.files],
            vouched: lowestTrust(candidate),
        },
    };
}
function read(files, model, from, run) {
    const { reader, recognise } = from;
    return (0,gather/* gather */.k)(files, { reader, recognise, wanted: run.wanted, model, vouchedFor: (path) => vouchedFor(path, run) });
}
/** A file that the base has with the same bytes was vouched for when it was merged. */
function vouchedFor(path, { request, baseSurvey, surveyed }) {
    if (request.base === null || baseSurvey === null)
        return "committed";
    const here = surveyed.reader.open(path);
    const there = baseSurvey.reader.open(path);
    return here !== null && there !== null && Buffer.compare(here.bytes, there.bytes) === 0 ? "base" : "committed";
}
function* evaluateAll(policies, model, evidence, declared, run) {
    const { request } = run;
    const onBase = request.onlyNew ? findingsOnBase(policies, model, run) : null;
    for (const policy of policies) {
        yield* evaluatePolicy(policy, {
            model,
            evidence,
            baseline: (against) => baselineFor(against, model, declared, run),
            approvals: request.approvals,
            author: request.author,
            now: request.now,
            event: request.event,
            waivers: run.waivers,
            onBase,
        });
    }
}
/** What the same policies find on the base, by fingerprint: what stands there already and is no worse only warns. */
function findingsOnBase(policies, model, run) {
    const { request, baseSurvey } = run;
    const before = baseSurvey?.models.find(({ identity }) => identity.name === model.name);
    if (baseSurvey === null || before === undefined)
        return new Map();
    const gathered = read(before.files.filter(({ baseline }) => !baseline), model.name, baseSurvey, run);
    const declared = read(before.files.filter(({ baseline }) => baseline), model.name, baseSurvey, run);
    const found = policies.flatMap((policy) => evaluatePolicy(policy, {
        model,
        evidence: (0,gather/* evidenceOf */.X)(gathered),
        baseline: (against) => against === "base"
            ? { kind: "itself", why: "the base is its own base" }
            : baselineFor(against, model, declared, run),
        approvals: [],
        author: request.author,
        now: request.now,
        event: request.event,
        waivers: waiverBook([]),
        onBase: null,
    }));
    return new Map(found.map((finding) => [finding.fingerprint, finding]));
}
function baselineFor(against, model, declared, run) {
    switch (against) {
        case "base":
            return fromTree(model, run.baseSurvey, run.request.base?.label ?? "base", run, "there is no base to compare with", "say --base REF, or run on a pull request");
        case "release":
            return fromTree(model, run.releaseSurvey, "release", run, "there is no release to compare with", "tag a release, and fetch tags (fetch-depth: 0)");
        case "champion":
            return championOf(model, declared, run);
        default:
            return fromPath(against, model, run);
    }
}
function fromTree(model, from, label, run, why, mend) {
    if (from === null)
        return { kind: "absent", why, mend };
    const found = from.models.find(({ identity }) => identity.name === model.name);
    if (found === undefined)
        return { kind: "new", why: `${model.name} is new: ${label} does not have it` };
    return {
        kind: "evidence",
        label,
        evidence: (0,gather/* evidenceOf */.X)(read(found.files.filter(({ baseline }) => !baseline), model.name, from, run)),
    };
}
function championOf(model, declared, run) {
    if (declared.files.length > 0)
        return { kind: "evidence", label: "champion", evidence: (0,gather/* evidenceOf */.X)(declared) };
    if (model.champion === model.name)
        return { kind: "itself", why: `${model.name} is the champion itself` };
    if (model.champion !== null)
        return fromPath(model.champion, model, run, "champion");
    return {
        kind: "absent",
        why: "no champion is named to compare with",
        mend: "name it in referee.yaml: models: [{ name, path, champion: <model> }], or mark its results with `role: baseline`",
    };
}
/** Another model by name or folder, or any file or folder below the root. */
function fromPath(against, model, run, label = against) {
    const { surveyed } = run;
    const path = against.replace(/\/+$/, "");
    const named = surveyed.models.find(({ identity }) => identity.name === path || identity.path === path);
    if (named?.identity.name === model.name)
        return { kind: "itself", why: `${model.name} is the ${label} itself` };
    const inside = (file) => file.path === path || file.path.startsWith(`${path}/`);
    const files = named?.files ?? [...surveyed.models.flatMap(({ files: own }) => own), ...surveyed.unowned].filter(inside);
    if (files.length === 0)
        return {
            kind: "absent",
            why: `nothing is at ${path} to compare with`,
            mend: "name a model, or a path below the checked root",
        };
    return {
        kind: "evidence",
        label,
        evidence: (0,gather/* evidenceOf */.X)(read(files.filter(({ baseline }) => !baseline), named?.identity.name ?? model.name, surveyed, run)),
    };
}
const ownPolicy = "referee";
function ownFinding(model, rule, fields) {
    return {
        ...fields,
        model,
        policy: ownPolicy,
        rule,
        check: rule,
        level: (0,decide/* levelFor */.Af)(fields.effect),
        waived: null,
        on_base: false,
        judged: null,
        fingerprint: fingerprintOf(model, ownPolicy, rule, fields.subject),
        references: [],
    };
}
/** Broken files and bad numbers that no rule took: they warn, and block where nothing else gates. */
function brokenEvidence(candidate, model, policies, findings) {
    const told = new Set(findings
        .filter(({ outcome }) => outcome === "unreadable")
        .flatMap(({ sources }) => sources.map(({ path }) => path)));
    const looksOnly = policies.length > 0 && policies.every(({ gates }) => !gates);
    const effect = (known) => (looksOnly && known ? "block" : "warn");
    const broken = candidate.broken.filter(({ source }) => !told.has(source.path));
    const brokenPaths = new Set(candidate.broken.map(({ source }) => source.path));
    const bad = candidate.facts.filter((fact) => isBadNumber(fact) && !told.has(fact.source.path) && !brokenPaths.has(fact.source.path));
    return [
        ...broken.map((file) => ownFinding(model.name, "evidence-readable", {
            subject: file.source.path,
            outcome: "unreadable",
            effect: effect(file.gives.length > 0),
            message: file.message,
            mend: file.mend,
            sources: [file.source],
        })),
        ...bad.map((fact) => ownFinding(model.name, "evidence-readable", {
            subject: `${fact.source.path}${fact.source.pointer ?? ""}`,
            outcome: "unreadable",
            effect: effect(true),
            message: fact.message,
            mend: fact.mend,
            sources: [fact.source],
        })),
    ];
}
const isBadNumber = (fact) => fact.kind === "problem" &&
    (fact.problem === "non-finite" || fact.problem === "wrong-type" || fact.problem === "duplicate-key");
/** Models that the base judged and the head no longer has. */
function removedModels({ request, surveyed, baseSurvey }) {
    if (baseSurvey === null || !request.onlyNew || request.only.length > 0)
        return [];
    const names = new Set(surveyed.models.map(({ identity }) => identity.name));
    const gone = baseSurvey.models.filter(({ identity }) => !names.has(identity.name) && identity.stage !== "archived");
    return gone.map(({ identity, files }) => {
        const finding = ownFinding(identity.name, "model-present", {
            subject: null,
            outcome: "missing",
            effect: "undecided",
            message: `the base has this model at ${identity.path === "" ? "the root" : identity.path}, and the change removes it`,
            mend: "give it the stage `archived` in referee.yaml first, in a change of its own",
            sources: files.slice(0, 1).map(({ path }) => (0,source/* wholeFile */.AA)(path)),
        });
        return {
            findings: [finding],
            problems: [],
            inputs: [],
            reported: {
                name: identity.name,
                path: identity.path,
                version: null,
                stage: identity.stage,
                risk: identity.risk,
                owner: identity.owner,
                decision: (0,decide/* decide */.LD)([finding]),
                gated: true,
                policies: [],
                metrics: [],
                files: [],
                vouched: null,
            },
        };
    });
}
async function judge_locate(findings, { reader }, complete) {
    const shown = (finding) => complete || finding.effect !== "pass";
    const sources = findings.filter(shown).flatMap((finding) => finding.sources);
    if (sources.length === 0)
        return findings;
    const yamlPlaces = (0,locate/* needsYamlPlaces */.pM)(sources, reader) ? await (0,locate/* loadYamlPlaces */.Gf)() : null;
    const places = (0,locate/* createLocator */.TR)(reader, yamlPlaces, complete).locate(sources);
    let at = 0;
    return findings.map((finding) => shown(finding) ? { ...finding, sources: finding.sources.map((source) => places[at++] ?? source) } : finding);
}
async function locateProblems({ facts }, model, { reader }) {
    const problems = facts.filter((fact) => fact.kind === "problem");
    if (problems.length === 0)
        return [];
    const sources = problems.map(({ source }) => source);
    const yamlPlaces = (0,locate/* needsYamlPlaces */.pM)(sources, reader) ? await (0,locate/* loadYamlPlaces */.Gf)() : null;
    const places = (0,locate/* createLocator */.TR)(reader, yamlPlaces, false).locate(sources);
    return problems.map(({ problem, message, mend, source }, index) => ({
        problem,
        message,
        mend,
        path: source.path,
        line: places[index]?.line ?? 1,
        column: places[index]?.column ?? null,
        model,
    }));
}
async function locateRows(rows, { reader }) {
    const sources = rows.map(({ source }) => source);
    if (sources.length === 0)
        return rows;
    const yamlPlaces = (0,locate/* needsYamlPlaces */.pM)(sources, reader) ? await (0,locate/* loadYamlPlaces */.Gf)() : null;
    const places = (0,locate/* createLocator */.TR)(reader, yamlPlaces, false).locate(sources);
    return rows.map((row, index) => ({ ...row, source: places[index] ?? row.source }));
}
const versionOf = (evidence) => evidence.of("model").find(({ version }) => version !== null)?.version ??
    evidence
        .of("card")
        .find(({ field, value }) => field !== null && /^(model_)?version$|^model_details\.version(\.name)?$/.test(field) && value !== null)
        ?.value?.toString() ??
    null;
const trustOrder = ["committed", "base", "recomputed", "attested"];
const lowestTrust = ({ facts }) => trustOrder.find((level) => facts.some(({ vouched }) => vouched === level)) ?? null;
const inputsOf = (candidate, declared, model, { reader }) => [...candidate.files, ...declared.files].map(({ path, format, baseline, facts, problems }) => ({
    path,
    digest: reader.open(path)?.digest ?? "",
    format,
    model,
    baseline,
    facts,
    problems,
}));
function reportOf(models, run) {
    const { request, surveyed } = run;
    const findings = [...models.flatMap((model) => model.findings), ...leftOver(run, models)];
    const nothing = models.length === 0;
    const fine = nothing && (request.touched !== null || request.configuration.nothingToJudgeIsFine) && request.only.length === 0;
    const decision = fine ? "pass" : (0,decide/* worstDecision */._V)(models.map(({ reported }) => reported.decision));
    return {
        schema_version: 1,
        tool: { name: "model-referee", version: request.version },
        now: (0,instant/* instantOf */.B)(request.now) ?? "",
        clock_given: request.clockGiven,
        decision,
        reason: nothing ? nothingReason(request, surveyed, fine) : reasonOf(models, findings),
        event: request.event,
        base: request.base?.label ?? null,
        head: request.head,
        models: models.map(({ reported }) => reported).sort((a, b) => (a.name < b.name ? -1 : 1)),
        findings: sorted(findings),
        problems: [
            ...request.problems.map((problem) => ({ ...problem, model: null })),
            ...models.flatMap((model) => model.problems),
        ],
        policies: request.policies.map((policy) => reportedPolicy(policy, request)),
        inputs: models.flatMap(({ inputs }) => inputs).sort((a, b) => (a.path < b.path ? -1 : 1)),
        unjudged: unjudgedOf(models, run),
        notes: [...request.notes, ...surveyed.links.map((path) => `${path} is a link to a folder and was not followed`)],
    };
}
/** Files above every model, and files of models that nobody knew. */
function unjudgedOf(models, run) {
    const { surveyed } = run;
    const unknown = models.flatMap(({ reported }) => reported.files
        .filter(({ format, problems }) => format === null && problems === 0)
        .map(({ path }) => ({ path, format: null })));
    const own = new Set([
        run.request.configuration.path,
        ...run.request.policies.map(({ path }) => path),
        ...run.request.configuration.waivers,
    ]);
    const above = surveyed.unowned
        .map(({ path }) => ({ path, format: null }))
        .filter(({ path }) => !own.has(path) && !/(^|\/)\.[^/]+$|\.test\.yaml$|^(license|notice)/i.test(path));
    return [...above, ...unknown].sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** Worst first, then by model, file and rule. */
function sorted(findings) {
    const rank = ({ effect }) => ["block", "undecided", "warn", "note", "pass"].indexOf(effect);
    const key = ({ model, policy, rule, subject }) => [model, policy, rule, subject ?? ""].join("\u0000");
    return [...findings]
        .map((finding) => ({ finding, rank: rank(finding), key: key(finding) }))
        .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ finding }) => finding);
}
const reportedPolicy = ({ id, path, digest, rules }, { policiesFrom }) => ({
    id,
    path,
    digest,
    rules: rules.length,
    from: path.startsWith("referee:") ? "pack" : policiesFrom,
});
function leftOver({ waivers, request }, models) {
    return waivers
        .leftOver(request.now, models.flatMap(({ findings }) => findings))
        .map(({ waiver, why }) => ownFinding(waiver.model, `waiver-${why}`, {
        subject: `${waiver.rule}${waiver.subject === null ? "" : ` ${waiver.subject}`}`,
        outcome: "not-met",
        effect: why === "expired" ? "warn" : "note",
        message: why === "expired"
            ? `the waiver of ${waiver.rule} by ${waiver.owner} has expired`
            : `the waiver of ${waiver.rule} by ${waiver.owner} was not needed`,
        mend: "delete it, or renew it in a reviewed change",
        sources: [{ ...(0,source/* wholeFile */.AA)(waiver.path), line: waiver.line }],
    }));
}
function nothingReason({ only, touched, scope }, surveyed, fine) {
    if (fine)
        return "nothing to judge: the change touches no model";
    if (only.length > 0)
        return `no model is called ${(0,wording/* listed */.KE)(only, "or")}; there are ${(0,wording/* listed */.KE)(surveyed.models.map(({ identity }) => identity.name).slice(0, 8)) || "none"}`;
    if (touched !== null)
        return "nothing to judge: the change touches no model";
    return `no model was found${scope.includes("") ? "" : ` in ${(0,wording/* listed */.KE)(scope)}`}: a folder with a model card, an MLmodel file or a *.facts.jsonl is one`;
}
function reasonOf(models, findings) {
    const stopping = findings.filter(({ effect }) => effect === "block" || effect === "undecided");
    const rules = new Set(models.flatMap(({ findings: own }) => own.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`))).size;
    if (stopping.length === 0) {
        const warned = findings.filter(({ effect }) => effect === "warn").length;
        return warned === 0
            ? `${rules} ${rules === 1 ? "rule is" : "rules are"} met`
            : `${rules} rules judged, ${warned} ${warned === 1 ? "warning" : "warnings"}`;
    }
    const counts = ["not-met", "missing", "unreadable", "inconclusive"].map((outcome) => ({
        outcome: outcome.replace("-", " "),
        count: stopping.filter((finding) => finding.outcome === outcome).length,
    }));
    const stoppingRules = new Set(stopping.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`)).size;
    return `${stoppingRules} of ${rules} rules ${stoppingRules === 1 ? "stops" : "stop"} it: ${counts
        .filter(({ count }) => count > 0)
        .map(({ outcome, count }) => `${count} ${outcome}`)
        .join(", ")}`;
}


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ metricRows)
/* harmony export */ });
/* harmony import */ var _judging_bound_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8408);
/* harmony import */ var _judging_comparable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5340);
/* harmony import */ var _judging_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2028);



const MOST_ROWS = 12;
/** The model's own metrics over all data, for tables: what rules judge, and what none asks for. */
function metricRows(evidence, model) {
    const names = [
        ...new Set(evidence
            .of("measurement")
            .filter(({ about, fold, higher_is_better: direction, slice }) => about === null && fold === null && direction !== null && Object.keys(slice).length === 0)
            .map(({ metric }) => metric)),
    ].sort();
    const rows = [];
    for (const metric of names) {
        if (rows.length === MOST_ROWS)
            break;
        const selection = (0,_judging_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .selectMeasurements */ .S6)(evidence, model, {
            metric,
            dataset: null,
            split: null,
            run: null,
            where: {},
            keys: null,
        });
        if (selection.kind === "verdict")
            continue;
        const fact = selection.groups[0]?.facts[0];
        if (fact === undefined)
            continue;
        const read = (0,_judging_comparable_js__WEBPACK_IMPORTED_MODULE_1__/* .comparable */ .Z)(fact, null);
        if (read.kind === "unreadable")
            continue;
        const { value, trials, n } = read.quantified;
        rows.push({
            metric,
            value,
            unit: fact.unit === "percent" ? "proportion" : fact.unit,
            higher_is_better: fact.higher_is_better,
            n: trials ?? n,
            dataset: fact.dataset ?? fact.split,
            interval: (0,_judging_bound_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeBound */ .Ku)(read.quantified, "at-least", value, null).interval,
            baseline: null,
            source: fact.source,
        });
    }
    return rows;
}


/***/ })

};
