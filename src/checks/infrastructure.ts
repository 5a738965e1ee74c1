import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";

const probes = ["readiness", "liveness", "startup", "healthcheck"];
const asked = [...probes, "replicas", "non-root", "infra-validation"];

export const infrastructure = defineCheck({
  id: "infrastructure",
  area: "monitoring",
  title: "What serves the model is watched, and one of it may fail",
  why: "A server that nobody asks whether it lives serves errors until somebody complains.",
  mend: "Write the probes, the replicas and the user into the manifest; commit the verdict of the infrastructure test.",
  whenNot: "For models that run in batches.",
  subject: {
    kind: "texts",
    description:
      "What must be there: probes (readiness, liveness, startup, healthcheck), replicas, non-root (an image's own USER), infra-validation (a verdict such as INFRA_BLESSED).",
    choices: asked,
  },
  options: {
    "min-replicas": { kind: "count", description: "The fewest replicas, for `replicas`: 2 by default." },
  },
  example: {
    rule: "watched: { infrastructure: [readiness, replicas], min-replicas: 2 }",
    met: "a Deployment of three replicas whose containers have readiness probes",
    notMet: "a Deployment of one replica",
  },
  needs: ["rollout", "check"],

  plain: (names, options) =>
    `what serves the model has its ${listed(names)}${names.includes("replicas") ? ` (at least ${options["min-replicas"] ?? 2})` : ""}`,

  evaluate: ({ subject: names, options, evidence }) =>
    names.map((name) => {
      if (name === "non-root") return judgeCheck(evidence, name, isUserCheck, "no Dockerfile says as whom it runs");
      if (name === "infra-validation")
        return judgeCheck(evidence, name, isBlessing, "no test of the infrastructure reports its verdict");
      const broken = brokenFor(evidence, "rollout")[0];
      if (broken !== undefined) return unreadableFile(broken, name);
      return name === "replicas" ? judgeReplicas(evidence, options["min-replicas"] ?? 2) : judgeProbe(evidence, name);
    }),
});

const isUserCheck = ({ name, format }: FactOf<"check">): boolean =>
  name === "runs without root" && format === "dockerfile";

const isBlessing = ({ name }: FactOf<"check">): boolean => name === "infrastructure blessing";

function judgeCheck(
  evidence: Evidence,
  subject: string,
  isAsked: (check: FactOf<"check">) => boolean,
  none: string,
): Verdict {
  const found = evidence.of("check").filter(isAsked);
  const worst = found.find(({ passed }) => passed === false) ?? found.find(({ passed }) => passed === null) ?? found[0];
  if (worst === undefined) return missing(none, "commit it below the model's folder", subject);
  const message = worst.message ?? `${worst.name}: ${String(worst.observed ?? worst.passed)}`;
  const sources = [worst.source];
  if (worst.passed === null)
    return { subject, outcome: "unreadable", message, mend: "say it in the file itself", sources };
  return { subject, outcome: worst.passed ? "met" : "not-met", message, sources };
}

function judgeProbe(evidence: Evidence, subject: string): Verdict {
  const parts = evidence.of("rollout").filter(({ probes: stated }) => stated !== null);
  if (parts.length === 0)
    return missing("no manifest says what serves the model", "commit the manifest that serves it", subject);
  const without = parts.filter(({ probes: stated }) => stated?.includes(subject) !== true);
  if (without.length === 0)
    return {
      subject,
      outcome: "met",
      message: `every part has its ${subject} probe`,
      sources: parts.slice(0, 5).map(({ source }) => source),
    };
  return {
    subject,
    outcome: "not-met",
    message: `${without[0]?.image ?? "a part"} has no ${subject} probe`,
    sources: without.slice(0, 20).map(({ source }) => source),
  };
}

/** What an autoscaler keeps at least outweighs what the workload starts with. */
function judgeReplicas(evidence: Evidence, fewest: number): Verdict {
  const subject = "replicas";
  const stated = ["minReplicas", "replicas"].flatMap((key) =>
    evidence.of("rollout").flatMap(({ resources, source }) => {
      const amount = resources !== null && Object.hasOwn(resources, key) ? resources[key] : undefined;
      return typeof amount === "number" ? [{ amount, key, source }] : [];
    }),
  );
  const scaled = stated.filter(({ key }) => key === "minReplicas");
  const judged = scaled.length > 0 ? scaled : stated;
  const least = [...judged].sort((a, b) => a.amount - b.amount)[0];
  if (least === undefined)
    return missing("no manifest says how many replicas there are", "write the replicas into it", subject);
  const message = `${least.key} is ${least.amount}, at least ${fewest}`;
  return { subject, outcome: least.amount >= fewest ? "met" : "not-met", message, sources: [least.source] };
}
