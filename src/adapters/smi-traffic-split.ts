import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A TrafficSplit of the Service Mesh Interface, as Linkerd and others took it. */
export const smiTrafficSplit: Adapter = {
  id: "smi-traffic-split",
  title: "Service Mesh Interface `TrafficSplit`",
  definedAt: "https://github.com/servicemeshinterface/smi-spec/blob/main/apis/traffic-split/v1alpha4/traffic-split.md",
  versions: "split.smi-spec.io/v1alpha1 to v1alpha4, from the documentation, not seen",
  reads: "The services that share the traffic, their weights, and the share of the new one.",
  leaves: "Matches on routes.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "smi-traffic-split",
  read: manifestStatements,
};
