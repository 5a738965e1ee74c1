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
import { sha256Digest } from "../model/sha256.js";
import type { Contents, FileSystem, Parts } from "../model/world.js";
import { commented, isCommented } from "./commented.js";
import { digestOfParts } from "./digest.js";
import { fault, type Fault } from "./fault.js";
import type { Limits } from "./limits.js";
import type { OpenedFile } from "./opened-file.js";
import { nothingIn, parseText, type ParsedText, type ValueLine } from "./parsed-text.js";
import type { Parsers } from "./parsers.js";
import { isModelFile, syntaxOf } from "./syntax.js";
import { textOf, type TextOfFile } from "./text-of.js";
import { isTfRecords } from "./tf-records.js";
import { parseXml } from "./xml.js";

const nothing = new Uint8Array();
const unread: TextOfFile = { text: "", fault: null };

/** A file of a tree, decoded when it is opened, and parsed when a view of it is first looked at. */
export class FileOfTree implements OpenedFile {
  readonly extent = undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly size: number;
  readonly #faults: Fault[] = [];
  #syntax: Syntax;
  #digest: string | undefined;
  #segments: readonly string[] | undefined;
  #parsed: ParsedText | undefined;
  #broken = false;
  #markdown: MarkdownBody | undefined;
  #table: DelimitedTable | undefined;
  #xml: XmlElement | undefined;
  #columnar: ColumnarTable | undefined;
  readonly #looked = new Set<string>();

  constructor(
    readonly path: string,
    contents: Exclude<Contents, { kind: "missing" }>,
    private readonly tree: FileSystem,
    private readonly open: (path: string) => OpenedFile | null,
    private readonly parsers: Parsers,
    private readonly limits: Limits,
    private readonly looksAt: (path: string) => void,
  ) {
    this.name = path.slice(path.lastIndexOf("/") + 1);
    this.bytes = contents.kind === "bytes" ? contents.bytes : nothing;
    this.size = contents.kind === "too-large" ? contents.size : this.bytes.length;
    const isModel = isModelFile(path) && contents.kind === "bytes";
    const { text, fault: found } = isModel ? unread : textOf(this.name, contents, parsers, limits);
    this.text = text;
    if (found !== null) this.#fail(found);
    this.#syntax = isModel || isTfRecords(this.bytes) ? "binary" : syntaxOf(this.name, this.text);
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

  get values(): readonly ValueLine[] {
    return this.#parse().values;
  }

  get valueLine(): number {
    return this.#parse().valueLine;
  }

  get valueText(): string {
    return this.#parse().valueText;
  }

  #parse(): ParsedText {
    if (this.#parsed !== undefined) return this.#parsed;
    if (this.#broken || this.text === "") return (this.#parsed = nothingIn(this.#syntax));
    const parsed = parseText(this.text, this.#syntax, this.name, this.parsers, this.limits);
    this.#syntax = parsed.syntax;
    this.#broken = parsed.broken;
    this.#faults.push(...parsed.faults);
    return (this.#parsed = parsed);
  }

  #once(view: string): boolean {
    if (this.#looked.has(view)) return false;
    this.#looked.add(view);
    return true;
  }

  get markdown(): MarkdownBody | undefined {
    if (this.#once("markdown") && this.#syntax === "front-matter") {
      const { body, bodyLine } = this.#parse();
      this.#markdown = this.parsers.markdown?.(body, bodyLine);
    }
    return this.#markdown;
  }

  get table(): DelimitedTable | undefined {
    if (this.#once("table") && this.#syntax === "delimited" && this.text !== "") {
      this.#table = this.parsers.delimited?.(this.text);
      if (isCommented(this.text)) this.#fail(commented);
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
    if (path === null) return null;
    this.looksAt(path);
    return this.open(path);
  }

  folder(relativePath: string): readonly string[] {
    const path = resolveFrom(this.segments, relativePath);
    if (path === null) return [];
    this.looksAt(`${path}/`);
    return this.tree.list(path).map(({ name }) => name);
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
