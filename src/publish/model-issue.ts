import type { Value } from "../model/adapter.js";
import { below, list, member, number, text } from "../read/shape.js";
import { repositoryPath, type Failure, type Forge, type Repository } from "./forge.js";
import { sha256 } from "../model/sha256.js";

/** By this label the gate finds its issues again. */
export const issueLabel = "model-referee";

/** What an issue remembers between runs, in its hidden second line. */
export interface IssueMemory {
  /** What is wrong, without its numbers: a digest. */
  readonly cause: string;
  /** The cause for which retraining was called last; empty for none. */
  readonly called: string;
}

export interface ModelIssue {
  readonly number: number;
  readonly url: string | null;
  readonly open: boolean;
  /** True where a person closed it for good. */
  readonly notPlanned: boolean;
  readonly title: string;
  readonly body: string;
  readonly memory: IssueMemory | null;
}

/** A model's name may hold anything, and must not end the hidden line. */
const markerOf = (gateId: string, model: string): string =>
  `<!-- model-referee:${gateId}:issue:${encodeURIComponent(model.replace(/\p{Cs}/gu, "\uFFFD")).replaceAll("-", "%2D")}:v1 -->`;

const memoryLine = ({ cause, called }: IssueMemory): string =>
  `<!-- model-referee cause=${cause} called=${called === "" ? "none" : called} -->`;

/** The text of an issue: two hidden lines, then what is seen. */
export const issueBody = (gateId: string, model: string, memory: IssueMemory, markdown: string): string =>
  `${markerOf(gateId, model)}\n${memoryLine(memory)}\n${markdown}`;

/** A digest of what is wrong, by the identities of what was found. */
export const causeOf = (fingerprints: readonly string[]): string =>
  sha256([...fingerprints].sort().join("\n")).slice(0, 32);

function memoryOf(body: string): IssueMemory | null {
  const line = body.split(/\r?\n/, 2)[1] ?? "";
  const match = /^<!-- model-referee cause=([0-9a-f]{32}) called=([0-9a-f]{32}|none) -->$/.exec(line.trim());
  return match === null ? null : { cause: match[1] ?? "", called: match[2] === "none" ? "" : (match[2] ?? "") };
}

export interface IssueBook {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly gateId: string;
  /** Whose name stands under the gate's own issues. */
  readonly login: string;
}

/** The gate's own issues, by the first line of their text; of several for one model the first. */
export async function ownIssues({
  forge,
  repository,
  login,
}: IssueBook): Promise<Failure | { readonly kind: "issues"; readonly byMarker: ReadonlyMap<string, ModelIssue> }> {
  const listed = await forge.all(`${repositoryPath(repository, "issues")}?labels=${issueLabel}&state=all`);
  if (listed.kind === "failed") return listed;
  const byMarker = new Map<string, ModelIssue>();
  for (const entry of [...listed.entries].sort((a, b) => numberOf(a) - numberOf(b))) {
    if (member(entry, "pull_request") !== undefined) continue;
    if (text(below(entry, "user", "login"))?.toLowerCase() !== login.toLowerCase()) continue;
    const issue = issueOf(entry);
    const marker = issue?.body.split(/\r?\n/, 1)[0] ?? "";
    if (issue !== null && !byMarker.has(marker)) byMarker.set(marker, issue);
  }
  return { kind: "issues", byMarker };
}

/** The issue of a model among the gate's own. */
export const issueFor = (
  { gateId }: IssueBook,
  byMarker: ReadonlyMap<string, ModelIssue>,
  model: string,
): ModelIssue | null => byMarker.get(markerOf(gateId, model)) ?? null;

const numberOf = (entry: Value): number => number(member(entry, "number")) ?? 0;

function issueOf(entry: Value | undefined): ModelIssue | null {
  const found = number(member(entry, "number"));
  if (found === undefined) return null;
  const body = text(member(entry, "body")) ?? "";
  return {
    number: found,
    url: text(member(entry, "html_url")) ?? null,
    open: text(member(entry, "state")) === "open",
    notPlanned: text(member(entry, "state_reason")) === "not_planned",
    title: text(member(entry, "title")) ?? "",
    body,
    memory: memoryOf(body),
  };
}

export type Written = Failure | { readonly kind: "written"; readonly issue: ModelIssue; readonly labelled: boolean };

/** Opens an issue; where the reply is lost it is looked for before another is opened. */
export async function openIssue(book: IssueBook, model: string, title: string, body: string): Promise<Written> {
  const { forge, repository } = book;
  const send = () =>
    forge.ask({
      method: "POST",
      path: repositoryPath(repository, "issues"),
      body: { title, body, labels: [issueLabel] },
    });
  const sent = await send();
  if (sent.kind === "answer") return writtenOf(sent.body);
  if (!sent.mayBeDone) return sent;
  const standing = await ownIssues(book);
  if (standing.kind === "failed") return sent;
  const made = issueFor(book, standing.byMarker, model);
  if (made !== null) return { kind: "written", issue: made, labelled: true };
  const again = await send();
  return again.kind === "answer" ? writtenOf(again.body) : again;
}

function writtenOf(body: Value | undefined): Written {
  const issue = issueOf(body);
  const labelled = (list(member(body, "labels")) ?? []).some((label) => text(member(label, "name")) === issueLabel);
  if (issue !== null) return { kind: "written", issue, labelled };
  return { kind: "failed", reason: "network", status: null, message: "GitHub's reply names no issue", mayBeDone: true };
}

export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
}

/** Changes an issue; doing it twice is the same as once. */
export async function changeIssue(
  { forge, repository }: IssueBook,
  { number: which }: ModelIssue,
  change: IssueChange,
): Promise<Written> {
  const reason = change.state === "closed" ? { state_reason: "completed" } : {};
  const path = repositoryPath(repository, "issues", which);
  const answer = await forge.ask({ method: "PATCH", path, body: { ...change, ...reason } });
  return answer.kind === "answer" ? writtenOf(answer.body) : answer;
}

/** Says something on an issue. A reply that is lost is not sent for again: twice would be worse than not at all. */
export async function sayOnIssue(
  { forge, repository }: IssueBook,
  { number: which }: ModelIssue,
  body: string,
): Promise<Failure | null> {
  const answer = await forge.ask({
    method: "POST",
    path: repositoryPath(repository, "issues", which, "comments"),
    body: { body },
  });
  return answer.kind === "answer" ? null : answer;
}
