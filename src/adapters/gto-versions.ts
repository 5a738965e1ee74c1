import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { list, member, text } from "../read/shape.js";
import { isVersion, momentOf } from "./families/gto.js";

function statementsOf(entry: Value, index: number): readonly Statement[] {
  const base = pointer("", index);
  const shared = {
    kind: "model",
    name: text(member(entry, "artifact")) ?? null,
    version: text(member(entry, "version")) ?? null,
    created: momentOf(entry),
  } as const;
  const stages = (list(member(entry, "stages")) ?? []).flatMap((stage, at): Statement[] => {
    const name = text(member(stage, "stage"));
    if (name === undefined || member(stage, "is_active") === false) return [];
    return [{ ...shared, stage: name, at: momentOf(stage), where: { pointer: pointer(base, "stages", at, "stage") } }];
  });
  return stages.length > 0 ? stages : [{ ...shared, where: { pointer: pointer(base, "version") } }];
}

/** The versions of one artifact, with the stages that hold them. */
export const gtoVersions: Adapter = {
  id: "gto-versions",
  title: "GTO versions of an artifact (`gto show <name> --json`)",
  definedAt: "https://dvc.org/doc/gto/command-reference/show",
  versions: "gto 1.10.1",
  reads: "Each version that is still active, with the stages that hold it now.",
  leaves: "Authors, messages, and assignments that ended.",
  syntax: ["json"],
  gives: ["model"],
  recognises: ({ value }) => isVersion(list(value)?.[0]),
  read: ({ value }) =>
    (list(value) ?? []).flatMap((entry, index) =>
      isVersion(entry) && member(entry, "is_active") !== false ? statementsOf(entry, index) : [],
    ),
};
