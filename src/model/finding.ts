import type { Vouched } from "./fact.js";
import type { Source } from "./source.js";

/** What one rule says of one subject of one model. Each outcome that stops a merge has its own name. */
export type Outcome = "met" | "not-met" | "inconclusive" | "missing" | "unreadable" | "not-applicable";

export const outcomes = [
  "met",
  "not-met",
  "inconclusive",
  "missing",
  "unreadable",
  "not-applicable",
] as const satisfies readonly Outcome[];

export type Level = "error" | "warning" | "note";

/** What a finding leads to. */
export type Effect = "block" | "undecided" | "warn" | "note" | "pass";

export type Decision = "pass" | "warn" | "block" | "undecided";

/** Which evidence a bound was judged on: the rungs of the ladder, best first. */
export type Rung = "paired" | "standard-error" | "trials" | "point";

/** The numbers behind a verdict, for tables and reports. */
export interface Judged {
  readonly metric: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly higher_is_better: boolean | null;
  /** Such as `at-least`; null where there is no bound. */
  readonly bound_kind: string | null;
  readonly bound: number | null;
  readonly baseline: number | null;
  readonly change: number | null;
  /** Two-sided 95 % interval of the value (of the change, where a change is judged), for the eye. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly n: number | null;
  readonly rung: Rung | null;
  /** `Wilson`, `normal`, …; null for a bare point. */
  readonly method: string | null;
  /** Level of the one-sided bound that was judged; null for a bare point. */
  readonly confidence: number | null;
  /** More examples that would settle an inconclusive bound; null where unknown. */
  readonly samples_needed: number | null;
  /** One-sided p-value of "the bound holds", before and after adjusting for the family. */
  readonly p_value: number | null;
  readonly p_adjusted: number | null;
}

/** What a check says of one subject, before policy, waivers and base have their word. */
export interface Verdict {
  /** The slice, column, metric or section it is about; null is the model as a whole. */
  readonly subject: string | null;
  readonly outcome: Outcome;
  readonly message: string;
  /** What to do; the check's own advice where absent. */
  readonly mend?: string;
  readonly sources: readonly Source[];
  readonly judged?: Judged;
  /** Only from checks on retraining. */
  readonly retrain?: Retrain;
  /** True where it was met at an earlier time, and nothing but the clock has turned against it. */
  readonly byTime?: boolean;
}

/** What a rule on retraining advises, and why: the action's output `retrain`. */
export interface Retrain {
  readonly action: "none" | "incremental" | "full";
  readonly reason: string;
}

export interface WaiverUse {
  readonly owner: string;
  readonly reason: string;
  readonly ticket: string | null;
  readonly expires: string;
  readonly approved_by: string | null;
}

export interface Finding {
  readonly model: string;
  readonly policy: string;
  readonly rule: string;
  readonly check: string;
  readonly subject: string | null;
  readonly outcome: Outcome;
  readonly level: Level;
  readonly effect: Effect;
  readonly message: string;
  readonly mend: string;
  readonly sources: readonly Source[];
  readonly waived: WaiverUse | null;
  /** True where the base has it already and it has not become worse. */
  readonly on_base: boolean;
  readonly judged: Judged | null;
  /** What a rule on retraining advises; null from all others. */
  readonly retrain: Retrain | null;
  /** The least that the files it was read from are vouched for; null where it rests on no file. */
  readonly vouched: Vouched | null;
  /**
   * Stable over line shifts and wording: sha256 of model, policy, rule and subject. Empty for what is met in a run that
   * shows nobody what is met.
   */
  readonly fingerprint: string;
  readonly references: readonly string[];
}
