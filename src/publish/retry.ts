import type { Answer, Failure, FailureReason } from "./forge.js";

/** What one request came to, before anything is tried again. */
export type Attempt = Answer | { readonly kind: "broken"; readonly message: string };

export type Verdict =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "again"; readonly milliseconds: number }
  | { readonly kind: "give-up"; readonly failure: Failure };

export interface RetryLimits {
  /** Requests made for one ask. */
  readonly tries: number;
  /** Longest single wait, in milliseconds: whoever asks for more is not waited for. */
  readonly longestWait: number;
  /** First wait after a failure that names no time, in milliseconds; doubled each time. */
  readonly firstWait: number;
}

export const retryLimits: RetryLimits = { tries: 4, longestWait: 65_000, firstWait: 500 };

/** GitHub asks for at least a minute where a secondary limit names no time. */
const unnamedLimitWait = 60_000;

/**
 * What to do after a request, by GitHub's own rules: a rate limit is waited for as long as the server says; a fault of
 * server or network is tried again only where doing it twice is the same as once; a permission is never asked for again.
 *
 * @param tried requests made so far, this one included
 * @param now milliseconds since 1970
 */
export function afterAttempt(
  attempt: Attempt,
  tried: number,
  repeatable: boolean,
  now: number,
  limits: RetryLimits = retryLimits,
): Verdict {
  if (attempt.kind === "broken") {
    const failure = failed("network", null, attempt.message, true);
    return againOr(failure, repeatable ? backOff(tried, limits) : null, tried, limits);
  }
  if (attempt.status < 400) return { kind: "done", answer: attempt };
  const message = messageOf(attempt);
  const wait = limitWait(attempt, tried, now, message);
  if (wait !== null) {
    const seconds = Math.ceil(wait / 1000);
    const failure = failed("limit", attempt.status, `${message} (GitHub asks to wait ${seconds} s)`, false);
    return againOr(failure, wait, tried, limits);
  }
  const reason = reasonOf(attempt.status);
  const failure = failed(reason, attempt.status, message, reason === "server");
  return againOr(failure, reason === "server" && repeatable ? backOff(tried, limits) : null, tried, limits);
}

function againOr(failure: Failure, wait: number | null, tried: number, { tries, longestWait }: RetryLimits): Verdict {
  if (wait === null || tried >= tries || wait > longestWait) return { kind: "give-up", failure };
  return { kind: "again", milliseconds: wait };
}

const backOff = (tried: number, { firstWait }: RetryLimits): number => firstWait * 2 ** (tried - 1);

const failed = (reason: FailureReason, status: number | null, message: string, mayBeDone: boolean): Failure => ({
  kind: "failed",
  reason,
  status,
  message,
  mayBeDone,
});

/** How long a rate limit asks to wait, in milliseconds; null where the reply is none. */
function limitWait({ status, headers }: Answer, tried: number, now: number, message: string): number | null {
  if (status !== 403 && status !== 429) return null;
  if (headers["x-ratelimit-remaining"] === "0") {
    const reset = Number(headers["x-ratelimit-reset"]);
    if (Number.isFinite(reset) && reset > 0) return Math.max(1000, reset * 1000 - now);
  }
  const after = headers["retry-after"];
  if (after !== undefined) return Math.max(0, secondsAfter(after, now) * 1000);
  const limited = status === 429 || /rate limit|abuse detection/i.test(message);
  return limited ? unnamedLimitWait * 2 ** (tried - 1) : null;
}

/** Seconds, or a date, as HTTP writes it. */
function secondsAfter(text: string, now: number): number {
  if (/^\d+$/.test(text.trim())) return Number(text);
  const date = Date.parse(text);
  return Number.isFinite(date) ? (date - now) / 1000 : unnamedLimitWait / 1000;
}

function reasonOf(status: number): FailureReason {
  if (status === 401) return "token";
  if (status === 403) return "permission";
  if (status === 404 || status === 410) return "not-found";
  return status >= 500 ? "server" : "refused";
}

function messageOf({ status, body }: Answer): string {
  if (typeof body !== "object" || body === null || !("message" in body)) return `GitHub answered ${status}`;
  const errors = "errors" in body && Array.isArray(body.errors) ? ` ${JSON.stringify(body.errors)}` : "";
  return `${String(body.message)}${errors}`.slice(0, 500);
}
