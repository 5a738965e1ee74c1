import { createServer } from "node:http";
import { expect, test } from "vitest";
import { transportFor } from "../../src/publish/transport.js";

// Octokit's proxy is settled when it is loaded: this file loads it for this test alone.
test("requests go through the proxy that the runner names", async () => {
  const heard: string[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    heard.push(request.url ?? "");
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  const before = process.env["https_proxy"];
  process.env["https_proxy"] = url;
  try {
    const send = transportFor({ token: "t", apiUrl: "https://github.test/api" }, { https_proxy: url });
    await send({ method: "GET", path: "/x" });
  } finally {
    if (before === undefined) delete process.env["https_proxy"];
    else process.env["https_proxy"] = before;
    proxy.close();
  }
  expect([...new Set(heard)]).toEqual(["github.test:443"]);
});
