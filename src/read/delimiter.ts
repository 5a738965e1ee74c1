const separators = [",", "\t", ";", "|"] as const;

/**
 * The separator that the first lines agree on, where it stands outside quotes; a comma where none does.
 *
 * @param start the first lines of the file; the last may be cut
 */
export function delimiterOf(start: string): string {
  const lines = start
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== "")
    .slice(0, 10)
    .map((line) => line.replace(/"[^"]*"/g, ""));
  const counted = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    return { separator, first, agreed: counts.filter((count) => count === first).length };
  });
  const best = counted.filter(({ first }) => first > 0).sort((a, b) => b.agreed - a.agreed || b.first - a.first)[0];
  return best?.separator ?? ",";
}
