import { cryptography } from "../model/sha256.js";
import type { Parts } from "../model/world.js";

const HASHED_AT_ONCE = 1 << 20;

/**
 * The name that git gives to a file of these bytes, in hexadecimal digits: by it a file is held against a commit's
 * without reading the commit's.
 *
 * @param digits 40 where the repository names by SHA-1, 64 by SHA-256
 * @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
export function blobId(parts: Parts, digits: number): string {
  const hash = cryptography().createHash(digits === 64 ? "sha256" : "sha1");
  hash.update(`blob ${parts.size}\0`);
  const held = new Uint8Array(Math.min(HASHED_AT_ONCE, Math.max(1, parts.size)));
  for (let at = 0; at < parts.size;) {
    const read = parts.fill(held, at);
    if (read === 0) break;
    hash.update(held.subarray(0, read));
    at += read;
  }
  return hash.digest("hex");
}
