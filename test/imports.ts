import { readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";

/** One import: the file that makes it, and the file (from the same root) or package that it names. */
export interface Import {
  readonly file: string;
  readonly to: string;
  /** False where the import is of types alone, or waits until it is called. */
  readonly atStart: boolean;
}

const statement = /\b(import|export)\s+(type\s)?[^;"]*?from\s*"([^"]+)"|\bimport\s*(\()?\s*"([^"]+)"/g;

/** The imports of a source text; relative ones are resolved from the file's path. */
export function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(([, , type, from, lazy, direct]) => {
    const named = from ?? direct ?? "";
    const to = named.startsWith(".") ? posix.join(posix.dirname(file), named).replace(/\.js$/, ".ts") : named;
    return { file, to, atStart: type === undefined && lazy === undefined };
  });
}

/** Every import below a folder of TypeScript files. */
export function importsBelow(folder: string): readonly Import[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => importsOf(file, readFileSync(posix.join(folder, file), "utf8")));
}

/** The top folder of a file, or the name of a file that stands in no folder; a package is its own layer. */
export function layerOf(path: string): string {
  return path.endsWith(".ts") ? (path.split("/")[0] ?? path).replace(/\.ts$/, "") : path;
}

/** Imports that leave their layer for one that it may not use. A layer without an entry may use nothing. */
export function strays(
  imports: readonly Import[],
  mayUse: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return imports
    .filter(({ file, to }) => {
      const [from, target] = [layerOf(file), layerOf(to)];
      const allowed = Object.hasOwn(mayUse, from) ? mayUse[from] : undefined;
      return from !== target && !(allowed ?? []).includes(target);
    })
    .map(({ file, to }) => `${file} imports ${to}`);
}

/** Files that import one another in a circle, each circle once, from where the walk met it. */
export function cycles(imports: readonly Import[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { file, to, atStart } of imports) {
    if (!atStart) continue;
    targets.set(file, [...(targets.get(file) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const met = path.indexOf(file);
    if (met >= 0) found.push([...path.slice(met), file].join(" > "));
    if (met >= 0 || done.has(file)) return;
    for (const to of targets.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
