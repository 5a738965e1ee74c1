export const id = 680;
export const ids = [680];
export const modules = {

/***/ 6680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseToml: () => (/* binding */ parseToml)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);

/** Parses TOML; dates become their ISO texts. Undefined where it is none. */
function parseToml(text) {
    try {
        return JSON.parse(JSON.stringify((0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text)));
    }
    catch {
        return undefined;
    }
}


/***/ })

};
