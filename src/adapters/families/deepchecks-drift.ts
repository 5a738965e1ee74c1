import type { Value } from "../../model/adapter.js";
import type { DriftScope, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { driftMethodOf } from "../../normalise/drift-methods.js";
import { hasKeys, isRecord, list, member, members, text } from "../../read/shape.js";
import { unwrapped, type CheckResult } from "./deepchecks-check-result.js";

/** Rows of either side, where the suite compared them. */
export interface Sizes {
  readonly n_reference: number | null;
  readonly n_current: number | null;
}

const SCORE = "Drift score";

/** Drift of features, label and prediction, and of the whole by a classifier that tells the sides apart. */
export function driftStatements(result: CheckResult, sizes: Sizes): Statement[] {
  const value = member(result.body, "value");
  const where = pointer(result.where, "value");
  if (hasKeys(value, "domain_classifier_drift_score")) return [multivariate(result, value, where, sizes)];
  if (hasKeys(value, SCORE)) return [whole(result, value, where, sizes)];
  if (!/Drift/.test(result.name) || !isRecord(value)) return [];
  return members(value).flatMap(([column, found]) =>
    hasKeys(found, SCORE) ? [drift({ scope: "column", column }, found, pointer(where, column), result, sizes)] : [],
  );
}

function multivariate(result: CheckResult, value: Value | undefined, where: string, sizes: Sizes): Statement {
  return {
    kind: "drift",
    scope: "dataset",
    method: "domain-classifier",
    score: unwrapped(member(value, "domain_classifier_drift_score")),
    threshold: limitOf(result, "domain-classifier")?.value ?? null,
    drifted: verdictOf(result),
    ...sizes,
    where: { pointer: pointer(where, "domain_classifier_drift_score") },
  };
}

/** The drift of the label or of the prediction: one score, and a condition on it alone. */
function whole(result: CheckResult, value: Value | undefined, where: string, sizes: Sizes): Statement {
  const scope: DriftScope = /Label/.test(result.name)
    ? "target"
    : /Prediction/.test(result.name)
      ? "prediction"
      : "dataset";
  return { ...drift({ scope }, value, where, result, sizes), drifted: verdictOf(result) };
}

function drift(
  of: { readonly scope: DriftScope; readonly column?: string },
  found: Value | undefined,
  where: string,
  result: CheckResult,
  sizes: Sizes,
): Extract<Statement, { kind: "drift" }> {
  const name = text(member(found, "Method"));
  const method = name === undefined ? undefined : (driftMethodOf("deepchecks", name)?.id ?? name);
  const score = unwrapped(member(found, SCORE));
  const limit = limitOf(result, method ?? null);
  return {
    kind: "drift",
    ...of,
    method: method ?? null,
    score,
    threshold: limit?.value ?? null,
    drifted: limit === null || !finite(score) ? null : limit.inclusive ? score > limit.value : score >= limit.value,
    ...sizes,
    where: { pointer: pointer(where, SCORE) },
  };
}

const finite = (score: Value | undefined): score is number => typeof score === "number" && Number.isFinite(score);

const numericalMethods = new Set(["ks", "wasserstein-scaled"]);

/** What a score must stay below; where it is inclusive, the score may be equal to it. */
interface Limit {
  readonly value: number;
  readonly inclusive: boolean;
}

const below = String.raw`(<=|<|less than|not greater than) (\d+(?:\.\d+)?)`;
const ofNumbers = new RegExp(`(?:numerical drift score|Earth Mover's Distance) ${below}`);
const ofCategories = new RegExp(`(?:categorical drift score|PSI|Cramer's V) ${below}`);
const ofOne = new RegExp(`${below}$`);

/**
 * The limit stands only in the condition's text: `Label drift score < 0.15`, or one for either kind of column,
 * `categorical drift score < 0.2 and numerical drift score < 0.2`, before 0.8 `PSI <= 0.2 and Earth Mover's Distance <=
 * 0.1`. It holds for each score on its own, though one verdict is given over all of them.
 */
function limitOf({ body }: CheckResult, method: string | null): Limit | null {
  for (const condition of list(member(body, "conditions_results")) ?? []) {
    const said = text(member(condition, "Condition")) ?? "";
    const byKind = ofNumbers.test(said) || ofCategories.test(said);
    const pattern = !byKind ? ofOne : method !== null && numericalMethods.has(method) ? ofNumbers : ofCategories;
    const [, sign, value] = pattern.exec(said) ?? [];
    if (value !== undefined) return { value: Number(value), inclusive: sign === "<=" || sign === "not greater than" };
  }
  return null;
}

/** The verdict on the only score that the check has: that of its only condition. */
function verdictOf({ body }: CheckResult): boolean | null {
  const conditions = list(member(body, "conditions_results")) ?? [];
  const status = conditions.length === 1 ? text(member(conditions[0], "Status")) : undefined;
  return status === "PASS" ? false : status === "FAIL" || status === "WARN" ? true : null;
}
