import type { FactKind } from "../model/fact.js";
import { roleByName } from "../normalise/table-columns.js";

/** The first that fits stands. */
const named: readonly (readonly [words: RegExp, gives: readonly FactKind[]])[] = [
  [/^readme\.|card/, ["card"]],
  [/drift|evidently|nannyml|whylog/, ["drift"]],
  [/metric|eval|result|score|report|summary/, ["measurement", "drift", "check"]],
  [/valid|expectation|quality|check/, ["check"]],
  // MLflow gives every file of its store this name: of runs, and of what they are told by.
  [/^meta\.ya?ml$/, ["run", "measurement", "model"]],
  [/^mlmodel$/, ["model"]],
  [/lineage|^dvc\.lock$|\.dvc$/, ["dataset"]],
  [/(?:^|[^a-z])(?:shap|lime|attributions?|explanations?|(?:feature_?)?importances?)(?:[^a-z]|$)/, ["attribution"]],
  [/rollout|canary|inference-?service/, ["rollout"]],
  [/experiment|(?:^|[^a-z])ab[-_]?test/, ["experiment"]],
];

const isTable = (lower: string): boolean => /\.(?:csv|tsv|parquet)$/.test(lower) && roleByName(lower) !== null;

/** What a file that cannot be recognised would most likely have held, by its name: nothing where it does not tell. */
export function kindsByName(name: string): readonly FactKind[] {
  const lower = name.toLowerCase();
  return named.find(([words]) => words.test(lower))?.[1] ?? (isTable(lower) ? ["table"] : []);
}
