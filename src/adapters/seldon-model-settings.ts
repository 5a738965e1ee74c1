import type { Adapter } from "../model/adapter.js";
import { below, hasKeys, member, scalarText, text } from "../read/shape.js";

/** `mlserver_sklearn.SKLearnModel` → `sklearn`; a class of the team's own names no framework. */
const frameworkOf = (implementation: string | undefined): string | null =>
  /^mlserver_([a-z0-9_]{1,40})\./.exec(implementation ?? "")?.[1]?.replaceAll("_", "-") ?? null;

/** Which model MLServer loads. A detector that is configured here has detected nothing. */
export const seldonModelSettings: Adapter = {
  id: "seldon-model-settings",
  title: "MLServer model settings (`model-settings.json`)",
  definedAt: "https://mlserver.readthedocs.io/en/stable/reference/model-settings.html",
  versions: "MLServer 1.x",
  reads: "Name and version of the model, and the framework of the runtime that loads it.",
  leaves: "Inputs, outputs, workers and the runtime's own parameters.",
  syntax: ["json"],
  gives: ["model"],

  recognises: ({ value }) =>
    /^[A-Za-z_]\w*(\.\w+)+$/.test(text(member(value, "implementation")) ?? "") &&
    ["name", "parameters", "inputs", "platform"].some((key) => hasKeys(value, key)),

  read({ value }) {
    const version = scalarText(below(value, "parameters", "version"));
    return [
      {
        kind: "model",
        name: text(member(value, "name")) ?? null,
        ...(version === undefined ? {} : { version }),
        framework: frameworkOf(text(member(value, "implementation"))),
        where: { pointer: hasKeys(value, "name") ? "/name" : "/implementation" },
      },
    ];
  },
};
