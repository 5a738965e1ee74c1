import { LineCounter, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Document, type Node } from "yaml";
import { pointerKeys } from "../model/source.js";

export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Where values stand in a YAML text. Loaded only when a place is asked for: the parser that keeps positions is slow.
 *
 * @param pointers RFC 6901 pointers; those that lead nowhere are absent from the answer
 * @param firstLine line of the text's first line in its file
 * @param document which document of a stream, from 0
 */
export function yamlPlaces(
  text: string,
  pointers: Iterable<string>,
  firstLine = 1,
  document = 0,
): ReadonlyMap<string, Place> {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, merge: true, logLevel: "silent", uniqueKeys: false });
  const root = Array.isArray(documents) ? (documents[document] as Document.Parsed | undefined) : undefined;
  const places = new Map<string, Place>();
  for (const pointer of pointers) {
    const offset = root === undefined ? undefined : offsetOf(root, pointerKeys(pointer));
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    places.set(pointer, { line: line + firstLine - 1, column: col });
  }
  return places;
}

function offsetOf(document: Document.Parsed, keys: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0];
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && keyText(item.key.value) === key);
      if (pair === undefined) return undefined;
      const keyOffset = (pair.key as Node).range?.[0];
      node = pair.value;
      offset = (node as Node | null)?.range?.[0] ?? keyOffset;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | null | undefined)?.range?.[0];
    } else return undefined;
  }
  return offset;
}

const keyText = (key: unknown): string => (key === null ? "null" : String(key));
