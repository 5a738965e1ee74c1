#!/usr/bin/env node
// Times commands in turn and prints the medians and their ratio to the first: `node bench/ratio.mjs startup|scale`.
// Needs dist/ and the workload generator (MODEL_REFEREE_BENCH, ../shared/bench by default).
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const cli = join(here, "..", "dist", "cli", "index.js");
const generator = join(process.env.MODEL_REFEREE_BENCH ?? join(here, "..", "..", "shared", "bench"), "generate.mjs");
const configuration = join(here, "generator", "referee.yaml");

// Node 20 reads this bundle at every start, which hides everything else.
delete process.env.NODE_EXTRA_CA_CERTS;

const workload = (models) => {
  const folder = mkdtempSync(join(tmpdir(), "model-referee-bench-"));
  spawnSync(process.execPath, [generator, "--models", String(models), "--out", folder], { stdio: "inherit" });
  return folder;
};

const readAndParse = (folder) => [
  "--input-type=module",
  "-e",
  `import {readFileSync as r,readdirSync as l} from "node:fs";
   for (const m of l(${JSON.stringify(join(folder, "models"))})) for (const f of ["README.md","evaluation.json","baseline.json","drift/evidently.json","validation.json","fairness.json"]) {
     const t = r(${JSON.stringify(join(folder, "models"))} + "/" + m + "/" + f, "utf8");
     if (f.endsWith("json")) try { JSON.parse(t) } catch {}
   }`,
];

const check = (folder) => [cli, "check", folder, "--config", configuration];

const suites = {
  startup: {
    models: 1,
    rounds: 20,
    commands: (folder) => ({ "node -e 0": ["-e", "0"], "check, one model": check(folder) }),
  },
  scale: {
    models: 1000,
    rounds: 5,
    commands: (folder) => ({
      "read and parse, one thread": readAndParse(folder),
      "check, 1,000 models": check(folder),
    }),
  },
};

const suite = suites[process.argv[2] ?? "startup"];
if (suite === undefined) {
  process.stderr.write(`say one of: ${Object.keys(suites).join(", ")}\n`);
  process.exit(3);
}
const folder = workload(suite.models);
try {
  const commands = Object.entries(suite.commands(folder));
  const times = new Map(commands.map(([name]) => [name, []]));
  for (let round = 0; round < suite.rounds; round++) {
    for (const [name, args] of commands) {
      const began = process.hrtime.bigint();
      spawnSync(process.execPath, args, { stdio: "ignore" });
      times.get(name).push(Number(process.hrtime.bigint() - began) / 1e6);
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const medians = commands.map(([name]) => [name, median(times.get(name))]);
  const base = medians[0][1];
  for (const [name, value] of medians)
    process.stdout.write(`${name.padEnd(30)} ${value.toFixed(1).padStart(9)} ms  ${(value / base).toFixed(2)} ×\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
