/** The line on which each document of a YAML stream begins. */
export function documentStarts(text: string, firstLine: number, documents: number): readonly number[] {
  if (documents < 2) return [firstLine];
  const starts: number[] = [];
  let open = false;
  text.split("\n").forEach((line, index) => {
    if (/^---(\s|$)/.test(line)) open = false;
    else if (!open && line.trim() !== "" && !line.startsWith("#") && !line.startsWith("%")) {
      open = true;
      starts.push(index + firstLine);
    }
  });
  return starts.length === documents ? starts : [];
}
