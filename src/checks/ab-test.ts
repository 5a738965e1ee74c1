import { assumedEven } from "../judging/experiment.js";
import { experimentOptions, experimentParts, judgeExperiments, writtenSplit } from "../judging/experiment-rule.js";
import { listed, shownNumber } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";

export const abTest = defineCheck({
  id: "ab-test",
  area: "deployment",
  title: "The experiment shows that the new model is good enough",
  why: "Whoever looks at a running test every day and stops when it is significant finds a winner where there is none.",
  mend: "Run the experiment as planned, to its planned end or under an interval that is always valid.",
  whenNot: "For a small share of traffic on a new version, ask `canary`; for metrics on a test set, `metric`.",
  subject: { kind: "texts", description: "The experiment's name, several, or any." },
  options: experimentOptions,
  bounds: ["may-lose", "change-at-least"],
  example: {
    rule: "it-pays: { ab-test: any, change-at-least: 0, split: { control: 0.5, treatment: 0.5 } }",
    met: "5.1 % of 100,000 convert with the old model and 5.7 % of 100,000 with the new one",
    notMet: "57,000 and 43,000 exposures where halves were planned: the experiment is void",
  },
  needs: ["experiment"],
  parts: [experimentParts],

  plain(names, asked) {
    const gain = asked["change-at-least"]?.value;
    const shown =
      gain === undefined
        ? `no more than ${shownNumber(asked["may-lose"]?.value ?? 0)} worse than`
        : gain === 0
          ? "better than"
          : `at least ${shownNumber(gain)} better than`;
    return `the experiment ${names.includes("any") ? "" : `${listed(names)} `}shows the treatment ${shown} the control, judged ${asked.method ?? "always-valid"}, with its traffic split as planned`;
  },

  evaluate: (input) =>
    judgeExperiments(
      input,
      input.subject,
      input.options,
      (experiment) => writtenSplit(input.options.split) ?? assumedEven(experiment),
    ),
});
