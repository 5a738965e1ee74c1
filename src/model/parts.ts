import type { Parts } from "./world.js";

/** Bytes that are held already, as a file that is read part by part. */
export const partsOf = (bytes: Uint8Array): Parts => ({
  size: bytes.length,
  fill(into, from) {
    const part = bytes.subarray(from, from + into.length);
    into.set(part);
    return part.length;
  },
  close() {
    return;
  },
});
