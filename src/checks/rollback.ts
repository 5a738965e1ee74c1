import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Baseline, Evidence } from "../model/evidence.js";
import type { FactCommon } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";

/** What must be there of the version that one would go back to, and where it is sought. */
const parts = {
  artifact: (before: Evidence): readonly FactCommon[] =>
    before.of("model").filter(({ artifact_digest: digest, version, run }) => (digest ?? version ?? run) !== null),
  card: (before: Evidence): readonly FactCommon[] => before.of("card"),
  evidence: (before: Evidence): readonly FactCommon[] => before.of("measurement").filter(({ claimed }) => !claimed),
} as const;

type Part = keyof typeof parts;

const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

const lacks: Readonly<Record<Part, string>> = {
  artifact: "nothing names its artifact by digest, version or run",
  card: "it has no card",
  evidence: "no evaluation of it is there",
};

export const rollback = defineCheck({
  id: "rollback",
  area: "deployment",
  title: "The previous version is there to go back to",
  why: "A way back that was never kept is found missing on the worst day.",
  mend: "Keep the previous version's artifact, card and evaluation, and name in the manifest what to go back to.",
  whenNot: "For the first version of a model, which has nothing behind it.",
  subject: {
    kind: "texts",
    description:
      "What must be there: target (a manifest names or keeps what to go back to), artifact, card, evidence (of the previous version).",
    choices: ["target", "artifact", "card", "evidence"],
  },
  options: {
    against: { kind: "text", description: "The previous version: champion (by default), base, release, or a path." },
  },
  example: {
    rule: "way-back: { rollback: [target, artifact, card, evidence] }",
    met: "a canary that names its primary, and a champion with card, digest and evaluation",
    notMet: "a champion without a card",
  },
  needs: ["rollout", "model", "card", "measurement"],

  plain: (names) =>
    `the ${listed(names)} of the previous version ${names.length === 1 ? "is" : "are"} there to go back to`,

  evaluate({ subject: names, options, evidence, baseline }) {
    const before = names.some(isPart) ? baseline(options.against ?? "champion") : null;
    return names.map((name) => (isPart(name) && before !== null ? judgePart(name, before) : judgeTarget(evidence)));
  },
});

function judgeTarget(evidence: Evidence): Verdict {
  const subject = "target";
  const broken = brokenFor(evidence, "rollout")[0];
  if (broken !== undefined) return unreadableFile(broken, subject);
  const rollouts = evidence.of("rollout");
  const target = rollouts.find(({ rollback_target: named }) => named !== null);
  if (target !== undefined)
    return {
      subject,
      outcome: "met",
      message: `it can go back to ${target.rollback_target ?? ""}`,
      sources: [target.source],
    };
  if (rollouts.length === 0)
    return missing("no manifest says how the model is rolled out", "commit the manifest that rolls it out", subject);
  return {
    subject,
    outcome: "not-met",
    message: "no manifest names or keeps what to go back to",
    sources: rollouts.slice(0, 5).map(({ source }) => source),
  };
}

function judgePart(name: Part, before: Baseline): Verdict {
  if (before.kind === "absent") return missing(before.why, before.mend, name);
  if (before.kind !== "evidence") return { subject: name, outcome: "not-applicable", message: before.why, sources: [] };
  const kind = name === "artifact" ? "model" : name === "card" ? "card" : "measurement";
  const broken = brokenFor(before.evidence, kind)[0];
  if (broken !== undefined) return unreadableFile(broken, name);
  const found = parts[name](before.evidence)[0];
  if (found === undefined)
    return { subject: name, outcome: "not-met", message: `${before.label}: ${lacks[name]}`, sources: [] };
  return { subject: name, outcome: "met", message: `${before.label} has it`, sources: [found.source] };
}
