import type { Effect, Outcome } from "../model/finding.js";
import type { Policy, Rule, Then } from "../model/policy.js";
import { percentWords } from "./amounts.js";
import { listed } from "./form.js";

type Stopping = keyof Then;

const whenWords: Readonly<Record<Exclude<Outcome, "met" | "not-applicable">, string>> = {
  "not-met": "it is not so",
  inconclusive: "we cannot be sure",
  missing: "there is no evidence",
  unreadable: "the evidence cannot be read",
};

const thenWords: Readonly<Record<Exclude<Effect, "pass">, string>> = {
  block: "block",
  undecided: "leave it undecided",
  warn: "warn",
  note: "only note it",
};

const vouchedWords = {
  committed: null,
  base: "Only evidence that stands on the base already counts.",
  attested: "Only attested evidence counts.",
  recomputed: "Only what is recomputed here counts.",
} as const;

/** A rule as a sentence, with what follows from it, for the person who signs the policy. */
export function plainRule(rule: Rule, policy: Policy): string {
  const confidence = rule.confidence === undefined ? policy.confidence : rule.confidence;
  const judgedByBound = rule.check.bounds !== undefined && rule.check.bounds.length > 0;
  const sure = judgedByBound && confidence !== null ? `, and we are ${percentWords(confidence)} sure of it` : "";
  const statement = `${capitalised(rule.check.plain(rule.subject, rule.options))}${sure}.`;
  const vouched = vouchedWords[rule.evidence ?? policy.evidence ?? "committed"];
  // What a policy says of thin evidence is said where a rule can find it too thin.
  const { inconclusive, ...others } = policy.then;
  const inherited = judgedByBound && inconclusive !== undefined ? { ...others, inconclusive } : others;
  return [statement, vouched, ...consequences({ ...inherited, ...rule.then }), ...whenJudged(rule)]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

/** A policy, a sentence for each rule, in the order of its rules. */
export function plainPolicy(policy: Policy): readonly string[] {
  const rules = policy.rules.map((rule) => plainRule(rule, policy));
  return policy.gates ? rules : [...rules, "This policy looks and does not gate: what it finds at best warns."];
}

/** What the policy says beyond the usual: a sentence for each thing that it leads to. */
function consequences(then: Then): readonly string[] {
  const order: readonly Stopping[] = ["not-met", "inconclusive", "missing", "unreadable"];
  const effects = [...new Set(order.flatMap((outcome) => then[outcome] ?? []))];
  return effects.map((effect) => {
    const outcomes = order.filter((outcome) => then[outcome] === effect);
    const when =
      outcomes.length === order.length ? "anything stands against it" : listed(outcomes.map((one) => whenWords[one]));
    return `If ${when}, ${thenWords[effect]}.`;
  });
}

function whenJudged({ effective: { from, until } }: Rule): readonly string[] {
  const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
  if (from === null) return until === null ? [] : [`This holds until ${day(until)}.`];
  return [until === null ? `This holds from ${day(from)} on.` : `This holds from ${day(from)} until ${day(until)}.`];
}

/** Names such as `roc_auc` stay as they are written. */
const capitalised = (sentence: string): string =>
  /^[a-z]+\b(?!_)/.test(sentence) ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : sentence;
