export const id = 385;
export const ids = [385];
export const modules = {

/***/ 6385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseDelimited: () => (/* binding */ parseDelimited)
/* harmony export */ });
/* harmony import */ var papaparse__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8728);

const MAXIMUM_COLUMNS = 10_000;
/**
 * Reads CSV and its kin: delimiter found from the content, quotes and all line ends understood, comment lines kept.
 *
 * @returns undefined where the text has no header
 */
function parseDelimited(text) {
    const newline = text.includes("\r\n") ? "\r\n" : text.includes("\n") ? "\n" : text.includes("\r") ? "\r" : "\n";
    const delimiter = delimiterOf(text.slice(0, 65_536));
    const { data, meta } = papaparse__WEBPACK_IMPORTED_MODULE_0__.parse(text, { newline, delimiter, skipEmptyLines: false });
    const kept = [];
    const lines = [];
    let line = 1;
    for (const row of data) {
        if (row.length > 1 || (row[0] ?? "").trim() !== "") {
            kept.push(row);
            lines.push(line);
        }
        line += 1 + row.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
    }
    const header = kept[0];
    if (header === undefined || header.length > MAXIMUM_COLUMNS)
        return undefined;
    const rows = kept.slice(1);
    return {
        header: header.map((cell) => cell.trim()),
        rows,
        lineOf: (row) => lines[row + 1] ?? 1,
        ragged: rows.flatMap((row, index) => (row.length === header.length ? [] : [index])),
        delimiter: meta.delimiter,
    };
}
const lineBreaks = (cell) => cell.includes("\n") || cell.includes("\r") ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
/** The separator that the first lines agree on; a comma where none does. */
function delimiterOf(start) {
    const lines = start
        .split(/\r\n|\n|\r/)
        .filter((line) => line !== "")
        .slice(0, 10);
    const counted = [",", "\t", ";", "|"].map((separator) => {
        const counts = lines.map((line) => line.split(separator).length - 1);
        const first = counts[0] ?? 0;
        return { separator, first, agreed: counts.filter((count) => count === first).length };
    });
    const best = counted.filter(({ first }) => first > 0).sort((a, b) => b.agreed - a.agreed || b.first - a.first)[0];
    return best?.separator ?? ",";
}


/***/ })

};
