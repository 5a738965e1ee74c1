import type { Call, Reply } from "./reply.js";
import * as checks from "./routes-checks.js";
import * as issues from "./routes-issues.js";
import * as repository from "./routes-repository.js";
import type { Right, Scope } from "./state.js";

export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With `{name}` for a segment. */
  readonly path: string;
  /** Any one of these, at the given right, lets a token in; an empty list needs none. */
  readonly scopes: readonly Scope[];
  readonly right: Right;
  readonly answer: (call: Call) => Reply;
}

const conversation: readonly Scope[] = ["issues", "pull_requests"];
const repo = "/repos/{owner}/{repo}";

function route(
  method: Route["method"],
  path: string,
  scopes: readonly Scope[],
  right: Right,
  answer: (call: Call) => Reply,
): Route {
  return { method, path, scopes, right, answer };
}

export const routes: readonly Route[] = [
  route("GET", "/user", [], "none", repository.getUser),
  route("POST", "/graphql", [], "none", repository.graphql),
  route("GET", "/orgs/{org}/teams/{team}", [], "none", repository.getTeam),
  route("GET", "/orgs/{org}/teams/{team}/memberships/{login}", [], "none", repository.getMembership),
  route("GET", repo, [], "none", repository.getRepository),
  route("GET", `${repo}/pulls`, ["pull_requests"], "read", repository.listPulls),
  route("GET", `${repo}/activity`, ["contents"], "read", repository.listActivity),
  route("GET", `${repo}/pulls/{number}`, ["pull_requests"], "read", repository.getPull),
  route("GET", `${repo}/pulls/{number}/files`, ["pull_requests"], "read", repository.listFiles),
  route("GET", `${repo}/pulls/{number}/reviews`, ["pull_requests"], "read", repository.listReviews),
  route("GET", `${repo}/commits/{ref}/pulls`, ["pull_requests"], "read", repository.listPullsOfCommit),
  route("GET", `${repo}/git/commits/{sha}`, ["contents"], "read", repository.getCommit),
  route("GET", `${repo}/collaborators/{login}/permission`, [], "none", repository.getPermission),
  route("POST", `${repo}/dispatches`, ["contents"], "write", issues.dispatch),
  route("GET", `${repo}/issues`, ["issues"], "read", issues.listIssues),
  route("POST", `${repo}/issues`, ["issues"], "write", issues.createIssue),
  route("PATCH", `${repo}/issues/{number}`, ["issues"], "write", issues.updateIssue),
  route("GET", `${repo}/issues/{number}/comments`, conversation, "read", issues.listComments),
  route("POST", `${repo}/issues/{number}/comments`, conversation, "write", issues.createComment),
  route("GET", `${repo}/issues/comments/{id}`, conversation, "read", issues.getComment),
  route("PATCH", `${repo}/issues/comments/{id}`, conversation, "write", issues.updateComment),
  route("DELETE", `${repo}/issues/comments/{id}`, conversation, "write", issues.deleteComment),
  route("POST", `${repo}/check-runs`, ["checks"], "write", checks.createCheckRun),
  route("GET", `${repo}/check-runs/{id}`, ["checks"], "read", checks.getCheckRun),
  route("PATCH", `${repo}/check-runs/{id}`, ["checks"], "write", checks.updateCheckRun),
  route("GET", `${repo}/check-runs/{id}/annotations`, ["checks"], "read", checks.listAnnotations),
  route("GET", `${repo}/commits/{ref}/check-runs`, ["checks"], "read", checks.listCheckRuns),
];

/** The route that a method and path name, and the parts of the path. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly parts: Readonly<Record<string, string>> } | null {
  const segments = path.split("/").map(decodeSegment);
  for (const candidate of routes) {
    if (candidate.method !== method) continue;
    const parts = matchSegments(candidate.path.split("/"), segments);
    if (parts !== null) return { route: candidate, parts };
  }
  return null;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (expected.startsWith("{")) parts[expected.slice(1, -1)] = segment;
    else if (expected !== segment) return null;
  }
  return parts;
}
