import { judgeAge } from "../judging/age.js";
import { servedByStage, servedModel } from "../judging/served-model.js";
import { brokenFor } from "../judging/selection.js";
import { unreadableFile } from "../judging/verdict.js";
import { shownSpan } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";

export const modelAge = defineCheck({
  id: "model-age",
  area: "retraining",
  title: "The model is not older than agreed",
  why: "Data and behaviour move on; a model that nobody renews decays silently.",
  mend: "Train and evaluate anew, or agree on a longer age in a reviewed change to the policy.",
  whenNot: "For models of a world that stands still, such as optical character recognition of one font.",
  subject: { kind: "duration", description: "The oldest age that still meets the rule, such as 90d." },
  options: {
    version: { kind: "text", description: "The version that serves, where the evidence lists several." },
  },
  example: {
    rule: "young-enough: { model-age: 90d }",
    met: "an MLmodel file created last month",
    notMet: "an MLmodel file created last year",
  },
  needs: ["model", "run"],
  parts: [
    {
      one: "model",
      several: "models",
      of: ({ options, evidence, model }) => (options.version === undefined ? servedByStage(evidence, model) : []),
    },
  ],

  plain: (oldest) => `the model is not older than ${shownSpan(oldest)}`,

  evaluate({ subject: oldest, options, evidence, model, now, history }) {
    const broken = brokenFor(evidence, "model")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const served = servedModel(evidence, model, options.version ?? null);
    if (served.kind === "verdict") return [served.verdict];
    const dated = { at: served.created, source: served.source };
    return [
      { ...judgeAge([dated], oldest, now, "the model", history), subject: null, mend: "train and evaluate anew" },
    ];
  },
});
