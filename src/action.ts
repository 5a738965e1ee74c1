import { readFileSync } from "node:fs";
import { commandFor, problemLines } from "./action/publish-run.js";
import { runAction } from "./action/run.js";
import { problemAt, UsageError, type Problem } from "./model/problem.js";
import { writeSummary } from "./publish/summary.js";
import { version } from "./version.js";
import { systemClock } from "./world/process.js";

const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function readFile(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof UsageError) return error.problems;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [problemAt("usage", message, "This is a fault of model-referee: please report it")];
}

try {
  const core = await import("@actions/core");
  process.exitCode = await runAction({
    environment: process.env,
    clock: systemClock,
    version,
    input: (name) => core.getInput(name),
    output: (name, value) => core.setOutput(name, value),
    log,
    readFile,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
} catch (error) {
  process.exitCode = 3;
  const problems = problemsOf(error);
  for (const problem of problems) log(commandFor(problem, "error"));
  const summary = process.env["GITHUB_STEP_SUMMARY"];
  if (summary !== undefined && summary !== "")
    writeSummary(summary, `### Nothing was judged\n${problemLines(problems)}`);
}
