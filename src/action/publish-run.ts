import type { Decision } from "../model/finding.js";
import type { Problem } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { View } from "../model/reporter.js";
import type { Environment } from "../model/world.js";
import { annotationsOf, workflowCommands } from "../publish/annotations.js";
import { publish, type Published } from "../publish/publish.js";
import type { Stamp } from "../publish/stamp.js";
import { writeSummary } from "../publish/summary.js";
import { markdownCode, markdownText, workflowData } from "../report/escape.js";
import { markdown } from "../report/forms/markdown.js";
import { plainText } from "../report/plain.js";
import type { ForgeEvent } from "./event.js";
import type { ForgeAccess } from "./forge.js";
import type { ActionInputs } from "./inputs.js";
import { monitor, strongestAdvice, type Monitored } from "./monitor.js";

export interface PublishRequest {
  readonly report: Report;
  readonly inputs: ActionInputs;
  readonly event: ForgeEvent;
  readonly environment: Environment;
  readonly access: ForgeAccess | null;
  readonly gateId: string;
  /** Page of the run that made the report; null where there is none. */
  readonly runUrl: string | null;
  /** From the top of the repository to the checked root; empty or ending in `/`. */
  readonly pathPrefix: string;
  /** A line of the workflow's log, commands included. */
  log(line: string): void;
}

/**
 * Sends what was found: a check run with annotations and one comment, then annotations by the log where the check run
 * could not take them, and the job's summary, which also tells what could not be sent.
 *
 * @returns the comment's address; null where there is none
 */
export async function publishRun(request: PublishRequest): Promise<string | null> {
  const { report, inputs, event, environment, log } = request;
  const text = commentText(request);
  const annotations = inputs.annotations ? annotationsOf(report, request.pathPrefix) : [];
  const published = await sent(request, text, annotations);
  if (!published.annotated) for (const line of workflowCommands(annotations)) log(line);
  const monitored = await watched(request);
  const problems = [...published.problems, ...monitored.problems];
  for (const note of [...published.notes, ...monitored.notes]) log(plainText(note, 500));
  for (const problem of problems) log(commandFor(problem, event.fromFork ? "notice" : "warning"));
  const summary = environment["GITHUB_STEP_SUMMARY"];
  if (inputs.summary && summary !== undefined && summary !== "") {
    const failed = writeSummary(summary, `${text}${problemLines(problems)}`);
    if (failed !== null) log(commandFor(failed, "warning"));
  }
  return published.commentUrl;
}

/** The comment, which is also the summary. */
export const commentText = (request: PublishRequest): string => markdown.render(request.report, viewOf(request));

/** The models' issues, where they are wanted. */
async function watched(request: PublishRequest): Promise<Monitored> {
  const { report, inputs, event, access, gateId, runUrl } = request;
  const retrainEvent = inputs.retrainEvent;
  if (!(inputs.issues ?? event.name === "schedule")) {
    const advised = retrainEvent !== null && strongestAdvice(report.findings)?.retrain?.action !== "none";
    const note = "Retraining is called for by the issues alone, which remember it: set `issues: true`.";
    return { problems: [], notes: advised && strongestAdvice(report.findings) !== null ? [note] : [] };
  }
  if (access === null) return { problems: [], notes: ["There is no github-token: no issues."] };
  return monitor({ report, access, gateId, view: viewOf(request), runUrl, retrainEvent });
}

const unpublished: Published = { commentUrl: null, annotated: false, problems: [], notes: [] };

async function sent(
  { report, inputs, event, environment, access, gateId, runUrl: page }: PublishRequest,
  text: string,
  annotations: ReturnType<typeof annotationsOf>,
): Promise<Published> {
  const wanted = inputs.comment || inputs.checkRun;
  if (event.head === null || event.fault !== null || !wanted) return unpublished;
  if (access === null) return { ...unpublished, notes: ["There is no github-token: no comment and no check run."] };
  const stamp: Stamp = {
    head: event.head,
    run: counted(environment["GITHUB_RUN_NUMBER"]),
    attempt: counted(environment["GITHUB_RUN_ATTEMPT"]),
  };
  return publish(access.forge, {
    repository: access.repository,
    pull: inputs.comment ? event.pull : null,
    checkRun: inputs.checkRun,
    gateId,
    stamp,
    decision: report.decision,
    title: plainText(`${word[report.decision]}: ${report.reason}`),
    markdown: text,
    annotations,
    runUrl: page,
    graphqlUrl: access.graphqlUrl,
    wait: access.wait,
  });
}

const word: Readonly<Record<Decision, string>> = { block: "Block", undecided: "Undecided", warn: "Warn", pass: "Pass" };

const counted = (text: string | undefined): number => (/^\d{1,15}$/.test(text ?? "") ? Number(text) : 0);

/** How a report is shown on GitHub: places open at the judged commit, the whole report at the run that made it. */
export function viewOf({ report: { head }, environment, pathPrefix, runUrl: page }: PublishRequest): View {
  const artifacts = page === null ? {} : { reportUrl: `${page}#artifacts` };
  const base = { columns: 92, colour: false, verbose: false, pathPrefix, ...artifacts } as const;
  const repository = repositoryUrl(environment);
  if (repository === null || head === null) return base;
  return {
    ...base,
    linkTo: (path, line) => `${repository}/blob/${head}/${encodedPath(pathPrefix + path)}${lineOf(line)}`,
  };
}

/** `plain=1` shows Markdown by its lines. */
const lineOf = (line: number | null): string => (line === null ? "" : `?plain=1#L${line}`);

/** Parentheses would end a Markdown link. */
const encodedPath = (path: string): string =>
  path.split("/").map(encodedSegment).join("/").replaceAll("(", "%28").replaceAll(")", "%29");

function encodedSegment(segment: string): string {
  // A name that is no well-formed text cannot be encoded, nor opened on GitHub.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD"));
}

function repositoryUrl(environment: Environment): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  return server === undefined || repository === undefined ? null : `${server}/${repository}`;
}

/** The page of a run, this one's by default. */
export function runPage(environment: Environment, run = environment["GITHUB_RUN_ID"]): string | null {
  const repository = repositoryUrl(environment);
  return repository === null || run === undefined ? null : `${repository}/actions/runs/${run}`;
}

/** A problem as a workflow command. */
export function commandFor({ message, mend, path, line }: Problem, kind: "error" | "warning" | "notice"): string {
  const place = path === null ? "" : `${path}${line === null ? "" : `:${line}`}: `;
  return `::${kind} title=model-referee::${workflowData(plainText(`${place}${message}. ${mend}`, 2000))}`;
}

/** What could not be sent, or stopped the run, as a list below a report. */
export const problemLines = (problems: readonly Problem[]): string =>
  problems.map(({ message, mend }) => `\n- ${markdownText(message, 1000)}. ${withCode(mend)}`).join("");

/** What stands between backticks is code, to be copied. */
const withCode = (text: string): string =>
  text
    .split("`")
    .map((part, at, parts) => {
      if (at % 2 === 1 && at < parts.length - 1) return markdownCode(part, 1000);
      return part === "" ? "" : markdownText(part, 1000);
    })
    .join("");
