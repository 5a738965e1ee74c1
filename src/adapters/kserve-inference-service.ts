import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A service of KServe, or of KFServing before it. */
export const kserveInferenceService: Adapter = {
  id: "kserve-inference-service",
  title: "KServe `InferenceService` and `InferenceGraph`",
  definedAt: "https://kserve.github.io/website/docs/reference/crd-api",
  versions: "v1beta1 and InferenceGraph v1alpha1; v1alpha2 and serving.kubeflow.org from the documentation, not seen",
  reads:
    "The canary's share (an absent one is the whole traffic), the rolling update, logging of requests, resources and images of predictor, transformer and explainer, and the model's address and framework.",
  leaves: "Autoscaling targets, and the arguments of the servers.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "kserve-inference-service",
  read: manifestStatements,
};
