export const id = 790;
export const ids = [790];
export const modules = {

/***/ 790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yamlPlaces: () => (/* binding */ yamlPlaces)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4198);


/**
 * Where values stand in a YAML text. Loaded only when a place is asked for: the parser that keeps positions is slow.
 *
 * @param pointers RFC 6901 pointers; those that lead nowhere are absent from the answer
 * @param firstLine line of the text's first line in its file
 * @param document which document of a stream, from 0
 */
function yamlPlaces(text, pointers, firstLine = 1, document = 0) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { lineCounter: lines, merge: true, logLevel: "silent", uniqueKeys: false });
    const root = Array.isArray(documents) ? documents[document] : undefined;
    const places = new Map();
    for (const pointer of pointers) {
        const offset = root === undefined ? undefined : offsetOf(root, (0,_model_source_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerKeys */ .mP)(pointer));
        if (offset === undefined)
            continue;
        const { line, col } = lines.linePos(offset);
        places.set(pointer, { line: line + firstLine - 1, column: col });
    }
    return places;
}
function offsetOf(document, keys) {
    let node = document.contents;
    let offset = node?.range?.[0];
    for (const key of keys) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && keyText(item.key.value) === key);
            if (pair === undefined)
                return undefined;
            const keyOffset = pair.key.range?.[0];
            node = pair.value;
            offset = node?.range?.[0] ?? keyOffset;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(key)];
            offset = node?.range?.[0];
        }
        else
            return undefined;
    }
    return offset;
}
const keyText = (key) => (key === null ? "null" : String(key));


/***/ })

};
