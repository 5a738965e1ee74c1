import { fault, type Fault } from "./fault.js";

/** A Markdown file taken apart. Lines count from 1 in the file. */
export interface FrontMatter {
  /** The text between the two `---` lines; null where there is none. */
  readonly yaml: string | null;
  readonly yamlLine: number;
  /** What lies below, or the whole file. */
  readonly body: string;
  readonly bodyLine: number;
  /** Set where a front matter begins and cannot be taken apart. */
  readonly problem: Fault | null;
}

const opening = /^\uFEFF?(?:[ \t]*\r?\n){0,20}---[ \t]*\r?\n/;
const closing = /(?:^|\n)---[ \t]*\r?(?:\n|$)/g;

/** A line that YAML could begin with: a key, an item of a list, a mapping or list in brackets, or a template's mark. */
const yamlStart = /^(?:["']?[^\s#:"'][^:\n]{0,100}["']?[ \t]*:(?:[ \t]|$)|-(?:[ \t]|$)|[{[<%])/;
const key = /^[A-Za-z_][\w-]{0,60}:(?:[ \t]|$)/;

/** The first line with content that is no comment; headings of Markdown look like comments of YAML. */
function firstContent(text: string): string {
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, "");
    if (line.trim() !== "" && !line.startsWith("#")) return line;
    if (end < 0) return "";
    at = end + 1;
  }
  return "";
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

const bodyOnly = (text: string, problem: Fault | null = null): FrontMatter => ({
  yaml: null,
  yamlLine: 1,
  body: text,
  bodyLine: 1,
  problem,
});

function unclosed(text: string, yamlLine: number): FrontMatter {
  return bodyOnly(
    text,
    fault("unreadable", "the front matter has no end", "close it with a line of three dashes (---)", {
      line: Math.max(1, yamlLine - 1),
      column: 1,
    }),
  );
}

/**
 * Splits the front matter from the body of a Markdown file. Blank lines may stand above it, as the Hub allows. A
 * Markdown file that merely begins with a rule (`---`) has no front matter.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const begin = opening.exec(text);
  if (begin === null) return bodyOnly(text);
  const start = begin[0].length;
  const yamlLine = linesIn(begin[0]) + 1;
  // The line break before the closing line belongs to the match: begin with the opening line's own.
  closing.lastIndex = start - 1;
  const end = closing.exec(text);
  if (end === null) return key.test(firstContent(text.slice(start))) ? unclosed(text, yamlLine) : bodyOnly(text);
  const yaml = text.slice(start, Math.max(start, end.index));
  const content = firstContent(yaml);
  if (content !== "" && !yamlStart.test(content)) return bodyOnly(text);
  const bodyStart = end.index + end[0].length;
  const body = text.slice(bodyStart);
  const bodyLine = yamlLine + linesIn(text.slice(start, bodyStart));
  return { yaml, yamlLine, body, bodyLine, problem: null };
}
