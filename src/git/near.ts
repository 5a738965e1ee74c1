import type { Entry, EntryKind, Wanting } from "../model/world.js";
import type { ObjectContents } from "./contents.js";
import { kindOfMode, type Blob, type Listing } from "./listing.js";
import type { ObjectFiles } from "./object-files.js";

/** Who asks for more folders than these is served sooner by git's list of all files. */
const MOST_FOLDERS = 400;
/** Of more files than these git brings the contents sooner. */
const MOST_FILES = 1_000;

const FOLDER = "40000";
const [NUL, SPACE, SLASH] = [0, 32, 47];

/**
 * The digest of a folder of a commit; null where the files that hold the objects do not tell, or there is none.
 *
 * @param commit its whole digest
 * @param below relative to the top, without a slash at its end; empty is the top
 */
export function rootOf(objects: ObjectFiles, commit: string, below: string): string | null {
  const object = objects.read(commit);
  const header = object?.kind === "commit" ? Buffer.from(object.bytes.subarray(0, 80)).toString("latin1") : "";
  let tree = /^tree ([0-9a-f]{40,64})\n/.exec(header)?.[1] ?? null;
  for (const segment of below.split("/").filter((part) => part !== "")) {
    const found = tree === null ? null : readTree(objects, tree)?.get(segment);
    tree = found?.mode === FOLDER ? found.oid : null;
  }
  return tree;
}

interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
}

/** A folder of a commit as git keeps it: of its entries only those that are asked for are taken apart. */
interface FolderObject {
  /** Null where there is none of that name. */
  get(name: string): TreeEntry | null;
  /** In name order; null where a name is no text and stands for no path. */
  entries(wanted: Wanting | undefined): readonly Entry[] | null;
}

/** Null where the files do not tell. */
function readTree(objects: ObjectFiles, tree: string): FolderObject | null {
  const object = objects.read(tree);
  if (object?.kind !== "tree") return null;
  const bytes = Buffer.from(object.bytes.buffer, object.bytes.byteOffset, object.bytes.byteLength);
  const digest = tree.length / 2;
  const starts: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NUL, at);
    if (end < 0 || end + digest >= bytes.length || modeLength(bytes, at) === null) return null;
    starts.push(at);
    at = end + 1 + digest;
  }
  const modeAt = (start: number): string => bytes.toString("latin1", start, start + (modeLength(bytes, start) ?? 0));
  // All other modes have six digits.
  const isFolder = (start: number): boolean => modeLength(bytes, start) === FOLDER.length;
  const nameAt = (start: number): number => start + (modeLength(bytes, start) ?? 0) + 1;

  /** Git orders a folder's name as if a slash stood behind it. */
  const compare = (start: number, key: Buffer): number => {
    const from = nameAt(start);
    const end = bytes.indexOf(NUL, from);
    const shared = Math.min(end - from, key.length);
    const order = bytes.compare(key, 0, shared, from, from + shared);
    if (order !== 0) return order;
    const behind = from + shared < end ? (bytes[from + shared] ?? NUL) : isFolder(start) ? SLASH : NUL;
    return behind - (key[shared] ?? NUL);
  };
  const found = (key: Buffer): TreeEntry | null => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(starts[middle] ?? 0, key) < 0) low = middle + 1;
      else high = middle;
    }
    const start = starts[low];
    if (start === undefined || compare(start, key) !== 0) return null;
    const end = bytes.indexOf(NUL, nameAt(start));
    return { mode: modeAt(start), oid: bytes.toString("hex", end + 1, end + 1 + digest) };
  };

  let names: readonly string[] | null = null;
  const known = new Map<string, TreeEntry | null>();

  return {
    get(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const entry = found(Buffer.from(name)) ?? found(Buffer.from(`${name}/`));
      known.set(name, entry);
      return entry;
    },
    entries(wanted) {
      names ??= starts.map((start) => bytes.toString("utf8", nameAt(start), bytes.indexOf(NUL, start)));
      const entries: Entry[] = [];
      for (const [at, name] of names.entries()) {
        if (name.includes("\uFFFD")) return null;
        const start = starts[at] ?? 0;
        const kind: EntryKind = isFolder(start) ? "folder" : kindOfMode(modeAt(start));
        if (wanted === undefined || wanted(name, kind)) entries.push({ name, kind });
      }
      return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
  };
}

/** Five or six digits, and a space behind them; null where neither is there. */
const modeLength = (bytes: Buffer, start: number): 5 | 6 | null =>
  bytes[start + 5] === SPACE ? 5 : bytes[start + 6] === SPACE ? 6 : null;

/**
 * A commit's files, folder by folder as they are asked for. Once many are asked for, or one cannot be told, everything
 * is answered from git's list of all files.
 *
 * @param root digest of the folder that paths are relative to
 * @param listAll asked at most once
 */
export function nearListing(objects: ObjectFiles, root: string, listAll: () => Listing): Listing {
  let all: Listing | null = null;
  const whole = (): Listing => (all ??= listAll());
  const folders = new Map<string, FolderObject | null>();

  /** Null where there is no such folder, undefined where git is to be asked. */
  const folderAt = (path: string): FolderObject | null | undefined => {
    if (all !== null) return undefined;
    const known = folders.get(path);
    if (known !== undefined) return known;
    const entry = path === "" ? { mode: FOLDER, oid: root } : entryAt(path);
    if (entry === undefined) return undefined;
    const read = entry === null || entry.mode !== FOLDER ? null : readTree(objects, entry.oid);
    if (folders.size >= MOST_FOLDERS || (read === null && entry?.mode === FOLDER)) {
      whole();
      return undefined;
    }
    folders.set(path, read);
    return read;
  };
  const entryAt = (path: string): TreeEntry | null | undefined => {
    const slash = path.lastIndexOf("/");
    const folder = folderAt(path.slice(0, Math.max(0, slash)));
    if (folder === undefined) return undefined;
    return folder?.get(path.slice(slash + 1)) ?? null;
  };
  const blobAt = (path: string): Blob | null | undefined => {
    const entry = entryAt(path);
    if (entry === undefined || entry === null) return entry;
    return entry.mode === FOLDER ? null : { path, oid: entry.oid, kind: kindOfMode(entry.mode) };
  };

  return {
    at(path) {
      const blob = blobAt(path);
      return blob === undefined ? whole().at(path) : blob;
    },
    entries(path, wanted) {
      const folder = folderAt(path);
      const told = folder === null ? [] : (folder?.entries(wanted) ?? null);
      return told ?? whole().entries(path);
    },
    hasFolder(path) {
      const folder = folderAt(path);
      return folder === undefined ? whole().hasFolder(path) : folder !== null;
    },
    linkAt(path) {
      const blob = blobAt(path);
      if (blob === undefined) return whole().linkAt(path);
      return blob?.kind === "link" ? blob : null;
    },
    from: (path) => whole().from(path),
    foldersCalled: (names) => whole().foldersCalled(names),
  };
}

/** What the files of the repository hold; what they do not tell, and the contents of many, git brings. */
export function storedContents(objects: ObjectFiles, behind: ObjectContents): ObjectContents {
  let many = false;
  return {
    size: (blob) => (many ? null : objects.size(blob.oid)) ?? behind.size(blob),
    bytes: (blob) => (many ? null : blobIn(objects, blob)) ?? behind.bytes(blob),
    // Whether there is a file is asked with no room for a byte: that is not worth reading it.
    atHand: (blob, most) => (many || most === 0 ? null : blobIn(objects, blob, most)),
    expect(paths) {
      many = paths.length > MOST_FILES;
      behind.expect(paths);
    },
  };
}

function blobIn(objects: ObjectFiles, { oid }: Blob, most?: number): Uint8Array | null {
  const object = objects.read(oid, most);
  return object?.kind === "blob" ? object.bytes : null;
}
