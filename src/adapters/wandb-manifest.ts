import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, text } from "../read/shape.js";
import { roleOfPath } from "./families/data-role.js";
import { isDataPath, isModelPath } from "./families/path-kind.js";

/**
 * The content's MD5, which W&B writes in Base64. A reference that was logged without a checksum has its own address
 * there, or a tag of the cloud: neither proves anything of the content.
 */
function digestOf(entry: Value): string | null {
  const written = text(member(entry, "digest")) ?? "";
  if (!/^[A-Za-z0-9+/]{22}==$/.test(written)) return null;
  return `md5:${Buffer.from(written, "base64").toString("hex")}`;
}

function statementOf(path: string, entry: Value): readonly Statement[] {
  const digest = digestOf(entry);
  const where = { pointer: pointer("/contents", path, "digest") };
  if (isModelPath(path)) return digest === null ? [] : [{ kind: "model", artifact_digest: digest, where }];
  if (!isDataPath(path)) return [];
  const location = text(member(entry, "ref")) ?? path;
  return [{ kind: "dataset", name: path, role: roleOfPath(path), digest, location, where }];
}

/** The files of a W&B artifact. */
export const wandbManifest: Adapter = {
  id: "wandb-manifest",
  title: "Weights & Biases artifact manifest",
  definedAt: "https://docs.wandb.ai/models/artifacts",
  versions: "0.12.21, 0.16.6, 0.31.0",
  reads: "Models and data files of the artifact, with the MD5 of their content where the manifest holds one.",
  leaves: "Other files; digests of references that are only their address or a tag of the cloud.",
  syntax: ["json"],
  gives: ["model", "dataset"],
  recognises: ({ value }) => hasKeys(value, "version", "storagePolicy") && isRecord(member(value, "contents")),
  read: ({ value }) => members(member(value, "contents")).flatMap(([path, entry]) => statementOf(path, entry)),
};
