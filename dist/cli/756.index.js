export const id = 756;
export const ids = [756];
export const modules = {

/***/ 1756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspect: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: ./build/src/judging/wording.js
var wording = __webpack_require__(6978);
// EXTERNAL MODULE: ./build/src/report/paint.js
var paint = __webpack_require__(4928);
// EXTERNAL MODULE: ./build/src/survey.js + 220 modules
var survey = __webpack_require__(4053);
// EXTERNAL MODULE: ./build/src/gather.js + 2 modules
var gather = __webpack_require__(8791);
// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/read/locate.js + 1 modules
var locate = __webpack_require__(7563);
;// CONCATENATED MODULE: ./build/src/commands/inspect-facts.js




/** Facts of one file at a time, places and digests filled in, in path order: `file` first, then what it states. */
async function* inspectFacts(surveyed) {
    const owned = surveyed.models.flatMap(({ identity, files }) => files.map((file) => ({ model: identity.name, file })));
    const all = [...owned, ...surveyed.unowned.map((file) => ({ model: null, file }))].sort((a, b) => a.file.path < b.file.path ? -1 : 1);
    const { reader, recognise } = surveyed;
    for (const [index, { model, file }] of all.entries()) {
        if (index % 64 === 0)
            reader.forget();
        const { facts, files } = (0,gather/* gather */.k)([file], {
            reader,
            recognise,
            wanted: survey/* wantEverything */.W,
            model,
            vouchedFor: () => "committed",
        });
        const summary = files[0];
        if (summary === undefined)
            continue;
        const digest = reader.open(file.path)?.digest ?? null;
        const sources = facts.map(({ source }) => source);
        const yamlPlaces = (0,locate/* needsYamlPlaces */.pM)(sources, reader) ? await (0,locate/* loadYamlPlaces */.Gf)() : null;
        const located = (0,locate/* createLocator */.TR)(reader, yamlPlaces, true).locate(sources);
        const fileFact = {
            kind: "file",
            model,
            version: null,
            format: summary.format,
            at: null,
            vouched: "committed",
            source: (0,source/* wholeFile */.AA)(file.path, digest),
            facts: summary.facts,
            problems: summary.problems,
        };
        yield [fileFact, ...facts.map((fact, at) => ({ ...fact, source: located[at] ?? fact.source }))];
    }
}

// EXTERNAL MODULE: ./build/src/commands/place.js
var commands_place = __webpack_require__(6883);
// EXTERNAL MODULE: ./build/src/commands/prepare.js + 7 modules
var prepare = __webpack_require__(894);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
;// CONCATENATED MODULE: ./build/src/commands/inspect.js







const inspect = {
    id: "inspect",
    summary: "Shows what is read from the files: every fact, with the line it stands on, and what was not read and why.",
    usage: "[PATH…] [--format tree|jsonl] [--config FILE]",
    options: {
        format: {
            type: "string",
            value: "FORM",
            description: "tree (default) or jsonl, one fact a line: the public contract",
        },
        config: {
            type: "string",
            value: "FILE",
            description: "the configuration; referee.yaml in PATH or above it by default",
        },
    },
    examples: ["model-referee inspect models/fraud", "model-referee inspect --format jsonl > facts.jsonl"],
    async run(args, world) {
        const format = args.text("format") ?? "tree";
        if (format !== "tree" && format !== "jsonl") {
            throw new problem/* UsageError */.e([
                (0,problem/* problemAt */.l)("usage", `inspect knows no form ${format}`, "say --format tree or --format jsonl"),
            ]);
        }
        const place = (0,commands_place/* placeOf */.$)(world.folder, args.positionals, args.text("config"));
        const configuration = (0,prepare/* configurationFor */.a2)(place);
        const { tree, rootName, scope } = place;
        const surveyed = await (0,survey/* survey */.F)({ tree, rootName, configuration, scope, markdownBody: true });
        if (format === "jsonl") {
            for await (const facts of inspectFacts(surveyed))
                world.out.write(facts.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
            return 0;
        }
        const byModel = new Map();
        for await (const facts of inspectFacts(surveyed)) {
            for (const fact of facts) {
                const model = fact.model ?? "";
                const known = byModel.get(model);
                if (known === undefined)
                    byModel.set(model, [fact]);
                else
                    known.push(fact);
            }
        }
        for (const model of [...byModel.keys()].sort())
            writeTree(model, byModel.get(model) ?? [], place.pathPrefix, world);
        if (byModel.size === 0)
            world.out.write("Nothing that could be evidence is here.\n");
        return 0;
    },
};
const FACTS_SHOWN = 40;
function writeTree(model, facts, prefix, { out, environment }) {
    const colours = (0,paint/* paint */.nI)(out.isTerminal && environment["NO_COLOR"] === undefined);
    out.write(`${colours.bold(model === "" ? "Above every model (no rule judges it)" : (0,paint/* printable */.g$)(model))}\n`);
    const files = new Map();
    for (const fact of facts)
        files.set(fact.source.path, [...(files.get(fact.source.path) ?? []), fact]);
    for (const [path, own] of files) {
        const [head, ...rest] = own;
        const format = head?.format ?? null;
        const problems = rest.filter(({ kind }) => kind === "problem");
        const unread = format === null && problems.length === 0 ? colours.dim("not read: no format knows it") : (format ?? "");
        out.write(`  ${(0,paint/* printable */.g$)(prefix + path)}  ${colours.dim(unread)}\n`);
        const lines = rest
            .map((fact) => ({ text: sentenceOf(fact), line: fact.source.line, problem: fact.kind === "problem" }))
            .filter(({ text }) => text !== "");
        for (const { text, line, problem } of lines.slice(0, FACTS_SHOWN)) {
            const place = line === null ? "" : colours.dim(`:${line}`);
            out.write(`    ${problem ? colours.yellow((0,paint/* printable */.g$)(text)) : (0,paint/* printable */.g$)(text)} ${place}\n`);
        }
        if (lines.length > FACTS_SHOWN)
            out.write(`    and ${lines.length - FACTS_SHOWN} more: --format jsonl\n`);
    }
    out.write("\n");
}
/** One fact in words. */
function sentenceOf(fact) {
    switch (fact.kind) {
        case "measurement": {
            const value = fact.value === null
                ? (fact.non_finite ?? "no number")
                : `${(0,wording/* shownNumber */.b8)(fact.value)}${fact.unit === "percent" ? " %" : fact.unit === null || fact.unit === "proportion" ? "" : ` ${fact.unit}`}`;
            const about = [
                fact.dataset,
                fact.split,
                (0,wording/* shownSlice */.gP)(fact.slice),
                fact.protocol,
                fact.fold === null ? null : `fold ${fact.fold}`,
                fact.n === null ? null : `n ${fact.n}`,
                fact.about === null ? null : `of ${fact.about}`,
            ].filter((part) => part !== null && part !== "");
            return `${fact.metric} ${value}${about.length === 0 ? "" : ` (${about.join(", ")})`}${fact.claimed ? ", claimed" : ""}`;
        }
        case "drift":
            return `drift of ${fact.column ?? fact.scope}${fact.method === null ? "" : ` by ${fact.method}`}: ${shownOrNothing(fact.score ?? fact.p_value ?? fact.share)}${fact.drifted === null ? "" : fact.drifted ? ", flagged" : ", not flagged"}`;
        case "check":
            return `check ${fact.name}${fact.column === null ? "" : ` on ${fact.column}`}: ${fact.passed === null ? "did not run" : fact.passed ? "passes" : "fails"}`;
        case "card":
            return fact.field === null
                ? `section ${fact.section ?? fact.title ?? "untitled"}: ${fact.placeholder === true ? "a template's text" : `${fact.words ?? 0} words`}`
                : `${fact.field}: ${fact.value ?? "empty"}`;
        case "dataset":
            return `data set ${fact.name ?? fact.location ?? "unnamed"}${fact.role === null ? "" : ` (${fact.role})`}${fact.digest === null ? "" : ` ${fact.digest}`}`;
        case "attribution":
            return `${fact.feature} matters ${shownOrNothing(fact.importance)}${fact.method === null ? "" : ` by ${fact.method}`}`;
        case "model":
            return `model ${fact.name ?? "unnamed"}${fact.version === null ? "" : ` ${fact.version}`}${fact.stage === null ? "" : `, ${fact.stage}`}${fact.framework === null ? "" : `, ${fact.framework}`}`;
        case "run":
            return `run ${fact.run_id ?? "unnamed"}${fact.status === null ? "" : `, ${fact.status}`}`;
        case "rollout":
            return `roll-out ${fact.strategy ?? ""}${fact.traffic === null ? "" : `, ${fact.traffic} % of the traffic`}`;
        case "experiment":
            return `experiment with ${fact.arms.length} arms: ${fact.arms.map(({ name, successes, exposures }) => `${name} ${successes ?? "?"} of ${exposures ?? "?"}`).join(", ")}`;
        case "approval":
            return `approval by ${fact.by ?? "somebody"}: ${fact.state ?? "unknown"}`;
        case "table":
            return `table of ${fact.rows} rows, ${fact.columns.length} columns${fact.role === null ? "" : ` (${fact.role})`}`;
        case "file":
            return "";
        case "problem":
            return `${fact.problem}: ${fact.message}`;
    }
}
const shownOrNothing = (value) => (value === null ? "no number" : (0,wording/* shownNumber */.b8)(value));


/***/ })

};
