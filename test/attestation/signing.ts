import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { signedBytes } from "../../src/attestation/envelope.js";

export interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export const ellipticPair = (): Pair => generateKeyPairSync("ec", { namedCurve: "P-256" });
export const edwardsPair = (): Pair => generateKeyPairSync("ed25519");
export const rsaPair = (): Pair => generateKeyPairSync("rsa", { modulusLength: 2048 });

export const pemOf = ({ publicKey }: Pair): string => publicKey.export({ type: "spki", format: "pem" }).toString();

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

const payloadType = "application/vnd.in-toto+json";

/** A statement about files by their digests. */
export const statementAbout = (digests: Readonly<Record<string, string>>, more: object = {}): string =>
  JSON.stringify({
    _type: "https://in-toto.io/Statement/v1",
    subject: Object.entries(digests).map(([name, hex]) => ({ name, digest: { sha256: hex } })),
    predicateType: "https://in-toto.io/attestation/test-result/v0.1",
    predicate: { result: "PASSED", configuration: [] },
    ...more,
  });

/** A DSSE envelope around a statement, signed by a key. */
export function enveloped(statement: string, { privateKey }: Pair, type = payloadType): object {
  const payload = Buffer.from(statement);
  const algorithm = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
  const signature = sign(algorithm, signedBytes({ payloadType: type, payload }), privateKey);
  return {
    payloadType: type,
    payload: payload.toString("base64"),
    signatures: [{ sig: signature.toString("base64") }],
  };
}

/** The same in a Sigstore bundle with the certificates of its signer. */
export const bundled = (envelope: object, certificates: readonly Uint8Array[]): object => ({
  mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
  verificationMaterial: {
    x509CertificateChain: {
      certificates: certificates.map((raw) => ({ rawBytes: Buffer.from(raw).toString("base64") })),
    },
  },
  dsseEnvelope: envelope,
});

const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const textOf = (tag: number, text: string): Buffer => der(tag, Buffer.from(text));
const nameOf = (common: string): Buffer => der(0x30, der(0x31, der(0x30, oid("550403"), textOf(0x0c, common))));

export interface CertificateRequest {
  readonly subject: string;
  readonly issuer: string;
  readonly pair: Pair;
  readonly by: Pair;
  readonly ca: boolean;
  readonly identity?: string;
  /** Who vouched for the identity, as Fulcio writes it. */
  readonly vouchedBy?: string;
  /** When it ends, as certificates write it; ten minutes after it began by default. */
  readonly until?: string;
}

/** A certificate as RFC 5280 has it, with ECDSA over SHA-256. */
export function certificate({ subject, issuer, pair, by, ca, identity, vouchedBy, until }: CertificateRequest): Buffer {
  const algorithm = der(0x30, oid("2a8648ce3d040302"));
  const time = (text: string): Buffer => textOf(0x17, text);
  const extensions = [
    der(
      0x30,
      oid("551d13"),
      der(0x01, Buffer.from([0xff])),
      der(0x04, ca ? der(0x30, der(0x01, Buffer.from([0xff]))) : der(0x30)),
    ),
    ...(identity === undefined ? [] : [der(0x30, oid("551d11"), der(0x04, der(0x30, textOf(0x86, identity))))]),
    ...(vouchedBy === undefined ? [] : [der(0x30, oid("2b0601040183bf300108"), der(0x04, textOf(0x0c, vouchedBy)))]),
  ];
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    nameOf(issuer),
    der(0x30, time("260101000000Z"), time(until ?? "260101001000Z")),
    nameOf(subject),
    pair.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(0x30, ...extensions)),
  );
  const signature = sign("sha256", body, by.privateKey);
  return der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
}

export const pemOfCertificate = (raw: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(raw).toString("base64").replace(/.{64}/g, "$&\n").trimEnd()}\n-----END CERTIFICATE-----\n`;
