import type { Contents, FileSystem } from "../model/world.js";
import { FileOfTree } from "./file-of-tree.js";
import { LargeTable } from "./large-table.js";
import { headBytes } from "./large-table-head.js";
import { LARGE_TABLE, type Limits } from "./limits.js";
import { MODEL_HEAD_BYTES } from "./model-content.js";
import type { OpenedFile } from "./opened-file.js";
import type { Parsers } from "./parsers.js";
import { extensionOf, isModelFile } from "./syntax.js";

export interface Reader {
  /** A file of the tree; null where there is none. */
  open(path: string): OpenedFile | null;
  /** Lets go of the files that were opened: of all, or of these. */
  forget(paths?: readonly string[]): void;
  /** What else was looked at to find what a file says, so far: files, and folders with a slash at their end. */
  lookedAt(path: string): ReadonlySet<string>;
  /** The names in a folder. */
  names(folder: string): readonly string[];
}

const none: ReadonlySet<string> = new Set();

/** Opens files of a tree as evidence: within limits, decoded, parsed when first looked at. */
export function createReader(tree: FileSystem, parsers: Parsers, limits: Limits): Reader {
  const opened = new Map<string, OpenedFile | null>();
  const looked = new Map<string, Set<string>>();
  const looksFrom = (from: string) => (path: string) => {
    const known = looked.get(from);
    if (known === undefined) looked.set(from, new Set([path]));
    else known.add(path);
  };
  const contentsOf = (path: string): Contents => {
    const head = isModelFile(path) ? tree.head(path, MODEL_HEAD_BYTES) : null;
    if (head !== null) return { kind: "bytes", bytes: head };
    return tree.read(path, isTabular(path) ? LARGE_TABLE : limits.fileBytes);
  };
  const open = (path: string): OpenedFile | null => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const contents = contentsOf(path);
    const file =
      contents.kind === "missing"
        ? null
        : contents.kind === "too-large" && contents.size <= limits.tableBytes && isTabular(path)
          ? openLarge(path, contents.size)
          : fileOf(path, contents);
    opened.set(path, file);
    return file;
  };
  const fileOf = (path: string, contents: Exclude<Contents, { kind: "missing" }>): OpenedFile =>
    new FileOfTree(path, contents, tree, open, parsers, limits, looksFrom(path));
  const openLarge = (path: string, size: number): OpenedFile => {
    const parts = tree.parts(path);
    const bytes = parts === null ? null : headBytes(parts, extensionOf(path) === "parquet");
    parts?.close();
    if (bytes === null) return fileOf(path, { kind: "refused", why: "it cannot be read" });
    return new LargeTable({
      size,
      head: fileOf(path, { kind: "bytes", bytes }),
      parsers,
      openParts: () => tree.parts(path),
      openWhole: () => {
        const contents = tree.read(path, limits.fileBytes);
        return fileOf(path, contents.kind === "missing" ? { kind: "refused", why: "it is gone" } : contents);
      },
    });
  };
  return {
    open,
    forget(paths) {
      if (paths === undefined) opened.clear();
      else for (const path of paths) opened.delete(path);
    },
    lookedAt: (path) => looked.get(path) ?? none,
    names: (folder) => tree.list(folder).map(({ name }) => name),
  };
}

/** Tables are read part by part, and may be larger than what is held as text. */
const isTabular = (path: string): boolean => ["csv", "tsv", "parquet"].includes(extensionOf(path));
