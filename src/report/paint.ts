import { terminalText } from "./escape.js";

const LONGEST_LINE = 4_000;

/** Colours of a terminal, or none: colour never carries a fact alone. */
export interface Paint {
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

const wrap =
  (open: number, close: number, on: boolean) =>
  (text: string): string =>
    on ? `\u001B[${open}m${text}\u001B[${close}m` : text;

export const paint = (on: boolean): Paint => ({
  red: wrap(31, 39, on),
  yellow: wrap(33, 39, on),
  green: wrap(32, 39, on),
  dim: wrap(2, 22, on),
  bold: wrap(1, 22, on),
});

/** Text from evidence as a terminal may show it: one line, nothing that acts. */
export const printable = (text: string): string => terminalText(text, LONGEST_LINE);

/** Breaks text at spaces so that lines keep within a width. */
export function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
