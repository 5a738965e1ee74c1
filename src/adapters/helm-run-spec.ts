import type { Adapter } from "../model/adapter.js";
import { isRunSpec, runSpecStatement } from "./families/helm.js";

/** What a run of HELM was asked to do. */
export const helmRunSpec: Adapter = {
  id: "helm-run-spec",
  title: "HELM run specification",
  definedAt: "https://crfm-helm.readthedocs.io/en/latest/tutorial/",
  versions: "0.2 to 0.5, from the schema, not seen",
  reads: "The run with its model, scenario, number of trials and greatest number of instances.",
  leaves: "Prompts, metrics that are asked for and data augmentation.",
  syntax: ["json"],
  gives: ["run"],
  recognises: ({ value }) => isRunSpec(value),
  read: ({ value }) => [runSpecStatement(value)],
};
