#!/usr/bin/env node
// Tells which modules of the first file of dist/cli a usual run calls, and how much of each: `node bench/called.mjs`.
// What is never called, and is no table that is read, belongs into scripts/seldom.mjs. Needs build/ (npm run build) and the
// workload generator (MODEL_REFEREE_BENCH, ../shared/bench by default).
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundled } from "../scripts/chunks.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..");
const generator = join(process.env.MODEL_REFEREE_BENCH ?? join(root, "..", "shared", "bench"), "generate.mjs");
const folder = mkdtempSync(join(tmpdir(), "model-referee-called-"));
const at = (...names) => join(folder, ...names);

try {
  for (const { fileName, code } of await bundled(join(root, "build", "src"), "cli")) writeFileSync(at(fileName), code);
  writeFileSync(at("package.json"), '{"type":"commonjs"}\n');
  const node = (args, environment = {}) =>
    spawnSync(process.execPath, args, { stdio: "ignore", cwd: root, env: { ...process.env, ...environment } });
  node([generator, "--models", "100", "--out", at("fleet")]);
  const runs = [
    ["check", at("fleet"), "--config", join(here, "generator", "referee.yaml")],
    ["check", join(root, "examples", "fraud-detection")],
  ];
  for (const run of runs) node([at("index.js"), ...run], { NODE_V8_COVERAGE: at("coverage") });

  const text = readFileSync(at("index.js"), "utf8");
  const main = pathToFileURL(at("index.js")).href;
  const called = new Uint8Array(text.length);
  for (const file of readdirSync(at("coverage"))) {
    const { result } = JSON.parse(readFileSync(at("coverage", file), "utf8"));
    const { functions = [] } = result.find(({ url }) => url === main) ?? {};
    const one = new Uint8Array(text.length);
    // Outer functions come before those within them.
    for (const { ranges, functionName } of functions) {
      const [{ startOffset, endOffset, count }] = ranges;
      const isModule = functionName === "" && startOffset === 0;
      one.fill(!isModule && count > 0 ? 1 : 0, startOffset, endOffset);
    }
    one.forEach((value, offset) => (called[offset] ||= value));
  }
  const starts = [...text.matchAll(/^\/\/ ((?:build|node_modules)\S*)$/gm)];
  const modules = starts.map(({ 1: name, index }, place) => {
    const end = starts[place + 1]?.index ?? text.length;
    return { name, size: end - index, called: called.subarray(index, end).reduce((sum, one) => sum + one, 0) };
  });
  for (const { name, size, called: bytes } of modules.sort((a, b) => a.called / a.size - b.called / b.size))
    process.stdout.write(
      `${String(Math.round((100 * bytes) / size)).padStart(3)} % of ${String(size).padStart(6)}  ${name}\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
