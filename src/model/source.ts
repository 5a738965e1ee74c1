/** A place in an evidence file. Lines and columns count from 1 and are null until somebody needs them. */
export interface Source {
  /** Relative to the checked root, with `/` between segments. */
  readonly path: string;
  /** RFC 6901 pointer into the parsed document; null for text formats, which state the line. */
  readonly pointer: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** `sha256:<hex>` of the file's bytes; null where there is no file. */
  readonly digest: string | null;
}

/** Where inside its file a statement stands: a pointer for structured documents, a line for text. */
export interface Where {
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A source that names a file as a whole. */
export const wholeFile = (path: string, digest: string | null = null): Source => ({
  path,
  pointer: null,
  line: 1,
  column: null,
  digest,
});

/** Escapes one key for use in an RFC 6901 pointer. */
export function pointerSegment(key: string | number): string {
  const text = String(key);
  return text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}

/** The pointer `base` extended by keys and indexes. */
export function pointer(base: string, ...keys: readonly (string | number)[]): string {
  let extended = base;
  for (const key of keys) extended += `/${pointerSegment(key)}`;
  return extended;
}

/** The keys of an RFC 6901 pointer, unescaped. */
export function pointerKeys(text: string): string[] {
  if (text === "") return [];
  return text
    .slice(1)
    .split("/")
    .map((key) => (key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key));
}
