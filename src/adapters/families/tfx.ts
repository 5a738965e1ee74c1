import type { Statement } from "../../model/fact.js";
import { fieldsOf, one, placeOf, type ProtoNode, protoOfJson, scalar } from "./proto-tree.js";

/** A property as the metadata store writes it, in one of its typed fields, or the bare value of an executor's output. */
export function propertyValue(property: ProtoNode | undefined): ProtoNode | undefined {
  if (property === undefined) return undefined;
  const fields = ["string_value", "int_value", "double_value", "bool_value", "struct_value", "number_value"];
  return fields.map((field) => one(property, field)).find((value) => value !== undefined) ?? property;
}

/** True, false, or null for a flag written as a boolean, a number or a text. */
function flagOf(node: ProtoNode): boolean | null {
  const written = scalar(node)?.toLowerCase();
  if (written === undefined) return null;
  if (written === "true" || Number(written) === 1) return true;
  return written === "false" || (written !== "" && Number(written) === 0) ? false : null;
}

/** The flags by split: a record, or a record written as JSON text. */
function flagsBySplit(node: ProtoNode): readonly (readonly [string, boolean | null])[] {
  const written = scalar(node);
  if (written?.startsWith("{") !== true) return fieldsOf(node).map(([split, flag]) => [split, flagOf(flag)] as const);
  const pairs = [...written.matchAll(/"([^"\\]+)"\s*:\s*([\d.]+|true|false)/g)];
  return pairs.map(([, split, flag]) => [split ?? "", flagOf(protoOfJson(flag ?? ""))] as const);
}

/** The blessing of an artifact: one of a model, or one for each split of validated examples. */
export function blessingChecks(blessed: ProtoNode | undefined, at: string | null = null): Statement[] {
  const value = propertyValue(blessed);
  if (value === undefined) return [];
  const where = placeOf(value);
  const splits = flagsBySplit(value);
  if (splits.length === 0) return [{ kind: "check", name: "blessing", passed: flagOf(value), suite: true, at, where }];
  return splits.map(([split, passed]) => ({
    kind: "check",
    name: `blessing of ${split}`,
    passed,
    suite: true,
    at,
    where,
  }));
}
