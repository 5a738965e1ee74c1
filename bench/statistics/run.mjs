#!/usr/bin/env node
// Times our statistics against their peers, whole processes in turn, and prints medians of CPU and wall time with their
// ratio to ours: `node bench/statistics/run.mjs csv|paired|drift|all [--rows N] [--rounds N] [--folder DIR]`.
// Needs build/ (npm run build) and python3; the peers are installed into a virtual environment below the folder.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "5" },
    folder: { type: "string", default: join(tmpdir(), "model-referee-bench-statistics") },
  },
});

// Node 20 reads this bundle at every start, which hides everything else.
delete process.env.NODE_EXTRA_CA_CERTS;

function must(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (error !== undefined || status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

const data = join(values.folder, `rows-${values.rows}`);
const python = join(values.folder, "venv", "bin", "python");
if (!existsSync(join(data, "current.csv"))) {
  mkdirSync(data, { recursive: true });
  must(process.execPath, [join(here, "make-tables.mjs"), data, values.rows]);
}
if (!existsSync(python)) {
  must("python3", ["-m", "venv", join(values.folder, "venv")]);
  must(python, ["-m", "pip", "install", "--quiet", "-r", join(here, "requirements.txt")]);
}

/** As dist/ ships what they stand for: in one file. */
async function bundled(script) {
  const flat = await rolldown({ input: join(here, script), platform: "node", logLevel: "warn" });
  const file = join(values.folder, script.replace(".mjs", ".cjs"));
  await flat.write({ file, format: "cjs", codeSplitting: false });
  return file;
}

const at = (name) => join(data, name);
const ours = async (script, ...files) => [process.execPath, [await bundled(script), ...files.map(at)]];
const peer = (what, ...files) => [python, [join(here, "peers.py"), what, ...files.map(at)]];
const tables = ["reference.csv", "current.csv"];
const models = ["challenger.csv", "champion.csv"];

const suites = {
  csv: { ours: await ours("ours-csv.mjs", "champion.csv"), polars: peer("csv", "champion.csv") },
  paired: { ours: await ours("ours-paired.mjs", ...models), "numpy and scipy": peer("paired", ...models) },
  drift: {
    ours: await ours("ours-drift.mjs", ...tables),
    "scipy and polars": peer("drift", ...tables),
    Evidently: peer("evidently", ...tables),
  },
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Seconds of processor time of a process and its children, by the shell's own account. */
function run([command, args]) {
  const began = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="cpu %U %S"; time "$@"', "_", command, ...args],
    {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    },
  );
  if (status !== 0) throw new Error(stderr);
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr.slice(stderr.lastIndexOf("cpu "))) ?? [];
  return { wall, cpu: Number(user) + Number(system), answer: JSON.parse(stdout.trim().split("\n").at(-1)) };
}

/** The farthest that numbers of two answers lie apart, relative to the peer's. */
function farthest(own, other) {
  if (typeof own === "number" && typeof other === "number")
    return other === 0 ? Math.abs(own) : Math.abs(own - other) / Math.abs(other);
  if (own === null || other === null || typeof own !== "object" || typeof other !== "object") return 0;
  return Math.max(0, ...Object.keys(other).map((key) => (key in own ? farthest(own[key], other[key]) : 0)));
}

const asked = positionals[0] ?? "all";
const chosen = asked === "all" ? Object.keys(suites) : [asked];
if (chosen.some((name) => !(name in suites))) {
  process.stderr.write(`say one of: ${Object.keys(suites).join(", ")}, all\n`);
  process.exit(3);
}
for (const name of chosen) {
  const commands = Object.entries(suites[name]);
  const times = new Map(commands.map(([who]) => [who, []]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [who, command] of commands) times.get(who).push(run(command));
  const own = times.get("ours");
  process.stdout.write(`${name}, ${values.rows} rows, ${values.rounds} rounds\n`);
  for (const [who, runs] of times) {
    const [cpu, wall] = ["cpu", "wall"].map((key) => median(runs.map((one) => one[key])));
    const [ownCpu, ownWall] = ["cpu", "wall"].map((key) => median(own.map((one) => one[key])));
    const apart = farthest(own[0].answer, runs[0].answer);
    process.stdout.write(
      `  ${who.padEnd(18)} cpu ${cpu.toFixed(2).padStart(7)} s ${(cpu / ownCpu).toFixed(2).padStart(6)} ×   wall ${wall.toFixed(2).padStart(7)} s ${(wall / ownWall).toFixed(2).padStart(6)} ×   apart ${apart.toExponential(1)}\n`,
    );
  }
}
