import { entryFor } from "./logging.js";
import {
  bundled,
  certificate,
  ellipticPair,
  enveloped,
  pemOf,
  pemOfCertificate,
  sha256,
  statementAbout,
} from "./signing.js";

type Files = Readonly<Record<string, string>>;
/** Keys of a signer that speak of certificates. */
export type SignerKey = "root" | "identity" | "issuer" | "log";

const [authority, holder, log, stranger] = [ellipticPair(), ellipticPair(), ellipticPair(), ellipticPair()];
const identity = "https://github.com/acme/models/.github/workflows/evaluate.yml@refs/heads/main";
const vouchedBy = "https://token.actions.githubusercontent.com";
const rootOf = (pair: typeof authority): Buffer =>
  certificate({ subject: "root", issuer: "root", pair, by: pair, ca: true, until: "360101000000Z" });
const leaf = certificate({
  subject: "leaf",
  issuer: "root",
  pair: holder,
  by: authority,
  ca: false,
  identity,
  vouchedBy,
});

/** What the configuration must say of the signer, and what in its place is another's. */
export const signerFields: Readonly<Record<SignerKey, { readonly right: string; readonly wrong: string }>> = {
  root: { right: pemOfCertificate(rootOf(authority)), wrong: pemOfCertificate(rootOf(stranger)) },
  identity: { right: identity, wrong: identity.replace("acme", "mallory") },
  issuer: { right: vouchedBy, wrong: "https://issuer.example.org" },
  log: { right: pemOf(log), wrong: pemOf(stranger) },
};

/**
 * Files beside the bundle of a signature about one of them: its certificate was valid for ten minutes in January 2026,
 * within which a transparency log took it.
 */
export function vouchedFor(files: Files, path: string): Files {
  const envelope = enveloped(statementAbout({ [path]: sha256(files[path] ?? "") }), holder);
  const at = Date.parse("2026-01-01T00:05:00Z") / 1000;
  const { verificationMaterial, ...rest } = { verificationMaterial: {}, ...bundled(envelope, [leaf]) };
  const tlogEntries = [entryFor(envelope, { at, log, certificate: leaf })];
  return {
    ...files,
    "m/evidence.sigstore.json": JSON.stringify({
      ...rest,
      verificationMaterial: { ...verificationMaterial, tlogEntries },
    }),
  };
}

/** A signer as `referee.yaml` names one, with keys changed or left out (null). */
export function signerWith(changes: Readonly<Partial<Record<SignerKey, string | null>>> = {}): string {
  const fields = (["root", "identity", "issuer", "log"] as const).flatMap((key) => {
    const value = changes[key] === undefined ? signerFields[key].right : changes[key];
    return value === null ? [] : [`${key}: ${JSON.stringify(value)}`];
  });
  return `signers:\n  - { ${["name: ci", ...fields].join(", ")} }\n`;
}
