import type { CheckInput } from "../model/check.js";
import type { DriftScope, FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { canonicalDriftMethod } from "../normalise/drift-methods.js";
import { judgeAge } from "./age.js";
import type { DriftBinning } from "./drift-bins.js";
import { computedMethods, type ComputedMethod } from "./drift-score.js";
import { driftOfTables, type ComputedDrift, type DriftOfTables } from "./drift-tables.js";
import { driftFault, judgeComputedDrift, judgeStatedDrift, togetherOver, type DriftBounds } from "./drift-verdicts.js";
import { brokenFor } from "./selection.js";
import { missing, unreadableFile } from "./verdict.js";
import { listed } from "./wording.js";

type Drift = FactOf<"drift">;

/** What a rule on drift asks, whatever check it is of. */
export interface DriftRule {
  readonly methods: readonly string[];
  readonly bounds: DriftBounds;
  readonly allowedOver: number | null;
  readonly maxAge: number | null;
  readonly binning: DriftBinning;
  readonly bins: number | null;
  /** Whether a stated score is judged. */
  isAsked(fact: Drift): boolean;
  /** Whether the drift of a column is computed. */
  readonly computes: (scope: DriftScope, column: string) => boolean;
  /** Drift that is not of a column as it stands. */
  readonly computed?: (method: ComputedMethod) => DriftOfTables;
}

type Input = Pick<CheckInput, "evidence" | "now" | "history" | "confidence">;

/** Chance of a false alarm that a rule without a confidence allows itself. */
const USUAL_ERROR = 0.05;

/** The verdicts of a rule: on what reports state, else on what reference and current tables give. */
export function judgeDrift(rule: DriftRule, input: Input): readonly Verdict[] {
  const { evidence } = input;
  const broken = brokenFor(evidence, "drift")[0];
  if (broken !== undefined) return [unreadableFile(broken)];
  const facts = evidence.of("drift").filter((fact) => rule.isAsked(fact));
  if (facts.length === 0) return judgeTables(rule, input);
  const verdicts = facts.map((fact) => judgeStatedDrift(fact, rule.bounds));
  return [...over(verdicts, rule), ...aged(facts, "the drift report", rule, input)];
}

const over = (verdicts: readonly Verdict[], { allowedOver }: DriftRule): readonly Verdict[] =>
  allowedOver === null ? verdicts : [togetherOver(verdicts, allowedOver)];

function aged(
  facts: readonly { readonly at: string | null; readonly source: Source }[],
  what: string,
  { maxAge }: DriftRule,
  { now, history }: Input,
): readonly Verdict[] {
  if (maxAge === null) return [];
  const verdict = judgeAge(facts, maxAge, now, what, history);
  return verdict.outcome === "met" ? [] : [verdict];
}

function judgeTables(rule: DriftRule, input: Input): readonly Verdict[] {
  const nothing = (why: string | null, sources: readonly Source[] = []): readonly Verdict[] => [
    missing(
      `no evidence of drift by ${listed(rule.methods, "or")}${why === null ? "" : `; ${why}`}`,
      "write a drift report below the model's folder, map the one you have, or commit reference and current data",
      null,
      sources,
    ),
  ];
  const method = methodToCompute(rule);
  if (method === null || rule.bounds.atMost === null) return nothing(null);
  const found =
    rule.computed?.(method) ??
    driftOfTables(input.evidence, { method, binning: rule.binning, bins: rule.bins }, (scope, column) =>
      rule.computes(scope, column),
    );
  if (found.kind === "none") return nothing(null);
  if (found.kind === "unusable") {
    const verdicts = nothing(found.why, found.sources);
    return found.broken ? verdicts.map((verdict) => ({ ...verdict, outcome: "unreadable" as const })) : verdicts;
  }
  if (found.drift.length + found.faults.length === 0) return nothing("the tables share no column that is asked for");
  const error = input.confidence === null ? USUAL_ERROR : 1 - input.confidence;
  const several = new Set(found.drift.map(({ current }) => current.source.path)).size > 1;
  const subjectOf = ({ fact, current }: ComputedDrift): string =>
    several ? `${fact.column ?? ""}, ${current.source.path}` : (fact.column ?? "");
  const verdicts = [
    ...found.drift.map((one) => judgeComputedDrift(one, rule.bounds, error, found.drift.length, subjectOf(one))),
    ...found.faults.map(driftFault),
  ];
  const files = [...new Map(found.drift.map(({ fact }) => [fact.source.path, fact])).values()];
  return [...over(verdicts, rule), ...aged(files, "the current data", rule, input)];
}

/** The first method that tables give; the stability index where any will do. */
function methodToCompute({ methods }: DriftRule): ComputedMethod | null {
  if (methods.includes("any")) return "psi";
  const named = methods.map((method) => canonicalDriftMethod(method) ?? method);
  return computedMethods.find((method) => named.includes(method)) ?? null;
}
