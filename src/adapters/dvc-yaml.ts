import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, text } from "../read/shape.js";
import { roleOfPath } from "./families/data-role.js";

const topLevel = new Set(["stages", "metrics", "params", "plots", "artifacts", "datasets", "vars"]);

const isStage = (stage: Value): boolean =>
  hasKeys(stage, "cmd") || hasKeys(stage, "foreach") || hasKeys(stage, "matrix") || hasKeys(stage, "do");

function isPipeline(name: string, value: Value | undefined): boolean {
  if (!isRecord(value) || hasKeys(value, "schema")) return false;
  const keys = members(value).map(([key]) => key);
  if (!keys.every((key) => topLevel.has(key))) return false;
  const stages = members(member(value, "stages"));
  return stages.length > 0 ? stages.every(([, stage]) => isStage(stage)) : name.endsWith("dvc.yaml") && keys.length > 0;
}

const artifactStatements = (artifacts: Value | undefined): readonly Statement[] =>
  members(artifacts).flatMap(([name, artifact]): Statement[] => {
    const where = { pointer: pointer("/artifacts", name) };
    const location = text(member(artifact, "path")) ?? null;
    if (member(artifact, "type") === "dataset") return [{ kind: "dataset", name, location, where }];
    if (member(artifact, "type") !== "model") return [];
    return [{ kind: "model", name, framework: text(member(member(artifact, "meta"), "framework")) ?? null, where }];
  });

const datasetStatements = (datasets: Value | undefined): readonly Statement[] =>
  (list(datasets) ?? []).flatMap((dataset, index): Statement[] => {
    const name = text(member(dataset, "name"));
    if (name === undefined) return [];
    const location = text(member(dataset, "url")) ?? null;
    return [
      { kind: "dataset", name, role: roleOfPath(name), location, where: { pointer: pointer("/datasets", index) } },
    ];
  });

/** A pipeline of DVC: what is to run, and which files hold its results. */
export const dvcYaml: Adapter = {
  id: "dvc-yaml",
  title: "DVC pipeline (`dvc.yaml`)",
  definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files",
  versions: "DVC 2.x to 3.67.1; `datasets` from the schema, not seen",
  reads: "Models and data sets that it declares by name. The files that it declares as metrics are read as such.",
  leaves: "Stages and plots: a pipeline holds no results.",
  syntax: ["yaml"],
  gives: ["model", "dataset"],
  recognises: ({ name, value }) => isPipeline(name, value),
  read: ({ value }) => [
    ...artifactStatements(member(value, "artifacts")),
    ...datasetStatements(member(value, "datasets")),
  ],
};
