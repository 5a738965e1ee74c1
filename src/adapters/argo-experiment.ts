import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** Replica sets side by side. */
export const argoExperiment: Adapter = {
  id: "argo-experiment",
  title: "Argo Rollouts `Experiment`",
  definedAt: "https://argo-rollouts.readthedocs.io/en/stable/features/experiment/",
  versions: "argoproj.io/v1alpha1",
  reads: "The images that run side by side, and the analyses that judge them.",
  leaves: "How long it runs.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "argo-experiment",
  read: manifestStatements,
};
