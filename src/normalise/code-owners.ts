import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** A line of CODEOWNERS that GitHub understands. */
export interface OwnerLine {
  readonly pattern: string;
  /** `@login`, `@org/team` and addresses, in the file's order; empty where the line takes the owners away. */
  readonly owners: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** Where GitHub looks for the file; the first that is there counts. */
export const ownerFiles = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;

/**
 * The lines of a CODEOWNERS file. One that GitHub would not understand is passed over.
 *
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export const ownerLines = (text: string): readonly OwnerLine[] =>
  text.split(/\r?\n/).flatMap((line, index) => readLine(line, index + 1));

function readLine(text: string, line: number): readonly OwnerLine[] {
  // A blank in a path is written with a backslash; a `#` begins a comment.
  const words = text.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  const [pattern, ...owners] = (comment < 0 ? words : words.slice(0, comment)).map((word) =>
    word.replace(/\\(.)/g, "$1"),
  );
  if (pattern === undefined || /[[\]!]/.test(pattern)) return [];
  return owners.every((owner) => owner.includes("@")) ? [{ pattern, owners, line }] : [];
}

/** The line that says who owns a file: the last that matches its path. */
export const ownerLineOf = <Line extends Pick<OwnerLine, "pattern">>(
  lines: readonly Line[],
  path: string,
): Line | undefined => lines.findLast(({ pattern }) => isOwnedBy(pattern, path));

/** As gitignore's patterns, but for `!` and `[ ]`, which GitHub does not know here. */
function isOwnedBy(pattern: string, path: string): boolean {
  const folder = pattern.endsWith("/");
  const bare = withoutTrailingSlashes(pattern.replace(/^\/+/, ""));
  const anchored = pattern.startsWith("/") || bare.includes("/");
  const segments = [...(anchored ? [] : ["**"]), ...bare.split("/").filter((segment) => segment !== "")];
  // A name may be a folder's, whose every file is meant; a last star stands for the files of one folder alone.
  const below = folder || !bare.endsWith("*") || bare === "*";
  const asked = path.split("/");
  return (!folder && matches(segments, asked)) || (below && matches([...segments, "*", "**"], asked));
}

/** Segments against segments, `**` for any number of them: a row at a time, so that no pattern costs more than its size. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const segment of pattern) {
    const next = new Set<number>();
    if (segment === "**") for (let at = Math.min(...reached); at <= path.length; at++) next.add(at);
    else for (const at of reached) if (at < path.length && matchesName(segment, path[at] ?? "")) next.add(at + 1);
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(path.length);
}

/** A name against `*` and `?`, going back to the last star alone. */
function matchesName(pattern: string, name: string): boolean {
  let [at, star, from] = [0, -1, 0];
  for (let here = 0; here < name.length;) {
    if (pattern[at] === "?" || (pattern[at] !== "*" && pattern[at] === name[here])) {
      at++;
      here++;
    } else if (pattern[at] === "*") {
      star = at++;
      from = here;
    } else if (star >= 0) {
      at = star + 1;
      here = ++from;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
