import type { ChangedPath } from "../git/changes.js";
import { nameOfObject } from "../git/object-files.js";
import type { FileSystem } from "../model/world.js";

/** Of more files than these git is asked by whoever adds them. */
const MOST_FILES = 2_000;
/** Larger files are not compared. */
const LARGEST = 16 * 1_048_576;

/**
 * Changes in which files that are gone and lie elsewhere now, unknown to git and with the same bytes, are told as moved:
 * what git tells itself once they are added.
 *
 * @param fresh those of the changes that git does not know yet
 * @param before where the change began; its paths, like all others, are relative to the top
 * @param now the working tree
 */
export function withMoves(
  changes: readonly ChangedPath[],
  fresh: readonly ChangedPath[],
  before: FileSystem,
  now: FileSystem,
): readonly ChangedPath[] {
  const gone = changes.filter(({ kind }) => kind === "removed");
  if (gone.length === 0 || fresh.length === 0 || gone.length > MOST_FILES || fresh.length > MOST_FILES) return changes;
  const byName = new Map<string, string[]>();
  for (const { path } of gone) {
    const name = before.blobId?.(path) ?? null;
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const digits = [...byName.keys()][0]?.length ?? 0;
  const moved = new Map<string, string>();
  for (const { path } of byName.size === 0 ? [] : fresh) {
    const found = now.read(path, LARGEST);
    const froms = found.kind === "bytes" ? byName.get(nameOfObject("blob", found.bytes, digits)) : undefined;
    const from = froms?.find((one) => lastSegment(one) === lastSegment(path)) ?? froms?.[0];
    if (froms === undefined || from === undefined) continue;
    moved.set(path, from);
    froms.splice(froms.indexOf(from), 1);
  }
  const left = new Set(moved.values());
  return changes.flatMap((change) => {
    if (change.kind === "removed" && left.has(change.path)) return [];
    const from = change.kind === "added" ? moved.get(change.path) : undefined;
    return from === undefined ? [change] : [{ kind: "renamed", path: change.path, from }];
  });
}

const lastSegment = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
