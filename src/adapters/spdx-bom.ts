import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, text } from "../read/shape.js";

/** Addresses of packages that are models by their kind: of the Hub, or of MLflow's registry. */
const modelAddress = /^pkg:(huggingface|mlflow)\/(?:[^@?#]{1,300}\/)?([^@?#/]{1,200})(?:@([^?#]{1,200}))?/;

const addressOf = (item: Value): string | undefined =>
  (list(member(item, "externalRefs")) ?? [])
    .flatMap((reference) =>
      text(member(reference, "referenceType")) === "purl" ? (text(member(reference, "referenceLocator")) ?? []) : [],
    )
    .find((address) => modelAddress.test(address));

function digestOf(item: Value): string | null {
  const [first] = list(member(item, "checksums")) ?? [];
  const algorithm = text(member(first, "algorithm"));
  const digest = text(member(first, "checksumValue"));
  return algorithm === undefined || digest === undefined ? null : `${algorithm.toLowerCase()}:${digest}`;
}

function modelStatement(item: Value, index: number, created: string | null): readonly Statement[] {
  const address = addressOf(item);
  if (address === undefined) return [];
  const [, , named, version] = modelAddress.exec(address) ?? [];
  return [
    {
      kind: "model",
      name: text(member(item, "name")) ?? named ?? null,
      version: text(member(item, "versionInfo")) ?? version ?? null,
      artifact_digest: digestOf(item),
      at: created,
      where: { pointer: pointer("/packages", index, "name") },
    },
  ];
}

/** A bill of materials before SPDX had profiles: models are in it as packages. */
export const spdxBom: Adapter = {
  id: "spdx-bom",
  title: "SPDX 2 bill of materials",
  definedAt: "https://spdx.github.io/spdx-spec/v2.3/",
  versions: "2.2 and 2.3 as JSON and YAML, from the schema, not seen",
  reads: "Packages whose address says that they are models, with version and digest.",
  leaves: "Libraries, files, licences and relationships; tag-value, RDF and spreadsheets.",
  syntax: ["json", "yaml"],
  gives: ["model"],
  recognises: ({ value }) => /^SPDX-2\.\d/.test(text(member(value, "spdxVersion")) ?? "") && hasKeys(value, "SPDXID"),

  read({ value }) {
    const created = text(below(value, "creationInfo", "created")) ?? null;
    return (list(member(value, "packages")) ?? []).flatMap((item, index) => modelStatement(item, index, created));
  },
};
