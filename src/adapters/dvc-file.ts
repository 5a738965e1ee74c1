import type { Adapter } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member } from "../read/shape.js";
import { isTracked, trackedStatement } from "./families/dvc.js";

/** One file or folder that DVC follows. */
export const dvcFile: Adapter = {
  id: "dvc-file",
  title: "DVC file (`*.dvc`)",
  definedAt: "https://dvc.org/doc/user-guide/project-structure/dvc-files",
  versions: "DVC 2.x to 3.67.1",
  reads: "The data set or model with the digest of its content.",
  leaves: "Sizes, tags and version ids of clouds, which are no digests of the content, and where an import came from.",
  syntax: ["yaml"],
  gives: ["dataset", "model"],

  recognises({ name, value }) {
    const outs = list(member(value, "outs")) ?? [];
    const isDvc = name.endsWith(".dvc") || !hasKeys(value, "cmd");
    return outs.length > 0 && isDvc && !hasKeys(value, "stages") && outs.every(isTracked);
  },

  read: ({ value }) =>
    (list(member(value, "outs")) ?? [])
      .map((entry, index) => trackedStatement(entry, pointer("/outs", index), true))
      .filter((statement) => statement !== null),
};
