/** One commit that changed a file. */
export interface FileChange {
  readonly commit: string;
  /** Milliseconds since 1970, of the committer's clock. */
  readonly at: number;
  /** The author's e-mail address. */
  readonly author: string;
}

/**
 * What git tells of the files of the judged tree. Paths are relative to the checked root. An answer is null where
 * nobody can tell: there is no git, the file is not committed as it stands, or the history is cut off before.
 */
export interface History {
  /** Why the history does not reach back to its beginning (a shallow clone, no repository); null where it does. */
  readonly cutOff: string | null;
  /** The newest commit that changed the file. */
  lastChange(path: string): FileChange | null;
  /** Every commit that changed the file, newest first; empty where nobody can tell. Renames are not followed. */
  changes(path: string): readonly FileChange[];
  /** The commit that brought a line, counted from 1, to what it says now. */
  lineChange(path: string, line: number): FileChange | null;
}

/** Of a tree that has no history. */
export const noHistory = (why: string): History => ({
  cutOff: why,
  lastChange: () => null,
  changes: () => [],
  lineChange: () => null,
});
