import type { Value } from "../model/adapter.js";
import type { Attempt } from "./retry.js";
import { longestRequest, requestHeaders, type Address, type Transport } from "./transport.js";

/**
 * Requests by Octokit as actions know it: through the runner's proxy. It is loaded here and only here, since it costs
 * more to load than a small repository costs to judge.
 */
export async function octokitTransport({ token, apiUrl, longest = longestRequest }: Address): Promise<Transport> {
  const { getOctokit } = await import("@actions/github");
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const octokit = getOctokit(token, { baseUrl: apiUrl, log });
  return async ({ method, path, body }) => {
    try {
      const reply = await octokit.request({
        method,
        url: path.startsWith("http") ? path : `${apiUrl}${path}`,
        ...(body === undefined ? {} : { data: body }),
        headers: requestHeaders,
        request: { signal: AbortSignal.timeout(longest) },
      });
      return answered(reply);
    } catch (error) {
      return refused(error);
    }
  };
}

interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers: object;
}

function answered({ status, data, headers }: Reply): Attempt {
  const texts = Object.entries(headers).map(([name, text]): [string, string] => [name.toLowerCase(), String(text)]);
  const known = { kind: "answer", status, headers: Object.fromEntries(texts) } as const;
  if (status === 204 || status === 205) return { ...known, body: undefined };
  // Octokit gives a reply that broke off as text, as if nothing had happened.
  if (isStructured(data)) return { ...known, body: data };
  return status < 400 ? { kind: "broken", message: "the reply broke off" } : { ...known, body: undefined };
}

/** Parsed from JSON, so that everything in it is a value. */
const isStructured = (data: unknown): data is Value => typeof data === "object" && data !== null;

function refused(error: unknown): Attempt {
  if (hasReply(error)) return answered(error.response);
  return { kind: "broken", message: error instanceof Error ? error.message : "the connection failed" };
}

function hasReply(error: unknown): error is { readonly response: Reply } {
  if (typeof error !== "object" || error === null || !("response" in error)) return false;
  const { response } = error;
  return typeof response === "object" && response !== null && "status" in response && "headers" in response;
}
