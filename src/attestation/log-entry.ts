import { below, bytesOf, list, wholeNumber } from "./members.js";

/** That an entry is in a log's tree, as RFC 6962 shows it. */
export interface InclusionProof {
  readonly index: bigint;
  readonly size: bigint;
  readonly root: Uint8Array;
  readonly hashes: readonly Uint8Array[];
  /** The log's signed note of the tree's head. */
  readonly checkpoint: string;
}

/** What a transparency log says of a signature. */
export interface LogEntry {
  /** SHA-256 of the log's public key. */
  readonly logId: Uint8Array;
  readonly index: bigint;
  /** Seconds since 1970. */
  readonly integrated: bigint;
  /** The log's signature over index, time and body: the signed entry timestamp. */
  readonly promise: Uint8Array;
  /** Null where the bundle has none. */
  readonly proof: InclusionProof | null;
  /** The bytes that were logged. */
  readonly body: Uint8Array;
}

/**
 * The log entries of a Sigstore bundle that tell a time by the log's own signature; others tell none, and are passed over.
 *
 * @param material the bundle's `verificationMaterial`
 * @see https://github.com/sigstore/protobuf-specs (dev.sigstore.rekor.v1.TransparencyLogEntry)
 */
export const logEntriesIn = (material: unknown): readonly LogEntry[] =>
  list(below(material, "tlogEntries")).flatMap((entry) => entryOf(entry) ?? []);

function entryOf(entry: unknown): LogEntry | null {
  const logId = bytesOf(below(entry, "logId", "keyId"));
  const index = wholeNumber(below(entry, "logIndex"));
  const integrated = wholeNumber(below(entry, "integratedTime"));
  const promise = bytesOf(below(entry, "inclusionPromise", "signedEntryTimestamp"));
  const body = bytesOf(below(entry, "canonicalizedBody"));
  const written = below(entry, "inclusionProof");
  const proof = written === undefined || written === null ? null : proofOf(written);
  if (logId === undefined || index === undefined || integrated === undefined || body === undefined) return null;
  if (promise === undefined || proof === undefined) return null;
  return { logId, index, integrated, promise, proof, body };
}

/** Undefined where what stands there is no proof: it must not be taken for one that is absent. */
function proofOf(proof: unknown): InclusionProof | undefined {
  const index = wholeNumber(below(proof, "logIndex"));
  const size = wholeNumber(below(proof, "treeSize"));
  const root = bytesOf(below(proof, "rootHash"));
  const hashes = list(below(proof, "hashes")).map(bytesOf);
  const checkpoint = below(proof, "checkpoint", "envelope");
  if (index === undefined || size === undefined || root === undefined || typeof checkpoint !== "string")
    return undefined;
  const whole = hashes.filter((hash) => hash !== undefined);
  return whole.length === hashes.length && whole.length <= 64
    ? { index, size, root, hashes: whole, checkpoint }
    : undefined;
}
