import { indentationMistakes, oddSpace } from "./yaml-indentation.js";

/** What is really wrong where a text is no YAML, in the words of who wrote it. */
export interface Mistake {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

interface Opening {
  readonly character: "{" | "[" | '"' | "'";
  readonly line: number;
  readonly column: number;
  /** In a mapping between braces: whether the entry has its colon already. */
  colon: boolean;
}

const closes = { "{": "}", "[": "]" } as const;
/** With these a plain text may not begin. */
const reserved = /^[@`%]/;
const key = /^\s*(?:- +)*[\w$.@/-]+:(?:\s|$)/;

/**
 * The mistakes that a person makes by hand, all that can be told apart: what is opened and not closed, what is closed
 * and was not opened, commas, colons, quotes and spaces that are missing, lines at no depth of the lines above.
 */
export function yamlMistakes(text: string): readonly Mistake[] {
  const lines = text.split(/\r?\n/);
  const conflicts = lines.flatMap((line, index): readonly Mistake[] =>
    /^<{7}( |$)/.test(line)
      ? [at(index, 0, "a conflict of a merge stands here", "keep one of the two sides, and delete the marks")]
      : [],
  );
  if (conflicts.length > 0) return conflicts;
  const scan = new Scan(lines);
  scan.run();
  const found = [...scan.found, ...indentationMistakes(lines, scan.blockLines)];
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Spaces that look like plain ones and indent nothing: such a text may parse, and mean something else. */
export function oddIndentation(text: string): readonly Mistake[] {
  const lines = text.split(/\r?\n/);
  const scan = new Scan(lines);
  scan.run();
  return indentationMistakes(lines, scan.blockLines).filter(({ message }) => message === oddSpace);
}

const at = (line: number, column: number, message: string, mend: string): Mistake => ({
  line: line + 1,
  column: column + 1,
  message,
  mend,
});

/** Reads a text character by character, as far as brackets and quotes go; what is left open by a line ends with it. */
class Scan {
  readonly found: Mistake[] = [];
  /** Lines that begin outside of every bracket, quote and block of text. */
  readonly blockLines: number[] = [];
  #open: Opening[] = [];

  constructor(private readonly lines: readonly string[]) {}

  run(): void {
    let textDeeperThan: number | null = null;
    for (const [index, line] of this.lines.entries()) {
      const indent = line.search(/\S/);
      if (indent === -1) continue;
      if (textDeeperThan !== null && indent > textDeeperThan) continue;
      textDeeperThan = null;
      this.#endWhatIsLeftOpen(index, line);
      if (this.#open.length === 0) {
        this.blockLines.push(index);
        if (/(?:^|[:-]\s+)[|>][-+\d]*\s*(?:#.*)?$/.test(line)) {
          textDeeperThan = indent;
          continue;
        }
      }
      this.#line(index, line);
    }
    for (const opening of this.#open) this.#neverClosed(opening);
  }

  /** A line that begins with a key belongs to no quote, and to no brackets whose last line did not end with a comma. */
  #endWhatIsLeftOpen(index: number, line: string): void {
    const last = this.#open.at(-1);
    if (last === undefined || !key.test(line)) return;
    const before = this.lines.slice(0, index).findLast((one) => /\S/.test(one)) ?? "";
    const goesOn = /[,{[]\s*(?:#.*)?$/.test(before);
    if (last.character !== '"' && last.character !== "'" && goesOn) return;
    for (const opening of this.#open) this.#neverClosed(opening);
    this.#open = [];
  }

  #neverClosed({ character, line, column }: Opening): void {
    const quote = character === '"' || character === "'";
    const mend = quote
      ? `write another ${character} where the text ends`
      : `write \`${closes[character]}\` where it ends`;
    const what = quote ? `the quote ${character} that opens here` : `the \`${character}\` that opens here`;
    this.found.push(at(line, column, `${what} is never closed`, mend));
  }

  #line(index: number, line: string): void {
    for (let column = 0; column < line.length; column++) {
      const character = line[column] ?? "";
      const last = this.#open.at(-1);
      if (last?.character === '"' || last?.character === "'") {
        if (character === "\\" && last.character === '"') column++;
        else if (character === last.character && line[column + 1] === "'" && character === "'") column++;
        else if (character === last.character) this.#open.pop();
        continue;
      }
      if (character === "#" && (column === 0 || /\s/.test(line[column - 1] ?? ""))) return;
      const begins = beginsValue(line, column);
      if (begins && (character === '"' || character === "'" || character === "{" || character === "["))
        this.#open.push({ character, line: index, column, colon: false });
      else if (character === "}" || character === "]") this.#close(index, line, column, begins);
      else if (character === "," && last !== undefined) last.colon = false;
      else if (character === ":" && last?.character === "{") this.#colon(index, line, column, last);
      else if (begins && reserved.test(character)) {
        const word = /^[^\s,\]}]*/.exec(line.slice(column))?.[0] ?? character;
        const what = character === "`" ? "a backtick" : `\`${character}\``;
        const why = `a text that begins with ${what} stands in quotes`;
        this.found.push(at(index, column, why, `write "${word.replaceAll("`", "")}"`));
      } else if (begins && character === "*") this.#alias(index, line, column);
    }
  }

  /** A name with a star in front is taken for an alias; where nothing has that name, a pattern is meant. */
  #alias(index: number, line: string, column: number): void {
    const word = /^[^\s,\]}]*/.exec(line.slice(column))?.[0] ?? "*";
    const name = word.slice(1);
    const anchored = this.lines.some((one) => one.includes(`&${name}`));
    if (name === "" || !anchored)
      this.found.push(at(index, column, "a text that begins with `*` stands in quotes", `write "${word}"`));
  }

  #close(index: number, line: string, column: number, begins: boolean): void {
    const character = line[column] ?? "";
    const last = this.#open.at(-1);
    if (last === undefined) {
      const balanced = count(line, character === "}" ? "{" : "[") >= count(line, character);
      const closesAfterValue = /[}\]"'\s]/.test(line[column - 1] ?? "") || begins;
      if (closesAfterValue && !balanced)
        this.found.push(at(index, column, `the \`${character}\` closes nothing`, "delete it"));
      return;
    }
    if (last.character !== '"' && last.character !== "'" && closes[last.character] === character) {
      this.#open.pop();
      return;
    }
    const below = this.#open.at(-2);
    if (
      below !== undefined &&
      below.character !== '"' &&
      below.character !== "'" &&
      closes[below.character] === character
    ) {
      this.#neverClosed(last);
      this.#open.splice(-2);
    } else this.found.push(at(index, column, `the \`${character}\` closes nothing that is open`, "delete it"));
  }

  /** A second colon in one entry: what stands before it is another key, and a comma is missing before that. */
  #colon(index: number, line: string, column: number, last: Opening): void {
    if (!/[\s,}\]]/.test(line[column + 1] ?? " ")) return;
    if (!last.colon) {
      last.colon = true;
      return;
    }
    const word = /(?<![\w$.-])[\w$.-]+\s*$/.exec(line.slice(0, column))?.[0];
    if (word === undefined) return;
    const name = word.trim();
    this.found.push(at(index, column - word.length, `a comma is missing before \`${name}\``, `write \`, ${name}:\``));
  }
}

const count = (line: string, character: string): number => line.split(character).length - 1;

/** True where a value or a key may begin: behind an indicator and white space, or at the line's start. */
function beginsValue(line: string, column: number): boolean {
  const before = line.slice(0, column);
  if (before.trim() === "") return true;
  return /(?:[,[{]\s*|[:-]\s+)$/.test(before) && (/[,[{]\s*$/.test(before) || /(?:^|\s)-\s+$|:\s+$/.test(before));
}
