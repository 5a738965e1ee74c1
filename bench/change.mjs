#!/usr/bin/env node
// A pull request that touches 5 of N generated models, judged by the built action without a token, and the same change at a
// desk by `check --changed`, against `node -e 0`: wall time of whole processes in turn, medians.
// `node bench/change.mjs [MODELS] [ROUNDS]`; needs dist/, git, and the workload generator (MODEL_REFEREE_BENCH,
// ../shared/bench by default). The repository is built once, below the system's temporary folder.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const generator = join(process.env.MODEL_REFEREE_BENCH ?? join(here, "..", "..", "shared", "bench"), "generate.mjs");
const action = join(here, "..", "dist", "action", "index.js");
const atDesk = [join(here, "..", "dist", "cli", "index.js"), "check", "--changed", "--base", "main"];
const [models, rounds] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 15)];
const TOUCHED = 5;

// Node 20 reads this bundle at every start, which hides everything else.
delete process.env.NODE_EXTRA_CA_CERTS;

const folder = mkdtempSync(join(tmpdir(), "model-referee-bench-"));
const runner = mkdtempSync(join(tmpdir(), "model-referee-bench-"));
try {
  const git = (...args) => {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
    return stdout.trim();
  };
  const commit = (message) => {
    git("add", "-A");
    git("-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-qm", message);
    return git("rev-parse", "HEAD");
  };
  spawnSync(process.execPath, [generator, "--models", String(models), "--out", folder], { stdio: "inherit" });
  for (const name of ["referee.yaml", "policy.yaml"]) copyFileSync(join(here, "generator", name), join(folder, name));
  git("init", "-q", "-b", "main");
  git("config", "gc.auto", "0");
  const base = commit("The base");
  git("gc", "-q");
  git("checkout", "-q", "-b", "change");
  const touched = readdirSync(join(folder, "models"))
    .sort()
    .slice(10, 10 + TOUCHED);
  for (const name of touched) {
    const path = join(folder, "models", name, "evaluation.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/"accuracy": 0\.\d+/, '"accuracy": 0.91'));
  }
  const head = commit("The change");

  const repo = { full_name: "acme/models", fork: false };
  const event = {
    action: "synchronize",
    number: 7,
    pull_request: {
      number: 7,
      user: { login: "kim" },
      head: { sha: head, ref: "change", repo },
      base: { sha: base, ref: "main", repo },
    },
  };
  writeFileSync(join(runner, "event.json"), JSON.stringify(event));
  const environment = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: join(runner, "event.json"),
    GITHUB_REPOSITORY: "acme/models",
    GITHUB_SHA: head,
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(runner, "output"),
    GITHUB_STEP_SUMMARY: join(runner, "summary"),
    RUNNER_TEMP: runner,
  };
  const timed = (args) => {
    for (const name of ["output", "summary"]) writeFileSync(join(runner, name), "");
    const began = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { cwd: folder, env: environment, stdio: "ignore" });
    return { took: Number(process.hrtime.bigint() - began) / 1e6, status };
  };
  const times = { node: [], action: [], desk: [] };
  let summary = "";
  for (let round = 0; round < rounds; round++) {
    times.node.push(timed(["-e", "0"]).took);
    const { took, status } = timed([action]);
    if (status === 3) throw new Error("the action could not judge");
    times.action.push(took);
    summary = readFileSync(join(runner, "summary"), "utf8");
    const desk = timed(atDesk);
    if (desk.status !== status) throw new Error("the desk decides otherwise than the action");
    times.desk.push(desk.took);
  }
  const named = touched.filter((name) => summary.includes(name)).length;
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const [node, judged, desk] = [median(times.node), median(times.action), median(times.desk)];
  process.stdout.write(
    `node -e 0 ${node.toFixed(0)} ms; ${TOUCHED} of ${models} models ${judged.toFixed(0)} ms: ${(judged / node).toFixed(2)} × (${named} of them in the summary)\nat a desk ${desk.toFixed(0)} ms: ${(desk / node).toFixed(2)} ×\n`,
  );
} finally {
  for (const path of [folder, runner]) rmSync(path, { recursive: true, force: true });
}
