import type { Adapter } from "../model/adapter.js";
import { isCanaryIngress } from "./families/ingress-canary.js";
import { kubernetesFormat, kubernetesObjects } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** An Ingress that Ingress-NGINX takes for the canary of another. */
export const nginxIngressCanary: Adapter = {
  id: "nginx-ingress-canary",
  title: "Ingress-NGINX canary `Ingress`",
  definedAt: "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary",
  versions: "networking.k8s.io/v1 and v1beta1, extensions/v1beta1, from the documentation, not seen",
  reads: "The share of requests that the canary takes, out of its total, and the service that it leads to.",
  leaves: "Headers and cookies that choose the canary, whose share is unknown; every Ingress that is no canary.",
  syntax: ["yaml", "json"],
  gives: ["rollout"],
  recognises: (file) =>
    !file.broken && kubernetesFormat(file) === null && kubernetesObjects(file).some(isCanaryIngress),
  read: manifestStatements,
};
