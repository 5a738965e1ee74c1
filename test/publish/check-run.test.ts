import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Annotation } from "../../src/publish/annotations.js";
import { publishCheckRun, type CheckRunRequest, type CheckRunResult } from "../../src/publish/check-run.js";
import type { Fault } from "../github/faults.js";
import { head, repository, settingOf, type Setting } from "./setting.js";

let setting: Setting;
beforeEach(async () => {
  setting = await settingOf();
});
afterEach(() => setting.fake.close());

const annotations = (count: number): readonly Annotation[] =>
  Array.from({ length: count }, (_, index) => ({
    level: "failure",
    path: "metrics.json",
    line: index + 1,
    column: 5,
    title: "recall-floor: not met",
    message: `line ${index + 1}`,
  }));

async function publish(
  more: Partial<CheckRunRequest> = {},
  token: "workflow" | "fork" = "workflow",
): Promise<CheckRunResult> {
  return publishCheckRun(await setting.forge(token), {
    repository,
    sha: head,
    name: "model-referee",
    gateId: "default",
    stamp: { head, run: 12, attempt: 1 },
    conclusion: "failure",
    title: "Block: 1 of 1 rules stops it",
    summary: "### Block",
    detailsUrl: "https://github.test/acme/models/actions/runs/9",
    annotations: [],
    ...more,
  });
}

const runs = () => setting.fake.state.checkRuns.map(({ shape }) => shape);
const lines = () => setting.fake.state.checkRuns.flatMap((run) => run.annotations.map(({ message }) => message));

describe("a check run", () => {
  test("stands on the commit that was judged, complete, with conclusion and summary", async () => {
    expect(await publish()).toMatchObject({ kind: "published", annotated: 0, failure: null });
    expect(runs()).toMatchObject([
      {
        head_sha: head,
        name: "model-referee",
        status: "completed",
        conclusion: "failure",
        details_url: "https://github.test/acme/models/actions/runs/9",
        output: { title: "Block: 1 of 1 rules stops it", summary: "### Block" },
      },
    ]);
  });

  test.each([1, 50, 51, 100, 137])("%i annotations arrive, each once, at most fifty a request", async (count) => {
    expect(await publish({ annotations: annotations(count) })).toMatchObject({ annotated: count, failure: null });
    expect(lines()).toEqual(annotations(count).map(({ message }) => message));
  });

  test("annotations without a place stay away, and of very many the first are sent", async () => {
    await publish({ annotations: [...annotations(1).map((one) => ({ ...one, path: null })), ...annotations(700)] });
    expect(lines()).toHaveLength(500);
  });

  test("every run of the workflow makes its own, and a late older one makes none", async () => {
    await publish({ stamp: { head, run: 13, attempt: 1 }, annotations: annotations(2) });
    await publish({ stamp: { head, run: 14, attempt: 1 }, annotations: annotations(2) });
    expect((await publish({ stamp: { head, run: 12, attempt: 1 } })).kind).toBe("older");
    expect(runs()).toHaveLength(2);
    expect(lines()).toHaveLength(4);
  });
});

describe("when GitHub fails", () => {
  const broken: readonly [string, Fault][] = [
    ["a lost reply", { kind: "lost-reply" }],
    ["a reply cut in the middle", { kind: "cut-reply" }],
    ["a connection that breaks", { kind: "reset" }],
    ["a server error", { kind: "status", status: 502 }],
    ["a secondary limit", { kind: "secondary-limit", status: 403, retryAfter: 1 }],
  ];

  test.each(broken)("creating after %s leaves one check run", async (_, fault) => {
    setting.fake.inject({ method: "POST", path: /check-runs$/, times: 1, fault });
    expect((await publish({ annotations: annotations(3) })).kind).toBe("published");
    expect([runs().length, lines().length]).toEqual([1, 3]);
  });

  test.each(broken)("annotations after %s stand there once", async (_, fault) => {
    setting.fake.inject({ method: "PATCH", path: /check-runs/, times: 1, fault });
    expect(await publish({ annotations: annotations(120) })).toMatchObject({ annotated: 120, failure: null });
    expect(lines()).toEqual(annotations(120).map(({ message }) => message));
  });

  test("annotations that GitHub refuses do not take the conclusion with them", async () => {
    const refused = annotations(2).map((one) => ({ ...one, path: "/absolute.json" }));
    expect(await publish({ annotations: refused })).toMatchObject({ annotated: 0, failure: { reason: "refused" } });
    expect(runs()).toMatchObject([{ conclusion: "failure" }]);
  });

  test("a read-only token is a permission, asked once", async () => {
    expect(await publish({}, "fork")).toMatchObject({ kind: "failed", reason: "permission" });
    expect(setting.fake.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(setting.waits).toEqual([]);
  });
});
