import type { Decision, Effect, Finding, Level, Outcome } from "./model/finding.js";
import type { Then } from "./model/policy.js";

/** What an outcome leads to where neither policy nor rule says otherwise. */
const effectByDefault = {
  met: "pass",
  "not-applicable": "pass",
  "not-met": "block",
  inconclusive: "undecided",
  missing: "undecided",
  unreadable: "undecided",
} as const satisfies Record<Outcome, Effect>;

/** What reaches the decision when an effect is the worst one. */
const decisionOf = {
  block: "block",
  undecided: "undecided",
  warn: "warn",
  note: "pass",
  pass: "pass",
} as const satisfies Record<Effect, Decision>;

const levelOf = {
  block: "error",
  undecided: "error",
  warn: "warning",
  note: "note",
  pass: "note",
} as const satisfies Record<Effect, Level>;

export const effectsWorstFirst = ["block", "undecided", "warn", "note", "pass"] as const satisfies readonly Effect[];

export const levelFor = (effect: Effect): Level => levelOf[effect];

/** What may soften an effect. */
export interface Circumstances {
  /** The rule's own word, then the policy's. */
  readonly then: Then;
  /** True where the rule judges slices, columns or folds one by one. */
  readonly forEach: boolean;
  readonly waived: boolean;
  /** True where the base has it already, it is no worse, and the rule lets that count. */
  readonly onBase: boolean;
  /** True where nothing but the passing of time stands against a model that the change does not touch. */
  readonly timeAlone?: boolean;
  /** False under a policy that looks and does not gate: only what is `not-met` or `unreadable` stops. */
  readonly gates: boolean;
}

/** The one table that decides what a finding leads to. */
export function effectOf(
  outcome: Outcome,
  { then, forEach, waived, onBase, timeAlone = false, gates }: Circumstances,
): Effect {
  if (outcome === "met" || outcome === "not-applicable" || waived) return "pass";
  const effect = then[outcome] ?? (outcome === "inconclusive" && forEach ? "warn" : effectByDefault[outcome]);
  if (onBase && timeAlone) return "note";
  if (onBase && (effect === "block" || effect === "undecided")) return "warn";
  if (!gates && effect === "undecided") return outcome === "unreadable" ? "block" : "note";
  return effect;
}

/**
 * The worst finding decides. Where nothing was found, or nothing applied, nothing was shown: pass is never the default.
 */
export function decide(findings: readonly Pick<Finding, "effect" | "outcome">[], gates = true): Decision {
  if (findings.length === 0 || findings.every(({ outcome }) => outcome === "not-applicable"))
    return gates ? "undecided" : "warn";
  const reached = new Set(findings.map(({ effect }) => effect));
  const worst = effectsWorstFirst.find((effect) => reached.has(effect)) ?? "pass";
  const decision = decisionOf[worst];
  return decision === "pass" && !gates ? "warn" : decision;
}

const decisionsWorstFirst = ["block", "undecided", "warn", "pass"] as const satisfies readonly Decision[];

/** The decision over several models; undecided where there is none. */
export const worstDecision = (decisions: readonly Decision[]): Decision =>
  decisionsWorstFirst.find((decision) => decisions.includes(decision)) ?? "undecided";

export type ExitStatus = 0 | 1 | 2 | 3;

export const exitStatusOf = { pass: 0, warn: 0, block: 1, undecided: 2 } as const satisfies Record<
  Decision,
  ExitStatus
>;
