import { readFileSync } from "node:fs";
import { commandFor } from "../../src/action/publish-run.js";
import { runAction } from "../../src/action/run.js";
import { UsageError } from "../../src/model/problem.js";
import {
  outputsOf,
  pullEvent,
  runnerOf,
  stageOf,
  summaryOf,
  type Environment,
  type Scene,
  type Stage,
} from "./stage.js";

export interface Acted {
  readonly status: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Bodies of the comments on the pull request. */
  readonly comments: readonly string[];
  /** Conclusions of the check runs, in order. */
  readonly conclusions: readonly (string | null)[];
  readonly stage: Stage;
}

export interface Play extends Scene {
  readonly event?: string | null;
  /** The event's file, from the stage; a pull request's by default; null for none. */
  readonly payload?: (stage: Stage) => object | string | null;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: (stage: Stage) => Readonly<Record<string, string>>;
  /** Before the action runs. */
  readonly prepare?: (stage: Stage) => void;
}

/** Runs the action within this process, on a real repository and a GitHub that remembers. */
export async function acted(play: Play): Promise<Acted> {
  const stage = await stageOf(play);
  try {
    return await actOn(stage, play);
  } finally {
    await stage.close();
  }
}

/** The same on a stage that goes on after it. */
export async function actOn(stage: Stage, play: Play): Promise<Acted> {
  play.prepare?.(stage);
  const payload = play.payload === undefined ? pullEvent(stage) : play.payload(stage);
  const runner = runnerOf(stage, play.event === undefined ? "pull_request" : play.event, payload, play.inputs);
  const path = process.env["PATH"] ?? "";
  const environment: Environment = { PATH: path, ...runner, ...play.environment?.(stage) };
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  let status: number;
  try {
    status = await runAction({
      environment,
      clock: { now: () => Date.parse("2026-11-23T09:00:00Z") },
      version: "0.0.0",
      input: (name) => (environment[`INPUT_${name.toUpperCase()}`] ?? "").trim(),
      output: (name, value) => void (outputs[name] = value),
      log: (line) => void lines.push(line),
      wait: () => Promise.resolve(),
      readFile: (file) => {
        try {
          return readFileSync(file, "utf8");
        } catch {
          return null;
        }
      },
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    status = 3;
    lines.push(...error.problems.map((problem) => commandFor(problem, "error")));
  }
  return {
    status,
    log: lines.join("\n"),
    summary: summaryOf(stage),
    outputs: { ...outputsOf(stage), ...outputs },
    comments: stage.fake.state.comments.map(({ shape }) => shape.body ?? ""),
    conclusions: stage.fake.state.checkRuns.map(({ shape }) => shape.conclusion),
    stage,
  };
}
