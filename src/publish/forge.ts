import type { Value } from "../model/adapter.js";

/** Why GitHub did not do what was asked. */
export type FailureReason =
  /** The token is not known. */
  | "token"
  /** The token may not do this, or the conversation is locked or archived: asking again helps nothing. */
  | "permission"
  | "not-found"
  /** GitHub understood and says no: too long, a wrong field, a conflict. */
  | "refused"
  /** A rate limit that lasts longer than we wait. */
  | "limit"
  | "server"
  /** No reply, half a reply, or none in time. */
  | "network";

export interface Failure {
  readonly kind: "failed";
  readonly reason: FailureReason;
  readonly status: number | null;
  readonly message: string;
  /** True where the work may have been done although no reply says so. */
  readonly mayBeDone: boolean;
}

export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly body: Value | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export interface Ask {
  readonly method: Method;
  /** Below the API's address, beginning with `/`, its parts percent-encoded; or a whole address. */
  readonly path: string;
  readonly body?: unknown;
  /** Whether doing it twice is the same as once; all but POST are, unless told otherwise. */
  readonly repeatable?: boolean;
}

/** GitHub's API. It retries within bounds, never throws, and never does a thing twice that is not the same as once. */
export interface Forge {
  ask(ask: Ask): Promise<Answer | Failure>;
  /** Every page of a list. @param select the list inside a page's body */
  all(path: string, select?: (body: Value | undefined) => Value | undefined): Promise<Everything | Failure>;
}

export interface Everything {
  readonly kind: "all";
  readonly entries: readonly Value[];
  /** GitHub's own time of the first page, in milliseconds since 1970; null where it does not say. */
  readonly at: number | null;
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** The path of something in a repository, its parts encoded. */
export const repositoryPath = ({ owner, name }: Repository, ...parts: readonly (string | number)[]): string =>
  ["/repos", owner, name, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join("/");
