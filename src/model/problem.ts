import type { ProblemKind } from "./fact.js";

/** Something that stops us, told so that its reader can mend it: an error as a value. */
export interface Problem {
  readonly problem: ProblemKind | "policy" | "configuration" | "usage" | "git" | "publish";
  readonly message: string;
  readonly mend: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** Wrong usage, configuration or policy: the run ends with exit status 3 and these problems. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("\n"));
  }
}

/** A problem of configuration, usage or policy at a place. */
export function problemAt(
  problem: Problem["problem"],
  message: string,
  mend: string,
  place: { readonly path?: string | null; readonly line?: number | null; readonly column?: number | null } = {},
): Problem {
  return { problem, message, mend, path: place.path ?? null, line: place.line ?? null, column: place.column ?? null };
}
