import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members } from "../read/shape.js";

const known = new Set(["type", "path", "virtual", "labels", "description", "custom"]);
const isArtifact = (artifact: Value): boolean =>
  isRecord(artifact) && hasKeys(artifact, "type") && members(artifact).every(([key]) => known.has(key));

/** Artifacts that a repository describes for GTO. */
export const gtoArtifacts: Adapter = {
  id: "gto-artifacts",
  title: "GTO artifacts (`artifacts.yaml`)",
  definedAt: "https://dvc.org/doc/gto/user-guide",
  versions: "gto 1.10.1",
  reads: "Names of models.",
  leaves: "Paths, labels and descriptions; artifacts of other types. Versions and stages are git tags.",
  syntax: ["yaml"],
  gives: ["model"],
  recognises: ({ name, value }) =>
    /(^|[-_])artifacts\.ya?ml$/.test(name) &&
    members(value).length > 0 &&
    members(value).every(([, artifact]) => isArtifact(artifact)),
  read: ({ value }) =>
    members(value).flatMap(([name, artifact]) =>
      member(artifact, "type") === "model" ? [{ kind: "model", name, where: { pointer: pointer("", name) } }] : [],
    ),
};
