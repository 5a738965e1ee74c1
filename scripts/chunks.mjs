// The chunks of an entry: what nearly every run needs in the first file, what it seldom calls in files that are found when
// it is called, and the rest where the sources say `import()`.
// Measured: what costs at the start of a process is the text that V8 must scan, files that must be found, and functions
// around modules, which are scanned twice; a CommonJS entry starts before a module.
import { join } from "node:path";
import { rolldown } from "rolldown";
import { withLazyImports } from "./lazy-imports.mjs";
import { seldom } from "./seldom.mjs";

/** What nearly every run asks for lies in the first file: another file costs more to find than these to pass over. */
const usual = [
  "adapters/evidently-report",
  "adapters/facts-jsonl",
  "adapters/great-expectations-validation",
  "adapters/huggingface-card",
  "checks/card-fields",
  "checks/card-sections",
  "checks/data-quality",
  "checks/drift",
  "checks/metric",
  "checks/report-freshness",
];
const usualOf = { cli: [...usual, "report/forms/terminal"], action: usual };

/** What a change at a desk needs besides lies in one file: many small ones cost more to find than they hold. */
const together = { changed: "commands/check-changed" };

const loaderPrefix = "\0waits:";
const groupPrefix = "\0seldom:";

/**
 * @param root folder of the compiled modules
 * @param entry of the modules, without ending
 * @returns rolldown's chunks, packages included
 */
export async function bundled(root, entry) {
  const imports = new Map();
  const loads = new Map();
  const groupOf = new Map();
  const keyOf = new Map();
  const membersOf = new Map(Object.keys(seldom).map((group) => [group, []]));
  const start = new Set();
  const placed = new Map();

  const waiting = {
    name: "waiting",
    async buildStart() {
      for (const [group, names] of Object.entries(seldom))
        for (const name of names) {
          const found = name.startsWith("src/") ? { id: join(root, `${name.slice(4)}.js`) } : await this.resolve(name);
          if (found === null) throw new Error(`${name} of scripts/seldom.mjs is not found`);
          groupOf.set(found.id, group);
          keyOf.set(found.id, `m${membersOf.get(group).length}`);
          membersOf.get(group).push(found.id);
        }
    },
    resolveId(source) {
      return source.startsWith("\0") ? source : null;
    },
    load(id) {
      if (id.startsWith(loaderPrefix))
        return `let loaded; export const load = () => (loaded ??= module.require("./${id.slice(loaderPrefix.length)}.js"));`;
      if (id.startsWith(groupPrefix))
        return membersOf
          .get(id.slice(groupPrefix.length))
          .map((member) => `export * as ${keyOf.get(member)} from ${JSON.stringify(member)};`)
          .join("\n");
      return null;
    },
    async transform(code, id) {
      if (id.startsWith("\0") || groupOf.has(id) || /[\\/]node_modules[\\/]/.test(id)) return null;
      const found = new Map();
      for (const [, source] of code.matchAll(/^(?:import|export) [^;]*? from "([^"]+)";/gm))
        if (!found.has(source)) found.set(source, (await this.resolve(source, id))?.id);
      const groups = new Set();
      const loaderOf = (source) => {
        const group = groupOf.get(found.get(source));
        if (group === undefined) return null;
        groups.add(group);
        return `load_${group}().${keyOf.get(found.get(source))}`;
      };
      const lazy = withLazyImports(code, loaderOf, id);
      if (!lazy.changed) return null;
      loads.set(id, groups);
      const loaders = [...groups].map((group) => `import { load as load_${group} } from "${loaderPrefix}${group}";\n`);
      return { code: loaders.join("") + lazy.code };
    },
    moduleParsed({ id, importedIds }) {
      imports.set(id, importedIds);
    },
    buildEnd() {
      spread(
        [join(root, `${entry}.js`), ...usualOf[entry].map((module) => join(root, `${module}.js`))],
        "start",
        start,
      );
      for (const group of Object.keys(seldom)) spread([`${groupPrefix}${group}`], group, new Set());
      for (const [name, module] of Object.entries(together)) spread([join(root, `${module}.js`)], name, new Set());
    },
  };
  /** Gives a chunk everything that is imported from there on and has no place yet. */
  const spread = (open, chunk, ids) => {
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (placed.has(id)) continue;
      placed.set(id, chunk);
      ids.add(id);
      open.push(...(imports.get(id) ?? []));
    }
  };

  const flat = await rolldown({
    input: {
      index: join(root, `${entry}.js`),
      ...Object.fromEntries(Object.keys(seldom).map((group) => [group, `${groupPrefix}${group}`])),
    },
    platform: "node",
    treeshake: { moduleSideEffects: false },
    plugins: [waiting],
    preserveEntrySignatures: "allow-extension",
    checks: { ineffectiveDynamicImport: false },
    logLevel: "warn",
  });
  const { output } = await flat.generate({
    format: "cjs",
    minify: false,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: ["start", ...Object.keys(seldom), ...Object.keys(together)].map((name) => ({
        name,
        test: (id) => placed.get(id) === name,
      })),
    },
  });
  return output.filter(({ type }) => type === "chunk");
}
