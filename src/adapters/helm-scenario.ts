import type { Adapter } from "../model/adapter.js";
import { hasKeys, isList, member, text } from "../read/shape.js";

/** The data of a run of HELM. */
export const helmScenario: Adapter = {
  id: "helm-scenario",
  title: "HELM scenario",
  definedAt: "https://crfm-helm.readthedocs.io/en/latest/tutorial/",
  versions: "0.2 to 0.5, from the schema, not seen",
  reads: "The scenario as a data set to test on, with the file that defines it.",
  leaves: "Description and tags.",
  syntax: ["json"],
  gives: ["dataset"],

  recognises: ({ value }) => hasKeys(value, "name", "description", "definition_path") && isList(member(value, "tags")),

  read: ({ value }) => [
    {
      kind: "dataset",
      name: text(member(value, "name")) ?? null,
      role: "test",
      location: text(member(value, "definition_path")) ?? null,
      where: { pointer: "/name" },
    },
  ],
};
