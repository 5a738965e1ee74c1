import type { Contents, Entry, FileSystem } from "../model/world.js";

/** A folder outside of a tree, seen as if it lay at a place in it. */
export interface Mounted {
  readonly tree: FileSystem;
  /** Folder of the tree at which its root stands; empty is the tree's own root. */
  readonly at: string;
}

/** The files of what is mounted, as paths of the tree that it is mounted into, in path order. */
export function filesOf({ tree, at }: Mounted): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const { name, kind } of tree.list(folder)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "folder") visit(path);
      else found.push(inTree(at, path));
    }
  };
  visit("");
  return found.sort();
}

/** Files that stand twice, in the tree or in two of the folders: which of them is meant cannot be told. */
export function shadowed(tree: FileSystem, mounted: readonly Mounted[]): readonly string[] {
  const all = mounted.flatMap(filesOf);
  return all.filter((path, index) => all.indexOf(path) !== index || tree.head(path, 0) !== null);
}

/** A tree together with folders from elsewhere; what the tree has itself comes first. */
export function joined(tree: FileSystem, mounted: readonly Mounted[]): FileSystem {
  const reading = <T>(path: string, ask: (from: FileSystem, path: string) => T, isThere: (answer: T) => boolean): T => {
    const own = ask(tree, path);
    if (isThere(own)) return own;
    for (const one of mounted) {
      const inside = insideOf(one.at, path);
      if (inside === null) continue;
      const answer = ask(one.tree, inside);
      if (isThere(answer)) return answer;
    }
    return own;
  };
  return {
    label: tree.label,
    list(folder, wanted) {
      const entries = new Map<string, Entry>();
      for (const one of mounted) {
        const inside = insideOf(one.at, folder);
        if (inside !== null) for (const entry of one.tree.list(inside, wanted)) entries.set(entry.name, entry);
        const next = stepTowards(one.at, folder);
        if (next !== null && !entries.has(next)) entries.set(next, { name: next, kind: "folder" });
      }
      for (const entry of tree.list(folder, wanted)) entries.set(entry.name, entry);
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    read: (path, limit): Contents =>
      reading(
        path,
        (from, at) => from.read(at, limit),
        ({ kind }) => kind !== "missing",
      ),
    head: (path, length) =>
      reading(
        path,
        (from, at) => from.head(at, length),
        (answer) => answer !== null,
      ),
    parts: (path) =>
      reading(
        path,
        (from, at) => from.parts(at),
        (answer) => answer !== null,
      ),
  };
}

/** A tree as if folders of it were not there. @param folders paths of the tree, none of them its root */
export function without(tree: FileSystem, folders: readonly string[]): FileSystem {
  if (folders.length === 0) return tree;
  const isHidden = (path: string): boolean => folders.some((folder) => insideOf(folder, path) !== null);
  return {
    label: tree.label,
    list: (folder, wanted) =>
      isHidden(folder)
        ? []
        : tree.list(folder, wanted).filter(({ name }) => !isHidden(folder === "" ? name : `${folder}/${name}`)),
    read: (path, limit) => (isHidden(path) ? { kind: "missing" } : tree.read(path, limit)),
    head: (path, length) => (isHidden(path) ? null : tree.head(path, length)),
    parts: (path) => (isHidden(path) ? null : tree.parts(path)),
  };
}

const inTree = (at: string, path: string): string => (at === "" ? path : `${at}/${path}`);

/** A path of the tree as a path of what stands at `at`; null where it is not beneath it. */
function insideOf(at: string, path: string): string | null {
  if (at === "" || path === at) return at === "" ? path : "";
  return path.startsWith(`${at}/`) ? path.slice(at.length + 1) : null;
}

/** The next folder on the way from a folder down to `at`; null where `at` does not lie beneath it. */
function stepTowards(at: string, folder: string): string | null {
  if (at === "" || folder === at) return null;
  if (folder !== "" && !at.startsWith(`${folder}/`)) return null;
  return at.slice(folder === "" ? 0 : folder.length + 1).split("/")[0] ?? null;
}
