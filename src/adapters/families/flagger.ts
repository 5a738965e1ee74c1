import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, isRecord, list, member, number, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";

const mostSteps = 100;

/** The weights that the new version gets, one after another, up to the greatest. */
function weightsOf(analysis: Value | undefined): readonly number[] {
  const listed = (list(member(analysis, "stepWeights")) ?? []).filter((weight) => typeof weight === "number");
  if (listed.length > 0) return listed.slice(0, mostSteps);
  const step = number(member(analysis, "stepWeight"));
  if (step === undefined || !(step > 0)) return [];
  const most = Math.min(number(member(analysis, "maxWeight")) ?? 100, 100);
  const count = Math.min(Math.floor(most / step), mostSteps);
  return Array.from({ length: count }, (_, index) => step * (index + 1));
}

/** Flagger's kinds of release: by matching requests, by mirroring, by iterations, and else by weight. */
function strategyOf(analysis: Value | undefined): string {
  if ((list(member(analysis, "match")) ?? []).length > 0) return "ab-test";
  if (member(analysis, "mirror") === true) return "shadow";
  const weighted =
    number(member(analysis, "stepWeight")) !== undefined || member(analysis, "stepWeights") !== undefined;
  return !weighted && number(member(analysis, "iterations")) !== undefined ? "blue-green" : "canary";
}

const metricsOf = (analysis: Value | undefined): readonly string[] =>
  (list(member(analysis, "metrics")) ?? []).flatMap((metric) => {
    const name = text(member(metric, "name"));
    return name === undefined ? [] : [name];
  });

/** A Canary that skips its analysis is promoted at once: no step is taken, and nothing sends it back. */
const promoted = { strategy: "all-at-once", steps: null, traffic: 100, analysis: [], rollback_target: null } as const;

/** A Canary of Flagger, which goes back to its primary by itself when the analysis fails too often. */
export function canaryStatements(object: KubernetesObject): Statement[] {
  const spec = member(object.value, "spec");
  const key = isRecord(member(spec, "analysis")) ? "analysis" : "canaryAnalysis";
  const analysis = member(spec, key);
  const weights = weightsOf(analysis);
  const iterations = number(member(analysis, "iterations"));
  const target = text(below(spec, "targetRef", "name"));
  const where = object.where(...(analysis === undefined ? ["kind"] : ["spec", key]));
  if (member(spec, "skipAnalysis") === true) return [{ kind: "rollout", ...promoted, where }];
  return [
    {
      kind: "rollout",
      strategy: strategyOf(analysis),
      steps: weights.length > 0 ? weights : iterations === undefined ? null : [`${iterations} iterations`],
      traffic: weights[0] ?? null,
      analysis: metricsOf(analysis),
      rollback_target: target === undefined ? null : `${target}-primary`,
      where,
    },
  ];
}
