#!/usr/bin/env node
// Writes what is derived from the sources: the lists of adapters, checks and reports, the packs, the JSON Schemas.
// `--check` writes nothing and fails where a list is stale.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { formatsPage } from "./formats-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const checkOnly = process.argv.includes("--check");
const stale = [];

const camelCase = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** One export a file, named as the file in camel case; the list is in name order. */
function registry({ folder, type, from, list, comment }) {
  const path = join(root, "src", folder);
  if (!existsSync(path)) return;
  const ids = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "index.ts")
    .map((entry) => entry.name.slice(0, -3))
    .sort((a, b) => (a < b ? -1 : 1));
  const text = [
    "// Written by scripts/generate.mjs from the files of this folder.",
    ...ids.map((id) => `import { ${camelCase(id)} } from "./${id}.js";`),
    `import type { ${type} } from "${from}";`,
    "",
    `/** ${comment} */`,
    ids.length === 0
      ? `export const ${list}: readonly ${type}[] = [];`
      : `export const ${list}: readonly ${type}[] = [\n${ids.map((id) => `  ${camelCase(id)},`).join("\n")}\n];`,
    "",
  ].join("\n");
  emit(join(path, "index.ts"), text);
}

function emit(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  if (checkOnly) stale.push(path.slice(root.length));
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

registry({
  folder: "adapters",
  type: "Adapter",
  from: "../model/adapter.js",
  list: "adapters",
  comment: "Every format. Recognisers exclude one another, so the order says nothing.",
});

registry({
  folder: "checks",
  type: "Check",
  from: "../model/check.js",
  list: "checks",
  comment: "Every check that a rule can name.",
});
registry({
  folder: "report/forms",
  type: "Reporter",
  from: "../../model/reporter.js",
  list: "reporters",
  comment: "Every form of the report.",
});

/** Where each form of the report is: a run that prints one loads one. */
function formModules() {
  const ids = readdirSync(join(root, "src", "report", "forms"))
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .map((name) => name.slice(0, -3))
    .sort((a, b) => (a < b ? -1 : 1));
  const text = [
    "// Written by scripts/generate.mjs from src/report/forms.",
    'import type { Reporter } from "../../model/reporter.js";',
    "",
    "/** Every form of the report by its id, loaded when it is asked for. */",
    "export const formModules: Readonly<Record<string, () => Promise<Reporter>>> = {",
    ...ids.map((id) => `  ${JSON.stringify(id)}: async () => (await import("../forms/${id}.js")).${camelCase(id)},`),
    "};",
    "",
  ].join("\n");
  emit(join(root, "src", "report", "generated", "form-modules.ts"), text);
}

/** Where each check is, so that a run loads those that its policies name. */
function checkModules() {
  const ids = readdirSync(join(root, "src", "checks"))
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .map((name) => name.slice(0, -3))
    .sort((a, b) => (a < b ? -1 : 1));
  const text = [
    "// Written by scripts/generate.mjs from src/checks.",
    'import type { Check } from "../../model/check.js";',
    "",
    "/** Every check by its id, loaded when it is asked for. */",
    "export const checkModules: Readonly<Record<string, () => Promise<Check>>> = {",
    ...ids.map(
      (id) => `  ${JSON.stringify(id)}: async () => (await import("../../checks/${id}.js")).${camelCase(id)},`,
    ),
    "};",
    "",
  ].join("\n");
  emit(join(root, "src", "policy", "generated", "check-modules.ts"), text);
}

/** Facts that are numbers of a model: what reads nothing else is mended in the model, whatever its area. */
const ofNumbers = new Set(["measurement", "table", "attribution", "drift", "experiment"]);

/** Checks of what is written and signed, by their area. */
async function paperChecks() {
  const { checks } = await import("../src/checks/index.ts");
  const ids = checks
    .filter(({ area }) => area === "documentation" || area === "governance")
    .filter(
      ({ area, needs }) =>
        area === "documentation" || !(needs.length > 0 && needs.every((kind) => ofNumbers.has(kind))),
    )
    .map(({ id }) => id)
    .sort((a, b) => (a < b ? -1 : 1));
  const text = [
    "// Written by scripts/generate.mjs from the areas of src/checks.",
    "",
    "/** Checks of documentation and governance that read more than a model's numbers. */",
    `export const paperChecks: ReadonlySet<string> = new Set(${JSON.stringify(ids)});`,
    "",
  ].join("\n");
  emit(join(root, "src", "report", "generated", "paper-checks.ts"), text);
}

/** The packs' texts, so that the bundle needs no file beside it. */
function packs() {
  const folder = join(root, "policies");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml") && !name.endsWith(".test.yaml"))
    .sort();
  const entries = names.map(
    (name) =>
      `  ${JSON.stringify(name.slice(0, -".yaml".length))}: ${JSON.stringify(readFileSync(join(folder, name), "utf8"))},`,
  );
  const text = [
    "// Written by scripts/generate.mjs from policies/*.yaml.",
    "",
    "/** The policies that ship with the tool, by the name that follows `referee:`. */",
    `export const packs: Readonly<Record<string, string>> = {\n${entries.join("\n")}\n};`,
    "",
  ].join("\n");
  emit(join(root, "src", "policy", "generated", "packs.ts"), text);
}

/** The JSON Schemas, from the same tables that read what people write. */
async function schemas() {
  register("./typescript-loader.mjs", import.meta.url);
  const { schemaFiles } = await import("../src/policy/schema.ts");
  const { checks } = await import("../src/checks/index.ts");
  const { policyTestSchema } = await import("../src/policy-tests/form.ts");
  const { factSchema } = await import("../src/read/fact-schema.ts");
  const files = { ...schemaFiles(checks), "policy-test": policyTestSchema(), fact: factSchema() };
  for (const [name, schema] of Object.entries(files)) {
    emit(join(root, "schema", `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/** The schema of the report, from its types. */
async function reportSchema() {
  const { schemaOfType } = await import("./report-schema.mjs");
  const schema = schemaOfType(root, "src/model/report.ts", "Report", {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "The report of model-referee, schema version 1",
  });
  emit(join(root, "schema", "report.schema.json"), `${JSON.stringify(schema, null, 2)}\n`);
  const text = [
    "// Written by scripts/generate.mjs from the types of src/model/report.ts.",
    "",
    "/** The JSON Schema of the report, as text. */",
    `export const reportSchema: string =\n  '${JSON.stringify(schema).replace(/[\\']/g, "\\$&")}';`,
    "",
  ].join("\n");
  emit(join(root, "src", "report", "generated", "report-schema.ts"), text);
}

/** What is read, from the adapters' own metadata. */
async function formats() {
  const { adapters } = await import("../src/adapters/index.ts");
  emit(join(root, "docs", "formats.md"), formatsPage(adapters));
}

/** A page for each check, and the table of them all. */
async function checkPages() {
  const { checkIndex, checkPage } = await import("./check-pages.mjs");
  const { checks } = await import("../src/checks/index.ts");
  const { loadAnyPolicies } = await import("../src/policy/load.ts");
  const { policyFilesOf } = await import("../src/policy/files.ts");
  const { memory } = await import("../src/world/memory.ts");
  for (const check of checks) {
    const text = `policy: example\nrules:\n  ${check.example.rule}\n`;
    const { policies, problems } = await loadAnyPolicies(
      ["example.yaml"],
      policyFilesOf(memory({ "example.yaml": text })),
    );
    const rule = policies[0]?.rules[0];
    if (rule === undefined || rule.check.id !== check.id) {
      throw new Error(
        `the example of \`${check.id}\` is no rule of it: ${problems.map(({ message }) => message).join("; ")}`,
      );
    }
    emit(
      join(root, "docs", "checks", `${check.id}.md`),
      checkPage(check, rule.check.plain(rule.subject, rule.options)),
    );
  }
  emit(join(root, "docs", "checks", "README.md"), checkIndex(checks));
}

formModules();
checkModules();
/** A page for each pack, from the policy as it is loaded. */
async function packPages() {
  const { loadAnyPolicies } = await import("../src/policy/load.ts");
  const { packPage } = await import("../src/policy/pack-page.ts");
  const nothing = { read: () => ({ kind: "missing" }) };
  const folder = join(root, "policies");
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml") && !name.endsWith(".test.yaml"));
  const shipped = Object.fromEntries(
    names.map((name) => [name.slice(0, -".yaml".length), readFileSync(join(folder, name), "utf8")]),
  );
  for (const name of Object.keys(shipped).sort()) {
    const { policies, problems } = await loadAnyPolicies([`referee:${name}`], nothing, { packs: shipped });
    if (policies[0] === undefined)
      throw new Error(`the pack ${name}: ${problems.map(({ message }) => message).join("; ")}`);
    emit(join(root, "docs", "packs", `${name}.md`), packPage(name, policies[0]));
  }
}

packs();
await schemas();
await paperChecks();
await packPages();
await reportSchema();
await formats();
await checkPages();

if (stale.length > 0) {
  process.stderr.write(`stale, run \`npm run generate\`: ${stale.join(", ")}\n`);
  process.exitCode = 1;
}
