import { describe, expect, test } from "vitest";
import { createForge } from "../../src/publish/client.js";
import type { Answer } from "../../src/publish/forge.js";
import { afterAttempt, type Attempt } from "../../src/publish/retry.js";

const now = Date.UTC(2026, 10, 23);
const seconds = now / 1000;

const answer = (status: number, headers: Record<string, string> = {}, message = "no"): Answer => ({
  kind: "answer",
  status,
  body: { message },
  headers,
});
const broken: Attempt = { kind: "broken", message: "socket hang up" };

describe("after one attempt", () => {
  test.each<[string, Attempt, boolean, number]>([
    ["retry-after", answer(429, { "retry-after": "7" }), true, 7000],
    [
      "retry-after of a request that is not repeatable: nothing was done",
      answer(403, { "retry-after": "7" }),
      false,
      7000,
    ],
    ["retry-after as a date", answer(429, { "retry-after": new Date(now + 9000).toUTCString() }), true, 9000],
    [
      "an hourly limit that ends soon",
      answer(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(seconds + 30) }),
      true,
      30_000,
    ],
    [
      "an hourly limit that has just ended",
      answer(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(seconds - 5) }),
      true,
      1000,
    ],
    ["a secondary limit without a time", answer(403, {}, "You have exceeded a secondary rate limit."), true, 60_000],
    ["429 without a time", answer(429), true, 60_000],
    ["a server error of what may be repeated", answer(502), true, 500],
    ["a broken connection of what may be repeated", broken, true, 500],
  ])("%s is waited for", (_, attempt, repeatable, milliseconds) => {
    expect(afterAttempt(attempt, 1, repeatable, now)).toEqual({ kind: "again", milliseconds });
  });

  test.each<[string, Attempt, boolean, string, boolean]>([
    [
      "a permission",
      answer(403, { "x-ratelimit-remaining": "4999" }, "Resource not accessible by integration"),
      true,
      "permission",
      false,
    ],
    ["a bad token", answer(401), true, "token", false],
    ["what is not there", answer(404), true, "not-found", false],
    ["what GitHub refuses", answer(422), true, "refused", false],
    ["a limit that lasts longer than we wait", answer(429, { "retry-after": "3600" }), true, "limit", false],
    [
      "an hourly limit that lasts",
      answer(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(seconds + 3000) }),
      true,
      "limit",
      false,
    ],
    ["a server error of what may not be repeated", answer(502), false, "server", true],
    ["a broken connection of what may not be repeated", broken, false, "network", true],
  ])("%s is not asked again", (_, attempt, repeatable, reason, mayBeDone) => {
    const verdict = afterAttempt(attempt, 1, repeatable, now);
    expect(verdict).toMatchObject({ kind: "give-up", failure: { reason, mayBeDone } });
  });

  test("waits double, and end", () => {
    const waits = [1, 2, 3, 4].map((tried) => afterAttempt(broken, tried, true, now));
    expect(waits.map((verdict) => (verdict.kind === "again" ? verdict.milliseconds : verdict.kind))).toEqual([
      500,
      1000,
      2000,
      "give-up",
    ]);
  });
});

describe("a forge", () => {
  test("waits no longer in all than its bound, however often it is asked to", async () => {
    let waited = 0;
    const forge = createForge({
      transport: () => Promise.resolve(answer(429, { "retry-after": "60" })),
      now: () => now,
      wait: (milliseconds) => {
        waited += milliseconds;
        return Promise.resolve();
      },
    });
    for (let asked = 0; asked < 10; asked++) await forge.ask({ method: "GET", path: "/x" });
    expect(waited).toBeLessThanOrEqual(180_000);
  });

  test("ends where pages lead round in a circle", async () => {
    const page: Answer = {
      kind: "answer",
      status: 200,
      body: [1],
      headers: { link: '<https://x.test/?page=1>; rel="next"' },
    };
    const forge = createForge({
      transport: () => Promise.resolve(page),
      now: () => now,
      wait: () => Promise.resolve(),
    });
    const listed = await forge.all("/x");
    expect(listed.kind === "all" && listed.entries.length).toBe(300);
  });
});
