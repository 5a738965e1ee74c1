import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A service of Knative. */
export const knativeService: Adapter = {
  id: "knative-service",
  title: "Knative `Service`",
  definedAt: "https://knative.dev/docs/serving/traffic-management/",
  versions: "from the documentation of v1, not seen",
  reads: "Shares of the traffic by revision, images, resources and probes.",
  leaves: "Autoscaling.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "knative-service",
  read: manifestStatements,
};
