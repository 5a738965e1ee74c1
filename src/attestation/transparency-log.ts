import { createHash, createPublicKey, verify, X509Certificate, type KeyObject } from "node:crypto";
import type { Envelope } from "./envelope.js";
import type { InclusionProof, LogEntry } from "./log-entry.js";
import { below, bytesOf, list, parsed } from "./members.js";

/**
 * When a log took an envelope's signature, by the log's own word: the entry is signed with its key, lies in its tree where
 * the bundle has a proof, and is of this very payload, signature and certificate.
 *
 * @param key the log's public key, PEM
 * @param certificate the signer's, DER
 * @returns milliseconds since 1970; null where no entry shows it
 * @throws where the key cannot be read
 */
export function loggedAt(envelope: Envelope, key: string, certificate: Uint8Array): number | null {
  const log = createPublicKey(key);
  const id = createHash("sha256")
    .update(log.export({ type: "spki", format: "der" }))
    .digest();
  const shown = envelope.logEntries.filter(
    (entry) =>
      id.equals(entry.logId) &&
      isPromised(entry, log) &&
      (entry.proof === null || isIncluded(entry.proof, entry.body, log, id)) &&
      isOf(entry.body, envelope, certificate),
  );
  const times = shown.map(({ integrated }) => Number(integrated) * 1000);
  return times.length === 0 ? null : Math.min(...times);
}

/** The log signs this form of an entry, canonical by RFC 8785: keys in order, no white space. */
function isPromised({ logId, index, integrated, body, promise }: LogEntry, log: KeyObject): boolean {
  const signed = `{"body":"${base64(body)}","integratedTime":${integrated},"logID":"${Buffer.from(logId).toString("hex")}","logIndex":${index}}`;
  return isSigned(Buffer.from(signed), log, promise);
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function isSigned(content: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", content, key, signature);
  } catch {
    return false;
  }
}

const hashed = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const [LEAF, NODE] = [Buffer.from([0]), Buffer.from([1])];

/** @see RFC 9162, section 2.1.3.2, "Verifying an Inclusion Proof" */
function isIncluded(proof: InclusionProof, body: Uint8Array, log: KeyObject, id: Buffer): boolean {
  if (proof.index >= proof.size) return false;
  let [at, last] = [proof.index, proof.size - 1n];
  let root = hashed(LEAF, body);
  for (const hash of proof.hashes) {
    if (last === 0n) return false;
    if ((at & 1n) === 1n || at === last) {
      root = hashed(NODE, hash, root);
      while ((at & 1n) === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else root = hashed(NODE, root, hash);
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && root.equals(proof.root) && isHead(proof, log, id);
}

/** Whether the log has signed the head of the tree: size and root in a note. @see https://c2sp.org/tlog-checkpoint */
function isHead({ checkpoint, size, root }: InclusionProof, log: KeyObject, id: Buffer): boolean {
  const end = checkpoint.indexOf("\n\n");
  if (end < 0) return false;
  const [note, signatures] = [checkpoint.slice(0, end + 1), checkpoint.slice(end + 2)];
  const [, told, head] = note.split("\n");
  if (told !== String(size) || head !== base64(root)) return false;
  return signatures.split("\n").some((line) => {
    const signature = bytesOf(/^\u2014 \S+ (\S+)$/.exec(line)?.[1]);
    if (signature === undefined) return false;
    const bytes = Buffer.from(signature);
    // Four bytes tell whose signature it is.
    return bytes.subarray(0, 4).equals(id.subarray(0, 4)) && isSigned(Buffer.from(note), log, bytes.subarray(4));
  });
}

/** Whether what was logged is this payload, with one of these signatures, by the holder of this certificate. */
function isOf(body: Uint8Array, { payload, signatures }: Envelope, certificate: Uint8Array): boolean {
  const entry = parsed(Buffer.from(body).toString("utf8"));
  const digest = hashed(payload).toString("hex");
  const isSigner = (verifier: unknown): boolean => {
    const pem = bytesOf(verifier);
    return pem !== undefined && isCertificate(Buffer.from(pem).toString("utf8"), certificate);
  };
  const isSignature = (written: Uint8Array | undefined): boolean =>
    written !== undefined && signatures.some((signature) => Buffer.compare(signature, written) === 0);
  const spec = below(entry, "spec");
  switch (below(entry, "kind")) {
    case "dsse":
      return (
        below(spec, "payloadHash", "algorithm") === "sha256" &&
        below(spec, "payloadHash", "value") === digest &&
        list(below(spec, "signatures")).some(
          (one) => isSignature(bytesOf(below(one, "signature"))) && isSigner(below(one, "verifier")),
        )
      );
    case "intoto":
      return (
        below(spec, "content", "payloadHash", "algorithm") === "sha256" &&
        below(spec, "content", "payloadHash", "value") === digest &&
        list(below(spec, "content", "envelope", "signatures")).some((one) => {
          // This kind writes the signature's base64 as base64 once more.
          const once = bytesOf(below(one, "sig"));
          const twice = once === undefined ? undefined : bytesOf(Buffer.from(once).toString("utf8"));
          return isSignature(twice) && isSigner(below(one, "publicKey"));
        })
      );
    default:
      return false;
  }
}

function isCertificate(pem: string, certificate: Uint8Array): boolean {
  try {
    return Buffer.compare(new X509Certificate(pem).raw, certificate) === 0;
  } catch {
    return false;
  }
}
