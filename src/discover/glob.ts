/** Whether a path, relative and without `.` and `..`, is one that a pattern names. */
export type PathMatcher = (path: string) => boolean;

const plainSegment = /^[\w. -]*(?:\*[\w. -]*)?$/;

/**
 * The matcher of a pattern of plain names, `*` within a name and `**` for any folders, which most patterns are: the
 * same as picomatch's with `dot`, which is then not loaded.
 *
 * @returns null for a pattern that says more
 */
export function plainGlob(pattern: string): PathMatcher | null {
  const segments = pattern.split("/");
  const plain = segments.every(
    (segment) => segment === "**" || (plainSegment.test(segment) && !/^\.{0,2}$|\*\*/.test(segment)),
  );
  // What picomatch makes of these depends on more than their parts.
  const tangled = segments.some((segment, at) => segment.includes("*") && segments[at + 1] === "**");
  if (!plain || tangled) return null;
  let source = "";
  segments.forEach((segment, at) => {
    const last = at === segments.length - 1;
    if (segment === "**") source += last ? (at === 0 ? ".*" : "(?:/.*)?") : "(?:[^/]+/)*";
    else {
      const beforeRest = last || (segments[at + 1] === "**" && at + 2 === segments.length);
      source += `${nameSource(segment)}${beforeRest ? "" : "/"}`;
    }
  });
  const whole = new RegExp(`^${source}$`);
  return (path) => whole.test(path);
}

const nameSource = (segment: string): string =>
  segment === "*" ? "[^/]+" : segment.replaceAll(".", "\\.").replaceAll("*", "[^/]*");

/** Matchers of patterns, in their order. */
export async function globs(patterns: readonly string[]): Promise<readonly PathMatcher[]> {
  const plain = patterns.map(plainGlob);
  if (plain.every((matcher) => matcher !== null)) return plain.filter((matcher) => matcher !== null);
  const { default: picomatch } = await import("picomatch");
  return patterns.map((pattern, at) => plain[at] ?? picomatch(pattern, { dot: true }));
}
