import { sum } from "simple-statistics";
import { judgeAge } from "../judging/age.js";
import { importancesOf, type Importances } from "../judging/importances.js";
import { keeps } from "../judging/bound.js";
import { brokenFor } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { matchesWildcard } from "../judging/wildcard.js";
import { listed, shownBeside, shownNumber, shownSpan } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { importanceStability } from "../statistics/importance-stability.js";

const options = {
  forbidden: { kind: "texts", description: "Features that the model must not rest on; `*` stands for anything." },
  "share-at-most": {
    kind: "proportion",
    description: "The share of all importance that forbidden features may have together; 0 by default.",
  },
  against: { kind: "text", description: "Whose explanation to compare with: base, champion, release, or a path." },
  "rank-correlation-at-least": {
    kind: "quantity",
    description: "How alike both must rank the features: Spearman's correlation of their sizes, -1 to 1.",
  },
  "top-overlap-at-least": {
    kind: "proportion",
    description: "The share of the most important features that both must have in common.",
  },
  top: { kind: "count", description: "How many features count as the most important; 5 by default." },
  "max-age": { kind: "duration", description: "The oldest explanation that counts." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

export const explanation = defineCheck({
  id: "explanation",
  area: "governance",
  title: "The model is explained, and rests on what it may",
  why: "A model that nobody can explain cannot be defended, and one that rests on a forbidden feature must not decide.",
  mend: "Explain the model anew, drop the feature, or find out what it stands for.",
  whenNot: "A proxy of a forbidden feature is not seen here: for effects on groups of people, ask `fairness`.",
  subject: { kind: "texts", description: "The method (shap, permutation, lime, …), several, or any." },
  options,
  example: {
    rule: "explained: { explanation: shap, forbidden: [gender, ethnicity*] }",
    met: "mean absolute SHAP values in which gender has none",
    notMet: "SHAP values in which gender has a tenth of all importance",
  },
  needs: ["attribution"],

  plain(methods, asked) {
    const parts = [
      `the model is explained${methods.includes("any") ? "" : ` by ${listed(methods, "or")}`}`,
      asked.forbidden && `does not rest on ${listed(asked.forbidden, "or")}`,
      asked["rank-correlation-at-least"] &&
        `ranks its features as the ${asked.against ?? "champion"} does (${shownNumber(asked["rank-correlation-at-least"].value)})`,
      asked["top-overlap-at-least"] !== undefined &&
        `shares ${shownNumber(asked["top-overlap-at-least"] * 100)} % of its most important features with the ${asked.against ?? "champion"}`,
      asked["max-age"] !== undefined && `the explanation is not older than ${shownSpan(asked["max-age"])}`,
    ].filter((part) => typeof part === "string");
    return listed(parts);
  },

  evaluate(input) {
    const { evidence, options: asked, now, history } = input;
    const broken = brokenFor(evidence, "attribution")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const own = importancesOf(evidence, input.subject);
    if (own.kind === "verdict") return [own.verdict];
    const sources = own.facts.slice(0, 1).map(({ source }) => source);
    const present: Verdict = {
      subject: null,
      outcome: "met",
      message: `${own.size.size} features, by ${own.method}`,
      sources,
    };
    const aged =
      asked["max-age"] === undefined ? [] : [judgeAge(own.facts, asked["max-age"], now, "the explanation", history)];
    return [present, ...aged, ...forbidden(own, input), ...stability(own, input)];
  },
});

function forbidden(own: Importances, { options: asked }: Input): readonly Verdict[] {
  if (asked.forbidden === undefined) return [];
  const patterns = asked.forbidden;
  const all = sum([...own.size.values()]);
  const resting = [...own.size].filter(
    ([feature, size]) => size > 0 && patterns.some((pattern) => matchesWildcard(pattern, feature)),
  );
  const allowed = asked["share-at-most"] ?? 0;
  const share = all === 0 ? 0 : sum(resting.map(([, size]) => size)) / all;
  if (all === 0)
    return [
      {
        subject: "forbidden features",
        outcome: "inconclusive",
        message: "every importance is 0, so that none is told from another",
        mend: "explain the model on rows on which it decides",
        sources: own.facts.slice(0, 1).map(({ source }) => source),
      },
    ];
  const names = resting.map(([feature]) => feature).sort();
  return [
    {
      subject: "forbidden features",
      outcome: keeps(share, "at-most", allowed) ? "met" : "not-met",
      message:
        names.length === 0
          ? `none of ${listed(patterns, "or")} is among the ${own.size.size} features with any importance`
          : `${listed(names)} ${names.length === 1 ? "has" : "have"} ${shownBeside(share * 100, allowed * 100)} % of all importance, at most ${shownNumber(allowed * 100)} %`,
      sources: own.facts
        .filter(({ feature }) => names.length === 0 || names.includes(feature))
        .slice(0, names.length === 0 ? 1 : 20)
        .map(({ source }) => source),
      judged: judgedNumbers({ metric: "forbidden importance", value: share, bound_kind: "at-most", bound: allowed }),
    },
  ];
}

function stability(own: Importances, input: Input): readonly Verdict[] {
  const { options: asked } = input;
  const correlation = asked["rank-correlation-at-least"]?.value;
  const overlap = asked["top-overlap-at-least"];
  if (correlation === undefined && overlap === undefined) return [];
  const subject = "stability";
  const baseline = input.baseline(asked.against ?? "champion");
  if (baseline.kind === "absent") return [missing(baseline.why, baseline.mend, subject)];
  if (baseline.kind !== "evidence") return [{ subject, outcome: "not-applicable", message: baseline.why, sources: [] }];
  const before = importancesOf(baseline.evidence, [own.method]);
  if (before.kind === "verdict")
    return [{ ...before.verdict, subject, message: `the ${baseline.label}: ${before.verdict.message}` }];
  const features = [...new Set([...own.size.keys(), ...before.size.keys()])].sort();
  const sizes = (importances: Importances): readonly number[] =>
    features.map((feature) => importances.size.get(feature) ?? 0);
  const answer = importanceStability(sizes(own), sizes(before), asked.top ?? 5);
  const sources = [...own.facts.slice(0, 1), ...before.facts.slice(0, 1)].map(({ source }) => source);
  if (answer.kind !== "value") return [{ subject, outcome: "inconclusive", message: answer.reason, sources }];
  const { spearman, topOverlap } = answer.value;
  const verdict = (what: string, value: number | null, bound: number): Verdict => ({
    subject: what,
    outcome: value === null ? "inconclusive" : keeps(value, "at-least", bound) ? "met" : "not-met",
    message:
      value === null
        ? `${what} cannot be told: all importances are alike`
        : `${what} ${shownBeside(value, bound)} with the ${baseline.label}, at least ${shownNumber(bound)}`,
    sources,
    judged: judgedNumbers({ metric: what, value, bound_kind: "at-least", bound, n: features.length }),
  });
  return [
    ...(correlation === undefined ? [] : [verdict("rank correlation", spearman, correlation)]),
    ...(overlap === undefined ? [] : [verdict("top overlap", topOverlap, overlap)]),
  ];
}
