import type { Finding } from "../model/finding.js";
import type { Input } from "../model/report.js";

/** Findings by their model, each list in the report's order; models in the order in which they first appear. */
export const findingsByModel = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  grouped(findings, ({ model }) => model);

/** Evidence files by their model, in the same order; those of no model are left out. */
export const inputsByModel = (inputs: readonly Input[]): ReadonlyMap<string, readonly Input[]> =>
  grouped(inputs, ({ model }) => model);

function grouped<T>(items: readonly T[], modelOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const byModel = new Map<string, T[]>();
  for (const item of items) {
    const model = modelOf(item);
    if (model === null) continue;
    const own = byModel.get(model);
    if (own === undefined) byModel.set(model, [item]);
    else own.push(item);
  }
  return byModel;
}
