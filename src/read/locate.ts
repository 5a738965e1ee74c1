import type { Source } from "../model/source.js";
import { jsonOffsets } from "./json-positions.js";
import type { OpenedFile } from "./opened-file.js";
import type { Reader } from "./reader.js";
import { yamlSubsetMarks } from "./yaml-subset.js";

interface Place {
  readonly line: number;
  readonly column: number;
}

type YamlPlaces = (
  text: string,
  pointers: Iterable<string>,
  firstLine?: number,
  document?: number,
) => ReadonlyMap<string, Place>;

/** Finds lines and columns of sources. The parser of YAML places is slow to load, and is loaded for YAML alone. */
export interface Locator {
  locate(sources: readonly Source[]): readonly Source[];
}

/** True where some source can only be located with the YAML parser that keeps places. */
export function needsYamlPlaces(sources: readonly Source[], reader: Reader): boolean {
  return sources.some(({ path, pointer, line }) => {
    if (pointer === null) return false;
    const file = reader.open(path);
    if (file === null || (file.syntax !== "yaml" && file.syntax !== "front-matter")) return false;
    if (line !== null && file.values.length < 2) return false;
    return yamlSubsetMarks(file.valueText, documentOf(file, line)) === undefined;
  });
}

/** Loads the parser that keeps places; only where `needsYamlPlaces`. */
export const loadYamlPlaces = async (): Promise<YamlPlaces> => (await import("./yaml-positions.js")).yamlPlaces;

/** A locator over the files of a reader; `withDigest` also fills in the files' digests. */
export function createLocator(reader: Reader, yamlPlaces: YamlPlaces | null, withDigest: boolean): Locator {
  return {
    locate(sources) {
      const byPath = new Map<string, Source[]>();
      for (const source of sources) {
        const known = byPath.get(source.path);
        if (known === undefined) byPath.set(source.path, [source]);
        else known.push(source);
      }
      const places = new Map<string, ReadonlyMap<string, Place>>();
      for (const [path, ofFile] of byPath) {
        const file = reader.open(path);
        if (file !== null) places.set(path, placesIn(file, ofFile, yamlPlaces));
      }
      return sources.map((source) => {
        const place = source.pointer === null ? undefined : places.get(source.path)?.get(keyOf(source));
        const file = withDigest ? reader.open(source.path) : null;
        return {
          ...source,
          line: place?.line ?? source.line,
          column: place?.column ?? source.column,
          digest: file === null ? source.digest : file.digest,
        };
      });
    },
  };
}

/** In a stream of documents a pointer is within the document that begins at the source's line. */
const keyOf = ({ pointer, line }: Source): string => (line === null ? (pointer ?? "") : `${line} ${pointer ?? ""}`);

function placesIn(
  file: OpenedFile,
  sources: readonly Source[],
  yamlPlaces: YamlPlaces | null,
): ReadonlyMap<string, Place> {
  const pointers = sources.flatMap(({ pointer, line }) => (pointer === null || line !== null ? [] : [pointer]));
  const found = new Map<string, Place>();
  const inDocuments = sources.filter(({ pointer, line }) => pointer !== null && line !== null);
  if (pointers.length > 0) for (const [key, place] of pointerPlaces(file, pointers, yamlPlaces)) found.set(key, place);
  if (inDocuments.length > 0 && file.syntax === "json-lines") {
    const lines = file.text.split("\n");
    for (const source of inDocuments) {
      const offset = jsonOffsets(lines[(source.line ?? 1) - 1] ?? "", [source.pointer ?? ""]).get(source.pointer ?? "");
      if (offset !== undefined) found.set(keyOf(source), { line: source.line ?? 1, column: offset + 1 });
    }
  } else if (inDocuments.length > 0 && file.values.length > 1) {
    for (const source of inDocuments) {
      const pointer = source.pointer ?? "";
      const place = inYaml(file, [pointer], documentOf(file, source.line), yamlPlaces).get(pointer);
      if (place !== undefined) found.set(keyOf(source), place);
    }
  }
  return found;
}

/** Which document of a stream begins at a line; the first where none is named, -1 where none begins there. */
const documentOf = (file: OpenedFile, line: number | null): number =>
  line === null ? 0 : file.values.findIndex((document) => document.line === line);

const pointerPlaces = (
  file: OpenedFile,
  pointers: readonly string[],
  yamlPlaces: YamlPlaces | null,
): ReadonlyMap<string, Place> =>
  file.syntax === "json"
    ? linesOf(file.text, jsonOffsets(file.text, pointers), 1)
    : inYaml(file, pointers, 0, yamlPlaces);

/** What stands nowhere itself, as an empty value does, stands where its key does. */
function inYaml(
  { valueText, valueLine }: OpenedFile,
  pointers: readonly string[],
  document: number,
  yamlPlaces: YamlPlaces | null,
): ReadonlyMap<string, Place> {
  const marks = yamlSubsetMarks(valueText, document);
  if (marks === undefined) {
    return yamlPlaces?.(valueText, pointers, valueLine, document) ?? new Map<string, Place>();
  }
  const offsets = new Map<string, number>();
  for (const pointer of pointers) {
    const mark = marks.get(pointer);
    const offset = mark?.value ?? mark?.key ?? null;
    if (offset !== null) offsets.set(pointer, offset);
  }
  return linesOf(valueText, offsets, valueLine);
}

/** Lines and columns of many offsets, in one pass over the line ends. */
function linesOf(text: string, offsets: ReadonlyMap<string, number>, firstLine: number): ReadonlyMap<string, Place> {
  const ordered = [...offsets].sort(([, a], [, b]) => a - b);
  const places = new Map<string, Place>();
  const end = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  let line = firstLine;
  let start = 0;
  let next = text.indexOf(end);
  for (const [pointer, offset] of ordered) {
    while (next !== -1 && next < offset) {
      line++;
      start = next + 1;
      next = text.indexOf(end, start);
    }
    places.set(pointer, { line, column: offset - start + 1 });
  }
  return places;
}
