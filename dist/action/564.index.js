export const id = 564;
export const ids = [564];
export const modules = {

/***/ 7564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   octokitTransport: () => (/* binding */ octokitTransport)
/* harmony export */ });
/** How long one request may take, in milliseconds. */
const longestRequest = 20_000;
/**
 * Requests by Octokit as actions know it: through the runner's proxy, to an own server as well. It is loaded here and
 * only here, since it costs more to load than a small repository costs to judge.
 */
async function octokitTransport({ token, apiUrl }) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const quiet = () => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const octokit = getOctokit(token, { baseUrl: apiUrl, log });
    return async ({ method, path, body }) => {
        try {
            const reply = await octokit.request({
                method,
                url: path.startsWith("http") ? path : `${apiUrl}${path}`,
                ...(body === undefined ? {} : { data: body }),
                headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
                request: { signal: AbortSignal.timeout(longestRequest) },
            });
            return answered(reply);
        }
        catch (error) {
            return refused(error);
        }
    };
}
function answered({ status, data, headers }) {
    const texts = Object.entries(headers).map(([name, text]) => [name.toLowerCase(), String(text)]);
    const known = { kind: "answer", status, headers: Object.fromEntries(texts) };
    if (status === 204 || status === 205)
        return { ...known, body: undefined };
    // Octokit gives a reply that broke off as text, as if nothing had happened.
    if (isStructured(data))
        return { ...known, body: data };
    return status < 400 ? { kind: "broken", message: "the reply broke off" } : { ...known, body: undefined };
}
/** Parsed from JSON, so that everything in it is a value. */
const isStructured = (data) => typeof data === "object" && data !== null;
function refused(error) {
    if (hasReply(error))
        return answered(error.response);
    return { kind: "broken", message: error instanceof Error ? error.message : "the connection failed" };
}
function hasReply(error) {
    if (typeof error !== "object" || error === null || !("response" in error))
        return false;
    const { response } = error;
    return typeof response === "object" && response !== null && "status" in response && "headers" in response;
}


/***/ })

};
