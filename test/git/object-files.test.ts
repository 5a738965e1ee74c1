import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromDelta } from "../../src/git/delta.js";
import { foldersCalled, foldersOf } from "../../src/git/folders.js";
import { objectFiles, type ObjectFiles } from "../../src/git/object-files.js";
import { gitIn } from "../../src/git/run.js";
import { gitTree } from "../../src/git/tree.js";
import { UsageError } from "../../src/model/problem.js";
import type { Entry, FileSystem, Git, Wanting } from "../../src/model/world.js";
import { disk } from "../../src/world/disk.js";
import { createRepository, type Content, type Repository } from "./repository.js";

const gitOf = (folder: string): Git => gitIn({ folder, environment: process.env, trusted: false });
const objectsOf = ({ folder }: Repository): ObjectFiles => objectFiles(disk(join(folder, ".git", "objects")));

function treeOf(git: Git, commit: string, objects: ObjectFiles | null, below = ""): FileSystem {
  const found = gitTree({ git, commit, below, objects });
  if (found.kind === "problem") throw new Error(found.problem.message);
  return found.tree;
}

/** Everything that a tree tells, folder by folder. */
function toldBy(tree: FileSystem, folder = ""): readonly string[] {
  return tree.list(folder).flatMap(({ name, kind }) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    const contents = tree.read(path, 200_000);
    const told = contents.kind === "bytes" ? Buffer.from(contents.bytes).toString("base64") : JSON.stringify(contents);
    return [`${path} ${kind} ${tree.blobId?.(path) ?? ""} ${told}`, ...(kind === "folder" ? toldBy(tree, path) : [])];
  });
}

const text = Array.from({ length: 400 }, (_, line) => `line ${line} of a file that changes a little`);
const files: Readonly<Record<string, Content>> = {
  "models/a/metrics.json": '{"auc": 0.9}',
  "models/a/log.txt": text.join("\n"),
  "models/b/empty.csv": "",
  "models/b/large.csv": "x".repeat(300_000),
  "models/ünï code.json": "{}",
  "models.json": "beside the folder",
  "models-x/y": "between them, in git's order",
  "link.json": { link: "models/a/metrics.json" },
  "folder-link": { link: "models/a" },
  "out.json": { link: "../outside.json" },
};

/** Ways in which git keeps objects, each of which it may choose by itself. */
const keptBy: readonly [string, readonly (readonly string[])[]][] = [
  ["files of their own", []],
  ["a pack, differences by place", [["repack", "-adfq", "--depth=50"]]],
  ["a pack, differences by name", [["-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq"]]],
  ["a pack with an index of all packs", [["repack", "-adfq", "--write-midx"]]],
];

/** Every folder of a tree, with those of its entries that are wanted, as `list` gives them. */
function listedIn(
  tree: FileSystem,
  list: (folder: string) => readonly Entry[],
  folder = "",
): readonly (readonly [string, readonly Entry[]])[] {
  const below = tree.list(folder).filter(({ kind }) => kind === "folder");
  const inFolders = below.flatMap(({ name }) => listedIn(tree, list, folder === "" ? name : `${folder}/${name}`));
  return [[folder, list(folder)], ...inFolders];
}

describe.each(["sha1", "sha256"])("objects named by %s", (format) => {
  describe.each(keptBy)("kept in %s", (_, commands) => {
    let repository: Repository;
    const commits: string[] = [];

    beforeAll(() => {
      repository = createRepository();
      rmSync(join(repository.folder, ".git"), { recursive: true });
      repository.git("init", "-q", "-b", "main", `--object-format=${format}`);
      commits.push(repository.commit(files));
      for (let change = 1; change < 6; change++) {
        const changed = text.map((line, at) => (at % 6 === change ? `${line}, ${change}` : line));
        commits.push(repository.commit({ "models/a/log.txt": changed.join("\n") }));
      }
      for (const command of commands) repository.git(...command);
    });
    afterAll(() => {
      repository.remove();
    });

    test("are read as git reads them, of every commit, and git is not asked", () => {
      const git = gitOf(repository.folder);
      const objects = objectsOf(repository);
      const unasked: Git = { run: () => null };
      for (const commit of commits)
        expect(toldBy(treeOf(unasked, commit, objects))).toEqual(toldBy(treeOf(git, commit, null)));
      expect(toldBy(treeOf(unasked, commits[3] ?? "", objects, "models"))).toEqual(
        toldBy(treeOf(git, commits[3] ?? "", null, "models")),
      );
    });

    test.each<[string, Wanting]>([
      ["files that are", (_name, kind) => kind === "file"],
      ["names that begin so", (name) => name.startsWith("models")],
      ["nothing that is", () => false],
    ])("of a folder %s wanted are listed, and no others", (_, wanted) => {
      const tree = treeOf({ run: () => null }, commits[0] ?? "", objectsOf(repository));
      const all = (folder: string): readonly Entry[] =>
        tree.list(folder).filter(({ name, kind }) => wanted(name, kind));
      expect(listedIn(tree, (folder) => tree.list(folder, wanted))).toEqual(listedIn(tree, all));
    });

    test("some are differences, where they are packed", () => {
      const pack = readdirSync(join(repository.folder, ".git", "objects", "pack")).find((name) =>
        name.endsWith(".idx"),
      );
      if (commands.length === 0) return expect(pack).toBeUndefined();
      const listed = repository.git("verify-pack", "-v", join(".git", "objects", "pack", pack ?? ""));
      expect(listed).toMatch(/chain length = [2-9]/);
    });

    test("an object that is not there is not told", () => {
      expect(objectsOf(repository).read("0".repeat(format === "sha1" ? 40 : 64))).toBeNull();
      expect(objectsOf(repository).size("0".repeat(format === "sha1" ? 40 : 64))).toBeNull();
    });
  });
});

describe("what the files do not tell, git is asked for", () => {
  let repository: Repository;
  let commit: string;
  beforeAll(() => {
    repository = createRepository();
    commit = repository.commit(files);
    repository.git("repack", "-adfq");
  });
  afterAll(() => {
    repository.remove();
  });

  const untold: readonly [string, () => { readonly git: Git; readonly objects: ObjectFiles }][] = [
    [
      "of a clone that borrows its objects",
      () => {
        repository.git("clone", "-q", "--shared", ".", "borrowing");
        const folder = join(repository.folder, "borrowing");
        return { git: gitOf(folder), objects: objectsOf({ ...repository, folder }) };
      },
    ],
    [
      "of a pack whose index is of another version",
      () => {
        repository.git("clone", "-q", "--no-local", ".", "old");
        const folder = join(repository.folder, "old");
        const packs = join(folder, ".git", "objects", "pack");
        const pack = readdirSync(packs).find((name) => name.endsWith(".pack")) ?? "";
        rmSync(join(packs, pack.replace(/pack$/, "idx")));
        repository.git("index-pack", "--index-version=1", join(packs, pack));
        return { git: gitOf(folder), objects: objectsOf({ ...repository, folder }) };
      },
    ],
  ];

  test.each(untold)("%s", (_, place) => {
    const { git, objects } = place();
    expect(objects.read(commit)).toBeNull();
    expect(toldBy(treeOf(git, commit, objects))).toEqual(toldBy(treeOf(gitOf(repository.folder), commit, null)));
  });

  test("and of many folders git's own list is searched", () => {
    const many = createRepository();
    const all = Array.from({ length: 450 }, (_, at): [string, string] => [`m/${at}/a.json`, String(at)]);
    const made = many.commit(Object.fromEntries(all));
    const told = toldBy(treeOf(gitOf(many.folder), made, objectsOf(many)));
    expect(told).toHaveLength(1 + 2 * 450);
    expect(told).toEqual(toldBy(treeOf(gitOf(many.folder), made, null)));
    many.remove();
  });
});

/** What is told without git; nothing where that is refused as a whole. */
function toldOf(commit: string, objects: ObjectFiles): readonly string[] {
  try {
    return toldBy(treeOf({ run: () => null }, commit, objects));
  } catch (error) {
    if (error instanceof UsageError || (error instanceof Error && error.message.includes("no git repository")))
      return [];
    throw error;
  }
}

describe("a file that is damaged", () => {
  test.each([8, 40, 1000])("is never read as something else, whatever byte beyond %i is changed", (from) => {
    const repository = createRepository();
    const commit = repository.commit(files);
    repository.git("repack", "-adfq");
    const packs = join(repository.folder, ".git", "objects", "pack");
    const whole = toldBy(treeOf(gitOf(repository.folder), commit, null));
    for (const ending of [".pack", ".idx"]) {
      const path = join(packs, readdirSync(packs).find((name) => name.endsWith(ending)) ?? "");
      const sound = readFileSync(path);
      chmodSync(path, 0o644);
      for (let at = from; at < Math.min(from + 30, sound.length); at++) {
        const damaged = Buffer.from(sound);
        damaged[at] = (damaged[at] ?? 0) ^ 0x55;
        writeFileSync(path, damaged);
        const others = toldOf(commit, objectsOf(repository)).filter((line) => !whole.includes(line));
        expect(others.filter((line) => !line.includes("git could not give its content"))).toEqual([]);
      }
      writeFileSync(path, sound);
    }
    repository.remove();
  });

  test("an object that is not what its name says is not believed", () => {
    const repository = createRepository();
    repository.commit({ "a.json": "1", "b.json": "2" });
    const [one = "", other = ""] = ["a.json", "b.json"].map((path) => repository.git("rev-parse", `HEAD:${path}`));
    const fileOf = (oid: string): string => join(repository.folder, ".git", "objects", oid.slice(0, 2), oid.slice(2));
    expect(existsSync(fileOf(one))).toBe(true);
    rmSync(fileOf(one));
    writeFileSync(fileOf(one), readFileSync(fileOf(other)));
    expect(objectsOf(repository).read(one)).toBeNull();
    expect(objectsOf(repository).read(other)?.kind).toBe("blob");
    repository.remove();
  });
});

describe("a difference", () => {
  test.each<[string, readonly number[], string | null]>([
    ["copies and inserts", [10, 8, 0x91, 6, 4, 4, 0x2d, 0x2d, 0x2d, 0x21], "6789---!"],
    ["copies 65,536 bytes where it names no length, which are not there", [10, 8, 0x80], null],
    ["made from something of another length", [9, 1, 1, 0x61], null],
    ["that gives fewer bytes than it says", [10, 2, 1, 0x61], null],
    ["that gives more bytes than it says", [10, 1, 2, 0x61, 0x61], null],
    ["that is cut short", [10, 3, 3, 0x61], null],
    ["that is reserved for later", [10, 1, 0], null],
    ["larger than is held", [10, 0xff, 0x7f], null],
    ["without an end to its size", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1], null],
  ])("%s", (_, delta, made) => {
    const result = fromDelta(Buffer.from("0123456789"), Uint8Array.from(delta), 100);
    expect(result === null ? null : Buffer.from(result).toString()).toBe(made);
  });

  test("of any bytes throws nothing and gives no more than was allowed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (base, rest) => {
        const made = fromDelta(base, Uint8Array.from([base.length, ...rest]), 50);
        expect(made === null || made.length <= 50).toBe(true);
      }),
    );
  });
});

describe("folders by their last segment", () => {
  test("are found in all of a commit, below the folder that is the root", () => {
    const repository = createRepository();
    const commit = repository.commit({ "a/v1/x": "", "b/a/v1/x": "", "b/xv1/x": "", "v1/x": "", "b/v1x/v": "" });
    const output = gitOf(repository.folder).run(foldersOf(commit)) ?? new Uint8Array();
    expect(foldersCalled(output, ["v1"], "")).toEqual(["a/v1", "b/a/v1", "v1"]);
    expect(foldersCalled(output, ["v1", "a"], "b")).toEqual(["a", "a/v1"]);
    expect(foldersCalled(output, ["x"], "")).toEqual([]);
    const git = gitOf(repository.folder);
    for (const names of [["v1"], ["a", "b"], ["x"]])
      expect(foldersCalled(output, names, "")).toEqual(treeOf(git, commit, null).foldersCalled?.(names));
    repository.remove();
  });
});
