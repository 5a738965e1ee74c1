import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, isRecord, member } from "../read/shape.js";

const isSpecification = (value: Value | undefined): boolean =>
  isRecord(member(value, "root")) &&
  (hasKeys(value, "deploymentSpec") || hasKeys(value, "components")) &&
  (hasKeys(value, "schemaVersion") || hasKeys(value, "pipelineInfo") || hasKeys(value, "sdkVersion"));

/** A component of Kubeflow Pipelines 1: a container with inputs and outputs. */
const isComponent = (value: Value | undefined): boolean => {
  const implementation = member(value, "implementation");
  return (
    (hasKeys(implementation, "container") || hasKeys(implementation, "graph")) &&
    (hasKeys(value, "name") || hasKeys(value, "inputs") || hasKeys(value, "outputs"))
  );
};

/** A pipeline or component as it was compiled: what would run, and no result of a run. */
export const kfpPipeline: Adapter = {
  id: "kfp-pipeline",
  title: "Kubeflow Pipelines pipeline or component",
  definedAt: "https://www.kubeflow.org/docs/components/pipelines/user-guides/core-functions/compile-a-pipeline/",
  versions: "kfp 2.9.0, 2.17.0; components of kfp 1.x and wrapped specifications from the schema, not seen",
  reads: "Nothing: a compiled pipeline holds no values of a run.",
  leaves: "Steps, images, defaults of parameters and conditions.",
  syntax: ["yaml", "json"],
  gives: [],
  recognises: ({ value }) =>
    isSpecification(value) || isSpecification(member(value, "pipelineSpec")) || isComponent(value),
  read: () => [],
};
