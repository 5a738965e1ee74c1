import { strategies, type Rollout } from "../judging/rollout.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownNumber } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Verdict } from "../model/finding.js";

interface Asked {
  readonly allowed: readonly string[];
  readonly share: number | undefined;
  readonly analysis: boolean;
}

export const rolloutStrategy = defineCheck({
  id: "rollout-strategy",
  area: "deployment",
  title: "A new version is rolled out as agreed",
  why: "What reaches everybody at once fails for everybody at once.",
  mend: "Roll it out by a strategy that the policy names, and let an analysis stop it.",
  whenNot: "For models that run in batches, which nobody calls.",
  subject: {
    kind: "texts",
    description: "Strategies that are allowed.",
    choices: [
      "canary",
      "blue-green",
      "shadow",
      "ab-test",
      "traffic-split",
      "experiment",
      "rolling-update",
      "recreate",
      "all-at-once",
    ],
  },
  options: {
    "traffic-at-most": {
      kind: "proportion",
      description: "The largest share of the traffic that it may get at first.",
    },
    analysis: { kind: "flag", description: "True asks that the roll-out names the analyses that judge it." },
  },
  example: {
    rule: "slowly: { rollout-strategy: [canary], traffic-at-most: 10% }",
    met: "an InferenceService with canaryTrafficPercent: 10",
    notMet: "an InferenceService with canaryTrafficPercent: 100",
  },
  needs: ["rollout"],

  plain: (allowed, asked) =>
    [
      `a new version is rolled out by ${listed(allowed, "or")}`,
      asked["traffic-at-most"] === undefined
        ? ""
        : `, with at most ${shownNumber(asked["traffic-at-most"] * 100)} % of the traffic at first`,
      asked.analysis === true ? ", and an analysis judges it" : "",
    ].join(""),

  evaluate({ subject: allowed, options, evidence }) {
    const broken = brokenFor(evidence, "rollout")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const stated = strategies(evidence);
    if (stated.length === 0)
      return [
        missing(
          evidence.of("rollout").length === 0
            ? "no manifest says how the model is rolled out"
            : "the manifests say what serves the model, and not how a new version is rolled out",
          "commit the manifest that rolls it out, with its strategy",
          null,
          evidence
            .of("rollout")
            .slice(0, 5)
            .map(({ source }) => source),
        ),
      ];
    const asked = { allowed, share: options["traffic-at-most"], analysis: options.analysis === true };
    return stated.map((rollout) => ({ ...judge(rollout, asked), sources: [rollout.source] }));
  },
});

function judge(rollout: Rollout, { allowed, share, analysis }: Asked): Omit<Verdict, "sources"> {
  const subject = rollout.source.path;
  const strategy = rollout.strategy ?? "";
  if (!allowed.includes(strategy))
    return { subject, outcome: "not-met", message: `it is rolled out by ${strategy}, not by ${listed(allowed, "or")}` };
  if (analysis && (rollout.analysis ?? []).length === 0)
    return { subject, outcome: "not-met", message: `the ${strategy} names no analysis that could stop it` };
  if (share === undefined) return { subject, outcome: "met", message: `it is rolled out by ${strategy}` };
  if (rollout.traffic === null)
    return {
      subject,
      outcome: "missing",
      message: `the ${strategy} does not say what share of the traffic it gets at first`,
    };
  const shown = `the ${strategy} gets ${shownNumber(rollout.traffic)} % of the traffic at first`;
  return rollout.traffic <= share * 100
    ? { subject, outcome: "met", message: shown }
    : { subject, outcome: "not-met", message: `${shown}, at most ${shownNumber(share * 100)} %` };
}
