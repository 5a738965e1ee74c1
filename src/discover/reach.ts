/** The part of a tree that a change to a few paths can speak of: of ten thousand models, the few that it touches. */
export interface Reach {
  /** Folders with all beneath them. */
  readonly whole: ReadonlySet<string>;
  /** Folders of which only their own files are looked at; the root is one. */
  readonly passed: ReadonlySet<string>;
}

/** True where at least a folder's own files are looked at. */
export function isReached({ whole, passed }: Reach, folder: string): boolean {
  if (passed.has(folder)) return true;
  for (let at = folder; at !== ""; at = folderOf(at)) if (whole.has(at)) return true;
  return false;
}

/**
 * By folder, the names of what is looked at further in it, of those folders of which nothing more is: their files and
 * links, and some of their folders.
 */
export function namesPassed({ whole, passed }: Reach): (folder: string) => ReadonlySet<string> | null {
  const byFolder = new Map<string, Set<string>>();
  for (const path of [...whole, ...passed]) {
    if (path === "") continue;
    const folder = folderOf(path);
    byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(path.slice(path.lastIndexOf("/") + 1)));
  }
  const isWhole = (folder: string): boolean => whole.has(folder) || foldersAbove(folder).some((at) => whole.has(at));
  return (folder) => (isWhole(folder) ? null : (byFolder.get(folder) ?? new Set()));
}

/** The folder that holds a path; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** True for a folder or file itself and all beneath it; everything lies in the root. */
export const liesIn = (path: string, folder: string): boolean =>
  folder === "" || path === folder || path.startsWith(`${folder}/`);

/** The folders above a path, innermost first, without the root. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folderOf(path); at !== ""; at = folderOf(at)) folders.push(at);
  return folders;
}

/** The reach of folders that are looked at with all beneath them, and of others that are named like them. */
export const reachOf = (whole: ReadonlySet<string>, alike: readonly string[]): Reach => ({
  whole,
  passed: new Set(["", ...alike, ...[...whole, ...alike].flatMap(foldersAbove)]),
});
