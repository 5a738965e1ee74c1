import type { Adapter } from "../model/adapter.js";
import { helmStatements, isStats } from "./families/helm.js";

/** What HELM measured in one run. */
export const helmStats: Adapter = {
  id: "helm-stats",
  title: "HELM statistics",
  definedAt: "https://crfm-helm.readthedocs.io/en/latest/tutorial/",
  versions: "0.2 to 0.5, from the schema, not seen",
  reads:
    "The mean of each metric with its split and, as the way it was taken, its perturbation; the instances behind it; the scenario, from `run_spec.json` beside it or the folder's name, as the data set.",
  leaves: "Counts of tokens and prompts; variances, which are over trials and not over instances.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isStats(value),
  read: helmStatements,
};
