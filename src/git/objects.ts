import type { Git } from "../model/world.js";

/** A file of a commit. */
export interface Blob {
  readonly path: string;
  readonly oid: string;
  readonly size: number;
  readonly kind: "file" | "link" | "other";
}

const decoder = new TextDecoder();

const kindByMode: Readonly<Record<string, Blob["kind"]>> = { "100644": "file", "100755": "file", "120000": "link" };

/**
 * Every file below a folder of a commit, in path order, paths relative to that folder; null where git fails.
 *
 * @param below relative to the top of the repository, without a slash at its end; empty is everything
 */
export function listBlobs(git: Git, commit: string, below: string): readonly Blob[] | null {
  const tree = below === "" ? `${commit}^{tree}` : `${commit}:${below}`;
  const output = git.run(["ls-tree", "-r", "-z", "-l", "--full-tree", tree]);
  if (output === null) return null;
  const blobs = decoder.decode(output).split("\0").flatMap(readEntry);
  return blobs.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `<mode> <type> <digest> <size>\t<path>`; another repository inside this one has no size and no content here. */
function readEntry(entry: string): readonly Blob[] {
  const match = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(entry);
  if (match === null) return [];
  const [, mode = "", , oid = "", size = "-", path = ""] = match;
  return [{ path, oid, size: Number(size === "-" ? 0 : size), kind: kindByMode[mode] ?? "other" }];
}

/** The contents of many objects with one run of git, by digest; what is not there is left out. */
export function readObjects(git: Git, oids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (oids.length === 0) return contents;
  const output = git.run(["cat-file", "--batch"], `${oids.join("\n")}\n`);
  if (output === null) return contents;
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [oid = "", kind, size] = decoder.decode(output.subarray(at, end)).split(" ");
    at = end + 1;
    if (kind === "missing" || size === undefined) continue;
    // A copy: a view would keep the whole output alive.
    contents.set(oid, output.slice(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
