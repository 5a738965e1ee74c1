import type { ProblemKind } from "../model/fact.js";

/** Why a file, or a part of it, could not be read as what it claims to be. */
export interface Fault {
  readonly problem: ProblemKind;
  readonly message: string;
  readonly mend: string;
  readonly line: number | null;
  readonly column: number | null;
}

export const fault = (
  problem: ProblemKind,
  message: string,
  mend: string,
  place: { readonly line: number; readonly column: number } | null = null,
): Fault => ({ problem, message, mend, line: place?.line ?? null, column: place?.column ?? null });

/** Line and column, from 1, of an offset. Lines end with LF, CRLF or CR. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      start = at + 1;
    }
  }
  return { line, column: offset - start + 1 };
}
