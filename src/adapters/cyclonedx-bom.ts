import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { writtenAt } from "./families/cyclonedx.js";
import { bomOf, componentsOf, isModel, textAt, type BomNode } from "./families/cyclonedx-node.js";

const harmless = new Set(["not_affected", "false_positive", "resolved", "resolved_with_pedigree"]);

/** A known vulnerability is a failed check, unless its analysis says that it does no harm here. */
function vulnerability(node: BomNode, at: string | null): Statement[] {
  const id = textAt(node, "id");
  if (id === undefined) return [];
  const affected = node.child("affects")?.items[0];
  return [
    {
      kind: "check",
      where: node.child("id")?.where ?? node.where,
      at,
      name: id,
      passed: harmless.has(textAt(node, "analysis", "state") ?? ""),
      column: textAt(affected, "ref") ?? null,
      severity: textAt(node.child("ratings")?.items[0], "severity") ?? null,
      message: textAt(node, "description") ?? null,
    },
  ];
}

export const cyclonedxBom: Adapter = {
  id: "cyclonedx-bom",
  title: "CycloneDX bill of materials",
  definedAt: "https://cyclonedx.org/specification/overview/",
  versions: "1.4 (XML) and 1.6 (JSON) of cyclonedx-py 7.5.0; vulnerabilities from the schema, not seen",
  reads: "Known vulnerabilities, as checks that failed unless their analysis clears them.",
  leaves: "The libraries themselves, their licences and the graph of dependencies.",
  syntax: ["json", "xml"],
  gives: ["check"],

  recognises(file) {
    const bom = bomOf(file);
    return bom !== undefined && !componentsOf(bom).some(isModel);
  },

  read(file) {
    const bom = bomOf(file);
    const at = bom === undefined ? null : writtenAt(bom);
    return (bom?.child("vulnerabilities")?.items ?? []).flatMap((node) => vulnerability(node, at));
  },
};
