import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { member, members, scalarText } from "../read/shape.js";
import { isDeleted, isRegisteredModelMeta, writtenText } from "./families/mlflow-store.js";
import { epochMoment } from "./families/moments.js";

/** A registered model: its name, and the versions that aliases point to. */
export const mlflowRegisteredModel: Adapter = {
  id: "mlflow-registered-model",
  title: "MLflow registered model (`models/<name>/meta.yaml`)",
  definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
  versions: "2.22.5, 3.17.2",
  reads: "The model's name and time, and the aliases of versions that have no file of their own.",
  leaves: "Description and tags; aliases of versions whose own file states them.",
  syntax: ["yaml"],
  gives: ["model"],
  recognises: ({ value }) => isRegisteredModelMeta(value),

  read(file): readonly Statement[] {
    if (isDeleted(file)) return [];
    const name = writtenText(file, "name");
    const at = epochMoment(member(file.value, "last_updated_timestamp"));
    const created = epochMoment(member(file.value, "creation_timestamp"));
    const folders = new Set(file.folder("."));
    const elsewhere = members(member(file.value, "aliases")).flatMap(([alias, version]): Statement[] => {
      const number = scalarText(version);
      if (number === undefined || folders.has(`version-${number}`)) return [];
      return [
        {
          kind: "model",
          name,
          version: number,
          aliases: [alias],
          at,
          where: { pointer: pointer("/aliases", alias) },
        },
      ];
    });
    return [{ kind: "model", name, created, at, where: { pointer: "/name" } }, ...elsewhere];
  },
};
