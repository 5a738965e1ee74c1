import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, isRecord, list, member, members, number, scalarText, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { containersOf, rolledOut } from "./pod-spec.js";
import { keptRevisions } from "./workload.js";

/** Templates that an analysis names, in today's list and in the single name of older versions. */
function templatesOf(analysis: Value | undefined): readonly string[] {
  const named = [
    text(member(analysis, "templateName")),
    ...(list(member(analysis, "templates")) ?? []).map((template) => text(member(template, "templateName"))),
  ];
  return named.filter((name) => name !== undefined);
}

/** A step: the weight that it sets, or what it does. */
function stepOf(step: Value): string | number {
  const weight = number(member(step, "setWeight"));
  if (weight !== undefined) return weight;
  const [name = "step", value] = members(step)[0] ?? [];
  if (name === "pause") {
    const duration = scalarText(member(value, "duration"));
    return duration === undefined ? "pause" : `pause ${duration}`;
  }
  return name === "analysis" ? `analysis ${templatesOf(value).join(", ")}`.trim() : name;
}

function analysesOf(strategy: Value | undefined, steps: readonly Value[]): readonly string[] {
  return [
    ...templatesOf(member(strategy, "analysis")),
    ...["prePromotionAnalysis", "postPromotionAnalysis"].flatMap((key) => templatesOf(member(strategy, key))),
    ...steps.flatMap((step) => templatesOf(member(step, "analysis"))),
    ...steps.flatMap((step) => (list(below(step, "experiment", "analyses")) ?? []).flatMap(templatesOf)),
  ];
}

/** A Rollout. It is a canary or blue-green by its strategy, whatever its images are called. */
export function rolloutStatements(object: KubernetesObject): Statement[] {
  const strategy = below(object.value, "spec", "strategy");
  const canary = member(strategy, "canary");
  const blueGreen = member(strategy, "blueGreen");
  const parts = containersOf(object, "spec", "template", "spec");
  const rollback_target = keptRevisions(object.value);
  if (canary !== undefined) {
    const steps = list(member(canary, "steps")) ?? [];
    const shown = steps.map(stepOf);
    const analysis = analysesOf(canary, steps);
    return rolledOut(object, parts, {
      fields: {
        strategy: "canary",
        steps: shown,
        traffic: shown.find((step) => typeof step === "number") ?? null,
        analysis,
        rollback_target,
      },
      at: ["spec", "strategy", "canary"],
    });
  }
  if (isRecord(blueGreen))
    return rolledOut(object, parts, {
      fields: {
        strategy: "blue-green",
        steps: member(blueGreen, "autoPromotionEnabled") === false ? ["manual promotion"] : [],
        analysis: analysesOf(blueGreen, []),
        rollback_target,
      },
      at: ["spec", "strategy", "blueGreen"],
    });
  return rolledOut(object, parts, { fields: { rollback_target }, at: null });
}

/** What a template of an analysis measures. It is no result: nothing has been measured yet. */
export function analysisTemplateStatements(object: KubernetesObject): Statement[] {
  const metrics = (list(below(object.value, "spec", "metrics")) ?? []).flatMap((metric) => {
    const name = text(member(metric, "name"));
    return name === undefined ? [] : [name];
  });
  return metrics.length === 0 ? [] : [{ kind: "rollout", analysis: metrics, where: object.where("spec", "metrics") }];
}

/** An Experiment that stands by itself: replica sets side by side, and the analyses that judge them. */
export function experimentStatements(object: KubernetesObject): Statement[] {
  const analysis = (list(below(object.value, "spec", "analyses")) ?? []).flatMap(templatesOf);
  const templates = list(below(object.value, "spec", "templates")) ?? [];
  const parts = templates.flatMap((_, index) => containersOf(object, "spec", "templates", index, "template", "spec"));
  return rolledOut(object, parts, {
    fields: { strategy: "experiment", analysis },
    at: ["spec", "templates"],
  });
}
