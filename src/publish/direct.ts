import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Value } from "../model/adapter.js";
import { longestRequest, requestHeaders, type Address, type Transport } from "./transport.js";
import type { Ask } from "./forge.js";
import type { Attempt } from "./retry.js";

type Send = (address: URL, options: RequestOptions, answered: (reply: IncomingMessage) => void) => ClientRequest;

/** A reply that is longer is no list of ours. */
const longestReply = 32 * 1024 * 1024;
const mostRedirects = 3;

/**
 * Requests by Node's own client: a run that posts one comment must not wait longer for its client to load than for
 * GitHub. It knows no proxy; `octokitTransport` does.
 */
export async function directTransport({ token, apiUrl, longest = longestRequest }: Address): Promise<Transport> {
  const { Agent, request } = apiUrl.startsWith("https:") ? await import("node:https") : await import("node:http");
  const agent = new Agent({ keepAlive: true });
  const send: Send = (address, options, answered) => request(address.href, { ...options, agent }, answered);
  return async (ask) => {
    let address = new URL(ask.path.startsWith("http") ? ask.path : `${apiUrl}${ask.path}`);
    const home = new URL(apiUrl).origin;
    for (let followed = 0; ; followed++) {
      // The token goes to the server that it was given for, and nowhere else.
      if (address.origin !== home) return { kind: "broken", message: `GitHub leads to another server` };
      const attempt = await once(send, address, ask, token, longest);
      const moved = attempt.kind === "answer" && attempt.status >= 301 && attempt.status <= 308;
      const to = moved ? attempt.headers["location"] : undefined;
      if (to === undefined || !URL.canParse(to, address.href)) return attempt;
      if (followed === mostRedirects) return { kind: "broken", message: "GitHub leads in a circle" };
      address = new URL(to, address);
    }
  };
}

function once(send: Send, address: URL, ask: Ask, token: string, longest: number): Promise<Attempt> {
  const body = ask.body === undefined ? null : JSON.stringify(ask.body);
  const headers = {
    ...requestHeaders,
    authorization: `Bearer ${token}`,
    ...(body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
  };
  return new Promise((settle) => {
    const failed = (error: Error): void => settle({ kind: "broken", message: error.message });
    const sent = send(address, { method: ask.method, headers, signal: AbortSignal.timeout(longest) }, (reply) => {
      const chunks: Buffer[] = [];
      let size = 0;
      reply.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > longestReply) reply.destroy(new Error("the reply is too long"));
        else chunks.push(chunk);
      });
      reply.on("end", () => settle(answered(reply, Buffer.concat(chunks).toString("utf8"))));
      reply.on("error", failed);
    });
    sent.on("error", failed);
    sent.end(body ?? undefined);
  });
}

function answered(reply: IncomingMessage, text: string): Attempt {
  const status = reply.statusCode ?? 0;
  const texts = Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const known = { kind: "answer", status, headers: Object.fromEntries(texts) } as const;
  if (!reply.complete) return { kind: "broken", message: "the reply broke off" };
  if (text === "") return { ...known, body: undefined };
  try {
    const body: Value = JSON.parse(text);
    return { ...known, body };
  } catch {
    return status < 400 ? { kind: "broken", message: "the reply is not JSON" } : { ...known, body: undefined };
  }
}
