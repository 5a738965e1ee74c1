#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 5035:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(683);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1684);
/* harmony import */ var _report_paint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4928);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8009);
/* harmony import */ var _world_process_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1759);





/** Commands by name; each is loaded when it is asked for. */
const commands = {
    check: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(759), __nccwpck_require__.e(524), __nccwpck_require__.e(273), __nccwpck_require__.e(295), __nccwpck_require__.e(856), __nccwpck_require__.e(24), __nccwpck_require__.e(708)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5708))).check,
    inspect: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(759), __nccwpck_require__.e(524), __nccwpck_require__.e(273), __nccwpck_require__.e(295), __nccwpck_require__.e(856), __nccwpck_require__.e(756)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1756))).inspect,
    explain: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(759), __nccwpck_require__.e(524), __nccwpck_require__.e(273), __nccwpck_require__.e(295), __nccwpck_require__.e(856), __nccwpck_require__.e(24), __nccwpck_require__.e(629)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5629))).explain,
    init: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(759), __nccwpck_require__.e(524), __nccwpck_require__.e(273), __nccwpck_require__.e(96)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96))).init,
    schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(243), __nccwpck_require__.e(524), __nccwpck_require__.e(295), __nccwpck_require__.e(156)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6156))).schema,
};
const general = `model-referee <command>

A referee for machine-learning models: reads the evidence that your tools already
wrote, holds it against policies, and decides.

  check     judge the models below a folder: pass, warn, block or undecided
  inspect   show every fact that is read, with the line it stands on
  explain   a policy, a rule or a finding: where it comes from and why
  init      look at the repository and write a first referee.yaml, policy and workflow
  schema    print the JSON Schema of policies, configuration, waivers or facts

  --help      this text; model-referee <command> --help for one command
  --version   the version

Exit status: 0 pass or warn, 1 block, 2 undecided, 3 wrong usage, configuration or policy
`;
async function run(argv, world) {
    const [name, ...rest] = argv;
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
        world.out.write(general);
        return name === undefined ? 3 : 0;
    }
    if (name === "--version" || name === "-v") {
        world.out.write(`${world.version}\n`);
        return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
        const nearest = (0,_commands_command_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestOf */ .qw)(name, Object.keys(commands));
        throw new _model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e([
            {
                problem: "usage",
                message: `there is no command ${name}`,
                mend: nearest === undefined ? "see model-referee --help" : `did you mean ${nearest}?`,
                path: null,
                line: null,
                column: null,
            },
        ]);
    }
    const command = await load();
    if (rest.includes("--help") || rest.includes("-h")) {
        world.out.write((0,_commands_command_js__WEBPACK_IMPORTED_MODULE_0__/* .helpOf */ .ZL)(command));
        return 0;
    }
    return command.run((0,_commands_command_js__WEBPACK_IMPORTED_MODULE_0__/* .readArguments */ .lR)(command, rest), world);
}
function shownProblem({ message, mend, path, line, column }) {
    const place = path === null
        ? ""
        : `${path}${line === null ? "" : `:${line}`}${line === null || column === null ? "" : `:${column}`}`;
    const lines = [`error: ${message}`, ...(place === "" ? [] : [`  at ${place}`]), `  mend: ${mend}`];
    return `${lines.map(_report_paint_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$).join("\n")}\n`;
}
const world = {
    folder: process.cwd(),
    environment: process.env,
    clock: _world_process_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
    out: (0,_world_process_js__WEBPACK_IMPORTED_MODULE_3__/* .streamOutput */ .a)(process.stdout),
    err: (0,_world_process_js__WEBPACK_IMPORTED_MODULE_3__/* .streamOutput */ .a)(process.stderr),
    version: _version_js__WEBPACK_IMPORTED_MODULE_4__/* .version */ .r,
};
// A reader that goes away, such as head, is no fault of ours.
process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE")
        throw error;
});
try {
    process.exitCode = await run(process.argv.slice(2), world);
}
catch (error) {
    process.exitCode = 3;
    if (error instanceof _model_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .e)
        for (const problem of error.problems)
            world.err.write(shownProblem(problem));
    else
        world.err.write(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n  This is a fault of model-referee; please report it with the command you ran.\n`);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ZL: () => (/* binding */ helpOf),
  qw: () => (/* binding */ nearestOf),
  lR: () => (/* binding */ readArguments)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __nccwpck_require__(1684);
;// CONCATENATED MODULE: ./build/src/commands/command.js



/** Reads a command's arguments. @throws UsageError with the nearest known option */
function readArguments(command, argv) {
    const options = { help: { type: "boolean", short: "h" } };
    for (const [name, { type, multiple }] of Object.entries(command.options))
        options[name] = { type, multiple: multiple === true };
    try {
        const { values, positionals } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...argv], options, allowPositionals: true, strict: true });
        const given = (name) => {
            const value = Object.hasOwn(values, name) ? values[name] : undefined;
            return value === undefined ? [] : Array.isArray(value) ? value : [value];
        };
        return {
            positionals,
            text: (name) => given(name)
                .flatMap((value) => (typeof value === "string" ? [value] : []))
                .at(-1),
            texts: (name) => given(name).flatMap((value) => (typeof value === "string" ? [value] : [])),
            flag: (name) => given(name).includes(true),
        };
    }
    catch (error) {
        const said = error instanceof Error ? error.message : "the arguments cannot be read";
        const unknown = /'(-{1,2}[^'\s]+)/.exec(said)?.[1];
        const nearest = unknown === undefined
            ? undefined
            : nearestOf(unknown.replace(/^-+/, ""), [...Object.keys(command.options), "help"]);
        const message = unknown !== undefined && said.startsWith("Unknown option")
            ? `${command.id} has no option ${unknown}`
            : (said.split(". ")[0] ?? said);
        throw new problem/* UsageError */.e([
            (0,problem/* problemAt */.l)("usage", message, nearest === undefined
                ? `see model-referee ${command.id} --help`
                : `did you mean --${nearest}? See model-referee ${command.id} --help`),
        ]);
    }
}
/** The nearest known word, where it is near enough to have been meant. */
function nearestOf(word, known) {
    const [best] = known.map((one) => ({ one, apart: (0,mod/* distance */.Io)(word, one) })).sort((a, b) => a.apart - b.apart);
    return best !== undefined && best.apart <= Math.max(2, Math.floor(word.length / 3)) ? best.one : undefined;
}
/** The help of one command. */
function helpOf(command) {
    const rows = [
        ...Object.entries(command.options).map(([name, { value, description }]) => [`--${name}${value === "" ? "" : ` ${value}`}`, description]),
        ["--help", "this text"],
    ];
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    return [
        `model-referee ${command.id} ${command.usage}`,
        "",
        command.summary,
        "",
        ...rows.map(([name, description]) => `  ${name.padEnd(width)}${description}`),
        ...(command.examples.length === 0 ? [] : ["", ...command.examples.map((example) => `  ${example}`)]),
        "",
    ].join("\n");
}


/***/ }),

/***/ 1684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError),
/* harmony export */   l: () => (/* binding */ problemAt)
/* harmony export */ });
/** Wrong usage, configuration or policy: the run ends with exit status 3 and these problems. */
class UsageError extends Error {
    problems;
    name = "UsageError";
    constructor(problems) {
        super(problems.map(({ message }) => message).join("\n"));
        this.problems = problems;
    }
}
/** A problem of configuration, usage or policy at a place. */
function problemAt(problem, message, mend, place = {}) {
    return { problem, message, mend, path: place.path ?? null, line: place.line ?? null, column: place.column ?? null };
}


/***/ }),

/***/ 1226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D9: () => (/* binding */ markdownCode),
  p7: () => (/* binding */ markdownText),
  eR: () => (/* binding */ terminalText)
});

// UNUSED EXPORTS: escapeHtml, htmlInMarkdown, logLines, markdownBlock, workflowData, workflowProperty

;// CONCATENATED MODULE: ./build/src/report/plain.js
/** How many code points of a text from outside are shown, unless the caller says otherwise. */
const plain_shownLength = 200;
/** Escape sequences of terminals: CSI, OSC and strings up to their end, and the two-character ones. */
const escapeSequence = 
// eslint-disable-next-line no-control-regex -- these are what it is about
/(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[ -/]*[0-~]/gu;
/** Every kind of space and line end. */
const space = /[\s\u0085\u2028\u2029]+/gu;
/**
 * What has no shape of its own: controls, what turns the direction of text, what has no width, parts of characters,
 * tags that hide text.
 */
const shapeless = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
/** More marks on one letter than any language needs. */
const pile = /(\p{M}{4})\p{M}+/gu;
/**
 * A text from outside as one line that holds nothing but what is seen: spaces become one, escape sequences, controls
 * and characters that hide or turn text are gone, and what is too long ends in an ellipsis.
 *
 * @param limit code points that are kept, 1 or more
 */
function plain_plainText(text, limit = plain_shownLength) {
    const seen = text
        .replace(escapeSequence, "")
        .replace(space, " ")
        .replace(shapeless, "")
        .replace(pile, "$1")
        .replace(/ {2,}/g, " ")
        .trim();
    return cap(seen, limit);
}
function cap(text, limit) {
    if (text.length <= limit)
        return text;
    const letters = Array.from(text.slice(0, 2 * limit + 2));
    return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join("")}…`;
}
/** Names of entities that could spell markup, a mention or something unseen. */
const named = {
    amp: "&",
    AMP: "&",
    lt: "<",
    LT: "<",
    gt: ">",
    GT: ">",
    quot: '"',
    QUOT: '"',
    apos: "'",
    commat: "@",
    num: "#",
    colon: ":",
    semi: ";",
    sol: "/",
    bsol: "\\",
    period: ".",
    excl: "!",
    quest: "?",
    dollar: "$",
    percnt: "%",
    ast: "*",
    midast: "*",
    lowbar: "_",
    UnderBar: "_",
    grave: "`",
    DiacriticalGrave: "`",
    vert: "|",
    verbar: "|",
    VerticalLine: "|",
    lsqb: "[",
    lbrack: "[",
    rsqb: "]",
    rbrack: "]",
    lpar: "(",
    rpar: ")",
    lcub: "{",
    lbrace: "{",
    rcub: "}",
    rbrace: "}",
    equals: "=",
    plus: "+",
    comma: ",",
    Hat: "^",
    NewLine: " ",
    Tab: " ",
    nbsp: " ",
    NonBreakingSpace: " ",
};
const entity = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));?/g;
/** As a browser would read it, and again, for text that was encoded more than once. */
function plain_withoutEntities(text) {
    let decoded = text;
    for (let round = 0; round < 4 && decoded.includes("&"); round++) {
        const before = decoded;
        decoded = decoded.replace(entity, (whole, decimal, hex, name) => {
            if (name !== undefined)
                return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
            const code = decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal);
            return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
        });
        if (decoded === before)
            break;
    }
    return decoded;
}

;// CONCATENATED MODULE: ./build/src/report/escape.js

/** Letters that look like those that GitHub acts on, and on which it does not act. */
const inert = { at: "\uFF20", hash: "\uFF03", hyphen: "\u2011", colon: "\uFF1A", slash: "\uFF0F", stop: "\uFF0E" };
/**
 * Takes the life out of what GitHub turns into a link or a call by itself, in prose and in HTML alike: mentions and
 * addresses, references to issues, addresses of pages, emoji. A backslash or an entity would not help, since GitHub
 * looks for them after it has read the Markdown.
 */
const lifeless = (text) => text
    .replaceAll("@", inert.at)
    .replace(/#(?=\d)/g, inert.hash)
    .replace(/\b(GH)-(?=\d)/gi, `$1${inert.hyphen}`)
    .replaceAll("://", `:${inert.slash}${inert.slash}`)
    .replace(/\b(www)\./gi, `$1${inert.stop}`)
    .replace(/:(?=[\w+-]*[a-z][\w+-]*:)/gi, inert.colon);
/** What GitHub would take for a commit: hexadecimal, with a letter, 7 digits or more. */
const commitLike = /(?<![\p{L}\p{N}_])(?=\d*[a-f])[0-9a-f]{7,64}(?![\p{L}\p{N}_])/giu;
/** What Markdown or HTML gives a meaning to, anywhere in a line. */
const marked = /[\\`*_[\]()<>~|!&#^]/g;
/** The beginnings of lists, headings and rules. */
const leading = /^([-+=])(?=[-+=\s]|$)|^(\d{1,9})([.)])(?=\s|$)/;
/** The prose of a line, with commits apart, so that each part is escaped once. */
function partsOf(text, prose, commit) {
    let escaped = "";
    let at = 0;
    for (const match of text.matchAll(commitLike)) {
        escaped += prose(text.slice(at, match.index)) + commit(match[0]);
        at = match.index + match[0].length;
    }
    return escaped + prose(text.slice(at));
}
/**
 * A text from outside as Markdown that shows it and does nothing: no mention, reference, link, image, markup, HTML or
 * formula. It stays in its table cell. Not for use inside HTML tags or code: see `htmlInMarkdown` and `markdownCode`.
 */
function markdownText(text, limit = plain_shownLength) {
    const plain = plain_plainText(plain_withoutEntities(text), limit);
    const prose = (part) => lifeless(part).replace(marked, "\\$&").replaceAll("$", "&#36;");
    return partsOf(plain, prose, (commit) => `\`${commit}\``).replace(leading, (_, sign, digits = "", dot = "") => (sign === undefined ? `${digits}\\${dot}` : `\\${sign}`));
}
/** The same between HTML tags of a Markdown text, such as in `<summary>`, where backslashes mean nothing. */
function htmlInMarkdown(text, limit = shownLength) {
    const plain = plainText(withoutEntities(text), limit);
    const prose = (part) => escapeHtml(lifeless(part)).replace(/[`*_~[\]\\$|]/g, numericEntity);
    return partsOf(plain, prose, (commit) => `<code>${commit}</code>`);
}
const numericEntity = (letter) => `&#${letter.codePointAt(0) ?? 32};`;
/** A text as the content or the quoted attribute of an HTML element. Its length and unseen characters are kept. */
const escapeHtml = (text) => text.replace(/[&<>"']/g, numericEntity);
/**
 * A text from outside as code within a line, exact but for unseen characters; a bar, which would end a table's cell,
 * is shown broken. Inside code GitHub acts on nothing; programs that pass a comment on without its Markdown may, so
 * that a mention is broken here too.
 */
function markdownCode(text, limit = plain_shownLength) {
    const plain = plain_plainText(text, limit)
        .replaceAll("|", "\u00A6")
        .replace(/@(?=[a-z\d])/gi, inert.at);
    if (plain === "")
        return "` `";
    const fence = "`".repeat(longestRun(plain) + 1);
    const padding = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
    return `${fence}${padding}${plain}${padding}${fence}`;
}
/** Lines from outside as a block of code. Unseen characters are taken out of each line. */
function markdownBlock(text, lineLimit = 1000) {
    const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => plainIndented(line, lineLimit));
    const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
    return `${fence}text\n${lines.join("\n")}\n${fence}`;
}
function plainIndented(line, limit) {
    const indent = /^ */.exec(line)?.[0] ?? "";
    return indent.slice(0, 40) + plainText(line, limit);
}
const longestRun = (text) => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
/** The message of a workflow command. */
const workflowData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
/** A property of a workflow command, such as `file` or `title`. */
const workflowProperty = (text) => workflowData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
/** A text from outside on a terminal or in a log: one line, and nothing that the terminal would obey. */
const terminalText = (text, limit = 1000) => plain_plainText(text, limit);
/**
 * Lines for a workflow's log, of which none is taken for a command. The runner also obeys commands after blanks, and
 * an older form that may stand anywhere in a line.
 */
const logLines = (text) => text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^(\s*):(?=:)/, "$1\uFF1A").replaceAll("##[", "#\uFF03["))
    .join("\n");


/***/ }),

/***/ 4928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   nI: () => (/* binding */ paint)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1226);

const LONGEST_LINE = 4_000;
const wrap = (open, close, on) => (text) => on ? `\u001B[${open}m${text}\u001B[${close}m` : text;
const paint = (on) => ({
    red: wrap(31, 39, on),
    yellow: wrap(33, 39, on),
    green: wrap(32, 39, on),
    dim: wrap(2, 22, on),
    bold: wrap(1, 22, on),
});
/** Text from evidence as a terminal may show it: one line, nothing that acts. */
const printable = (text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalText */ .eR)(text, LONGEST_LINE);
/** Breaks text at spaces so that lines keep within a width. */
function folded(text, width) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
        if (line !== "" && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line];
}


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of the tool, as package.json has it; a test holds them equal. */
const version = "0.1.0";


/***/ }),

/***/ 1759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ streamOutput),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** The machine's clock. */
const systemClock = { now: () => Date.now() };
/** A stream of the process. Writes are kept in order and drained by the process's own end: nothing calls exit. */
const streamOutput = (stream) => ({
    write: (text) => {
        stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? Math.max(60, stream.columns) : 92,
});


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5035);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
