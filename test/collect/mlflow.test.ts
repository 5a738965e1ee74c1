import { describe, expect, test } from "vitest";
import { addressOf, CollectError, type Asking, type Credentials } from "../../src/collect/ask.js";
import { asFiles, factLines, withoutSecrets } from "../../src/collect/facts.js";
import { collectMlflow, type MlflowRequest } from "../../src/collect/mlflow.js";
import type { Network } from "../../src/model/network.js";
import { ofKind, readFiles } from "../read-evidence.js";
import { failed, json, trackingServer } from "./tracking-server.js";

const request = (more: Partial<MlflowRequest> = {}): MlflowRequest => ({
  uri: addressOf("http://tracking.test:5000/"),
  model: null,
  alias: null,
  experiments: [],
  history: true,
  mostRuns: 1_000,
  ...more,
});

const asking = (network: Network, credentials: Credentials | null = null, waited: number[] = []): Asking => ({
  network,
  wait: (milliseconds) => {
    waited.push(milliseconds);
    return Promise.resolve();
  },
  credentials,
  login: "give MLFLOW_TRACKING_TOKEN",
  tries: 3,
  timeout: 1_000,
});

const collected = (network: Network, more: Partial<MlflowRequest> = {}) =>
  collectMlflow(request(more), asking(network));

const refusal = async (network: Network, more: Partial<MlflowRequest> = {}): Promise<CollectError> => {
  const error: unknown = await collected(network, more).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CollectError)) throw new Error(`no refusal but ${String(error)}`);
  return error;
};

const factsFrom = async (network: Network, more: Partial<MlflowRequest> = {}) => {
  const { documents } = await collected(network, more);
  return readFiles({ "m/mlflow.facts.jsonl": factLines(await readFiles(asFiles(documents))) });
};

describe("what is collected of a tracking server", () => {
  test("is every run that is not deleted, over all pages", async () => {
    const { runs } = await collected(trackingServer().network);
    const facts = await factsFrom(trackingServer().network);
    expect(runs.length).toBeGreaterThan(4);
    expect(new Set(ofKind(facts, "run").map(({ run_id }) => run_id))).toEqual(new Set(runs));
  });

  test("has the numbers that the server's own answers have, none lost and none bent by the way over a facts file", async () => {
    const { documents } = await collected(trackingServer().network, { history: false });
    const direct = ofKind(await readFiles(asFiles(documents)), "measurement");
    const kept = ofKind(await factsFrom(trackingServer().network, { history: false }), "measurement");
    const shown = ({ metric, value, non_finite, run, step, slice, split }: (typeof direct)[number]): string =>
      JSON.stringify([metric, value, non_finite, run, step, slice, split]);
    expect(kept.length).toBeGreaterThan(50);
    expect(new Set(kept.map(shown))).toEqual(new Set(direct.map(shown)));
  });

  test("has each step of a history, and its last as the runs have it", async () => {
    const facts = ofKind(await factsFrom(trackingServer().network, { model: "fraud-detector" }), "measurement");
    const losses = facts.filter(({ raw_metric }) => raw_metric === "val_loss");
    expect(new Set(losses.map(({ step }) => step)).size).toBeGreaterThan(5);
    expect(losses.every(({ run }) => run !== null)).toBe(true);
  });

  test("of a registered model is all its versions with stages and aliases, and their runs", async () => {
    const facts = await factsFrom(trackingServer().network, { model: "fraud-detector" });
    const versions = ofKind(facts, "model").filter(({ name }) => name === "fraud-detector");
    expect(new Set(versions.map(({ version }) => version))).toEqual(new Set(["1", "2", "3", null]));
    expect(versions.find(({ aliases }) => aliases?.includes("champion"))?.version).toBe("1");
  });

  test("of an alias is the one run that it points to", async () => {
    const { runs } = await collected(trackingServer().network, { model: "fraud-detector", alias: "champion" });
    expect(runs).toEqual(["9ee71206a54e4b63a09bb6d148ae1502"]);
  });

  test("is the same bytes whatever the order of the answers", async () => {
    const { documents } = await collected(trackingServer().network);
    const backwards = new Map([...documents].reverse());
    expect(factLines(await readFiles(asFiles(backwards)))).toBe(factLines(await readFiles(asFiles(documents))));
  });

  test("is without the logged models of a server that is too old to know them, whose 404 is a web page", async () => {
    const old = trackingServer((path) =>
      path === "logged-models/search" ? json("<!doctype html><title>404</title>", 404) : null,
    );
    const { notes, documents } = await collected(old.network);
    expect(notes).toEqual(["This server knows no logged models: it is older than MLflow 3."]);
    expect(documents.has("logged-models.json")).toBe(false);
  });

  test("of a logged model is what its run does not state itself; a NaN that comes as 0 is NaN, and a run names what it took in", async () => {
    const own = (key: string, value: unknown, step = 0) => ({ key, value, timestamp: 5, step });
    const server = trackingServer((path, { url }) => {
      if (path === "runs/search")
        return json({
          runs: [
            {
              info: { run_id: "a", experiment_id: "1", status: "FINISHED", lifecycle_stage: "active" },
              data: { metrics: [own("mcc", "NaN"), own("auc", 0.9), own("loss", 0.2, 3)], params: [], tags: [] },
            },
          ],
        });
      if (path === "metrics/get-history" && url.includes("metric_key=loss"))
        return json({ metrics: [own("loss", "NaN", 1), own("loss", 0.2, 3)] });
      if (path === "runs/get") return json({ run: { inputs: { model_inputs: [{ model_id: "m-0" }] } } });
      if (path !== "logged-models/search") return null;
      const of = { run_id: "a", model_id: "m-1" };
      const data = { dataset_name: "holdout", dataset_digest: "1234abcd" };
      const metrics = [
        { ...own("mcc", 0), ...of, ...data },
        { ...own("loss", 0, 1), ...of, ...data },
        { ...own("auc", 0.9), ...of },
        { ...own("recall", 0.7), ...of, ...data, run_id: "elsewhere" },
      ];
      return json({
        models: [{ info: { model_id: "m-1", experiment_id: "1", source_run_id: "a" }, data: { metrics } }],
      });
    });
    const { documents } = await collected(server.network);
    const facts = await readFiles(asFiles(documents));
    expect(ofKind(facts, "run").map(({ inputs }) => inputs)).toEqual([["m-0"]]);
    const stated = ofKind(facts, "measurement");
    const shown = stated.map(({ raw_metric, step, value, non_finite, dataset }) => [
      raw_metric,
      step,
      value ?? non_finite,
      dataset,
    ]);
    expect(new Set(shown.map((one) => JSON.stringify(one)))).toEqual(
      new Set(
        [
          ["mcc", 0, "NaN", "holdout"],
          ["loss", 1, "NaN", "holdout"],
          ["loss", 1, "NaN", null],
          ["loss", 3, 0.2, null],
          ["auc", 0, 0.9, null],
          ["recall", 0, 0.7, "holdout"],
        ].map((one) => JSON.stringify(one)),
      ),
    );
  });

  test("are the versions that runs have become, with their aliases, where no model is asked for", async () => {
    const facts = await factsFrom(trackingServer().network);
    const versions = ofKind(facts, "model").filter(
      ({ name, version }) => name === "fraud-detector" && version !== null,
    );
    expect(new Set(versions.map(({ version }) => version))).toEqual(new Set(["1", "2", "3"]));
    expect(versions.find(({ aliases }) => aliases?.includes("champion"))?.version).toBe("1");
  });

  test("holds no user and no password of any address in parameters and tags", async () => {
    const server = trackingServer((path) =>
      path === "runs/search"
        ? json({
            runs: [
              {
                info: { run_id: "a", experiment_id: "1", status: "FINISHED", lifecycle_stage: "active" },
                data: {
                  metrics: [],
                  params: [{ key: "data", value: "s3://key:SECRET@bucket/x" }],
                  tags: [{ key: "mlflow.source.git.repoURL", value: "https://kim:SECRET@git.test/a.git" }],
                },
              },
            ],
          })
        : null,
    );
    const { documents } = await collected(server.network);
    const lines = factLines(await readFiles(asFiles(documents)));
    expect(lines).toContain("s3://bucket/x");
    expect(lines).not.toContain("SECRET");
  });
});

describe("a server that does not answer as it should", () => {
  test.each<[title: string, answer: Parameters<typeof trackingServer>[0], message: RegExp, mend: RegExp]>([
    ["is down", () => failed("ECONNREFUSED"), /did not answer \(ECONNREFUSED\) in 3 tries/, /runs and can be reached/],
    ["is too slow", () => failed("TimeoutError"), /did not answer in time/, /runs/],
    [
      "has a certificate that does not hold",
      () => failed("DEPTH_ZERO_SELF_SIGNED_CERT"),
      /certificate of tracking.test:5000 does not hold/,
      /never passed over/,
    ],
    ["wants a login", () => json({}, 401), /refuses \(401\)/, /MLFLOW_TRACKING_TOKEN/],
    ["keeps asking to wait", () => json({}, 429, { "retry-after": "1" }), /still asks to wait \(429\)/, /later/],
    ["is broken", () => json({ message: "database is locked" }, 500), /answered 500: database is locked/, /log/],
    ["answers with a web page", () => json("<html>Sign in</html>"), /a web page where JSON is due/, /login/],
    ["answers with half a document", () => json('{"runs": ['), /something where JSON is due/, /log/],
    [
      "lacks a page",
      (path, { body }) => (path === "runs/search" && body?.includes("page_token") === true ? json({}, 404) : null),
      /runs\/search is not there \(404\)/,
      /name and the address/,
    ],
    [
      "hands out a page twice",
      (path) => (path === "runs/search" ? json({ runs: [], next_page_token: "x" }) : null),
      /same page of runs twice/,
      /update/,
    ],
    [
      "answers with a list where an object is due",
      (path) => (path === "runs/search" ? json("[]") : null),
      /list of runs is none/,
      /tracking server/,
    ],
    [
      "has no runs",
      (path) => (path === "runs/search" ? json({ runs: [] }) : null),
      /no run of what is asked for/,
      /names/,
    ],
  ])("%s: one clear message", async (_title, answer, message, mend) => {
    const error = await refusal(trackingServer(answer).network);
    expect(error.message).toMatch(message);
    expect(error.mend).toMatch(mend);
  });

  test("a passing fault is tried again, after the server's own delay", async () => {
    let faults = 2;
    const waited: number[] = [];
    const server = trackingServer(() => (faults-- > 0 ? json({}, 429, { "retry-after": "7" }) : null));
    await collectMlflow(request(), asking(server.network, null, waited));
    expect(waited).toEqual([7_000, 7_000]);
  });

  test("a delay that would never end is cut short", async () => {
    let faults = 1;
    const waited: number[] = [];
    const server = trackingServer(() => (faults-- > 0 ? json({}, 503, { "retry-after": "999999" }) : null));
    await collectMlflow(request(), asking(server.network, null, waited));
    expect(waited).toEqual([60_000]);
  });

  type State = "RUNNING" | "FINISHED";
  const run = (status: State, value: number) => ({
    info: { run_id: "a", experiment_id: "1", status, lifecycle_stage: "active" },
    data: { metrics: [{ key: "auc", value, timestamp: 1, step: 0 }], params: [], tags: [] },
  });
  const changing = (answers: readonly (readonly object[])[]) => {
    let asked = 0;
    return trackingServer((path) =>
      path === "runs/search" ? json({ runs: answers[Math.min(asked++, answers.length - 1)] }) : null,
    );
  };

  test.each<[title: string, before: State, after: readonly object[], message: string]>([
    ["is written to", "RUNNING", [run("RUNNING", 0.9)], "the run a changed while it was read"],
    ["ends", "RUNNING", [run("FINISHED", 0.8)], "the run a changed while it was read"],
    ["has ended and is written to", "FINISHED", [run("FINISHED", 0.9)], "the run a changed while it was read"],
    ["is deleted", "FINISHED", [], "the run a was deleted while it was read"],
  ])("a run that %s while it is read is refused", async (_title, before, after, message) => {
    const error = await refusal(changing([[run(before, 0.8)], after]).network);
    expect([error.message, error.mend]).toEqual([message, expect.stringContaining("collect again")]);
  });

  test("a run that goes on and is not written to, and one that begins meanwhile, are no reason to refuse", async () => {
    const other = { ...run("RUNNING", 0.1), info: { ...run("RUNNING", 0.1).info, run_id: "b" } };
    const server = changing([[run("RUNNING", 0.8)], [run("RUNNING", 0.8), other]]);
    expect((await collected(server.network)).runs).toEqual(["a"]);
  });

  test.each([
    ["a model", { model: "nope" }, /registered-models\/get is not there/],
    ["an experiment", { experiments: ["nope"] }, /get-by-name is not there/],
    ["more runs than are wanted", { mostRuns: 2 }, /more than 2 runs/],
  ])("%s that is not there", async (_title, more, message) => {
    expect((await refusal(trackingServer().network, more)).message).toMatch(message);
  });
});

describe("credentials that a server says back", () => {
  const credentials: Credentials = { authorization: "Bearer SECRET-of-mine", secrets: ["SECRET-of-mine"] };

  test.each([
    ["as they are", "bad header Authorization: Bearer SECRET-of-mine"],
    ["where the message is cut", `${"x".repeat(190)} SECRET-of-mine`],
    ["over lines", "Authorization:\n SECRET-of-mine"],
  ])("in the message of an error, %s, are not shown", async (_title, message) => {
    const server = trackingServer(() => json({ message }, 500));
    const told: unknown = await collectMlflow(request(), asking(server.network, credentials)).catch(
      (error: unknown) => error,
    );
    expect(String(told)).toContain("answered 500: ");
    expect(String(told)).not.toMatch(/SECRET|of-mine/);
  });

  test.each([
    ["a presigned address of S3", "https://b.s3.amazonaws.com/x.csv?X-Amz-Credential=AKID&X-Amz-Signature=SECRET"],
    ["one of Google's", "https://storage.googleapis.com/b/x?X-Goog-Signature=SECRET"],
    ["one of Azure's", "https://a.blob.core.windows.net/c/x?sv=2024&sig=SECRET%3D"],
    ["a token behind other parameters", "see https://h.test/x?page=2&access_token=SECRET for more"],
    ["a user and a password", "postgresql+psycopg://kim:SECRET@db.test:5432/x"],
  ])("%s is kept without what gives access", (_title, written) => {
    const kept = JSON.stringify(withoutSecrets({ at: [written] }));
    expect(kept).toMatch(/[a-z+]+:\/\/[a-z.]+/);
    expect(kept).not.toContain("SECRET");
  });

  test("addresses whose parameters give no access stay whole", () => {
    expect(withoutSecrets("https://h.test/search?q=keys&page=2")).toBe("https://h.test/search?q=keys&page=2");
  });
});

describe("addresses and credentials", () => {
  test.each([
    "ftp://host/x",
    "file:///etc/passwd",
    "tracking",
    "",
    "http://kim:secret@host",
    "ftp://kim:secret@host/x?token=secret#secret",
    "host/x?token=secret",
    "//kim:secret@host",
  ])("%s is refused, and no password is shown", (written) => {
    const caught = (() => {
      try {
        addressOf(written);
        return null;
      } catch (error) {
        return error;
      }
    })();
    expect(caught).toBeInstanceOf(CollectError);
    expect(String(caught)).not.toContain("secret");
  });

  const redirectTo = (location: string) =>
    trackingServer((_path, _request, count) => (count === 1 ? json("", 302, { location }) : null));
  const bearer: Credentials = { authorization: "Bearer TOKEN", secrets: ["TOKEN"] };

  test("a redirect on the same host is followed with the credentials", async () => {
    const server = redirectTo("http://tracking.test:5000/base/api/2.0/mlflow/experiments/search");
    await collectMlflow(request(), asking(server.network, bearer));
    expect(server.requests[1]?.url).toContain("/base/api/");
    expect(server.requests.every(({ headers }) => headers["authorization"] === "Bearer TOKEN")).toBe(true);
  });

  test("credentials never follow to another host", async () => {
    const server = redirectTo("http://elsewhere.test/api/2.0/mlflow/experiments/search");
    await expect(collectMlflow(request(), asking(server.network, bearer))).rejects.toThrow(
      /another host, elsewhere.test/,
    );
    expect(server.requests.map(({ url }) => new URL(url).host)).toEqual(["tracking.test:5000"]);
  });

  test.each([
    ["to plain http", "http://tracking.test/x", /from https to http/],
    ["to another kind of address", "ftp://tracking.test/x", /redirects to no address/],
  ])("a redirect %s is refused", async (_title, location, message) => {
    const secure = request({ uri: addressOf("https://tracking.test") });
    await expect(collectMlflow(secure, asking(redirectTo(location).network))).rejects.toThrow(message);
  });

  test("a circle of redirects ends", async () => {
    const server = trackingServer(() => json("", 302, { location: "/again" }));
    await expect(collected(server.network)).rejects.toThrow(/in a circle/);
  });
});
