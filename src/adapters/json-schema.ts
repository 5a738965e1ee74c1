import type { Adapter } from "../model/adapter.js";
import { hasKeys, member, text } from "../read/shape.js";

const PARTS = ["properties", "definitions", "$defs", "items", "allOf", "anyOf", "oneOf", "$ref", "type", "enum"];

/** A description of other documents: it has their keys, and none of their values. */
export const jsonSchema: Adapter = {
  id: "json-schema",
  title: "JSON Schema",
  definedAt: "https://json-schema.org/specification",
  versions: "draft 4 to 2020-12",
  reads: "Nothing beyond the format: a schema says what a document may hold.",
  leaves: "The whole schema.",
  syntax: ["json", "yaml"],
  gives: [],
  recognises: ({ value }) =>
    /^https?:\/\/json-schema\.org\//.test(text(member(value, "$schema")) ?? "") &&
    PARTS.some((part) => hasKeys(value, part)),
  read: () => [],
};
