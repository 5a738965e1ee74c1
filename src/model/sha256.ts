/**
 * The platform's cryptography, loaded by the first who asks: a run that keeps nothing needs no digest, and the module
 * costs as much as reading a model.
 */
export const cryptography = () => process.getBuiltinModule("node:crypto");

/** SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  cryptography().createHash("sha256").update(content).digest("hex");

/** The digest as sources and reports write it: `sha256:<hex>`. */
export const sha256Digest = (content: string | Uint8Array): string => `sha256:${sha256(content)}`;

/** The same digest of what the parts are together. */
export function sha256DigestOfParts(parts: Iterable<Uint8Array>): string {
  const hash = cryptography().createHash("sha256");
  for (const part of parts) hash.update(part);
  return `sha256:${hash.digest("hex")}`;
}
