import { judgeAge } from "../judging/age.js";
import { isStatedAnyway, partsOfChecks } from "../judging/check-parts.js";
import { judgeBound } from "../judging/bound.js";
import { rungTold } from "../judging/rung-told.js";
import { brokenFor } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { matchesWildcard } from "../judging/wildcard.js";
import { listed, shownNumber } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  "at-least": { kind: "proportion", description: "The share of assertions that must hold; all of them by default." },
  "min-assertions": { kind: "count", description: "Fewer assertions than this are inconclusive; 1 by default." },
  from: {
    kind: "texts",
    description: "Formats whose assertions count; those of promptfoo, inspect and deepeval by default.",
  },
  "max-age": { kind: "duration", description: "The oldest run that counts." },
} as const satisfies OptionTable;

type Check = FactOf<"check">;
type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

const usualFormats = ["promptfoo-results", "inspect-log", "deepeval-results"];

export const assertions = defineCheck({
  id: "assertions",
  area: "language models",
  title: "The model's answers keep their assertions",
  why: "An answer that must never be given, and one that must, are written down as assertions; one that is not run asserts nothing.",
  mend: "Look at the answers that fail, and mend the prompt, the model or the assertion.",
  whenNot: "For attacks by a scanner, ask `red-team`; for scores on public tasks, `benchmark`.",
  subject: { kind: "texts", description: "all, or names of the assertions; `*` stands for anything." },
  options,
  example: {
    rule: "answers-hold: { assertions: all, at-least: 95%, min-assertions: 50 }",
    met: "98 of 100 assertions hold",
    notMet: "80 of 100 assertions hold",
  },
  needs: ["check"],
  parts: [
    {
      one: "assertion",
      several: "assertions",
      of: (input) =>
        input.subject.flatMap((name) =>
          partsOfChecks(named(name, factsOf(input)).filter(isStatedAnyway), subjectOf(name)),
        ),
    },
  ],

  plain: (names, asked) =>
    `${asked["at-least"] === undefined ? "all" : `at least ${shownNumber(asked["at-least"] * 100)} %`} of the assertions${names.includes("all") ? "" : ` ${listed(names)}`} hold`,

  evaluate(input) {
    const { evidence, options: asked, now, history } = input;
    const broken = brokenFor(evidence, "check")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const all = factsOf(input);
    const verdicts = input.subject.map((name) => judgeNamed(name, all, input));
    const oldest = asked["max-age"];
    if (oldest === undefined || all.length === 0) return verdicts;
    return [...verdicts, judgeAge(all, oldest, now, "the run of the assertions", history)];
  },
});

const factsOf = ({ evidence, options: { from = usualFormats } }: Input): readonly Check[] =>
  evidence.of("check").filter(({ format, suite }) => !suite && format !== null && from.includes(format));

const subjectOf = (name: string): string | null => (name === "all" ? null : name);

const named = (name: string, all: readonly Check[]): readonly Check[] =>
  all.filter((fact) => name === "all" || matchesWildcard(name, fact.name));

function judgeNamed(name: string, all: readonly Check[], { options: asked, confidence }: Input): Verdict {
  const subject = subjectOf(name);
  const own = named(name, all);
  if (own.length === 0)
    return missing(
      name === "all" ? "no assertion was run" : `no assertion ${name} was run`,
      "run them, and commit the tool's results below the model's folder",
      subject,
    );
  const failed = own.filter(({ passed }) => passed === false);
  const notRun = own.filter(({ passed }) => passed === null);
  const held = own.length - failed.length - notRun.length;
  const share = held / own.length;
  const least = asked["at-least"] ?? 1;
  const sources = [...failed, ...notRun, ...own]
    .slice(0, Math.max(1, Math.min(20, failed.length + notRun.length)))
    .map(({ source }) => source);
  const message = `${held} of ${own.length} assertions hold, at least ${shownNumber(least * 100)} %${failed.length === 0 ? "" : `; ${namesOf(failed)} ${failed.length === 1 ? "fails" : "fail"}`}${notRun.length === 0 ? "" : `; ${notRun.length} did not run`}`;
  if (own.length < (asked["min-assertions"] ?? 1))
    return {
      subject,
      outcome: failed.length > 0 && least === 1 ? "not-met" : "inconclusive",
      message: `${message}; at least ${asked["min-assertions"] ?? 1} are asked`,
      mend: "write and run more assertions",
      sources,
    };
  // That all hold is no statement about others that might have been written: it is counted, not estimated.
  const judgement = judgeBound(
    { value: share, standardError: null, trials: own.length, n: own.length },
    "at-least",
    least,
    least === 1 ? null : confidence,
  );
  const wouldHold = (held + notRun.length) / own.length >= least;
  return {
    subject,
    outcome: judgement.outcome === "not-met" && wouldHold && notRun.length > 0 ? "unreadable" : judgement.outcome,
    message: `${message}${rungTold(judgement, own.length)}`,
    ...(notRun.length > 0 ? { mend: "mend what did not run: an assertion that gave an error has not held" } : {}),
    sources,
    judged: judgedNumbers({
      metric: "assertions that hold",
      value: share,
      unit: "proportion",
      higher_is_better: true,
      bound_kind: "at-least",
      bound: least,
      interval: judgement.interval,
      n: own.length,
      rung: judgement.rung,
      method: judgement.method,
      confidence: least === 1 ? null : confidence,
      p_value: judgement.pValue,
      samples_needed: judgement.samplesNeeded,
    }),
  };
}

const namesOf = (facts: readonly Check[]): string => {
  const names = [...new Set(facts.map(({ name }) => name))].sort();
  return `${listed(names.slice(0, 3))}${names.length > 3 ? " …" : ""}`;
};
