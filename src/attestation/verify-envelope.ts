import { createPublicKey, verify, X509Certificate, type KeyObject } from "node:crypto";
import type { Signer } from "../model/signer.js";
import { signedBytes, type Envelope } from "./envelope.js";
import { loggedAt } from "./transparency-log.js";

/** Certificates between a signer's own and the root at most. */
const LONGEST_CHAIN = 8;

/**
 * True where one of the signatures is that of the signer over this very payload. Never throws for what a file holds.
 *
 * @param now the run's clock, milliseconds since 1970
 */
export function isSignedBy(envelope: Envelope, signer: Signer, now: number): boolean {
  const key = keyOf(envelope, signer, now);
  if (key === null) return false;
  const signed = signedBytes(envelope);
  return envelope.signatures.some((signature) => holds(key, signed, signature));
}

function keyOf(envelope: Envelope, signer: Signer, now: number): KeyObject | null {
  try {
    switch (signer.kind) {
      case "key":
        return createPublicKey(signer.key);
      case "certificate":
        return certifiedKey(envelope, signer, now);
    }
  } catch {
    // A key or certificate that cannot be read vouches for nothing.
    return null;
  }
}

/** The key of the first certificate, where it led back to the root when it signed, and names whom it should. */
function certifiedKey(envelope: Envelope, signer: Certified, now: number): KeyObject | null {
  const { root, identity, issuer, log } = signer;
  const [leaf, ...between] = envelope.certificates.slice(0, LONGEST_CHAIN).map((raw) => new X509Certificate(raw));
  if (leaf === undefined || leaf.ca) return null;
  const at = log === null ? now : loggedAt(envelope, log, leaf.raw);
  if (at === null || !leadsTo(leaf, between, new X509Certificate(root), at)) return null;
  if (!namesOf(leaf).includes(identity)) return null;
  if (issuer !== null && issuerOf(leaf.raw) !== issuer) return null;
  return leaf.publicKey;
}

type Certified = Extract<Signer, { kind: "certificate" }>;

const isValid = ({ validFrom, validTo }: X509Certificate, at: number): boolean =>
  Date.parse(validFrom) <= at && at <= Date.parse(validTo);

/** Whether each certificate is signed by the next, and the last by the root, all of them valid at that time. */
function leadsTo(
  leaf: X509Certificate,
  between: readonly X509Certificate[],
  root: X509Certificate,
  time: number,
): boolean {
  if (!isValid(leaf, time) || !isValid(root, time)) return false;
  let at = leaf;
  let left = between.filter((one) => one.fingerprint256 !== root.fingerprint256 && isValid(one, time));
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
