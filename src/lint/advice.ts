import type { RuleOrigin } from "../model/policy.js";

/** What is wrong with a rule that is sound to the loader. */
export type LintId =
  | "never-fails"
  | "never-met"
  | "plain-t-test"
  | "expired"
  | "shadowed"
  | "misspelt-metric"
  | "unused-parameter"
  | "matches-nothing"
  | "stale-floor";

export interface Advice {
  readonly id: LintId;
  readonly policy: string;
  /** Null for the policy as a whole. */
  readonly rule: string | null;
  readonly message: string;
  readonly mend: string;
  readonly origin: RuleOrigin;
}
