export const id = 273;
export const ids = [273];
export const modules = {

/***/ 6883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1684);
/* harmony import */ var _world_disk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3285);



const configurationName = "referee.yaml";
/**
 * Finds the root of a run: the folder asked for; the one above it that holds `referee.yaml`, inside the repository;
 * of several paths, the folder that holds them all.
 *
 * @throws UsageError where a path does not exist
 */
function placeOf(folder, paths, configFile) {
    const absolute = (paths.length === 0 ? ["."] : paths).map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, path));
    const missing = absolute.filter((path) => (0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOnDisk */ .f)(path) === null);
    if (missing.length > 0) {
        throw new _model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e(missing.map((path) => (0,_model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemAt */ .l)("usage", `there is nothing at ${shownFrom(folder, path)}`, "name a folder or file that exists")));
    }
    const common = commonFolder(absolute.map((path) => ((0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOnDisk */ .f)(path) === "folder" ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))));
    const explicit = configFile === undefined ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, configFile);
    if (explicit !== null && (0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOnDisk */ .f)(explicit) !== "file") {
        throw new _model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e([
            (0,_model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemAt */ .l)("usage", `there is no configuration at ${shownFrom(folder, explicit)}`, "name the file with --config"),
        ]);
    }
    const found = explicit ?? configurationAbove(common);
    const root = explicit !== null || found === null ? common : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(found);
    return {
        root,
        rootName: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(root) || "model",
        tree: (0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .disk */ .E)(root),
        scope: absolute.map((path) => slashed((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, path))),
        configuration: found,
        pathPrefix: prefixFrom(folder, root),
    };
}
const slashed = (path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/");
const shownFrom = (folder, path) => slashed((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, path)) || ".";
function prefixFrom(folder, root) {
    const way = slashed((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, root));
    return way === "" ? "" : `${way}/`;
}
function commonFolder(folders) {
    const [first = ".", ...rest] = folders;
    return rest.reduce((common, folder) => {
        let shared = common;
        while (folder !== shared && !folder.startsWith(shared.endsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep) ? shared : shared + node_path__WEBPACK_IMPORTED_MODULE_0__.sep))
            shared = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(shared);
        return shared;
    }, first);
}
/** `referee.yaml` in a folder or above it, no further than the repository's top. */
function configurationAbove(start) {
    for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, configurationName);
        if ((0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOnDisk */ .f)(path) === "file")
            return path;
        const atTop = (0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOnDisk */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, ".git")) !== null;
        if (atTop || folder === (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder) || !insideRepository(folder))
            return null;
    }
}
function insideRepository(folder) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at)) {
        if ((0,_world_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOnDisk */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(at, ".git")) !== null)
            return true;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at))
            return false;
    }
}


/***/ }),

/***/ 8791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ evidenceOf),
  k: () => (/* binding */ gather)
});

// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/normalise/mapping.js
var normalise_mapping = __webpack_require__(874);
// EXTERNAL MODULE: ./build/src/normalise/instant.js
var instant = __webpack_require__(8377);
// EXTERNAL MODULE: ./build/src/normalise/metric-vocabulary.js + 1 modules
var metric_vocabulary = __webpack_require__(1763);
;// CONCATENATED MODULE: ./build/src/normalise/number.js
const numberText = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const nonFiniteText = {
    nan: "NaN",
    ".nan": "NaN",
    "+nan": "NaN",
    "-nan": "NaN",
    inf: "Infinity",
    "+inf": "Infinity",
    ".inf": "Infinity",
    infinity: "Infinity",
    "+infinity": "Infinity",
    "-inf": "-Infinity",
    "-.inf": "-Infinity",
    "-infinity": "-Infinity",
};
/**
 * Reads a number from what a file holds.
 *
 * @param numbersAsText true for formats that write numbers as text; a finite number in quotes is otherwise a wrong type
 */
function readNumber(written, numbersAsText) {
    if (typeof written === "number")
        return fromNumber(written);
    if (written === null || written === undefined)
        return { kind: "none" };
    if (typeof written !== "string")
        return { kind: "wrong-type", found: Array.isArray(written) ? "a list" : `a ${typeof written}` };
    const text = written.trim();
    const nonFinite = Object.hasOwn(nonFiniteText, text.toLowerCase()) ? nonFiniteText[text.toLowerCase()] : undefined;
    if (nonFinite !== undefined)
        return { kind: "non-finite", nonFinite };
    if (numbersAsText && numberText.test(text))
        return fromNumber(Number(text));
    return { kind: "wrong-type", found: numberText.test(text) ? "a number written as text" : "text" };
}
function fromNumber(value) {
    if (Number.isFinite(value))
        return { kind: "number", value };
    return { kind: "non-finite", nonFinite: Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity" };
}

;// CONCATENATED MODULE: ./build/src/normalise/facts.js



/** Facts from what an adapter stated: names, units, numbers and dates made alike. Bad numbers bring a `problem` fact. */
function toFacts(statements, file) {
    const facts = [];
    for (const statement of statements)
        addFact(statement, file, facts);
    return facts;
}
function addFact(statement, file, facts) {
    switch (statement.kind) {
        case "measurement":
            return addMeasurement(statement, file, facts);
        case "drift":
            return addDrift(statement, file, facts);
        case "attribution":
            return addAttribution(statement, file, facts);
        case "check":
            facts.push(check(statement, common(statement, file)));
            return;
        case "card":
            facts.push(card(statement, common(statement, file)));
            return;
        case "dataset":
            facts.push(dataset(statement, common(statement, file)));
            return;
        case "model":
            facts.push(model(statement, common(statement, file)));
            return;
        case "run":
            facts.push(run(statement, common(statement, file)));
            return;
        case "rollout":
            facts.push(rollout(statement, common(statement, file)));
            return;
        case "experiment":
            facts.push(experiment(statement, common(statement, file)));
            return;
        case "approval":
            facts.push(approval(statement, common(statement, file)));
            return;
        case "table":
            facts.push(table(statement, common(statement, file)));
            return;
        case "problem":
            facts.push({
                ...common(statement, file),
                kind: "problem",
                problem: statement.problem,
                message: statement.message,
                mend: statement.mend,
            });
            return;
    }
}
const sourceOf = (path, where) => ({
    path,
    pointer: where.pointer ?? null,
    line: where.line ?? null,
    column: where.column ?? null,
    digest: null,
});
function common(statement, file) {
    return {
        model: file.model,
        version: statement.version ?? null,
        format: file.format,
        at: (0,instant/* readInstant */.W)(statement.at),
        vouched: file.vouched,
        source: sourceOf(file.path, statement.where),
    };
}
function addMeasurement(statement, file, facts) {
    const meaning = (0,metric_vocabulary/* interpretMetric */.s0)(statement.metric_name ?? statement.raw_metric);
    const number = readNumber(statement.value, file.numbersAsText);
    const shared = common(statement, file);
    const unit = unitOf(statement.unit, meaning, number);
    facts.push({
        model: shared.model,
        version: shared.version,
        format: shared.format,
        at: shared.at,
        vouched: shared.vouched,
        source: shared.source,
        kind: "measurement",
        metric: statement.metric ?? meaning.metric,
        raw_metric: statement.raw_metric,
        value: number.kind === "number" ? number.value : null,
        non_finite: nonFiniteOf(number),
        unit: unit.unit,
        unit_guessed: statement.unit_guessed ?? unit.guessed,
        higher_is_better: statement.higher_is_better ?? meaning.higherIsBetter,
        dataset: statement.dataset ?? null,
        split: statement.split ?? meaning.split,
        slice: statement.slice ?? meaning.slice,
        n: statement.n ?? null,
        trials: statement.trials ?? trialsOf(statement, meaning),
        standard_error: statement.standard_error ?? null,
        interval: statement.interval ?? null,
        threshold: statement.threshold ?? null,
        fold: statement.fold ?? null,
        step: statement.step ?? null,
        protocol: statement.protocol ?? meaning.protocol,
        run: statement.run ?? null,
        claimed: statement.claimed ?? file.claims,
        about: statement.about ?? null,
    });
    badNumber(number, statement.raw_metric, shared, facts);
}
/** The rows behind a rate over rows are its trials; of other rates the denominator is known only where it is stated. */
const trialsOf = ({ n, protocol }, meaning) => meaning.kind === "rate" && meaning.trials === "rows" && (protocol ?? meaning.protocol) === null ? (n ?? null) : null;
/**
 * The unit, and whether it is a guess. A share above 1 without a unit may be per cent or a mistake: it is called per
 * cent, and the guess is said, so that no rule compares 97 with 0.97 silently.
 */
function unitOf(stated, meaning, number) {
    if (stated !== null && stated !== undefined)
        return { unit: stated, guessed: false };
    if (meaning.unit !== "proportion" || meaning.unitStated || number.kind !== "number")
        return { unit: meaning.unit, guessed: false };
    const { value } = number;
    const largest = Math.max(Math.abs(meaning.range.lower ?? 1), Math.abs(meaning.range.upper ?? 1));
    return Math.abs(value) <= largest ? { unit: "proportion", guessed: false } : { unit: "percent", guessed: true };
}
const nonFiniteOf = (number) => number.kind === "non-finite" ? number.nonFinite : null;
function badNumber(number, name, shared, facts) {
    if (number.kind === "number" || number.kind === "none")
        return;
    facts.push(number.kind === "non-finite"
        ? {
            ...shared,
            kind: "problem",
            problem: "non-finite",
            message: `${name} is ${number.nonFinite}`,
            mend: "find out why it could not be computed, and evaluate again",
        }
        : {
            ...shared,
            kind: "problem",
            problem: "wrong-type",
            message: `${name} is ${number.found} where a number is due`,
            mend: "write a number, without quotes",
        });
}
function addDrift(statement, file, facts) {
    const shared = common(statement, file);
    const score = readNumber(statement.score, true);
    const pValue = readNumber(statement.p_value, true);
    facts.push({
        model: shared.model,
        version: shared.version,
        format: shared.format,
        at: shared.at,
        vouched: shared.vouched,
        source: shared.source,
        kind: "drift",
        scope: statement.scope,
        column: statement.column ?? null,
        method: statement.method ?? null,
        score: score.kind === "number" ? score.value : null,
        p_value: pValue.kind === "number" ? pValue.value : null,
        non_finite: nonFiniteOf(score) ?? nonFiniteOf(pValue),
        threshold: statement.threshold ?? null,
        drifted: statement.drifted ?? null,
        n_reference: statement.n_reference ?? null,
        n_current: statement.n_current ?? null,
        share: statement.share ?? null,
    });
    const name = `the drift of ${statement.column ?? statement.scope}`;
    badNumber(score, name, shared, facts);
    badNumber(pValue, name, shared, facts);
}
function addAttribution(statement, file, facts) {
    const shared = common(statement, file);
    const importance = readNumber(statement.importance, true);
    facts.push({
        model: shared.model,
        version: shared.version,
        format: shared.format,
        at: shared.at,
        vouched: shared.vouched,
        source: shared.source,
        kind: "attribution",
        method: statement.method ?? null,
        feature: statement.feature,
        importance: importance.kind === "number" ? importance.value : null,
        non_finite: nonFiniteOf(importance),
        slice: statement.slice ?? {},
        instance: statement.instance ?? null,
    });
    badNumber(importance, `the importance of ${statement.feature}`, shared, facts);
}
const check = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "check",
    name: statement.name,
    column: statement.column ?? null,
    passed: statement.passed,
    observed: statement.observed ?? null,
    expected: statement.expected ?? null,
    severity: statement.severity ?? null,
    message: statement.message ?? null,
    suite: statement.suite ?? false,
});
const card = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "card",
    section: statement.section ?? null,
    title: statement.title ?? null,
    words: statement.words ?? null,
    placeholder: statement.placeholder ?? null,
    text_digest: statement.text_digest ?? null,
    field: statement.field ?? null,
    value: statement.value ?? null,
});
const dataset = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "dataset",
    name: statement.name ?? null,
    role: statement.role ?? null,
    digest: statement.digest ?? null,
    rows: statement.rows ?? null,
    columns: statement.columns ?? null,
    location: statement.location ?? null,
    run: statement.run ?? null,
});
const model = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "model",
    name: statement.name ?? null,
    stage: statement.stage ?? null,
    aliases: statement.aliases ?? null,
    framework: statement.framework ?? null,
    artifact_digest: statement.artifact_digest ?? null,
    created: (0,instant/* readInstant */.W)(statement.created) ?? null,
    run: statement.run ?? null,
});
const run = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "run",
    run_id: statement.run_id ?? null,
    status: statement.status ?? null,
    params: statement.params ?? null,
    code_revision: statement.code_revision ?? null,
    inputs: statement.inputs ?? null,
    outputs: statement.outputs ?? null,
    environment: statement.environment ?? null,
});
const rollout = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "rollout",
    strategy: statement.strategy ?? null,
    steps: statement.steps ?? null,
    traffic: statement.traffic ?? null,
    analysis: statement.analysis ?? null,
    rollback_target: statement.rollback_target ?? null,
    image: statement.image ?? null,
    resources: statement.resources ?? null,
    probes: statement.probes ?? null,
    logging: statement.logging ?? null,
});
const experiment = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "experiment",
    name: statement.name ?? null,
    arms: statement.arms,
    started: (0,instant/* readInstant */.W)(statement.started) ?? null,
    ended: (0,instant/* readInstant */.W)(statement.ended) ?? null,
    looks: statement.looks ?? null,
});
const approval = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "approval",
    by: statement.by ?? null,
    role: statement.role ?? null,
    commit: statement.commit ?? null,
    state: statement.state ?? null,
});
const table = (statement, shared) => ({
    model: shared.model,
    version: shared.version,
    format: shared.format,
    at: shared.at,
    vouched: shared.vouched,
    source: shared.source,
    kind: "table",
    columns: statement.columns,
    rows: statement.rows,
    role: statement.role ?? null,
});

;// CONCATENATED MODULE: ./build/src/gather.js



/** Kinds of problem after which a file's facts are not to be trusted to be all there. */
const breaking = new Set([
    "unreadable",
    "truncated",
    "python-repr",
    "empty",
    "duplicate-key",
    "limit",
    "template",
]);
/** Reads files into facts, in path order. What nobody recognised is listed with `format: null`. */
function gather(files, context) {
    const facts = [];
    const broken = [];
    const summaries = [];
    for (const file of files) {
        const opened = context.reader.open(file.path);
        if (opened === null)
            continue;
        const read = readFile(opened, file, context);
        if (read === null)
            continue;
        for (const fact of read.facts)
            facts.push(fact);
        if (read.broken !== null)
            broken.push(read.broken);
        const problems = read.facts.filter(({ kind }) => kind === "problem").length;
        summaries.push({
            path: file.path,
            format: read.format,
            facts: read.facts.length - problems,
            problems,
            baseline: file.baseline,
        });
    }
    return { facts, broken, files: summaries };
}
function readFile(file, { mappings }, context) {
    const adapter = mappings.length > 0 ? null : context.recognise(file);
    const format = mappings.length > 0 ? "mapped" : (adapter?.id ?? null);
    const shared = {
        path: file.path,
        model: context.model,
        format: format ?? "",
        vouched: context.vouchedFor(file.path),
        numbersAsText: adapter?.numbersAsText === true || file.syntax === "delimited",
        claims: adapter?.claims === true,
    };
    const complete = adapter?.speaksByName === true && file.size === 0;
    const statements = file.broken && !complete ? [] : statementsOf(file, adapter, mappings, context.wanted);
    const facts = toFacts(statements, shared).map((fact) => (format === null ? { ...fact, format: null } : fact));
    for (const { problem, message, mend, line, column } of complete ? [] : file.faults) {
        facts.push({
            kind: "problem",
            problem,
            message,
            mend,
            model: shared.model,
            version: null,
            format,
            at: null,
            vouched: shared.vouched,
            source: { ...(0,source/* wholeFile */.AA)(file.path), line: line ?? 1, column },
        });
    }
    return { facts, format, broken: brokenFile(file, facts, adapter, mappings, format) };
}
function statementsOf(file, adapter, mappings, wanted) {
    if (mappings.length > 0)
        return mappings.filter(({ kind }) => wanted.has(kind)).flatMap((mapping) => (0,normalise_mapping/* mapFile */.dd)(file, mapping, wanted.metrics));
    if (adapter === null)
        return [];
    try {
        return adapter.read(file, wanted);
    }
    catch (error) {
        // Depth and size are bounded before; what is left is a file that drives its reader out of its stack, or our fault.
        const message = error instanceof RangeError
            ? "the file is nested too deep for its reader"
            : `the reader of ${adapter.id} failed on this file: ${error instanceof Error ? error.message : "unknown"}`;
        return [
            {
                kind: "problem",
                where: { line: 1 },
                problem: "unreadable",
                message,
                mend: "report the file's shape to the project",
            },
        ];
    }
}
function brokenFile(file, facts, adapter, mappings, format) {
    const problem = facts.find((fact) => fact.kind === "problem" && breaking.has(fact.problem));
    if (problem === undefined)
        return null;
    const gives = mappings.length > 0 ? mappings.map(({ kind }) => kind) : (adapter?.gives ?? givesByName(file.name));
    const metrics = mappings.map(normalise_mapping/* mappedMetrics */.bA);
    return {
        source: problem.source,
        problem: problem.problem,
        message: problem.message,
        mend: problem.mend,
        format,
        gives,
        claims: adapter?.claims === true || (adapter === null && mappings.length === 0 && gives.includes("card")),
        metrics: metrics.length > 0 && metrics.every((names) => names !== null)
            ? metrics.flat().filter((name) => name !== null)
            : null,
    };
}
/** What a file that cannot be recognised would most likely have held, by its name: nothing where it does not tell. */
function givesByName(name) {
    const lower = name.toLowerCase();
    if (/^readme\.|card/.test(lower))
        return ["card"];
    if (/drift|evidently|nannyml|whylog/.test(lower))
        return ["drift"];
    if (/metric|eval|result|score|report|summary/.test(lower))
        return ["measurement", "drift", "check"];
    if (/valid|expectation|quality|check/.test(lower))
        return ["check"];
    return [];
}
/** The facts of one side of a model, by kind. */
function evidenceOf({ facts, broken, files }) {
    const byKind = new Map();
    return {
        of(kind) {
            let known = byKind.get(kind);
            if (known === undefined)
                byKind.set(kind, (known = facts.filter((fact) => fact.kind === kind)));
            // Filtered by the very kind that the type names.
            return known;
        },
        broken,
        files,
    };
}


/***/ }),

/***/ 8402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   G: () => (/* binding */ disguise)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6498);

const starts = (bytes, ...signature) => signature.every((byte, index) => bytes[index] === byte);
const binarySignatures = [
    { signature: [0x50, 0x4b, 0x03, 0x04], name: "a ZIP archive", mend: "unpack it, or ignore it" },
    { signature: [0x1f, 0x8b], name: "gzip-compressed", mend: "commit it uncompressed" },
    { signature: [0x28, 0xb5, 0x2f, 0xfd], name: "Zstandard-compressed", mend: "commit it uncompressed" },
    {
        signature: [0x00, 0x05, 0x16, 0x07],
        name: "an AppleDouble file, which macOS writes beside the real one",
        mend: "delete it and ignore ._*",
    },
    { signature: [0x89, 0x50, 0x4e, 0x47], name: "a PNG image", mend: "write the numbers as text" },
    { signature: [0x89, 0x48, 0x44, 0x46], name: "an HDF5 file", mend: "write the numbers as text" },
    { signature: [0x25, 0x50, 0x44, 0x46], name: "a PDF document", mend: "write it as text" },
];
/** Text from bytes, or what the bytes are instead. UTF-8 with or without a byte-order mark, and UTF-16 with one, are text. */
function decode(bytes) {
    const known = binarySignatures.find(({ signature }) => starts(bytes, ...signature));
    if (known !== undefined)
        return { text: null, fault: (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)("unreadable", `the file is ${known.name}`, known.mend) };
    if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
        return {
            text: null,
            fault: (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)("unreadable", "the file is UTF-16 text", "save it as UTF-8, which every reader understands"),
        };
    }
    if (bytes.subarray(0, 8192).includes(0)) {
        return { text: null, fault: (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)("unreadable", "the file is binary, not text", "write it as text, or ignore it") };
    }
    const text = utf8(starts(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes);
    if (text.includes("\uFFFD") && !validUtf8(bytes)) {
        return { text: null, fault: (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)("unreadable", "the file is not UTF-8 text", "save it as UTF-8") };
    }
    return { text, fault: null };
}
const utf8 = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
function validUtf8(bytes) {
    try {
        new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}
/** A whole text that is something else than its name says; null where nothing is wrong with it. */
function disguise(text, name) {
    const start = text.slice(0, 512).trimStart();
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
        return (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)("unreadable", "the file is a Git LFS pointer, not its content", "check it out with LFS (lfs: true), or take it out of LFS", { line: 1, column: 1 });
    }
    if (/^<(!doctype\s+html|html|head|body)\b/i.test(start) && !/\.(html?|xhtml|md|markdown)$/i.test(name)) {
        return (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .D)("unreadable", "the file is a web page, often an error page that was saved", "fetch it again and look at the status", { line: 1, column: 1 });
    }
    return null;
}


/***/ }),

/***/ 7352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ frontMatterSubsetPlaces),
  M: () => (/* binding */ parseFrontMatterSubset)
});

// EXTERNAL MODULE: ./build/src/model/source.js
var source = __webpack_require__(4198);
;// CONCATENATED MODULE: ./build/src/read/yaml-scalar.js
const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;
const decimal = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const otherNumber = /^(?:0o[0-7]|0x[0-9a-fA-F]|[-+]?\.(?:inf|nan))/i;
/**
 * What a plain scalar is by YAML's core schema: a number, a boolean or a text. Undefined for null, and for the numbers
 * that are rare enough to be left to a whole parser: octal, hexadecimal, not finite, of more than 15 digits.
 */
function scalarOf(plain) {
    const first = plain.charCodeAt(0);
    // Digits, "+", "-" and ".": only these begin a number.
    if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
        if (decimal.test(plain))
            return plain.length > 32 ? undefined : decimalOf(plain);
        return otherNumber.test(plain) ? undefined : plain;
    }
    if (plain.length > 5)
        return plain;
    switch (plain) {
        case "true":
        case "True":
        case "TRUE":
            return true;
        case "false":
        case "False":
        case "FALSE":
            return false;
        case "null":
        case "Null":
        case "NULL":
        case "~":
        case "":
            return undefined;
        default:
            return plain;
    }
}
function decimalOf(plain) {
    const value = Number(plain);
    const exact = Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || !/^[-+]?[0-9]+$/.test(plain));
    return exact ? value : undefined;
}
/** Offset just past the quoted scalar that begins at `start`; -1 where it does not end before `end`. */
function quotedEnd(text, start, end) {
    const quote = text.charCodeAt(start);
    for (let at = start + 1; at < end; at++) {
        const code = text.charCodeAt(at);
        if (quote === QUOTE && code === BACKSLASH)
            at++;
        else if (code === quote) {
            if (quote !== APOSTROPHE || text.charCodeAt(at + 1) !== APOSTROPHE)
                return at + 1;
            at++;
        }
    }
    return -1;
}
const escapes = { '"': '"', "\\": "\\", "/": "/", n: "\n", t: "\t", r: "\r" };
/** The text of a quoted scalar from `start` to just past its end; undefined where it has an escape that is rare. */
function quotedText(text, start, end) {
    const inner = text.slice(start + 1, end - 1);
    if (text.charCodeAt(start) === APOSTROPHE)
        return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
    if (!inner.includes("\\"))
        return inner;
    if (!/^(?:[^\\]|\\["\\/ntr]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*$/.test(inner))
        return undefined;
    return inner.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex, sign) => hex === undefined ? (escapes[sign ?? ""] ?? "") : String.fromCharCode(Number.parseInt(hex, 16)));
}

;// CONCATENATED MODULE: ./build/src/read/front-matter-subset.js


/**
 * The part of YAML 1.2 (core schema) that most front matter is written in: block mappings and block lists of plain and
 * quoted scalars that stand on one line. Whatever else there is, valid or not, is left to a whole YAML parser, which
 * gives the same value for all that is read here and costs many times more.
 */
/** Tabs, control characters, byte-order marks, lone surrogates: rules for them differ, so they are not ours. */
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufe00-\ufefe\uff00-\uffef\u{10000}-\u{1fffd}]/u;
const maxDepth = 40;
const CR = 13;
const SPACE = 32;
const front_matter_subset_QUOTE = 34;
const HASH = 35;
const front_matter_subset_APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
/** Characters that a plain scalar cannot begin with; `-`, `?` and `:` may, where no space follows. */
const indicators = new Set([...",[]{}#&*!|>'\"%@`"].map((sign) => sign.charCodeAt(0)));
/** What is read is not of the subset. */
const notMine = Symbol("not of the subset");
class SubsetReader {
    text;
    places;
    /** Offset of the current line's first character, of its content and of its end (without a comment's text taken off). */
    #lineStart = 0;
    #content = 0;
    #end = 0;
    #next = 0;
    #line = 0;
    /** Column of the content, from 0; -1 at the end of the text. */
    #indent = 0;
    constructor(text, places, firstLine) {
        this.text = text;
        this.places = places;
        this.#line = firstLine - 1;
    }
    document() {
        this.#advance();
        if (this.#indent < 0)
            return notMine;
        const value = this.#block(this.#indent, "", 0);
        return this.#indent >= 0 ? notMine : value;
    }
    /** Goes to the next line that holds more than a comment. */
    #advance() {
        const { text } = this;
        for (;;) {
            if (this.#next >= text.length) {
                this.#indent = -1;
                return;
            }
            const start = this.#next;
            let end = text.indexOf("\n", start);
            if (end < 0)
                end = text.length;
            this.#next = end + 1;
            this.#line++;
            if (text.charCodeAt(end - 1) === CR && end > start)
                end--;
            let content = start;
            while (content < end && text.charCodeAt(content) === SPACE)
                content++;
            if (content === end || text.charCodeAt(content) === HASH)
                continue;
            while (text.charCodeAt(end - 1) === SPACE)
                end--;
            this.#lineStart = start;
            this.#content = content;
            this.#end = end;
            this.#indent = content - start;
            return;
        }
    }
    /** True where the content begins with a dash and a space, or is a dash. */
    #isItem() {
        if (this.text.charCodeAt(this.#content) !== DASH)
            return false;
        return this.#content + 1 === this.#end || this.text.charCodeAt(this.#content + 1) === SPACE;
    }
    #mark(at, offset) {
        this.places?.set(at, { line: this.#line, column: offset - this.#lineStart + 1 });
    }
    #block(indent, at, depth) {
        if (depth > maxDepth)
            return notMine;
        this.#mark(at, this.#content);
        return this.#isItem() ? this.#list(indent, at, depth) : this.#mapping(indent, at, depth);
    }
    #list(indent, at, depth) {
        const items = [];
        while (this.#indent === indent && this.#isItem()) {
            const item = this.#item(indent, this.places === undefined ? "" : (0,source/* pointer */.Wn)(at, items.length), depth);
            if (item === notMine)
                return notMine;
            items.push(item);
        }
        return this.#indent > indent ? notMine : items;
    }
    #item(indent, at, depth) {
        const { text } = this;
        const dash = this.#content;
        let content = dash + 1;
        while (content < this.#end && text.charCodeAt(content) === SPACE)
            content++;
        if (content === this.#end || text.charCodeAt(content) === HASH) {
            this.#mark(at, dash);
            this.#advance();
            return this.#indent > indent ? this.#block(this.#indent, at, depth + 1) : null;
        }
        // The rest of the line is a line of its own, further in.
        this.#content = content;
        this.#indent = content - this.#lineStart;
        if (this.#isItem())
            return notMine;
        if (this.#keyEnd() >= 0)
            return this.#block(this.#indent, at, depth + 1);
        return this.#scalar(content, indent, at);
    }
    #mapping(indent, at, depth) {
        const mapping = {};
        while (this.#indent === indent) {
            const keyEnd = this.#keyEnd();
            if (keyEnd < 0)
                return notMine;
            const key = this.#key(keyEnd);
            if (key === undefined || Object.hasOwn(mapping, key))
                return notMine;
            const value = this.#entry(keyEnd, indent, this.places === undefined ? "" : (0,source/* pointer */.Wn)(at, key), depth);
            if (value === notMine)
                return notMine;
            if (key === "__proto__") {
                Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
            }
            else
                mapping[key] = value;
        }
        return this.#indent > indent ? notMine : mapping;
    }
    #entry(keyEnd, indent, at, depth) {
        const { text } = this;
        let content = keyEnd + 1;
        while (content < this.#end && text.charCodeAt(content) === SPACE)
            content++;
        if (content < this.#end && text.charCodeAt(content) !== HASH)
            return this.#scalar(content, indent, at);
        this.#mark(at, this.#content);
        this.#advance();
        if (this.#indent > indent || (this.#indent === indent && this.#isItem())) {
            return this.#block(this.#indent, at, depth + 1);
        }
        return null;
    }
    /** Offset of the colon that ends the key at the content; -1 where there is none. */
    #keyEnd() {
        const { text } = this;
        const first = text.charCodeAt(this.#content);
        let colon = this.#content;
        if (first === front_matter_subset_QUOTE || first === front_matter_subset_APOSTROPHE) {
            colon = quotedEnd(text, this.#content, this.#end);
            return colon >= 0 && text.charCodeAt(colon) === COLON && this.#endsKey(colon) ? colon : -1;
        }
        do {
            colon = text.indexOf(":", colon + 1);
            if (colon < 0 || colon >= this.#end)
                return -1;
        } while (!this.#endsKey(colon));
        return colon;
    }
    #endsKey = (colon) => colon + 1 === this.#end || this.text.charCodeAt(colon + 1) === SPACE;
    /** Undefined where the key is no plain or quoted text of the subset. */
    #key(keyEnd) {
        if (keyEnd - this.#content > 500)
            return undefined;
        const first = this.text.charCodeAt(this.#content);
        if (first === front_matter_subset_QUOTE || first === front_matter_subset_APOSTROPHE)
            return quotedText(this.text, this.#content, keyEnd);
        const key = this.text.slice(this.#content, keyEnd);
        if (!this.#mayBegin(this.#content) || key.endsWith(" ") || key.includes(" #") || key === "<<")
            return undefined;
        // Keys that are no text have rules of their own.
        return typeof scalarOf(key) === "string" ? key : undefined;
    }
    #mayBegin(offset) {
        const first = this.text.charCodeAt(offset);
        if (indicators.has(first))
            return false;
        if (first !== DASH && first !== COLON && first !== 63)
            return true;
        const second = offset + 1 < this.#end ? this.text.charCodeAt(offset + 1) : SPACE;
        return second !== SPACE;
    }
    /** A scalar that begins at `content` and ends on its line; `indent` is that of the mapping or list it stands in. */
    #scalar(content, indent, at) {
        this.#mark(at, content);
        const value = this.#scalarOnLine(content);
        this.#advance();
        // A line further in would continue a plain scalar, or be a mistake.
        return this.#indent > indent ? notMine : value;
    }
    #scalarOnLine(content) {
        const { text } = this;
        const first = text.charCodeAt(content);
        if (first === front_matter_subset_QUOTE || first === front_matter_subset_APOSTROPHE) {
            const end = quotedEnd(text, content, this.#end);
            if (end < 0 || !/^(?: +#.*)?$/.test(text.slice(end, this.#end)))
                return notMine;
            return quotedText(text, content, end) ?? notMine;
        }
        if (!this.#mayBegin(content))
            return this.#emptyFlow(content);
        let plain = text.slice(content, this.#end);
        const comment = plain.indexOf(" #");
        if (comment >= 0)
            plain = plain.slice(0, comment).trimEnd();
        if (plain.includes(": ") || plain.endsWith(":"))
            return notMine;
        return scalarOf(plain) ?? (isNull(plain) ? null : notMine);
    }
    #emptyFlow(content) {
        const rest = this.text.slice(content, this.#end);
        if (rest === "[]")
            return [];
        return rest === "{}" ? {} : notMine;
    }
}
const isNull = (plain) => plain === "null" || plain === "~" || plain === "Null" || plain === "NULL";
function read(yaml, places, firstLine) {
    if (unusual.test(yaml) || yaml.startsWith("%") || /(?:^|\n)(?:---|\.\.\.)(?=[\s]|$)/.test(yaml))
        return undefined;
    if (yaml.includes("\r") && /\r(?!\n|$)/.test(yaml))
        return undefined;
    const value = new SubsetReader(yaml, places, firstLine).document();
    return value === notMine ? undefined : value;
}
/** The value of a front matter; undefined where it is not of the subset, valid or not, or is empty. */
const parseFrontMatterSubset = (yaml) => read(yaml, undefined, 1);
/**
 * Where the value of every RFC 6901 pointer begins; empty values stand where their key does. Undefined where the front
 * matter is not of the subset.
 *
 * @param firstLine line of the text's first line in its file
 */
function frontMatterSubsetPlaces(yaml, firstLine) {
    const places = new Map();
    return read(yaml, places, firstLine) === undefined ? undefined : places;
}


/***/ }),

/***/ 5091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   je: () => (/* binding */ extensionOf),
/* harmony export */   m3: () => (/* binding */ mayHoldEvidence),
/* harmony export */   rS: () => (/* binding */ syntaxOf)
/* harmony export */ });
const byExtension = {
    json: "json",
    ipynb: "json",
    sarif: "json",
    jsonl: "json-lines",
    ndjson: "json-lines",
    yaml: "yaml",
    yml: "yaml",
    lock: "yaml",
    dvc: "yaml",
    toml: "toml",
    md: "front-matter",
    markdown: "front-matter",
    mdx: "front-matter",
    qmd: "front-matter",
    csv: "delimited",
    tsv: "delimited",
    xml: "xml",
    parquet: "parquet",
};
/** Files that never hold evidence: they are not opened, and are listed as what they are only in a full listing. */
const neverEvidence = new Set(("png jpg jpeg gif svg webp ico bmp tif tiff mp3 mp4 wav ogg avi mov webm woff woff2 ttf eot otf " +
    "py pyc pyi ipynb_checkpoints js mjs cjs ts tsx jsx java class jar go rs c h cc cpp hpp cs rb php swift kt scala r sh bash zsh bat ps1 " +
    "css scss less map wasm so dll dylib o a exe bin whl gz tgz zip tar bz2 xz 7z rar zst " +
    "pkl pickle joblib pt pth ckpt h5 hdf5 onnx safetensors gguf ggml pb tflite mlmodel npy npz msgpack tfrecord model ubj cbm wandb").split(" "));
const extensionOf = (name) => {
    const dot = name.lastIndexOf(".");
    return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
};
/**
 * False for source code, images, archives and weights, which no adapter reads.
 *
 * @param path the file's path where it is known: MLflow names files below `metrics` by metric and slice, and
 * `test_auc.country.PT` is no PyTorch model
 */
const mayHoldEvidence = (path) => !neverEvidence.has(extensionOf(path.slice(path.lastIndexOf("/") + 1))) || /(^|\/)metrics\/.*\.[A-Z]{2}$/.test(path);
/** How a file is written, by its name; files without a telling name are looked into. */
function syntaxOf(name, text) {
    const known = byExtension[extensionOf(name)];
    if (known !== undefined)
        return known;
    if (/(^|[-_ ])MLmodel$/.test(name))
        return "yaml";
    const first = text.slice(0, 64).trimStart()[0];
    return first === "{" || first === "[" ? "json" : "text";
}


/***/ }),

/***/ 4053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ survey),
  W: () => (/* binding */ wantEverything)
});

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./build/src/model/source.js
var model_source = __webpack_require__(4198);
// EXTERNAL MODULE: ./build/src/normalise/drift-methods.js
var drift_methods = __webpack_require__(3732);
// EXTERNAL MODULE: ./build/src/read/shape.js
var shape = __webpack_require__(2303);
;// CONCATENATED MODULE: ./build/src/adapters/alibi-detect.js



/** The dictionary that `predict` of a drift detector gives, saved as JSON. */
const alibiDetect = {
    id: "alibi-detect",
    title: "alibi-detect drift prediction",
    definedAt: "https://docs.seldon.io/projects/alibi-detect/en/stable/cd/background.html",
    versions: "0.13.0; detectors on streams from the schema, not seen",
    reads: "The verdict, p-values with their limit and distances, of each feature and of the whole. Features have no names: `feature 0` is the first. A detector that met NaN says no drift: that is read as no verdict.",
    leaves: "The limit on the distance, and kernels and predictions of classifiers.",
    syntax: ["json"],
    gives: ["drift"],
    recognises: ({ value }) => (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "data"), "is_drift") && (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "meta"), "name", "version"),
    read({ value }) {
        const data = (0,shape/* member */.Dc)(value, "data");
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, "meta"), "name")) ?? "";
        const prediction = {
            data,
            method: (0,drift_methods/* driftMethodOf */.QP)("alibi-detect", name)?.id ?? name,
            threshold: (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(data, "threshold")) ?? null,
            features: Math.max(...["is_drift", "p_val", "distance"].map((key) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(data, key))?.length ?? 0)),
        };
        const verdicts = (0,shape/* isList */.Lv)((0,shape/* member */.Dc)(data, "is_drift"));
        const several = verdicts || prediction.features > 1;
        return [
            ...(verdicts ? [] : [whole(prediction, several)]),
            ...(several ? Array.from({ length: prediction.features }, (_, index) => feature(prediction, index)) : []),
        ];
    },
};
/** An element of a list, or the only number; undefined where there is none. */
function at(found, index) {
    const value = (0,shape/* isList */.Lv)(found) ? found[index] : found;
    return value === null ? undefined : value;
}
/** The statistic: `distance`, or `test_stat` of a detector on a stream. */
const distanceKey = (data) => ((0,shape/* hasKeys */.xV)(data, "distance") ? "distance" : "test_stat");
const verdictOf = (value) => value === 1 || value === true ? true : value === 0 || value === false ? false : null;
const isNaNumber = (value) => typeof value === "number" && Number.isNaN(value);
function numbersAt(data, index) {
    const score = at((0,shape/* member */.Dc)(data, distanceKey(data)), index);
    const p_value = at((0,shape/* member */.Dc)(data, "p_val"), index);
    return { ...(score === undefined ? {} : { score }), ...(p_value === undefined ? {} : { p_value }) };
}
/** Where the number of a feature stands: the p-value, else the statistic, else the verdict alone. */
function placeOf(data, index) {
    const key = ["p_val", distanceKey(data)].find((name) => at((0,shape/* member */.Dc)(data, name), index) !== undefined);
    if (key === undefined)
        return "/data/is_drift";
    return (0,shape/* isList */.Lv)((0,shape/* member */.Dc)(data, key)) ? (0,model_source/* pointer */.Wn)("/data", key, index) : (0,model_source/* pointer */.Wn)("/data", key);
}
/** One feature; its own verdict where the detector was asked for it, none where it judged all features together. */
function feature({ data, method, threshold }, index) {
    const numbers = numbersAt(data, index);
    const unknown = isNaNumber(numbers.p_value) || isNaNumber(numbers.score);
    const verdicts = (0,shape/* list */.p_)((0,shape/* member */.Dc)(data, "is_drift"));
    return {
        kind: "drift",
        scope: "column",
        column: `feature ${String(index)}`,
        method,
        ...numbers,
        threshold,
        drifted: unknown ? null : verdictOf(verdicts?.[index]),
        where: { pointer: placeOf(data, index) },
    };
}
function whole({ data, method, threshold }, several) {
    const numbers = several ? {} : numbersAt(data, 0);
    const drifted = verdictOf((0,shape/* member */.Dc)(data, "is_drift"));
    const tested = [(0,shape/* member */.Dc)(data, "p_val"), (0,shape/* member */.Dc)(data, distanceKey(data))].flatMap((found) => (0,shape/* list */.p_)(found) ?? [found ?? null]);
    return {
        kind: "drift",
        scope: "dataset",
        method,
        ...numbers,
        threshold,
        drifted: drifted === false && tested.some(isNaNumber) ? null : drifted,
        where: { pointer: several ? "/data/is_drift" : placeOf(data, 0) },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/argo-workflow.js

const kinds = new Set(["Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"]);
/** A workflow of Argo, such as Kubeflow Pipelines compiles to: what would run, and no result of it. */
const argoWorkflow = {
    id: "argo-workflow",
    title: "Argo workflow",
    definedAt: "https://argo-workflows.readthedocs.io/en/latest/fields/",
    versions: "argoproj.io/v1alpha1",
    reads: "Nothing: a workflow holds no values of a run.",
    leaves: "Steps, images and parameters.",
    syntax: ["yaml", "json"],
    gives: [],
    recognises: ({ value }) => ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "apiVersion")) ?? "").startsWith("argoproj.io/") &&
        kinds.has((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "kind")) ?? ""),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/families/confusion-document.js


/** Confusion matrices as scikit-learn users dump them: rows are what was true, columns what was predicted. */
const isCount = (value) => {
    const count = (0,shape/* numeric */.sH)(value);
    return count !== undefined && Number.isInteger(count) && count >= 0;
};
const isSquare = (value) => {
    const rows = (0,shape/* list */.p_)(value) ?? [];
    return (rows.length > 1 &&
        rows.length <= 1000 &&
        rows.every((row) => (0,shape/* isList */.Lv)(row) && row.length === rows.length && row.every(isCount)));
};
const matrixKeys = ["matrix", "confusion_matrix", "cm", "values", "data"];
const labelKeys = ["labels", "classes", "class_names", "target_names", "categories", "label_names"];
const otherKeys = /^(normalize[d]?|model|version|dataset|split|threshold|description|title|n|total|timestamp|date)$/i;
/** The matrix of a document and its labels; undefined where it holds none, or more than that. */
function labelledMatrix(value, fileName) {
    if (isSquare(value) && /confusion|(^|[^a-z])cm([^a-z]|$)/i.test(fileName))
        return { base: "", matrix: value, labels: value.map((_, index) => String(index)) };
    const key = matrixKeys.find((name) => isSquare((0,shape/* member */.Dc)(value, name)));
    const matrix = key === undefined ? undefined : (0,shape/* member */.Dc)(value, key);
    if (key === undefined || !isSquare(matrix))
        return undefined;
    const labelKey = labelKeys.find((name) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, name))?.length === matrix.length);
    const known = (0,shape/* members */.ol)(value).every(([name]) => name === key || name === labelKey || otherKeys.test(name));
    if (!known || (labelKey === undefined && !/confusion|cm/i.test(key)))
        return undefined;
    const labels = (0,shape/* list */.p_)(labelKey === undefined ? undefined : (0,shape/* member */.Dc)(value, labelKey)) ?? matrix.map((_, at) => at);
    return { base: (0,model_source/* pointer */.Wn)("", key), matrix, labels: labels.map((label, at) => (0,shape/* scalarText */.ws)(label) ?? String(at)) };
}
const named = (label, prefix) => label.trim().replace(prefix, "");
const truePrefix = /^(true|actual)[_ :-]+/i;
const predictedPrefix = /^(pred|predicted)[_ :-]+/i;
/** True for a CSV whose header names what was predicted and whose first column what was true. */
function isMatrixTable({ header, rows }) {
    if (rows.length < 2 || header.length !== rows.length + 1)
        return false;
    if (!rows.every((row) => row.length === header.length && row.slice(1).every(isCount)))
        return false;
    const predicted = header.slice(1).map((label) => named(label, predictedPrefix));
    return rows.every((row, index) => named(row[0] ?? "", truePrefix) === predicted[index]);
}
/** True where a file is a confusion matrix of counts and nothing else. */
const isConfusionMatrix = (file) => file.syntax === "delimited"
    ? file.table !== undefined && isMatrixTable(file.table)
    : labelledMatrix(file.value, file.name) !== undefined;
/** The cells of the matrix. */
function confusionCells(file) {
    if (file.table !== undefined)
        return tableCells(file.table);
    const found = labelledMatrix(file.value, file.name);
    if (found === undefined)
        return [];
    const { base, matrix, labels } = found;
    return matrix.flatMap((row, actual) => ((0,shape/* list */.p_)(row) ?? []).map((count, predicted) => ({
        actual: labels[actual] ?? String(actual),
        predicted: labels[predicted] ?? String(predicted),
        count,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, actual, predicted) },
    })));
}
const tableCells = (table) => table.rows.flatMap((row, index) => row.slice(1).map((count, at) => ({
    actual: named(row[0] ?? "", truePrefix),
    predicted: named(table.header[at + 1] ?? "", predictedPrefix),
    count,
    where: { line: table.lineOf(index) },
})));

;// CONCATENATED MODULE: ./build/src/adapters/families/confusion-matrix.js
/** Cells as counts, sliced by what was true and what was predicted. */
const confusionStatements = (cells) => cells.map(({ actual, predicted, count, where }) => ({
    kind: "measurement",
    raw_metric: "confusion_matrix",
    metric: "confusion_matrix",
    unit: "count",
    value: count,
    slice: { actual, predicted },
    where,
}));

;// CONCATENATED MODULE: ./build/src/adapters/confusion-matrix.js


/** Counts of what was true against what was predicted. */
const confusionMatrix = {
    id: "confusion-matrix",
    title: "Confusion matrix",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html",
    versions: "scikit-learn, as JSON with or without labels, or as a data frame in CSV",
    reads: "Each cell as a count, sliced by what was true (the rows) and what was predicted (the columns).",
    leaves: "Nothing; no rate is computed from the counts.",
    syntax: ["json", "yaml", "delimited"],
    gives: ["measurement"],
    recognises: isConfusionMatrix,
    read: (file) => confusionStatements(confusionCells(file)),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/frame.js


const looked = new WeakMap();
/**
 * The data frame that a file holds: CSV, a list of records, JSON lines, or the `split`, `table` and `columns` forms of
 * pandas. Undefined where it holds something else.
 */
function frameOf(file) {
    const known = looked.get(file);
    if (known !== undefined)
        return known.frame;
    const frame = frameIn(file);
    looked.set(file, { frame });
    return frame;
}
function frameIn(file) {
    if (file.syntax === "delimited")
        return ofTable(file);
    if (file.syntax === "json-lines")
        return ofLines(file);
    const { value } = file;
    return recordsFrame(value, "") ?? ofSplit(value) ?? ofSchema(value) ?? ofColumns(value);
}
function ofTable({ table }) {
    if (table === undefined || table.header.length < 2)
        return undefined;
    return {
        columns: table.header,
        rows: table.rows.length,
        cell: (row, column) => table.rows[row]?.[column],
        where: (row) => ({ line: table.lineOf(row) }),
    };
}
function ofLines({ values }) {
    if (values.length < 2 || !values.every(({ value }) => (0,shape/* isRecord */.u4)(value)))
        return undefined;
    const columns = columnsOf(values.map(({ value }) => value));
    return {
        columns,
        rows: values.length,
        cell: (row, column) => (0,shape/* member */.Dc)(values[row]?.value, columns[column] ?? ""),
        where: (row) => ({ line: values[row]?.line ?? 1 }),
    };
}
/** Keys of the records, in the order in which they first come up. */
function columnsOf(records) {
    const columns = new Set();
    for (const record of records.slice(0, 200))
        for (const [key] of (0,shape/* members */.ol)(record))
            columns.add(key);
    return [...columns];
}
/** A list of records that stands at `base` of its document. */
function recordsFrame(value, base) {
    const records = (0,shape/* list */.p_)(value);
    if (records === undefined || records.length === 0 || !records.every(shape/* isRecord */.u4))
        return undefined;
    const columns = columnsOf(records);
    return {
        columns,
        rows: records.length,
        cell: (row, column) => (0,shape/* member */.Dc)(records[row], columns[column] ?? ""),
        where: (row, column) => ({ pointer: (0,model_source/* pointer */.Wn)(base, row, columns[column] ?? "") }),
    };
}
/** `{"columns": […], "index": […], "data": [[…], …]}`. */
function ofSplit(value) {
    const columns = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "columns"))?.map((name) => (0,shape/* text */.Qq)(name) ?? String(name));
    const rows = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "data"));
    if (columns === undefined || rows === undefined || rows.length === 0 || !rows.every(shape/* isList */.Lv))
        return undefined;
    return {
        columns,
        rows: rows.length,
        cell: (row, column) => (0,shape/* list */.p_)(rows[row])?.[column],
        where: (row, column) => ({ pointer: (0,model_source/* pointer */.Wn)("", "data", row, column) }),
    };
}
/** `{"schema": {"fields": […]}, "data": [{…}, …]}`. */
const ofSchema = (value) => (0,shape/* list */.p_)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, "schema"), "fields")) === undefined
    ? undefined
    : recordsFrame((0,shape/* member */.Dc)(value, "data"), "/data");
/** `{"<column>": {"0": …, "1": …}}`, the default of pandas, of a frame whose rows are counted from 0. */
function ofColumns(value) {
    const held = (0,shape/* members */.ol)(value);
    const rows = (0,shape/* members */.ol)(held[0]?.[1]).length;
    const counted = (column) => (0,shape/* isRecord */.u4)(column) && (0,shape/* members */.ol)(column).length === rows && (0,shape/* members */.ol)(column).every(([key], at) => key === String(at));
    if (held.length < 2 || rows === 0 || !held.every(([, column]) => counted(column)))
        return undefined;
    const columns = held.map(([name]) => name);
    return {
        columns,
        rows,
        cell: (row, column) => (0,shape/* member */.Dc)(held[column]?.[1], String(row)),
        where: (row, column) => ({ pointer: (0,model_source/* pointer */.Wn)("", columns[column] ?? "", row) }),
    };
}

// EXTERNAL MODULE: ./build/src/normalise/metric-vocabulary.js + 1 modules
var metric_vocabulary = __webpack_require__(1763);
// EXTERNAL MODULE: ./build/src/normalise/card-sections.js + 1 modules
var card_sections = __webpack_require__(7671);
;// CONCATENATED MODULE: ./build/src/adapters/families/card-context.js


const foreignHeading = /^(targets?|requirements?|thresholds?|goals?|acceptance|baselines?|objectives?|success criteria|expected)\b|\b(targets|requirements|thresholds|goals|baselines|related work|comparison with|prior work|acceptance criteria)\b/;
const resultsHeading = /\b(accuracy|performance|results?|evaluat\w*|benchmark\w*|metrics?|scores?|validation|latency|robustness|quality|calibration|slices?|subgroups?|diagnostics|classification report|model comparison)\b/;
const descriptionHeading = /\b(hyper ?parameters?|specifications?|configuration|architecture|formats?|hardware|carbon|emissions?|install\w*|inputs?|outputs?|features?|feature importance|class distribution|dataset|data|roadmap|steps)\b/;
const resultSections = new Set([
    "evaluation",
    "metrics",
    "fairness",
    "evaluation-data",
    "factors",
]);
function ofHeading(title) {
    const heading = (0,card_sections/* plainHeading */.TA)(title);
    if (foreignHeading.test(heading))
        return "foreign";
    const sections = (0,card_sections/* cardSectionsOf */.kq)(title);
    if (sections.some(({ id }) => resultSections.has(id)) || resultsHeading.test(heading))
        return "results";
    return sections.length > 0 || descriptionHeading.test(heading) ? "description" : "unknown";
}
/** By the nearest heading above that says anything. */
function surroundingsOf(under) {
    for (const title of [...under].reverse()) {
        const said = ofHeading(title);
        if (said !== "unknown")
            return said;
    }
    return "unknown";
}
/** Names of quantities that describe a model or its making, and are no results. */
const notMeasured = /\b(param(eter)?s?|[gmt]?flops?|[gm]?macs|[gm]params|size|epochs?|batch|learning rate|lr|seeds?|layers?|heads?|hidden|dim(ension)?s?|vocab\w*|context|sequence length|max(imum)? (length|tokens)|tokens?|year|date|version|rank|downloads?|url|link|id|hours?|gpus?|cpus?|memory|vram|ram|disk|cost|price|weight decay|dropout|optimi[sz]er|iterations?|steps?|warm ?up|temperature|patience|importance|coefficients?|weights?|shap|thresholds?|resolution|width|height|frequency|samples? per|ratio of|train test)\b/;
const isKnownMetric = (name) => name.length <= 120 && (0,metric_vocabulary/* interpretMetric */.s0)(name).known;
/**
 * True where a quantity of this name, in these surroundings, is a result of the model.
 *
 * @param named true where the document itself calls it a metric
 */
function isResult(name, surroundings, unit, named) {
    if (surroundings === "foreign" || name.length > 120 || !/\p{L}/u.test(name))
        return false;
    if (isKnownMetric(name))
        return true;
    if (notMeasured.test((0,card_sections/* plainHeading */.TA)(name.replaceAll("_", " "))))
        return false;
    if (surroundings === "results")
        return true;
    return named && (surroundings === "unknown" || unit === "percent");
}

;// CONCATENATED MODULE: ./build/src/adapters/families/stated-number.js
const digits = String.raw `[-+−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?`;
/** A number, perhaps with a unit, a spread and a remark in brackets, and nothing else. */
const wholeCell = new RegExp(String.raw `^(?:[↑↓▲▼+]\s*)?(${digits})\s*(%|[a-zA-Zµμ][a-zA-Zµμ/²°]{0,14})?` +
    String.raw `(?:\s*(?:±|\+\/-|\+-)\s*(${digits})\s*%?)?` +
    String.raw `(?:\s*[([](.{0,80})[)\]])?\s*(?:[*†‡¹²³⁴✓✔✅🏆⭐❌⚠️🟢🔴🟡↑↓]|:[a-z_-]{2,40}:|\s)*$`, "u");
const notUnits = new Set("x k m b e vs of to and or in per st nd rd th".split(" "));
/** Magnitudes say how large a number is, and a number of parameters is no metric. */
const magnitude = /^[kKMBGT]$/;
function plainNumber(text) {
    return Number(text.replaceAll(",", "").replace("−", "-"));
}
const pair = new RegExp(String.raw `^(?:(?:\d\d(?:\.\d)?\s?%\s*)?CI:?\s*)?(${digits})\s*%?\s*(?:,|;|–|-|to|—|…)\s*(${digits})\s*%?$`, "iu");
const fraction = /^(?:n\s*=\s*)?(\d{1,3}(?:,\d{3})+|\d+)\s*(?:\/|of|out of)\s*(\d{1,3}(?:,\d{3})+|\d+)$/i;
const nothing = { interval: null, outOf: null };
/** What stands in brackets behind the number; undefined where the number is then not the cell's. */
function remark(text, value) {
    if (text === undefined)
        return nothing;
    const counts = fraction.exec(text.trim());
    if (counts !== null)
        return { interval: null, outOf: plainNumber(counts[2] ?? "") };
    const limits = pair.exec(text.trim());
    if (limits !== null) {
        const lower = plainNumber(limits[1] ?? "");
        const upper = plainNumber(limits[2] ?? "");
        return lower <= upper ? { interval: { lower, upper }, outOf: null } : nothing;
    }
    return Number.isFinite(value) ? nothing : undefined;
}
function unitOf(text) {
    if (text === undefined)
        return null;
    if (text === "%")
        return "percent";
    if (magnitude.test(text) || notUnits.has(text.toLowerCase()))
        return undefined;
    return text === "sec" || text === "seconds" ? "s" : text === "msec" || text === "milliseconds" ? "ms" : text;
}
/**
 * The one number of a cell; undefined where there is none or several, or where it is a limit ("> 0.8"), a range
 * ("55-65%"), about so much ("~0.9") or a magnitude ("39 M"). Thousands may be separated by commas.
 */
function statedNumber(cell) {
    const text = cell.trim();
    if (text.length === 0 || text.length > 120)
        return undefined;
    if (/^nan$/i.test(text))
        return { value: Number.NaN, unit: null, ...nothing };
    const match = wholeCell.exec(text);
    if (match === null)
        return undefined;
    const value = plainNumber(match[1] ?? "");
    const unit = unitOf(match[2]);
    const extra = remark(match[4], value);
    if (unit === undefined || extra === undefined || !Number.isFinite(value))
        return undefined;
    return { value, unit, ...extra };
}
/** A number as cards write it: bare, in quotes, with a per cent sign, with a spread. */
function valueAndUnit(value) {
    const stated = typeof value === "string" ? statedNumber(value) : undefined;
    if (stated === undefined || Number.isNaN(stated.value))
        return { value };
    return stated.unit === null ? { value: stated.value } : { value: stated.value, unit: stated.unit };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/table-columns.js



const patterns = [
    [
        /^(evaluation |performance |quality )?(metrics?|measures?|measurements?|statistics?|indicators?|kpis?|métricas?|métriques?|metrik(en)?|kennzahl(en)?|indicador(es)?|метрик[аи]|指标|指標)( names?)?$/,
        { kind: "metric-name" },
    ],
    [
        /^(models?|model names?|systems?|methods?|approach(es)?|algorithms?|classifiers?|estimators?|architectures?|backbones?|checkpoints?|variants?|networks?|configurations?|configs?|runs?|experiments?|(model )?versions?|frameworks?|techniques?|llms?|encoders?|pipelines?|sizes?|model sizes?)$/,
        { kind: "model" },
    ],
    [
        /^(data ?sets?|(evaluation|eval|test|benchmark) (data ?sets?|tasks?)|tasks?|benchmarks?|corpus|corpora|test ?sets?|subtasks?)( names?)?$/,
        { kind: "dataset" },
    ],
    [/^((data )?splits?|sets?|partitions?|subset)$/, { kind: "split" }],
    [/^(global )?steps?$/, { kind: "step" }],
    [/^(cv )?folds?$/, { kind: "fold" }],
    [/^((decision |score |probability )?thresholds?|cut ?offs?)$/, { kind: "threshold" }],
    [
        /^(n|support|counts?|(n|num|number of|no of|total)? ?(samples?|examples?|instances?|rows|records|images|cases|observations|patients)( size)?|sample size)$/,
        { kind: "n" },
    ],
    [/^((9\d(\.\d)? )?(ci|confidence intervals?)|(ci|confidence interval) 9\d(\.\d)?)$/, { kind: "interval" }],
    [/^units?$/, { kind: "unit" }],
];
/** Columns beside the results that are none. */
const ignoredColumn = /\b(targets?|thresholds?|goals?|requirements?|required|limits?|min|max|minimum|maximum|acceptance|criteri(a|on)|status|pass(ed)?|notes?|descriptions?|comments?|meaning|interpretation|changes?|deltas?|diff(erence)?|improvement|gain|rank|sla|slo|budget|weights?|std|sd|stddev|deviation|source|definition|link|url|paper|config|epochs?|trend|verdict|path|file|expected|importance|coefficients?|p value)\b|^(δ|#|id)$/;
const splitWords = [
    [/^(train|training)( (set|data|split|score|value))?$/, "train"],
    [/^(val|valid|validation|dev)( (set|data|split|score|value))?$/, "validation"],
    [/^(test|testing)( (set|data|split|score|value))?$/, "test"],
    [/^(hold ?out)( (set|data|split|score|value))?$/, "holdout"],
];
/** `train`, `validation`, `test` or `holdout`, where the words name a part of the data and nothing else. */
function splitNamed(words) {
    const plain = (0,card_sections/* plainHeading */.TA)(words);
    return splitWords.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
/** Words that make a number another model's. */
const otherModel = /\b(baseline|previous|prior|old|champion|reference|before|sota|random|majority|competitor|original|human|teacher)\b/;
const ownValue = /^(values?|scores?|results?|performance|mean|average|estimate|current|actual|achieved|observed|measured|ours|this model|our model|new|candidate|now|after|figure|number|percentage|rate|valor(es)?|wert|valeur|resultado|résultat|ergebnis|значение|值)( (value|score|result))?$/;
/** The role that a column's header gives it; undefined where the header does not say. */
function headedRole(header) {
    const plain = (0,card_sections/* plainHeading */.TA)(header);
    const found = patterns.find(([pattern]) => pattern.test(plain))?.[1];
    if (found !== undefined)
        return found;
    if (/^(class(es)?|labels?|class names?|categor(y|ies))$/.test(plain))
        return { kind: "slice", column: "class" };
    return undefined;
}
/** The role of a column beside the names of metrics: the value it is of, or none. */
function valueRole(header, isOwn) {
    const headed = headedRole(header);
    if (headed !== undefined && headed.kind !== "split" && headed.kind !== "threshold" && headed.kind !== "model") {
        return headed;
    }
    const plain = (0,card_sections/* plainHeading */.TA)(header);
    const unit = /%|\bpercent\b/.test(header) ? "percent" : null;
    const split = splitNamed(header);
    if (split !== null)
        return { kind: "value", split, about: null, unit };
    if (ignoredColumn.test(plain))
        return { kind: "ignored" };
    if (otherModel.test(plain))
        return { kind: "value", split: null, about: header, unit };
    if (plain === "" || ownValue.test(plain) || isOwn(header))
        return { kind: "value", split: null, about: null, unit };
    return undefined;
}
/** True for a column that holds no results, and for one whose header only says that it holds values. */
const isIgnored = (header) => {
    const plain = (0,card_sections/* plainHeading */.TA)(header);
    return ignoredColumn.test(plain) || /^(values?|valor|wert|valeur)( (ms|s|sec|seconds|percent))?$/.test(plain);
};
const cellsOf = (table, column) => table.rows.map((row) => row[column]?.text ?? "").filter((text) => text !== "" && !/^(-+|–|—|n\/?a)$/i.test(text));
/** True where most cells of a column that are not empty are single numbers. */
function isNumeric(table, column) {
    const cells = cellsOf(table, column);
    const numbers = cells.filter((cell) => statedNumber(cell) !== undefined).length;
    return cells.length > 0 && numbers * 2 > cells.length;
}
/** The form in which Model Card Toolkit writes metrics. */
const isNameAndValue = ({ header }) => header.length === 2 &&
    (0,card_sections/* plainHeading */.TA)(header[0]?.text ?? "") === "name" &&
    (0,card_sections/* plainHeading */.TA)(header[1]?.text ?? "") === "value";
/** Where the names of metrics stand, one a row; undefined where the columns name them, or nothing does. */
function metricNameColumn(table) {
    const headed = table.header.findIndex(({ text }) => headedRole(text)?.kind === "metric-name");
    if (headed >= 0)
        return headed;
    if (table.header.slice(1).some(({ text }) => isKnownMetric(text)))
        return undefined;
    const names = cellsOf(table, 0);
    const known = names.filter(isKnownMetric).length;
    const looksNamed = /^(names?|)$/.test((0,card_sections/* plainHeading */.TA)(table.header[0]?.text ?? ""));
    if (isNameAndValue(table))
        return 0;
    return known > 0 && known * (looksNamed ? 3 : 2) >= names.length && !isNumeric(table, 0) ? 0 : undefined;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/frame-roles.js



const segmentColumns = /^(segment|slice|column|feature|attribute|dimension|facet|group[_ ]?by|sensitive[_ ]?(feature|attribute)|(slice|segment|group)[_ ](column|name|feature|by|type|key)|variable)$/i;
const segmentValues = /^(value|group|level|bucket|category|subgroup|(segment|slice|group|feature)[_ ](value|level)|level)$/i;
const counts = /^(n|count|counts|size|support|n[_ ]?(samples|rows|examples|obs)|num[_ ]?(samples|rows|examples|instances)|samples|examples|rows|observations|sample[_ ](size|count))$/i;
const positives = /^(n[_ ]?|num[_ ]?|count[_ ]?)?(positives?|pos|actual[_ ]positives)([_ ]?count)?$/i;
const negatives = /^(n[_ ]?|num[_ ]?|count[_ ]?)?(negatives?|neg|actual[_ ]negatives)([_ ]?count)?$/i;
const identifiers = /(^|[_ ])(id|ids|uuid|guid|key|hash|email|name|url|path|text|prompt|question|answer|message)$/i;
const indexes = /^(|index|level_\d|unnamed: ?\d+)$/i;
const steps = /^(epoch|global_step|step|iteration|iter|round)$/i;
const metricNames = /^(metric|metrics|metric[_ ]name|measure|name|key|score[_ ]name)$/i;
const values = /^(value|score|result|metric[_ ]value|mean)$/i;
/** Cells of a column that are not empty, of the first 200 rows. */
const sample = (frame, column) => {
    const cells = [];
    for (let row = 0; row < Math.min(frame.rows, 200); row++) {
        const cell = frame.cell(row, column);
        if (cell !== undefined && cell !== null && cell !== "")
            cells.push(cell);
    }
    return cells;
};
const frame_roles_isNumeric = (cells) => cells.length > 0 && cells.every((cell) => (0,shape/* numeric */.sH)(cell) !== undefined || isNonFinite(cell));
const isNonFinite = (cell) => (typeof cell === "number" && !Number.isFinite(cell)) || /^[+-]?(nan|inf(inity)?)$/i.test((0,shape/* text */.Qq)(cell) ?? "");
function roleOf(frame, at) {
    const name = frame.columns[at] ?? "";
    const cells = sample(frame, at);
    const asNumbers = frame_roles_isNumeric(cells);
    if (cells.length > 0 && cells.every((cell) => (0,shape/* scalarText */.ws)(cell) === undefined))
        return { kind: "ignored" };
    if (indexes.test(name))
        return asNumbers ? { kind: "ignored" } : { kind: "slice", column: name === "" ? "slice" : name };
    if (counts.test(name) && (asNumbers || cells.length === 0))
        return { kind: "n" };
    if (positives.test(name) && asNumbers)
        return { kind: "positives" };
    if (negatives.test(name) && asNumbers)
        return { kind: "negatives" };
    if (steps.test(name) && asNumbers)
        return { kind: "step" };
    if (segmentColumns.test(name) && !asNumbers)
        return { kind: "segment" };
    if (metricNames.test(name) && !asNumbers && cells.some((cell) => (0,metric_vocabulary/* interpretMetric */.s0)((0,shape/* text */.Qq)(cell) ?? "").known))
        return { kind: "metric-name" };
    if (asNumbers && (0,metric_vocabulary/* interpretMetric */.s0)(name).known)
        return { kind: "metric", name };
    if (values.test(name) && asNumbers)
        return { kind: "value" };
    if (segmentValues.test(name))
        return { kind: "segment-value" };
    const headed = headedRole(name)?.kind;
    if (headed === "slice")
        return { kind: "slice", column: "class" };
    if (headed === "dataset" || headed === "split" || headed === "model")
        return { kind: headed };
    if ((headed === "fold" || headed === "threshold") && asNumbers)
        return { kind: headed };
    if (identifiers.test(name))
        return { kind: "id" };
    if (asNumbers)
        return { kind: "number" };
    return cells.length === 0 ? { kind: "ignored" } : { kind: "slice", column: name };
}
const known = new WeakMap();
/** What each column of a frame holds, worked out once. */
function frameRoles(frame) {
    const before = known.get(frame);
    if (before !== undefined)
        return before;
    const first = frame.columns.map((_, at) => roleOf(frame, at));
    const roles = settled(frame, first);
    const found = { roles, has: (kind) => roles.some((role) => role.kind === kind) };
    known.set(frame, found);
    return found;
}
/** Roles that depend on one another: names of columns with their values, and numbers that name groups. */
function settled(frame, roles) {
    const named = roles.some(({ kind }) => kind === "segment");
    const valued = roles.some(({ kind }) => kind === "segment-value" || kind === "value");
    const firstResult = roles.findIndex(({ kind }) => kind === "metric" || kind === "n");
    return roles.map((role, at) => {
        const column = frame.columns[at] ?? "";
        switch (role.kind) {
            case "segment":
                return valued ? role : { kind: "slice", column };
            case "segment-value":
                return named ? role : { kind: "slice", column };
            case "value":
                return named && !roles.some(({ kind }) => kind === "metric-name") ? { kind: "segment-value" } : role;
            case "number":
                return at < firstResult && isGrouping(frame, at) ? { kind: "slice", column } : role;
            default:
                return role;
        }
    });
}
/** Whole numbers, few of them, in a column that counts nothing: 0 and 1 of a sensitive feature. */
const isGrouping = (frame, at) => {
    if (frame.rows < 2 || /(^|_)(n|num|count|size|total|rows|samples)(_|$)/i.test(frame.columns[at] ?? ""))
        return false;
    const cells = sample(frame, at).map(shape/* numeric */.sH);
    return cells.every((cell) => cell !== undefined && Number.isInteger(cell)) && new Set(cells).size <= 20;
};

;// CONCATENATED MODULE: ./build/src/adapters/families/rate-trials.js

/**
 * The trials of a rate, where the counts beside it fix them: positives for recall, negatives (stated, or the rows less
 * the positives) for the false positive rate. Rates over rows are left to the vocabulary; predicted positives are not
 * among these counts.
 */
function rateTrials(name, { n, positives, negatives }) {
    const { trials } = (0,metric_vocabulary/* interpretMetric */.s0)(name);
    const others = negatives ?? (n !== null && positives !== null && n >= positives ? n - positives : null);
    const found = trials === "positives" ? positives : trials === "negatives" ? others : null;
    return found === null ? {} : { trials: found };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/results-frame.js




const rowText = (cell) => (0,shape/* scalarText */.ws)(cell)?.trim() ?? "";
function contextOf(frame, found, row, isOwn) {
    let said = { slice: {} };
    let counts = { n: null, positives: null, negatives: null };
    found.roles.forEach((role, at) => {
        const cell = frame.cell(row, at);
        const shown = rowText(cell);
        if (shown === "")
            return;
        const number = (0,shape/* numeric */.sH)(cell) ?? null;
        switch (role.kind) {
            case "slice":
                said = { ...said, slice: { ...said.slice, [role.column]: shown } };
                return;
            case "segment-value":
                said = { ...said, slice: { ...said.slice, [segmentOf(frame, found, row)]: shown } };
                return;
            case "n":
            case "positives":
            case "negatives":
                counts = { ...counts, [role.kind]: number };
                return;
            case "step":
            case "fold":
            case "threshold":
                said = { ...said, [role.kind]: number };
                return;
            case "dataset":
                said = { ...said, dataset: shown };
                return;
            case "split":
                said = { ...said, split: splitNamed(shown) ?? shown };
                return;
            case "model":
                if (!isOwn(shown))
                    said = { ...said, about: shown };
                return;
            case "metric":
            case "metric-name":
            case "value":
            case "segment":
            case "id":
            case "number":
            case "ignored":
                return;
        }
    });
    return { said, counts };
}
const segmentOf = (frame, { roles }, row) => rowText(frame.cell(row, roles.findIndex(({ kind }) => kind === "segment")));
const everythingOwn = () => true;
/** True where no two rows are of the same slice, data set, split, model, step and fold. */
function rowsAreDistinct(frame) {
    const roles = frameRoles(frame);
    const keys = new Set();
    for (let row = 0; row < frame.rows; row++) {
        const name = roles.roles.findIndex(({ kind }) => kind === "metric-name");
        const { said } = contextOf(frame, roles, row, () => false);
        keys.add(JSON.stringify([said, name < 0 ? "" : rowText(frame.cell(row, name))]));
    }
    return keys.size === frame.rows;
}
/** The results of a frame; a row of another model than `isOwn` names is about that model. */
function frameStatements(frame, isOwn) {
    const roles = frameRoles(frame);
    const models = roles.roles.findIndex(({ kind }) => kind === "model");
    const several = models >= 0 && new Set(sample(frame, models).map(rowText)).size > 1;
    const statements = [];
    for (let row = 0; row < frame.rows; row++) {
        const context = contextOf(frame, roles, row, several ? isOwn : everythingOwn);
        for (const { name, at } of results_frame_cellsOf(frame, roles, row)) {
            const value = frame.cell(row, at);
            if (value === undefined || value === "")
                continue;
            statements.push({
                kind: "measurement",
                raw_metric: name,
                value,
                n: context.counts.n,
                ...rateTrials(name, context.counts),
                ...context.said,
                where: frame.where(row, at),
            });
        }
    }
    return statements;
}
function results_frame_cellsOf(frame, { roles }, row) {
    const naming = roles.findIndex(({ kind }) => kind === "metric-name");
    if (naming < 0)
        return roles.flatMap((role, at) => (role.kind === "metric" ? [{ name: role.name, at }] : []));
    const name = rowText(frame.cell(row, naming));
    const at = roles.findIndex(({ kind }) => kind === "value");
    return name === "" || at < 0 ? [] : [{ name, at }];
}

;// CONCATENATED MODULE: ./build/src/adapters/families/frame-kinds.js




/** Which frames hold results, and of what: told apart from tables of examples. */
const mostSlices = 5000;
/** Columns that tools write of single examples. */
const exampleColumn = /^(y_?true|y_?pred|y_?score|y_?prob\w*|target|actual|prediction|predicted|predictions|probability|proba|confidence|score|ground_?truth)$/i;
const holdsExamples = (frame) => frameRoles(frame).has("id") || frame.columns.filter((column) => exampleColumn.test(column)).length > 1;
/** Columns of metrics; a loss or a time alone may be of one example. */
const metricColumns = (frame) => frameRoles(frame).roles.filter((role) => {
    if (role.kind !== "metric")
        return false;
    const { kind, metric } = (0,metric_vocabulary/* interpretMetric */.s0)(role.name);
    return kind !== "time" && kind !== "count" && metric !== "loss";
}).length;
/** True for a frame of metrics with a row for each part of the data. */
function isSliceFrame(frame) {
    if (frame.rows === 0 || frame.rows > mostSlices || metricColumns(frame) === 0 || holdsExamples(frame))
        return false;
    const found = frameRoles(frame);
    if (found.has("metric-name") || found.has("step") || found.has("model"))
        return false;
    if (!found.has("slice") && !(found.has("segment") && found.has("segment-value")))
        return false;
    if (!found.has("n") && (found.has("number") || frame.rows > 200))
        return false;
    return rowsAreDistinct(frame);
}
/** True for a frame of results over all the data: one row, or one for each model, data set, split, fold or step. */
function isMetricsFrame(frame) {
    if (frame.rows === 0 || isSliceFrame(frame))
        return false;
    const found = frameRoles(frame);
    if (found.has("metric-name"))
        return found.has("value") && mostNamesKnown(frame) && rowsAreDistinct(frame);
    const losses = found.roles.filter(({ kind }) => kind === "metric").length;
    if (metricColumns(frame) === 0 && !(losses > 0 && found.has("step")))
        return false;
    if (holdsExamples(frame) || found.has("slice"))
        return false;
    return frame.rows === 1 || found.has("step") || rowsAreDistinct(frame);
}
function mostNamesKnown(frame) {
    const at = frameRoles(frame).roles.findIndex(({ kind }) => kind === "metric-name");
    const names = sample(frame, at).map((name) => (0,metric_vocabulary/* interpretMetric */.s0)((0,shape/* text */.Qq)(name) ?? ""));
    const metrics = names.filter(({ known, kind }) => known && kind !== "time" && kind !== "count");
    return metrics.length > 0 && names.filter(({ known }) => known).length * 2 >= names.length;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/table-role.js
const truths = /^(y|y_?true|true_?label|labels?|targets?|actuals?|ground_?truth|gold|reference_?label|class|outcome|observed|is_[a-z_]+)$/;
const guesses = /^(y_?(pred|hat|score|prob|proba)\w*|pred|preds|predictions?|predicted(_\w+)?|scores?|prob|probs|proba(_\w+)?|probability(_\w+)?|p_[a-z0-9_]+|prediction_\w+|pred_\w+|confidence|logits?)$/;
const table_role_named = (name, words) => name
    .replace(/\.[^.]*$/, "")
    .split(/[^A-Za-z]+/)
    .some((word) => words.test(word));
/**
 * What a table of rows is for: predictions where a column of what is true stands beside one of what was predicted; else
 * reference or current data where a word of the file's name says so.
 */
function tableRole(columns, fileName) {
    const plain = columns.map((column) => column.trim().toLowerCase());
    if (plain.some((column) => truths.test(column)) && plain.some((column) => guesses.test(column)))
        return "predictions";
    if (table_role_named(fileName, /^(reference|baseline|train|training)$/i))
        return "reference";
    return table_role_named(fileName, /^(current|production|prod|serving|live|latest)$/i) ? "current" : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/csv-table.js



/** Rows of data: predictions, reference data, current data, or any other table. */
const csvTable = {
    id: "csv-table",
    title: "Table of rows in CSV",
    definedAt: "https://www.rfc-editor.org/rfc/rfc4180",
    versions: "Comma, tab, semicolon or bar between cells, quoted or not",
    reads: "Its columns and the number of its rows; predictions where what is true and what was predicted stand side by side, reference or current data by the words of its name.",
    leaves: "The cells, which checks read when they need them.",
    syntax: ["delimited"],
    gives: ["table"],
    fallback: true,
    recognises: (file) => {
        const { table } = file;
        if (table === undefined || table.header.length < 2)
            return false;
        const frame = frameOf(file);
        return frame === undefined || !(isMetricsFrame(frame) || isSliceFrame(frame));
    },
    read: ({ table, name }) => {
        if (table === undefined)
            return [];
        const { header: columns, rows } = table;
        const problems = [];
        const [ragged] = table.ragged;
        if (rows.length === 0)
            problems.push({
                kind: "problem",
                where: { line: 1 },
                problem: "empty",
                message: "the table has a header and no rows",
                mend: "write its rows, or delete it",
            });
        if (ragged !== undefined)
            problems.push({
                kind: "problem",
                where: { line: table.lineOf(ragged) },
                problem: "unreadable",
                message: `${table.ragged.length} rows have another number of cells than the header, the first of them here`,
                mend: "write the table with a CSV writer",
            });
        return [
            { kind: "table", where: { line: 1 }, columns, rows: rows.length, role: tableRole(columns, name) },
            ...problems,
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/normalise/card-placeholder.js
/** What a template leaves where nobody wrote anything. */
/** Marks that stand for a whole missing text, with what they leave open. */
const filler = /\[(?:more information (?:is )?needed|needs more information|information needed|to be (?:added|completed|determined|filled(?: in)?|provided|announced)|coming soon|optional|(?:insert|add|enter|fill in|fill out|provide|describe|specify|list|your|name of|e\.?g\.?|i\.?e\.?|tbd|tba|todo|wip|placeholder|xxx+|\.\.\.|…)(?![\p{L}\p{N}_-])[^\]\n]{0,300})\]|<(?:insert|add|enter|fill in|provide|describe|specify|your|name of|todo|tbd|placeholder)(?![\p{L}\p{N}])[^>\n]{0,200}>|\{\{[^{}\n]{0,300}\}\}|\{%[^%\n]{0,300}%\}|\{#[^#\n]{0,300}#\}|<%[^%\n]{0,300}%>|\$\{[\w. -]{1,80}\}|(?<![\w{}$])\{[a-z_][a-z0-9_]{1,60}\}(?![\w}])|__[A-Z][A-Z_]{2,40}__|\bmore information (?:is )?needed(?: for further recommendations)?\b\.?|\b(?:lorem ipsum)\b[^\n]{0,400}|\b(?:TODO|TBD|TBA|TBC|FIXME|XXX+)\b|\bto be (?:added|completed|determined|filled in|provided|announced|written|defined)\b(?: (?:soon|later))?\.?|\?{3,}/giu;
/** Sentences that the common templates ship, and that say nothing of the model. */
const boilerplate = [
    /^use the code below to get started with the model\.?$/i,
    /^this model ?card aims to be a base template for new models\b.*$/i,
    /^users \(both direct and downstream\) should be made aware of the risks, biases and limitations of the model\.?$/i,
    /^carbon emissions can be estimated using the .{1,60} presented in .{1,60}$/i,
    /^below you can find information related to citation\.?$/i,
    /^[\w ,'-]{1,60} goes here\W*$/i,
    /^(who|what|which|how) (are|is|does|do|should|can|could|might|would)\b[^?]{0,200}\?( e\.g\. .{0,300})?$/i,
    /^the (name|value|type|lower bound|upper bound) of the [a-z ]{3,60}\.?( .{0,100})?$/i,
    /^(model|dataset) card for \S+ (id|name)$/i,
    /^this is the model card of a .{1,60} model that has been pushed on the hub\b.*$/i,
    /^this dataset ?card aims to be a base template for new datasets\b.*$/i,
    /^(describe|provide|explain|insert|add|write|fill in|fill out|list|give|specify|enter)\b[^.]{0,160}\bhere\b\W*$/i,
    /^(please )?(fill (this|in)|complete this (section|part)|add (some )?(text|content|description|details))\b.{0,80}$/i,
    /^(tbd|tba|tbc|todo|fixme|wip|xxx+|coming soon|work in progress|under construction|placeholder|\.{3,}|…+|_{3,}|-{3,})(\s*[.:!-].{0,200})?$/i,
];
/** A label that introduces what was to be filled in: "Developed by:", "**License**:", "- Paper [optional]". */
const label = /^[\s\-*+•>|#\d.)]*[^.!?:|]{0,60}:?\s*$/;
/** "License:" with nothing behind it says nothing. */
const isBareLabel = (line) => line.endsWith(":") && line.length <= 40 && line.split(/\s+/).length <= 4;
/** Fillers are short: longer lines were written by somebody, and cost too much to search. */
const longestFiller = 2_000;
function readLine(line) {
    if (line.length > longestFiller)
        return { filler: false, written: line };
    const plain = line.replace(/^[\s\-*+•>]+/, "").trim();
    if (boilerplate.some((sentence) => sentence.test(plain)))
        return { filler: true, written: "" };
    const rest = plain.replace(filler, "\u0000");
    if (!rest.includes("\u0000"))
        return { filler: false, written: isBareLabel(plain) ? "" : plain };
    const around = rest
        .split("\u0000")
        .map((part) => part.replace(/^[\s.,;:!()[\]"'`*_|-]+|[\s.,;:!()[\]"'`*_|-]+$/g, ""));
    const after = around.slice(1).join(" ").trim();
    const before = around[0] ?? "";
    const open = after === "" || /^(todo|tbd|tba|tbc|fixme|xxx)/i.test(plain);
    const introduced = before === "" || (label.test(before) && /[:\-–|(]\s*$/.test(rest.slice(0, rest.indexOf("\u0000"))));
    if (open && introduced)
        return { filler: true, written: "" };
    const remaining = [before, after].filter((part) => part !== "").join(" ");
    if (remaining.split(/\s+/).length <= 3)
        return { filler: true, written: "" };
    // A full sentence before a filler sentence is what somebody wrote, unless it is the template's own.
    const sentences = remaining.split(/(?<=[.!?])\s+/).filter((one) => !boilerplate.some((known) => known.test(one)));
    return { filler: true, written: sentences.join(" ") };
}
const countWords = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’._%-]*/gu)?.length ?? 0;
/** What of a section's text (without markup, one line a source line) was written, and what a template left. */
function readCardText(text) {
    const lines = text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(readLine);
    const hasFiller = lines.some((line) => line.filler);
    const words = lines.reduce((sum, { written }) => sum + countWords(written), 0);
    return { placeholder: hasFiller && words === 0, words, hasFiller };
}
/** True where a single value, such as a field of a card, is a template's filler. */
const isPlaceholder = (text) => readCardText(text).placeholder;

;// CONCATENATED MODULE: ./build/src/adapters/families/cyclonedx-node.js


function jsonNode(value, at) {
    return {
        where: { pointer: at },
        text: (0,shape/* scalarText */.ws)(value),
        child: (key) => {
            const found = (0,shape/* member */.Dc)(value, key);
            return found === undefined ? undefined : jsonNode(found, (0,model_source/* pointer */.Wn)(at, key));
        },
        get items() {
            return ((0,shape/* list */.p_)(value) ?? []).map((item, index) => jsonNode(item, (0,model_source/* pointer */.Wn)(at, index)));
        },
        get members() {
            return (0,shape/* isRecord */.u4)(value)
                ? Object.entries(value).map(([key, item]) => [key, jsonNode(item, (0,model_source/* pointer */.Wn)(at, key))])
                : [];
        },
    };
}
const localName = (name) => name.slice(name.indexOf(":") + 1);
/** Lists that JSON has as arrays, and XML as elements that hold one element an item. */
const containers = new Set("components datasets inputs outputs performanceMetrics collection users useCases technicalLimitations performanceTradeoffs ethicalConsiderations fairnessAssessments energyConsumptions properties hashes licenses externalReferences vulnerabilities ratings affects".split(" "));
function xmlNode(element) {
    const isContainer = containers.has(localName(element.name));
    return {
        where: { line: element.line },
        text: element.children.length === 0 && !isContainer ? element.text.trim() : undefined,
        child: (key) => {
            const found = element.children.find(({ name }) => localName(name) === key);
            if (found !== undefined)
                return xmlNode(found);
            const attribute = Object.hasOwn(element.attributes, key) ? element.attributes[key] : undefined;
            return attribute === undefined ? undefined : textNode(attribute, element.line);
        },
        get items() {
            return isContainer ? element.children.map(xmlNode) : [];
        },
        get members() {
            return isContainer ? [] : element.children.map((child) => [localName(child.name), xmlNode(child)]);
        },
    };
}
const textNode = (value, line) => ({
    where: { line },
    text: value,
    child: () => undefined,
    items: [],
    members: [],
});
/** The text of a member; undefined where there is none or it is no single value. */
const textAt = (node, ...path) => {
    let current = node;
    for (const key of path)
        current = current?.child(key);
    return current?.text;
};
const isBomNamespace = (namespace) => /cyclonedx\.org\/schema\/bom/i.test(namespace);
function isXmlBom(root) {
    if (localName(root.name) !== "bom")
        return false;
    return Object.entries(root.attributes).some(([name, value]) => name.startsWith("xmlns") && isBomNamespace(value));
}
/** True where JSON is a bill of materials, whole or cut off. */
function isJsonBom(value) {
    if ((0,shape/* isList */.Lv)(value ?? null) || !(0,shape/* isRecord */.u4)(value))
        return false;
    return (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "bomFormat")) === "CycloneDX" || isBomNamespace((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "$schema")) ?? "");
}
/** The root of a bill of materials; undefined where a file is none. */
function bomOf(file) {
    if (file.syntax === "xml")
        return file.xml !== undefined && isXmlBom(file.xml) ? xmlNode(file.xml) : undefined;
    const value = file.value;
    return value !== undefined && isJsonBom(value) ? jsonNode(value, "") : undefined;
}
const deepest = 6;
function withInner(component, depth) {
    if (depth > deepest)
        return [];
    return [component, ...(component.child("components")?.items ?? []).flatMap((inner) => withInner(inner, depth + 1))];
}
/** All components, inner ones and the one that the bill is about among them. */
function componentsOf(bom) {
    const subject = bom.child("metadata")?.child("component");
    const listed = bom.child("components")?.items ?? [];
    return [...(subject === undefined ? [] : [subject]), ...listed].flatMap((component) => withInner(component, 0));
}
const isModel = (component) => component.child("type")?.text === "machine-learning-model" || component.child("modelCard") !== undefined;

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/adapters/families/structured-sections.js





/** Keys of pictures, whose content is no text of the card. */
const isPicture = (key) => /^(image|images|graphics|content|plot|figure)$/i.test(key);
const structured_sections_deepest = 12;
/** The texts beneath a value, one a line. */
function textOf(value, depth = 0) {
    if (typeof value === "string")
        return value;
    if (depth > structured_sections_deepest || value === null || typeof value === "boolean")
        return "";
    if (typeof value === "number")
        return String(value);
    const parts = (0,shape/* isList */.Lv)(value)
        ? value
        : (0,shape/* members */.ol)(value)
            .filter(([key]) => !isPicture(key))
            .map(([, part]) => part);
    return parts
        .map((part) => textOf(part, depth + 1))
        .filter((text) => text !== "")
        .join("\n");
}
/** `ethical_considerations` and `technicalLimitations` as people would write them. */
const spokenKey = (key) => key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
/** The sections that one key of a structured card is, by all the names it has. */
function sectionOfKey(key, text, where) {
    const { words, placeholder } = readCardText(text);
    return (0,card_sections/* cardSectionsOf */.kq)(spokenKey(key)).map(({ id }) => ({
        kind: "card",
        where,
        section: id,
        title: key,
        words,
        placeholder,
        text_digest: `sha256:${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`,
    }));
}
/** The sections of a structured card: its keys, and those one level beneath, that are called as sections of cards are. */
function structuredSections(card, at) {
    const ofMembers = (value, base) => (0,shape/* members */.ol)(value).flatMap(([key, part]) => sectionOfKey(key, textOf(part), { pointer: (0,model_source/* pointer */.Wn)(base, key) }));
    const inner = (0,shape/* members */.ol)(card).flatMap(([key, part]) => ((0,shape/* isRecord */.u4)(part) ? ofMembers(part, (0,model_source/* pointer */.Wn)(at, key)) : []));
    return [...ofMembers(card, at), ...inner];
}

;// CONCATENATED MODULE: ./build/src/adapters/families/cyclonedx.js



const cyclonedx_deepest = 12;
const isPictureNode = (key, node) => isPicture(key) && node.child("contentType") !== undefined;
const asText = (node) => (node.text === "" ? undefined : node.text);
function field(name, node, value) {
    return {
        kind: "card",
        where: node.where,
        field: name,
        value,
        placeholder: typeof value === "string" ? isPlaceholder(value) : false,
    };
}
/** A fact for every single value beneath a node, named by its keys joined by dots; a list of texts is one. */
function bomFields(node, name, depth = 0) {
    if (depth > cyclonedx_deepest)
        return [];
    const { items } = node;
    const single = asText(node);
    if (single !== undefined)
        return [field(name, node, single)];
    const texts = items.flatMap((item) => asText(item) ?? []);
    if (items.length > 0 && texts.length === items.length)
        return [field(name, node, texts.join(", "))];
    return [
        ...items.flatMap((item, index) => bomFields(item, `${name}.${index}`, depth + 1)),
        ...node.members.flatMap(([key, child]) => isPicture(key) || isPictureNode(key, child) ? [] : bomFields(child, `${name}.${key}`, depth + 1)),
    ];
}
function textsOf(node, depth = 0) {
    if (depth > cyclonedx_deepest)
        return [];
    const single = asText(node);
    if (single !== undefined)
        return [single];
    const children = [...node.items, ...node.members.flatMap(([key, child]) => (isPicture(key) ? [] : [child]))];
    return children.flatMap((child) => textsOf(child, depth + 1));
}
/** The sections of a model card in a bill of materials: its parts, and theirs, that are called as sections of cards are. */
function bomSections(card) {
    const ofMembers = (node) => node.members.flatMap(([key, child]) => sectionOfKey(key, textsOf(child).join("\n"), child.where));
    return [...ofMembers(card), ...card.members.flatMap(([, child]) => ofMembers(child))];
}
const algorithms = {
    "SHA-256": "sha256",
    "SHA-512": "sha512",
    "SHA-384": "sha384",
    "SHA-1": "sha1",
    MD5: "md5",
};
/** The strongest digest that a component states. */
function digestOf(component) {
    const hashes = (component.child("hashes")?.items ?? []).flatMap((hash) => {
        const name = algorithms[textAt(hash, "alg") ?? ""];
        const content = textAt(hash, "content") ?? hash.text;
        return name === undefined || content === undefined ? [] : [{ name, content: content.trim().toLowerCase() }];
    });
    const best = Object.values(algorithms).find((name) => hashes.some((hash) => hash.name === name));
    const found = hashes.find(({ name }) => name === best);
    return found === undefined ? null : `${found.name}:${found.content}`;
}
/** When a bill of materials was written. */
const writtenAt = (bom) => textAt(bom, "metadata", "timestamp") ?? null;

;// CONCATENATED MODULE: ./build/src/adapters/cyclonedx-bom.js


const harmless = new Set(["not_affected", "false_positive", "resolved", "resolved_with_pedigree"]);
/** A known vulnerability is a failed check, unless its analysis says that it does no harm here. */
function vulnerability(node, at) {
    const id = textAt(node, "id");
    if (id === undefined)
        return [];
    const affected = node.child("affects")?.items[0];
    return [
        {
            kind: "check",
            where: node.child("id")?.where ?? node.where,
            at,
            name: id,
            passed: harmless.has(textAt(node, "analysis", "state") ?? ""),
            column: textAt(affected, "ref") ?? null,
            severity: textAt(node.child("ratings")?.items[0], "severity") ?? null,
            message: textAt(node, "description") ?? null,
        },
    ];
}
const cyclonedxBom = {
    id: "cyclonedx-bom",
    title: "CycloneDX bill of materials",
    definedAt: "https://cyclonedx.org/specification/overview/",
    versions: "1.4 (XML) and 1.6 (JSON) of cyclonedx-py 7.5.0; vulnerabilities from the schema, not seen",
    reads: "Known vulnerabilities, as checks that failed unless their analysis clears them.",
    leaves: "The libraries themselves, their licences and the graph of dependencies.",
    syntax: ["json", "xml"],
    gives: ["check"],
    recognises(file) {
        const bom = bomOf(file);
        return bom !== undefined && !componentsOf(bom).some(isModel);
    },
    read(file) {
        const bom = bomOf(file);
        const at = bom === undefined ? null : writtenAt(bom);
        return (bom?.child("vulnerabilities")?.items ?? []).flatMap((node) => vulnerability(node, at));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/slice-text.js
/** "age_band=18-24", several of them joined by commas or "and". */
const condition = /^\s*([\p{L}_][\p{L}\p{N}_. -]{0,60}?)\s*(?:==?|:)\s*(\S.{0,100}?)\s*$/u;
/** The slice that a text names: `{column: value}` where it says so, else `{slice: text}`; `{}` where it is overall. */
function sliceNamed(text) {
    const plain = text.trim();
    if (plain === "" || /^(overall|all|none|total|full|entire dataset)$/i.test(plain))
        return {};
    const parts = plain.split(/\s*(?:,|;|&|\band\b|\bAND\b)\s*/).map((part) => condition.exec(part));
    if (parts.length === 0 || parts.some((part) => part === null))
        return { slice: plain };
    return Object.fromEntries(parts.map((part) => [part?.[1] ?? "", part?.[2] ?? ""]));
}
/** "accuracy@0.5, age_band=65+": the metric, its decision threshold and the slice, as Model Card Toolkit joins them. */
const toolkitName = /^([^,@]{1,80})(?:@(\d*\.?\d+))?(?:, (.{1,120}))?$/;
/** A result whose name has its threshold and slice in it, taken apart. */
function withNamedSlice(result) {
    const [, name, threshold, slice] = toolkitName.exec(result.raw_metric) ?? [];
    if (name === undefined || (threshold === undefined && slice === undefined))
        return result;
    return {
        ...result,
        raw_metric: name,
        ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
        ...(slice === undefined ? {} : { slice: sliceNamed(slice) }),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/cyclonedx-mlbom.js





function modelStatement(component, at) {
    const name = component.child("name");
    if (name?.text === undefined)
        return [];
    return [
        {
            kind: "model",
            where: name.where,
            at,
            name: name.text,
            version: textAt(component, "version") ?? null,
            artifact_digest: digestOf(component),
        },
    ];
}
/** A data set that a card names, or a component of type `data`. */
function datasetStatement(dataset, at) {
    const name = dataset.child("name");
    if (name?.text === undefined)
        return [];
    const location = textAt(dataset, "contents", "url") ?? textAt(dataset, "contents", "attachment");
    const train = /train/i.test(name.text);
    return [
        {
            kind: "dataset",
            where: name.where,
            at,
            name: name.text,
            ...(train ? { role: "train" } : {}),
            ...(location === undefined ? {} : { location }),
            digest: digestOf(dataset),
        },
    ];
}
const explained = (name, metric) => ({
    kind: "problem",
    where: metric.child("value")?.where ?? metric.where,
    problem: "template",
    message: `the value of "${name.slice(0, 80)}" is a sentence where a number is due`,
    mend: "write the number that was measured, or delete the metric",
});
function performance(metric, at, about) {
    const name = textAt(metric, "type");
    const value = metric.child("value");
    if (name === undefined || value?.text === undefined)
        return [];
    const number = statedNumber(value.text);
    if (number === undefined && /\S+\s+\S+\s+\S+/.test(value.text))
        return [explained(name, metric)];
    const lower = (0,shape/* numeric */.sH)(textAt(metric, "confidenceInterval", "lowerBound"));
    const upper = (0,shape/* numeric */.sH)(textAt(metric, "confidenceInterval", "upperBound"));
    return [
        {
            kind: "measurement",
            where: value.where,
            at,
            raw_metric: name,
            value: number?.value ?? value.text,
            about,
            slice: sliceNamed(textAt(metric, "slice") ?? ""),
            ...(number?.unit === null || number === undefined ? {} : { unit: number.unit }),
            ...(lower === undefined && upper === undefined
                ? {}
                : { interval: { lower: lower ?? null, upper: upper ?? null, level: null } }),
        },
    ];
}
/** Fields of the component itself that a card would have. */
const ownFields = ["description", "publisher", "group", "licenses", "supplier", "purl"];
function cardStatements(component, at, about) {
    const own = ownFields.flatMap((key) => {
        const node = component.child(key);
        return node === undefined ? [] : bomFields(node, key);
    });
    const card = component.child("modelCard");
    if (card === undefined)
        return own;
    const metrics = card.child("quantitativeAnalysis")?.child("performanceMetrics")?.items ?? [];
    const datasets = card.child("modelParameters")?.child("datasets")?.items ?? [];
    return [
        ...own,
        ...bomFields(card, "modelCard"),
        ...bomSections(card),
        ...datasets.flatMap((dataset) => datasetStatement(dataset, at)),
        ...metrics.flatMap((metric) => performance(metric, at, about)),
    ];
}
const cyclonedxMlbom = {
    id: "cyclonedx-mlbom",
    title: "CycloneDX bill of materials of a model (ML-BOM)",
    definedAt: "https://cyclonedx.org/capabilities/mlbom/",
    versions: "1.5, 1.6 and 1.7, JSON and XML",
    reads: "Components that are models: name, version, digest, every field and section of the model card, performance metrics as claims, and data sets.",
    leaves: "Libraries, pictures, and the graph of dependencies.",
    syntax: ["json", "xml"],
    gives: ["model", "card", "measurement", "dataset"],
    claims: true,
    numbersAsText: true,
    recognises(file) {
        const bom = bomOf(file);
        return bom !== undefined && componentsOf(bom).some(isModel);
    },
    read(file) {
        const bom = bomOf(file);
        if (bom === undefined)
            return [];
        const at = writtenAt(bom);
        const components = componentsOf(bom);
        const models = components.filter(isModel);
        return [
            ...models.flatMap((component, index) => [
                ...modelStatement(component, at),
                // The first model is the one that the bill is about; facts of others say which.
                ...cardStatements(component, at, index === 0 ? null : (textAt(component, "name") ?? null)),
            ]),
            ...components
                .filter((component) => textAt(component, "type") === "data")
                .flatMap((component) => datasetStatement(component, at)),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/card-fields.js



const card_fields_deepest = 12;
const longestText = 2_000;
const isScalar = (value) => value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
const shortened = (text) => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);
function card_fields_field(name, at, value) {
    const shown = typeof value === "string"
        ? shortened(value)
        : typeof value === "number" && !Number.isFinite(value)
            ? String(value)
            : value;
    return {
        kind: "card",
        where: { pointer: at },
        field: name,
        value: shown,
        placeholder: typeof value === "string" ? isPlaceholder(value) : false,
    };
}
/** The scalars of a list as one text; a list of one number stays the number. */
function joined(values) {
    const [only] = values;
    return values.length === 1 && only !== undefined ? only : values.map((value) => String(value)).join(", ");
}
/**
 * A fact for every scalar beneath a value, named by its keys joined by dots. A list of scalars is one field, its values
 * joined by commas; the items of other lists are named by their index.
 *
 * @param leaves true for the names of fields that are left out, with all beneath them
 */
function fieldStatements(value, name, at, leaves = () => false, depth = 0) {
    if (depth > card_fields_deepest || leaves(name))
        return [];
    if (isScalar(value))
        return name === "" ? [] : [card_fields_field(name, at, value)];
    const inner = (key) => (name === "" ? String(key) : `${name}.${key}`);
    if ((0,shape/* isList */.Lv)(value)) {
        if (value.length === 0)
            return name === "" ? [] : [card_fields_field(name, at, null)];
        const scalars = value.filter(isScalar);
        if (scalars.length === value.length && name !== "")
            return [card_fields_field(name, at, joined(scalars))];
        return value.flatMap((item, index) => fieldStatements(item, inner(index), (0,model_source/* pointer */.Wn)(at, index), leaves, depth + 1));
    }
    if (!(0,shape/* isRecord */.u4)(value))
        return [];
    return (0,shape/* members */.ol)(value).flatMap(([key, item]) => fieldStatements(item, inner(key), (0,model_source/* pointer */.Wn)(at, key), leaves, depth + 1));
}

;// CONCATENATED MODULE: ./build/src/adapters/families/card-sections-read.js



/** The sections beneath `sections[at]`: those that follow, as long as their headings are deeper. */
function beneath(sections, at) {
    const depth = sections[at]?.heading.depth ?? 0;
    let end = at + 1;
    while ((sections[end]?.heading.depth ?? 0) > depth)
        end++;
    return sections.slice(at + 1, end);
}
/**
 * A section is what stands under its heading, the sections beneath included. It is a template's filler where its own
 * text is, or where it has none and all beneath is.
 */
function readSections(sections) {
    const own = sections.map(({ text }) => readCardText(text));
    return sections.flatMap((section, at) => {
        const ownReading = own[at];
        if (ownReading === undefined)
            return [];
        const below = beneath(sections, at);
        const readings = own.slice(at, at + 1 + below.length);
        const filled = readings.filter((_, index) => (index === 0 ? section : below[index - 1])?.text !== "");
        const placeholder = section.text === "" ? filled.length > 0 && filled.every((one) => one.placeholder) : ownReading.placeholder;
        return [
            {
                section,
                own: ownReading,
                text: [section.text, ...below.map(({ heading, text }) => `${heading.title}\n${text}`)].join("\n"),
                words: readings.reduce((sum, { words }) => sum + words, 0),
                placeholder,
            },
        ];
    });
}
const digest = (text) => `sha256:${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`;
/**
 * A fact for each section, by each of the names that its heading gives it; `section` is null where it gives none, and
 * in cards of data sets, whose "Limitations" are not the model's.
 */
function sectionStatements(body, of) {
    const labelled = of === "model" ? labelledStatements(body) : [];
    const headed = readSections(body.sections).flatMap(({ section, text, words, placeholder }) => {
        const { title, line } = section.heading;
        const ids = of === "model" ? (0,card_sections/* cardSectionsOf */.kq)(title).map(({ id }) => id) : [];
        return (ids.length === 0 ? [null] : ids).map((id) => ({
            kind: "card",
            where: { line },
            section: id,
            title,
            words,
            placeholder,
            text_digest: digest(text),
        }));
    });
    return [...headed, ...labelled];
}
/** Sections that people write as a label before a paragraph rather than as a heading. */
const byLabel = new Set([
    "intended-use",
    "out-of-scope-use",
    "limitations",
    "bias-risks",
    "ethical-considerations",
    "training-data",
    "evaluation-data",
    "fairness",
    "caveats",
]);
const card_sections_read_label = /^([^:]{3,50}):(?:\s+(.*))?$/u;
const idsOfLabel = (line) => {
    const title = card_sections_read_label.exec(line)?.[1];
    const ids = title === undefined ? [] : (0,card_sections/* cardSectionsOf */.kq)(title).map(({ id }) => id);
    return ids.filter((id) => byLabel.has(id));
};
/** The text of a labelled paragraph: what follows the label, up to the next label or heading. */
function labelledText(lines, at) {
    const first = lines[at];
    if (first === undefined)
        return "";
    const parts = [card_sections_read_label.exec(first.text)?.[2] ?? ""];
    for (let next = at + 1; next < lines.length; next++) {
        const line = lines[next];
        if (line === undefined || line.under.join("\n") !== first.under.join("\n"))
            break;
        if (idsOfLabel(line.text).length > 0)
            break;
        parts.push(line.text);
    }
    return parts.filter((part) => part !== "").join("\n");
}
/** "**Intended use:** ranking payments." is a section too, where no heading names that one. */
function labelledStatements(body) {
    const headed = new Set(body.sections.flatMap(({ heading }) => (0,card_sections/* cardSectionsOf */.kq)(heading.title).map(({ id }) => String(id))));
    return body.lines.flatMap(({ text, line }, at) => idsOfLabel(text)
        .filter((id) => !headed.has(id))
        .map((id) => {
        const content = labelledText(body.lines, at);
        const { words, placeholder } = readCardText(content);
        const title = card_sections_read_label.exec(text)?.[1] ?? "";
        return { kind: "card", where: { line }, section: id, title, words, placeholder, text_digest: digest(content) };
    }));
}
const mark = String.raw `(?:\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}|\$\{[A-Z][A-Z0-9_]{2,60}\}|__[A-Z][A-Z_]{3,40}__)`;
const markInTitle = new RegExp(mark);
/** A line that is a mark, or a label and a mark. Cards of language models quote templates inside sentences and code. */
const markedLine = new RegExp(String.raw `^(?:[^:{}]{0,60}:\s*)?${mark}$`);
/** The problem that a card still has the marks of a template language, in its title or all over it. */
function templateProblem(body) {
    const title = body.sections[0]?.heading;
    if (title !== undefined && markInTitle.test(title.title))
        return unfilled(title.line);
    const marked = body.lines.filter(({ text }) => markedLine.test(text));
    const sections = new Set(marked.map(({ under }) => under.join("\n")));
    const [first] = marked;
    return first === undefined || sections.size < 3 ? undefined : unfilled(first.line);
}
const unfilled = (line) => ({
    kind: "problem",
    where: { line },
    problem: "template",
    message: "the card is a template that nobody filled in",
    mend: "commit what the template gives, with its fields filled in",
});
/** The problem that a body was too large to be looked into. */
const tooLargeProblem = {
    kind: "problem",
    where: { line: 1 },
    problem: "limit",
    message: "the Markdown is too large or too deeply nested to be read: its sections and tables are left out",
    mend: "split it, or commit the numbers as a file of their own",
};

// EXTERNAL MODULE: ./build/src/read/fault.js
var fault = __webpack_require__(6498);
;// CONCATENATED MODULE: ./build/src/read/front-matter.js

const opening = /^\uFEFF?(?:[ \t]*\r?\n){0,20}---[ \t]*\r?\n/;
const closing = /(?:^|\n)---[ \t]*\r?(?:\n|$)/g;
/** A line that YAML could begin with: a key, an item of a list, a mapping or list in brackets, or a template's mark. */
const yamlStart = /^(?:["']?[^\s#:"'][^:\n]{0,100}["']?[ \t]*:(?:[ \t]|$)|-(?:[ \t]|$)|[{[<%])/;
const key = /^[A-Za-z_][\w-]{0,60}:(?:[ \t]|$)/;
/** The first line with content that is no comment; headings of Markdown look like comments of YAML. */
function firstContent(text) {
    let at = 0;
    while (at < text.length) {
        const end = text.indexOf("\n", at);
        const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, "");
        if (line.trim() !== "" && !line.startsWith("#"))
            return line;
        if (end < 0)
            return "";
        at = end + 1;
    }
    return "";
}
function linesIn(text) {
    let lines = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        lines++;
    return lines;
}
const bodyOnly = (text, problem = null) => ({
    yaml: null,
    yamlLine: 1,
    body: text,
    bodyLine: 1,
    problem,
});
function unclosed(text, yamlLine) {
    return bodyOnly(text, (0,fault/* fault */.D)("unreadable", "the front matter has no end", "close it with a line of three dashes (---)", {
        line: Math.max(1, yamlLine - 1),
        column: 1,
    }));
}
/**
 * Splits the front matter from the body of a Markdown file. Blank lines may stand above it, as the Hub allows. A
 * Markdown file that merely begins with a rule (`---`) has no front matter.
 */
function splitFrontMatter(text) {
    const begin = opening.exec(text);
    if (begin === null)
        return bodyOnly(text);
    const start = begin[0].length;
    const yamlLine = linesIn(begin[0]) + 1;
    // The line break before the closing line belongs to the match: begin with the opening line's own.
    closing.lastIndex = start - 1;
    const end = closing.exec(text);
    if (end === null)
        return key.test(firstContent(text.slice(start))) ? unclosed(text, yamlLine) : bodyOnly(text);
    const yaml = text.slice(start, Math.max(start, end.index));
    const content = firstContent(yaml);
    if (content !== "" && !yamlStart.test(content))
        return bodyOnly(text);
    const bodyStart = end.index + end[0].length;
    const body = text.slice(bodyStart);
    const bodyLine = yamlLine + linesIn(text.slice(start, bodyStart));
    return { yaml, yamlLine, body, bodyLine, problem: null };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/markdown-kind.js



/** Keys of a model's metadata on the Hub that no other front matter has. */
const modelKeys = new Set("model-index model_index library_name pipeline_tag base_model base_model_relation co2_eq_emissions mask_token inference model_name model_type instance_prompt new_version quantized_by".split(" "));
/** Keys of a data set's metadata on the Hub. */
const datasetKeys = new Set("pretty_name size_categories task_categories task_ids dataset_info annotations_creators language_creators source_datasets multilinguality paperswithcode_id train-eval-index viewer language_details configs".split(" "));
/** Keys that both may have, beside those above. */
const sharedKeys = new Set("license license_name license_link license_details language tags datasets metrics thumbnail widget arxiv doi".split(" "));
/** Keys of pages of a web site, which carry tags and languages as well. */
const pageKeys = new Set("layout permalink sidebar_position sidebar_label slug date sdk app_file colorFrom emoji".split(" "));
const fence = /^\s*(?:[-+*]\s+)?(`{3,}|~{3,})/;
const heading = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*\s*$/;
const htmlHeading = /<h[1-6]\b[^<>]{0,200}>(.{1,300}?)<\/h[1-6]>/i;
const underline = /^ {0,3}(?:={2,}|-{3,})\s*$/;
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)+\|?\s*$/;
/** Headings beyond this many lines do not change what a document is. */
const linesLookedAt = 4_000;
const withoutMarks = (title) => title
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/!?\[([^\]]{0,200})\]\([^)]{0,500}\)/g, "$1")
    .replace(/[*_`]/g, (mark) => (mark === "_" ? "_" : ""))
    .trim();
/** Headings and tables, by a look at the lines: the Markdown itself is not parsed for this. */
function outlineOf(text) {
    const titles = [];
    let hasTable = /<table\b/i.test(text);
    let fenced;
    let above = "";
    for (const line of text.split("\n", linesLookedAt)) {
        if (line.length > 1_000)
            continue;
        const mark = fence.exec(line)?.[1];
        if (mark !== undefined) {
            fenced = fenced === undefined ? mark : mark.startsWith(fenced) ? undefined : fenced;
            continue;
        }
        if (fenced !== undefined)
            continue;
        const title = heading.exec(line)?.[1] ?? htmlHeading.exec(line)?.[1];
        if (title !== undefined)
            titles.push(withoutMarks(title));
        else if (underline.test(line) && above.trim() !== "" && !/^\s*(?:[|>#+*-]|\d+\.)/.test(above)) {
            titles.push(withoutMarks(above));
        }
        else if (tableRule.test(line))
            hasTable = true;
        above = line;
    }
    return { titles, hasTable };
}
const datasetHeadings = new Set("dataset card|dataset summary|dataset description|dataset details|dataset structure|dataset creation|data instances|data fields|data splits|curation rationale|source data|dataset curators|dataset sources|supported tasks and leaderboards|considerations for using the data|annotation process|who are the annotators|personal and sensitive information|dataset information|data collection and processing|social impact of dataset|licensing information".split("|"));
const countKeys = (front, keys) => Object.keys(front).filter((key) => keys.has(key)).length;
const saysDatasetCard = (title) => /\b(dataset|data) ?card\b/i.test(title) || /^datasheet\b/i.test(title);
const saysModelCard = (title) => /\b(model|system) ?card\b/i.test(title);
function ofDataset(name, titles) {
    const first = titles[0] ?? "";
    if (saysModelCard(first))
        return false;
    if (saysDatasetCard(first) || /data-?_?(set|sheet)?[-_ ]?card|datasheet/i.test(name))
        return true;
    return titles.filter((title) => datasetHeadings.has((0,card_sections/* plainHeading */.TA)(title))).length >= 3;
}
/** Whether the front matter is that of a model, of a data set, or neither. */
function frontMatterKind(front, name, titles) {
    const ofModel = countKeys(front, modelKeys);
    const ofData = countKeys(front, datasetKeys);
    if (ofData > ofModel)
        return "dataset-card";
    if (ofModel > 0)
        return "huggingface-card";
    const shared = countKeys(front, sharedKeys);
    if (shared === 0 || countKeys(front, pageKeys) > 0)
        return null;
    if (ofDataset(name, titles))
        return "dataset-card";
    // Tags and a language are on many pages; a licence, data sets and metrics are a card's.
    const firm = ["license", "license_name", "datasets", "metrics"].some((key) => Object.hasOwn(front, key));
    const known = shared === Object.keys(front).length;
    const card = isCardByHeadings(name, titles) || /card/i.test(name);
    return (firm && known) || card ? "huggingface-card" : null;
}
/** Two sections that only model cards have; documents that are not named as cards need more. */
function isCardByHeadings(name, titles) {
    const telling = (0,card_sections/* tellingSections */.Q8)(titles);
    const named = /(model|system)[-_ ]?card/i.test(name);
    if (named && (telling.length >= 1 || titles.some((title) => (0,card_sections/* cardSectionsOf */.kq)(title).length > 0)))
        return true;
    if (saysModelCard(titles[0] ?? "") && telling.length >= 1)
        return true;
    const mayBeCard = /read-?_?me|card|index|model/i.test(name);
    const weak = titles.filter((title) => (0,card_sections/* cardSectionsOf */.kq)(title).some(({ id }) => supporting.has(id)));
    const all = telling.length + (telling.length > 0 && weak.length > 0 ? 1 : 0);
    return all >= (mayBeCard ? 2 : 4);
}
/** Sections that count beside one that only model cards have. */
const supporting = new Set(["limitations", "metrics", "evaluation", "training-data"]);
const reportTitle = /\b(reports?|results?|evaluation|metrics|benchmarks?|performance|validation|load[ -]?test\w*|scorecard|test summary)\b/i;
function isReport(name, { titles, hasTable }) {
    const named = reportTitle.test(name.replace(/[_-]+/g, " ")) && !/read-?_?me|changelog|policy/i.test(name);
    return hasTable && (named || reportTitle.test((titles[0] ?? "").replaceAll("_", " ")));
}
/** A short text titled as a model: "MyCoolModel". Other things called models are left out. */
const modelTitle = /(^|[\s\p{Ll}])model$/iu;
const otherModels = /\b(data|domain|threat|object|programming|security|business|operating|pricing|mental|permission|branching|memory|file|content|language server|concurrency|execution|process|view|trust|support|delivery|maturity|test|component|box|event|actor|type|cost|governance|ownership)[\s-]*model$/i;
const isTitledAsModel = (titles) => modelTitle.test(titles[0] ?? "") && !otherModels.test(titles[0] ?? "");
function emptyFrontMatterKind(name, titles) {
    if (ofDataset(name, titles))
        return "dataset-card";
    return isCardByHeadings(name, titles) ? "huggingface-card" : "markdown-card";
}
function classify(file) {
    const outline = outlineOf(splitFrontMatter(file.text).body);
    const front = file.value;
    if ((0,shape/* isRecord */.u4)(front)) {
        // Only the Hub's own writer leaves an empty mapping at the head of a card.
        if (Object.keys(front).length === 0)
            return emptyFrontMatterKind(file.name, outline.titles);
        const kind = frontMatterKind(front, file.name, outline.titles);
        if (kind !== null)
            return kind;
        if (Object.hasOwn(front, "sdk") && Object.hasOwn(front, "app_file"))
            return null;
    }
    else if (front !== undefined && front !== null)
        return "huggingface-card";
    if (ofDataset(file.name, outline.titles))
        return "dataset-card";
    if (isCardByHeadings(file.name, outline.titles))
        return "markdown-card";
    return isReport(file.name, outline) || isTitledAsModel(outline.titles) ? "markdown-report" : null;
}
const markdown_kind_known = new WeakMap();
/** What a Markdown file is; null where it is none of these. By its front matter, then its headings, then its name. */
function markdownKind(file) {
    const looked = markdown_kind_known.get(file);
    if (looked !== undefined)
        return looked.kind;
    const kind = classify(file);
    markdown_kind_known.set(file, { kind });
    return kind;
}

;// CONCATENATED MODULE: ./build/src/adapters/dataset-card.js




/** Rows of a data set as its card's `dataset_info` counts them; null where it has several configurations or no count. */
function rowsOf(front) {
    const info = (0,shape/* member */.Dc)(front, "dataset_info");
    const splits = (0,shape/* list */.p_)((0,shape/* member */.Dc)(info, "splits")) ?? [];
    const counts = splits.map((split) => (0,shape/* number */.ai)((0,shape/* member */.Dc)(split, "num_examples")));
    if (counts.length === 0 || counts.some((count) => count === undefined))
        return null;
    return counts.reduce((sum, count) => sum + (count ?? 0), 0);
}
function dataset_card_columnsOf(front) {
    const features = (0,shape/* list */.p_)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(front, "dataset_info"), "features")) ?? [];
    const names = features.flatMap((feature) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(feature, "name")) ?? []);
    return names.length === 0 ? null : names;
}
function dataset_card_datasetStatement(front) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(front, "pretty_name"));
    if (name === undefined)
        return [];
    return [
        { kind: "dataset", where: { pointer: "/pretty_name" }, name, rows: rowsOf(front), columns: dataset_card_columnsOf(front) },
    ];
}
const datasetCard = {
    id: "dataset-card",
    title: "Data set card",
    definedAt: "https://huggingface.co/docs/hub/datasets-cards",
    versions: "huggingface_hub 0.2 to 1.x; hand-written ones",
    reads: "The front matter's fields, the data set's name, rows and columns, and the body's sections.",
    leaves: "Tables and numbers of the body, which are about the data and not about a model.",
    syntax: ["front-matter"],
    gives: ["card", "dataset"],
    recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "dataset-card",
    read(file, wanted) {
        const front = (0,shape/* isRecord */.u4)(file.value) ? file.value : {};
        const known = [...fieldStatements(front, "", ""), ...dataset_card_datasetStatement(front)];
        const body = wanted.markdownBody ? file.markdown : undefined;
        if (body === undefined)
            return known;
        if (body.tooLarge === true)
            return [...known, tooLargeProblem];
        const template = templateProblem(body);
        return [...known, ...sectionStatements(body, "dataset"), ...(template === undefined ? [] : [template])];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/check-values.js

/**
 * A scalar as a check's observed or expected value; null for lists, records and absent values. A number that is not
 * finite becomes its name, since it must not be taken for an absent one.
 */
function checkValue(value) {
    if (typeof value === "number")
        return Number.isFinite(value) ? value : String(value);
    return typeof value === "string" || typeof value === "boolean" ? value : null;
}
const LONGEST = 240;
/** A text of at most 240 characters, with `…` where it was cut. */
const check_values_shortened = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
/** The members of a record as `key=value, …`; lists and records in JSON; null where there is none. */
function optionsText(options, without) {
    const parts = (0,shape/* members */.ol)(options)
        .filter(([key, value]) => !without.has(key) && value !== null)
        .map(([key, value]) => `${key}=${(0,shape/* scalarText */.ws)(value) ?? JSON.stringify(value)}`);
    return parts.length === 0 ? null : check_values_shortened(parts.join(", "));
}

;// CONCATENATED MODULE: ./build/src/adapters/families/dbt.js



/** The status of an artifact before 0.19, which wrote flags beside a number of failures. */
function oldStatus(result) {
    if ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "error")) !== undefined)
        return "error";
    if ((0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "skip")) === true)
        return "skipped";
    if ((0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "fail")) === true)
        return "fail";
    return (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "warn")) === true ? "warn" : "pass";
}
/** A result of a node; undefined where it names none. */
function nodeResult(result, base) {
    const id = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "unique_id"));
    const status = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "status"));
    const message = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "message")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "error")) ?? null;
    if (id !== undefined && status !== undefined) {
        const failures = (0,shape/* number */.ai)((0,shape/* member */.Dc)(result, "failures")) ?? null;
        return { id, status: status.toLowerCase(), failures, message, place: (0,model_source/* pointer */.Wn)(base, "status") };
    }
    const oldId = (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(result, "node"), "unique_id"));
    if (oldId === undefined)
        return undefined;
    const failures = (0,shape/* number */.ai)((0,shape/* member */.Dc)(result, "status")) ?? null;
    return { id: oldId, status: oldStatus(result), failures, message, place: (0,model_source/* pointer */.Wn)(base, "status") };
}
/** True for tests of data, unit tests and the freshness of sources; models, seeds and snapshots are built, not checked. */
const isTest = ({ id }) => /^(test|unit_test|source)\./.test(id);
const PASSED = new Map([
    ["pass", true],
    ["success", true],
    ["fail", false],
    ["warn", false],
]);
/** True, false, or null where the node errored or was skipped. */
const outcomeOf = ({ status }) => PASSED.get(status) ?? null;
const SEVERITY = new Map([
    ["warn", "warn"],
    ["fail", "error"],
]);
/** A node as a check. */
const nodeCheck = (result, at) => ({
    kind: "check",
    name: result.id,
    passed: outcomeOf(result),
    observed: result.failures,
    severity: SEVERITY.get(result.status) ?? null,
    message: result.message === null ? null : check_values_shortened(result.message),
    at,
    where: { pointer: result.place },
});
/** The verdict over several checks: a failure outweighs what did not run, which outweighs what passed. */
function dbt_verdictOf(outcomes) {
    if (outcomes.length === 0)
        return null;
    if (outcomes.includes(false))
        return false;
    return outcomes.includes(null) ? null : true;
}

;// CONCATENATED MODULE: ./build/src/adapters/dbt-run-results.js



const schemaOf = (value) => (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "metadata", "dbt_schema_version")) ?? "";
function isRunResults(value) {
    const results = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results"));
    if (results === undefined || !(0,shape/* hasKeys */.xV)(value, "elapsed_time"))
        return false;
    if (schemaOf(value).includes("/dbt/run-results/"))
        return true;
    return (0,shape/* hasKeys */.xV)(value, "generated_at") && (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(results[0], "node"), "unique_id");
}
const timeOf = (value) => (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "metadata", "generated_at")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "generated_at")) ?? null;
function verdict(tests, at) {
    if (tests.length === 0)
        return [];
    const passed = tests.filter((test) => outcomeOf(test) === true).length;
    return [
        {
            kind: "check",
            name: "dbt test",
            passed: dbt_verdictOf(tests.map(outcomeOf)),
            observed: passed,
            expected: tests.length,
            message: `${String(passed)} of ${String(tests.length)} tests passed.`,
            suite: true,
            at,
            where: { pointer: "/results" },
        },
    ];
}
const scalars = (value) => Object.fromEntries((0,shape/* members */.ol)(value).filter((entry) => entry[1] === null || typeof entry[1] !== "object"));
/** The invocation; what it built is its output. */
function runStatement(value, results, at) {
    const built = results.filter((result) => !isTest(result));
    const failed = results.some((result) => outcomeOf(result) === false);
    const version = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "metadata", "dbt_version"));
    return {
        kind: "run",
        run_id: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "metadata", "invocation_id")) ?? null,
        status: failed ? "fail" : results.some((result) => outcomeOf(result) === null) ? "error" : "success",
        params: scalars((0,shape/* member */.Dc)(value, "args")),
        outputs: built.filter((result) => outcomeOf(result) === true).map(({ id }) => id),
        environment: version === undefined ? null : { dbt: version },
        at,
        where: { pointer: (0,shape/* hasKeys */.xV)(value, "metadata") ? "/metadata" : "" },
    };
}
function unnamed(base) {
    return {
        kind: "problem",
        problem: "wrong-type",
        message: "A result names no node or has no status.",
        mend: "Run dbt again instead of editing its artifact.",
        where: { pointer: base },
    };
}
/** Results of a dbt invocation: tests are checks, and nodes that could not be built have not passed. */
const dbtRunResults = {
    id: "dbt-run-results",
    title: "dbt run results (`run_results.json`)",
    definedAt: "https://docs.getdbt.com/reference/artifacts/run-results-json",
    versions: "artifact v1, v2, v4 to v6 (dbt 0.19 to 1.10); before 0.19 from the schema, not seen",
    reads: "Each test with its outcome and number of failures, nodes that errored or were skipped, the verdict over all tests, and the invocation. A warning has not passed.",
    leaves: "Compiled SQL, timings, and the column of a test, which only the manifest names.",
    syntax: ["json"],
    gives: ["check", "run"],
    recognises: ({ value }) => isRunResults(value),
    read({ value }) {
        const at = timeOf(value);
        const read = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results")) ?? []).map((result, index) => {
            const base = (0,model_source/* pointer */.Wn)("/results", index);
            return { base, result: nodeResult(result, base) };
        });
        const results = read.flatMap(({ result }) => result ?? []);
        return [
            ...verdict(results.filter(isTest), at),
            ...results
                .filter((result) => isTest(result) || outcomeOf(result) !== true)
                .map((result) => nodeCheck(result, at)),
            ...read.filter(({ result }) => result === undefined).map(({ base }) => unnamed(base)),
            runStatement(value, results, at),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/dbt-sources.js



/** Here `error` is a source older than its limit; what could not be asked is `runtime error`. */
const dbt_sources_PASSED = new Map([
    ["pass", true],
    ["warn", false],
    ["error", false],
]);
const dbt_sources_outcomeOf = (result) => dbt_sources_PASSED.get((0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "status")) ?? "") ?? null;
function sourceCheck(result, base, at) {
    return {
        kind: "check",
        name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "unique_id")) ?? "source",
        passed: dbt_sources_outcomeOf(result),
        observed: (0,shape/* number */.ai)((0,shape/* member */.Dc)(result, "max_loaded_at_time_ago_in_s")) ?? null,
        severity: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "status")) ?? null,
        message: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "max_loaded_at")) === undefined
            ? null
            : `Loaded last at ${(0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "max_loaded_at")) ?? ""}.`,
        at,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "status") },
    };
}
/** How fresh dbt's sources are: a check each, whose observed value is the age in seconds. */
const dbtSources = {
    id: "dbt-sources",
    title: "dbt source freshness (`sources.json`)",
    definedAt: "https://docs.getdbt.com/reference/artifacts/sources-json",
    versions: "artifact v1 to v3, from the schema, not seen",
    reads: "Each source with the age of its data in seconds and whether that is within its limits, and the verdict over all.",
    leaves: "The limits and timings.",
    syntax: ["json"],
    gives: ["check"],
    recognises: ({ value }) => (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "metadata", "dbt_schema_version"))?.includes("/dbt/sources/") === true &&
        (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results")) !== undefined,
    read({ value }) {
        const at = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "metadata", "generated_at")) ?? null;
        const results = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results")) ?? [];
        if (results.length === 0)
            return [];
        const passed = dbt_verdictOf(results.map(dbt_sources_outcomeOf));
        return [
            { kind: "check", name: "dbt source freshness", passed, suite: true, at, where: { pointer: "/results" } },
            ...results.map((result, index) => sourceCheck(result, (0,model_source/* pointer */.Wn)("/results", index), at)),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/deepchecks-check-result.js

/** Numbers of numpy stand as `{dtype, value}`. */
function unwrapped(value) {
    return (0,shape/* hasKeys */.xV)(value, "dtype", "value") ? (0,shape/* member */.Dc)(value, "value") : value;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/deepchecks-drift.js




const SCORE = "Drift score";
/** Drift of features, label and prediction, and of the whole by a classifier that tells the sides apart. */
function driftStatements(result, sizes) {
    const value = (0,shape/* member */.Dc)(result.body, "value");
    const where = (0,model_source/* pointer */.Wn)(result.where, "value");
    if ((0,shape/* hasKeys */.xV)(value, "domain_classifier_drift_score"))
        return [multivariate(result, value, where, sizes)];
    if ((0,shape/* hasKeys */.xV)(value, SCORE))
        return [deepchecks_drift_whole(result, value, where, sizes)];
    if (!/Drift/.test(result.name) || !(0,shape/* isRecord */.u4)(value))
        return [];
    return (0,shape/* members */.ol)(value).flatMap(([column, found]) => (0,shape/* hasKeys */.xV)(found, SCORE) ? [drift({ scope: "column", column }, found, (0,model_source/* pointer */.Wn)(where, column), result, sizes)] : []);
}
function multivariate(result, value, where, sizes) {
    return {
        kind: "drift",
        scope: "dataset",
        method: "domain-classifier",
        score: unwrapped((0,shape/* member */.Dc)(value, "domain_classifier_drift_score")),
        threshold: limitOf(result, null),
        drifted: deepchecks_drift_verdictOf(result),
        ...sizes,
        where: { pointer: (0,model_source/* pointer */.Wn)(where, "domain_classifier_drift_score") },
    };
}
/** The drift of the label or of the prediction: one score, and a condition on it alone. */
function deepchecks_drift_whole(result, value, where, sizes) {
    const scope = /Label/.test(result.name)
        ? "target"
        : /Prediction/.test(result.name)
            ? "prediction"
            : "dataset";
    return { ...drift({ scope }, value, where, result, sizes), drifted: deepchecks_drift_verdictOf(result) };
}
function drift(of, found, where, result, sizes) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "Method"));
    const method = name === undefined ? undefined : ((0,drift_methods/* driftMethodOf */.QP)("deepchecks", name)?.id ?? name);
    return {
        kind: "drift",
        ...of,
        method: method ?? null,
        score: unwrapped((0,shape/* member */.Dc)(found, SCORE)),
        threshold: limitOf(result, method ?? null),
        ...sizes,
        where: { pointer: (0,model_source/* pointer */.Wn)(where, SCORE) },
    };
}
const numericalMethods = new Set(["ks", "wasserstein-scaled"]);
/**
 * The limit stands only in the condition's text: `Label drift score < 0.15`, or one for either kind of column,
 * `categorical drift score < 0.2 and numerical drift score < 0.2`.
 */
function limitOf({ body }, method) {
    for (const condition of (0,shape/* list */.p_)((0,shape/* member */.Dc)(body, "conditions_results")) ?? []) {
        const said = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(condition, "Condition")) ?? "";
        const kind = method !== null && numericalMethods.has(method) ? "numerical" : "categorical";
        const found = new RegExp(`${kind} drift score < (\\d+(?:\\.\\d+)?)`).exec(said) ??
            (/categorical|numerical/.test(said) ? null : /(?:<|less than) (\d+(?:\.\d+)?)$/.exec(said));
        if (found?.[1] !== undefined)
            return Number(found[1]);
    }
    return null;
}
/** The verdict on the only score that the check has: that of its only condition. */
function deepchecks_drift_verdictOf({ body }) {
    const conditions = (0,shape/* list */.p_)((0,shape/* member */.Dc)(body, "conditions_results")) ?? [];
    const status = conditions.length === 1 ? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(conditions[0], "Status")) : undefined;
    return status === "PASS" ? false : status === "FAIL" || status === "WARN" ? true : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/deepchecks-measurements.js



/** What a check measured of the model or counted in the data. */
function measurementStatements(result) {
    const value = unwrapped((0,shape/* member */.Dc)(result.body, "value"));
    const where = (0,model_source/* pointer */.Wn)(result.where, "value");
    switch (result.name) {
        case "Model Inference Time":
            return typeof value === "number"
                ? [
                    {
                        kind: "measurement",
                        raw_metric: result.name,
                        value,
                        unit: "s",
                        dataset: result.dataset,
                        where: { pointer: where },
                    },
                ]
                : [];
        case "Roc Report":
            return byClass(value, where, result.dataset, { raw_metric: "AUC", metric: "roc_auc", higher_is_better: true });
        case "Datasets Size Comparison":
            return sizes(value, where);
        default:
            return typeof value === "string" ? deepchecks_measurements_performance(value, where) : [];
    }
}
const byClass = (value, where, dataset, metric) => (0,shape/* members */.ol)(value).flatMap(([label, wrapped]) => {
    const figure = unwrapped(wrapped);
    return typeof figure === "number"
        ? [
            {
                kind: "measurement",
                ...metric,
                value: figure,
                unit: "proportion",
                dataset,
                slice: { class: label },
                where: { pointer: (0,model_source/* pointer */.Wn)(where, label) },
            },
        ]
        : [];
});
const roles = { Train: "train", Test: "test" };
const sizes = (value, where) => ["Train", "Test"].flatMap((side) => {
    const rows = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(value, side));
    return rows === undefined
        ? []
        : [{ kind: "dataset", name: side, role: roles[side], rows, where: { pointer: (0,model_source/* pointer */.Wn)(where, side) } }];
});
/**
 * Tables of performance are JSON text inside a string: rows of data set, class, metric, value and number of samples.
 * The place inside is the string's.
 */
function deepchecks_measurements_performance(embedded, where) {
    if (!embedded.includes('"Metric"'))
        return [];
    const rows = parsedRows(embedded);
    if (rows === undefined)
        return [
            {
                kind: "problem",
                problem: "unreadable",
                message: "a table of performance, JSON inside a string, cannot be read",
                mend: "write the report again with Deepchecks' own to_json",
                where: { pointer: where },
            },
        ];
    return rows.flatMap((row) => measurement(row, where));
}
function measurement(row, where) {
    const metric = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(row, "Metric"));
    const value = (0,shape/* member */.Dc)(row, "Value");
    if (metric === undefined || value === undefined || value === null)
        return [];
    const label = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(row, "Class"));
    const n = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(row, "Number of samples")) ?? null;
    return [
        {
            kind: "measurement",
            raw_metric: metric,
            value,
            dataset: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(row, "Dataset")) ?? null,
            n,
            ...(label === undefined ? {} : { slice: { class: label } }),
            ...(label !== undefined && metric === "Recall" ? { trials: n } : {}),
            where: { pointer: where },
        },
    ];
}
function parsedRows(embedded) {
    try {
        const parsed = JSON.parse(embedded);
        return isRows(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
const isRows = (value) => Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null && !Array.isArray(row));

;// CONCATENATED MODULE: ./build/src/adapters/families/deepchecks.js






const types = new Set(["CheckResult", "CheckFailure"]);
/** True for the result of one check, of a check that could not run, or of a suite. */
function isDeepchecks(value) {
    const type = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "type"));
    if (type === "SuiteResult")
        return (0,shape/* isList */.Lv)((0,shape/* member */.Dc)(value, "results"));
    return type !== undefined && types.has(type) && (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "check"), "name", "params");
}
/** Every result of a document: those of a suite, or the only one. */
function resultsOf(value) {
    const results = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results"));
    const entries = results === undefined
        ? (0,shape/* isRecord */.u4)(value)
            ? [[value, ""]]
            : []
        : results.map((body, index) => [body, (0,model_source/* pointer */.Wn)("", "results", index)]);
    return entries.flatMap(([body, where]) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(body, "check"), "name"));
        const header = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "header")) ?? "";
        const dataset = / - (Train|Test) Dataset$/.exec(header)?.[1] ?? null;
        return name === undefined ? [] : [{ name, dataset, body, where }];
    });
}
function deepchecksStatements(value) {
    const results = resultsOf(value);
    const sizes = results.map(sizesOf).find((found) => found !== undefined) ?? { n_reference: null, n_current: null };
    return results.flatMap((result) => [
        ...checksOf(result),
        ...driftStatements(result, sizes),
        ...measurementStatements(result),
    ]);
}
/** Rows of train and test, which the suite compares in a check of its own. */
function sizesOf({ name, body }) {
    if (name !== "Datasets Size Comparison")
        return undefined;
    const rows = (side) => {
        const count = (0,shape/* member */.Dc)((0,shape/* member */.Dc)(body, "value"), side);
        return typeof count === "number" && Number.isFinite(count) ? count : null;
    };
    return { n_reference: rows("Train"), n_current: rows("Test") };
}
/**
 * One check fact a condition: a check without conditions neither passes nor fails. WARN is not passed; ERROR, and a
 * check that could not run, are neither.
 */
function checksOf(result) {
    const { name } = result;
    if ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(result.body, "type")) === "CheckFailure")
        return [
            {
                kind: "check",
                name,
                passed: null,
                message: onDataset(result, (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result.body, "exception")) ?? "the check could not run"),
                where: { pointer: (0,model_source/* pointer */.Wn)(result.where, "type") },
            },
        ];
    const value = unwrapped((0,shape/* member */.Dc)(result.body, "value"));
    return ((0,shape/* list */.p_)((0,shape/* member */.Dc)(result.body, "conditions_results")) ?? []).map((condition, index) => {
        const status = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(condition, "Status"));
        return {
            kind: "check",
            name,
            passed: status === "PASS" ? true : status === "FAIL" || status === "WARN" ? false : null,
            observed: typeof value === "number" ? checkValue(value) : null,
            expected: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(condition, "Condition")) ?? null,
            severity: status === "WARN" ? "warning" : status === "FAIL" ? "error" : null,
            message: onDataset(result, (0,shape/* text */.Qq)((0,shape/* member */.Dc)(condition, "More Info")) ?? null),
            where: { pointer: (0,model_source/* pointer */.Wn)(result.where, "conditions_results", index, "Status") },
        };
    });
}
/** A check that ran on train and test apart has one name for both. */
const onDataset = ({ dataset }, message) => dataset === null ? message : `${dataset} dataset${message === null ? "" : `: ${message}`}`;

;// CONCATENATED MODULE: ./build/src/adapters/deepchecks-result.js

/** What `to_json()` of a Deepchecks suite or check gives. */
const deepchecksResult = {
    id: "deepchecks-result",
    title: "Deepchecks suite or check result",
    definedAt: "https://docs.deepchecks.com/stable/general/usage/export_save_results.html",
    versions: "0.19.1",
    reads: "Each condition as a check, checks that could not run, drift of features, label, prediction and of the whole, performance by data set and class, AUC, inference time and the sizes of the data sets.",
    leaves: "Displays, confusion matrices, weak segments, calibration, comparisons with a simple model and lists of outliers.",
    syntax: ["json"],
    gives: ["check", "drift", "measurement", "dataset"],
    recognises: ({ value }) => isDeepchecks(value),
    read: ({ value }) => deepchecksStatements(value),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/parameters.js

/** A parameter as a fact holds it: lists as JSON. */
function parameterValue(value) {
    if (typeof value !== "object" || value === null)
        return value;
    return JSON.stringify(value);
}
/** Nested parameters as one record, keys joined by dots; lists and empty records as JSON. */
function flatParameters(nested) {
    const flat = [];
    collect(nested, "", flat);
    return Object.fromEntries(flat);
}
function collect(value, prefix, flat) {
    for (const [key, child] of (0,shape/* members */.ol)(value)) {
        const name = prefix === "" ? key : `${prefix}.${key}`;
        if ((0,shape/* isRecord */.u4)(child) && Object.keys(child).length > 0)
            collect(child, name, flat);
        else
            flat.push([name, parameterValue(child)]);
    }
}

// EXTERNAL MODULE: ./build/src/normalise/metric-name.js
var metric_name = __webpack_require__(4144);
;// CONCATENATED MODULE: ./build/src/adapters/families/sliced-name.js


const marker = /^(?:by[_-])?(?:slices?|segments?|(?:sub)?groups?|cohorts?)(?:[_-](.+))?$/i;
/** `by_country`: the column of the values that follow. */
const byColumn = /^(?:by|per)[_-]((?!(?:slice|segment|subgroup|group|cohort)s?$)[A-Za-z][\w-]*)$/i;
const bracketed = /^([^[{(]+)[[{(]\s*([\w .-]+?)\s*=\s*"?([^\]})"]+)"?\s*[\]})]$/;
const mostSegments = 12;
const columnName = /^[A-Za-z_][\w -]*$/;
/** Segments behind a metric that name a statistic, a version or a moment of training, never a column or its value. */
const noColumn = /^(v\d+|mean|std|stdev|var|variance|min|max|median|sum|count|ratio|p\d+|q\d+|epoch|step|iter(ation)?|batch|fold|score|value|n|support|threshold)$/i;
/**
 * Takes a slice out of a metric's name: `slice_recall/age_band/65 plus`, `test_auc.country.DE`, `recall/country=DE`,
 * `recall[country=DE]`, `slices.18-24.recall`. A value whose column is not named stands under `slice`.
 *
 * @returns null where the name holds no slice, as `val/loss`, `ndcg_at_5/mean` and `toxicity/v1/p90`
 */
function slicedName(raw) {
    if (raw.length > 300 || raw.split(/[./]/, mostSegments + 1).length > mostSegments)
        return null;
    const [bySlash, byDot] = [raw.split("/"), raw.split(".")];
    return equated(raw) ?? marked(bySlash, "/") ?? marked(byDot, ".") ?? trailing(bySlash, "/") ?? trailing(byDot, ".");
}
/** The same for the keys of a nested document, which may hold dots and slashes themselves. */
const slicedKeys = (keys) => keys.length > mostSegments ? null : (marked(keys, ".") ?? trailing(keys, "."));
/** The fields of a measurement that its raw name fixes. */
function namedMeasurement(raw) {
    const found = slicedName(raw);
    return found === null ? { raw_metric: raw } : { raw_metric: raw, ...found };
}
function equated(raw) {
    const inBrackets = bracketed.exec(raw);
    if (inBrackets !== null) {
        const [, name = "", column = "", value = ""] = inBrackets;
        return { metric_name: name.trim(), slice: { [column]: value } };
    }
    if (!raw.includes("=") || !raw.includes("/"))
        return null;
    const segments = raw.split("/");
    const pairs = segments.slice(1).map((segment) => /^([^=]+)=(.+)$/.exec(segment));
    if (pairs.every((pair) => pair === null))
        return null;
    const name = segments.filter((_, index) => index === 0 || pairs[index - 1] === null).join("/");
    const slice = Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? "", pair[2] ?? ""]])));
    return { metric_name: name, slice };
}
/** Where a segment says itself that a slice follows. */
function marked(segments, separator) {
    const at = segments.slice(0, 2).findIndex((segment) => marker.test(segment) || byColumn.test(segment));
    if (at < 0 || at === segments.length - 1)
        return null;
    if (at === 1 && (0,metric_name/* wordOf */.a)((segments[0] ?? "").toLowerCase()).kind === "core")
        return null;
    const head = segments[at] ?? "";
    const named = byColumn.exec(head)?.[1] ?? marker.exec(head)?.[1];
    const before = segments.slice(0, at);
    const rest = segments.slice(at + 1);
    if (named !== undefined && (0,metric_vocabulary/* interpretMetric */.s0)(named).known)
        return sliced([...before, named], rest, separator);
    const columned = named === undefined ? rest : [named, ...rest];
    const last = columned.at(-1) ?? "";
    if (columned.length > 1 && (0,metric_vocabulary/* interpretMetric */.s0)(last).known)
        return sliced([...before, last], columned.slice(0, -1), separator);
    const first = columned[0] ?? "";
    if (columned.length > 1 && (0,metric_vocabulary/* interpretMetric */.s0)(first).known)
        return sliced([...before, first], columned.slice(1), separator);
    return named === undefined ? sliced_name_unnamed(segments, rest, separator) : null;
}
/** A slice of a metric that the vocabulary does not know: `slice/18-24`, `slices/18-24/gain`. */
function sliced_name_unnamed(segments, rest, separator) {
    const last = rest.at(-1) ?? "";
    const whole = segments.join(separator);
    if (rest.length === 1)
        return { metric_name: whole, slice: { slice: last } };
    const pairs = columnName.test(last) ? null : pairsOf(rest);
    return pairs === null ? sliced([last], rest.slice(0, -1), separator) : { metric_name: whole, slice: pairs };
}
const sliced = (name, rest, separator) => ({
    metric_name: name.join(separator),
    slice: pairsOf(rest) ?? { slice: rest.join(separator) },
});
/** Columns and values in turn; null where the segments are no such pairs. */
function pairsOf(segments) {
    if (segments.length === 0 || segments.length % 2 !== 0)
        return null;
    const pairs = [];
    for (let index = 0; index < segments.length; index += 2) {
        const [column = "", value = ""] = [segments[index], segments[index + 1]];
        if (!columnName.test(column) || value === "")
            return null;
        pairs.push([column, value]);
    }
    return Object.fromEntries(pairs);
}
/** `<known metric>/<column>/<value>`, perhaps crossed with further columns. */
function trailing(segments, separator) {
    for (let length = 1; length <= segments.length - 2; length++) {
        const name = segments.slice(0, length).join(separator);
        const reading = (0,metric_vocabulary/* interpretMetric */.s0)(name);
        // A loss followed by names is made of components rather than taken over slices.
        if (!reading.known || reading.metric === "loss")
            continue;
        const rest = segments.slice(length);
        const slice = pairsOf(rest);
        if (slice !== null && rest.every(maySlice))
            return { metric_name: name, slice };
    }
    return null;
}
/** A column or value is neither a statistic nor, on its own, a metric, a split or an average. */
const maySlice = (segment, index) => !noColumn.test(segment) &&
    (index % 2 === 1 || ((0,metric_name/* wordOf */.a)(segment.toLowerCase()).kind === "core" && !(0,metric_vocabulary/* interpretMetric */.s0)(segment).known));

;// CONCATENATED MODULE: ./build/src/adapters/families/dvc-diff.js




/** What DVC prints of changes between two revisions. */
/** `{old, new, diff?}` of one metric or parameter. */
const isChange = (change) => {
    const keys = (0,shape/* members */.ol)(change).map(([key]) => key);
    return keys.length > 0 && keys.includes("new") && keys.every((key) => ["old", "new", "diff"].includes(key));
};
/** `{<file>: {<name>: {old, new}}}`, as `dvc metrics diff` and `dvc params diff` print. */
const isDiff = (value) => {
    const files = (0,shape/* members */.ol)(value);
    return (files.length > 0 &&
        files.every(([, names]) => (0,shape/* isRecord */.u4)(names) && (0,shape/* members */.ol)(names).every(([, change]) => isChange(change))) &&
        files.some(([, names]) => (0,shape/* members */.ol)(names).length > 0));
};
/** Metrics have differences and numbers; parameters have neither, or come from a file that says so. */
function isMetricsDiff(value) {
    if (!isDiff(value))
        return false;
    const changes = (0,shape/* members */.ol)(value).flatMap(([, names]) => (0,shape/* members */.ol)(names).map(([, change]) => change));
    if (changes.some((change) => (0,shape/* hasKeys */.xV)(change, "diff")))
        return true;
    const namedParams = (0,shape/* members */.ol)(value).every(([file]) => /param|config|\.py$/i.test(file));
    return (!namedParams &&
        changes.every((change) => isNumberOrNone((0,shape/* member */.Dc)(change, "old")) && isNumberOrNone((0,shape/* member */.Dc)(change, "new"))));
}
const isNumberOrNone = (value) => value === undefined || value === null || typeof value === "number" || /^[+-]?(nan|inf)/i.test((0,shape/* text */.Qq)(value) ?? "");
/** Steps, and counts of examples: no metrics. */
const isCounter = (name) => /(^|\.)(step|epoch|n)$/i.test(name);
/** The new value of each metric. */
const metricsDiffStatements = (value, base) => (0,shape/* members */.ol)(value).flatMap(([file, names]) => (0,shape/* members */.ol)(names).flatMap(([name, change]) => {
    if (isCounter(name) || !(0,shape/* hasKeys */.xV)(change, "new"))
        return [];
    const where = { pointer: (0,model_source/* pointer */.Wn)(base, file, name, "new") };
    return [{ kind: "measurement", ...namedMeasurement(name), value: (0,shape/* member */.Dc)(change, "new"), where }];
}));
/** The new parameters of each file. */
const paramsDiffStatements = (value, base) => (0,shape/* members */.ol)(value).map(([file, names]) => ({
    kind: "run",
    params: Object.fromEntries((0,shape/* members */.ol)(names).flatMap(([name, change]) => (0,shape/* hasKeys */.xV)(change, "new") ? [[name, parameterValue((0,shape/* member */.Dc)(change, "new") ?? null)]] : [])),
    where: { pointer: (0,model_source/* pointer */.Wn)(base, file) },
}));

;// CONCATENATED MODULE: ./build/src/adapters/dvc-exp-diff.js


const parts = ["metrics", "params"];
const isEmptyOrDiff = (part) => part === undefined || ((0,shape/* isRecord */.u4)(part) && ((0,shape/* members */.ol)(part).length === 0 || isDiff(part)));
/** How an experiment differs from another, as `dvc exp diff --json` prints it. */
const dvcExpDiff = {
    id: "dvc-exp-diff",
    title: "DVC difference of experiments (`dvc exp diff --json`)",
    definedAt: "https://dvc.org/doc/command-reference/exp/diff",
    versions: "from the schema, not seen",
    reads: "The new value of each metric and parameter.",
    leaves: "Old values and differences.",
    syntax: ["json"],
    gives: ["measurement", "run"],
    recognises: ({ value }) => (0,shape/* isRecord */.u4)(value) &&
        (0,shape/* members */.ol)(value).every(([key]) => parts.includes(key)) &&
        parts.every((key) => isEmptyOrDiff((0,shape/* member */.Dc)(value, key))) &&
        parts.some((key) => isDiff((0,shape/* member */.Dc)(value, key))),
    read: ({ value }) => [
        ...metricsDiffStatements((0,shape/* member */.Dc)(value, "metrics"), "/metrics"),
        ...paramsDiffStatements((0,shape/* member */.Dc)(value, "params"), "/params"),
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/families/data-role.js
const data_role_roleOf = {
    train: "train",
    training: "train",
    val: "validation",
    valid: "validation",
    validation: "validation",
    dev: "validation",
    test: "test",
    testing: "test",
    eval: "test",
    evaluation: "test",
    holdout: "test",
    reference: "reference",
    current: "current",
};
/** What a word of a tool says a data set is for; null where it says nothing. */
function roleOfWord(word) {
    const key = (word ?? "").toLowerCase().replace(/_+$/, "");
    return Object.hasOwn(data_role_roleOf, key) ? (data_role_roleOf[key] ?? null) : null;
}
/** The role that a file's own name states (`X_train.csv`, `test/`); null where it states none, or two. */
function roleOfPath(path) {
    const name = path.replace(/\/+$/, "").split("/").at(-1) ?? "";
    const words = name.split(/[^A-Za-z]+/).map(roleOfWord);
    const roles = new Set(words.filter((role) => role !== null));
    return roles.size === 1 ? ([...roles][0] ?? null) : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/path-kind.js
/** What a path names, by its ending and folders: what tools that only keep paths and digests do not say. */
const code = /\.(py|pyc|ipynb|r|rmd|jl|sh|bash|ps1|bat|js|ts|java|scala|sql|c|cc|cpp|h|rs|go|toml|cfg|ini|lock|md|rst|html|css|dockerfile)$/i;
const weights = /\.(pkl|pickle|joblib|dill|cbm|ubj|bst|pt|pth|ckpt|safetensors|gguf|onnx|h5|hdf5|keras|pb|tflite|mlmodel|pmml|bin|xgb|lgb|model|zip\.model)$/i;
const tables = /\.(csv|tsv|parquet|jsonl|ndjson|arrow|feather|orc|avro|npy|npz|tfrecord|xlsx?|txt|db|sqlite3?|zip|tar|t?gz)$/i;
const described = /\.(json|ya?ml|png|jpe?g|svg|pdf|log)$/i;
const folders = (path) => path.replace(/\/+$/, "").split("/");
/** Weights, and whatever lies in, or is, a folder of models. */
const isModelPath = (path) => weights.test(path) ||
    (!tables.test(path) &&
        !described.test(path) &&
        !code.test(path) &&
        folders(path).some((folder) => /^(trained_|final_|best_)?models?$/i.test(folder)));
const isDataPath = (path) => tables.test(path) && !isModelPath(path);
/** Source code and settings: neither data nor a model. */
const isCodePath = (path) => code.test(path) ||
    (folders(path).some((folder) => /^(src|scripts|tests?|notebooks)$/i.test(folder)) && !tables.test(path));
/** JSON, YAML and pictures: results and settings, unless they lie in a folder of data. */
const isDescribed = (path) => described.test(path) && !folders(path).some((folder) => /data/i.test(folder));

;// CONCATENATED MODULE: ./build/src/adapters/families/dvc.js




/** Files of DVC: outputs and dependencies with their digests. */
const contentKeys = ["md5", "sha256", "sha1", "blake3"];
/** True for an entry of `outs` or `deps` as `dvc.lock` and `.dvc` files hold them. */
const isTracked = (entry) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "path")) !== undefined &&
    [...contentKeys, "etag", "checksum", "hash", "cloud", "files", "size", "repo", "remote"].some((key) => (0,shape/* hasKeys */.xV)(entry, key));
/** The content's digest. An etag, a checksum of a cloud or a version id is none. */
function dvc_digestOf(entry) {
    for (const key of contentKeys) {
        const value = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, key));
        if (value !== undefined)
            return { digest: `${key}:${value}`, key };
    }
    return { digest: null, key: "path" };
}
/** A file that DVC follows, as a data set or a model; null for source code, settings and results. */
function trackedStatement(entry, base, isOutput) {
    const path = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "path"));
    if (path === undefined || path === "")
        return null;
    const { digest, key } = dvc_digestOf(entry);
    const where = { pointer: (0,model_source/* pointer */.Wn)(base, key) };
    if (isModelPath(path)) {
        if (!isOutput || digest === null)
            return null;
        return { kind: "model", artifact_digest: digest, where };
    }
    if (isCodePath(path) || isDescribed(path))
        return null;
    const name = path.replace(/\/+$/, "").split("/").at(-1) ?? path;
    return { kind: "dataset", name, role: roleOfPath(path), digest, location: path, where };
}
/** Paths that a list of `dvc.yaml` names: texts, or records of one path and its options. */
function declaredPaths(entries) {
    return ((0,shape/* list */.p_)(entries) ?? []).flatMap((entry) => {
        const written = (0,shape/* text */.Qq)(entry);
        return written === undefined ? (0,shape/* members */.ol)(entry).map(([path]) => path) : [written];
    });
}
/** What a `dvc.yaml` declares under a key such as `metrics`, in its stages and on its own. */
function declaredUnder(value, key) {
    const ofStages = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "stages")).flatMap(([, stage]) => {
        const body = (0,shape/* member */.Dc)(stage, "do") ?? stage;
        const folder = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "wdir")) ?? "";
        return declaredPaths((0,shape/* member */.Dc)(body, key)).map((path) => ({ path, folder }));
    });
    return [...ofStages, ...declaredPaths((0,shape/* member */.Dc)(value, key)).map((path) => ({ path, folder: "" }))];
}
const plainPath = ({ path, folder }) => (folder === "" ? path : `${folder}/${path}`)
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");
/** True where the segment is what a template such as `scores_${item}.json` may become. */
function fitsTemplate(template, segment) {
    const parts = template.split(/\$\{[^{}]*\}/);
    const [first = "", last = ""] = [parts[0], parts.at(-1)];
    if (parts.length === 1)
        return template === segment;
    if (!segment.startsWith(first) || !segment.endsWith(last))
        return false;
    const end = segment.length - last.length;
    let from = first.length;
    for (const part of parts.slice(1, -1)) {
        const found = segment.indexOf(part, from);
        if (found < 0)
            return false;
        from = found + part.length;
    }
    return from <= end;
}
/** True where the path is the declared one, or lies in the declared folder. */
function isDeclared(declared, path) {
    const [templates, segments] = [declared.split("/"), path.split("/")];
    return (templates.length <= segments.length &&
        templates.every((template, index) => fitsTemplate(template, segments[index] ?? "")));
}
const levelsUp = 4;
/** True where a `dvc.yaml` beside or above the file declares it under the key. */
function isDeclaredInDvc(file, key) {
    for (let up = 0; up < Math.min(levelsUp, file.segments.length); up++) {
        const pipeline = file.neighbour(`${"../".repeat(up)}dvc.yaml`);
        if (pipeline === null || !(0,shape/* isRecord */.u4)(pipeline.value))
            continue;
        const path = file.segments.slice(file.segments.length - 1 - up).join("/");
        if (declaredUnder(pipeline.value, key).some((declared) => isDeclared(plainPath(declared), path)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/adapters/dvc-file.js



/** One file or folder that DVC follows. */
const dvcFile = {
    id: "dvc-file",
    title: "DVC file (`*.dvc`)",
    definedAt: "https://dvc.org/doc/user-guide/project-structure/dvc-files",
    versions: "DVC 2.x to 3.67.1",
    reads: "The data set or model with the digest of its content.",
    leaves: "Sizes, tags and version ids of clouds, which are no digests of the content, and where an import came from.",
    syntax: ["yaml"],
    gives: ["dataset", "model"],
    recognises({ name, value }) {
        const outs = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "outs")) ?? [];
        const isDvc = name.endsWith(".dvc") || !(0,shape/* hasKeys */.xV)(value, "cmd");
        return outs.length > 0 && isDvc && !(0,shape/* hasKeys */.xV)(value, "stages") && outs.every(isTracked);
    },
    read: ({ value }) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "outs")) ?? [])
        .map((entry, index) => trackedStatement(entry, (0,model_source/* pointer */.Wn)("/outs", index), true))
        .filter((statement) => statement !== null),
};

;// CONCATENATED MODULE: ./build/src/adapters/dvc-lock.js




const isStage = (stage) => (0,shape/* isRecord */.u4)(stage) &&
    ((0,shape/* hasKeys */.xV)(stage, "cmd") || (0,shape/* hasKeys */.xV)(stage, "outs") || (0,shape/* hasKeys */.xV)(stage, "deps")) &&
    ["deps", "outs"].every((key) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(stage, key)) ?? []).every(isTracked));
/** The stages: below `stages` since schema 2.0, at the top before. */
function stagesOf(value) {
    const stages = (0,shape/* member */.Dc)(value, "stages");
    return (0,shape/* isRecord */.u4)(stages) ? { stages, base: "/stages" } : { stages: value, base: "" };
}
function isLock(name, value) {
    if ((0,shape/* hasKeys */.xV)(value, "schema") && (0,shape/* hasKeys */.xV)(value, "stages") && !(0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "stages")))
        return false;
    const { stages, base } = stagesOf(value);
    const all = (0,shape/* members */.ol)(stages);
    const known = base === "/stages" ? (0,shape/* hasKeys */.xV)(value, "schema") || name.endsWith("dvc.lock") : name.endsWith("dvc.lock");
    return known && all.length > 0 && all.every(([, stage]) => isStage(stage));
}
const pathsOf = (stage, key) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(stage, key)) ?? []).map((entry) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "path"))).filter((path) => path !== undefined);
/** Parameters of all the files that the stage depends on. */
const parametersOf = (stage) => Object.assign({}, ...(0,shape/* members */.ol)((0,shape/* member */.Dc)(stage, "params")).map(([, params]) => flatParameters(params)));
function stageStatements(name, stage, base) {
    const command = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(stage, "cmd"));
    const run = {
        kind: "run",
        params: parametersOf(stage),
        inputs: pathsOf(stage, "deps"),
        outputs: pathsOf(stage, "outs"),
        environment: { stage: name, ...(command === undefined ? {} : { command }) },
        where: { pointer: base },
    };
    const followed = ["deps", "outs"].flatMap((key) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(stage, key)) ?? []).map((entry, index) => trackedStatement(entry, (0,model_source/* pointer */.Wn)(base, key, index), key === "outs")));
    return [run, ...followed.filter((statement) => statement !== null)];
}
/** The same file with the same digest, as one stage's output and the next one's input, is stated once. */
function withoutRepeats(statements) {
    const seen = new Set();
    return statements.filter((statement) => {
        if (statement.kind !== "dataset")
            return true;
        const key = JSON.stringify([statement.location, statement.digest]);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** Paths that the pipeline beside the lock declares as metrics or plots: results, not data. */
function resultsBeside(file) {
    const pipeline = file.neighbour("dvc.yaml")?.value;
    return new Set(["metrics", "plots"].flatMap((key) => declaredUnder(pipeline, key).map(({ path }) => path)));
}
/** What the stages of a DVC pipeline last ran with. */
const dvcLock = {
    id: "dvc-lock",
    title: "DVC lock file (`dvc.lock`)",
    definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#dvclock-file",
    versions: "schema 2.0, by DVC 2.x to 3.67.1; schema 1.0 from the schema, not seen",
    reads: "A run for each stage, with its parameters, inputs and outputs; data and models with the digest of their content. A path that two stages saw with different digests is stated twice.",
    leaves: "Sizes, numbers of files, tags of clouds, and digests of source code, settings and results.",
    syntax: ["yaml"],
    gives: ["run", "dataset", "model"],
    recognises: ({ name, value }) => isLock(name, value),
    read(file) {
        const { stages, base } = stagesOf(file.value);
        const results = resultsBeside(file);
        const statements = (0,shape/* members */.ol)(stages).flatMap(([name, stage]) => stageStatements(name, stage, (0,model_source/* pointer */.Wn)(base, name)));
        return withoutRepeats(statements).filter((statement) => statement.kind !== "dataset" || !results.has(statement.location ?? ""));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/nested-metrics.js




const counters = /^(step|epoch|iteration|iter|global_step)$/i;
const sampleCounts = /^(n|n_samples|num_samples|n_examples|num_examples|sample_size|support|rows|n_rows)$/i;
const nonFinite = /^[+-]?(nan|inf|infinity)$/i;
/** The number of examples that stands beside the metrics of a record. */
const countBeside = (value) => {
    const counts = (0,shape/* members */.ol)(value).filter(([key]) => sampleCounts.test(key));
    return counts.length === 1 ? ((0,shape/* numeric */.sH)(counts[0]?.[1]) ?? null) : null;
};
const isMeasured = (name, value) => typeof value === "number" ||
    (typeof value === "string" &&
        (nonFinite.test(value) || ((0,shape/* numeric */.sH)(value) !== undefined && (0,metric_vocabulary/* interpretMetric */.s0)(name).known)));
/**
 * Metrics of a nested document: the keys down to a number are its name, joined by dots. `slices`, `by_country` and the
 * like, or a metric with columns and values below it, make a slice and are no part of the name; a count of examples
 * belongs to its neighbours.
 */
function nestedMetrics(value, base, owner) {
    const statements = [];
    const visit = (record, keys, place) => {
        const n = countBeside(record);
        for (const [key, child] of (0,shape/* members */.ol)(record)) {
            const path = [...keys, key];
            const where = { pointer: (0,model_source/* pointer */.Wn)(place, key) };
            if ((0,shape/* isRecord */.u4)(child))
                visit(child, path, where.pointer);
            if (counters.test(key) || sampleCounts.test(key))
                continue;
            const found = slicedKeys(path);
            const raw = found?.metric_name ?? path.join(".");
            if (isMeasured(raw, child))
                statements.push({
                    kind: "measurement",
                    raw_metric: raw,
                    ...(found === null ? {} : { slice: found.slice }),
                    value: child,
                    n,
                    ...owner,
                    where,
                });
        }
    };
    if ((0,shape/* isRecord */.u4)(value))
        visit(value, [], base);
    return statements;
}

;// CONCATENATED MODULE: ./build/src/adapters/dvc-metrics.js



/** Metrics in a shape of the team's own, which a `dvc.yaml` declares as metrics. */
const dvcMetrics = {
    id: "dvc-metrics",
    title: "Metrics that a `dvc.yaml` declares",
    definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#metrics",
    versions: "DVC 2.x to 3.67.1",
    reads: "Every number, named by its keys; keys below `slices`, `by_<column>` or a metric are slices, and a count such as `n` belongs to the numbers beside it.",
    leaves: "Texts, booleans and lists.",
    syntax: ["json", "yaml", "toml"],
    gives: ["measurement"],
    fallback: true,
    recognises: (file) => (0,shape/* isRecord */.u4)(file.value) && isDeclaredInDvc(file, "metrics"),
    read: ({ value }) => nestedMetrics(value, "", {}),
};

;// CONCATENATED MODULE: ./build/src/adapters/dvc-metrics-diff.js

/** How metrics changed between two revisions, as `dvc metrics diff --json` prints it. */
const dvcMetricsDiff = {
    id: "dvc-metrics-diff",
    title: "DVC change of metrics (`dvc metrics diff --json`)",
    definedAt: "https://dvc.org/doc/command-reference/metrics/diff",
    versions: "DVC 3.67.1",
    reads: "The new value of each metric, with the slice that its dotted name holds.",
    leaves: "The old value and the difference: the baseline's own file states the one, and a rule takes the other.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => isMetricsDiff(value),
    read: ({ value }) => metricsDiffStatements(value, ""),
};

;// CONCATENATED MODULE: ./build/src/adapters/dvc-metrics-show.js



const isOutcome = (outcome) => (0,shape/* members */.ol)(outcome).length > 0 &&
    (0,shape/* members */.ol)(outcome).every(([key]) => key === "data" || key === "error" || key === "timestamp");
const isRevision = (revision) => isOutcome(revision) &&
    ((0,shape/* hasKeys */.xV)(revision, "error") ||
        ((0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(revision, "data")) && (0,shape/* members */.ol)((0,shape/* member */.Dc)(revision, "data")).every(([, file]) => isOutcome(file))));
/** The revision that the output is about: the working tree, or the only one. */
function subjectOf(revisions) {
    const tree = revisions.find((name) => name === "" || name === "workspace");
    return tree ?? (revisions.length === 1 ? (revisions[0] ?? null) : null);
}
function errorStatement(outcome, place, what) {
    const error = (0,shape/* member */.Dc)(outcome, "error");
    if (error === undefined)
        return [];
    const said = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(error, "msg")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(error, "type")) ?? (0,shape/* text */.Qq)(error) ?? "it does not say why";
    return [
        {
            kind: "problem",
            problem: "unreadable",
            message: `DVC could not read ${what}: ${said.slice(0, 200)}`,
            mend: "make DVC read it, and print the metrics again",
            where: { pointer: (0,model_source/* pointer */.Wn)(place, "error") },
        },
    ];
}
function fileStatements(path, file, place, about) {
    const metrics = (0,shape/* member */.Dc)(file, "data");
    const step = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metrics, "step")) ?? null;
    return [...errorStatement(file, place, path), ...nestedMetrics(metrics, (0,model_source/* pointer */.Wn)(place, "data"), { about, step })];
}
function revisionStatements(name, revision, about) {
    const place = (0,model_source/* pointer */.Wn)("", name);
    return [
        ...errorStatement(revision, place, `revision ${name}`),
        ...(0,shape/* members */.ol)((0,shape/* member */.Dc)(revision, "data")).flatMap(([path, file]) => fileStatements(path, file, (0,model_source/* pointer */.Wn)(place, "data", path), about)),
    ];
}
/** Metrics of one or several revisions, as `dvc metrics show --json` prints them. */
const dvcMetricsShow = {
    id: "dvc-metrics-show",
    title: "DVC metrics (`dvc metrics show --json`)",
    definedAt: "https://dvc.org/doc/command-reference/metrics/show",
    versions: "DVC 3.67.1; several revisions and errors from the schema, not seen",
    reads: "Every number of the working tree, or of the only revision; those of further revisions say which they are about. What DVC could not read is a problem.",
    leaves: "Texts, booleans and lists.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises({ value }) {
        const revisions = (0,shape/* members */.ol)(value);
        return (revisions.length > 0 &&
            revisions.every(([, revision]) => isRevision(revision)) &&
            revisions.some(([, revision]) => (0,shape/* hasKeys */.xV)(revision, "data") || (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(revision, "error"), "type")));
    },
    read({ value }) {
        const subject = subjectOf((0,shape/* members */.ol)(value).map(([name]) => name));
        return (0,shape/* members */.ol)(value).flatMap(([name, revision]) => revisionStatements(name, revision, name === subject ? null : name));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/dvc-params.js



/** `params.yaml` is what every stage's parameters come from unless it says otherwise. */
const isDefault = (file) => file.name === "params.yaml" && (file.neighbour("dvc.yaml") !== null || file.neighbour("dvc.lock") !== null);
/** Parameters of a DVC pipeline. */
const dvcParams = {
    id: "dvc-params",
    title: "DVC parameters (`params.yaml`)",
    definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#parameters",
    versions: "DVC 2.x to 3.67.1",
    reads: "The parameters, nested ones joined by dots.",
    leaves: "Which stage uses which: the lock file states that.",
    syntax: ["yaml", "json", "toml"],
    gives: ["run"],
    fallback: true,
    recognises: (file) => (0,shape/* isRecord */.u4)(file.value) && (isDefault(file) || isDeclaredInDvc(file, "params")),
    read: ({ value }) => [{ kind: "run", params: flatParameters(value), where: { pointer: "" } }],
};

;// CONCATENATED MODULE: ./build/src/adapters/dvc-params-diff.js

/** How parameters changed between two revisions, as `dvc params diff --json` prints it. */
const dvcParamsDiff = {
    id: "dvc-params-diff",
    title: "DVC change of parameters (`dvc params diff --json`)",
    definedAt: "https://dvc.org/doc/command-reference/params/diff",
    versions: "DVC 3.67.1",
    reads: "The new values of the parameters that changed, a run for each file.",
    leaves: "The old values, and parameters that did not change.",
    syntax: ["json"],
    gives: ["run"],
    recognises: ({ value }) => isDiff(value) && !isMetricsDiff(value),
    read: ({ value }) => paramsDiffStatements(value, ""),
};

;// CONCATENATED MODULE: ./build/src/adapters/dvc-yaml.js



const topLevel = new Set(["stages", "metrics", "params", "plots", "artifacts", "datasets", "vars"]);
const dvc_yaml_isStage = (stage) => (0,shape/* hasKeys */.xV)(stage, "cmd") || (0,shape/* hasKeys */.xV)(stage, "foreach") || (0,shape/* hasKeys */.xV)(stage, "matrix") || (0,shape/* hasKeys */.xV)(stage, "do");
function isPipeline(name, value) {
    if (!(0,shape/* isRecord */.u4)(value) || (0,shape/* hasKeys */.xV)(value, "schema"))
        return false;
    const keys = (0,shape/* members */.ol)(value).map(([key]) => key);
    if (!keys.every((key) => topLevel.has(key)))
        return false;
    const stages = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "stages"));
    return stages.length > 0 ? stages.every(([, stage]) => dvc_yaml_isStage(stage)) : name.endsWith("dvc.yaml") && keys.length > 0;
}
const artifactStatements = (artifacts) => (0,shape/* members */.ol)(artifacts).flatMap(([name, artifact]) => {
    const where = { pointer: (0,model_source/* pointer */.Wn)("/artifacts", name) };
    const location = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "path")) ?? null;
    if ((0,shape/* member */.Dc)(artifact, "type") === "dataset")
        return [{ kind: "dataset", name, location, where }];
    if ((0,shape/* member */.Dc)(artifact, "type") !== "model")
        return [];
    return [{ kind: "model", name, framework: (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(artifact, "meta"), "framework")) ?? null, where }];
});
const datasetStatements = (datasets) => ((0,shape/* list */.p_)(datasets) ?? []).flatMap((dataset, index) => {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "name"));
    if (name === undefined)
        return [];
    const location = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "url")) ?? null;
    return [
        { kind: "dataset", name, role: roleOfPath(name), location, where: { pointer: (0,model_source/* pointer */.Wn)("/datasets", index) } },
    ];
});
/** A pipeline of DVC: what is to run, and which files hold its results. */
const dvcYaml = {
    id: "dvc-yaml",
    title: "DVC pipeline (`dvc.yaml`)",
    definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files",
    versions: "DVC 2.x to 3.67.1; `datasets` from the schema, not seen",
    reads: "Models and data sets that it declares by name. The files that it declares as metrics are read as such.",
    leaves: "Stages and plots: a pipeline holds no results.",
    syntax: ["yaml"],
    gives: ["model", "dataset"],
    recognises: ({ name, value }) => isPipeline(name, value),
    read: ({ value }) => [
        ...artifactStatements((0,shape/* member */.Dc)(value, "artifacts")),
        ...datasetStatements((0,shape/* member */.Dc)(value, "datasets")),
    ],
};

// EXTERNAL MODULE: ./build/src/normalise/instant.js
var instant = __webpack_require__(8377);
;// CONCATENATED MODULE: ./build/src/adapters/families/moments.js


/** Seconds since 1970 stay below this for 3000 years; milliseconds pass it in March 1973. */
const firstMilliseconds = 100_000_000_000;
/**
 * ISO 8601 of a moment counted from 1970, in seconds or milliseconds, as a number or its text.
 *
 * @returns null where it is no such count, or 0, which tools write for "never"
 */
function epochMoment(count) {
    const moment = (0,shape/* numeric */.sH)(count);
    if (moment === undefined || moment <= 0)
        return null;
    return (0,instant/* instantOf */.B)(moment < firstMilliseconds ? Math.round(moment * 1000) : Math.round(moment));
}

;// CONCATENATED MODULE: ./build/src/adapters/dvclive-history.js



const isMetricColumn = (column) => column !== "step" && column !== "timestamp";
/** The column that holds the metric: the only one beside the step and the time. */
function metricColumn(table) {
    if (table === undefined || table.delimiter !== "\t" || !table.header.includes("step"))
        return null;
    const columns = table.header.filter(isMetricColumn);
    return columns.length === 1 ? table.header.indexOf(columns[0] ?? "") : null;
}
/** The metric's name: the path below the folder of plots, without its ending. */
function nameOf(file, column) {
    const at = file.segments.findLastIndex((segment, index) => index > 0 && (segment === "metrics" || segment === "scalars"));
    if (at < 0)
        return column;
    return file.segments
        .slice(at + 1)
        .join("/")
        .replace(/\.tsv$/, "");
}
const isPlot = (file) => {
    const at = metricColumn(file.table);
    return at !== null && file.table?.header[at] === file.name.replace(/\.tsv$/, "");
};
/** The row of the greatest step; of equal ones the last. */
function latestRow({ header, rows }) {
    const at = header.indexOf("step");
    let latest = null;
    rows.forEach((cells, row) => {
        const step = (0,shape/* numeric */.sH)(cells[at]);
        if (step !== undefined && (latest === null || step >= latest.step))
            latest = { row, step };
    });
    return latest?.row ?? null;
}
/** The history of one metric that a run logged through dvclive. */
const dvcliveHistory = {
    id: "dvclive-history",
    title: "dvclive history of a metric (`plots/metrics/**.tsv`)",
    definedAt: "https://dvc.org/doc/dvclive/live/log_metric",
    versions: "dvclive 3.49.1; a column of times and the folder `scalars` from the schema, not seen",
    reads: "The value at the greatest step, named by its path.",
    leaves: "Earlier values.",
    syntax: ["delimited"],
    numbersAsText: true,
    gives: ["measurement"],
    recognises: (file) => file.name.endsWith(".tsv") && isPlot(file),
    read(file) {
        const { table } = file;
        const column = metricColumn(table);
        const row = table === undefined ? null : latestRow(table);
        if (table === undefined || column === null || row === null)
            return [];
        const cells = table.rows[row] ?? [];
        return [
            {
                kind: "measurement",
                ...namedMeasurement(nameOf(file, table.header[column] ?? "")),
                value: cells[column],
                step: (0,shape/* numeric */.sH)(cells[table.header.indexOf("step")]) ?? null,
                at: epochMoment(cells[table.header.indexOf("timestamp")]),
                where: { line: table.lineOf(row) },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/dvclive-metrics.js


/** Signs of the folder that dvclive writes into: its plots, its report, or the name that it has by default. */
const isLiveFolder = (file) => (file.segments.at(-2) ?? "").startsWith("dvclive") ||
    file.folder("plots").some((name) => name === "metrics" || name === "sklearn" || name === "images");
const isStep = (step) => typeof step === "number" && Number.isInteger(step) && step >= 0;
/** The last values that a run logged through dvclive. */
const dvcliveMetrics = {
    id: "dvclive-metrics",
    title: "dvclive metrics (`dvclive/metrics.json`)",
    definedAt: "https://dvc.org/doc/dvclive/live#output-folder-structure",
    versions: "dvclive 3.49.1",
    reads: "Every number with the step that the run had reached; the texts `nan` and `inf` are not finite.",
    leaves: "The step itself, and the history, which lies in the plots.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: (file) => file.name === "metrics.json" && (0,shape/* isRecord */.u4)(file.value) && isStep((0,shape/* member */.Dc)(file.value, "step")) && isLiveFolder(file),
    read({ value }) {
        const step = (0,shape/* member */.Dc)(value, "step");
        return nestedMetrics(value, "", { step: isStep(step) ? step : null });
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/dvclive-plot.js

const curves = {
    roc: ["fpr", "tpr", "threshold"],
    precision_recall: ["precision", "recall", "threshold"],
    det: ["fpr", "fnr", "threshold"],
    calibration: ["prob_true", "prob_pred"],
};
const isCurve = (value) => {
    const [entry] = (0,shape/* members */.ol)(value);
    if (entry === undefined || (0,shape/* members */.ol)(value).length !== 1 || !Object.hasOwn(curves, entry[0]))
        return false;
    return (0,shape/* hasKeys */.xV)((0,shape/* list */.p_)(entry[1])?.[0], ...(curves[entry[0]] ?? []));
};
const isPair = (row) => (0,shape/* hasKeys */.xV)(row, "actual", "predicted") && (0,shape/* members */.ol)(row).length === 2;
const isConfusion = (value) => {
    const rows = (0,shape/* list */.p_)(value) ?? [];
    return rows.length > 0 && rows.slice(0, 3).every(isPair);
};
/** A plot of dvclive: the classes of each example, or the points of a curve. */
const dvclivePlot = {
    id: "dvclive-plot",
    title: "dvclive plot (`plots/sklearn/*.json`)",
    definedAt: "https://dvc.org/doc/dvclive/live/log_sklearn_plot",
    versions: "dvclive 3.49.1; curves other than ROC from the schema, not seen",
    reads: "Actual and predicted classes as a table of predictions.",
    leaves: "The rows of that table, and the points of curves.",
    syntax: ["json"],
    gives: ["table"],
    recognises: ({ value }) => isConfusion(value) || isCurve(value),
    read({ value }) {
        const rows = (0,shape/* list */.p_)(value);
        if (rows === undefined || (0,shape/* member */.Dc)(rows[0], "actual") === undefined)
            return [];
        const columns = ["actual", "predicted"];
        return [{ kind: "table", columns, rows: rows.length, role: "predictions", where: { pointer: "/0" } }];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently.js



/**
 * The number of a drift metric under the field that its method calls for: Evidently writes p-values and distances
 * into the same place. A method of the user's own is taken for a distance. Undefined where no method is named, since
 * the number alone does not say what it is.
 */
function driftNumber(methodName, value) {
    if (methodName === undefined)
        return undefined;
    const method = (0,drift_methods/* driftMethodOf */.QP)("evidently", methodName);
    if (value === undefined || value === null)
        return { method: method?.id ?? methodName };
    if (method?.gives === "p_value")
        return { method: method.id, p_value: value };
    return { method: method?.id ?? methodName, score: value };
}
/** Told where a drift number has no method beside it. */
const methodUnknown = (column, where) => ({
    kind: "problem",
    problem: "unrecognised",
    message: `the drift of ${column} has no method beside it: the number may be a p-value or a distance`,
    mend: "name the method in the report (ValueDrift(column=…, method=…)), or run the report with include_tests=True",
    where: { pointer: where },
});
/** SUCCESS is passed; FAIL and WARNING (a FAIL that is not critical) are not; ERROR, SKIPPED and others are neither. */
function passedBy(status) {
    if (status === "SUCCESS")
        return true;
    return status === "FAIL" || status === "WARNING" ? false : null;
}
const finite = (value) => (0,shape/* numeric */.sH)(value) ?? null;
const comparisons = {
    lt: "<",
    lte: "≤",
    le: "≤",
    gt: ">",
    gte: "≥",
    ge: "≥",
    eq: "=",
    not_eq: "≠",
    is_in: "in",
    not_in: "not in",
};
/** A limit as text: a number, `0.3 ± 20 %` for an approximate one, `reference ± 10 %` where the limit is the reference. */
function limitText(limit) {
    if (!(0,shape/* isRecord */.u4)(limit))
        return limit === undefined || limit === null ? null : JSON.stringify(limit);
    const value = (0,shape/* number */.ai)((0,shape/* member */.Dc)(limit, "value"));
    const relative = (0,shape/* number */.ai)((0,shape/* member */.Dc)(limit, "relative"));
    const absolute = (0,shape/* number */.ai)((0,shape/* member */.Dc)(limit, "absolute"));
    const spread = relative !== undefined ? ` ± ${String(Number((relative * 100).toPrecision(12)))} %` : "";
    const margin = relative === undefined && absolute !== undefined ? ` ± ${String(absolute)}` : "";
    return `${value === undefined ? "reference" : String(value)}${spread}${margin}`;
}
/** What a test asks for: `≥ -10 and ≤ 10`. A single plain number stays a number only inside this text. */
function conditionText(condition) {
    const parts = (0,shape/* members */.ol)(condition).flatMap(([key, limit]) => {
        const said = limitText(limit);
        return said === null ? [] : [`${comparisons[key] ?? key} ${said}`];
    });
    return parts.length === 0 ? null : parts.join(" and ");
}
/** How a test of version 0.7 compares: its id, or the text of `comparisons` for it. */
const comparisonSign = (id) => comparisons[id] ?? id;
/** True where the reading is a metric's own figure and not a curve, a table or a text. */
const isNumber = (value) => typeof value === "number";
/** One measurement of a column or of the whole data set, of one of its sides. */
function measured(raw_metric, value, where, fields) {
    return { ...fields, kind: "measurement", raw_metric, value, where: { pointer: where } };
}
const averages = {
    "macro avg": "macro",
    "weighted avg": "weighted",
    "micro avg": "micro",
    macro_avg: "macro",
    weighted_avg: "weighted",
};
/** A classification report by class: each class a slice, the averages a protocol. */
function classReport(report, where, dataset) {
    return (0,shape/* members */.ol)(report).flatMap(([label, row]) => {
        if (!(0,shape/* isRecord */.u4)(row))
            return [];
        const protocol = Object.hasOwn(averages, label) ? averages[label] : undefined;
        const n = finite((0,shape/* member */.Dc)(row, "support"));
        const group = protocol === undefined ? { slice: { class: label } } : { protocol };
        return (0,shape/* members */.ol)(row).flatMap(([name, value]) => isNumber(value) && name !== "support"
            ? [
                measured(name, value, (0,model_source/* pointer */.Wn)(where, label, name), {
                    dataset,
                    n,
                    ...group,
                    ...(name === "recall" && protocol === undefined ? { trials: n } : {}),
                }),
            ]
            : []);
    });
}
/** How many rows a side of the comparison had. */
const evidently_rowsOf = (role, rows, where) => ({
    kind: "dataset",
    role,
    rows,
    where: { pointer: where },
});
/** The last part of `evidently:metric_v2:ValueDrift`. */
const lastName = (type) => (0,shape/* text */.Qq)(type)?.split(":").at(-1);

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-legacy-quality.js



const sides = [
    ["current", "current"],
    ["reference", "reference"],
    ["current_characteristics", "current"],
    ["reference_characteristics", "reference"],
];
/** Metrics whose sides are records of figures. Others hold curves, distributions or values of the data. */
const ofFigures = new Set([
    "ClassificationQualityMetric",
    "ClassificationPerformanceMetrics",
    "RegressionQualityMetric",
    "RegressionPerformanceMetrics",
    "DatasetSummaryMetric",
    "DatasetMissingValuesMetric",
    "ColumnSummaryMetric",
    "ColumnMissingValuesMetric",
    "ColumnRegExpMetric",
    "ColumnCategoryMetric",
    "ColumnQuantileMetric",
    "ColumnValueListMetric",
    "ColumnValueRangeMetric",
    "ConflictPredictionMetric",
]);
/** Values of the data rather than figures about it. */
const notFigures = new Set(["most_common", "new_in_current_values", "unused_in_current_values"]);
const dummies = { dummy: "dummy", by_reference_dummy: "dummy by reference" };
/** The unit of a figure, where its name says it; Evidently gives percentage errors from 0 to 100. */
function evidently_legacy_quality_unitOf(name) {
    if (/(^|_)(percentage|perc_error|perc_error_std)$/.test(name))
        return "percent";
    if (/^(number_|count$|missing$|unique$|infinite_count$|nans_)/.test(name))
        return "count";
    return name.startsWith("share_") ? "proportion" : null;
}
/** Figures of model and data quality, of both sides. */
function qualityStatements(metrics) {
    const examples = { current: examplesOf(metrics, "current"), reference: examplesOf(metrics, "reference") };
    return metrics.flatMap((metric) => {
        if (ofFigures.has(metric.name))
            return figures(metric, examples);
        if (metric.name === "ClassificationQualityByClass")
            return evidently_legacy_quality_byClass(metric);
        if (metric.name === "ClassificationDummyMetric")
            return dummy(metric);
        return (0,shape/* isRecord */.u4)(metric.result) && Object.hasOwn(metric.result, "k") ? ranking(metric) : [];
    });
}
/** Rows that the confusion matrix counts: the rows behind the quality metrics of the same report. */
function examplesOf(metrics, side) {
    const matrix = metrics.find(({ name }) => name === "ClassificationConfusionMatrix");
    const rows = (0,shape/* list */.p_)((0,shape/* below */.Gz)(matrix?.result, `${side}_matrix`, "values"))?.flatMap((row) => (0,shape/* list */.p_)(row) ?? []) ?? [];
    const counts = rows.filter(isNumber);
    if (counts.length === 0 || counts.length !== rows.length)
        return null;
    const sum = counts.reduce((total, count) => total + count, 0);
    return Number.isSafeInteger(sum) ? sum : null;
}
function figures({ name, result, where }, examples) {
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "column_name"));
    const quantile = (0,shape/* member */.Dc)(result, "quantile");
    return sides.flatMap(([key, dataset]) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(result, key)).flatMap(([figure, value]) => {
        if (notFigures.has(figure))
            return [];
        const place = (0,model_source/* pointer */.Wn)(where, key, figure);
        if (/_by_columns?$/.test(figure))
            return evidently_legacy_quality_byColumn(figure, value, place, dataset);
        if (!isNumber(value))
            return [];
        const unnamed = figure === "value";
        return [
            measured(unnamed ? name : figure, value, place, {
                dataset,
                unit: evidently_legacy_quality_unitOf(figure),
                n: name === "ClassificationQualityMetric" ? examples[dataset] : null,
                ...(column === undefined ? {} : { slice: { column } }),
                ...(unnamed && isNumber(quantile) ? { protocol: `quantile=${String(quantile)}` } : {}),
            }),
        ];
    }));
}
const evidently_legacy_quality_byColumn = (figure, columns, where, dataset) => (0,shape/* members */.ol)(columns).flatMap(([column, value]) => isNumber(value)
    ? [measured(figure, value, (0,model_source/* pointer */.Wn)(where, column), { dataset, unit: evidently_legacy_quality_unitOf(figure), slice: { column } })]
    : []);
const evidently_legacy_quality_byClass = ({ result, where }) => ["current", "reference"].flatMap((side) => {
    const nested = (0,shape/* member */.Dc)((0,shape/* member */.Dc)(result, side), "metrics");
    return nested === undefined
        ? classReport((0,shape/* member */.Dc)(result, side), (0,model_source/* pointer */.Wn)(where, side), side)
        : classReport(nested, (0,model_source/* pointer */.Wn)(where, side, "metrics"), side);
});
/** The quality of a model that only guesses: about another model than the one reported. */
const dummy = ({ result, where }) => Object.entries(dummies).flatMap(([key, about]) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(result, key)).flatMap(([figure, value]) => isNumber(value) ? [measured(figure, value, (0,model_source/* pointer */.Wn)(where, key, figure), { dataset: "current", about })] : []));
/** Recommender metrics at k: one number a side. */
const ranking = ({ name, result, where }) => {
    const k = finite((0,shape/* member */.Dc)(result, "k"));
    return ["current", "reference"].flatMap((dataset) => {
        const value = (0,shape/* member */.Dc)(result, `${dataset}_value`);
        return k !== null && isNumber(value)
            ? [measured(name, value, (0,model_source/* pointer */.Wn)(where, `${dataset}_value`), { dataset, protocol: `k=${String(k)}` })]
            : [];
    });
};

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-profile-sections.js




/** What each section of a profile of versions 0.1 states. */
const sectionReaders = {
    data_drift: (metrics, where, section) => [
        ...datasetDrift(metrics, where, section),
        ...(0,shape/* members */.ol)(metrics).flatMap(([column, found]) => columnDrift(column, found, (0,model_source/* pointer */.Wn)(where, column))),
    ],
    cat_target_drift: targetDrift,
    num_target_drift: targetDrift,
    classification_performance: bySides(classification),
    probabilistic_classification_performance: bySides(classification),
    regression_performance: bySides(regression),
    data_quality: bySides(quality),
};
function evidently_profile_sections_sectionStatements(name, section) {
    const reader = Object.hasOwn(sectionReaders, name) ? sectionReaders[name] : undefined;
    const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(section, "datetime")) ?? null;
    const where = (0,model_source/* pointer */.Wn)("", name, "data", "metrics");
    return (reader?.((0,shape/* below */.Gz)(section, "data", "metrics"), where, section) ?? []).map((statement) => ({ ...statement, at }));
}
/** Aggregates stand among the columns; only a record is a column. */
function datasetDrift(metrics, where, section) {
    const share = finite((0,shape/* member */.Dc)(metrics, "share_drifted_features"));
    const drifted = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(metrics, "dataset_drift")) ?? null;
    if (share === null && drifted === null)
        return [];
    return [
        {
            kind: "drift",
            scope: "dataset",
            share,
            threshold: finite((0,shape/* below */.Gz)(section, "data", "utility_columns", "drift_features_share") ??
                (0,shape/* below */.Gz)(section, "data", "options", "drift_features_share") ??
                (0,shape/* below */.Gz)(section, "data", "options", "drift_share")),
            drifted,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, share === null ? "dataset_drift" : "share_drifted_features") },
        },
    ];
}
function columnDrift(column, found, where) {
    if (!(0,shape/* isRecord */.u4)(found))
        return [];
    const key = ["p_value", "drift_score"].find((name) => Object.hasOwn(found, name));
    if (key === undefined)
        return [];
    const method = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "stattest_name"));
    const numbers = method === undefined && key === "p_value" ? { p_value: found[key] } : driftNumber(method, found[key]);
    return [
        {
            kind: "drift",
            scope: "column",
            column,
            ...numbers,
            drifted: (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(found, "drift_detected")) ?? null,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, key) },
        },
        ...(numbers === undefined ? [methodUnknown(column, (0,model_source/* pointer */.Wn)(where, key))] : []),
    ];
}
/** The tests of target drift are not named; they give p-values, and a number above 1 is none. */
function targetDrift(metrics, where) {
    return ["target", "prediction"].flatMap((scope) => {
        const value = (0,shape/* member */.Dc)(metrics, `${scope}_drift`);
        if (!isNumber(value))
            return [];
        const name = (0,shape/* member */.Dc)(metrics, `${scope}_name`);
        const column = (0,shape/* scalarText */.ws)(name) ??
            (0,shape/* list */.p_)(name)
                ?.map((part) => (0,shape/* scalarText */.ws)(part) ?? "")
                .join(", ");
        return [
            {
                kind: "drift",
                scope,
                column: column ?? scope,
                ...(value > 1 ? { score: value } : { p_value: value }),
                where: { pointer: (0,model_source/* pointer */.Wn)(where, `${scope}_drift`) },
            },
        ];
    });
}
function bySides(read) {
    return (metrics, where) => ["reference", "current"].flatMap((dataset) => {
        const side = (0,shape/* member */.Dc)(metrics, dataset);
        return side === undefined ? [] : read(side, (0,model_source/* pointer */.Wn)(where, dataset), dataset);
    });
}
function classification(side, where, dataset) {
    const n = finite((0,shape/* below */.Gz)(side, "metrics_matrix", "macro avg", "support"));
    return [
        ...(0,shape/* members */.ol)(side).flatMap(([name, value]) => isNumber(value) ? [measured(name, value, (0,model_source/* pointer */.Wn)(where, name), { dataset, n })] : []),
        ...classReport((0,shape/* member */.Dc)(side, "metrics_matrix"), (0,model_source/* pointer */.Wn)(where, "metrics_matrix"), dataset),
    ];
}
function regression(side, where, dataset) {
    return (0,shape/* members */.ol)(side).flatMap(([name, value]) => isNumber(value) ? [measured(name, value, (0,model_source/* pointer */.Wn)(where, name), { dataset, unit: evidently_legacy_quality_unitOf(name) })] : []);
}
function quality(side, where, dataset) {
    return (0,shape/* members */.ol)(side).flatMap(([column, figures]) => (0,shape/* members */.ol)(figures).flatMap(([name, value]) => isNumber(value) && name !== "most_common_value"
        ? [
            measured(name, value, (0,model_source/* pointer */.Wn)(where, column, name), {
                dataset,
                unit: evidently_legacy_quality_unitOf(name),
                slice: { column },
            }),
        ]
        : []));
}

;// CONCATENATED MODULE: ./build/src/adapters/evidently-profile.js


/** JSON profiles of the first versions: one record a section. */
const evidentlyProfile = {
    id: "evidently-profile",
    title: "Evidently JSON profile",
    definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
    versions: "0.1.18, 0.1.23, 0.1.43, 0.1.47; 0.1.54 from the source, not seen",
    reads: "Drift of columns, target and prediction, the share of drifted columns, model quality of both sides by class too, and figures of the data's quality by column.",
    leaves: "Histograms, curves, confusion matrices, error bias and correlations.",
    syntax: ["json"],
    gives: ["drift", "measurement"],
    recognises: ({ value }) => sectionsOf(value).length > 0,
    read: ({ value }) => sectionsOf(value).flatMap(([name, section]) => evidently_profile_sections_sectionStatements(name, section)),
};
const sectionsOf = (value) => (0,shape/* members */.ol)(value).filter(([name, section]) => Object.hasOwn(sectionReaders, name) &&
    (0,shape/* member */.Dc)(section, "name") === name &&
    (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(section, "data"), "metrics"));

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-metrics.js



/** The options that a name such as `ValueDrift(column=amount,method=psi,threshold=0.1)` spells out. */
function parsedName(name) {
    const inside = /^\w+\((.*)\)$/s.exec(name)?.[1] ?? "";
    const options = {};
    for (const part of inside.split(/,(?=[a-z_]+=)/)) {
        const cut = part.indexOf("=");
        if (cut <= 0)
            continue;
        const value = part.slice(cut + 1);
        options[part.slice(0, cut)] = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : value;
    }
    return options;
}
const stated = (config) => (0,shape/* members */.ol)(config).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
/** Kind, options and group of a metric from its configuration, its name, and what its tests repeat of it. */
function parsed(config, name, params) {
    const fromName = parsedName(name);
    const options = Object.fromEntries([...Object.entries(fromName), ...stated(params), ...stated(config)]);
    const kind = lastName((0,shape/* member */.Dc)(options, "type")) ?? /^\w+/.exec(name)?.[0] ?? name;
    if (kind !== "GroupByMetric")
        return { kind, config: options, group: {} };
    const inner = (0,shape/* member */.Dc)(options, "metric");
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(options, "column_name"));
    const label = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(options, "label"));
    return {
        kind: lastName((0,shape/* member */.Dc)(inner, "type")) ?? kind,
        config: Object.fromEntries(stated(inner)),
        group: column === undefined || label === undefined ? {} : { [column]: label },
    };
}
function figuresOf(value, where) {
    if (value === undefined || value === null)
        return [];
    if (!(0,shape/* isRecord */.u4)(value))
        return [{ part: [], value, where }];
    return (0,shape/* members */.ol)(value).flatMap(([key, inner]) => (0,shape/* isRecord */.u4)(inner)
        ? (0,shape/* members */.ol)(inner).map(([name, leaf]) => ({ part: [key, name], value: leaf, where: (0,model_source/* pointer */.Wn)(where, key, name) }))
        : [{ part: [key], value: inner, where: (0,model_source/* pointer */.Wn)(where, key) }]);
}
/** Tests of a document as `save_json` writes it: a list, or a map in the first versions. */
function testsOf(document) {
    const found = (0,shape/* member */.Dc)(document, "tests");
    const entries = [...((0,shape/* list */.p_)(found) ?? []).entries(), ...(0,shape/* members */.ol)(found)];
    return entries.flatMap(([key, body]) => testAt(body, (0,model_source/* pointer */.Wn)("", "tests", key)));
}
/** A test, where the value is one. */
const testAt = (body, where) => (0,shape/* isRecord */.u4)(body) && (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "name")) !== undefined
    ? [{ metricId: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(body, "metric_config", "metric_id")), body, where }]
    : [];
/** Metrics of a document as `save_json` writes it. */
function metricsOf(document, tests) {
    return ((0,shape/* list */.p_)((0,shape/* member */.Dc)(document, "metrics")) ?? []).flatMap((entry, index) => {
        const id = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "id"));
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "metric_name")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "metric_id"));
        if (id === undefined || name === undefined)
            return [];
        const test = tests.find(({ metricId }) => metricId === id);
        const where = (0,model_source/* pointer */.Wn)("", "metrics", index);
        return [
            {
                id,
                ...parsed((0,shape/* member */.Dc)(entry, "config"), name, (0,shape/* below */.Gz)(test?.body, "metric_config", "params")),
                figures: figuresOf((0,shape/* member */.Dc)(entry, "value"), (0,model_source/* pointer */.Wn)(where, "value")),
                where,
            },
        ];
    });
}
/** True for a document of versions 0.7 as `save_json` writes it. */
function isCurrentReport(value) {
    if (!Object.hasOwn((0,shape/* isRecord */.u4)(value) ? value : {}, "tests"))
        return false;
    const first = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) ?? []).find((entry) => (0,shape/* members */.ol)(entry).length > 0);
    return ((0,shape/* isRecord */.u4)(first) &&
        (0,shape/* text */.Qq)((0,shape/* member */.Dc)(first, "id")) !== undefined &&
        Object.hasOwn(first, "value") &&
        ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(first, "metric_name")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(first, "metric_id"))) !== undefined);
}
/** The number of a metric's figure of that part; undefined where it has none. */
const figureOf = (metric, ...part) => metric?.figures.find((figure) => figure.part.length === part.length && figure.part.every((key, i) => key === part[i]));
/** A number of a metric's configuration. */
const optionNumber = (metric, key) => (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metric.config, key)) ?? null;

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-current-figures.js



/** Metrics that give one number a class, and what they give. */
const evidently_current_figures_byLabel = {
    F1ByLabel: "f1",
    PrecisionByLabel: "precision",
    RecallByLabel: "recall",
    RocAucByLabel: "roc_auc",
};
/** Options that make another quantity of the same metric. */
const telling = ["quantile", "left", "right", "values", "category", "categories", "k", "beta"];
const taskNames = ["classification_name", "regression_name", "ranking_name"];
/** The figures of model and data quality, each of the current data. */
function measurements(metrics) {
    const faulty = sameInEveryGroup(metrics);
    return metrics.flatMap((metric) => faulty.has(metric)
        ? [groupsNotComputed(metric)]
        : metric.figures.flatMap((figure) => (isNumber(figure.value) ? evidently_current_figures_measurement(metric, figure, figure.value) : [])));
}
function evidently_current_figures_measurement(metric, figure, value) {
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric.config, "column"));
    const [part, label] = figure.part;
    const about = metric.kind.startsWith("Dummy") ? { about: "dummy" } : {};
    const shared = {
        dataset: "current",
        unit: evidently_current_figures_unitOf(metric.kind, part),
        protocol: protocolOf(metric),
        threshold: optionNumber(metric, "probas_threshold"),
        ...about,
    };
    const slice = { ...metric.group, ...(column === undefined ? {} : { column }) };
    if (part === undefined)
        return [measured(metric.kind, value, figure.where, { ...shared, slice })];
    if (Object.hasOwn(evidently_current_figures_byLabel, metric.kind))
        return [
            measured(metric.kind, value, figure.where, {
                ...shared,
                metric: evidently_current_figures_byLabel[metric.kind] ?? metric.kind,
                unit: "proportion",
                higher_is_better: true,
                slice: { ...metric.group, class: part },
            }),
        ];
    if (label !== undefined)
        return metric.kind === "UniqueValueCount" && column !== undefined
            ? [
                measured(`${metric.kind}.${part}`, value, figure.where, {
                    ...shared,
                    slice: { ...metric.group, [column]: label },
                }),
            ]
            : [];
    const name = part === "mean" ? metric.kind : `${metric.kind}.${part}`;
    return ["count", "share", "mean", "std"].includes(part)
        ? [measured(name, value, figure.where, { ...shared, slice })]
        : [];
}
/** Evidently gives percentage errors from 0 to 100, and shares from 0 to 1. */
function evidently_current_figures_unitOf(kind, part) {
    if (/MAPE$/.test(kind))
        return "percent";
    if (part === "share" || part === "shares")
        return "proportion";
    return part === "count" || part === "counts" || (part === undefined && kind.endsWith("Count")) ? "count" : null;
}
function protocolOf({ config }) {
    const options = telling.flatMap((key) => {
        const value = (0,shape/* member */.Dc)(config, key);
        const said = (0,shape/* scalarText */.ws)(value) ??
            (0,shape/* list */.p_)(value)
                ?.map((entry) => (0,shape/* scalarText */.ws)(entry) ?? "…")
                .join("|");
        return said === undefined ? [] : [`${key}=${said}`];
    });
    const tasks = taskNames.flatMap((key) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(config, key));
        return name === undefined || name === "default" ? [] : [name];
    });
    return [...tasks, ...options].join(", ") || null;
}
/**
 * Metrics of model quality that the tool was asked for by group, and computed over all rows each time: versions up to
 * 0.7.23 give every group the same number. Two groups or more with the same fraction are taken for that.
 */
function sameInEveryGroup(metrics) {
    const families = new Map();
    for (const metric of metrics) {
        const columns = Object.keys(metric.group);
        if (columns.length === 0)
            continue;
        const key = JSON.stringify([columns, metric.kind, metric.config]);
        families.set(key, [...(families.get(key) ?? []), metric]);
    }
    return new Set([...families.values()].filter(allTheSame).flat());
}
function allTheSame(groups) {
    const first = groups[0]?.figures.map(({ value }) => value) ?? [];
    const fractional = first.some((value) => isNumber(value) && Number.isFinite(value) && !Number.isInteger(value));
    return (groups.length > 1 &&
        fractional &&
        groups.every(({ figures }) => figures.every(({ value }, index) => Object.is(value, first[index]))));
}
const groupsNotComputed = (metric) => ({
    kind: "problem",
    problem: "conflict",
    message: `${metric.kind} has the same value in every group: the tool computed it over all rows`,
    mend: "evaluate each group by itself and write one report a group",
    where: { pointer: metric.where },
});

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-current-tests.js





/** The tests of a report of versions 0.7. Their texts are not read: several state the comparison wrongly. */
function evidently_current_tests_checksOf(tests, metrics) {
    const byId = new Map(metrics.map((metric) => [metric.id, metric]));
    return tests.flatMap(({ metricId, body, where }) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "name"));
        const status = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "status"));
        if (name === undefined)
            return [];
        const metric = metricId === undefined ? undefined : byId.get(metricId);
        const critical = (0,shape/* boolean */.zM)((0,shape/* below */.Gz)(body, "bound_test", "test", "is_critical"));
        return [
            {
                kind: "check",
                name,
                column: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric?.config, "column")) ?? null,
                passed: passedBy(status),
                observed: checkValue(figureTested(metric, (0,shape/* member */.Dc)(body, "bound_test"))?.value),
                expected: expectation(body, metric),
                severity: critical === undefined ? null : critical ? "error" : "warning",
                message: status === "ERROR" ? ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "description")) ?? null) : null,
                where: { pointer: (0,model_source/* pointer */.Wn)(where, status === undefined ? "name" : "status") },
            },
        ];
    });
}
/** A test is bound to one figure of its metric: the count or the share, the mean or the spread, one label. */
function figureTested(metric, bound) {
    const label = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(bound, "label"));
    if (label !== undefined) {
        const slot = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(bound, "slot")) === "share" ? "shares" : "counts";
        return figureOf(metric, label) ?? figureOf(metric, slot, label);
    }
    const isCount = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(bound, "is_count"));
    if (isCount !== undefined)
        return figureOf(metric, isCount ? "count" : "share");
    const isMean = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(bound, "is_mean"));
    return isMean === undefined ? figureOf(metric) : figureOf(metric, isMean ? "mean" : "std");
}
function expectation(body, metric) {
    const id = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "id")) ?? "";
    const config = (0,shape/* member */.Dc)(body, "test_config");
    if (id === "drift")
        return checkNumber((0,shape/* member */.Dc)(metric?.config, "threshold"));
    const limit = limitText((0,shape/* member */.Dc)(config, "threshold") ?? (0,shape/* member */.Dc)(config, "expected") ?? (0,shape/* member */.Dc)(config, "values"));
    return limit === null ? null : `${comparisonSign(id)} ${limit}`;
}
const checkNumber = (value) => typeof value === "number" && Number.isFinite(value) ? value : null;

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-current.js







/** All that a report of versions 0.7 states. */
function currentStatements(metrics, tests) {
    const rows = figureOf(metrics.find(({ kind, group }) => kind === "RowCount" && Object.keys(group).length === 0));
    const n_current = finite(rows?.value);
    const sizes = { n_reference: null, n_current };
    return [
        ...metrics.flatMap((metric) => driftOf(metric, tests.filter(({ metricId }) => metricId === metric.id), sizes)),
        ...measurements(metrics.filter(({ kind }) => !drifting.has(kind))),
        ...evidently_current_tests_checksOf(tests, metrics),
        ...(n_current === null || rows === undefined ? [] : [evidently_rowsOf("current", n_current, rows.where)]),
    ];
}
const drifting = new Set(["ValueDrift", "DriftedColumnsCount", "EmbeddingsDrift"]);
function driftOf(metric, tests, sizes) {
    if (!drifting.has(metric.kind))
        return [];
    if (Object.keys(metric.group).length > 0)
        return [groupedDrift(metric)];
    if (metric.kind === "DriftedColumnsCount")
        return evidently_current_datasetDrift(metric, tests, sizes);
    return metric.kind === "ValueDrift" ? evidently_current_columnDrift(metric, tests, sizes) : embeddingsDrift(metric, sizes);
}
const groupedDrift = (metric) => ({
    kind: "problem",
    problem: "unrecognised",
    message: "drift of one group of the rows is not read: it is not the drift of the column",
    mend: "report the drift of the whole column, or write the group's drift as facts",
    where: { pointer: metric.where },
});
function evidently_current_datasetDrift(metric, tests, sizes) {
    const share = figureOf(metric, "share");
    if (share === undefined)
        return [];
    const threshold = optionNumber(metric, "drift_share");
    return [
        {
            kind: "drift",
            scope: "dataset",
            share: finite(share.value),
            threshold,
            drifted: verdictOfShare(tests, threshold),
            ...sizes,
            where: { pointer: share.where },
        },
    ];
}
/** The report has no verdict of its own: it is that of the test which holds the share against the report's limit. */
function verdictOfShare(tests, threshold) {
    const test = tests.find(({ body }) => ["lt", "lte", "le"].includes((0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "id")) ?? "") &&
        (0,shape/* boolean */.zM)((0,shape/* below */.Gz)(body, "bound_test", "is_count")) === false &&
        (0,shape/* number */.ai)((0,shape/* below */.Gz)(body, "test_config", "threshold")) === threshold);
    const passed = test === undefined ? null : passedBy((0,shape/* text */.Qq)((0,shape/* member */.Dc)(test.body, "status")));
    return passed === null ? null : !passed;
}
function evidently_current_columnDrift(metric, tests, sizes) {
    const figure = figureOf(metric);
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric.config, "column")) ?? null;
    if (figure === undefined || column === null)
        return [];
    const said = evidently_current_described(tests);
    const method = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric.config, "method")) ?? said.method;
    const numbers = driftNumber(method, figure.value);
    return [
        {
            kind: "drift",
            scope: "column",
            column,
            ...numbers,
            threshold: optionNumber(metric, "threshold") ?? said.threshold,
            drifted: verdictOfColumn(tests, method),
            ...sizes,
            where: { pointer: figure.where },
        },
        ...(numbers === undefined ? [methodUnknown(column, figure.where)] : []),
    ];
}
/** Version 0.7.2 names a default method and its limit only in the sentence of the preset's own test. */
function evidently_current_described(tests) {
    const sentence = tests
        .map(({ body }) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "description")) ?? "")
        .find((said) => said.startsWith("Drift score is"));
    const match = /The drift detection method is (.+)\. The drift threshold is (\d+(?:\.\d+)?)\.$/.exec(sentence ?? "");
    return { method: match?.[1], threshold: match === null ? null : Number(match[2]) };
}
/**
 * The preset's own test says whether the column drifted. A test that the user wrote says so where it compares in the
 * method's direction; `lt` on a p-value is written by mistake, and says nothing.
 */
function verdictOfColumn(tests, method) {
    const drifts = method === undefined ? undefined : (0,drift_methods/* driftMethodOf */.QP)("evidently", method)?.drifts;
    const telling = drifts === "low" ? ["gt", "gte", "ge"] : drifts === "high" ? ["lt", "lte", "le"] : [];
    const own = tests.find(({ body }) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "id")) === "drift");
    const written = tests.find(({ body }) => telling.includes((0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "id")) ?? ""));
    const test = own ?? written;
    const passed = test === undefined ? null : passedBy((0,shape/* text */.Qq)((0,shape/* member */.Dc)(test.body, "status")));
    return passed === null ? null : !passed;
}
function embeddingsDrift(metric, sizes) {
    const figure = figureOf(metric);
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric.config, "embeddings_name"));
    if (figure === undefined || !isNumber(figure.value) || column === undefined)
        return [];
    return [
        {
            kind: "drift",
            scope: "column",
            column,
            method: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(metric.config, "drift_method", "type"))
                ?.split(":")
                .at(-1) ?? "embeddings",
            score: figure.value,
            ...sizes,
            where: { pointer: figure.where },
        },
    ];
}
/** Told where a metric of the report has no result. */
const withoutResult = (index) => ({
    kind: "problem",
    problem: "unrecognised",
    message: `metric ${String(index + 1)} of the report has no result`,
    mend: "look for the error in the log of the run that wrote the report",
    where: { pointer: (0,model_source/* pointer */.Wn)("", "metrics", index) },
});

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-legacy-drift.js



/** The drift that one metric states: of a column, of every column, or of the data set. */
function evidently_legacy_drift_driftStatements(metric, context) {
    switch (metric.name) {
        case "DatasetDriftMetric":
            return evidently_legacy_drift_datasetDrift(metric, context);
        case "DataDriftTable":
        case "TextDescriptorsDriftMetric":
            return [
                ...(context.hasDatasetDrift ? [] : evidently_legacy_drift_datasetDrift(metric, context)),
                ...(0,shape/* members */.ol)((0,shape/* member */.Dc)(metric.result, "drift_by_columns")).flatMap(([name, column]) => evidently_legacy_drift_columnDrift(name, column, (0,model_source/* pointer */.Wn)(metric.where, "drift_by_columns", name), context)),
                ...importances((0,shape/* member */.Dc)(metric.result, "current_fi"), (0,model_source/* pointer */.Wn)(metric.where, "current_fi")),
            ];
        case "ColumnDriftMetric":
            return evidently_legacy_drift_columnDrift((0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric.result, "column_name")) ?? "", metric.result, metric.where, context);
        case "EmbeddingsDriftMetric":
            return evidently_legacy_drift_embeddingsDrift(metric, context);
        case "TextDomainClassifierDriftMetric":
            return textDrift(metric, context);
        case "FeatureImportanceMetric":
            return importances((0,shape/* member */.Dc)(metric.result, "current"), (0,model_source/* pointer */.Wn)(metric.where, "current"));
        default:
            return [];
    }
}
function evidently_legacy_drift_datasetDrift({ result, where }, { sizes }) {
    const share = finite((0,shape/* member */.Dc)(result, "share_of_drifted_columns"));
    const drifted = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "dataset_drift")) ?? null;
    if (share === null && drifted === null)
        return [];
    return [
        {
            kind: "drift",
            scope: "dataset",
            share,
            threshold: finite((0,shape/* member */.Dc)(result, "drift_share")),
            drifted,
            ...sizes,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, share === null ? "dataset_drift" : "share_of_drifted_columns") },
        },
    ];
}
/** Drift of one column, as the record `{stattest_name, stattest_threshold, drift_score, drift_detected}` says it. */
function evidently_legacy_drift_columnDrift(name, column, where, context) {
    if (!(0,shape/* isRecord */.u4)(column) || !Object.hasOwn(column, "drift_score"))
        return [];
    const numbers = driftNumber((0,shape/* text */.Qq)((0,shape/* member */.Dc)(column, "stattest_name")), (0,shape/* member */.Dc)(column, "drift_score"));
    const place = (0,model_source/* pointer */.Wn)(where, "drift_score");
    return [
        {
            kind: "drift",
            scope: name === context.target ? "target" : name === context.prediction ? "prediction" : "column",
            column: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(column, "column_name")) ?? name,
            ...numbers,
            threshold: finite((0,shape/* member */.Dc)(column, "stattest_threshold") ?? (0,shape/* member */.Dc)(column, "threshold")),
            drifted: (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(column, "drift_detected")) ?? null,
            ...context.sizes,
            where: { pointer: place },
        },
        ...(numbers === undefined ? [methodUnknown(name, place)] : []),
    ];
}
function evidently_legacy_drift_embeddingsDrift({ result, where }, { sizes }) {
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "embeddings_name"));
    if (column === undefined)
        return [];
    return [
        {
            kind: "drift",
            scope: "column",
            column,
            method: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "method_name")) ?? null,
            score: (0,shape/* member */.Dc)(result, "drift_score"),
            drifted: (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "drift_detected")) ?? null,
            ...sizes,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, "drift_score") },
        },
    ];
}
/** A classifier that tells current texts from reference texts: its AUC against the AUC of chance. */
function textDrift({ result, where }, { sizes }) {
    const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "text_column_name"));
    if (column === undefined)
        return [];
    return [
        {
            kind: "drift",
            scope: "column",
            column,
            method: "domain-classifier",
            score: (0,shape/* member */.Dc)(result, "domain_classifier_roc_auc"),
            threshold: finite((0,shape/* member */.Dc)(result, "random_classifier_95_percentile")),
            drifted: (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "content_drift")) ?? null,
            ...sizes,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, "domain_classifier_roc_auc") },
        },
    ];
}
const importances = (found, where) => (0,shape/* members */.ol)(found).flatMap(([feature, importance]) => isNumber(importance)
    ? [
        {
            kind: "attribution",
            method: "feature-importance",
            feature,
            importance,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, feature) },
        },
    ]
    : []);

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-legacy.js





/** All that a report of the older versions states. */
function legacyStatements(metrics) {
    const rows = ["current", "reference"].flatMap((role) => {
        const found = rowsIn(metrics, role);
        return found === undefined ? [] : [{ role, ...found }];
    });
    const countOf = (role) => rows.find((side) => side.role === role)?.rows ?? null;
    const context = {
        sizes: { n_reference: countOf("reference"), n_current: countOf("current") },
        target: columnNamed(metrics, "target"),
        prediction: columnNamed(metrics, "prediction"),
        hasDatasetDrift: metrics.some(({ name }) => name === "DatasetDriftMetric"),
    };
    return [
        ...metrics.flatMap((metric) => evidently_legacy_drift_driftStatements(metric, context)),
        ...qualityStatements(metrics),
        ...rows.map(({ role, rows: count, where }) => evidently_rowsOf(role, count, where)),
    ];
}
/** The first count of rows that any metric gives for one side. */
function rowsIn(metrics, role) {
    for (const { result, where } of metrics)
        for (const side of [role, `${role}_characteristics`]) {
            const rows = (0,shape/* below */.Gz)(result, side, "number_of_rows");
            if (isNumber(rows) && Number.isFinite(rows))
                return { rows, where: (0,model_source/* pointer */.Wn)(where, side, "number_of_rows") };
        }
    return undefined;
}
function columnNamed(metrics, role) {
    for (const { result } of metrics) {
        const name = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(result, "columns", "utility_columns", role)) ??
            (0,shape/* text */.Qq)((0,shape/* below */.Gz)(result, "current", role)) ??
            (role === "target" ? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(result, "target_name")) : undefined);
        if (name !== undefined)
            return name;
    }
    return undefined;
}
/** The metrics of a document `{metrics: [{metric, result}]}`. */
const legacyMetrics = (value) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) ?? []).flatMap((entry, index) => {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "metric"));
    const result = (0,shape/* member */.Dc)(entry, "result");
    return name === undefined || result === undefined
        ? []
        : [{ name, result, where: (0,model_source/* pointer */.Wn)("", "metrics", index, "result") }];
});

;// CONCATENATED MODULE: ./build/src/adapters/evidently-report.js




/** Reports as `save_json`, `json()` and `as_dict` write them: of 0.1.5x to 0.6, and the other shape of 0.7. */
const evidentlyReport = {
    id: "evidently-report",
    title: "Evidently report",
    definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
    versions: "0.4.40, 0.6.7 (legacy), 0.7.2 and 0.7.23; 0.2 and 0.6 with the new interface from the source, not seen",
    reads: "Drift of each column, of the target and the prediction, and of the data set, with method, limit and verdict; figures of model and data quality of both sides; tests as checks; numbers of rows.",
    leaves: "Distributions, curves, confusion matrices, correlations, error bias and tables of examples.",
    syntax: ["json"],
    gives: ["drift", "check", "measurement", "dataset", "attribution"],
    recognises: ({ value }) => isCurrentReport(value) || isLegacyReport(value),
    read({ value }) {
        if (isLegacyReport(value)) {
            const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "timestamp")) ?? null;
            return legacyStatements(legacyMetrics(value)).map((statement) => ({ ...statement, at }));
        }
        const tests = testsOf(value);
        return [...currentStatements(metricsOf(value, tests), tests), ...emptyMetrics(value)];
    },
};
function isLegacyReport(value) {
    const first = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics"))?.[0];
    return (0,shape/* isRecord */.u4)(first) && (0,shape/* text */.Qq)((0,shape/* member */.Dc)(first, "metric")) !== undefined && (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(first, "result"));
}
const emptyMetrics = (value) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) ?? []).flatMap((entry, index) => (0,shape/* members */.ol)(entry).length === 0 ? [withoutResult(index)] : []);

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-dumps.js




const evidently_dumps_parts = {
    CountValue: ["count", "share"],
    MeanStdValue: ["mean", "std"],
};
/** A result of `Snapshot.dumps()` keeps each figure in a record of its own. */
function dumpedFigures(result, where) {
    const type = lastName((0,shape/* member */.Dc)(result, "type")) ?? "";
    const leaf = (value, part, ...path) => {
        const inner = (0,shape/* member */.Dc)(value, "value");
        return inner === undefined || inner === null
            ? []
            : [{ part, value: inner, where: (0,model_source/* pointer */.Wn)(where, ...path, "value") }];
    };
    if (type === "SingleValue")
        return leaf(result, []);
    if (Object.hasOwn(evidently_dumps_parts, type))
        return (evidently_dumps_parts[type] ?? []).flatMap((key) => leaf((0,shape/* member */.Dc)(result, key), [key], key));
    if (type === "ByLabelValue")
        return (0,shape/* members */.ol)((0,shape/* member */.Dc)(result, "values")).flatMap(([label, value]) => leaf(value, [label], "values", label));
    if (type === "ByLabelCountValue")
        return ["counts", "shares"].flatMap((key) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(result, key)).flatMap(([label, value]) => leaf(value, [key, label], key, label)));
    return [];
}
/** Metrics and tests of a document as `Snapshot.dumps()` writes it. */
function dumped(document) {
    const shown = new Set(((0,shape/* list */.p_)((0,shape/* member */.Dc)(document, "top_level_metrics")) ?? []).flatMap((id) => (0,shape/* text */.Qq)(id) ?? []));
    const results = (0,shape/* members */.ol)((0,shape/* member */.Dc)(document, "metric_results")).filter(([id]) => shown.size === 0 || shown.has(id));
    const tests = results.flatMap(([id, result]) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(result, "tests")) ?? []).flatMap((body, index) => testAt(body, (0,model_source/* pointer */.Wn)("", "metric_results", id, "tests", index))));
    const metrics = results.map(([id, result]) => {
        const where = (0,model_source/* pointer */.Wn)("", "metric_results", id);
        const params = (0,shape/* below */.Gz)(result, "metric_value_location", "metric", "params");
        return { id, ...parsed(params, "", undefined), figures: dumpedFigures(result, where), where };
    });
    return { metrics, tests };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-suite-drift.js



/** Drift of columns: of tests for one column first, then what tests of the share list beside it. */
function columnsDrifted(tests, sizes) {
    const single = tests.flatMap(({ parameters, where }) => {
        const column = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(parameters, "column_name"));
        return column === undefined ? [] : [{ column, found: parameters, where: (0,model_source/* pointer */.Wn)(where, "parameters") }];
    });
    const listed = tests.flatMap(({ parameters, where }) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(parameters, "features")).map(([column, found]) => ({
        column,
        found,
        where: (0,model_source/* pointer */.Wn)(where, "parameters", "features", column),
    })));
    const seen = new Set();
    return [...single, ...listed].flatMap(({ column, found, where }) => {
        const numbers = driftNumber(methodOf(found), (0,shape/* member */.Dc)(found, "score"));
        if (numbers === undefined)
            return [];
        const key = JSON.stringify([column, numbers.method]);
        if (seen.has(key))
            return [];
        seen.add(key);
        return [
            {
                kind: "drift",
                scope: "column",
                column,
                ...numbers,
                threshold: finite((0,shape/* member */.Dc)(found, "threshold") ?? (0,shape/* member */.Dc)(found, "stattest_threshold")),
                drifted: detected(found),
                ...sizes,
                where: { pointer: (0,model_source/* pointer */.Wn)(where, "score") },
            },
        ];
    });
}
const methodOf = (found) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "stattest")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "stattest_name"));
/** `detected` in later versions, `data_drift` (a text in the first) in earlier ones. */
function detected(found) {
    const said = (0,shape/* member */.Dc)(found, "detected") ?? (0,shape/* member */.Dc)(found, "data_drift");
    if (typeof said === "string")
        return /^detected$/i.test(said) ? true : /^not detected$/i.test(said) ? false : null;
    return (0,shape/* boolean */.zM)(said) ?? null;
}
/** The share stands nowhere as a number: it is the share of the listed columns that are flagged. */
function shareDrifted({ name, status, parameters, where }, sizes) {
    const flags = (0,shape/* members */.ol)((0,shape/* member */.Dc)(parameters, "features")).map(([, found]) => detected(found));
    const passed = passedBy(status);
    if (!/^Share of Drifted (Columns|Features)$/.test(name) || flags.length === 0 || flags.includes(null))
        return [];
    return [
        {
            kind: "drift",
            scope: "dataset",
            share: flags.filter((flag) => flag === true).length / flags.length,
            threshold: finite((0,shape/* below */.Gz)(parameters, "condition", "lt")) ?? finite((0,shape/* below */.Gz)(parameters, "condition", "lte")),
            drifted: passed === null ? null : !passed,
            ...sizes,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, "parameters", "features") },
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/families/evidently-suite.js





/** All that the tests of a suite of versions 0.1.5x to 0.6 state. `where` is the pointer of their list. */
function suiteStatements(entries, where) {
    const tests = ((0,shape/* list */.p_)(entries) ?? []).flatMap((body, index) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "name"));
        if (name === undefined)
            return [];
        const parameters = (0,shape/* member */.Dc)(body, "parameters");
        return [
            {
                name,
                status: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "status")),
                group: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "group")),
                parameters,
                body,
                where: (0,model_source/* pointer */.Wn)(where, index),
            },
        ];
    });
    const rows = tests.find(({ name, parameters }) => name === "Number of Rows" && isNumber((0,shape/* member */.Dc)(parameters, "value")));
    const n_current = finite((0,shape/* member */.Dc)(rows?.parameters, "value"));
    const sizes = { n_reference: null, n_current };
    return [
        ...tests.map(checkOf),
        ...columnsDrifted(tests, sizes),
        ...tests.flatMap((test) => shareDrifted(test, sizes)),
        ...tests.flatMap(evidently_suite_quality),
        ...(n_current === null || rows === undefined
            ? []
            : [evidently_rowsOf("current", n_current, (0,model_source/* pointer */.Wn)(rows.where, "parameters", "value"))]),
    ];
}
function checkOf({ name, status, parameters, body, where }) {
    const passed = passedBy(status);
    const observed = (0,shape/* member */.Dc)(parameters, "value") ?? (0,shape/* member */.Dc)(parameters, "score") ?? (0,shape/* member */.Dc)(parameters, "current_mean");
    const label = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(parameters, "label"));
    return {
        kind: "check",
        name: label === undefined ? name : `${name} (${label})`,
        column: columnOf(parameters) ?? null,
        passed,
        observed: checkValue(observed),
        expected: conditionText((0,shape/* member */.Dc)(parameters, "condition")) ?? finite((0,shape/* member */.Dc)(parameters, "threshold")),
        severity: status === "WARNING" ? "warning" : status === "FAIL" ? "error" : null,
        message: passed === true ? null : ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(body, "description")) ?? null),
        where: { pointer: (0,model_source/* pointer */.Wn)(where, status === undefined ? "name" : "status") },
    };
}
function columnOf(parameters) {
    const named = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(parameters, "column_name"));
    const features = (0,shape/* members */.ol)((0,shape/* member */.Dc)(parameters, "features"));
    return (named ?? (features.length === 1 && (0,shape/* member */.Dc)(parameters, "condition") === undefined ? features[0]?.[0] : undefined));
}
/** The value that a test of model quality looked at is a measurement of the current data. */
function evidently_suite_quality({ name, group, parameters, where }) {
    const value = (0,shape/* member */.Dc)(parameters, "value");
    if (!isNumber(value) || (group !== "classification" && group !== "regression"))
        return [];
    const label = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(parameters, "label"));
    return [
        measured(name, value, (0,model_source/* pointer */.Wn)(where, "parameters", "value"), {
            dataset: "current",
            unit: name.includes("Percentage") ? "percent" : null,
            ...(label === undefined ? {} : { slice: { class: label } }),
        }),
    ];
}
/** The suite's own verdict; tests that erred are not among its failed ones, and it has not passed then. */
function suiteVerdict(summary, where) {
    const passed = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(summary, "all_passed"));
    if (!(0,shape/* isRecord */.u4)(summary) || passed === undefined)
        return [];
    return [
        {
            kind: "check",
            name: "all_passed",
            passed,
            observed: finite((0,shape/* member */.Dc)(summary, "success_tests")),
            expected: finite((0,shape/* member */.Dc)(summary, "total_tests")),
            suite: true,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, "all_passed") },
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/evidently-snapshot.js







/** What the tool keeps for its own workspace: `save()` of the older versions, `Snapshot.dumps()` of 0.7. */
const evidentlySnapshot = {
    id: "evidently-snapshot",
    title: "Evidently snapshot",
    definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
    versions: "0.4.40, 0.7.2 (legacy), 0.7.23",
    reads: "The same as of the report or test suite that it keeps, with its date.",
    leaves: "Widgets, distributions, correlations, options, tags and links.",
    syntax: ["json"],
    gives: ["drift", "check", "measurement", "dataset", "attribution"],
    recognises: ({ value }) => isLegacySnapshot(value) || isDump(value),
    read({ value }) {
        const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "timestamp")) ?? null;
        const statements = isDump(value) ? dumpedStatements(value) : legacy(value);
        return statements.map((statement) => ({ ...statement, at }));
    },
};
const isLegacySnapshot = (value) => (0,shape/* hasKeys */.xV)(value, "metrics_ids", "test_ids") && (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "suite"), "metrics", "metric_results");
const isDump = (value) => (0,shape/* hasKeys */.xV)(value, "metric_results", "top_level_metrics") && (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "metric_results"));
function dumpedStatements(value) {
    const { metrics, tests } = dumped(value);
    return currentStatements(metrics, tests);
}
/**
 * Results stand in the order of the metrics. A report names by `metrics_ids` those that it shows; the others were
 * only needed for them.
 */
function legacy(value) {
    const metrics = (0,shape/* list */.p_)((0,shape/* below */.Gz)(value, "suite", "metrics")) ?? [];
    const shown = new Set((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics_ids")) ?? []);
    const results = ((0,shape/* list */.p_)((0,shape/* below */.Gz)(value, "suite", "metric_results")) ?? []).flatMap((result, index) => {
        const name = lastName((0,shape/* member */.Dc)(metrics[index], "type"));
        return name === undefined || !shown.has(index)
            ? []
            : [{ name, result, where: (0,model_source/* pointer */.Wn)("", "suite", "metric_results", index) }];
    });
    return [
        ...legacyStatements(results),
        ...suiteStatements((0,shape/* below */.Gz)(value, "suite", "test_results"), "/suite/test_results"),
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/evidently-test-suite.js


/** The result of a test suite, which versions before 0.7 (and the legacy part of it) write. */
const evidentlyTestSuite = {
    id: "evidently-test-suite",
    title: "Evidently test suite",
    definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
    versions: "0.4.0, 0.4.40 and the legacy part of 0.7.2; 0.1.5x and 0.2 from the source, not seen",
    reads: "Each test as a check with its column, value and condition, the suite's verdict, drift of columns and of the data set, and the model quality that was tested.",
    leaves: "Descriptions of tests that passed; scores of drift stand there rounded to three decimals.",
    syntax: ["json"],
    gives: ["check", "drift", "measurement", "dataset"],
    recognises: ({ value }) => {
        const first = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "tests"))?.[0];
        return ((0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "summary"), "all_passed", "by_status") &&
            (0,shape/* isRecord */.u4)(first) &&
            (0,shape/* hasKeys */.xV)(first, "name", "status", "group"));
    },
    read({ value }) {
        const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "timestamp")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "datetime")) ?? null;
        return [
            ...suiteStatements((0,shape/* member */.Dc)(value, "tests"), "/tests"),
            ...suiteVerdict((0,shape/* member */.Dc)(value, "summary"), "/summary"),
        ].map((statement) => ({ ...statement, at }));
    },
};

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/src/adapters/families/fact-fields.js

const fact_fields_nonFinite = ["NaN", "Infinity", "-Infinity"];
/** The fields of each kind of fact that a line may state, as the contract has them. */
const factFields = {
    measurement: {
        metric: "text",
        raw_metric: "text",
        value: "value",
        non_finite: fact_fields_nonFinite,
        unit: "text",
        unit_guessed: "flag",
        higher_is_better: "flag",
        dataset: "text",
        split: "text",
        slice: "slice",
        n: "number",
        trials: "number",
        standard_error: "number",
        interval: "interval",
        threshold: "number",
        fold: "number",
        step: "number",
        protocol: "text",
        run: "text",
        claimed: "flag",
        about: "text",
    },
    drift: {
        scope: ["column", "dataset", "prediction", "target", "concept", "attribution", "performance"],
        column: "text",
        method: "text",
        score: "value",
        p_value: "value",
        non_finite: fact_fields_nonFinite,
        threshold: "number",
        drifted: "flag",
        n_reference: "number",
        n_current: "number",
        share: "number",
    },
    check: {
        name: "text",
        column: "text",
        passed: "flag",
        observed: "scalar",
        expected: "scalar",
        severity: "text",
        message: "text",
        suite: "flag",
    },
    card: {
        section: "text",
        title: "text",
        words: "number",
        placeholder: "flag",
        text_digest: "text",
        field: "text",
        value: "scalar",
    },
    dataset: {
        name: "text",
        role: ["train", "validation", "test", "reference", "current"],
        digest: "text",
        rows: "number",
        columns: "texts",
        location: "text",
        run: "text",
    },
    attribution: {
        method: "text",
        feature: "text",
        importance: "value",
        non_finite: fact_fields_nonFinite,
        slice: "slice",
        instance: "text",
    },
    model: {
        name: "text",
        stage: "text",
        aliases: "texts",
        framework: "text",
        artifact_digest: "text",
        created: "text",
        run: "text",
    },
    run: {
        run_id: "text",
        status: "text",
        params: "scalars",
        code_revision: "text",
        inputs: "texts",
        outputs: "texts",
        environment: "scalars",
    },
    rollout: {
        strategy: "text",
        steps: "steps",
        traffic: "number",
        analysis: "texts",
        rollback_target: "text",
        image: "text",
        resources: "scalars",
        probes: "texts",
        logging: "text",
    },
    experiment: { name: "text", arms: "arms", started: "text", ended: "text", looks: "number" },
    approval: { by: "text", role: "text", commit: "text", state: "text" },
    table: { columns: "texts", rows: "number", role: ["predictions", "reference", "current"] },
    problem: {
        problem: [
            "unreadable",
            "truncated",
            "python-repr",
            "non-finite",
            "wrong-type",
            "duplicate-key",
            "template",
            "empty",
            "conflict",
            "limit",
            "future-date",
            "unrecognised",
        ],
        message: "text",
        mend: "text",
    },
};
const armFields = {
    name: "text",
    exposures: "number",
    successes: "number",
    mean: "number",
    variance: "number",
};
const everyOf = (value, isFit) => (0,shape/* list */.p_)(value)?.every(isFit) === true;
const fact_fields_isScalar = (value) => value === null || (0,shape/* scalarText */.ws)(value) !== undefined;
/** True where a value has the form; null is every form's "not known". */
function hasForm(form, value) {
    if (value === null)
        return true;
    if (typeof form !== "string")
        return form.includes((0,shape/* text */.Qq)(value) ?? "");
    switch (form) {
        case "text":
            return typeof value === "string";
        case "number":
            return (0,shape/* number */.ai)(value) !== undefined && Number.isFinite(value);
        case "flag":
            return typeof value === "boolean";
        case "value":
            return typeof value === "number" || fact_fields_nonFinite.includes((0,shape/* text */.Qq)(value) ?? "");
        case "scalar":
            return fact_fields_isScalar(value);
        case "slice":
            return (0,shape/* isRecord */.u4)(value) && (0,shape/* members */.ol)(value).every(([, part]) => (0,shape/* scalarText */.ws)(part) !== undefined);
        case "texts":
            return everyOf(value, (item) => typeof item === "string");
        case "steps":
            return everyOf(value, (item) => typeof item === "string" || typeof item === "number");
        case "scalars":
            return (0,shape/* isRecord */.u4)(value) && (0,shape/* members */.ol)(value).every(([, item]) => fact_fields_isScalar(item));
        case "interval":
            return ((0,shape/* isRecord */.u4)(value) &&
                (0,shape/* members */.ol)(value).every(([key, limit]) => ["lower", "upper", "level"].includes(key) && hasForm("number", limit)));
        case "arms":
            return everyOf(value, isArm);
    }
}
const isArm = (arm) => (0,shape/* isRecord */.u4)(arm) &&
    (0,shape/* members */.ol)(arm).some(([key]) => key === "name") &&
    (0,shape/* members */.ol)(arm).every(([key, value]) => {
        const form = Object.hasOwn(armFields, key) ? armFields[key] : undefined;
        return form !== undefined && hasForm(form, value) && !(key === "name" && value === null);
    });
/** What a form is called in a message. */
function formNamed(form) {
    if (typeof form !== "string")
        return `one of ${form.join(", ")}`;
    switch (form) {
        case "text":
            return "a text";
        case "number":
            return "a number";
        case "flag":
            return "true or false";
        case "value":
            return "a number";
        case "scalar":
            return "a text, a number, true or false";
        case "slice":
            return "an object of columns and values";
        case "texts":
            return "a list of texts";
        case "steps":
            return "a list of texts and numbers";
        case "scalars":
            return "an object of names and values";
        case "interval":
            return "an object with lower, upper and level";
        case "arms":
            return "a list of objects with name, exposures, successes, mean and variance";
    }
}

;// CONCATENATED MODULE: ./build/src/adapters/families/written-fact.js



/** Reads one fact in the contract's own form. */
const commonFields = new Set(["kind", "model", "version", "format", "at", "vouched", "source"]);
/** Fields without which a line of a kind says nothing; of alternatives, one will do. */
const needed = {
    measurement: [["metric", "raw_metric"]],
    check: [["name"]],
    attribution: [["feature"]],
    experiment: [["arms"]],
    table: [["columns"], ["rows"]],
    problem: [["problem"]],
};
const commonForms = { at: "text", version: "scalar" };
const problem = (line, kind, message, mend) => ({
    kind: "problem",
    where: { line },
    problem: kind,
    message,
    mend,
});
const isKind = (kind) => Object.hasOwn(factFields, kind);
const nearest = (name, known) => [...known].sort((a, b) => (0,mod/* distance */.Io)(name, a) - (0,mod/* distance */.Io)(name, b))[0] ?? "";
/** The statement of one line; problems where it is no fact, or not all of it is understood. */
function writtenFact(value, line) {
    if (!(0,shape/* isRecord */.u4)(value))
        return [problem(line, "unreadable", "the line is no fact: it holds no object", "write one JSON object a line")];
    const kind = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "kind"));
    if (kind === "file")
        return [];
    if (kind === undefined || !isKind(kind)) {
        const kinds = Object.keys(factFields);
        const found = kind === undefined ? "it has no kind" : `there is no kind ${kind}`;
        const mend = kind === undefined
            ? `say one of ${kinds.join(", ")}`
            : `write "${nearest(kind, kinds)}", or one of ${kinds.join(", ")}`;
        return [problem(line, "unreadable", `the line is no fact: ${found}`, mend)];
    }
    return ofKind(kind, value, line);
}
function ofKind(kind, written, line) {
    const forms = factFields[kind];
    const absent = (needed[kind] ?? []).find((names) => names.every((name) => ((0,shape/* member */.Dc)(written, name) ?? null) === null));
    if (absent !== undefined)
        return [problem(line, "unreadable", `the ${kind} has no ${absent.join(" and no ")}`, `write "${absent[0] ?? ""}"`)];
    const all = { ...commonForms, ...forms };
    const wrong = (0,shape/* members */.ol)(written).find(([field, value]) => Object.hasOwn(all, field) && !hasForm(all[field] ?? "text", value));
    if (wrong !== undefined) {
        const form = formNamed(all[wrong[0]] ?? "text");
        return [problem(line, "unreadable", `${wrong[0]} of the ${kind} is not ${form}`, `write ${form}, or null`)];
    }
    const unknown = (0,shape/* members */.ol)(written).flatMap(([field]) => Object.hasOwn(forms, field) || commonFields.has(field) ? [] : [field]);
    const told = unknown.map((field) => problem(line, "unrecognised", `a ${kind} has no field ${field}`, `write "${nearest(field, Object.keys(forms))}", or leave it out`));
    return [statement(kind, written, line), ...told];
}
/** The fields of a line, whose forms have been checked. */
function statement(kind, written, line) {
    const fields = { ...defaults[kind] };
    for (const [field, value] of (0,shape/* members */.ol)(written))
        if (value !== null && (Object.hasOwn(factFields[kind], field) || field === "version" || field === "at"))
            fields[field] = field === "slice" ? textSlice(value) : value;
    const version = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(written, "version"));
    if (version !== undefined)
        fields["version"] = version;
    return { ...written_fact_named(kind, fields), kind, where: { line } };
}
/** What a kind's statement must have, where the line may leave it out. */
const defaults = {
    measurement: { value: null },
    drift: { scope: "column" },
    check: { passed: null },
    attribution: { importance: null },
    problem: { message: "", mend: "" },
};
const textSlice = (slice) => Object.fromEntries((0,shape/* members */.ol)(slice).map(([column, value]) => [column, (0,shape/* scalarText */.ws)(value) ?? ""]));
/** The names and the non-finite values of a fact, as statements hold them. */
function written_fact_named(kind, fields) {
    const { non_finite: nonFinite, ...rest } = fields;
    switch (kind) {
        case "measurement": {
            const { metric, raw_metric: raw = metric, ...others } = rest;
            const value = nonFinite ?? others["value"];
            return {
                ...others,
                raw_metric: raw,
                value,
                ...(metric === undefined || metric === raw ? {} : { metric_name: metric }),
            };
        }
        case "drift":
            return nonFinite === undefined || rest["score"] !== undefined ? rest : { ...rest, score: nonFinite };
        case "attribution":
            return nonFinite === undefined ? rest : { ...rest, importance: nonFinite };
        case "check":
        case "card":
        case "dataset":
        case "model":
        case "run":
        case "rollout":
        case "experiment":
        case "approval":
        case "table":
        case "problem":
            return rest;
    }
}

;// CONCATENATED MODULE: ./build/src/adapters/facts-jsonl.js

/** Facts that a team writes itself, in the form in which they are printed. */
const factsJsonl = {
    id: "facts-jsonl",
    title: "Own evidence: facts, one a line",
    definedAt: "https://jsonlines.org/",
    versions: "the contract of facts, as `model-referee inspect --format jsonl` prints it",
    reads: "Every kind of fact, with the kind's own fields, its version and its date; a line that is no fact makes the file unreadable, at that line.",
    leaves: "The model, the source and who vouches for a fact: those are the file's own. Lines of the kind `file`, and approvals as far as rules go: only reviews and what is on the base approve.",
    syntax: ["json-lines"],
    gives: [
        "measurement",
        "drift",
        "check",
        "card",
        "dataset",
        "attribution",
        "model",
        "run",
        "rollout",
        "experiment",
        "approval",
        "table",
    ],
    marksModel: true,
    recognises: ({ name }) => name.endsWith(".facts.jsonl"),
    read: ({ values }) => values.flatMap(({ value, line }) => writtenFact(value, line)),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/great-expectations.js



/**
 * Results of Great Expectations. One expectation's result has its name in `expectation_config.type` (1.x),
 * `expectation_config.expectation_type` (0.x) or beside `success` (`describe()`, every version).
 */
const NOT_LIMITS = new Set(["column", "batch_id", "result_format", "catch_exceptions", "include_config", "meta"]);
const configOf = (result) => (0,shape/* member */.Dc)(result, "expectation_config") ?? result;
const great_expectations_nameOf = (result) => (0,shape/* text */.Qq)((0,shape/* below */.Gz)(result, "expectation_config", "type")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(configOf(result), "expectation_type"));
/** True for one expectation together with its outcome. */
const isExpectationResult = (value) => (0,shape/* isRecord */.u4)(value) && (0,shape/* hasKeys */.xV)(value, "success") && great_expectations_nameOf(value) !== undefined;
/** The list of expectation results of a validation: `results`, or `expectations` in the `describe()` form. */
function great_expectations_resultsOf(validation) {
    for (const key of ["results", "expectations"]) {
        const results = (0,shape/* list */.p_)((0,shape/* member */.Dc)(validation, key));
        if (results !== undefined)
            return { key, results };
    }
    return null;
}
/** True for the result of a whole suite over one batch, also where it evaluated nothing. */
function isValidation(value) {
    const found = great_expectations_resultsOf(value);
    if (found === null || !(0,shape/* hasKeys */.xV)(value, "success"))
        return false;
    return found.results.length === 0
        ? (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "statistics"), "evaluated_expectations")
        : found.results.slice(0, 3).every(isExpectationResult);
}
/** Whether an expectation raised, and what it said: flat, keyed by metric (1.x), or beside `success` (before 0.4). */
function exceptionOf(result) {
    const info = (0,shape/* member */.Dc)(result, "exception_info");
    const places = [result, info, ...(0,shape/* members */.ol)(info).map(([, inner]) => inner)];
    const raising = places.find((place) => (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(place, "raised_exception")) === true);
    if (raising === undefined)
        return { raised: false, message: null };
    return {
        raised: true,
        message: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(raising, "exception_message")) ?? "The expectation raised an exception.",
    };
}
function observedOf(result) {
    return checkValue((0,shape/* member */.Dc)(result, "observed_value") ?? (0,shape/* member */.Dc)(result, "unexpected_count"));
}
function messageOf(result) {
    const unexpected = (0,shape/* number */.ai)((0,shape/* member */.Dc)(result, "unexpected_count"));
    const rows = (0,shape/* number */.ai)((0,shape/* member */.Dc)(result, "element_count"));
    if (unexpected === undefined || rows === undefined)
        return null;
    return `${String(unexpected)} of ${String(rows)} values are unexpected.`;
}
/** A single expectation as a check: null where it raised, was not run, or states no outcome. */
function expectationCheck(result, base, at) {
    const config = configOf(result);
    const { raised, message } = exceptionOf(result);
    return {
        kind: "check",
        name: great_expectations_nameOf(result) ?? "expectation",
        column: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(config, "kwargs", "column")) ?? null,
        passed: raised ? null : ((0,shape/* boolean */.zM)((0,shape/* member */.Dc)(result, "success")) ?? null),
        observed: observedOf((0,shape/* member */.Dc)(result, "result")),
        expected: optionsText((0,shape/* member */.Dc)(config, "kwargs"), NOT_LIMITS),
        severity: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(config, "severity")) ?? null,
        message: raised ? check_values_shortened(message ?? "") : messageOf((0,shape/* member */.Dc)(result, "result")),
        suite: false,
        at,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "success") },
    };
}
const looksDated = (written) => written !== undefined && /^\d{4}-?\d{2}-?\d{2}/.test(written) ? written : null;
/** When it ran: `meta.run_id.run_time`, `run_id` as text before 0.11, or `validation_time`. */
function great_expectations_timeOf(validation) {
    const meta = (0,shape/* member */.Dc)(validation, "meta");
    return (looksDated((0,shape/* text */.Qq)((0,shape/* below */.Gz)(meta, "run_id", "run_time"))) ??
        looksDated((0,shape/* text */.Qq)((0,shape/* member */.Dc)(meta, "run_id"))) ??
        looksDated((0,shape/* text */.Qq)((0,shape/* member */.Dc)(meta, "validation_time"))));
}
/** Name of the suite, wherever the version keeps it. */
const suiteName = (validation) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(validation, "suite_name")) ?? (0,shape/* text */.Qq)((0,shape/* below */.Gz)(validation, "meta", "expectation_suite_name")) ?? "suite";
/** The verdict over a whole suite; null where nothing was evaluated, since `success` is then true for want of a check. */
function suiteCheck(validation, base, at, count) {
    const evaluated = (0,shape/* number */.ai)((0,shape/* below */.Gz)(validation, "statistics", "evaluated_expectations")) ?? count;
    const successful = (0,shape/* number */.ai)((0,shape/* below */.Gz)(validation, "statistics", "successful_expectations"));
    return {
        kind: "check",
        name: suiteName(validation),
        passed: evaluated === 0 ? null : ((0,shape/* boolean */.zM)((0,shape/* member */.Dc)(validation, "success")) ?? null),
        observed: successful ?? null,
        expected: successful === undefined ? null : evaluated,
        message: evaluated === 0
            ? "No expectation was evaluated."
            : successful === undefined
                ? null
                : `${String(successful)} of ${String(evaluated)} expectations are met.`,
        suite: true,
        at,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "success") },
    };
}
/** Rows of the batch: the table's own count, or the elements of a column; never of a filtered part. */
function great_expectations_rowsOf(results) {
    const whole = results.filter((result) => !(0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(configOf(result), "kwargs"), "row_condition"));
    const counted = whole.find((result) => great_expectations_nameOf(result)?.startsWith("expect_table_row_count_to_") === true);
    return ((0,shape/* number */.ai)((0,shape/* below */.Gz)(counted, "result", "observed_value")) ??
        whole.map((result) => (0,shape/* number */.ai)((0,shape/* below */.Gz)(result, "result", "element_count"))).find((rows) => rows !== undefined));
}
/** The validated batch as a data set; nothing where the file says nothing of it. */
function batchDataset(validation, base, at, results) {
    const meta = (0,shape/* member */.Dc)(validation, "meta");
    const fingerprint = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(meta, "batch_markers", "pandas_data_fingerprint"));
    const name = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(meta, "active_batch_definition", "data_asset_name")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(meta, "data_asset_name"));
    const location = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(meta, "batch_spec", "path")) ?? (0,shape/* text */.Qq)((0,shape/* below */.Gz)(meta, "batch_kwargs", "path"));
    const rows = great_expectations_rowsOf(results);
    if (name === undefined && location === undefined && fingerprint === undefined && rows === undefined)
        return [];
    return [
        {
            kind: "dataset",
            name: name ?? null,
            role: null,
            digest: fingerprint === undefined ? null : `pandas-fingerprint:${fingerprint}`,
            rows: rows ?? null,
            columns: null,
            location: location ?? null,
            run: null,
            at,
            where: { pointer: meta === undefined ? base : (0,model_source/* pointer */.Wn)(base, "meta") },
        },
    ];
}
/**
 * Everything that one validation states: the suite's verdict, a check for each expectation, the batch.
 *
 * `time` is used where the validation itself is not dated.
 */
function validationStatements(validation, base, time = null) {
    const found = great_expectations_resultsOf(validation);
    if (found === null)
        return [];
    const at = great_expectations_timeOf(validation) ?? time;
    return [
        suiteCheck(validation, base, at, found.results.length),
        ...found.results.map((result, index) => expectationOrProblem(result, (0,model_source/* pointer */.Wn)(base, found.key, index), at)),
        ...batchDataset(validation, base, at, found.results),
    ];
}
function expectationOrProblem(result, base, at) {
    if (isExpectationResult(result))
        return expectationCheck(result, base, at);
    return {
        kind: "problem",
        problem: "wrong-type",
        message: "An entry of the results is no expectation result: it has no `success` or no expectation type.",
        mend: "Write the validation again with Great Expectations instead of editing the file.",
        where: { pointer: base },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/great-expectations-checkpoint.js



/** The validations of a checkpoint: a map by identifier, wrapped or bare, or the list that `describe()` writes. */
function validationsOf(value) {
    const described = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "validation_results"));
    if (described !== undefined) {
        return described.map((validation, index) => ({ value: validation, base: (0,model_source/* pointer */.Wn)("/validation_results", index) }));
    }
    return (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "run_results")).map(([id, run]) => {
        const base = (0,model_source/* pointer */.Wn)("/run_results", id);
        const inner = (0,shape/* member */.Dc)(run, "validation_result");
        return inner === undefined ? { value: run, base } : { value: inner, base: (0,model_source/* pointer */.Wn)(base, "validation_result") };
    });
}
/** A checkpoint without any validation has shown nothing, whatever its `success` says. */
function great_expectations_checkpoint_verdict(value, validations, at) {
    return {
        kind: "check",
        name: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "checkpoint_config", "name")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "name")) ?? "checkpoint",
        passed: validations.length === 0 ? null : ((0,shape/* boolean */.zM)((0,shape/* member */.Dc)(value, "success")) ?? null),
        message: validations.length === 0 ? "No validation was run." : null,
        suite: true,
        at,
        where: { pointer: "/success" },
    };
}
function unknownValidation(base) {
    return {
        kind: "problem",
        problem: "wrong-type",
        message: "A validation of the checkpoint has no list of expectation results.",
        mend: "Save the checkpoint's result again, with the validation results in it.",
        where: { pointer: base },
    };
}
/** Result of a checkpoint, or of a validation operator before it: several validations and one verdict. */
const greatExpectationsCheckpoint = {
    id: "great-expectations-checkpoint",
    title: "Great Expectations checkpoint result",
    definedAt: "https://docs.greatexpectations.io/docs/reference/api/checkpoint/CheckpointResult_class",
    versions: "0.18.22 and 1.24.1 `describe()`; validation operators of 0.10 to 0.13 from the schema, not seen",
    reads: "The checkpoint's overall `success` and, for each validation, what a validation result states.",
    leaves: "Actions, the checkpoint's configuration, and exceptions that `describe()` itself leaves out.",
    syntax: ["json"],
    gives: ["check", "dataset"],
    recognises({ value }) {
        if (!(0,shape/* hasKeys */.xV)(value, "success"))
            return false;
        if (!(0,shape/* hasKeys */.xV)(value, "run_results") && !(0,shape/* hasKeys */.xV)(value, "validation_results"))
            return false;
        const [first] = validationsOf(value);
        return first === undefined ? (0,shape/* hasKeys */.xV)(value, "checkpoint_config") : isValidation(first.value);
    },
    read({ value }) {
        const validations = validationsOf(value);
        const at = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "run_id", "run_time")) ?? null;
        return [
            great_expectations_checkpoint_verdict(value, validations, at),
            ...validations.flatMap((validation) => isValidation(validation.value)
                ? validationStatements(validation.value, validation.base, at)
                : [unknownValidation(validation.base)]),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/great-expectations-config.js

const isCheckpoint = (value) => (0,shape/* hasKeys */.xV)(value, "name") &&
    !(0,shape/* hasKeys */.xV)(value, "success") &&
    ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "validation_definitions")) !== undefined ||
        ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "module_name"))?.startsWith("great_expectations.") === true && (0,shape/* hasKeys */.xV)(value, "class_name")));
const isValidationDefinition = (value) => (0,shape/* hasKeys */.xV)(value, "data", "suite", "name") && (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "data"), "batch_definition", "datasource");
/** A checkpoint or validation definition as it is configured, before any run. */
const greatExpectationsConfig = {
    id: "great-expectations-config",
    title: "Great Expectations checkpoint or validation definition",
    definedAt: "https://docs.greatexpectations.io/docs/core/trigger_actions_based_on_results/create_a_checkpoint_with_actions",
    versions: "0.18.22, 1.24.1",
    reads: "Nothing beyond the format: it says what would run, and holds no result.",
    leaves: "The whole configuration.",
    syntax: ["json", "yaml"],
    gives: [],
    recognises: ({ value }) => isCheckpoint(value) || isValidationDefinition(value),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/great-expectations-page.js

/** A page of the data docs before it becomes HTML: texts about a result, not the result. */
const greatExpectationsPage = {
    id: "great-expectations-page",
    title: "Great Expectations rendered page",
    definedAt: "https://docs.greatexpectations.io/docs/core/configure_project_settings/configure_data_docs",
    versions: "0.13 to 1.x",
    reads: "Nothing beyond the format: the page repeats a validation result, which is read where it stands itself.",
    leaves: "All texts and tables of the page.",
    syntax: ["json"],
    gives: [],
    recognises({ value }) {
        const [section] = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "sections")) ?? [];
        return (0,shape/* hasKeys */.xV)(section, "content_blocks") && (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "renderer_type")) !== undefined;
    },
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/great-expectations-suite.js

const isExpectation = (value) => !(0,shape/* hasKeys */.xV)(value, "success") &&
    (0,shape/* record */.g1)((0,shape/* member */.Dc)(value, "kwargs")) !== undefined &&
    ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "expectation_type")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "type"))) !== undefined;
/** Expectations without results: what would be checked, of which nothing is a check that ran. */
const greatExpectationsSuite = {
    id: "great-expectations-suite",
    title: "Great Expectations expectation suite",
    definedAt: "https://docs.greatexpectations.io/docs/reference/api/ExpectationSuite_class",
    versions: "0.7, 0.9, 0.13, 0.17, 0.18.22, 1.24.1",
    reads: "Nothing beyond the format: a suite says what to check and holds no result.",
    leaves: "The expectations and their limits.",
    syntax: ["json", "yaml"],
    gives: [],
    recognises({ value }) {
        if (!(0,shape/* hasKeys */.xV)(value, "expectations") || (0,shape/* hasKeys */.xV)(value, "success"))
            return false;
        if (!(0,shape/* hasKeys */.xV)(value, "expectation_suite_name") && !(0,shape/* hasKeys */.xV)(value, "name"))
            return false;
        const expectations = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "expectations"));
        if (expectations === undefined)
            return false;
        return expectations.length === 0
            ? (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "meta"), "great_expectations_version")
            : expectations.slice(0, 3).every(isExpectation);
    },
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/great-expectations-validation.js

/** Result of validating one batch against an expectation suite, or of a single expectation. */
const greatExpectationsValidation = {
    id: "great-expectations-validation",
    title: "Great Expectations validation result",
    definedAt: "https://docs.greatexpectations.io/docs/reference/api/core/ExpectationSuiteValidationResult_class",
    versions: "0.4.5, 0.8, 0.9, 0.13, 0.15, 0.18.22, 1.24.1; a single expectation's result and `describe()` from the schema, not seen",
    reads: "The suite's overall `success`, each expectation with its column, outcome, observed value and severity, and the validated batch; an expectation that raised is neither passed nor failed.",
    leaves: "Samples of unexpected values, tracebacks and rendered content.",
    syntax: ["json"],
    gives: ["check", "dataset"],
    recognises: ({ value }) => isValidation(value) || isExpectationResult(value),
    read({ value }) {
        if (isValidation(value) && value !== undefined)
            return validationStatements(value, "");
        return isExpectationResult(value) ? [expectationCheck(value, "", null)] : [];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/gto-artifacts.js


const gto_artifacts_known = new Set(["type", "path", "virtual", "labels", "description", "custom"]);
const isArtifact = (artifact) => (0,shape/* isRecord */.u4)(artifact) && (0,shape/* hasKeys */.xV)(artifact, "type") && (0,shape/* members */.ol)(artifact).every(([key]) => gto_artifacts_known.has(key));
/** Artifacts that a repository describes for GTO. */
const gtoArtifacts = {
    id: "gto-artifacts",
    title: "GTO artifacts (`artifacts.yaml`)",
    definedAt: "https://dvc.org/doc/gto/user-guide",
    versions: "gto 1.10.1",
    reads: "Names of models.",
    leaves: "Paths, labels and descriptions; artifacts of other types. Versions and stages are git tags.",
    syntax: ["yaml"],
    gives: ["model"],
    recognises: ({ name, value }) => /(^|[-_])artifacts\.ya?ml$/.test(name) &&
        (0,shape/* members */.ol)(value).length > 0 &&
        (0,shape/* members */.ol)(value).every(([, artifact]) => isArtifact(artifact)),
    read: ({ value }) => (0,shape/* members */.ol)(value).flatMap(([name, artifact]) => (0,shape/* member */.Dc)(artifact, "type") === "model" ? [{ kind: "model", name, where: { pointer: (0,model_source/* pointer */.Wn)("", name) } }] : []),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/gto.js

/** Registers of GTO, whose truth is the tags of a git repository. */
const isEvent = (event) => (0,shape/* hasKeys */.xV)(event, "artifact", "event", "version") && ((0,shape/* hasKeys */.xV)(event, "commit") || (0,shape/* hasKeys */.xV)(event, "commit_hexsha"));
const isVersion = (version) => (0,shape/* hasKeys */.xV)(version, "artifact", "version", "registrations", "stages");
/** When something happened: newer outputs call it `created_at`, the history `timestamp`. */
const momentOf = (entry) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "created_at")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "timestamp")) ?? null;
/** A version, or several where a stage may hold more than one. */
const versionsOf = (held) => ((0,shape/* list */.p_)(held) ?? [held]).map((version) => (0,shape/* text */.Qq)(version)).filter((version) => version !== undefined);

;// CONCATENATED MODULE: ./build/src/adapters/gto-history.js




const eventOf = (event, place) => ({
    artifact: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(event, "artifact")) ?? "",
    event: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(event, "event")) ?? "",
    version: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(event, "version")) ?? "",
    stage: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(event, "stage")) ?? null,
    at: momentOf(event),
    pointer: place,
});
const eventsOf = (value) => {
    const events = (0,shape/* isList */.Lv)(value)
        ? value.map((event, index) => [event, (0,model_source/* pointer */.Wn)("", index)])
        : [[value, ""]];
    return events.flatMap(([event, place]) => (event !== undefined && isEvent(event) ? [eventOf(event, place)] : []));
};
const moment = ({ at }) => Date.parse((0,instant/* readInstant */.W)(at) ?? "") || 0;
/** Oldest first. GTO lists the newest first, and events of one second in that order too. */
const inOrder = (events) => [...events].reverse().sort((one, other) => moment(one) - moment(other));
/** What holds after all events: registered versions, and the version that each stage was given last. */
function presentOf(events) {
    const versions = new Map();
    const stages = new Map();
    for (const event of inOrder(events)) {
        const version = JSON.stringify([event.artifact, event.version]);
        const stage = JSON.stringify([event.artifact, event.stage]);
        if (event.event === "registration")
            versions.set(version, event);
        if (event.event === "deregistration")
            versions.delete(version);
        if (event.event === "assignment")
            stages.set(stage, event);
        if (event.event === "unassignment" && stages.get(stage)?.version === event.version)
            stages.delete(stage);
        if (event.event === "deprecation") {
            for (const [key, held] of versions)
                if (held.artifact === event.artifact)
                    versions.delete(key);
            for (const [key, held] of stages)
                if (held.artifact === event.artifact)
                    stages.delete(key);
        }
    }
    const staged = new Set([...stages.values()].map(({ artifact, version }) => JSON.stringify([artifact, version])));
    return [...stages.values(), ...[...versions].filter(([key]) => !staged.has(key)).map(([, event]) => event)];
}
/** What happened to artifacts: registrations, assignments to stages, and their ends. */
const gtoHistory = {
    id: "gto-history",
    title: "GTO history (`gto history --json`, `gto check-ref --json`)",
    definedAt: "https://dvc.org/doc/gto/command-reference/history",
    versions: "gto 1.10.1; ends of registrations and assignments from the source, not seen",
    reads: "What holds after all events: the version that each stage was given last, and registered versions without a stage.",
    leaves: "Events that later ones undid, commits of artifacts' descriptions, authors and messages.",
    syntax: ["json"],
    gives: ["model"],
    recognises: ({ value }) => isEvent((0,shape/* list */.p_)(value)?.[0]) || isEvent(value),
    read: ({ value }) => presentOf(eventsOf(value)).map(({ artifact, version, stage, at, pointer: place }) => ({
        kind: "model",
        name: artifact,
        version,
        stage,
        at,
        where: { pointer: (0,model_source/* pointer */.Wn)(place, stage === null ? "version" : "stage") },
    })),
};

;// CONCATENATED MODULE: ./build/src/adapters/gto-registry.js



const gto_registry_isArtifact = (artifact) => (0,shape/* hasKeys */.xV)(artifact, "version") &&
    (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(artifact, "stage")) &&
    ((0,shape/* hasKeys */.xV)(artifact, "registered") || (0,shape/* hasKeys */.xV)(artifact, "active"));
function statementsOf(name, artifact) {
    const base = (0,model_source/* pointer */.Wn)("", name);
    const held = (0,shape/* members */.ol)((0,shape/* member */.Dc)(artifact, "stage")).flatMap(([stage, version]) => versionsOf(version).map((number) => ({ stage, version: number })));
    const latest = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "version"));
    const staged = held.map(({ stage, version }) => ({
        kind: "model",
        name,
        version,
        stage,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "stage", stage) },
    }));
    if (latest === undefined || held.some(({ version }) => version === latest))
        return staged;
    return [...staged, { kind: "model", name, version: latest, where: { pointer: (0,model_source/* pointer */.Wn)(base, "version") } }];
}
/** The register of a repository: of each artifact the latest version, and the version that each stage holds. */
const gtoRegistry = {
    id: "gto-registry",
    title: "GTO register (`gto show --json`)",
    definedAt: "https://dvc.org/doc/gto/command-reference/show",
    versions: "gto 1.10.1; several versions in a stage from the schema, not seen",
    reads: "A model for each stage that holds a version, and the latest version where no stage holds it.",
    leaves: "Stages that hold nothing, and artifacts without any version.",
    syntax: ["json"],
    gives: ["model"],
    recognises: ({ value }) => {
        const artifacts = (0,shape/* members */.ol)(value);
        return artifacts.length > 0 && artifacts.every(([, artifact]) => gto_registry_isArtifact(artifact));
    },
    read: ({ value }) => (0,shape/* members */.ol)(value).flatMap(([name, artifact]) => statementsOf(name, artifact)),
};

;// CONCATENATED MODULE: ./build/src/adapters/gto-versions.js



function gto_versions_statementsOf(entry, index) {
    const base = (0,model_source/* pointer */.Wn)("", index);
    const shared = {
        kind: "model",
        name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "artifact")) ?? null,
        version: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "version")) ?? null,
        created: momentOf(entry),
    };
    const stages = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(entry, "stages")) ?? []).flatMap((stage, at) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(stage, "stage"));
        if (name === undefined || (0,shape/* member */.Dc)(stage, "is_active") === false)
            return [];
        return [{ ...shared, stage: name, at: momentOf(stage), where: { pointer: (0,model_source/* pointer */.Wn)(base, "stages", at, "stage") } }];
    });
    return stages.length > 0 ? stages : [{ ...shared, where: { pointer: (0,model_source/* pointer */.Wn)(base, "version") } }];
}
/** The versions of one artifact, with the stages that hold them. */
const gtoVersions = {
    id: "gto-versions",
    title: "GTO versions of an artifact (`gto show <name> --json`)",
    definedAt: "https://dvc.org/doc/gto/command-reference/show",
    versions: "gto 1.10.1",
    reads: "Each version that is still active, with the stages that hold it now.",
    leaves: "Authors, messages, and assignments that ended.",
    syntax: ["json"],
    gives: ["model"],
    recognises: ({ value }) => isVersion((0,shape/* list */.p_)(value)?.[0]),
    read: ({ value }) => ((0,shape/* list */.p_)(value) ?? []).flatMap((entry, index) => isVersion(entry) && (0,shape/* member */.Dc)(entry, "is_active") !== false ? gto_versions_statementsOf(entry, index) : []),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/prose-results.js


/** Words that make a number something else than this model's result: a limit, a hope, a difference, another model. */
const otherwise = /\b(target\w*|goals?|require\w*|threshold\w*|at least|at most|minimum|maximum|expect\w*|estimat\w*|approx\w*|around|about|roughly|nearly|up to|above|below|under|exceed\w*|less than|more than|greater than|between|baseline\w*|compared|comparison|versus|vs|than|outperform\w*|improv\w*|increas\w*|decreas\w*|drop\w*|reduc\w*|declin\w*|degrad\w*|gaps?|gains?|differ\w*|previous\w*|earlier|original|paper|authors|state of the art|sota|human|random|would|should|could|may|might|if|teacher|another|other models?|margin|chance|relative|absolute|aims?|achievable|acceptable|desired|was|were|used to)\b|[<>≤≥~≈]/i;
const number = String.raw `[-+]?(?:\d+\.?\d*|\.\d+)`;
const words = String.raw `(?:[\p{L}][\p{L}\d@/_-]*\.?[ ]){0,3}[\p{L}][\p{L}\d@/_-]*`;
/** "97.18% validation accuracy"; "recall 0.8 at 90% precision" states where the recall was taken. */
const numberFirst = new RegExp(String.raw `(?<![\p{L}\d.,-])(?<!\b(?:at|to|by|from|over|within|for)\s)(${number})\s?%(?!\d)[ ](${words})`, "gu");
/** "a validation accuracy of 97.18%", "the recall is 0.93" */
const nameFirst = new RegExp(String.raw `(?<![\p{L}\d])(${words})\s(?:of|is|reaches)\s(${number})(\s?%)?(?![\d.,]*[\d/%\p{L}-]|\s?[-–/x±])`, "gu");
const prose_results_label = /^([^:=|]{2,60}?)\s*[:=]\s*(\S.{0,60}?)\.?$/u;
/** Words beside a metric's name that leave it what it is. Any other makes it another quantity: "background FPR". */
const beside = /^(an?|the|our|its|this|that|with|and|in|on|of|for|at|across|using|when|where|whose|has|have|model|it|achiev\w*|reach\w*|gets?|got|shows?|obtain\w*|yield\w*|attain\w*|gives?|gave|final|overall|high|good|strong|best|total|respectively|by|while|but|as)$/i;
const article = /^(an?|the|our|its|this|that|with|and|in|on|of|high|good|strong|best) /i;
/** The longest run of words, from the start or the end of a phrase, that names a metric. */
function metricIn(phrase, from) {
    const parts = phrase.split(" ");
    for (let length = parts.length; length > 0; length--) {
        const run = from === "start" ? parts.slice(0, length) : parts.slice(parts.length - length);
        const name = run.join(" ").replace(/\.$/, "");
        if (article.test(name) || !isKnownMetric(name))
            continue;
        const next = from === "start" ? parts[length] : parts[parts.length - length - 1];
        return next === undefined || beside.test(next) || run.at(-1)?.endsWith(".") === true ? name : undefined;
    }
    return undefined;
}
const plain = (value, unit) => ({
    value: Number(value),
    unit,
    interval: null,
    outOf: null,
});
/** A line that is a label and a number, as lists of results have them. */
function labelled(line) {
    const match = prose_results_label.exec(line);
    const stated = match === null ? undefined : statedNumber(match[2] ?? "");
    const name = (match?.[1] ?? "").trim();
    return stated !== undefined && isKnownMetric(name) ? { name, number: stated } : undefined;
}
function inSentence(sentence) {
    if (otherwise.test(sentence))
        return [];
    const results = [];
    const taken = new Set();
    for (const match of sentence.matchAll(numberFirst)) {
        const [, value = "", phrase = ""] = match;
        const name = metricIn(phrase, "start");
        if (name === undefined)
            continue;
        taken.add(match.index);
        results.push({ name, number: plain(value, "percent") });
    }
    for (const match of sentence.matchAll(nameFirst)) {
        const [whole, phrase = "", value = "", percent] = match;
        const share = percent === undefined && /^0?\.\d{2,}$/.test(value);
        const name = metricIn(phrase, "end");
        // "High accuracy: 97% validation accuracy" states one number.
        const at = match.index + whole.length - (percent ?? "").length - value.length;
        if (name === undefined || taken.has(at) || (percent === undefined && !share))
            continue;
        results.push({ name, number: plain(value, percent === undefined ? null : "percent") });
    }
    return results;
}
/** "Accuracy: 0.93, F1: 0.91": every part a label and a number. */
function allLabelled(line) {
    const parts = line.split(/\s*(?:[,;|·]|\s-\s)\s*(?=\p{L})/u);
    const results = parts.flatMap((part) => labelled(part) ?? []);
    return results.length === parts.length ? results : undefined;
}
function prose_results_resultsOf(line) {
    if (line.length > 2_000 || !/\d/.test(line))
        return [];
    const results = allLabelled(line);
    if (results !== undefined)
        return otherwise.test(line) ? [] : results;
    return line.split(/(?<=[.;!?])\s+/).flatMap(inSentence);
}
/**
 * The results that lines of prose and lists state plainly: a metric by a name that is known, and its number. A sentence
 * that compares, hopes or limits states none.
 */
function proseResults(lines) {
    return lines.flatMap(({ text, line, under }) => {
        if (surroundingsOf(under) === "foreign")
            return [];
        return prose_results_resultsOf(text).map(({ name, number: { value, unit, interval, outOf } }) => ({
            kind: "measurement",
            where: { line },
            raw_metric: name,
            value,
            ...(unit === null ? {} : { unit }),
            ...(interval === null ? {} : { interval: { ...interval, level: null } }),
            ...(outOf === null ? {} : { n: outOf, trials: outOf }),
        }));
    });
}

;// CONCATENATED MODULE: ./build/src/adapters/families/table-row.js



const overall = /^(overall|all|total|everything|entire|full|whole|complete|any|global|aggregated?|combined)( (data|test set|set|rows|samples|population))?$/;
const averaged = {
    "macro avg": "macro",
    "macro average": "macro",
    macro: "macro",
    "weighted avg": "weighted",
    "weighted average": "weighted",
    weighted: "weighted",
    "micro avg": "micro",
    "micro average": "micro",
    micro: "micro",
    average: "mean",
    avg: "mean",
    mean: "mean",
};
function slicing(column, label) {
    const plain = (0,card_sections/* plainHeading */.TA)(label);
    if (overall.test(plain))
        return {};
    if (Object.hasOwn(averaged, plain))
        return { protocol: averaged[plain] ?? plain };
    return { slice: { [column]: label } };
}
function intervalOf(cell) {
    const limits = statedNumber(`0 (${cell.replace(/^[([]|[)\]]$/g, "")})`)?.interval;
    return limits === null || limits === undefined ? {} : { interval: { ...limits, level: null } };
}
/** What one cell says of the numbers beside it. */
function cellFacts(role, text, teller, alone) {
    const number = statedNumber(text)?.value;
    switch (role.kind) {
        case "model":
            return alone || teller.isOwn(text) ? {} : { about: text };
        case "dataset":
            return { dataset: text };
        case "split":
            return { split: splitNamed(text) ?? text };
        case "slice":
            return slicing(role.column, text);
        case "interval":
            return intervalOf(text);
        case "unit":
            return /^(%|percent|pct)$/i.test(text) ? { unit: "percent" } : /^(ms|s)$/.test(text) ? { unit: text } : {};
        case "n":
        case "step":
        case "fold":
        case "threshold":
            return number === undefined || !Number.isFinite(number) ? {} : { [role.kind]: number };
        case "metric":
        case "metric-name":
        case "value":
        case "ignored":
            return {};
    }
}
/** What the cells of a row say of its numbers; `alone` where the table is about one model. */
function rowFacts(roles, row, teller, alone) {
    let facts = {};
    roles.forEach((role, column) => {
        const text = row[column]?.text ?? "";
        if (text === "")
            return;
        const said = cellFacts(role, text, teller, alone);
        facts = { ...facts, ...said, ...(said.slice && facts.slice ? { slice: { ...facts.slice, ...said.slice } } : {}) };
    });
    return facts;
}
/** The result that a cell states. */
function table_row_measurement(name, cell, number, said) {
    const { interval, outOf, unit, value } = number;
    const limits = interval === null ? said.interval : { ...interval, level: null };
    return {
        kind: "measurement",
        where: { line: cell.line, column: cell.column },
        raw_metric: name,
        value,
        ...said,
        ...(unit === null ? {} : { unit }),
        ...(limits === undefined ? {} : { interval: limits }),
        ...(outOf === null ? {} : { n: outOf, trials: outOf }),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/table-results.js






/** A table whose rows name the metrics. */
function namedByRows(table, nameColumn, around, teller) {
    const called = headedRole(table.header[nameColumn]?.text ?? "")?.kind === "metric-name";
    const roles = table.header.map(({ text }, column) => {
        if (column === nameColumn)
            return { kind: "metric-name" };
        const headed = headedRole(text);
        if (column < nameColumn)
            return headed ?? (isIgnored(text) ? { kind: "ignored" } : { kind: "slice", column: text });
        return valueRole(text, teller.isOwn) ?? (isNumeric(table, column) ? undefined : { kind: "ignored" });
    });
    const hasOwn = roles.some((role) => role?.kind === "value" && role.about === null);
    const unclear = roles.filter((role) => role === undefined).length;
    const settled = roles.map((role, column) => role ?? {
        kind: "value",
        split: null,
        // Several columns without a telling name compare something: which is this model's cannot be told.
        about: hasOwn || unclear > 1 ? (table.header[column]?.text ?? "") : null,
        unit: null,
    });
    return table.rows.flatMap((row) => {
        const results = valuesOfRow(row, nameColumn, settled, called, around, teller);
        return isNameAndValue(table) ? results.map(withNamedSlice) : results;
    });
}
function valuesOfRow(row, nameColumn, roles, called, around, teller) {
    const name = row[nameColumn]?.text ?? "";
    const ofRow = rowFacts(roles, row, teller, false);
    const said = otherModel.test((0,card_sections/* plainHeading */.TA)(name)) ? { ...ofRow, about: name } : ofRow;
    return roles.flatMap((role, column) => {
        const cell = row[column];
        const number = role.kind === "value" && cell !== undefined ? statedNumber(cell.text) : undefined;
        if (role.kind !== "value" || cell === undefined || number === undefined)
            return [];
        if (!isResult(name, around, number.unit ?? role.unit, called))
            return [];
        const of = {
            ...said,
            ...(role.unit === null ? {} : { unit: role.unit }),
            ...(role.split === null ? {} : { split: role.split }),
            ...(role.about === null ? {} : { about: role.about }),
        };
        return [table_row_measurement(name, cell, number, of)];
    });
}
/** The role of a column of a table whose columns name the metrics. */
function columnRole(table, column, around, lastKey) {
    const header = table.header[column]?.text ?? "";
    const numeric = isNumeric(table, column);
    const headed = headedRole(header);
    if (headed !== undefined && (!numeric || headed.kind !== "slice"))
        return headed.kind === "metric-name" ? { kind: "ignored" } : headed;
    if (numeric && isKnownMetric(header))
        return { kind: "metric", name: header };
    if (numeric && column > 0 && !isIgnored(header) && isResult(header, around, null, false))
        return { kind: "metric", name: header };
    if (headed !== undefined)
        return headed;
    if (column > lastKey || isIgnored(header))
        return { kind: "ignored" };
    return { kind: "slice", column: header };
}
/** A classification report has no header above its classes, and gives the accuracy in a row of its own. */
function isClassReport(table) {
    const plain = table.header.map(({ text }) => (0,card_sections/* plainHeading */.TA)(text));
    const first = plain[0] ?? "";
    return ((first === "" || first === "class" || first === "label") && plain.includes("precision") && plain.includes("recall"));
}
const tellsRowsApart = new Set([
    "model",
    "dataset",
    "split",
    "slice",
    "step",
    "fold",
    "threshold",
]);
function namedByColumns(table, around, teller) {
    const firstMetric = table.header.findIndex(({ text }, column) => isNumeric(table, column) && isKnownMetric(text));
    const lastKey = firstMetric < 0 ? 0 : firstMetric - 1;
    const classes = isClassReport(table);
    const roles = table.header.map((header, column) => {
        if (column > 0 || (header.text !== "" && !classes))
            return columnRole(table, column, around, lastKey);
        return classes ? { kind: "slice", column: "class" } : { kind: "model" };
    });
    const keyed = roles.some(({ kind }) => tellsRowsApart.has(kind));
    if (!keyed && table.rows.length > 1)
        roles[0] = { kind: "slice", column: table.header[0]?.text ?? "" };
    const known = roles.some((role) => role.kind === "metric" && isKnownMetric(role.name));
    if (!known && around !== "results")
        return [];
    const models = new Set(table.rows.map((row) => row[roles.findIndex(({ kind }) => kind === "model")]?.text ?? ""));
    return table.rows.flatMap((row) => metricsOfRow(row, roles, classes, rowFacts(roles, row, teller, models.size === 1)));
}
function metricsOfRow(row, roles, classes, said) {
    const label = (0,card_sections/* plainHeading */.TA)(row[0]?.text ?? "");
    const metricColumns = roles.filter(({ kind }) => kind === "metric").length;
    return roles.flatMap((role, column) => {
        const cell = row[column];
        if (role.kind !== "metric" || cell === undefined)
            return [];
        const number = statedNumber(cell.text);
        if (number === undefined)
            return [];
        // The row "accuracy" of a classification report stands in the column of another metric.
        if (classes && label === "accuracy" && metricColumns > 1) {
            const { slice: _, ...whole } = said;
            return column === 0 ? [] : [table_row_measurement("accuracy", cell, number, whole)];
        }
        // Of a class's recall, the denominator is what the report calls support.
        const support = classes && said.slice !== undefined && (0,card_sections/* plainHeading */.TA)(role.name) === "recall" ? said.n : undefined;
        return [{ ...table_row_measurement(role.name, cell, number, said), ...(support === undefined ? {} : { trials: support }) }];
    });
}
/** Counts of what was predicted for what was there: no metric of its own. */
function table_results_isConfusionMatrix({ header, rows }) {
    const told = /\b(predicted|actual(ly)?|true|ground truth)\b/i;
    const columns = header.slice(1).filter(({ text }) => told.test(text)).length;
    return columns > 0 && columns === header.length - 1 && rows.some(([first]) => told.test(first?.text ?? ""));
}
/**
 * The results that a table states, each on the line of its number. Rows or columns of other models are `about` them;
 * where it cannot be told whose numbers they are, they are about what the table calls them.
 */
function tableResults(table, teller) {
    const around = surroundingsOf(table.under);
    if (around === "foreign" || table.header.length < 2 || table_results_isConfusionMatrix(table))
        return [];
    const nameColumn = metricNameColumn(table);
    return nameColumn === undefined
        ? namedByColumns(table, around, teller)
        : namedByRows(table, nameColumn, around, teller);
}

;// CONCATENATED MODULE: ./build/src/adapters/families/markdown-results.js


const letters = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const ours = /\b(ours?|this (model|work|repo(sitory)?|release)|our model|proposed( model)?)\b/i;
/** Names of the model that a document is about: those given, and what its first heading says. */
function tellerOf(body, file, names) {
    const title = body.sections[0]?.heading.title ?? "";
    const folder = file.segments.at(-2) ?? "";
    const own = [...names, title, ...names.map((name) => name.split("/").at(-1) ?? ""), folder]
        .map(letters)
        .filter((name) => name !== "");
    const inTitle = letters(title);
    return {
        isOwn: (label) => {
            const plain = letters(label);
            return ours.test(label) || own.includes(plain) || (plain.length >= 5 && inTitle.includes(plain));
        },
    };
}
/** The results that a card's body states in its tables and plainly in its prose. */
const cardResults = (body, teller) => [
    ...reportResults(body, teller),
    ...proseResults(body.lines),
];
/** The results that the tables of a report state. Its prose argues about them. */
const reportResults = (body, teller) => body.tables.flatMap((table) => tableResults(table, teller));

;// CONCATENATED MODULE: ./build/src/adapters/families/model-index.js




/** "age_band=18-24" */
const sliceText = /^([\p{L}_][\p{L}\p{N}_.-]{0,60})=(\S.{0,100})$/u;
const model_index_configOf = (result) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(result, "dataset"), "config"));
function datasetName(dataset, config) {
    const name = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(dataset, "name")) ?? (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(dataset, "type"));
    if (name === undefined)
        return null;
    // A slice is written into the data set's name as well: what is left is the data set.
    const sliced = config !== undefined && sliceText.test(config) && name.endsWith(config);
    return (sliced ? name.slice(0, -config.length).trim() : name) || name;
}
function sliceOf(config) {
    const match = config === undefined ? null : sliceText.exec(config);
    return match === null ? {} : { [match[1] ?? ""]: match[2] ?? "" };
}
/** Configurations tell results apart only where a data set's name does not. */
function namesWithConfigs(results) {
    const configs = new Map();
    for (const result of results) {
        const config = model_index_configOf(result);
        const name = datasetName((0,shape/* member */.Dc)(result, "dataset"), config);
        if (name === null || config === undefined || sliceText.test(config))
            continue;
        configs.set(name, (configs.get(name) ?? new Set()).add(config));
    }
    return new Set([...configs].filter(([, known]) => known.size > 1).map(([name]) => name));
}
function model_index_placeOf(result, at, about, configured) {
    const dataset = (0,shape/* member */.Dc)(result, "dataset");
    const config = model_index_configOf(result);
    const name = datasetName(dataset, config);
    return {
        at,
        dataset: name,
        split: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "split")) ?? null,
        slice: sliceOf(config),
        config: name !== null && configured.has(name) && Object.keys(sliceOf(config)).length === 0 ? (config ?? null) : null,
        about,
    };
}
const stem = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
/**
 * The part of the data that the metric's own name says, over the data set's: "Training Accuracy" on the split "test"
 * is no test result.
 */
function splitOf(name, place) {
    const word = /\b(train(?:ing)?|val(?:idation)?|dev|test(?:ing)?|hold-?out)\b/i.exec(name ?? "")?.[1];
    return (word === undefined ? null : splitNamed(word)) ?? place.split;
}
/** Names that only say the type again, and the slice or split, make no other quantity. */
function model_index_protocolOf(type, name, place) {
    const config = place.config;
    const kind = /\b(macro|micro|weighted)\b/i.exec(name ?? "")?.[1]?.toLowerCase();
    if (kind !== undefined && !stem(type).includes(kind))
        return kind;
    return config;
}
function metricStatements(metric, at, place) {
    const type = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(metric, "type")) ?? (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(metric, "name"));
    const value = (0,shape/* member */.Dc)(metric, "value");
    if (type === undefined || value === undefined)
        return [];
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "name"));
    const split = splitOf(name, place);
    const protocol = model_index_protocolOf(type, name, place);
    const shared = {
        kind: "measurement",
        dataset: place.dataset,
        slice: place.slice,
        about: place.about,
        ...(split === null ? {} : { split }),
        ...(protocol === null ? {} : { protocol }),
    };
    if ((0,shape/* isRecord */.u4)(value)) {
        return (0,shape/* members */.ol)(value).flatMap(([key, part]) => typeof part === "number" || typeof part === "string"
            ? [
                {
                    ...shared,
                    where: { pointer: (0,model_source/* pointer */.Wn)(at, "value", key) },
                    raw_metric: `${type}.${key}`,
                    ...valueAndUnit(part),
                },
            ]
            : []);
    }
    // A confusion matrix or a curve is no single number.
    if ((0,shape/* isList */.Lv)(value))
        return [];
    return [{ ...shared, where: { pointer: (0,model_source/* pointer */.Wn)(at, "value") }, raw_metric: type, ...valueAndUnit(value) }];
}
const model_index_roleOf = (split) => {
    const named = splitNamed(split ?? "");
    return named === "holdout" ? "test" : named === "train" || named === "validation" || named === "test" ? named : null;
};
function model_index_datasetStatement(result, place) {
    const dataset = (0,shape/* member */.Dc)(result, "dataset");
    if (place.dataset === null || Object.keys(place.slice).length > 0)
        return [];
    const revision = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "revision"));
    return [
        {
            kind: "dataset",
            where: { pointer: (0,model_source/* pointer */.Wn)(place.at, "dataset") },
            name: place.dataset,
            role: model_index_roleOf(place.split),
            location: (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(dataset, "type")) ?? null,
            digest: revision !== undefined && /^[0-9a-f]{40}$/.test(revision) ? `git:${revision}` : null,
        },
    ];
}
/** Whether the Hub has verified a result, as a field of the card. */
function verifiedStatement(metric, at) {
    const verified = (0,shape/* member */.Dc)(metric, "verified");
    if (typeof verified !== "boolean")
        return [];
    const key = (0,model_source/* pointer */.Wn)(at, "verified");
    return [{ kind: "card", where: { pointer: key }, field: key.slice(1).replaceAll("/", "."), value: verified }];
}
/** The results of a card's `model-index`: the first model is the card's own, others are named. */
function modelIndexStatements(front) {
    const index = (0,shape/* list */.p_)((0,shape/* member */.Dc)(front, "model-index")) ?? [];
    const ownName = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(index[0], "name"));
    return index.flatMap((model, position) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(model, "name")) ?? `model ${position + 1}`;
        const results = (0,shape/* list */.p_)((0,shape/* member */.Dc)(model, "results")) ?? [];
        const configured = namesWithConfigs(results);
        const about = position === 0 || name === ownName ? null : name;
        return results.flatMap((result, resultPosition) => {
            const place = model_index_placeOf(result, (0,model_source/* pointer */.Wn)("", "model-index", position, "results", resultPosition), about, configured);
            const metrics = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(result, "metrics")) ?? []).flatMap((metric, metricPosition) => {
                const at = (0,model_source/* pointer */.Wn)(place.at, "metrics", metricPosition);
                return [...metricStatements(metric, at, place), ...verifiedStatement(metric, at)];
            });
            return [...model_index_datasetStatement(result, place), ...metrics];
        });
    });
}

;// CONCATENATED MODULE: ./build/src/adapters/huggingface-card.js







/** The results of the index are measurements; its names are fields. */
const ofResults = (name) => /^model-index\.\d+\.results$/.test(name);
function ownNames(front) {
    const names = [(0,shape/* member */.Dc)(front, "model_name"), (0,shape/* member */.Dc)((0,shape/* list */.p_)((0,shape/* member */.Dc)(front, "model-index"))?.[0], "name")];
    return names.flatMap((name) => (0,shape/* text */.Qq)(name) ?? []);
}
function modelStatements(front) {
    const [name] = ownNames(front);
    const framework = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(front, "library_name"));
    if (name === undefined)
        return [];
    const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(front, "model_name")) === name ? "/model_name" : "/model-index/0/name";
    return [{ kind: "model", where: { pointer: at }, name, ...(framework === undefined ? {} : { framework }) }];
}
/** What the model was trained on, as the card lists it. */
function huggingface_card_datasetStatements(front) {
    const datasets = (0,shape/* member */.Dc)(front, "datasets");
    const names = (0,shape/* list */.p_)(datasets) ?? (datasets === undefined ? [] : [datasets]);
    return names.flatMap((named, index) => {
        const name = (0,shape/* scalarText */.ws)(named);
        if (name === undefined)
            return [];
        const at = (0,shape/* list */.p_)(datasets) === undefined ? "/datasets" : (0,model_source/* pointer */.Wn)("/datasets", index);
        return [{ kind: "dataset", where: { pointer: at }, name, role: "train" }];
    });
}
const notAMap = {
    kind: "problem",
    where: { pointer: "" },
    problem: "unreadable",
    message: "the front matter is a list or a text where a mapping of keys to values is due",
    mend: "write it as lines of `key: value`",
};
const huggingface_card_unfilled = {
    kind: "problem",
    where: { pointer: "" },
    problem: "template",
    message: "the front matter is a template that nobody filled in",
    mend: "replace what stands in braces by its value",
};
/** `{license}` is a template's mark, and in YAML a mapping with a key and nothing else. */
const isBraced = (value) => (0,shape/* isRecord */.u4)(value) && Object.keys(value).length === 1 && Object.values(value)[0] === null;
const isTemplate = (front) => (0,shape/* members */.ol)(front).some(([, value]) => isBraced(value) || ((0,shape/* list */.p_)(value) ?? []).some(isBraced));
function bodyStatements(file, front) {
    const body = file.markdown;
    if (body === undefined)
        return [];
    if (body.tooLarge === true)
        return [tooLargeProblem];
    const template = templateProblem(body);
    return [
        ...sectionStatements(body, "model"),
        ...cardResults(body, tellerOf(body, file, ownNames(front))),
        ...(template === undefined ? [] : [template]),
    ];
}
const huggingfaceCard = {
    id: "huggingface-card",
    title: "Hugging Face model card",
    definedAt: "https://huggingface.co/docs/hub/model-cards",
    versions: "huggingface_hub 0.2 to 1.x, transformers Trainer, skops; hand-written ones",
    reads: "The front matter's fields, the results of `model-index` as claims, the data sets, the body's sections, and results stated in its tables and plainly in its prose.",
    leaves: "Matrices and curves as values, widgets, and numbers in sentences that compare or limit.",
    syntax: ["front-matter"],
    gives: ["card", "measurement", "dataset", "model"],
    marksModel: true,
    claims: true,
    numbersAsText: true,
    recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "huggingface-card",
    read(file, wanted) {
        const front = file.value;
        const body = wanted.markdownBody ? bodyStatements(file, front ?? null) : [];
        if (!(0,shape/* isRecord */.u4)(front))
            return front === undefined ? body : [notAMap, ...body];
        if (isTemplate(front))
            return [huggingface_card_unfilled, ...body];
        return [
            ...fieldStatements(front, "", "", ofResults),
            ...modelStatements(front),
            ...huggingface_card_datasetStatements(front),
            ...modelIndexStatements(front),
            ...body,
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/json-schema.js

const PARTS = ["properties", "definitions", "$defs", "items", "allOf", "anyOf", "oneOf", "$ref", "type", "enum"];
/** A description of other documents: it has their keys, and none of their values. */
const jsonSchema = {
    id: "json-schema",
    title: "JSON Schema",
    definedAt: "https://json-schema.org/specification",
    versions: "draft 4 to 2020-12",
    reads: "Nothing beyond the format: a schema says what a document may hold.",
    leaves: "The whole schema.",
    syntax: ["json", "yaml"],
    gives: [],
    recognises: ({ value }) => /^https?:\/\/json-schema\.org\//.test((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "$schema")) ?? "") &&
        PARTS.some((part) => (0,shape/* hasKeys */.xV)(value, part)),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/junit.js

/** Test results in the form that JUnit made common. Its counts are not read: writers differ in what they count. */
const junit = {
    id: "junit",
    title: "JUnit XML",
    definedAt: "https://github.com/testmoapp/junitxml",
    versions: "as Deepchecks 0.19.1 and datacontract-cli 1.2.8 write it",
    reads: "Each test case as a check: failed, or passed where nothing stands against it; errors and skips are neither. Cases of Deepchecks do not say whether their conditions held, and are neither, too.",
    leaves: "Counts in the attributes of suites, properties, times and standard error.",
    syntax: ["xml"],
    gives: ["check"],
    recognises: ({ xml }) => xml !== undefined && (xml.name === "testsuites" || isSuite(xml)),
    read: ({ xml }) => (xml === undefined ? [] : casesOf(xml, null)),
};
const isSuite = ({ name, children }) => name === "testsuite" && children.every((child) => junit_parts.has(child.name));
const junit_parts = new Set(["testcase", "testsuite", "properties", "system-out", "system-err"]);
function casesOf(element, at) {
    return element.children.flatMap((child) => {
        if (child.name === "testcase")
            return [junit_checkOf(child, at)];
        return child.name === "testsuite" ? casesOf(child, attribute(child, "timestamp") ?? at) : [];
    });
}
function junit_checkOf(testCase, at) {
    const against = testCase.children.find(({ name }) => name === "failure" || name === "error" || name === "skipped");
    const said = against ?? testCase.children.find(({ name }) => name === "system-out");
    const message = said === undefined ? "" : (attribute(said, "message") ?? said.text.trim());
    return {
        kind: "check",
        name: attribute(testCase, "name") ?? "",
        passed: passed(testCase, against?.name),
        severity: against?.name === "failure" ? "error" : null,
        message: message === "" ? null : check_values_shortened(message),
        at,
        where: { line: testCase.line },
    };
}
/**
 * Deepchecks writes what its conditions found to standard output, with no mark of whether that is good, and `failure`
 * for a check that could not run.
 */
function passed(testCase, against) {
    if (attribute(testCase, "classname")?.startsWith("deepchecks.") === true)
        return null;
    if (against === undefined)
        return true;
    return against === "failure" ? false : null;
}
const attribute = ({ attributes }, name) => Object.hasOwn(attributes, name) ? attributes[name] : undefined;

;// CONCATENATED MODULE: ./build/src/adapters/families/kfp.js






/** Artifacts of Kubeflow Pipelines 2, as an executor and the metadata store describe them. */
const isClassificationMetrics = (value) => (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "confusionMatrix"), "annotationSpecs", "rows") ||
    (0,shape/* hasKeys */.xV)((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "confidenceMetrics"))?.[0], "confidenceThreshold");
/** The confusion matrix: its rows are what was true, its columns what was predicted. */
function classificationStatements(value, base) {
    const matrix = (0,shape/* member */.Dc)(value, "confusionMatrix");
    const classes = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(matrix, "annotationSpecs")) ?? []).map((spec) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(spec, "displayName")) ?? "");
    const rows = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(matrix, "rows")) ?? []).map((row) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(row, "row")) ?? []);
    const cells = rows.flatMap((row, actual) => row.map((count, predicted) => ({
        actual: classes[actual] ?? String(actual),
        predicted: classes[predicted] ?? String(predicted),
        count,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "confusionMatrix", "rows", actual, "row", predicted) },
    })));
    return confusionStatements(cells);
}
const kindOfSchema = {
    "system.Metrics": "metrics",
    "system.SlicedClassificationMetrics": "other",
    "system.Dataset": "dataset",
    "system.Model": "model",
};
/** An executor's own output leaves out the types of its artifacts: then what the metadata holds tells. */
function kindOf(artifact, metadata) {
    const schema = (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(artifact, "type"), "schemaTitle"));
    if (schema !== undefined)
        return Object.hasOwn(kindOfSchema, schema) ? (kindOfSchema[schema] ?? "other") : "other";
    const numbers = (0,shape/* members */.ol)(metadata).filter(([, value]) => typeof value === "number");
    if (numbers.some(([key]) => (0,metric_vocabulary/* interpretMetric */.s0)(key).known))
        return "metrics";
    if (["sha256", "md5", "digest", "rows"].some((key) => (0,shape/* hasKeys */.xV)(metadata, key)))
        return "dataset";
    if ((0,shape/* hasKeys */.xV)(metadata, "framework"))
        return "model";
    return numbers.length > 0 && numbers.length === (0,shape/* members */.ol)(metadata).length ? "metrics" : "other";
}
function kfp_digestOf(metadata) {
    for (const algorithm of ["sha256", "md5", "sha1"]) {
        const digest = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metadata, algorithm));
        if (digest !== undefined)
            return `${algorithm}:${digest}`;
    }
    return (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metadata, "digest")) ?? null;
}
const kfp_metricStatements = (metadata, base) => (0,shape/* members */.ol)(metadata).flatMap(([name, value]) => typeof value === "number"
    ? [{ kind: "measurement", ...namedMeasurement(name), value, where: { pointer: (0,model_source/* pointer */.Wn)(base, name) } }]
    : []);
function kfp_datasetStatement(artifact, metadata, base) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "name")) ?? null;
    const rows = (0,shape/* member */.Dc)(metadata, "rows");
    const source = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metadata, "source"));
    const location = source ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "uri")) ?? null;
    return {
        kind: "dataset",
        name,
        role: roleOfPath(source ?? name ?? ""),
        digest: kfp_digestOf(metadata),
        rows: typeof rows === "number" ? rows : null,
        location,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "name") },
    };
}
/** What one artifact and its metadata state. */
function kfp_artifactStatements(artifact, base) {
    const metadata = (0,shape/* member */.Dc)(artifact, "metadata");
    if (!(0,shape/* isRecord */.u4)(metadata))
        return [];
    const place = (0,model_source/* pointer */.Wn)(base, "metadata");
    if (isClassificationMetrics(metadata))
        return classificationStatements(metadata, place);
    switch (kindOf(artifact, metadata)) {
        case "metrics":
            return kfp_metricStatements(metadata, place);
        case "dataset":
            return [kfp_datasetStatement(artifact, metadata, base)];
        case "model": {
            const framework = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metadata, "framework")) ?? null;
            return [{ kind: "model", framework, artifact_digest: kfp_digestOf(metadata), where: { pointer: place } }];
        }
        case "other":
            return [];
    }
}

;// CONCATENATED MODULE: ./build/src/adapters/kfp-classification-metrics.js

/** The metadata of a `ClassificationMetrics` artifact on its own. */
const kfpClassificationMetrics = {
    id: "kfp-classification-metrics",
    title: "Kubeflow Pipelines classification metrics",
    definedAt: "https://www.kubeflow.org/docs/components/pipelines/user-guides/data-handling/artifacts/",
    versions: "kfp 2.x",
    reads: "The cells of the confusion matrix: rows are what was true, columns what was predicted.",
    leaves: "The points of the ROC curve.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => isClassificationMetrics(value),
    read: ({ value }) => classificationStatements(value, ""),
};

;// CONCATENATED MODULE: ./build/src/adapters/kfp-executor-output.js




const isArtifactList = (value) => (0,shape/* isList */.Lv)((0,shape/* member */.Dc)(value, "artifacts"));
/** Executors of TensorFlow Extended write the same form, and say so in the metadata. */
const isOfTfx = (artifacts) => (0,shape/* members */.ol)(artifacts).some(([, each]) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(each, "artifacts")) ?? []).some((artifact) => (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(artifact, "metadata"), "tfx_version")));
function isExecutorOutput({ name, value }) {
    const [parameters, artifacts] = [(0,shape/* member */.Dc)(value, "parameterValues"), (0,shape/* member */.Dc)(value, "artifacts")];
    if (artifacts === undefined)
        return (0,shape/* isRecord */.u4)(parameters) && (0,shape/* members */.ol)(value).every(([key]) => key === "parameterValues");
    if (!(0,shape/* isRecord */.u4)(artifacts) || !(0,shape/* members */.ol)(artifacts).every(([, each]) => isArtifactList(each)) || isOfTfx(artifacts))
        return false;
    return (0,shape/* isRecord */.u4)(parameters) || (name === "executor_output.json" && Object.keys(artifacts).length > 0);
}
/** Numbers among a component's output parameters that are metrics by their name; any other number may be anything. */
const parameterStatements = (parameters) => (0,shape/* members */.ol)(parameters).flatMap(([name, value]) => typeof value === "number" && (0,metric_vocabulary/* interpretMetric */.s0)(name).known
    ? [{ kind: "measurement", raw_metric: name, value, where: { pointer: (0,model_source/* pointer */.Wn)("/parameterValues", name) } }]
    : []);
/** What a step of a Kubeflow pipeline gave out. */
const kfpExecutorOutput = {
    id: "kfp-executor-output",
    title: "Kubeflow Pipelines executor output (`executor_output.json`)",
    definedAt: "https://www.kubeflow.org/docs/components/pipelines/user-guides/data-handling/artifacts/",
    versions: "kfp 2.17.0; artifacts with their type from the schema, not seen",
    reads: "Numbers of metrics artifacts, output parameters that are named as a metric, cells of confusion matrices, and data sets with rows and digest.",
    leaves: "Booleans, other parameters, and the points of ROC curves.",
    syntax: ["json"],
    gives: ["measurement", "dataset", "model"],
    recognises: isExecutorOutput,
    read: ({ value }) => [
        ...parameterStatements((0,shape/* member */.Dc)(value, "parameterValues")),
        ...(0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "artifacts")).flatMap(([name, artifacts]) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(artifacts, "artifacts")) ?? []).flatMap((artifact, index) => kfp_artifactStatements(artifact, (0,model_source/* pointer */.Wn)("/artifacts", name, "artifacts", index)))),
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/kfp-metrics.js



/** Metrics in the form of Kubeflow Pipelines 1. */
const kfpMetrics = {
    id: "kfp-metrics",
    title: "Kubeflow Pipelines metrics (`mlpipeline-metrics.json`)",
    definedAt: "https://www.kubeflow.org/docs/components/pipelines/legacy-v1/sdk/pipelines-metrics/",
    versions: "kfp 1.x form, written by user code under kfp 2.17.0",
    reads: "Every metric's number as it stands: `PERCENTAGE` asks for a display, and the number is a fraction all the same.",
    leaves: "The display format.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => (0,shape/* hasKeys */.xV)((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics"))?.[0], "name", "numberValue"),
    read: ({ value }) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) ?? []).flatMap((metric, index) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "name"));
        if (name === undefined || !(0,shape/* hasKeys */.xV)(metric, "numberValue"))
            return [];
        const where = { pointer: (0,model_source/* pointer */.Wn)("/metrics", index, "numberValue") };
        return [{ kind: "measurement", ...namedMeasurement(name), value: (0,shape/* member */.Dc)(metric, "numberValue"), where }];
    }),
};

;// CONCATENATED MODULE: ./build/src/adapters/kfp-pipeline.js

const isSpecification = (value) => (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "root")) &&
    ((0,shape/* hasKeys */.xV)(value, "deploymentSpec") || (0,shape/* hasKeys */.xV)(value, "components")) &&
    ((0,shape/* hasKeys */.xV)(value, "schemaVersion") || (0,shape/* hasKeys */.xV)(value, "pipelineInfo") || (0,shape/* hasKeys */.xV)(value, "sdkVersion"));
/** A component of Kubeflow Pipelines 1: a container with inputs and outputs. */
const isComponent = (value) => {
    const implementation = (0,shape/* member */.Dc)(value, "implementation");
    return (((0,shape/* hasKeys */.xV)(implementation, "container") || (0,shape/* hasKeys */.xV)(implementation, "graph")) &&
        ((0,shape/* hasKeys */.xV)(value, "name") || (0,shape/* hasKeys */.xV)(value, "inputs") || (0,shape/* hasKeys */.xV)(value, "outputs")));
};
/** A pipeline or component as it was compiled: what would run, and no result of a run. */
const kfpPipeline = {
    id: "kfp-pipeline",
    title: "Kubeflow Pipelines pipeline or component",
    definedAt: "https://www.kubeflow.org/docs/components/pipelines/user-guides/core-functions/compile-a-pipeline/",
    versions: "kfp 2.9.0, 2.17.0; components of kfp 1.x and wrapped specifications from the schema, not seen",
    reads: "Nothing: a compiled pipeline holds no values of a run.",
    leaves: "Steps, images, defaults of parameters and conditions.",
    syntax: ["yaml", "json"],
    gives: [],
    recognises: ({ value }) => isSpecification(value) || isSpecification((0,shape/* member */.Dc)(value, "pipelineSpec")) || isComponent(value),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/kfp-ui-metadata.js



const viewers = new Set(["confusion_matrix", "roc", "table", "markdown", "web-app", "tensorboard"]);
const mostCells = 10_000;
const isOutput = (output) => viewers.has((0,shape/* text */.Qq)((0,shape/* member */.Dc)(output, "type")) ?? "");
/** Lines `actual,predicted,count` of a matrix that stands in the document itself. */
function matrixStatements(output, index) {
    if ((0,shape/* member */.Dc)(output, "type") !== "confusion_matrix" || (0,shape/* member */.Dc)(output, "storage") !== "inline")
        return [];
    const where = { pointer: (0,model_source/* pointer */.Wn)("/outputs", index, "source") };
    const lines = ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(output, "source")) ?? "").split("\n", mostCells);
    const cells = lines.flatMap((line) => {
        const [, actual, predicted, count] = /^\s*([^,]+),([^,]+),\s*([\d.]+)\s*$/.exec(line) ?? [];
        if (actual === undefined || predicted === undefined || count === undefined)
            return [];
        return [{ actual, predicted, count: Number(count), where }];
    });
    return confusionStatements(cells);
}
/** What the pages of Kubeflow Pipelines 1 show of a step. */
const kfpUiMetadata = {
    id: "kfp-ui-metadata",
    title: "Kubeflow Pipelines output viewers (`mlpipeline-ui-metadata.json`)",
    definedAt: "https://www.kubeflow.org/docs/components/pipelines/legacy-v1/sdk/output-viewer/",
    versions: "from the schema, not seen",
    reads: "The cells of a confusion matrix that stands in the document.",
    leaves: "Matrices, curves and tables that lie elsewhere, and pages.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises({ value }) {
        const outputs = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "outputs")) ?? [];
        return outputs.length > 0 && outputs.every(isOutput);
    },
    read: ({ value }) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "outputs")) ?? []).flatMap(matrixStatements),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/kubeflow-registry.js





const artifactKinds = {
    "model-artifact": "model-artifact",
    metric: "metric",
    parameter: "parameter",
    "dataset-artifact": "dataset",
    "doc-artifact": "other",
};
const registryKeys = ["customProperties", "owner", "externalId", "createTimeSinceEpoch", "description"];
/** What an entity of the registry is; null where it is none. */
function entityKind(entity) {
    const artifact = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "artifactType")) ?? "";
    if (Object.hasOwn(artifactKinds, artifact))
        return artifactKinds[artifact] ?? null;
    if ((0,shape/* hasKeys */.xV)(entity, "servingEnvironmentId", "registeredModelId"))
        return "other";
    if ((0,shape/* hasKeys */.xV)(entity, "registeredModelId", "name"))
        return "version";
    const isLive = /^(LIVE|ARCHIVED)$/.test((0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "state")) ?? "");
    return isLive && (0,shape/* hasKeys */.xV)(entity, "id", "name") && registryKeys.some((key) => (0,shape/* hasKeys */.xV)(entity, key)) ? "model" : null;
}
/** Custom properties: each is a record of its type and one key, such as `double_value`, that holds it. */
const customProperties = (entity, base) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(entity, "customProperties")).flatMap(([name, property]) => {
    const held = (0,shape/* members */.ol)(property).find(([key]) => key.endsWith("_value") || key.endsWith("Value"));
    const place = (0,model_source/* pointer */.Wn)(base, "customProperties", name);
    return held === undefined ? [] : [{ name, value: held[1], pointer: (0,model_source/* pointer */.Wn)(place, held[0]) }];
});
const momentsOf = (entity) => ({
    created: epochMoment((0,shape/* member */.Dc)(entity, "createTimeSinceEpoch")),
    at: epochMoment((0,shape/* member */.Dc)(entity, "lastUpdateTimeSinceEpoch")),
});
/** The state that a property such as `approved` or `validation_status` gives a version. */
function approvalOf({ name, value, pointer: place }, version) {
    if (!/^(approved|approval|approval_status|validation_status|review_status)$/i.test(name))
        return [];
    const state = typeof value === "boolean" ? (value ? "approved" : "not approved") : (0,shape/* scalarText */.ws)(value);
    return state === undefined ? [] : [{ kind: "approval", state, version, where: { pointer: place } }];
}
const measurementOf = ({ name, value, pointer: place }, version) => typeof value === "number" && (0,metric_vocabulary/* interpretMetric */.s0)(name).known
    ? [{ kind: "measurement", ...namedMeasurement(name), value, version, where: { pointer: place } }]
    : [];
function versionStatements(entity, base) {
    const version = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "name")) ?? null;
    const custom = customProperties(entity, base);
    const stage = custom.find(({ name }) => /^(current_)?stage$/i.test(name));
    return [
        {
            kind: "model",
            version,
            stage: (0,shape/* scalarText */.ws)(stage?.value) ?? null,
            ...momentsOf(entity),
            where: { pointer: stage?.pointer ?? (0,model_source/* pointer */.Wn)(base, "name") },
        },
        ...custom.flatMap((property) => [...measurementOf(property, version), ...approvalOf(property, version)]),
    ];
}
function metricStatement(entity, base) {
    return {
        kind: "measurement",
        ...namedMeasurement((0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "name")) ?? ""),
        value: (0,shape/* member */.Dc)(entity, "value"),
        step: (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(entity, "step")) ?? null,
        at: epochMoment((0,shape/* member */.Dc)(entity, "timestamp")),
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "value") },
    };
}
function parameterStatement(entity, base) {
    const value = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(entity, "value")) ?? null;
    return {
        kind: "run",
        params: { [(0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "name")) ?? ""]: value },
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "value") },
    };
}
const kubeflow_registry_datasetStatement = (entity, base) => ({
    kind: "dataset",
    name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "name")) ?? null,
    digest: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "digest")) ?? null,
    location: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "source")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "uri")) ?? null,
    where: { pointer: (0,model_source/* pointer */.Wn)(base, "name") },
});
/** What one entity states. An archived version still states its stage and numbers. */
function entityStatements(entity, base) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "name")) ?? null;
    switch (entityKind(entity)) {
        case "model":
            return [{ kind: "model", name, ...momentsOf(entity), where: { pointer: (0,model_source/* pointer */.Wn)(base, "name") } }];
        case "version":
            return versionStatements(entity, base);
        case "model-artifact": {
            const framework = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entity, "modelFormatName")) ?? null;
            const where = { pointer: (0,model_source/* pointer */.Wn)(base, "name") };
            return [{ kind: "model", name, framework, ...momentsOf(entity), where }];
        }
        case "metric":
            return [metricStatement(entity, base)];
        case "parameter":
            return [parameterStatement(entity, base)];
        case "dataset":
            return [kubeflow_registry_datasetStatement(entity, base)];
        case "other":
        case null:
            return [];
    }
}

;// CONCATENATED MODULE: ./build/src/adapters/kubeflow-model-registry.js



/** Entities of an answer: one, or the items of a list. */
function entitiesOf(value) {
    const items = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "items"));
    if (items !== undefined)
        return items.map((item, index) => [item, (0,model_source/* pointer */.Wn)("/items", index)]);
    return value === undefined ? [] : [[value, ""]];
}
/** What the registry of Kubeflow answers. */
const kubeflowModelRegistry = {
    id: "kubeflow-model-registry",
    title: "Kubeflow Model Registry entity or list",
    definedAt: "https://www.kubeflow.org/docs/components/hub/reference/",
    versions: "v1alpha3, by model-registry 0.3.18",
    reads: "Models, versions with the stage and approval that a custom property gives them, their numbers, metrics, parameters and data sets.",
    leaves: "Ids, owners, addresses of artifacts, other custom properties; further pages.",
    syntax: ["json"],
    gives: ["model", "measurement", "approval", "run", "dataset"],
    recognises: ({ value }) => entityKind(entitiesOf(value)[0]?.[0]) !== null,
    read: ({ value }) => entitiesOf(value).flatMap(([entity, base]) => entityStatements(entity, base)),
};

;// CONCATENATED MODULE: ./build/src/adapters/markdown-card.js





const markdownCard = {
    id: "markdown-card",
    title: "Model card in Markdown",
    definedAt: "https://arxiv.org/abs/1810.03993",
    versions: "Cards after Mitchell et al., of Model Card Toolkit, VerifyML, skops, OpenVINO, NVIDIA, MONAI; hand-written ones",
    reads: "The sections by the names that cards give them, and the results stated in Markdown and HTML tables and plainly in prose, as claims; results of other models are about them.",
    leaves: "Pictures, and numbers in sentences that compare or limit.",
    syntax: ["front-matter"],
    gives: ["card", "measurement"],
    marksModel: true,
    claims: true,
    numbersAsText: true,
    recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "markdown-card",
    read(file, wanted) {
        const fields = (0,shape/* isRecord */.u4)(file.value) ? fieldStatements(file.value, "", "") : [];
        const body = wanted.markdownBody ? file.markdown : undefined;
        if (body === undefined)
            return fields;
        if (body.tooLarge === true)
            return [...fields, tooLargeProblem];
        const template = templateProblem(body);
        return [
            ...fields,
            ...sectionStatements(body, "model"),
            ...cardResults(body, tellerOf(body, file, [])),
            ...(template === undefined ? [] : [template]),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/markdown-report.js



const markdownReport = {
    id: "markdown-report",
    title: "Evaluation report in Markdown",
    definedAt: "https://github.github.com/gfm/#tables-extension-",
    versions: "reports that people and scripts write; no fixed form",
    reads: "Results in tables whose rows or columns name metrics.",
    leaves: "The prose, which argues about the numbers, and the sections, which are no card's.",
    syntax: ["front-matter"],
    gives: ["measurement", "card"],
    numbersAsText: true,
    fallback: true,
    recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "markdown-report",
    read(file, wanted) {
        const body = wanted.markdownBody ? file.markdown : undefined;
        if (body === undefined)
            return [];
        if (body.tooLarge === true)
            return [tooLargeProblem];
        const results = reportResults(body, tellerOf(body, file, []));
        const title = body.sections[0]?.heading;
        // A text that only calls itself a model has a title, and lacks every section of a card.
        const titled = title !== undefined && isTitledAsModel([title.title]);
        return titled ? [{ kind: "card", where: { line: title.line }, title: title.title }, ...results] : results;
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/metrics-beside.js

const nothingSaid = {
    counts: { n: null, positives: null, negatives: null },
    threshold: null,
    dataset: null,
    split: null,
    version: null,
    at: null,
    step: null,
    fold: null,
};
const counted = /^(n|n_?(samples|rows|examples|obs|test|eval|val|instances)|num_?(samples|examples|rows|instances|test_samples|eval_samples)|(sample|test|dataset|eval|val|test_set)_?(size|count)|samples|support|count|size|rows|examples|instances|total_?(samples|examples|rows))$/i;
const positive = /^(n_?|num_?)?(positives?|pos|positive_count)$/i;
const negative = /^(n_?|num_?)?(negatives?|neg|negative_count)$/i;
const metrics_beside_datasetKeys = /^(data_?set(_?name)?|test_?set|eval_?(data)?set|benchmark)$/i;
const momentKeys = /^(timestamp|(created|generated|evaluated|updated|computed|finished|run)_?(at|on|time)?|date|datetime|(evaluation|eval)_?(date|time|timestamp)|time)$/i;
const versionKeys = /^(version|model_?version)$/i;
const thresholdKeys = /^((decision|classification|score|probability|operating)_?)?threshold$/i;
const stepKeys = /^(epoch|global_?step|step|iteration)$/i;
/** True for keys whose number is told with the metrics beside it, and is none itself. */
const isBeside = (key) => [counted, positive, negative, thresholdKeys, stepKeys, versionKeys, momentKeys, /^fold$/i].some((known) => known.test(key));
/** The one count that the pattern finds; null where there are none, or several that differ. */
function countOf(record, pattern) {
    const found = new Set((0,shape/* members */.ol)(record).flatMap(([key, value]) => (pattern.test(key) ? ((0,shape/* numeric */.sH)(value) ?? []) : [])));
    const [first] = found;
    return found.size === 1 && first !== undefined && Number.isInteger(first) && first >= 0 ? first : null;
}
const numberOf = (record, pattern) => {
    const found = (0,shape/* members */.ol)(record).find(([key, value]) => pattern.test(key) && (0,shape/* numeric */.sH)(value) !== undefined)?.[1];
    return (0,shape/* numeric */.sH)(found) ?? null;
};
function metrics_beside_textOf(record, pattern, scalar = false) {
    for (const [key, value] of (0,shape/* members */.ol)(record)) {
        if (!pattern.test(key))
            continue;
        const said = scalar ? (0,shape/* scalarText */.ws)(value) : ((0,shape/* text */.Qq)(value) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "name")));
        if (said !== undefined && said.trim() !== "" && said.length <= 300)
            return said;
    }
    return null;
}
/** What a record says of its metrics, and what stands above it where it says nothing. */
function surrounding(record, above) {
    const counts = {
        n: countOf(record, counted),
        positives: countOf(record, positive),
        negatives: countOf(record, negative),
    };
    const stated = counts.n !== null || counts.positives !== null;
    return {
        counts: stated ? counts : above.counts,
        threshold: numberOf(record, thresholdKeys) ?? above.threshold,
        dataset: metrics_beside_textOf(record, metrics_beside_datasetKeys) ?? above.dataset,
        split: metrics_beside_textOf(record, /^(data_?)?split$/i) ?? above.split,
        version: metrics_beside_textOf(record, versionKeys, true) ?? above.version,
        at: metrics_beside_textOf(record, momentKeys) ?? above.at,
        step: numberOf(record, stepKeys) ?? above.step,
        fold: numberOf(record, /^fold$/i) ?? above.fold,
    };
}
const levelIn = (key) => {
    const per_cent = Number(/(?:^|_)(?:ci_?)?(80|90|95|99)(?:_?ci)?(?:_|$)/.exec(key)?.[1] ?? Number.NaN);
    return Number.isNaN(per_cent) ? null : per_cent / 100;
};
const ends = (key, limits) => {
    const pair = (0,shape/* isRecord */.u4)(limits)
        ? [(0,shape/* member */.Dc)(limits, "lower") ?? (0,shape/* member */.Dc)(limits, "low"), (0,shape/* member */.Dc)(limits, "upper") ?? (0,shape/* member */.Dc)(limits, "high")]
        : (limits ?? []);
    const [lower, upper] = pair.map(shape/* numeric */.sH);
    if (pair.length !== 2 || lower === undefined || upper === undefined || lower > upper)
        return undefined;
    return { lower, upper, level: levelIn(key) };
};
/** The standard error and the interval that stand beside a metric: `auc_stderr`, `auc_ci95`, `auc_ci_lower`. */
function uncertaintyBeside(record, name) {
    const error = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(record, `${name}_stderr`) ?? (0,shape/* member */.Dc)(record, `${name}_se`) ?? (0,shape/* member */.Dc)(record, `${name}_sem`));
    const interval = metrics_beside_intervalOf(record, `${name}_`);
    return {
        ...(error === undefined ? {} : { standard_error: error }),
        ...(interval === undefined ? {} : { interval }),
    };
}
/** Limits under keys that begin with the prefix: `ci`, `ci95`, `confidence_interval`, or `ci_lower` with `ci_upper`. */
function metrics_beside_intervalOf(record, prefix) {
    for (const [key, value] of (0,shape/* members */.ol)(record)) {
        if (!key.startsWith(prefix))
            continue;
        const rest = key.slice(prefix.length).toLowerCase();
        if (!/^((80|90|95|99)_?)?(ci|confidence_interval|interval|conf_int)(_?(80|90|95|99))?$/.test(rest))
            continue;
        const found = ends(rest, (0,shape/* isRecord */.u4)(value) ? value : (0,shape/* list */.p_)(value));
        if (found !== undefined)
            return found;
    }
    const sides = (side) => (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(record, `${prefix}ci_${side}`) ??
        (0,shape/* member */.Dc)(record, `${prefix}${side}`) ??
        (0,shape/* member */.Dc)(record, `${prefix}ci95_${side}`));
    const [lower, upper] = [sides("lower") ?? sides("low"), sides("upper") ?? sides("high")];
    return lower === undefined || upper === undefined || lower > upper ? undefined : { lower, upper, level: null };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/metrics-keys.js


const skipped = /^((hyper_?|model_?|training_?)?param(eter)?s|config(uration)?s?|settings|options|args|arguments|training_args(uments)?|thresholds?|targets?|goals?|limits?|constraints|requirements|criteria|acceptance(_criteria)?|expected|budgets?|sla|slo|env(ironment)?|features?|feature_(importances?|stats|names|separation)|importances?|confusion_matrix|(\w+_)?curves?|deltas?|diffs?|differences?|changes?|improvements?|gains?|std|stds|stdev|std_dev|variances?|stderrs?|standard_errors?|ci|ci_?95|intervals?|confidence_intervals?|p_?values?|significance|bins?|histograms?|schema|metadata|meta|tags|dependencies|scripts|(\w+_)?distributions?|(\w+_)?history|bounds|ranges|min|max|minimum|maximum)$/;
const metrics_keys_otherModel = /(^|_)(baselines?|champion|incumbent|previous|prev|old|dummy|naive|control|reference_model|production_model|prior_model)(_|$)/;
const transparent = new Set(("metric metrics result results score scores evaluation performance summary overall report global aggregate aggregated " +
    "total all main final quality classification regression ranking retrieval forecasting model challenger candidate " +
    "current new ours values output outputs measures measurements kpis kpi statistics stats and").split(" "));
const datasets = /^((by|per)_)?(data_?sets?|sets|(test|eval|evaluation)_?sets?|benchmarks?|tasks?|splits?|(dataset|benchmark|task)_(results|metrics|scores))$/;
const classes = /^((per|by)_(class|label)(_\w+)?|class(es)?(_(metrics|scores|report|results|wise))?|labels)$/;
const anySlice = /^((by|per)_)?(slices?|segments?|(sub)?groups?|cohorts?|subpopulations?|attributes?|sensitive_features?|strata)(_(metrics|results|scores|performance))?$/;
const columnSlices = /^(?:by|per)_([a-z]\w*)$/;
const metricBySlices = /^(\w+?)_(?:by|per)_([a-z]\w*)$/;
const folds = /^(k_?)?folds?(_(results|metrics|scores))?$|^(group_?|stratified_?)?k_?fold(_cv)?$|^cv_(results|scores|metrics|folds)$/;
const fold = /^(?:fold|split)_?(\d{1,3})$/;
const metrics_keys_plain = (key) => key
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s.-]+/g, "_")
    .toLowerCase();
function worded(key) {
    const tokens = (0,metric_name/* nameTokens */.m)(key);
    const words = tokens.map(metric_name/* wordOf */.a);
    const idle = tokens.every((token, at) => words[at]?.kind !== "core" || transparent.has(token));
    if (!idle || tokens.length === 0)
        return undefined;
    const split = words.find((word) => word.kind === "split");
    if (split?.kind === "split")
        return { kind: "split", split: split.says };
    const protocol = words.flatMap((word) => (word.kind === "protocol" ? [word.says] : []));
    if (protocol.length === 0)
        return { kind: "transparent" };
    const named = protocol.length > 1 ? protocol.filter((word) => word !== "mean") : protocol;
    return named[0] === "best" ? { kind: "transparent" } : { kind: "protocol", protocol: named.join(" ") };
}
/** The role of a key that has numbers, records or lists below it. */
function keyRole(key) {
    const name = metrics_keys_plain(key);
    if (name.length > 100)
        return { kind: "unknown" };
    if (skipped.test(name))
        return { kind: "skipped" };
    const numbered = fold.exec(name);
    if (numbered !== null)
        return { kind: "fold", fold: Number(numbered[1]) };
    if (folds.test(name))
        return { kind: "folds" };
    if (datasets.test(name))
        return { kind: "datasets" };
    if (classes.test(name))
        return { kind: "slices", column: "class", metric: null };
    if (anySlice.test(name))
        return { kind: "slices", column: null, metric: null };
    const column = columnSlices.exec(name)?.[1];
    if (column !== undefined)
        return { kind: "slices", column, metric: null };
    if ((0,metric_vocabulary/* interpretMetric */.s0)(key).known)
        return { kind: "metric" };
    const [, metric = "", by = ""] = metricBySlices.exec(name) ?? [];
    if ((0,metric_vocabulary/* interpretMetric */.s0)(metric).known)
        return { kind: "slices", column: anySlice.test(by) ? null : by, metric };
    if (metrics_keys_otherModel.test(name))
        return { kind: "other-model" };
    return worded(key) ?? { kind: "unknown" };
}
/** The data split or data set that a key below `datasets` names. */
function datasetNamed(key) {
    const role = worded(key);
    return role?.kind === "split" ? { split: role.split } : { dataset: key };
}
/** Names beside metrics that are no measurements of the model. */
const noMeasure = /^(n|num|number|count|total|size|support|seed|random_state|step|epoch|fold|index|id|version|year|port|k|h|level|alpha|beta|gamma|lr|learning_rate|batch_size|max_\w+|min_\w+|top_k|timestamp|time|date|positives?|negatives?|rows|columns)$|^(n|num|count|total|target|max|min)_|_(n|count|counts|total|size|samples|rows|threshold|thresholds|target|goal|limit|seed|id|std|stderr|se|sd|var|variance|ci|lower|upper|min|max|p|pvalue|p_value|date|time|version|index|epochs?|steps?)$|(^|_)(threshold|cutoff|stderr|std|n|drop|gain|delta|diff)(_|$)/;
/** True where a number of an unknown name, beside known metrics, may be a metric of the team's own. */
const mayBeMetric = (key) => !noMeasure.test(metrics_keys_plain(key)) && /\p{L}/u.test(key);

;// CONCATENATED MODULE: ./build/src/adapters/families/metrics-place.js






const root = (at) => ({
    at,
    said: nothingSaid,
    slice: {},
    about: null,
    protocol: [],
    parent: null,
});
const into = (place, key, changes = {}) => ({
    ...place,
    parent: null,
    ...changes,
    at: (0,model_source/* pointer */.Wn)(place.at, key),
});
const asSplit = (said, split) => ({ ...said, split });
/** True for what stands where a number is due: a number, or text that is one or a non-finite one. */
const metrics_place_isMeasured = (value) => typeof value === "number" ||
    (0,shape/* numeric */.sH)(value) !== undefined ||
    /^[+-]?(\.?nan|\.?inf|infinity)$/i.test((0,shape/* text */.Qq)(value) ?? "");
/** True for a number beside known metrics that may be a metric of the team's own. */
const isOwn = (key, child) => typeof child === "number" && !isBeside(key) && mayBeMetric(key);
const isMetricName = (key, parent) => !isBeside(key) && ((0,metric_vocabulary/* interpretMetric */.s0)(key).known || (parent !== null && (0,metric_vocabulary/* interpretMetric */.s0)(`${parent} ${key}`).known));
/** What a place says of every number in it. */
function shared({ said, slice, about, protocol }) {
    return {
        ...(protocol.length === 0 ? {} : { protocol: protocol.join(" ") }),
        ...(Object.keys(slice).length === 0 ? {} : { slice }),
        ...(about === null ? {} : { about }),
        ...(said.dataset === null ? {} : { dataset: said.dataset }),
        ...(said.split === null ? {} : { split: said.split }),
        ...(said.threshold === null ? {} : { threshold: said.threshold }),
        ...(said.step === null ? {} : { step: said.step }),
        ...(said.fold === null ? {} : { fold: said.fold }),
        ...(said.version === null ? {} : { version: said.version }),
        ...(said.at === null ? {} : { at: said.at }),
    };
}
function metrics_place_measured(key, value, record, place) {
    const alone = (0,metric_vocabulary/* interpretMetric */.s0)(key).known || !(0,metric_vocabulary/* interpretMetric */.s0)(`${place.parent ?? ""} ${key}`).known;
    const name = alone ? key : `${place.parent} ${key}`;
    return metrics_place_stated(alone ? key : `${place.parent}.${key}`, name, value, (0,model_source/* pointer */.Wn)(place.at, key), place, uncertaintyBeside(record, key));
}
function metrics_place_stated(raw, name, value, at, place, uncertainty) {
    const own = (0,metric_vocabulary/* interpretMetric */.s0)(name).protocol;
    const protocol = [...place.protocol, ...(own === null ? [] : [own])].join(" ");
    return {
        kind: "measurement",
        raw_metric: raw,
        ...(name === raw ? {} : { metric_name: name }),
        value,
        n: place.said.counts.n,
        ...rateTrials(name, place.said.counts),
        ...uncertainty,
        ...shared(place),
        ...(protocol === "" ? {} : { protocol }),
        where: { pointer: at },
    };
}
/** A statement of a part of the document, with what stands above that part. */
function merged(statement, place) {
    if (statement.kind !== "measurement")
        return statement;
    const slice = { ...place.slice, ...statement.slice };
    const protocol = [...place.protocol, ...(statement.protocol ? [statement.protocol] : [])].join(" ");
    const above = shared(place);
    return { ...above, ...statement, slice, ...(protocol === "" ? {} : { protocol }) };
}
const spread = /^(std|stdev|std_dev|sd|var|variance|min|max|median|p\d+|n|count|support|lower|upper|ci.*|.*interval.*|stderr|se|standard_(error|deviation)|sem|higher_is_better|unit|threshold|description|name|\w*history\w*)$/i;
/** True for a key below a metric that holds its spread, its limits or its description rather than its value. */
const isSpread = (key) => spread.test(key);

;// CONCATENATED MODULE: ./build/src/adapters/families/metrics-look.js







const mostLooked = 20_000;
const metrics_look_deepest = 12;
const metrics_look_telling = /metric|result|eval|score|perform|report|benchmark|accura|(^|[^a-z])(auc|f1|recall|precision|test|validation|summary|quality|fairness|robustness|backtest)([^a-z]|$)/i;
const settings = /^(lr|learning_rate|epochs|num_epochs|n_epochs|max_epochs|batch_size|optimizer|n_estimators|max_depth|hidden_size|dropout|weight_decay|warmup_steps|num_layers|trainer|optim)$/i;
/** Names that settings have as well: the precision of a trainer, a map of names, a loss's weight. */
const alsoSettings = /^(precision|map|loss|bias|pass|em|gini|bic|aic|ter|cer)$/i;
function count(value, tally, depth, placed) {
    if (depth > metrics_look_deepest || tally.looked > mostLooked)
        return;
    if ((0,shape/* isList */.Lv)(value))
        return value.slice(0, 200).forEach((item) => count(item, tally, depth + 1, placed));
    for (const [key, child] of (0,shape/* members */.ol)(value)) {
        if (tally.looked++ > mostLooked)
            return;
        if ((0,shape/* isRecord */.u4)(child) || (0,shape/* isList */.Lv)(child)) {
            const role = keyRole(key);
            if (role.kind === "skipped")
                continue;
            if ((0,shape/* isList */.Lv)(child) && recordsFrame(child, "") === undefined)
                continue;
            const told = placed || /metric|result|eval|score|perform|benchmark/i.test(key);
            const ofMetric = role.kind === "metric" || (role.kind === "slices" && role.metric !== null);
            if (ofMetric && (0,shape/* isRecord */.u4)(child))
                countMetric(child, tally, told);
            count(child, tally, depth + 1, told);
        }
        else if (metrics_place_isMeasured(child) && !isBeside(key))
            countNumber(key, child, tally, placed);
    }
}
/** `{"auc": {"value": 0.9}}`: the numbers below a metric's name are of the metric. */
function countMetric(child, tally, placed) {
    const held = (0,shape/* members */.ol)(child).filter(([key, inner]) => metrics_place_isMeasured(inner) && !isSpread(key));
    if (held.length === 0)
        return;
    tally.known++;
    if (placed)
        tally.placed++;
}
function countNumber(key, child, tally, placed) {
    tally.numbers++;
    const reading = (0,metric_vocabulary/* interpretMetric */.s0)(key);
    if (!reading.known || reading.kind === "time" || reading.kind === "count")
        return;
    const asShare = typeof child === "number" && (child <= 1 || !Number.isInteger(child));
    if (reading.metric === "throughput" || (alsoSettings.test(key) && !asShare))
        return;
    tally.known++;
    if (placed)
        tally.placed++;
}
const holdsSettings = (value) => (0,shape/* members */.ol)(value).some(([key, child]) => settings.test(key) && !(0,shape/* isList */.Lv)(child));
/**
 * True for a document with metrics in it: numbers under known names, below a key that says so, in a file whose name
 * says so, or as the most of its numbers. Settings with a number of a metric's name are none.
 */
function holdsMetrics(file) {
    const { value } = file;
    if (file.syntax === "delimited" || ((0,shape/* isList */.Lv)(value) && value.length > 0)) {
        const frame = frameOf(file);
        if (frame !== undefined && (isMetricsFrame(frame) || isSliceFrame(frame)))
            return true;
    }
    if (!(0,shape/* isRecord */.u4)(value) && !((0,shape/* isList */.Lv)(value) && value.every((item) => (0,shape/* isRecord */.u4)(item))))
        return false;
    const tally = { known: 0, numbers: 0, placed: 0, looked: 0 };
    count(value, tally, 0, false);
    if (tally.known === 0)
        return false;
    if (tally.placed > 0)
        return true;
    if (metrics_look_telling.test(file.name))
        return !holdsSettings(value) || tally.known > 1;
    return !holdsSettings(value) && tally.known * 2 >= tally.numbers;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/classification-report.js


/** scikit-learn's `classification_report`: a row for each class, then the averages, in any of the forms it is saved in. */
const scores = ["precision", "recall", "f1-score"];
const classification_report_averages = {
    "macro avg": "macro",
    "weighted avg": "weighted",
    "micro avg": "micro",
    "samples avg": "samples",
    "avg / total": "weighted",
};
const hasScores = (row) => (0,shape/* hasKeys */.xV)(row, ...scores) && (0,shape/* hasKeys */.xV)(row, "support");
const namesAverage = (name) => Object.hasOwn(classification_report_averages, name);
/** True for the form of `output_dict=True`, rows by class. */
const isReportByClass = (value) => {
    const rows = (0,shape/* members */.ol)(value);
    return (rows.some(([name, row]) => hasScores(row) && !namesAverage(name)) &&
        rows.some(([name]) => namesAverage(name)) &&
        rows.every(([name, row]) => hasScores(row) || name === "accuracy"));
};
/** True for the form of the transposed data frame: columns of scores, each by class. */
const isReportByScore = (value) => [...scores, "support"].every((score) => {
    const column = (0,shape/* member */.Dc)(value, score);
    return (0,shape/* isRecord */.u4)(column) && (0,shape/* members */.ol)(column).some(([name]) => namesAverage(name));
});
/** True for either form of the report as a document. */
const isClassificationReport = (value) => isReportByClass(value) || isReportByScore(value);
const ofRow = (name) => {
    const average = classification_report_averages[name];
    return average === undefined ? { slice: { class: name } } : { slice: {}, protocol: average };
};
/** The scores of a row; a class's recall was tried on its positives, which are its support. */
function rowStatements({ name, support, cells }, total, owner) {
    if (name === "accuracy") {
        const cell = cells[0];
        if (cell === undefined)
            return [];
        const { value, where } = cell;
        return [{ kind: "measurement", raw_metric: "accuracy", value, slice: {}, n: support ?? total, ...owner, where }];
    }
    const part = ofRow(name);
    return cells.map(({ score, value, where }) => ({
        kind: "measurement",
        raw_metric: score,
        value,
        ...part,
        n: support,
        ...(score === "recall" && !namesAverage(name) ? { trials: support } : {}),
        ...owner,
        where,
    }));
}
function reportStatements(rows, owner) {
    const total = rows.find(({ name }) => namesAverage(name))?.support ?? null;
    return rows.flatMap((row) => rowStatements(row, total, owner));
}
/** The statements of a report in either of its JSON forms, which stands at `base` of its document. */
function classificationReport(value, base, owner) {
    return reportStatements(isReportByClass(value) ? rowsByClass(value, base) : rowsByScore(value, base), owner);
}
function rowsByClass(value, base) {
    return (0,shape/* members */.ol)(value).map(([name, row]) => {
        if (!(0,shape/* isRecord */.u4)(row))
            return { name, support: null, cells: [{ score: name, value: row, where: { pointer: (0,model_source/* pointer */.Wn)(base, name) } }] };
        const support = name === "accuracy" ? null : ((0,shape/* numeric */.sH)((0,shape/* member */.Dc)(row, "support")) ?? null);
        const cells = scores.map((score) => ({
            score,
            value: (0,shape/* member */.Dc)(row, score),
            where: { pointer: (0,model_source/* pointer */.Wn)(base, name, score) },
        }));
        return { name, support, cells };
    });
}
function rowsByScore(value, base) {
    return (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "precision")).map(([name]) => ({
        name,
        support: name === "accuracy" ? null : ((0,shape/* numeric */.sH)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, "support"), name)) ?? null),
        cells: scores.map((score) => ({
            score,
            value: (0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, score), name),
            where: { pointer: (0,model_source/* pointer */.Wn)(base, score, name) },
        })),
    }));
}
/** Columns of the scores and the support; undefined where one is missing or the first column is one of them. */
function reportColumns({ header }) {
    const columns = [...scores, "support"].map((score) => header.indexOf(score));
    return columns.every((column) => column > 0) ? columns : undefined;
}
/** True for the report's data frame saved as CSV. */
const isReportTable = (table) => reportColumns(table) !== undefined && table.rows.some(([name = ""]) => namesAverage(name.trim()));
/** The statements of a report saved as CSV. */
function tableReport(table) {
    const columns = reportColumns(table) ?? [];
    const rows = table.rows.map((row, index) => ({
        name: (row[0] ?? "").trim(),
        support: row[0]?.trim() === "accuracy" ? null : ((0,shape/* numeric */.sH)(row[columns[3] ?? -1]) ?? null),
        cells: scores.map((score, place) => ({
            score,
            value: row[columns[place] ?? -1] ?? null,
            where: { line: table.lineOf(index) },
        })),
    }));
    return reportStatements(rows, {});
}
const printedHeader = /^[ \t]+precision[ \t]+recall[ \t]+f1-score[ \t]+support[ \t]*\r?$/m;
const share = String.raw `(\d+(?:\.\d+)?|nan)`;
const printedRow = new RegExp(String.raw `^[ \t]*(.*?\S)[ \t]+${share}[ \t]+${share}[ \t]+${share}[ \t]+(\d+(?:\.\d+)?)[ \t]*$`);
const printedAccuracy = new RegExp(String.raw `^[ \t]*accuracy[ \t]+${share}[ \t]+(\d+(?:\.\d+)?)[ \t]*$`);
/** True where a printed report stands in the text. */
const isPrintedReport = (text) => printedHeader.test(text.slice(0, 200_000));
const printedNumber = (text) => (text === "nan" ? Number.NaN : Number(text));
/** The statements of the printed reports in a text: the one that stands first, as later ones are of other data. */
function printedReport(text) {
    const lines = text.split(/\r\n|\n|\r/);
    const header = lines.findIndex((line) => printedHeader.test(line));
    const rows = [];
    for (let index = header + 1; header >= 0 && index < lines.length; index++) {
        const line = lines[index] ?? "";
        const row = printedLine(line, index + 1);
        const ended = line.trim() === "" ? rows.some(({ name }) => namesAverage(name)) : row === undefined;
        if (ended)
            break;
        if (row !== undefined)
            rows.push(row);
    }
    return reportStatements(rows, {});
}
function printedLine(line, number) {
    const accuracy = printedAccuracy.exec(line);
    if (accuracy !== null) {
        const column = line.indexOf("accuracy") + 8 + line.slice(line.indexOf("accuracy") + 8).search(/\S/) + 1;
        const cell = { score: "accuracy", value: printedNumber(accuracy[1] ?? ""), where: { line: number, column } };
        return { name: "accuracy", support: Number(accuracy[2]), cells: [cell] };
    }
    const row = printedRow.exec(line);
    if (row === null)
        return undefined;
    const columns = [...line.matchAll(/\S+/g)].slice(-4).map(({ index }) => index + 1);
    return {
        name: row[1] ?? "",
        support: Number(row[5]),
        cells: scores.map((score, place) => ({
            score,
            value: printedNumber(row[place + 2] ?? ""),
            where: { line: number, column: columns[place] ?? 1 },
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/metrics-tree.js











/**
 * The measurements of a document in a shape of its team's own: numbers under names that the vocabulary knows, with the
 * counts, data sets, splits, slices and folds that its keys tell. Beside them, numbers of unknown names are metrics of
 * the team's own.
 */
function metrics_tree_metricsOf(value, base) {
    const statements = [];
    if ((0,shape/* isRecord */.u4)(value))
        visit(value, root(base), statements);
    if ((0,shape/* isList */.Lv)(value))
        visitList(value, root(base), statements);
    return statements;
}
/** The measurements of one part of a document that is a slice of the data. */
function metricsAt(value, base, slice) {
    const statements = [];
    if ((0,shape/* isRecord */.u4)(value))
        visit(value, { ...root(base), slice }, statements);
    return statements;
}
function visit(record, place, out) {
    if (isClassificationReport(record)) {
        out.push(...classificationReport(record, place.at, {}).map((statement) => merged(statement, place)));
        return;
    }
    const here = { ...place, said: surrounding(record, place.said) };
    const known = (0,shape/* members */.ol)(record).some(([key, child]) => metrics_place_isMeasured(child) && isMetricName(key, place.parent));
    for (const [key, child] of (0,shape/* members */.ol)(record)) {
        if ((0,shape/* isRecord */.u4)(child))
            descend(key, child, here, out);
        else if ((0,shape/* isList */.Lv)(child))
            descendList(key, child, here, out);
        else if (isMetricName(key, place.parent) ? metrics_place_isMeasured(child) || child === null : known && isOwn(key, child))
            out.push(metrics_place_measured(key, child, record, here));
    }
}
function descend(key, child, place, out) {
    const role = keyRole(key);
    switch (role.kind) {
        case "skipped":
            return;
        case "transparent":
            return visit(child, into(place, key, { parent: place.parent }), out);
        case "split":
            return visit(child, into(place, key, { said: asSplit(place.said, role.split) }), out);
        case "protocol":
            return visit(child, into(place, key, { protocol: [...place.protocol, role.protocol] }), out);
        case "fold":
            return visit(child, into(place, key, { said: { ...place.said, fold: role.fold } }), out);
        case "folds":
        case "datasets":
            return visitNamed(child, into(place, key), role.kind, out);
        case "slices":
            return visitSlices(key, child, into(place, key), role.column, role.metric, out);
        case "other-model":
            return visit(child, into(place, key, { about: key }), out);
        case "metric":
            return visitMetric(key, child, into(place, key), out);
        case "unknown":
            return visit(child, into(place, key, { protocol: [...place.protocol, key], parent: key }), out);
    }
}
/** Records by data set or by fold. */
function visitNamed(record, place, by, out) {
    if ((0,shape/* members */.ol)(record).some(([key, child]) => metrics_place_isMeasured(child) && isMetricName(key, null)))
        return visit(record, place, out);
    for (const [key, child] of (0,shape/* members */.ol)(record)) {
        if ((0,shape/* isList */.Lv)(child))
            descendList(key, child, place, out);
        if (!(0,shape/* isRecord */.u4)(child))
            continue;
        const number = Number(/\d{1,3}$/.exec(key)?.[0] ?? Number.NaN);
        if (by === "datasets")
            visit(child, into(place, key, { said: { ...place.said, ...datasetNamed(key) } }), out);
        else if (Number.isNaN(number))
            descend(key, child, place, out);
        else
            visit(child, into(place, key, { said: { ...place.said, fold: number } }), out);
    }
}
/** True for records whose members are records of numbers: a column with its values. */
const isColumn = (record) => (0,shape/* members */.ol)(record).length > 0 &&
    (0,shape/* members */.ol)(record).every(([, child]) => (0,shape/* isRecord */.u4)(child) && !(0,shape/* members */.ol)(child).every(([, inner]) => (0,shape/* isRecord */.u4)(inner)));
function visitSlices(key, record, place, column, metric, out) {
    for (const [name, child] of (0,shape/* members */.ol)(record)) {
        const named = column ?? null;
        const slice = { ...place.slice, ...(named === null ? sliceNamed(name) : { [named]: name }) };
        if ((0,shape/* isRecord */.u4)(child)) {
            const inner = (0,shape/* members */.ol)(child).find(([below]) => keyRole(below).kind === "slices");
            const below = keyRole(name).kind === "metric" ? undefined : inner;
            if (named === null && keyRole(name).kind === "metric")
                visitMetric(name, child, into(place, name), out);
            else if (named === null &&
                (0,shape/* isRecord */.u4)(below?.[1]) &&
                !Object.keys(sliceNamed(name)).some((part) => part !== "slice"))
                visitAttribute(name, child, into(place, name), out);
            else if (named === null && isColumn(child))
                visitSlices(key, child, into(place, name), name, metric, out);
            else if (metric !== null)
                visitMetric(metric, child, into(place, name, { slice }), out);
            else
                visit(child, into(place, name, { slice }), out);
        }
        else if (metrics_place_isMeasured(child)) {
            const raw = metric ?? key;
            out.push(metrics_place_stated(raw, raw, child, (0,model_source/* pointer */.Wn)(place.at, name), { ...place, slice }, {}));
        }
    }
}
/** `{"sex": {"by_group": {…}, "demographic_parity_difference": 0.1}}`: a column, its groups, and numbers over them. */
function visitAttribute(column, record, place, out) {
    const rest = [];
    for (const [key, child] of (0,shape/* members */.ol)(record)) {
        if ((0,shape/* isRecord */.u4)(child) && keyRole(key).kind === "slices")
            visitSlices(key, child, into(place, key), column, null, out);
        else
            rest.push([key, child]);
    }
    visit(Object.fromEntries(rest), { ...place, protocol: [...place.protocol, column] }, out);
}
const metrics_tree_ownValue = /^(value|score|point|estimate|point_estimate|result|overall|all|total)$/i;
/** A record under a metric's name: its value with its uncertainty, its splits and averages, or its slices. */
function visitMetric(metric, record, place, out) {
    const here = { ...place, said: surrounding(record, place.said) };
    const error = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(record, "stderr") ?? (0,shape/* member */.Dc)(record, "se") ?? (0,shape/* member */.Dc)(record, "standard_error") ?? (0,shape/* member */.Dc)(record, "sem"));
    const interval = metrics_beside_intervalOf(record, "");
    const uncertainty = {
        ...(error === undefined ? {} : { standard_error: error }),
        ...(interval === undefined ? {} : { interval }),
    };
    for (const [key, child] of (0,shape/* members */.ol)(record)) {
        const at = (0,model_source/* pointer */.Wn)(here.at, key);
        const together = (0,metric_vocabulary/* interpretMetric */.s0)(`${metric} ${key}`);
        if (metrics_tree_ownValue.test(key) && !(0,shape/* isRecord */.u4)(child)) {
            if (metrics_place_isMeasured(child) || child === null)
                out.push(metrics_place_stated(metric, metric, child, at, here, uncertainty));
        }
        else if (together.known && metrics_place_isMeasured(child)) {
            out.push(metrics_place_stated(`${metric}.${key}`, `${metric} ${key}`, child, at, here, together.protocol === "mean" ? uncertainty : {}));
        }
        else if (isSpread(key) || (0,shape/* isList */.Lv)(child))
            continue;
        else if ((0,shape/* isRecord */.u4)(child))
            visitMetricPart(metric, key, child, here, out);
        else if (metrics_place_isMeasured(child))
            out.push(metrics_place_stated(metric, metric, child, at, { ...here, slice: { ...here.slice, ...sliceNamed(key) } }, {}));
    }
}
function visitMetricPart(metric, key, child, place, out) {
    const role = keyRole(key);
    if (role.kind === "skipped")
        return;
    if (role.kind === "split")
        return visitMetric(metric, child, into(place, key, { said: asSplit(place.said, role.split) }), out);
    if (role.kind === "slices")
        return visitSlices(key, child, into(place, key), role.column, metric, out);
    if (role.kind === "transparent")
        return visitMetric(metric, child, into(place, key), out);
    if ((0,shape/* members */.ol)(child).some(([below]) => metrics_tree_ownValue.test(below)))
        return visitMetric(metric, child, into(place, key, { slice: { ...place.slice, ...sliceNamed(key) } }), out);
    visitSlices(key, child, into(place, key), key, metric, out);
}
function descendList(key, child, place, out) {
    const role = keyRole(key);
    if (role.kind === "skipped")
        return;
    const below = into(place, key, {
        ...(role.kind === "split" ? { said: asSplit(place.said, role.split) } : {}),
        ...(role.kind === "unknown" ? { protocol: [...place.protocol, key] } : {}),
        ...(role.kind === "other-model" ? { about: key } : {}),
    });
    if (role.kind === "metric" && place.said.fold === null)
        return;
    visitList(child, below, out, role.kind === "folds");
}
/** A list of records: a table of results, the folds of a cross-validation, or records of metrics with a name each. */
function visitList(records, place, out, areFolds = false) {
    if (records.length === 0 || records.length > 10_000 || !records.every(shape/* isRecord */.u4))
        return;
    const frame = recordsFrame(records, place.at);
    if (frame !== undefined && !areFolds && (isMetricsFrame(frame) || isSliceFrame(frame))) {
        out.push(...frameStatements(frame, () => false).map((statement) => merged(statement, place)));
        return;
    }
    records.forEach((record, index) => {
        const said = surrounding(record, place.said);
        const fold = areFolds ? { said: { ...said, fold: said.fold ?? index + 1 } } : {};
        const told = areFolds || records.length === 1;
        const name = (areFolds ? undefined : nameIn(record)) ?? (told ? undefined : numbered(index));
        visit(record, into(place, index, { ...fold, ...(name === undefined ? {} : name(place)) }), out);
    });
}
/** Records of a list that nothing tells apart are different quantities all the same. */
const numbered = (index) => ({ protocol }) => ({ protocol: [...protocol, `#${index + 1}`] });
/** What the text that names a record of a list makes of its numbers. */
function nameIn(record) {
    for (const [key, value] of (0,shape/* members */.ol)(record)) {
        const name = (0,shape/* text */.Qq)(value);
        if (name === undefined || name.length > 200)
            continue;
        if (/^(slice|segment|group|subgroup|cohort)(_name)?$/i.test(key))
            return ({ slice }) => ({ slice: { ...slice, ...sliceNamed(name) } });
        if (/^(model|model_?name|algorithm|classifier|method|variant)$/i.test(key))
            return () => ({ about: name });
        if (/^(name|id|label|key|type|title)$/i.test(key))
            return ({ protocol }) => ({ protocol: [...protocol, name] });
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/adapters/metrics-json.js





/** Metrics in a shape of the team's own, as scripts dump them. */
const metricsJson = {
    id: "metrics-json",
    title: "Plain metrics file",
    definedAt: "https://dvc.org/doc/command-reference/metrics",
    versions: "JSON, YAML, TOML and CSV as people and scripts write them, flat or nested",
    reads: "Numbers under names that the vocabulary of metrics knows, and those beside them; keys such as `test`, `slices`, `by_country`, `folds` and `baseline` say what they are of, and counts, thresholds, data set and date that stand beside them belong to them.",
    leaves: "Numbers away from any known metric, and what stands under keys such as `params`, `thresholds`, `targets` and `feature_importance`.",
    syntax: ["json", "yaml", "toml", "delimited"],
    gives: ["measurement"],
    fallback: true,
    recognises: holdsMetrics,
    read: (file) => {
        const frame = frameOf(file);
        if (frame === undefined || !(isMetricsFrame(frame) || isSliceFrame(frame)))
            return metrics_tree_metricsOf(file.value, "");
        return frameStatements(frame, (name) => file.segments.includes(name));
    },
};

// EXTERNAL MODULE: ./build/src/read/json.js
var json = __webpack_require__(4598);
// EXTERNAL MODULE: ./build/src/read/limits.js
var limits = __webpack_require__(8784);
;// CONCATENATED MODULE: ./build/src/adapters/families/json-text.js


/** The value of JSON that a format keeps inside a text; undefined where the text is none. */
function jsonInText(text) {
    if (text === undefined || text.trim() === "")
        return undefined;
    const { value, broken } = (0,json/* parseJson */.q)(text, limits/* defaultLimits */.M);
    return broken ? undefined : value;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/mlflow-words.js



/** What the file store and the REST interface of MLflow say alike. */
const statusWords = ["", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"];
/** The status of a run in words; the file store writes its number. */
const runStatus = (status) => typeof status === "number" ? (statusWords[status] ?? String(status)) : ((0,shape/* text */.Qq)(status) ?? null);
/** A stage of the registry: `None` is the word for no stage. */
function registryStage(stage) {
    const word = (0,shape/* text */.Qq)(stage);
    return word === undefined || word === "" || word === "None" ? null : word;
}
/** The registry keeps a deleted version, with this stage. */
const isDeletedVersion = (version) => (0,shape/* member */.Dc)(version, "current_stage") === "Deleted_Internal";
/** Long bookkeeping of MLflow's own, told by other fields or of no use to a rule. */
const bookkeeping = new Set(["mlflow.log-model.history", "mlflow.loggedArtifacts", "mlflow.datasets"]);
const longestTag = 300;
/** Tags as a run's environment. */
const tagEnvironment = (tags) => Object.fromEntries([...tags].filter(([name, value]) => !bookkeeping.has(name) && value.length <= longestTag && value !== ""));
const revisionTags = ["mlflow.source.git.commit", "git_commit", "git.commit", "git_sha", "git_hash", "commit_sha"];
/** The commit that a run's code was of, as MLflow or the team tagged it. */
function codeRevision(tags, sourceVersion) {
    const tag = revisionTags.map((name) => tags.get(name)).find((value) => value !== undefined && value !== "");
    return tag ?? ((0,shape/* text */.Qq)(sourceVersion) || null);
}
/** Models that a run logged before 3.x: `runs:/<run>/<path>`, from the tag that keeps their history. */
const loggedPaths = (history, runId) => ((0,shape/* list */.p_)(jsonInText(history)) ?? [])
    .map((model) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(model, "artifact_path")))
    .filter((path) => path !== undefined)
    .map((path) => `runs:/${runId ?? ""}/${path}`);
/** `[{key, value}]`, as REST writes tags and parameters, or the record that the Python client makes of them. */
function keyedTexts(pairs) {
    const entries = (0,shape/* list */.p_)(pairs)?.map((pair) => [(0,shape/* text */.Qq)((0,shape/* member */.Dc)(pair, "key")), (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(pair, "value"))]);
    const found = entries ?? (0,shape/* members */.ol)(pairs).map(([key, value]) => [key, (0,shape/* scalarText */.ws)(value)]);
    return new Map(found.flatMap(([key, value]) => (key === undefined ? [] : [[key, value ?? ""]])));
}
/** MLflow's own hash over a sample of the data: good for "the same data set", not a digest of the content. */
const mlflow_words_digestOf = (digest) => digest === null || digest === "" ? null : `mlflow:${digest}`;
const sourceKeys = ["uri", "url", "path", "delta_table_name", "table_name", "name"];
function locationOf(source) {
    const parsed = jsonInText(source);
    for (const key of sourceKeys) {
        const location = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(parsed, key));
        if (location !== undefined)
            return location;
    }
    return null;
}
function mlflow_words_rowsOf(profile) {
    const parsed = jsonInText(profile);
    const rows = (0,shape/* member */.Dc)(parsed, "num_rows") ?? (0,shape/* list */.p_)((0,shape/* member */.Dc)(parsed, "features_shape"))?.[0];
    return typeof rows === "number" ? rows : null;
}
/** Names of the columns of an MLflow schema; null where it names none. */
function mlflow_words_columnsOf(schema) {
    const names = ((0,shape/* list */.p_)(schema) ?? []).map((column) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(column, "name"))).filter((name) => name !== undefined);
    return names.length === 0 ? null : names;
}
/** A data set as both the file store and REST describe it. `digest` apart, since the store may write it as a number. */
const datasetFields = (dataset, digest) => ({
    name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "name")) ?? null,
    digest: mlflow_words_digestOf(digest),
    rows: mlflow_words_rowsOf((0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "profile"))),
    columns: mlflow_words_columnsOf((0,shape/* member */.Dc)(jsonInText((0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "schema"))), "mlflow_colspec")),
    location: locationOf((0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "source"))),
});
/** The role of an input: the context that it was logged with. */
const inputRole = roleOfWord;
/** Tags by which teams, and MLflow's own guides, say that a version was checked. */
const isApprovalTag = (name) => /^(model_)?(validation|approval|review)(_status|_state)?$/i.test(name);

;// CONCATENATED MODULE: ./build/src/adapters/families/mlflow-store.js

/**
 * The file store of MLflow: folders of an experiment, of its runs, of models (3.x) and of the registry, each with a
 * `meta.yaml`, and one file for each metric, parameter and tag.
 */
const has = (value, key) => (0,shape/* hasKeys */.xV)(value, key);
const isRunMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "artifact_uri", "experiment_id") && (has(meta, "run_id") || has(meta, "run_uuid"));
const isExperimentMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "artifact_location", "experiment_id", "name") && !has(meta, "model_id");
const isLoggedModelMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "model_id", "experiment_id", "artifact_location", "creation_timestamp");
const isModelVersionMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "name", "version", "creation_timestamp", "current_stage");
const isRegisteredModelMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "name", "creation_timestamp", "last_updated_timestamp") &&
    !["version", "experiment_id", "model_id", "run_id"].some((key) => has(meta, key));
const isDatasetMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "name", "digest", "source", "source_type");
/** What a run took in or gave out. */
const isLinkMeta = (meta) => (0,shape/* hasKeys */.xV)(meta, "source_id", "source_type", "destination_id", "destination_type");
const isTraceMeta = (meta) => (has(meta, "trace_id") || has(meta, "request_id")) &&
    (has(meta, "request_time") || has(meta, "timestamp_ms")) &&
    (has(meta, "state") || has(meta, "status"));
/** Deleted runs, models and experiments stay where they were, or move to `.trash`: they are no evidence. */
const isDeleted = (file) => (0,shape/* member */.Dc)(file.value, "lifecycle_stage") === "deleted" || file.segments.includes(".trash");
/**
 * A text of a `meta.yaml`. MLflow's writer leaves `1234e567` without quotes, which YAML 1.2 takes for a number: such a
 * value is taken from the line as it stands.
 */
function writtenText(file, key) {
    const value = (0,shape/* member */.Dc)(file.value, key);
    if (typeof value !== "number")
        return (0,shape/* text */.Qq)(value) ?? null;
    const line = file.text.split("\n").find((candidate) => candidate.startsWith(`${key}:`));
    return line?.slice(key.length + 1).trim() ?? null;
}
const runIdOf = (meta) => writtenText(meta, "run_id") ?? writtenText(meta, "run_uuid");
/**
 * Where in a store a file lies, by the `meta.yaml` beside the folder that holds it. Names of metrics hold slashes, so
 * the folder may be several levels up.
 */
function placeInStore(file, folders, isOwner) {
    const { segments } = file;
    for (let at = segments.length - 2; at >= Math.max(0, segments.length - 12); at--) {
        const folder = segments[at];
        if (folder === undefined || !folders.has(folder))
            continue;
        const owner = "../".repeat(segments.length - 1 - at);
        const meta = file.neighbour(`${owner}meta.yaml`) ?? file.neighbour(`${owner}trace_info.yaml`);
        if (meta !== null && (0,shape/* isRecord */.u4)(meta.value) && isOwner(meta.value))
            return { folder, owner, meta, name: segments.slice(at + 1).join("/") };
    }
    return null;
}
const mostEntries = 2_000;
/** Names and texts of the entries of a folder, nested names joined by slashes; at most 2000. */
function entriesOf(file, folder) {
    const entries = new Map();
    const visit = (path, prefix, depth) => {
        for (const name of file.folder(path)) {
            if (entries.size >= mostEntries)
                return;
            const within = file.folder(`${path}/${name}`);
            if (within.length > 0 && depth < 6)
                visit(`${path}/${name}`, `${prefix}${name}/`, depth + 1);
            else if (within.length === 0)
                entries.set(`${prefix}${name}`, file.neighbour(`${path}/${name}`)?.text ?? "");
        }
    };
    visit(folder, "", 0);
    return entries;
}
/** The text of one entry; null where there is none. */
const entryOf = (file, path) => file.neighbour(path)?.text.trim() ?? null;

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-approval-tag.js



const mlflow_approval_tag_folders = new Set(["tags"]);
const mlflow_approval_tag_placeOf = (file) => {
    if (!isApprovalTag(file.name))
        return null;
    const place = placeInStore(file, mlflow_approval_tag_folders, isModelVersionMeta);
    return place !== null && isApprovalTag(place.name) ? place : null;
};
/** The tag by which a registered version says whether it was approved. */
const mlflowApprovalTag = {
    id: "mlflow-approval-tag",
    title: "MLflow approval tag of a registered version (`tags/validation_status`)",
    definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
    versions: "2.22.5, 3.17.2",
    reads: "The state as written, with the version it is about.",
    leaves: "Who set it, and when: the file store does not keep that.",
    syntax: ["text"],
    gives: ["approval"],
    recognises: (file) => mlflow_approval_tag_placeOf(file) !== null,
    read(file) {
        const meta = mlflow_approval_tag_placeOf(file)?.meta;
        if (meta === undefined || isDeletedVersion(meta.value))
            return [];
        const version = (0,shape/* member */.Dc)(meta.value, "version");
        return [
            {
                kind: "approval",
                state: file.text.trim(),
                version: typeof version === "number" ? String(version) : writtenText(meta, "version"),
                where: { line: 1, column: 1 },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-dataset.js


/** A data set that runs of an experiment used. */
const mlflowDataset = {
    id: "mlflow-dataset",
    title: "MLflow data set (`meta.yaml` of a data set)",
    definedAt: "https://mlflow.org/docs/latest/ml/dataset/",
    versions: "2.22.5, 3.17.2",
    reads: "Name, MLflow's own digest (`mlflow:<8 hex>`, not a digest of the content), rows, columns and location.",
    leaves: "Types of the columns, and the role, which each run's input states.",
    syntax: ["yaml"],
    gives: ["dataset"],
    recognises: ({ value }) => isDatasetMeta(value),
    read: (file) => [
        {
            kind: "dataset",
            ...datasetFields(file.value, writtenText(file, "digest")),
            where: { pointer: "/digest" },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-entry.js



const mlflow_entry_folders = new Set(["params", "tags", "aliases", "request_metadata"]);
const isOwner = (meta) => (0,shape/* isRecord */.u4)(meta) &&
    [isRunMeta, isExperimentMeta, isLoggedModelMeta, isModelVersionMeta, isRegisteredModelMeta, isTraceMeta].some((is) => is(meta));
/** Beside the artifacts of a logged model: the version that the registry gave it. */
const isRegistryNote = (file) => file.name === "registered_model_meta" && /^model_(name|version):/.test(file.text);
function isEntry(file) {
    if (isRegistryNote(file))
        return true;
    if (!file.segments.some((segment) => mlflow_entry_folders.has(segment)))
        return false;
    const place = placeInStore(file, mlflow_entry_folders, isOwner);
    if (place === null)
        return false;
    return !(place.folder === "tags" && isModelVersionMeta(place.meta.value) && isApprovalTag(place.name));
}
/** One parameter, tag or alias in a file of its own. */
const mlflowEntry = {
    id: "mlflow-entry",
    title: "MLflow parameter, tag or alias file",
    definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
    versions: "1.x, 2.2, 2.22.5, 3.17.2",
    reads: "Nothing by itself: the run, model or version that it belongs to states it.",
    leaves: "Tags of experiments, registered models and traces.",
    syntax: ["text", "json", "json-lines", "yaml", "toml", "delimited"],
    gives: [],
    recognises: isEntry,
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/families/mlflow-evaluator.js
const unknown = { n: null, trials: null };
/** Names that MLflow's own evaluator gives its metrics, behind the prefix that the user chose. */
const evaluated = /^(.*?)(score|accuracy_score|recall_score|precision_score|f1_score|log_loss|roc_auc|precision_recall_auc|r2_score|max_error|mean_(?:absolute|squared|absolute_percentage)_error|root_mean_squared_error)$/;
/** Counts that are the denominators of a rate: their sum. */
const denominators = {
    recall_score: ["true_positives", "false_negatives"],
    precision_score: ["true_positives", "false_positives"],
};
/**
 * The examples behind a metric of MLflow's evaluator, which logs them as metrics beside it: `eval_example_count`, and of
 * a binary classifier the four counts of its confusion matrix.
 *
 * @param metric looks up another metric of the same run by its name
 */
function evaluatorCounts(name, value, metric) {
    const [, prefix = "", base = ""] = evaluated.exec(name) ?? [];
    if (base === "")
        return unknown;
    const n = metric(`${prefix}example_count`);
    if (n === null)
        return unknown;
    const parts = Object.hasOwn(denominators, base) ? denominators[base] : undefined;
    if (parts === undefined)
        return { n, trials: null };
    const [hits, misses] = [metric(`${prefix}${parts[0]}`), metric(`${prefix}${parts[1]}`)];
    const trials = hits === null || misses === null ? null : hits + misses;
    // Counts of another evaluation under the same prefix would not give this rate.
    const agree = hits !== null && trials !== null && trials > 0 && Math.abs(value * trials - hits) < 1e-6 * trials;
    return { n, trials: agree ? trials : null };
}

;// CONCATENATED MODULE: ./build/src/adapters/families/mlflow-rest.js






/** Answers of MLflow's REST interface, and what its Python client makes of them. */
const isRun = (run) => {
    const info = (0,shape/* member */.Dc)(run, "info");
    return ((0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(run, "data")) &&
        (0,shape/* hasKeys */.xV)(info, "experiment_id") &&
        ((0,shape/* hasKeys */.xV)(info, "run_id") || (0,shape/* hasKeys */.xV)(info, "run_uuid")));
};
const isMetricEntry = (metric) => (0,shape/* hasKeys */.xV)(metric, "key", "value", "timestamp");
const largest = 1.7976931348623157e308;
/** A database keeps infinity as the largest number that it has, and REST hands it out as such. */
const restNumber = (value) => {
    if (typeof value !== "number" || Math.abs(value) < largest)
        return value;
    return value < 0 ? -Infinity : Infinity;
};
/** A lookup over the metrics of one owner: entries of REST, or the record that the Python client makes. */
function metricLookup(metrics) {
    const entries = ((0,shape/* list */.p_)(metrics) ?? []).map((metric) => [(0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "key")), (0,shape/* member */.Dc)(metric, "value")]);
    const values = new Map([...entries, ...(0,shape/* members */.ol)(metrics)]);
    return (name) => (0,shape/* numeric */.sH)(values.get(name)) ?? null;
}
const mlflow_rest_counted = (name, value, { metric }) => evaluatorCounts(name, (0,shape/* numeric */.sH)(value) ?? Number.NaN, metric);
/** One metric of a run or of a logged model. */
function mlflow_rest_metricStatement(metric, base, owner) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "key")) ?? "";
    const value = restNumber((0,shape/* member */.Dc)(metric, "value"));
    return {
        kind: "measurement",
        ...namedMeasurement(name),
        value,
        step: (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metric, "step")) ?? null,
        run: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "run_id")) ?? owner.run,
        dataset: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "dataset_name")) ?? null,
        fold: owner.fold,
        ...mlflow_rest_counted(name, value, owner),
        at: epochMoment((0,shape/* member */.Dc)(metric, "timestamp")),
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "value") },
    };
}
/** Metrics as a list of entries, or as the record that the Python client makes. */
function mlflow_rest_metricStatements(metrics, base, owner) {
    const entries = (0,shape/* list */.p_)(metrics);
    if (entries !== undefined)
        return entries.map((metric, index) => mlflow_rest_metricStatement(metric, (0,model_source/* pointer */.Wn)(base, index), owner));
    return (0,shape/* members */.ol)(metrics).map(([name, written]) => {
        const value = restNumber(written);
        return {
            kind: "measurement",
            ...namedMeasurement(name),
            value,
            run: owner.run,
            fold: owner.fold,
            ...mlflow_rest_counted(name, value, owner),
            where: { pointer: (0,model_source/* pointer */.Wn)(base, name) },
        };
    });
}
function inputStatements(run, base, runId) {
    const inputs = (0,shape/* list */.p_)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(run, "inputs"), "dataset_inputs")) ?? [];
    return inputs.map((input, index) => {
        const dataset = (0,shape/* member */.Dc)(input, "dataset");
        return {
            kind: "dataset",
            ...datasetFields(dataset, (0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "digest")) ?? null),
            role: inputRole(keyedTexts((0,shape/* member */.Dc)(input, "tags")).get("mlflow.data.context")),
            run: runId,
            where: { pointer: (0,model_source/* pointer */.Wn)(base, "inputs", "dataset_inputs", index, "dataset", "digest") },
        };
    });
}
const modelIds = (models) => ((0,shape/* list */.p_)(models) ?? []).map((model) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(model, "model_id"))).filter((id) => id !== undefined);
const datasetNames = (run) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(run, "inputs"), "dataset_inputs")) ?? []).map((input) => {
    const dataset = (0,shape/* member */.Dc)(input, "dataset");
    return `${(0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "name")) ?? ""}@${(0,shape/* text */.Qq)((0,shape/* member */.Dc)(dataset, "digest")) ?? ""}`;
});
/** A run with its metrics and data sets; of a deleted run only that it is one. */
function runStatements(run, base) {
    const info = (0,shape/* member */.Dc)(run, "info");
    const data = (0,shape/* member */.Dc)(run, "data");
    const idKey = (0,shape/* hasKeys */.xV)(info, "run_id") ? "run_id" : "run_uuid";
    const runId = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(info, idKey)) ?? null;
    const status = runStatus((0,shape/* member */.Dc)(info, "status"));
    const where = { pointer: (0,model_source/* pointer */.Wn)(base, "info", idKey) };
    if ((0,shape/* member */.Dc)(info, "lifecycle_stage") === "deleted")
        return [{ kind: "run", run_id: runId, status, environment: { lifecycle_stage: "deleted" }, where }];
    const tags = keyedTexts((0,shape/* member */.Dc)(data, "tags"));
    const params = keyedTexts((0,shape/* member */.Dc)(data, "params"));
    const fold = params.get("fold") ?? "";
    const metrics = (0,shape/* member */.Dc)(data, "metrics");
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(info, "run_name"));
    return [
        {
            kind: "run",
            run_id: runId,
            status,
            params: Object.fromEntries(params),
            code_revision: codeRevision(tags, (0,shape/* member */.Dc)(info, "source_version")),
            inputs: [...datasetNames(run), ...modelIds((0,shape/* member */.Dc)((0,shape/* member */.Dc)(run, "inputs"), "model_inputs"))],
            outputs: modelIds((0,shape/* member */.Dc)((0,shape/* member */.Dc)(run, "outputs"), "model_outputs")),
            environment: { ...(name === undefined ? {} : { "mlflow.runName": name }), ...tagEnvironment(tags) },
            at: epochMoment((0,shape/* member */.Dc)(info, "end_time")) ?? epochMoment((0,shape/* member */.Dc)(info, "start_time")),
            where,
        },
        ...mlflow_rest_metricStatements(metrics, (0,model_source/* pointer */.Wn)(base, "data", "metrics"), {
            run: runId,
            fold: tags.has("mlflow.parentRunId") && /^\d{1,6}$/.test(fold) ? Number(fold) : null,
            metric: metricLookup(metrics),
        }),
        ...inputStatements(run, base, runId),
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-evaluation.js


const mlflow_evaluation_isArtifact = (artifact) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "uri")) !== undefined &&
    /Artifact$/.test((0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "type")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "class_name")) ?? "");
const runOf = (value) => {
    const run = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "run_id"));
    return run !== undefined && /^[0-9a-f]{32}$/.test(run) ? run : null;
};
/** `metrics` with `artifacts`, or with the run that they were logged to, and nothing else of weight. */
function isEvaluation(value) {
    if (!(0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "metrics")))
        return false;
    const artifacts = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "artifacts"));
    if (artifacts.length > 0)
        return artifacts.every(([, artifact]) => mlflow_evaluation_isArtifact(artifact));
    const known = new Set(["run_id", "metrics", "artifacts", "tables", "experiment_id"]);
    return runOf(value) !== null && (0,shape/* members */.ol)(value).every(([key]) => known.has(key));
}
/** `metrics` and `artifacts` of an evaluation in one document. */
const mlflowEvaluation = {
    id: "mlflow-evaluation",
    title: "MLflow evaluation result in one document",
    definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.models.html#mlflow.models.EvaluationResult",
    versions: "2.22.5, 3.17.2",
    reads: "Every metric with the slice that its name holds, and the counts behind those of MLflow's own evaluator.",
    leaves: "Where plots and tables lie.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => isEvaluation(value),
    read({ value }) {
        const metrics = (0,shape/* member */.Dc)(value, "metrics");
        return mlflow_rest_metricStatements(metrics, "/metrics", { run: runOf(value), fold: null, metric: metricLookup(metrics) });
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-evaluation-artifacts.js

const mlflow_evaluation_artifacts_isArtifact = (artifact) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "uri")) !== undefined &&
    ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(artifact, "class_name")) ?? "").startsWith("mlflow.models.evaluation");
/** The list of plots and tables that `EvaluationResult.save` writes beside `metrics.json`. */
const mlflowEvaluationArtifacts = {
    id: "mlflow-evaluation-artifacts",
    title: "MLflow list of evaluation artifacts (`artifacts_metadata.json`)",
    definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.models.html#mlflow.models.EvaluationResult",
    versions: "2.22.5, 3.17.2",
    reads: "Nothing: `metrics.json` beside it holds the numbers.",
    leaves: "Where plots and tables lie.",
    syntax: ["json"],
    gives: [],
    recognises({ name, value }) {
        const artifacts = (0,shape/* members */.ol)(value);
        if (!(0,shape/* isRecord */.u4)(value))
            return false;
        return artifacts.length === 0
            ? name === "artifacts_metadata.json"
            : artifacts.every(([, each]) => mlflow_evaluation_artifacts_isArtifact(each));
    },
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-experiment.js

/** An experiment in the file store: it groups runs and states nothing of a model. */
const mlflowExperiment = {
    id: "mlflow-experiment",
    title: "MLflow experiment (`meta.yaml` of an experiment)",
    definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
    versions: "1.x, 2.2, 2.22.5, 3.17.2",
    reads: "Nothing: it names a group of runs, and each run states itself.",
    leaves: "Name, place of artifacts and times of the experiment.",
    syntax: ["yaml"],
    gives: [],
    recognises: ({ value }) => isExperimentMeta(value),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-input-example.js
const names = new Set(["input_example.json", "serving_input_example.json"]);
/** A row or two that show what a model takes: data, and no result of it. */
const mlflowInputExample = {
    id: "mlflow-input-example",
    title: "MLflow input example",
    definedAt: "https://mlflow.org/docs/latest/ml/model/signatures/",
    versions: "2.22.5, 3.17.2",
    reads: "Nothing: its numbers are rows of data.",
    leaves: "The rows.",
    syntax: ["json"],
    gives: [],
    recognises: (file) => names.has(file.name) && file.neighbour("MLmodel") !== null,
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-logged-model.js




/** The registry's names and versions of a logged model, from the tag that MLflow keeps them in. */
const registered = (file) => ((0,shape/* list */.p_)(jsonInText(file.neighbour("tags/mlflow.modelVersions")?.text)) ?? []).map((entry) => ({
    name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "name")) ?? null,
    version: (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(entry, "version")) ?? null,
}));
/** The flavour in which the model's own `MLmodel` says it was saved. */
function frameworkOf(file) {
    const flavors = (0,shape/* members */.ol)((0,shape/* member */.Dc)(file.neighbour("artifacts/MLmodel")?.value, "flavors")).map(([flavor]) => flavor);
    return flavors.find((flavor) => flavor !== "python_function") ?? flavors[0] ?? null;
}
/** A logged model of MLflow 3: its own folder beside the runs. */
const mlflowLoggedModel = {
    id: "mlflow-logged-model",
    title: "MLflow logged model (`models/m-…/meta.yaml`)",
    definedAt: "https://mlflow.org/docs/latest/ml/model/",
    versions: "3.17.2",
    reads: "The model with its run, time and framework, and a fact for each version that the registry gave it.",
    leaves: "Its parameters and tags, which its run states too; deleted models, and those that were never ready.",
    syntax: ["yaml"],
    gives: ["model"],
    recognises: ({ value }) => isLoggedModelMeta(value),
    read(file) {
        if (isDeleted(file))
            return [];
        const shared = {
            kind: "model",
            framework: frameworkOf(file),
            run: writtenText(file, "source_run_id"),
            created: epochMoment((0,shape/* member */.Dc)(file.value, "creation_timestamp")),
            at: epochMoment((0,shape/* member */.Dc)(file.value, "last_updated_timestamp")),
            where: { pointer: "/model_id" },
        };
        const versions = registered(file);
        return versions.length === 0 ? [shared] : versions.map((version) => ({ ...shared, ...version }));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/mlflow-metric-line.js
const entryPattern = /^(\s*(\d{1,17})\s+)(\S+)(?:\s+(-?\d{1,17}))?(?:\s+(.+?))?\s*$/;
const valuePattern = /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]?(nan|inf|infinity))$/i;
/**
 * Reads a metric's file.
 *
 * @param copied true for the copy below a logged model, whose fourth column is the run
 */
function metricHistory(text, copied) {
    const entries = [];
    const malformed = [];
    text.split("\n").forEach((written, index) => {
        if (written.trim() === "")
            return;
        const entry = mlflow_metric_line_entryOf(written.replace(/\r$/, ""), index + 1, copied);
        if (entry === null)
            malformed.push(index + 1);
        else
            entries.push(entry);
    });
    return { entries, malformed };
}
function mlflow_metric_line_entryOf(written, line, copied) {
    if (written.length > 2_000)
        return null;
    const match = entryPattern.exec(written);
    const [, before = "", timestamp = "", value = "", step, rest] = match ?? [];
    if (match === null || !valuePattern.test(value))
        return null;
    const tail = rest?.split(" ") ?? [];
    const run = copied ? (tail.shift() ?? null) : null;
    // The last word is the data set's digest; its name may hold spaces.
    const dataset = tail.length > 1 ? tail.slice(0, -1).join(" ") : null;
    if (tail.length === 1)
        return null;
    return {
        line,
        column: before.length + 1,
        timestamp: Number(timestamp),
        value,
        step: step === undefined ? 0 : Number(step),
        run,
        dataset,
    };
}
const asNumber = (value) => {
    if (/nan/i.test(value))
        return Number.NaN;
    return /inf/i.test(value) ? (value.startsWith("-") ? -Infinity : Infinity) : Number(value);
};
/** The entry that MLflow calls latest: of the greatest step, then time, then value; the first of those that tie. */
function latestEntry(entries) {
    return entries.reduce((latest, entry) => (latest === null || isLater(entry, latest) ? entry : latest), null);
}
function isLater(entry, latest) {
    if (entry.step !== latest.step)
        return entry.step > latest.step;
    if (entry.timestamp !== latest.timestamp)
        return entry.timestamp > latest.timestamp;
    return asNumber(entry.value) > asNumber(latest.value);
}

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-metric.js






const mlflow_metric_folders = new Set(["metrics"]);
const mlflow_metric_isOwner = (meta) => isRunMeta(meta) || isLoggedModelMeta(meta);
const mlflow_metric_placeOf = (file) => file.segments.includes("metrics") ? placeInStore(file, mlflow_metric_folders, mlflow_metric_isOwner) : null;
const malformed = (line) => ({
    kind: "problem",
    problem: "unreadable",
    message: "the line is no entry of an MLflow metric: a time in milliseconds, a value, a step",
    mend: "log the metric again, or delete the line",
    where: { line },
});
const empty = {
    kind: "problem",
    problem: "empty",
    message: "the metric's file holds no entry",
    mend: "log the metric again, or delete the file",
    where: { line: 1 },
};
/** The run's own file, where the model's copy lies in the same store and the run is there too. */
function runsOwnEntries(file, place, run) {
    const runFolder = `${place.owner}../../${run}`;
    if (!isRunMeta(file.neighbour(`${runFolder}/meta.yaml`)?.value))
        return null;
    const own = file.neighbour(`${runFolder}/metrics/${place.name}`);
    return own === null ? [] : metricHistory(own.text, false).entries;
}
const isSame = (one, other) => one.timestamp === other.timestamp && one.step === other.step && one.value === other.value;
/** True for a model's copy of what the run's own file, in the same store, states as well; and of a deleted run's. */
function statedByRun(file, place, entry) {
    if (entry.run === null || !/^\w+$/.test(entry.run))
        return false;
    const meta = file.neighbour(`${place.owner}../../${entry.run}/meta.yaml`);
    if (meta !== null && isRunMeta(meta.value) && isDeleted(meta))
        return true;
    if (entry.dataset !== null)
        return false;
    return runsOwnEntries(file, place, entry.run)?.some((own) => isSame(own, entry)) ?? false;
}
/** The fold of a run that is one of several below a parent. */
function foldOf(file, place) {
    if (entryOf(file, `${place.owner}tags/mlflow.parentRunId`) === null)
        return null;
    const fold = entryOf(file, `${place.owner}params/fold`);
    return fold !== null && /^\d{1,6}$/.test(fold) ? Number(fold) : null;
}
/** The latest value of another metric of the same owner. */
const otherMetric = (file, place, copied) => (name) => {
    const other = file.neighbour(`${place.owner}metrics/${name}`);
    const latest = other === null ? null : latestEntry(metricHistory(other.text, copied).entries);
    return latest === null ? null : ((0,shape/* numeric */.sH)(latest.value) ?? null);
};
/** One metric of a run in the file store: its whole history, of which the latest entry is the fact. */
const mlflowMetric = {
    id: "mlflow-metric",
    title: "MLflow metric file",
    definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
    versions: "1.x, 2.2, 2.22.5, 3.17.2; lines of two columns (before 1.0) and with a data set from the source, not seen",
    reads: "The entry with the greatest step, time and value, with its run, the fold of a nested run, and the slice that the name holds (`slice_recall/age_band/65 plus`, `test_auc.country.DE`).",
    leaves: "Earlier entries of the history, every metric of a deleted run, and the copy below a logged model of an entry that the run's own file holds.",
    syntax: ["text", "front-matter", "delimited", "yaml", "json", "toml", "xml"],
    numbersAsText: true,
    gives: ["measurement"],
    recognises: (file) => mlflow_metric_placeOf(file) !== null,
    read(file) {
        const place = mlflow_metric_placeOf(file);
        if (place === null || isDeleted(place.meta))
            return [];
        const copied = isLoggedModelMeta(place.meta.value);
        const history = metricHistory(file.text, copied);
        const problems = history.malformed.map(malformed);
        const entry = latestEntry(history.entries);
        if (entry === null)
            return problems.length > 0 ? problems : [empty];
        if (copied && statedByRun(file, place, entry))
            return problems;
        return [
            ...problems,
            {
                kind: "measurement",
                ...namedMeasurement(place.name),
                value: entry.value,
                step: entry.step,
                run: copied ? entry.run : runIdOf(place.meta),
                dataset: entry.dataset,
                fold: foldOf(file, place),
                ...evaluatorCounts(place.name, (0,shape/* numeric */.sH)(entry.value) ?? Number.NaN, otherMetric(file, place, copied)),
                at: epochMoment(entry.timestamp),
                where: { line: entry.line, column: entry.column },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-model.js





const mlflow_model_isModel = (file) => (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(file.value, "flavors")) &&
    (file.name === "MLmodel" ||
        ["utc_time_created", "model_uuid", "artifact_path", "mlflow_version", "run_id"].some((key) => (0,shape/* hasKeys */.xV)(file.value, key)));
/** The flavour of the library that trained the model; `python_function` is only a way to call it. */
function flavorOf(value) {
    const flavors = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "flavors"));
    const own = flavors.find(([name]) => name !== "python_function");
    if (own !== undefined)
        return { name: own[0], pointer: (0,model_source/* pointer */.Wn)("/flavors", own[0]) };
    const generic = flavors[0];
    if (generic === undefined)
        return null;
    const loader = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(generic[1], "loader_module"));
    const library = /^mlflow\.(?!pyfunc)(\w+)$/.exec(loader ?? "")?.[1];
    return { name: library ?? generic[0], pointer: (0,model_source/* pointer */.Wn)("/flavors", generic[0]) };
}
/** Versions of Python, of MLflow and of the libraries that the flavours name. */
function environmentOf(value) {
    const ofFlavors = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "flavors")).flatMap(([, options]) => (0,shape/* members */.ol)(options));
    const versions = ofFlavors.filter(([key]) => key.endsWith("_version"));
    const mlflow = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "mlflow_version"));
    const known = mlflow === undefined ? versions : [["mlflow_version", mlflow], ...versions];
    return Object.fromEntries(known.map(([key, version]) => [key, (0,shape/* scalarText */.ws)(version) ?? null]));
}
/** Name and version in the registry, which MLflow writes beside the model where it knows them. */
function registryNote(file) {
    const note = file.neighbour("registered_model_meta")?.text ?? "";
    const line = (key) => {
        const written = new RegExp(`^${key}:[ \\t]*(.*?)[ \\t]*$`, "m").exec(note)?.[1] ?? "";
        const plain = written.replace(/^(['"])(.*)\1$/, "$2");
        return plain === "" || plain === "null" ? null : plain;
    };
    return { name: line("model_name"), version: line("model_version") };
}
function signatureOf(value) {
    const inputs = (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, "signature"), "inputs"));
    const columns = mlflow_words_columnsOf(jsonInText(inputs));
    return columns === null ? [] : [{ kind: "dataset", columns, where: { pointer: "/signature/inputs" } }];
}
/** The description that MLflow keeps beside a saved model. */
const mlflowModel = {
    id: "mlflow-model",
    title: "MLflow model (`MLmodel`)",
    definedAt: "https://mlflow.org/docs/latest/ml/model/",
    versions: "1.x, 2.2.2, 2.22.5, 3.17.2",
    reads: "The library it was made with, its run, the time it was made (UTC without a zone), versions of the libraries, and the columns that its signature takes.",
    leaves: "How to load it, the example of an input, and the signature's outputs and parameters.",
    syntax: ["yaml"],
    gives: ["model", "run", "dataset"],
    marksModel: true,
    recognises: mlflow_model_isModel,
    read(file) {
        const { value } = file;
        const flavor = flavorOf(value);
        const run = writtenText(file, "run_id");
        const created = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "utc_time_created")) ?? null;
        const environment = environmentOf(value);
        const model = {
            kind: "model",
            ...registryNote(file),
            framework: flavor?.name ?? null,
            created,
            run,
            at: created,
            where: { pointer: flavor?.pointer ?? "/flavors" },
        };
        const modelId = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "model_id"));
        const origin = {
            kind: "run",
            run_id: run,
            outputs: modelId === undefined ? null : [modelId],
            environment,
            at: created,
            where: { pointer: run === null ? "/flavors" : "/run_id" },
        };
        return [model, ...(run === null && Object.keys(environment).length === 0 ? [] : [origin]), ...signatureOf(value)];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-model-version.js




/** Aliases that point to a version: their own files, else what the model's or the version's `meta.yaml` lists. */
function aliasesOf(file, version) {
    const files = file.folder("../aliases");
    if (files.length > 0)
        return files.filter((alias) => file.neighbour(`../aliases/${alias}`)?.text.trim() === version);
    const listed = (0,shape/* members */.ol)((0,shape/* member */.Dc)(file.neighbour("../meta.yaml")?.value, "aliases"));
    if (listed.length > 0)
        return listed.filter(([, number]) => (0,shape/* scalarText */.ws)(number) === version).map(([alias]) => alias);
    return ((0,shape/* list */.p_)((0,shape/* member */.Dc)(file.value, "aliases")) ?? []).map(shape/* text */.Qq).filter((alias) => alias !== undefined);
}
/** A version of a registered model, with the stage and aliases that it holds. */
const mlflowModelVersion = {
    id: "mlflow-model-version",
    title: "MLflow model version (`models/<name>/version-N/meta.yaml`)",
    definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
    versions: "2.22.5, 3.17.2",
    reads: "Name, version, stage (`None` is no stage), aliases, run and time; a deleted version states nothing.",
    leaves: "Description, source and tags other than those of approval.",
    syntax: ["yaml"],
    gives: ["model"],
    recognises: ({ value }) => isModelVersionMeta(value),
    read(file) {
        if (isDeleted(file) || isDeletedVersion(file.value))
            return [];
        const version = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(file.value, "version")) ?? null;
        return [
            {
                kind: "model",
                name: writtenText(file, "name"),
                version,
                stage: registryStage((0,shape/* member */.Dc)(file.value, "current_stage")),
                aliases: aliasesOf(file, version),
                run: writtenText(file, "run_id"),
                created: epochMoment((0,shape/* member */.Dc)(file.value, "creation_timestamp")),
                at: epochMoment((0,shape/* member */.Dc)(file.value, "last_updated_timestamp")),
                where: { pointer: "/version" },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-registered-model.js




/** A registered model: its name, and the versions that aliases point to. */
const mlflowRegisteredModel = {
    id: "mlflow-registered-model",
    title: "MLflow registered model (`models/<name>/meta.yaml`)",
    definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
    versions: "2.22.5, 3.17.2",
    reads: "The model's name and time, and the aliases of versions that have no file of their own.",
    leaves: "Description and tags; aliases of versions whose own file states them.",
    syntax: ["yaml"],
    gives: ["model"],
    recognises: ({ value }) => isRegisteredModelMeta(value),
    read(file) {
        if (isDeleted(file))
            return [];
        const name = writtenText(file, "name");
        const at = epochMoment((0,shape/* member */.Dc)(file.value, "last_updated_timestamp"));
        const created = epochMoment((0,shape/* member */.Dc)(file.value, "creation_timestamp"));
        const folders = new Set(file.folder("."));
        const elsewhere = (0,shape/* members */.ol)((0,shape/* member */.Dc)(file.value, "aliases")).flatMap(([alias, version]) => {
            const number = (0,shape/* scalarText */.ws)(version);
            if (number === undefined || folders.has(`version-${number}`))
                return [];
            return [
                {
                    kind: "model",
                    name,
                    version: number,
                    aliases: [alias],
                    at,
                    where: { pointer: (0,model_source/* pointer */.Wn)("/aliases", alias) },
                },
            ];
        });
        return [{ kind: "model", name, created, at, where: { pointer: "/name" } }, ...elsewhere];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-error.js

/** An answer that says why there is none. */
const mlflowRestError = {
    id: "mlflow-rest-error",
    title: "MLflow error from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html",
    versions: "2.22.5, 3.17.2",
    reads: "That it is an error, as a problem: the answer holds no evidence.",
    leaves: "Nothing.",
    syntax: ["json"],
    gives: [],
    recognises: ({ value }) => /^[A-Z][A-Z_]{3,60}$/.test((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "error_code")) ?? "") && (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "message")) !== undefined,
    read: ({ value }) => [
        {
            kind: "problem",
            problem: "unreadable",
            message: `the server answered with an error: ${(0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "error_code")) ?? ""}`,
            mend: "ask again, and save the answer once it is one",
            where: { pointer: "/error_code" },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-listing.js

const isExperiment = (experiment) => (0,shape/* hasKeys */.xV)(experiment, "experiment_id", "artifact_location");
/** Experiments, or the artifacts of a run: where things lie. */
const mlflowRestListing = {
    id: "mlflow-rest-listing",
    title: "MLflow experiments and lists of artifacts from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-experiments",
    versions: "2.22.5, 3.17.2",
    reads: "Nothing: they state nothing of a model.",
    leaves: "Names and places of experiments and artifacts.",
    syntax: ["json"],
    gives: [],
    recognises: ({ value }) => isExperiment((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "experiments"))?.[0]) ||
        isExperiment((0,shape/* member */.Dc)(value, "experiment")) ||
        ((0,shape/* hasKeys */.xV)(value, "root_uri") && (0,shape/* hasKeys */.xV)((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "files"))?.[0], "path", "is_dir")),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-logged-models.js




const isLoggedModel = (model) => (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(model, "info"), "model_id", "experiment_id");
function modelsOf(value) {
    const one = (0,shape/* member */.Dc)(value, "model");
    if (one !== undefined)
        return [[one, "/model"]];
    const models = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "models")) ?? [];
    return models.map((model, index) => [model, (0,model_source/* pointer */.Wn)("/models", index)]);
}
function mlflow_rest_logged_models_statementsOf(model, base) {
    const info = (0,shape/* member */.Dc)(model, "info");
    const run = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(info, "source_run_id")) || null;
    const metrics = (0,shape/* member */.Dc)((0,shape/* member */.Dc)(model, "data"), "metrics");
    return [
        {
            kind: "model",
            run,
            created: epochMoment((0,shape/* member */.Dc)(info, "creation_timestamp_ms")),
            at: epochMoment((0,shape/* member */.Dc)(info, "last_updated_timestamp_ms")),
            where: { pointer: (0,model_source/* pointer */.Wn)(base, "info", "model_id") },
        },
        ...mlflow_rest_metricStatements(metrics, (0,model_source/* pointer */.Wn)(base, "data", "metrics"), { run, fold: null, metric: metricLookup(metrics) }),
    ];
}
/** Logged models of MLflow 3, with the metrics that were taken of each, and on which data set. */
const mlflowRestLoggedModels = {
    id: "mlflow-rest-logged-models",
    title: "MLflow logged models from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-logged-models",
    versions: "3.17.2",
    reads: "Each model with its run and time, and its metrics with the data set that each was taken on.",
    leaves: "Parameters and tags, which the model's run states too.",
    syntax: ["json"],
    gives: ["model", "measurement"],
    recognises: ({ value }) => isLoggedModel(modelsOf(value)[0]?.[0]),
    read: ({ value }) => modelsOf(value).flatMap(([model, base]) => mlflow_rest_logged_models_statementsOf(model, base)),
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-metric-history.js




/** The answer knows neither the run nor its other metrics. */
const alone = { run: null, fold: null, metric: () => null };
const mlflow_rest_metric_history_entryOf = (metric, index) => ({
    metric,
    base: (0,model_source/* pointer */.Wn)("/metrics", index),
    step: (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metric, "step")) ?? 0,
    timestamp: (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metric, "timestamp")) ?? 0,
    value: (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(metric, "value")) ?? "nan",
});
/** The whole history of a metric, of one run or of several. */
const mlflowRestMetricHistory = {
    id: "mlflow-rest-metric-history",
    title: "MLflow metric history from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#get-metric-history",
    versions: "3.17.2; of several runs from the schema, not seen",
    reads: "The entry with the greatest step, time and value, of each metric and run.",
    leaves: "Earlier entries; the run, where the answer does not name it.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => isMetricEntry((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics"))?.[0]),
    read({ value }) {
        const histories = new Map();
        ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) ?? []).forEach((metric, index) => {
            const name = JSON.stringify([(0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "key")), (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "run_id"))]);
            const history = histories.get(name) ?? [];
            history.push(mlflow_rest_metric_history_entryOf(metric, index));
            histories.set(name, history);
        });
        const latest = [...histories.values()].map(latestEntry).filter((entry) => entry !== null);
        return latest.map(({ metric, base }) => mlflow_rest_metricStatement(metric, base, alone));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/mlflow-rest-registry.js




/** What MLflow's REST interface answers of its registry. */
const isModelVersion = (version) => (0,shape/* hasKeys */.xV)(version, "name", "version", "creation_timestamp");
const isRegisteredModel = (model) => (0,shape/* hasKeys */.xV)(model, "name", "creation_timestamp") && !(0,shape/* hasKeys */.xV)(model, "version");
const aliasNames = (aliases) => ((0,shape/* list */.p_)(aliases) ?? []).map(shape/* text */.Qq).filter((alias) => alias !== undefined);
function approvalStatements(owner, base, version) {
    const tags = (0,shape/* list */.p_)((0,shape/* member */.Dc)(owner, "tags")) ?? [];
    return tags.flatMap((tag, index) => {
        const [key, state] = [(0,shape/* text */.Qq)((0,shape/* member */.Dc)(tag, "key")), (0,shape/* text */.Qq)((0,shape/* member */.Dc)(tag, "value"))];
        if (key === undefined || state === undefined || !isApprovalTag(key))
            return [];
        return [{ kind: "approval", state, version, where: { pointer: (0,model_source/* pointer */.Wn)(base, "tags", index, "value") } }];
    });
}
/** A registered version; `aliases` are those that its model lists for it. */
function mlflow_rest_registry_versionStatements(version, base, aliases = []) {
    if (isDeletedVersion(version))
        return [];
    const number = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(version, "version")) ?? null;
    const own = aliasNames((0,shape/* member */.Dc)(version, "aliases"));
    return [
        {
            kind: "model",
            name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(version, "name")) ?? null,
            version: number,
            stage: registryStage((0,shape/* member */.Dc)(version, "current_stage")),
            aliases: own.length > 0 ? own : aliases,
            run: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(version, "run_id")) || null,
            created: epochMoment((0,shape/* member */.Dc)(version, "creation_timestamp")),
            at: epochMoment((0,shape/* member */.Dc)(version, "last_updated_timestamp")),
            where: { pointer: (0,model_source/* pointer */.Wn)(base, "version") },
        },
        ...approvalStatements(version, base, number),
    ];
}
/** A registered model: one version of each stage, and those that only an alias names. */
function registeredModelStatements(model, base) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(model, "name")) ?? null;
    const latest = (0,shape/* list */.p_)((0,shape/* member */.Dc)(model, "latest_versions")) ?? [];
    const aliases = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(model, "aliases")) ?? []).map((entry) => ({
        alias: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "alias")) ?? "",
        version: (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(entry, "version")) ?? "",
    }));
    const listed = new Set(latest.map((version) => (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(version, "version"))));
    const at = epochMoment((0,shape/* member */.Dc)(model, "last_updated_timestamp"));
    return [
        {
            kind: "model",
            name,
            created: epochMoment((0,shape/* member */.Dc)(model, "creation_timestamp")),
            at,
            where: { pointer: (0,model_source/* pointer */.Wn)(base, "name") },
        },
        ...latest.flatMap((version, index) => {
            const number = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(version, "version"));
            const named = aliases.filter((entry) => entry.version === number).map(({ alias }) => alias);
            return mlflow_rest_registry_versionStatements(version, (0,model_source/* pointer */.Wn)(base, "latest_versions", index), named);
        }),
        ...aliases.flatMap(({ alias, version }, index) => listed.has(version)
            ? []
            : [
                {
                    kind: "model",
                    name,
                    version,
                    aliases: [alias],
                    at,
                    where: { pointer: (0,model_source/* pointer */.Wn)(base, "aliases", index, "version") },
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-model-version.js


/** One version of a registered model, by its number or by an alias. */
const mlflowRestModelVersion = {
    id: "mlflow-rest-model-version",
    title: "MLflow model version from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#get-modelversion",
    versions: "2.22.5, 3.17.2",
    reads: "The version with its stage, aliases and run, and the state that a tag such as `validation_status` gives it.",
    leaves: "Description and source.",
    syntax: ["json"],
    gives: ["model", "approval"],
    recognises: ({ value }) => isModelVersion((0,shape/* member */.Dc)(value, "model_version")),
    read({ value }) {
        const version = (0,shape/* member */.Dc)(value, "model_version");
        return version === undefined ? [] : mlflow_rest_registry_versionStatements(version, "/model_version");
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-model-versions.js



/** Every version of registered models. */
const mlflowRestModelVersions = {
    id: "mlflow-rest-model-versions",
    title: "MLflow model versions from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-modelversions",
    versions: "2.22.5, 3.17.2",
    reads: "Each version with its stage, aliases and run, and the state that a tag such as `validation_status` gives it.",
    leaves: "Deleted versions, and further pages.",
    syntax: ["json"],
    gives: ["model", "approval"],
    recognises: ({ value }) => isModelVersion((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "model_versions"))?.[0]),
    read: ({ value }) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "model_versions")) ?? []).flatMap((version, index) => mlflow_rest_registry_versionStatements(version, (0,model_source/* pointer */.Wn)("/model_versions", index))),
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-registered-models.js



function mlflow_rest_registered_models_modelsOf(value) {
    const one = (0,shape/* member */.Dc)(value, "registered_model");
    if (one !== undefined)
        return [[one, "/registered_model"]];
    const models = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "registered_models")) ?? [];
    return models.map((model, index) => [model, (0,model_source/* pointer */.Wn)("/registered_models", index)]);
}
/** Registered models, with the versions that the answer names. */
const mlflowRestRegisteredModels = {
    id: "mlflow-rest-registered-models",
    title: "MLflow registered models from the REST interface",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#get-registeredmodel",
    versions: "2.22.5, 3.17.2",
    reads: "Each model, the latest version of each of its stages, and the versions that aliases point to.",
    leaves: "Versions that are neither the latest of a stage nor have an alias: the answer does not hold them.",
    syntax: ["json"],
    gives: ["model", "approval"],
    recognises: ({ value }) => isRegisteredModel(mlflow_rest_registered_models_modelsOf(value)[0]?.[0]),
    read: ({ value }) => mlflow_rest_registered_models_modelsOf(value).flatMap(([model, base]) => registeredModelStatements(model, base)),
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-rest-runs.js



/** The runs of an answer, each with its place: `runs/search`, `runs/get`, or a list of `Run.to_dictionary()`. */
function runsOf(value) {
    const one = (0,shape/* member */.Dc)(value, "run");
    if (one !== undefined)
        return isRun(one) ? [[one, "/run"]] : [];
    const [runs, base] = Array.isArray(value) ? [(0,shape/* list */.p_)(value), ""] : [(0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "runs")), "/runs"];
    return (runs ?? []).map((run, index) => [run, (0,model_source/* pointer */.Wn)(base, index)]);
}
/** Runs as MLflow's tracking server answers them. */
const mlflowRestRuns = {
    id: "mlflow-rest-runs",
    title: "MLflow runs from the REST interface or the Python client",
    definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-runs",
    versions: "2.22.5, 3.17.2",
    reads: "Each run with its status, parameters, tags (as its environment), commit, metrics and data sets. The text `NaN` and the numbers ±1.797e308 are not finite.",
    leaves: "Deleted runs, and further pages: only what the document holds is read.",
    syntax: ["json"],
    gives: ["run", "measurement", "dataset"],
    recognises: ({ value }) => isRun(runsOf(value)[0]?.[0]),
    read: ({ value }) => runsOf(value).flatMap(([run, base]) => (isRun(run) ? runStatements(run, base) : [])),
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-run.js





/** `name@digest` of each data set, and the id of each model, that the run took in. */
const inputsOf = (file) => file.folder("inputs").flatMap((folder) => {
    const link = file.neighbour(`inputs/${folder}/meta.yaml`);
    const id = link === null ? null : writtenText(link, "source_id");
    if (id === null || !/^[\w-]+$/.test(id))
        return [];
    if ((0,shape/* member */.Dc)(link?.value, "source_type") !== "DATASET")
        return [id];
    const dataset = file.neighbour(`../datasets/${id}/meta.yaml`);
    if (dataset === null)
        return [id];
    return [`${writtenText(dataset, "name") ?? id}@${writtenText(dataset, "digest") ?? ""}`];
});
const idPointer = ({ value }) => (0,model_source/* pointer */.Wn)("", (0,shape/* hasKeys */.xV)(value, "run_id") ? "run_id" : "run_uuid");
/** A deleted run still has its folder: it is told as such, and neither its numbers nor its data sets are evidence. */
const deletedRun = (file) => ({
    kind: "run",
    run_id: runIdOf(file),
    status: runStatus((0,shape/* member */.Dc)(file.value, "status")),
    environment: { lifecycle_stage: "deleted" },
    where: { pointer: idPointer(file) },
});
/** A run in the file store, with the parameters, tags, inputs and outputs that lie beside its `meta.yaml`. */
const mlflowRun = {
    id: "mlflow-run",
    title: "MLflow run (`meta.yaml` of a run)",
    definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
    versions: "1.x, 2.2, 2.22.5, 3.17.2",
    reads: "The run's id, status in words, times, parameters, tags (as its environment), commit, data sets and models; of a deleted run only that it is one (`lifecycle_stage` in its environment).",
    leaves: "Tags longer than 300 characters, and the run's artifacts, which are files of their own.",
    syntax: ["yaml"],
    gives: ["run"],
    recognises: ({ value }) => isRunMeta(value),
    read(file) {
        if (isDeleted(file))
            return [deletedRun(file)];
        const tags = entriesOf(file, "tags");
        const runId = runIdOf(file);
        const name = writtenText(file, "run_name");
        const models = file.folder("outputs");
        return [
            {
                kind: "run",
                run_id: runId,
                status: runStatus((0,shape/* member */.Dc)(file.value, "status")),
                params: Object.fromEntries(entriesOf(file, "params")),
                code_revision: codeRevision(tags, (0,shape/* member */.Dc)(file.value, "source_version")),
                inputs: inputsOf(file),
                outputs: models.length > 0 ? models : loggedPaths(tags.get("mlflow.log-model.history"), runId),
                environment: { ...(name === null ? {} : { "mlflow.runName": name }), ...tagEnvironment(tags) },
                at: epochMoment((0,shape/* member */.Dc)(file.value, "end_time")) ?? epochMoment((0,shape/* member */.Dc)(file.value, "start_time")),
                where: { pointer: idPointer(file) },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-run-link.js



/** What a run took in or gave out: the data set with the role it had there. */
const mlflowRunLink = {
    id: "mlflow-run-link",
    title: "MLflow run input or output (`inputs/…/meta.yaml`, `outputs/…/meta.yaml`)",
    definedAt: "https://mlflow.org/docs/latest/ml/dataset/",
    versions: "2.22.5, 3.17.2",
    reads: "For a data set: its name, digest, rows, columns and location, with the role it had in the run.",
    leaves: "Links to models, which the run itself states; links of deleted runs.",
    syntax: ["yaml"],
    gives: ["dataset"],
    recognises: ({ value }) => isLinkMeta(value),
    read(file) {
        const run = file.neighbour("../../meta.yaml");
        const id = writtenText(file, "source_id");
        if ((0,shape/* member */.Dc)(file.value, "source_type") !== "DATASET" || id === null || !/^[\w-]+$/.test(id))
            return [];
        if (run !== null && isRunMeta(run.value) && isDeleted(run))
            return [];
        const dataset = file.neighbour(`../../../datasets/${id}/meta.yaml`);
        const known = dataset !== null && isDatasetMeta(dataset.value) ? dataset : null;
        return [
            {
                kind: "dataset",
                ...(known === null ? { name: id } : datasetFields(known.value, writtenText(known, "digest"))),
                role: inputRole((0,shape/* text */.Qq)((0,shape/* below */.Gz)(file.value, "tags", "mlflow.data.context"))),
                run: run !== null && isRunMeta(run.value) ? runIdOf(run) : null,
                where: { pointer: "/source_id" },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-search-runs.js




const recordLimit = 3;
const isHeader = (columns) => columns.includes("run_id") &&
    columns.includes("experiment_id") &&
    columns.some((column) => column.startsWith("metrics."));
const isRecordOfRun = (row) => (0,shape/* hasKeys */.xV)(row, "run_id", "experiment_id") && (0,shape/* members */.ol)(row).some(([key]) => key.startsWith("metrics."));
const rowsOfTable = (table) => table.rows.map((row, index) => ({
    cells: new Map(table.header.map((column, at) => [column, row[at] ?? ""])),
    where: () => ({ line: table.lineOf(index) }),
}));
const rowsOfRecords = (value) => ((0,shape/* list */.p_)(value) ?? []).map((row, index) => ({
    cells: new Map((0,shape/* members */.ol)(row)),
    where: (column) => ({ pointer: (0,model_source/* pointer */.Wn)("", index, column) }),
}));
const mlflow_search_runs_rowsOf = (file) => file.syntax === "delimited" ? (file.table === undefined ? [] : rowsOfTable(file.table)) : rowsOfRecords(file.value);
/** Texts of the columns that begin with `prefix`, by the rest of their name; empty cells are absent ones. */
function mlflow_search_runs_textsOf({ cells }, prefix) {
    const named = [...cells].filter(([column]) => column.startsWith(prefix));
    return new Map(named.flatMap(([column, cell]) => {
        const written = (0,shape/* scalarText */.ws)(cell) ?? "";
        return written === "" ? [] : [[column.slice(prefix.length), written]];
    }));
}
function mlflow_search_runs_statementsOf(row) {
    const cell = (column) => (0,shape/* scalarText */.ws)(row.cells.get(column)) || null;
    const [run, at] = [cell("run_id"), cell("end_time") ?? cell("start_time")];
    if (cell("lifecycle_stage") === "deleted")
        return [];
    const [tags, params] = [mlflow_search_runs_textsOf(row, "tags."), mlflow_search_runs_textsOf(row, "params.")];
    const fold = params.get("fold") ?? "";
    const metrics = [...row.cells].filter(([column, value]) => column.startsWith("metrics.") && value !== "" && value !== null);
    return [
        {
            kind: "run",
            run_id: run,
            status: cell("status"),
            params: Object.fromEntries(params),
            code_revision: codeRevision(tags, undefined),
            environment: tagEnvironment(tags),
            at,
            where: row.where("run_id"),
        },
        ...metrics.map(([column, value]) => ({
            kind: "measurement",
            ...namedMeasurement(column.slice("metrics.".length)),
            value,
            run,
            fold: tags.has("mlflow.parentRunId") && /^\d{1,6}$/.test(fold) ? Number(fold) : null,
            at,
            where: row.where(column),
        })),
    ];
}
/** The table that `mlflow.search_runs()` gives, or `mlflow experiments csv`. */
const mlflowSearchRuns = {
    id: "mlflow-search-runs",
    title: "MLflow table of runs (`search_runs`, `mlflow experiments csv`)",
    definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.search_runs",
    versions: "2.22.5, 3.17.2",
    reads: "A run for each row, with its status, parameters, tags and metrics.",
    leaves: "Empty cells: pandas writes them both for a metric that was not logged and for one that was NaN.",
    syntax: ["delimited", "json"],
    numbersAsText: true,
    gives: ["run", "measurement"],
    recognises: (file) => file.syntax === "delimited"
        ? file.table !== undefined && isHeader(file.table.header)
        : ((0,shape/* list */.p_)(file.value)?.slice(0, recordLimit).some(isRecordOfRun) ?? false),
    read: (file) => mlflow_search_runs_rowsOf(file).flatMap(mlflow_search_runs_statementsOf),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/split-table.js


const split_table_truths = /^(y_?true|y|target|targets|label|labels|actual|ground_?truth|expected(_response)?|truth|true_label)$/i;
const split_table_guesses = /^(y_?(pred|score|prob|proba|hat)|pred|prediction|predictions|predicted|score|scores|prob|probability|output|outputs|response)$/i;
/** Scores of single examples, as MLflow's evaluation names them. */
const exampleScore = /.\/(score|value|justification|rationale)$/;
/** Columns of results rather than of examples: two known metrics side by side. */
const holdsResults = (columns) => columns.filter((column) => ![exampleScore, split_table_truths, split_table_guesses].some((known) => known.test(column)) && (0,metric_vocabulary/* interpretMetric */.s0)(column).known).length > 1;
/**
 * `{"columns": […], "data": [[…], …]}`: a table of examples as MLflow and W&B log it. pandas on its own adds an
 * `index`; a table of results is not for this reader.
 */
function isSplitTable(value) {
    const columns = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "columns"));
    const rows = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "data"));
    if (columns === undefined || rows === undefined || columns.length === 0)
        return false;
    const others = (0,shape/* members */.ol)(value).map(([key]) => key);
    return (others.every((key) => ["columns", "data", "ncols", "column_types"].includes(key)) &&
        columns.every((column) => (0,shape/* scalarText */.ws)(column) !== undefined) &&
        rows.slice(0, 3).every(shape/* isList */.Lv) &&
        !holdsResults(columns.map((column) => (0,shape/* scalarText */.ws)(column) ?? "")));
}
/** Predictions where a column holds what is true and another what the model said. */
const split_table_roleOf = (columns) => columns.some((column) => split_table_truths.test(column)) && columns.some((column) => split_table_guesses.test(column))
    ? "predictions"
    : null;
/** Rows as records, of which MLflow's evaluation scored columns: `ndcg_at_5/score`, `answer/value`. */
function isScoredRecords(value) {
    const first = (0,shape/* members */.ol)((0,shape/* list */.p_)(value)?.[0]).map(([key]) => key);
    return first.some((key) => exampleScore.test(key)) && first.length > 1;
}
/** A table of records, without its rows. */
function recordTableStatements(value) {
    const columns = (0,shape/* members */.ol)((0,shape/* list */.p_)(value)?.[0]).map(([key]) => key);
    return [{ kind: "table", columns, rows: (0,shape/* list */.p_)(value)?.length ?? 0, role: split_table_roleOf(columns), where: { pointer: "/0" } }];
}
/** The table, without its rows. */
function splitTableStatements(value) {
    const columns = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "columns")) ?? []).map((column) => (0,shape/* scalarText */.ws)(column) ?? "");
    const rows = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "data"))?.length ?? 0;
    return [{ kind: "table", columns, rows, role: split_table_roleOf(columns), where: { pointer: "/columns" } }];
}

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-table.js


/** Rows that lie beside a saved model show what it takes. */
const isInputExample = (file) => file.name === "input_example.json" && file.neighbour("MLmodel") !== null;
/** Results by chunk of time, which another tool keeps in the same form. */
const isOfChunks = ({ value }) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "columns")) ?? []).includes("chunk_key");
/** A table that a run logged: `log_table`, or the answers and scores of an evaluation. */
const mlflowTable = {
    id: "mlflow-table",
    title: "MLflow table (`eval_results_table.json`, `log_table`)",
    definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.log_table",
    versions: "2.22.5, 3.17.2",
    reads: "Columns and the number of rows, as predictions where one column holds the truth and another the model's word.",
    leaves: "The rows, and scores of single rows: their means are metrics of the run.",
    syntax: ["json"],
    gives: ["table"],
    recognises: (file) => isScoredRecords(file.value) ||
        (!file.name.endsWith(".table.json") && isSplitTable(file.value) && !isInputExample(file) && !isOfChunks(file)),
    read: ({ value }) => (isScoredRecords(value) ? recordTableStatements(value) : splitTableStatements(value)),
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-trace.js


const isSpans = (file) => (0,shape/* hasKeys */.xV)((0,shape/* below */.Gz)(file.value, "spans", 0), "trace_id", "span_id", "start_time_unix_nano");
/** What a language-model application did for one request, and what was judged of it. */
const mlflowTrace = {
    id: "mlflow-trace",
    title: "MLflow trace and its assessments",
    definedAt: "https://mlflow.org/docs/latest/genai/tracing/",
    versions: "3.17.2",
    reads: "Nothing: the run that evaluated the traces holds the scores over all of them.",
    leaves: "Requests, responses, spans and the feedback on single answers.",
    syntax: ["yaml", "json"],
    gives: [],
    recognises: (file) => file.syntax === "yaml"
        ? isTraceMeta(file.value) || (0,shape/* hasKeys */.xV)(file.value, "assessment_id", "assessment_name", "trace_id")
        : isSpans(file),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/mlflow-validation.js

const failure = /^(?:[\w.]{0,200}ModelValidationFailedException: ?)?Metric (.{1,300}?) (value threshold|minimum absolute change|minimum relative change) check failed: /;
/** Sentences of a line: several metrics may fail in one. */
const sentences = (line) => line.slice(0, 20_000).split(/(?<=\.) (?=Metric )/);
const last = (text, pattern) => (0,shape/* numeric */.sH)(pattern.exec(text)?.[1]) ?? null;
/** The exception in which `validate_evaluation_results` tells what failed; there is no text where all held. */
const mlflowValidation = {
    id: "mlflow-validation",
    title: "MLflow validation failure (`validate_evaluation_results`)",
    definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.validate_evaluation_results",
    versions: "2.22.5, 3.17.2",
    reads: "A failed check for each metric and threshold, with what was observed and expected.",
    leaves: "The baseline's value. Thresholds that held are not in the text.",
    syntax: ["text"],
    gives: ["check"],
    recognises: ({ text }) => failure.test(text.slice(0, 1_000)),
    read: ({ text }) => text.split("\n").flatMap((line, index) => sentences(line).flatMap((sentence) => {
        const [, metric, kind] = failure.exec(sentence) ?? [];
        if (metric === undefined || kind === undefined)
            return [];
        return [
            {
                kind: "check",
                name: `${metric} ${kind}`,
                passed: false,
                observed: last(sentence, /candidate model .{1,300}? = ([-+.\deE]{0,40}\d)/),
                expected: last(sentence, /threshold = ([-+.\deE]{0,40}\d)/),
                message: sentence.trim(),
                where: { line: index + 1 },
            },
        ];
    })),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/proto-tree.js


/** The root of a message in JSON; `at` is its own pointer, within the document of `line` where a line is one. */
const protoOfJson = (value, at = "", line) => ({ form: "json", value, at, line });
/** The root of a message in text form. */
const protoOfText = (message) => ({
    form: "text",
    field: { name: "", line: 1, column: 1, content: message },
});
const camelCase = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
function jsonMember(node, name) {
    for (const key of [camelCase(name), name]) {
        const found = (0,shape/* member */.Dc)(node.value, key);
        if (found !== undefined)
            return { ...node, value: found, at: (0,model_source/* pointer */.Wn)(node.at, key) };
    }
    return undefined;
}
const textMembers = (node, name) => typeof node.field.content === "object"
    ? node.field.content.fields.filter((field) => field.name === name).map((field) => ({ form: "text", field }))
    : [];
/** Every value of a repeated field, in order; none where it is absent. */
function every(node, name) {
    if (node === undefined)
        return [];
    if (node.form === "text")
        return textMembers(node, name);
    const found = jsonMember(node, name);
    if (found?.form !== "json" || found.value === null)
        return [];
    const { value, at } = found;
    return (0,shape/* isList */.Lv)(value) ? value.map((each, index) => ({ ...found, value: each, at: (0,model_source/* pointer */.Wn)(at, index) })) : [found];
}
/** The value of a field; the last where a text states it twice; undefined where it is absent. */
const one = (node, name) => every(node, name).at(-1);
/** The value below a path of fields. */
const within = (node, ...path) => path.reduce((current, name) => one(current, name), node);
/** The entries of a map field. */
function entries(node, name) {
    if (node?.form === "json") {
        const map = jsonMember(node, name);
        if (map?.form !== "json")
            return [];
        return (0,shape/* members */.ol)(map.value).map(([key, value]) => [key, { ...map, value, at: (0,model_source/* pointer */.Wn)(map.at, key) }]);
    }
    return every(node, name).flatMap((entry) => {
        const value = one(entry, "value");
        return value === undefined ? [] : [[scalar(one(entry, "key")) ?? "", value]];
    });
}
/** A scalar as text; null for messages and what is absent. */
function scalar(node) {
    if (node === undefined)
        return null;
    if (node.form === "text")
        return typeof node.field.content === "string" ? node.field.content : null;
    const { value } = node;
    return value === null || typeof value === "object" ? null : String(value);
}
/** A finite number; null where it is absent or none, `"NaN"` included. */
function proto_tree_numberOf(node) {
    const written = scalar(node);
    if (written === null || written.trim() === "")
        return null;
    const value = Number(written);
    return Number.isFinite(value) ? value : null;
}
/** The value of a wrapper such as `DoubleValue`: bare in JSON, a message in text, whose default 0 is left out. */
function wrapped(node) {
    if (node === undefined)
        return null;
    return scalar(node) ?? scalar(one(node, "value")) ?? (isMessage(node) ? "0" : null);
}
const isMessage = (node) => node.form === "json" ? (0,shape/* isRecord */.u4)(node.value) : typeof node.field.content === "object";
/** Where a value stands. */
function proto_tree_placeOf(node) {
    if (node.form === "text")
        return { line: node.field.line, column: node.field.column };
    return node.line === undefined ? { pointer: node.at } : { pointer: node.at, line: node.line };
}
/** The members of a JSON record as nodes, with their keys as they stand; none for a text. */
const fieldsOf = (node) => node.form === "text"
    ? []
    : (0,shape/* members */.ol)(node.value).map(([key, value]) => [key, { ...node, value, at: (0,model_source/* pointer */.Wn)(node.at, key) }]);

;// CONCATENATED MODULE: ./build/src/adapters/families/tfx.js

/** A property as the metadata store writes it, in one of its typed fields, or the bare value of an executor's output. */
function propertyValue(property) {
    if (property === undefined)
        return undefined;
    const fields = ["string_value", "int_value", "double_value", "bool_value", "struct_value", "number_value"];
    return fields.map((field) => one(property, field)).find((value) => value !== undefined) ?? property;
}
/** True, false, or null for a flag written as a boolean, a number or a text. */
function flagOf(node) {
    const written = scalar(node)?.toLowerCase();
    if (written === undefined)
        return null;
    if (written === "true" || Number(written) === 1)
        return true;
    return written === "false" || (written !== "" && Number(written) === 0) ? false : null;
}
/** The flags by split: a record, or a record written as JSON text. */
function flagsBySplit(node) {
    const written = scalar(node);
    if (written?.startsWith("{") !== true)
        return fieldsOf(node).map(([split, flag]) => [split, flagOf(flag)]);
    const pairs = [...written.matchAll(/"([^"\\]+)"\s*:\s*([\d.]+|true|false)/g)];
    return pairs.map(([, split, flag]) => [split ?? "", flagOf(protoOfJson(flag ?? ""))]);
}
/** The blessing of an artifact: one of a model, or one for each split of validated examples. */
function blessingChecks(blessed, at = null) {
    const value = propertyValue(blessed);
    if (value === undefined)
        return [];
    const where = proto_tree_placeOf(value);
    const splits = flagsBySplit(value);
    if (splits.length === 0)
        return [{ kind: "check", name: "blessing", passed: flagOf(value), suite: true, at, where }];
    return splits.map(([split, passed]) => ({
        kind: "check",
        name: `blessing of ${split}`,
        passed,
        suite: true,
        at,
        where,
    }));
}

;// CONCATENATED MODULE: ./build/src/adapters/mlmd-export.js





const isTyped = (value) => (0,shape/* hasKeys */.xV)(value, "type_id") || (0,shape/* hasKeys */.xV)(value, "typeId");
function isExport(value) {
    const parts = ["artifacts", "executions", "events"].map((key) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, key)));
    if (parts.filter((part) => part !== undefined).length < 2)
        return false;
    const typed = [...(parts[0] ?? []), ...(parts[1] ?? [])];
    return typed.length > 0 && typed.slice(0, 3).every(isTyped);
}
/** An artifact's type by the name beside its id or by the table of types, with the simple type it derives from. */
function typeNames(store) {
    const byId = new Map(every(store, "artifact_types").map((type) => [scalar(one(type, "id")), type]));
    return (node) => {
        const type = byId.get(scalar(one(node, "type_id")));
        return {
            name: scalar(one(node, "type")) ?? scalar(one(type, "name")) ?? "",
            base: scalar(one(type, "base_type")) ?? "",
        };
    };
}
const propertiesOf = (node) => [
    ...entries(node, "properties"),
    ...entries(node, "custom_properties"),
];
const property = (node, name) => propertyValue(propertiesOf(node).find(([key]) => key === name)?.[1]);
/** Milliseconds since 1970, written as text. */
const mlmd_export_instant = (node) => {
    const milliseconds = proto_tree_numberOf(node);
    return milliseconds === null || milliseconds === 0 ? null : (0,instant/* instantOf */.B)(milliseconds);
};
const labelOf = (node) => scalar(one(node, "name")) ?? scalar(one(node, "uri")) ?? scalar(one(node, "id")) ?? "";
/** Numbers with a fraction among an artifact's properties; of a model only those that are metrics by their name. */
function mlmd_export_metricsOf(artifact, onlyKnown, version, at) {
    return propertiesOf(artifact).flatMap(([name, typed]) => {
        const value = one(typed, "double_value");
        if (value === undefined || (onlyKnown && !(0,metric_vocabulary/* interpretMetric */.s0)(name).known))
            return [];
        return [{ kind: "measurement", raw_metric: name, value: scalar(value), version, at, where: proto_tree_placeOf(value) }];
    });
}
function mlmd_export_modelStatements(artifact, at) {
    const version = scalar(property(artifact, "version"));
    return [
        {
            kind: "model",
            name: scalar(one(artifact, "name")),
            version,
            created: mlmd_export_instant(one(artifact, "create_time_since_epoch")),
            at,
            where: proto_tree_placeOf(property(artifact, "version") ?? artifact),
        },
        ...mlmd_export_metricsOf(artifact, true, version, at),
    ];
}
function mlmd_export_datasetStatement(artifact, at) {
    const fingerprint = scalar(property(artifact, "input_fingerprint"));
    return {
        kind: "dataset",
        name: scalar(one(artifact, "name")),
        location: scalar(one(artifact, "uri")),
        digest: fingerprint === null ? null : `tfx-fingerprint:${fingerprint}`,
        at,
        where: proto_tree_placeOf(one(artifact, "uri") ?? artifact),
    };
}
function mlmd_export_artifactStatements(artifact, typeOf) {
    const { name, base } = typeOf(artifact);
    const at = mlmd_export_instant(one(artifact, "last_update_time_since_epoch"));
    const blessings = blessingChecks(property(artifact, "blessed"), at);
    if (base === "MODEL" || /^(system\.)?Model$/.test(name))
        return [...mlmd_export_modelStatements(artifact, at), ...blessings];
    if (base === "METRICS" || /(^|\.)(Classification)?Metrics$/.test(name))
        return mlmd_export_metricsOf(artifact, false, null, at);
    if (base === "DATASET" || /^(system\.Dataset|Dataset|Examples)$/.test(name))
        return [mlmd_export_datasetStatement(artifact, at)];
    return blessings;
}
const paramsOf = (execution) => Object.fromEntries(propertiesOf(execution).map(([name, typed]) => [name, scalar(propertyValue(typed))]));
function mlmd_export_runStatement(execution, events, labels) {
    const id = scalar(one(execution, "id"));
    const own = events.filter((event) => scalar(one(event, "execution_id")) === id);
    const linked = (direction) => own
        .filter((event) => direction.test(scalar(one(event, "type")) ?? ""))
        .map((event) => labels.get(scalar(one(event, "artifact_id")) ?? "") ?? "")
        .filter((label) => label !== "");
    return {
        kind: "run",
        run_id: scalar(one(execution, "name")) ?? id,
        status: scalar(one(execution, "last_known_state")),
        params: paramsOf(execution),
        inputs: linked(/INPUT$/),
        outputs: linked(/OUTPUT$/),
        at: mlmd_export_instant(one(execution, "last_update_time_since_epoch")),
        where: proto_tree_placeOf(one(execution, "id") ?? execution),
    };
}
/** A store of ML Metadata as JSON: artifacts, executions, and the events that link them. */
const mlmdExport = {
    id: "mlmd-export",
    title: "ML Metadata export",
    definedAt: "https://github.com/google/ml-metadata/blob/master/ml_metadata/proto/metadata_store.proto",
    versions: "ml-metadata 1.17 with TFX 1.16; camel-case keys from the schema, not seen",
    reads: "Models with their version and metrics, metrics artifacts, data sets with their fingerprint, blessings, and executions with what went in and came out.",
    leaves: "Contexts, types and paths. A dump in SQL is not read.",
    syntax: ["json"],
    gives: ["measurement", "model", "dataset", "check", "run"],
    numbersAsText: true,
    recognises: ({ value }) => isExport(value),
    read({ value }) {
        if (value === undefined)
            return [];
        const store = protoOfJson(value);
        const artifacts = every(store, "artifacts");
        const events = every(store, "events");
        const labels = new Map(artifacts.map((artifact) => [scalar(one(artifact, "id")) ?? "", labelOf(artifact)]));
        const typeOf = typeNames(store);
        return [
            ...artifacts.flatMap((artifact) => mlmd_export_artifactStatements(artifact, typeOf)),
            ...every(store, "executions").map((execution) => mlmd_export_runStatement(execution, events, labels)),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/model-card-toolkit.js






const version = (card) => (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(card, "model_details"), "version"), "name")) ?? null;
function model_card_toolkit_modelStatement(card) {
    const details = (0,shape/* member */.Dc)(card, "model_details");
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(details, "name"));
    if (name === undefined)
        return [];
    const date = (0,shape/* text */.Qq)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(details, "version"), "date"));
    return [
        {
            kind: "model",
            where: { pointer: "/model_details/name" },
            name,
            version: version(card),
            ...(date === undefined ? {} : { created: date }),
        },
    ];
}
function model_card_toolkit_intervalOf(metric) {
    const stated = (0,shape/* member */.Dc)(metric, "confidence_interval");
    const lower = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(stated, "lower_bound"));
    const upper = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(stated, "upper_bound"));
    return lower === undefined && upper === undefined
        ? null
        : { lower: lower ?? null, upper: upper ?? null, level: null };
}
function model_card_toolkit_measurement(metric, at) {
    const name = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(metric, "type"));
    const value = (0,shape/* member */.Dc)(metric, "value");
    if (name === undefined || value === undefined)
        return [];
    const threshold = (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metric, "threshold"));
    return [
        {
            kind: "measurement",
            where: { pointer: (0,model_source/* pointer */.Wn)(at, "value") },
            raw_metric: name,
            ...valueAndUnit(value),
            slice: sliceNamed((0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(metric, "slice")) ?? ""),
            interval: model_card_toolkit_intervalOf(metric),
            ...(threshold === undefined ? {} : { threshold }),
        },
    ];
}
/** A test that VerifyML ran. Its writer leaves out nothing: a test without a verdict has none. */
function checkStatement(test, at, of) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(test, "name"));
    if (name === undefined)
        return [];
    return [
        {
            kind: "check",
            where: { pointer: at },
            name,
            passed: (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(test, "passed")) ?? null,
            column: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(of, "segment")) ?? null,
            observed: (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(test, "result")) ?? null,
            expected: (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(test, "threshold")) ?? null,
            message: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(test, "description")) ?? null,
        },
    ];
}
/** Reports that hold tests: performance metrics, explanations, fairness analyses. */
const reports = [
    ["quantitative_analysis", "performance_metrics"],
    ["explainability_analysis", "explainability_reports"],
    ["fairness_analysis", "fairness_reports"],
];
function checks(card) {
    return reports.flatMap(([analysis, key]) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(card, analysis), key)) ?? []).flatMap((report, index) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(report, "tests")) ?? []).flatMap((test, place) => checkStatement(test, (0,model_source/* pointer */.Wn)("", analysis, key, index, "tests", place), report))));
}
function roleNamed(name) {
    if (/\btrain|train(ing)?\b|_train|train_/i.test(name))
        return "train";
    if (/valid|\bval\b|\bdev\b/i.test(name))
        return "validation";
    return /test|eval/i.test(name) ? "test" : null;
}
function model_card_toolkit_datasetStatement(data, at, key) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(data, "name")) ?? key;
    const link = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(data, "link")) ?? null;
    if (name === null || (key !== null && (0,shape/* text */.Qq)((0,shape/* member */.Dc)(data, "name")) === undefined && link === null))
        return [];
    return [{ kind: "dataset", where: { pointer: at }, name, role: roleNamed(key ?? name), location: link }];
}
/** A list of data sets since schema 0.0.2, `train` and `eval` before. */
function model_card_toolkit_datasets(card) {
    const data = (0,shape/* member */.Dc)((0,shape/* member */.Dc)(card, "model_parameters"), "data");
    const at = "/model_parameters/data";
    if ((0,shape/* isRecord */.u4)(data))
        return (0,shape/* members */.ol)(data).flatMap(([key, one]) => model_card_toolkit_datasetStatement(one, (0,model_source/* pointer */.Wn)(at, key), key));
    return ((0,shape/* list */.p_)(data) ?? []).flatMap((one, index) => model_card_toolkit_datasetStatement(one, (0,model_source/* pointer */.Wn)(at, index), null));
}
const leavesOut = (name) => name === "quantitative_analysis.performance_metrics" || isPicture(name.slice(name.lastIndexOf(".") + 1));
const modelCardToolkit = {
    id: "model-card-toolkit",
    title: "Model Card Toolkit and VerifyML model card",
    definedAt: "https://github.com/tensorflow/model-card-toolkit/tree/main/model_card_toolkit/schema",
    versions: "schemas 0.0.1 and 0.0.2 (Model Card Toolkit 2.0.0); 0.0.3 and 0.0.4 (VerifyML): tests from the schema, not seen",
    reads: "Every field, the sections that the keys are, performance metrics with slice, threshold and confidence interval as claims, data sets, the model's name and version, and VerifyML's tests.",
    leaves: "Pictures, and cards that are stored as binary protocol buffers.",
    syntax: ["json"],
    gives: ["card", "measurement", "model", "dataset", "check"],
    marksModel: true,
    claims: true,
    numbersAsText: true,
    recognises({ value }) {
        const details = (0,shape/* record */.g1)((0,shape/* member */.Dc)(value, "model_details"));
        if (details === undefined)
            return false;
        const parts = ["model_parameters", "quantitative_analysis", "considerations", "fairness_analysis"];
        return (parts.some((key) => (0,shape/* record */.g1)((0,shape/* member */.Dc)(value, key)) !== undefined) ||
            typeof (0,shape/* member */.Dc)(value, "schema_version") === "string");
    },
    read(file) {
        const card = file.value ?? null;
        const metrics = (0,shape/* list */.p_)((0,shape/* member */.Dc)((0,shape/* member */.Dc)(card, "quantitative_analysis"), "performance_metrics")) ?? [];
        const at = "/quantitative_analysis/performance_metrics";
        return [
            ...fieldStatements(card, "", "", leavesOut),
            ...structuredSections(card, ""),
            ...model_card_toolkit_modelStatement(card),
            ...model_card_toolkit_datasets(card),
            ...metrics.flatMap((metric, index) => model_card_toolkit_measurement(metric, (0,model_source/* pointer */.Wn)(at, index))),
            ...checks(card),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/nannyml-frame.js


/** A frame saved as CSV with one to three header lines, or as JSON of any of pandas' usual orientations. */
function nannyml_frame_frameOf(file) {
    switch (file.syntax) {
        case "delimited":
            return file.table === undefined ? undefined : fromTable(file.table);
        case "json":
            return fromJson(file.value);
        case "json-lines":
            return fromLines(file.values);
        default:
            return undefined;
    }
}
function fromTable(table) {
    const levels = headerLevels(table);
    const columns = levels === 1 ? table.header : flattened(table, levels);
    const places = new Map(columns.map((column, index) => [column, index]));
    const rowOf = (cells, index) => {
        const line = table.lineOf(index + levels - 1);
        return {
            value: (column) => {
                const place = places.get(column);
                return place === undefined ? undefined : (cells[place] ?? "");
            },
            where: () => ({ line }),
        };
    };
    return { columns, rows: () => table.rows.slice(levels - 1).map(rowOf) };
}
/** The last header line is the one that says `key` or `start_index` below `chunk`. */
function headerLevels({ header, rows }) {
    const chunk = header.indexOf("chunk");
    if (chunk === -1)
        return 1;
    const fields = rows.slice(0, 2).findIndex((cells) => cells[chunk] === "key" || cells[chunk] === "chunk_index");
    return fields === -1 ? 1 : fields + 2;
}
/** `amount`, `jensen_shannon`, `value` become `amount_jensen_shannon_value`, as the tool's flat form has it. */
function flattened(table, levels) {
    const lines = [table.header, ...table.rows.slice(0, levels - 1)];
    return table.header.map((_, column) => {
        const parts = lines.map((cells) => cells[column] ?? "").filter((part) => part !== "");
        const named = levels === 3 && parts[0] === parts[1] ? parts.slice(1) : parts;
        const last = named.at(-1) ?? "";
        return named[0] === "chunk" && last.startsWith("chunk_") ? last : named.join("_");
    });
}
function fromJson(value) {
    const records = (0,shape/* list */.p_)(value);
    if (records !== undefined)
        return fromRecords(records[0], () => records.map((body, index) => rowOfRecord(body, (column) => ({ pointer: (0,model_source/* pointer */.Wn)("", index, column) }))));
    const columns = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "columns"))?.map((column) => (0,shape/* text */.Qq)(column) ?? "");
    const data = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "data"));
    if (columns !== undefined && data !== undefined)
        return fromSplit(columns, data);
    return (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "chunk_key")) || (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "column_name"))
        ? fromColumns(value)
        : undefined;
}
const fromLines = (values) => fromRecords(values[0]?.value, () => values.map(({ value, line }) => rowOfRecord(value, () => ({ line }))));
const rowOfRecord = (body, where) => ({
    value: (column) => (0,shape/* member */.Dc)(body, column),
    where,
});
const fromRecords = (first, rows) => (0,shape/* isRecord */.u4)(first) ? { columns: Object.keys(first), rows } : undefined;
function fromSplit(columns, data) {
    const places = new Map(columns.map((column, index) => [column, index]));
    return {
        columns,
        rows: () => data.map((cells, index) => ({
            value: (column) => {
                const place = places.get(column);
                return place === undefined ? undefined : (0,shape/* list */.p_)(cells)?.[place];
            },
            where: (column) => ({ pointer: (0,model_source/* pointer */.Wn)("", "data", index, places.get(column) ?? 0) }),
        })),
    };
}
/** pandas' default orientation: each column a record of index to value. */
function fromColumns(value) {
    const columns = (0,shape/* members */.ol)(value).map(([column]) => column);
    const first = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, columns[0] ?? ""));
    return {
        columns,
        rows: () => first.map(([index]) => ({
            value: (column) => (0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, column), index),
            where: (column) => ({ pointer: (0,model_source/* pointer */.Wn)("", column, index) }),
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/nannyml-ranking.js


/** Columns in the order of their alerts, or of how their drift goes with that of the performance. */
const nannymlRanking = {
    id: "nannyml-ranking",
    title: "NannyML ranking of columns",
    definedAt: "https://nannyml.readthedocs.io/en/stable/tutorials/detecting_data_drift/univariate_drift_detection.html",
    versions: "0.13.1; the correlation ranking from the schema, not seen",
    reads: "How many alerts each column had, and, in a ranking by correlation, whether it drifted.",
    leaves: "Ranks, and the correlation of drift with performance.",
    syntax: ["delimited", "json", "json-lines"],
    gives: ["measurement", "drift"],
    recognises: (file) => {
        const frame = nannyml_frame_frameOf(file);
        return frame !== undefined && isRanking(frame);
    },
    read: (file) => (nannyml_frame_frameOf(file)?.rows() ?? []).flatMap(rankStatements),
};
const isRanking = ({ columns }) => columns.includes("column_name") &&
    columns.includes("rank") &&
    (columns.includes("number_of_alerts") || columns.includes("has_drifted"));
function rankStatements(row) {
    const column = (0,shape/* text */.Qq)(row.value("column_name"));
    if (column === undefined || column === "")
        return [];
    const alerts = (0,shape/* numeric */.sH)(row.value("number_of_alerts"));
    const drifted = truth(row.value("has_drifted"));
    return [
        ...(alerts === undefined
            ? []
            : [
                {
                    kind: "measurement",
                    raw_metric: "number_of_alerts",
                    value: alerts,
                    unit: "count",
                    slice: { column },
                    where: row.where("number_of_alerts"),
                },
            ]),
        ...(drifted === null
            ? []
            : [{ kind: "drift", scope: "column", column, drifted, where: row.where("has_drifted") }]),
    ];
}
function truth(value) {
    if (typeof value === "boolean")
        return value;
    return value === "True" || value === "true" ? true : value === "False" || value === "false" ? false : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/nannyml-look.js

/** The end of the names of the columns that say whether a chunk alerts. */
const ALERT = "_alert";
/** One subject in one chunk of a frame of results. */
function lookAt(row, prefix) {
    const start = (0,shape/* numeric */.sH)(row.value("chunk_start_index"));
    const end = (0,shape/* numeric */.sH)(row.value("chunk_end_index"));
    return {
        row,
        prefix,
        at: dateOf(row.value("chunk_end_date")),
        period: (0,shape/* text */.Qq)(row.value("chunk_period")) ?? null,
        chunk: (0,shape/* text */.Qq)(row.value("chunk_key")) ?? "",
        index: (0,shape/* numeric */.sH)(row.value("chunk_index")) ?? null,
        n: start === undefined || end === undefined || end < start ? null : end - start + 1,
    };
}
/** Dates are texts, with up to nine digits of a second, or milliseconds since 1970 where saved by column. */
function dateOf(value) {
    if (typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 8.64e15)
        return new Date(value).toISOString();
    return (0,shape/* text */.Qq)(value) || null;
}
/** The number of a field of the look's subject; NaN where it is empty, since the tool writes what is not a number so. */
const nannyml_look_numberOf = ({ row, prefix }, field) => (0,shape/* numeric */.sH)(row.value(`${prefix}_${field}`)) ?? NaN;
/** A limit or a spread; null where there is none. */
const nannyml_look_limitOf = ({ row, prefix }, field) => (0,shape/* numeric */.sH)(row.value(`${prefix}_${field}`)) ?? null;
/** Whether the tool alerts; null where it does not say. */
function alertOf({ row, prefix }) {
    const said = row.value(`${prefix}${ALERT}`);
    if (typeof said === "boolean")
        return said;
    return said === "True" || said === "true" ? true : said === "False" || said === "false" ? false : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/nannyml-performance.js


const nannyml_performance_share = { unit: "proportion", higher: true };
const error = { unit: null, higher: false };
const nannyml_performance_count = { unit: null, higher: null };
/** Metrics of performance, by the name that begins their columns. */
const performanceMetrics = {
    roc_auc: nannyml_performance_share,
    f1: nannyml_performance_share,
    precision: nannyml_performance_share,
    recall: nannyml_performance_share,
    specificity: nannyml_performance_share,
    accuracy: nannyml_performance_share,
    average_precision: nannyml_performance_share,
    business_value: { unit: null, higher: true },
    mae: error,
    mape: error,
    mse: error,
    msle: error,
    rmse: error,
    rmsle: error,
    true_positive: nannyml_performance_count,
    true_negative: nannyml_performance_count,
    false_positive: nannyml_performance_count,
    false_negative: nannyml_performance_count,
};
/**
 * The performance in one chunk: computed from targets, or estimated without them. An estimate has a range of
 * confidence, and what turned out stands beside it as `realized`.
 */
function measurementsOf(metric, look) {
    const lower = nannyml_look_limitOf(look, "lower_confidence_boundary");
    const upper = nannyml_look_limitOf(look, "upper_confidence_boundary");
    const estimated = lower !== null || upper !== null;
    const value = nannyml_performance_measurement(metric, `${look.prefix}_value`, look, {
        standard_error: nannyml_look_limitOf(look, "sampling_error"),
        ...(estimated ? { protocol: "estimated", interval: { lower, upper, level: null } } : {}),
    });
    return [...value, ...nannyml_performance_measurement(metric, `${look.prefix}_realized`, look, {})];
}
function nannyml_performance_measurement(metric, column, look, fields) {
    const value = (0,shape/* numeric */.sH)(look.row.value(column));
    if (value === undefined)
        return [];
    const known = Object.hasOwn(performanceMetrics, metric) ? performanceMetrics[metric] : undefined;
    return [
        {
            ...fields,
            kind: "measurement",
            raw_metric: column,
            metric,
            value,
            unit: known?.unit ?? null,
            higher_is_better: known?.higher ?? null,
            dataset: look.period,
            n: look.n,
            step: look.index,
            at: look.at,
            where: look.row.where(column),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/families/nannyml.js



const methods = ["jensen_shannon", "kolmogorov_smirnov", "wasserstein", "hellinger", "l_infinity", "chi2"];
const wholes = ["reconstruction_error", "domain_classifier_auroc"];
/** True for a frame of results: chunks, and columns that say of each whether it alerts. */
const isResults = ({ columns }) => columns.includes("chunk_key") && columns.some((column) => column.endsWith(ALERT));
/** A column's name may hold underscores: its method comes last. */
function nannyml_subjectOf(prefix, columns) {
    if (wholes.includes(prefix))
        return { kind: "dataset", method: prefix };
    const method = methods.find((name) => prefix.endsWith(`_${name}`));
    if (method !== undefined)
        return { kind: "column", column: prefix.slice(0, -method.length - 1), method };
    const performance = Object.hasOwn(performanceMetrics, prefix) || columns.has(`${prefix}_realized`);
    return performance ? { kind: "performance", metric: prefix } : { kind: "figure", column: prefix };
}
/**
 * What a frame of results states, chunk by chunk. Verdicts are those of the analysis period: the tool alerts on chunks
 * of the reference, too.
 */
function resultStatements(frame) {
    const columns = new Set(frame.columns);
    const subjects = frame.columns
        .filter((column) => column.endsWith(ALERT))
        .map((column) => column.slice(0, -ALERT.length))
        .map((prefix) => ({ prefix, subject: nannyml_subjectOf(prefix, columns) }));
    return frame
        .rows()
        .flatMap((row) => subjects.flatMap(({ prefix, subject }) => nannyml_statementsOf(subject, lookAt(row, prefix))));
}
function nannyml_statementsOf(subject, look) {
    if (subject.kind === "performance") {
        const measured = measurementsOf(subject.metric, look);
        return look.period === "reference" ? measured : [...measured, performanceDrift(subject.metric, look)];
    }
    if (look.period === "reference")
        return [];
    switch (subject.kind) {
        case "figure":
            return [figureCheck(subject.column, look)];
        case "column":
            return [nannyml_driftOf({ scope: "column", column: subject.column }, subject.method, look)];
        case "dataset":
            return [nannyml_driftOf({ scope: "dataset" }, subject.method, look)];
    }
}
/** A chunk whose number could not be computed has `alert` False: that is no verdict. */
function nannyml_driftOf(scope, method, look) {
    const value = nannyml_look_numberOf(look, "value");
    return {
        kind: "drift",
        ...scope,
        method: (0,drift_methods/* driftMethodOf */.QP)("nannyml", method)?.id ?? method,
        score: value,
        threshold: nannyml_look_limitOf(look, "upper_threshold") ?? nannyml_look_limitOf(look, "lower_threshold"),
        drifted: Number.isNaN(value) ? null : alertOf(look),
        n_current: look.n,
        at: look.at,
        where: look.row.where(`${look.prefix}_value`),
    };
}
function performanceDrift(metric, look) {
    const value = nannyml_look_numberOf(look, "value");
    const lower = nannyml_look_limitOf(look, "lower_threshold");
    const upper = nannyml_look_limitOf(look, "upper_threshold");
    return {
        kind: "drift",
        scope: "performance",
        method: metric,
        threshold: upper !== null && value > upper ? upper : (lower ?? upper),
        drifted: Number.isNaN(value) ? null : alertOf(look),
        n_current: look.n,
        at: look.at,
        where: look.row.where(`${look.prefix}_alert`),
    };
}
/** A figure of the data's quality within its thresholds: the alert is the verdict. */
function figureCheck(column, look) {
    const value = nannyml_look_numberOf(look, "value");
    const alert = alertOf(look);
    return {
        kind: "check",
        name: `${column} within thresholds, chunk ${look.chunk}`,
        column,
        passed: Number.isNaN(value) || alert === null ? null : !alert,
        observed: Number.isNaN(value) ? null : value,
        expected: rangeText(nannyml_look_limitOf(look, "lower_threshold"), nannyml_look_limitOf(look, "upper_threshold")),
        at: look.at,
        where: look.row.where(`${look.prefix}_value`),
    };
}
function rangeText(lower, upper) {
    const parts = [...(lower === null ? [] : [`≥ ${String(lower)}`]), ...(upper === null ? [] : [`≤ ${String(upper)}`])];
    return parts.length === 0 ? null : parts.join(" and ");
}

;// CONCATENATED MODULE: ./build/src/adapters/nannyml-results.js


/** Results of any NannyML calculator or estimator, saved from `to_df()`. */
const nannymlResults = {
    id: "nannyml-results",
    title: "NannyML results",
    definedAt: "https://nannyml.readthedocs.io/en/stable/tutorials/working_with_results.html",
    versions: "0.13.1",
    reads: "Drift of each column and of the whole in each chunk of the analysis period, with threshold and alert; performance, computed or estimated, with sampling error and range; thresholds on data quality and statistics as checks.",
    leaves: "Verdicts on chunks of the reference period, and Parquet files.",
    syntax: ["delimited", "json", "json-lines"],
    gives: ["drift", "measurement", "check"],
    recognises: (file) => {
        const frame = nannyml_frame_frameOf(file);
        return frame !== undefined && isResults(frame);
    },
    read: (file) => {
        const frame = nannyml_frame_frameOf(file);
        return frame === undefined ? [] : resultStatements(frame);
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/pandera-errors.js


const AREAS = ["SCHEMA", "DATA"];
const isArea = (value) => (0,shape/* members */.ol)(value).length > 0 &&
    (0,shape/* members */.ol)(value).every(([, errors]) => (0,shape/* isList */.Lv)(errors) && errors.every((error) => (0,shape/* hasKeys */.xV)(error, "check", "error")));
/** One failed check; the error's text holds data, so only its code is told. */
const failedCheck = (error, code, base) => ({
    kind: "check",
    name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(error, "check")) ?? code,
    column: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(error, "column")) ?? null,
    passed: false,
    message: code,
    where: { pointer: (0,model_source/* pointer */.Wn)(base, "check") },
});
/** What pandera's lazy validation prints: failed checks by the code of their reason. It lists failures only. */
const panderaErrors = {
    id: "pandera-errors",
    title: "pandera schema errors",
    definedAt: "https://pandera.readthedocs.io/en/stable/error_report.html",
    versions: "pandera 0.2x to 0.32; PySpark reports from the schema, not seen",
    reads: "A failed check for each error, with its column and the code of its reason, and one verdict: nothing in it has passed.",
    leaves: "The text of the errors, which holds data.",
    syntax: ["json"],
    gives: ["check"],
    recognises: ({ value }) => (0,shape/* members */.ol)(value).length > 0 && (0,shape/* members */.ol)(value).every(([area, errors]) => AREAS.includes(area) && isArea(errors)),
    read({ value }) {
        const checks = (0,shape/* members */.ol)(value).flatMap(([area, codes]) => (0,shape/* members */.ol)(codes).flatMap(([code, errors]) => ((0,shape/* list */.p_)(errors) ?? []).map((error, index) => failedCheck(error, code, (0,model_source/* pointer */.Wn)("", area, code, index)))));
        return [
            {
                kind: "check",
                name: "schema",
                passed: false,
                message: `${String(checks.length)} checks failed.`,
                suite: true,
                where: { pointer: "" },
            },
            ...checks,
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/pandera-failure-cases.js


const FIELDS = ["schema_context", "column", "check", "failure_case"];
function casesOfTable({ table }) {
    if (table === undefined)
        return [];
    const [context, column, check, failing] = FIELDS.map((field) => table.header.indexOf(field));
    return table.rows.map((row, index) => ({
        context: row[context ?? -1] ?? "",
        column: row[column ?? -1] ?? "",
        check: row[check ?? -1] ?? "",
        failing: row[failing ?? -1] ?? "",
        where: { line: table.lineOf(index) },
    }));
}
/** A data frame in JSON: records in a list or by their index, or columns by name. */
function casesOfValue(value) {
    const keys = (0,shape/* isList */.Lv)(value) ? value.map((_, index) => index) : (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "check")).map(([key]) => key);
    const cell = (key, field) => (0,shape/* isList */.Lv)(value) ? (0,shape/* member */.Dc)(value[Number(key)], field) : (0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, field), String(key));
    return keys.map((key) => ({
        context: (0,shape/* scalarText */.ws)(cell(key, "schema_context")) ?? "",
        column: (0,shape/* scalarText */.ws)(cell(key, "column")) ?? "",
        check: (0,shape/* scalarText */.ws)(cell(key, "check")) ?? "",
        failing: (0,shape/* scalarText */.ws)(cell(key, "failure_case")) ?? "",
        where: { pointer: (0,shape/* isList */.Lv)(value) ? (0,model_source/* pointer */.Wn)("", key, "check") : (0,model_source/* pointer */.Wn)("", "check", key) },
    }));
}
/** Failures of the whole frame stand under the schema's name; of a missing or unknown column, the case is its name. */
const pandera_failure_cases_columnOf = ({ context, column, check, failing }) => {
    if (context === "Column" || context === "Index" || context === "MultiIndex")
        return column === "" ? null : column;
    return /^column_(in|not_in)_/.test(check) && failing !== "" ? failing : null;
};
/** One failed check for each column and check, with the number of its cases. */
function failedChecks(cases) {
    const groups = new Map();
    for (const each of cases) {
        const key = JSON.stringify([each.context, pandera_failure_cases_columnOf(each), each.check]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [each]);
        else
            group.push(each);
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        return {
            kind: "check",
            name: first.check,
            column: pandera_failure_cases_columnOf(first),
            passed: false,
            message: `${String(group.length)} failure ${group.length === 1 ? "case" : "cases"}.`,
            where: first.where,
        };
    });
}
/** A file of failures says that validation failed; without any it does not say that validation ran. */
const pandera_failure_cases_verdict = (failed, where) => ({
    kind: "check",
    name: "schema",
    passed: failed > 0 ? false : null,
    message: failed > 0 ? `${String(failed)} checks have failure cases.` : "No failure case, and no word of a validation.",
    suite: true,
    where,
});
function recognised({ syntax, table, value }) {
    if (syntax === "delimited")
        return FIELDS.every((field) => table?.header.includes(field) === true);
    if ((0,shape/* isList */.Lv)(value))
        return value.length > 0 && (0,shape/* hasKeys */.xV)(value[0], ...FIELDS);
    return (0,shape/* hasKeys */.xV)(value, ...FIELDS) && (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "check"));
}
/** The data frame of failure cases that pandera's lazy validation raises with. It lists failures only. */
const panderaFailureCases = {
    id: "pandera-failure-cases",
    title: "pandera failure cases",
    definedAt: "https://pandera.readthedocs.io/en/stable/lazy_validation.html",
    versions: "pandera 0.2x to 0.32; polars column order from the schema, not seen",
    reads: "A failed check for each column and check, with the number of its cases, and one verdict: failures only, so nothing in it has passed.",
    leaves: "The failing values and their rows, which are data.",
    syntax: ["delimited", "json"],
    gives: ["check"],
    recognises: recognised,
    read(file) {
        const cases = file.syntax === "delimited" ? casesOfTable(file) : casesOfValue(file.value);
        const checks = failedChecks(cases);
        return [pandera_failure_cases_verdict(checks.length, file.syntax === "delimited" ? { line: 1 } : { pointer: "" }), ...checks];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/pandera-schema.js

/** A data frame schema: what is to hold. Nothing in it was checked. */
const panderaSchema = {
    id: "pandera-schema",
    title: "pandera schema",
    definedAt: "https://pandera.readthedocs.io/en/stable/schema_inference.html",
    versions: "pandera 0.32; earlier ones from the schema, not seen",
    reads: "Nothing beyond the format: a schema says what to check and holds no result.",
    leaves: "Columns, types and checks.",
    syntax: ["yaml", "json"],
    gives: [],
    recognises: ({ value }) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "schema_type")) === "dataframe" && (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "columns")),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/parquet-table.js

/** Rows of data in Parquet, told from the file's footer. */
const parquetTable = {
    id: "parquet-table",
    title: "Table of rows in Parquet",
    definedAt: "https://parquet.apache.org/docs/file-format/",
    versions: "format versions 1.0 and 2.x, as pyarrow and fastparquet write them",
    reads: "Its columns and the number of its rows, from the metadata; predictions where what is true and what was predicted stand side by side, reference or current data by the words of its name.",
    leaves: "The rows, which checks read when they need them; columns of pandas' own index.",
    syntax: ["parquet"],
    gives: ["table"],
    fallback: true,
    recognises: ({ columnar }) => columnar !== undefined,
    read: ({ columnar, name }) => {
        if (columnar === undefined)
            return [];
        const columns = columnar.columns.filter((column) => !/^__index_level_\d+__$/.test(column));
        return [{ kind: "table", where: {}, columns, rows: columnar.rows, role: tableRole(columns, name) }];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/permutation-importance.js


const nameKeys = ["features", "feature_names", "columns", "feature_names_in", "names"];
/** How much a score falls when one feature is shuffled. */
const permutationImportance = {
    id: "permutation-importance",
    title: "scikit-learn permutation importance",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.inspection.permutation_importance.html",
    versions: "scikit-learn 0.22 to 1.9",
    reads: "The mean importance of each feature; a feature without a name in the file is told by its place, from 0.",
    leaves: "The single repetitions and their spread.",
    syntax: ["json", "yaml"],
    gives: ["attribution"],
    recognises: ({ value }) => {
        const means = meansOf(value);
        return means.length > 0 && (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "importances_std"))?.length === means.length;
    },
    read: ({ value }) => meansOf(value).map((importance, index) => ({
        kind: "attribution",
        method: "permutation",
        feature: permutation_importance_nameOf(value, index),
        importance,
        where: { pointer: (0,model_source/* pointer */.Wn)("", "importances_mean", index) },
    })),
};
const meansOf = (value) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "importances_mean")) ?? [];
function permutation_importance_nameOf(value, index) {
    const names = nameKeys.map((key) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, key))).find((held) => held?.length === meansOf(value).length);
    return (0,shape/* scalarText */.ws)(names?.[index]) ?? `#${index}`;
}

;// CONCATENATED MODULE: ./build/src/adapters/river-drift.js



/** A summary of river's detectors over a stream: river has no file form of its own. */
const riverDrift = {
    id: "river-drift",
    title: "Summary of river drift detectors",
    definedAt: "https://riverml.xyz/latest/api/drift/ADWIN/",
    versions: "0.26.1",
    reads: "Of each detector, the stream that it watched, how long that was, and whether it alarmed.",
    leaves: "Parameters and the place of the first alarm.",
    syntax: ["json"],
    gives: ["drift"],
    recognises: ({ value }) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "library")) === "river" &&
        ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results")) ?? []).some((entry) => (0,shape/* hasKeys */.xV)(entry, "detector", "drift_detected")),
    read({ value }) {
        const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "generated_at")) ?? null;
        return ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "results")) ?? []).flatMap((entry, index) => detectorStatement(entry, (0,model_source/* pointer */.Wn)("", "results", index)).map((statement) => ({ ...statement, at })));
    },
};
function detectorStatement(entry, where) {
    const detector = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "detector"));
    if (detector === undefined)
        return [];
    const stream = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "stream")) ?? null;
    return [
        {
            kind: "drift",
            scope: scopeOf(stream),
            column: stream,
            method: (0,drift_methods/* driftMethodOf */.QP)("river", detector)?.id ?? detector,
            drifted: (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(entry, "drift_detected")) ?? null,
            n_current: (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(entry, "n")) ?? null,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, "drift_detected") },
        },
    ];
}
/** A stream of errors or losses tells of the concept, one of scores of the predictions. */
const scopeOf = (stream) => stream !== null && /^(scores?|predictions?|probabilit(y|ies)|confidence)$/i.test(stream) ? "prediction" : "concept";

;// CONCATENATED MODULE: ./build/src/adapters/river-drift-events.js

/** Alarms of a detector on a stream, one a line. */
const riverDriftEvents = {
    id: "river-drift-events",
    title: "Events of a drift detector on a stream",
    definedAt: "https://riverml.xyz/latest/api/drift/binary/DDM/",
    versions: "0.26.1",
    reads: "Each event of the type `drift`, with its time.",
    leaves: "Warnings, which are no verdict, and the value of the stream at the time.",
    syntax: ["json-lines", "delimited"],
    gives: ["drift"],
    recognises: (file) => {
        const events = river_drift_events_eventsOf(file);
        return events.length > 0 && events.every(({ type }) => type === "drift" || type === "warning");
    },
    read: (file) => river_drift_events_eventsOf(file).flatMap(({ type, at, where }) => type === "drift" ? [{ kind: "drift", scope: "concept", drifted: true, at, where }] : []),
};
const columns = ["index", "timestamp", "type", "value"];
/** The events of a file whose every line is one; none of another file. */
function river_drift_events_eventsOf({ syntax, values, table }) {
    if (syntax === "json-lines")
        return values.every(({ value }) => river_drift_events_isEvent(value))
            ? values.map(({ value, line }) => ({
                type: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "type")),
                at: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "timestamp")) ?? null,
                where: { line },
            }))
            : [];
    if (table === undefined || table.header.join() !== columns.join())
        return [];
    return table.rows.map((cells, row) => ({
        type: cells[2],
        at: cells[1] ?? null,
        where: { line: table.lineOf(row) },
    }));
}
const river_drift_events_isEvent = (value) => (0,shape/* hasKeys */.xV)(value, ...columns) && (0,shape/* members */.ol)(value).length === columns.length;

;// CONCATENATED MODULE: ./build/src/adapters/families/clarify.js



/**
 * Bias metrics of SageMaker Clarify by their short names. They differ from metrics of the same name elsewhere in sign
 * or side (its KS is between labels of two groups), so each has an id of its own; disparate impact is the usual ratio.
 */
const BIAS_METRICS = new Map([
    ["CDDL", "conditional_demographic_disparity_in_labels"],
    ["CI", "class_imbalance"],
    ["DPL", "difference_in_proportions_of_labels"],
    ["JS", "label_jensen_shannon_divergence"],
    ["KL", "label_kullback_leibler_divergence"],
    ["KS", "label_kolmogorov_smirnov_distance"],
    ["LP", "label_lp_norm"],
    ["TVD", "label_total_variation_distance"],
    ["AD", "accuracy_difference"],
    ["CDDPL", "conditional_demographic_disparity_in_predicted_labels"],
    ["DAR", "difference_in_acceptance_rates"],
    ["DCA", "difference_in_conditional_acceptance"],
    ["DCAcc", "difference_in_conditional_acceptance"],
    ["DCR", "difference_in_conditional_rejection"],
    ["DI", "disparate_impact_ratio"],
    ["DPPL", "difference_in_proportions_of_predicted_labels"],
    ["DRR", "difference_in_rejection_rates"],
    ["FT", "flip_test"],
    ["GE", "generalized_entropy"],
    ["RD", "recall_difference"],
    ["SD", "specificity_difference"],
    ["TE", "treatment_equality"],
]);
/** The id of a bias metric by its short name; undefined where Clarify has no such metric. */
const biasMetric = (name) => BIAS_METRICS.get(name);
/** A facet may be called by its column, or by its column and value. */
function facetSlice(facet, group) {
    const column = facet.endsWith(`=${group}`) ? facet.slice(0, -group.length - 1) : facet;
    return { [column]: group };
}
/** One metric of a facet: a metric that could not be computed has no value, and an error that says why. */
function biasStatements(metric, base, slice) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "name"));
    if (name === undefined)
        return [];
    const where = { pointer: (0,model_source/* pointer */.Wn)(base, "value") };
    const error = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "error"));
    const id = biasMetric(name);
    const measured = {
        kind: "measurement",
        raw_metric: name,
        ...(id === undefined ? {} : { metric: id }),
        value: (0,shape/* member */.Dc)(metric, "value") ?? null,
        slice,
        where,
    };
    if (error === undefined)
        return [measured];
    const groups = Object.entries(slice).map(([column, value]) => `${column}=${value}`);
    return [
        measured,
        {
            kind: "problem",
            problem: "wrong-type",
            message: `${name} of ${groups.join(", ")} could not be computed: ${check_values_shortened(error)}`,
            mend: "Give the job what the metric needs, or leave the metric out of it.",
            where,
        },
    ];
}
const isFacetEntry = (value) => (0,shape/* hasKeys */.xV)(value, "value_or_threshold", "metrics") && (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) !== undefined;
/** True for facets by name, each a list of groups with their metrics. */
const isFacets = (value) => (0,shape/* members */.ol)(value).length > 0 &&
    (0,shape/* members */.ol)(value).every(([, groups]) => ((0,shape/* list */.p_)(groups) ?? []).length > 0 && ((0,shape/* list */.p_)(groups) ?? []).every(isFacetEntry));
/** The bias metrics of facets, each group a slice. */
const facetStatements = (facets, base) => (0,shape/* members */.ol)(facets).flatMap(([facet, groups]) => ((0,shape/* list */.p_)(groups) ?? []).flatMap((group, index) => {
    const slice = facetSlice(facet, (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(group, "value_or_threshold")) ?? "");
    return ((0,shape/* list */.p_)((0,shape/* member */.Dc)(group, "metrics")) ?? []).flatMap((metric, place) => biasStatements(metric, (0,model_source/* pointer */.Wn)(base, facet, index, "metrics", place), slice));
}));
/** Global importances by label; of a single label they are of the model as a whole. */
function shapStatements(explanations, base) {
    const labels = (0,shape/* members */.ol)((0,shape/* member */.Dc)(explanations, "kernel_shap"));
    return labels.flatMap(([label, explained]) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(explained, "global_shap_values")).map(([feature, importance]) => ({
        kind: "attribution",
        method: "shap",
        feature,
        importance,
        slice: labels.length === 1 ? {} : { class: label },
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "kernel_shap", label, "global_shap_values", feature) },
    })));
}

;// CONCATENATED MODULE: ./build/src/adapters/families/sagemaker-metric-groups.js



/** Metric groups of a SageMaker model card: lists of named values, some translated from other files of SageMaker. */
const isMetric = (value) => (0,shape/* hasKeys */.xV)(value, "name", "type", "value");
/** True for a list of groups, each with a name and its metrics. */
const isMetricGroups = (value) => ((0,shape/* list */.p_)(value) ?? []).length > 0 &&
    ((0,shape/* list */.p_)(value) ?? []).every((group) => (0,shape/* hasKeys */.xV)(group, "name", "metric_data") &&
        ((0,shape/* list */.p_)((0,shape/* member */.Dc)(group, "metric_data")) ?? [null]).every((each) => isMetric(each)));
const facetOfName = /\bfacet (.+?)\s*=\s*(.+)$/;
const labelOfName = /\blabel=([^,]+)/;
/** The slice that a translated group's name holds: a facet of a bias analysis. */
function sliceOfGroup(name) {
    const [, facet, value] = facetOfName.exec(name) ?? [];
    return facet === undefined || value === undefined ? {} : { [facet]: value };
}
const isImportances = (name) => /\bglobal_shap_values\b/.test(name);
function attribution(metric, group, labels, where) {
    const label = labelOfName.exec(group)?.[1];
    return {
        kind: "attribution",
        method: "shap",
        feature: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "name")) ?? "",
        importance: (0,shape/* member */.Dc)(metric, "value"),
        slice: label === undefined || labels <= 1 ? {} : { class: label },
        where,
    };
}
/** Deviations beside a metric, importances of words and curves are left out. */
function sagemaker_metric_groups_metricStatements(metric, group, labels, base, dataset) {
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "name"));
    if (name === undefined || (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "type")) !== "number")
        return [];
    const where = { pointer: (0,model_source/* pointer */.Wn)(base, "value") };
    if (isImportances(group))
        return [attribution(metric, group, labels, where)];
    if (name.endsWith(" - standard_deviation") || /\bglobal_top_shap_text\b|^explanations\b/.test(group))
        return [];
    const bias = /_bias_metrics\b/.test(group) ? biasMetric(name) : undefined;
    return [
        {
            kind: "measurement",
            raw_metric: name,
            ...(bias === undefined ? {} : { metric: bias }),
            ...(name.endsWith("_best_constant_classifier") ? { metric: name, about: "best constant classifier" } : {}),
            value: (0,shape/* member */.Dc)(metric, "value"),
            slice: sliceOfGroup(group),
            dataset,
            where,
        },
    ];
}
/** The numbers of metric groups: metrics by slice and importances by feature. */
function metricGroupStatements(groups, base, dataset = null) {
    const named = ((0,shape/* list */.p_)(groups) ?? []).filter(shape/* isRecord */.u4);
    const labels = named.filter((group) => isImportances((0,shape/* text */.Qq)((0,shape/* member */.Dc)(group, "name")) ?? "")).length;
    return named.flatMap((group, index) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(group, "metric_data")) ?? []).flatMap((metric, place) => sagemaker_metric_groups_metricStatements(metric, (0,shape/* text */.Qq)((0,shape/* member */.Dc)(group, "name")) ?? "", labels, (0,model_source/* pointer */.Wn)(base, index, "metric_data", place), dataset)));
}

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-card-metrics.js


/** Metric groups as they go into a SageMaker model card, in a file of their own: an evaluation's report. */
const sagemakerCardMetrics = {
    id: "sagemaker-card-metrics",
    title: "SageMaker model card metric groups",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-cards-create.html",
    versions: "as SDK 2.x translates model quality, bias and explanations",
    reads: "Metrics by the facet in their group's name, and global SHAP values as attributions.",
    leaves: "Deviations, importances of words, graphs, charts and matrices.",
    syntax: ["json"],
    gives: ["measurement", "attribution"],
    recognises: ({ value }) => isMetricGroups((0,shape/* member */.Dc)(value, "metric_groups")) && !(0,shape/* hasKeys */.xV)(value, "model_overview"),
    read: ({ value }) => metricGroupStatements((0,shape/* member */.Dc)(value, "metric_groups"), "/metric_groups"),
};

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-clarify-analysis.js


const PHASES = ["pre_training_bias_metrics", "post_training_bias_metrics"];
const LIBRARY_PHASES = ["pre_training", "post_training"];
function isAnalysis(value) {
    if (!(0,shape/* isRecord */.u4)(value))
        return false;
    if (PHASES.some((phase) => isFacets((0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, phase), "facets"))))
        return true;
    const explanations = (0,shape/* member */.Dc)(value, "explanations");
    if ((0,shape/* hasKeys */.xV)(explanations, "kernel_shap") || (0,shape/* hasKeys */.xV)(explanations, "pdp"))
        return true;
    const phases = (0,shape/* members */.ol)(value).filter(([key]) => LIBRARY_PHASES.includes(key));
    return phases.length > 0 && phases.every(([, facets]) => isFacets(facets));
}
/** What SageMaker Clarify, or the library smclarify beneath it, found: bias by group, and importances of features. */
const sagemakerClarifyAnalysis = {
    id: "sagemaker-clarify-analysis",
    title: "SageMaker Clarify analysis (`analysis.json`)",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-analysis-results.html",
    versions: "analysis 1.0; reports of smclarify 0.5",
    reads: "Bias metrics by facet and group, global SHAP values by label, and metrics that could not be computed: their value is absent, not zero.",
    leaves: "Partial dependence, expected values, and importances of words.",
    syntax: ["json"],
    gives: ["measurement", "attribution"],
    recognises: ({ value }) => isAnalysis(value),
    read: ({ value }) => [
        ...PHASES.flatMap((phase) => facetStatements((0,shape/* member */.Dc)((0,shape/* member */.Dc)(value, phase), "facets"), `/${phase}/facets`)),
        ...LIBRARY_PHASES.flatMap((phase) => facetStatements((0,shape/* member */.Dc)(value, phase), `/${phase}`)),
        ...shapStatements((0,shape/* member */.Dc)(value, "explanations"), "/explanations"),
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-clarify-config.js

const METHODS = ["pre_training_bias", "post_training_bias", "shap", "pdp", "asymmetric_shapley_value", "report"];
/** What a Clarify job is to analyse: groups, labels and thresholds, none of them measured. */
const sagemakerClarifyConfig = {
    id: "sagemaker-clarify-config",
    title: "SageMaker Clarify analysis configuration (`analysis_config.json`)",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-analysis.html",
    versions: "2020 to 2024",
    reads: "Nothing beyond the format: its thresholds are settings, not metrics.",
    leaves: "The whole configuration.",
    syntax: ["json"],
    gives: [],
    recognises({ value }) {
        const methods = (0,shape/* member */.Dc)(value, "methods");
        if (!(0,shape/* isRecord */.u4)(methods) || !METHODS.some((method) => (0,shape/* hasKeys */.xV)(methods, method)))
            return false;
        return (0,shape/* hasKeys */.xV)(value, "dataset_type") || (0,shape/* hasKeys */.xV)(value, "label") || (0,shape/* hasKeys */.xV)(value, "predictor");
    },
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-model-card.js







const sagemaker_model_card_PARTS = ["intended_uses", "business_details", "training_details", "evaluation_details", "additional_information"];
const isContent = (value) => (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "model_overview")) && !(0,shape/* hasKeys */.xV)(value, "properties")
    ? sagemaker_model_card_PARTS.some((part) => (0,shape/* hasKeys */.xV)(value, part)) || (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "model_overview"), "model_creator")
    : (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "intended_uses")) &&
        ((0,shape/* hasKeys */.xV)(value, "evaluation_details") || (0,shape/* hasKeys */.xV)(value, "training_details"));
/** The answer of the API has the card as JSON text. */
const sagemaker_model_card_isDescribed = (value) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "Content")) !== undefined && (0,shape/* hasKeys */.xV)(value, "ModelCardName", "ModelCardStatus");
function sagemaker_model_card_modelStatement(card) {
    const overview = (0,shape/* member */.Dc)(card, "model_overview");
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(overview, "model_name")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(overview, "model_id"));
    const version = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(overview, "model_version")) ?? null;
    if (name === undefined && version === null)
        return [];
    const key = (0,shape/* hasKeys */.xV)(overview, "model_name") ? "model_name" : "model_id";
    return [{ kind: "model", name: name ?? null, version, where: { pointer: (0,model_source/* pointer */.Wn)("/model_overview", key) } }];
}
function sagemaker_model_card_datasets(locations, base, role) {
    return ((0,shape/* list */.p_)(locations) ?? []).flatMap((location, index) => typeof location === "string" ? [{ kind: "dataset", role, location, where: { pointer: (0,model_source/* pointer */.Wn)(base, index) } }] : []);
}
function training(card) {
    const base = "/training_details/training_job_details";
    const job = (0,shape/* below */.Gz)(card, "training_details", "training_job_details");
    if (job === undefined)
        return [];
    const settings = ["hyper_parameters", "user_provided_hyper_parameters"].flatMap((key) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(job, key)) ?? []);
    const params = settings.map((each) => [
        (0,shape/* text */.Qq)((0,shape/* member */.Dc)(each, "name")) ?? "",
        (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(each, "value")) ?? null,
    ]);
    const metrics = ["training_metrics", "user_provided_training_metrics"].flatMap((key) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(job, key)) ?? []).flatMap((metric, index) => {
        const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "name"));
        const where = { pointer: (0,model_source/* pointer */.Wn)(base, key, index, "value") };
        return name === undefined
            ? []
            : [{ kind: "measurement", raw_metric: name, value: (0,shape/* member */.Dc)(metric, "value"), split: "train", where }];
    }));
    return [
        {
            kind: "run",
            run_id: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(job, "training_arn")) ?? null,
            params: params.length === 0 ? null : Object.fromEntries(params),
            where: { pointer: base },
        },
        ...metrics,
        ...sagemaker_model_card_datasets((0,shape/* member */.Dc)(job, "training_datasets"), (0,model_source/* pointer */.Wn)(base, "training_datasets"), "train"),
    ];
}
const evaluations = (card) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(card, "evaluation_details")) ?? []).flatMap((evaluation, index) => {
    const base = (0,model_source/* pointer */.Wn)("/evaluation_details", index);
    const dataset = (0,shape/* text */.Qq)((0,shape/* below */.Gz)(evaluation, "datasets", 0)) ?? null;
    return [
        ...metricGroupStatements((0,shape/* member */.Dc)(evaluation, "metric_groups"), (0,model_source/* pointer */.Wn)(base, "metric_groups"), dataset),
        ...sagemaker_model_card_datasets((0,shape/* member */.Dc)(evaluation, "datasets"), (0,model_source/* pointer */.Wn)(base, "datasets"), "test"),
    ];
});
const sagemaker_model_card_leavesOut = (name) => /(^|\.)(metric_groups|hyper_parameters|training_metrics)$/.test(name);
const contentStatements = (card) => [
    ...fieldStatements(card, "", "", sagemaker_model_card_leavesOut),
    ...structuredSections(card, ""),
    ...sagemaker_model_card_modelStatement(card),
    ...training(card),
    ...evaluations(card),
];
/** The card inside an API's answer: every statement stands in the one text. */
function describedStatements(value) {
    const { value: content, broken } = (0,json/* parseJson */.q)((0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "Content")) ?? "", limits/* defaultLimits */.M);
    const where = { pointer: "/Content" };
    const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "LastModifiedTime")) ?? null;
    const version = (0,shape/* number */.ai)((0,shape/* member */.Dc)(value, "ModelCardVersion"));
    const status = {
        kind: "approval",
        by: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "LastModifiedBy", "UserProfileName")) ?? null,
        state: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "ModelCardStatus")) ?? null,
        version: version === undefined ? null : String(version),
        at,
        where: { pointer: "/ModelCardStatus" },
    };
    if (broken || content === undefined)
        return [
            status,
            {
                kind: "problem",
                problem: "unreadable",
                message: "The card's content is no JSON.",
                mend: "Save the answer of describe-model-card unchanged.",
                where,
            },
        ];
    return [status, ...contentStatements(content).map((statement) => ({ ...statement, where }))];
}
/** A model card of Amazon SageMaker: its content as a file, or as the API answers. */
const sagemakerModelCard = {
    id: "sagemaker-model-card",
    title: "SageMaker model card",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-cards-json-schema.html",
    versions: "from the schema, not seen",
    reads: "Every field, the sections that the keys are, the model's name and version, evaluation metrics by facet and training metrics as claims, data sets, hyperparameters, and the card's status.",
    leaves: "Graphs, charts and matrices.",
    syntax: ["json"],
    gives: ["card", "measurement", "attribution", "model", "dataset", "run", "approval"],
    marksModel: true,
    claims: true,
    recognises: ({ value }) => isContent(value) || sagemaker_model_card_isDescribed(value),
    read({ value }) {
        if (value === undefined)
            return [];
        return sagemaker_model_card_isDescribed(value) ? describedStatements(value) : contentStatements(value);
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-model-monitor-constraints.js

const isLimit = (value) => (0,shape/* hasKeys */.xV)(value, "threshold", "comparison_operator");
/** Limits of data quality by feature, or of model quality by metric. */
function isConstraints(value) {
    const [feature] = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "features")) ?? [];
    if ((0,shape/* hasKeys */.xV)(feature, "name", "inferred_type"))
        return !(0,shape/* hasKeys */.xV)(value, "dataset") && (0,shape/* hasKeys */.xV)(feature, "completeness");
    return (0,shape/* members */.ol)(value).some(([key, limits]) => key.endsWith("_constraints") && (0,shape/* isRecord */.u4)(limits) && (0,shape/* members */.ol)(limits).some(([, limit]) => isLimit(limit)));
}
/** Limits that monitored data are to keep. Nothing in them was checked, and a threshold is no metric. */
const sagemakerModelMonitorConstraints = {
    id: "sagemaker-model-monitor-constraints",
    title: "SageMaker Model Monitor constraints (`constraints.json`)",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-byoc-constraints.html",
    versions: "version 0, of data quality and model quality",
    reads: "Nothing beyond the format: limits are no results.",
    leaves: "The limits.",
    syntax: ["json"],
    gives: [],
    recognises: ({ value }) => isConstraints(value),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-model-monitor-statistics.js

/** Statistics of a monitored data set, which hold no verdict. */
const sagemakerModelMonitorStatistics = {
    id: "sagemaker-model-monitor-statistics",
    title: "SageMaker Model Monitor statistics (`statistics.json`)",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-interpreting-statistics.html",
    versions: "version 0",
    reads: "The data set's number of rows and its columns.",
    leaves: "Distributions of the columns: a statistic of a column is neither a metric nor drift.",
    syntax: ["json"],
    gives: ["dataset"],
    recognises: ({ value }) => (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "dataset"), "item_count") &&
        ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "features")) ?? []).some((feature) => (0,shape/* hasKeys */.xV)(feature, "name", "inferred_type")),
    read: ({ value }) => [
        {
            kind: "dataset",
            rows: (0,shape/* number */.ai)((0,shape/* below */.Gz)(value, "dataset", "item_count")) ?? null,
            columns: ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "features")) ?? [])
                .map((feature) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(feature, "name")))
                .filter((name) => name !== undefined),
            where: { pointer: "/dataset/item_count" },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/families/model-monitor.js
const NUMBER = String.raw `[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+|Infinity|NaN)`;
const observedPattern = new RegExp(String.raw `\b(?:value|distance|drift|with|detected|is)\b:?\s*'?(${NUMBER})`, "i");
const limitPattern = new RegExp(String.raw `(?:threshold|requirement|than|target)\b:?\s*'?(${NUMBER})`, "i");
function model_monitor_checkNumber(written) {
    if (written === undefined)
        return null;
    const value = Number(written);
    return Number.isFinite(value) ? value : written;
}
/** The numbers that a violation states only inside its sentence: what was found, and the limit. */
const numbersOf = (description) => ({
    observed: model_monitor_checkNumber(observedPattern.exec(description)?.[1]),
    limit: model_monitor_checkNumber(limitPattern.exec(description)?.[1]),
});

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-model-monitor-violations.js




/** A violation's name: its check, or the metric where the check is only the side of a threshold. */
function sagemaker_model_monitor_violations_nameOf(violation) {
    const check = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "constraint_check_type")) ?? "constraint";
    return /Threshold$/.test(check) ? ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "metric_name")) ?? check) : check;
}
function violationCheck(violation, base) {
    const description = ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "description")) ?? "").trim();
    const { observed, limit } = numbersOf(description);
    const facet = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "facet"));
    const metric = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "metric_name"));
    const about = [
        metric,
        facet === undefined ? undefined : `${facet}=${(0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(violation, "facet_value")) ?? ""}`,
    ];
    const subject = about.filter((part) => part !== undefined).join(" of ");
    return {
        kind: "check",
        name: sagemaker_model_monitor_violations_nameOf(violation),
        column: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "feature_name")) ?? facet ?? null,
        passed: false,
        observed,
        expected: limit,
        message: check_values_shortened(subject === "" ? description : `${subject}: ${description}`),
        where: { pointer: (0,model_source/* pointer */.Wn)(base, (0,shape/* hasKeys */.xV)(violation, "description") ? "description" : "constraint_check_type") },
    };
}
/** Drift of a column against the baseline, or of the ranking of features, whose score drifts when it is low. */
function sagemaker_model_monitor_violations_driftStatements(violation, base) {
    const check = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "constraint_check_type"));
    const { observed, limit } = numbersOf((0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "description")) ?? "");
    if (check !== "baseline_drift_check" && check !== "feature_attribution_drift_check")
        return [];
    if (observed === null)
        return [];
    const ofColumn = check === "baseline_drift_check";
    return [
        {
            kind: "drift",
            scope: ofColumn ? "column" : "attribution",
            column: ofColumn ? ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(violation, "feature_name")) ?? null) : null,
            method: ofColumn ? null : "ndcg",
            score: observed,
            threshold: typeof limit === "number" ? limit : null,
            drifted: true,
            where: { pointer: (0,model_source/* pointer */.Wn)(base, "description") },
        },
    ];
}
/** Constraints that monitored data, predictions or explanations broke. Only violations are listed. */
const sagemakerModelMonitorViolations = {
    id: "sagemaker-model-monitor-violations",
    title: "SageMaker Model Monitor violations (`constraint_violations.json`)",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-interpreting-violations.html",
    versions: "data quality; model quality, bias drift and attribution drift from the documentation, not seen",
    reads: "A failed check for each violation with the number and limit in its sentence, drift of columns and attributions, and the verdict: without any violation the constraints are kept.",
    leaves: "Constraints that were kept, which the file does not list.",
    syntax: ["json"],
    gives: ["check", "drift"],
    recognises({ value }) {
        const violations = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "violations"));
        if (violations === undefined)
            return false;
        if (violations.length === 0)
            return Object.keys(value ?? {}).every((key) => key === "violations" || key === "version");
        return violations.every((violation) => (0,shape/* hasKeys */.xV)(violation, "constraint_check_type"));
    },
    read({ value }) {
        const violations = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "violations")) ?? [];
        return [
            {
                kind: "check",
                name: "constraints",
                passed: violations.length === 0,
                observed: violations.length,
                expected: 0,
                message: `${String(violations.length)} constraints are violated.`,
                suite: true,
                where: { pointer: "/violations" },
            },
            ...violations.flatMap((violation, index) => {
                const base = (0,model_source/* pointer */.Wn)("/violations", index);
                return [violationCheck(violation, base), ...sagemaker_model_monitor_violations_driftStatements(violation, base)];
            }),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/sagemaker-model-quality.js



const GROUP = /^(regression|(binary_|multiclass_|multi_class_|multilabel_)?classification)_metrics$/;
const sagemaker_model_quality_isMetric = (value) => (0,shape/* hasKeys */.xV)(value, "value");
const groupsOf = (value) => (0,shape/* members */.ol)(value).filter(([key, group]) => GROUP.test(key) && (0,shape/* isRecord */.u4)(group) && (0,shape/* members */.ol)(group).some(([, metric]) => sagemaker_model_quality_isMetric(metric)));
const BASELINE = "_best_constant_classifier";
/** What the number is about: the model, or the classifier that always gives the commonest class. */
const aboutOf = (name) => name.endsWith(BASELINE) ? { about: "best constant classifier", metric: name } : {};
/**
 * A metric with its deviation. Model Monitor's is over bootstrap samples, and so is the value's standard error; in a
 * file that a script wrote it may be anything, such as the spread of the residuals.
 */
function sagemaker_model_quality_metricStatement(name, metric, base, { n, isMonitor, at }) {
    const deviation = isMonitor ? (0,shape/* numeric */.sH)((0,shape/* member */.Dc)(metric, "standard_deviation")) : undefined;
    return {
        kind: "measurement",
        raw_metric: name,
        value: (0,shape/* member */.Dc)(metric, "value"),
        ...aboutOf(name),
        ...(n === null ? {} : { n }),
        ...(deviation === undefined ? {} : { standard_error: deviation }),
        at,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "value") },
    };
}
/** Counts by true label, then by predicted label. */
const confusion = (matrix, base) => confusionStatements((0,shape/* members */.ol)(matrix).flatMap(([actual, row]) => (0,shape/* members */.ol)(row).map(([predicted, count]) => ({
    actual,
    predicted,
    count,
    where: { pointer: (0,model_source/* pointer */.Wn)(base, actual, predicted) },
}))));
function groupStatements(group, base, monitored) {
    return (0,shape/* members */.ol)(group).flatMap(([name, metric]) => {
        const place = (0,model_source/* pointer */.Wn)(base, name);
        if (name === "confusion_matrix")
            return confusion(metric, place);
        return sagemaker_model_quality_isMetric(metric) ? [sagemaker_model_quality_metricStatement(name, metric, place, monitored)] : [];
    });
}
function sagemaker_model_quality_datasetStatements({ n, isMonitor, at }) {
    return isMonitor && n !== null ? [{ kind: "dataset", rows: n, at, where: { pointer: "/dataset/item_count" } }] : [];
}
/** Model quality as Model Monitor and the evaluation steps of SageMaker pipelines write it. */
const sagemakerModelQuality = {
    id: "sagemaker-model-quality",
    title: "SageMaker model quality (`evaluation.json`, `statistics.json`)",
    definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-model-quality-metrics.html",
    versions: "binary classification as in SDK 2.x; regression, several classes and Model Monitor's own from the documentation, not seen",
    reads: "Metrics of regression and classification, cells of the confusion matrix, rows; Model Monitor's standard deviation is the standard error. Numbers of the best constant classifier are told of that.",
    leaves: "Points of curves, and a standard deviation that a script wrote, which may be of anything.",
    syntax: ["json"],
    gives: ["measurement", "dataset"],
    numbersAsText: true,
    recognises: ({ value }) => groupsOf(value).length > 0,
    read({ value }) {
        const dataset = (0,shape/* member */.Dc)(value, "dataset");
        const monitored = {
            n: (0,shape/* number */.ai)((0,shape/* member */.Dc)(dataset, "item_count")) ?? null,
            isMonitor: (0,shape/* hasKeys */.xV)(dataset, "item_count"),
            at: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(dataset, "evaluation_time")) ?? (0,shape/* text */.Qq)((0,shape/* below */.Gz)(dataset, "end_time")) ?? null,
        };
        return [
            ...groupsOf(value).flatMap(([key, group]) => groupStatements(group, (0,model_source/* pointer */.Wn)("", key), monitored)),
            ...sagemaker_model_quality_datasetStatements(monitored),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/sklearn-classification-report.js

/** Precision, recall and F1 of each class, with the averages, as `classification_report` gives or prints them. */
const sklearnClassificationReport = {
    id: "sklearn-classification-report",
    title: "scikit-learn classification report",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html",
    versions: "scikit-learn 0.20 to 1.7; the averages before 0.20 from the documentation, not seen",
    reads: "Accuracy over all, precision, recall and F1 of each class as slices, and the averages with how they were taken; the support is the number of examples, and of a class's recall also the trials.",
    leaves: "A second report in the same printed text.",
    syntax: ["json", "yaml", "delimited", "text"],
    gives: ["measurement"],
    recognises: (file) => {
        if (file.syntax === "text")
            return isPrintedReport(file.text);
        if (file.syntax === "delimited")
            return file.table !== undefined && isReportTable(file.table);
        return isClassificationReport(file.value);
    },
    read: (file) => {
        if (file.syntax === "text")
            return printedReport(file.text);
        if (file.table !== undefined)
            return tableReport(file.table);
        return classificationReport(file.value, "", {});
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/cross-validation.js



/** Scores of scikit-learn's cross-validation and of its searches, fold by fold. */
const isScores = (value) => (0,shape/* isList */.Lv)(value) && value.length > 0 && value.every((score) => typeof score === "number" || score === null);
const foldScore = /^(test|train)_\w+$/;
/** True for `cross_validate`'s result: times and scores, each a list with one number a fold. */
function isCrossValidation(value) {
    const held = (0,shape/* members */.ol)(value).filter(([key]) => key !== "estimator" && key !== "indices");
    const folds = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "score_time"))?.length;
    return (folds !== undefined &&
        (0,shape/* member */.Dc)(value, "fit_time") !== undefined &&
        held.some(([key]) => foldScore.test(key)) &&
        held.every(([, scores]) => isScores(scores) && (0,shape/* list */.p_)(scores)?.length === folds));
}
/** The split that a score's name begins with, and the metric where it names none: `test_score`. */
function foldScoreOf(key) {
    const split = /^(test|train)_(\w+)$/.exec(key)?.[1];
    return split === undefined ? undefined : { raw_metric: key, split };
}
/** A measurement for each score of each fold. */
const crossValidationStatements = (value) => (0,shape/* members */.ol)(value).flatMap(([key, scores]) => {
    const score = foldScoreOf(key);
    if (score === undefined)
        return [];
    return ((0,shape/* list */.p_)(scores) ?? []).map((found, index) => ({
        kind: "measurement",
        ...score,
        value: found,
        fold: index + 1,
        where: { pointer: (0,model_source/* pointer */.Wn)("", key, index) },
    }));
});
const meanScore = /^mean_(test|train)_(\w+)$/;
/** True for the `cv_results_` of a search, as lists or as a data frame's columns. */
const isSearchResult = (value) => (0,shape/* isRecord */.u4)(value) &&
    (0,shape/* member */.Dc)(value, "params") !== undefined &&
    (0,shape/* members */.ol)(value).some(([key]) => meanScore.test(key)) &&
    (0,shape/* members */.ol)(value).some(([key]) => key.startsWith("rank_test_")) &&
    (0,shape/* members */.ol)(value).some(([key]) => key.startsWith("std_test_"));
/** Candidates of a search: lists, or the columns of a data frame counted from 0. */
const cellOf = (column, row) => (0,shape/* isList */.Lv)(column) ? column[row] : (0,shape/* member */.Dc)(column, String(row));
const cross_validation_rowsOf = (column) => ((0,shape/* isList */.Lv)(column) ? column.length : (0,shape/* members */.ol)(column).length);
const place = (key, row) => (0,model_source/* pointer */.Wn)("", key, row);
/** The scores of the candidate that came first: the mean over the folds, and each fold. */
function searchStatements(value) {
    return (0,shape/* members */.ol)(value).flatMap(([key, column]) => {
        const metric = /^rank_test_(\w+)$/.exec(key)?.[1];
        if (metric === undefined)
            return [];
        const best = Array.from({ length: cross_validation_rowsOf(column) }, (_, row) => row).find((row) => cellOf(column, row) === 1);
        return best === undefined ? [] : bestStatements(value, metric, best);
    });
}
function bestStatements(value, metric, row) {
    return (0,shape/* members */.ol)(value).flatMap(([key, column]) => {
        const mean = meanScore.exec(key);
        const fold = /^split(\d+)_(test|train)_(\w+)$/.exec(key);
        const score = cellOf(column, row);
        if (score === undefined)
            return [];
        const shared = { kind: "measurement", raw_metric: key, value: score, where: { pointer: place(key, row) } };
        if (mean?.[2] === metric)
            return [{ ...shared, ...cross_validation_named(metric), split: mean[1] ?? "test", protocol: "mean" }];
        if (fold?.[3] !== metric)
            return [];
        return [{ ...shared, ...cross_validation_named(metric), split: fold[2] ?? "test", fold: Number(fold[1]) + 1 }];
    });
}
const cross_validation_named = (metric) => (0,metric_vocabulary/* interpretMetric */.s0)(metric).known ? { metric_name: metric } : {};

;// CONCATENATED MODULE: ./build/src/adapters/families/cross-validation-table.js

/** True for `cross_validate`'s result as a data frame: a row for each fold, an index before it or not. */
const isCrossValidationTable = (table) => table !== undefined &&
    table.header.includes("fit_time") &&
    table.header.includes("score_time") &&
    table.header.some((column) => foldScoreOf(column) !== undefined) &&
    table.header.every((column, at) => column === "fit_time" || column === "score_time" || foldScoreOf(column) !== undefined || at === 0);
/** A measurement for each score of each fold, in the order of the rows. */
const crossValidationTable = (table) => table.rows.flatMap((row, index) => table.header.flatMap((column, at) => {
    const score = foldScoreOf(column);
    const value = row[at];
    if (score === undefined || value === undefined || value === "")
        return [];
    return [{ kind: "measurement", ...score, value, fold: index + 1, where: { line: table.lineOf(index) } }];
}));

;// CONCATENATED MODULE: ./build/src/adapters/sklearn-cross-validate.js


/** Scores by fold, as `cross_validate` gives them. */
const sklearnCrossValidate = {
    id: "sklearn-cross-validate",
    title: "scikit-learn cross-validation",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_validate.html",
    versions: "scikit-learn 0.19 to 1.9",
    reads: "Each score of each fold, counted from 1, of the test and of the training part.",
    leaves: "The times of fitting and scoring.",
    syntax: ["json", "delimited"],
    gives: ["measurement"],
    recognises: (file) => file.syntax === "delimited" ? isCrossValidationTable(file.table) : isCrossValidation(file.value),
    read: (file) => (file.table === undefined ? crossValidationStatements(file.value) : crossValidationTable(file.table)),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/curve.js


/** Points of the curves that scikit-learn computes: ROC, precision and recall, calibration. */
const curve_forms = [
    ["fpr", "tpr", "thresholds"],
    ["precision", "recall", "thresholds"],
    ["prob_true", "prob_pred"],
];
const points = (value, key) => {
    const held = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, key));
    return held !== undefined && held.every((point) => !(0,shape/* isList */.Lv)(point) && typeof point !== "object") ? held : undefined;
};
/** True for a document of the points of one curve. */
const curve_isCurve = (value) => curve_forms.some((keys) => (0,shape/* hasKeys */.xV)(value, ...keys) && keys.every((key) => (points(value, key)?.length ?? 0) > 0));
const curve_isFinite = (point) => typeof point === "number" && Number.isFinite(point);
/** Points that are no finite numbers, told once a list: comparisons with them hold or fail by accident. */
const curveProblems = (value) => (0,shape/* members */.ol)(value).flatMap(([key, held]) => {
    const index = ((0,shape/* list */.p_)(held) ?? []).findIndex((point) => !curve_isFinite(point));
    if (index < 0)
        return [];
    const found = (0,shape/* list */.p_)(held)?.[index];
    return [
        {
            kind: "problem",
            problem: "non-finite",
            message: `${key} has a point that is ${String(found)}`,
            mend: key === "thresholds" && index === 0
                ? "leave out the first point: it is scikit-learn's mark for a threshold above every score"
                : "find out why it could not be computed, and compute the curve again",
            where: { pointer: (0,model_source/* pointer */.Wn)("", key, index) },
        },
    ];
});

;// CONCATENATED MODULE: ./build/src/adapters/sklearn-curve.js




/** Points of a ROC, precision-recall or calibration curve, with the areas and losses that stand beside them. */
const sklearnCurve = {
    id: "sklearn-curve",
    title: "scikit-learn curves",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_curve.html",
    versions: "scikit-learn 0.20 to 1.9",
    reads: "Numbers of known names beside the points, such as an area or a Brier score; points that are not finite are told.",
    leaves: "The points themselves: a curve is no metric, and no area is computed from it.",
    syntax: ["json", "yaml"],
    gives: ["measurement"],
    recognises: ({ value }) => curve_isCurve(value),
    read: ({ value }) => [...besideCurve(value), ...curveProblems(value)],
};
const besideCurve = (value) => (0,shape/* members */.ol)(value).flatMap(([key, found]) => typeof found === "number" && (0,metric_vocabulary/* interpretMetric */.s0)(key).known
    ? [{ kind: "measurement", raw_metric: key, value: found, where: { pointer: (0,model_source/* pointer */.Wn)("", key) } }]
    : []);

;// CONCATENATED MODULE: ./build/src/adapters/sklearn-learning-curve.js


/** Scores of models trained on more and more of the data. */
const sklearnLearningCurve = {
    id: "sklearn-learning-curve",
    title: "scikit-learn learning curve",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.learning_curve.html",
    versions: "scikit-learn 0.18 to 1.9",
    reads: "Each score by fold, with the number of training rows as the way it was taken; the file does not name the metric.",
    leaves: "Times of fitting and scoring.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => sklearn_learning_curve_sizesOf(value) !== undefined && scoresOf(value, "test") !== undefined,
    read: ({ value }) => [...curveStatements(value, "test"), ...curveStatements(value, "train")],
};
const sklearn_learning_curve_sizesOf = (value) => {
    const sizes = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "train_sizes")) ?? (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "train_sizes_abs"));
    return sizes?.every((size) => typeof size === "number") === true ? sizes : undefined;
};
const scoresOf = (value, split) => {
    const scores = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, `${split}_scores`));
    return scores?.length === sklearn_learning_curve_sizesOf(value)?.length && scores?.every(shape/* isList */.Lv) === true ? scores : undefined;
};
const curveStatements = (value, split) => (scoresOf(value, split) ?? []).flatMap((folds, size) => ((0,shape/* list */.p_)(folds) ?? []).map((score, fold) => ({
    kind: "measurement",
    raw_metric: `${split}_scores`,
    value: score,
    split,
    protocol: `trained on ${String(sklearn_learning_curve_sizesOf(value)?.[size])} rows`,
    fold: fold + 1,
    where: { pointer: (0,model_source/* pointer */.Wn)("", `${split}_scores`, size, fold) },
})));

;// CONCATENATED MODULE: ./build/src/adapters/sklearn-search.js

/** The `cv_results_` of a grid or random search. */
const sklearnSearch = {
    id: "sklearn-search",
    title: "scikit-learn search results",
    definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GridSearchCV.html",
    versions: "scikit-learn 0.18 to 1.9, from the documentation, not seen",
    reads: "Of the candidate that came first by each score: the mean over the folds, and the score of each fold.",
    leaves: "The other candidates, their parameters and times.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => isSearchResult(value),
    read: ({ value }) => searchStatements(value),
};

;// CONCATENATED MODULE: ./build/src/adapters/families/slice-metrics.js







/** `{"<column>": {"<value>": {"n": …, "<metric>": …}}}`: metrics of each part of the data, by column and value. */
const isPart = (part) => {
    const held = (0,shape/* members */.ol)(part);
    return (held.length > 1 &&
        held.every(([, value]) => metrics_place_isMeasured(value) || value === null) &&
        held.some(([key]) => (0,metric_vocabulary/* interpretMetric */.s0)(key).known) &&
        held.some(([key]) => isBeside(key)) &&
        surrounding((0,shape/* isRecord */.u4)(part) ? part : {}, nothingSaid).counts.n !== null);
};
/** A column is named as a column: neither a data split, nor a word for results, nor a fold. */
const slice_metrics_isColumn = ([name, parts]) => (0,shape/* isRecord */.u4)(parts) &&
    keyRole(name).kind === "unknown" &&
    (0,shape/* members */.ol)(parts).length > 1 &&
    (0,shape/* members */.ol)(parts).every(([value, part]) => isPart(part) && !["split", "fold", "skipped"].includes(keyRole(value).kind));
const isOverall = ([name, part]) => name.toLowerCase() === "overall" && isPart(part);
/** True where every member is a column with its values, but for one that may be `overall`. */
function isSliceMetrics(value) {
    const held = (0,shape/* members */.ol)(value);
    const columns = held.filter((member) => !isOverall(member));
    return columns.length > 0 && columns.every(slice_metrics_isColumn);
}
/** The metrics of every part, sliced by its column. */
const sliceMetricStatements = (value) => (0,shape/* members */.ol)(value).flatMap(([column, parts]) => isOverall([column, parts])
    ? metricsAt(parts, (0,model_source/* pointer */.Wn)("", column), {})
    : (0,shape/* members */.ol)(parts).flatMap(([name, part]) => metricsAt(part, (0,model_source/* pointer */.Wn)("", column, name), { [column]: name })));

;// CONCATENATED MODULE: ./build/src/adapters/slice-metrics.js

/** Metrics of each part of the data, nested by column and value. */
const sliceMetrics = {
    id: "slice-metrics",
    title: "Metrics by slice",
    definedAt: "https://json-schema.org/",
    versions: "JSON and YAML as scripts dump them: column, value, then metrics with their count",
    reads: "A measurement for each number of each part, with the part as its slice and its count as `n`; positives beside it are the trials of recall.",
    leaves: "Nothing but the counts themselves.",
    syntax: ["json", "yaml"],
    gives: ["measurement"],
    recognises: ({ value }) => isSliceMetrics(value),
    read: ({ value }) => sliceMetricStatements(value),
};

;// CONCATENATED MODULE: ./build/src/adapters/slice-table.js



/** Metrics by part of the data, a row each, as data frames are saved. */
const sliceTable = {
    id: "slice-table",
    title: "Table of metrics by slice",
    definedAt: "https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html",
    versions: "CSV, and the records, split, table and columns forms of pandas 0.20 to 3.0; Fairlearn's `by_group` as CSV or records",
    reads: "A measurement for each known metric of each row; the columns that name the part of the data are its slice, a count is its `n`, and positives or negatives beside it are the trials of recall and of the false positive rate.",
    leaves: "Columns of numbers whose names are no known metric.",
    syntax: ["json", "delimited"],
    gives: ["measurement"],
    recognises: (file) => {
        const frame = frameOf(file);
        return frame !== undefined && isSliceFrame(frame);
    },
    read: (file) => {
        const frame = frameOf(file);
        return frame === undefined ? [] : frameStatements(frame, () => true);
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/soda-scan.js



const soda_scan_PASSED = new Map([
    ["pass", true],
    ["warn", false],
    ["fail", false],
]);
const none = new Set();
/** The limits beyond which it warns and fails: they say what must not be. */
function limitsOf(check) {
    const limits = ["fail", "warn"].flatMap((level) => {
        const stated = optionsText((0,shape/* below */.Gz)(check, "diagnostics", level), none);
        return stated === null ? [] : [`${level} when ${stated}`];
    });
    return limits.length === 0 ? null : limits.join("; ");
}
function reasonsOf(check) {
    const reasons = ((0,shape/* list */.p_)((0,shape/* member */.Dc)(check, "outcomeReasons")) ?? [])
        .map((reason) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(reason, "message")))
        .filter((reason) => reason !== undefined);
    return reasons.length > 0 ? reasons.join(" ") : ((0,shape/* text */.Qq)((0,shape/* below */.Gz)(check, "diagnostics", "valueLabel")) ?? null);
}
/** A check; one without an outcome was not evaluated and has not passed. */
function sodaCheck(check, base, at) {
    const outcome = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(check, "outcome"));
    return {
        kind: "check",
        name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(check, "name")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(check, "definition")) ?? "check",
        column: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(check, "column")) ?? null,
        passed: soda_scan_PASSED.get(outcome ?? "") ?? null,
        observed: checkValue((0,shape/* below */.Gz)(check, "diagnostics", "value")),
        expected: limitsOf(check),
        severity: outcome === "warn" || outcome === "fail" ? outcome : null,
        message: soda_scan_PASSED.has(outcome ?? "") ? reasonsOf(check) : "The check was not evaluated.",
        at,
        where: { pointer: (0,model_source/* pointer */.Wn)(base, "outcome") },
    };
}
function soda_scan_verdict(value, checks, at) {
    const outcomes = checks.map((check) => (check.kind === "check" ? check.passed : null));
    const failed = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(value, "hasFailures")) === true || outcomes.includes(false);
    const incomplete = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(value, "hasErrors")) === true || outcomes.length === 0 || outcomes.includes(null);
    const passed = outcomes.filter((outcome) => outcome === true).length;
    return {
        kind: "check",
        name: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "definitionName")) ?? "soda scan",
        passed: failed ? false : incomplete ? null : (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(value, "hasFailures")) === false ? true : null,
        observed: passed,
        expected: outcomes.length,
        message: `${String(passed)} of ${String(outcomes.length)} checks passed.`,
        suite: true,
        at,
        where: { pointer: (0,shape/* hasKeys */.xV)(value, "hasFailures") ? "/hasFailures" : "/checks" },
    };
}
/** Tables whose rows were counted whole: the metric's identity then ends in its name, without a filter's digest. */
function countedTables(value, checks, at) {
    return ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metrics")) ?? []).flatMap((metric, index) => {
        const identity = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "identity"));
        const rows = (0,shape/* number */.ai)((0,shape/* member */.Dc)(metric, "value"));
        if ((0,shape/* text */.Qq)((0,shape/* member */.Dc)(metric, "metricName")) !== "row_count" || identity?.endsWith("-row_count") !== true)
            return [];
        const using = checks.find((check) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(check, "metrics"))?.includes(identity) === true);
        const name = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(using, "table")) ?? null;
        return rows === undefined
            ? []
            : [{ kind: "dataset", name, rows, at, where: { pointer: (0,model_source/* pointer */.Wn)("/metrics", index, "value") } }];
    });
}
/** Result of a Soda scan. A warning has not passed, and neither has a check without outcome. */
const sodaScan = {
    id: "soda-scan",
    title: "Soda scan results",
    definedAt: "https://docs.soda.io/soda-v3/soda-cl-overview",
    versions: "Soda Core 3.5.6; automated monitoring checks from the schema, not seen",
    reads: "Each check with its outcome, observed value and limits, the verdict over the scan, and the rows of the tables that were counted.",
    leaves: "Samples, queries, profiles and logs.",
    syntax: ["json"],
    gives: ["check", "dataset"],
    recognises: ({ value }) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "checks")) !== undefined &&
        (0,shape/* hasKeys */.xV)(value, "hasErrors", "hasFailures") &&
        ((0,shape/* hasKeys */.xV)(value, "definitionName") || (0,shape/* hasKeys */.xV)(value, "scanStartTimestamp")),
    read({ value }) {
        const at = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "dataTimestamp")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "scanStartTimestamp")) ?? null;
        const listed = ["checks", "automatedMonitoringChecks"].flatMap((key) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, key)) ?? []).map((check, index) => ({ check, base: (0,model_source/* pointer */.Wn)("", key, index) })));
        const checks = listed.map(({ check, base }) => sodaCheck(check, base, at));
        return [
            soda_scan_verdict(value, checks, at),
            ...checks,
            ...countedTables(value, listed.map(({ check }) => check), at),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/text-proto-tokens.js
const tokenPattern = /(?<space>[ \t\r\n\f\v]+|#[^\n]*)|(?<name>[A-Za-z_][\w.]*|\[[\w./-]+\](?=\s*[:{<]))|(?<number>-?\s*(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fF]?|(?:inf|infinity|nan)\b))|(?<text>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(?<mark>[{}<>[\]:,;])/gy;
const escapes = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v" };
const utf8 = new TextDecoder();
const text_proto_tokens_escape = /((?:\\(?:[0-7]{1,3}|x[\da-fA-F]{1,2}))+)|\\u([\da-fA-F]{4})|\\([^])/g;
/** The content of a quoted text. Octal and hexadecimal escapes are bytes of UTF-8. */
const unquoted = (quoted) => quoted.slice(1, -1).replace(text_proto_tokens_escape, (_, bytes, unit, letter) => {
    if (bytes !== undefined)
        return utf8.decode(escapedBytes(bytes));
    if (unit !== undefined)
        return String.fromCharCode(parseInt(unit, 16));
    return letter !== undefined && Object.hasOwn(escapes, letter) ? (escapes[letter] ?? "") : (letter ?? "");
});
const escapedBytes = (run) => Uint8Array.from(run
    .slice(1)
    .split("\\")
    .map((digits) => (digits.startsWith("x") ? parseInt(digits.slice(1), 16) : parseInt(digits, 8)) & 255));
/** A text that is no message, at a line. Caught where the text is parsed. */
class TextProtoError extends Error {
    line;
    constructor(line, message) {
        super(message);
        this.line = line;
    }
}
/** The tokens of a text, one ahead. */
class Tokens {
    source;
    #offset = 0;
    #line = 1;
    #lineStart = 0;
    #next;
    constructor(source) {
        this.source = source;
        this.#next = this.#scan();
    }
    get next() {
        return this.#next;
    }
    take() {
        const taken = this.#next;
        this.#next = this.#scan();
        return taken;
    }
    takeMark(mark) {
        if (this.#next.kind !== "mark" || this.#next.text !== mark)
            return false;
        this.take();
        return true;
    }
    #scan() {
        for (;;) {
            const [line, column] = [this.#line, this.#offset - this.#lineStart + 1];
            if (this.#offset >= this.source.length)
                return { kind: "end", text: "", line, column };
            tokenPattern.lastIndex = this.#offset;
            const match = tokenPattern.exec(this.source);
            if (match === null)
                throw new TextProtoError(line, "a character that does not belong here");
            this.#advance(match[0]);
            const kind = ["name", "number", "text", "mark"].find((each) => match.groups?.[each] !== undefined);
            if (kind !== undefined)
                return { kind, text: match[0], line, column };
        }
    }
    #advance(text) {
        for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
            this.#line += 1;
            this.#lineStart = this.#offset + at + 1;
        }
        this.#offset += text.length;
    }
}

;// CONCATENATED MODULE: ./build/src/adapters/families/text-proto.js

const MAX_DEPTH = 100;
const MAX_FIELDS = 2_000_000;
/** A number without the blank after its sign or the `f` of a float; a name as it stands. */
const bare = ({ kind, text }) => kind === "number" ? text.replace(/\s+/g, "").replace(/^([-\d.]*\d(?:[eE][+-]?\d+)?)[fF]$/, "$1") : text;
class Reading {
    tokens;
    #fields = 0;
    constructor(tokens) {
        this.tokens = tokens;
    }
    message(closing, depth) {
        const fields = [];
        for (;;) {
            if (closing === null ? this.tokens.next.kind === "end" : this.tokens.takeMark(closing))
                return { fields };
            if (depth > MAX_DEPTH || ++this.#fields > MAX_FIELDS)
                throw new TextProtoError(this.tokens.next.line, "more fields or a deeper message than are read");
            this.#field(fields, depth);
            if (!this.tokens.takeMark(","))
                this.tokens.takeMark(";");
        }
    }
    #field(fields, depth) {
        const named = this.tokens.take();
        if (named.kind !== "name")
            throw new TextProtoError(named.line, named.kind === "end" ? "the text ends inside a message" : "a field's name is due");
        const name = named.text.replace(/^\[(.*)\]$/, "$1");
        const colon = this.tokens.takeMark(":");
        if (!colon || !this.tokens.takeMark("[")) {
            fields.push(this.#value(name, named, colon, depth));
            return;
        }
        while (!this.tokens.takeMark("]")) {
            fields.push(this.#value(name, this.tokens.next, true, depth));
            this.tokens.takeMark(",");
        }
    }
    #value(name, named, colon, depth) {
        for (const [open, close] of [["{", "}"], ["<", ">"]]) {
            if (!this.tokens.takeMark(open))
                continue;
            return { name, line: named.line, column: named.column, content: this.message(close, depth + 1) };
        }
        const value = this.tokens.take();
        if (!colon || value.kind === "mark" || value.kind === "end")
            throw new TextProtoError(value.line, `the value of \`${name}\` is due`);
        let content = value.kind === "text" ? unquoted(value.text) : bare(value);
        while (value.kind === "text" && this.tokens.next.kind === "text")
            content += unquoted(this.tokens.take().text);
        return { name, line: value.line, column: value.column, content };
    }
}
/** Reads the text form of a protocol buffer without its schema; never throws. */
function parseTextProto(source) {
    try {
        return { message: new Reading(new Tokens(source)).message(null, 0), fault: null };
    }
    catch (error) {
        if (!(error instanceof TextProtoError))
            throw error;
        return { message: null, fault: { line: error.line, message: error.message } };
    }
}
/** Name of the first field, for recognising a message cheaply; undefined where the text begins with something else. */
const firstField = (source) => /^(?:\s|#[^\n]*(?:\n|$))*([A-Za-z_]\w*)\s*(?::|\{|<)/.exec(source.slice(0, 4096))?.[1];

;// CONCATENATED MODULE: ./build/src/adapters/families/proto-file.js


/**
 * The message of a file, written as JSON or as text; where the text is no message, the problem instead.
 * `fault` says what to mend.
 */
function proto_file_messageOf(file) {
    if (file.value !== undefined)
        return { message: protoOfJson(file.value), problem: null };
    const { message, fault } = parseTextProto(file.text);
    if (fault === null)
        return { message: protoOfText(message), problem: null };
    return {
        message: null,
        problem: {
            kind: "problem",
            problem: "unreadable",
            message: `The text is no protocol buffer: ${fault.message}.`,
            mend: "Write it again with the tool, or mend the line.",
            where: { line: fault.line },
        },
    };
}
/** True for a text whose first field is one of `fields`. */
const beginsWith = (file, fields) => {
    if (file.syntax !== "text")
        return false;
    const first = firstField(file.text);
    return first !== undefined && fields.has(first);
};
/** The name of a feature from its path: steps joined by dots, as the tool prints them. */
const pathText = (steps) => {
    const known = steps.filter((step) => step !== null);
    return known.length === 0 ? null : known.join(".");
};

;// CONCATENATED MODULE: ./build/src/adapters/tfdv-anomalies.js





const FIRST_FIELDS = new Set([
    "baseline",
    "anomaly_info",
    "anomaly_name_format",
    "dataset_anomaly_info",
    "drift_skew_info",
    "data_missing",
]);
function isAnomalies({ value }) {
    if (!(0,shape/* isRecord */.u4)(value) || (0,shape/* hasKeys */.xV)(value, "feature"))
        return false;
    const named = (0,shape/* hasKeys */.xV)(value, "anomalyNameFormat") || (0,shape/* hasKeys */.xV)(value, "anomaly_name_format");
    const [drift] = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "driftSkewInfo") ?? (0,shape/* member */.Dc)(value, "drift_skew_info")) ?? [];
    const info = (0,shape/* member */.Dc)(value, "anomalyInfo") ?? (0,shape/* member */.Dc)(value, "anomaly_info");
    return ((named && ((0,shape/* hasKeys */.xV)(value, "baseline") || (0,shape/* isRecord */.u4)(info) || drift !== undefined)) ||
        ((0,shape/* isRecord */.u4)(info) && Object.values(info).every((each) => (0,shape/* hasKeys */.xV)(each, "severity"))) ||
        (0,shape/* hasKeys */.xV)(drift, "path"));
}
const tfdv_anomalies_columnOf = (node) => pathText(every(one(node, "path"), "step").map(scalar));
/** A check for each reason of an anomaly: several are told as "Multiple errors" and only the reasons say which. */
function anomalyChecks(info, column) {
    const reasons = every(info, "reason");
    return (reasons.length === 0 ? [info] : reasons).map((reason) => {
        const short = one(reason, "short_description");
        return {
            kind: "check",
            name: scalar(one(reason, "type")) ?? scalar(short) ?? "anomaly",
            column,
            passed: false,
            severity: scalar(one(info, "severity")),
            message: check_values_shortened(scalar(one(reason, "description")) ?? scalar(short) ?? ""),
            where: proto_tree_placeOf(one(reason, "type") ?? short ?? reason),
        };
    });
}
/** Every measured distance, also of features within their threshold: the measurement itself says nothing of drift. */
function tfdv_anomalies_driftStatements(info) {
    const column = tfdv_anomalies_columnOf(info);
    return [...every(info, "drift_measurements"), ...every(info, "skew_measurements")].map((measured) => {
        const written = scalar(one(measured, "type")) ?? "";
        const score = one(measured, "value");
        const [value, threshold] = [proto_tree_numberOf(score), proto_tree_numberOf(one(measured, "threshold"))];
        return {
            kind: "drift",
            scope: "column",
            column,
            method: (0,drift_methods/* driftMethodOf */.QP)("tfdv", written)?.id ?? (written === "" ? null : written),
            score: scalar(score),
            threshold,
            drifted: value === null || threshold === null ? null : value > threshold,
            where: proto_tree_placeOf(score ?? measured),
        };
    });
}
function tfdv_anomalies_verdict(message, checks) {
    const missing = scalar(one(message, "data_missing")) === "true";
    const failed = checks.length > 0;
    return {
        kind: "check",
        name: "anomalies",
        passed: failed ? false : missing ? null : true,
        observed: checks.length,
        expected: 0,
        message: missing ? "There were no data to validate." : null,
        suite: true,
        where: message.form === "json" ? { pointer: "" } : { line: 1 },
    };
}
/** What TensorFlow Data Validation, and TFX's ExampleValidator, found against a schema. No entry means nothing found. */
const tfdvAnomalies = {
    id: "tfdv-anomalies",
    title: "TensorFlow Data Validation anomalies",
    definedAt: "https://github.com/tensorflow/metadata/blob/master/tensorflow_metadata/proto/v0/anomalies.proto",
    versions: "TFDV 1.17, TFX 1.16",
    reads: "A failed check for each reason of each anomaly, one verdict over all, and every measured drift or skew with its threshold, which alone decides whether it drifted.",
    leaves: "The schema that is repeated in it. The binary form is not read.",
    syntax: ["json", "text"],
    gives: ["check", "drift"],
    recognises: (file) => (file.syntax === "json" ? isAnomalies(file) : isAnomaliesText(file)),
    read(file) {
        const { message, problem } = proto_file_messageOf(file);
        if (message === null)
            return [problem];
        const checks = [
            ...entries(message, "anomaly_info").flatMap(([key, info]) => anomalyChecks(info, tfdv_anomalies_columnOf(info) ?? key)),
            ...every(message, "dataset_anomaly_info").flatMap((info) => anomalyChecks(info, null)),
        ];
        return [tfdv_anomalies_verdict(message, checks), ...checks, ...every(message, "drift_skew_info").flatMap(tfdv_anomalies_driftStatements)];
    },
};
const isAnomaliesText = (file) => beginsWith(file, FIRST_FIELDS) && /^(anomaly_name_format:|anomaly_info\s*\{|drift_skew_info\s*\{)/m.test(file.text);

;// CONCATENATED MODULE: ./build/src/adapters/tfdv-schema.js


const tfdv_schema_FIRST_FIELDS = new Set([
    "feature",
    "sparse_feature",
    "weighted_feature",
    "string_domain",
    "float_domain",
    "int_domain",
    "default_environment",
    "dataset_constraints",
    "tensor_representation_group",
    "annotation",
]);
const TYPES = new Set(["TYPE_UNKNOWN", "BYTES", "INT", "FLOAT", "STRUCT"]);
function isSchema(file) {
    if (file.syntax !== "json")
        return beginsWith(file, tfdv_schema_FIRST_FIELDS) && /\bfeature\s*\{[^{}]*\btype:\s*(BYTES|INT|FLOAT|STRUCT)\b/.test(file.text);
    const [first] = (0,shape/* list */.p_)((0,shape/* member */.Dc)(file.value, "feature")) ?? [];
    return (0,shape/* hasKeys */.xV)(first, "name") && ((0,shape/* hasKeys */.xV)(first, "presence") || TYPES.has((0,shape/* text */.Qq)((0,shape/* member */.Dc)(first, "type")) ?? ""));
}
/** A schema for TensorFlow Data Validation: what is to hold of the data. Nothing in it was checked. */
const tfdvSchema = {
    id: "tfdv-schema",
    title: "TensorFlow Data Validation schema",
    definedAt: "https://github.com/tensorflow/metadata/blob/master/tensorflow_metadata/proto/v0/schema.proto",
    versions: "TFDV 1.17, TFX 0.22 to 1.16",
    reads: "Nothing beyond the format: a schema says what to check and holds no result.",
    leaves: "Features, domains, and the thresholds of drift and skew.",
    syntax: ["json", "text"],
    gives: [],
    recognises: isSchema,
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/tfdv-statistics.js



const tfdv_statistics_FIRST_FIELDS = new Set(["datasets"]);
const featureName = (feature) => scalar(one(feature, "name")) ?? pathText(every(one(feature, "path"), "step").map(scalar));
function tfdv_statistics_datasetStatement(dataset) {
    const rows = one(dataset, "num_examples");
    return {
        kind: "dataset",
        name: scalar(one(dataset, "name")),
        rows: proto_tree_numberOf(rows),
        columns: every(dataset, "features")
            .map(featureName)
            .filter((name) => name !== null),
        where: proto_tree_placeOf(rows ?? dataset),
    };
}
/** Statistics of TensorFlow Data Validation: how many examples and which features a data set has. */
const tfdvStatistics = {
    id: "tfdv-statistics",
    title: "TensorFlow Data Validation statistics",
    definedAt: "https://github.com/tensorflow/metadata/blob/master/tensorflow_metadata/proto/v0/statistics.proto",
    versions: "TFDV 1.17",
    reads: "For each data set its name, number of examples and features.",
    leaves: "Distributions of the features: a statistic of a column is neither a metric nor drift. The binary form is not read.",
    syntax: ["json", "text"],
    gives: ["dataset"],
    recognises(file) {
        if (file.syntax !== "json")
            return beginsWith(file, tfdv_statistics_FIRST_FIELDS) && /\b(num_examples:|features\s*\{)/.test(file.text.slice(0, 4096));
        const [first] = (0,shape/* list */.p_)((0,shape/* member */.Dc)(file.value, "datasets")) ?? [];
        return (((0,shape/* hasKeys */.xV)(first, "numExamples") || (0,shape/* hasKeys */.xV)(first, "num_examples")) && (0,shape/* list */.p_)((0,shape/* member */.Dc)(first, "features")) !== undefined);
    },
    read(file) {
        const { message, problem } = proto_file_messageOf(file);
        if (message === null)
            return [problem];
        return every(message, "datasets").map(tfdv_statistics_datasetStatement);
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/tfma-eval-config.js


const tfma_eval_config_FIRST_FIELDS = new Set(["model_specs", "slicing_specs", "metrics_specs", "cross_slicing_specs"]);
const KEYS = ["modelSpecs", "slicingSpecs", "metricsSpecs", "model_specs", "slicing_specs", "metrics_specs"];
/** Lists of at least two of the three specifications, or the metrics alone. */
function isConfig(value) {
    const listed = KEYS.filter((key) => (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, key)) !== undefined);
    return listed.length >= 2 || (listed.length === 1 && /metrics/i.test(listed[0] ?? ""));
}
const isEvalConfig = ({ value }) => (0,shape/* isRecord */.u4)(value) &&
    (isConfig(value) || isConfig((0,shape/* member */.Dc)(value, "evalConfig")) || isConfig((0,shape/* member */.Dc)(value, "eval_config"))) &&
    !(0,shape/* hasKeys */.xV)(value, "results");
/** How an evaluation is to run, with its thresholds: limits, not results. */
const tfmaEvalConfig = {
    id: "tfma-eval-config",
    title: "TensorFlow Model Analysis evaluation config",
    definedAt: "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/config.proto",
    versions: "TFMA 0.47.1",
    reads: "Nothing beyond the format: thresholds are limits, and no number in it was measured.",
    leaves: "Models, slices, metrics and thresholds.",
    syntax: ["json", "text"],
    gives: [],
    recognises: (file) => (file.syntax === "json" ? isEvalConfig(file) : beginsWith(file, tfma_eval_config_FIRST_FIELDS)),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/families/tfma.js


/** Results of TensorFlow Model Analysis, as Python dumps of its evaluation result and as its protocol buffers. */
const tfma_utf8 = new TextDecoder();
/** A slice's value: bytes are base64 in JSON and plain in text; 64-bit integers are texts. */
function sliceValue(key) {
    const bytes = scalar(one(key, "bytes_value"));
    if (bytes !== null)
        return key.form === "json" ? tfma_utf8.decode(Buffer.from(bytes, "base64")) : bytes;
    return scalar(one(key, "int64_value")) ?? scalar(one(key, "float_value")) ?? "";
}
/** The slice of a `SliceKey`; `{}` is overall. */
const tfma_sliceOf = (sliceKey) => Object.fromEntries(every(sliceKey, "single_slice_keys").map((key) => [scalar(one(key, "column")) ?? "", sliceValue(key)]));
/** A slice in words; "all examples" where it is overall. */
const sliceWords = (slice) => {
    const parts = Object.entries(slice).map(([column, value]) => `${column}=${value}`);
    return parts.length === 0 ? "all examples" : parts.join(", ");
};
const tfma_finite = (written) => {
    const value = Number(written ?? "");
    return written === null || written.trim() === "" || !Number.isFinite(value) ? null : value;
};
const boundsOf = (node) => {
    const lower = tfma_finite(wrapped(one(node, "lower_bound")));
    const upper = tfma_finite(wrapped(one(node, "upper_bound")));
    return lower === null && upper === null ? null : { lower, upper, level: null };
};
/** The number of a `MetricValue`; undefined where it is a matrix, an array, a text or an error's message. */
function metricNumber(value) {
    const plain = one(value, "double_value");
    if (plain !== undefined)
        return { written: wrapped(plain), interval: null, where: proto_tree_placeOf(plain) };
    const bounded = one(value, "bounded_value");
    if (bounded === undefined)
        return undefined;
    const stated = one(bounded, "value");
    return { written: wrapped(stated), interval: boundsOf(bounded), where: proto_tree_placeOf(stated ?? bounded) };
}
const COUNTS = new Set(["example_count", "weighted_example_count"]);
const isDifference = (name, names) => name.endsWith("_diff") && names.has(name.slice(0, -"_diff".length));
/** The numbers of one group: differences to a baseline are left out, and the count of examples is their `n`. */
function tfma_measurementsOf(metrics, group) {
    const names = new Set(metrics.map(({ name }) => name));
    const count = metrics.find(({ name }) => name === "example_count");
    const n = count === undefined ? null : tfma_finite(metricNumber(count.value)?.written ?? null);
    return metrics.flatMap(({ name, value, confidence }) => {
        const number = metricNumber(value);
        if (number === undefined || COUNTS.has(name) || isDifference(name, names))
            return [];
        const error = wrapped(one(confidence, "standard_error"));
        return [
            {
                kind: "measurement",
                raw_metric: name,
                value: number.written,
                interval: boundsOf(confidence) ?? number.interval,
                ...(error === null ? {} : { standard_error: tfma_finite(error) }),
                slice: group.slice,
                n,
                ...(group.protocol === null ? {} : { protocol: group.protocol }),
                about: group.about,
                where: number.where,
            },
        ];
    });
}
const classKey = /^class_?id:\s*(-?\d+)$/i;
/** The group of an output name and a sub key as the dumps write them: `classId:1` is a slice by class, `topK:3` a protocol. */
function groupOf(slice, output, subKey, about) {
    const classId = classKey.exec(subKey)?.[1];
    const words = [output, classId === undefined ? subKey : ""].filter((word) => word !== "");
    return {
        slice: classId === undefined ? slice : { ...slice, class: classId },
        protocol: words.length === 0 ? null : words.join(" "),
        about,
    };
}
/** True for a record of metric values by name. */
const isMetricRecord = (node) => node.form === "json" &&
    (0,shape/* isRecord */.u4)(node.value) &&
    fieldsOf(node).length > 0 &&
    fieldsOf(node).every(([, value]) => /Value$|^(confusionMatrix|valueAtCutoffs|unknownType|debugMessage)/.test(onlyKey(value)));
const onlyKey = (node) => fieldsOf(node)[0]?.[0] ?? "";
/** The metrics of a record by name. */
const namedMetrics = (node) => fieldsOf(node).map(([name, value]) => ({ name, value }));
/**
 * "baseline" where the file's name says that these are the numbers of the baseline: a dump of an evaluation does not
 * name its model, and the candidate's and the baseline's lie side by side.
 */
const modelByName = (fileName) => /(^|[^a-z])(baseline|champion)([^a-z]|$)/i.exec(fileName)?.[2]?.toLowerCase() ?? null;

;// CONCATENATED MODULE: ./build/src/adapters/tfma-metrics-by-slice.js


const sliceKey = /^\((?:\(.*\),?)?\)$/s;
const quoted = `(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"|([-+\\w.]+))`;
const slicePart = new RegExp(`\\(${quoted}, ?${quoted}\\)(?:, ?|$)`, "gy");
const tfma_metrics_by_slice_plain = (single, double, bare) => (single ?? double ?? bare ?? "").replace(/\\(.)/gs, "$1");
/** The slice of a key such as `(('country', 'DE'),)`, which is a Python tuple printed; undefined where it is none. */
function sliceOfTuple(key) {
    if (!sliceKey.test(key))
        return undefined;
    const inner = key.slice(1, -1).replace(/,$/, "");
    const parts = [];
    slicePart.lastIndex = 0;
    while (slicePart.lastIndex < inner.length) {
        const match = slicePart.exec(inner);
        if (match === null)
            return undefined;
        parts.push([tfma_metrics_by_slice_plain(match[1], match[2], match[3]), tfma_metrics_by_slice_plain(match[4], match[5], match[6])]);
    }
    return Object.fromEntries(parts);
}
function sliceStatements(key, metrics, about) {
    const slice = sliceOfTuple(key);
    if (slice !== undefined)
        return tfma_measurementsOf(namedMetrics(metrics), { slice, protocol: null, about });
    return [
        {
            kind: "problem",
            problem: "wrong-type",
            message: "The key names no slice: it is no printed tuple of columns and values.",
            mend: "Dump the metrics again, keyed by the slices that the tool gives.",
            where: proto_tree_placeOf(metrics),
        },
    ];
}
/** What `get_metrics_for_all_slices` gives, dumped from Python: metrics by the printed slice. */
const tfmaMetricsBySlice = {
    id: "tfma-metrics-by-slice",
    title: "TensorFlow Model Analysis metrics for all slices",
    definedAt: "https://www.tensorflow.org/tfx/model_analysis/api_docs/python/tfma/view/EvalResult",
    versions: "TFMA 0.47.1",
    reads: "Every number by slice, with the slice's count of examples. Where the file's name says baseline, its numbers are told of the baseline.",
    leaves: "Differences to a baseline, which its own numbers give, and matrices and arrays.",
    syntax: ["json"],
    gives: ["measurement"],
    numbersAsText: true,
    recognises({ value }) {
        const [first] = value === undefined ? [] : fieldsOf(protoOfJson(value));
        return first !== undefined && sliceOfTuple(first[0]) !== undefined && isMetricRecord(first[1]);
    },
    read: ({ name, value }) => value === undefined
        ? []
        : fieldsOf(protoOfJson(value)).flatMap(([key, metrics]) => sliceStatements(key, metrics, modelByName(name))),
};

;// CONCATENATED MODULE: ./build/src/adapters/tfma-metrics-for-slice.js



/** A sub key in the words of the dumps, the average in those of the tool. */
function subKeyOf(key) {
    for (const [field, word] of [
        ["class_id", "classId"],
        ["k", "k"],
        ["top_k", "topK"],
    ]) {
        const stated = within(key, "sub_key", field);
        if (stated !== undefined)
            return `${word}:${wrapped(stated) ?? ""}`;
    }
    for (const [field, word] of [
        ["micro_average", "micro"],
        ["macro_average", "macro"],
        ["weighted_macro_average", "weighted_macro"],
    ])
        if (scalar(within(key, "aggregation_type", field)) === "true")
            return word;
    return "";
}
function keyedMetric(pair) {
    const key = one(pair, "key");
    const value = one(pair, "value");
    if (value === undefined)
        return [];
    return [
        {
            name: scalar(one(key, "name")) ?? "",
            value,
            confidence: one(pair, "confidence_interval"),
            model: scalar(one(key, "model_name")) ?? "",
            output: scalar(one(key, "output_name")) ?? "",
            subKey: subKeyOf(key),
            isDifference: scalar(one(key, "is_diff")) === "true",
        },
    ];
}
const bySlice = (slice) => [
    ...every(slice, "metric_keys_and_values").flatMap(keyedMetric),
    ...entries(slice, "metrics").map(([name, value]) => ({
        name,
        value,
        model: "",
        output: "",
        subKey: "",
        isDifference: false,
    })),
];
/** Models against which another was compared: of several, those that no difference is told of. */
function baselinesOf(metrics) {
    const compared = new Set(metrics.filter(({ isDifference }) => isDifference).map(({ model }) => model));
    return new Set(compared.size === 0 ? [] : metrics.map(({ model }) => model).filter((model) => !compared.has(model)));
}
function tfma_metrics_for_slice_sliceStatements(slice, baselines, fileName) {
    const groups = new Map();
    for (const metric of bySlice(slice)) {
        if (metric.isDifference)
            continue;
        const key = JSON.stringify([metric.model, metric.output, metric.subKey]);
        groups.set(key, [...(groups.get(key) ?? []), metric]);
    }
    return [...groups.values()].flatMap((metrics) => {
        const [first] = metrics;
        if (first === undefined)
            return [];
        const isBaseline = baselines.has(first.model) || /^(baseline|champion)$/i.test(first.model);
        const about = isBaseline ? first.model : modelByName(fileName);
        return tfma_measurementsOf(metrics, groupOf(tfma_sliceOf(one(slice, "slice_key")), first.output, first.subKey, about));
    });
}
const isSlice = (value) => ((0,shape/* hasKeys */.xV)(value, "metricKeysAndValues") &&
    ((0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "metricKeysAndValues")) ?? []).every((pair) => (0,shape/* hasKeys */.xV)(pair, "key"))) ||
    ((0,shape/* hasKeys */.xV)(value, "metric_keys_and_values") && (0,shape/* hasKeys */.xV)(value, "slice_key"));
function slicesOf(file) {
    if (file.syntax === "json-lines")
        return file.values.map(({ value, line }) => protoOfJson(value, "", line));
    if (file.value === undefined)
        return [];
    return (0,shape/* isList */.Lv)(file.value)
        ? file.value.map((value, index) => protoOfJson(value, `/${String(index)}`))
        : [protoOfJson(file.value)];
}
/** `MetricsForSlice` messages: metrics of several models by slice. */
const tfmaMetricsForSlice = {
    id: "tfma-metrics-for-slice",
    title: "TensorFlow Model Analysis metrics for slices",
    definedAt: "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/metrics_for_slice.proto",
    versions: "TFMA 0.47.1; confidence intervals and messages before 0.22 from the schema, not seen",
    reads: "Every number by slice, with the slice's count of examples; numbers of the model compared against are told of that.",
    leaves: "Differences, matrices and arrays. TFRecord files are not read.",
    syntax: ["json", "json-lines"],
    gives: ["measurement"],
    numbersAsText: true,
    recognises: (file) => isSlice(file.syntax === "json-lines" ? file.values[0]?.value : (0,shape/* isList */.Lv)(file.value) ? file.value[0] : file.value),
    read(file) {
        const slices = slicesOf(file);
        const baselines = baselinesOf(slices.flatMap(bySlice));
        return slices.flatMap((slice) => tfma_metrics_for_slice_sliceStatements(slice, baselines, file.name));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/tfma-plots.js

const DATA = [
    "calibrationHistogramBuckets",
    "confusionMatrixAtThresholds",
    "multiClassConfusionMatrixAtThresholds",
    "multiLabelConfusionMatrixAtThresholds",
];
const isPlotData = (value) => DATA.some((key) => (0,shape/* hasKeys */.xV)(value, key) ||
    (0,shape/* hasKeys */.xV)(value, key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
function isPlots(value) {
    const pairs = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "plotKeysAndValues")) ?? (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "plot_keys_and_values"));
    if (pairs !== undefined)
        return pairs.every((pair) => (0,shape/* hasKeys */.xV)(pair, "value") || (0,shape/* hasKeys */.xV)(pair, "key"));
    return isPlotData(value);
}
/** Curves of an evaluation. Their points are not the model's metrics: each is taken at a threshold of its own. */
const tfmaPlots = {
    id: "tfma-plots",
    title: "TensorFlow Model Analysis plots",
    definedAt: "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/metrics_for_slice.proto",
    versions: "TFMA 0.47.1",
    reads: "Nothing beyond the format: the points of a curve are no metrics.",
    leaves: "Calibration buckets and confusion matrices by threshold.",
    syntax: ["json"],
    gives: [],
    recognises: ({ value }) => isPlots((0,shape/* isList */.Lv)(value) ? value[0] : value),
    read: () => [],
};

;// CONCATENATED MODULE: ./build/src/adapters/tfma-slicing-metrics.js




/** `[[[column, value], …], {output: {sub_key: {metric: value}}}]`; an empty key is overall. */
function tfma_slicing_metrics_entryOf(value) {
    const pair = (0,shape/* list */.p_)(value);
    const [key, byOutput] = pair ?? [];
    const keyed = (0,shape/* list */.p_)(key);
    if (pair?.length !== 2 || keyed === undefined || !(0,shape/* isRecord */.u4)(byOutput))
        return undefined;
    return keyed.every((part) => (0,shape/* isList */.Lv)(part) && part.length === 2) ? [keyed, byOutput] : undefined;
}
const sliceOfKey = (key) => Object.fromEntries(key.map((part) => [(0,shape/* scalarText */.ws)((0,shape/* list */.p_)(part)?.[0]) ?? "", (0,shape/* scalarText */.ws)((0,shape/* list */.p_)(part)?.[1]) ?? ""]));
function tfma_slicing_metrics_isDump(value) {
    const entry = tfma_slicing_metrics_entryOf((0,shape/* list */.p_)(value)?.[0]);
    if (entry === undefined)
        return false;
    const outputs = fieldsOf(protoOfJson(entry[1]));
    return (outputs.length > 0 &&
        outputs.every(([, output]) => fieldsOf(output).length > 0 && fieldsOf(output).every(([, sub]) => isMetricRecord(sub))));
}
const unreadEntry = (base) => ({
    kind: "problem",
    problem: "wrong-type",
    message: "An entry is no pair of a slice and its metrics.",
    mend: "Dump the evaluation result's slicing metrics again.",
    where: { pointer: base },
});
function entryStatements(value, base, about) {
    const entry = tfma_slicing_metrics_entryOf(value);
    if (entry === undefined)
        return [unreadEntry(base)];
    const slice = sliceOfKey(entry[0]);
    return fieldsOf(protoOfJson(entry[1], (0,model_source/* pointer */.Wn)(base, 1))).flatMap(([output, bySubKey]) => fieldsOf(bySubKey).flatMap(([subKey, metrics]) => tfma_measurementsOf(namedMetrics(metrics), groupOf(slice, output, subKey, about))));
}
/** The `slicing_metrics` of an evaluation result, dumped from Python: metrics by slice, output and sub key. */
const tfmaSlicingMetrics = {
    id: "tfma-slicing-metrics",
    title: "TensorFlow Model Analysis slicing metrics",
    definedAt: "https://www.tensorflow.org/tfx/model_analysis/api_docs/python/tfma/view/EvalResult",
    versions: "TFMA 0.47.1; several outputs, classes and bounded values from the schema, not seen",
    reads: "Every number by slice, with the slice's count of examples and its bounds. Where the file's name says baseline, its numbers are told of the baseline.",
    leaves: "Differences to a baseline, which its own numbers give, and matrices and arrays.",
    syntax: ["json"],
    gives: ["measurement"],
    numbersAsText: true,
    recognises: ({ value }) => tfma_slicing_metrics_isDump(value),
    read: ({ name, value }) => ((0,shape/* list */.p_)(value) ?? []).flatMap((entry, index) => entryStatements(entry, (0,model_source/* pointer */.Wn)("", index), modelByName(name))),
};

;// CONCATENATED MODULE: ./build/src/adapters/tfma-validation-result.js




const tfma_validation_result_FIELDS = [
    "validation_ok",
    "missing_thresholds",
    "rubber_stamp",
    "metric_validations_per_slice",
    "missing_slices",
    "missing_cross_slices",
    "validation_details",
];
const camel = {
    validation_ok: "validationOk",
    missing_thresholds: "missingThresholds",
    rubber_stamp: "rubberStamp",
    metric_validations_per_slice: "metricValidationsPerSlice",
    missing_slices: "missingSlices",
    missing_cross_slices: "missingCrossSlices",
    validation_details: "validationDetails",
};
/** Every key is one of the message's, and one of them is its own: proto3 leaves out what is false or empty. */
function tfma_validation_result_isValidation({ value }) {
    if (!(0,shape/* isRecord */.u4)(value))
        return false;
    const known = new Set(tfma_validation_result_FIELDS.flatMap((field) => [field, camel[field]]));
    const own = ["validationOk", "validation_ok", "metricValidationsPerSlice", "metric_validations_per_slice"];
    return (Object.keys(value).every((key) => known.has(key)) &&
        (own.some((key) => (0,shape/* hasKeys */.xV)(value, key)) ||
            (0,shape/* hasKeys */.xV)(value, "validationDetails") ||
            (0,shape/* hasKeys */.xV)(value, "validation_details")));
}
/** A threshold in words. */
function thresholdWords(threshold) {
    const value = one(threshold, "value_threshold");
    const change = one(threshold, "change_threshold");
    const words = [
        ["at least", wrapped(one(value, "lower_bound"))],
        ["at most", wrapped(one(value, "upper_bound"))],
        ["change by", wrapped(one(change, "absolute"))],
        ["relative change by", wrapped(one(change, "relative"))],
    ].flatMap(([word, limit]) => (limit === null || limit === undefined ? [] : [`${word ?? ""} ${limit}`]));
    const direction = scalar(one(change, "direction"));
    if (words.length === 0)
        return null;
    return direction === null ? words.join(", ") : `${words.join(", ")}, ${direction.toLowerCase().replaceAll("_", " ")}`;
}
function failureCheck(failure, slice) {
    const key = one(failure, "metric_key");
    const value = one(failure, "metric_value");
    const number = value === undefined ? undefined : metricNumber(value);
    const isChange = scalar(one(key, "is_diff")) === "true";
    const stated = scalar(one(failure, "message"));
    return {
        kind: "check",
        name: scalar(one(key, "name")) ?? "metric",
        passed: false,
        observed: finiteOrName(number?.written ?? null),
        expected: thresholdWords(one(failure, "metric_threshold")),
        message: `${isChange ? "The change against the baseline" : "The value"} for ${slice} misses its threshold.${stated === null || stated === "" ? "" : ` ${stated}`}`,
        where: number?.where ?? proto_tree_placeOf(failure),
    };
}
function finiteOrName(written) {
    if (written === null)
        return null;
    const value = Number(written);
    return Number.isFinite(value) && written.trim() !== "" ? value : written;
}
const sliceFailures = (slice) => {
    const cross = one(slice, "cross_slice_key");
    const words = cross === undefined
        ? sliceWords(tfma_sliceOf(one(slice, "slice_key")))
        : `${sliceWords(tfma_sliceOf(one(cross, "comparison_slice_key")))} against ${sliceWords(tfma_sliceOf(one(cross, "baseline_slice_key")))}`;
    return every(slice, "failures").map((failure) => failureCheck(failure, words));
};
/** The features, and their values where it names them, of a slice that thresholds ask for. */
const specWords = (spec) => [
    ...every(spec, "feature_keys").map((key) => scalar(key) ?? ""),
    ...entries(spec, "feature_values").map(([column, value]) => `${column}=${scalar(value) ?? ""}`),
].join(", ");
/** A slice that the thresholds ask for and the data do not have: it was not validated. */
const missingSlice = (spec) => ({
    kind: "check",
    name: "slice",
    passed: null,
    message: `No examples of the slice ${specWords(spec)}.`,
    where: proto_tree_placeOf(spec),
});
/** Absent is false: the message leaves out what is not true. */
function tfma_validation_result_verdict(message, failures) {
    const stated = one(message, "validation_ok");
    const ok = scalar(stated) === "true" && failures === 0;
    const checked = checkedSlices(message);
    const reasons = [
        failures === 0 ? "" : `${String(failures)} metrics of slices miss their thresholds.`,
        checked === null ? "" : `${String(checked)} slices were checked.`,
        scalar(one(message, "missing_thresholds")) === "true" ? "No thresholds are set." : "",
        scalar(one(message, "rubber_stamp")) === "true" ? "There was no baseline, so changes were not held to any." : "",
    ].filter((reason) => reason !== "");
    return {
        kind: "check",
        name: "validation",
        passed: ok,
        message: reasons.length === 0 ? null : reasons.join(" "),
        suite: true,
        where: stated === undefined ? (message.form === "json" ? { pointer: "" } : { line: 1 }) : proto_tree_placeOf(stated),
    };
}
/** The largest number of slices that one specification matched. */
function checkedSlices(message) {
    const counts = every(one(message, "validation_details"), "slicing_details")
        .map((details) => proto_tree_numberOf(one(details, "num_matching_slices")))
        .filter((count) => count !== null);
    return counts.length === 0 ? null : Math.max(...counts);
}
/** Whether a model holds the thresholds of its evaluation: only what fails is listed, and only `true` is written. */
const tfmaValidationResult = {
    id: "tfma-validation-result",
    title: "TensorFlow Model Analysis validation result",
    definedAt: "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/validation_result.proto",
    versions: "TFMA 0.47.1; passing results and missing slices from the schema, not seen",
    reads: "The verdict, which has failed where it is absent, and a failed check for each metric of a slice with its value and threshold; slices without examples were not checked.",
    leaves: "Slices that hold their thresholds, which the file does not list. TFRecord files are not read.",
    syntax: ["json", "text"],
    gives: ["check"],
    recognises: (file) => (file.syntax === "json" ? tfma_validation_result_isValidation(file) : beginsWith(file, new Set(tfma_validation_result_FIELDS))),
    read(file) {
        const { message, problem } = proto_file_messageOf(file);
        if (message === null)
            return [problem];
        const failures = every(message, "metric_validations_per_slice").flatMap(sliceFailures);
        const missing = [...every(message, "missing_slices"), ...every(message, "missing_cross_slices")].map(missingSlice);
        return [tfma_validation_result_verdict(message, failures.length), ...failures, ...missing];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/tfx-artifacts.js




const artifactsOf = (value, base) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "artifacts")).flatMap(([key, group]) => ((0,shape/* list */.p_)((0,shape/* member */.Dc)(group, "artifacts")) ?? []).map((artifact, index) => ({
    value: artifact,
    base: (0,model_source/* pointer */.Wn)(base, "artifacts", key, "artifacts", index),
})));
const tfx_artifacts_isOfTfx = ({ value }) => (0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "metadata"), "tfx_version") ||
    (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "type", "schemaTitle"))?.startsWith("tfx.") === true ||
    (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "type", "instanceSchema"))?.startsWith("title: tfx.") === true;
const allOf = (value) => [
    ...artifactsOf(value, ""),
    ...artifactsOf((0,shape/* member */.Dc)(value, "inputs"), "/inputs"),
    ...artifactsOf((0,shape/* member */.Dc)(value, "outputs"), "/outputs"),
];
const locations = (artifacts) => artifacts.map(({ value }) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "uri"))).filter((uri) => uri !== undefined);
/** Parameters, bare or typed. */
function tfx_artifacts_parametersOf(inputs) {
    const bare = (0,shape/* member */.Dc)(inputs, "parameterValues") ?? (0,shape/* member */.Dc)(inputs, "parameter_values");
    const typed = (0,shape/* members */.ol)((0,shape/* member */.Dc)(inputs, "parameters")).map(([key, value]) => [key, (0,shape/* members */.ol)(value)[0]?.[1]]);
    const stated = [...(0,shape/* members */.ol)(bare), ...(bare === undefined ? typed : [])];
    const scalars = stated.flatMap(([key, value]) => {
        const scalar = (0,shape/* scalarText */.ws)(value);
        return scalar === undefined ? [] : [[key, scalar]];
    });
    return scalars.length === 0 ? null : Object.fromEntries(scalars);
}
const invocation = (value) => ({
    kind: "run",
    params: tfx_artifacts_parametersOf((0,shape/* member */.Dc)(value, "inputs")),
    inputs: locations(artifactsOf((0,shape/* member */.Dc)(value, "inputs"), "/inputs")),
    outputs: locations(artifactsOf((0,shape/* member */.Dc)(value, "outputs"), "/outputs")),
    where: { pointer: "/inputs" },
});
/** What a step of a TFX pipeline on Vertex AI is given and gives out: lineage, and whether a model was blessed. */
const tfxArtifacts = {
    id: "tfx-artifacts",
    title: "TFX executor artifacts",
    definedAt: "https://www.tensorflow.org/tfx/guide/custom_component",
    versions: "TFX 1.x for Vertex AI",
    reads: "The blessings that a step gives out, and the artifacts and parameters of an invocation.",
    leaves: "Other properties of artifacts: a number there is no metric of a model.",
    syntax: ["json"],
    gives: ["check", "run"],
    recognises: ({ value }) => (0,shape/* isRecord */.u4)(value) && !(0,shape/* hasKeys */.xV)(value, "events") && allOf(value).some(tfx_artifacts_isOfTfx),
    read({ value }) {
        const given = [...artifactsOf(value, ""), ...artifactsOf((0,shape/* member */.Dc)(value, "outputs"), "/outputs")];
        return [
            ...given.flatMap((artifact) => {
                const blessed = (0,shape/* below */.Gz)(artifact.value, "metadata", "blessed");
                return blessed === undefined
                    ? []
                    : blessingChecks(protoOfJson(blessed, (0,model_source/* pointer */.Wn)(artifact.base, "metadata", "blessed")));
            }),
            ...((0,shape/* hasKeys */.xV)(value, "inputs") ? [invocation(value)] : []),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/tfx-blessing.js
/** The name itself, or at the end of one that was flattened from a path. */
const verdictName = /^(?:.*(?:__|[-.]))?(INFRA_)?(NOT_)?BLESSED$/;
/** The verdict of a file's name; undefined where it is none, or where another word before it may deny it. */
function tfx_blessing_verdictOf(fileName) {
    const match = verdictName.exec(fileName);
    if (match === null)
        return undefined;
    const [, infrastructure, denied] = match;
    if (denied === undefined && /(not|un|dis)[-_.]*(infra_)?blessed$/i.test(fileName))
        return undefined;
    return { name: infrastructure === undefined ? "blessing" : "infrastructure blessing", passed: denied === undefined };
}
/** The empty files by which TFX's Evaluator and InfraValidator say whether a model may be pushed. */
const tfxBlessing = {
    id: "tfx-blessing",
    title: "TFX blessing",
    definedAt: "https://www.tensorflow.org/tfx/guide/evaluator",
    versions: "TFX 1.x; infrastructure blessings from the source, not seen",
    reads: "The verdict, which is the file's name: `BLESSED`, `NOT_BLESSED`, `INFRA_BLESSED` or `INFRA_NOT_BLESSED`.",
    leaves: "Nothing: the files are empty.",
    syntax: ["text"],
    gives: ["check"],
    speaksByName: true,
    recognises: ({ name, size }) => size === 0 && tfx_blessing_verdictOf(name) !== undefined,
    read({ name }) {
        const verdict = tfx_blessing_verdictOf(name);
        return verdict === undefined ? [] : [{ kind: "check", ...verdict, suite: true, where: { line: 1 } }];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/families/wandb.js

/** Folders of W&B runs: `run-<date>_<time>-<id>`, or `offline-run-…` where nothing was sent. */
const runFolder = /^(?:offline-)?run-\d{8}_\d{6}-(.+)$/;
/** The run's id, from the folder that the file lies in; null elsewhere. */
function wandbRun(file) {
    const folder = file.segments.findLast((segment, index) => index < file.segments.length - 1 && runFolder.test(segment));
    return folder === undefined ? null : (runFolder.exec(folder)?.[1] ?? null);
}
const wandb_bookkeeping = ["_runtime", "_timestamp", "_step"];
/** A summary is known by what W&B itself adds to it. */
const isSummary = (value) => (0,shape/* isRecord */.u4)(value) &&
    (((0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "_wandb")) &&
        !(0,shape/* hasKeys */.xV)(value, "wandb_version") &&
        !(0,shape/* hasKeys */.xV)((0,shape/* member */.Dc)(value, "_wandb"), "value")) ||
        wandb_bookkeeping.filter((key) => (0,shape/* hasKeys */.xV)(value, key)).length >= 2);
/** Counters of training, which W&B keeps beside the metrics. */
const wandb_isCounter = (name) => name.startsWith("_") || /(^|[/.])(epoch|step|global_step|iteration|iter|batch)$/i.test(name);
/** Statistics of the machine. */
const isSystemFigure = (name) => /^system[./]/.test(name);
/** What W&B's own summary puts in place of a value that it could not write. */
const isLostObject = (value) => /^<.* object at 0x[0-9a-f]+>$/.test((0,shape/* text */.Qq)(value) ?? "");
/** A value of W&B's own kinds: a table, histogram, image, … */
const isMedia = (value) => (0,shape/* text */.Qq)((0,shape/* member */.Dc)(value, "_type")) !== undefined;

;// CONCATENATED MODULE: ./build/src/adapters/wandb-config.js



const wandb_config_isEntry = (entry) => (0,shape/* hasKeys */.xV)(entry, "value");
/** Entries without the `desc` and `value` that W&B wraps each in. */
const wandb_config_unwrapped = (value) => Object.fromEntries((0,shape/* members */.ol)(value).flatMap(([key, entry]) => key === "_wandb" || key === "wandb_version" || !wandb_config_isEntry(entry) ? [] : [[key, (0,shape/* member */.Dc)(entry, "value") ?? null]]));
const environmentKeys = new Set(["cli_version", "python_version", "framework", "huggingface_version", "start_time"]);
/** The configuration of a W&B run. */
const wandbConfig = {
    id: "wandb-config",
    title: "Weights & Biases configuration (`config.yaml` of a run)",
    definedAt: "https://docs.wandb.ai/models/track/config",
    versions: "0.12.15; without `wandb_version` from the schema, not seen",
    reads: "The run's parameters, nested ones joined by dots, and the versions of W&B, Python and the framework.",
    leaves: "Descriptions and W&B's own telemetry.",
    syntax: ["yaml"],
    gives: ["run"],
    recognises: ({ value }) => (0,shape/* isRecord */.u4)(value) &&
        (0,shape/* members */.ol)(value).every(([key, entry]) => key === "wandb_version" || wandb_config_isEntry(entry)) &&
        ((0,shape/* hasKeys */.xV)(value, "wandb_version") || (0,shape/* hasKeys */.xV)((0,shape/* below */.Gz)(value, "_wandb", "value"), "cli_version")),
    read: (file) => [
        {
            kind: "run",
            run_id: wandbRun(file),
            params: flatParameters(wandb_config_unwrapped(file.value)),
            environment: Object.fromEntries(Object.entries(flatParameters((0,shape/* below */.Gz)(file.value, "_wandb", "value"))).filter(([key]) => environmentKeys.has(key))),
            where: { pointer: "" },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/adapters/wandb-history.js




const wandb_history_isEntry = (value) => (0,shape/* hasKeys */.xV)(value, "_runtime", "_timestamp") && !(0,shape/* members */.ol)(value).some(([key]) => isSystemFigure(key));
/** The history that early versions of W&B kept as lines of JSON, and that its API exports. */
const wandbHistory = {
    id: "wandb-history",
    title: "Weights & Biases history (`wandb-history.jsonl`)",
    definedAt: "https://docs.wandb.ai/models/track/log",
    versions: "from the schema, not seen",
    reads: "Of each metric the value at the greatest step.",
    leaves: "Earlier values, counters, statistics of the machine.",
    syntax: ["json-lines"],
    gives: ["measurement"],
    recognises: ({ values }) => wandb_history_isEntry(values[0]?.value),
    read(file) {
        const latest = new Map();
        for (const { value, line } of file.values) {
            const step = (0,shape/* number */.ai)((0,shape/* member */.Dc)(value, "_step")) ?? line - 1;
            const at = epochMoment((0,shape/* member */.Dc)(value, "_timestamp"));
            for (const [name, logged] of (0,shape/* members */.ol)(value)) {
                if (typeof logged !== "number" || wandb_isCounter(name) || isSystemFigure(name))
                    continue;
                if (step >= (latest.get(name)?.step ?? -Infinity))
                    latest.set(name, { value: logged, step, at, line });
            }
        }
        const run = wandbRun(file);
        return [...latest].map(([name, { line, ...entry }]) => ({
            kind: "measurement",
            ...namedMeasurement(name),
            ...entry,
            run,
            where: { line },
        }));
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/wandb-manifest.js




/**
 * The content's MD5, which W&B writes in Base64. A reference that was logged without a checksum has its own address
 * there, or a tag of the cloud: neither proves anything of the content.
 */
function wandb_manifest_digestOf(entry) {
    const written = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "digest")) ?? "";
    if (!/^[A-Za-z0-9+/]{22}==$/.test(written))
        return null;
    return `md5:${Buffer.from(written, "base64").toString("hex")}`;
}
function statementOf(path, entry) {
    const digest = wandb_manifest_digestOf(entry);
    const where = { pointer: (0,model_source/* pointer */.Wn)("/contents", path, "digest") };
    if (isModelPath(path))
        return digest === null ? [] : [{ kind: "model", artifact_digest: digest, where }];
    if (!isDataPath(path))
        return [];
    const location = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(entry, "ref")) ?? path;
    return [{ kind: "dataset", name: path, role: roleOfPath(path), digest, location, where }];
}
/** The files of a W&B artifact. */
const wandbManifest = {
    id: "wandb-manifest",
    title: "Weights & Biases artifact manifest",
    definedAt: "https://docs.wandb.ai/models/artifacts",
    versions: "0.12.21, 0.16.6, 0.31.0",
    reads: "Models and data files of the artifact, with the MD5 of their content where the manifest holds one.",
    leaves: "Other files; digests of references that are only their address or a tag of the cloud.",
    syntax: ["json"],
    gives: ["model", "dataset"],
    recognises: ({ value }) => (0,shape/* hasKeys */.xV)(value, "version", "storagePolicy") && (0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "contents")),
    read: ({ value }) => (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "contents")).flatMap(([path, entry]) => statementOf(path, entry)),
};

;// CONCATENATED MODULE: ./build/src/adapters/wandb-metadata.js


const wandb_metadata_environmentKeys = ["os", "python", "program", "codePath", "gpu", "gpu_count", "cuda", "cudaVersion", "cpu_count"];
/** Where and when a W&B run was made. */
const wandbMetadata = {
    id: "wandb-metadata",
    title: "Weights & Biases run metadata (`wandb-metadata.json`)",
    definedAt: "https://docs.wandb.ai/models/runs/run-metadata",
    versions: "0.12.15, 0.12.21, 0.16.6",
    reads: "The run, when it began, the commit, and the system and program it ran with.",
    leaves: "Host, user, arguments, memory and disk; the state, which says `running` in every file that was written offline.",
    syntax: ["json"],
    gives: ["run"],
    recognises: ({ name, value }) => (0,shape/* hasKeys */.xV)(value, "startedAt") &&
        (name === "wandb-metadata.json" ||
            ((0,shape/* hasKeys */.xV)(value, "program") && ((0,shape/* hasKeys */.xV)(value, "executable") || (0,shape/* hasKeys */.xV)(value, "heartbeatAt")))),
    read(file) {
        const known = wandb_metadata_environmentKeys.flatMap((key) => {
            const value = (0,shape/* scalarText */.ws)((0,shape/* member */.Dc)(file.value, key));
            return value === undefined ? [] : [[key, value]];
        });
        return [
            {
                kind: "run",
                run_id: wandbRun(file),
                code_revision: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(file.value, "git", "commit")) ?? null,
                environment: Object.fromEntries(known),
                at: (0,shape/* text */.Qq)((0,shape/* member */.Dc)(file.value, "startedAt")) ?? null,
                where: { pointer: "/startedAt" },
            },
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/wandb-requirements.js

const mostPackages = 1_000;
/** Versions by package, of the lines `name==version`. */
function packagesOf(text) {
    const pinned = text.split("\n", mostPackages).map((line) => /^([A-Za-z0-9][\w.-]*)==(\S+)\s*$/.exec(line));
    return Object.fromEntries(pinned.flatMap((match) => (match === null ? [] : [[match[1] ?? "", match[2] ?? ""]])));
}
const noMetric = {
    kind: "problem",
    problem: "empty",
    message: "this run folder of Weights & Biases holds no summary: its metrics are only in the binary log",
    mend: "run `wandb sync`, and commit the summary of the synced run",
    where: { line: 1 },
};
/** The packages of a W&B run; in a folder without a summary, also that it holds no metric. */
const wandbRequirements = {
    id: "wandb-requirements",
    title: "Weights & Biases packages (`requirements.txt` of a run)",
    definedAt: "https://docs.wandb.ai/models/runs/run-metadata",
    versions: "0.12.15, 0.12.21, 0.31.0",
    reads: "Versions of the installed packages, as the run's environment; a run folder without a summary is a problem.",
    leaves: "Packages that are not pinned to a version.",
    syntax: ["text"],
    gives: ["run"],
    recognises: (file) => file.name === "requirements.txt" && file.segments.at(-2) === "files" && wandbRun(file) !== null,
    read(file) {
        const environment = packagesOf(file.text);
        const run = { kind: "run", run_id: wandbRun(file), environment, where: { line: 1 } };
        return file.neighbour("wandb-summary.json") === null ? [run, noMetric] : [run];
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/wandb-summary.js





const wandb_summary_isNumber = (value) => typeof value === "number" || (typeof value === "string" && /^[+-]?(nan|inf|infinity)$/i.test(value));
/** What `define_metric` asked to keep of a metric: `{"max": 0.91}` instead of the last value. */
const kept = new Set(["max", "min", "mean", "best", "last", "first"]);
const isKept = (value) => (0,shape/* members */.ol)(value).length > 0 && (0,shape/* members */.ol)(value).every(([key, child]) => kept.has(key) && wandb_summary_isNumber(child));
const keptStatements = (name, value, base, shared) => (0,shape/* members */.ol)(value).map(([key, number]) => ({
    kind: "measurement",
    metric_name: name,
    ...namedMeasurement(name),
    raw_metric: `${name}.${key}`,
    protocol: key === "last" ? null : key,
    value: number,
    ...shared,
    where: { pointer: (0,model_source/* pointer */.Wn)(base, key) },
}));
function wandb_summary_statementsOf(value, prefix, base, shared) {
    return (0,shape/* members */.ol)(value).flatMap(([key, child]) => {
        const name = prefix === "" ? key : `${prefix}.${key}`;
        const place = (0,model_source/* pointer */.Wn)(base, key);
        if (wandb_isCounter(name) || isSystemFigure(name) || isMedia(child))
            return [];
        if (isKept(child))
            return keptStatements(name, child, place, shared);
        if ((0,shape/* isRecord */.u4)(child))
            return wandb_summary_statementsOf(child, name, place, shared);
        if (!wandb_summary_isNumber(child) && !isLostObject(child))
            return [];
        return [{ kind: "measurement", ...namedMeasurement(name), value: child, ...shared, where: { pointer: place } }];
    });
}
const wandb_summary_empty = {
    kind: "problem",
    problem: "empty",
    message: "the summary holds no metric, only W&B's own entries",
    mend: "run `wandb sync`, and commit the summary of the synced run",
    where: { pointer: "" },
};
/** The last, or asked-for, value of each metric of a W&B run. */
const wandbSummary = {
    id: "wandb-summary",
    title: "Weights & Biases summary (`wandb-summary.json`)",
    definedAt: "https://docs.wandb.ai/models/track/log/log-summary",
    versions: "0.12.15 (synced), 0.12.21, 0.16.6 and 0.31.0 (exported; offline they hold no metric)",
    reads: 'Every number with its run and the slice that its name holds; `{"max": …}` of `define_metric` as the greatest value. A summary without any metric is a problem.',
    leaves: "Booleans, texts, tables, histograms and other media, counters such as `epoch`, and what begins with `_`.",
    syntax: ["json"],
    gives: ["measurement"],
    recognises: ({ value }) => isSummary(value),
    read(file) {
        const shared = { run: wandbRun(file), at: epochMoment((0,shape/* member */.Dc)(file.value, "_timestamp")) };
        const measured = wandb_summary_statementsOf(file.value, "", "", shared);
        return measured.length === 0 ? [wandb_summary_empty] : measured;
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/wandb-table.js

/** A table that a W&B run logged. */
const wandbTable = {
    id: "wandb-table",
    title: "Weights & Biases table (`*.table.json`)",
    definedAt: "https://docs.wandb.ai/models/tables",
    versions: "0.12.21, 0.16.6, 0.31.0",
    reads: "Columns and the number of rows, as predictions where one column holds the truth and another the model's word.",
    leaves: "The rows.",
    syntax: ["json"],
    gives: ["table"],
    recognises: ({ name, value }) => name.endsWith(".table.json") && isSplitTable(value),
    read: ({ value }) => splitTableStatements(value),
};

;// CONCATENATED MODULE: ./build/src/adapters/whylogs-constraints.js


/** What `Constraints.generate_constraints_report()` gives, saved as records or as bare tuples. */
const whylogsConstraints = {
    id: "whylogs-constraints",
    title: "whylogs constraints report",
    definedAt: "https://whylogs.readthedocs.io/en/latest/examples/advanced/Metric_Constraints.html",
    versions: "1.6.4",
    reads: "Each constraint as a check: passed where it never failed, and neither where it was not evaluated.",
    leaves: "Summaries of the metrics behind a constraint.",
    syntax: ["json"],
    gives: ["check"],
    recognises: ({ value }) => {
        const { entries } = reportOf(value);
        return entries.length > 0 && entries.every((entry) => constraintOf(entry) !== undefined);
    },
    read({ value }) {
        const { entries, where } = reportOf(value);
        const validate = (0,shape/* boolean */.zM)((0,shape/* member */.Dc)(value, "validate"));
        return [
            ...entries.flatMap((entry, index) => whylogs_constraints_checkOf(entry, (0,model_source/* pointer */.Wn)(where, index))),
            ...(validate === undefined
                ? []
                : [
                    {
                        kind: "check",
                        name: "validate",
                        passed: validate,
                        suite: true,
                        where: { pointer: "/validate" },
                    },
                ]),
        ];
    },
};
/** The list of results: the document, or its member `report_as_tuples`. */
function reportOf(value) {
    const named = (0,shape/* list */.p_)((0,shape/* member */.Dc)(value, "report_as_tuples"));
    return named === undefined
        ? { entries: (0,shape/* list */.p_)(value) ?? [], where: "" }
        : { entries: named, where: "/report_as_tuples" };
}
function constraintOf(entry) {
    if ((0,shape/* isRecord */.u4)(entry) && !(0,shape/* hasKeys */.xV)(entry, "name", "passed", "failed", "summary"))
        return undefined;
    const tuple = (0,shape/* isList */.Lv)(entry);
    if (tuple && (entry.length < 3 || entry.length > 4))
        return undefined;
    const part = (key, index) => (tuple ? entry[index] : (0,shape/* member */.Dc)(entry, key));
    const name = (0,shape/* text */.Qq)(part("name", 0));
    const [passed, failed] = [part("passed", 1), part("failed", 2)].map((count) => typeof count === "number" ? (0,shape/* numeric */.sH)(count) : undefined);
    if (name === undefined || passed === undefined || failed === undefined)
        return undefined;
    return { name, passed, failed, key: tuple ? (failed > 0 ? 2 : 1) : failed > 0 ? "failed" : "passed" };
}
function whylogs_constraints_checkOf(entry, where) {
    const constraint = constraintOf(entry);
    if (constraint === undefined)
        return [];
    const { name, passed, failed, key } = constraint;
    return [
        {
            kind: "check",
            name,
            passed: failed > 0 ? false : passed > 0 ? true : null,
            where: { pointer: (0,model_source/* pointer */.Wn)(where, key) },
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/adapters/whylogs-drift.js



/** What `calculate_drift_scores` and, before it, `calculate_drift_values` give. */
const whylogsDrift = {
    id: "whylogs-drift",
    title: "whylogs drift scores",
    definedAt: "https://whylogs.readthedocs.io/en/latest/examples/advanced/Drift_Algorithm_Configuration.html",
    versions: "1.6.4; the form of `calculate_drift_values` from the source, not seen",
    reads: "Of each column the statistic, the p-value, the limit of the category DRIFT and the verdict; POSSIBLE_DRIFT is no verdict, and a column without a score is told as looked at without result.",
    leaves: "The limits of the other categories.",
    syntax: ["json"],
    gives: ["drift"],
    recognises: ({ value }) => {
        const columns = (0,shape/* members */.ol)(value).map(([, found]) => found);
        return columns.some(isScore) && columns.every((found) => found === null || isScore(found));
    },
    read: ({ value }) => (0,shape/* members */.ol)(value).map(([column, found]) => scoreOf(column, found)),
};
const isScore = (found) => (0,shape/* hasKeys */.xV)(found, "algorithm", "statistic", "drift_category") ||
    ((0,shape/* hasKeys */.xV)(found, "p_value", "test") && (0,shape/* members */.ol)(found).length === 2);
function scoreOf(column, found) {
    if (found === null)
        return { kind: "drift", scope: "column", column, where: { pointer: (0,model_source/* pointer */.Wn)("", column) } };
    const name = (0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "algorithm")) ?? (0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "test"));
    const method = name === undefined ? undefined : (0,drift_methods/* driftMethodOf */.QP)("whylogs", name);
    const key = ["statistic", "pvalue", "p_value"].find((field) => (0,shape/* member */.Dc)(found, field) !== undefined) ?? "algorithm";
    const score = (0,shape/* member */.Dc)(found, "statistic");
    const p_value = (0,shape/* member */.Dc)(found, "pvalue") ?? (0,shape/* member */.Dc)(found, "p_value");
    return {
        kind: "drift",
        scope: "column",
        column,
        method: method?.id ?? name ?? null,
        ...(score === undefined || score === null ? {} : { score }),
        ...(p_value === undefined || p_value === null ? {} : { p_value }),
        threshold: whylogs_drift_limitOf(found, method?.gives),
        drifted: categories[(0,shape/* text */.Qq)((0,shape/* member */.Dc)(found, "drift_category")) ?? ""] ?? null,
        where: { pointer: (0,model_source/* pointer */.Wn)("", column, key) },
    };
}
const categories = { DRIFT: true, NO_DRIFT: false };
/** The end of the category DRIFT that borders on the others: its upper one for p-values, its lower one for distances. */
function whylogs_drift_limitOf(found, gives) {
    const lower = (0,shape/* numeric */.sH)((0,shape/* below */.Gz)(found, "thresholds", "DRIFT", 0));
    const upper = (0,shape/* numeric */.sH)((0,shape/* below */.Gz)(found, "thresholds", "DRIFT", 1));
    return (gives === "p_value" ? upper : gives === "score" ? lower : undefined) ?? null;
}

;// CONCATENATED MODULE: ./build/src/adapters/families/whylogs-profile.js


const whereOf = ({ pointer: keys, line }, name) => line === null ? { pointer: (0,model_source/* pointer */.Wn)("", ...keys, name) } : { line };
/** Counts, the distribution and the number of distinct values; bounds and types are left out. */
function columnStatements(profiled) {
    const hasNumbers = (0,shape/* numeric */.sH)(profiled.value("distribution/n")) !== 0;
    return profiled.figures.flatMap(({ name, value }) => {
        if (!told(name, hasNumbers) || value === null || value === "")
            return [];
        return [
            {
                kind: "measurement",
                raw_metric: name,
                metric: name,
                value,
                unit: name.startsWith("counts/") || name === "distribution/n" ? "count" : null,
                slice: { column: profiled.column },
                where: whereOf(profiled, name),
            },
        ];
    });
}
/** A column without numbers has a distribution of NaN, which says nothing is wrong. */
const told = (name, hasNumbers) => name.startsWith("counts/") || name === "cardinality/est" || (hasNumbers && name.startsWith("distribution/"));
/** How many rows there were, where every column counts as many values, missing ones too. */
function rowsStatement(columns) {
    const first = columns[0];
    const rows = (0,shape/* numeric */.sH)(first?.value("counts/n"));
    if (first === undefined || rows === undefined)
        return [];
    if (columns.some((column) => (0,shape/* numeric */.sH)(column.value("counts/n")) !== rows))
        return [];
    return [{ kind: "dataset", rows, columns: columns.map(({ column }) => column), where: whereOf(first, "counts/n") }];
}

;// CONCATENATED MODULE: ./build/src/adapters/families/whylogs-first.js


const whylogs_first_isColumn = (value) => (0,shape/* hasKeys */.xV)(value, "counters", "schema");
/** True for a summary of one column or of a data set, as versions 0.x write it. */
const isFirstSummary = (value) => whylogs_first_isColumn(value) ||
    ((0,shape/* isRecord */.u4)((0,shape/* member */.Dc)(value, "properties")) &&
        (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "columns")).length > 0 &&
        (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "columns")).every(([, column]) => whylogs_first_isColumn(column)));
const whylogs_first_figures = [
    ["counters", "count"],
    ["counters", "trueCount"],
    ["counters", "nullCount"],
    ["numberSummary", "count"],
    ["numberSummary", "min"],
    ["numberSummary", "max"],
    ["numberSummary", "mean"],
    ["numberSummary", "stddev"],
    ["uniqueCount", "estimate"],
];
/** Whole numbers stand as texts. `numberSummary.count` counts the numbers only, `counters.count` all values. */
function firstSummaryStatements(value) {
    if (whylogs_first_isColumn(value))
        return whylogs_first_columnStatements(value, null, "");
    const columns = (0,shape/* members */.ol)((0,shape/* member */.Dc)(value, "columns"));
    const at = whylogs_first_dateOf(value);
    return [
        ...columns.flatMap(([name, column]) => whylogs_first_columnStatements(column, name, (0,model_source/* pointer */.Wn)("", "columns", name))),
        ...whylogs_first_datasetStatement(value, columns),
    ].map((statement) => ({ ...statement, at }));
}
function whylogs_first_columnStatements(column, name, where) {
    return whylogs_first_figures.flatMap((path) => {
        const value = (0,shape/* below */.Gz)(column, ...path);
        if (value === undefined || value === null)
            return [];
        return [
            {
                kind: "measurement",
                raw_metric: path.join("."),
                metric: path.join("."),
                value,
                unit: /[cC]ount$/.test(path.at(-1) ?? "") ? "count" : null,
                ...(name === null ? {} : { slice: { column: name } }),
                where: { pointer: (0,model_source/* pointer */.Wn)(where, ...path) },
            },
        ];
    });
}
function whylogs_first_datasetStatement(value, columns) {
    const counts = columns.map(([, column]) => (0,shape/* numeric */.sH)((0,shape/* below */.Gz)(column, "counters", "count")));
    const first = columns[0]?.[0];
    const rows = counts[0];
    if (first === undefined || rows === undefined || counts.some((count) => count !== rows))
        return [];
    return [
        {
            kind: "dataset",
            name: (0,shape/* text */.Qq)((0,shape/* below */.Gz)(value, "properties", "metadata", "Name")) ?? null,
            rows,
            columns: columns.map(([name]) => name),
            where: { pointer: (0,model_source/* pointer */.Wn)("", "columns", first, "counters", "count") },
        },
    ];
}
/** Milliseconds since 1970, as text; 0 is no date. */
function whylogs_first_dateOf(value) {
    for (const key of ["dataTimestamp", "sessionTimestamp"]) {
        const milliseconds = (0,shape/* numeric */.sH)((0,shape/* below */.Gz)(value, "properties", key));
        if (milliseconds !== undefined && milliseconds > 0 && milliseconds < 8.64e15)
            return new Date(milliseconds).toISOString();
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/adapters/whylogs-summary.js



/** The summary of a profile: of the current versions as JSON or CSV, of the first ones as protobuf's JSON. */
const whylogsSummary = {
    id: "whylogs-summary",
    title: "whylogs profile summary",
    definedAt: "https://whylogs.readthedocs.io/en/latest/examples/basic/Inspecting_Profiles.html",
    versions: "1.6.4, 0.x",
    reads: "Counts, missing values and the distribution of each column, and the rows where all columns have as many.",
    leaves: "Histograms, frequent items, types, sketches and bounds of estimates.",
    syntax: ["json", "delimited"],
    gives: ["measurement", "dataset"],
    numbersAsText: true,
    recognises: ({ syntax, value, table }) => syntax === "delimited" ? isProfileTable(table) : isProfile(value) || isFirstSummary(value),
    read({ syntax, value, table }) {
        if (syntax === "delimited")
            return table === undefined ? [] : whylogs_summary_statementsOf(columnsOfTable(table));
        return isFirstSummary(value) ? firstSummaryStatements(value) : whylogs_summary_statementsOf(whylogs_summary_columnsOf(value));
    },
};
const whylogs_summary_isColumn = (found) => (0,shape/* hasKeys */.xV)(found, "counts/n") && (0,shape/* isRecord */.u4)(found);
function isProfile(value) {
    const columns = (0,shape/* members */.ol)(value).map(([, found]) => found);
    return columns.length > 0 && columns.every(whylogs_summary_isColumn);
}
const isProfileTable = (table) => table !== undefined && table.header.includes("counts/n") && table.header.some((name) => name.startsWith("types/"));
const whylogs_summary_columnsOf = (value) => (0,shape/* members */.ol)(value).map(([column, found]) => ({
    column,
    figures: (0,shape/* members */.ol)(found).map(([name, figure]) => ({ name, value: figure })),
    pointer: [column],
    line: null,
    value: (name) => (0,shape/* member */.Dc)(found, name),
}));
/** The column's name stands under `column`, or under no name where the index was saved so. */
function columnsOfTable({ header, rows, lineOf }) {
    const names = Math.max(header.indexOf("column"), 0);
    return rows.map((cells, row) => {
        const cell = (name) => cells[header.indexOf(name)];
        return {
            column: cells[names] ?? "",
            figures: header.map((name, index) => ({ name, value: cells[index] ?? "" })),
            pointer: [],
            line: lineOf(row),
            value: cell,
        };
    });
}
const whylogs_summary_statementsOf = (columns) => [
    ...columns.flatMap(columnStatements),
    ...rowsStatement(columns),
];

;// CONCATENATED MODULE: ./build/src/adapters/index.js
// Written by scripts/generate.mjs from the files of this folder.


























































































































/** Every format. Recognisers exclude one another, so the order says nothing. */
const adapters = [
    alibiDetect,
    argoWorkflow,
    confusionMatrix,
    csvTable,
    cyclonedxBom,
    cyclonedxMlbom,
    datasetCard,
    dbtRunResults,
    dbtSources,
    deepchecksResult,
    dvcExpDiff,
    dvcFile,
    dvcLock,
    dvcMetrics,
    dvcMetricsDiff,
    dvcMetricsShow,
    dvcParams,
    dvcParamsDiff,
    dvcYaml,
    dvcliveHistory,
    dvcliveMetrics,
    dvclivePlot,
    evidentlyProfile,
    evidentlyReport,
    evidentlySnapshot,
    evidentlyTestSuite,
    factsJsonl,
    greatExpectationsCheckpoint,
    greatExpectationsConfig,
    greatExpectationsPage,
    greatExpectationsSuite,
    greatExpectationsValidation,
    gtoArtifacts,
    gtoHistory,
    gtoRegistry,
    gtoVersions,
    huggingfaceCard,
    jsonSchema,
    junit,
    kfpClassificationMetrics,
    kfpExecutorOutput,
    kfpMetrics,
    kfpPipeline,
    kfpUiMetadata,
    kubeflowModelRegistry,
    markdownCard,
    markdownReport,
    metricsJson,
    mlflowApprovalTag,
    mlflowDataset,
    mlflowEntry,
    mlflowEvaluation,
    mlflowEvaluationArtifacts,
    mlflowExperiment,
    mlflowInputExample,
    mlflowLoggedModel,
    mlflowMetric,
    mlflowModel,
    mlflowModelVersion,
    mlflowRegisteredModel,
    mlflowRestError,
    mlflowRestListing,
    mlflowRestLoggedModels,
    mlflowRestMetricHistory,
    mlflowRestModelVersion,
    mlflowRestModelVersions,
    mlflowRestRegisteredModels,
    mlflowRestRuns,
    mlflowRun,
    mlflowRunLink,
    mlflowSearchRuns,
    mlflowTable,
    mlflowTrace,
    mlflowValidation,
    mlmdExport,
    modelCardToolkit,
    nannymlRanking,
    nannymlResults,
    panderaErrors,
    panderaFailureCases,
    panderaSchema,
    parquetTable,
    permutationImportance,
    riverDrift,
    riverDriftEvents,
    sagemakerCardMetrics,
    sagemakerClarifyAnalysis,
    sagemakerClarifyConfig,
    sagemakerModelCard,
    sagemakerModelMonitorConstraints,
    sagemakerModelMonitorStatistics,
    sagemakerModelMonitorViolations,
    sagemakerModelQuality,
    sklearnClassificationReport,
    sklearnCrossValidate,
    sklearnCurve,
    sklearnLearningCurve,
    sklearnSearch,
    sliceMetrics,
    sliceTable,
    sodaScan,
    tfdvAnomalies,
    tfdvSchema,
    tfdvStatistics,
    tfmaEvalConfig,
    tfmaMetricsBySlice,
    tfmaMetricsForSlice,
    tfmaPlots,
    tfmaSlicingMetrics,
    tfmaValidationResult,
    tfxArtifacts,
    tfxBlessing,
    wandbConfig,
    wandbHistory,
    wandbManifest,
    wandbMetadata,
    wandbRequirements,
    wandbSummary,
    wandbTable,
    whylogsConstraints,
    whylogsDrift,
    whylogsSummary,
];

;// CONCATENATED MODULE: ./build/src/discover/models.js
const cardName = /^(?:readme|.*card.*)\.(?:md|markdown|mdx|json|ya?ml|xml)$/i;
/** True where a file of this name can make its folder a model; its content decides. */
const mayMarkModel = (name) => name === "MLmodel" || name.endsWith(".facts.jsonl") || cardName.test(name);
/**
 * Folders that hold a model card, an `MLmodel` or own facts. The root's README is no model where other folders are, and
 * what a tracking tool stored beneath a run is that run's output, not a model of its own.
 */
function findModels(files, reader, recognise) {
    const found = new Map();
    for (const path of files) {
        const slash = path.lastIndexOf("/");
        const name = path.slice(slash + 1);
        if (!mayMarkModel(name) || isRunOutput(path))
            continue;
        const folder = slash === -1 ? "" : path.slice(0, slash);
        if (found.get(folder) === "other")
            continue;
        const file = reader.open(path);
        if (file === null)
            continue;
        const marks = recognise(file)?.marksModel === true || (file.broken && /^readme\./i.test(name) && file.text.startsWith("---"));
        if (marks)
            found.set(folder, /^readme\./i.test(name) ? "card" : "other");
    }
    if (found.size > 1 && found.get("") === "card")
        found.delete("");
    return [...found.keys()].sort().map((path) => ({ path }));
}
const isRunOutput = (path) => /(?:^|\/)(?:mlruns|wandb|mlartifacts)\//.test(path) || /\/artifacts\/.*MLmodel$/.test(path);
/** The nearest model folder above a file; null where there is none. */
function modelFolderOf(path, folders) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const folder = path.slice(0, at);
        if (folders.has(folder))
            return folder;
    }
    return folders.has("") ? "" : null;
}
/** Names of model folders: the last segment; of two alike, the path; of the root, the repository's folder. */
function nameModels(folders, rootName) {
    const last = (folder) => (folder === "" ? rootName : folder.slice(folder.lastIndexOf("/") + 1));
    const counts = new Map();
    for (const folder of folders)
        counts.set(last(folder), (counts.get(last(folder)) ?? 0) + 1);
    return new Map(folders.map((folder) => [folder, folder !== "" && (counts.get(last(folder)) ?? 0) > 1 ? folder : last(folder)]));
}
/** The name of a tree's root folder. */
const rootNameOf = ({ label }) => label
    .replace(/[\\/]+$/, "")
    .split(/[\\/]/)
    .at(-1) ?? "model";

// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
// EXTERNAL MODULE: ./build/src/read/syntax.js
var syntax = __webpack_require__(5091);
;// CONCATENATED MODULE: ./build/src/discover/walk.js


const pruned = new Set([
    ".git",
    "node_modules",
    ".venv",
    "venv",
    "__pycache__",
    ".tox",
    ".mypy_cache",
    ".ipynb_checkpoints",
]);
const MAXIMUM_DEPTH = 60;
/**
 * Files below the given folders of a tree that may hold evidence: without what git ignores, without source code,
 * weights and archives.
 *
 * @param ignored further patterns in the language of .gitignore, relative to the root
 */
function walk(tree, folders, ignored) {
    const files = [];
    const links = [];
    const own = ignored.length === 0 ? null : ignore().add([...ignored]);
    const visit = (folder, rules, depth) => {
        if (depth > MAXIMUM_DEPTH)
            return;
        const entries = tree.list(folder);
        const here = entries.some(({ name }) => name === ".gitignore") ? [...rules, ignoreFileAt(tree, folder)] : rules;
        for (const { name, kind } of entries) {
            const path = folder === "" ? name : `${folder}/${name}`;
            if (kind === "file" ? !(0,syntax/* mayHoldEvidence */.m3)(path) : pruned.has(name))
                continue;
            const asked = kind === "folder" ? `${path}/` : path;
            if (own?.ignores(asked) === true || walk_isIgnored(here, asked))
                continue;
            if (kind === "folder")
                visit(path, here, depth + 1);
            else if (kind === "file")
                files.push(path);
            else if (kind === "link")
                visitLink(path);
        }
    };
    const visitLink = (path) => {
        if (tree.head(path, 1) === null)
            links.push(path);
        else if ((0,syntax/* mayHoldEvidence */.m3)(path))
            files.push(path);
    };
    for (const folder of folders)
        visit(folder, ancestorsOf(folder).map((above) => ignoreFileAt(tree, above)), 0);
    return { files: files.sort(), links: links.sort() };
}
function ignoreFileAt(tree, folder) {
    const path = folder === "" ? ".gitignore" : `${folder}/.gitignore`;
    const contents = tree.read(path, 1_048_576);
    const text = contents.kind === "bytes" ? Buffer.from(contents.bytes).toString("utf8") : "";
    return { prefix: folder === "" ? "" : `${folder}/`, rules: text === "" ? null : ignore().add(text) };
}
/** The innermost file that has a word decides. */
function walk_isIgnored(rules, path) {
    for (let index = rules.length - 1; index >= 0; index--) {
        const at = rules[index];
        if (at === undefined || at.rules === null)
            continue;
        const verdict = at.rules.test(path.slice(at.prefix.length));
        if (verdict.ignored)
            return true;
        if (verdict.unignored)
            return false;
    }
    return false;
}
/** The folders above a folder, outermost first. */
function ancestorsOf(folder) {
    if (folder === "")
        return [];
    const segments = folder.split("/");
    return ["", ...segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join("/"))];
}

;// CONCATENATED MODULE: ./build/src/read/parsers.js
/** Loads the parsers for these syntaxes; Markdown bodies only where they are wanted. */
async function loadParsers(syntaxes, markdownBody) {
    const [delimited, markdown, toml, parquet] = await Promise.all([
        syntaxes.has("delimited") ? Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(385)]).then(__webpack_require__.bind(__webpack_require__, 6385)) : undefined,
        syntaxes.has("front-matter") && markdownBody ? Promise.all(/* import() */[__webpack_require__.e(690), __webpack_require__.e(64)]).then(__webpack_require__.bind(__webpack_require__, 7064)) : undefined,
        syntaxes.has("toml") ? Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(680)]).then(__webpack_require__.bind(__webpack_require__, 6680)) : undefined,
        syntaxes.has("parquet") ? __webpack_require__.e(/* import() */ 107).then(__webpack_require__.bind(__webpack_require__, 3107)) : undefined,
    ]);
    return {
        ...(delimited === undefined ? {} : { delimited: delimited.parseDelimited }),
        ...(markdown === undefined ? {} : { markdown: markdown.markdownBody }),
        ...(toml === undefined ? {} : { toml: toml.parseToml }),
        ...(parquet === undefined ? {} : { parquet: parquet.parquetMetadataOf }),
    };
}

// EXTERNAL MODULE: ./build/src/read/decode.js
var decode = __webpack_require__(8402);
;// CONCATENATED MODULE: ./build/src/read/xml.js

/**
 * Reads XML without entities of its own making, external references or processing: elements, attributes, text and
 * lines. The tree keeps positions, which the libraries at hand do not give.
 */
function parseXml(text, maximumDepth) {
    const stack = [];
    let root;
    const token = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
    let line = 1;
    let counted = 0;
    while (token.lastIndex < text.length) {
        const start = token.lastIndex;
        const found = token.exec(text);
        if (found === null)
            return { root, faults: [broken(text, start, "a tag is not closed or not well-formed")] };
        for (; counted < start; counted++)
            if (text.charCodeAt(counted) === 10)
                line++;
        const [, cdata, internal, closing, opening, attributes, selfClosing, plain] = found;
        if (internal !== undefined)
            return {
                root,
                faults: [
                    (0,fault/* fault */.D)("limit", "an XML document type with its own entities is refused", "write it without", (0,fault/* placeOf */.$)(text, start)),
                ],
            };
        const parent = stack.at(-1);
        if (cdata !== undefined)
            parent?.parts.push(cdata);
        else if (plain !== undefined) {
            if (parent === undefined && plain.trim() !== "")
                return { root, faults: [broken(text, start, "text stands outside the root")] };
            parent?.parts.push(decodeEntities(plain));
        }
        else if (closing !== undefined) {
            if (parent === undefined || parent.name !== closing)
                return { root, faults: [broken(text, start, `</${closing.slice(0, 60)}> closes nothing`)] };
            stack.pop();
        }
        else if (opening !== undefined) {
            const element = newElement(opening, attributes ?? "", line);
            if (parent !== undefined)
                parent.children.push(element);
            else if (root === undefined)
                root = element;
            else
                return { root, faults: [broken(text, start, "a second root")] };
            if (selfClosing === "")
                stack.push(element);
            if (stack.length > maximumDepth)
                return {
                    root,
                    faults: [(0,fault/* fault */.D)("limit", "the XML is nested too deep", "write it flatter", (0,fault/* placeOf */.$)(text, start))],
                };
        }
    }
    if (root === undefined)
        return { root, faults: [(0,fault/* fault */.D)("empty", "the file holds no XML element", "write the file anew")] };
    const open = stack.at(-1);
    if (open !== undefined)
        return {
            root,
            faults: [
                (0,fault/* fault */.D)("truncated", `the XML is cut short: <${open.name}> is never closed`, "write the file anew, whole", {
                    line: open.line,
                    column: 1,
                }),
            ],
        };
    return { root, faults: [] };
}
function newElement(name, attributes, line) {
    const own = Object.create(null);
    for (const [, key = "", double, single] of attributes.matchAll(/([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        own[key] = decodeEntities(double ?? single ?? "");
    }
    const parts = [];
    return {
        name,
        attributes: own,
        children: [],
        parts,
        line,
        get text() {
            return parts.join("").trim();
        },
    };
}
const xml_named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function decodeEntities(text) {
    if (!text.includes("&"))
        return text;
    return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
        if (typeof name === "string")
            return xml_named[name] ?? whole;
        const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
const broken = (text, offset, why) => (0,fault/* fault */.D)("unreadable", `this is not XML: ${why}`, "write it with an XML writer", (0,fault/* placeOf */.$)(text, offset));

// EXTERNAL MODULE: ./build/src/read/yaml.js
var yaml = __webpack_require__(8951);
// EXTERNAL MODULE: ./build/src/read/front-matter-subset.js + 1 modules
var front_matter_subset = __webpack_require__(7352);
;// CONCATENATED MODULE: ./build/src/read/reader.js









const reader_nothing = new Uint8Array();
/** Opens files of a tree as evidence: within limits, decoded, parsed when first looked at. */
function createReader(tree, parsers, limits) {
    const opened = new Map();
    const open = (path) => {
        const known = opened.get(path);
        if (known !== undefined)
            return known;
        const contents = tree.read(path, limits.fileBytes);
        const file = contents.kind === "missing" ? null : new FileOfTree(path, contents, tree, open, parsers, limits);
        opened.set(path, file);
        return file;
    };
    return {
        open,
        forget(paths) {
            if (paths === undefined)
                opened.clear();
            else
                for (const path of paths)
                    opened.delete(path);
        },
    };
}
class FileOfTree {
    path;
    tree;
    open;
    parsers;
    limits;
    name;
    bytes;
    text;
    size;
    #faults = [];
    #syntax;
    #digest;
    #segments;
    #parsed;
    #broken = false;
    #markdown;
    #table;
    #xml;
    #columnar;
    #looked = new Set();
    #bodyLine = 1;
    #body = "";
    valueLine = 1;
    valueText = "";
    constructor(path, contents, tree, open, parsers, limits) {
        this.path = path;
        this.tree = tree;
        this.open = open;
        this.parsers = parsers;
        this.limits = limits;
        this.name = path.slice(path.lastIndexOf("/") + 1);
        this.bytes = contents.kind === "bytes" ? contents.bytes : reader_nothing;
        this.size = contents.kind === "too-large" ? contents.size : this.bytes.length;
        this.text = this.#decoded(contents);
        this.#syntax = (0,syntax/* syntaxOf */.rS)(this.name, this.text);
    }
    #decoded(contents) {
        if (contents.kind === "refused")
            return this.#fail((0,fault/* fault */.D)("unreadable", `the file is refused: ${contents.why}`, "put the file itself into the tree"));
        if (contents.kind === "too-large") {
            const megabytes = Math.round(contents.size / 1_048_576);
            return this.#fail((0,fault/* fault */.D)("limit", `the file is too large to read: ${megabytes} MiB`, "commit a summary of it"));
        }
        if (this.bytes.length === 0)
            return this.#fail((0,fault/* fault */.D)("empty", "the file is empty", "write it anew, or delete it"));
        if ((0,syntax/* extensionOf */.je)(this.name) === "parquet")
            return "";
        const { text, fault: undecodable } = (0,decode/* decode */.D)(this.bytes);
        if (text === null)
            return undecodable === null ? "" : this.#fail(undecodable);
        if (text.trim() === "")
            return this.#fail((0,fault/* fault */.D)("empty", "the file holds nothing but white space", "write it anew, or delete it"));
        const disguised = (0,decode/* disguise */.G)(text, this.name);
        if (disguised !== null)
            this.#fail(disguised);
        return text;
    }
    #fail(problem) {
        this.#faults.push(problem);
        this.#broken = true;
        return "";
    }
    get segments() {
        return (this.#segments ??= this.path.split("/"));
    }
    get digest() {
        return (this.#digest ??= `sha256:${(0,external_node_crypto_.createHash)("sha256").update(this.bytes).digest("hex")}`);
    }
    get faults() {
        return this.#faults;
    }
    get syntax() {
        if (this.#syntax === "json")
            this.#parse();
        return this.#syntax;
    }
    get broken() {
        this.#parse();
        return this.#broken;
    }
    get value() {
        return this.#parse().value;
    }
    get values() {
        return this.#parse().values;
    }
    #parse() {
        if (this.#parsed !== undefined)
            return this.#parsed;
        // Set first: a getter that is asked while parsing must not parse again.
        this.#parsed = { value: undefined, values: [] };
        if (!this.#broken && this.text !== "")
            this.#parsed = this.#parseText();
        return this.#parsed;
    }
    #parseText() {
        switch (this.#syntax) {
            case "json":
                return this.#parseJson();
            case "json-lines":
                return this.#parseLines();
            case "yaml":
                return this.#parseYaml(this.text, 1);
            case "front-matter":
                return this.#parseFrontMatter();
            case "toml":
                return this.#parseToml();
            case "delimited":
            case "xml":
            case "parquet":
            case "text":
                return { value: undefined, values: [] };
        }
    }
    #parseJson() {
        this.valueText = this.text;
        const { value, broken, faults } = (0,json/* parseJson */.q)(this.text, this.limits);
        if (broken && looksLikeLines(this.text)) {
            this.#syntax = "json-lines";
            return this.#parseLines();
        }
        const printed = faults.some(({ problem }) => problem === "python-repr");
        if (broken && (0,syntax/* extensionOf */.je)(this.name) !== "json" && !(printed && (0,syntax/* extensionOf */.je)(this.name) !== "")) {
            this.#syntax = "text";
            return { value: undefined, values: [] };
        }
        this.#faults.push(...faults);
        this.#broken = broken;
        return { value, values: value === undefined ? [] : [{ value, line: 1 }] };
    }
    #parseLines() {
        const values = [];
        const lines = this.text.split("\n");
        lines.forEach((text, index) => {
            if (text.trim() === "")
                return;
            const { value, broken, faults } = (0,json/* parseJson */.q)(text, this.limits);
            const line = index + 1;
            this.#faults.push(...faults.map((found) => ({ ...found, line })));
            if (!broken && value !== undefined)
                values.push({ value, line });
        });
        if (values.length === 0)
            this.#broken = true;
        return { value: values[0]?.value, values };
    }
    #parseYaml(text, firstLine) {
        this.valueText = text;
        this.valueLine = firstLine;
        const { values, broken, faults } = (0,yaml/* parseYamlStream */.b)(text, this.limits, firstLine);
        this.#faults.push(...faults);
        this.#broken = broken;
        const starts = documentStarts(text, firstLine, values.length);
        return { value: values[0], values: values.map((value, index) => ({ value, line: starts[index] ?? firstLine })) };
    }
    #parseFrontMatter() {
        const { yaml, yamlLine, body, bodyLine, problem } = splitFrontMatter(this.text);
        this.#body = body;
        this.#bodyLine = bodyLine;
        if (problem !== null)
            this.#fail(problem);
        if (yaml === null || problem !== null)
            return { value: undefined, values: [] };
        this.valueText = yaml;
        this.valueLine = yamlLine;
        const simple = (0,front_matter_subset/* parseFrontMatterSubset */.M)(yaml);
        if (simple !== undefined)
            return { value: simple, values: [{ value: simple, line: yamlLine }] };
        return this.#parseYaml(yaml, yamlLine);
    }
    #parseToml() {
        const value = this.parsers.toml?.(this.text);
        if (value === undefined && this.parsers.toml !== undefined)
            this.#fail((0,fault/* fault */.D)("unreadable", "this is not TOML", "write it with a TOML writer"));
        return { value, values: value === undefined ? [] : [{ value, line: 1 }] };
    }
    #once(view) {
        if (this.#looked.has(view))
            return false;
        this.#looked.add(view);
        return true;
    }
    get markdown() {
        if (this.#once("markdown") && this.#syntax === "front-matter") {
            this.#parse();
            this.#markdown = this.parsers.markdown?.(this.#body, this.#bodyLine);
        }
        return this.#markdown;
    }
    get table() {
        if (this.#once("table") && this.#syntax === "delimited" && this.text !== "") {
            this.#table = this.parsers.delimited?.(this.text);
        }
        return this.#table;
    }
    get xml() {
        if (this.#once("xml") && this.#syntax === "xml" && this.text !== "") {
            const { root, faults } = parseXml(this.text, this.limits.depth);
            faults.forEach((found) => this.#fail(found));
            this.#xml = root;
        }
        return this.#xml;
    }
    get columnar() {
        if (this.#once("columnar") && this.#syntax === "parquet" && !this.#broken) {
            this.#columnar = this.parsers.parquet?.(this.bytes);
            if (this.#columnar === undefined && this.parsers.parquet !== undefined) {
                this.#fail((0,fault/* fault */.D)("unreadable", "this is not a whole Parquet file", "write it anew"));
            }
        }
        return this.#columnar;
    }
    neighbour(relativePath) {
        const path = resolveFrom(this.segments, relativePath);
        return path === null ? null : this.open(path);
    }
    folder(relativePath) {
        const path = resolveFrom(this.segments, relativePath);
        return path === null ? [] : this.tree.list(path).map(({ name }) => name);
    }
}
/** A path relative to a file's folder, as a path from the root; null where it leaves the tree. */
function resolveFrom(file, relativePath) {
    const resolved = file.slice(0, -1);
    for (const segment of relativePath.split("/")) {
        if (segment === "" || segment === ".")
            continue;
        if (segment !== "..")
            resolved.push(segment);
        else if (resolved.pop() === undefined)
            return null;
    }
    return resolved.join("/");
}
/** True where the text is several JSON values, one a line. */
function looksLikeLines(text) {
    const lines = text.split("\n", 3).filter((line) => line.trim() !== "");
    return lines.length > 1 && lines.every((line) => /^\s*[{[].*[}\]]\s*$/.test(line) && isJson(line));
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** The line on which each document of a YAML stream begins. */
function documentStarts(text, firstLine, documents) {
    if (documents < 2)
        return [firstLine];
    const starts = [];
    let open = false;
    text.split("\n").forEach((line, index) => {
        if (/^---(\s|$)/.test(line))
            open = false;
        else if (!open && line.trim() !== "" && !line.startsWith("#") && !line.startsWith("%")) {
            open = true;
            starts.push(index + firstLine);
        }
    });
    return starts.length === documents ? starts : [];
}

;// CONCATENATED MODULE: ./build/src/recognise.js
/** Asks the formats of a file's syntax, the fallbacks last. */
function createRecogniser(adapters) {
    const bySyntax = new Map();
    const ordered = [
        ...adapters.filter(({ fallback }) => fallback !== true),
        ...adapters.filter(({ fallback }) => fallback === true),
    ];
    return (file) => {
        const { syntax } = file;
        let asked = bySyntax.get(syntax);
        if (asked === undefined)
            bySyntax.set(syntax, (asked = ordered.filter((adapter) => adapter.syntax.includes(syntax))));
        return asked.find((adapter) => adapter.recognises(file)) ?? null;
    };
}

;// CONCATENATED MODULE: ./build/src/survey.js









/** Cards of so many models stay parsed between finding and judging them. */
const MODELS_KEPT_OPEN = 2_000;
const syntaxByEnding = {
    csv: "delimited",
    tsv: "delimited",
    md: "front-matter",
    markdown: "front-matter",
    mdx: "front-matter",
    qmd: "front-matter",
    toml: "toml",
    parquet: "parquet",
};
/** Walks a tree, finds its models and says which file belongs to which. */
async function survey({ tree, rootName, configuration, scope, markdownBody }) {
    const folders = scope.filter((path) => path === "" || tree.list(path).length > 0);
    const single = scope.filter((path) => !folders.includes(path));
    const { files: walked, links } = walk(tree, withoutNested(folders), configuration.ignore);
    const files = [...new Set([...walked, ...single])].sort();
    const syntaxes = new Set(files.flatMap((path) => syntaxByEnding[(0,syntax/* extensionOf */.je)(path)] ?? []));
    const parsers = await loadParsers(syntaxes, markdownBody);
    const reader = createReader(tree, parsers, limits/* defaultLimits */.M);
    const recognise = remembering(createRecogniser(adapters));
    // A file that is asked for by itself belongs to the model of its folder, whose card is not in the scope.
    const marking = [...files, ...single.flatMap((path) => cardsBeside(path, tree))];
    const discovered = findModels([...new Set(marking)].sort(), reader, recognise);
    if (discovered.length > MODELS_KEPT_OPEN)
        reader.forget();
    const byPath = new Map(configuration.models.map((model) => [model.path, model]));
    const modelFolders = [...new Set([...discovered.map(({ path }) => path), ...byPath.keys()])].sort();
    const names = nameModels(modelFolders, rootName);
    const nameOf = (folder) => byPath.get(folder)?.name ?? names.get(folder) ?? folder;
    const rules = configuration.evidence.map((rule) => ({ rule, matches: picomatch(rule.files, { dot: true }) }));
    const folderSet = new Set(modelFolders);
    const folderByName = new Map(modelFolders.map((folder) => [nameOf(folder), folder]));
    const owned = new Map(modelFolders.map((folder) => [folder, []]));
    const unowned = [];
    for (const path of files) {
        const applying = rules.filter(({ matches }) => matches(path)).map(({ rule }) => rule);
        const toRead = fileToRead(path, applying);
        const folder = ownerOf(applying, folderByName) ?? modelFolderOf(path, folderSet);
        if (folder === null)
            unowned.push(toRead);
        else
            owned.get(folder)?.push(toRead);
    }
    const models = modelFolders
        .filter((folder) => byPath.has(folder) || (owned.get(folder)?.length ?? 0) > 0)
        .map((folder) => ({
        identity: identityOf(folder, nameOf(folder), byPath.get(folder), configuration),
        files: owned.get(folder) ?? [],
    }))
        .sort((a, b) => (a.identity.name < b.identity.name ? -1 : 1));
    return { tree, models, unowned, links, reader, recognise };
}
/** What a file is was found out when models were sought: it is not asked again when the model is read. */
function remembering(recognise) {
    const known = new Map();
    return (file) => {
        const before = mayMarkModel(file.name) ? known.get(file.path) : undefined;
        if (before !== undefined)
            return before;
        const found = recognise(file);
        if (mayMarkModel(file.name))
            known.set(file.path, found);
        return found;
    };
}
function cardsBeside(path, tree) {
    const beside = [];
    for (let folder = parentOf(path);; folder = parentOf(folder)) {
        for (const { name, kind } of tree.list(folder)) {
            if (kind === "file" && mayMarkModel(name))
                beside.push(folder === "" ? name : `${folder}/${name}`);
        }
        if (folder === "")
            return beside;
    }
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const withoutNested = (folders) => folders.filter((folder) => !folders.some((other) => other !== folder && (other === "" || folder.startsWith(`${other}/`))));
const fileToRead = (path, rules) => ({
    path,
    baseline: rules.some(({ baseline }) => baseline),
    mappings: rules.flatMap(({ mapping }) => (mapping === null ? [] : [mapping])),
});
function ownerOf(rules, folderByName) {
    for (const { model } of rules) {
        const folder = model === null ? undefined : folderByName.get(model);
        if (folder !== undefined)
            return folder;
    }
    return null;
}
const identityOf = (folder, name, configured, configuration) => ({
    name,
    path: folder,
    stage: configured?.stage ?? configuration.stages.default,
    risk: configured?.risk ?? null,
    owner: configured?.owner ?? null,
    run: configured?.run ?? null,
    champion: configured?.champion ?? null,
});
/** Everything: what `inspect` asks for. */
const wantEverything = { has: () => true, markdownBody: true, metrics: null };


/***/ }),

/***/ 3285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ disk),
/* harmony export */   f: () => (/* binding */ kindOnDisk)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const reusable = Buffer.allocUnsafe(1 << 20);
/**
 * The working tree below a folder. Links are followed to files inside the tree only; folders behind links are told
 * and not entered.
 */
function disk(root) {
    let realRoot;
    // Folders that were reached without a link, and the links in them: what was looked at once is not asked again.
    const plainFolders = new Set([""]);
    const links = new Set();
    const listed = new Set();
    const isPlain = (path) => listed.has(parentOf(path)) && !links.has(path);
    const inside = (path) => {
        if (isPlain(path))
            return true;
        realRoot ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
        const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute(path));
        return real === realRoot || real.startsWith(realRoot + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    };
    const absolute = (path) => (path === "" ? root : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path));
    return {
        label: root,
        list(folder) {
            let entries;
            try {
                entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(absolute(folder), { withFileTypes: true });
            }
            catch {
                return [];
            }
            const plain = plainFolders.has(folder);
            if (plain)
                listed.add(folder);
            for (const entry of plain ? entries : []) {
                const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
                if (entry.isSymbolicLink())
                    links.add(path);
                else if (entry.isDirectory())
                    plainFolders.add(path);
            }
            return entries
                .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
                .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        },
        read(path, limit) {
            try {
                if (!inside(path))
                    return { kind: "refused", why: "it is a link out of the checked tree" };
                return readWhole(absolute(path), limit);
            }
            catch (error) {
                return failure(error);
            }
        },
        head(path, length) {
            try {
                if (!inside(path))
                    return null;
                return readHead(absolute(path), length);
            }
            catch {
                return null;
            }
        },
    };
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
function kindOf(entry) {
    if (entry.isFile())
        return "file";
    if (entry.isDirectory())
        return "folder";
    return entry.isSymbolicLink() ? "link" : "other";
}
/** Bytes in a buffer of their own size, read through one that is used again: files are small and many. */
function readWhole(path, limit) {
    const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "r");
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
        if (!stat.isFile())
            return { kind: "refused", why: "it is no regular file" };
        if (stat.size > limit)
            return { kind: "too-large", size: stat.size };
        if (stat.size >= reusable.length) {
            const large = Buffer.allocUnsafe(stat.size);
            return { kind: "bytes", bytes: large.subarray(0, fill(handle, large)) };
        }
        return { kind: "bytes", bytes: Buffer.from(reusable.subarray(0, fill(handle, reusable))) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function readHead(path, length) {
    const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "r");
    try {
        const buffer = Buffer.allocUnsafe(length);
        return buffer.subarray(0, fill(handle, buffer));
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function fill(handle, buffer) {
    let filled = 0;
    while (filled < buffer.length) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(handle, buffer, filled, buffer.length - filled, filled);
        if (read === 0)
            break;
        filled += read;
    }
    return filled;
}
function failure(error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR")
        return { kind: "missing" };
    if (code === "ELOOP")
        return { kind: "refused", why: "it is a link that leads back to itself" };
    if (code === "EACCES" || code === "EPERM")
        return { kind: "refused", why: "it may not be read" };
    return { kind: "refused", why: `the system refused it${code === "" ? "" : ` (${code})`}` };
}
/** What a path on disk is; null where there is nothing. */
function kindOnDisk(path) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : null;
    }
    catch {
        return null;
    }
}


/***/ })

};
