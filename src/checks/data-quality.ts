import { defineCheck, type CheckInput } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { keeps } from "../judging/bound.js";
import { isOfFailuresOnly, partsOfChecks } from "../judging/check-parts.js";
import { mayBeOfData } from "../judging/check-topics.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { shownNumber } from "../judging/wording.js";

const options = {
  "allowed-over": { kind: "proportion", description: "The share of checks that may fail." },
  where: { kind: "fields", description: "Only checks with these fields, such as { severity: critical }." },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

export const dataQuality = defineCheck({
  id: "data-quality",
  area: "data",
  title: "The data keep their own expectations",
  why: "A model trained or tested on broken data is judged on noise.",
  mend: "Mend the data, or change the expectation in a reviewed change.",
  whenNot: "For drift, which compares two samples: ask `drift`.",
  subject: {
    kind: "text",
    description: "suite: the suites' own verdicts; checks: each check by itself.",
    choices: ["suite", "checks"],
  },
  options,
  example: {
    rule: "valid-data: { data-quality: suite }",
    met: "a validation result with success: true",
    notMet: "a validation result with success: false",
  },
  needs: ["check"],
  parts: [{ one: "check", several: "checks", of: (input) => partsOfChecks(behind(input), null) }],
  looksAt: (subject) => ({ suitesOnly: subject === "suite" }),

  plain: (subject, asked) =>
    `${subject === "suite" ? "every data-quality suite passes" : "every data-quality check passes"}${asked["allowed-over"] === undefined ? "" : `, but for ${shownNumber(asked["allowed-over"] * 100)} %`}`,

  evaluate({ subject, options, evidence }) {
    const broken = brokenFor(evidence, "check")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const facts = factsOf({ subject, options, evidence });
    if (facts.length === 0)
      return [
        {
          subject: null,
          outcome: "missing",
          message:
            subject === "suite" ? "no data-quality suite reports its verdict" : "no data-quality check is reported",
          mend: "commit the validation result below the model's folder",
          sources: [],
        },
      ];
    const nothing = checkedNothing(facts, evidence);
    if (nothing !== undefined)
      return [
        missing(
          `${nothing.source.path}: the data that were checked have no rows, so that nothing was shown`,
          "run the checks on the data, and commit that result",
          null,
          [nothing.source],
        ),
      ];
    const failed = facts.filter(({ passed }) => passed === false);
    const notRun = facts.filter(({ passed }) => passed === null);
    const allowed = options["allowed-over"] ?? 0;
    if (!keeps(failed.length / facts.length, "at-most", allowed)) return failures(failed, facts.length);
    if (!keeps((failed.length + notRun.length) / facts.length, "at-most", allowed))
      return [
        {
          subject: null,
          outcome: "unreadable",
          message: `${notRun.length} of ${facts.length} checks did not run: ${notRun[0]?.message ?? notRun[0]?.name ?? ""}`,
          mend: "mend the checks: what did not run has not passed",
          sources: notRun.slice(0, 20).map(({ source }) => source),
        },
      ];
    return [
      {
        subject: null,
        outcome: "met",
        message: `${facts.length - failed.length} of ${facts.length} pass`,
        sources: facts.slice(0, 1).map(({ source }) => source),
      },
    ];
  },
});

function factsOf({ subject, options, evidence }: Pick<Input, "subject" | "options" | "evidence">) {
  const where = Object.entries(options.where ?? {});
  return evidence
    .of("check")
    .filter(
      (fact) =>
        fact.suite === (subject === "suite") &&
        mayBeOfData(fact) &&
        where.every(([field, value]) => Object.hasOwn(fact, field) && fact[field as keyof typeof fact] === value),
    );
}

/** What is judged; with the checks that a suite's verdict sums up, or the verdicts over what lists failures only. */
function behind(input: Input): readonly FactOf<"check">[] {
  const judged = factsOf(input);
  const paths = new Set(judged.map(({ source }) => source.path));
  const others = input.evidence
    .of("check")
    .filter((fact) => fact.suite !== (input.subject === "suite") && mayBeOfData(fact));
  return [...judged, ...others.filter((fact) => (fact.suite ? isOfFailuresOnly(fact) : paths.has(fact.source.path)))];
}

/** A verdict over no rows is passed by anything. */
function checkedNothing(facts: readonly FactOf<"check">[], evidence: Evidence): FactOf<"check"> | undefined {
  const empty = new Set(evidence.of("dataset").flatMap(({ rows, source }) => (rows === 0 ? [source.path] : [])));
  return facts.find(({ passed, source }) => passed === true && empty.has(source.path));
}

const failures = (failed: readonly FactOf<"check">[], total: number): readonly Verdict[] => [
  {
    subject: null,
    outcome: "not-met",
    message: `${failed.length} of ${total} fail: ${failed
      .slice(0, 4)
      .map(({ name, column }) => (column === null ? name : `${name} on ${column}`))
      .join(", ")}${failed.length > 4 ? " …" : ""}`,
    sources: failed.slice(0, 20).map(({ source }) => source),
  },
];
