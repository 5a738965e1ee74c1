import type { Value } from "../model/adapter.js";
import { isRecord, list, member, text } from "../read/shape.js";
import { CollectError, fetchJson, type Asking } from "./ask.js";
import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** What is asked of MLflow's REST interface. */
export interface Server {
  get(path: string, query: Readonly<Record<string, string>>): Promise<Value>;
  post(path: string, body: Value): Promise<Value>;
}

/** Entries that a page is asked to hold. */
export const PAGE = 500;
const MOST_PAGES = 1_000;

export function serverAt(uri: URL, asking: Asking): Server {
  const base = `${uri.origin}${withoutTrailingSlashes(uri.pathname)}/api/2.0/mlflow/`;
  return {
    get(path, query) {
      const url = new URL(base + path);
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
      return fetchJson({ method: "GET", url }, asking);
    },
    post: (path, body) => fetchJson({ method: "POST", url: new URL(base + path), body }, asking),
  };
}

export const idOf = (run: Value): string => text(member(member(run, "info"), "run_id")) ?? "";

export const pageToken = (token: string | undefined): { readonly page_token?: string } =>
  token === undefined ? {} : { page_token: token };

/** All entries of a listing over its pages. A page that comes twice would never end. @throws CollectError */
export async function paged(
  key: string,
  ask: (token: string | undefined) => Promise<Value>,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Value[]> {
  const entries: Value[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask(token);
    if (!isRecord(answer))
      throw new CollectError(`the server's list of ${key} is none`, "look whether the address is a tracking server's");
    entries.push(...(list(member(answer, key)) ?? []));
    token = text(member(answer, "next_page_token"));
    if (token === undefined || token === "" || entries.length >= most) return entries.slice(0, most);
    if (seen.has(token))
      throw new CollectError(`the server hands out the same page of ${key} twice`, "update the server");
    seen.add(token);
  }
  throw new CollectError(`the server's list of ${key} does not end`, "ask for less: name a model or an experiment");
}

/** The entries of a metric of a run over its steps. */
export type HistoryOf = (run: string, metric: string) => Promise<readonly Value[]>;

/** Histories, each asked for once. */
export function historiesOf(server: Server): HistoryOf {
  const known = new Map<string, Promise<readonly Value[]>>();
  return (run_id, metric_key) => {
    const key = JSON.stringify([run_id, metric_key]);
    const asked =
      known.get(key) ??
      paged("metrics", (token) => server.get("metrics/get-history", { run_id, metric_key, ...pageToken(token) }));
    known.set(key, asked);
    return asked;
  };
}
