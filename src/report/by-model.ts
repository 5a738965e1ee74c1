import type { Finding } from "../model/finding.js";

/** Findings by their model, each list in the report's order; models in the order in which they first appear. */
export function findingsByModel(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byModel = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byModel.get(finding.model);
    if (own === undefined) byModel.set(finding.model, [finding]);
    else own.push(finding);
  }
  return byModel;
}
