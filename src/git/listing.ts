import type { Entry, Wanting } from "../model/world.js";

/** A file of a commit. */
export interface Blob {
  readonly path: string;
  readonly oid: string;
  readonly kind: "file" | "link" | "other";
}

/**
 * The files of a commit as git lists them. Of many thousand files a run looks at a few: the list is searched where it
 * lies, and never taken apart as a whole.
 */
export interface Listing {
  /** The file at a path; null where there is none. */
  at(path: string): Blob | null;
  /** Entries of a folder in name order, all or those that are wanted; empty where there is no such folder. */
  entries(folder: string, wanted?: Wanting): readonly Entry[];
  hasFolder(folder: string): boolean;
  /** The files from a path on, in path order. */
  from(path: string): Iterable<Blob>;
  /** The link at a path; null where there is none. */
  linkAt(path: string): Blob | null;
  /** Folders whose last segment is one of these, in path order. */
  foldersCalled(names: readonly string[]): readonly string[];
}

const decoder = new TextDecoder();
const kindByMode: Readonly<Record<string, Blob["kind"]>> = { "100644": "file", "100755": "file", "120000": "link" };

/** What git's mode says of an entry that is no folder. */
export const kindOfMode = (mode: string): Blob["kind"] => kindByMode[mode] ?? "other";

const [NUL, TAB, SLASH] = [0, 9, 47];

/** So many files of a folder are passed over one by one before the end of the folder is searched. */
const PASSED_OVER = 16;

/** @param output of `git ls-tree -r -z`: `<mode> <type> <digest>\t<path>` and NUL for each file, in the order of the paths' bytes */
export function listing(output: Uint8Array): Listing {
  const bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength);
  const pathStart = (record: number): number => bytes.indexOf(TAB, record) + 1;
  const endOf = (record: number): number => bytes.indexOf(NUL, record);
  const recordAt = (within: number): number => (within === 0 ? 0 : bytes.lastIndexOf(NUL, within - 1) + 1);
  const pathOf = (record: number): Buffer => bytes.subarray(pathStart(record), endOf(record));

  /** The first record whose path is not before a key. */
  const lowerBound = (key: Buffer, low = 0): number => {
    let [from, to] = [low, bytes.length];
    while (from < to) {
      const record = recordAt(from + ((to - from) >> 1));
      if (Buffer.compare(pathOf(record), key) < 0) from = endOf(record) + 1;
      else to = record;
    }
    return from;
  };
  const startsWith = (record: number, prefix: Buffer): boolean => {
    const start = pathStart(record);
    return record < bytes.length && bytes.subarray(start, start + prefix.length).equals(prefix);
  };
  const blobAt = (record: number): Blob => {
    const [mode = "", , oid = ""] = bytes.toString("latin1", record, pathStart(record) - 1).split(" ");
    return { path: decoder.decode(pathOf(record)), oid, kind: kindOfMode(mode) };
  };
  /** Beyond the last record that starts with a prefix. */
  const pastFolder = (record: number, prefix: Buffer): number => {
    let next = record;
    for (let passed = 0; passed < PASSED_OVER; passed++) {
      next = endOf(next) + 1;
      if (next >= bytes.length || !startsWith(next, prefix)) return next;
    }
    const beyond = Buffer.from(prefix);
    beyond[beyond.length - 1] = SLASH + 1;
    return lowerBound(beyond, next);
  };

  const at = (path: string): Blob | null => {
    const key = Buffer.from(path);
    const record = lowerBound(key);
    return record < bytes.length && pathOf(record).equals(key) ? blobAt(record) : null;
  };
  const hasFolder = (folder: string): boolean => {
    const prefix = Buffer.from(`${folder}/`);
    return folder === "" || startsWith(lowerBound(prefix), prefix);
  };
  const entries = (folder: string): readonly Entry[] => {
    const prefix = Buffer.from(folder === "" ? "" : `${folder}/`);
    const found: Entry[] = [];
    let record = lowerBound(prefix);
    while (record < bytes.length && startsWith(record, prefix)) {
      const name = pathStart(record) + prefix.length;
      const slash = bytes.subarray(name, endOf(record)).indexOf(SLASH);
      if (slash === -1) {
        const { path, kind } = blobAt(record);
        found.push({ name: path.slice(path.lastIndexOf("/") + 1), kind });
        record = endOf(record) + 1;
      } else {
        found.push({ name: decoder.decode(bytes.subarray(name, name + slash)), kind: "folder" });
        record = pastFolder(record, bytes.subarray(pathStart(record), name + slash + 1));
      }
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  };

  const links = new Map(linksIn(bytes).map((record) => [decoder.decode(pathOf(record)), blobAt(record)]));
  return {
    at,
    entries,
    hasFolder,
    *from(path) {
      for (let record = lowerBound(Buffer.from(path)); record < bytes.length; record = endOf(record) + 1)
        yield blobAt(record);
    },
    linkAt: (path) => links.get(path) ?? null,
    foldersCalled: (names) => foldersIn(bytes, names, recordAt, pathStart),
  };
}

const linkMode = Buffer.from("120000 ");

function linksIn(bytes: Buffer): readonly number[] {
  const records: number[] = [];
  for (let at = bytes.indexOf(linkMode); at !== -1; at = bytes.indexOf(linkMode, at + 1))
    if (at === 0 || bytes[at - 1] === NUL) records.push(at);
  return records;
}

function foldersIn(
  bytes: Buffer,
  names: readonly string[],
  recordAt: (within: number) => number,
  pathStart: (record: number) => number,
): readonly string[] {
  const found = new Set<string>();
  for (const name of names) {
    const segment = Buffer.from(`${name}/`);
    for (let at = bytes.indexOf(segment); at !== -1; at = bytes.indexOf(segment, at + 1)) {
      if (bytes[at - 1] !== SLASH && bytes[at - 1] !== TAB) continue;
      // A name may hold a tabulator: what counts is where the path begins.
      const start = pathStart(recordAt(at));
      if (bytes[at - 1] === SLASH || start === at)
        found.add(decoder.decode(bytes.subarray(start, at + segment.length - 1)));
    }
  }
  return [...found].sort();
}
