import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** Objects of the second version of Seldon Core. */
export const seldonModel: Adapter = {
  id: "seldon-model",
  title: "Seldon Core 2 `Model`, `Experiment`, `Pipeline`",
  definedAt: "https://docs.seldon.ai/seldon-core-2",
  versions: "from the documentation of v1alpha1, not seen",
  reads: "The model with its address and memory; an experiment's shares of the traffic.",
  leaves: "Steps of pipelines.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "seldon-model",
  read: manifestStatements,
};
