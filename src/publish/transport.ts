import type { Environment } from "../model/world.js";
import type { Ask } from "./forge.js";
import type { Attempt } from "./retry.js";

/** Sends one request, once; a reply of any status is an answer. */
export type Transport = (ask: Ask) => Promise<Attempt>;

export interface Address {
  readonly token: string;
  /** Such as `https://api.github.com`, or `https://host/api/v3` of an own server. */
  readonly apiUrl: string;
  /** Milliseconds that one request may take; `longestRequest` unless told. */
  readonly longest?: number;
}

/** How long one request may take, in milliseconds. */
export const longestRequest = 20_000;

export const requestHeaders = {
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
  "user-agent": "model-referee",
} as const;

/** True where requests must go through a proxy, by the variables that runners and their tools know. */
export const behindProxy = (environment: Environment): boolean =>
  ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => (environment[name] ?? "") !== "");

/** The client of a run, loaded with its first request: Octokit where a proxy is in between, which it knows. */
export function transportFor(address: Address, environment: Environment): Transport {
  let loaded: Promise<Transport> | null = null;
  const load = async (): Promise<Transport> =>
    behindProxy(environment)
      ? (await import("./octokit.js")).octokitTransport(address)
      : (await import("./direct.js")).directTransport(address);
  return async (ask) => (await (loaded ??= load()))(ask);
}
