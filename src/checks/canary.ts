import { experimentOptions, experimentParts, judgeExperiments, writtenSplit } from "../judging/experiment-rule.js";
import { listed, shownNumber } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { PlannedSplit } from "../judging/experiment.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  ...experimentOptions,
  traffic: {
    kind: "proportion",
    description: "The share of traffic that the canary should get; what the roll-out states by default.",
  },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

export const canary = defineCheck({
  id: "canary",
  area: "deployment",
  title: "The canary does no harm",
  why: "A canary that is promoted because nothing was seen was often too small for anything to be seen.",
  mend: "Leave the canary where it is until its interval is narrow enough, or take it back.",
  whenNot: "To show that a model is better and not only no worse, ask `ab-test`.",
  subject: { kind: "texts", description: "The experiment's name, several, or any." },
  options,
  bounds: ["may-lose", "change-at-least"],
  example: {
    rule: "safe-canary: { canary: any, may-lose: 0.002, lower-is-better: true, traffic: 5% }",
    met: "0.41 % errors in 3,000,000 requests to the canary and 0.40 % beside it",
    notMet: "a canary of which 1.2 % fail, against 0.4 %",
  },
  needs: ["experiment", "rollout"],
  parts: [
    experimentParts,
    {
      one: "share of traffic",
      several: "shares of traffic",
      of: ({ options: asked, evidence }) =>
        asked.split === undefined && asked.traffic === undefined
          ? evidence
              .of("rollout")
              .filter(({ traffic }) => traffic !== null)
              .map(({ source }) => ({ name: "that the roll-out plans", source, exchanged: true }))
          : [],
    },
  ],

  plain: (names, asked) =>
    `the canary ${names.includes("any") ? "" : `${listed(names)} `}is shown to be no more than ${shownNumber(asked["may-lose"]?.value ?? 0)} worse than what serves beside it${asked.traffic === undefined ? "" : `, on ${shownNumber(asked.traffic * 100)} % of the traffic`}`,

  evaluate: (input) =>
    judgeExperiments(input, input.subject, input.options, (experiment) => splitOf(experiment, input)),
});

/** The planned split of a canary: what the rule writes, or the share of traffic that the rule or the roll-out names. */
function splitOf({ arms }: FactOf<"experiment">, { options: asked, evidence }: Input): PlannedSplit | null {
  const written = writtenSplit(asked.split);
  if (written !== null) return written;
  const stated = new Set(evidence.of("rollout").flatMap(({ traffic }) => traffic ?? []));
  const [only] = stated;
  const share = asked.traffic ?? (stated.size === 1 && only !== undefined ? only / 100 : null);
  if (share === null || arms.length !== 2) return null;
  const canaryArm =
    asked.treatment ?? arms.find(({ name }) => /canary|treatment|candidate|challenger|new/i.test(name))?.name;
  if (canaryArm === undefined) return null;
  return {
    shares: new Map(arms.map(({ name }) => [name, name === canaryArm ? share : 1 - share])),
    assumed: false,
  };
}
