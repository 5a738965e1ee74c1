import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { withMoves } from "../../src/change/moved.js";
import type { ChangedPath } from "../../src/git/changes.js";
import type { FileSystem } from "../../src/model/world.js";
import { memory } from "../../src/world/memory.js";

/** As git names a file: `printf 'blob <bytes>\0<content>' | sha1sum`. */
const nameOf = (content: string): string =>
  createHash("sha1")
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest("hex");

function commitOf(files: Readonly<Record<string, string>>): FileSystem {
  return { ...memory(files), blobId: (path) => (files[path] === undefined ? null : nameOf(files[path])) };
}

const removed = (path: string): ChangedPath => ({ kind: "removed", path, from: null });
const added = (path: string): ChangedPath => ({ kind: "added", path, from: null });
const renamed = (from: string, path: string): ChangedPath => ({ kind: "renamed", path, from });

describe("files that git was not told to have moved", () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly ChangedPath[]]>([
    ["the same bytes elsewhere", { "a/x.json": "1" }, { "b/x.json": "1" }, [renamed("a/x.json", "b/x.json")]],
    ["other bytes", { "a/x.json": "1" }, { "b/x.json": "2" }, [added("b/x.json"), removed("a/x.json")]],
    [
      "of several that are alike, the one of the same name",
      { "a/x.json": "1", "a/y.json": "1" },
      { "b/y.json": "1" },
      [removed("a/x.json"), renamed("a/y.json", "b/y.json")],
    ],
    [
      "each from another, where all are alike",
      { "a/x.json": "{}", "a/y.json": "{}" },
      { "b/1.json": "{}", "b/2.json": "{}", "b/3.json": "{}" },
      [added("b/3.json"), renamed("a/x.json", "b/1.json"), renamed("a/y.json", "b/2.json")],
    ],
  ])("%s", (_, before, now, expected) => {
    const fresh = Object.keys(now).map(added);
    const told = withMoves([...Object.keys(before).map(removed), ...fresh], fresh, commitOf(before), memory(now));
    const inOrder = [...told].sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(inOrder).toEqual([...expected].sort((a, b) => (a.path < b.path ? -1 : 1)));
  });

  test("what git knows to be new has not moved", () => {
    const changes = [removed("a/x.json"), added("b/x.json")];
    expect(withMoves(changes, [], commitOf({ "a/x.json": "1" }), memory({ "b/x.json": "1" }))).toEqual(changes);
  });
});
