import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, text } from "../read/shape.js";
import { versionsOf } from "./families/gto.js";

const isArtifact = (artifact: Value): boolean =>
  hasKeys(artifact, "version") &&
  isRecord(member(artifact, "stage")) &&
  (hasKeys(artifact, "registered") || hasKeys(artifact, "active"));

function statementsOf(name: string, artifact: Value): readonly Statement[] {
  const base = pointer("", name);
  const held = members(member(artifact, "stage")).flatMap(([stage, version]) =>
    versionsOf(version).map((number) => ({ stage, version: number })),
  );
  const latest = text(member(artifact, "version"));
  const staged: Statement[] = held.map(({ stage, version }) => ({
    kind: "model",
    name,
    version,
    stage,
    where: { pointer: pointer(base, "stage", stage) },
  }));
  if (latest === undefined || held.some(({ version }) => version === latest)) return staged;
  return [...staged, { kind: "model", name, version: latest, where: { pointer: pointer(base, "version") } }];
}

/** The register of a repository: of each artifact the latest version, and the version that each stage holds. */
export const gtoRegistry: Adapter = {
  id: "gto-registry",
  title: "GTO register (`gto show --json`)",
  definedAt: "https://dvc.org/doc/gto/command-reference/show",
  versions: "gto 1.10.1; several versions in a stage from the schema, not seen",
  reads: "A model for each stage that holds a version, and the latest version where no stage holds it.",
  leaves: "Stages that hold nothing, and artifacts without any version.",
  syntax: ["json"],
  gives: ["model"],
  recognises: ({ value }) => {
    const artifacts = members(value);
    return artifacts.length > 0 && artifacts.every(([, artifact]) => isArtifact(artifact));
  },
  read: ({ value }) => members(value).flatMap(([name, artifact]) => statementsOf(name, artifact)),
};
