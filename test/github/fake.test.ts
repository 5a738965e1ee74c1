import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Value } from "../../src/model/adapter.js";
import { below, list, member, numeric, text } from "../../src/read/shape.js";
import { startFake, type Fake } from "./fake.js";
import type { Fault } from "./faults.js";
import type { Right, Scope, Seed, Token } from "./state.js";

const head = "a".repeat(40);
const base = "b".repeat(40);

const all: Readonly<Record<Scope, Right>> = {
  contents: "write",
  issues: "write",
  pull_requests: "write",
  checks: "write",
  members: "read",
  metadata: "read",
};
const workflow: Token = { login: "github-actions[bot]", app: "github-actions", rights: { ...all, members: "none" } };

const seed: Seed = {
  owner: "acme",
  repo: "models",
  tokens: {
    workflow,
    "read-only": { ...workflow, rights: { contents: "read", pull_requests: "read", checks: "read", issues: "read" } },
    person: { login: "kim", app: null, rights: all },
  },
  pulls: [
    {
      number: 7,
      author: "kim",
      head: { sha: head, ref: "better-model" },
      base: { sha: base, ref: "main" },
      files: Array.from({ length: 203 }, (_, index) => ({ path: `models/m${index}/metrics.json` })),
      reviews: [
        { login: "lee", state: "APPROVED", commit: base },
        { login: "lee", state: "DISMISSED", commit: base },
      ],
    },
    { number: 8, author: "kim", head: { sha: head, ref: "x" }, base: { sha: base, ref: "main" }, locked: true },
  ],
  commits: [{ sha: head, parents: [base] }],
  teams: { "acme/model-risk": { lee: "active", sam: "pending" } },
  collaborators: { lee: "write", kim: "admin" },
};

let fake: Fake;
beforeEach(async () => {
  fake = await startFake(seed);
});
afterEach(() => fake.close());

interface Answer {
  readonly status: number;
  readonly body: Value | undefined;
  readonly headers: Headers;
}

async function ask(method: string, path: string, body?: unknown, token = "workflow"): Promise<Answer> {
  const address = path.startsWith("http") ? path : `${fake.url}${path}`;
  const response = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, "user-agent": "test" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answered = await response.text();
  const parsed: Value | undefined = answered === "" ? undefined : JSON.parse(answered);
  return { status: response.status, body: parsed, headers: response.headers };
}

const repo = "/repos/acme/models";
const run = (output: object, more: object = {}) => ({
  name: "gate",
  head_sha: head,
  conclusion: "failure",
  output,
  ...more,
});
const annotations = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    path: "metrics.json",
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: "failure",
    message: `line ${index + 1}`,
    ...more,
  }));

describe("refuses what GitHub refuses", () => {
  const summary = { title: "t", summary: "s" };
  test.each<[string, string, string, unknown, string, number, RegExp]>([
    ["a bad token", "GET", repo, undefined, "nobody", 401, /Bad credentials/],
    ["an unknown route", "GET", `${repo}/nonsense`, undefined, "workflow", 404, /Not Found/],
    ["another repository", "GET", "/repos/acme/secret", undefined, "workflow", 404, /Not Found/],
    ["a pull request that is not there", "GET", `${repo}/pulls/99`, undefined, "workflow", 404, /Not Found/],
    [
      "writing with a read-only token",
      "POST",
      `${repo}/issues/7/comments`,
      { body: "x" },
      "read-only",
      403,
      /not accessible by integration/,
    ],
    [
      "a check run with a read-only token",
      "POST",
      `${repo}/check-runs`,
      run(summary),
      "read-only",
      403,
      /not accessible by integration/,
    ],
    ["a check run by a person", "POST", `${repo}/check-runs`, run(summary), "person", 403, /via a GitHub App/],
    [
      "a comment on a locked pull request",
      "POST",
      `${repo}/issues/8/comments`,
      { body: "x" },
      "workflow",
      403,
      /locked/,
    ],
    ["an empty comment", "POST", `${repo}/issues/7/comments`, { body: " " }, "workflow", 422, /Validation Failed/],
    [
      "a comment of 65,537 characters",
      "POST",
      `${repo}/issues/7/comments`,
      { body: "x".repeat(65_537) },
      "workflow",
      422,
      /Body is too long \(maximum is 65536 characters\)/,
    ],
    ["broken JSON", "POST", `${repo}/issues/7/comments`, "{", "workflow", 400, /Problems parsing JSON/],
    [
      "51 annotations",
      "POST",
      `${repo}/check-runs`,
      run({ ...summary, annotations: annotations(51) }),
      "workflow",
      422,
      /No more than 50/,
    ],
    [
      "a summary of 65,536 characters",
      "POST",
      `${repo}/check-runs`,
      run({ title: "t", summary: "x".repeat(65_536) }),
      "workflow",
      422,
      /65535/,
    ],
    ["output without a title", "POST", `${repo}/check-runs`, run({ summary: "s" }), "workflow", 422, /title/],
    [
      "columns over several lines",
      "POST",
      `${repo}/check-runs`,
      run({ ...summary, annotations: annotations(1, { end_line: 9, start_column: 1 }) }),
      "workflow",
      422,
      /Columns/,
    ],
    [
      "an unknown annotation level",
      "POST",
      `${repo}/check-runs`,
      run({ ...summary, annotations: annotations(1, { annotation_level: "error" }) }),
      "workflow",
      422,
      /annotation_level/,
    ],
    [
      "an unknown conclusion",
      "POST",
      `${repo}/check-runs`,
      run(summary, { conclusion: "blocked" }),
      "workflow",
      422,
      /conclusion/,
    ],
    [
      "a check run on an unknown commit",
      "POST",
      `${repo}/check-runs`,
      run(summary, { head_sha: "c".repeat(40) }),
      "workflow",
      422,
      /No commit found/,
    ],
    [
      "eleven keys of payload",
      "POST",
      `${repo}/dispatches`,
      { event_type: "retrain", client_payload: Object.fromEntries([..."abcdefghijk"].map((key) => [key, 1])) },
      "workflow",
      422,
      /No more than 10/,
    ],
    ["an issue without a title", "POST", `${repo}/issues`, { body: "x" }, "workflow", 422, /Validation Failed/],
    [
      "an installation that asks who it is",
      "GET",
      "/user",
      undefined,
      "workflow",
      403,
      /not accessible by integration/,
    ],
    [
      "a team without the right to see members",
      "GET",
      "/orgs/acme/teams/model-risk/memberships/lee",
      undefined,
      "workflow",
      404,
      /Not Found/,
    ],
  ])("%s", async (_, method, path, body, token, status, message) => {
    const answer = await ask(method, path, body, token);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringMatching(message)]);
    expect(fake.state.comments.length + fake.state.checkRuns.length + fake.state.issues.length).toBe(0);
  });

  test("a request without a user agent", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      request(`${fake.url}${repo}`, { headers: { authorization: "Bearer workflow" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test("everything once the hourly allowance is used up, and says when it returns", async () => {
    fake.state.limit.remaining = 1;
    expect((await ask("GET", repo)).status).toBe(200);
    const refused = await ask("GET", repo);
    expect(refused.status).toBe(403);
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(Number(refused.headers.get("x-ratelimit-reset"))).toBeGreaterThan(0);
  });
});

describe("keeps state", () => {
  test("a comment is created, edited, listed and deleted", async () => {
    const made = await ask("POST", `${repo}/issues/7/comments`, { body: "one" });
    const id = numeric(member(made.body, "id"));
    expect([made.status, below(made.body, "user", "login"), below(made.body, "user", "type")]).toEqual([
      201,
      "github-actions[bot]",
      "Bot",
    ]);
    expect((await ask("PATCH", `${repo}/issues/comments/${id}`, { body: "two" })).status).toBe(200);
    const listed = await ask("GET", `${repo}/issues/7/comments`);
    expect(list(listed.body)?.map((comment) => text(member(comment, "body")))).toEqual(["two"]);
    expect((await ask("DELETE", `${repo}/issues/comments/${id}`)).status).toBe(204);
    expect((await ask("GET", `${repo}/issues/comments/${id}`)).status).toBe(404);
  });

  test("lists come in pages of at most 100, with links to the others", async () => {
    const sizes: number[] = [];
    let next: string | undefined = `${repo}/pulls/7/files?per_page=500`;
    while (next !== undefined) {
      const page: Answer = await ask("GET", next);
      sizes.push(list(page.body)?.length ?? 0);
      next = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
    }
    expect(sizes).toEqual([100, 100, 3]);
    const first = await ask("GET", `${repo}/pulls/7/files`);
    expect(list(first.body)).toHaveLength(30);
    expect(first.headers.get("link")).toMatch(/page=2>; rel="next", .*page=7>; rel="last"/);
  });

  test("annotations are added by an update, never replaced", async () => {
    const output = { title: "t", summary: "s" };
    const made = await ask("POST", `${repo}/check-runs`, run({ ...output, annotations: annotations(50) }));
    const address = `${repo}/check-runs/${numeric(member(made.body, "id"))}`;
    const updated = await ask("PATCH", address, { output: { ...output, annotations: annotations(3) } });
    expect(below(updated.body, "output", "annotations_count")).toBe(53);
    const second = await ask("GET", `${address}/annotations?per_page=50&page=2`);
    expect(list(second.body)?.map((one) => text(member(one, "message")))).toEqual(["line 1", "line 2", "line 3"]);
  });

  test("of check runs with one name the newest is listed, unless all are asked for", async () => {
    const output = { title: "t", summary: "s" };
    await ask("POST", `${repo}/check-runs`, run(output));
    await ask("POST", `${repo}/check-runs`, run(output, { conclusion: "success" }));
    const latest = await ask("GET", `${repo}/commits/${head}/check-runs?check_name=gate`);
    expect(below(latest.body, "check_runs", 0, "conclusion")).toBe("success");
    expect(member(latest.body, "total_count")).toBe(1);
    const every = await ask("GET", `${repo}/commits/${head}/check-runs?filter=all`);
    expect(member(every.body, "total_count")).toBe(2);
  });

  test("reviews come oldest first with every state, and each names its commit", async () => {
    const { body } = await ask("GET", `${repo}/pulls/7/reviews`);
    expect(list(body)?.map((review) => [member(review, "state"), member(review, "commit_id")])).toEqual([
      ["APPROVED", base],
      ["DISMISSED", base],
    ]);
  });

  test("team members and collaborators are told to who may know", async () => {
    const membership = (login: string) =>
      ask("GET", `/orgs/acme/teams/model-risk/memberships/${login}`, undefined, "person");
    expect(member((await membership("lee")).body, "state")).toBe("active");
    expect(member((await membership("sam")).body, "state")).toBe("pending");
    expect((await membership("kim")).status).toBe(404);
    expect(member((await ask("GET", "/orgs/acme/teams/model-risk", undefined, "person")).body, "slug")).toBe(
      "model-risk",
    );
    expect((await ask("GET", "/orgs/acme/teams/model-risk")).status).toBe(404);
    expect(member((await ask("GET", `${repo}/collaborators/lee/permission`)).body, "permission")).toBe("write");
  });

  test("issues are created, closed, found by label, and stand beside pull requests", async () => {
    const made = await ask("POST", `${repo}/issues`, { title: "fraud drifts", labels: ["drift"] });
    expect(member(made.body, "number")).toBe(9);
    const found = await ask("GET", `${repo}/issues?labels=drift`);
    expect(list(found.body)?.map((issue) => member(issue, "title"))).toEqual(["fraud drifts"]);
    const open = await ask("GET", `${repo}/issues`);
    expect(
      list(open.body)?.map((issue) => [member(issue, "number"), member(issue, "pull_request") !== undefined]),
    ).toEqual([
      [9, false],
      [8, true],
      [7, true],
    ]);
    await ask("PATCH", `${repo}/issues/9`, { state: "closed" });
    expect(list((await ask("GET", `${repo}/issues?labels=drift`)).body)).toEqual([]);
  });

  test("a pull request, a commit, a dispatch and the caller's name", async () => {
    expect(below((await ask("GET", `${repo}/pulls/7`)).body, "head", "sha")).toBe(head);
    expect(below((await ask("GET", `${repo}/git/commits/${head}`)).body, "parents", 0, "sha")).toBe(base);
    expect(
      (await ask("POST", `${repo}/dispatches`, { event_type: "retrain", client_payload: { model: "fraud" } })).status,
    ).toBe(204);
    expect(fake.state.dispatches).toEqual([{ event_type: "retrain", client_payload: { model: "fraud" } }]);
    const viewer = await ask("POST", "/graphql", { query: "query { viewer { login } }" });
    expect(below(viewer.body, "data", "viewer", "login")).toBe("github-actions[bot]");
    expect(member((await ask("GET", "/user", undefined, "person")).body, "login")).toBe("kim");
  });
});

describe("goes wrong on demand", () => {
  const comment = () => ask("POST", `${repo}/issues/7/comments`, { body: "x" });

  test.each<[string, Fault, number, Readonly<Record<string, string>>]>([
    ["a server error", { kind: "status", status: 502 }, 502, {}],
    [
      "the hourly limit",
      { kind: "primary-limit", reset: 12 },
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "12" },
    ],
    ["the secondary limit", { kind: "secondary-limit", status: 429, retryAfter: 3 }, 429, { "retry-after": "3" }],
  ])("%s, as often as asked, and nothing is done", async (_, fault, status, headers) => {
    fake.inject({ method: "POST", path: /comments$/, times: 1, after: 1, fault });
    expect((await comment()).status).toBe(201);
    const failed = await comment();
    expect(failed.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(failed.headers.get(name)).toBe(value);
    expect((await comment()).status).toBe(201);
    expect(fake.state.comments).toHaveLength(2);
  });

  test.each<[Fault, number]>([
    [{ kind: "reset" }, 0],
    [{ kind: "lost-reply" }, 1],
    [{ kind: "cut-reply" }, 1],
  ])("%j breaks the connection and leaves the work done or undone", async (fault, done) => {
    fake.inject({ times: 1, fault });
    await expect(comment()).rejects.toThrow();
    expect(fake.state.comments).toHaveLength(done);
    expect(fake.requests.map(({ status }) => status)).toEqual([null]);
  });

  test("a late reply comes, and silence does not", async () => {
    fake.inject({ times: 1, fault: { kind: "slow", milliseconds: 30 } });
    expect((await comment()).status).toBe(201);
    fake.inject({ times: 1, fault: { kind: "silence" } });
    await expect(fetch(`${fake.url}${repo}`, { signal: AbortSignal.timeout(80) })).rejects.toThrow();
  });
});

test("every request is written down, without its token", async () => {
  await ask("POST", `${repo}/issues/7/comments?x=1`, { body: "hello" });
  expect(fake.requests).toEqual([
    expect.objectContaining({
      method: "POST",
      path: `${repo}/issues/7/comments`,
      query: { x: "1" },
      body: { body: "hello" },
      login: "github-actions[bot]",
      status: 201,
    }),
  ]);
  expect(JSON.stringify(fake.requests)).not.toContain("Bearer");
});
