import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** Kubernetes' own workloads. */
export const kubernetesManifest: Adapter = {
  id: "kubernetes-manifest",
  title: "Kubernetes manifest",
  definedAt: "https://kubernetes.io/docs/reference/kubernetes-api/",
  versions: "apps/v1, batch/v1, autoscaling/v2, policy/v1, from the documentation, not seen",
  reads:
    "How a workload is rolled out where it says so, each container's image, resources and probes, replicas, and limits of autoscaling and disruption.",
  leaves: "Services, configuration and secrets.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "kubernetes-manifest",
  read: manifestStatements,
};
