import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publishComment, type CommentRequest, type CommentResult } from "../../src/publish/comment.js";
import { markerOf, stamped } from "../../src/publish/stamp.js";
import type { Fault } from "../github/faults.js";
import { head, repository, settingOf, tokens, type Setting } from "./setting.js";

let setting: Setting;
beforeEach(async () => {
  setting = await settingOf();
});
afterEach(() => setting.fake.close());

const request = (more: Partial<CommentRequest> = {}): CommentRequest => ({
  repository,
  pull: 7,
  gateId: "promotion",
  stamp: { head, run: 12, attempt: 1 },
  markdown: "### Block\n",
  graphqlUrl: `${setting.fake.url}/graphql`,
  settle: () => new Promise((resolve) => setTimeout(resolve, 60)),
  ...more,
});
const publish = async (
  more: Partial<CommentRequest> = {},
  token: keyof typeof tokens = "workflow",
): Promise<CommentResult> => publishComment(await setting.forge(token), request(more));

const bodies = (): readonly (string | undefined)[] => setting.fake.state.comments.map(({ shape }) => shape.body);
const writes = (): readonly string[] =>
  setting.fake.requests
    .filter(({ method, path }) => method !== "GET" && path !== "/graphql")
    .map(({ method }) => method);

const text = (run: number, markdown: string, gateId = "promotion"): string =>
  stamped(gateId, { head, run, attempt: 1 }, markdown);

describe("one comment of a gate", () => {
  test("is created where there is none, its first line the hidden marker", async () => {
    expect(await publish()).toEqual({ kind: "published", url: expect.stringMatching(/pull\/7#issuecomment-/) });
    expect(bodies()).toEqual([
      `<!-- model-referee:promotion:v1 -->\n<!-- model-referee head=${head} run=12 attempt=1 -->\n### Block\n`,
    ]);
    expect(writes()).toEqual(["POST"]);
  });

  test("is edited in place by the next run", async () => {
    await publish();
    const [before] = setting.fake.state.comments;
    await publish({ stamp: { head, run: 13, attempt: 1 }, markdown: "### Pass\n" });
    expect(bodies()).toEqual([text(13, "### Pass\n")]);
    expect(setting.fake.state.comments[0]?.shape.id).toBe(before?.shape.id);
    expect(writes()).toEqual(["POST", "PATCH"]);
  });

  test("costs a page for each hundred comments, once", async () => {
    for (let index = 0; index < 10_000; index++) setting.fake.plantComment(7, tokens.person, `talk ${index}`);
    expect((await publish()).kind).toBe("published");
    const listings = setting.fake.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/comments"));
    expect(listings.length).toBeLessThanOrEqual(106);
  });

  test("is found on a later page", async () => {
    for (let index = 0; index < 230; index++) setting.fake.plantComment(7, tokens.person, `talk ${index}`);
    setting.fake.plantComment(7, tokens.workflow, text(11, "old"));
    for (let index = 0; index < 30; index++) setting.fake.plantComment(7, tokens.person, `more ${index}`);
    await publish();
    expect(writes()).toEqual(["PATCH"]);
    expect(bodies().filter((body) => body?.startsWith(markerOf("promotion")))).toEqual([text(12, "### Block\n")]);
  });

  test("keeps to its own gate", async () => {
    await publish();
    await publish({ gateId: "nightly" });
    expect(bodies().map((body) => body?.split("\n")[0])).toEqual([markerOf("promotion"), markerOf("nightly")]);
  });
});

describe("what others wrote is left alone", () => {
  test.each<[string, keyof typeof tokens]>([
    ["a contributor", "person"],
    ["another app", "otherApp"],
  ])("the marker planted by %s", async (_, who) => {
    const planted = setting.fake.plantComment(7, tokens[who], text(99, "forged"));
    await publish();
    expect(bodies()).toEqual([planted.body, text(12, "### Block\n")]);
  });

  test("a quotation of the marker further down", async () => {
    setting.fake.plantComment(7, tokens.workflow, `> see\n${markerOf("promotion")}`);
    await publish();
    expect(bodies()).toHaveLength(2);
    expect(writes()).toEqual(["POST"]);
  });

  test.each<keyof typeof tokens>(["otherApp", "person"])(
    "with a token of %s its own comment is found by its name",
    async (who) => {
      await publish({}, who);
      await publish({ stamp: { head, run: 13, attempt: 1 } }, who);
      expect(writes()).toEqual(["POST", "PATCH"]);
      expect(bodies()).toHaveLength(1);
    },
  );
});

describe("two runs at once", () => {
  test("a late older run leaves the newer result", async () => {
    await publish({ stamp: { head, run: 13, attempt: 1 }, markdown: "new" });
    const result = await publish({ stamp: { head, run: 12, attempt: 3 }, markdown: "old" });
    expect(result.kind).toBe("older");
    expect(bodies()).toEqual([text(13, "new")]);
  });

  test("a second attempt of a run is newer than its first", async () => {
    await publish({ stamp: { head, run: 12, attempt: 1 }, markdown: "first" });
    await publish({ stamp: { head, run: 12, attempt: 2 }, markdown: "second" });
    expect(bodies().map((body) => body?.split("\n")[2])).toEqual(["second"]);
  });

  test.each([0, 1])("comments that both made become one, with the newer result (order %i)", async (order) => {
    const runs = order === 0 ? [12, 13] : [13, 12];
    await Promise.all(runs.map((run) => publish({ stamp: { head, run, attempt: 1 }, markdown: `run ${run}` })));
    expect(bodies()).toEqual([text(13, "run 13")]);
  });

  test("many at once leave one, the newest", async () => {
    const runs = [14, 11, 16, 12, 15, 13];
    await Promise.all(runs.map((run) => publish({ stamp: { head, run, attempt: 1 }, markdown: `run ${run}` })));
    expect(bodies()).toEqual([text(16, "run 16")]);
  });

  test("an edit that arrives late does not hide the newer result", async () => {
    setting.fake.plantComment(7, tokens.workflow, text(11, "old"));
    const overtaken = setting.fake.state.comments[0];
    let times = 0;
    const result = await publish({
      stamp: { head, run: 14, attempt: 1 },
      markdown: "newer",
      settle: () => {
        if (times++ === 0 && overtaken !== undefined) overtaken.shape.body = text(12, "late");
        return Promise.resolve();
      },
    });
    expect([result.kind, bodies()]).toEqual(["published", [text(14, "newer")]]);
  });

  test("duplicates of earlier times are removed", async () => {
    for (const run of [3, 5, 4]) setting.fake.plantComment(7, tokens.workflow, text(run, `run ${run}`));
    await publish();
    expect(bodies()).toEqual([text(12, "### Block\n")]);
  });
});

describe("when GitHub fails", () => {
  test.each<[string, Fault]>([
    ["a lost reply", { kind: "lost-reply" }],
    ["a reply cut in the middle", { kind: "cut-reply" }],
    ["a connection that breaks before", { kind: "reset" }],
    ["a server error", { kind: "status", status: 502 }],
  ])("creating after %s leaves one comment", async (_, fault) => {
    setting.fake.inject({ method: "POST", path: /comments$/, times: 1, fault });
    expect((await publish()).kind).toBe("published");
    expect(bodies()).toEqual([text(12, "### Block\n")]);
  });

  test.each<[string, Fault]>([
    ["a lost reply", { kind: "lost-reply" }],
    ["a server error", { kind: "status", status: 503 }],
    ["a secondary limit", { kind: "secondary-limit", status: 429, retryAfter: 2 }],
    ["an hourly limit that ends soon", { kind: "primary-limit", reset: Date.UTC(2026, 10, 23) / 1000 + 20 }],
  ])("editing and listing get over %s", async (_, fault) => {
    await publish();
    setting.fake.inject({ times: 2, fault });
    expect((await publish({ stamp: { head, run: 13, attempt: 1 } })).kind).toBe("published");
    expect(bodies()).toEqual([text(13, "### Block\n")]);
    expect(setting.waits.length).toBeGreaterThan(0);
  });

  test("a list that is cut in the middle is not taken for an empty one", async () => {
    setting.fake.plantComment(7, tokens.workflow, text(11, "old"));
    setting.fake.inject({ method: "GET", path: /comments$/, fault: { kind: "cut-reply" } });
    expect(await publish()).toMatchObject({ kind: "failed", reason: "network" });
    expect(writes()).toEqual([]);
  });

  test("a server that stays down is given up, after few tries", async () => {
    setting.fake.inject({ fault: { kind: "status", status: 500 } });
    expect(await publish()).toMatchObject({ kind: "failed", reason: "server", status: 500 });
    expect(setting.fake.requests).toHaveLength(4);
  });

  test("the comment is deleted while it is edited: another is made", async () => {
    setting.fake.plantComment(7, tokens.workflow, text(11, "old"));
    setting.fake.inject({ method: "PATCH", times: 1, fault: { kind: "status", status: 404, message: "Not Found" } });
    expect((await publish()).kind).toBe("published");
    expect(bodies()).toEqual([text(12, "### Block\n")]);
  });

  test.each<[string, Partial<CommentRequest>, keyof typeof tokens]>([
    ["a read-only token", {}, "fork"],
    ["a locked conversation", { pull: 8 }, "workflow"],
  ])("%s is a permission: asked once, never again", async (_, more, token) => {
    expect(await publish(more, token)).toMatchObject({ kind: "failed", reason: "permission", status: 403 });
    expect(writes()).toEqual(["POST"]);
    expect(setting.waits).toEqual([]);
  });

  test("a comment too long for GitHub comes back as refused, with GitHub's words", async () => {
    const result = await publish({ markdown: "x".repeat(70_000) });
    expect(result).toMatchObject({
      kind: "failed",
      reason: "refused",
      message: expect.stringContaining("Body is too long"),
    });
  });
});
