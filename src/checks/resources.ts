import { partName, servingParts } from "../judging/rollout.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";

/** True where a part states a resource: `requests`, or `requests.memory` exactly. */
const states = (resources: Readonly<Record<string, unknown>> | null, asked: string): boolean =>
  Object.keys(resources ?? {}).some((name) => name === asked || name.startsWith(`${asked}.`));

export const resources = defineCheck({
  id: "resources",
  area: "deployment",
  title: "What serves the model states its resources",
  why: "A server without a limit takes its neighbours down; one without a request is the first to be put out.",
  mend: "Write requests and limits of cpu and memory into the manifest.",
  whenNot: "Where the platform sets them for every workload.",
  subject: {
    kind: "texts",
    description: "Resources that each part must state: requests, limits, requests.memory, limits.nvidia.com/gpu, …",
  },
  options: {},
  example: {
    rule: "bounded: { resources: [requests.cpu, limits.memory] }",
    met: "a container with requests.cpu and limits.memory",
    notMet: "a container without limits",
  },
  needs: ["rollout"],

  plain: (asked) => `every part that serves the model states its ${listed(asked)}`,

  evaluate({ subject: asked, evidence }) {
    const broken = brokenFor(evidence, "rollout")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const parts = servingParts(evidence).filter((part) => part.resources !== null);
    if (parts.length === 0)
      return [missing("no manifest says what serves the model", "commit the manifest that serves it")];
    const judged = parts.filter((part) => part.image !== null || part.probes !== null || !isScaling(part.resources));
    if (judged.length === 0)
      return [missing("the manifests scale what serves the model, and do not say what it is", "commit its manifest")];
    return judged.map((part) => {
      const lacking = asked.filter((name) => !states(part.resources, name));
      const sources = [part.source];
      return lacking.length === 0
        ? { subject: partName(part), outcome: "met" as const, message: `it states ${listed(asked)}`, sources }
        : {
            subject: partName(part),
            outcome: "not-met" as const,
            message: `it states no ${listed(lacking, "or")}`,
            sources,
          };
    });
  },
});

const scaling = new Set(["minReplicas", "maxReplicas", "minAvailable", "maxUnavailable"]);

/** A fact of an autoscaler or a disruption budget: it serves nothing itself. */
const isScaling = (stated: Readonly<Record<string, unknown>> | null): boolean => {
  const names = Object.keys(stated ?? {});
  return names.length > 0 && names.every((name) => scaling.has(name));
};
