import { cryptography } from "../model/sha256.js";
import type { Signer } from "../model/signer.js";
import { mapping, optional, required, text, type At } from "./form.js";

/** Whose signatures make evidence `attested`, as the configuration names them. */
export const signerForm = mapping({
  name: required(text, "what the signer is called in messages"),
  key: optional(text, "the public key, PEM"),
  root: optional(text, "the certificate that the signer's own leads back to, PEM; in place of a key"),
  identity: optional(text, "whom the signer's certificate must name, such as the address of a workflow"),
  issuer: optional(text, "who must have vouched for that identity"),
  log: optional(
    text,
    "the public key, PEM, of the transparency log that tells when it was signed; without one the certificate must be valid at the run's own time",
  ),
});

type WrittenSigner = NonNullable<ReturnType<typeof signerForm.read>>;

/** Null where it is neither a key nor a certificate with a name; that is complained of. */
export function signerOf({ name, key, root, identity, issuer, log }: WrittenSigner): Signer | null {
  if (key !== undefined && root === undefined) return { kind: "key", name, key };
  if (key !== undefined || root === undefined || identity === undefined) return null;
  return { kind: "certificate", name, root, identity, issuer: issuer ?? null, log: log ?? null };
}

/** What only a certificate has. */
const ofCertificates = ["root", "identity", "issuer", "log"] as const;

/** A signer who could vouch for nothing, or not as it is written, would be taken for one that was checked. */
export function complainOfSigner(written: WrittenSigner, at: At): void {
  const read = signerOf(written);
  const idle = written.key === undefined ? [] : ofCertificates.filter((key) => written[key] !== undefined);
  for (const key of idle)
    at.complainOfKey(
      key,
      `\`${key}\` is of a signer with a certificate, and \`${written.name}\` has a \`key\``,
      "leave one of them out, or make two signers of it",
    );
  if (idle.length > 0) return;
  if (read === null)
    return at.complain(
      `the signer \`${written.name}\` has neither a key nor a root with an identity`,
      "give `key`, or `root` with `identity`, as PEM",
    );
  const { createPublicKey, X509Certificate } = cryptography();
  const pem = (key: "key" | "root" | "log", what: string, parse: (text: string) => unknown): void => {
    try {
      const text = written[key];
      if (text !== undefined) parse(text);
    } catch {
      at.below(key).complain(
        `the ${what} of the signer \`${written.name}\` cannot be read`,
        `write it as PEM, from \`-----BEGIN ${key === "root" ? "CERTIFICATE" : "PUBLIC KEY"}-----\` on`,
      );
    }
  };
  pem("key", "key", createPublicKey);
  pem("root", "certificate", (text) => new X509Certificate(text));
  pem("log", "log", createPublicKey);
}
