import type {
  ColumnarTable,
  DelimitedTable,
  EvidenceFile,
  MarkdownBody,
  Syntax,
  Value,
  XmlElement,
} from "../model/adapter.js";
import { partsOf } from "../model/parts.js";
import type { Contents, FileSystem, Parts } from "../model/world.js";
import { sha256Digest } from "../model/sha256.js";
import { digestOfParts } from "./digest.js";
import { fault, type Fault } from "./fault.js";
import { splitFrontMatter } from "./front-matter.js";
import { parseJson } from "./json.js";
import { looksLikeLines } from "./json-lines.js";
import { LARGE_TABLE, LargeTable } from "./large-table.js";
import { headBytes } from "./large-table-head.js";
import type { Limits } from "./limits.js";
import type { Parsers } from "./parsers.js";
import { MODEL_HEAD_BYTES } from "./model-content.js";
import { extensionOf, isModelFile, syntaxOf } from "./syntax.js";
import { textOf, type TextOfFile } from "./text-of.js";
import { parseXml } from "./xml.js";
import { documentStarts } from "./yaml-starts.js";
import { parseYamlStream } from "./yaml.js";

/** An evidence file together with what was wrong with it. */
export interface OpenedFile extends EvidenceFile {
  /** Complete once every view that an adapter needs has been looked at. */
  readonly faults: readonly Fault[];
  /** Line of the first line of the front matter's YAML; 1 elsewhere. */
  readonly valueLine: number;
  /** The text that `value` was parsed from. */
  readonly valueText: string;
  /** Its bytes part by part, to be closed; null where it can no longer be read. */
  parts(): Parts | null;
  /** With all of its text, where a large table was opened by its first rows; itself otherwise. */
  whole(): OpenedFile;
}

export interface Reader {
  /** A file of the tree; null where there is none. */
  open(path: string): OpenedFile | null;
  /** Lets go of the files that were opened: of all, or of these. */
  forget(paths?: readonly string[]): void;
}

interface Line {
  readonly value: Value;
  readonly line: number;
}

const nothing = new Uint8Array();
const unread: TextOfFile = { text: "", fault: null };

/** Opens files of a tree as evidence: within limits, decoded, parsed when first looked at. */
export function createReader(tree: FileSystem, parsers: Parsers, limits: Limits): Reader {
  const opened = new Map<string, OpenedFile | null>();
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
    new FileOfTree(path, contents, tree, open, parsers, limits);
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
  };
}

/** Tables are read part by part, and may be larger than what is held as text. */
const isTabular = (path: string): boolean => ["csv", "tsv", "parquet"].includes(extensionOf(path));

class FileOfTree implements OpenedFile {
  readonly extent = undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly size: number;
  readonly #faults: Fault[] = [];
  #syntax: Syntax;
  #digest: string | undefined;
  #segments: readonly string[] | undefined;
  #parsed: { readonly value: Value | undefined; readonly values: readonly Line[] } | undefined;
  #broken = false;
  #markdown: MarkdownBody | undefined;
  #table: DelimitedTable | undefined;
  #xml: XmlElement | undefined;
  #columnar: ColumnarTable | undefined;
  readonly #looked = new Set<string>();
  #bodyLine = 1;
  #body = "";
  valueLine = 1;
  valueText = "";

  constructor(
    readonly path: string,
    contents: Exclude<Contents, { kind: "missing" }>,
    private readonly tree: FileSystem,
    private readonly open: (path: string) => OpenedFile | null,
    private readonly parsers: Parsers,
    private readonly limits: Limits,
  ) {
    this.name = path.slice(path.lastIndexOf("/") + 1);
    this.bytes = contents.kind === "bytes" ? contents.bytes : nothing;
    this.size = contents.kind === "too-large" ? contents.size : this.bytes.length;
    const isModel = isModelFile(path) && contents.kind === "bytes";
    const { text, fault: found } = isModel ? unread : textOf(this.name, contents, parsers, limits);
    this.text = text;
    if (found !== null) this.#fail(found);
    this.#syntax = isModel ? "binary" : syntaxOf(this.name, this.text);
  }

  #fail(problem: Fault): void {
    this.#faults.push(problem);
    this.#broken = true;
  }

  get segments(): readonly string[] {
    return (this.#segments ??= this.path.split("/"));
  }

  get digest(): string {
    return (this.#digest ??= this.#digestOfAll());
  }

  /** Of a model file the bytes are only the beginning. */
  #digestOfAll(): string {
    const parts = this.#syntax === "binary" ? this.tree.parts(this.path) : null;
    if (parts === null) return sha256Digest(this.bytes);
    try {
      return digestOfParts(parts);
    } finally {
      parts.close();
    }
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  get syntax(): Syntax {
    if (this.#syntax === "json") this.#parse();
    return this.#syntax;
  }

  get broken(): boolean {
    this.#parse();
    return this.#broken;
  }

  get value(): Value | undefined {
    return this.#parse().value;
  }

  get values(): readonly Line[] {
    return this.#parse().values;
  }

  #parse(): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    if (this.#parsed !== undefined) return this.#parsed;
    // Set first: a getter that is asked while parsing must not parse again.
    this.#parsed = { value: undefined, values: [] };
    if (!this.#broken && this.text !== "") this.#parsed = this.#parseText();
    return this.#parsed;
  }

  #parseText(): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    switch (this.#syntax) {
      case "json":
        return this.#parseJson();
      case "json-lines":
        return this.#parseLines();
      case "yaml":
        return this.#parseYaml(this.text, 1);
      case "front-matter":
        return this.#parseFrontMatter();
      case "toml":
        return this.#parseToml();
      case "delimited":
      case "xml":
      case "parquet":
      case "binary":
      case "text":
        return { value: undefined, values: [] };
    }
  }

  #parseJson(): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    this.valueText = this.text;
    const { value, broken, faults } = parseJson(this.text, this.limits);
    if (broken && looksLikeLines(this.text)) {
      this.#syntax = "json-lines";
      return this.#parseLines();
    }
    const printed = faults.some(({ problem }) => problem === "python-repr");
    if (broken && extensionOf(this.name) !== "json" && !(printed && extensionOf(this.name) !== "")) {
      this.#syntax = "text";
      return { value: undefined, values: [] };
    }
    this.#faults.push(...faults);
    this.#broken = broken;
    return { value, values: value === undefined ? [] : [{ value, line: 1 }] };
  }

  #parseLines(): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    const values: Line[] = [];
    const lines = this.text.split("\n");
    lines.forEach((text, index) => {
      if (text.trim() === "") return;
      const { value, broken, faults } = parseJson(text, this.limits);
      const line = index + 1;
      this.#faults.push(...faults.map((found) => ({ ...found, line })));
      if (!broken && value !== undefined) values.push({ value, line });
    });
    if (values.length === 0) this.#broken = true;
    return { value: values[0]?.value, values };
  }

  #parseYaml(text: string, firstLine: number): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    this.valueText = text;
    this.valueLine = firstLine;
    const { values, broken, faults } = parseYamlStream(text, this.limits, firstLine);
    this.#faults.push(...faults);
    this.#broken = broken;
    const starts = documentStarts(text, firstLine, values.length);
    return { value: values[0], values: values.map((value, index) => ({ value, line: starts[index] ?? firstLine })) };
  }

  #parseFrontMatter(): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    const { yaml, yamlLine, body, bodyLine, problem } = splitFrontMatter(this.text);
    this.#body = body;
    this.#bodyLine = bodyLine;
    if (problem !== null) this.#fail(problem);
    if (yaml === null || problem !== null) return { value: undefined, values: [] };
    return this.#parseYaml(yaml, yamlLine);
  }

  #parseToml(): { readonly value: Value | undefined; readonly values: readonly Line[] } {
    const value = this.parsers.toml?.(this.text);
    if (value === undefined && this.parsers.toml !== undefined)
      this.#fail(fault("unreadable", "this is not TOML, or it is nested too deep", "write it with a TOML writer"));
    return { value, values: value === undefined ? [] : [{ value, line: 1 }] };
  }

  #once(view: string): boolean {
    if (this.#looked.has(view)) return false;
    this.#looked.add(view);
    return true;
  }

  get markdown(): MarkdownBody | undefined {
    if (this.#once("markdown") && this.#syntax === "front-matter") {
      this.#parse();
      this.#markdown = this.parsers.markdown?.(this.#body, this.#bodyLine);
    }
    return this.#markdown;
  }

  get table(): DelimitedTable | undefined {
    if (this.#once("table") && this.#syntax === "delimited" && this.text !== "") {
      this.#table = this.parsers.delimited?.(this.text);
    }
    return this.#table;
  }

  get xml(): XmlElement | undefined {
    if (this.#once("xml") && this.#syntax === "xml" && this.text !== "") {
      const { root, faults } = parseXml(this.text, this.limits.depth);
      faults.forEach((found) => this.#fail(found));
      this.#xml = root;
    }
    return this.#xml;
  }

  get columnar(): ColumnarTable | undefined {
    if (this.#once("columnar") && this.#syntax === "parquet" && !this.#broken) {
      this.#columnar = this.parsers.parquet?.(this.bytes);
      if (this.#columnar === undefined && this.parsers.parquet !== undefined) {
        this.#fail(fault("unreadable", "this is not a whole Parquet file", "write it anew"));
      }
    }
    return this.#columnar;
  }

  parts(): Parts {
    return partsOf(this.bytes);
  }

  whole(): OpenedFile {
    return this;
  }

  neighbour(relativePath: string): EvidenceFile | null {
    const path = resolveFrom(this.segments, relativePath);
    return path === null ? null : this.open(path);
  }

  folder(relativePath: string): readonly string[] {
    const path = resolveFrom(this.segments, relativePath);
    return path === null ? [] : this.tree.list(path).map(({ name }) => name);
  }
}

/** A path relative to a file's folder, as a path from the root; null where it leaves the tree. */
function resolveFrom(file: readonly string[], relativePath: string): string | null {
  const resolved = file.slice(0, -1);
  for (const segment of relativePath.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") resolved.push(segment);
    else if (resolved.pop() === undefined) return null;
  }
  return resolved.join("/");
}
