import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const check = (passed: boolean | null, more: object = {}) => ({ kind: "check", name: "c", passed, ...more });
const own = (...lines: object[]) => ({ "m/a.facts.jsonl": facts(...lines) });
const corpus = (from: string) => ({ ...mark, ...corpusFiles({ "m/report.json": `generated/${from}` }) });
const scan = JSON.stringify({ summary: { total_issues: 1, scanned: { total_scanned: 1 } }, issues: [{}], errors: [] });

describeCheck("data-quality", {
  met: {
    "every check passes": { files: own(check(true)), rule: "{ data-quality: checks }" },
    "a share that may fail": {
      files: own(check(true), check(true, { name: "d" }), check(false, { name: "e" })),
      rule: "{ data-quality: checks, allowed-over: 40% }",
    },
    "a scan of the model is not of its data": {
      files: { ...own(check(true)), "m/scan.json": scan },
      rule: "{ data-quality: checks }",
    },
    ...(corpusIsThere
      ? { "a valid table": { files: corpus("frictionless/stable/report.json"), rule: "{ data-quality: suite }" } }
      : {}),
  },
  "not-met": {
    "one fails": { files: own(check(false, { column: "age" })), rule: "{ data-quality: checks }", says: "c on age" },
    ...(corpusIsThere
      ? {
          "a table that stopped at the limit of errors": {
            files: corpus("frictionless/quality_faults/report.json"),
            rule: "{ data-quality: suite }",
          },
          "a contract that is broken": {
            files: corpus("datacontract-cli/faults/result.json"),
            rule: "{ data-quality: suite }",
          },
        }
      : {}),
  },
  missing: {
    "checks of a table without a row": {
      files: own(check(true), { kind: "dataset", name: "rows", rows: 0 }),
      rule: "{ data-quality: checks }",
      says: "have no rows",
    },
    "no report": { files: mark, rule: "{ data-quality: suite }" },
    "a scan of the model alone": { files: { ...mark, "m/scan.json": scan }, rule: "{ data-quality: suite }" },
  },
  unreadable: {
    "a validation of Great Expectations that evaluated nothing": {
      files: {
        ...mark,
        "m/validation.json": JSON.stringify({
          success: true,
          results: [],
          statistics: {
            evaluated_expectations: 0,
            successful_expectations: 0,
            unsuccessful_expectations: 0,
            success_percent: null,
          },
          meta: {
            great_expectations_version: "0.18.22",
            expectation_suite_name: "empty",
            run_id: { run_name: "r", run_time: "2026-11-20T00:00:00+00:00" },
          },
          evaluation_parameters: {},
        }),
      },
      rule: "{ data-quality: suite }",
    },
    "a check that did not run": { files: own(check(null)), rule: "{ data-quality: checks }" },
    "a report of no row": {
      files: {
        ...mark,
        "m/report.json": JSON.stringify({
          valid: true,
          stats: {},
          errors: [],
          tasks: [{ name: "t", valid: true, stats: { rows: 0 }, errors: [], warnings: [] }],
        }),
      },
      rule: "{ data-quality: suite }",
    },
  },
});
