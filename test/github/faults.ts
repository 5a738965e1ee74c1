import { refusal, type Reply } from "./reply.js";

/** What may go wrong between a client and GitHub. */
export type Fault =
  /** Any status: `{ kind: "status", status: 502 }`. */
  | { readonly kind: "status"; readonly status: number; readonly message?: string }
  /** The hourly allowance is used up; `reset` in seconds since 1970. */
  | { readonly kind: "primary-limit"; readonly reset: number; readonly status?: 403 | 429 }
  | { readonly kind: "secondary-limit"; readonly status: 403 | 429; readonly retryAfter: number | null }
  /** The connection breaks before anything is done. */
  | { readonly kind: "reset" }
  /** The work is done and half of the reply is sent. */
  | { readonly kind: "cut-reply" }
  /** The work is done and no reply is sent. */
  | { readonly kind: "lost-reply" }
  /** The work is done and the reply comes late. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** Nothing is done and nothing is ever answered. */
  | { readonly kind: "silence" };

export interface Injection {
  readonly method?: string;
  readonly path?: RegExp;
  /** How many matching requests go wrong; all of them unless told. */
  readonly times?: number;
  /** How many matching requests go well before. */
  readonly after?: number;
  readonly fault: Fault;
}

export interface PendingInjection {
  readonly injection: Injection;
  left: number;
  skip: number;
}

export const pending = (injection: Injection): PendingInjection => ({
  injection,
  left: injection.times ?? Number.POSITIVE_INFINITY,
  skip: injection.after ?? 0,
});

/** The fault that this request meets, which is then used up; null where it goes well. */
export function takeFault(waiting: readonly PendingInjection[], method: string, path: string): Fault | null {
  for (const entry of waiting) {
    const { injection } = entry;
    if (injection.method !== undefined && injection.method !== method) continue;
    if (injection.path !== undefined && !injection.path.test(path)) continue;
    if (entry.left <= 0) continue;
    if (entry.skip > 0) {
      entry.skip -= 1;
      continue;
    }
    entry.left -= 1;
    return injection.fault;
  }
  return null;
}

/** The reply of a fault that is one; null for those that are not a reply. */
export function faultReply(fault: Fault): Reply | null {
  switch (fault.kind) {
    case "status":
      return refusal(fault.status, fault.message ?? "Server Error");
    case "primary-limit":
      return refusal(fault.status ?? 403, "API rate limit exceeded for installation.", {
        "x-ratelimit-limit": "1000",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(fault.reset),
      });
    case "secondary-limit":
      return refusal(
        fault.status,
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        fault.retryAfter === null ? {} : { "retry-after": String(fault.retryAfter) },
      );
    case "reset":
    case "cut-reply":
    case "lost-reply":
    case "slow":
    case "silence":
      return null;
  }
}
