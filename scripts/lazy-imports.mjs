// Lets a module wait for another until it is called: `import { mean } from "./mean.js"` is taken away, and every `mean` of the
// module becomes `load().mean`. The sources stay plain imports; only dist/ differs.
import ts from "typescript";

/**
 * @param code JavaScript of one module
 * @param loaderOf for the source of an import: the expression that gives that module's exports when it is evaluated; null
 *   where the import stays
 * @param name of the module, for messages
 * @returns the code and whether it has changed
 * @throws Error where such an import is used before anything is called, is handed on, or its name stands for something
 *   else too
 */
export function withLazyImports(code, loaderOf, name) {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const edits = [];
  const replaced = new Map();
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
      if (loaderOf(statement.moduleSpecifier.text) !== null)
        throw new Error(`${name} hands on a module that is to wait`);
      continue;
    }
    if (!ts.isImportDeclaration(statement)) continue;
    const loader = loaderOf(statement.moduleSpecifier.text);
    if (loader === null) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings) || statement.importClause?.name !== undefined)
      throw new Error(`${name} imports ${statement.moduleSpecifier.text} in another way than by names`);
    for (const { name: local, propertyName } of bindings.elements)
      replaced.set(local.text, `${loader}.${(propertyName ?? local).text}`);
    edits.push({ from: statement.getStart(), to: statement.end, text: "" });
  }
  if (replaced.size === 0) return { code, changed: false };

  const visit = (node, called) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isExportDeclaration(node)) {
      for (const { name: exported, propertyName } of node.exportClause?.elements ?? [])
        if (replaced.has((propertyName ?? exported).text))
          throw new Error(`${name} hands on ${exported.text}, which is to wait`);
      return;
    }
    if (ts.isIdentifier(node) && replaced.has(node.text)) use(node, called);
    const within = called || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, within));
  };
  const use = (node, called) => {
    const { parent } = node;
    const text = replaced.get(node.text);
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
    if (ts.isPropertyAssignment(parent) && parent.name === node) return;
    if (ts.isMethodDeclaration(parent) && parent.name === node) return;
    if (ts.isPropertyDeclaration(parent) && parent.name === node) return;
    if (ts.isBindingElement(parent) && parent.propertyName === node) return;
    if (isDeclared(node)) throw new Error(`${name} gives the name ${node.text} to something else as well`);
    if (!called) throw new Error(`${name} uses ${node.text} before anything is called: it cannot wait`);
    if (ts.isShorthandPropertyAssignment(parent))
      edits.push({ from: node.getStart(), to: node.end, text: `${node.text}: ${text}` });
    else if (ts.isCallExpression(parent) && parent.expression === node)
      edits.push({ from: node.getStart(), to: node.end, text: `(0, ${text})` });
    // `new load().A()` would construct the loader.
    else if (ts.isNewExpression(parent) && parent.expression === node)
      edits.push({ from: node.getStart(), to: node.end, text: `(${text})` });
    else edits.push({ from: node.getStart(), to: node.end, text });
  };
  visit(file, false);
  edits.sort((a, b) => b.from - a.from);
  let changed = code;
  for (const { from, to, text } of edits) changed = changed.slice(0, from) + text + changed.slice(to);
  return { code: changed, changed: true };
}

/** True where an identifier gives its name to something: a variable, a parameter, a function, a class. */
const isDeclared = (node) => {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent) ||
      ts.isClassDeclaration(parent)) &&
    parent.name === node
  );
};
