import { problemAt, type Problem } from "../model/problem.js";
import type { Contents, Entry, FileSystem, Git } from "../model/world.js";
import { partsOf } from "../model/parts.js";
import { mayHoldEvidence } from "../read/syntax.js";
import { findCommit } from "./commit.js";
import { listBlobs, readObjects, type Blob } from "./objects.js";

export type CommitTree =
  | { readonly kind: "tree"; readonly tree: FileSystem; readonly commit: string }
  | { readonly kind: "problem"; readonly problem: Problem };

export interface TreeRequest {
  readonly git: Git;
  /** A branch, a tag, or a digest. */
  readonly commit: string;
  /** Folder relative to the top of the repository that becomes the root; empty is everything. */
  readonly below: string;
}

/** The files of a commit, read from git's objects: nothing is checked out. */
export function gitTree({ git, commit: ref, below }: TreeRequest): CommitTree {
  const found = findCommit(git, ref);
  if (found.kind === "problem") return found;
  const blobs = listBlobs(git, found.sha, below);
  if (blobs !== null) return { kind: "tree", tree: treeOf(git, found.sha, blobs), commit: found.sha };
  // A folder that the commit does not have is an empty tree; anything else is a commit that cannot be read.
  if (below !== "" && listBlobs(git, found.sha, "") !== null) {
    return { kind: "tree", tree: treeOf(git, found.sha, []), commit: found.sha };
  }
  const message = `the files of commit ${found.sha} cannot be read`;
  return {
    kind: "problem",
    problem: problemAt("git", message, "set `fetch-depth: 0` on actions/checkout, without a filter"),
  };
}

const mostLinksFollowed = 40;

type Place =
  | { readonly kind: "blob"; readonly blob: Blob }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly why: string };

function treeOf(git: Git, sha: string, blobs: readonly Blob[]): FileSystem {
  const byPath = new Map(blobs.map((blob) => [blob.path, blob]));
  const folders = foldersOf(blobs);
  const contents = contentsAhead(git, blobs);

  /** Follows the links in every segment of a path, never out of the tree. */
  const place = (path: string): Place => {
    let rest = path.split("/").filter((segment) => segment !== "" && segment !== ".");
    let here: readonly string[] = [];
    let followed = 0;
    while (rest.length > 0) {
      const [segment = "", ...further] = rest;
      rest = further;
      if (segment === "..") {
        if (here.length === 0) return { kind: "refused", why: "it is a link out of the checked tree" };
        here = here.slice(0, -1);
        continue;
      }
      const blob = byPath.get([...here, segment].join("/"));
      if (blob?.kind !== "link") {
        here = [...here, segment];
        continue;
      }
      followed += 1;
      if (followed > mostLinksFollowed) return { kind: "refused", why: "it is a link that leads back to itself" };
      const target = new TextDecoder().decode(contents(blob) ?? new Uint8Array());
      if (target.startsWith("/")) return { kind: "refused", why: "it is a link out of the checked tree" };
      rest = [...target.split("/").filter((part) => part !== "" && part !== "."), ...rest];
    }
    const resolved = here.join("/");
    const blob = byPath.get(resolved);
    if (blob !== undefined) return { kind: "blob", blob };
    return folders.has(resolved) ? { kind: "folder", path: resolved } : { kind: "missing" };
  };

  const read = (path: string, limit: number): Contents => {
    const at = place(path);
    if (at.kind === "missing" || at.kind === "refused") return at;
    if (at.kind === "folder") return { kind: "refused", why: "it is no regular file" };
    if (at.blob.kind !== "file") return { kind: "refused", why: "it is another repository" };
    if (at.blob.size > limit) return { kind: "too-large", size: at.blob.size };
    const bytes = contents(at.blob);
    return bytes === null ? { kind: "refused", why: "git could not give its content" } : { kind: "bytes", bytes };
  };

  return {
    label: `commit ${sha.slice(0, 12)}`,
    list(folder) {
      const at = place(folder);
      return at.kind === "folder" ? (folders.get(at.path) ?? []) : [];
    },
    read,
    head(path, length) {
      const found = read(path, largestHead);
      return found.kind === "bytes" ? found.bytes.subarray(0, length) : null;
    },
    parts(path) {
      const found = read(path, Number.POSITIVE_INFINITY);
      return found.kind === "bytes" ? partsOf(found.bytes) : null;
    },
  };
}

function foldersOf(blobs: readonly Blob[]): ReadonlyMap<string, readonly Entry[]> {
  const folders = new Map<string, Map<string, Entry>>([["", new Map()]]);
  for (const { path, kind } of blobs) {
    const segments = path.split("/");
    let folder = "";
    for (const [index, name] of segments.entries()) {
      const last = index === segments.length - 1;
      folders.get(folder)?.set(name, { name, kind: last ? kind : "folder" });
      folder = folder === "" ? name : `${folder}/${name}`;
      if (!last && !folders.has(folder)) folders.set(folder, new Map());
    }
  }
  return new Map([...folders].map(([folder, entries]) => [folder, inNameOrder([...entries.values()])]));
}

const inNameOrder = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

const aheadFiles = 512;
const aheadBytes = 16 * 1_048_576;
const smallFile = 1_048_576;
/** Git gives an object whole or not at all. */
const largestHead = 64 * 1_048_576;

/**
 * Contents by file. A run of git costs more than the reading, and trees are read in path order: with the file asked
 * for come those after it that may hold evidence, within bounds of memory.
 */
function contentsAhead(git: Git, blobs: readonly Blob[]): (blob: Blob) => Uint8Array | null {
  const order = new Map(blobs.map((blob, index) => [blob.path, index]));
  let held: ReadonlyMap<string, Uint8Array> = new Map();
  return (blob) => {
    const known = held.get(blob.oid);
    if (known !== undefined) return known;
    const ahead = [blob.oid];
    let bytes = blob.size;
    const start = (order.get(blob.path) ?? blobs.length) + 1;
    for (let index = start; index < blobs.length && ahead.length < aheadFiles; index++) {
      const next = blobs[index];
      if (next === undefined || next.kind === "other" || next.size > smallFile || !mayHoldEvidence(next.path)) continue;
      if (bytes + next.size > aheadBytes) break;
      bytes += next.size;
      ahead.push(next.oid);
    }
    held = readObjects(git, [...new Set(ahead)]);
    return held.get(blob.oid) ?? null;
  };
}
