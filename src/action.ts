import { readFileSync } from "node:fs";
import { problemLines } from "./action/publish-run.js";
import { runAction } from "./action/run.js";
import { problemAt, UsageError, type Problem } from "./model/problem.js";
import { writeSummary } from "./publish/summary.js";
import { plainText } from "./report/plain.js";
import { version } from "./version.js";
import { systemClock } from "./world/process.js";
import { addOutput, inputOf } from "./world/runner.js";

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

/** The runner's toolkit costs more to load than a model costs to judge: only a run that cannot judge waits for it. */
const toolkit = () => import("@actions/core");

async function run(): Promise<void> {
  const outputs: [string, string][] = [];
  process.exitCode = await runAction({
    environment: process.env,
    clock: systemClock,
    version,
    input: (name) => inputOf(process.env, name),
    output: (name, value) => void outputs.push([name, value]),
    log,
    readFile,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  for (const [name, value] of outputs) {
    if (!addOutput(process.env, name, value)) (await toolkit()).setOutput(name, value);
  }
}

async function tell(error: unknown): Promise<void> {
  process.exitCode = 3;
  const problems = problemsOf(error);
  const core = await toolkit();
  for (const { message, mend, path, line } of problems) {
    const place = path === null ? "" : `${path}${line === null ? "" : `:${line}`}: `;
    core.error(plainText(`${place}${message}. ${mend}`, 2000), { title: "model-referee" });
  }
  const summary = process.env["GITHUB_STEP_SUMMARY"];
  if (summary !== undefined && summary !== "")
    writeSummary(summary, `### Nothing was judged\n${problemLines(problems)}`);
}

// Not awaited at the top: a bundle for `require`, which starts sooner, has no such thing. Begun when the bundle is whole,
// since files that wait until they are called take from it what they share.
void Promise.resolve().then(run).catch(tell);
