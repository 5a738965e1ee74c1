import type { Value } from "../model/adapter.js";
import type { Network, NetworkReply, NetworkRequest } from "../model/network.js";

/** Why something could not be collected, told so that its reader can mend it. */
export class CollectError extends Error {
  override readonly name = "CollectError";
  constructor(
    message: string,
    readonly mend: string,
    /** The status that the server answered with; null where it did not. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

export interface Credentials {
  /** The whole value of the header `Authorization`. */
  readonly authorization: string;
  /** What of it must be seen nowhere, should a server say it back: the token, the password. */
  readonly secrets: readonly string[];
}

/** How a server is asked. */
export interface Asking {
  readonly network: Network;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly credentials: Credentials | null;
  /** What to do where a server refuses who asks. */
  readonly login: string;
  /** Tries of one request, the first included. */
  readonly tries: number;
  /** Milliseconds that a server may take for one answer. */
  readonly timeout: number;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const LONGEST_WAIT = 60_000;

/** An address that may be asked: http or https, with a host. @throws CollectError for any other */
export function addressOf(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:"))
    throw new CollectError(`${shownAddress(written)} is no address of http or https`, "write it as https://host/path");
  if (url.username !== "" || url.password !== "")
    throw new CollectError(
      `the address of ${url.host} holds a user or a password, which would be written into the lock`,
      "take them out of the address, and give them in the environment",
    );
  return url;
}

/** An address as it may be shown and kept: without user, password, query and fragment. */
export function shownAddress(written: string): string {
  if (!URL.canParse(written))
    return written
      .replace(/\/\/[^/@]*@/g, "//")
      .replace(/[?#].*/s, "")
      .slice(0, 200);
  const { protocol, host, pathname } = new URL(written);
  return `${protocol}//${host}${pathname}`;
}

/**
 * The bytes at an address. Tries again after 429, 5xx and lost connections, with the server's own delay, bounded.
 *
 * @throws CollectError where there is no good answer
 */
export async function fetchBytes(url: URL, asking: Asking): Promise<Uint8Array> {
  return (await ask({ method: "GET", url: url.href, headers: {} }, asking)).body;
}

/**
 * The JSON that a server answers with.
 *
 * @throws CollectError where there is no good answer, or it is no JSON
 */
export async function fetchJson(
  request: { readonly method: "GET" | "POST"; readonly url: URL; readonly body?: Value },
  asking: Asking,
): Promise<Value> {
  const { method, url, body } = request;
  const reply = await ask(
    {
      method,
      url: url.href,
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    asking,
  );
  const text = new TextDecoder().decode(reply.body);
  try {
    return JSON.parse(text) as Value;
  } catch {
    const web = /^\s*</.test(text);
    throw new CollectError(
      `${shownAddress(url.href)} answered with ${web ? "a web page" : "something"} where JSON is due`,
      web
        ? "look whether the address is the tracking server's, and whether a login stands before it"
        : "look at the server's log",
      reply.status,
    );
  }
}

type Reply = Extract<NetworkReply, { kind: "reply" }>;

async function ask(request: Omit<NetworkRequest, "timeout" | "limit">, asking: Asking): Promise<Reply> {
  let { url } = request;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const reply = await persistently({ ...request, url }, asking);
    const location = reply.headers["location"];
    if (reply.status < 300 || reply.status > 399 || location === undefined) return good(reply, url, asking);
    url = redirected(url, location, asking.credentials !== null);
  }
  throw new CollectError(`${shownAddress(url)} redirects in a circle`, "name the address that it ends at");
}

/** Where a redirect leads. Credentials never follow to another host, and nothing leaves TLS. */
function redirected(from: string, location: string, credentials: boolean): string {
  const origin = new URL(from);
  const target = URL.canParse(location, origin.href) ? new URL(location, origin.href) : null;
  if (target === null || (target.protocol !== "http:" && target.protocol !== "https:"))
    throw new CollectError(`${shownAddress(from)} redirects to no address`, "look at the server's configuration");
  if (origin.protocol === "https:" && target.protocol === "http:")
    throw new CollectError(`${shownAddress(from)} redirects from https to http`, "ask the https address itself");
  if (credentials && target.host !== origin.host)
    throw new CollectError(
      `${shownAddress(from)} redirects to another host, ${target.host}, which must not see the credentials`,
      `name the address on ${target.host} yourself if you trust it`,
    );
  return target.href;
}

async function persistently(request: Omit<NetworkRequest, "timeout" | "limit">, asking: Asking): Promise<Reply> {
  const { network, wait, credentials, tries, timeout } = asking;
  const headers = { ...request.headers, ...(credentials === null ? {} : { authorization: credentials.authorization }) };
  for (let attempt = 1; ; attempt++) {
    const reply = await network({ ...request, headers, timeout, limit: MOST_BYTES });
    if (reply.kind === "too-large")
      throw new CollectError(
        `${shownAddress(request.url)} answered with more than ${MOST_BYTES / 1_048_576} MiB`,
        "collect less at once",
      );
    const passing = reply.kind === "failed" ? isPassing(reply.code) : reply.status === 429 || reply.status >= 500;
    if (!passing || attempt >= tries) {
      if (reply.kind === "failed") throw unanswered(request.url, reply.code, attempt);
      return reply;
    }
    await wait(delayOf(reply, attempt));
  }
}

/** What a second try may mend. A certificate that does not hold will not hold then either. */
const isPassing = (code: string): boolean => /^(ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN|UND_ERR|TimeoutError)/.test(code);

function delayOf(reply: NetworkReply, attempt: number): number {
  const after = reply.kind === "reply" ? Number(reply.headers["retry-after"]) : Number.NaN;
  const wanted = Number.isFinite(after) && after >= 0 ? after * 1000 : 500 * 2 ** (attempt - 1);
  return Math.min(wanted, LONGEST_WAIT);
}

function unanswered(url: string, code: string, tries: number): CollectError {
  const where = shownAddress(url);
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ALTNAME/.test(code))
    return new CollectError(
      `the certificate of ${new URL(url).host} does not hold (${code})`,
      "mend it, or name its authority in NODE_EXTRA_CA_CERTS; it is never passed over",
    );
  const times = tries === 1 ? "" : ` in ${tries} tries`;
  const why = code === "TimeoutError" ? "did not answer in time" : `did not answer (${code})`;
  return new CollectError(`${where} ${why}${times}`, "look whether the server runs and can be reached from here");
}

function good(reply: Reply, url: string, { credentials, login }: Asking): Reply {
  const { status } = reply;
  if (status >= 200 && status < 300) return reply;
  const where = shownAddress(url);
  if (status === 401 || status === 403) throw new CollectError(`${where} refuses (${status})`, login, status);
  if (status === 404) throw new CollectError(`${where} is not there (404)`, "look at the name and the address", status);
  if (status === 429)
    throw new CollectError(`${where} still asks to wait (429)`, "try again later, or collect less at once", status);
  throw new CollectError(
    `${where} answered ${status}${saidBy(reply, credentials)}`,
    "look at the server's log",
    status,
  );
}

/** A text without credentials, which a server's message may hold, as one on a bad header does. */
export function without(credentials: Credentials | null, text: string): string {
  const secrets = [...(credentials?.secrets ?? [])]
    .filter((secret) => secret !== "")
    .sort((a, b) => b.length - a.length);
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}

/** The message of a JSON error, cut short. */
function saidBy({ body }: Reply, credentials: Credentials | null): string {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    const message = typeof value === "object" && value !== null && "message" in value ? value.message : null;
    return typeof message === "string"
      ? `: ${without(credentials, message).replaceAll(/\s+/g, " ").slice(0, 200)}`
      : "";
  } catch {
    return "";
  }
}
