import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Licences whose code may be handed on inside an Apache-2.0 bundle, with their notices kept. */
const compatible = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unlicense",
]);

/** One paragraph of ncc's licence file starts with the package's name and, on the next line, its licence. */
const opening = /^(@?[a-z0-9][\w./-]*)\n([^\n]*)$/gm;

/** The packages of a licence file whose licence is not known to be compatible. */
export function refusedLicences(text) {
  return [...text.matchAll(opening)]
    .map(([, name, licence]) => ({ name, licence }))
    .filter(({ licence }) => !compatible.has(licence));
}

/**
 * The licence file of a bundle, with the packages that ncc missed (it passes over some that ship a module for import
 * beside one for require). Every package that is bundled has a paragraph afterwards.
 */
export function completedLicences(text, bundled, modules) {
  const listed = new Set([...text.matchAll(opening)].map(([, name]) => name));
  const missed = bundled.filter((name) => !listed.has(name)).sort();
  return [text.trimEnd(), ...missed.map((name) => paragraph(name, join(modules, name)))].join("\n\n") + "\n";
}

function paragraph(name, folder) {
  const { license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled and has no licence file`);
  return `${name}\n${license}\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
