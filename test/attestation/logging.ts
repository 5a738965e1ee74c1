import { createHash, sign } from "node:crypto";
import { pemOfCertificate, sha256, type Pair } from "./signing.js";

export interface Logged {
  /** Seconds since 1970. */
  readonly at: number;
  readonly log: Pair;
  readonly kind?: "dsse" | "intoto";
  /** The signature's certificate as it was logged, DER. */
  readonly certificate: Uint8Array;
  /** Entries of others before this one, and after it. */
  readonly before?: number;
  readonly after?: number;
}

interface Envelope {
  readonly payload: string;
  readonly signatures: readonly { readonly sig: string }[];
}

const hash = (...parts: readonly Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString("base64");

/** What Rekor writes of an envelope, by its types `dsse` 0.0.1 and `intoto` 0.0.2. */
function bodyOf({ payload, signatures }: Envelope, { kind = "dsse", certificate }: Logged): string {
  const payloadHash = { algorithm: "sha256", value: sha256(Buffer.from(payload, "base64")) };
  const verifier = base64(pemOfCertificate(certificate));
  return kind === "dsse"
    ? JSON.stringify({
        apiVersion: "0.0.1",
        kind,
        spec: { payloadHash, signatures: signatures.map(({ sig }) => ({ signature: sig, verifier })) },
      })
    : JSON.stringify({
        apiVersion: "0.0.2",
        kind,
        spec: {
          content: {
            envelope: { signatures: signatures.map(({ sig }) => ({ sig: base64(sig), publicKey: verifier })) },
            payloadHash,
          },
        },
      });
}

/** The head of a tree over leaves, as RFC 6962 defines it by halves. */
function headOf(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (leaves.length <= 1) return first === undefined ? hash() : hash(Buffer.from([0]), first);
  const half = largestBelow(leaves.length);
  return hash(Buffer.from([1]), headOf(leaves.slice(0, half)), headOf(leaves.slice(half)));
}

/** The path from a leaf to the head, by the same definition. */
function pathOf(index: number, leaves: readonly Uint8Array[]): readonly Buffer[] {
  if (leaves.length <= 1) return [];
  const half = largestBelow(leaves.length);
  return index < half
    ? [...pathOf(index, leaves.slice(0, half)), headOf(leaves.slice(half))]
    : [...pathOf(index - half, leaves.slice(half)), headOf(leaves.slice(0, half))];
}

const largestBelow = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** An entry of a transparency log for an envelope, as a Sigstore bundle carries it. */
export function entryFor(envelope: object, request: Logged): object {
  const { at, log, before = 2, after = 4 } = request;
  const content = { payload: "", signatures: [], ...envelope };
  const body = Buffer.from(bodyOf(content, request));
  const id = createHash("sha256")
    .update(log.publicKey.export({ type: "spki", format: "der" }))
    .digest();
  const index = 1_000_000 + before;
  const promised = `{"body":"${base64(body)}","integratedTime":${at},"logID":"${id.toString("hex")}","logIndex":${index}}`;
  const others = (count: number): readonly Buffer[] =>
    Array.from({ length: count }, (_, one) => Buffer.from(`entry ${one}`));
  const leaves = [...others(before), body, ...others(after)];
  const root = headOf(leaves);
  const note = `log.test - 1\n${leaves.length}\n${base64(root)}\n`;
  const signature = Buffer.concat([id.subarray(0, 4), sign("sha256", Buffer.from(note), log.privateKey)]);
  return {
    logIndex: String(index),
    logId: { keyId: base64(id) },
    kindVersion: { kind: request.kind ?? "dsse", version: "0.0.1" },
    integratedTime: String(at),
    inclusionPromise: { signedEntryTimestamp: base64(sign("sha256", Buffer.from(promised), log.privateKey)) },
    inclusionProof: {
      logIndex: String(before),
      rootHash: base64(root),
      treeSize: String(leaves.length),
      hashes: pathOf(before, leaves).map(base64),
      checkpoint: { envelope: `${note}\n\u2014 log.test ${base64(signature)}\n` },
    },
    canonicalizedBody: base64(body),
  };
}
