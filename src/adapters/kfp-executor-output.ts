import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, isList, isRecord, list, member, members } from "../read/shape.js";
import { artifactStatements } from "./families/kfp.js";

const isArtifactList = (value: Value): boolean => isList(member(value, "artifacts"));

/** Executors of TensorFlow Extended write the same form, and say so in the metadata. */
const isOfTfx = (artifacts: Value): boolean =>
  members(artifacts).some(([, each]) =>
    (list(member(each, "artifacts")) ?? []).some((artifact) => hasKeys(member(artifact, "metadata"), "tfx_version")),
  );

function isExecutorOutput({ name, value }: EvidenceFile): boolean {
  const [parameters, artifacts] = [member(value, "parameterValues"), member(value, "artifacts")];
  if (artifacts === undefined)
    return isRecord(parameters) && members(value).every(([key]) => key === "parameterValues");
  if (!isRecord(artifacts) || !members(artifacts).every(([, each]) => isArtifactList(each)) || isOfTfx(artifacts))
    return false;
  return isRecord(parameters) || (name === "executor_output.json" && Object.keys(artifacts).length > 0);
}

/** Numbers among a component's output parameters that are metrics by their name; any other number may be anything. */
const parameterStatements = (parameters: Value | undefined): readonly Statement[] =>
  members(parameters).flatMap(([name, value]): Statement[] =>
    typeof value === "number" && interpretMetric(name).known
      ? [{ kind: "measurement", raw_metric: name, value, where: { pointer: pointer("/parameterValues", name) } }]
      : [],
  );

/** What a step of a Kubeflow pipeline gave out. */
export const kfpExecutorOutput: Adapter = {
  id: "kfp-executor-output",
  title: "Kubeflow Pipelines executor output (`executor_output.json`)",
  definedAt: "https://www.kubeflow.org/docs/components/pipelines/user-guides/data-handling/artifacts/",
  versions: "kfp 2.17.0 and 2.17.3; artifacts with their type from the schema, not seen",
  reads:
    "Numbers of metrics artifacts, output parameters that are named as a metric, cells of confusion matrices, models with their framework, and data sets with rows and digest.",
  leaves: "Booleans, other parameters, and the points of ROC curves.",
  syntax: ["json"],
  gives: ["measurement", "dataset", "model"],
  recognises: isExecutorOutput,

  read: ({ value }) => [
    ...parameterStatements(member(value, "parameterValues")),
    ...members(member(value, "artifacts")).flatMap(([name, artifacts]) =>
      (list(member(artifacts, "artifacts")) ?? []).flatMap((artifact, index) =>
        artifactStatements(artifact, pointer("/artifacts", name, "artifacts", index)),
      ),
    ),
  ],
};
