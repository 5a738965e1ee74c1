#!/usr/bin/env node
// Builds dist/ from src/: what is derived is written, tsc compiles to build/src, ncc bundles each entry with its licences.
// The same sources give the same bytes, whatever the folder they stand in.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";
import { completedLicences, refusedLicences } from "./licences.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiled = join(root, "build", "src");

/** What dist/ holds, by entry: the command line and, where it exists, the Action. */
const entries = ["cli", "action"].filter((entry) => existsSync(join(root, "src", `${entry}.ts`)));

function step(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

async function bundle(entry) {
  const { code, assets } = await ncc(join(compiled, `${entry}.js`), {
    cache: false,
    quiet: true,
    // Not minified: measured, it starts no sooner, and what runs in a workflow can be read.
    minify: false,
    license: "licenses.txt",
    target: "es2022",
  });
  const folder = join(root, "dist", entry);
  const emit = (name, content) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const names = Object.keys(assets).sort();
  for (const name of names) emit(name, assets[name].source);
  const whole = [code, ...names.filter((name) => name.endsWith(".js")).map((name) => assets[name].source)].join("\n");
  const listed = assets["licenses.txt"]?.source.toString() ?? "";
  emit("licenses.txt", completedLicences(listed, whole, join(root, "node_modules")));
  emit("index.js", entry === "cli" ? `#!/usr/bin/env node\n${code}` : code);
  emit("package.json", '{"type":"module"}\n');
  if (entry === "cli") chmodSync(join(folder, "index.js"), 0o755);
}

/** A path of this machine in a bundle would differ on every other machine, and tell of this one. */
function filesWithMachinePath() {
  const folder = join(root, "dist");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path, "utf8").includes(root.slice(0, -1)));
}

step(join(root, "scripts", "generate.mjs"));
rmSync(compiled, { recursive: true, force: true });
step(join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.json");
rmSync(join(root, "dist"), { recursive: true, force: true });
try {
  for (const entry of entries) await bundle(entry);
} catch (error) {
  // The stack leads through ncc's own minified source and says nothing.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const faults = [
  ...filesWithMachinePath().map((path) => `${path} holds a path of this machine`),
  ...entries.flatMap((entry) =>
    refusedLicences(readFileSync(join(root, "dist", entry, "licenses.txt"), "utf8")).map(
      ({ name, licence }) => `dist/${entry} holds ${name} under ${licence}, which is not known to be compatible`,
    ),
  ),
];
if (faults.length > 0) {
  process.stderr.write(`${faults.join("\n")}\n`);
  process.exit(1);
}
