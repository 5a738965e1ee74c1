import type { Network, NetworkReply, NetworkRequest } from "../model/network.js";

/** The network, by the platform's own `fetch`: certificates are held against the system's roots. */
export const systemNetwork: Network = async (request) => {
  try {
    return await answered(request);
  } catch (error) {
    return { kind: "failed", code: codeOf(error) };
  }
};

async function answered({ method, url, headers, body, timeout, limit }: NetworkRequest): Promise<NetworkReply> {
  const reply = await fetch(url, {
    method,
    headers: { ...headers },
    redirect: "manual",
    signal: AbortSignal.timeout(timeout),
    ...(body === undefined ? {} : { body }),
  });
  const whole = await bodyOf(reply, limit);
  if (whole === null) return { kind: "too-large" };
  return { kind: "reply", status: reply.status, headers: Object.fromEntries(reply.headers), body: whole };
}

/** Null for a body over the limit, which is not read to its end. */
async function bodyOf(reply: Response, limit: number): Promise<Uint8Array | null> {
  if (reply.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = reply.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `TimeoutError`, …: fetch hides it in the cause. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
    if (at.name === "TimeoutError") return at.name;
  }
  return error instanceof Error ? error.name : "unknown";
}
