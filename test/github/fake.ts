import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Value } from "../../src/model/adapter.js";
import { faultReply, pending, takeFault, type Fault, type Injection, type PendingInjection } from "./faults.js";
import { notFound, refusal, type Reply } from "./reply.js";
import { findRoute, type Route } from "./routes.js";
import { commentShape } from "./shapes.js";
import { emptyState, momentOf, type CommentShape, type Seed, type State, type Token } from "./state.js";

/** One request as it came, and what was answered; its token is left out. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Value | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Whose token it carried; null for none or a bad one. */
  readonly login: string | null;
  /** Null where no whole reply was sent. */
  readonly status: number | null;
}

/**
 * GitHub's REST API, as much of it as this project uses, with state and with GitHub's own refusals. It listens on a
 * port of its own, so that a child process can speak to it.
 */
export interface Fake {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  readonly state: State;
  /** Makes matching requests go wrong from now on. */
  inject(injection: Injection): void;
  /** A comment by somebody else than the caller, as if it had been there before. */
  plantComment(issue: number, author: Token, body: string): CommentShape;
  close(): Promise<void>;
}

export async function startFake(seed: Seed): Promise<Fake> {
  const state = emptyState(seed);
  const requests: RecordedRequest[] = [];
  const waiting: PendingInjection[] = [];
  const server = createServer((request, response) => {
    void answer(state, waiting, requests, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake has no port");
  state.baseUrl = `http://127.0.0.1:${address.port}`;
  return {
    url: state.baseUrl,
    requests,
    state,
    inject: (injection) => void waiting.push(pending(injection)),
    plantComment(issue, author, body) {
      const shape = commentShape(state, author, issue, body);
      state.comments.push({ issue, shape });
      return shape;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Heard {
  readonly method: string;
  readonly address: URL;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: Token | null;
}

async function answer(
  state: State,
  waiting: readonly PendingInjection[],
  requests: RecordedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const heard = await hear(state, request);
  const fault = takeFault(waiting, heard.method, heard.address.pathname);
  const doesWork = fault === null || fault.kind === "cut-reply" || fault.kind === "lost-reply" || fault.kind === "slow";
  const reply = doesWork ? decide(state, heard) : faultReply(fault);
  const answered = fault === null || fault.kind === "slow" || faultReply(fault) !== null;
  requests.push({
    method: heard.method,
    path: heard.address.pathname,
    query: Object.fromEntries(heard.address.searchParams),
    body: parsed(heard.text),
    headers: heard.headers,
    login: heard.token?.login ?? null,
    status: answered ? (reply?.status ?? null) : null,
  });
  send(state, response, reply, fault);
}

async function hear(state: State, request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { authorization, ...rest } = request.headers;
  const key = /^(?:token|bearer)\s+(.+)$/i.exec(authorization ?? "")?.[1];
  const headers = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, String(text ?? "")]));
  const token = key !== undefined && Object.hasOwn(state.seed.tokens, key) ? (state.seed.tokens[key] ?? null) : null;
  return {
    method: request.method ?? "GET",
    address: new URL(request.url ?? "/", state.baseUrl),
    text: Buffer.concat(chunks).toString("utf8"),
    headers,
    token,
  };
}

function parsed(text: string): Value | undefined {
  try {
    const body: Value = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}

/** GitHub's order: who are you, how often have you asked, is it there, may you, and only then what you ask for. */
function decide(state: State, heard: Heard): Reply {
  if ((heard.headers["user-agent"] ?? "") === "") return refusal(403, "Request forbidden by administrative rules.");
  if (heard.token === null) return refusal(401, "Bad credentials");
  const { limit } = state;
  if (limit.remaining <= 0) return refusal(403, "API rate limit exceeded for installation.");
  limit.remaining -= 1;
  const found = findRoute(heard.method, heard.address.pathname);
  if (found === null) return notFound;
  const { route, parts } = found;
  const { owner, repo } = state.seed;
  const elsewhere = parts.owner !== undefined && (parts.owner !== owner || parts.repo !== repo);
  if (elsewhere) return notFound;
  if (!allowed(route, heard.token)) {
    const whom = heard.token.app === null ? "personal access token" : "integration";
    return refusal(403, `Resource not accessible by ${whom}`);
  }
  if (state.seed.archived === true && route.right === "write") {
    return refusal(403, "Repository was archived so is read-only.");
  }
  const body = parsed(heard.text);
  if (heard.text !== "" && body === undefined) return refusal(400, "Problems parsing JSON");
  const address = `${state.baseUrl}${heard.address.pathname}`;
  return route.answer({ state, token: heard.token, path: parts, query: heard.address.searchParams, body, address });
}

function allowed(route: Route, token: Token): boolean {
  if (route.right === "none") return true;
  const enough = route.right === "write" ? ["write"] : ["read", "write"];
  return route.scopes.some((scope) => enough.includes(token.rights[scope] ?? "none"));
}

function send(state: State, response: ServerResponse, reply: Reply | null, fault: Fault | null): void {
  if (fault?.kind === "silence") return;
  if (reply === null || fault?.kind === "lost-reply" || fault?.kind === "reset") {
    response.destroy();
    return;
  }
  const text = reply.body === undefined ? "" : JSON.stringify(reply.body);
  const { limit } = state;
  response.writeHead(reply.status, {
    ...(reply.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
    ...(reply.status === 204 ? {} : { "content-length": String(Buffer.byteLength(text)) }),
    date: new Date(momentOf(state)).toUTCString(),
    "x-ratelimit-limit": String(limit.limit),
    "x-ratelimit-remaining": String(limit.remaining),
    "x-ratelimit-reset": String(limit.reset),
    ...reply.headers,
  });
  if (fault?.kind === "cut-reply") {
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
    return;
  }
  if (fault?.kind === "slow") setTimeout(() => response.end(text), fault.milliseconds);
  else response.end(text);
}
