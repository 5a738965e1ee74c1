import type { ASTNode } from "@marcbachmann/cel-js";
import type { ExpressionFault } from "../../model/expression.js";

const macros: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "map", "filter"]);

/** Macros inside one another; each multiplies the work by the number of facts. */
const deepest = 2;
/** Macros in one expression. */
const most = 8;
/** Times that lists and texts may grow, over all steps that stand behind one another. */
const mostGrowth = 64;

/** Nodes directly below a node. */
export function childrenOf({ args }: ASTNode): readonly ASTNode[] {
  const found: ASTNode[] = [];
  const collect = (one: unknown): void => {
    if (Array.isArray(one)) for (const element of one) collect(element);
    else if (isNode(one)) found.push(one);
  };
  collect(args);
  return found;
}

const isNode = (one: unknown): one is ASTNode =>
  typeof one === "object" && one !== null && "op" in one && "args" in one && "start" in one;

export function* everyNode(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}

/** What an expression may not hold, because its work would not be bounded or NaN would slip through it. */
export function faultsOf(ast: ASTNode): readonly ExpressionFault[] {
  return [...everyNode(ast)].flatMap((node) => ofNode(node) ?? []).concat(ofMacros(ast));
}

const at = ({ start }: ASTNode, message: string, mend: string): ExpressionFault => ({ offset: start, message, mend });

function ofNode(node: ASTNode): ExpressionFault | null {
  if (node.op === "rcall" && node.args[0] === "matches")
    return at(node, "`matches` is not offered", "write `re_match(pattern, text)`, whose time is bounded");
  if (node.op === "call" && node.args[0] === "matches")
    return at(node, "`matches` is not offered", "write `re_match(pattern, text)`, whose time is bounded");
  if (node.op === "call" && node.args[0] === "double")
    return at(
      node,
      "`double` is not offered: it reads `NaN`",
      "write `number(x)`, which is an error for what is no number",
    );
  if (node.op === "/" && !isNonZero(node.args[1])) {
    const mend = "write `ratio(a, b)`, which is an error where b is 0, or divide by a number";
    return at(node, "a quotient may come out as no number", mend);
  }
  return null;
}

const isNonZero = (node: ASTNode): boolean =>
  node.op === "value" && (typeof node.args === "number" || typeof node.args === "bigint") && Number(node.args) !== 0;

const isMacro = (node: ASTNode): node is Extract<ASTNode, { readonly op: "rcall" }> =>
  node.op === "rcall" && macros.has(node.args[0]);

function ofMacros(ast: ASTNode): readonly ExpressionFault[] {
  const used = [...everyNode(ast)].filter(isMacro);
  const deep = used.find((node) => depthOf(node) > deepest);
  if (deep !== undefined)
    return [at(deep, `macros stand more than ${deepest} deep in one another`, "make two rules of it, or filter first")];
  const beyond = used[most];
  if (beyond !== undefined) return [at(beyond, `more than ${most} macros in one expression`, "make two rules of it")];
  const growth = used.reduce(
    (product, { args: [, , args] }) => product * (1 + args.reduce((sum, one) => sum + plusesIn(one), 0)),
    1,
  );
  const [first] = used;
  return growth > mostGrowth && first !== undefined
    ? [at(first, "it may build lists or texts without bound", "use fewer `+` inside macros")]
    : [];
}

/** How deep macros stand in one another, the receiver of a macro being beside it and not inside. */
export function depthOf(node: ASTNode): number {
  if (!isMacro(node)) return Math.max(0, ...childrenOf(node).map(depthOf));
  const [, receiver, args] = node.args;
  return Math.max(depthOf(receiver), 1 + Math.max(0, ...args.map(depthOf)));
}

const plusesIn = (node: ASTNode): number => [...everyNode(node)].filter(({ op }) => op === "+").length;
