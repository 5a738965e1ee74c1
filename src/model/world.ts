/** What the world offers, passed in at the edge; nothing else in `src` reaches for disk, clock, environment or network. */

export type EntryKind = "file" | "folder" | "link" | "other";

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

export type Contents =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large"; readonly size: number }
  | { readonly kind: "missing" }
  /** A link out of the tree, a device, a file that may not be read: `why` says which. */
  | { readonly kind: "refused"; readonly why: string };

/** A file that is read part by part, for what is too large to be held whole. */
export interface Parts {
  readonly size: number;
  /** Fills the buffer with the bytes from a place on; how many there were, 0 at the end of the file. */
  fill(into: Uint8Array, from: number): number;
  close(): void;
}

/** True for an entry that matters to whoever lists a folder. */
export type Wanting = (name: string, kind: EntryKind) => boolean;

/** A tree of files: the working tree, a commit, or a test's own. Paths are relative to its root, `/` between segments. */
export interface FileSystem {
  /** For messages: the folder, or the commit. */
  readonly label: string;
  /**
   * Entries of a folder in name order; empty where there is no such folder.
   *
   * @param wanted tells those apart that matter: of ten thousand folders a change touches a few, and the others may be
   *   left out
   */
  list(folder: string, wanted?: Wanting): readonly Entry[];
  /** The bytes of a file, at most `limit` of them. Links are followed inside the tree only. */
  read(path: string, limit: number): Contents;
  /** The first `length` bytes of a file; null where it cannot be read. */
  head(path: string, length: number): Uint8Array | null;
  /** A file part by part, to be closed; null where it cannot be read. */
  parts(path: string): Parts | null;
  /** The name by which git knows a file's bytes, links followed; null where there is none. Absent outside of a commit. */
  blobId?(path: string): string | null;
  /** Tells in which order files will be read, to a tree that reads many together; absent where one costs as much. */
  expect?(paths: readonly string[]): void;
  /** Folders whose last segment is one of these, of all the tree; absent where finding them would take a walk. */
  foldersCalled?(names: readonly string[]): readonly string[];
}

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where unknown. */
  readonly columns: number;
}

/** Runs git in a folder with fixed arguments; never a shell. */
export interface Git {
  /** Standard output of `git <args>`; null where git fails or is not there. */
  run(args: readonly string[], input?: string): Uint8Array | null;
  /** The same, while other things are done; absent where nothing runs beside. */
  start?(args: readonly string[]): Promise<Uint8Array | null>;
}
