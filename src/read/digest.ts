import { cryptography } from "../model/sha256.js";
import type { Parts } from "../model/world.js";

const HASHED_AT_ONCE = 1 << 20;

/** The digest of a file that is not held. */
export function digestOfParts(parts: Parts): string {
  const hash = cryptography().createHash("sha256");
  const held = new Uint8Array(HASHED_AT_ONCE);
  for (let at = 0; ;) {
    const read = parts.fill(held, at);
    if (read === 0) return `sha256:${hash.digest("hex")}`;
    hash.update(held.subarray(0, read));
    at += read;
  }
}
