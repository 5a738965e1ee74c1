import type { Value } from "../model/adapter.js";
import { below, number, text } from "../read/shape.js";
import { repositoryPath, type Failure, type Forge, type Repository } from "./forge.js";
import { loginOf } from "./identity.js";
import { compareStamps, isMarked, stampOf, stamped, type Stamp } from "./stamp.js";

export interface CommentRequest {
  readonly repository: Repository;
  readonly pull: number;
  readonly gateId: string;
  readonly stamp: Stamp;
  readonly markdown: string;
  readonly graphqlUrl: string;
}

export type CommentResult =
  | { readonly kind: "published"; readonly url: string | null }
  /** A run for a newer state has already written. */
  | { readonly kind: "older"; readonly url: string | null }
  | Failure;

interface Comment {
  readonly id: number;
  readonly url: string | null;
  readonly login: string | null;
  readonly stamp: Stamp | null;
}

/** How often writing is begun anew when another run writes at the same time, or a reply is lost. */
const mostRounds = 4;

/**
 * Keeps one comment of this gate on a pull request: its own, found on every page by its hidden line, edited in place.
 * A run that comes late does not overwrite a newer result, and comments that two runs made at once become one.
 */
export async function publishComment(forge: Forge, request: CommentRequest): Promise<CommentResult> {
  const body = stamped(request.gateId, request.stamp, request.markdown);
  let login: string | null = null;
  let failure: Failure | null = null;
  let wrote = false;
  let made: Comment | null = null;
  for (let round = 0; round < mostRounds; round++) {
    const marked = await markedComments(forge, request);
    if (marked.kind === "failed") return marked;
    if (marked.comments.length > 0) login ??= await loginOf(forge, request.graphqlUrl);
    const own = withMade(
      marked.comments.filter((comment) => sameLogin(comment.login, login)),
      made,
    );
    const kept = newest(own);
    if (kept === undefined) {
      const written = await create(forge, request, body);
      // A lost reply may hide a comment that is there: it is looked for before another is made.
      if (written.kind === "failed" && !written.mayBeDone) return written;
      if (written.kind === "failed") failure = written;
      else made = written.comment;
      login = made?.login ?? login;
      wrote = true;
      continue;
    }
    const order = compareStamps(request.stamp, kept.stamp);
    if (order < 0 || (order === 0 && wrote)) {
      await removeOthers(forge, request, own, kept);
      return { kind: order < 0 ? "older" : "published", url: kept.url };
    }
    const written = await edit(forge, request, kept, body);
    if (written.kind === "failed" && written.reason !== "not-found") return written;
    if (written.kind === "failed") made = null;
    wrote = true;
  }
  return failure ?? busy;
}

/** A list may lag behind what was just written. */
const withMade = (own: readonly Comment[], made: Comment | null): readonly Comment[] =>
  made === null || own.some(({ id }) => id === made.id) ? own : [...own, made];

const busy: Failure = {
  kind: "failed",
  reason: "refused",
  status: null,
  message: "other runs keep changing the comment",
  mayBeDone: false,
};

const sameLogin = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();

interface Marked {
  readonly kind: "marked";
  readonly comments: readonly Comment[];
}

/** Every comment on the pull request that begins with this gate's hidden line, whoever wrote it. */
async function markedComments(forge: Forge, request: CommentRequest): Promise<Marked | Failure> {
  const path = repositoryPath(request.repository, "issues", request.pull, "comments");
  const listed = await forge.all(path);
  if (listed.kind === "failed") return listed;
  const comments = listed.entries.flatMap((entry) => commentOf(entry, request.gateId));
  return { kind: "marked", comments };
}

function commentOf(entry: Value | undefined, gateId: string): readonly Comment[] {
  const id = number(below(entry, "id"));
  const body = text(below(entry, "body"));
  if (id === undefined || body === undefined || !isMarked(gateId, body)) return [];
  const url = text(below(entry, "html_url")) ?? null;
  const login = text(below(entry, "user", "login")) ?? null;
  return [{ id, url, login, stamp: stampOf(body) }];
}

/** The newest result; of the same result, the oldest comment. */
const newest = (comments: readonly Comment[]): Comment | undefined =>
  [...comments].sort((a, b) => compareStamps(b.stamp, a.stamp) || a.id - b.id)[0];

async function create(
  forge: Forge,
  { repository, pull, gateId }: CommentRequest,
  body: string,
): Promise<Failure | { readonly kind: "written"; readonly comment: Comment | null }> {
  const path = repositoryPath(repository, "issues", pull, "comments");
  const answer = await forge.ask({ method: "POST", path, body: { body } });
  if (answer.kind === "failed") return answer;
  return { kind: "written", comment: commentOf(answer.body, gateId)[0] ?? null };
}

const commentPath = ({ repository }: CommentRequest, { id }: Comment): string =>
  repositoryPath(repository, "issues", "comments", id);

const edit = (forge: Forge, request: CommentRequest, comment: Comment, body: string) =>
  forge.ask({ method: "PATCH", path: commentPath(request, comment), body: { body } });

/** Another run may have removed them first, and one that stays does no harm: what fails here is not told. */
async function removeOthers(
  forge: Forge,
  request: CommentRequest,
  own: readonly Comment[],
  kept: Comment,
): Promise<void> {
  for (const other of own.filter(({ id }) => id !== kept.id)) {
    await forge.ask({ method: "DELETE", path: commentPath(request, other) });
  }
}
