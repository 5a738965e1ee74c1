import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createSecureServer } from "node:https";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { systemNetwork } from "../../src/world/network.js";
import { collect } from "../../src/commands/collect.js";
import { trackingServer } from "../collect/tracking-server.js";
import { temporaryFolder, type Folder } from "./in-folder.js";

let server: Server;
let uri: string;
let seen: { readonly path: string; readonly authorization: string | undefined }[];
let folder: Folder;

/** What S3 says of a presigned address that has expired: it says its parts back. */
const s3Refusal =
  "<?xml version='1.0'?><Error><Code>AccessDenied</Code><AWSAccessKeyId>AKIDSECRET</AWSAccessKeyId><StringToSign>SECRET</StringToSign></Error>";

interface ServerFault {
  /** Part of the path. */
  readonly on: string;
  /** Requests that go well before. */
  after: number;
  readonly status: number;
  readonly body: (headers: IncomingHttpHeaders) => string;
}
let faults: ServerFault[];

beforeAll(async () => {
  const recorded = trackingServer();
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const path = request.url ?? "";
      seen.push({ path, authorization: request.headers.authorization });
      if (path.startsWith("/cut"))
        return void response.writeHead(200, { "content-length": "100" }).end("half", () => request.socket.destroy());
      if (path.startsWith("/large")) return void endless(response);
      if (path.startsWith("/drift.json")) return void response.end('{"drift": 0.1}');
      if (path.startsWith("/denied")) return void response.writeHead(403).end(s3Refusal);
      if (path.startsWith("/silent")) return;
      const fault = faults.find(({ on }) => path.includes(on));
      if (fault !== undefined && fault.after-- <= 0)
        return void response.writeHead(fault.status, { "retry-after": "0" }).end(fault.body(request.headers));
      const asked = { method: "GET" as const, url: `${uri}${path}`, headers: {}, body, timeout: 1, limit: 1 };
      void recorded.network(asked).then((reply) => {
        if (reply.kind === "reply") response.writeHead(reply.status, reply.headers).end(reply.body);
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  seen = [];
  faults = [];
  folder = temporaryFolder({
    "models/fraud/README.md": "---\nlicense: mit\n---\n# Fraud\n",
    "referee.yaml":
      "policies: [gate.yaml]\nmodels:\n  - { name: fraud-detector, path: models/fraud, run: 9ee71206a54e4b63a09bb6d148ae1502 }\n",
    "gate.yaml": "policy: gate\nrules:\n  floor: { metric: roc_auc, split: test, at-least: 50% }\n",
  });
});
afterEach(() => folder.remove());

function endless(response: {
  write(part: Buffer): boolean;
  once(event: string, then: () => void): void;
  destroyed: boolean;
}): void {
  const part = Buffer.alloc(1 << 20);
  const more = (): void => {
    while (!response.destroyed && response.write(part));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

describe("collect", () => {
  test("writes facts beside the model's card and their origin into the lock, and a check judges by them", async () => {
    const ran = await folder.run(collect, ["mlflow", "--uri", uri, "--model", "fraud-detector"]);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out).toMatch(/^models\/fraud\/mlflow\.facts\.jsonl: \d+ facts of 3 runs; locked in referee\.lock\n$/);
    const lock = JSON.parse(folder.read("referee.lock")) as { readonly files: readonly object[] };
    expect(lock.files).toMatchObject([
      {
        path: "models/fraud/mlflow.facts.jsonl",
        kind: "mlflow",
        from: `${uri}/`,
        collected: "2026-11-23T09:00:00Z",
        asked: { model: "fraud-detector" },
      },
    ]);
    expect(await folder.run(check, [])).toMatchObject({ status: 0 });
    folder.write({
      "models/fraud/mlflow.facts.jsonl": folder.read("models/fraud/mlflow.facts.jsonl").replace("0.9", "0.8"),
    });
    expect(await folder.run(check, [])).toMatchObject({ status: 1 });
  });

  test("collected again, it changes only its own entry", async () => {
    await folder.run(collect, ["files", `${uri}/drift.json`, "--output", "models/fraud/drift"]);
    await folder.run(collect, ["mlflow", "--uri", uri, "--model", "fraud-detector", "--alias", "champion"]);
    const before = folder.read("referee.lock");
    await folder.run(collect, ["mlflow", "--uri", uri, "--model", "fraud-detector", "--alias", "champion"]);
    expect(folder.read("referee.lock")).toBe(before);
    expect(before).toContain("models/fraud/drift/drift.json");
    expect(folder.read("models/fraud/drift/drift.json")).toBe('{"drift": 0.1}');
  });

  test.each([
    ["a token", { MLFLOW_TRACKING_TOKEN: "TOKENSECRET" }, "Bearer TOKENSECRET"],
    [
      "a user and a password",
      { MLFLOW_TRACKING_USERNAME: "kim", MLFLOW_TRACKING_PASSWORD: "PASSSECRET" },
      `Basic ${Buffer.from("kim:PASSSECRET").toString("base64")}`,
    ],
  ])("%s of the environment is sent, and is written nowhere", async (_title, environment, header) => {
    const ran = await folder.run(collect, ["mlflow", "--uri", uri, "--model", "fraud-detector"], environment);
    expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(new Set([header]));
    const written = folder.read("referee.lock") + folder.read("models/fraud/mlflow.facts.jsonl") + ran.out + ran.err;
    expect(written).not.toMatch(/SECRET|Basic|Bearer/);
  });

  test.each<[title: string, argv: (uri: string) => readonly string[], message: RegExp]>([
    ["nothing to do", () => [], /collect takes `mlflow`, or `files`/],
    ["no server", () => ["mlflow"], /no server is named; say --uri/],
    ["no place for the facts", (at) => ["mlflow", "--uri", at], /say --output/],
    [
      "a place outside of the repository",
      (at) => ["mlflow", "--uri", at, "--output", "../x.facts.jsonl"],
      /lies outside/,
    ],
    ["an alias of no model", (at) => ["mlflow", "--uri", at, "--alias", "champion"], /--alias needs --model/],
    [
      "a number that is none",
      (at) => ["mlflow", "--uri", at, "--most-runs", "many", "--output", "a"],
      /no number of runs/,
    ],
    ["an address that is none", () => ["files", "file:///etc/passwd", "--output", "x"], /no address of http or https/],
    ["a server that is not there", () => ["mlflow", "--uri", "http://127.0.0.1:1", "--output", "x"], /did not answer/],
    ["a file that never ends", (at) => ["files", `${at}/large`, "--output", "x"], /more than 64 MiB/],
    ["one file twice", (at) => ["files", `${at}/drift.json`, `${at}/drift.json?v=2`, "--output", "x"], /the same file/],
  ])(
    "%s is said, and nothing is written",
    async (_title, argv, message) => {
      const ran = await folder.run(collect, argv(uri));
      expect(ran.status).toBe(3);
      expect(ran.err).toMatch(message);
      expect(existsSync(join(folder.path, "referee.lock"))).toBe(false);
      expect(existsSync(join(folder.path, "x"))).toBe(false);
    },
    30_000,
  );
});

/** A key and a certificate that it signed itself; null where openssl is not there to make them. */
function certificate(): { readonly key: Buffer; readonly cert: Buffer } | null {
  const at = mkdtempSync(join(tmpdir(), "referee-certificate-"));
  const [key, cert] = [join(at, "key.pem"), join(at, "cert.pem")];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const asked = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    ...subject,
    "-keyout",
    key,
    "-out",
    cert,
  ];
  const made = spawnSync("openssl", asked).status === 0 ? { key: readFileSync(key), cert: readFileSync(cert) } : null;
  rmSync(at, { recursive: true });
  return made;
}

const selfSigned = certificate();

describe("a server that fails half way", () => {
  const page = (): string => "<!doctype html><title>Sign in</title>";
  const echo = ({ authorization = "" }: IncomingHttpHeaders): string =>
    JSON.stringify({ error_code: "BAD_REQUEST", message: `cannot use the header Authorization: ${authorization}` });

  test.each<[title: string, fault: ServerFault, message: RegExp]>([
    [
      "answers with a web page",
      { on: "get-history", after: 1, status: 200, body: page },
      /a web page where JSON is due/,
    ],
    ["wants a login", { on: "get-history", after: 1, status: 401, body: page }, /refuses \(401\)/],
    ["keeps asking to wait", { on: "get-history", after: 1, status: 429, body: page }, /still asks to wait/],
    ["breaks", { on: "logged-models", after: 0, status: 500, body: echo }, /answered 500: cannot use the header/],
    ["lacks a page", { on: "model-versions", after: 0, status: 404, body: page }, /is not there \(404\)/],
    ["is cut off", { on: "runs/get", after: 1, status: 200, body: () => '{"run": {"info"' }, /where JSON is due/],
  ])("%s: it is said, and lock and facts stay as they were", async (_title, fault, message) => {
    await folder.run(collect, ["mlflow", "--uri", uri, "--model", "fraud-detector"]);
    const files = ["referee.lock", "models/fraud/mlflow.facts.jsonl"];
    const before = files.map((path) => folder.read(path));
    faults = [{ ...fault }];
    const ran = await folder.run(collect, ["mlflow", "--uri", uri, "--model", "fraud-detector"], {
      MLFLOW_TRACKING_TOKEN: "TOKENSECRET-of-mine",
    });
    expect(ran.status).toBe(3);
    expect(ran.err).toMatch(message);
    expect(ran.err + ran.out).not.toMatch(/SECRET/);
    expect(files.map((path) => folder.read(path))).toEqual(before);
    expect(files.filter((path) => existsSync(join(folder.path, `${path}.part`)))).toEqual([]);
    expect(await folder.run(check, [])).toMatchObject({ status: 0 });
  });

  test("is slow: the network gives up in time", async () => {
    const asked = { method: "GET" as const, url: `${uri}/silent`, headers: {}, timeout: 60, limit: 1_000 };
    expect(await systemNetwork(asked)).toEqual({ kind: "failed", code: "TimeoutError" });
  });

  test.skipIf(selfSigned === null)(
    "has a certificate that nobody vouches for: nothing is sent, and it is said",
    async () => {
      let asked = 0;
      const secure = createSecureServer(selfSigned ?? {}, (_request, response) => {
        asked += 1;
        response.end("{}");
      });
      await new Promise<void>((done) => secure.listen(0, "127.0.0.1", done));
      const { port } = secure.address() as AddressInfo;
      const ran = await folder.run(collect, ["files", `https://127.0.0.1:${port}/x.json`, "--output", "x"]);
      await new Promise((done) => secure.close(done));
      expect([ran.status, asked]).toEqual([3, 0]);
      expect(ran.err).toMatch(/the certificate of 127\.0\.0\.1:\d+ does not hold/);
    },
  );
});

describe("addresses that give access to whoever has them", () => {
  const signature = "X-Amz-Credential=AKIDSECRET&X-Amz-Signature=SECRET";

  test("are asked whole, and written nowhere with their signature", async () => {
    const ran = await folder.run(collect, ["files", `${uri}/drift.json?${signature}`, "--output", "models/fraud"]);
    expect(ran.status).toBe(0);
    expect(seen.map(({ path }) => path)).toEqual([`/drift.json?${signature}`]);
    const report = await folder.run(check, ["--format", "json"]);
    expect(ran.out + ran.err + folder.read("referee.lock") + report.out).not.toContain("SECRET");
    expect(folder.read("referee.lock")).toContain(`"from": "${uri}/drift.json"`);
  });

  test.each([
    [
      "that have expired",
      "/denied/drift.json",
      /\/denied\/drift\.json refuses \(403\); name an address that needs no login/,
    ],
    ["that name no file", "/", /names no file/],
    ["whose name is no text", "/%zz/%zz", /is not there \(404\)/],
  ])("%s: nothing of it is said", async (_title, path, message) => {
    const ran = await folder.run(collect, ["files", `${uri}${path}?${signature}`, "--output", "x"]);
    expect(ran.status).toBe(3);
    expect(ran.err.replaceAll(/\s+/g, " ")).toMatch(message);
    expect(ran.err + ran.out).not.toContain("SECRET");
  });

  test.each([
    ["a user and a password", "http://kim:SECRET@127.0.0.1/"],
    ["a token", "http://127.0.0.1/?token=SECRET"],
    ["a token behind #", "http://127.0.0.1/#SECRET"],
  ])("are refused for a tracking server: %s", async (_title, address) => {
    const ran = await folder.run(collect, ["mlflow", "--uri", address, "--output", "x"]);
    expect(ran.status).toBe(3);
    expect(ran.err).toMatch(/environment/);
    expect(ran.err + ran.out).not.toContain("SECRET");
  });
});

describe("check with evidence from elsewhere", () => {
  const results = '{"kind":"measurement","metric":"roc_auc","split":"test","value":0.9}\n';

  test.each([
    ["in the model's folder", ["--evidence", "fraud-detector=artifact"], "artifact/x.facts.jsonl"],
    ["where the folder says itself", ["--evidence", "artifact"], "artifact/models/fraud/x.facts.jsonl"],
  ])("reads it as if it lay %s", async (_title, argv, path) => {
    const outside = temporaryFolder({ [path]: results });
    const named = argv.map((one) => one.replace("artifact", join(outside.path, "artifact")));
    folder.write({
      "gate.yaml": "policy: gate\nrules:\n  floor: { metric: roc_auc, at-least: 50% }\n",
      "referee.yaml": "policies: [gate.yaml]\nmodels: [{ name: fraud-detector, path: models/fraud }]\n",
    });
    expect((await folder.run(check, [])).status).toBe(2);
    const ran = await folder.run(check, ["--format", "json", ...named]);
    expect(ran.status).toBe(0);
    const report = JSON.parse(ran.out) as {
      readonly inputs: readonly { readonly path: string; readonly digest: string }[];
    };
    const input = report.inputs.find((one) => one.path === "models/fraud/x.facts.jsonl");
    expect(input?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    outside.remove();
  });

  test("reads what was brought into the repository once, as evidence, and not where it lies", async () => {
    folder.write({
      "gate.yaml": "policy: gate\nrules:\n  floor: { metric: roc_auc, at-least: 50% }\n",
      "referee.yaml": "policies: [gate.yaml]\nmodels: [{ name: fraud-detector, path: models/fraud }]\n",
      "bucket/models/fraud/x.facts.jsonl": results,
      "bucket/models/fraud/CARD.md": "---\nlicense: mit\n---\n# Model card\n\n## Intended use\n\nX.\n",
    });
    const ran = await folder.run(check, ["--format", "json", "--evidence", "bucket"]);
    const report = JSON.parse(ran.out) as {
      readonly models: readonly { readonly name: string }[];
      readonly inputs: readonly { readonly path: string }[];
      readonly unjudged: readonly { readonly path: string }[];
    };
    expect(report.models.map(({ name }) => name)).toEqual(["fraud-detector"]);
    const paths = [...report.inputs, ...report.unjudged].map(({ path }) => path);
    expect(paths).toContain("models/fraud/x.facts.jsonl");
    expect(paths.filter((path) => path.startsWith("bucket/"))).toEqual([]);
  });

  test.each([
    ["a folder that is not there", "nowhere", /no folder of evidence at nowhere/],
    ["a model that is not there", "churn=models", /no model is called churn; say one of fraud-detector/],
    [
      "a file that the repository has too",
      "fraud-detector=models/fraud",
      /README.md is in the repository and in the evidence/,
    ],
  ])("%s is said", async (_title, written, message) => {
    const ran = await folder.run(check, ["--evidence", written]);
    expect(ran).toMatchObject({ status: 3 });
    expect(ran.err).toMatch(message);
  });
});
