#!/usr/bin/env node
// Holds what `collect mlflow` brings from a real server against what the file store of the same runs gives.
// `node bench/mlflow/compare.mjs [FOLDER [mlflow2|mlflow3]]`; needs dist/, Python 3.10 or later and PyPI. Never needed by `npm test`.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const cli = process.env.MODEL_REFEREE_CLI ?? join(here, "..", "..", "dist", "cli", "index.js");
const work = process.argv[2] ?? mkdtempSync(join(tmpdir(), "model-referee-mlflow-"));
const releases = {
  mlflow2: ["mlflow==2.22.*", "sqlalchemy<2.1"],
  mlflow3: ["mlflow==3.*"],
};
const environment = { ...process.env, MLFLOW_ALLOW_FILE_STORE: "true" };

function run(command, args, options = {}) {
  const ran = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, env: environment, ...options });
  if (ran.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function untilHealthy(uri, server) {
  for (let second = 0; second < 180; second++) {
    if (server.exitCode !== null) throw new Error("the server has stopped: see server.log");
    const health = await fetch(`${uri}/health`).catch(() => null);
    if (health?.ok) return;
    await new Promise((done) => setTimeout(done, 1_000));
  }
  throw new Error("the server does not start");
}

/** Artifacts lie in the file store beside the runs, and elsewhere behind a server: what they state is not compared. */
const facts = (folder, path) =>
  run(process.execPath, [cli, "inspect", path, "--format", "jsonl"], { cwd: folder })
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ source }) => !source.path.includes("/artifacts/"));

/** What each store has of its own: places, and the time at which it was told. */
const ofTheStore = new Set(["source", "vouched", "format", "model", "at", "created"]);

/** Ids of runs as their names: each store makes its own. Ids of logged models have nothing that both stores share. */
function named(all) {
  const names = new Map(
    all.flatMap((fact) =>
      fact.kind === "run" ? [[fact.run_id, fact.environment?.["mlflow.runName"] ?? "deleted"]] : [],
    ),
  );
  return (text) =>
    text
      .replace(/\b[0-9a-f]{32}\b/g, (id) => names.get(id) ?? "unknown run")
      .replace(/\bm-[0-9a-f]{32}\b/g, "a logged model");
}

const inOrder = (value) =>
  Array.isArray(value)
    ? value.map(inOrder)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, inOrder(inner)]),
        )
      : value;

/** Facts of a kind, whole, without what each store has of its own. */
function comparable(all, kind, chosen = () => true) {
  const name = named(all);
  const inAnyOrder = ({ inputs, outputs, ...fact }) =>
    kind === "run" ? { ...fact, inputs: inputs.map(name).sort(), outputs: outputs.map(name).sort() } : fact;
  return new Set(
    all
      .filter((fact) => fact.kind === kind && fact.environment?.lifecycle_stage !== "deleted" && chosen(fact))
      .map((fact) =>
        Object.fromEntries(Object.entries(fact).filter(([key, value]) => !ofTheStore.has(key) && value !== null)),
      )
      .map((fact) => name(JSON.stringify(inOrder(inAnyOrder(fact))))),
  );
}

function told(title, one, other) {
  const lacking = [...one].filter((line) => !other.has(line));
  const more = [...other].filter((line) => !one.has(line));
  process.stdout.write(
    `${title}: ${one.size} of the file store, ${other.size} of the server, ${lacking.length + more.length} differ\n`,
  );
  for (const line of lacking.slice(0, 5)) process.stdout.write(`  only the file store: ${line}\n`);
  for (const line of more.slice(0, 5)) process.stdout.write(`  only the server: ${line}\n`);
  return lacking.length + more.length;
}

/** Every entry of every metric of the store's active runs, as its files have them. */
function histories(store, all) {
  const lines = new Set();
  const name = new Map();
  for (const { kind, run_id, environment } of all)
    if (kind === "run" && environment?.lifecycle_stage !== "deleted") name.set(run_id, environment["mlflow.runName"]);
  const words = { nan: "NaN", inf: "Infinity", "-inf": "-Infinity" };
  for (const experiment of readdirSync(store)) {
    for (const run_id of name.keys()) {
      const folder = join(store, experiment, run_id, "metrics");
      if (!existsSync(folder)) continue;
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        for (const line of readFileSync(path, "utf8").trim().split("\n")) {
          const [, value, step] = line.split(" ");
          const raw = path.slice(folder.length + 1);
          lines.add(JSON.stringify([name.get(run_id), raw, words[value] ?? Number(value), Number(step)]));
        }
      }
    }
  }
  return lines;
}

function collectedHistories(all) {
  const name = new Map(
    all.flatMap((fact) => (fact.kind === "run" ? [[fact.run_id, fact.environment["mlflow.runName"]]] : [])),
  );
  return new Set(
    all.flatMap((fact) =>
      fact.kind === "measurement"
        ? [JSON.stringify([name.get(fact.run), fact.raw_metric, fact.value ?? fact.non_finite, fact.step])]
        : [],
    ),
  );
}

async function compare(release, packages) {
  const folder = join(work, release);
  const venv = join(work, `${release}-venv`);
  const python = join(venv, "bin", "python");
  if (!existsSync(python)) {
    run("python3", ["-m", "venv", venv]);
    run(python, ["-m", "pip", "install", "--quiet", ...packages]);
  }
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["server", "collected", "files"]) mkdirSync(join(folder, name), { recursive: true });
  const port = await freePort();
  const uri = `http://127.0.0.1:${port}`;
  const options = ["--host", "127.0.0.1", "--port", String(port), "--workers", "1"];
  const stores = ["--backend-store-uri", "sqlite:///runs.db", "--artifacts-destination", "./artifacts"];
  const server = spawn(join(venv, "bin", "mlflow"), ["server", ...options, ...stores], {
    cwd: join(folder, "server"),
    env: environment,
    stdio: "ignore",
    detached: true,
  });
  try {
    await untilHealthy(uri, server);
    const store = join(folder, "files", "mlruns");
    // From a place in no repository, whose commits MLflow would write down: they may go on between the two.
    const script = join(folder, "log_runs.py");
    copyFileSync(join(here, "log_runs.py"), script);
    for (const target of [`file:${store}`, uri])
      process.stdout.write(run(python, [script, target], { cwd: folder }).split("\n").at(-2) + "\n");
    const collected = join(folder, "collected");
    const collect = (...args) =>
      run(process.execPath, [cli, "collect", "mlflow", "--uri", uri, ...args], { cwd: collected });
    process.stdout.write(collect("--no-history", "--output", "latest"));
    process.stdout.write(collect("--output", "all"));
    process.stdout.write(collect("--model", "fraud-detector", "--output", "model"));
    const ofStore = facts(join(folder, "files"), "mlruns");
    const ofServer = facts(collected, "latest.facts.jsonl");
    const withSteps = facts(collected, "all.facts.jsonl");
    const ofModel = facts(collected, "model.facts.jsonl");
    const differing = [
      told("runs", comparable(ofStore, "run"), comparable(ofServer, "run")),
      told("latest values", comparable(ofStore, "measurement"), comparable(ofServer, "measurement")),
      told("histories", histories(store, ofStore), collectedHistories(withSteps)),
      told(
        "data sets",
        comparable(ofStore, "dataset", ({ run }) => run !== null),
        comparable(ofServer, "dataset"),
      ),
      told("logged models", loggedModels(ofStore), loggedModels(ofServer)),
      told("registry", registryOf(ofStore), registryOf(ofServer)),
      told("registry of the model alone", registryOf(ofStore), registryOf(ofModel)),
    ];
    return differing.reduce((sum, count) => sum + count, 0);
  } finally {
    // Its workers are of its own process group.
    process.kill(-server.pid);
  }
}

/** Runs of logged models. Their frameworks stand in artifacts; which version of the registry one is, below. */
function loggedModels(all) {
  const name = named(all);
  const logged = all.filter(
    ({ kind, format, version }) => kind === "model" && (format === "mlflow-logged-model" || version === null),
  );
  return new Set(logged.flatMap(({ run }) => (run === null ? [] : [name(run)])));
}

/** Versions with all that any of their documents says of them: files and answers part it differently. */
function registryOf(all) {
  const name = named(all);
  const versions = new Map();
  for (const { kind, version, name: of, aliases, stage, run, state } of all) {
    if ((kind !== "model" && kind !== "approval") || version === null) continue;
    const known = versions.get(version) ?? {};
    const more = { of, aliases: aliases?.length > 0 ? [...aliases].sort() : null, stage, run, state };
    for (const [key, value] of Object.entries(more)) known[key] ??= value ?? undefined;
    versions.set(version, known);
  }
  return new Set([...versions].map((entry) => name(JSON.stringify(inOrder(entry)))));
}

const asked = Object.entries(releases).filter(([release]) => (process.argv[3] ?? release) === release);
let differing = 0;
for (const [release, packages] of asked) differing += await compare(release, packages);
process.stdout.write(
  differing === 0 ? "The server and the file store give the same facts.\n" : `${differing} differ.\n`,
);
process.exitCode = differing === 0 ? 0 : 1;
