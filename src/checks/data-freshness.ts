import { judgeAge } from "../judging/age.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownSpan } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { Verdict } from "../model/finding.js";

export const dataFreshness = defineCheck({
  id: "data-freshness",
  area: "data",
  title: "The data are fresh",
  why: "A model that learns from last year's customers serves this year's.",
  mend: "Read the data again, and write when into the evidence; mend the source that no longer arrives.",
  whenNot: "For data that does not change, such as a benchmark.",
  subject: { kind: "duration", description: "The oldest state of the data that still meets the rule, such as 7d." },
  options: {
    role: {
      kind: "texts",
      description: "Roles of the data sets: train, validation, test, reference, current; all by default.",
    },
    dataset: { kind: "texts", description: "Names of the data sets; all by default." },
  },
  example: {
    rule: "fresh: { data-freshness: 7d }",
    met: "a lineage event of yesterday that names the data set",
    notMet: "a dbt source whose freshness is in error",
  },
  needs: ["dataset", "check"],

  plain: (oldest, { role, dataset }) =>
    `the ${role === undefined ? "" : `${listed(role)} `}data${dataset === undefined ? "" : ` ${listed(dataset)}`} are not older than ${shownSpan(oldest)}`,

  evaluate({ subject: oldest, options, evidence, now, history }) {
    const broken = brokenFor(evidence, "dataset")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const found = evidence
      .of("dataset")
      .filter(
        ({ role, name }) =>
          (options.role === undefined || (role !== null && options.role.includes(role))) &&
          (options.dataset === undefined || (name !== null && options.dataset.includes(name))),
      );
    const stale = sourcesInError(evidence);
    if (stale.length > 0) return stale;
    if (found.length === 0)
      return [missing("no evidence names the data set", "commit a lineage event, a run or a report that names it")];
    const names = [...new Set(found.map(({ name }) => name))];
    return names.map((name) => ({
      ...judgeAge(
        found.filter((fact) => fact.name === name),
        oldest,
        now,
        name ?? "the data set",
        history,
      ),
      subject: name,
      mend: "read the data again",
    }));
  },
});

/** Freshness that a tool judged itself: a source of dbt that arrives too late. */
const sourcesInError = (evidence: Evidence): readonly Verdict[] =>
  evidence
    .of("check")
    .filter(({ format, passed, suite }) => format === "dbt-sources" && passed !== true && !suite)
    .map(({ name, passed, message, source }) => ({
      subject: name,
      outcome: passed === false ? ("not-met" as const) : ("unreadable" as const),
      message: message ?? "the source is not fresh",
      sources: [source],
    }));
