import type { Signer } from "../model/signer.js";
import type { FileSystem } from "../model/world.js";
import { envelopesIn, subjectsOf } from "./envelope.js";
import { isSignedBy } from "./verify-envelope.js";

/** Bytes of the largest attestation that is read: what GitHub takes as a predicate, encoded. */
const LARGEST = 24 * 1024 * 1024;

/** Names that attestations have: `*.sigstore.json`, `*.intoto.jsonl`, `*.dsse.json`, `*.bundle.json`, `*.attestation.json`. */
const attestationName = /\.(sigstore|intoto|dsse|bundle|attestation)(\.jsonl?)?$/i;

/**
 * The digests that signed statements of the named signers are about. A statement that nobody of them signed, or that was
 * changed after it was signed, vouches for nothing.
 *
 * @param paths of the tree's files
 * @param now the run's clock, milliseconds since 1970
 */
export function attestedDigests(
  tree: FileSystem,
  paths: readonly string[],
  signers: readonly Signer[],
  now: number,
): ReadonlySet<string> {
  const digests = new Set<string>();
  if (signers.length === 0) return digests;
  for (const path of paths.filter((one) => attestationName.test(one))) {
    const contents = tree.read(path, LARGEST);
    if (contents.kind !== "bytes") continue;
    for (const envelope of envelopesIn(Buffer.from(contents.bytes).toString("utf8"))) {
      if (!signers.some((signer) => isSignedBy(envelope, signer, now))) continue;
      for (const digest of subjectsOf(envelope)) digests.add(digest);
    }
  }
  return digests;
}
