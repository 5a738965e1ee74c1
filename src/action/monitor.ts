import type { Finding } from "../model/finding.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { Report, ReportedModel } from "../model/report.js";
import type { View } from "../model/reporter.js";
import { repositoryPath, type Failure } from "../publish/forge.js";
import { loginOf } from "../publish/identity.js";
import {
  causeOf,
  changeIssue,
  issueBody,
  issueFor,
  openIssue,
  ownIssues,
  sayOnIssue,
  type IssueBook,
  type IssueMemory,
  type ModelIssue,
} from "../publish/model-issue.js";
import { permissionsYaml } from "../publish/publish.js";
import { cutMarkdown, limits } from "../report/cut.js";
import { issueText, issueTitle } from "../report/model-issue.js";
import { plainText } from "../report/plain.js";
import type { ForgeAccess } from "./forge.js";

export interface MonitorRequest {
  readonly report: Report;
  readonly access: ForgeAccess;
  readonly gateId: string;
  readonly view: View;
  readonly runUrl: string | null;
  /** Type of the event by which retraining is called for; null calls for none. */
  readonly retrainEvent: string | null;
}

export interface Monitored {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** GitHub allows eighty writes a minute; the models beyond wait for the next run, and that is said. */
const mostWrites = 60;

/**
 * One issue for each model that stops: opened, kept up to date, closed when it clears, opened again when it returns. It
 * is also the memory by which retraining is called for at most once for each cause.
 */
export async function monitor(request: MonitorRequest): Promise<Monitored> {
  const { access, gateId, report } = request;
  const login = await loginOf(access.forge, access.graphqlUrl);
  const book: IssueBook = { forge: access.forge, repository: access.repository, gateId, login };
  const standing = await ownIssues(book);
  if (standing.kind === "failed") return { problems: [problemOf("issues", "issues: write", standing)], notes: [] };
  const state: State = { writes: 0, postponed: 0, problems: [], notes: [] };
  for (const model of report.models) {
    await tend(request, book, model, issueFor(book, standing.byMarker, model.name), state);
    if (state.problems.length > 0) break;
  }
  if (state.postponed > 0) {
    state.notes.push(`${state.postponed} models more have issues to write; the next run goes on with them.`);
  }
  return { problems: state.problems, notes: state.notes };
}

interface State {
  writes: number;
  postponed: number;
  readonly problems: Problem[];
  readonly notes: string[];
}

interface Standing {
  readonly stopping: boolean;
  /** Findings that advise to train again. */
  readonly advice: readonly Finding[];
  readonly cause: string;
}

function standingOf({ name, decision }: ReportedModel, { findings }: Report): Standing {
  const own = findings.filter(({ model }) => model === name);
  const wrong = own.filter(({ effect }) => effect === "block" || effect === "undecided");
  const advice = own.filter(({ retrain, waived }) => waived === null && retrain !== null && retrain.action !== "none");
  const marks = [...wrong.map(({ fingerprint, outcome }) => `${fingerprint} ${outcome}`), ...advice.map(adviceMark)];
  return {
    stopping: decision === "block" || decision === "undecided" || advice.length > 0,
    advice,
    cause: causeOf(marks),
  };
}

const adviceMark = ({ fingerprint, retrain }: Finding): string => `${fingerprint} ${retrain?.action ?? ""}`;

async function tend(
  request: MonitorRequest,
  book: IssueBook,
  model: ReportedModel,
  issue: ModelIssue | null,
  state: State,
): Promise<void> {
  const standing = standingOf(model, request.report);
  if (!standing.stopping) {
    if (issue?.open === true) await close(request, book, model, issue, state);
    return;
  }
  // Who closes an issue as not planned has decided, until something else is wrong.
  if (issue !== null && !issue.open && issue.notPlanned && issue.memory?.cause === standing.cause) return;
  if (state.writes >= mostWrites) {
    state.postponed += 1;
    return;
  }
  const call =
    standing.advice.length > 0 && request.retrainEvent !== null ? causeOf(standing.advice.map(adviceMark)) : "";
  const called = call === "" ? "" : call;
  const text = textOf(request, model, { cause: standing.cause, called }, standing.advice);
  const title = issueTitle(model);
  const calls = call !== "" && issue?.memory?.called !== call;
  if (issue?.open === true && issue.body === text && issue.title === title && !calls) return;
  state.writes += 1;
  const written =
    issue === null
      ? await openIssue(book, model.name, title, text)
      : await changeIssue(book, issue, { title, body: text, state: "open" });
  if (written.kind === "failed") {
    state.problems.push(problemOf(`issue of ${plainText(model.name)}`, "issues: write", written));
    return;
  }
  if (issue === null && !written.labelled) {
    const message = "the label model-referee could not be put on an issue, so that the next run will not find it";
    state.problems.push(problemAt("publish", message, "create the label, or give the token write access"));
    return;
  }
  if (issue !== null && !issue.open) await say(book, written.issue, `It is back${runLink(request)}.`, state);
  // The memory is written before the call: a call that is lost is not made twice.
  if (calls) await callForRetraining(request, model, standing, state);
}

/** The same text each time for the same state: what changes by itself, such as the clock, would be news every day. */
function textOf(
  { report, view, gateId }: MonitorRequest,
  model: ReportedModel,
  memory: IssueMemory,
  advice: readonly Finding[],
): string {
  const note = "_Cut here: the run has the whole report._";
  const markdown = issueText(model, report, view, advice);
  return issueBody(
    gateId,
    model.name,
    memory,
    cutMarkdown(markdown, { unit: "characters", most: limits.comment - 500 }, note),
  );
}

const runLink = ({ runUrl }: MonitorRequest): string => (runUrl === null ? "" : `, by [this run](${runUrl})`);

async function close(
  request: MonitorRequest,
  book: IssueBook,
  model: ReportedModel,
  issue: ModelIssue,
  state: State,
): Promise<void> {
  if (state.writes >= mostWrites) {
    state.postponed += 1;
    return;
  }
  state.writes += 2;
  await say(book, issue, `It has cleared${runLink(request)}.`, state);
  // What returns after this is a new cause, and may be called for again.
  const body = textOf(request, model, { cause: causeOf([]), called: "" }, []);
  const closed = await changeIssue(book, issue, { state: "closed", title: issue.title, body });
  if (closed.kind === "failed")
    state.problems.push(problemOf(`issue of ${plainText(model.name)}`, "issues: write", closed));
}

async function say(book: IssueBook, issue: ModelIssue, text: string, state: State): Promise<void> {
  state.writes += 1;
  const failure = await sayOnIssue(book, issue, text);
  if (failure !== null && failure.reason !== "permission")
    state.notes.push(`On issue #${issue.number} nothing could be said: ${failure.message}`);
}

const rank = { none: 0, incremental: 1, full: 2 } as const;

/** The strongest advice of all; `none` where there is none. What is waived advises nothing. */
export function strongestAdvice(findings: readonly Finding[]): Finding | null {
  const advising = findings.filter(({ retrain, waived }) => retrain !== null && waived === null);
  return advising.reduce<Finding | null>(
    (best, finding) =>
      rank[finding.retrain?.action ?? "none"] > rank[best?.retrain?.action ?? "none"] ? finding : best,
    null,
  );
}

async function callForRetraining(
  { access, gateId, runUrl, retrainEvent }: MonitorRequest,
  model: ReportedModel,
  standing: Standing,
  state: State,
): Promise<void> {
  const strongest = strongestAdvice(standing.advice);
  if (strongest?.retrain === null || strongest === null || retrainEvent === null) return;
  state.writes += 1;
  const { forge, repository } = access;
  const body = {
    event_type: retrainEvent,
    client_payload: {
      gate: gateId,
      model: plainText(model.name),
      version: model.version === null ? null : plainText(model.version),
      stage: plainText(model.stage),
      retrain: strongest.retrain.action,
      reason: plainText(strongest.retrain.reason, 500),
      rule: plainText(strongest.rule),
      run: runUrl,
    },
  };
  const sent = await forge.ask({ method: "POST", path: repositoryPath(repository, "dispatches"), body });
  if (sent.kind === "answer") {
    state.notes.push(`Retraining of ${plainText(model.name)} is called for: ${strongest.retrain.action}.`);
    return;
  }
  state.problems.push(problemOf(`call to retrain ${plainText(model.name)}`, "contents: write", sent));
}

function problemOf(what: string, permission: string, failure: Failure): Problem {
  const status = failure.status === null ? "" : ` ${failure.status}`;
  const message = `the ${what} could not be published: GitHub${status}, ${failure.message}`;
  return problemAt(
    "publish",
    message,
    `give the job \`${permissionsYaml([permission])}\`; the summary holds the same text`,
  );
}
