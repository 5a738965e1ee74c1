import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { hasKeys, list, member, text } from "../read/shape.js";
import { beginsWith } from "./families/proto-file.js";

const FIRST_FIELDS = new Set([
  "feature",
  "sparse_feature",
  "weighted_feature",
  "string_domain",
  "float_domain",
  "int_domain",
  "default_environment",
  "dataset_constraints",
  "tensor_representation_group",
  "annotation",
]);

const TYPES: ReadonlySet<string> = new Set(["TYPE_UNKNOWN", "BYTES", "INT", "FLOAT", "STRUCT"]);

function isSchema(file: EvidenceFile): boolean {
  if (file.syntax !== "json")
    return beginsWith(file, FIRST_FIELDS) && /\bfeature\s*\{[^{}]*\btype:\s*(BYTES|INT|FLOAT|STRUCT)\b/.test(file.text);
  const [first] = list(member(file.value, "feature")) ?? [];
  return hasKeys(first, "name") && (hasKeys(first, "presence") || TYPES.has(text(member(first, "type")) ?? ""));
}

/** A schema for TensorFlow Data Validation: what is to hold of the data. Nothing in it was checked. */
export const tfdvSchema: Adapter = {
  id: "tfdv-schema",
  title: "TensorFlow Data Validation schema",
  definedAt: "https://github.com/tensorflow/metadata/blob/master/tensorflow_metadata/proto/v0/schema.proto",
  versions: "TFDV 1.17, TFX 0.22 to 1.16",
  reads: "Nothing beyond the format: a schema says what to check and holds no result.",
  leaves: "Features, domains, and the thresholds of drift and skew.",
  syntax: ["json", "text"],
  gives: [],
  recognises: isSchema,
  read: () => [],
};
