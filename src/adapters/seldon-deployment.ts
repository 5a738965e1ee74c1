import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A deployment of the first version of Seldon Core. */
export const seldonDeployment: Adapter = {
  id: "seldon-deployment",
  title: "Seldon Core `SeldonDeployment`",
  definedAt: "https://docs.seldon.io/projects/seldon-core/en/latest/reference/seldon-deployment.html",
  versions: "from the documentation of v1 and v1alpha2, not seen",
  reads:
    "Predictors with their share of the traffic, shadows, images and resources, the models of the graph, and logging.",
  leaves: "The shape of the graph, and explainers.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "seldon-deployment",
  read: manifestStatements,
};
