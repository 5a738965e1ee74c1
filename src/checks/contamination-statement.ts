import { readCard } from "../judging/card.js";
import { statedFields } from "../judging/stated-fields.js";
import { partsOfChecks } from "../judging/check-parts.js";
import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";

const heading =
  /contaminat|\b(?:train|training)[\s-]+(?:and[\s-]+)?test[\s-]+overlap|\b(?:benchmark|test[\s-]+set|evaluation)[\s-]+leakage|\bdata[\s-]+leakage/i;
const named = /contaminat|leakage|test_overlap/i;

export const contaminationStatement = defineCheck({
  id: "contamination-statement",
  area: "language models",
  title: "The card says whether the benchmarks were in the training data",
  why: "A model that has read the benchmark recites it; a score without a word on contamination cannot be told from a recital.",
  mend: "Write a section on contamination: which benchmarks were looked for in the training data, how, and what was found.",
  whenNot: "Where rows of your own data are compared, ask `train-test-overlap`, which measures what this only reads.",
  subject: {
    kind: "text",
    description: "stated: the card has a section or a field on it; measured: a check of it ran and passed.",
    choices: ["stated", "measured"],
  },
  options: {
    "min-words": { kind: "count", description: "Words below which the section is not written; 12 by default." },
  },
  example: {
    rule: "no-recital: { contamination-statement: stated }",
    met: "a section that names the benchmarks, the 13-gram search, and what it found",
    notMet: "a section on contamination that says “TBD”",
  },
  needs: ["card", "check"],
  parts: [
    {
      one: "check",
      several: "checks",
      of: ({ subject: way, evidence }) => (way === "measured" ? partsOfChecks(checksOf(evidence), null) : []),
    },
  ],
  needsMarkdownBody: true,

  plain: (way) =>
    way === "measured"
      ? "a check that the benchmarks are not in the training data ran and passed"
      : "the card says whether the benchmarks were in the training data",

  evaluate({ subject: way, options, evidence }) {
    if (way === "measured") return [measured(checksOf(evidence))];
    const card = readCard(evidence);
    if (card.kind === "verdict") return [card.verdict];
    const least = options["min-words"] ?? 12;
    const sections = card.facts.filter(({ title, field }) => field === null && title !== null && heading.test(title));
    const written = sections.find(({ placeholder, words }) => placeholder !== true && (words ?? 0) >= least);
    if (written !== undefined)
      return [{ subject: null, outcome: "met", message: `${written.words ?? 0} words`, sources: [written.source] }];
    const field = statedFields(evidence, named).find(({ filled }) => filled);
    if (field !== undefined)
      return [
        { subject: null, outcome: "met", message: `${field.field}: ${field.value}`, sources: [field.fact.source] },
      ];
    const [first] = sections;
    if (first === undefined)
      return [
        {
          subject: null,
          outcome: "not-met",
          message: "the card does not speak of contamination",
          sources: [wholeFile(card.path)],
        },
      ];
    const why =
      first.placeholder === true
        ? "is still the template's text"
        : `has ${first.words ?? 0} words, and at least ${least} are asked`;
    return [
      { subject: null, outcome: "not-met", message: `the section on contamination ${why}`, sources: [first.source] },
    ];
  },
});

const checksOf = (evidence: Evidence): readonly FactOf<"check">[] =>
  evidence.of("check").filter(({ name, suite }) => !suite && named.test(name));

function measured(checks: readonly FactOf<"check">[]): Verdict {
  const failed = checks.filter(({ passed }) => passed === false);
  const ran = checks.filter(({ passed }) => passed !== null);
  const base = {
    subject: null,
    sources: (failed.length > 0 ? failed : checks).slice(0, 20).map(({ source }) => source),
  };
  if (failed.length > 0)
    return {
      ...base,
      outcome: "not-met",
      message: `${failed[0]?.name ?? ""} failed${failed[0]?.message === null ? "" : `: ${failed[0]?.message ?? ""}`}`,
    };
  if (ran.length > 0) return { ...base, outcome: "met", message: `${ran.length} checks of contamination passed` };
  return {
    ...base,
    outcome: "missing",
    message: checks.length === 0 ? "no check of contamination is reported" : "the check of contamination did not run",
    mend: "search the training data for the benchmarks, and commit the result as a check",
  };
}
