export const id = 96;
export const ids = [96];
export const modules = {

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   init: () => (/* binding */ init)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4053);
/* harmony import */ var _gather_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8791);
/* harmony import */ var _report_metric_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5690);
/* harmony import */ var _judging_wording_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6978);
/* harmony import */ var _model_configuration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1349);
/* harmony import */ var _model_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1684);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6883);









const init = {
    id: "init",
    summary: "Looks at the repository and writes a first referee.yaml, a policy that the models meet today, and the workflow.",
    usage: "[PATH] [--force]",
    options: { force: { type: "boolean", value: "", description: "overwrite what is there" } },
    examples: ["model-referee init"],
    async run(args, world) {
        const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_7__/* .placeOf */ .$)(world.folder, args.positionals, undefined);
        const { tree, rootName, scope, root } = place;
        const surveyed = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_2__/* .survey */ .F)({ tree, rootName, configuration: _model_configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultConfiguration */ ._, scope, markdownBody: true });
        if (surveyed.models.length === 0) {
            throw new _model_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e([
                (0,_model_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l)("usage", "no model was found: a folder with a model card, an MLmodel file or a *.facts.jsonl is one", "run it in the repository that holds your models, or write a README.md with a model card first"),
            ]);
        }
        const seen = surveyed.models.map(({ identity, files }) => {
            const { reader, recognise } = surveyed;
            const evidence = (0,_gather_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceOf */ .X)((0,_gather_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .k)(files, {
                reader,
                recognise,
                wanted: _survey_js__WEBPACK_IMPORTED_MODULE_2__/* .wantEverything */ .W,
                model: identity.name,
                vouchedFor: () => "committed",
            }));
            return {
                identity,
                rows: (0,_report_metric_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .metricRows */ .I)(evidence, identity),
                drift: evidence.of("drift").length > 0,
                fields: evidence.of("card").some(({ field }) => field === "license"),
            };
        });
        const written = {
            "referee.yaml": configurationText(seen.map(({ identity }) => identity)),
            "policies/gate.yaml": policyText(floorsOf(seen.map(({ rows }) => rows)), seen.every(({ drift }) => drift), seen.every(({ fields }) => fields)),
            ".github/workflows/model-referee.yaml": workflowText,
        };
        const there = Object.keys(written).filter((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)));
        if (there.length > 0 && !args.flag("force")) {
            throw new _model_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(there.map((path) => (0,_model_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .problemAt */ .l)("usage", `${path} is there already`, "delete it, or say --force to overwrite it", { path })));
        }
        for (const [path, text] of Object.entries(written)) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)), { recursive: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), text);
            world.out.write(`wrote ${place.pathPrefix}${path}\n`);
        }
        world.out.write(`\nNext   model-referee check      judges ${seen.length === 1 ? "the model" : `the ${seen.length} models`} by the new policy\n`);
        return 0;
    },
};
const configurationText = (models) => [
    "# What Model Referee judges here, and by which policies.",
    "policies: [policies/gate.yaml]",
    ...(models.length > 20
        ? []
        : [
            "models:",
            ...models.map(({ name, path }) => `  - { name: ${JSON.stringify(name)}, path: ${JSON.stringify(path === "" ? "." : path)}, stage: production }`),
        ]),
    "",
].join("\n");
/** Floors that every model meets today, a little below the worst of them; only for metrics that all state. */
function floorsOf(models) {
    const [first = []] = models;
    return first.flatMap(({ metric, higher_is_better: higher, unit }) => {
        const values = models.map((rows) => rows.find((row) => row.metric === metric)?.value ?? null);
        if (higher !== true || unit !== "proportion" || values.some((value) => value === null))
            return [];
        const worst = Math.min(...values.map((value) => value ?? 0));
        return [{ metric, floor: Math.floor(worst * 50) / 50 }];
    });
}
function policyText(floors, drift, licensed) {
    return [
        "policy: gate",
        "description: What every model here shows before it is merged.",
        "extends: [referee:baseline]",
        "gates: true",
        "rules:",
        ...floors.map(({ metric, floor }) => `  ${metric.replaceAll("_", "-")}-floor: { metric: ${metric}, at-least: ${(0,_judging_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .shownNumber */ .b8)(floor)} }`),
        ...(drift ? ["  stable-inputs: { drift: share, at-most: 30%, then: warn }"] : []),
        ...(licensed ? ["  licensed: { card-fields: license }"] : []),
        "  honest-card: { card-claims: all, then: { missing: note } }",
        "",
    ].join("\n");
}
const workflowText = `# Judges models on every pull request. Read-only: the result is the job's status, its summary and annotations.
name: model-referee
on:
  pull_request:
  merge_group:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      # Pin both to the full commit of a release you have looked at.
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: model-referee/model-referee@v0
`;


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ metricRows)
/* harmony export */ });
/* harmony import */ var _judging_bound_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8408);
/* harmony import */ var _judging_comparable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5340);
/* harmony import */ var _judging_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2028);



const MOST_ROWS = 12;
/** The model's own metrics over all data, for tables: what rules judge, and what none asks for. */
function metricRows(evidence, model) {
    const names = [
        ...new Set(evidence
            .of("measurement")
            .filter(({ about, fold, higher_is_better: direction, slice }) => about === null && fold === null && direction !== null && Object.keys(slice).length === 0)
            .map(({ metric }) => metric)),
    ].sort();
    const rows = [];
    for (const metric of names) {
        if (rows.length === MOST_ROWS)
            break;
        const selection = (0,_judging_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .selectMeasurements */ .S6)(evidence, model, {
            metric,
            dataset: null,
            split: null,
            run: null,
            where: {},
            keys: null,
        });
        if (selection.kind === "verdict")
            continue;
        const fact = selection.groups[0]?.facts[0];
        if (fact === undefined)
            continue;
        const read = (0,_judging_comparable_js__WEBPACK_IMPORTED_MODULE_1__/* .comparable */ .Z)(fact, null);
        if (read.kind === "unreadable")
            continue;
        const { value, trials, n } = read.quantified;
        rows.push({
            metric,
            value,
            unit: fact.unit === "percent" ? "proportion" : fact.unit,
            higher_is_better: fact.higher_is_better,
            n: trials ?? n,
            dataset: fact.dataset ?? fact.split,
            interval: (0,_judging_bound_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeBound */ .Ku)(read.quantified, "at-least", value, null).interval,
            baseline: null,
            source: fact.source,
        });
    }
    return rows;
}


/***/ })

};
