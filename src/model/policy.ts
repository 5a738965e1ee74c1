import type { Check } from "./check.js";
import type { Vouched } from "./fact.js";
import type { Effect, Outcome } from "./finding.js";

export type Then = Partial<Record<Exclude<Outcome, "met" | "not-applicable">, Exclude<Effect, "pass">>>;

/** Where a policy or rule applies; absent parts ask nothing. */
export interface Applies {
  readonly risk?: readonly string[];
  readonly stages?: readonly string[];
  readonly events?: readonly string[];
  /** Names, with `*` for any run of characters. */
  readonly models?: readonly string[];
}

export type Adjustment = "holm" | "hochberg" | "benjamini-hochberg" | "none";

export interface RuleOrigin {
  /** File or `referee:<pack>` in which the rule was last written. */
  readonly path: string;
  readonly line: number;
}

export interface Rule {
  readonly id: string;
  readonly check: Check;
  /** Read by the check's own metadata. */
  readonly subject: unknown;
  readonly options: Readonly<Record<string, unknown>>;
  readonly then: Then;
  /** Level; null judges the point; undefined takes the policy's. */
  readonly confidence: number | null | undefined;
  readonly evidence: Vouched | null;
  readonly onlyNew: boolean | null;
  /** Milliseconds since 1970; null is open. */
  readonly effective: { readonly from: number | null; readonly until: number | null };
  readonly applies: Applies;
  readonly message: string | null;
  readonly references: readonly string[];
  readonly origin: RuleOrigin;
  /** Every place that had a say, base first: for `explain`. */
  readonly history: readonly RuleOrigin[];
  /** The merged rule as YAML values, for reports and `explain`. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Where each of its keys was last written. */
  readonly origins: ReadonlyMap<string, RuleOrigin>;
}

export interface PolicyParameter {
  readonly name: string;
  /** A text, a number, true or false, or a list of these. */
  readonly value: unknown;
  /** Ids of rules. */
  readonly usedBy: readonly string[];
}

export interface Policy {
  readonly id: string;
  /** File relative to the configuration, or `referee:<pack>`. */
  readonly path: string;
  /** Digest of the policy with everything it extends. */
  readonly digest: string;
  readonly description: string | null;
  readonly owner: string | null;
  readonly applies: Applies;
  /** Null where the policy promises nothing: points are judged. */
  readonly confidence: number | null;
  readonly adjust: Adjustment;
  readonly then: Then;
  readonly evidence: Vouched | null;
  readonly onlyNew: boolean;
  /** False for a policy that looks and does not gate: what it finds at best warns. */
  readonly gates: boolean;
  readonly rules: readonly Rule[];
  /** What it is made of, base first and itself last. */
  readonly madeOf: readonly string[];
  /** Ids of the rules that its own file writes or changes, be it by a parameter; the others are those of what it extends. */
  readonly ownRules: ReadonlySet<string>;
  /** Names that stand for values in its rules, with the value that holds and the rules that use it. */
  readonly parameters: readonly PolicyParameter[];
  /** Parameters of its own file that no rule uses, and where they stand. */
  readonly unusedParameters: readonly { readonly name: string; readonly origin: RuleOrigin }[];
  /** Rules that were switched off, and where. */
  readonly disabled: readonly { readonly id: string; readonly origin: RuleOrigin }[];
}
