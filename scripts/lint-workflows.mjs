#!/usr/bin/env node
// Lints the workflows of examples/ with actionlint and zizmor, where they are installed: `node scripts/lint-workflows.mjs`.
// The inputs of this action are checked against action.yml, whatever commit the examples name.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "examples", "workflows");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".yml"))
  .sort();

/** Exit status of a linter; null where it is not installed. */
function lint(command, args, cwd) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error?.code === "ENOENT") return null;
  if (error !== undefined) throw error;
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return status;
}

function withActionlint() {
  // A local action's inputs are known to actionlint; one of another repository is not.
  const repository = mkdtempSync(join(tmpdir(), "referee-workflows-"));
  const workflows = join(repository, ".github", "workflows");
  try {
    mkdirSync(workflows, { recursive: true });
    mkdirSync(join(repository, ".git"));
    mkdirSync(join(repository, "dist", "action"), { recursive: true });
    writeFileSync(join(repository, "dist", "action", "index.js"), "");
    copyFileSync(join(root, "action.yml"), join(repository, "action.yml"));
    for (const name of names) {
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(workflows, name), text.replace(/uses: model-referee\/model-referee@\S+/g, "uses: ./"));
    }
    const files = names.map((name) => join(".github", "workflows", name));
    return lint(process.env.ACTIONLINT ?? "actionlint", ["-no-color", ...files], repository);
  } finally {
    rmSync(repository, { recursive: true });
  }
}

const zizmor = ["--offline", "--no-progress", "--color", "never", ...names];
const results = {
  actionlint: withActionlint(),
  zizmor: lint(process.env.ZIZMOR ?? "zizmor", zizmor, folder),
};
for (const [linter, status] of Object.entries(results)) {
  const said = status === null ? "skip, not installed" : status === 0 ? `ok, ${names.length} workflows` : "FAIL";
  process.stdout.write(`${linter}: ${said}\n`);
}
process.exitCode = Object.values(results).some((status) => status !== null && status !== 0) ? 1 : 0;
