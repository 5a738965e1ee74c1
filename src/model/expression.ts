import type { Evidence, ModelIdentity } from "./evidence.js";
import type { FactKind, FactOf } from "./fact.js";

/** What an expression speaks of, as far as its text tells. */
export interface ExpressionReads {
  /** False where it never names `facts`: then no file can spoil it. */
  readonly facts: boolean;
  /** Kinds of fact that it names; null where it names none, and may read any. */
  readonly kinds: readonly FactKind[] | null;
  /** Every text that stands in it: metrics, columns and names that it asks for. */
  readonly texts: readonly string[];
}

/** What an expression may look at. */
export interface ExpressionWorld {
  readonly evidence: Evidence;
  readonly approvals: readonly FactOf<"approval">[];
  readonly model: ModelIdentity;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A part of an expression that must hold, with what it came to. */
export interface ExpressionPart {
  readonly text: string;
  readonly answer: ExpressionAnswer;
}

export type ExpressionAnswer =
  | { readonly kind: "value"; readonly value: boolean }
  /** It could not be worked out: a field that a fact has not, an index beyond its list, more work than is allowed. */
  | { readonly kind: "error"; readonly message: string };

/** An expression of a policy, parsed and checked against the types of facts. */
export interface Expression {
  readonly text: string;
  readonly reads: ExpressionReads;
  evaluate(world: ExpressionWorld): ExpressionAnswer;
  /** What `&&` joins on the outside, one by one: the whole where it joins nothing. */
  parts(world: ExpressionWorld): readonly ExpressionPart[];
}

/** Something wrong with an expression, at a character of its text, from 0. */
export interface ExpressionFault {
  readonly offset: number;
  readonly message: string;
  readonly mend: string;
}

export type CompiledExpression =
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "faults"; readonly faults: readonly ExpressionFault[] };

/** Parses and checks expressions; loaded only where a policy has one. */
export type ExpressionCompiler = (text: string) => CompiledExpression;
