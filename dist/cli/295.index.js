export const id = 295;
export const ids = [295];
export const modules = {

/***/ 5827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ checks)
});

;// CONCATENATED MODULE: ./build/src/model/check.js
/**
 * Makes a check from its definition. Subject and options reach it only through the policy loader, which reads them by
 * the same metadata, so that forgetting their types here loses nothing.
 */
const defineCheck = (definition) => definition;

// EXTERNAL MODULE: ./build/src/judging/wording.js
var wording = __webpack_require__(6978);
;// CONCATENATED MODULE: ./build/src/checks/approval.js


const approval = defineCheck({
    id: "approval",
    area: "governance",
    title: "The people who must agree have agreed",
    why: "Some risks are for a person to take, and the record must show who took them.",
    mend: "Ask for a review of the pull request.",
    whenNot: "For approvals kept in files: a file proves only who committed it, so files of the change never count.",
    subject: { kind: "count", description: "How many approvals." },
    options: {
        from: {
            kind: "texts",
            description: "People or teams whose approval counts: @name or @org/team; anybody's by default.",
        },
        "not-by": { kind: "text", description: "author: the author's own approval does not count.", choices: ["author"] },
    },
    example: {
        rule: 'signed-off: { approval: 1, from: ["@acme/model-risk"], not-by: author }',
        met: "a review that approves, by a member of the team",
        notMet: "a review by the author alone",
    },
    needs: ["approval"],
    plain: (count, { from, "not-by": notBy }) => `at least ${count} ${count === 1 ? "person" : "people"}${from === undefined ? "" : ` of ${(0,wording/* listed */.KE)(from, "or")}`} approved${notBy === undefined ? "" : ", the author not counted"}`,
    evaluate({ subject: count, options, approvals, author }) {
        const from = options.from;
        const counted = new Map();
        for (const fact of approvals) {
            if (fact.by === null || fact.state !== "approved")
                continue;
            if (options["not-by"] === "author" && author !== null && same(fact.by, author))
                continue;
            if (from !== undefined &&
                !from.some((who) => same(who, fact.by ?? "") || (fact.role ?? "").split(",").some((role) => same(who, role))))
                continue;
            counted.set(fact.by.toLowerCase(), fact);
        }
        const people = [...counted.keys()].sort();
        const of = from === undefined ? "" : ` from ${(0,wording/* listed */.KE)(from, "or")}`;
        const message = `${people.length} of ${count}${of}${people.length === 0 ? "" : `: ${people.join(", ")}`}`;
        const unverifiable = approvals.filter(({ state }) => state === "not-verifiable");
        const sources = [...counted.values()].map(({ source }) => source);
        if (people.length >= count)
            return [{ subject: null, outcome: "met", message, sources }];
        if (unverifiable.length > 0)
            return [
                {
                    subject: null,
                    outcome: "missing",
                    message: `${message}; ${unverifiable.length} cannot be verified: the token may not ask who is in the team`,
                    mend: "name the people in the policy, or give a token that may read the organisation's members",
                    sources: [],
                },
            ];
        return [{ subject: null, outcome: "missing", message, sources }];
    },
});
const same = (a, b) => a.replace(/^@/, "").toLowerCase() === b.trim().replace(/^@/, "").toLowerCase();

// EXTERNAL MODULE: ./build/src/judging/comparable.js
var comparable = __webpack_require__(5340);
// EXTERNAL MODULE: ./build/src/judging/selection.js
var judging_selection = __webpack_require__(2028);
// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
;// CONCATENATED MODULE: ./build/src/judging/card.js

/** The model's card: unreadable where it is broken, missing where there is none. */
function readCard(evidence) {
    const broken = evidence.broken.find(({ gives }) => gives.includes("card"));
    if (broken !== undefined) {
        return stop("unreadable", `${broken.source.path}: ${broken.message}`, broken.mend, [broken.source]);
    }
    const facts = evidence.of("card");
    const path = facts[0]?.source.path ?? evidence.files.find(({ format }) => format?.endsWith("card") === true)?.path;
    if (path !== undefined)
        return { kind: "card", facts, path };
    const readme = evidence.files.find(({ path: file }) => /(^|\/)readme\.(md|markdown)$/i.test(file))?.path;
    return stop("missing", "the model has no card", "write a README.md with the sections that the policy asks for", readme === undefined ? [] : [(0,source/* wholeFile */.AA)(readme)]);
}
const stop = (outcome, message, mend, sources) => ({
    kind: "verdict",
    verdict: { subject: null, outcome, message, mend, sources },
});

;// CONCATENATED MODULE: ./build/src/checks/card-claims.js





const cardClaims = defineCheck({
    id: "card-claims",
    area: "documentation",
    title: "Every number in the card agrees with the evidence",
    why: "A card is read by people who never see the evaluation; a number that its own results contradict misleads them.",
    mend: "Write the number that the results give, or commit the results that gave the one in the card.",
    whenNot: "For cards that quote other people's models: their numbers are not this model's claims.",
    subject: { kind: "texts", description: "all, or the metrics whose claims are held against the evidence." },
    options: {},
    example: {
        rule: "honest-card: { card-claims: all }",
        met: "the card says 0.91 and the evaluation 0.9128",
        notMet: "the card says 0.934 and the evaluation 0.913",
    },
    needs: ["card", "measurement"],
    needsMarkdownBody: true,
    plain: (names) => `${names.includes("all") ? "every number" : `what is said of ${(0,wording/* listed */.KE)(names)}`} in the card agrees with the evidence`,
    evaluate({ subject: names, evidence }) {
        const card = readCard(evidence);
        if (card.kind === "verdict" && card.verdict.outcome === "unreadable")
            return [card.verdict];
        const claims = claimsOf(evidence, names);
        if (claims.length > 0)
            return claims.map((claim) => judge(claim, evidence));
        if (card.kind === "verdict")
            return [card.verdict];
        return [{ subject: null, outcome: "not-applicable", message: "the card states no number", sources: [] }];
    },
});
const claimsOf = (evidence, names) => evidence
    .of("measurement")
    .filter((fact) => fact.claimed && fact.about === null && (names.includes("all") || names.some((name) => (0,judging_selection/* sameMetric */.RF)(fact, name))));
function judge(claim, evidence) {
    const slice = (0,wording/* shownSlice */.gP)(claim.slice);
    const subject = slice === "" ? claim.metric : `${claim.metric}, ${slice}`;
    const said = `the card says ${claim.raw_metric} ${claim.value === null ? (claim.non_finite ?? "without a number") : (0,wording/* shownNumber */.b8)(claim.value)}`;
    if (claim.value === null)
        return {
            subject,
            outcome: "unreadable",
            message: said,
            mend: "write the number that the results give",
            sources: [claim.source],
        };
    const broken = (0,judging_selection/* brokenFor */.P2)(evidence, "measurement", claim.metric).find(({ claims }) => !claims);
    const stated = evidence.of("measurement").filter((fact) => isOf(fact, claim, slice));
    const agreeing = stated.find((fact) => (0,comparable/* agree */.d)(fact, claim));
    if (agreeing !== undefined)
        return {
            subject,
            outcome: "met",
            message: `${said}, as does ${agreeing.source.path}`,
            sources: [claim.source, agreeing.source],
        };
    if (broken !== undefined)
        return {
            subject,
            outcome: "unreadable",
            message: `${said}; ${broken.source.path}: ${broken.message}`,
            mend: broken.mend,
            sources: [claim.source, broken.source],
        };
    const [nearest] = [...stated].sort((a, b) => distance(a, claim) - distance(b, claim));
    if (nearest === undefined) {
        return {
            subject,
            outcome: "missing",
            message: `${said}, and no evidence states it`,
            mend: "commit the results that gave it",
            sources: [claim.source],
        };
    }
    const value = nearest.value === null ? (nearest.non_finite ?? "no number") : (0,wording/* shownNumber */.b8)(nearest.value);
    return {
        subject,
        outcome: "not-met",
        message: `${said}; the results say ${value} (${nearest.source.path})`,
        mend: nearest.value === null
            ? "evaluate again"
            : `write ${value}, or commit the results that gave ${(0,wording/* shownNumber */.b8)(claim.value)}`,
        sources: [claim.source, nearest.source],
    };
}
/** Evidence of the same quantity: same metric and slice; a way of computing or a data set counts where both name it alike. */
function isOf(fact, claim, slice) {
    if (fact.claimed || fact.about !== null || fact.fold !== null || fact.metric !== claim.metric)
        return false;
    if (fact.split === "train" && claim.split !== "train")
        return false;
    if (claim.protocol !== null && fact.protocol !== null && claim.protocol !== fact.protocol)
        return false;
    return (0,wording/* shownSlice */.gP)(fact.slice) === slice;
}
const distance = (fact, claim) => fact.value === null ? Number.MAX_VALUE : Math.abs(fact.value - (claim.value ?? 0));

;// CONCATENATED MODULE: ./build/src/checks/card-fields.js




const cardFields = defineCheck({
    id: "card-fields",
    area: "documentation",
    title: "The card's metadata has its fields",
    why: "Licence, owner, data sets and language are what tools and auditors look up; prose hides them.",
    mend: "Add the field to the card's front matter.",
    whenNot: "For cards without front matter, where sections say the same.",
    subject: {
        kind: "texts",
        description: "Fields of the front matter, keys joined by dots, such as license or governance.owner.",
    },
    options: {},
    example: {
        rule: "licensed: { card-fields: [license, governance.owner] }",
        met: "front matter with license: apache-2.0 and an owner",
        notMet: "front matter without a license",
    },
    needs: ["card"],
    plain: (fields) => `the card's metadata states ${(0,wording/* listed */.KE)(fields)}`,
    evaluate({ subject: fields, evidence }) {
        const card = readCard(evidence);
        if (card.kind === "verdict")
            return fields.map((field) => ({ ...card.verdict, subject: field }));
        const stated = card.facts.filter(({ field }) => field !== null);
        return fields.map((field) => stated.length === 0 ? withoutFrontMatter(field, card.path) : card_fields_judge(field, stated, card.path));
    },
});
const withoutFrontMatter = (field, path) => ({
    subject: field,
    outcome: "missing",
    message: `the card has no front matter, so ${field} is nowhere`,
    mend: `begin the card with front matter between two lines of three dashes, with ${field}`,
    sources: [(0,source/* wholeFile */.AA)(path)],
});
function card_fields_judge(asked, facts, path) {
    const found = facts.filter(({ field }) => field === asked || field?.startsWith(`${asked}.`) === true);
    const filled = found.find(({ value, placeholder }) => value !== null && String(value).trim() !== "" && placeholder !== true);
    if (filled !== undefined)
        return { subject: asked, outcome: "met", message: `${asked} is stated`, sources: [filled.source] };
    const empty = found[0];
    if (empty === undefined)
        return {
            subject: asked,
            outcome: "not-met",
            message: `the card does not state ${asked}`,
            sources: [(0,source/* wholeFile */.AA)(path)],
        };
    const why = empty.placeholder === true ? "is still the template's text" : "is empty";
    return { subject: asked, outcome: "not-met", message: `${asked} ${why}`, sources: [empty.source] };
}

// EXTERNAL MODULE: ./build/src/normalise/card-sections.js + 1 modules
var card_sections = __webpack_require__(7671);
;// CONCATENATED MODULE: ./build/src/checks/card-placeholder.js





const cardPlaceholder = defineCheck({
    id: "card-placeholder",
    area: "documentation",
    title: "No section of the card is a template's filler",
    why: "“More information needed” looks like documentation to a tool that counts headings.",
    mend: "Write the section, or take it out of the card.",
    whenNot: "For sections that the template offers and your model does not need: name those you ask for.",
    subject: { kind: "texts", description: "Sections to look at, or all." },
    options: {},
    example: {
        rule: "no-filler: { card-placeholder: all }",
        met: "a card whose sections are written or left out",
        notMet: "a card with [More Information Needed] under a heading",
    },
    needs: ["card"],
    needsMarkdownBody: true,
    plain: (sections) => `${sections.includes("all") ? "no section of the card" : `none of ${(0,wording/* listed */.KE)(sections)}`} is a template's filler`,
    evaluate({ subject: sections, evidence }) {
        const card = readCard(evidence);
        if (card.kind === "verdict")
            return [card.verdict];
        const asked = new Set(sections.flatMap((section) => [section, ...(0,card_sections/* cardSectionsOf */.kq)(section).map(({ id }) => id)]));
        const looked = card.facts.filter(({ field, section }) => field === null && (asked.has("all") || (section !== null && asked.has(section))));
        const filler = looked.filter(({ placeholder }) => placeholder === true);
        if (looked.length === 0)
            return [
                {
                    subject: null,
                    outcome: "missing",
                    message: "the card has no such section",
                    mend: "write it",
                    sources: [(0,source/* wholeFile */.AA)(card.path)],
                },
            ];
        if (filler.length === 0)
            return [
                {
                    subject: null,
                    outcome: "met",
                    message: `${looked.length} sections, none a placeholder`,
                    sources: looked.slice(0, 1).map(({ source }) => source),
                },
            ];
        const names = filler.map(({ section, title }) => section ?? title ?? "untitled");
        return [
            {
                subject: null,
                outcome: "not-met",
                message: `${filler.length} of ${looked.length} sections are still the template's text: ${(0,wording/* listed */.KE)(names.slice(0, 6))}${names.length > 6 ? " …" : ""}`,
                sources: filler.slice(0, 20).map(({ source }) => source),
            },
        ];
    },
});

;// CONCATENATED MODULE: ./build/src/checks/card-sections.js





const cardSections = defineCheck({
    id: "card-sections",
    area: "documentation",
    title: "The card has its sections, written",
    why: "A card that leaves out what a model is for, or where it fails, cannot be relied on by those who use it.",
    mend: "Write the section: a few sentences of what is known are better than a template.",
    whenNot: "Where documentation lives outside the repository; then ask for a field that links to it.",
    subject: {
        kind: "texts",
        description: `Canonical sections (${card_sections/* cardSectionIds */.eO.join(", ")}) or headings as they stand.`,
    },
    options: {
        "min-words": { kind: "count", description: "Fewer words than this are not a written section; 1 by default." },
    },
    example: {
        rule: "whole-card: { card-sections: [intended-use, limitations] }",
        met: "a card with both sections written",
        notMet: "a card whose limitations are still the template's text",
    },
    needs: ["card"],
    needsMarkdownBody: true,
    plain: (sections, { "min-words": words }) => `the card has ${(0,wording/* listed */.KE)(sections)}, written${words === undefined ? "" : ` in at least ${words} words`}`,
    evaluate({ subject: sections, options, evidence }) {
        const card = readCard(evidence);
        if (card.kind === "verdict")
            return [card.verdict];
        const facts = card.facts.filter(({ field }) => field === null);
        return sections.map((section) => card_sections_judge(section, facts, card.path, options["min-words"] ?? 1));
    },
});
function card_sections_judge(asked, facts, path, minimum) {
    const ids = [asked, ...(0,card_sections/* cardSectionsOf */.kq)(asked).map(({ id }) => id)];
    const found = facts.filter(({ section, title }) => (section !== null && ids.includes(section)) || title?.toLowerCase() === asked.toLowerCase());
    const first = found[0];
    if (first === undefined) {
        return {
            subject: asked,
            outcome: "not-met",
            message: `the card has no section on ${asked}`,
            sources: [(0,source/* wholeFile */.AA)(path)],
        };
    }
    const written = found.find(({ placeholder, words }) => placeholder !== true && (words ?? 0) >= minimum);
    if (written !== undefined)
        return { subject: asked, outcome: "met", message: `${written.words ?? 0} words`, sources: [written.source] };
    const why = first.placeholder === true ? "is still the template's text" : `has ${first.words ?? 0} words`;
    return { subject: asked, outcome: "not-met", message: `the section on ${asked} ${why}`, sources: [first.source] };
}

// EXTERNAL MODULE: ./build/src/judging/bound.js + 4 modules
var judging_bound = __webpack_require__(8408);
;// CONCATENATED MODULE: ./build/src/checks/data-quality.js




const dataQuality = defineCheck({
    id: "data-quality",
    area: "data",
    title: "The data keep their own expectations",
    why: "A model trained or tested on broken data is judged on noise.",
    mend: "Mend the data, or change the expectation in a reviewed change.",
    whenNot: "For drift, which compares two samples: ask `drift`.",
    subject: {
        kind: "text",
        description: "suite: the suites' own verdicts; checks: each check by itself.",
        choices: ["suite", "checks"],
    },
    options: {
        "allowed-over": { kind: "proportion", description: "The share of checks that may fail." },
        where: { kind: "fields", description: "Only checks with these fields, such as { severity: critical }." },
    },
    example: {
        rule: "valid-data: { data-quality: suite }",
        met: "a validation result with success: true",
        notMet: "a validation result with success: false",
    },
    needs: ["check"],
    plain: (subject, asked) => `${subject === "suite" ? "every data-quality suite passes" : "every data-quality check passes"}${asked["allowed-over"] === undefined ? "" : `, but for ${(0,wording/* shownNumber */.b8)(asked["allowed-over"] * 100)} %`}`,
    evaluate({ subject, options, evidence }) {
        const broken = (0,judging_selection/* brokenFor */.P2)(evidence, "check")[0];
        if (broken !== undefined)
            return [
                {
                    subject: null,
                    outcome: "unreadable",
                    message: `${broken.source.path}: ${broken.message}`,
                    mend: broken.mend,
                    sources: [broken.source],
                },
            ];
        const where = Object.entries(options.where ?? {});
        const facts = evidence
            .of("check")
            .filter((fact) => fact.suite === (subject === "suite") &&
            where.every(([field, value]) => Object.hasOwn(fact, field) && fact[field] === value));
        if (facts.length === 0)
            return [
                {
                    subject: null,
                    outcome: "missing",
                    message: subject === "suite" ? "no data-quality suite reports its verdict" : "no data-quality check is reported",
                    mend: "commit the validation result below the model's folder",
                    sources: [],
                },
            ];
        const failed = facts.filter(({ passed }) => passed === false);
        const notRun = facts.filter(({ passed }) => passed === null);
        const allowed = options["allowed-over"] ?? 0;
        if (!(0,judging_bound/* keeps */.l0)(failed.length / facts.length, "at-most", allowed))
            return failures(failed, facts.length);
        if (!(0,judging_bound/* keeps */.l0)((failed.length + notRun.length) / facts.length, "at-most", allowed))
            return [
                {
                    subject: null,
                    outcome: "unreadable",
                    message: `${notRun.length} of ${facts.length} checks did not run`,
                    mend: "mend the checks: what did not run has not passed",
                    sources: notRun.slice(0, 20).map(({ source }) => source),
                },
            ];
        return [
            {
                subject: null,
                outcome: "met",
                message: `${facts.length - failed.length} of ${facts.length} pass`,
                sources: facts.slice(0, 1).map(({ source }) => source),
            },
        ];
    },
});
const failures = (failed, total) => [
    {
        subject: null,
        outcome: "not-met",
        message: `${failed.length} of ${total} fail: ${failed
            .slice(0, 4)
            .map(({ name, column }) => (column === null ? name : `${name} on ${column}`))
            .join(", ")}${failed.length > 4 ? " …" : ""}`,
        sources: failed.slice(0, 20).map(({ source }) => source),
    },
];

;// CONCATENATED MODULE: ./build/src/checks/dataset-version.js



const datasetVersion = defineCheck({
    id: "dataset-version",
    area: "data",
    title: "Data sets are named by version",
    why: "Without a digest nobody can tell whether two results are of the same data, or make either again.",
    mend: "Track the data with DVC, log it as an MLflow input, or state its digest.",
    whenNot: "For data that is streamed and never stored.",
    subject: {
        kind: "texts",
        description: "Roles whose data sets must have a digest: train, validation, test, reference, current; or any.",
    },
    options: {},
    example: {
        rule: "versioned-data: { dataset-version: [train, test] }",
        met: "a run whose train and test inputs have digests",
        notMet: "a run whose test input has only a name",
    },
    needs: ["dataset"],
    plain: (roles) => `the ${(0,wording/* listed */.KE)(roles)} data set is named by a digest`,
    evaluate({ subject: roles, evidence }) {
        const broken = (0,judging_selection/* brokenFor */.P2)(evidence, "dataset")[0];
        if (broken !== undefined)
            return [
                {
                    subject: null,
                    outcome: "unreadable",
                    message: `${broken.source.path}: ${broken.message}`,
                    mend: broken.mend,
                    sources: [broken.source],
                },
            ];
        return roles.map((role) => {
            const found = evidence.of("dataset").filter((fact) => role === "any" || fact.role === role);
            const versioned = found.find(({ digest }) => digest !== null);
            const first = found[0];
            if (versioned !== undefined)
                return {
                    subject: role,
                    outcome: "met",
                    message: `${versioned.name ?? role} is ${versioned.digest ?? ""}`,
                    sources: [versioned.source],
                };
            if (first !== undefined)
                return {
                    subject: role,
                    outcome: "not-met",
                    message: `${first.name ?? role} has no digest`,
                    sources: [first.source],
                };
            return {
                subject: role,
                outcome: "missing",
                message: `no evidence names the ${role} data set`,
                sources: [],
            };
        });
    },
});

// EXTERNAL MODULE: ./build/src/normalise/drift-methods.js
var drift_methods = __webpack_require__(3732);
;// CONCATENATED MODULE: ./build/src/judging/age.js

/** Seconds that a clock may be behind another without a date lying in the future. */
const TOLERATED_SKEW = 5 * 60_000;
/** Whether the newest of some facts is not older than a span. Without any date it cannot be told. */
function judgeAge(facts, oldest, now, what) {
    const dated = facts.flatMap(({ at, source }) => (at === null ? [] : [{ time: Date.parse(at), at, source }]));
    const newest = [...dated].sort((a, b) => b.time - a.time)[0];
    if (newest === undefined) {
        return {
            subject: "age",
            outcome: "missing",
            message: `${what} says nowhere when it was made`,
            mend: "write the time of the report into it",
            sources: facts.slice(0, 1).map(({ source }) => source),
        };
    }
    const sources = [newest.source];
    if (newest.time > now + TOLERATED_SKEW) {
        return {
            subject: "age",
            outcome: "unreadable",
            message: `${what} is dated ${newest.at}, beyond the run's clock`,
            mend: "correct the clock that dated it",
            sources,
        };
    }
    const age = Math.max(0, now - newest.time);
    const message = `${what} is ${(0,wording/* shownSpan */.mL)(age)} old, at most ${(0,wording/* shownSpan */.mL)(oldest)}`;
    return {
        subject: "age",
        outcome: age <= oldest ? "met" : "not-met",
        message,
        mend: "make the report again",
        sources,
    };
}

;// CONCATENATED MODULE: ./build/src/checks/drift.js






const options = {
    "at-most": {
        kind: "quantity",
        description: "The largest score that meets the rule; without it the tool's own verdict is judged.",
    },
    "for-each": { kind: "text", description: "column: a finding for each column.", choices: ["column"] },
    "allowed-over": {
        kind: "proportion",
        description: "The share of columns that may be over the bound; one finding for the model.",
    },
    "max-age": { kind: "duration", description: "The oldest report that counts." },
    "min-samples": {
        kind: "count",
        description: "Current rows below which a score is inconclusive, where the report states them.",
    },
    scope: {
        kind: "text",
        description: "Only drift of this scope.",
        choices: ["column", "dataset", "prediction", "target", "concept", "attribution", "performance"],
    },
};
const drift = defineCheck({
    id: "drift",
    area: "monitoring",
    title: "Inputs have not drifted",
    why: "A model is only known to be good on data like those it was tested on.",
    mend: "Look at the column's source; mend the feed, or train on what now arrives.",
    whenNot: "Drift is judged by its size: for tests that give only p-values, choose a distance in the tool.",
    subject: {
        kind: "texts",
        description: "The method of the score (psi, wasserstein-normed, jensen-shannon, …), any, or share for the share of drifted columns.",
    },
    options,
    example: {
        rule: "stable-inputs: { drift: psi, for-each: column, at-most: 0.2, allowed-over: 10% }",
        met: "one of twelve columns over 0.2",
        notMet: "three of ten columns over 0.2",
    },
    needs: ["drift"],
    plain(methods, asked) {
        const bound = asked["at-most"] === undefined
            ? "is not flagged by the tool"
            : `is at most ${(0,wording/* shownNumber */.b8)(asked["at-most"].value)}`;
        const over = asked["allowed-over"] === undefined
            ? ""
            : `, but for ${(0,wording/* shownNumber */.b8)(asked["allowed-over"] * 100)} % of the columns`;
        const age = asked["max-age"] === undefined ? "" : `, in a report not older than ${(0,wording/* shownSpan */.mL)(asked["max-age"])}`;
        return `drift by ${(0,wording/* listed */.KE)(methods, "or")} ${bound}${over}${age}`;
    },
    evaluate(input) {
        const { evidence, options: asked } = input;
        const broken = (0,judging_selection/* brokenFor */.P2)(evidence, "drift")[0];
        if (broken !== undefined)
            return [
                {
                    subject: null,
                    outcome: "unreadable",
                    message: `${broken.source.path}: ${broken.message}`,
                    mend: broken.mend,
                    sources: [broken.source],
                },
            ];
        const facts = evidence.of("drift").filter((fact) => isAsked(fact, input));
        const [first] = facts;
        if (first === undefined)
            return [
                {
                    subject: null,
                    outcome: "missing",
                    message: `no evidence of drift by ${(0,wording/* listed */.KE)(input.subject, "or")}`,
                    mend: "write a drift report below the model's folder, or map the one you have",
                    sources: [],
                },
            ];
        const aged = asked["max-age"] === undefined ? null : judgeAge(facts, asked["max-age"], input.now, "the drift report");
        const verdicts = facts.map((fact) => drift_judge(fact, asked));
        const judged = asked["allowed-over"] === undefined ? verdicts : [together(verdicts, asked["allowed-over"])];
        return aged === null || aged.outcome === "met" ? judged : [...judged, aged];
    },
});
function isAsked(fact, { subject: methods, options: asked }) {
    if (asked.scope !== undefined && fact.scope !== asked.scope)
        return false;
    if (methods.includes("share"))
        return fact.scope === "dataset" && fact.share !== null;
    if (asked["for-each"] === "column" && (fact.scope === "dataset" || fact.column === null))
        return false;
    if (methods.includes("any"))
        return (asked.scope !== undefined || asked["for-each"] !== undefined || fact.scope !== "dataset" || fact.share === null);
    return methods.some((method) => fact.method !== null && (fact.method === method || (0,drift_methods/* canonicalDriftMethod */.j9)(method) === fact.method));
}
function drift_judge(fact, asked) {
    const subject = fact.column ?? fact.scope;
    const sources = [fact.source];
    const bound = asked["at-most"]?.value;
    const score = fact.score ?? fact.share;
    if (fact.non_finite !== null)
        return {
            subject,
            outcome: "unreadable",
            message: `the score of ${subject} is ${fact.non_finite}`,
            mend: "find out why it could not be computed",
            sources,
        };
    if (bound === undefined)
        return byFlag(fact, subject);
    if (score === null) {
        if (fact.p_value === null)
            return {
                subject,
                outcome: "unreadable",
                message: `no score is stated for ${subject}`,
                mend: "write the score into the report",
                sources,
            };
        return {
            subject,
            outcome: "inconclusive",
            message: `${fact.method ?? "the test"} gives p ${(0,wording/* shownNumber */.b8)(fact.p_value)} and no size`,
            mend: "report a distance, such as psi or wasserstein-normed",
            sources,
        };
    }
    const minimum = asked["min-samples"];
    const n = fact.n_current;
    const message = `${subject} ${(0,wording/* shownNumber */.b8)(score)}${fact.method === null ? "" : ` by ${fact.method}`}, at most ${(0,wording/* shownNumber */.b8)(bound)}`;
    if (minimum !== undefined && n !== null && n < minimum)
        return {
            subject,
            outcome: "inconclusive",
            message: `${message}; ${n} rows, fewer than ${minimum}`,
            mend: "wait for more rows",
            sources,
            judged: judgedOf(fact, score, bound),
        };
    return {
        subject,
        outcome: (0,judging_bound/* keeps */.l0)(score, "at-most", bound) ? "met" : "not-met",
        message,
        sources,
        judged: judgedOf(fact, score, bound),
    };
}
function byFlag(fact, subject) {
    const sources = [fact.source];
    if (fact.drifted === null)
        return {
            subject,
            outcome: "missing",
            message: `the tool gives no verdict on ${subject}`,
            mend: "say `at-most`, and the score is judged",
            sources,
        };
    if (!fact.drifted)
        return { subject, outcome: "met", message: `${subject} has not drifted, says the tool`, sources };
    const pOnly = fact.score === null && fact.share === null && fact.p_value !== null;
    if (pOnly)
        return {
            subject,
            outcome: "inconclusive",
            message: `${subject} is flagged by a p-value alone, which says nothing of its size`,
            mend: "report a distance beside the test",
            sources,
        };
    return { subject, outcome: "not-met", message: `${subject} has drifted, says the tool`, sources };
}
function together(verdicts, allowed) {
    const over = verdicts.filter(({ outcome }) => outcome === "not-met");
    const unknown = verdicts.filter(({ outcome }) => outcome !== "not-met" && outcome !== "met");
    const share = over.length / verdicts.length;
    const names = over.slice(0, 5).map(({ message }) => message);
    const message = `${over.length} of ${verdicts.length} over the bound, at most ${(0,wording/* shownNumber */.b8)(allowed * 100)} % may be${names.length === 0 ? "" : `: ${names.join("; ")}`}`;
    const shown = over.length > 0 ? over : verdicts.slice(0, 1);
    const sources = shown.flatMap(({ sources: own }) => own);
    if (!(0,judging_bound/* keeps */.l0)(share, "at-most", allowed))
        return { subject: null, outcome: "not-met", message, sources };
    if ((0,judging_bound/* keeps */.l0)((over.length + unknown.length) / verdicts.length, "at-most", allowed))
        return { subject: null, outcome: "met", message, sources };
    const first = unknown[0];
    return {
        subject: null,
        outcome: first?.outcome ?? "inconclusive",
        message: `${message}; ${unknown.length} cannot be judged: ${first?.message ?? ""}`,
        sources: unknown.flatMap(({ sources: own }) => own),
    };
}
const judgedOf = (fact, score, bound) => ({
    metric: fact.method ?? (fact.share === null ? "drift" : "share of drifted columns"),
    value: score,
    unit: null,
    higher_is_better: false,
    bound_kind: "at-most",
    bound,
    baseline: null,
    change: null,
    interval: null,
    n: fact.n_current,
    rung: "point",
    method: null,
    confidence: null,
    samples_needed: null,
    p_value: null,
    p_adjusted: null,
});

// EXTERNAL MODULE: ./build/src/judging/rounding.js
var rounding = __webpack_require__(276);
;// CONCATENATED MODULE: ./build/src/judging/slice-pool.js

/**
 * Sets slices below `minimum` examples apart. Those of a proportion whose trials are known are pooled, and the pool is
 * judged if it reaches the minimum; slices whose size nobody states are judged as they are.
 */
function slicePool(bySlice, minimum) {
    const all = [...bySlice];
    if (minimum === null)
        return { judged: all, small: [] };
    const small = all.filter(([, groups]) => groups.every(({ facts }) => sizeOf(facts[0]) !== null && (sizeOf(facts[0]) ?? 0) < minimum));
    const large = all.filter((entry) => !small.includes(entry));
    const pool = pooled(small.flatMap(([, groups]) => groups), minimum);
    return pool === null
        ? { judged: large, small }
        : { judged: [...large, [`pool of ${small.length} small slices`, [pool]]], small: [] };
}
const sizeOf = ({ n, trials }) => n ?? trials;
function pooled(groups, minimum) {
    const facts = groups.map(({ facts: [first] }) => first);
    const [first] = facts;
    if (first === undefined || facts.length < 2)
        return null;
    let successes = 0;
    let trials = 0;
    let examples = 0;
    for (const fact of facts) {
        if (fact.trials === null || fact.value === null || fact.unit !== "proportion" || fact.unit_guessed)
            return null;
        const own = (0,rounding/* successesOf */.b)(fact.value, fact.trials);
        if (own === null)
            return null;
        successes += own;
        trials += fact.trials;
        examples += sizeOf(fact) ?? 0;
    }
    if (examples < minimum || trials === 0)
        return null;
    return {
        facts: [{ ...first, slice: {}, value: successes / trials, trials, n: examples, standard_error: null }],
        conflict: false,
    };
}

;// CONCATENATED MODULE: ./build/src/judging/measurements.js





const worstFirst = ["not-met", "unreadable", "missing", "inconclusive", "met", "not-applicable"];
/** One verdict a slice, or the worst over the data sets where there are no slices. */
function judgeMeasurements(asked) {
    const bySlice = new Map();
    for (const group of asked.selection.groups) {
        const slice = (0,wording/* shownSlice */.gP)(group.facts[0].slice);
        const known = bySlice.get(slice);
        if (known === undefined)
            bySlice.set(slice, [group]);
        else
            known.push(group);
    }
    const { judged, small } = slicePool(bySlice, asked.keys === null ? null : asked.bounds.minSamples);
    const verdicts = judged.map(([slice, groups]) => worst(groups.map((group) => judgeGroup(group, slice, asked))));
    return [...verdicts, ...small.map(([slice, groups]) => tooSmall(slice, groups, asked)), ...gone(bySlice, asked)];
}
const subjectOf = (slice, { name, several }) => slice === "" ? name : several ? `${name}, ${slice}` : slice;
function worst(verdicts) {
    const ordered = [...verdicts].sort((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome));
    const [first] = ordered;
    if (first === undefined)
        return { subject: null, outcome: "missing", message: "nothing to judge", sources: [] };
    return first;
}
function tooSmall(slice, groups, asked) {
    const fact = groups[0]?.facts[0];
    return {
        subject: subjectOf(slice, asked),
        outcome: "not-applicable",
        message: `${fact?.n ?? "unknown number of"} examples, fewer than the ${asked.bounds.minSamples ?? 0} that are judged`,
        sources: fact === undefined ? [] : [fact.source],
    };
}
/** Slices that the baseline has and the candidate has not. */
function gone(present, asked) {
    if (asked.keys === null || asked.before === null)
        return [];
    const slices = new Map(asked.before.groups.map(({ facts }) => [(0,wording/* shownSlice */.gP)(facts[0].slice), facts[0].source]));
    return [...slices]
        .filter(([slice]) => !present.has(slice))
        .map(([slice, source]) => ({
        subject: subjectOf(slice, asked),
        outcome: "missing",
        message: `the ${asked.baselineLabel} states ${asked.name} for ${slice}, the candidate does not`,
        mend: "evaluate the candidate on the same slices",
        sources: [source],
    }));
}
function judgeGroup(group, slice, asked) {
    const subject = subjectOf(slice, asked);
    const sources = group.facts.map(({ source }) => source);
    const verdicts = group.facts.map((fact) => judgeFact(fact, subject, asked));
    const first = verdicts[0] ?? worst([]);
    if (!group.conflict)
        return {
            ...first,
            sources: first.sources.length > 1 ? [...new Set([...sources.slice(0, 1), ...first.sources])] : first.sources,
        };
    const values = group.facts
        .map(({ value, source }) => `${value === null ? "no number" : (0,wording/* shownNumber */.b8)(value)} in ${source.path}`)
        .join(", ");
    const allFail = verdicts.every(({ outcome }) => outcome === "not-met");
    return {
        subject,
        outcome: allFail ? "not-met" : "unreadable",
        message: `files disagree about ${asked.name}: ${values}${allFail ? "; each of them fails" : ""}`,
        mend: "find out which file is right, and correct or delete the other",
        sources,
        ...(allFail && first.judged !== undefined ? { judged: first.judged } : {}),
    };
}
function judgeFact(fact, subject, asked) {
    const spelled = [
        asked.bounds.atLeast,
        asked.bounds.atMost,
        asked.bounds.mayLose,
        asked.bounds.changeAtLeast,
        asked.bounds.changeAtMost,
    ].find((bound) => bound !== null);
    const read = (0,comparable/* comparable */.Z)(fact, spelled?.unit ?? null);
    if (read.kind === "unreadable")
        return { subject, outcome: "unreadable", message: read.why, mend: read.mend, sources: [fact.source] };
    const parts = ownBounds(read.quantified, asked);
    const sources = [fact.source];
    let baselineValue = null;
    if (asked.before !== null) {
        const compared = compareWithBaseline(fact, read.quantified, spelled?.unit ?? null, asked);
        if (compared.kind === "verdict")
            return { ...compared.verdict, subject, sources: [fact.source, ...compared.verdict.sources] };
        parts.push(...compared.parts);
        sources.push(compared.source);
        baselineValue = compared.value;
    }
    return verdictOf(fact, subject, read.quantified, baselineValue, parts, sources, asked);
}
function ownBounds(quantified, { bounds, confidence }) {
    const own = [
        ["at-least", bounds.atLeast],
        ["at-most", bounds.atMost],
    ];
    return own.flatMap(([direction, bound]) => {
        if (bound === null)
            return [];
        const judgement = (0,judging_bound/* judgeBound */.Ku)(quantified, direction, bound.value, confidence);
        return [
            {
                judgement,
                text: `${direction.replace("-", " ")} ${(0,wording/* shownNumber */.b8)(bound.value)}`,
                kind: direction,
                bound: bound.value,
                change: null,
            },
        ];
    });
}
function compareWithBaseline(fact, candidate, unit, asked) {
    const found = baselineOf(fact, asked);
    if (found === null) {
        return {
            kind: "verdict",
            verdict: {
                outcome: "missing",
                message: `the ${asked.baselineLabel} does not state ${asked.name}`,
                mend: "commit its result, or compare with another baseline",
                sources: [],
            },
        };
    }
    const read = (0,comparable/* comparable */.Z)(found, unit);
    if (read.kind === "unreadable")
        return {
            kind: "verdict",
            verdict: {
                outcome: "unreadable",
                message: `the ${asked.baselineLabel}: ${read.why}`,
                mend: read.mend,
                sources: [found.source],
            },
        };
    const differs = otherDataset(fact, found, asked);
    if (differs !== null)
        return {
            kind: "verdict",
            verdict: {
                outcome: "not-met",
                message: differs,
                mend: "evaluate both on the same test set, or say `same-dataset: false`",
                sources: [found.source],
            },
        };
    return {
        kind: "parts",
        parts: changeBounds(fact, candidate, read.quantified, asked),
        source: found.source,
        value: read.quantified.value,
    };
}
/** The baseline's statement of the same quantity; its own data set's name and run do not matter. */
function baselineOf(fact, { before }) {
    const alike = (before?.groups ?? [])
        .map(({ facts }) => facts[0])
        .filter((other) => (0,wording/* shownSlice */.gP)(other.slice) === (0,wording/* shownSlice */.gP)(fact.slice));
    const same = alike.find((other) => (0,judging_selection/* quantityOf */.Ri)({ ...other, version: fact.version, run: fact.run }) === (0,judging_selection/* quantityOf */.Ri)(fact));
    return (same ?? alike.find(({ split, protocol }) => split === fact.split && protocol === fact.protocol) ?? alike[0] ?? null);
}
/** Why the two were taken on different test sets; null where they were not, or where it cannot be told and need not be. */
function otherDataset(fact, before, { bounds, datasets, baselineDatasets, baselineLabel }) {
    if (bounds.sameDataset === false)
        return null;
    const candidate = digestOf(fact, datasets);
    const baseline = digestOf(before, baselineDatasets);
    if (candidate !== null && baseline !== null)
        return candidate === baseline ? null : `measured on another test set than the ${baselineLabel}`;
    if (bounds.sameDataset !== true)
        return null;
    if (fact.dataset !== null && before.dataset !== null && fact.dataset === before.dataset)
        return null;
    return `no evidence says that it was measured on the same test set as the ${baselineLabel}`;
}
function digestOf(fact, datasets) {
    const named = datasets.filter(({ name, digest, run }) => digest !== null &&
        (run === null || fact.run === null || run === fact.run) &&
        fact.dataset !== null &&
        name === fact.dataset);
    const tests = datasets.filter(({ role, digest, run }) => digest !== null && role === "test" && (run === null || fact.run === null || run === fact.run));
    const digests = new Set((named.length > 0 ? named : tests).flatMap(({ digest }) => digest ?? []));
    return digests.size === 1 ? ([...digests][0] ?? null) : null;
}
function changeBounds(fact, candidate, baseline, asked) {
    const { bounds, confidence } = asked;
    const change = candidate.value - baseline.value;
    const parts = [];
    const add = (kind, direction, bound, text, shown = bound) => {
        parts.push({
            judgement: (0,judging_bound/* judgeChange */.sx)(candidate, baseline, direction, bound, confidence),
            text,
            kind,
            bound: shown,
            change,
        });
    };
    if (bounds.mayLose !== null) {
        const margin = bounds.mayLose.value;
        const lowerIsBetter = fact.higher_is_better === false;
        if (fact.higher_is_better === null) {
            const unknown = {
                outcome: "inconclusive",
                rung: "point",
                method: null,
                interval: null,
                pValue: null,
                samplesNeeded: null,
            };
            parts.push({
                judgement: unknown,
                text: `whether a higher ${asked.name} is better is not known; say change-at-least or change-at-most`,
                kind: "may-lose",
                bound: margin,
                change,
            });
        }
        else
            add("may-lose", lowerIsBetter ? "at-most" : "at-least", lowerIsBetter ? margin : -margin, `may lose ${(0,wording/* shownNumber */.b8)(margin)}`, margin);
    }
    if (bounds.changeAtLeast !== null)
        add("change-at-least", "at-least", bounds.changeAtLeast.value, `change at least ${(0,wording/* shownChange */.c_)(bounds.changeAtLeast.value)}`);
    if (bounds.changeAtMost !== null)
        add("change-at-most", "at-most", bounds.changeAtMost.value, `change at most ${(0,wording/* shownChange */.c_)(bounds.changeAtMost.value)}`);
    parts.push(...relativeBounds(candidate, baseline, asked));
    return parts;
}
/** A relative bound is the absolute one at that share of the baseline's size, which is right for negative baselines too. */
function relativeBounds(candidate, baseline, { bounds, confidence, baselineLabel }) {
    const relative = [
        ["at-least", bounds.relativeChangeAtLeast],
        ["at-most", bounds.relativeChangeAtMost],
    ];
    return relative.flatMap(([direction, bound]) => {
        if (bound === null)
            return [];
        const kind = `relative-change-${direction}`;
        const change = candidate.value - baseline.value;
        const text = `relative change ${direction.replace("-", " ")} ${(0,wording/* shownChange */.c_)(bound.value)}`;
        if (baseline.value === 0) {
            const unknown = {
                outcome: "inconclusive",
                rung: "point",
                method: null,
                interval: null,
                pValue: null,
                samplesNeeded: null,
            };
            return [{ judgement: unknown, text: `${text}, but the ${baselineLabel} is 0`, kind, bound: bound.value, change }];
        }
        const judgement = (0,judging_bound/* judgeChange */.sx)(candidate, baseline, direction, bound.value * Math.abs(baseline.value), confidence);
        return [{ judgement, text, kind, bound: bound.value, change }];
    });
}
function verdictOf(fact, subject, quantified, baseline, parts, sources, asked) {
    const ordered = [...parts].sort((a, b) => worstFirst.indexOf(a.judgement.outcome) - worstFirst.indexOf(b.judgement.outcome));
    const decisive = ordered[0];
    if (decisive === undefined)
        return { subject, outcome: "not-applicable", message: "nothing to compare with", sources };
    const { judgement, change } = decisive;
    const said = [
        `${fact.metric} ${(0,wording/* shownNumber */.b8)(quantified.value)}`,
        ...(judgement.interval === null || change !== null
            ? []
            : [`[${(0,wording/* shownNumber */.b8)(judgement.interval.lower)}, ${(0,wording/* shownNumber */.b8)(judgement.interval.upper)}]`]),
        ...(baseline === null
            ? []
            : [`${asked.baselineLabel} ${(0,wording/* shownNumber */.b8)(baseline)}, change ${(0,wording/* shownChange */.c_)(quantified.value - baseline)}`]),
    ].join(baseline === null ? " " : ", ");
    const method = judgement.method === null ? "" : `; ${judgement.method}, n ${quantified.trials ?? quantified.n ?? "unknown"}`;
    const bare = judgement.outcome === "inconclusive" &&
        judgement.rung === "point" &&
        asked.confidence !== null &&
        judgement.pValue === null;
    const message = [
        `${said}, ${parts.map(({ text }) => text).join(", ")}${method}`,
        ...(asked.selection.claimed ? ["claimed by the card"] : []),
        ...(bare
            ? ["a bare value: neither a standard error nor its trials are stated, so its uncertainty is not known"]
            : []),
        ...(judgement.samplesNeeded === null ? [] : [`about ${judgement.samplesNeeded} more examples would settle it`]),
    ].join("; ");
    return {
        subject,
        outcome: judgement.outcome,
        message,
        sources,
        judged: measurements_judgedOf(fact, quantified, baseline, decisive, asked),
    };
}
const measurements_judgedOf = (fact, quantified, baseline, { judgement, kind, bound, change }, asked) => ({
    metric: fact.metric,
    value: quantified.value,
    unit: fact.unit === "percent" ? "proportion" : fact.unit,
    higher_is_better: fact.higher_is_better,
    bound_kind: kind,
    bound,
    baseline,
    change,
    interval: judgement.interval,
    n: quantified.trials ?? quantified.n,
    rung: judgement.rung,
    method: judgement.method,
    confidence: asked.confidence,
    samples_needed: judgement.samplesNeeded,
    p_value: judgement.pValue,
    p_adjusted: null,
});

;// CONCATENATED MODULE: ./build/src/checks/metric.js




const metric_options = {
    "at-least": { kind: "quantity", description: "The lowest value that meets the rule." },
    "at-most": { kind: "quantity", description: "The highest value that meets the rule." },
    against: { kind: "text", description: "What to compare with: base, champion, release, or a path." },
    "may-lose": {
        kind: "quantity",
        description: "How much worse than the baseline it may be, in the metric's own bad direction.",
    },
    "change-at-least": { kind: "quantity", description: "The smallest change, candidate less baseline." },
    "change-at-most": { kind: "quantity", description: "The largest change, candidate less baseline." },
    "relative-change-at-least": { kind: "quantity", description: "The smallest change as a share of the baseline." },
    "relative-change-at-most": { kind: "quantity", description: "The largest change as a share of the baseline." },
    "for-each": { kind: "slice-keys", description: "Judge each value of these columns; an inner list crosses columns." },
    "min-samples": { kind: "count", description: "Slices with fewer examples are pooled or listed, not judged." },
    dataset: { kind: "text", description: "Only results on the data set of this name." },
    split: {
        kind: "text",
        description: "Only results on this split; training results are judged only where it says train.",
    },
    run: { kind: "text", description: "The run whose results are judged: its id or a registry alias." },
    where: { kind: "fields", description: "Only facts with these fields, such as { protocol: macro }." },
    "same-dataset": {
        kind: "flag",
        description: "Whether baseline and candidate must name the same test set; true where both state a digest.",
    },
};
const metric = defineCheck({
    id: "metric",
    area: "development",
    title: "A metric keeps its bounds",
    why: "A floor says what a model must reach; a comparison says that the new one is no worse than the one that serves.",
    mend: "Improve the model, or agree on another bound in a reviewed change to the policy.",
    whenNot: "For numbers that only a card claims, ask `card-claims` instead; for drift scores, `drift`.",
    subject: {
        kind: "texts",
        description: "The metric, or several, by canonical id or by the name that the file writes.",
    },
    options: metric_options,
    bounds: [
        "at-least",
        "at-most",
        "may-lose",
        "change-at-least",
        "change-at-most",
        "relative-change-at-least",
        "relative-change-at-most",
    ],
    example: {
        rule: "recall-floor: { metric: recall, at-least: 80% }",
        met: "an evaluation with recall 0.84",
        notMet: "an evaluation with recall 0.61",
    },
    needs: ["measurement", "model", "run", "dataset"],
    plain(names, asked) {
        const parts = [
            asked["at-least"] && `at least ${words(asked["at-least"])}`,
            asked["at-most"] && `at most ${words(asked["at-most"])}`,
            asked["may-lose"] && `no more than ${words(asked["may-lose"])} worse than the ${asked.against ?? "baseline"}`,
            asked["change-at-least"] &&
                `at least ${words(asked["change-at-least"])} above the ${asked.against ?? "baseline"}`,
            asked["change-at-most"] && `at most ${words(asked["change-at-most"])} above the ${asked.against ?? "baseline"}`,
            asked["relative-change-at-least"] &&
                `changed by at least ${words(asked["relative-change-at-least"])} of the ${asked.against ?? "baseline"}`,
            asked["relative-change-at-most"] &&
                `changed by at most ${words(asked["relative-change-at-most"])} of the ${asked.against ?? "baseline"}`,
        ].filter((part) => typeof part === "string");
        const each = asked["for-each"] === undefined
            ? ""
            : `, for each ${(0,wording/* listed */.KE)(asked["for-each"].map((keys) => keys.join(" and ")))}`;
        return `${(0,wording/* listed */.KE)(names)} ${names.length > 1 ? "are" : "is"} ${(0,wording/* listed */.KE)(parts)}${each}`;
    },
    metricsOf: (names) => names,
    evaluate(input) {
        const { subject: names, options: asked } = input;
        const keyed = asked["for-each"] ?? [null];
        return names.flatMap((name) => keyed.flatMap((keys) => judgeOne(input, name, keys, names.length > 1)));
    },
});
const words = ({ value, unit }) => unit === "percent"
    ? `${(0,wording/* shownNumber */.b8)(value * 100)} %`
    : unit === "time"
        ? `${(0,wording/* shownNumber */.b8)(value)} ms`
        : (0,wording/* shownNumber */.b8)(value);
/**
 * A broken file that may hold the metric makes the rule unreadable; what other files show to fail stays not met, since
 * no reading of the broken one could mend it.
 */
function judgeOne(input, name, keys, several) {
    const broken = (0,judging_selection/* brokenFor */.P2)(input.evidence, "measurement", name).find(({ claims }) => !claims);
    const verdicts = judgeStated(input, name, keys, several);
    if (broken === undefined)
        return verdicts;
    const subject = keys === null ? name : `${name} for each ${keys.join(" and ")}`;
    const unreadable = {
        subject,
        outcome: "unreadable",
        message: `${broken.source.path}: ${broken.message}`,
        mend: broken.mend,
        sources: [broken.source],
    };
    // Of a key that stands twice, either value may be meant: what the same file shows to fail is not shown.
    const stands = ({ outcome, sources }) => outcome === "not-met" &&
        !(broken.problem === "duplicate-key" && sources.some(({ path }) => path === broken.source.path));
    return [...verdicts.filter(stands), unreadable];
}
function judgeStated(input, name, keys, several) {
    const { options: asked, evidence, model } = input;
    const wanted = {
        metric: name,
        dataset: asked.dataset ?? null,
        split: asked.split ?? null,
        run: asked.run ?? null,
        where: asked.where ?? {},
        keys,
    };
    const subject = keys === null ? name : `${name} for each ${keys.join(" and ")}`;
    const selection = (0,judging_selection/* selectMeasurements */.S6)(evidence, model, wanted);
    const compared = comparesWith(asked);
    const baseline = compared === null ? null : input.baseline(compared);
    if (baseline?.kind === "absent")
        return [{ subject, outcome: "missing", message: baseline.why, mend: baseline.mend, sources: [] }];
    if (baseline?.kind === "new" || baseline?.kind === "itself") {
        if (!hasOwnBounds(asked))
            return [{ subject, outcome: "not-applicable", message: baseline.why, sources: [] }];
    }
    const before = baseline?.kind === "evidence" ? beforeOf(baseline.evidence, input, wanted) : null;
    if (selection.kind === "verdict")
        return [{ subject, ...selection.verdict }];
    if (before?.kind === "verdict") {
        const { outcome, message, sources } = before.verdict;
        return [
            {
                subject,
                outcome,
                message: `the baseline: ${message}`,
                mend: "commit the baseline's results beside the candidate's",
                sources: [...selection.groups.map(({ facts }) => facts[0].source), ...sources],
            },
        ];
    }
    const bounds = {
        atLeast: asked["at-least"] ?? null,
        atMost: asked["at-most"] ?? null,
        mayLose: before === null ? null : (asked["may-lose"] ?? null),
        changeAtLeast: before === null ? null : (asked["change-at-least"] ?? null),
        changeAtMost: before === null ? null : (asked["change-at-most"] ?? null),
        relativeChangeAtLeast: before === null ? null : (asked["relative-change-at-least"] ?? null),
        relativeChangeAtMost: before === null ? null : (asked["relative-change-at-most"] ?? null),
        minSamples: keys === null ? null : (asked["min-samples"] ?? null),
        sameDataset: asked["same-dataset"] ?? null,
    };
    return judgeMeasurements({
        name,
        several,
        keys,
        selection,
        before,
        baselineLabel: baseline?.kind === "evidence" ? baseline.label : "baseline",
        bounds,
        confidence: input.confidence,
        datasets: evidence.of("dataset"),
        baselineDatasets: baseline?.kind === "evidence" ? baseline.evidence.of("dataset") : [],
    });
}
function beforeOf(evidence, { model }, wanted) {
    const broken = (0,judging_selection/* brokenFor */.P2)(evidence, "measurement", wanted.metric).find(({ claims }) => !claims);
    if (broken !== undefined) {
        const message = `${broken.source.path}: ${broken.message}`;
        return { kind: "verdict", verdict: { outcome: "unreadable", message, sources: [broken.source] } };
    }
    return (0,judging_selection/* selectMeasurements */.S6)(evidence, { ...model, run: null }, { ...wanted, run: null });
}
const hasOwnBounds = (asked) => asked["at-least"] !== undefined || asked["at-most"] !== undefined;
function comparesWith(asked) {
    if (asked.against !== undefined)
        return asked.against;
    const changes = [
        "may-lose",
        "change-at-least",
        "change-at-most",
        "relative-change-at-least",
        "relative-change-at-most",
    ];
    return changes.some((name) => asked[name] !== undefined) ? "champion" : null;
}

;// CONCATENATED MODULE: ./build/src/checks/report-freshness.js




const kinds = {
    evaluation: "measurement",
    drift: "drift",
    "data-quality": "check",
    explanation: "attribution",
    experiment: "experiment",
};
const reportFreshness = defineCheck({
    id: "report-freshness",
    area: "monitoring",
    title: "Reports are fresh",
    why: "Yesterday's evaluation says little of the model that is merged today.",
    mend: "Make the report again and commit it.",
    whenNot: "For reports that say nowhere when they were made, unless you accept `missing`.",
    subject: {
        kind: "texts",
        description: "Which reports: evaluation, drift, data-quality, explanation, experiment.",
        choices: ["evaluation", "drift", "data-quality", "explanation", "experiment"],
    },
    options: { "max-age": { kind: "duration", description: "The oldest report that counts.", required: true } },
    example: {
        rule: "fresh-drift: { report-freshness: drift, max-age: 7d }",
        met: "a drift report of yesterday",
        notMet: "a drift report of last month",
    },
    needs: ["measurement", "drift", "check", "attribution", "experiment"],
    plain: (names, asked) => `the ${(0,wording/* listed */.KE)(names)} report is not older than ${(0,wording/* shownSpan */.mL)(asked["max-age"] ?? 0)}`,
    evaluate({ subject: names, options, evidence, now }) {
        return names.map((name) => {
            const kind = isReport(name) ? kinds[name] : "measurement";
            const broken = (0,judging_selection/* brokenFor */.P2)(evidence, kind).find(({ claims }) => !claims);
            if (broken !== undefined)
                return {
                    subject: name,
                    outcome: "unreadable",
                    message: `${broken.source.path}: ${broken.message}`,
                    mend: broken.mend,
                    sources: [broken.source],
                };
            const facts = factsOf(evidence, kind);
            if (facts.length === 0)
                return {
                    subject: name,
                    outcome: "missing",
                    message: `there is no ${name} report`,
                    mend: "commit one below the model's folder",
                    sources: [],
                };
            return { ...judgeAge(facts, options["max-age"] ?? 0, now, `the ${name} report`), subject: name };
        });
    },
});
const isReport = (name) => Object.hasOwn(kinds, name);
const factsOf = (evidence, kind) => kind === "measurement" ? evidence.of(kind).filter(({ claimed }) => !claimed) : evidence.of(kind);

;// CONCATENATED MODULE: ./build/src/checks/index.js
// Written by scripts/generate.mjs from the files of this folder.










/** Every check that a rule can name. */
const checks = [
    approval,
    cardClaims,
    cardFields,
    cardPlaceholder,
    cardSections,
    dataQuality,
    datasetVersion,
    drift,
    metric,
    reportFreshness,
];


/***/ }),

/***/ 4837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ spelling),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   Lf: () => (/* binding */ quantityWords),
/* harmony export */   Lz: () => (/* binding */ numberWords),
/* harmony export */   Ri: () => (/* binding */ quantityOf),
/* harmony export */   Sh: () => (/* binding */ durationWords),
/* harmony export */   XU: () => (/* binding */ percentWords),
/* harmony export */   a1: () => (/* binding */ proportionOf),
/* harmony export */   cf: () => (/* binding */ durationOf)
/* harmony export */ });
/** How amounts are spelled in policies; the patterns stand in the JSON Schema as well. */
const spelling = {
    quantity: /^[+-]?\d{1,15}(\.\d{1,15})?\s?(%|ms|s)$/,
    proportion: /^(100(\.0{1,15})?|\d{1,2}(\.\d{1,15})?)\s?%$/,
    duration: /^\d{1,6}(\.\d{1,6})?\s?[smhdw]$/,
    level: /^[5-9]\d(\.\d{1,15})?\s?%$/,
};
const millisecondsOf = {
    s: 1000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 604_800_000,
};
/**
 * A per cent as a proportion: the number that its own digits write two places further left, so that `0.29` and `29%`
 * are one number, which 29 / 100 is for every text but not by rounding twice.
 */
const perCent = (digits) => Number(`${digits}e-2`);
/** `0.8`, `80%`, `150ms`, `1.5s`; undefined where it is none of these. */
function quantityOf(value) {
    if (typeof value === "number")
        return Number.isFinite(value) ? { value, unit: "plain" } : undefined;
    if (typeof value !== "string" || !spelling.quantity.test(value))
        return undefined;
    const digits = value.replace(/\s?[a-z%]+$/, "");
    if (value.endsWith("%"))
        return { value: perCent(digits), unit: "percent" };
    return { value: value.endsWith("ms") ? Number(digits) : Number(`${digits}e3`), unit: "time" };
}
/** From 0 to 1: `0.1`, `10%`. */
function proportionOf(value) {
    if (typeof value === "number")
        return value >= 0 && value <= 1 ? value : undefined;
    if (typeof value !== "string" || !spelling.proportion.test(value))
        return undefined;
    return perCent(value.replace(/\s?%$/, ""));
}
/** Milliseconds: `90s`, `30m`, `12h`, `7d`, `2w`. */
function durationOf(value) {
    if (typeof value !== "string" || !spelling.duration.test(value))
        return undefined;
    return Number(value.slice(0, -1).trim()) * (millisecondsOf[value.slice(-1)] ?? Number.NaN);
}
/** A level of confidence, from 0.5 up to and without 1: `0.95`, `95%`. */
function levelOf(value) {
    if (typeof value === "number")
        return value >= 0.5 && value < 1 ? value : undefined;
    if (typeof value !== "string" || !spelling.level.test(value))
        return undefined;
    return perCent(value.replace(/\s?%$/, ""));
}
/** As few digits as tell the number to 12 places: 0.2 + 0.1 is `0.3`. */
const numberWords = (value) => String(Number(value.toPrecision(12)));
/** `80 %`. */
const percentWords = (proportion) => `${numberWords(proportion * 100)} %`;
/** `150 ms`, `0.8`, `80 %`. */
function quantityWords({ value, unit }) {
    switch (unit) {
        case "percent":
            return percentWords(value);
        case "time":
            return Math.abs(value) >= 10_000 ? `${numberWords(value / 1000)} s` : `${numberWords(value)} ms`;
        case "plain":
            return numberWords(value);
    }
}
const spans = [
    [86_400_000, "day"],
    [3_600_000, "hour"],
    [60_000, "minute"],
];
/** `7 days`, `90 seconds`: in the largest unit, up to days, that gives a whole number. */
function durationWords(milliseconds) {
    const whole = spans.find(([unit]) => milliseconds >= unit && milliseconds % unit === 0);
    const [unit, word] = whole ?? [1000, "second"];
    const count = milliseconds / unit;
    return `${numberWords(count)} ${word}${count === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ configurationShape),
  v: () => (/* binding */ loadConfiguration)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/model/configuration.js
var configuration = __webpack_require__(1349);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
// EXTERNAL MODULE: ./build/src/policy/document.js + 1 modules
var policy_document = __webpack_require__(6980);
// EXTERNAL MODULE: ./build/src/policy/form.js
var policy_form = __webpack_require__(4112);
// EXTERNAL MODULE: ./build/src/normalise/mapping.js
var mapping = __webpack_require__(874);
// EXTERNAL MODULE: ./build/src/normalise/path-expression.js
var path_expression = __webpack_require__(680);
// EXTERNAL MODULE: ./build/src/read/shape.js
var shape = __webpack_require__(2303);
// EXTERNAL MODULE: ./build/src/policy/shown.js
var shown = __webpack_require__(3213);
;// CONCATENATED MODULE: ./build/src/policy/mapping-form.js





/** Approvals are read from the forge and from the base alone; no file of the change may state one. */
const kinds = Object.keys(mapping/* mappableFields */.uf).filter((kind) => kind !== "approval");
const kindForm = (0,policy_form/* choice */.Yq)(kinds);
/** Fields that a fact of any kind has. */
const common = ["at", "version"];
const sliced = new Set(["measurement", "attribution"]);
const demanded = {
    measurement: ["metric", "value"],
    attribution: ["feature", "importance"],
};
/** A path into the file, or a constant. */
const expression = {
    schema: { type: ["string", "number", "boolean"], description: "a path such as $.psi, or a constant" },
    read(value, at) {
        if (typeof value === "object" || (typeof value === "number" && !Number.isFinite(value))) {
            at.complain(`${at.name} is ${(0,shown/* shown */.S)(value)}; expected a path or a constant`, "write a path, such as `$.value`");
            return undefined;
        }
        const read = (0,path_expression/* parsePath */.Rr)(value);
        if (read.kind !== "invalid")
            return value;
        at.complain(read.message, "write a path, such as `$.value`, `$$.generated`, `@key` or `@index`");
        return undefined;
    },
};
const each = (0,policy_form/* oneOrMore */.h9)(expression);
const fieldsOf = (kind) => {
    const own = mapping/* mappableFields */.uf;
    return [...(own[kind] ?? []), ...common];
};
const kindSchema = (kind) => ({
    properties: {
        kind: { const: kind },
        each: each.schema,
        ...(sliced.has(kind) ? { slice: sliceSchema } : {}),
        ...Object.fromEntries(fieldsOf(kind).map((field) => [field, expression.schema])),
    },
    required: ["kind", ...(demanded[kind] ?? [])],
    additionalProperties: false,
});
const sliceSchema = { type: "object", additionalProperties: expression.schema };
/** How a home-grown file becomes facts. */
const mappingForm = {
    schema: {
        type: "object",
        required: ["kind"],
        properties: { kind: { ...kindForm.schema, description: "the kind of fact that each item becomes" } },
        allOf: kinds.map((kind) => ({
            if: { properties: { kind: { const: kind } }, required: ["kind"] },
            then: kindSchema(kind),
        })),
    },
    read(value, at) {
        if (!(0,shape/* isRecord */.u4)(value)) {
            at.complain(`${at.name} is ${(0,shown/* shown */.S)(value)}; expected a mapping with kind and fields`, "write `map: { kind: … }`");
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
function sound(value, kind, at) {
    const fields = fieldsOf(kind);
    const known = ["kind", "each", ...(sliced.has(kind) ? ["slice"] : []), ...fields];
    const strange = Object.keys(value).filter((key) => !known.includes(key));
    (0,policy_form/* complainOfUnknownKeys */.jq)(strange, known, at);
    const absent = (demanded[kind] ?? []).filter((field) => !Object.hasOwn(value, field));
    for (const field of absent) {
        at.complain(`a mapping to ${kind} facts needs \`${field}\``, `write \`${field}: $.…\`, or a constant`);
    }
    const read = Object.entries(value).map(([key, child]) => {
        if (fields.includes(key))
            return expression.read(child, at.below(key));
        if (key === "each")
            return each.read(child, at.below(key));
        return key === "slice" && sliced.has(kind) ? slice(child, at.below(key)) : key;
    });
    return strange.length === 0 && absent.length === 0 && read.every((one) => one !== undefined);
}
function slice(value, at) {
    if (!(0,shape/* isRecord */.u4)(value)) {
        at.complain(`${at.name} is ${(0,shown/* shown */.S)(value)}; expected columns and their values`, "write `slice: { country: $.country }`");
        return undefined;
    }
    const read = Object.entries(value).flatMap(([key, child]) => {
        const invalid = (0,path_expression/* parsePath */.Rr)(key);
        if (invalid.kind === "invalid")
            at.complainOfKey(key, invalid.message, "write a column's name, or a path to it");
        return [invalid.kind === "invalid" ? undefined : key, expression.read(child, at.below(key))];
    });
    return read.every((one) => one !== undefined) ? true : undefined;
}
function compiled(value, at) {
    const result = (0,mapping/* compileMapping */.kH)(value);
    if (result.kind === "mapping")
        return result.mapping;
    for (const message of result.messages)
        at.complain(message, `mend \`map\` of kind ${(0,shape/* text */.Qq)(value["kind"]) ?? ""}`);
    return undefined;
}

// EXTERNAL MODULE: ./build/src/policy/nearest.js
var nearest = __webpack_require__(718);
// EXTERNAL MODULE: ./build/src/policy/option-kinds.js
var option_kinds = __webpack_require__(3757);
;// CONCATENATED MODULE: ./build/src/policy/configuration.js








/** A path below the checked root, without a slash at either end; empty for the root itself. */
const folder = (0,policy_form/* leaf */.V4)("a folder below the root, such as models/fraud", { type: "string", pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$)).*\\S" }, (value) => {
    if (typeof value !== "string" || !/\S/.test(value) || value.startsWith("/"))
        return undefined;
    if (value.split("/").includes("..") || /[\n\r\u2028\u2029]/.test(value))
        return undefined;
    const path = external_node_path_.posix.normalize(value).replace(/\/$/, "");
    return path === "." ? "" : path;
});
const gateId = (0,policy_form/* leaf */.V4)("a name of letters, digits, `-`, `_` and `.`", { type: "string", pattern: "^[A-Za-z0-9._-]{1,60}$" }, (value) => (typeof value === "string" && /^[A-Za-z0-9._-]{1,60}$/.test(value) ? value : undefined));
const stages = (0,policy_form/* mapping */.pq)({
    order: (0,policy_form/* optional */.lq)((0,policy_form/* listOf */.c3)(policy_form/* text */.Qq), "the stages, first to last"),
    default: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, "the stage of a model that names none"),
});
const model = (0,policy_form/* mapping */.pq)({
    name: (0,policy_form/* required */.mw)(policy_form/* text */.Qq, "the model's name in every report"),
    path: (0,policy_form/* required */.mw)(folder, "its folder, relative to the root"),
    stage: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, "the stage that it is in, or enters"),
    risk: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, "its risk class, in your own words"),
    owner: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, 'who answers for it, such as "@acme/fraud"'),
    champion: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, "the model that serves now: its name, or a path"),
    run: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, "the run whose results are judged: its id, tag or registry alias"),
});
const evidence = (0,policy_form/* mapping */.pq)({
    files: (0,policy_form/* required */.mw)((0,policy_form/* oneOrMore */.h9)(policy_form/* text */.Qq), "files relative to the root, with `*` and `**`"),
    model: (0,policy_form/* optional */.lq)(policy_form/* text */.Qq, "the model that they belong to"),
    role: (0,policy_form/* optional */.lq)((0,policy_form/* choice */.Yq)(["baseline"]), "`baseline`: not the candidate's; `against: champion` reads it"),
    map: (0,policy_form/* optional */.lq)(mappingForm, "how a home-grown shape becomes facts"),
});
const configurationForm = (0,policy_form/* mapping */.pq)({
    policies: (0,policy_form/* optional */.lq)((0,policy_form/* oneOrMore */.h9)(policy_form/* text */.Qq), "paths relative to this file, or packs such as referee:baseline"),
    waivers: (0,policy_form/* optional */.lq)((0,policy_form/* oneOrMore */.h9)(policy_form/* text */.Qq), "files with waivers, relative to this file"),
    stages: (0,policy_form/* optional */.lq)(stages, "the stages of a model's life"),
    models: (0,policy_form/* optional */.lq)((0,policy_form/* listOf */.c3)(model, 0), "models, where folders do not tell enough"),
    evidence: (0,policy_form/* optional */.lq)((0,policy_form/* listOf */.c3)(evidence, 0), "where evidence lies, and how it is read"),
    ignore: (0,policy_form/* optional */.lq)((0,policy_form/* oneOrMore */.h9)(policy_form/* text */.Qq), "files that are no evidence, with `*` and `**`"),
    "gate-id": (0,policy_form/* optional */.lq)(gateId, "tells two gates on one pull request apart"),
    "allow-clock": (0,policy_form/* optional */.lq)(policy_form/* flag */.Jt, "true where an action run may be given the clock"),
    "longest-waiver": (0,policy_form/* optional */.lq)(option_kinds/* optionKinds */.rk.duration.form(), "how long a waiver may last from now; 180d by default"),
    "nothing-to-judge": (0,policy_form/* optional */.lq)((0,policy_form/* choice */.Yq)(["undecided", "pass"]), "what a run decides that finds nothing to judge; undecided by default"),
});
const configurationShape = configurationForm.schema;
/**
 * Reads `referee.yaml`. An empty file is the default configuration.
 *
 * @param path relative to the folder of `from`
 * @returns the default configuration where there is any problem
 */
function loadConfiguration(path, from) {
    const problems = [];
    const found = from.read(path);
    if (found.kind !== "text") {
        const why = found.kind === "missing" ? "there is no such file" : `it cannot be read: ${found.why}`;
        problems.push((0,problem/* problemAt */.l)("configuration", `the configuration \`${path}\`: ${why}`, "name another", { path }));
    }
    else {
        const configuration = readConfiguration(found.text, path, problems);
        if (configuration !== null)
            return { configuration, problems: [] };
    }
    return { configuration: { ...configuration/* defaultConfiguration */._, path }, problems };
}
function readConfiguration(source, path, problems) {
    const { document, problems: broken } = (0,policy_document/* parseWritten */.$)(source, path, "configuration", {});
    problems.push(...broken);
    if (document === null)
        return null;
    const at = (0,policy_document/* atDocument */.Z)(document, problems);
    const written = configurationForm.read(document.value, at);
    if (written !== undefined)
        complainOfContradictions(written, at);
    return written === undefined || problems.length > 0 ? null : configurationOf(written, path);
}
function configurationOf(written, path) {
    return {
        path,
        policies: written.policies ?? [],
        waivers: written.waivers ?? [],
        stages: stagesOf(written),
        models: (written.models ?? []).map(modelOf),
        evidence: (written.evidence ?? []).flatMap(({ files, role, map, ...entry }) => files.map((glob) => ({
            files: glob,
            model: entry.model ?? null,
            baseline: role === "baseline",
            mapping: map ?? null,
        }))),
        ignore: written.ignore ?? [],
        gateId: written["gate-id"] ?? configuration/* defaultConfiguration */._.gateId,
        allowClock: written["allow-clock"] ?? configuration/* defaultConfiguration */._.allowClock,
        longestWaiver: written["longest-waiver"] ?? configuration/* defaultConfiguration */._.longestWaiver,
        nothingToJudgeIsFine: written["nothing-to-judge"] === "pass",
    };
}
const modelOf = ({ name, path, ...rest }) => ({
    name,
    path,
    stage: rest.stage ?? null,
    risk: rest.risk ?? null,
    owner: rest.owner ?? null,
    champion: rest.champion ?? null,
    run: rest.run ?? null,
});
/** The default stage is production where the order has it, else the last of the order. */
function stagesOf({ stages: given }) {
    const order = given?.order ?? configuration/* defaultConfiguration */._.stages.order;
    const usual = order.includes(configuration/* defaultConfiguration */._.stages.default)
        ? configuration/* defaultConfiguration */._.stages.default
        : (order.at(-1) ?? configuration/* defaultConfiguration */._.stages.default);
    return { order, default: given?.default ?? usual };
}
/** Models that are alike, and stages that the order does not have: a misspelt stage would take a model from its gate. */
function complainOfContradictions(written, at) {
    const { order } = stagesOf(written);
    const known = [...order, "archived"];
    const stage = (name, where) => {
        if (name === undefined || known.includes(name))
            return;
        where.complain(`\`${name}\` is none of the stages`, `${(0,nearest/* nearestAdvice */.T)(name, known)} Stages of your own go into \`stages.order\`.`);
    };
    twice(order, "the stage", (index) => at.below("stages").below("order").below(index));
    stage(written.stages?.default, at.below("stages").below("default"));
    const models = written.models ?? [];
    const place = (key) => (index) => at.below("models").below(index).below(key);
    models.forEach((one, index) => stage(one.stage, place("stage")(index)));
    twice(models.map(({ name }) => name), "the model", place("name"));
    twice(models.map(({ path }) => path), "the folder", place("path"));
}
function twice(names, what, place) {
    names.forEach((name, index) => {
        if (names.indexOf(name) < index)
            place(index).complain(`${what} \`${name}\` stands twice`, "write it once");
    });
}


/***/ }),

/***/ 6980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ atDocument),
  $: () => (/* binding */ parseWritten)
});

// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/read/fault.js
var fault = __webpack_require__(6498);
// EXTERNAL MODULE: ./build/src/read/limits.js
var limits = __webpack_require__(8784);
// EXTERNAL MODULE: ./build/src/read/yaml.js
var yaml = __webpack_require__(8951);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./build/src/policy/yaml-events.js

const none = { members: new Map(), doubles: [] };
/** Where the keys and values of a text's first YAML document stand; nothing where the text does not parse. */
function yamlOutline(text, depth) {
    let events;
    try {
        events = (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: depth });
    }
    catch {
        return none;
    }
    const walk = new OutlineWalk(text, events);
    walk.document();
    return { members: walk.members, doubles: walk.doubles };
}
const escaped = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");
class OutlineWalk {
    text;
    events;
    members = new Map();
    doubles = [];
    #at = 0;
    constructor(text, events) {
        this.text = text;
        this.events = events;
    }
    document() {
        if (this.events[0]?.type !== js_yaml/* EVENT_ID */.hy.DOCUMENT)
            return;
        this.#at = 1;
        this.#value("", null);
    }
    #value(pointer, key) {
        const event = this.events[this.#at++];
        if (event === undefined || event.type === js_yaml/* EVENT_ID */.hy.POP || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT)
            return;
        this.members.set(pointer, { key, value: offsetOf(event) ?? key ?? 0 });
        if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR || event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
            return;
        if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING)
            this.#mapping(pointer);
        else
            this.#sequence(pointer);
        this.#at++;
    }
    #mapping(pointer) {
        const seen = new Set();
        for (let event = this.#next(); event !== undefined; event = this.#next()) {
            const offset = offsetOf(event);
            const key = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(this.text, event) : null;
            if (key === null)
                this.#skip();
            else
                this.#at++;
            if (key !== null && seen.has(key) && key !== "<<")
                this.doubles.push({ key, offset: offset ?? 0 });
            if (key !== null)
                seen.add(key);
            this.#value(`${pointer}/${key === null ? "" : escaped(key)}`, offset);
        }
    }
    #sequence(pointer) {
        for (let index = 0; this.#next() !== undefined; index++)
            this.#value(`${pointer}/${index}`, null);
    }
    /** The next event of the collection; undefined where it ends. */
    #next() {
        const event = this.events[this.#at];
        return event === undefined || event.type === js_yaml/* EVENT_ID */.hy.POP ? undefined : event;
    }
    /** Passes over a key that is no scalar. */
    #skip() {
        let depth = 0;
        do {
            const event = this.events[this.#at++];
            if (event === undefined)
                return;
            if (event.type === js_yaml/* EVENT_ID */.hy.POP)
                depth--;
            else if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR && event.type !== js_yaml/* EVENT_ID */.hy.ALIAS)
                depth++;
        } while (depth > 0);
    }
}
function offsetOf(event) {
    if (event.type === js_yaml/* EVENT_ID */.hy.POP || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT)
        return null;
    if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
        return event.anchorStart - 1;
    if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
        return event.start;
    return event.valueStart === -1 || isBlock(event) ? null : event.valueStart - (isQuoted(event) ? 1 : 0);
}
/** The parser's offset of a block scalar is that of its text, some lines below the `|` or `>` that begins it. */
const isBlock = ({ style }) => style === js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK || style === js_yaml/* SCALAR_STYLE */.jK.FOLDED_BLOCK;
/** The parser's offset of a quoted scalar is that of its text, behind the quote. */
const isQuoted = ({ style }) => style === js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED || style === js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED;

;// CONCATENATED MODULE: ./build/src/policy/document.js






const document_limits = { ...limits/* defaultLimits */.M, depth: 50, nodes: 100_000 };
/**
 * Parses a file that a person wrote for us. Gives problems, and no document, where it is not one YAML document.
 *
 * @param empty what an empty file stands for; null where it is a problem
 */
function parseWritten(text, path, written, empty = null) {
    const { values, broken, faults } = (0,yaml/* parseYamlStream */.b)(text, document_limits);
    if (broken)
        return { document: null, problems: brokenProblems(text, path, written, faults) };
    const refuse = (message, mend) => ({
        document: null,
        problems: [(0,problem/* problemAt */.l)(written, message, mend, { path, line: 1, column: 1 })],
    });
    if (values.length > 1) {
        return refuse(`the file holds ${values.length} YAML documents`, "write one document a file, without `---` between");
    }
    const value = values[0] ?? empty;
    if (value === null)
        return refuse("the file is empty", "write what it should say, or delete it");
    return { document: documentOf(text, path, written, value), problems: [] };
}
function brokenProblems(text, path, written, faults) {
    const { doubles } = yamlOutline(text, document_limits.depth);
    if (doubles.length > 0) {
        return doubles.map(({ key, offset }) => (0,problem/* problemAt */.l)(written, `the key \`${key}\` stands twice in the same mapping`, "write it once", {
            path,
            ...(0,fault/* placeOf */.$)(text, offset),
        }));
    }
    return faults.map(({ message, mend, line, column }) => (0,problem/* problemAt */.l)(written, message, mend, { path, line, column }));
}
function documentOf(text, path, written, value) {
    let outline;
    return {
        path,
        written,
        value,
        place(pointer, part) {
            outline ??= yamlOutline(text, document_limits.depth);
            let known = pointer;
            while (!outline.members.has(known) && known !== "")
                known = known.slice(0, known.lastIndexOf("/"));
            const member = outline.members.get(known);
            return (0,fault/* placeOf */.$)(text, (part === "key" ? (member?.key ?? member?.value) : member?.value) ?? 0);
        },
    };
}
/** A place in a document; what is complained of there becomes a problem in `problems`. */
function atDocument(document, problems, pointer = "") {
    const complain = (where, part, message, mend) => {
        problems.push((0,problem/* problemAt */.l)(document.written, message, mend, { path: document.path, ...document.place(where, part) }));
    };
    const child = (key) => (0,source/* pointer */.Wn)(pointer, key);
    const last = (0,source/* pointerKeys */.mP)(pointer).at(-1);
    return {
        name: last === undefined ? `this ${document.written}` : nameOf(last),
        complain: (message, mend) => complain(pointer, "value", message, mend),
        complainOfKey: (key, message, mend) => complain(child(key), "key", message, mend),
        below: (key) => atDocument(document, problems, child(key)),
    };
}
const nameOf = (key) => (/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : `\`${key}\``);


/***/ }),

/***/ 1890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ruleFields),
/* harmony export */   u: () => (/* binding */ policyFields)
/* harmony export */ });
/* harmony import */ var _read_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2303);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4837);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4112);
/* harmony import */ var _instant_form_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9048);




const effects = ["block", "undecided", "warn", "note"];
const stopping = ["not-met", "inconclusive", "missing", "unreadable"];
const effect = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(effects);
const thenByOutcome = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .SV)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)({
    "not-met": (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(effect, "the evidence shows that the rule is not met"),
    inconclusive: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(effect, "the evidence is too thin to tell"),
    missing: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(effect, "there is no evidence"),
    unreadable: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(effect, "there is a file, and it could not be read"),
}));
/** What outcomes lead to: one word for all of them, or a word by outcome. */
const then = {
    schema: { anyOf: [effect.schema, thenByOutcome.schema] },
    read(value, at) {
        if ((0,_read_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value))
            return thenByOutcome.read(value, at);
        const word = effect.read(value, at);
        return word === undefined ? undefined : Object.fromEntries(stopping.map((outcome) => [outcome, word]));
    },
};
/** Level of each one-sided bound; `none` judges the point, which is null. */
const confidence = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("a level from 0.5 up to 1, such as 95%, or none", {
    anyOf: [
        { type: "number", minimum: 0.5, exclusiveMaximum: 1 },
        { type: "string", pattern: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .spelling */ .DS.level.source },
        { const: "none" },
    ],
}, (value) => (value === "none" ? null : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(value)), (value) => typeof value === "number" && value >= 50 && value < 100 ? `write ${value}%` : "write 95% or 0.95, or none");
const events = [
    "pull_request",
    "merge_group",
    "push",
    "release",
    "deployment",
    "schedule",
    "workflow_dispatch",
];
const applies = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .SV)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)({
    risk: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq), "risk classes of models, as the configuration names them"),
    stages: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq), "stages of models"),
    events: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(events)), "events on which it is judged"),
    models: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq), "names of models, with `*` for any run of characters"),
}));
const effective = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)({
    from: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_instant_form_js__WEBPACK_IMPORTED_MODULE_2__/* .beginning */ .I, "the first day on which it is judged"),
    until: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_instant_form_js__WEBPACK_IMPORTED_MODULE_2__/* .ending */ .K, "the last day on which it is judged"),
});
const vouched = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(["committed", "base", "attested", "recomputed"]);
/** Keys that any rule may have beside its check and the check's options. */
const ruleFields = {
    then: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(then, "what an outcome that is not met leads to"),
    confidence: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(confidence, "level of each one-sided bound; `none` judges the point"),
    evidence: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(vouched, "how far the facts must be vouched for"),
    "only-new": (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, "on a pull request, what stands on the base already only warns"),
    effective: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(effective, "from when until when the rule is judged"),
    message: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, "said beside what the check says"),
    references: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq), "clauses that the rule stands for"),
    applies: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(applies, "where the rule applies; parts left out ask nothing"),
};
const adjustment = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(["holm", "hochberg", "benjamini-hochberg", "none"]);
/** Keys of a policy apart from `rules`, `extends` and `parameters`. */
const policyFields = {
    policy: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("a name without spaces and slashes", { type: "string", pattern: "^[^\\s/]+$" }, (value) => typeof value === "string" && /^[^\s/]+$/.test(value) ? value : undefined), "the policy's name; the file's name where it is left out"),
    description: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, "what the policy is for"),
    owner: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, 'who answers for it, such as "@acme/model-risk"'),
    applies: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(applies, "where the policy applies; parts left out ask nothing"),
    confidence: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(confidence, "one promise over all the rules: the level of each one-sided bound"),
    adjust: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(adjustment, "how p-values are adjusted over all that the policy judges of one model"),
    then: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(then, "what an outcome that is not met leads to, for every rule that does not say so itself"),
    evidence: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(vouched, "how far the facts of every rule must be vouched for"),
    "only-new": (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, "on a pull request, what stands on the base already only warns"),
    gates: (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, "false for a policy that looks and does not gate: what it finds at best warns"),
};


/***/ }),

/***/ 4112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   P1: () => (/* binding */ propertiesOf),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SV: () => (/* binding */ withoutAbsent),
/* harmony export */   V4: () => (/* binding */ leaf),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   h9: () => (/* binding */ oneOrMore),
/* harmony export */   jq: () => (/* binding */ complainOfUnknownKeys),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   pq: () => (/* binding */ mapping)
/* harmony export */ });
/* harmony import */ var _read_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2303);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(718);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3213);



const required = (form, description) => ({
    form,
    required: true,
    description,
});
const optional = (form, description) => ({
    form,
    required: false,
    description,
});
/** A leaf: `parse` gives undefined where the value is not `expected`. */
const leaf = (expected, schema, parse, mend = () => `write ${expected}`) => ({
    schema,
    read(value, at) {
        const parsed = parse(value);
        if (parsed === undefined)
            at.complain(`${at.name} is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(value)}; expected ${expected}`, mend(value));
        return parsed;
    },
});
const text = leaf("a text", { type: "string", pattern: "\\S" }, (value) => typeof value === "string" && /\S/.test(value) ? value : undefined);
const flag = leaf("true or false", { type: "boolean" }, (value) => typeof value === "boolean" ? value : undefined);
const choice = (choices) => leaf(listed(choices), { enum: choices }, (value) => choices.find((known) => known === value), (value) => (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestAdvice */ .T)(typeof value === "string" ? value : (0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(value), choices));
/** One or a list of at least one; read as a list. */
function oneOrMore(form) {
    const several = listOf(form);
    return {
        schema: { anyOf: [form.schema, several.schema] },
        read(value, at) {
            if ((0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value))
                return several.read(value, at);
            const one = form.read(value, at);
            return one === undefined ? undefined : [one];
        },
    };
}
/** A list of at least `least`. */
const listOf = (form, least = 1) => ({
    schema: { type: "array", minItems: least, items: form.schema },
    read(value, at) {
        if (!(0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value))
            return wrong(at, value, "a list");
        if (value.length < least)
            return wrong(at, value, "a list of at least one");
        const read = value.map((element, index) => form.read(element, at.below(index)));
        return read.every((element) => element !== undefined) ? read : undefined;
    },
});
/** A mapping with names of the writer's own. */
const mapOf = (form, names = /^[^\s/]+$/) => ({
    schema: {
        type: "object",
        minProperties: 1,
        propertyNames: { pattern: names.source },
        additionalProperties: form.schema,
    },
    read(value, at) {
        if (!(0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
            return wrong(at, value, "a mapping");
        if (Object.keys(value).length === 0)
            return wrong(at, value, "a mapping of at least one");
        const read = new Map();
        for (const [key, child] of Object.entries(value)) {
            if (!names.test(key))
                at.complainOfKey(key, `\`${key}\` is no name`, "write it without spaces and slashes");
            const element = form.read(child, at.below(key));
            if (element !== undefined)
                read.set(key, element);
        }
        return read;
    },
});
/** A mapping with these keys and no others; undefined where a required one is absent or wrong. */
function mapping(fields, description) {
    return {
        schema: {
            type: "object",
            ...(description === undefined ? {} : { description }),
            properties: propertiesOf(fields),
            required: Object.keys(fields).filter((key) => fields[key]?.required),
            additionalProperties: false,
        },
        read(value, at) {
            if (!(0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
                return wrong(at, value, `a mapping with ${listed(Object.keys(fields))}`);
            complainOfUnknownKeys(Object.keys(value), Object.keys(fields), at);
            const read = {};
            let whole = true;
            for (const [key, field] of Object.entries(fields)) {
                if (Object.hasOwn(value, key))
                    read[key] = field.form.read(value[key] ?? null, at.below(key));
                else if (field.required)
                    at.complain(`${at.name} has no \`${key}\``, `write \`${key}\`: ${field.description}`);
                whole &&= !field.required || read[key] !== undefined;
            }
            return whole ? read : undefined;
        },
    };
}
/** The form of a mapping all of whose keys may be left out; keys that are left out are absent from what is read. */
const withoutAbsent = (form) => ({
    schema: form.schema,
    read(value, at) {
        const read = form.read(value, at);
        if (read === undefined)
            return undefined;
        return Object.fromEntries(Object.entries(read).filter(([, child]) => child !== undefined));
    },
});
const propertiesOf = (fields) => Object.fromEntries(Object.entries(fields).map(([key, { form, description }]) => [key, { description, ...form.schema }]));
function complainOfUnknownKeys(keys, known, at) {
    for (const key of keys) {
        if (!known.includes(key))
            at.complainOfKey(key, `unknown key \`${key}\``, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestAdvice */ .T)(key, known));
    }
}
function wrong(at, value, expected) {
    at.complain(`${at.name} is ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(value)}; expected ${expected}`, `write ${expected}`);
    return undefined;
}
const listed = (words) => words.length < 2 ? (words[0] ?? "nothing") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;


/***/ }),

/***/ 9048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ beginning),
/* harmony export */   K: () => (/* binding */ ending)
/* harmony export */ });
/* harmony import */ var _normalise_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8377);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4112);


const pattern = "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?)?$";
const shape = new RegExp(pattern);
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const day = 86_400_000;
const momentOf = (value, dayEnds) => {
    if (typeof value !== "string" || !shape.test(value))
        return undefined;
    const moment = Date.parse((0,_normalise_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .readInstant */ .W)(value) ?? "");
    if (Number.isNaN(moment))
        return undefined;
    return dayEnds && dayOnly.test(value) ? moment + day - 1 : moment;
};
const instant = (dayEnds) => (0,_form_js__WEBPACK_IMPORTED_MODULE_0__/* .leaf */ .V4)("a date, such as 2026-12-31", { type: "string", pattern }, (value) => momentOf(value, dayEnds), () => "write a day of the calendar as year-month-day, such as 2026-12-31");
/** The moment at which something begins, in milliseconds since 1970: a day begins with its first moment, in UTC. */
const beginning = instant(false);
/** The last moment at which something holds, in milliseconds since 1970: a day is whole within it, in UTC. */
const ending = instant(true);


/***/ }),

/***/ 8605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ parametersForm),
/* harmony export */   eo: () => (/* binding */ extendsForm),
/* harmony export */   oF: () => (/* binding */ ruleName),
/* harmony export */   w6: () => (/* binding */ readLayer)
/* harmony export */ });
/* unused harmony export ruleKeys */
/* harmony import */ var _read_shape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2303);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6980);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1890);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4112);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6286);





const ruleName = /^[^\s/]+$/;
const extendsForm = (0,_form_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOrMore */ .h9)(_form_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq);
const parametersForm = (0,_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mapOf */ .A7)(_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .parameterValue */ .HJ, _parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .parameterName */ .xd);
/** What a rule is before its check is known. */
const ruleKeys = (0,_form_js__WEBPACK_IMPORTED_MODULE_2__/* .leaf */ .V4)("a mapping with one check and its options, or disabled", { anyOf: [{ const: "disabled" }, { type: "object", minProperties: 1 }] }, (value) => {
    if (value === "disabled")
        return value;
    return (0,_read_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) && Object.keys(value).length > 0 ? value : undefined;
}, (value) => value === false || value === "off" ? "write `disabled`" : "write it as { metric: recall, at-least: 80% }");
const rulesForm = (0,_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mapOf */ .A7)(ruleKeys, ruleName);
const envelope = (0,_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mapping */ .pq)(_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .policyFields */ .u);
const keysApart = ["extends", "parameters", "rules"];
/** Reads a parsed file; all that is wrong with it, but for its rules' own keys, goes to `problems`. */
function readLayer(document, source, problems) {
    const at = (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .atDocument */ .Z)(document, problems);
    const { value } = document;
    const written = (0,_read_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)(value);
    if (written === undefined)
        envelope.read(value, at);
    const part = (key, form) => written !== undefined && Object.hasOwn(written, key) ? form.read(written[key] ?? null, at.below(key)) : undefined;
    const keys = Object.keys(written ?? {});
    (0,_form_js__WEBPACK_IMPORTED_MODULE_2__/* .complainOfUnknownKeys */ .jq)(keys, [...Object.keys(_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .policyFields */ .u), ...keysApart], at);
    const own = Object.entries(written ?? {}).filter(([key]) => Object.hasOwn(_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .policyFields */ .u, key));
    const references = part("extends", extendsForm) ?? [];
    const rules = part("rules", rulesForm) ?? new Map();
    return {
        path: document.path,
        text: source,
        extends: references.map((reference, index) => ({
            reference,
            at: typeof written?.["extends"] === "string" ? at.below("extends") : at.below("extends").below(index),
        })),
        fields: envelope.read(Object.fromEntries(own), at) ?? {},
        parameters: part("parameters", parametersForm) ?? new Map(),
        rules: [...rules].map(([id, ruleAsWritten]) => ({
            id,
            keys: ruleAsWritten,
            at: at.below("rules").below(id),
            line: document.place(`/rules/${id.replaceAll("~", "~0")}`, "key").line,
        })),
        at,
    };
}


/***/ }),

/***/ 718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ nearestAdvice),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The known word that a wrong one was meant to be; null where none is near. */
function nearest(word, known) {
    if (known.length === 0 || word.length > 100)
        return null;
    const plain = word.toLowerCase().replaceAll("_", "-");
    const found = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(plain, known);
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(plain, found) <= Math.max(2, Math.floor(Math.max(plain.length, found.length) / 3)) ? found : null;
}
/** Advice for an unknown word: the nearest known one, else all of them. */
function nearestAdvice(word, known) {
    const near = nearest(word, known);
    if (near !== null)
        return `did you mean \`${near}\`?`;
    if (known.length === 0)
        return "delete it";
    const listed = [...known].sort().slice(0, 40);
    return `use ${listed.length === 1 ? "" : "one of: "}${listed.map((name) => `\`${name}\``).join(", ")}`;
}


/***/ }),

/***/ 3757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sh: () => (/* binding */ optionForm),
/* harmony export */   rk: () => (/* binding */ optionKinds)
/* harmony export */ });
/* unused harmony export optionWords */
/* harmony import */ var _read_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2303);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4837);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4112);



const quantity = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("a number, such as 0.8, 80% or 150ms", { anyOf: [{ type: "number" }, { type: "string", pattern: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .spelling */ .DS.quantity.source }] }, _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .quantityOf */ .Ri);
const proportion = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("a proportion from 0 to 1, such as 10% or 0.1", {
    anyOf: [
        { type: "number", minimum: 0, maximum: 1 },
        { type: "string", pattern: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .spelling */ .DS.proportion.source },
    ],
}, _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .proportionOf */ .a1, (value) => (typeof value === "number" && value > 1 && value <= 100 ? `write ${value}%` : "write it as 10% or 0.1"));
const duration = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("a span of time, such as 7d, 12h, 30m or 2w", { type: "string", pattern: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .spelling */ .DS.duration.source }, _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .durationOf */ .cf, (value) => (typeof value === "number" ? `write ${value}d for ${value} days` : "write it as 7d, 12h, 30m or 2w"));
const count = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("a whole number, 0 or more", { type: "integer", minimum: 0, maximum: 1e15 }, (value) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1e15 ? value : undefined);
const isScalar = (value) => typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
const fields = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .leaf */ .V4)("fields and the values that they must have, such as { split: test }", { type: "object", minProperties: 1, additionalProperties: { type: ["string", "number", "boolean"] } }, (value) => {
    if (!(0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return undefined;
    const entries = Object.entries(value).flatMap(([key, child]) => (isScalar(child) ? [[key, child]] : []));
    return entries.length > 0 && entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
});
const sliceKeys = (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)((0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)(_form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq));
const textOf = (choices) => choices === undefined ? _form_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq : (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(choices);
/** Every kind of option. The JSON Schema, the reader and the words of a kind stand together here. */
const optionKinds = {
    quantity: { form: () => quantity, words: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .quantityWords */ .Lf },
    proportion: { form: () => proportion, words: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .percentWords */ .XU },
    duration: { form: () => duration, words: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .durationWords */ .Sh },
    count: { form: () => count, words: _amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .numberWords */ .Lz },
    flag: { form: () => _form_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, words: (value) => (value ? "yes" : "no") },
    text: { form: textOf, words: (value) => value },
    texts: { form: (choices) => (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOrMore */ .h9)(textOf(choices)), words: (value) => joined(value) },
    "slice-keys": {
        form: () => sliceKeys,
        words: (value) => joined(value.map((keys) => keys.join(" × "))),
    },
    fields: {
        form: () => fields,
        words: (value) => joined(Object.entries(value).map(([key, wanted]) => `${key} is ${wanted}`)),
    },
};
const joined = (words) => (0,_form_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(words).replace(/ or ([^,]*)$/, " and $1");
/** How a check's option is written: the schema of its kind, and the reader. */
function optionForm(spec) {
    return optionKinds[spec.kind].form(spec.choices);
}
/** A value of a kind in a sentence: `80 %`, `7 days`, `150 ms`, `country and age_band`. */
const optionWords = (kind, value) => optionKinds[kind].words(value);


/***/ }),

/***/ 6286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ parameterValue),
/* harmony export */   ht: () => (/* binding */ usageSchema),
/* harmony export */   xd: () => (/* binding */ parameterName),
/* harmony export */   zv: () => (/* binding */ withParameters)
/* harmony export */ });
/* harmony import */ var _read_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2303);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4112);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(718);



/** A name of a parameter, and the text that stands for its value: `$floor`. */
const parameterName = /^[A-Za-z][A-Za-z0-9_-]*$/;
const usage = /^\$[A-Za-z][A-Za-z0-9_-]*$/;
const usageSchema = {
    type: "string",
    pattern: usage.source,
    description: "the value of a parameter",
};
const scalarSchema = { type: ["string", "number", "boolean"] };
/** A value that is named once: a text, a number, true or false, or a list of these. */
const parameterValue = (0,_form_js__WEBPACK_IMPORTED_MODULE_0__/* .leaf */ .V4)("a text, a number, true or false, or a list of these", { anyOf: [scalarSchema, { type: "array", minItems: 1, items: scalarSchema }] }, (value) => (isNameable(value) || ((0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value) && value.length > 0 && value.every(isNameable)) ? value : undefined));
const isNameable = (value) => typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
/** The value with each `$name` in it replaced; undefined, after a complaint, where a name is not known. */
function withParameters(value, parameters, at) {
    if (typeof value === "string") {
        if (!usage.test(value))
            return value;
        const found = parameters.get(value.slice(1));
        if (found !== undefined)
            return found;
        const known = [...parameters.keys()].map((name) => `$${name}`);
        at.complain(`\`${value}\` is no parameter of this policy`, known.length === 0 ? `name its value: \`parameters: { ${value.slice(1)}: … }\`` : (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestAdvice */ .T)(value, known));
        return undefined;
    }
    if ((0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value)) {
        const replaced = value.map((element, index) => withParameters(element, parameters, at.below(index)));
        return replaced.every((element) => element !== undefined) ? replaced : undefined;
    }
    if (!(0,_read_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return value;
    const entries = Object.entries(value).flatMap(([key, child]) => {
        const replaced = withParameters(child, parameters, at.below(key));
        return replaced === undefined ? [] : [[key, replaced]];
    });
    return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}


/***/ }),

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown)
/* harmony export */ });
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** A wrong value in a message: short, on one line, without control characters. */
function shown(value) {
    if (value === null)
        return "empty";
    if (typeof value === "string") {
        const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
        return value === "" ? "an empty text" : `\`${short.replaceAll(control, " ")}\``;
    }
    if (typeof value !== "object")
        return String(value);
    if (Array.isArray(value))
        return value.length === 0 ? "an empty list" : "a list";
    return Object.keys(value).length === 0 ? "an empty mapping" : "a mapping";
}


/***/ }),

/***/ 1229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ loadWaivers),
/* harmony export */   x: () => (/* binding */ waiversShape)
/* harmony export */ });
/* harmony import */ var _model_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1349);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1684);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4837);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6980);
/* harmony import */ var _form_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4112);
/* harmony import */ var _instant_form_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9048);
/* harmony import */ var _option_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3757);







const ruleName = "^[^\\s/]+(/[^\\s/]+)?$";
const ruleShape = new RegExp(ruleName);
const rule = (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .leaf */ .V4)("a policy and a rule of it, such as fraud-promotion/recall-floor", { type: "string", pattern: ruleName }, (value) => (typeof value === "string" && ruleShape.test(value) ? value : undefined));
const waiversForm = (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)((0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .mapping */ .pq)({
    rule: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(rule, "the rule that is waived: policy/rule, or the rule alone"),
    model: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(_form_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, "the model for which it is waived"),
    subject: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, "the slice, column or metric for which it is waived; all of them where left out"),
    value: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_option_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .optionKinds */ .rk.quantity.form(), "the value that is waived; a worse one is not"),
    reason: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(_form_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, "why the exception is made"),
    owner: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(_form_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, "who answers for it"),
    ticket: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, "where it is followed up"),
    expires: (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(_instant_form_js__WEBPACK_IMPORTED_MODULE_5__/* .ending */ .K, "the last day on which it holds"),
    "approved-by": (0,_form_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_form_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq, "who agreed to it"),
}), 0);
const waiversShape = waiversForm.schema;
/**
 * Reads files of waivers. One that lasts longer than allowed is a problem; one that has expired is not: it is a finding
 * of the run.
 *
 * @param now milliseconds since 1970
 * @param longest milliseconds from now that a waiver may last
 * @returns no waivers where there is any problem
 */
function loadWaivers(paths, from, now, longest = _model_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultConfiguration */ ._.longestWaiver) {
    const problems = [];
    const waivers = [...new Set(paths)].flatMap((path) => readFile(path, from, now + longest, longest, problems));
    return { waivers: problems.length === 0 ? waivers : [], problems };
}
function readFile(path, from, latest, longest, problems) {
    const found = from.read(path);
    if (found.kind !== "text") {
        const why = found.kind === "missing"
            ? `there is no file of waivers \`${path}\``
            : `the waivers \`${path}\` cannot be read: ${found.why}`;
        problems.push((0,_model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemAt */ .l)("configuration", why, "write it, or take it out of `waivers`", { path }));
        return [];
    }
    const { document, problems: broken } = (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWritten */ .$)(found.text, path, "configuration", []);
    problems.push(...broken);
    if (document === null)
        return [];
    const at = (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .atDocument */ .Z)(document, problems);
    return (waiversForm.read(document.value, at) ?? []).map((written, index) => {
        if (written.expires > latest) {
            const message = `the waiver lasts longer than ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_2__/* .durationWords */ .Sh)(longest)} from now`;
            at.below(index).below("expires").complain(message, "write an earlier day, and renew it when it is still needed");
        }
        return {
            rule: written.rule,
            model: written.model,
            subject: written.subject ?? null,
            value: written.value?.value ?? null,
            reason: written.reason,
            owner: written.owner,
            ticket: written.ticket ?? null,
            expires: written.expires,
            approvedBy: written["approved-by"] ?? null,
            path,
            line: document.place(`/${index}`, "value").line,
        };
    });
}


/***/ })

};
