import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, parse, relative, sep } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { disk } from "../../src/world/disk.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "referee-disk-"));
  mkdirSync(join(folder, "tree"));
  writeFileSync(join(folder, "outside.json"), "1");
  writeFileSync(join(folder, "tree/inside.json"), "2");
  symlinkSync("inside.json", join(folder, "tree/near.json"));
  symlinkSync("../outside.json", join(folder, "tree/far.json"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["inside.json", "bytes"],
  ["near.json", "bytes"],
  ["far.json", "refused"],
])("of a tree, %s is read as %s", (name, kind) => {
  expect(disk(join(folder, "tree")).read(name, 100).kind).toBe(kind);
});

test("everything lies below the root of the file system", () => {
  const { root } = parse(folder);
  const path = relative(root, join(folder, "outside.json")).split(sep).join("/");
  expect(disk(root).read(path, 100).kind).toBe("bytes");
});

test("of a folder that is listed in part, what was left out is no way out of the tree", () => {
  mkdirSync(join(folder, "tree/models"));
  mkdirSync(join(folder, "beside"));
  writeFileSync(join(folder, "beside/secret.json"), "3");
  symlinkSync("../../outside.json", join(folder, "tree/models/far.json"));
  symlinkSync("../../beside", join(folder, "tree/models/beside"));
  writeFileSync(join(folder, "tree/models/a.json"), "4");
  const tree = disk(join(folder, "tree"));
  tree.list("");
  expect(tree.list("models", (name) => name === "a.json")).toEqual([{ name: "a.json", kind: "file" }]);
  expect(tree.read("models/a.json", 100).kind).toBe("bytes");
  expect(tree.read("models/far.json", 100).kind).toBe("refused");
  expect(tree.list("models/beside").length > 0 && tree.read("models/beside/secret.json", 100).kind).toBe("refused");
});
