import type { ASTNode } from "@marcbachmann/cel-js";
import { everyNode } from "./limits.js";

/** Steps that may come out as no number; fields too, since a tool writes NaN among its parameters. */
const steps: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "-_", "call", "rcall", ".", "[]"]);

/** What the library calls sums and quotients of whole numbers that there are not. */
const overflows: ReadonlySet<unknown> = new Set(["numeric_overflow", "division_by_zero", "modulo_by_zero"]);

/** Steps of an expression that came out as no number since it was last asked. */
export interface Spill {
  /** Forgets them. */
  clear(): void;
  /** What the first of them was; null where there was none. */
  first(): string | null;
}

/**
 * Watches every step of an expression. In the language an error on one side of `||` is forgotten where the other side
 * is true; a number that is none must not be: what was worked out with it says nothing.
 */
export function watchNumbers(ast: ASTNode): Spill {
  let found: string | null = null;
  for (const node of everyNode(ast)) {
    if (!steps.has(node.op)) continue;
    const tell = (what: string): string =>
      (found ??= `\`${node.input.slice(node.start, node.end).replaceAll(/\s+/g, " ")}\` ${what}`);
    watch(node, (value) => new RangeError(tell(`gives ${value}, which is no number`)), tell);
  }
  return { clear: () => (found = null), first: () => found };
}

type Evaluate = (evaluator: unknown, node: unknown, context: unknown) => unknown;

const isEvaluable = (node: object): node is { evaluate: Evaluate } =>
  "evaluate" in node && typeof node.evaluate === "function";

/** Stands about the evaluation of a node, which puts another in its place when it is evaluated first. */
function watch(node: ASTNode, errorOf: (value: number) => Error, tell: (what: string) => string): void {
  if (!isEvaluable(node)) throw new TypeError("the steps of expressions cannot be watched");
  let inner = node.evaluate;
  const outer: Evaluate = (evaluator, itself, context) => {
    let value: unknown;
    try {
      value = inner.call(node, evaluator, itself, context);
    } catch (error) {
      if (error instanceof Error && "code" in error && overflows.has(error.code)) tell("gives no whole number");
      throw error;
    } finally {
      if (node.evaluate !== outer) {
        inner = node.evaluate;
        node.evaluate = outer;
      }
    }
    if (typeof value === "number" && !Number.isFinite(value)) throw errorOf(value);
    return value;
  };
  node.evaluate = outer;
}
