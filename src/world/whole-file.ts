import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What a file is to hold: at once, or in parts, for what is too large to be held. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

/** What writing asks of a disk; each throws the system's error, with its code. */
export interface Writer {
  makeFolder(path: string): void;
  write(path: string, content: Content): void;
  move(from: string, to: string): void;
  /** Nothing happens where there is nothing. */
  remove(path: string): void;
}

/** The machine's own disk. */
export const systemWriter: Writer = {
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  write(path, content) {
    if (typeof content === "string" || content instanceof Uint8Array) return writeFileSync(path, content);
    const descriptor = openSync(path, "w");
    try {
      for (const part of content) writeFileSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
  },
  move: renameSync,
  remove: (path) => rmSync(path, { force: true }),
};

export interface WholeFile {
  readonly path: string;
  readonly content: Content;
}

/**
 * Writes files whole or not at all: each beside its place first, and once all of them lie there they are moved, in order.
 * Where one cannot be written, what stood there before stays, and nothing half written is left.
 *
 * @returns the system's code where it fails, such as ENOSPC; null where all are written
 */
export function writeAllWhole(files: readonly WholeFile[], writer: Writer = systemWriter): string | null {
  const part = (path: string): string => `${path}.part`;
  try {
    for (const { path, content } of files) {
      writer.makeFolder(dirname(path));
      writer.write(part(path), content);
    }
    for (const { path } of files) writer.move(part(path), path);
    return null;
  } catch (error) {
    for (const { path } of files) leave(part(path), writer);
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  }
}

/** One file, as `writeAllWhole` writes several. */
export const writeWhole = (path: string, content: Content, writer?: Writer): string | null =>
  writeAllWhole([{ path, content }], writer);

/** Where nothing could be written, nothing need be taken away. */
function leave(part: string, writer: Writer): void {
  try {
    writer.remove(part);
  } catch {
    return;
  }
}
