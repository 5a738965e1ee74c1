import type { EvidenceFile } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { firstField, parseTextProto } from "./text-proto.js";
import { protoOfJson, protoOfText, type ProtoNode } from "./proto-tree.js";

/**
 * The message of a file, written as JSON or as text; where the text is no message, the problem instead.
 * `fault` says what to mend.
 */
export function messageOf(
  file: EvidenceFile,
): { readonly message: ProtoNode; readonly problem: null } | { readonly message: null; readonly problem: Statement } {
  if (file.value !== undefined) return { message: protoOfJson(file.value), problem: null };
  const { message, fault } = parseTextProto(file.text);
  if (fault === null) return { message: protoOfText(message), problem: null };
  return {
    message: null,
    problem: {
      kind: "problem",
      problem: "unreadable",
      message: `The text is no protocol buffer: ${fault.message}.`,
      mend: "Write it again with the tool, or mend the line.",
      where: { line: fault.line },
    },
  };
}

/** True for a text whose first field is one of `fields`. */
export const beginsWith = (file: EvidenceFile, fields: ReadonlySet<string>): boolean => {
  if (file.syntax !== "text") return false;
  const first = firstField(file.text);
  return first !== undefined && fields.has(first);
};

/** The name of a feature from its path: steps joined by dots, as the tool prints them. */
export const pathText = (steps: readonly (string | null)[]): string | null => {
  const known = steps.filter((step) => step !== null);
  return known.length === 0 ? null : known.join(".");
};
