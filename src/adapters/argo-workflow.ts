import type { Adapter } from "../model/adapter.js";
import { member, text } from "../read/shape.js";

const kinds = new Set(["Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow"]);

/** A workflow of Argo, such as Kubeflow Pipelines compiles to: what would run, and no result of it. */
export const argoWorkflow: Adapter = {
  id: "argo-workflow",
  title: "Argo workflow",
  definedAt: "https://argo-workflows.readthedocs.io/en/latest/fields/",
  versions: "argoproj.io/v1alpha1",
  reads: "Nothing: a workflow holds no values of a run.",
  leaves: "Steps, images and parameters.",
  syntax: ["yaml", "json"],
  gives: [],
  recognises: ({ value }) =>
    (text(member(value, "apiVersion")) ?? "").startsWith("argoproj.io/") &&
    kinds.has(text(member(value, "kind")) ?? ""),
  read: () => [],
};
