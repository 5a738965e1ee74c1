// Modules that nearly no run on a model's everyday evidence calls, by the file that holds them in dist/. They are found when
// they are first called; `node bench/called.mjs` tells which modules a run calls.

export const seldom = {
  // YAML beyond its everyday subset, and what is said of a file that does not parse.
  yaml: ["src/read/yaml-whole", "src/policy/yaml-event-walk", "src/policy/yaml-mistakes"],
  // Rows of predictions, and the statistics on them.
  rows: [
    "src/judging/predictions/rows-uncertainty",
    "src/judging/predictions/read-predictions",
    "src/judging/predictions/measured",
    "src/judging/predictions/pair",
    "src/judging/predictions/resampling",
    "src/judging/predictions/slices",
    "src/judging/predictions/agreement",
    "src/judging/drift-score",
    "src/judging/drift-bins",
    "src/judging/drift-tables",
    "src/statistics/confusion-statistics",
    "src/statistics/newcombe-paired-difference-interval",
    "src/statistics/samples-to-settle-difference",
    "src/statistics/samples-to-settle",
    "src/statistics/normal-interval",
    "src/statistics/mcnemar-test",
    "src/statistics/incomplete-beta",
    "src/statistics/student-t-distribution",
    "src/statistics/binomial-distribution",
    "src/read/large-table",
    "src/read/large-table-head",
  ],
  // What writes, and what asks git.
  whole: ["src/world/whole-file", "src/git/commit"],
  // The body of a card, which few rules look at.
  cards: [
    "src/adapters/families/markdown-results",
    "src/adapters/families/prose-results",
    "src/adapters/families/card-sections-read",
    "src/adapters/families/card-context",
    "src/adapters/families/headed-split",
    "src/read/html-fragment",
    "src/read/markdown-blocks",
    "src/read/markdown",
    "src/read/markdown-plain",
    "src/read/markdown-plain-inline",
    "src/read/markdown-html",
    "src/read/html-table",
  ],
  // Markdown beyond its everyday subset, and the parser of all of it.
  prose: ["src/read/markdown-whole"],
  // Where a value stands in its file, and what is said of a finding that is not met.
  places: [
    "src/read/json-scanner",
    "src/read/locate",
    "src/read/json-positions",
    "src/read/json-lines",
    "src/statistics/p-adjust",
    "src/statistics/proportion-score-test",
    "src/evaluate/waiver-approval",
    "src/judging/age",
  ],
  // Files that are no everyday evidence, and what is told of a model that is shown whole.
  detail: [
    "src/report/detail/model-detail",
    "src/report/detail/fact-changes",
    "src/report/metric-rows",
    "src/adapters/families/table-results",
    "src/adapters/families/table-row",
    "src/adapters/families/table-shape",
    "src/adapters/families/written-fact",
    "src/adapters/families/evidently-current-tests",
    "src/adapters/families/evidently-legacy",
    "src/adapters/families/evidently-legacy-quality",
    "src/adapters/families/evidently-legacy-drift",
    "src/adapters/families/slice-text",
    "src/adapters/families/check-values",
    "src/read/fact-fields",
    "src/read/model-content",
    "src/read/xml",
    "src/world/joined",
    "src/policy/nearest",
    "src/judging/uncertainty",
  ],
};
