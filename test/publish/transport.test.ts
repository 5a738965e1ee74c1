import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { directTransport } from "../../src/publish/direct.js";
import { octokitTransport } from "../../src/publish/octokit.js";
import { behindProxy, type Address, type Transport } from "../../src/publish/transport.js";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server with one answer for everything. @returns its address */
async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}

const transports: readonly (readonly [string, (address: Address) => Promise<Transport>])[] = [
  ["Node's own client", directTransport],
  ["Octokit", octokitTransport],
];

describe.each(transports)("%s", (_, transport) => {
  test("sends method, path, body, token, and what GitHub wants to know of a client", async () => {
    let heard: unknown = null;
    const apiUrl = await served((request, reply) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
      request.on("end", () => {
        const { accept, authorization, "user-agent": agent, "x-github-api-version": version } = request.headers;
        heard = { method: request.method, url: request.url, text, accept, authorization, agent, version };
        reply.writeHead(201, { "content-type": "application/json", "X-Ratelimit-Remaining": "7" });
        reply.end('{"id": 1}');
      });
    });
    const ask = { method: "POST", path: "/repos/a/b%20c/issues?per_page=3", body: { body: "é @x" } } as const;
    const attempt = await (await transport({ token: "t", apiUrl }))(ask);
    expect(heard).toEqual({
      method: "POST",
      url: "/repos/a/b%20c/issues?per_page=3",
      text: '{"body":"é @x"}',
      accept: "application/vnd.github+json",
      authorization: expect.stringMatching(/^(Bearer|token) t$/),
      agent: expect.stringContaining("model-referee"),
      version: "2022-11-28",
    });
    expect(attempt).toMatchObject({ kind: "answer", status: 201, body: { id: 1 } });
    expect(attempt.kind === "answer" && attempt.headers["x-ratelimit-remaining"]).toBe("7");
  });

  test.each<[string, RequestListener, object]>([
    ["a refusal", (_request, reply) => reply.writeHead(422).end('{"message": "no"}'), { kind: "answer", status: 422 }],
    ["a refusal that is no JSON", (_request, reply) => reply.writeHead(502).end("<html>"), { status: 502 }],
    ["an empty answer", (_request, reply) => reply.writeHead(204).end(), { status: 204, body: undefined }],
    ["a broken connection", (request) => request.socket.destroy(), { kind: "broken" }],
    [
      "half a reply",
      (request, reply) => {
        reply.writeHead(200, { "content-type": "application/json", "content-length": "100" });
        reply.write('{"a": ', () => request.socket.destroy());
      },
      { kind: "broken" },
    ],
    [
      "a reply that is cut between two words of it",
      (_request, reply) => reply.writeHead(200, { "content-type": "application/json" }).end('{"a": [1'),
      { kind: "broken" },
    ],
  ])("tells %s apart", async (__, answer, expected) => {
    const apiUrl = await served(answer);
    const attempt = await (await transport({ token: "t", apiUrl }))({ method: "GET", path: "/x" });
    expect(attempt).toMatchObject(expected);
  });

  test("does not wait for ever", async () => {
    const apiUrl = await served(() => undefined);
    const attempt = await (await transport({ token: "t", apiUrl, longest: 50 }))({ method: "GET", path: "/x" });
    expect(attempt).toMatchObject({ kind: "broken" });
  });
});

describe("Node's own client", () => {
  test("follows a repository that was renamed, with the same method and body", async () => {
    const heard: string[] = [];
    const apiUrl = await served((request, reply) => {
      heard.push(`${request.method ?? ""} ${request.url ?? ""}`);
      if (request.url === "/repos/old/x") reply.writeHead(301, { location: "/repositories/1/x" }).end();
      else reply.writeHead(201).end("{}");
    });
    const send = await directTransport({ token: "t", apiUrl });
    expect(await send({ method: "POST", path: "/repos/old/x", body: {} })).toMatchObject({ status: 201 });
    expect(heard).toEqual(["POST /repos/old/x", "POST /repositories/1/x"]);
  });

  test("gives its token to no other server, and does not go round for ever", async () => {
    let asked = 0;
    const other = await served((_request, reply) => {
      asked += 1;
      reply.end("{}");
    });
    const leading = await served((_request, reply) => reply.writeHead(302, { location: `${other}/x` }).end());
    const send = await directTransport({ token: "t", apiUrl: leading });
    expect(await send({ method: "GET", path: "/x" })).toMatchObject({ kind: "broken" });
    expect(await send({ method: "GET", path: `${other}/x` })).toMatchObject({ kind: "broken" });
    expect(asked).toBe(0);
    const circle = await served((_request, reply) => reply.writeHead(302, { location: "/x" }).end());
    const round = await directTransport({ token: "t", apiUrl: circle });
    expect(await round({ method: "GET", path: "/x" })).toMatchObject({ kind: "broken" });
  });
});

test.each([
  [{}, false],
  [{ https_proxy: "" }, false],
  [{ HTTPS_PROXY: "http://proxy:3128" }, true],
  [{ http_proxy: "http://proxy:3128" }, true],
])("a proxy is seen in %j: %s", (environment, expected) => {
  expect(behindProxy(environment)).toBe(expected);
});
