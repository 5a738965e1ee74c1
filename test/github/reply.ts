import type { Value } from "../../src/model/adapter.js";
import type { State, Token } from "./state.js";

/** What the fake answers. `body` is undefined for an empty reply. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a route is asked. */
export interface Call {
  readonly state: State;
  readonly token: Token;
  /** Parts of the path by their name in the route. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Value | undefined;
  /** The address without its query, for links to other pages. */
  readonly address: string;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204, body: undefined };

export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) },
    headers,
  };
}

export const notFound = refusal(404, "Not Found");

/** The two ways in which GitHub says 422: a message alone, or one with a list of faulty fields. */
export function invalidField(resource: string, field: string, code: string, message?: string): Reply {
  return {
    status: 422,
    body: {
      message: "Validation Failed",
      errors: [{ resource, code, field, ...(message === undefined ? {} : { message }) }],
      documentation_url: "https://docs.github.com/rest",
      status: "422",
    },
  };
}

export const invalidRequest = (why: string): Reply => refusal(422, `Invalid request.\n\n${why}`);

const wholeNumber = (text: string | null, otherwise: number): number => {
  const parsed = Number(text ?? otherwise);
  return Number.isInteger(parsed) && parsed >= 1 ? parsed : otherwise;
};

/** One page of a list, with the `Link` header that leads to the others; at most 100 a page, 30 unless told. */
export function paged<T>(call: Call, all: readonly T[], wrap: (page: readonly T[]) => unknown = (page) => page): Reply {
  const size = Math.min(100, wholeNumber(call.query.get("per_page"), 30));
  const page = wholeNumber(call.query.get("page"), 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const to = (number: number, relation: string): string => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(number));
    return `<${call.address}?${query.toString()}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [to(page - 1, "prev")] : []),
    ...(page < last ? [to(page + 1, "next"), to(last, "last")] : []),
    ...(page > 1 ? [to(1, "first")] : []),
  ];
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(", ") };
  return { status: 200, body: wrap(all.slice((page - 1) * size, page * size)), headers };
}
