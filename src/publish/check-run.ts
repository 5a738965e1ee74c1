import { below, list, number, text } from "../read/shape.js";
import type { Annotation } from "./annotations.js";
import { repositoryPath, type Answer, type Failure, type Forge, type Repository } from "./forge.js";
import { compareStamps, type Stamp } from "./stamp.js";

export type Conclusion = "success" | "neutral" | "failure";

export interface CheckRunRequest {
  readonly repository: Repository;
  /** The commit that was judged: never the merge commit that a pull request's run stands on. */
  readonly sha: string;
  readonly name: string;
  readonly gateId: string;
  readonly stamp: Stamp;
  readonly conclusion: Conclusion;
  readonly title: string;
  readonly summary: string;
  readonly detailsUrl: string | null;
  readonly annotations: readonly Annotation[];
}

export type CheckRunResult =
  | {
      readonly kind: "published";
      readonly url: string | null;
      /** How many annotations stand on it. */
      readonly annotated: number;
      /** Why some do not. */
      readonly failure: Failure | null;
    }
  | { readonly kind: "older" }
  | Failure;

/** GitHub takes as many with one request, and adds those of every further one. */
const annotationsAtOnce = 50;
/** Each request counts as a write, of which GitHub allows eighty a minute. */
const mostAnnotations = 500;

/**
 * A check run on the commit, complete with its conclusion, then its annotations in batches. Each run of the workflow
 * makes its own, since annotations can be added to a check run but never taken away.
 */
export async function publishCheckRun(forge: Forge, request: CheckRunRequest): Promise<CheckRunResult> {
  const standing = await standingRuns(forge, request);
  if (standing.kind === "runs" && standing.runs.some(({ stamp }) => compareStamps(request.stamp, stamp) < 0)) {
    return { kind: "older" };
  }
  const placed = request.annotations.filter(({ path }) => path !== null).slice(0, mostAnnotations);
  const first = placed.slice(0, annotationsAtOnce);
  const created = await create(forge, request, first);
  if (created.kind === "failed" && created.reason === "refused" && first.length > 0) {
    // An annotation that GitHub refuses must not take the conclusion with it.
    const bare = await create(forge, request, []);
    return bare.kind === "failed" ? bare : { kind: "published", url: bare.url, annotated: 0, failure: created };
  }
  if (created.kind === "failed") return created;
  const { id, url } = created;
  let annotated = first.length;
  while (annotated < placed.length) {
    const batch = placed.slice(annotated, annotated + annotationsAtOnce);
    const failure = await addAnnotations(forge, request, id, batch, annotated);
    if (failure !== null) return { kind: "published", url, annotated, failure };
    annotated += batch.length;
  }
  return { kind: "published", url, annotated, failure: null };
}

interface StandingRun {
  readonly id: number;
  readonly url: string | null;
  readonly externalId: string;
  readonly stamp: Stamp | null;
}

const externalIdOf = ({ gateId, stamp: { head, run, attempt } }: CheckRunRequest): string =>
  `${gateId}:${head}:${run}.${attempt}`;

function stampFrom(externalId: string, { gateId }: CheckRunRequest): Stamp | null {
  const match = /^(.*):([0-9a-f]*):(\d{1,15})\.(\d{1,9})$/.exec(externalId);
  if (match === null || match[1] !== gateId) return null;
  return { head: match[2] ?? "", run: Number(match[3]), attempt: Number(match[4]) };
}

async function standingRuns(
  forge: Forge,
  request: CheckRunRequest,
): Promise<Failure | { readonly kind: "runs"; readonly runs: readonly StandingRun[] }> {
  const path = repositoryPath(request.repository, "commits", request.sha, "check-runs");
  const query = `?check_name=${encodeURIComponent(request.name)}&filter=all`;
  const listed = await forge.all(`${path}${query}`, (body) => list(below(body, "check_runs")));
  if (listed.kind === "failed") return listed;
  const runs = listed.entries.flatMap((entry) => {
    const id = number(below(entry, "id"));
    const externalId = text(below(entry, "external_id")) ?? "";
    const url = text(below(entry, "html_url")) ?? null;
    return id === undefined ? [] : [{ id, url, externalId, stamp: stampFrom(externalId, request) }];
  });
  return { kind: "runs", runs };
}

type Created = Failure | { readonly kind: "created"; readonly id: number; readonly url: string | null };

async function create(forge: Forge, request: CheckRunRequest, annotations: readonly Annotation[]): Promise<Created> {
  const body = {
    name: request.name,
    head_sha: request.sha,
    external_id: externalIdOf(request),
    ...(request.detailsUrl === null ? {} : { details_url: request.detailsUrl }),
    status: "completed",
    conclusion: request.conclusion,
    output: outputOf(request, annotations),
  };
  const send = () => forge.ask({ method: "POST", path: repositoryPath(request.repository, "check-runs"), body });
  const answer = await send();
  if (answer.kind === "answer") return createdOf(answer);
  if (!answer.mayBeDone) return answer;
  // Nobody said whether it was made: it is looked for before it is made again.
  const standing = await standingRuns(forge, request);
  if (standing.kind === "failed") return answer;
  const made = standing.runs.find(({ externalId }) => externalId === externalIdOf(request));
  if (made !== undefined) return { kind: "created", id: made.id, url: made.url };
  const again = await send();
  return again.kind === "answer" ? createdOf(again) : again;
}

function createdOf({ status, body }: Answer): Created {
  const id = number(below(body, "id"));
  if (id !== undefined) return { kind: "created", id, url: text(below(body, "html_url")) ?? null };
  return { kind: "failed", reason: "network", status, message: "GitHub's reply names no check run", mayBeDone: true };
}

async function addAnnotations(
  forge: Forge,
  request: CheckRunRequest,
  id: number,
  batch: readonly Annotation[],
  before: number,
): Promise<Failure | null> {
  const path = repositoryPath(request.repository, "check-runs", id);
  const body = { output: outputOf(request, batch) };
  const send = () => forge.ask({ method: "PATCH", path, body, repeatable: false });
  const answer = await send();
  if (answer.kind === "answer") return null;
  if (!answer.mayBeDone) return answer;
  const current = await forge.ask({ method: "GET", path });
  const count = current.kind === "answer" ? number(below(current.body, "output", "annotations_count")) : undefined;
  if (count === before + batch.length) return null;
  if (count !== before) return answer;
  const again = await send();
  return again.kind === "answer" ? null : again;
}

/** The newest check run of a name on a commit, by an app; null where there is none, or GitHub does not tell. */
export async function newestOf(
  forge: Forge,
  repository: Repository,
  sha: string,
  name: string,
): Promise<{ readonly conclusion: string; readonly title: string } | null> {
  const path = repositoryPath(repository, "commits", sha, "check-runs");
  const query = `?check_name=${encodeURIComponent(name)}&filter=latest`;
  const listed = await forge.all(`${path}${query}`, (body) => list(below(body, "check_runs")));
  if (listed.kind === "failed") return null;
  const runs = listed.entries.filter((run) => text(below(run, "status")) === "completed");
  const newest = runs.reduce<(typeof runs)[number] | null>(
    (best, run) => ((number(below(run, "id")) ?? 0) > (number(below(best ?? undefined, "id")) ?? -1) ? run : best),
    null,
  );
  if (newest === null) return null;
  return {
    conclusion: text(below(newest, "conclusion")) ?? "",
    title: text(below(newest, "output", "title")) ?? "",
  };
}

const outputOf = ({ title, summary }: CheckRunRequest, annotations: readonly Annotation[]) => ({
  title,
  summary,
  ...(annotations.length === 0 ? {} : { annotations: annotations.map(sent) }),
});

/** Columns are allowed where an annotation begins and ends on one line, as all of ours do. */
const sent = ({ level, path, line, column, title, message }: Annotation) => ({
  path,
  start_line: line,
  end_line: line,
  ...(column === null ? {} : { start_column: column, end_column: column }),
  annotation_level: level,
  title,
  message,
});
