/** True where the text is several JSON values, one a line. */
export function looksLikeLines(text: string): boolean {
  const lines = text.split("\n", 3).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => /^\s*[{[].*[}\]]\s*$/.test(line) && isJson(line));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
