import { judgeAge } from "../judging/age.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownSpan } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import type { Verdict } from "../model/finding.js";

const options = {
  role: {
    kind: "texts",
    description: "Roles of the data sets: train, validation, test, reference, current; all by default.",
  },
  dataset: { kind: "texts", description: "Names of the data sets; all by default." },
} as const satisfies OptionTable;

type Asked = Pick<CheckInput<number, ValuesOf<typeof options>>, "evidence" | "options">;

export const dataFreshness = defineCheck({
  id: "data-freshness",
  area: "data",
  title: "The data are fresh",
  why: "A model that learns from last year's customers serves this year's.",
  mend: "Read the data again, and write when into the evidence; mend the source that no longer arrives.",
  whenNot: "For data that does not change, such as a benchmark.",
  subject: { kind: "duration", description: "The oldest state of the data that still meets the rule, such as 7d." },
  options,
  example: {
    rule: "fresh: { data-freshness: 7d }",
    met: "a lineage event of yesterday that names the data set",
    notMet: "a dbt source whose freshness is in error",
  },
  needs: ["dataset", "check"],
  parts: [
    {
      one: "data set",
      several: "data sets",
      of: (input) => [
        ...[...new Map(setsAsked(input).map((fact) => [fact.name, fact])).values()].map(({ name, source }) => ({
          name: name ?? "without a name",
          source,
          exchanged: true,
        })),
        ...timedSources(input.evidence).map(({ name, source }) => ({ name, source })),
      ],
    },
  ],

  plain: (oldest, { role, dataset }) =>
    `the ${role === undefined ? "" : `${listed(role)} `}data${dataset === undefined ? "" : ` ${listed(dataset)}`} are not older than ${shownSpan(oldest)}`,

  evaluate({ subject: oldest, options, evidence, now, history }) {
    const broken = brokenFor(evidence, "dataset")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const found = setsAsked({ evidence, options });
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

const setsAsked = ({ evidence, options: asked }: Asked): readonly FactOf<"dataset">[] =>
  evidence
    .of("dataset")
    .filter(
      ({ role, name }) =>
        (asked.role === undefined || (role !== null && asked.role.includes(role))) &&
        (asked.dataset === undefined || (name !== null && asked.dataset.includes(name))),
    );

const timedSources = (evidence: Evidence): readonly FactOf<"check">[] =>
  evidence.of("check").filter(({ format, suite }) => format === "dbt-sources" && !suite);

/** Freshness that a tool judged itself: a source of dbt that arrives too late. */
const sourcesInError = (evidence: Evidence): readonly Verdict[] =>
  timedSources(evidence)
    .filter(({ passed }) => passed !== true)
    .map(({ name, passed, message, source }) => ({
      subject: name,
      outcome: passed === false ? ("not-met" as const) : ("unreadable" as const),
      message: message ?? "the source is not fresh",
      sources: [source],
    }));
