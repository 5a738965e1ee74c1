import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Contents, FileSystem, Git } from "../model/world.js";
import { partsOf } from "../model/parts.js";
import { findCommit } from "./commit.js";
import { contentsAhead, type ObjectContents } from "./contents.js";
import { listing, type Blob, type Listing } from "./listing.js";
import type { ObjectFiles } from "./object-files.js";
import { listFiles } from "./objects.js";
import { nearListing, rootOf, storedContents } from "./near.js";

export type CommitTree =
  | { readonly kind: "tree"; readonly tree: FileSystem; readonly commit: string }
  | { readonly kind: "problem"; readonly problem: Problem };

export interface TreeRequest {
  readonly git: Git;
  /** A branch, a tag, or a digest. */
  readonly commit: string;
  /** Folder relative to the top of the repository that becomes the root; empty is everything. */
  readonly below: string;
  /** The repository's objects as its files hold them; absent or null asks git for all. */
  readonly objects?: ObjectFiles | null;
}

/** The files of a commit, read from git's objects: nothing is checked out. */
export function gitTree({ git, commit: ref, below, objects = null }: TreeRequest): CommitTree {
  const root = objects === null ? null : rootOf(objects, ref, below);
  if (objects !== null && root !== null) {
    const near = nearListing(objects, root, () => listAll(git, ref, below));
    const contents = storedContents(objects, contentsAhead(git, near));
    return { kind: "tree", tree: treeOf(ref, near, contents), commit: ref };
  }
  // A whole digest names itself; where there is no such commit, git is asked why.
  const whole = /^[0-9a-f]{40,64}$/.test(ref) ? listFiles(git, ref, below) : null;
  if (whole !== null) return { kind: "tree", tree: treeOf(ref, whole, contentsAhead(git, whole)), commit: ref };
  const found = findCommit(git, ref);
  if (found.kind === "problem") return found;
  const files = listFiles(git, found.sha, below);
  if (files !== null)
    return { kind: "tree", tree: treeOf(found.sha, files, contentsAhead(git, files)), commit: found.sha };
  // A folder that the commit does not have is an empty tree; anything else is a commit that cannot be read.
  if (below !== "" && listFiles(git, found.sha, "") !== null) {
    const none = listing(new Uint8Array());
    return { kind: "tree", tree: treeOf(found.sha, none, contentsAhead(git, none)), commit: found.sha };
  }
  return { kind: "problem", problem: unreadable(found.sha) };
}

const unreadable = (sha: string): Problem =>
  problemAt(
    "git",
    `the files of commit ${sha} cannot be read`,
    "set `fetch-depth: 0` on actions/checkout, without a filter",
  );

/** Every file of a commit that is there. @throws UsageError where git cannot list them: none must not look like no file */
function listAll(git: Git, sha: string, below: string): Listing {
  const files = listFiles(git, sha, below);
  if (files === null) throw new UsageError([unreadable(sha)]);
  return files;
}

const mostLinksFollowed = 40;

type Place =
  | { readonly kind: "blob"; readonly blob: Blob }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly why: string };

/** Git gives an object whole or not at all. */
const largestHead = 64 * 1_048_576;

function treeOf(sha: string, files: Listing, contents: ObjectContents): FileSystem {
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
      const link = files.linkAt([...here, segment].join("/"));
      if (link === null) {
        here = [...here, segment];
        continue;
      }
      followed += 1;
      if (followed > mostLinksFollowed) return { kind: "refused", why: "it is a link that leads back to itself" };
      const target = new TextDecoder().decode(contents.bytes(link) ?? new Uint8Array());
      if (target.startsWith("/")) return { kind: "refused", why: "it is a link out of the checked tree" };
      rest = [...target.split("/").filter((part) => part !== "" && part !== "."), ...rest];
    }
    const resolved = here.join("/");
    const blob = files.at(resolved);
    if (blob !== null) return { kind: "blob", blob };
    return files.hasFolder(resolved) ? { kind: "folder", path: resolved } : { kind: "missing" };
  };

  const read = (path: string, limit: number): Contents => {
    const at = place(path);
    if (at.kind === "missing" || at.kind === "refused") return at;
    if (at.kind === "folder") return { kind: "refused", why: "it is no regular file" };
    if (at.blob.kind !== "file") return { kind: "refused", why: "it is another repository" };
    const atHand = contents.atHand?.(at.blob, limit) ?? null;
    if (atHand !== null) return { kind: "bytes", bytes: atHand };
    const size = contents.size(at.blob);
    if (size !== null && size > limit) return { kind: "too-large", size };
    const bytes = size === null ? null : contents.bytes(at.blob);
    return bytes === null ? { kind: "refused", why: "git could not give its content" } : { kind: "bytes", bytes };
  };

  return {
    label: `commit ${sha.slice(0, 12)}`,
    list(folder, wanted) {
      const at = place(folder);
      return at.kind === "folder" ? files.entries(at.path, wanted) : [];
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
    blobId(path) {
      const at = place(path);
      return at.kind === "blob" && at.blob.kind === "file" ? at.blob.oid : null;
    },
    expect: contents.expect,
    foldersCalled: files.foldersCalled,
  };
}
