import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { driftBinning, tableOptions } from "../judging/drift-options.js";
import { columnsOfDrift, driftWords } from "../judging/drift-parts.js";
import { judgeDrift, type DriftRule } from "../judging/drift-rule.js";
import { listed, shownNumber, shownSpan } from "../judging/wording.js";

const options = {
  "at-most": {
    kind: "quantity",
    description: "The largest score that meets the rule; without it the tool's own verdict is judged.",
  },
  "for-each": { kind: "text", description: "column: a finding for each column.", choices: ["column"] },
  "allowed-over": {
    kind: "proportion",
    description: "The share of columns that may be over the bound; one finding for the model.",
  },
  "max-age": { kind: "duration", description: "The oldest report that counts." },
  "min-samples": {
    kind: "count",
    description: "Current rows below which a score is inconclusive, where the report states them.",
  },
  ...tableOptions,
  scope: {
    kind: "text",
    description: "Only drift of this scope.",
    choices: ["column", "dataset", "prediction", "target", "concept", "attribution", "performance"],
  },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;
type Drift = FactOf<"drift">;

export const drift = defineCheck({
  id: "drift",
  area: "monitoring",
  title: "Inputs have not drifted",
  why: "A model is only known to be good on data like those it was tested on.",
  mend: "Look at the column's source; mend the feed, or train on what now arrives.",
  whenNot: "Drift is judged by its size: for tests that give only p-values, choose a distance in the tool.",
  subject: {
    kind: "texts",
    description:
      "The method of the score (psi, wasserstein-normed, jensen-shannon, …), any, or share for the share of drifted columns. Without a report psi, ks, chi-square, cramers-v, jensen-shannon, hellinger, wasserstein and wasserstein-normed are computed from reference and current tables.",
  },
  options,
  example: {
    rule: "stable-inputs: { drift: psi, for-each: column, at-most: 0.2, allowed-over: 10% }",
    met: "one of twelve columns over 0.2",
    notMet: "three of ten columns over 0.2",
  },
  needs: ["drift", "table"],
  tablesFor: () => ["reference", "current"],
  parts: [{ ...driftWords, of: (input) => columnsOfDrift(ruleOf(input), input.evidence) }],
  looksAt: (methods) => ({ datasetDriftOnly: methods.every((method) => method === "share") }),

  plain(methods, asked) {
    const bound =
      asked["at-most"] === undefined
        ? "is not flagged by the tool"
        : `is at most ${shownNumber(asked["at-most"].value)}`;
    const over =
      asked["allowed-over"] === undefined
        ? ""
        : `, but for ${shownNumber(asked["allowed-over"] * 100)} % of the columns`;
    const age = asked["max-age"] === undefined ? "" : `, in a report not older than ${shownSpan(asked["max-age"])}`;
    const scope = asked.scope === undefined ? "" : ` of the ${asked.scope}`;
    const each = asked["for-each"] === undefined ? "" : ", column by column";
    return `drift${scope} by ${listed(methods, "or")} ${bound}${each}${over}${age}`;
  },

  evaluate: (input) => judgeDrift(ruleOf(input), input),
});

function ruleOf(input: Input): DriftRule {
  const { options: asked, subject: methods } = input;
  return {
    methods,
    bounds: { atMost: asked["at-most"]?.value ?? null, minSamples: asked["min-samples"] ?? null },
    allowedOver: asked["allowed-over"] ?? null,
    maxAge: asked["max-age"] ?? null,
    binning: driftBinning(asked.binning),
    bins: asked.bins ?? null,
    isAsked: (fact) => isAsked(fact, input),
    computes: (scope) => asked.scope === undefined || asked.scope === scope,
  };
}

function isAsked(fact: Drift, { subject: methods, options: asked }: Input): boolean {
  if (asked.scope !== undefined && fact.scope !== asked.scope) return false;
  if (methods.includes("share")) return fact.scope === "dataset" && fact.share !== null;
  if (asked["for-each"] === "column" && (fact.scope === "dataset" || fact.column === null)) return false;
  if (methods.includes("any"))
    return (
      asked.scope !== undefined || asked["for-each"] !== undefined || fact.scope !== "dataset" || fact.share === null
    );
  return methods.some(
    (method) => fact.method !== null && (fact.method === method || canonicalDriftMethod(method) === fact.method),
  );
}
