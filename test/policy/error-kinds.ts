import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A kind of error of the language: the message with a hole for each name and number, and where it is written. */
export interface ErrorKind {
  readonly file: string;
  readonly template: string;
  readonly matches: RegExp;
}

/** Functions that tell an error, and which of their arguments is its message. */
const tellers: Readonly<Record<string, number>> = {
  complain: 0,
  complainOfKey: 1,
  complainWithin: 1,
  problemAt: 1,
  refuse: 0,
  mistake: 2,
  fault: 1,
  at: 2,
};

const hole = "\u0000";

/** The texts that an expression may give; none where it hands on what another says. */
function textsOf(node: ts.Node, names: ReadonlyMap<string, readonly ts.Expression[]>): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => hole + literal.text).join("")];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue, names), ...textsOf(node.whenFalse, names)];
  if (ts.isIdentifier(node)) return (names.get(node.text) ?? []).flatMap((one) => textsOf(one, new Map()));
  return [];
}

const kindOf = (file: string, template: string): ErrorKind => ({
  file,
  template: template.replaceAll(hole, "…"),
  matches: new RegExp(
    `^${template
      .split(hole)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".+")}$`,
    "s",
  ),
});

/** The kinds of error that a file of the language's sources tells, and what its leaves expect. */
function kindsIn(file: string): readonly ErrorKind[] {
  const source = ts.createSourceFile(file, readFileSync(`src/policy/${file}`, "utf8"), ts.ScriptTarget.Latest, true);
  const names = new Map<string, ts.Expression[]>();
  const found: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      names.set(node.name.text, [...(names.get(node.name.text) ?? []), node.initializer]);
    ts.forEachChild(node, collect);
  };
  collect(source);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : node.expression.getText();
      const index = called === "at" && file.endsWith("limits.ts") ? 1 : tellers[called];
      const message = index === undefined ? undefined : node.arguments[index];
      if (message !== undefined) found.push(...textsOf(message, names));
      const [expected] = node.arguments;
      if (/^leaf$/.test(called) && expected !== undefined)
        found.push(...textsOf(expected, names).map((text) => `${hole}; expected ${text}`));
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "message")
      found.push(...textsOf(node.initializer, names));
    ts.forEachChild(node, visit);
  };
  visit(source);
  // A message that hands on another's alone has no words of its own.
  return [...new Set(found)].filter((text) => /[a-z]{3}/.test(text)).map((text) => kindOf(file, text));
}

/** Every kind of error that policies, waivers and configuration can be refused for, read from the sources. */
export const errorKinds = (): readonly ErrorKind[] =>
  readdirSync("src/policy", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("generated") && !file.endsWith("fields.ts"))
    .sort()
    .flatMap(kindsIn);
