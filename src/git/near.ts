import type { Entry } from "../model/world.js";
import type { ObjectContents } from "./contents.js";
import { kindOfMode, type Blob, type Listing } from "./listing.js";
import type { ObjectFiles } from "./object-files.js";

/** Who asks for more folders than these is served sooner by git's list of all files. */
const MOST_FOLDERS = 400;
/** Of more files than these git brings the contents sooner. */
const MOST_FILES = 1_000;

const FOLDER = "40000";
const [NUL, SPACE] = [0, 32];

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

/** The entries of a folder by name, in git's order; null where the files do not tell. */
function readTree(objects: ObjectFiles, tree: string): ReadonlyMap<string, TreeEntry> | null {
  const object = objects.read(tree);
  if (object?.kind !== "tree") return null;
  const bytes = Buffer.from(object.bytes.buffer, object.bytes.byteOffset, object.bytes.byteLength);
  const digest = tree.length / 2;
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    const end = bytes.indexOf(NUL, space);
    if (space < 0 || end < 0 || end + digest >= bytes.length + 1) return null;
    const name = bytes.toString("utf8", space + 1, end);
    // A name that is no text stands for no path: git's list says so too.
    if (name.includes("\uFFFD")) return null;
    entries.set(name, {
      mode: bytes.toString("latin1", at, space),
      oid: bytes.toString("hex", end + 1, end + 1 + digest),
    });
    at = end + 1 + digest;
  }
  return entries;
}

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
  const folders = new Map<string, ReadonlyMap<string, TreeEntry> | null>();

  /** Null where there is no such folder, undefined where git is to be asked. */
  const folderAt = (path: string): ReadonlyMap<string, TreeEntry> | null | undefined => {
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
    entries(path) {
      const folder = folderAt(path);
      return folder === undefined ? whole().entries(path) : folder === null ? [] : inNameOrder(folder);
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

const inNameOrder = (folder: ReadonlyMap<string, TreeEntry>): readonly Entry[] =>
  [...folder]
    .map(([name, { mode }]): Entry => ({ name, kind: mode === FOLDER ? "folder" : kindOfMode(mode) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** What the files of the repository hold; what they do not tell, and the contents of many, git brings. */
export function storedContents(objects: ObjectFiles, behind: ObjectContents): ObjectContents {
  let many = false;
  return {
    size: (blob) => (many ? null : objects.size(blob.oid)) ?? behind.size(blob),
    bytes: (blob) => (many ? null : blobIn(objects, blob)) ?? behind.bytes(blob),
    expect(paths) {
      many = paths.length > MOST_FILES;
      behind.expect(paths);
    },
  };
}

function blobIn(objects: ObjectFiles, { oid }: Blob): Uint8Array | null {
  const object = objects.read(oid);
  return object?.kind === "blob" ? object.bytes : null;
}
