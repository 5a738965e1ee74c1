import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { below, member, text } from "../read/shape.js";
import { isDatasetMeta, isDeleted, isLinkMeta, isRunMeta, runIdOf, writtenText } from "./families/mlflow-store.js";
import { datasetFields, inputRole } from "./families/mlflow-words.js";

/** What a run took in or gave out: the data set with the role it had there. */
export const mlflowRunLink: Adapter = {
  id: "mlflow-run-link",
  title: "MLflow run input or output (`inputs/…/meta.yaml`, `outputs/…/meta.yaml`)",
  definedAt: "https://mlflow.org/docs/latest/ml/dataset/",
  versions: "2.22.5, 3.17.2",
  reads: "For a data set: its name, digest, rows, columns and location, with the role it had in the run.",
  leaves: "Links to models, which the run itself states; links of deleted runs.",
  syntax: ["yaml"],
  gives: ["dataset"],
  recognises: ({ value }) => isLinkMeta(value),

  read(file): readonly Statement[] {
    const run = file.neighbour("../../meta.yaml");
    const id = writtenText(file, "source_id");
    if (member(file.value, "source_type") !== "DATASET" || id === null || !/^[\w-]+$/.test(id)) return [];
    if (run !== null && isRunMeta(run.value) && isDeleted(run)) return [];
    const dataset = file.neighbour(`../../../datasets/${id}/meta.yaml`);
    const known = dataset !== null && isDatasetMeta(dataset.value) ? dataset : null;
    return [
      {
        kind: "dataset",
        ...(known === null ? { name: id } : datasetFields(known.value, writtenText(known, "digest"))),
        role: inputRole(text(below(file.value, "tags", "mlflow.data.context"))),
        run: run !== null && isRunMeta(run.value) ? runIdOf(run) : null,
        where: { pointer: "/source_id" },
      },
    ];
  },
};
