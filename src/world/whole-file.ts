import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: beside its place first, and then moved there. What stood there before stays where
 * it fails, and nothing half written is left.
 *
 * @returns the system's code where it fails, such as ENOSPC; null where the file is written
 */
export function writeWhole(path: string, content: string | Uint8Array): string | null {
  const part = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, path);
    return null;
  } catch (error) {
    leave(part);
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  }
}

/** Where nothing could be written, nothing need be taken away. */
function leave(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    return;
  }
}
