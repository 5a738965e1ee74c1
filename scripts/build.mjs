#!/usr/bin/env node
// Builds dist/ from src/: what is derived is written, tsc compiles to build/src, rolldown lays the modules of each chunk
// and their packages into one scope (chunks.mjs), terser takes comments and spaces away, ncc gathers the packages' licences.
// The same sources give the same bytes, whatever the folder they stand in.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";
import { minify } from "terser";
import { bundled } from "./chunks.mjs";
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

/** Names of the packages that chunks hold. */
const packagesOf = (chunks) => {
  const ids = chunks.flatMap(({ modules }) => Object.keys(modules));
  const names = ids.flatMap(
    (id) => /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*[\\/]node_modules[\\/])/.exec(id)?.[1] ?? [],
  );
  return [...new Set(names.map((name) => name.replaceAll("\\", "/")))];
};

/** Comments and spaces away, local names short; names of functions stay, for stacks. */
async function lean(code) {
  const { code: shorter } = await minify(code, {
    ecma: 2020,
    compress: { defaults: false, dead_code: true, unused: true },
    mangle: { keep_fnames: true, keep_classnames: true },
    format: { ascii_only: true, comments: false },
  });
  if (shorter === undefined) throw new Error("nothing is left of a bundle");
  return `${shorter}\n`;
}

async function bundle(entry) {
  const folder = join(root, "dist", entry);
  mkdirSync(folder, { recursive: true });
  const emit = (name, content) => {
    writeFileSync(join(folder, name), content);
  };
  const chunks = await bundled(compiled, entry);
  for (const { fileName, code } of chunks) {
    const main = await lean(code);
    emit(fileName, entry === "cli" && fileName === "index.js" ? `#!/usr/bin/env node\n${main}` : main);
  }
  const { assets } = await ncc(join(compiled, `${entry}.js`), {
    cache: false,
    quiet: true,
    minify: false,
    license: "licenses.txt",
    target: "es2022",
  });
  const listed = assets["licenses.txt"]?.source.toString() ?? "";
  emit("licenses.txt", completedLicences(listed, packagesOf(chunks), join(root, "node_modules")));
  emit("package.json", '{"type":"commonjs"}\n');
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

/** The digest of what was compiled, so that every report says by which sources it was made. */
function stampDigest() {
  const hash = createHash("sha256");
  const files = readdirSync(compiled, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".js"))
    .sort();
  for (const path of files)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(compiled, path)))
      .update("\0");
  const version = join(compiled, "version.js");
  const text = readFileSync(version, "utf8");
  const stamped = text.replace("sourceDigest = null", `sourceDigest = "sha256:${hash.digest("hex")}"`);
  if (stamped === text) throw new Error("src/version.ts has no place for the digest of the sources");
  writeFileSync(version, stamped);
}

step(join(root, "scripts", "generate.mjs"));
rmSync(join(root, "build"), { recursive: true, force: true });
step(join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.json");
stampDigest();
rmSync(join(root, "dist"), { recursive: true, force: true });
try {
  for (const entry of entries) await bundle(entry);
  // Who measures runs build/src itself, as the modules that it holds.
  writeFileSync(join(root, "build", "package.json"), '{"type":"module"}\n');
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
