import { defineCheck, type CheckInput } from "../model/check.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { driftBinning, tableOptions } from "../judging/drift-options.js";
import { columnsOfDrift, driftWords } from "../judging/drift-parts.js";
import { judgeDrift, type DriftRule } from "../judging/drift-rule.js";
import { listed, shownNumber } from "../judging/wording.js";

const options = {
  "at-most": { kind: "quantity", description: "The largest score that meets the rule.", required: true },
  "max-age": { kind: "duration", description: "The oldest report or current data that counts." },
  "min-samples": { kind: "count", description: "Rows below which a score is inconclusive." },
  ...tableOptions,
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

export const predictionDrift = defineCheck({
  id: "prediction-drift",
  area: "monitoring",
  title: "What the model predicts has not drifted",
  why: "Labels come late; predictions that shift are the first sign that the model meets another world.",
  mend: "Look for the input that moved, and whether the shift is real; then retrain or recalibrate.",
  whenNot: "Drift of predictions is no harm by itself: with labels, ask `performance-decay`.",
  subject: {
    kind: "texts",
    description: "The method of the score: psi, ks, jensen-shannon, wasserstein-normed, … or any.",
  },
  options,
  example: {
    rule: "stable-output: { prediction-drift: psi, at-most: 0.1 }",
    met: "scores of this month whose psi against the reference is 0.02",
    notMet: "scores of this month whose psi against the reference is 0.31",
  },
  needs: ["drift", "table"],
  tablesFor: () => ["reference", "current"],
  parts: [{ ...driftWords, of: (input) => columnsOfDrift(ruleOf(input), input.evidence) }],

  plain: (methods, asked) =>
    `drift of the predictions by ${listed(methods, "or")} is at most ${shownNumber(asked["at-most"]?.value ?? NaN)}`,

  evaluate: (input) => judgeDrift(ruleOf(input), input),
});

const ruleOf = ({ subject: methods, options: asked }: Input): DriftRule => ({
  methods,
  bounds: { atMost: asked["at-most"]?.value ?? null, minSamples: asked["min-samples"] ?? null },
  allowedOver: null,
  maxAge: asked["max-age"] ?? null,
  binning: driftBinning(asked.binning),
  bins: asked.bins ?? null,
  isAsked: ({ scope, method }) =>
    scope === "prediction" &&
    (methods.includes("any") || methods.some((name) => method === (canonicalDriftMethod(name) ?? name))),
  computes: (scope) => scope === "prediction",
});
