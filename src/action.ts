import type * as CoreModule from "@actions/core";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { readEvent } from "./action/event.js";
import { readInputs, type ActionInputs } from "./action/inputs.js";
import { forgeOf, isBlocked, publish, reviewsOf } from "./action/publish-run.js";
import { judgingSource } from "./action/source.js";
import { exitStatusOf, type ExitStatus } from "./decide.js";
import { judge } from "./judge.js";
import { problemAt, UsageError, type Problem } from "./model/problem.js";
import type { Report } from "./model/report.js";
import { readInstant } from "./normalise/instant.js";
import { workflowData } from "./report/escape.js";
import { json } from "./report/forms/json.js";
import { terminal } from "./report/forms/terminal.js";
import { kindOnDisk } from "./world/disk.js";
import { systemClock } from "./world/process.js";
import { version } from "./version.js";

type Core = typeof CoreModule;

const fileText = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

async function run(core: Core): Promise<ExitStatus> {
  const { env: environment } = process;
  const inputs = readInputs((name) => core.getInput(name));
  const workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const root = isAbsolute(inputs.path) ? inputs.path : resolve(workspace, inputs.path);
  if (kindOnDisk(root) !== "folder")
    throw new UsageError([
      problemAt(
        "usage",
        `the input path names no folder: ${inputs.path}`,
        "check the repository out first, and name a folder in it",
      ),
    ]);
  const event = readEvent(environment, fileText);
  const source = judgingSource(root, event.base ?? inputs.base, inputs, environment, systemClock.now());
  const clock = clockOf(inputs, source.configuration.allowClock);
  const access = forgeOf(inputs, environment, systemClock.now);
  const needsReviews = source.policies.some(({ rules }) => rules.some(({ check }) => check.needs.includes("approval")));
  const reviews = needsReviews ? await reviewsOf(access, event.pull) : { approvals: [], problems: [] };
  const gated = event.name === "pull_request" || event.name === "pull_request_target" || event.name === "merge_group";
  const report = await judge({
    tree: source.tree,
    rootName: (environment["GITHUB_REPOSITORY"] ?? root).split("/").at(-1) ?? "model",
    configuration: source.configuration,
    policies: source.policies,
    waivers: source.waivers,
    notes: source.notes,
    scope: [""],
    only: inputs.models,
    stage: inputs.stage,
    event: event.name,
    author: event.author === null ? null : `@${event.author}`,
    approvals: reviews.approvals,
    base: source.base,
    onlyNew: gated && inputs.stage === null,
    release: () => null,
    touched: gated ? source.touched : null,
    now: clock.time,
    clockGiven: clock.given,
    version,
    head: event.head,
    policiesFrom: source.policiesFrom,
    complete: true,
    problems: [...(event.fault === null ? [] : [event.fault.problem]), ...reviews.problems],
    progress: () => undefined,
  });
  const pathPrefix = source.topRelative === "" ? "" : `${source.topRelative}/`;
  logReport(report, pathPrefix);
  const reportPath = writeReport(report, resolve(workspace, inputs.reportDirectory));
  const published = await publish({
    report,
    inputs,
    event,
    environment,
    access,
    gateId: inputs.gateId ?? source.configuration.gateId,
    pathPrefix,
    log: (text) => process.stdout.write(`${text}\n`),
  });
  for (const problem of published.problems) warn(problem);
  setOutputs(core, report, reportPath, published.commentUrl);
  return exitStatusOf[report.decision];
}

function clockOf({ now }: ActionInputs, allowed: boolean): { readonly time: number; readonly given: boolean } {
  if (now === null) return { time: systemClock.now(), given: false };
  const instant = readInstant(now);
  if (instant === null)
    throw new UsageError([problemAt("usage", `the input now is no time: ${now}`, "write it as 2026-11-23T09:00:00Z")]);
  if (!allowed)
    throw new UsageError([
      problemAt(
        "usage",
        "the clock is not taken from the workflow",
        "say `allow-clock: true` in the referee.yaml of the base, or take the input `now` away",
      ),
    ]);
  return { time: Date.parse(instant), given: true };
}

/** The report as a person reads it, in the log; commands that a file might hide in it are stopped. */
function logReport(report: Report, pathPrefix: string): void {
  const text = terminal.render(report, { columns: 110, colour: false, verbose: false, pathPrefix });
  process.stdout.write(text.replace(/^(\s*)(::|##\[)/gm, "$1\u200B$2"));
}

function writeReport(report: Report, folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "report.json");
    writeFileSync(`${path}.part`, json.render(report, { columns: 0, colour: false, verbose: true, pathPrefix: "" }));
    renameSync(`${path}.part`, path);
    return path;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    warn(
      problemAt(
        "publish",
        `the report could not be written (${code})`,
        "name a folder that may be written with report-directory",
      ),
    );
    return null;
  }
}

const warn = ({ message, mend }: Problem): void => {
  process.stdout.write(`::warning title=model-referee::${workflowData(`${message}. ${mend}`)}\n`);
};

function setOutputs(core: Core, report: Report, reportPath: string | null, commentUrl: string | null): void {
  core.setOutput("decision", report.decision);
  core.setOutput("blocked", String(isBlocked(report)));
  core.setOutput("models", String(report.models.length));
  core.setOutput(
    "findings",
    String(report.findings.filter(({ effect }) => effect === "block" || effect === "undecided").length),
  );
  core.setOutput("report-json", reportPath ?? "");
  core.setOutput("comment-url", commentUrl ?? "");
}

try {
  process.exitCode = await run(await import("@actions/core"));
} catch (error) {
  process.exitCode = 3;
  const problems =
    error instanceof UsageError
      ? error.problems
      : [
          problemAt(
            "usage",
            error instanceof Error ? error.message : "unknown failure",
            "this is a fault of model-referee; please report it",
          ),
        ];
  for (const { message, mend, path, line } of problems) {
    const place = path === null ? "" : `${path}${line === null ? "" : `:${line}`}: `;
    process.stdout.write(`::error title=model-referee::${workflowData(`${place}${message}. ${mend}`)}\n`);
  }
}
