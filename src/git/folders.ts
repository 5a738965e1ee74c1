const [NUL, SLASH] = [0, 47];

/** Arguments with which git lists every folder of a commit, as {@link foldersCalled} reads it. */
export const foldersOf = (commit: string): readonly string[] => [
  "ls-tree",
  ...["-r", "-d", "-z", "--name-only", "--full-tree"],
  commit,
];

/**
 * Folders whose last segment is one of these, in path order, relative to the folder that they are sought below.
 *
 * @param output paths from the top of the repository, each with NUL behind it
 * @param below without a slash at its end; empty is everything
 */
export function foldersCalled(output: Uint8Array, names: readonly string[], below: string): readonly string[] {
  const bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength);
  const prefix = below === "" ? "" : `${below}/`;
  const found = new Set<string>();
  for (const name of names) {
    const ending = Buffer.from(`${name}\0`);
    for (let at = bytes.indexOf(ending); at !== -1; at = bytes.indexOf(ending, at + 1)) {
      if (at > 0 && bytes[at - 1] !== SLASH && bytes[at - 1] !== NUL) continue;
      const start = at === 0 ? 0 : bytes.lastIndexOf(NUL, at - 1) + 1;
      const path = bytes.toString("utf8", start, at + ending.length - 1);
      if (path.startsWith(prefix)) found.add(path.slice(prefix.length));
    }
  }
  return [...found].sort();
}
