import type { EvidencePart } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf, Limit } from "../model/fact.js";
import type { Source } from "../model/source.js";
import type { DriftRule } from "./drift-rule.js";
import { driftColumns, referenceAndCurrent } from "./drift-tables.js";

/** Words for what drift is judged on. */
export const driftWords = { one: "column", several: "columns" } as const;

/**
 * The columns that a rule on drift judges: those that reports state, as often as a report has them by another method or
 * of another time, else those of the tables. Of a share of drifted columns, the columns that the reports know.
 */
export function columnsOfDrift(rule: DriftRule, evidence: Evidence): readonly EvidencePart[] {
  const facts = evidence.of("drift");
  const asked = facts.filter((fact) => rule.isAsked(fact));
  const partOf = (name: string, source: Source, own: boolean): EvidencePart =>
    own && rule.allowedOver === null ? { name, source, subject: name } : { name, source };
  if (asked.length === 0) return computedColumns(rule, evidence).map(({ name, source }) => partOf(name, source, true));
  const byFlags = rule.bounds.atMost === null;
  const ofShare = asked.some(({ scope, share }) => scope === "dataset" && share !== null);
  const beside = ofShare ? facts.filter(({ scope, column }) => scope === "column" && column !== null) : [];
  return distinctDrift([...asked, ...beside]).map((fact) => {
    const part = partOf(nameOf(fact), fact.source, rule.isAsked(fact));
    // Of a share, which columns have drifted is the tool's word.
    return fact.drifted !== null && (byFlags || !rule.isAsked(fact)) ? { ...part, limits: limitsOfDrift(fact) } : part;
  });
}

/**
 * What a tool's own verdict on drift was given by: of a p-value a lower threshold asks for less, of a distance or a share
 * a higher one. The verdict tells which of two numbers was held against it.
 */
export function limitsOfDrift(fact: FactOf<"drift">): readonly Limit[] | null {
  const { limits, threshold, drifted, method, score, share, p_value: pValue } = fact;
  if (limits !== null || threshold === null) return limits;
  const size = share ?? score;
  const byPValue = pValue !== null && (size === null || drifted === null || pValue < threshold === drifted);
  const sense = byPValue ? "at-least" : size === null ? "as-is" : "at-most";
  return [{ name: method === null ? "threshold" : `threshold of ${method}`, sense, value: threshold }];
}

const nameOf = ({ column, scope }: FactOf<"drift">): string => column ?? scope;

/** Scores of one column by one method are one, however often a report repeats it. */
export const distinctDrift = (facts: readonly FactOf<"drift">[]): readonly FactOf<"drift">[] => [
  ...new Map(
    facts.map((fact) => [JSON.stringify([fact.source.path, fact.scope, nameOf(fact), fact.method, fact.at]), fact]),
  ).values(),
];

function computedColumns(
  rule: DriftRule,
  evidence: Evidence,
): readonly { readonly name: string; readonly source: Source }[] {
  if (rule.computed === undefined) return driftColumns(evidence, rule.computes);
  const pair = referenceAndCurrent(evidence);
  return pair.kind === "tables" ? pair.current.map(({ source }) => ({ name: "confidence", source })) : [];
}
