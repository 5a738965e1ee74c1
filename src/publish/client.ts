import type { Value } from "../model/adapter.js";
import { isList } from "../read/shape.js";
import type { Answer, Ask, Everything, Failure, Forge } from "./forge.js";
import { afterAttempt, retryLimits, type RetryLimits } from "./retry.js";
import type { Transport } from "./transport.js";

export interface ForgeWorld {
  readonly transport: Transport;
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  readonly limits?: RetryLimits;
}

/** All the waiting that one run does for GitHub, in milliseconds. */
const mostWaiting = 180_000;
const mostPages = 300;

export function createForge({ transport, now, wait, limits = retryLimits }: ForgeWorld): Forge {
  let waited = 0;

  async function ask(asked: Ask): Promise<Answer | Failure> {
    const repeatable = asked.repeatable ?? asked.method !== "POST";
    for (let tried = 1; ; tried++) {
      const verdict = afterAttempt(await transport(asked), tried, repeatable, now(), limits);
      if (verdict.kind === "done") return verdict.answer;
      if (verdict.kind === "give-up") return verdict.failure;
      waited += verdict.milliseconds;
      if (waited > mostWaiting) {
        return {
          kind: "failed",
          reason: "limit",
          status: null,
          message: "GitHub keeps asking to wait",
          mayBeDone: false,
        };
      }
      await wait(verdict.milliseconds);
    }
  }

  async function all(
    path: string,
    select: (body: Value | undefined) => Value | undefined = (body) => body,
  ): Promise<Everything | Failure> {
    const entries: Value[] = [];
    let at: number | null = null;
    let next: string | null = `${path}${path.includes("?") ? "&" : "?"}per_page=100`;
    for (let page = 0; next !== null && page < mostPages; page++) {
      const answer: Answer | Failure = await ask({ method: "GET", path: next });
      if (answer.kind === "failed") return answer;
      const listed = select(answer.body);
      if (!isList(listed)) {
        const message = "GitHub's reply is not the list that was asked for";
        return { kind: "failed", reason: "network", status: answer.status, message, mayBeDone: false };
      }
      for (const entry of listed) entries.push(entry);
      if (page === 0) at = instantIn(answer.headers["date"]);
      next = nextPage(answer.headers["link"]);
    }
    return { kind: "all", entries, at };
  }

  return { ask, all };
}

function instantIn(date: string | undefined): number | null {
  const at = Date.parse(date ?? "");
  return Number.isFinite(at) ? at : null;
}

function nextPage(link: string | undefined): string | null {
  return /<([^<>]+)>\s*;\s*rel="next"/.exec(link ?? "")?.[1] ?? null;
}
