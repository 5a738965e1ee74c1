import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A VirtualService of Istio, alone or with other objects in the same stream. */
export const istioVirtualService: Adapter = {
  id: "istio-virtual-service",
  title: "Istio `VirtualService`",
  definedAt: "https://istio.io/latest/docs/reference/config/networking/virtual-service/",
  versions: "networking.istio.io/v1alpha3, v1beta1 and v1, from the documentation, not seen",
  reads:
    "Of each route that splits the traffic between versions, their weights and the share of the new one; mirroring.",
  leaves: "Matches, faults, retries and gateways; a route to one version alone, which tells of no roll-out.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "istio-virtual-service",
  read: manifestStatements,
};
