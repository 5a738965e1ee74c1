import type { FactKind, Statement } from "./fact.js";

/** A parsed JSON, YAML or TOML value. Non-finite numbers are the JavaScript values NaN, Infinity and -Infinity. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Heading {
  readonly title: string;
  /** 1 to 6. */
  readonly depth: number;
  readonly line: number;
}

/** A cell's text without its markup, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface MarkdownTable {
  /** The first row; empty texts where the table has no header. */
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Titles of the headings above it, outermost first. */
  readonly under: readonly string[];
  readonly line: number;
}

export interface MarkdownSection {
  readonly heading: Heading;
  /** Titles of the headings above it, outermost first, without its own. */
  readonly under: readonly string[];
  /** Its own text without markup, up to the next heading of any depth. */
  readonly text: string;
  /** Line of the first character of its own text; the heading's where it has none. */
  readonly textLine: number;
}

/** A line of prose or of a list, without markup. */
export interface MarkdownLine {
  readonly text: string;
  readonly line: number;
  /** White space before it in its source line, in characters. */
  readonly indent: number;
  /** True where an item of a list begins on it. */
  readonly item: boolean;
  readonly under: readonly string[];
}

export interface MarkdownBody {
  readonly sections: readonly MarkdownSection[];
  readonly tables: readonly MarkdownTable[];
  /** Paragraphs and list items outside tables and code, one entry a source line. */
  readonly lines: readonly MarkdownLine[];
  /** True where the body was too costly to read, and is given empty. */
  readonly tooLarge?: boolean;
}

/** `values` are parsed by header; `line` is the line in the file, from 1, of each row. */
export interface DelimitedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of `rows[i]`. Rows that spread over several lines are named by their first. */
  lineOf(row: number): number;
  /** Rows whose number of cells is not the header's. */
  readonly ragged: readonly number[];
  /** Line of the row in which a quote is opened and never closed; null where all are closed. */
  readonly unclosedLine: number | null;
  readonly delimiter: string;
}

/** The rows of a table that is too large to be held as text. */
export interface TableExtent {
  readonly rows: number;
  /** Rows whose number of cells is not the header's. */
  readonly ragged: number;
  readonly firstRaggedLine: number | null;
  /** False where its bytes are no UTF-8. */
  readonly isText: boolean;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
}

export interface ColumnarTable {
  readonly columns: readonly string[];
  readonly rows: number;
}

/** How a file is written, below the level of formats. */
export type Syntax =
  "json" | "json-lines" | "yaml" | "toml" | "front-matter" | "delimited" | "xml" | "parquet" | "binary" | "text";

/** A file of the repository as adapters see it. Every view is parsed once, when first asked for. */
export interface EvidenceFile {
  /** Relative to the checked root. */
  readonly path: string;
  /** Last segment of the path. */
  readonly name: string;
  /** Segments of the path. */
  readonly segments: readonly string[];
  readonly size: number;
  readonly digest: string;
  /** Decoded text without its byte-order mark; empty for binary files and for model files. */
  readonly text: string;
  /** The whole file; of a model file only the first bytes. */
  readonly bytes: Uint8Array;
  readonly syntax: Syntax;
  /**
   * The parsed value of a JSON, YAML, TOML file, of the first document of several, or of the front matter.
   * Undefined where there is none. Of a broken JSON file it is what could be read before the fault: good for
   * recognising the format, never for facts (`broken` is then set, and `read` is not called).
   */
  readonly value: Value | undefined;
  /** All values of a `json-lines` file or a YAML stream, each with its line; broken lines are problems already. */
  readonly values: readonly { readonly value: Value; readonly line: number }[];
  /** The part below the front matter, of a Markdown file. Parsing it costs: ask `value` first. */
  readonly markdown: MarkdownBody | undefined;
  readonly table: DelimitedTable | undefined;
  readonly xml: XmlElement | undefined;
  readonly columnar: ColumnarTable | undefined;
  /** Of a large delimited file, whose other views are of its first rows alone; undefined of every other file. */
  readonly extent: TableExtent | undefined;
  readonly broken: boolean;
  /** Another file by its path relative to this file's folder; null where there is none or it was refused. */
  neighbour(relativePath: string): EvidenceFile | null;
  /** Names of the entries of a folder relative to this file's folder, sorted. */
  folder(relativePath: string): readonly string[];
}

/** What the reader of facts asked for: parts that cost much are left out where no rule needs them. */
/** A metric, over all data or over the slices of some keys. */
export interface NamedMetric {
  readonly metric: string;
  /** Null over all data. */
  readonly keys: readonly string[] | null;
}

export interface Wanted {
  has(kind: FactKind): boolean;
  /** The sections and tables of cards' bodies. Those of reports, which are evidence, are read wherever their facts are wanted. */
  readonly markdownBody: boolean;
  /** Metrics that rules judge by what a card claims where nothing else states them: then its body is read for them. */
  readonly claimable: readonly NamedMetric[];
  /** The first bytes of model files. */
  readonly modelFiles: boolean;
  /** Metrics that rules name, canonical and as written; null is all. Only what a mapping finds and a card claims may be left out. */
  readonly metrics: ReadonlySet<string> | null;
  /**
   * Fields of cards that rules name; null is all. Others may be left out, but one field at least is given where there
   * is any: front matter without the fields is not no front matter.
   */
  readonly cardFields: ReadonlySet<string> | null;
  /** True where of drift only what is said of a whole data set is judged; a number that is none is told all the same. */
  readonly datasetDriftOnly: boolean;
  /** True where of checks only the suites' own verdicts are judged. */
  readonly suitesOnly: boolean;
}

/**
 * One format: how it is known, and what it states. One file a format, listed in `adapters/index.ts`.
 * The metadata is the source of `docs/formats.md`.
 */
export interface Adapter {
  /** The file's name, and the `format` of its facts. */
  readonly id: string;
  readonly title: string;
  /** Where the format is defined. */
  readonly definedAt: string;
  /** Versions of the tool whose files were seen; "from the schema, not seen" where none was. */
  readonly versions: string;
  /** One sentence each, for `docs/formats.md`. */
  readonly reads: string;
  readonly leaves: string;
  readonly syntax: readonly Syntax[];
  /** Kinds that it can give: a broken file of this format makes rules on these kinds `unreadable`. */
  readonly gives: readonly FactKind[];
  /** True where a folder that holds such a file is a model. */
  readonly marksModel?: boolean;
  /** True where numbers in it are a card's claims rather than evidence. */
  readonly claims?: boolean;
  /** True where the format writes numbers as text; elsewhere a numeric text where a number is due is a problem. */
  readonly numbersAsText?: boolean;
  /** True where the file's name is all that is stated: an empty file is then no problem, and is read. */
  readonly speaksByName?: boolean;
  /** True for a fallback that is asked only after every other adapter said no. */
  readonly fallback?: boolean;
  /** True where it takes no cells, so that a large table need not be held as text for it. */
  readonly byExtent?: boolean;
  /**
   * By content before name. Cheap: it looks at top-level keys, the header or the first bytes. Called for broken
   * files too, with what could be read.
   */
  recognises(file: EvidenceFile): boolean;
  /** Never throws for what the file holds: what cannot be read becomes a `problem` statement. */
  read(file: EvidenceFile, wanted: Wanted): readonly Statement[];
}
