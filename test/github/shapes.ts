import type { components } from "@octokit/openapi-types";
import {
  nextMoment,
  type CommentShape,
  type CommitSeed,
  type CommitShape,
  type FileShape,
  type IssueShape,
  type PullSeed,
  type ReviewSeed,
  type ReviewShape,
  type State,
  type Token,
  type UserShape,
} from "./state.js";

type Schemas = components["schemas"];
type PullShape = Schemas["pull-request"];

/** The part of a pull request that is served: the full shape repeats two whole repositories. */
export type ServedPull = Pick<
  PullShape,
  | "id"
  | "node_id"
  | "url"
  | "html_url"
  | "number"
  | "state"
  | "locked"
  | "title"
  | "user"
  | "body"
  | "draft"
  | "merged"
  | "merged_at"
  | "merged_by"
> &
  Pick<
    PullShape,
    "mergeable" | "merge_commit_sha" | "changed_files" | "created_at" | "updated_at" | "author_association"
  > & {
    readonly head: ServedSide;
    readonly base: ServedSide;
  };

interface ServedSide {
  readonly label: string;
  readonly ref: string;
  readonly sha: string;
  readonly user: UserShape;
  readonly repo: (ServedRepository & { readonly fork: boolean }) | null;
}

export type ServedRepository = Pick<
  Schemas["full-repository"],
  "id" | "node_id" | "name" | "full_name" | "private" | "html_url" | "url" | "default_branch" | "archived"
> & { readonly owner: UserShape };

const accountId = (login: string): number =>
  [...login].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 1e9;

export function userShape(state: State, login: string): UserShape {
  const api = `${state.baseUrl}/users/${encodeURIComponent(login)}`;
  const page = `https://github.test/${login.endsWith("[bot]") ? `apps/${login.slice(0, -5)}` : login}`;
  return {
    login,
    id: accountId(login),
    node_id: `U_${login}`,
    avatar_url: `${page}.png`,
    gravatar_id: "",
    url: api,
    html_url: page,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login.endsWith("[bot]") ? "Bot" : "User",
    site_admin: false,
  };
}

export function appShape(state: State, slug: string | null): Schemas["nullable-integration"] {
  if (slug === null) return null;
  const page = `https://github.test/apps/${slug}`;
  return {
    id: accountId(slug),
    slug,
    node_id: `A_${slug}`,
    owner: userShape(state, "github"),
    name: slug,
    description: null,
    external_url: page,
    html_url: page,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
    permissions: {},
    events: [],
  };
}

export function repositoryShape(state: State, fullName?: string): ServedRepository {
  const full = fullName ?? `${state.seed.owner}/${state.seed.repo}`;
  const [owner = "", name = ""] = full.split("/");
  return {
    id: accountId(full),
    node_id: `R_${full}`,
    name,
    full_name: full,
    owner: userShape(state, owner),
    private: true,
    html_url: `https://github.test/${full}`,
    url: `${state.baseUrl}/repos/${full}`,
    default_branch: state.seed.defaultBranch ?? "main",
    archived: state.seed.archived ?? false,
  };
}

export function commentShape(state: State, token: Token, issue: number, body: string): CommentShape {
  const { id, at } = nextMoment(state);
  const repository = repositoryShape(state);
  return {
    id,
    node_id: `IC_${id}`,
    url: `${repository.url}/issues/comments/${id}`,
    html_url: `${repository.html_url}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${repository.url}/issues/${issue}`,
    user: userShape(state, token.login),
    author_association: token.app === null ? "CONTRIBUTOR" : "NONE",
    performed_via_github_app: appShape(state, token.app),
    body,
    created_at: at,
    updated_at: at,
  };
}

export function issueShape(state: State, token: Token, number: number, title: string, body: string): IssueShape {
  const { id, at } = nextMoment(state);
  const repository = repositoryShape(state);
  const url = `${repository.url}/issues/${number}`;
  return {
    id,
    node_id: `I_${id}`,
    url,
    repository_url: repository.url,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repository.html_url}/issues/${number}`,
    number,
    state: "open",
    state_reason: null,
    title,
    body,
    user: userShape(state, token.login),
    labels: [],
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: null,
    created_at: at,
    updated_at: at,
    performed_via_github_app: appShape(state, token.app),
  };
}

export function pullShape(state: State, pull: PullSeed): ServedPull {
  const repository = repositoryShape(state);
  const fork = pull.head.fork;
  const headRepository = fork === null ? null : { ...repositoryShape(state, fork), fork: fork !== undefined };
  const side = (ref: string, sha: string, repo: ServedSide["repo"]): ServedSide => {
    const owner = repo?.owner ?? userShape(state, "ghost");
    return { label: `${owner.login}:${ref}`, ref, sha, user: owner, repo };
  };
  return {
    id: pull.number,
    node_id: `PR_${pull.number}`,
    url: `${repository.url}/pulls/${pull.number}`,
    html_url: `${repository.html_url}/pull/${pull.number}`,
    number: pull.number,
    state: pull.merged === undefined ? (pull.state ?? "open") : "closed",
    locked: pull.locked ?? false,
    title: pull.title ?? `Pull request ${pull.number}`,
    user: userShape(state, pull.author),
    body: null,
    draft: pull.draft ?? false,
    merged: pull.merged !== undefined,
    merged_at: pull.merged === undefined ? null : "2026-01-03T00:00:00Z",
    merged_by: pull.merged === undefined ? null : userShape(state, pull.merged.by),
    mergeable: null,
    merge_commit_sha: pull.merged?.commit ?? null,
    changed_files: pull.files?.length ?? 0,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    author_association: "CONTRIBUTOR",
    head: side(pull.head.ref, pull.head.sha, headRepository),
    base: side(pull.base.ref, pull.base.sha, { ...repository, fork: false }),
  };
}

export function fileShape(state: State, pull: PullSeed, file: NonNullable<PullSeed["files"]>[number]): FileShape {
  const repository = repositoryShape(state);
  const shape: FileShape = {
    sha: "0".repeat(40),
    filename: file.path,
    status: file.status ?? "modified",
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: `${repository.html_url}/blob/${pull.head.sha}/${file.path}`,
    raw_url: `${repository.html_url}/raw/${pull.head.sha}/${file.path}`,
    contents_url: `${repository.url}/contents/${file.path}?ref=${pull.head.sha}`,
  };
  return file.from === undefined ? shape : { ...shape, previous_filename: file.from };
}

export function reviewShape(state: State, pull: PullSeed, review: ReviewSeed, index: number): ReviewShape {
  const repository = repositoryShape(state);
  const html = `${repository.html_url}/pull/${pull.number}#pullrequestreview-${index + 1}`;
  const url = `${repository.url}/pulls/${pull.number}`;
  const shape: ReviewShape = {
    id: index + 1,
    node_id: `PRR_${index + 1}`,
    user: userShape(state, review.login),
    body: "",
    state: review.state,
    html_url: html,
    pull_request_url: url,
    _links: { html: { href: html }, pull_request: { href: url } },
    commit_id: review.commit,
    author_association: "MEMBER",
  };
  // A pending review was never submitted.
  if (review.state === "PENDING") return shape;
  return { ...shape, submitted_at: new Date(Date.UTC(2026, 0, 2) + index * 60_000).toISOString().replace(".000", "") };
}

export function commitShape(state: State, commit: CommitSeed): CommitShape {
  const repository = repositoryShape(state);
  const url = `${repository.url}/git/commits/${commit.sha}`;
  const author = {
    name: commit.author ?? "someone",
    email: "someone@example.test",
    date: commit.date ?? "2026-01-01T00:00:00Z",
  };
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url,
    html_url: `${repository.html_url}/commit/${commit.sha}`,
    author,
    committer: author,
    message: commit.message ?? "A change",
    tree: { sha: commit.sha, url: `${repository.url}/git/trees/${commit.sha}` },
    parents: (commit.parents ?? []).map((sha) => ({
      sha,
      url: `${repository.url}/git/commits/${sha}`,
      html_url: `${repository.html_url}/commit/${sha}`,
    })),
    verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
  };
}
