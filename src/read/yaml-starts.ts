/**
 * The line on which each document of a YAML stream begins: its first line of content, or its marker where it is empty.
 *
 * @returns nothing where the text does not show as many documents as were read
 */
export function documentStarts(text: string, firstLine: number, documents: number): readonly number[] {
  if (documents < 2) return [firstLine];
  const starts: { line: number; empty: boolean }[] = [];
  text.split("\n").forEach((line, index) => {
    const marker = /^---(?:\s+(\S(?:.*\S)?))?\s*$/.exec(line);
    const content = marker === null ? line.trim() : (marker[1] ?? "");
    const holds = content !== "" && !content.startsWith("#") && !line.startsWith("%") && !/^\.\.\.(\s|$)/.test(line);
    const last = starts.at(-1);
    if (marker !== null) starts.push({ line: index, empty: !holds });
    else if (holds && (last === undefined || last.empty)) {
      if (last !== undefined) starts.pop();
      starts.push({ line: index, empty: false });
    }
  });
  return starts.length === documents ? starts.map(({ line }) => line + firstLine) : [];
}
