import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence, EvidenceFileSummary } from "../model/evidence.js";
import { wholeFile } from "../model/source.js";

/** Reports that look for what is odd in data, rather than ask what was expected of it. */
const reports = new Set(["tfdv-anomalies", "ydata-profile", "sagemaker-model-monitor-violations"]);

const lookedAt = ({ files }: Evidence): readonly EvidenceFileSummary[] =>
  files.filter(({ format, baseline }) => format !== null && reports.has(format) && !baseline);

/** Severities that call attention without calling an error. */
const mild = new Set(["warning", "info", "low"]);

export const anomalies = defineCheck({
  id: "anomalies",
  area: "data",
  title: "The data hold no anomaly",
  why: "A feature that is suddenly absent or of another type breaks a model without an error.",
  mend: "Mend the data, or widen the schema in a reviewed change.",
  whenNot: "For data that is validated by rules of its own: ask `data-quality`.",
  subject: {
    kind: "text",
    description: "any: no anomaly at all; errors: none but warnings.",
    choices: ["any", "errors"],
  },
  options: { allow: { kind: "texts", description: "Columns whose anomalies are known and borne." } },
  example: {
    rule: "nothing-odd: { anomalies: errors }",
    met: "a report of TFDV without an anomaly",
    notMet: "a report of TFDV with an unexpected value in `channel`",
  },
  needs: ["check"],
  parts: [
    {
      one: "report",
      several: "reports",
      of: ({ evidence }) => {
        const verdicts = new Map(
          evidence.of("check").flatMap((fact) => (fact.suite ? [[fact.source.path, fact]] : [])),
        );
        return lookedAt(evidence).map(({ path, format }) => ({
          name: `by ${format ?? ""}`,
          source: verdicts.get(path)?.source ?? wholeFile(path),
          limits: verdicts.get(path)?.limits ?? null,
        }));
      },
    },
  ],

  plain: (asked, { allow }) =>
    `no ${asked === "any" ? "anomaly" : "anomaly that is an error"} is found in the data${allow === undefined ? "" : `, but for ${listed(allow)}`}`,

  evaluate({ subject: asked, options, evidence }) {
    const broken = brokenFor(evidence, "check").find(({ format }) => format === null || reports.has(format));
    if (broken !== undefined) return [unreadableFile(broken)];
    const looked = lookedAt(evidence);
    const checks = evidence.of("check").filter(({ format }) => format !== null && reports.has(format));
    if (looked.length === 0)
      return [
        missing("no report looks for anomalies in the data", "commit one of TFDV, Model Monitor or YData Profiling"),
      ];
    const borne = new Set(options.allow ?? []);
    const found = checks.filter(
      ({ passed, suite, column, severity }) =>
        passed === false &&
        !suite &&
        !(column !== null && borne.has(column)) &&
        !(asked === "errors" && severity !== null && mild.has(severity.toLowerCase())),
    );
    if (found.length > 0)
      return found.slice(0, 100).map(({ name, column, message, source }) => ({
        subject: column ?? name,
        outcome: "not-met" as const,
        message: message ?? name,
        sources: [source],
      }));
    const unknown = checks.find(({ passed }) => passed === null);
    if (unknown !== undefined)
      return [
        {
          subject: null,
          outcome: "unreadable",
          message: unknown.message ?? "the report did not look at everything",
          mend: "make the report again",
          sources: [unknown.source],
        },
      ];
    return [
      {
        subject: null,
        outcome: "met",
        message: `nothing odd in ${listed(looked.map(({ path }) => path).slice(0, 3))}`,
        sources: checks.slice(0, 3).map(({ source }) => source),
      },
    ];
  },
});
