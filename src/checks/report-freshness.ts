import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactCommon, FactKind } from "../model/fact.js";
import { judgeAge } from "../judging/age.js";
import { missing } from "../judging/verdict.js";
import { brokenFor } from "../judging/selection.js";
import { listed, shownSpan } from "../judging/wording.js";

const kinds = {
  evaluation: "measurement",
  drift: "drift",
  "data-quality": "check",
  explanation: "attribution",
  experiment: "experiment",
} as const satisfies Record<string, FactKind>;
type ReportName = keyof typeof kinds;

export const reportFreshness = defineCheck({
  id: "report-freshness",
  area: "monitoring",
  title: "Reports are fresh",
  why: "Yesterday's evaluation says little of the model that is merged today.",
  mend: "Make the report again and commit it.",
  whenNot: "For reports that neither say when they were made nor are committed, unless you accept `missing`.",
  subject: {
    kind: "texts",
    description: "Which reports: evaluation, drift, data-quality, explanation, experiment.",
    choices: ["evaluation", "drift", "data-quality", "explanation", "experiment"],
  },
  options: { "max-age": { kind: "duration", description: "The oldest report that counts.", required: true } },
  example: {
    rule: "fresh-drift: { report-freshness: drift, max-age: 7d }",
    met: "a drift report of yesterday",
    notMet: "a drift report of last month",
  },
  needs: ["measurement", "drift", "check", "attribution", "experiment"],

  plain: (names, asked) => `the ${listed(names)} report is not older than ${shownSpan(asked["max-age"] ?? 0)}`,

  evaluate({ subject: names, options, evidence, now, history }) {
    return names.map((name) => {
      const kind = isReport(name) ? kinds[name] : "measurement";
      const broken = brokenFor(evidence, kind).find(({ claims }) => !claims);
      if (broken !== undefined)
        return {
          subject: name,
          outcome: "unreadable" as const,
          message: `${broken.source.path}: ${broken.message}`,
          mend: broken.mend,
          sources: [broken.source],
        };
      const facts = factsOf(evidence, kind);
      if (facts.length === 0)
        return {
          subject: name,
          outcome: "missing" as const,
          message: `there is no ${name} report`,
          mend: "commit one below the model's folder",
          sources: [],
        };
      if (kind === "check" && evidence.of(kind).every(({ passed }) => passed === null))
        return missing(`the ${name} report is empty: none of its checks ran`, "run the checks again", name, [
          ...facts.slice(0, 1).map(({ source }) => source),
        ]);
      return { ...judgeAge(facts, options["max-age"] ?? 0, now, `the ${name} report`, history), subject: name };
    });
  },
});

const isReport = (name: string): name is ReportName => Object.hasOwn(kinds, name);

const factsOf = (evidence: Evidence, kind: (typeof kinds)[ReportName]): readonly FactCommon[] =>
  kind === "measurement" ? evidence.of(kind).filter(({ claimed }) => !claimed) : evidence.of(kind);
