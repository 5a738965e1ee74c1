import type { ColumnarTable, DelimitedTable, MarkdownBody, Syntax, TableExtent, Value } from "../model/adapter.js";
import type { Parts } from "../model/world.js";
import { markdownBody } from "./markdown.js";

/** Parsers that cost start-up time; each is there only where a file of the run needs it. */
export interface Parsers {
  readonly delimited?: (text: string) => DelimitedTable | undefined;
  readonly measure?: (file: Parts) => TableExtent | undefined;
  readonly markdown?: (text: string, firstLine: number) => MarkdownBody;
  readonly toml?: (text: string) => Value | undefined;
  readonly parquet?: (bytes: Uint8Array) => ColumnarTable | undefined;
  readonly archive?: (bytes: Uint8Array, names: readonly string[], maximum: number) => Uint8Array | undefined;
}

/** A syntax, or the archives in which some tools keep their JSON. */
export type Parsed = Syntax | "archive";

/** Loads the parsers for these syntaxes. That of Markdown bodies is found when the first is read: few are looked into. */
export async function loadParsers(syntaxes: ReadonlySet<Parsed>): Promise<Parsers> {
  const [delimited, measure, toml, parquet, archive] = await Promise.all([
    syntaxes.has("delimited") ? import("./delimited.js") : undefined,
    syntaxes.has("delimited") ? import("./measure-table.js") : undefined,
    syntaxes.has("toml") ? import("./toml.js") : undefined,
    syntaxes.has("parquet") ? import("./parquet.js") : undefined,
    syntaxes.has("archive") ? import("./archive.js") : undefined,
  ]);
  return {
    markdown: (text, firstLine) => markdownBody(text, firstLine),
    ...(delimited === undefined ? {} : { delimited: delimited.parseDelimited }),
    ...(measure === undefined ? {} : { measure: measure.measureDelimited }),
    ...(toml === undefined ? {} : { toml: toml.parseToml }),
    ...(parquet === undefined ? {} : { parquet: parquet.parquetMetadataOf }),
    ...(archive === undefined ? {} : { archive: archive.archiveEntry }),
  };
}
