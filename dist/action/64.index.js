export const id = 64;
export const ids = [64];
export const modules = {

/***/ 7064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdownBody: () => (/* binding */ markdownBody)
});

// EXTERNAL MODULE: ./node_modules/mdast-util-from-markdown/lib/index.js + 51 modules
var lib = __webpack_require__(53);
// EXTERNAL MODULE: ./node_modules/mdast-util-gfm-table/lib/index.js + 1 modules
var mdast_util_gfm_table_lib = __webpack_require__(1118);
// EXTERNAL MODULE: ./node_modules/micromark-extension-gfm-table/lib/syntax.js + 2 modules
var syntax = __webpack_require__(7749);
;// CONCATENATED MODULE: ./build/src/read/html-fragment.js
/** A small tolerant reader of the HTML that people write inside Markdown: tables, headings and text, with offsets. */
const namedCharacters = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ensp: " ",
    emsp: " ",
    thinsp: " ",
    zwnj: "",
    plusmn: "±",
    pm: "±",
    times: "×",
    deg: "°",
    percnt: "%",
    minus: "-",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    middot: "·",
    bull: "•",
    le: "≤",
    ge: "≥",
    ne: "≠",
    asymp: "≈",
    uarr: "↑",
    darr: "↓",
    uparrow: "↑",
    downarrow: "↓",
    check: "✓",
    cross: "✗",
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    kappa: "κ",
    mu: "μ",
    sigma: "σ",
    rho: "ρ",
    tau: "τ",
    copy: "©",
    reg: "®",
    trade: "™",
    micro: "µ",
};
const character = (code) => code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
/** Text with its character references replaced; unknown ones are left as they stand. */
function decodeReferences(text) {
    if (!text.includes("&"))
        return text;
    return text.replace(/&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,30}));/g, (whole, hex, decimal, name) => {
        if (typeof hex === "string")
            return character(Number.parseInt(hex, 16)) ?? whole;
        if (typeof decimal === "string")
            return character(Number.parseInt(decimal, 10)) ?? whole;
        const key = String(name);
        const known = Object.hasOwn(namedCharacters, key) ? key : key.toLowerCase();
        return Object.hasOwn(namedCharacters, known) ? (namedCharacters[known] ?? whole) : String(whole);
    });
}
const tagStart = /<(\/?)([A-Za-z][A-Za-z0-9-]*)/y;
/** Where the tag, comment or declaration that begins at `at` ends (just past it); undefined where `<` is only a sign. */
function markupEnd(html, at, end) {
    if (html.startsWith("<!--", at)) {
        const close = html.indexOf("-->", at + 4);
        return close < 0 || close + 3 > end ? end : close + 3;
    }
    tagStart.lastIndex = at;
    if (!tagStart.test(html) && html[at + 1] !== "!" && html[at + 1] !== "?")
        return undefined;
    const close = html.indexOf(">", at);
    return close < 0 || close >= end ? undefined : close + 1;
}
/** The tags and texts between two offsets of `html`, in order. Comments and the content of scripts are left out. */
function htmlTokens(html, start, end) {
    const tokens = [];
    let textStart = start;
    let at = start;
    const endText = (until) => {
        if (until > textStart) {
            tokens.push({
                kind: "text",
                text: decodeReferences(html.slice(textStart, until)),
                offset: textStart,
            });
        }
    };
    while (at < end) {
        const open = html.indexOf("<", at);
        if (open < 0 || open >= end)
            break;
        const close = markupEnd(html, open, end);
        if (close === undefined) {
            // No later `>`: nothing after this can be a tag either.
            if (html.indexOf(">", open) < 0)
                break;
            at = open + 1;
            continue;
        }
        endText(open);
        textStart = at = close;
        tagStart.lastIndex = open;
        const tag = tagStart.exec(html);
        if (tag === null)
            continue;
        const name = (tag[2] ?? "").toLowerCase();
        tokens.push({
            kind: "tag",
            name,
            closing: tag[1] === "/",
            attributes: html.slice(open + tag[0].length, close - 1),
            offset: open,
        });
        if ((name === "script" || name === "style") && tag[1] !== "/") {
            const after = html.indexOf(`</${name}`, close);
            textStart = at = after < 0 || after > end ? end : after;
        }
    }
    endText(end);
    return tokens;
}

;// CONCATENATED MODULE: ./build/src/read/html-table.js

const maxCells = 20_000;
const maxNesting = 8;
function span(attributes, name) {
    const stated = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,4})`, "i").exec(attributes);
    const cells = Number(stated?.[1] ?? 1);
    return Math.min(Math.max(cells, 1), 100);
}
const openTable = (offset) => ({
    offset,
    rows: [],
    reaching: new Map(),
    inHead: false,
    cell: undefined,
    cells: 0,
});
/** Appends the cells that reach into the row's next column from above. */
function takeReaching(table, row) {
    for (;;) {
        const reaching = table.reaching.get(row.length);
        if (reaching === undefined)
            return;
        if (reaching.left === 1)
            table.reaching.delete(row.length);
        else
            reaching.left--;
        row.push(reaching.cell);
    }
}
function endCell(table) {
    const { cell } = table;
    table.cell = undefined;
    const row = table.rows.at(-1);
    if (cell === undefined || row === undefined || table.cells >= maxCells)
        return;
    takeReaching(table, row.cells);
    const placed = {
        text: cell.text.replace(/\s+/g, " ").trim(),
        offset: cell.offset ?? cell.tagOffset,
    };
    if (!cell.heading)
        row.heading = false;
    for (let across = 0; across < cell.across; across++) {
        if (cell.down > 1)
            table.reaching.set(row.cells.length, {
                cell: placed,
                left: cell.down - 1,
            });
        row.cells.push(placed);
        table.cells++;
    }
}
function endRow(table) {
    endCell(table);
    const row = table.rows.at(-1);
    if (row !== undefined && row.cells.length > 0)
        takeReaching(table, row.cells);
}
function beginRow(table) {
    endRow(table);
    table.rows.push({ cells: [], heading: true });
}
function beginCell(table, tag) {
    endCell(table);
    if (table.rows.length === 0)
        beginRow(table);
    table.cell = {
        heading: tag.name === "th" || table.inHead,
        across: span(tag.attributes, "colspan"),
        down: span(tag.attributes, "rowspan"),
        text: "",
        offset: undefined,
        tagOffset: tag.offset,
    };
}
function addText(table, text, offset) {
    const { cell } = table;
    if (cell === undefined)
        return;
    cell.text += text;
    if (cell.offset === undefined && text.trim() !== "")
        cell.offset = offset + text.length - text.trimStart().length;
}
/** Several rows of headings become one: the texts of a column, outermost first, each once. */
function mergedHeader(rows) {
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return Array.from({ length: width }, (_, column) => {
        const stack = rows.map(({ cells }) => cells[column]).filter((cell) => cell !== undefined && cell.text !== "");
        const texts = [...new Set(stack.map((cell) => cell?.text ?? ""))];
        const last = stack.at(-1) ?? rows.at(-1)?.cells[column] ?? rows[0]?.cells[column];
        return { text: texts.join(" "), offset: last?.offset ?? 0 };
    });
}
function finished(table) {
    endRow(table);
    const rows = table.rows.filter(({ cells }) => cells.length > 0);
    if (rows.length === 0)
        return undefined;
    const body = rows.findIndex(({ heading }) => !heading);
    const headings = body < 0 ? 1 : body;
    const header = headings > 0 ? mergedHeader(rows.slice(0, headings)) : (rows[0]?.cells ?? []);
    return {
        header,
        rows: rows.slice(Math.max(headings, 1)).map(({ cells }) => cells),
        offset: table.offset,
    };
}
function onTag(table, tag) {
    if (tag.name === "thead")
        table.inHead = !tag.closing;
    else if (tag.name === "tr")
        (tag.closing ? endRow : beginRow)(table);
    else if (tag.name === "td" || tag.name === "th")
        tag.closing ? endCell(table) : beginCell(table, tag);
    else if (tag.name === "br" || tag.name === "p" || tag.name === "div" || tag.name === "li") {
        if (table.cell !== undefined)
            table.cell.text += " ";
    }
}
/**
 * The tables among the tokens, inner ones before those that hold them. A table without heading cells takes its first
 * row as its header, as Markdown does. Unclosed rows and cells end where the next begins.
 */
function htmlTables(tokens) {
    const done = [];
    const open = [];
    for (const token of tokens) {
        const table = open.at(-1);
        if (token.kind === "text") {
            if (table !== undefined)
                addText(table, token.text, token.offset);
        }
        else if (token.name === "table" && !token.closing) {
            if (open.length < maxNesting)
                open.push(openTable(token.offset));
        }
        else if (token.name === "table") {
            const ended = open.pop();
            const read = ended === undefined ? undefined : finished(ended);
            if (read !== undefined)
                done.push(read);
        }
        else if (table !== undefined)
            onTag(table, token);
    }
    for (const unclosed of open.reverse()) {
        const read = finished(unclosed);
        if (read !== undefined)
            done.push(read);
    }
    return done;
}

;// CONCATENATED MODULE: ./build/src/read/markdown-blocks.js

const offsetOf = (node) => node.position?.start.offset ?? 0;
const endOf = (node) => node.position?.end.offset ?? offsetOf(node);
const lineBreakTag = /^<br\b/i;
/** The texts of inline content, each with its offset; a line break of either kind ends one with "\n". */
function inlineTexts(nodes, texts) {
    for (const node of nodes) {
        if (node.type === "text" || node.type === "inlineCode")
            texts.push({ text: node.value, offset: offsetOf(node) });
        else if (node.type === "break")
            texts.push({ text: "\n", offset: offsetOf(node) });
        else if (node.type === "html") {
            if (lineBreakTag.test(node.value))
                texts.push({ text: " ", offset: offsetOf(node) });
        }
        else if ("children" in node)
            inlineTexts(node.children, texts);
    }
    return texts;
}
const squeezed = (text) => text.replace(/\s+/g, " ").trim();
function inlineText(nodes) {
    return squeezed(inlineTexts(nodes, [])
        .map(({ text }) => text)
        .join(""));
}
/** One entry a source line: a text node may run over several, and several nodes may share one. */
function sourceLines(texts, body) {
    const lines = [];
    let current;
    for (const { text, offset } of texts) {
        let at = offset;
        text.split("\n").forEach((part, index) => {
            if (index > 0) {
                current = undefined;
                const ended = body.indexOf("\n", at);
                at = ended < 0 ? at : ended + 1;
            }
            if (current === undefined) {
                current = { text: "", offset: at };
                lines.push(current);
            }
            current.text += part;
        });
    }
    return lines.map(({ text, offset }) => ({ text: squeezed(text), offset })).filter(({ text }) => text !== "");
}
/** A cell's text. Code keeps its marks beside other words, where they are part of a name. */
function cellText(cell) {
    const alone = cell.children.length === 1;
    const children = cell.children.map((child) => child.type === "inlineCode" && !alone ? { ...child, value: `\`${child.value}\`` } : child);
    const texts = inlineTexts(children, []);
    const first = texts.find(({ text }) => text.trim() !== "");
    return {
        text: squeezed(texts.map(({ text }) => text).join("")),
        offset: first === undefined ? offsetOf(cell) : first.offset,
    };
}
/** The headings and the prose of a block of HTML. Its tables are taken out before Markdown is read. */
function htmlPieces(tokens, offset) {
    const pieces = [];
    const prose = [];
    let heading;
    for (const token of tokens) {
        if (token.kind === "text") {
            if (heading !== undefined)
                heading.title += token.text;
            else
                prose.push(...splitLines(token.text, token.offset));
            continue;
        }
        const level = /^h([1-6])$/.exec(token.name)?.[1];
        if (level === undefined)
            continue;
        if (heading !== undefined)
            pieces.push({
                kind: "heading",
                ...heading,
                title: squeezed(heading.title),
            });
        heading = token.closing ? undefined : { title: "", depth: Number(level), offset: token.offset };
    }
    if (heading !== undefined)
        pieces.push({
            kind: "heading",
            ...heading,
            title: squeezed(heading.title),
        });
    for (const line of prose)
        pieces.push({ kind: "prose", texts: [line], offset: line.offset });
    return pieces.length === 0 ? [{ kind: "prose", texts: [], offset }] : pieces;
}
const splitLines = (text, offset) => {
    const lines = [];
    let at = 0;
    for (const line of text.split("\n")) {
        const lead = line.length - line.trimStart().length;
        if (line.trim() !== "")
            lines.push({ text: squeezed(line), offset: offset + at + lead });
        at += line.length + 1;
    }
    return lines;
};
function codeLines(body, node) {
    return splitLines(body.slice(offsetOf(node), endOf(node)), offsetOf(node)).filter(({ text }) => !/^(```|~~~)/.test(text));
}
/** The pieces of a parsed body, in no particular order. The nesting of blocks is already bounded. */
function piecesOf(node, body) {
    switch (node.type) {
        case "heading":
            return [
                {
                    kind: "heading",
                    title: inlineText(node.children),
                    depth: node.depth,
                    offset: offsetOf(node),
                },
            ];
        case "paragraph":
            return [
                {
                    kind: "prose",
                    texts: sourceLines(inlineTexts(node.children, []), body),
                    offset: offsetOf(node),
                },
            ];
        case "table":
            return [
                {
                    kind: "table",
                    rows: node.children.map((row) => row.children.map(cellText)),
                    offset: offsetOf(node),
                },
            ];
        case "code":
            return [{ kind: "code", texts: codeLines(body, node), offset: offsetOf(node) }];
        case "html":
            return htmlPieces(htmlTokens(body, offsetOf(node), endOf(node)), offsetOf(node));
        case "root":
        case "blockquote":
        case "list":
        case "listItem":
            return node.children.flatMap((child) => piecesOf(child, body));
        default:
            return [];
    }
}

;// CONCATENATED MODULE: ./build/src/read/markdown-html.js
const fence = /^[\s>]*(?:[-+*]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/;
/** The text with code blocks blanked, of the same length. */
function withoutFences(text) {
    let open;
    const lines = text.split("\n").map((line) => {
        const mark = fence.exec(line)?.[1];
        const inside = open !== undefined || mark !== undefined;
        if (mark !== undefined) {
            if (open === undefined)
                open = mark;
            else if (mark.startsWith(open))
                open = undefined;
        }
        return inside ? " ".repeat(line.length) : line;
    });
    return lines.join("\n");
}
/** The text with code blocks, code spans and comments blanked, of the same length. */
const withoutCode = (text) => withoutComments(withoutFences(text).replace(/`[^`\n]*`/g, (span) => " ".repeat(span.length)));
function withoutComments(text) {
    let result = "";
    let at = 0;
    for (;;) {
        const open = text.indexOf("<!--", at);
        if (open < 0)
            return result + text.slice(at);
        const close = text.indexOf("-->", open + 4);
        if (close < 0)
            return result + text.slice(at);
        result += text.slice(at, open) + " ".repeat(close + 3 - open);
        at = close + 3;
    }
}
/** Outermost `<table>` regions. An unclosed one ends where the text does. */
function tableRegions(text) {
    const regions = [];
    let depth = 0;
    let start = 0;
    for (const tag of text.matchAll(/<(\/?)table\b[^<>]{0,2000}>/gi)) {
        if (tag[1] === "") {
            if (depth === 0)
                start = tag.index;
            depth++;
        }
        else if (depth > 0) {
            depth--;
            if (depth === 0)
                regions.push({ start, end: tag.index + tag[0].length });
        }
    }
    if (depth > 0)
        regions.push({ start, end: text.length });
    return regions;
}
/**
 * Blanks a region and keeps its lines. An empty element at the start of the last line keeps what follows it from
 * looking like an indented code block.
 */
function blanked(region) {
    const lines = region.split("\n").map((line) => " ".repeat(line.length));
    const last = lines.length - 1;
    const width = lines[last]?.length ?? 0;
    if (width >= 4)
        lines[last] = `<b/>${" ".repeat(width - 4)}`;
    return lines.join("\n");
}
/** Regions of scripts and style sheets, which pages that tools embed bring along. */
function codeRegions(text) {
    const regions = [];
    const begin = /<(script|style)\b[^<>]{0,1000}>/gi;
    for (let open = begin.exec(text); open !== null; open = begin.exec(text)) {
        const name = (open[1] ?? "").toLowerCase();
        const end = new RegExp(`</${name}\\s*>`, "gi");
        end.lastIndex = begin.lastIndex;
        if (end.exec(text) === null)
            break;
        regions.push({ start: open.index, end: end.lastIndex });
        begin.lastIndex = end.lastIndex;
    }
    return regions;
}
/** The text with scripts and style sheets blanked; offsets and lines stay as they are. */
function withoutHtmlCode(text) {
    if (!/<(script|style)\b/i.test(text))
        return text;
    return blankedRegions(text, codeRegions(withoutComments(withoutFences(text))));
}
function blankedRegions(text, regions) {
    let kept = "";
    let at = 0;
    for (const { start, end } of regions) {
        kept += text.slice(at, start) + blanked(text.slice(start, end));
        at = end;
    }
    return kept + text.slice(at);
}
/**
 * Takes HTML tables out of Markdown before it is read: blank lines inside a table end Markdown's HTML blocks, and the
 * rest of the table would be read as prose or code. Offsets and lines stay as they are.
 */
function withoutHtmlTables(text) {
    if (!/<table\b/i.test(text))
        return { markdown: text, regions: [] };
    const regions = tableRegions(withoutCode(text));
    return { markdown: blankedRegions(text, regions), regions };
}

;// CONCATENATED MODULE: ./build/src/read/markdown.js







const noBody = { sections: [], tables: [], lines: [] };
/** Reading Markdown costs more than its length; these bound the time for any input to seconds. */
const maxCharacters = 400_000;
const maxLines = 12_000;
const maxMarks = 40_000;
const maxLineLength = 100_000;
const maxMarksOfLine = 8_000;
const markdown_maxNesting = 24;
/** Embedded pictures say nothing, and would make their line too long; what replaces them keeps the columns after. */
const withoutPictures = (text) => text.includes(";base64,") ? text.replace(/;base64,[A-Za-z0-9+/=]+/g, (run) => "A".repeat(run.length)) : text;
function tooCostly(text) {
    if (text.length > maxCharacters && text.replace(/A{200,}/g, "").length > maxCharacters)
        return true;
    let lines = 0;
    let marks = 0;
    for (const line of text.split("\n")) {
        lines++;
        if (line.length > maxLineLength && line.replace(/A{200,}/g, "").length > maxLineLength)
            return true;
        const indent = line.length - line.trimStart().length;
        const nested = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/.exec(line)?.[0].replace(/[^>*+.)-]/g, "").length ?? 0;
        if (nested > markdown_maxNesting || (nested > 0 && indent > markdown_maxNesting * 4))
            return true;
        const marksOfLine = line.match(/[[\]*_`|<!&\\]/g)?.length ?? 0;
        if (marksOfLine > maxMarksOfLine)
            return true;
        marks += line.length === 0 ? 0 : 1 + marksOfLine;
    }
    return lines > maxLines || marks > maxMarks;
}
/** Line and column in the file of offsets in the body, which begins at `firstLine`. */
function placing(text, firstLine) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
    };
}
/** Pieces in order, folded into sections, tables and lines beneath their headings. */
class Assembly {
    #place;
    #above = [];
    #texts = [];
    #sections = [];
    #tables = [];
    #lines = [];
    constructor(place) {
        this.#place = place;
    }
    add(piece) {
        switch (piece.kind) {
            case "heading":
                this.#endSection();
                this.#heading(piece.title, piece.depth, this.#place(piece.offset).line);
                return;
            case "table":
                this.#table(piece.rows, piece.offset);
                this.#texts.push(...piece.rows.map((row) => rowText(row)).filter(({ text }) => text !== ""));
                return;
            case "prose":
                for (const { text, offset } of piece.texts) {
                    this.#lines.push({
                        text,
                        line: this.#place(offset).line,
                        under: this.#titles(),
                    });
                }
                this.#texts.push(...piece.texts);
                return;
            case "code":
                this.#texts.push(...piece.texts);
        }
    }
    body() {
        this.#endSection();
        return {
            sections: this.#sections,
            tables: this.#tables,
            lines: this.#lines,
        };
    }
    #titles() {
        return this.#above.map(({ title }) => title);
    }
    #heading(title, depth, line) {
        while ((this.#above.at(-1)?.depth ?? 0) >= depth)
            this.#above.pop();
        this.#above.push({ title, depth, line });
    }
    #endSection() {
        const heading = this.#above.at(-1);
        const texts = this.#texts.splice(0);
        if (heading === undefined)
            return;
        const first = texts[0];
        this.#sections.push({
            heading,
            under: this.#titles().slice(0, -1),
            text: texts.map(({ text }) => text).join("\n"),
            textLine: first === undefined ? heading.line : this.#place(first.offset).line,
        });
    }
    #table(rows, offset) {
        const cells = rows.map((row) => row.map(({ text, offset: at }) => ({ text, ...this.#place(at) })));
        const [header = [], ...body] = cells;
        this.#tables.push({
            header,
            rows: body,
            under: this.#titles(),
            line: this.#place(offset).line,
        });
    }
}
function rowText(row) {
    const text = row.map((cell) => cell.text).filter((cell) => cell !== "");
    return { text: text.join(" "), offset: row[0]?.offset ?? 0 };
}
const htmlTablePiece = (table) => ({
    kind: "table",
    rows: [table.header, ...table.rows],
    offset: table.offset,
});
/**
 * Sections, tables and lines of the Markdown `text` whose first line is line `firstLine` (from 1) of its file.
 * HTML tables and headings count as Markdown's own. A body that would cost too much to read gives an empty one that
 * says so.
 */
function markdownBody(text, firstLine) {
    const plain = withoutHtmlCode(withoutPictures(text));
    const { markdown, regions } = withoutHtmlTables(plain);
    if (tooCostly(markdown))
        return { ...noBody, tooLarge: true };
    const tree = (0,lib/* fromMarkdown */.Y)(markdown, {
        extensions: [(0,syntax/* gfmTable */.x)()],
        mdastExtensions: [(0,mdast_util_gfm_table_lib/* gfmTableFromMarkdown */.c)()],
    });
    const tables = regions.flatMap(({ start, end }) => htmlTables(htmlTokens(plain, start, end)));
    const pieces = [...piecesOf(tree, markdown), ...tables.map(htmlTablePiece)];
    const assembly = new Assembly(placing(plain, firstLine));
    for (const piece of pieces.sort((one, other) => one.offset - other.offset))
        assembly.add(piece);
    return assembly.body();
}


/***/ })

};
