import { delimiterOf } from "./delimiter.js";
import { fault, type Fault } from "./fault.js";

export const commented: Fault = fault(
  "unreadable",
  "a comment stands above the header, which is looked for in the first line",
  "take the comment out of the table",
  { line: 1, column: 1 },
);

/**
 * True where a comment stands above the header: a first line that begins with `#` and has other cells than the next
 * that does not. "#chrom,start,end" above rows of three is a header.
 */
export function isCommented(text: string): boolean {
  if (!text.startsWith("#")) return false;
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/);
  const header = lines.find((line) => line.trim() !== "" && !line.startsWith("#"));
  if (header === undefined) return false;
  const delimiter = delimiterOf(`${header}\n`);
  return (lines[0] ?? "").split(delimiter).length !== header.split(delimiter).length;
}
