import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** How requests for a model are split between adapters or versions of it, in the Gateway API inference extension. */
export const inferenceModel: Adapter = {
  id: "inference-model",
  title: "Gateway API `InferenceModel` and `InferenceModelRewrite`",
  definedAt: "https://gateway-api-inference-extension.sigs.k8s.io/",
  versions: "inference.networking.x-k8s.io/v1alpha2, from the documentation, not seen",
  reads: "The targets of a model's name with their weights, and the share of the new one.",
  leaves: "Pools, endpoint pickers, criticality and objectives; a name with one target alone.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "inference-model",
  read: manifestStatements,
};
