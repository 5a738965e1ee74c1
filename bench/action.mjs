#!/usr/bin/env node
// The built action on one model, its comment and check run made against a GitHub on this machine, against `node -e 0`:
// wall time of the whole process, in turn, medians. `node bench/action.mjs [ROUNDS]`; it needs a built dist/.
import { spawn } from "node:child_process";
import { register } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

register("../scripts/typescript-loader.mjs", import.meta.url);

const root = fileURLToPath(new URL("..", import.meta.url));
const { stageOf, fact, pullEvent, runnerOf } = await import("../test/action/stage.ts");
const rounds = Number(process.argv[2] ?? 15);

/** Wall time of a process, in milliseconds. */
async function timed(args, env, cwd) {
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { env, cwd, stdio: "ignore" });
  const status = await new Promise((done) => child.on("close", done));
  return { took: Number(process.hrtime.bigint() - began) / 1e6, status };
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

const stage = await stageOf({ change: { "models/fraud/run.facts.jsonl": fact("recall", 0.95) } });
const bare = { PATH: process.env.PATH };
const times = { node: [], action: [] };
try {
  for (let round = 0; round < rounds; round++) {
    times.node.push((await timed(["-e", "0"], bare, root)).took);
    // Each round is the first of its pull request: an edit waits for edits that race with it.
    stage.fake.state.comments.length = 0;
    const env = { ...bare, ...runnerOf(stage, "pull_request", pullEvent(stage)) };
    const { took, status } = await timed([join(root, "dist", "action", "index.js")], env, stage.repository.folder);
    if (status !== 0) throw new Error(`the action ended with ${status}`);
    times.action.push(took);
  }
} finally {
  await stage.close();
}
const [node, action] = [median(times.node), median(times.action)];
process.stdout.write(
  `node -e 0 ${node.toFixed(0)} ms, action ${action.toFixed(0)} ms: ${(action / node).toFixed(2)}\n`,
);
