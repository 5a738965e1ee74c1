import type { Value } from "../../model/adapter.js";
import { pointer, type Where } from "../../model/source.js";
import { isList, isRecord, member, members } from "../../read/shape.js";
import type { TextField, TextMessage } from "./text-proto.js";

/**
 * A message of a protocol buffer, the same whether it was written as JSON or as text. Field names are asked in
 * snake case; JSON may have them in camel case, maps as records and 64-bit integers as text.
 */
export type ProtoNode =
  | { readonly form: "json"; readonly value: Value; readonly at: string; readonly line?: number | undefined }
  | { readonly form: "text"; readonly field: TextField };

/** The root of a message in JSON; `at` is its own pointer, within the document of `line` where a line is one. */
export const protoOfJson = (value: Value, at = "", line?: number): ProtoNode => ({ form: "json", value, at, line });

/** The root of a message in text form. */
export const protoOfText = (message: TextMessage): ProtoNode => ({
  form: "text",
  field: { name: "", line: 1, column: 1, content: message },
});

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function jsonMember(node: ProtoNode & { form: "json" }, name: string): ProtoNode | undefined {
  for (const key of [camelCase(name), name]) {
    const found = member(node.value, key);
    if (found !== undefined) return { ...node, value: found, at: pointer(node.at, key) };
  }
  return undefined;
}

const textMembers = (node: ProtoNode & { form: "text" }, name: string): readonly ProtoNode[] =>
  typeof node.field.content === "object"
    ? node.field.content.fields.filter((field) => field.name === name).map((field) => ({ form: "text", field }))
    : [];

/** Every value of a repeated field, in order; none where it is absent. */
export function every(node: ProtoNode | undefined, name: string): readonly ProtoNode[] {
  if (node === undefined) return [];
  if (node.form === "text") return textMembers(node, name);
  const found = jsonMember(node, name);
  if (found?.form !== "json" || found.value === null) return [];
  const { value, at } = found;
  return isList(value) ? value.map((each, index) => ({ ...found, value: each, at: pointer(at, index) })) : [found];
}

/** The value of a field; the last where a text states it twice; undefined where it is absent. */
export const one = (node: ProtoNode | undefined, name: string): ProtoNode | undefined => every(node, name).at(-1);

/** The value below a path of fields. */
export const within = (node: ProtoNode | undefined, ...path: readonly string[]): ProtoNode | undefined =>
  path.reduce<ProtoNode | undefined>((current, name) => one(current, name), node);

/** The entries of a map field. */
export function entries(node: ProtoNode | undefined, name: string): readonly (readonly [string, ProtoNode])[] {
  if (node?.form === "json") {
    const map = jsonMember(node, name);
    if (map?.form !== "json") return [];
    return members(map.value).map(([key, value]) => [key, { ...map, value, at: pointer(map.at, key) }] as const);
  }
  return every(node, name).flatMap((entry) => {
    const value = one(entry, "value");
    return value === undefined ? [] : [[scalar(one(entry, "key")) ?? "", value] as const];
  });
}

/** A scalar as text; null for messages and what is absent. */
export function scalar(node: ProtoNode | undefined): string | null {
  if (node === undefined) return null;
  if (node.form === "text") return typeof node.field.content === "string" ? node.field.content : null;
  const { value } = node;
  return value === null || typeof value === "object" ? null : String(value);
}

/** A finite number; null where it is absent or none, `"NaN"` included. */
export function numberOf(node: ProtoNode | undefined): number | null {
  const written = scalar(node);
  if (written === null || written.trim() === "") return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
}

/** The value of a wrapper such as `DoubleValue`: bare in JSON, a message in text, whose default 0 is left out. */
export function wrapped(node: ProtoNode | undefined): string | null {
  if (node === undefined) return null;
  return scalar(node) ?? scalar(one(node, "value")) ?? (isMessage(node) ? "0" : null);
}

const isMessage = (node: ProtoNode): boolean =>
  node.form === "json" ? isRecord(node.value) : typeof node.field.content === "object";

/** Where a value stands. */
export function placeOf(node: ProtoNode): Where {
  if (node.form === "text") return { line: node.field.line, column: node.field.column };
  return node.line === undefined ? { pointer: node.at } : { pointer: node.at, line: node.line };
}

/** The members of a JSON record as nodes, with their keys as they stand; none for a text. */
export const fieldsOf = (node: ProtoNode): readonly (readonly [string, ProtoNode])[] =>
  node.form === "text"
    ? []
    : members(node.value).map(([key, value]) => [key, { ...node, value, at: pointer(node.at, key) }] as const);
