import type { Vouched } from "../model/fact.js";
import type { Adjustment, Applies, Then } from "../model/policy.js";
import { isRecord } from "../read/shape.js";
import { levelOf, spelling } from "./amounts.js";
import {
  choice,
  flag,
  leaf,
  mapping,
  oneOrMore,
  optional,
  text,
  withoutAbsent,
  type Fields,
  type Form,
} from "./form.js";
import { beginning, ending } from "./instant-form.js";

const effects = ["block", "undecided", "warn", "note"] as const;
const stopping = ["not-met", "inconclusive", "missing", "unreadable"] as const;

const effect = choice(effects);

const thenByOutcome = withoutAbsent<Then>(
  mapping({
    "not-met": optional(effect, "the evidence shows that the rule is not met"),
    inconclusive: optional(effect, "the evidence is too thin to tell"),
    missing: optional(effect, "there is no evidence"),
    unreadable: optional(effect, "there is a file, and it could not be read"),
  }),
);

/** What outcomes lead to: one word for all of them, or a word by outcome. */
const then: Form<Then> = {
  get schema() {
    return { anyOf: [effect.schema, thenByOutcome.schema] };
  },
  read(value, at) {
    if (isRecord(value)) return thenByOutcome.read(value, at);
    const word = effect.read(value, at);
    return word === undefined ? undefined : Object.fromEntries(stopping.map((outcome) => [outcome, word]));
  },
};

/** Level of each one-sided bound; `none` judges the point, which is null. */
const confidence: Form<number | null> = leaf<number | null>(
  "a level from 0.5 up to 1, such as 95%, or none",
  {
    anyOf: [
      { type: "number", minimum: 0.5, exclusiveMaximum: 1 },
      { type: "string", pattern: spelling.level.source },
      { const: "none" },
    ],
  },
  (value) => (value === "none" ? null : levelOf(value)),
  (value) =>
    typeof value === "number" && value >= 50 && value < 100 ? `write ${value}%` : "write 95% or 0.95, or none",
);

const events = [
  "pull_request",
  "merge_group",
  "push",
  "release",
  "deployment",
  "schedule",
  "workflow_dispatch",
] as const;

const applies = withoutAbsent<Applies>(
  mapping({
    risk: optional(oneOrMore(text), "risk classes of models, as the configuration names them"),
    stages: optional(oneOrMore(text), "stages of models"),
    events: optional(oneOrMore(choice(events)), "events on which it is judged"),
    models: optional(oneOrMore(text), "names of models, with `*` for any run of characters"),
  }),
);

const effective = mapping({
  from: optional(beginning, "the first day on which it is judged"),
  until: optional(ending, "the last day on which it is judged"),
});

const vouched: Form<Vouched> = choice<Vouched>(["committed", "base", "attested", "recomputed"]);

/** Keys that any rule may have beside its check and the check's options. */
export const ruleFields = {
  then: optional(then, "what an outcome that is not met leads to"),
  confidence: optional(confidence, "level of each one-sided bound; `none` judges the point"),
  evidence: optional(vouched, "how far the facts must be vouched for"),
  "only-new": optional(flag, "on a pull request, what stands on the base already only warns"),
  effective: optional(effective, "from when until when the rule is judged"),
  message: optional(text, "said beside what the check says"),
  references: optional(oneOrMore(text), "clauses that the rule stands for"),
  applies: optional(applies, "where the rule applies; parts left out ask nothing"),
} as const satisfies Fields;

const adjustment = choice<Adjustment>(["holm", "hochberg", "benjamini-hochberg", "none"]);

/** Keys of a policy apart from `rules`, `extends` and `parameters`. */
export const policyFields = {
  policy: optional(
    leaf("a name without spaces and slashes", { type: "string", pattern: "^[^\\s/]+$" }, (value) =>
      typeof value === "string" && /^[^\s/]+$/.test(value) ? value : undefined,
    ),
    "the policy's name; the file's name where it is left out",
  ),
  description: optional(text, "what the policy is for"),
  owner: optional(text, 'who answers for it, such as "@acme/model-risk"'),
  applies: optional(applies, "where the policy applies; parts left out ask nothing"),
  confidence: optional(confidence, "one promise over all the rules: the level of each one-sided bound"),
  adjust: optional(adjustment, "how p-values are adjusted over all that the policy judges of one model"),
  then: optional(then, "what an outcome that is not met leads to, for every rule that does not say so itself"),
  evidence: optional(vouched, "how far the facts of every rule must be vouched for"),
  "only-new": optional(flag, "on a pull request, what stands on the base already only warns"),
  gates: optional(flag, "false for a policy that looks and does not gate: what it finds at best warns"),
} as const satisfies Fields;
