import type { Finding } from "../model/finding.js";
import type { Input } from "../model/report.js";
import { grouped } from "../model/grouped.js";

/** Findings by their model, each list in the report's order; models in the order in which they first appear. */
export const findingsByModel = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  grouped(findings, ({ model }) => model);

/** Evidence files by their model, in the same order; those of no model are left out. */
export const inputsByModel = (inputs: readonly Input[]): ReadonlyMap<string, readonly Input[]> =>
  grouped(inputs.filter(isOfModel), ({ model }) => model);

const isOfModel = (input: Input): input is Input & { readonly model: string } => input.model !== null;
