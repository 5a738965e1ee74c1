import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { isRecord } from "../read/shape.js";
import { isDeclaredInDvc } from "./families/dvc.js";
import { flatParameters } from "./families/parameters.js";

/** `params.yaml` is what every stage's parameters come from unless it says otherwise. */
const isDefault = (file: EvidenceFile): boolean =>
  file.name === "params.yaml" && (file.neighbour("dvc.yaml") !== null || file.neighbour("dvc.lock") !== null);

/** Parameters of a DVC pipeline. */
export const dvcParams: Adapter = {
  id: "dvc-params",
  title: "DVC parameters (`params.yaml`)",
  definedAt: "https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#parameters",
  versions: "DVC 2.x to 3.67.1",
  reads: "The parameters, nested ones joined by dots.",
  leaves: "Which stage uses which: the lock file states that.",
  syntax: ["yaml", "json", "toml"],
  gives: ["run"],
  fallback: true,
  recognises: (file) => isRecord(file.value) && (isDefault(file) || isDeclaredInDvc(file, "params")),
  read: ({ value }) => [{ kind: "run", params: flatParameters(value), where: { pointer: "" } }],
};
