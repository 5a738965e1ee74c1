import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { driftMethodOf } from "../normalise/drift-methods.js";
import { below, hasKeys, member, members, numeric, text } from "../read/shape.js";

/** What `calculate_drift_scores` and, before it, `calculate_drift_values` give. */
export const whylogsDrift: Adapter = {
  id: "whylogs-drift",
  title: "whylogs drift scores",
  definedAt: "https://whylogs.readthedocs.io/en/latest/examples/advanced/Drift_Algorithm_Configuration.html",
  versions: "1.6.4; the form of `calculate_drift_values` from the source, not seen",
  reads:
    "Of each column the statistic, the p-value, the limit of the category DRIFT and the verdict; POSSIBLE_DRIFT is no verdict, and a column without a score is told as looked at without result.",
  leaves: "The limits of the other categories.",
  syntax: ["json"],
  gives: ["drift"],

  recognises: ({ value }) => {
    const columns = members(value).map(([, found]) => found);
    return columns.some(isScore) && columns.every((found) => found === null || isScore(found));
  },

  read: ({ value }) => members(value).map(([column, found]) => scoreOf(column, found)),
};

const isScore = (found: Value): boolean =>
  hasKeys(found, "algorithm", "statistic", "drift_category") ||
  (hasKeys(found, "p_value", "test") && members(found).length === 2);

function scoreOf(column: string, found: Value): Statement {
  if (found === null) return { kind: "drift", scope: "column", column, where: { pointer: pointer("", column) } };
  const name = text(member(found, "algorithm")) ?? text(member(found, "test"));
  const method = name === undefined ? undefined : driftMethodOf("whylogs", name);
  const key = ["statistic", "pvalue", "p_value"].find((field) => member(found, field) !== undefined) ?? "algorithm";
  const score = member(found, "statistic");
  const p_value = member(found, "pvalue") ?? member(found, "p_value");
  return {
    kind: "drift",
    scope: "column",
    column,
    method: method?.id ?? name ?? null,
    ...(score === undefined || score === null ? {} : { score }),
    ...(p_value === undefined || p_value === null ? {} : { p_value }),
    threshold: limitOf(found, method?.gives),
    drifted: categories[text(member(found, "drift_category")) ?? ""] ?? null,
    where: { pointer: pointer("", column, key) },
  };
}

const categories: Readonly<Record<string, boolean>> = { DRIFT: true, NO_DRIFT: false };

/** The end of the category DRIFT that borders on the others: its upper one for p-values, its lower one for distances. */
function limitOf(found: Value, gives: "p_value" | "score" | undefined): number | null {
  const lower = numeric(below(found, "thresholds", "DRIFT", 0));
  const upper = numeric(below(found, "thresholds", "DRIFT", 1));
  return (gives === "p_value" ? upper : gives === "score" ? lower : undefined) ?? null;
}
