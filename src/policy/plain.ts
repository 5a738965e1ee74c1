import type { Effect, Outcome } from "../model/finding.js";
import type { Applies, Policy, Rule, Then } from "../model/policy.js";
import { percentWords } from "./amounts.js";
import { listed } from "./form.js";
import { anyOptionWords } from "./option-kinds.js";

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
  const statement = `${capitalised(rule.check.plain(rule.subject, rule.options))}${unspoken(rule)}${sure}.`;
  const vouched = vouchedWords[rule.evidence ?? policy.evidence ?? "committed"];
  // What a policy says of thin evidence is said where a rule can find it too thin.
  const { inconclusive, ...others } = policy.then;
  const inherited = judgedByBound && inconclusive !== undefined ? { ...others, inconclusive } : others;
  const asked = whereAsked(rule.applies);
  const softened = rule.onlyNew === false ? "What stands on the base already is no excuse." : null;
  return [
    statement,
    asked === null ? null : `It is asked of models ${asked}.`,
    vouched,
    softened,
    ...consequences({ ...inherited, ...rule.then }),
    ...whenJudged(rule),
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

/** A policy, a sentence for each rule, in the order of its rules. */
export function plainPolicy(policy: Policy): readonly string[] {
  const asked = whereAsked(policy.applies);
  return [
    ...(asked === null ? [] : [`This policy is asked of models ${asked}.`]),
    ...policy.rules.map((rule) => plainRule(rule, policy)),
    ...(policy.onlyNew ? [] : ["What stands on the base already is no excuse."]),
    ...(policy.gates ? [] : ["This policy looks and does not gate: what it finds at best warns."]),
  ];
}

/** Options that the check's own sentence leaves out: who signs the policy signs them too. */
function unspoken({ check, subject, options }: Rule): string {
  const whole = check.plain(subject, options);
  const silent = Object.entries(options).filter(([name]) => {
    const { [name]: _, ...others } = options;
    return check.plain(subject, others) === whole;
  });
  const said = silent.flatMap(([name, value]) => {
    const spec = check.options[name];
    return spec === undefined || spec.wordsOnly === true ? [] : [`${name}: ${anyOptionWords(spec.kind, value)}`];
  });
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

/** Of which models, and on which events, something is asked; null where of all. */
function whereAsked({ models, risk, stages, events }: Applies): string | null {
  const parts = [
    ...(models === undefined ? [] : [`called ${listed(models)}`]),
    ...(risk === undefined ? [] : [`of risk class ${listed(risk)}`]),
    ...(stages === undefined ? [] : [`in stage ${listed(stages)}`]),
    ...(events === undefined ? [] : [`on ${listed(events.map((event) => event.replaceAll("_", " ")))}`]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
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
