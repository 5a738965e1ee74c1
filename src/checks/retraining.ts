import {
  decideRetraining,
  type RetrainingCosts,
  type RetrainingPlan,
  type RetrainingState,
} from "../judging/retraining.js";
import {
  ageOf,
  columnsScored,
  conceptOf,
  driftedShareOf,
  lossOf,
  newRowsOf,
  type Known,
} from "../judging/retraining-state.js";
import { detectorsStated } from "../judging/concept-alarms.js";
import { driftWords } from "../judging/drift-parts.js";
import { missing } from "../judging/verdict.js";
import { listed, shownNumber, shownSpan } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const DAY = 86_400_000;

const options = {
  "max-age": {
    kind: "duration",
    description: "The age at which the model is trained anew in full, whatever else holds.",
  },
  every: { kind: "duration", description: "The schedule: due when the model is as old as this." },
  "cool-down": { kind: "duration", description: "No training so soon after the last, but for `max-age`." },
  "drift-method": { kind: "text", description: "Method of the columns' drift scores, or any; any by default." },
  "drift-at-most": { kind: "quantity", description: "The score above which a column has drifted." },
  "drifted-share-at-most": {
    kind: "proportion",
    description: "Share of the columns that may have drifted; 10 % by default.",
  },
  "full-above": {
    kind: "proportion",
    description: "Share of drifted columns above which an increment will not do; half by default.",
  },
  concept: {
    kind: "flag",
    description: "True asks what detectors say of the concept; it asks for a full training.",
  },
  of: { kind: "text", description: "The metric whose loss counts, with a date for each value." },
  "may-lose": {
    kind: "quantity",
    description: "How much of the metric may be lost since its first value; 0 by default.",
  },
  "new-rows": { kind: "count", description: "Rows of new data that a training needs." },
  "staleness-cost": {
    kind: "quantity",
    description: "What a day costs on which all of the metric (1.0) is lost; a hundredth of it costs a hundredth.",
  },
  "retraining-cost": {
    kind: "quantity",
    description: "What a full training costs, with labels, evaluation and release.",
  },
  "incremental-cost": {
    kind: "quantity",
    description: "What an incremental training costs; without it there is none.",
  },
  horizon: { kind: "duration", description: "How long the model would stay as it is otherwise; 30d by default." },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;

export const retraining = defineCheck({
  id: "retraining",
  area: "retraining",
  title: "Whether to train the model anew, and how much of it",
  why: "Training too late costs what a stale model gets wrong; training at every alarm costs labels, machines and releases for nothing.",
  mend: "Train the model as the reason says; the new model is a candidate, and is promoted by rules of its own.",
  whenNot: "To stop a merge: it speaks of the model that serves. Ask it on a schedule, with `then: warn`.",
  subject: {
    kind: "text",
    description: "event: by what happens; schedule: by age alone; both.",
    choices: ["event", "schedule", "both"],
  },
  options,
  bounds: ["max-age", "every", "drift-at-most", "concept", "of"],
  example: {
    rule: "train-anew: { retraining: event, max-age: 365d, of: recall, may-lose: 0.02, staleness-cost: 5000, retraining-cost: 800 }",
    met: "recall lost 0.01 in three months: nothing asks for it",
    notMet: "recall lost 0.05, which costs 7500 in a month, and a training costs 800",
  },
  needs: ["model", "run", "drift", "measurement", "dataset", "table"],
  parts: [
    {
      ...driftWords,
      of: ({ subject: way, options: asked, evidence }) =>
        way === "schedule" || asked["drift-at-most"] === undefined
          ? []
          : columnsScored(evidence, asked["drift-method"] ?? "any"),
    },
    {
      one: "detector",
      several: "detectors",
      of: ({ subject: way, options: asked, evidence }) =>
        way === "schedule" || asked.concept !== true ? [] : detectorsStated(evidence),
    },
  ],

  plain(way, asked) {
    const triggers = [
      asked["max-age"] !== undefined && `it is older than ${shownSpan(asked["max-age"])}`,
      way !== "event" && asked.every !== undefined && `it is ${shownSpan(asked.every)} old`,
      way !== "schedule" &&
        asked["drift-at-most"] &&
        `too many columns have drifted over ${shownNumber(asked["drift-at-most"].value)}`,
      way !== "schedule" && asked.concept === true && "the concept has drifted",
      way !== "schedule" &&
        asked.of !== undefined &&
        `${asked.of} has lost more than ${shownNumber(asked["may-lose"]?.value ?? 0)}`,
    ].filter((part) => typeof part === "string");
    return `the model need not be trained anew, which it must be when ${listed(triggers, "or")}${asked["retraining-cost"] === undefined ? "" : ", and staying as it is costs more than training"}`;
  },

  evaluate(input) {
    const { options: asked, subject: way } = input;
    const event = way !== "schedule";
    const aged = asked["max-age"] !== undefined || asked.every !== undefined || asked["cool-down"] !== undefined;
    const costs = costsOf(asked);
    if (costs.kind === "unknown") return [missing(costs.why, "state both costs, and the metric that is lost", "costs")];
    const bound = asked["drift-at-most"]?.value;
    const age = aged ? ageOf(input) : null;
    const drift = event && bound !== undefined ? driftedShareOf(input, asked["drift-method"] ?? "any", bound) : null;
    const concept = event && asked.concept === true ? conceptOf(input) : null;
    const loss = event && asked.of !== undefined ? lossOf(input, asked.of) : null;
    const rows = asked["new-rows"] === undefined ? null : newRowsOf(input);
    const inputs = [age, drift, concept, loss, rows].filter((one) => one !== null);
    const tooOld = age?.kind === "known" && asked["max-age"] !== undefined && age.value > asked["max-age"];
    const unknown = inputs.flatMap((one) => (one.kind === "unknown" ? [one.verdict] : []));
    // Past its hard limit of age a model is trained anew, whatever the rest would say.
    if (unknown.length > 0 && !tooOld) return unknown;
    const state: RetrainingState = {
      age: valueOf(age),
      driftedShare: valueOf(drift),
      concept: valueOf(concept),
      lost: valueOf(loss)?.lost ?? null,
      lostAtLeast: valueOf(loss)?.atLeast ?? null,
      newRows: valueOf(rows),
    };
    const plan: RetrainingPlan = {
      maxAge: asked["max-age"] ?? null,
      coolDown: asked["cool-down"] ?? null,
      every: way === "event" ? null : (asked.every ?? null),
      driftedShareAtMost: drift === null ? null : (asked["drifted-share-at-most"] ?? 0.1),
      fullAbove: asked["full-above"] ?? 0.5,
      mayLose: loss === null ? null : (asked["may-lose"]?.value ?? 0),
      newRows: asked["new-rows"] ?? null,
      costs: costs.value,
    };
    const retrain = decideRetraining(state, plan);
    const ageless = decideRetraining(state, { ...plan, maxAge: null, every: null, coolDown: null });
    const verdict: Verdict = {
      subject: null,
      outcome: retrain.action === "none" ? "met" : "not-met",
      message: retrain.action === "none" ? retrain.reason : `${retrain.action} training is due: ${retrain.reason}`,
      sources: inputs.flatMap((one) => (one.kind === "known" && one.source !== null ? [one.source] : [])),
      retrain,
      ...(retrain.action !== "none" && ageless.action === "none" ? { byTime: true } : {}),
    };
    return [verdict];
  },
});

const valueOf = <T>(input: Known<T> | null): T | null => (input?.kind === "known" ? input.value : null);

type Costs =
  | { readonly kind: "costs"; readonly value: RetrainingCosts | null }
  | { readonly kind: "unknown"; readonly why: string };

/** The two costs, which only weigh against one another: one alone, or none of the metric to lose, decides nothing. */
function costsOf(asked: Options): Costs {
  const staleness = asked["staleness-cost"]?.value;
  const full = asked["retraining-cost"]?.value;
  const incremental = asked["incremental-cost"]?.value ?? null;
  if (staleness === undefined && full === undefined && incremental === null) return { kind: "costs", value: null };
  if (staleness === undefined)
    return {
      kind: "unknown",
      why: "cannot decide without the cost of staleness: the rule states `retraining-cost` alone",
    };
  if (full === undefined)
    return {
      kind: "unknown",
      why: "cannot decide without the cost of retraining: the rule states `staleness-cost` alone",
    };
  if (asked.of === undefined)
    return { kind: "unknown", why: "cannot decide without the metric: the costs weigh what it has lost" };
  return { kind: "costs", value: { staleness, full, incremental, horizon: asked.horizon ?? 30 * DAY } };
}
