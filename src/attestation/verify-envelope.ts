import { createPublicKey, verify, X509Certificate, type KeyObject } from "node:crypto";
import type { Signer } from "../model/signer.js";
import { signedBytes, type Envelope } from "./envelope.js";

/** Certificates between a signer's own and the root at most. */
const LONGEST_CHAIN = 8;

/** True where one of the signatures is that of the signer over this very payload. Never throws for what a file holds. */
export function isSignedBy(envelope: Envelope, signer: Signer): boolean {
  const key = keyOf(envelope, signer);
  if (key === null) return false;
  const signed = signedBytes(envelope);
  return envelope.signatures.some((signature) => holds(key, signed, signature));
}

function keyOf({ certificates }: Envelope, signer: Signer): KeyObject | null {
  try {
    switch (signer.kind) {
      case "key":
        return createPublicKey(signer.key);
      case "certificate":
        return certifiedKey(certificates, signer);
    }
  } catch {
    // A key or certificate that cannot be read vouches for nothing.
    return null;
  }
}

/** The key of the first certificate, where it leads back to the root and names whom it should. */
function certifiedKey(
  certificates: readonly Uint8Array[],
  { root, identity, issuer }: Extract<Signer, { kind: "certificate" }>,
): KeyObject | null {
  const [leaf, ...between] = certificates.slice(0, LONGEST_CHAIN).map((raw) => new X509Certificate(raw));
  if (leaf === undefined || leaf.ca || !leadsTo(leaf, between, new X509Certificate(root))) return null;
  if (!namesOf(leaf).includes(identity)) return null;
  if (issuer !== null && issuerOf(leaf.raw) !== issuer) return null;
  return leaf.publicKey;
}

/** Whether each certificate is signed by the next, and the last by the root. */
function leadsTo(leaf: X509Certificate, between: readonly X509Certificate[], root: X509Certificate): boolean {
  let at = leaf;
  let left = between.filter(({ fingerprint256 }) => fingerprint256 !== root.fingerprint256);
  for (let step = 0; step <= LONGEST_CHAIN; step++) {
    const here = at;
    const signs = (by: X509Certificate): boolean => by.ca && here.checkIssued(by) && here.verify(by.publicKey);
    if (signs(root)) return true;
    const next = left.find(signs);
    if (next === undefined) return false;
    left = left.filter((one) => one !== next);
    at = next;
  }
  return false;
}

/** Subject alternative names, without their sort; a comma within a name is quoted there, and such a name is left out. */
function namesOf({ subjectAltName }: X509Certificate): readonly string[] {
  return (subjectAltName ?? "")
    .split(", ")
    .filter((name) => !name.includes('"'))
    .map((name) => name.replace(/^(URI|email|DNS):/, ""));
}

/** Object identifiers under which Fulcio writes the issuer of an identity: 1.3.6.1.4.1.57264.1.8, and formerly …1.1. */
const issuerIds = [
  { id: Buffer.from("060a2b0601040183bf300108", "hex"), nested: true },
  { id: Buffer.from("060a2b0601040183bf300101", "hex"), nested: false },
] as const;

/** Who vouched for the identity, as Fulcio's extension says it; null where the certificate does not say. */
function issuerOf(raw: Uint8Array): string | null {
  const bytes = Buffer.from(raw);
  for (const { id, nested } of issuerIds) {
    const at = bytes.indexOf(id);
    if (at === -1) continue;
    const outer = elementAt(bytes, at + id.length, 0x04);
    const inner = outer === null ? null : nested ? elementAt(outer, 0, 0x0c) : outer;
    if (inner !== null) return inner.toString("utf8");
  }
  return null;
}

/** The content of a short DER element of a tag; null where another stands there. */
function elementAt(bytes: Buffer, at: number, tag: number): Buffer | null {
  const length = bytes[at + 1] ?? 0x80;
  if (bytes[at] !== tag || length >= 0x80 || at + 2 + length > bytes.length) return null;
  return bytes.subarray(at + 2, at + 2 + length);
}

/** ECDSA and RSA sign the SHA-256 digest, Ed25519 the bytes. */
function holds(key: KeyObject, signed: Uint8Array, signature: Uint8Array): boolean {
  const algorithm = key.asymmetricKeyType === "ed25519" || key.asymmetricKeyType === "ed448" ? null : "sha256";
  try {
    return verify(algorithm, signed, key, signature);
  } catch {
    return false;
  }
}
