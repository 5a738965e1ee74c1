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
  /** Waits until edits that were under way have arrived. */
  settle(): Promise<void>;
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
const mostRounds = 6;

/**
 * Keeps one comment of this gate on a pull request: its own, found on every page by its hidden line, edited in place.
 * A run that comes late does not overwrite a newer result, and comments that two runs made at once become one. GitHub
 * takes an edit from whoever sends it last, so that an edit is looked at once more when those that were under way
 * with it have arrived.
 */
export async function publishComment(forge: Forge, request: CommentRequest): Promise<CommentResult> {
  const body = stamped(request.gateId, request.stamp, request.markdown);
  const found: Found = { comments: new Map(), since: null };
  let login: string | null = null;
  let failure: Failure | null = null;
  let wrote: "nothing" | "created" | "edited" | "settled" = "nothing";
  for (let round = 0; round < mostRounds; round++) {
    const refused = await look(forge, request, found);
    if (refused !== null) return refused;
    if (found.comments.size > 0) login ??= await loginOf(forge, request.graphqlUrl);
    const own = [...found.comments.values()].filter((comment) => sameLogin(comment.login, login));
    const kept = newest(own);
    if (kept === undefined) {
      const written = await create(forge, request, body);
      // A lost reply may hide a comment that is there: it is looked for before another is made.
      if (written.kind === "failed" && !written.mayBeDone) return written;
      if (written.kind === "failed") failure = written;
      else if (written.comment !== null) {
        // A list may lag behind what was just written.
        found.comments.set(written.comment.id, written.comment);
        login = written.comment.login;
      }
      wrote = "created";
      continue;
    }
    const order = compareStamps(request.stamp, kept.stamp);
    if (order === 0 && wrote === "edited") {
      await request.settle();
      wrote = "settled";
      continue;
    }
    if (order < 0 || (order === 0 && wrote !== "nothing")) {
      await removeOthers(forge, request, own, kept);
      return { kind: order < 0 ? "older" : "published", url: kept.url };
    }
    const written = await edit(forge, request, kept, body);
    if (written.kind === "failed" && written.reason === "not-found") found.comments.delete(kept.id);
    else if (written.kind === "failed" && !written.mayBeDone) return written;
    else if (written.kind === "failed") failure = written;
    else found.comments.set(kept.id, commentOf(written.body, request.gateId)[0] ?? kept);
    wrote = "edited";
  }
  return failure ?? busy;
}

const busy: Failure = {
  kind: "failed",
  reason: "refused",
  status: null,
  message: "other runs keep changing the comment",
  mayBeDone: false,
};

const sameLogin = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();

interface Found {
  /** Every comment that begins with this gate's hidden line, whoever wrote it, by its id. */
  readonly comments: Map<number, Comment>;
  /** From when on changes are not known yet, ISO 8601; null before the first look. */
  since: string | null;
}

/** How far clocks and copies of GitHub's servers may be apart, in milliseconds. */
const apart = 300_000;

/** Looks through the comments: all of them at first, then those that changed. @returns why it could not */
async function look(forge: Forge, request: CommentRequest, found: Found): Promise<Failure | null> {
  const path = repositoryPath(request.repository, "issues", request.pull, "comments");
  const listed = await forge.all(found.since === null ? path : `${path}?since=${encodeURIComponent(found.since)}`);
  if (listed.kind === "failed") return listed;
  for (const comment of listed.entries.flatMap((entry) => commentOf(entry, request.gateId))) {
    found.comments.set(comment.id, comment);
  }
  if (listed.at !== null) found.since ??= new Date(listed.at - apart).toISOString();
  return null;
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

/** Never sent twice: between the two another run may have written. */
const edit = (forge: Forge, request: CommentRequest, comment: Comment, body: string) =>
  forge.ask({ method: "PATCH", path: commentPath(request, comment), body: { body }, repeatable: false });

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
