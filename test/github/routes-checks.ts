import type { Value } from "../../src/model/adapter.js";
import { list, member, number, text } from "../../src/read/shape.js";
import { created, invalidRequest, notFound, ok, paged, refusal, type Call, type Reply } from "./reply.js";
import { appShape, repositoryShape } from "./shapes.js";
import { nextMoment, type AnnotationShape, type CheckRunShape, type State, type StoredCheckRun } from "./state.js";

const conclusions = ["success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required"] as const;
const statuses = ["queued", "in_progress", "completed"] as const;
const annotationLevels = ["notice", "warning", "failure"];
const longestText = 65_535;
const mostAnnotations = 50;

const oneOf = <T extends string>(known: readonly T[], word: string | undefined): T | undefined =>
  known.find((candidate) => candidate === word);

/** Why GitHub would refuse the `output` of a check run; null where it would take it. */
function outputFault(output: Value | undefined, needsTitle: boolean): string | null {
  if (output === undefined) return null;
  const [title, summary, long] = ["title", "summary", "text"].map((key) => text(member(output, key)));
  if (needsTitle && title === undefined) return '"title" wasn\'t supplied.';
  if (summary === undefined) return '"summary" wasn\'t supplied.';
  if (summary.length > longestText)
    return `Only ${longestText} characters are allowed; ${summary.length} were supplied.`;
  if (long !== undefined && long.length > longestText)
    return `Only ${longestText} characters are allowed; ${long.length} were supplied.`;
  const annotations = list(member(output, "annotations")) ?? [];
  if (annotations.length > mostAnnotations) {
    return `No more than ${mostAnnotations} items are allowed; ${annotations.length} were supplied.`;
  }
  return annotations.map(annotationFault).find((fault) => fault !== null) ?? null;
}

function annotationFault(annotation: Value): string | null {
  const start = number(member(annotation, "start_line"));
  const end = number(member(annotation, "end_line"));
  const path = text(member(annotation, "path"));
  const message = text(member(annotation, "message"));
  const title = text(member(annotation, "title")) ?? "";
  if (path === undefined || path === "" || path.startsWith("/")) return '"path" is invalid.';
  if (start === undefined || end === undefined || start < 1 || end < start)
    return '"start_line" or "end_line" is invalid.';
  if (!annotationLevels.includes(text(member(annotation, "annotation_level")) ?? ""))
    return '"annotation_level" is invalid.';
  if (message === undefined || message === "" || Buffer.byteLength(message) > 65_536) return '"message" is invalid.';
  if (title.length > 255) return '"title" is too long.';
  const hasColumns = member(annotation, "start_column") !== undefined || member(annotation, "end_column") !== undefined;
  return hasColumns && start !== end ? "Columns are only allowed where start_line equals end_line." : null;
}

function annotationShape(annotation: Value, run: { readonly url: string }): AnnotationShape {
  const path = text(member(annotation, "path")) ?? "";
  return {
    path,
    start_line: number(member(annotation, "start_line")) ?? 1,
    end_line: number(member(annotation, "end_line")) ?? 1,
    start_column: number(member(annotation, "start_column")) ?? null,
    end_column: number(member(annotation, "end_column")) ?? null,
    annotation_level: text(member(annotation, "annotation_level")) ?? null,
    title: text(member(annotation, "title")) ?? null,
    message: text(member(annotation, "message")) ?? null,
    raw_details: text(member(annotation, "raw_details")) ?? null,
    blob_href: `${run.url}/blob/${path}`,
  };
}

/** Writes the given fields; annotations are added to those that are there. */
function write(stored: StoredCheckRun, body: Value | undefined, at: string): Reply | null {
  const output = member(body, "output");
  const fault = outputFault(output, stored.shape.output.title === null);
  if (fault !== null) return invalidRequest(fault);
  const conclusion = text(member(body, "conclusion"));
  const known = oneOf(conclusions, conclusion);
  if (conclusion !== undefined && known === undefined) return invalidRequest(`${conclusion} is not a conclusion.`);
  const asked = text(member(body, "status"));
  const status = known === undefined ? oneOf(statuses, asked) : "completed";
  if (asked !== undefined && status === undefined) return invalidRequest(`${asked} is not a status.`);
  if (status === "completed" && known === undefined) return invalidRequest("A completed check run needs a conclusion.");
  stored.annotations.push(
    ...(list(member(output, "annotations")) ?? []).map((one) => annotationShape(one, stored.shape)),
  );
  const before = stored.shape;
  stored.shape = {
    ...before,
    status: status ?? before.status,
    conclusion: known ?? before.conclusion,
    completed_at: known === undefined ? before.completed_at : at,
    details_url: text(member(body, "details_url")) ?? before.details_url,
    external_id: text(member(body, "external_id")) ?? before.external_id,
    output: {
      ...before.output,
      title: text(member(output, "title")) ?? before.output.title,
      summary: text(member(output, "summary")) ?? before.output.summary,
      text: text(member(output, "text")) ?? before.output.text,
      annotations_count: stored.annotations.length,
    },
  };
  return null;
}

function blankRun(
  state: State,
  slug: string,
  name: string,
  sha: string,
): { readonly run: CheckRunShape; readonly at: string } {
  const { id, at } = nextMoment(state);
  const repository = repositoryShape(state);
  const url = `${repository.url}/check-runs/${id}`;
  const run: CheckRunShape = {
    id,
    head_sha: sha,
    node_id: `CR_${id}`,
    external_id: "",
    url,
    html_url: `${repository.html_url}/runs/${id}`,
    details_url: null,
    status: "queued",
    conclusion: null,
    started_at: at,
    completed_at: null,
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    name,
    check_suite: { id: 1 },
    app: appShape(state, slug),
    pull_requests: [],
  };
  return { run, at };
}

const appsOnly = refusal(403, "You must authenticate via a GitHub App.");

export function createCheckRun(call: Call): Reply {
  if (call.token.app === null) return appsOnly;
  const name = text(member(call.body, "name"));
  const sha = text(member(call.body, "head_sha"));
  if (name === undefined || name === "") return invalidRequest('"name" wasn\'t supplied.');
  if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha)) return invalidRequest('"head_sha" wasn\'t supplied.');
  if (!knownCommits(call.state).has(sha)) return refusal(422, `No commit found for SHA: ${sha}`);
  const { run, at } = blankRun(call.state, call.token.app, name, sha);
  const stored: StoredCheckRun = { shape: run, annotations: [] };
  const fault = write(stored, call.body, at);
  if (fault !== null) return fault;
  call.state.checkRuns.push(stored);
  return created(stored.shape);
}

const knownCommits = (state: State): ReadonlySet<string> =>
  new Set([
    ...(state.seed.commits ?? []).map(({ sha }) => sha),
    ...(state.seed.pulls ?? []).flatMap(({ head, base }) => [head.sha, base.sha]),
  ]);

const runOf = (call: Call): StoredCheckRun | undefined =>
  call.state.checkRuns.find(({ shape }) => String(shape.id) === call.path.id);

export function updateCheckRun(call: Call): Reply {
  if (call.token.app === null) return appsOnly;
  const stored = runOf(call);
  if (stored === undefined) return notFound;
  if (stored.shape.app?.slug !== call.token.app)
    return refusal(403, "Invalid app_id `1` - check run can only be modified by the GitHub App that created it.");
  return write(stored, call.body, nextMoment(call.state).at) ?? ok(stored.shape);
}

export function getCheckRun(call: Call): Reply {
  const stored = runOf(call);
  return stored === undefined ? notFound : ok(stored.shape);
}

export function listAnnotations(call: Call): Reply {
  const stored = runOf(call);
  return stored === undefined ? notFound : paged(call, stored.annotations);
}

/** The check runs of a commit, newest first; only the newest of each app and name unless `filter=all`. */
export function listCheckRuns(call: Call): Reply {
  if (!knownCommits(call.state).has(call.path.ref ?? ""))
    return refusal(422, `No commit found for SHA: ${call.path.ref ?? ""}`);
  const name = call.query.get("check_name");
  const status = call.query.get("status");
  const seen = new Set<string>();
  const found = call.state.checkRuns
    .map(({ shape }) => shape)
    .filter((run) => run.head_sha === call.path.ref && (name === null || run.name === name))
    .filter((run) => status === null || run.status === status)
    .reverse()
    .filter((run) => {
      const key = `${run.app?.slug ?? ""}\n${run.name}`;
      const first = !seen.has(key);
      seen.add(key);
      return first || call.query.get("filter") === "all";
    });
  return paged(call, found, (check_runs) => ({ total_count: found.length, check_runs }));
}
