import type { Adapter } from "../model/adapter.js";
import { kubernetesFormat } from "./families/kubernetes.js";
import { manifestStatements } from "./families/rollout-manifest.js";

/** A Canary of Flagger. */
export const flaggerCanary: Adapter = {
  id: "flagger-canary",
  title: "Flagger `Canary`",
  definedAt: "https://docs.flagger.app/usage/how-it-works",
  versions: "flagger.app/v1beta1",
  reads:
    "The kind of release, the shares that the new version gets, and the metrics that its analysis watches. One that skips its analysis is rolled out at once.",
  leaves: "Limits of the analysis, which are no measurements; webhooks, and how the service is exposed.",
  syntax: ["yaml", "json"],
  gives: ["rollout", "model"],
  recognises: (file) => kubernetesFormat(file) === "flagger-canary",
  read: manifestStatements,
};
