import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A route of the Gateway API, alone or with other objects in the same stream. */
export const gatewayApiRoute: Adapter = {
  id: "gateway-api-route",
  title: "Gateway API `HTTPRoute` and its kin",
  definedAt: "https://gateway-api.sigs.k8s.io/reference/spec/#httproute",
  versions:
    "gateway.networking.k8s.io/v1alpha2, v1beta1 and v1: `HTTPRoute`, `GRPCRoute`, `TLSRoute`, `TCPRoute`, `UDPRoute`, and `AIGatewayRoute` of Envoy AI Gateway, from the documentation, not seen",
  reads:
    "Of each rule that splits the traffic between backends, their weights and the share of the new one; mirroring.",
  leaves: "Matches, other filters, timeouts and gateways; a rule with one backend alone, which tells of no roll-out.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "gateway-api-route",
  read: manifestStatements,
};
