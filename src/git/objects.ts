import type { Git } from "../model/world.js";
import { listing, type Listing } from "./listing.js";

const decoder = new TextDecoder();

/**
 * Every file below a folder of a commit, paths relative to that folder; null where git fails.
 *
 * @param below relative to the top of the repository, without a slash at its end; empty is everything
 */
export function listFiles(git: Git, commit: string, below: string): Listing | null {
  const tree = below === "" ? `${commit}^{tree}` : `${commit}:${below}`;
  const output = git.run(["ls-tree", "-r", "-z", "--full-tree", tree]);
  return output === null ? null : listing(output);
}

/** The sizes of many objects in bytes with one run of git, by digest; what is not there is left out. */
export function sizesOf(git: Git, oids: readonly string[]): ReadonlyMap<string, number> {
  if (oids.length === 0) return new Map();
  const output = git.run(["cat-file", "--batch-check"], `${oids.join("\n")}\n`);
  const lines = decoder.decode(output ?? new Uint8Array()).split("\n");
  return new Map(
    lines.flatMap((line) => {
      const [oid = "", , size] = line.split(" ");
      return size === undefined ? [] : [[oid, Number(size)] as const];
    }),
  );
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
