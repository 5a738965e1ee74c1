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
    threshold: limitOf(result, null),
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
  return {
    kind: "drift",
    ...of,
    method: method ?? null,
    score: unwrapped(member(found, SCORE)),
    threshold: limitOf(result, method ?? null),
    ...sizes,
    where: { pointer: pointer(where, SCORE) },
  };
}

const numericalMethods = new Set(["ks", "wasserstein-scaled"]);

/**
 * The limit stands only in the condition's text: `Label drift score < 0.15`, or one for either kind of column,
 * `categorical drift score < 0.2 and numerical drift score < 0.2`.
 */
function limitOf({ body }: CheckResult, method: string | null): number | null {
  for (const condition of list(member(body, "conditions_results")) ?? []) {
    const said = text(member(condition, "Condition")) ?? "";
    const kind = method !== null && numericalMethods.has(method) ? "numerical" : "categorical";
    const found =
      new RegExp(`${kind} drift score < (\\d+(?:\\.\\d+)?)`).exec(said) ??
      (/categorical|numerical/.test(said) ? null : /(?:<|less than) (\d+(?:\.\d+)?)$/.exec(said));
    if (found?.[1] !== undefined) return Number(found[1]);
  }
  return null;
}

/** The verdict on the only score that the check has: that of its only condition. */
function verdictOf({ body }: CheckResult): boolean | null {
  const conditions = list(member(body, "conditions_results")) ?? [];
  const status = conditions.length === 1 ? text(member(conditions[0], "Status")) : undefined;
  return status === "PASS" ? false : status === "FAIL" || status === "WARN" ? true : null;
}
