const assignment = /^\s*window\.[A-Z][A-Z0-9_]{0,30}\s*=\s*(?=[{[])/;

/**
 * The JSON document that a script assigns to a global, as github-action-benchmark keeps its history in `data.js`. What
 * stands around the document becomes white space, so that every place in it stays what it is.
 *
 * @returns undefined where the text is no such script
 */
export function scriptData(text: string): string | undefined {
  const before = assignment.exec(text.slice(0, 1_000))?.[0];
  if (before === undefined) return undefined;
  const document = before.replace(/\S/g, " ") + text.slice(before.length);
  const end = document.trimEnd();
  return end.endsWith(";") ? `${end.slice(0, -1)} ` : document;
}
