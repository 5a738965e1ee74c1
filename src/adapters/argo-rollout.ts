import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A Rollout, alone or with other objects in the same stream. */
export const argoRollout: Adapter = {
  id: "argo-rollout",
  title: "Argo Rollouts `Rollout`",
  definedAt: "https://argo-rollouts.readthedocs.io/en/stable/features/specification/",
  versions: "argoproj.io/v1alpha1",
  reads:
    "Canary or blue-green with its steps, the first share of the traffic, the analyses that it names, kept revisions, and each container's image, resources and probes.",
  leaves: "Traffic routing, anti-affinity, and services.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "argo-rollout",
  read: manifestStatements,
};
