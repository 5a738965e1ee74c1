import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { sectionOfKey } from "./families/structured-sections.js";

const isModel = (value: Value | undefined): boolean =>
  hasKeys(value, "description", "task_type") && (hasKeys(value, "files") || hasKeys(value, "framework"));

/** Checksums of 96 digits are SHA-384; older files have SHA-256. */
function digestOf(checksum: string): string | null {
  const algorithms: Readonly<Record<number, string>> = { 64: "sha256", 96: "sha384", 128: "sha512" };
  const algorithm = /^[0-9a-f]+$/i.test(checksum) ? algorithms[checksum.length] : undefined;
  return algorithm === undefined ? null : `${algorithm}:${checksum.toLowerCase()}`;
}

function fileStatements(value: Value): Statement[] {
  const framework = text(member(value, "framework")) ?? null;
  return (list(member(value, "files")) ?? []).flatMap((file, index): Statement[] => {
    const checksum = text(member(file, "checksum")) ?? text(member(file, "sha256"));
    const digest = checksum === undefined ? null : digestOf(checksum);
    return digest === null
      ? []
      : [
          {
            kind: "model",
            name: text(member(file, "name")) ?? null,
            framework,
            artifact_digest: digest,
            where: {
              pointer: pointer("/files", index, member(file, "checksum") === undefined ? "sha256" : "checksum"),
            },
          },
        ];
  });
}

const leavesOut = (name: string): boolean =>
  /^(files|postprocessing|conversion_to_onnx_args|model_optimizer_args|input_info)$/.test(name);

/** A model of Intel's Open Model Zoo: what it is, and where its files come from. */
export const omzModel: Adapter = {
  id: "omz-model",
  title: "Open Model Zoo model (`model.yml`)",
  definedAt: "https://github.com/openvinotoolkit/open_model_zoo/blob/master/CONTRIBUTING.md",
  versions: "Open Model Zoo 2020 to 2024",
  reads: "Description, task, framework and licence, and the digest of each file.",
  leaves: "Arguments of the conversion, and sizes.",
  syntax: ["yaml"],
  gives: ["card", "model"],
  marksModel: true,
  claims: true,
  recognises: ({ value }) => isModel(value),

  read: ({ value }) => {
    if (value === undefined) return [];
    const description = text(member(value, "description")) ?? "";
    return [
      ...fieldStatements(value, "", "", leavesOut),
      ...sectionOfKey("description", description, { pointer: "/description" }),
      ...fileStatements(value),
    ];
  },
};
