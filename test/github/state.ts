import type { components } from "@octokit/openapi-types";

type Schemas = components["schemas"];

export type CommentShape = Schemas["issue-comment"];
export type CheckRunShape = Schemas["check-run"];
export type AnnotationShape = Schemas["check-annotation"];
export type ReviewShape = Schemas["pull-request-review"];
export type FileShape = Schemas["diff-entry"];
export type IssueShape = Schemas["issue"];
export type CommitShape = Schemas["git-commit"];
export type ActivityShape = Schemas["activity"];
export type UserShape = Schemas["simple-user"];

export type Right = "none" | "read" | "write";
export type Scope = "contents" | "issues" | "pull_requests" | "checks" | "members" | "metadata";

/** Who a token speaks for. An `app` is an installation token, like the one that a workflow gets. */
export interface Token {
  readonly login: string;
  readonly app: string | null;
  readonly rights: Readonly<Partial<Record<Scope, Right>>>;
}

export interface PullSeed {
  readonly number: number;
  readonly title?: string;
  readonly author: string;
  readonly head: { readonly sha: string; readonly ref: string; readonly fork?: string | null };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly state?: "open" | "closed";
  readonly draft?: boolean;
  readonly locked?: boolean;
  readonly files?: readonly { readonly path: string; readonly status?: FileShape["status"]; readonly from?: string }[];
  readonly reviews?: readonly ReviewSeed[];
  readonly merged?: { readonly by: string; readonly commit: string };
}

export interface ReviewSeed {
  readonly login: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  readonly commit: string;
}

export interface CommitSeed {
  readonly sha: string;
  readonly message?: string;
  readonly author?: string;
  readonly date?: string;
  readonly parents?: readonly string[];
}

export interface Seed {
  readonly owner: string;
  readonly repo: string;
  readonly archived?: boolean;
  readonly defaultBranch?: string;
  /** By the token's text. */
  readonly tokens: Readonly<Record<string, Token>>;
  readonly pulls?: readonly PullSeed[];
  readonly commits?: readonly CommitSeed[];
  /** Who pushed what to which branch, newest first. */
  readonly pushes?: readonly { readonly login: string; readonly ref: string; readonly after: string }[];
  /** `org/slug` to login to state. */
  readonly teams?: Readonly<Record<string, Readonly<Record<string, "active" | "pending">>>>;
  /** Login to permission. */
  readonly collaborators?: Readonly<Record<string, "admin" | "write" | "read" | "none">>;
}

export interface StoredComment {
  readonly issue: number;
  shape: CommentShape;
}

export interface StoredCheckRun {
  shape: CheckRunShape;
  readonly annotations: AnnotationShape[];
}

/** A dispatch that the repository received. */
export interface Dispatch {
  readonly event_type: string;
  readonly client_payload: unknown;
}

export interface Limit {
  readonly limit: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

/** Everything the fake remembers. Ids and times come from one counter, so that a run can be told again. */
export interface State {
  readonly seed: Seed;
  baseUrl: string;
  readonly comments: StoredComment[];
  readonly checkRuns: StoredCheckRun[];
  readonly issues: IssueShape[];
  readonly dispatches: Dispatch[];
  readonly limit: Limit;
  next: number;
}

export function emptyState(seed: Seed): State {
  return {
    seed,
    baseUrl: "",
    comments: [],
    checkRuns: [],
    issues: [],
    dispatches: [],
    limit: { limit: 5000, remaining: 5000, reset: 4102444800 },
    next: 1,
  };
}

/** The next id, and the moment that goes with it: a second later than the last. */
export function nextMoment(state: State): { readonly id: number; readonly at: string } {
  const id = state.next;
  state.next += 1;
  return { id, at: new Date(Date.UTC(2026, 0, 1) + id * 1000).toISOString().replace(".000", "") };
}

/** The fake's own time, in milliseconds since 1970. */
export const momentOf = (state: State): number => Date.UTC(2026, 0, 1) + state.next * 1000;

export const pullOf = (state: State, number: number): PullSeed | undefined =>
  state.seed.pulls?.find((pull) => pull.number === number);
