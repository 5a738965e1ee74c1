import { defineCheck, type CheckInput } from "../model/check.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { confidenceDriftOfTables, isConfidence } from "../judging/confidence-drift.js";
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

export const confidenceDrift = defineCheck({
  id: "confidence-drift",
  area: "monitoring",
  title: "The model is as sure as it was",
  why: "A model that meets what it never saw grows less sure, long before a label says that it errs.",
  mend: "Look at the rows of low confidence, label some of them, and retrain where they are of a new kind.",
  whenNot: "A model that was never calibrated may be sure and wrong: ask `calibration` first.",
  subject: { kind: "texts", description: "The method of the score: psi, ks, wasserstein, jensen-shannon, … or any." },
  options,
  example: {
    rule: "as-sure: { confidence-drift: wasserstein, at-most: 0.02 }",
    met: "confidences of this month that moved by 0.004 on average",
    notMet: "confidences of this month that moved by 0.09 on average",
  },
  needs: ["drift", "table"],
  tablesFor: () => ["reference", "current"],
  parts: [{ ...driftWords, of: (input) => columnsOfDrift(ruleOf(input), input.evidence) }],

  plain: (methods, asked) =>
    `drift of the model's confidence by ${listed(methods, "or")} is at most ${shownNumber(asked["at-most"]?.value ?? NaN)}`,

  evaluate: (input) => judgeDrift(ruleOf(input), input),
});

function ruleOf({ subject: methods, options: asked, evidence }: Input): DriftRule {
  const binning = driftBinning(asked.binning);
  const bins = asked.bins ?? null;
  return {
    methods,
    bounds: { atMost: asked["at-most"]?.value ?? null, minSamples: asked["min-samples"] ?? null },
    allowedOver: null,
    maxAge: asked["max-age"] ?? null,
    binning,
    bins,
    isAsked: ({ column, method }) =>
      column !== null &&
      isConfidence(column) &&
      (methods.includes("any") || methods.some((name) => method === (canonicalDriftMethod(name) ?? name))),
    computes: () => false,
    computed: (method) => confidenceDriftOfTables(evidence, { method, binning, bins }),
  };
}
