export const id = 708;
export const ids = [708];
export const modules = {

/***/ 5708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  reporterOf: () => (/* binding */ reporterOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/decide.js
var decide = __webpack_require__(6721);
// EXTERNAL MODULE: ./build/src/judge.js + 3 modules
var judge = __webpack_require__(2024);
// EXTERNAL MODULE: ./build/src/model/configuration.js
var configuration = __webpack_require__(1349);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
// EXTERNAL MODULE: ./build/src/normalise/instant.js
var normalise_instant = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/src/world/disk.js
var disk = __webpack_require__(3285);
;// CONCATENATED MODULE: ./build/src/report/forms/json.js
const json = {
    id: "json",
    title: "The whole report, for machines",
    extension: "json",
    render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

// EXTERNAL MODULE: ./build/src/judging/wording.js
var wording = __webpack_require__(6978);
// EXTERNAL MODULE: ./build/src/report/escape.js + 1 modules
var report_escape = __webpack_require__(1226);
;// CONCATENATED MODULE: ./build/src/report/forms/markdown.js


const card = {
    block: "🟥 Block",
    undecided: "⬜ Undecided",
    warn: "🟨 Warn",
    pass: "🟩 Pass",
};
const outcomeWord = {
    met: "met",
    "not-met": "**not met**",
    inconclusive: "inconclusive",
    missing: "missing",
    unreadable: "unreadable",
    "not-applicable": "not asked",
};
const MODELS_IN_FULL = 12;
const FINDINGS_IN_FULL = 20;
const ROWS = 40;
const markdown = {
    id: "markdown",
    title: "The pull-request comment and the job summary",
    extension: "md",
    render: (report, view) => `${markdownRows(report, view).join("\n")}\n`,
};
/** The report in pieces that may be dropped from the end: a limit is kept by cutting between them. */
function markdownRows(report, view) {
    const order = ["block", "undecided", "warn", "pass"];
    const models = [...report.models].sort((a, b) => order.indexOf(a.decision) - order.indexOf(b.decision) || (a.name < b.name ? -1 : 1));
    const single = models.length === 1 ? models[0] : undefined;
    const title = single === undefined
        ? fleetTitle(report)
        : `### ${card[single.decision]}: ${(0,report_escape/* markdownText */.p7)(single.name)}${single.version === null ? "" : ` ${(0,report_escape/* markdownText */.p7)(single.version)}`}${single.gated ? "" : " (not gated)"}`;
    return [
        title,
        `\n${(0,report_escape/* markdownText */.p7)(report.reason, 500)}.\n`,
        ...models.slice(0, MODELS_IN_FULL).flatMap((model) => modelRows(model, report, view, single === undefined)),
        ...(models.length > MODELS_IN_FULL ? fleetTable(models.slice(MODELS_IN_FULL)) : []),
        ...problemRows(report),
        `\n<sub>${footer(report)}</sub>`,
    ];
}
function fleetTitle({ decision, models }) {
    const stopped = models.filter(({ decision: own }) => own === "block" || own === "undecided").length;
    if (models.length === 0)
        return `### ${card[decision]}`;
    return `### ${card[decision]}: ${stopped === 0 ? `${models.length} models` : `${stopped} of ${models.length} models`}`;
}
function modelRows(model, report, view, titled) {
    const own = report.findings.filter((finding) => finding.model === model.name);
    const stopping = own.filter(({ effect }) => effect === "block" || effect === "undecided");
    const warned = own.filter(({ effect }) => effect === "warn");
    const rest = own.filter(({ effect, outcome, waived }) => effect === "note" || (waived !== null && outcome !== "met"));
    const met = [...new Set(own.filter(({ outcome }) => outcome === "met").map(({ rule }) => rule))];
    const head = `**${(0,report_escape/* markdownText */.p7)(model.name)}** · ${(0,report_escape/* markdownText */.p7)(model.stage)}${model.version === null ? "" : ` · ${(0,report_escape/* markdownText */.p7)(model.version)}`}`;
    return [
        ...(titled ? [`\n#### ${card[model.decision]}: ${head}\n`] : [`${head}\n`]),
        ...(stopping.length === 0 ? [] : ["**Mend**\n", ...numbered(stopping, view)]),
        ...metricTable(own),
        ...(warned.length === 0
            ? []
            : folded(`${warned.length} ${warned.length === 1 ? "warning" : "warnings"}`, numbered(warned, view))),
        ...(rest.length === 0 && met.length === 0
            ? []
            : folded(`${rest.length === 0 ? "" : `Notes and waivers ${rest.length}, `}met ${met.length}`, [
                ...rest
                    .slice(0, FINDINGS_IN_FULL)
                    .map((finding) => `- ${finding.waived === null ? "note" : `waived until ${finding.waived.expires}`}: ${(0,report_escape/* markdownCode */.D9)(finding.rule)} ${subjectOf(finding)}${(0,report_escape/* markdownText */.p7)(finding.message, 500)}`),
                ...(met.length === 0
                    ? []
                    : [
                        `\nMet: ${met
                            .slice(0, 60)
                            .map((rule) => (0,report_escape/* markdownCode */.D9)(rule))
                            .join(" ")}`,
                    ]),
            ])),
    ];
}
const subjectOf = ({ subject }) => (subject === null ? "" : `${(0,report_escape/* markdownText */.p7)(subject)}: `);
const numbered = (findings, view) => [
    ...findings
        .slice(0, FINDINGS_IN_FULL)
        .map((finding, index) => `${index + 1}. ${outcomeWord[finding.outcome]} ${(0,report_escape/* markdownCode */.D9)(finding.rule)} ${subjectOf(finding)}${(0,report_escape/* markdownText */.p7)(finding.message, 500)}. ${places(finding.sources, view)}${finding.mend === "" ? "" : `<br>→ ${(0,report_escape/* markdownText */.p7)(finding.mend, 500)}`}`),
    ...(findings.length > FINDINGS_IN_FULL
        ? [`\n…and ${findings.length - FINDINGS_IN_FULL} more in the full report.`]
        : []),
];
function places(sources, { pathPrefix, linkTo }) {
    const shown = sources.slice(0, 3).map(({ path, line }) => {
        const name = (0,report_escape/* markdownCode */.D9)(`${pathPrefix}${path}${line === null ? "" : `:${line}`}`, 200);
        return linkTo === undefined ? name : `[${name}](${linkTo(path, line)})`;
    });
    return `${shown.join(", ")}${sources.length > 3 ? ` and ${sources.length - 3} more` : ""}`;
}
/** One row a judged metric: value, baseline, change, rule, outcome. */
function metricTable(findings) {
    const rows = findings.filter(hasNumbers).slice(0, ROWS);
    if (rows.length === 0)
        return [];
    const compared = rows.some(({ judged }) => judged.baseline !== null);
    return [
        `\n| | value |${compared ? " before | change |" : ""} rule | outcome |\n| :-- | --: |${compared ? " --: | --: |" : ""} :-- | :-- |`,
        ...rows.map((finding) => {
            const { judged } = finding;
            const name = finding.subject !== null && finding.subject !== judged.metric
                ? `${judged.metric ?? ""}, ${finding.subject}`
                : (judged.metric ?? finding.rule);
            const change = compared
                ? ` ${judged.baseline === null ? "" : (0,wording/* shownNumber */.b8)(judged.baseline)} | ${judged.change === null ? "" : `${(0,wording/* shownChange */.c_)(judged.change)}${intervalOf(judged, true)}`} |`
                : "";
            return `| ${(0,report_escape/* markdownText */.p7)(name)} | ${judged.value === null ? "" : (0,wording/* shownNumber */.b8)(judged.value)}${intervalOf(judged, false)} |${change} ${(0,report_escape/* markdownText */.p7)((judged.bound_kind ?? "").replaceAll("-", " "))} ${judged.bound === null ? "" : (0,wording/* shownNumber */.b8)(judged.bound)} | ${outcomeWord[finding.outcome]} |`;
        }),
        "",
    ];
}
const hasNumbers = (finding) => finding.judged !== null;
const intervalOf = ({ interval, change }, ofChange) => interval === null || (change !== null) !== ofChange
    ? ""
    : ` [${(0,wording/* shownNumber */.b8)(interval.lower)}, ${(0,wording/* shownNumber */.b8)(interval.upper)}]`;
const folded = (summary, lines) => [
    `\n<details><summary>${(0,report_escape/* markdownText */.p7)(summary)}</summary>\n\n${lines.join("\n")}\n</details>`,
];
const fleetTable = (models) => [
    "\n| model | stage | decision |\n| :-- | :-- | :-- |",
    ...models.map(({ name, stage, decision }) => `| ${(0,report_escape/* markdownText */.p7)(name)} | ${(0,report_escape/* markdownText */.p7)(stage)} | ${card[decision]} |`),
];
function problemRows({ problems, models }) {
    const above = problems.filter(({ model }) => model === null || !models.some(({ name }) => name === model));
    return above.length === 0
        ? []
        : [
            "\n**Problems of this run**\n",
            ...above
                .slice(0, FINDINGS_IN_FULL)
                .map(({ message, mend }) => `- ${(0,report_escape/* markdownText */.p7)(message)}. ${(0,report_escape/* markdownText */.p7)(mend)}`),
        ];
}
function footer({ notes, policies, head, base, tool }) {
    const names = policies.map(({ id, from }) => `${(0,report_escape/* markdownText */.p7)(id)}${from === "base" ? " (from the base)" : ""}`);
    const vouched = base === null ? [] : [`base ${(0,report_escape/* markdownText */.p7)(base)}`];
    return [
        ...(head === null ? [] : [`Head ${(0,report_escape/* markdownText */.p7)(head.slice(0, 7))}`]),
        ...vouched,
        ...(names.length === 0 ? [] : [`policies ${(0,wording/* listed */.KE)(names)}`]),
        ...notes.map((note) => (0,report_escape/* markdownText */.p7)(note)),
        "intervals are two-sided 95 %",
        `model-referee ${tool.version}`,
    ].join(" · ");
}

// EXTERNAL MODULE: ./build/src/report/paint.js
var paint = __webpack_require__(4928);
// EXTERNAL MODULE: ./build/src/statistics/samples-to-settle.js
var samples_to_settle = __webpack_require__(864);
;// CONCATENATED MODULE: ./build/src/report/first-output.js



/** Thresholds that people set, highest first: the first below the value is the floor that one would think of. */
const usualFloors = [0.99, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5];
/** What a run without a policy ends with: what was seen, the samples that a floor would need, and the next step. */
function firstOutputNotes(report, columns) {
    const looked = report.models.filter(({ gated, policies }) => !gated && policies.length > 0);
    if (looked.length === 0)
        return [];
    const rows = looked.length > 3 ? [] : looked.flatMap(({ metrics }) => metrics);
    const seen = rows
        .map(({ metric, value }) => `${(0,paint/* printable */.g$)(metric)} ${value === null ? "–" : (0,wording/* shownNumber */.b8)(value)}`)
        .join(", ");
    const floor = rows.map(floorNote).find((note) => note !== null);
    return [
        "",
        ...(seen === ""
            ? []
            : (0,paint/* folded */.TM)(`Seen, no bound set: ${seen}.${floor === undefined || floor === null ? "" : ` ${floor}`}`, columns)),
        "",
        "Next   model-referee init      writes a policy, a test for it, and the workflow",
    ];
}
function floorNote({ metric, value, n, unit, higher_is_better: higher }) {
    if (value === null || n === null || higher !== true || unit !== "proportion")
        return null;
    const floor = usualFloors.find((candidate) => candidate < value);
    if (floor === undefined)
        return null;
    const needed = (0,samples_to_settle/* trialsToSettle */.c)(Math.round(value * n), n, floor, 0.95);
    if (needed.kind !== "value")
        return null;
    return needed.value.more === 0
        ? `A floor of ${floor} for ${(0,paint/* printable */.g$)(metric)} is shown today, with ${n} rows.`
        : `A floor of ${floor} for ${(0,paint/* printable */.g$)(metric)} could not be shown today: ${n} rows, about ${needed.value.total} needed at this value.`;
}

;// CONCATENATED MODULE: ./build/src/report/forms/terminal.js


const word = { block: "Block", undecided: "Undecided", warn: "Warn", pass: "Pass" };
const terminal_card = { block: "[x]", undecided: "[?]", warn: "[!]", pass: "[ok]" };
const terminal_outcomeWord = {
    met: "met",
    "not-met": "not met",
    inconclusive: "inconclusive",
    missing: "missing",
    unreadable: "unreadable",
    "not-applicable": "not asked",
};
/** Models shown one by one; of more, those that pass are counted. */
const FEW_MODELS = 6;
const MODELS_SHOWN = 40;
const FINDINGS_SHOWN = 30;
const terminal = {
    id: "terminal",
    title: "What stands and what to mend, worst first",
    extension: "txt",
    render(report, view) {
        const colours = (0,paint/* paint */.nI)(view.colour);
        const lines = [];
        const shown = modelsShown(report.models, view);
        for (const model of shown)
            lines.push(...modelLines(model, report, view, colours), "");
        if (report.models.length === 0)
            lines.push(headline(report.decision, report.reason, colours), "");
        const left = report.models.length - shown.length;
        if (left > 0)
            lines.push(`${left} more models, ${countDecisions(report.models.filter((model) => !shown.includes(model)))}: --verbose`, "");
        if (report.models.length > 1)
            lines.push(headline(report.decision, `${report.models.length} models, ${countDecisions(report.models)}`, colours), "");
        for (const problem of report.problems.filter(({ model }) => model === null))
            lines.push(`${colours.yellow("problem")}  ${(0,paint/* printable */.g$)(problem.message)}${problem.path === null ? "" : `  ${(0,paint/* printable */.g$)(problem.path)}${problem.line === null ? "" : `:${problem.line}`}`}`);
        if (report.unjudged.length > 0)
            lines.push(colours.dim(`Not judged: ${(0,paint/* printable */.g$)(report.unjudged
                .slice(0, 4)
                .map(({ path }) => path)
                .join(", "))}${report.unjudged.length > 4 ? ` and ${report.unjudged.length - 4} more` : ""} (model-referee inspect)`));
        for (const note of report.notes)
            lines.push(colours.dim((0,paint/* printable */.g$)(note)));
        lines.push(...firstOutputNotes(report, view.columns));
        return `${lines
            .join("\n")
            .replace(/\n{3,}/g, "\n\n")
            .trimEnd()}\n`;
    },
};
const countDecisions = (models) => ["block", "undecided", "warn", "pass"]
    .map((decision) => ({ decision, count: models.filter((model) => model.decision === decision).length }))
    .filter(({ count }) => count > 0)
    .map(({ decision, count }) => `${count} ${word[decision].toLowerCase()}`)
    .join(", ");
function modelsShown(models, { verbose }) {
    const order = ["block", "undecided", "warn", "pass"];
    const ordered = [...models].sort((a, b) => order.indexOf(a.decision) - order.indexOf(b.decision) || (a.name < b.name ? -1 : 1));
    if (verbose || models.length <= FEW_MODELS)
        return ordered;
    return ordered.filter(({ decision }) => decision !== "pass").slice(0, MODELS_SHOWN);
}
function headline(decision, text, colours) {
    const colour = { block: colours.red, undecided: colours.bold, warn: colours.yellow, pass: colours.green }[decision];
    return `${terminal_card[decision]} ${colours.bold(colour(word[decision]))}${" ".repeat(Math.max(1, 8 - word[decision].length))}${(0,paint/* printable */.g$)(text)}`;
}
function modelLines(model, report, view, colours) {
    const own = report.findings.filter((finding) => finding.model === model.name);
    const stopping = own.filter(({ effect }) => effect === "block" || effect === "undecided");
    const warned = own.filter(({ effect }) => effect === "warn");
    const noted = own.filter(({ effect }) => effect === "note");
    const version = model.version === null ? "" : ` ${model.version}`;
    const where = model.gated ? `, ${model.stage}` : ", not gated";
    const indent = " ".repeat(12);
    const lines = [
        headline(model.decision, `${model.name}${version}${where}`, colours),
        `${indent}${summaryOf(own)}`,
        "",
    ];
    const mended = [...stopping, ...warned];
    if (mended.length > 0)
        lines.push("Mend");
    const limit = view.verbose ? mended.length : FINDINGS_SHOWN;
    const shown = mended.slice(0, limit);
    shown.forEach((finding, index) => {
        // What to do is said once, below the last of several findings that ask for the same.
        const next = shown[index + 1];
        const repeats = next !== undefined && next.rule === finding.rule && next.mend === finding.mend;
        lines.push(...findingLines(repeats ? { ...finding, mend: "" } : finding, index + 1, view, colours));
    });
    if (mended.length > limit)
        lines.push(`   and ${mended.length - limit} more: --verbose`);
    if (mended.length > 0)
        lines.push("");
    for (const finding of noted)
        lines.push(...shortLines("note", finding, view, colours));
    for (const finding of own.filter(({ waived }) => waived !== null))
        lines.push(...shortLines("waived", finding, view, colours));
    if (view.verbose)
        for (const finding of own.filter(({ outcome, waived }) => outcome === "met" && waived === null))
            lines.push(...shortLines("met", finding, view, colours));
    else
        lines.push(...metLine(own, view));
    return lines;
}
function summaryOf(findings) {
    const order = ["not-met", "missing", "unreadable", "inconclusive", "met", "not-applicable"];
    const counted = order
        .map((outcome) => ({
        outcome,
        count: findings.filter((finding) => finding.outcome === outcome && finding.waived === null).length,
    }))
        .filter(({ count }) => count > 0);
    const waived = findings.filter(({ waived: waiver }) => waiver !== null).length;
    return [
        ...counted.map(({ outcome, count }) => `${count} ${terminal_outcomeWord[outcome]}`),
        ...(waived > 0 ? [`${waived} waived`] : []),
    ].join(", ");
}
function metLine(own, { columns }) {
    const met = [
        ...new Set(own.filter(({ outcome, waived }) => outcome === "met" && waived === null).map(({ rule }) => rule)),
    ];
    return met.length === 0
        ? []
        : (0,paint/* folded */.TM)(`met     ${(0,paint/* printable */.g$)(met.join(", "))}`, columns).map((line, index) => index === 0 ? line : `        ${line}`);
}
const placeOf = ({ path, line, column }, { pathPrefix }) => (0,paint/* printable */.g$)(`${pathPrefix}${path}${line === null ? "" : `:${line}`}${line === null || column === null ? "" : `:${column}`}`);
function colourOf(outcome, colours) {
    switch (outcome) {
        case "met":
            return colours.green;
        case "not-met":
            return colours.red;
        case "missing":
        case "unreadable":
        case "inconclusive":
            return colours.yellow;
        case "not-applicable":
            return colours.dim;
    }
}
function findingLines(finding, number, view, colours) {
    const label = `${String(number).padStart(2)} ${finding.rule.padEnd(24)} ${colourOf(finding.outcome, colours)(terminal_outcomeWord[finding.outcome].padEnd(12))} `;
    const indent = " ".repeat(6);
    const width = Math.max(40, view.columns - indent.length);
    const subject = finding.subject === null || finding.message.startsWith(finding.subject) ? "" : finding.subject;
    const text = [
        ...(0,paint/* folded */.TM)((0,paint/* printable */.g$)(finding.message), width),
        ...finding.sources.slice(0, 3).map((source) => colours.dim(placeOf(source, view))),
        ...(finding.sources.length > 3 ? [colours.dim(`and ${finding.sources.length - 3} more places`)] : []),
        ...(finding.mend === "" ? [] : (0,paint/* folded */.TM)(`→ ${(0,paint/* printable */.g$)(finding.mend)}`, width)),
    ];
    return [`${label}${(0,paint/* printable */.g$)(subject)}`.trimEnd(), ...text.map((line) => `${indent}${line}`)];
}
function shortLines(kind, finding, view, colours) {
    const about = `${finding.rule}${finding.subject === null ? "" : ` ${finding.subject}`}`;
    const waived = finding.waived === null
        ? ""
        : ` (${finding.waived.ticket ?? finding.waived.owner} until ${finding.waived.expires})`;
    const place = finding.sources[0] === undefined || finding.sources[0].line === null
        ? ""
        : `  ${colours.dim(placeOf(finding.sources[0], view))}`;
    const lines = (0,paint/* folded */.TM)(`${(0,paint/* printable */.g$)(about)}: ${(0,paint/* printable */.g$)(finding.message)}${waived}`, Math.max(40, view.columns - 8));
    return lines.map((line, index) => `${index === 0 ? kind.padEnd(8) : "        "}${line}${index === lines.length - 1 ? place : ""}`);
}

;// CONCATENATED MODULE: ./build/src/report/forms/index.js
// Written by scripts/generate.mjs from the files of this folder.



/** Every form of the report. */
const reporters = [
    json,
    markdown,
    terminal,
];

// EXTERNAL MODULE: ./build/src/commands/command.js + 1 modules
var command = __webpack_require__(683);
// EXTERNAL MODULE: ./build/src/commands/place.js
var commands_place = __webpack_require__(6883);
// EXTERNAL MODULE: ./build/src/commands/prepare.js + 7 modules
var prepare = __webpack_require__(894);
;// CONCATENATED MODULE: ./build/src/commands/check.js













const check = {
    id: "check",
    summary: "Judges the models below PATH by their policies and decides: pass, warn, block or undecided.",
    usage: "[PATH…] [--policy FILE|PACK …] [--config FILE] [--base REF|DIR] [--format FORM]",
    options: {
        config: {
            type: "string",
            value: "FILE",
            description: "the configuration; referee.yaml in PATH or above it by default",
        },
        policy: {
            type: "string",
            multiple: true,
            value: "FILE|PACK",
            description: "a policy or pack (referee:promotion) in place of those that referee.yaml names",
        },
        stage: { type: "string", value: "NAME", description: "judge as if the models entered this stage" },
        model: { type: "string", multiple: true, value: "NAME", description: "judge only this model" },
        base: {
            type: "string",
            value: "REF|DIR",
            description: "what to compare with: a commit, branch or tag, or a folder",
        },
        format: {
            type: "string",
            value: "FORM",
            description: `${reporters.map(({ id }) => id).join(", ")}; terminal by default`,
        },
        output: { type: "string", value: "DIR", description: "also write every form of the report into this folder" },
        now: { type: "string", value: "TIME", description: "the clock of the run, ISO 8601; recorded in the report" },
        verbose: { type: "boolean", value: "", description: "everything that was judged, met rules included" },
    },
    examples: [
        "model-referee check",
        "model-referee check models/fraud --base main",
        "model-referee check --policy referee:promotion --format json",
    ],
    async run(args, world) {
        const reporter = reporterOf(args.text("format") ?? "terminal");
        const now = clockOf(args.text("now"), world);
        const place = (0,commands_place/* placeOf */.$)(world.folder, args.positionals, args.text("config"));
        const prepared = (0,prepare/* prepare */.iA)(place, args.texts("policy"), world.folder, now.time);
        const base = args.text("base");
        const report = await (0,judge/* judge */.S)({
            ...prepared,
            tree: place.tree,
            rootName: place.rootName,
            scope: place.scope,
            only: args.texts("model"),
            stage: args.text("stage") ?? null,
            event: null,
            author: null,
            approvals: [],
            base: base === undefined ? null : await baseTree(base, place, world),
            onlyNew: false,
            release: () => null,
            touched: null,
            now: now.time,
            clockGiven: now.given,
            version: world.version,
            head: null,
            policiesFrom: "working-tree",
            complete: reporter.id !== "terminal" || args.text("output") !== undefined || args.flag("verbose"),
            problems: [],
            progress: progressTo(world),
        });
        const view = viewOf(world, place, args);
        world.out.write(reporter.render(report, view));
        const output = args.text("output");
        if (output !== undefined)
            writeAll(report, view, (0,external_node_path_.resolve)(world.folder, output));
        return decide/* exitStatusOf */.et[report.decision];
    },
};
function reporterOf(id) {
    const found = reporters.find((reporter) => reporter.id === id);
    if (found !== undefined)
        return found;
    const known = reporters.map((reporter) => reporter.id);
    const nearest = (0,command/* nearestOf */.qw)(id, known);
    throw new problem/* UsageError */.e([
        (0,problem/* problemAt */.l)("usage", `there is no form ${id}`, `${nearest === undefined ? "" : `did you mean ${nearest}? `}The forms are ${known.join(", ")}`),
    ]);
}
function clockOf(written, { clock }) {
    if (written === undefined)
        return { time: clock.now(), given: false };
    const instant = (0,normalise_instant/* readInstant */.W)(written);
    if (instant === null)
        throw new problem/* UsageError */.e([(0,problem/* problemAt */.l)("usage", `--now ${written} is no time`, "write it as 2026-11-23T09:00:00Z")]);
    return { time: Date.parse(instant), given: true };
}
/** The base: a folder, or a commit read from git's objects without a checkout. */
async function baseTree(base, place, world) {
    const folder = (0,external_node_path_.resolve)(world.folder, base);
    if ((0,disk/* kindOnDisk */.f)(folder) === "folder") {
        const tree = (0,disk/* disk */.E)(folder);
        return { tree, label: base, configuration: (0,prepare/* configurationOfTree */.m0)(tree) ?? configuration/* defaultConfiguration */._ };
    }
    const { treeOfCommit } = await __webpack_require__.e(/* import() */ 234).then(__webpack_require__.bind(__webpack_require__, 1234));
    return treeOfCommit(base, place.root, world.environment);
}
const progressTo = ({ err }) => (done, all) => {
    if (!err.isTerminal || all < 200)
        return;
    if (done % 100 === 0)
        err.write(`\r${done} of ${all} models`);
    if (done === all - 1)
        err.write(`\r${" ".repeat(30)}\r`);
};
const viewOf = ({ out, environment }, { pathPrefix }, args) => ({
    columns: out.columns,
    colour: out.isTerminal && environment["NO_COLOR"] === undefined,
    verbose: args.flag("verbose"),
    pathPrefix,
});
/** Each form is written beside its place and moved there whole: a run that is killed leaves no half report. */
function writeAll(report, view, folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        for (const reporter of reporters) {
            const path = (0,external_node_path_.join)(folder, `report.${reporter.extension}`);
            (0,external_node_fs_.writeFileSync)(`${path}.part`, reporter.render(report, { ...view, colour: false, verbose: true, pathPrefix: "" }));
            (0,external_node_fs_.renameSync)(`${path}.part`, path);
        }
    }
    catch (error) {
        const why = error instanceof Error && "code" in error ? String(error.code) : "unknown";
        throw new problem/* UsageError */.e([
            (0,problem/* problemAt */.l)("usage", `the report cannot be written to ${folder} (${why})`, "name a folder that may be written with --output"),
        ]);
    }
}


/***/ })

};
