import { createHash } from "node:crypto";
import type { Parts } from "../model/world.js";

const HASHED_AT_ONCE = 1 << 20;

export const digestOfBytes = (bytes: Uint8Array): string =>
  `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** The same of a file that is not held. */
export function digestOfParts(parts: Parts): string {
  const hash = createHash("sha256");
  const held = new Uint8Array(HASHED_AT_ONCE);
  for (let at = 0; ;) {
    const read = parts.fill(held, at);
    if (read === 0) return `sha256:${hash.digest("hex")}`;
    hash.update(held.subarray(0, read));
    at += read;
  }
}
