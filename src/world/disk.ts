import { closeSync, fstatSync, openSync, readSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Contents, Entry, EntryKind, FileSystem, Parts } from "../model/world.js";

const SLAB_BYTES = 1 << 20;

/** Files are small and many: they are read one behind another into memory that is asked for by the megabyte. */
let slab = Buffer.alloc(0);

/**
 * The working tree below a folder. Links are followed to files inside the tree only; folders behind links are told
 * and not entered.
 */
export function disk(root: string): FileSystem {
  let realRoot: string | undefined;
  // Folders that were reached without a link, and the links in them: what was looked at once is not asked again.
  const plainFolders = new Set<string>([""]);
  const links = new Set<string>();
  const listed = new Set<string>();
  const isPlain = (path: string): boolean => listed.has(parentOf(path)) && !links.has(path);
  const inside = (path: string): boolean => {
    if (isPlain(path)) return true;
    realRoot ??= realpathSync(root);
    const real = realpathSync(absolute(path));
    // The root of the file system ends in its separator already.
    return real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  };
  const absolute = (path: string): string => (path === "" ? root : join(root, path));

  return {
    label: root,

    list(folder, wanted) {
      let found;
      try {
        found = readdirSync(absolute(folder), { withFileTypes: true });
      } catch {
        return [];
      }
      const plain = plainFolders.has(folder);
      if (plain) listed.add(folder);
      const entries: Entry[] = [];
      for (const one of found) {
        const [name, kind] = [one.name, kindOf(one)];
        const isWanted = wanted === undefined || wanted(name, kind);
        if (isWanted) entries.push({ name, kind });
        if (!plain || !(kind === "link" || (kind === "folder" && isWanted))) continue;
        const path = folder === "" ? name : `${folder}/${name}`;
        (kind === "link" ? links : plainFolders).add(path);
      }
      return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },

    read(path, limit): Contents {
      try {
        if (!inside(path)) return { kind: "refused", why: "it is a link out of the checked tree" };
        return readWhole(absolute(path), limit);
      } catch (error) {
        return failure(error);
      }
    },

    head(path, length) {
      try {
        if (!inside(path)) return null;
        return readHead(absolute(path), length);
      } catch {
        return null;
      }
    },

    parts(path) {
      try {
        return inside(path) ? partsOfFile(absolute(path)) : null;
      } catch {
        return null;
      }
    },
  };
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

function readWhole(path: string, limit: number): Contents {
  const handle = openSync(path, "r");
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { kind: "refused", why: "it is no regular file" };
    if (stat.size > limit) return { kind: "too-large", size: stat.size };
    const buffer = roomFor(stat.size);
    return { kind: "bytes", bytes: buffer.subarray(0, fill(handle, buffer)) };
  } finally {
    closeSync(handle);
  }
}

/** A buffer of so many bytes that nobody else has. */
function roomFor(bytes: number): Buffer {
  if (bytes > SLAB_BYTES / 4) return Buffer.allocUnsafeSlow(bytes);
  if (slab.length < bytes) slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
  const room = slab.subarray(0, bytes);
  slab = slab.subarray(bytes);
  return room;
}

function readHead(path: string, length: number): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(length);
    return buffer.subarray(0, fill(handle, buffer));
  } finally {
    closeSync(handle);
  }
}

function partsOfFile(path: string): Parts | null {
  const handle = openSync(path, "r");
  const stat = fstatSync(handle);
  if (!stat.isFile()) {
    closeSync(handle);
    return null;
  }
  return {
    size: stat.size,
    fill: (into, from) => fill(handle, into, from),
    close: () => closeSync(handle),
  };
}

function fill(handle: number, buffer: Uint8Array, from = 0): number {
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(handle, buffer, filled, buffer.length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

function failure(error: unknown): Contents {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
  if (code === "ELOOP") return { kind: "refused", why: "it is a link that leads back to itself" };
  if (code === "EACCES" || code === "EPERM") return { kind: "refused", why: "it may not be read" };
  return { kind: "refused", why: `the system refused it${code === "" ? "" : ` (${code})`}` };
}

/** A folder's own path, absolute, without links. @throws where it is not there */
export const realFolder = (path: string): string => realpathSync(path);

/** What a path on disk is; null where there is nothing. */
export function kindOnDisk(path: string): "file" | "folder" | null {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : null;
  } catch {
    return null;
  }
}
