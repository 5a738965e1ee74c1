export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const marker = /^(?:---|\.\.\.)(?=[ \r\n]|$)[^\n]*/gm;

/**
 * The documents of a YAML text, without their markers. Undefined where a marker's line holds more than the marker, or a
 * document is ended before the next begins: those are left to a whole parser.
 */
export function documentRanges(text: string): readonly TextRange[] | undefined {
  if (!text.includes("---") && !text.includes("...")) return [{ start: 0, end: text.length }];
  const found: TextRange[] = [];
  let start = 0;
  for (const { 0: line, index } of text.matchAll(marker)) {
    if (!/^---[ \r]*$/.test(line)) return undefined;
    // Comments above the first marker are no document.
    if (found.length > 0 || start > 0 || holdsContent(text, 0, index)) found.push({ start, end: index });
    start = index + line.length + 1;
  }
  found.push({ start, end: text.length });
  return found;
}

const holdsContent = (text: string, start: number, end: number): boolean =>
  text
    .slice(start, end)
    .split("\n")
    .some((line) => !/^\s*(?:#|$)/.test(line));
