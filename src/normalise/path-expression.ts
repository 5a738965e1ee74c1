import type { Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";

/** A value found in a document, with where it stands and by which key it was reached. */
export interface Located {
  readonly value: Value;
  readonly pointer: string;
  readonly key: string;
  readonly index: number;
}

/** What `$`, `$1`, `$2` … and `$$` mean at one place of a mapping. */
export interface Scope {
  readonly document: Located;
  /** Outer to inner; the last is `$`. */
  readonly items: readonly Located[];
}

type Step = { readonly kind: "key"; readonly key: string } | { readonly kind: "each" };

/** A path of a mapping (`$.psi`, `$$.generated`, `$1["a b"]`), an item's place (`@key`, `@index`, `@key1`), or a constant. */
export type PathExpression =
  | { readonly kind: "constant"; readonly value: Value }
  /** Of the item that is so deep, from 1; null is the innermost. */
  | { readonly kind: "key" | "index"; readonly of: number | null }
  | { readonly kind: "path"; readonly from: "document" | "item" | number; readonly steps: readonly Step[] };

const root = /^(\$\$|\$\d{0,2}|\$)/;
const step = /^(?:\.([A-Za-z0-9_@+\-]+)|\.(\*)|\[(\d+)\]|\[(\*)\]|\["((?:[^"\\]|\\.)*)"\])/;

/**
 * Reads a path expression.
 *
 * @returns a message where the text begins like a path and is none
 */
export function parsePath(written: Value): PathExpression | { readonly kind: "invalid"; readonly message: string } {
  if (typeof written !== "string" || !/^[$@]/.test(written)) return { kind: "constant", value: written };
  const place = /^@(key|index)(\d{0,2})$/.exec(written);
  if (place !== null) {
    const kind = place[1] === "key" ? "key" : "index";
    return { kind, of: place[2] === "" ? null : Number(place[2]) };
  }
  const start = root.exec(written)?.[0];
  if (start === undefined) return { kind: "invalid", message: `${written} is neither @key nor @index` };
  const steps: Step[] = [];
  let rest = written.slice(start.length);
  while (rest !== "") {
    const match = step.exec(rest);
    if (match === null)
      return { kind: "invalid", message: `${written} is not a path: ${rest.slice(0, 20)} cannot be read` };
    const [whole, name, star, index, starred, quoted] = match;
    if (star !== undefined || starred !== undefined) steps.push({ kind: "each" });
    else steps.push({ kind: "key", key: name ?? index ?? unquoted(quoted ?? "") });
    rest = rest.slice(whole.length);
  }
  return { kind: "path", from: start === "$$" ? "document" : start === "$" ? "item" : Number(start.slice(1)), steps };
}

const unquoted = (text: string): string => text.replace(/\\(.)/g, "$1");

/** Whether a value under a key is looked for; asked of what the last step of a path finds beneath all keys. */
export type Keeps = (key: string, value: Value) => boolean;

/** All values that an expression finds in its scope. */
export function findAll(expression: PathExpression, scope: Scope, keeps?: Keeps): readonly Located[] {
  switch (expression.kind) {
    case "constant":
      return [{ value: expression.value, pointer: innermost(scope).pointer, key: "", index: 0 }];
    case "key":
    case "index": {
      const item = expression.of === null ? innermost(scope) : scope.items[expression.of - 1];
      return item === undefined ? [] : [{ ...item, value: item[expression.kind] }];
    }
    case "path": {
      const start = startOf(expression.from, scope);
      return start === undefined ? [] : follow(start, expression.steps, keeps);
    }
  }
}

/** The one value that an expression finds; undefined where it finds none. */
export function findOne(expression: PathExpression, scope: Scope): Located | undefined {
  if (expression.kind !== "path" || expression.steps.some(({ kind }) => kind === "each"))
    return findAll(expression, scope)[0];
  let at = startOf(expression.from, scope);
  for (const next of expression.steps) if (at !== undefined && next.kind === "key") at = childAt(at, next.key);
  return at;
}

const innermost = ({ items, document }: Scope): Located => items[items.length - 1] ?? document;

function startOf(from: "document" | "item" | number, scope: Scope): Located | undefined {
  if (from === "document") return scope.document;
  return from === "item" ? innermost(scope) : scope.items[from - 1];
}

function follow(start: Located, steps: readonly Step[], keeps?: Keeps): readonly Located[] {
  let current: readonly Located[] = [start];
  for (const [position, next] of steps.entries()) {
    if (next.kind === "each") {
      const kept = position === steps.length - 1 ? keeps : undefined;
      current = current.flatMap((at) => children(at, kept));
      continue;
    }
    const only = current.length === 1 ? current[0] : undefined;
    const found =
      only === undefined ? current.flatMap((at) => childAt(at, next.key) ?? []) : (childAt(only, next.key) ?? []);
    current = Array.isArray(found) ? found : [found as Located];
    if (current.length === 0) return current;
  }
  return current;
}

function childAt({ value, pointer: base }: Located, key: string): Located | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const child = (value as { readonly [name: string]: Value })[key];
  return child === undefined ? undefined : { value: child, pointer: pointer(base, key), key, index: 0 };
}

function children({ value, pointer: base }: Located, keeps?: Keeps): readonly Located[] {
  if (typeof value !== "object" || value === null) return [];
  const found: Located[] = [];
  Object.entries(value).forEach(([key, child]: [string, Value], index) => {
    if (keeps === undefined || keeps(key, child)) found.push({ value: child, pointer: pointer(base, key), key, index });
  });
  return found;
}
