import type { DelimitedTable, EvidenceFile, Syntax, TableExtent, Value } from "../model/adapter.js";
import type { Parts } from "../model/world.js";
import { digestOfParts } from "./digest.js";
import type { Fault } from "./fault.js";
import type { Parsers } from "./parsers.js";
import type { OpenedFile } from "./opened-file.js";

/** What a large table is made of. */
export interface LargeTableSource {
  readonly size: number;
  /** The file of its first rows alone, which says what it is. */
  readonly head: OpenedFile;
  readonly parsers: Parsers;
  openParts(): Parts | null;
  openWhole(): OpenedFile;
}

/** A table that is too large to be held as text without need: formats know it by its first rows. */
export class LargeTable implements OpenedFile {
  readonly path: string;
  readonly name: string;
  readonly segments: readonly string[];
  readonly size: number;
  readonly syntax: Syntax;
  readonly text: string;
  readonly table: DelimitedTable | undefined;
  readonly value = undefined;
  readonly values: readonly { readonly value: Value; readonly line: number }[] = [];
  readonly markdown = undefined;
  readonly xml = undefined;
  readonly columnar: OpenedFile["columnar"];
  readonly broken: boolean;
  readonly faults: readonly Fault[];
  readonly valueLine = 1;
  readonly valueText = "";
  #digest: string | undefined;
  #extent: { readonly extent: TableExtent | undefined } | undefined;
  #whole: OpenedFile | undefined;

  constructor(private readonly source: LargeTableSource) {
    const { head } = source;
    this.path = head.path;
    this.name = head.name;
    this.segments = head.segments;
    this.size = source.size;
    this.syntax = head.syntax;
    this.text = head.text;
    this.table = head.table;
    this.columnar = head.columnar;
    this.broken = head.broken;
    this.faults = head.faults;
  }

  get digest(): string {
    return (this.#digest ??= this.#read(digestOfParts) ?? "");
  }

  get extent(): TableExtent | undefined {
    if (this.syntax !== "delimited") return undefined;
    return (this.#extent ??= { extent: this.#read((parts) => this.source.parsers.measure?.(parts)) }).extent;
  }

  get bytes(): Uint8Array {
    return this.whole().bytes;
  }

  parts(): Parts | null {
    return this.source.openParts();
  }

  whole(): OpenedFile {
    return (this.#whole ??= this.source.openWhole());
  }

  neighbour(relativePath: string): EvidenceFile | null {
    return this.source.head.neighbour(relativePath);
  }

  folder(relativePath: string): readonly string[] {
    return this.source.head.folder(relativePath);
  }

  #read<Answer>(ask: (parts: Parts) => Answer): Answer | undefined {
    const parts = this.parts();
    if (parts === null) return undefined;
    try {
      return ask(parts);
    } finally {
      parts.close();
    }
  }
}
