import { logEntriesIn, type LogEntry } from "./log-entry.js";
import { below, bytesOf, list, parsed } from "./members.js";

/** A signed statement: the bytes that were signed, and by what they can be checked. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  /** Certificates in DER, the signer's own first; empty where there are none. */
  readonly certificates: readonly Uint8Array[];
  /** What transparency logs say of it; empty where there are none. */
  readonly logEntries: readonly LogEntry[];
}

/**
 * The envelopes of a file: a DSSE envelope, or a Sigstore bundle around one; one of them, or one a line. What is none of
 * them is passed over: it is some other JSON file.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 * @see https://github.com/sigstore/protobuf-specs (dev.sigstore.bundle.v1.Bundle)
 */
export function envelopesIn(text: string): readonly Envelope[] {
  const whole = parsed(text);
  const values = whole === undefined ? text.split("\n").map(parsed) : Array.isArray(whole) ? whole : [whole];
  return values.flatMap((value: unknown) => envelopeOf(value) ?? []);
}

function envelopeOf(value: unknown): Envelope | null {
  const envelope = below(value, "dsseEnvelope") ?? value;
  const payloadType = below(envelope, "payloadType");
  const payload = bytesOf(below(envelope, "payload"));
  const signatures = list(below(envelope, "signatures")).flatMap((one) => bytesOf(below(one, "sig")) ?? []);
  if (typeof payloadType !== "string" || payload === undefined || signatures.length === 0) return null;
  const material = below(value, "verificationMaterial");
  return {
    payloadType,
    payload,
    signatures,
    certificates: certificatesOf(material),
    logEntries: logEntriesIn(material),
  };
}

function certificatesOf(material: unknown): readonly Uint8Array[] {
  const chain = list(below(below(material, "x509CertificateChain"), "certificates"));
  return [below(material, "certificate"), ...chain].flatMap((one) => bytesOf(below(one, "rawBytes")) ?? []);
}

/** What a signature is made over: type and payload, each with its length, so that neither passes for the other. */
export function signedBytes({ payloadType, payload }: Pick<Envelope, "payloadType" | "payload">): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head, "utf8"), payload]);
}

const statementType = "application/vnd.in-toto+json";

/** The digests that an in-toto statement is about, as `sha256:<hex>`; empty where the payload is no statement. */
export function subjectsOf({ payloadType, payload }: Pick<Envelope, "payloadType" | "payload">): readonly string[] {
  if (payloadType !== statementType) return [];
  const statement = parsed(Buffer.from(payload).toString("utf8"));
  const type = below(statement, "_type");
  if (typeof type !== "string" || !/^https:\/\/in-toto\.io\/Statement\/(v1|v0\.1)$/.test(type)) return [];
  return list(below(statement, "subject")).flatMap((subject) => {
    const digest = below(below(subject, "digest"), "sha256");
    return typeof digest === "string" && /^[0-9a-f]{64}$/i.test(digest) ? [`sha256:${digest.toLowerCase()}`] : [];
  });
}
