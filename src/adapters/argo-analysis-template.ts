import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** Templates of analyses, without a roll-out that uses them. */
export const argoAnalysisTemplate: Adapter = {
  id: "argo-analysis-template",
  title: "Argo Rollouts `AnalysisTemplate`",
  definedAt: "https://argo-rollouts.readthedocs.io/en/stable/features/analysis/",
  versions: "argoproj.io/v1alpha1",
  reads: "The names of the metrics that an analysis would take.",
  leaves: "Providers, queries and conditions: nothing has been measured yet.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "argo-analysis-template",
  read: manifestStatements,
};
