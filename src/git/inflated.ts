/** What is asked for at once; of what is smaller its own size. */
const LARGEST_PIECE = 1 << 16;

/**
 * The content of a deflated stream, whatever stands behind it.
 *
 * @param size bytes that the content has at most
 * @returns null where it is larger, cut short, or no such stream
 */
export function inflated(deflated: Uint8Array, size: number): Uint8Array | null {
  // Looked up when it is first asked for: most runs of the command line never read an object.
  const { inflateSync } = process.getBuiltinModule("node:zlib");
  try {
    const chunkSize = Math.min(Math.max(64, size), LARGEST_PIECE);
    return inflateSync(deflated, { maxOutputLength: Math.max(1, size), chunkSize });
  } catch {
    return null;
  }
}
