/** A part of the body, as offsets. */
interface Region {
  readonly start: number;
  readonly end: number;
}

const fence = /^[\s>]*(?:[-+*]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/;

/** The text with code blocks blanked, of the same length. */
function withoutFences(text: string): string {
  let open: string | undefined;
  const lines = text.split("\n").map((line) => {
    const mark = fence.exec(line)?.[1];
    const inside = open !== undefined || mark !== undefined;
    if (mark !== undefined) {
      if (open === undefined) open = mark;
      else if (mark.startsWith(open)) open = undefined;
    }
    return inside ? " ".repeat(line.length) : line;
  });
  return lines.join("\n");
}

/** The text with code blocks, code spans and comments blanked, of the same length. */
const withoutCode = (text: string): string =>
  withoutComments(withoutFences(text).replace(/`[^`\n]*`/g, (span) => " ".repeat(span.length)));

function withoutComments(text: string): string {
  let result = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<!--", at);
    if (open < 0) return result + text.slice(at);
    const close = text.indexOf("-->", open + 4);
    if (close < 0) return result + text.slice(at);
    result += text.slice(at, open) + " ".repeat(close + 3 - open);
    at = close + 3;
  }
}

/** Outermost `<table>` regions. An unclosed one ends where the text does. */
function tableRegions(text: string): Region[] {
  const regions: Region[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of text.matchAll(/<(\/?)table\b[^<>]{0,2000}>/gi)) {
    if (tag[1] === "") {
      if (depth === 0) start = tag.index;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) regions.push({ start, end: tag.index + tag[0].length });
    }
  }
  if (depth > 0) regions.push({ start, end: text.length });
  return regions;
}

/**
 * Blanks a region and keeps its lines. An empty element at the start of the last line keeps what follows it from
 * looking like an indented code block.
 */
function blanked(region: string): string {
  const lines = region.split("\n").map((line) => " ".repeat(line.length));
  const last = lines.length - 1;
  const width = lines[last]?.length ?? 0;
  if (width >= 4) lines[last] = `<b/>${" ".repeat(width - 4)}`;
  return lines.join("\n");
}

/** Regions of scripts and style sheets, which pages that tools embed bring along. */
function codeRegions(text: string): Region[] {
  const regions: Region[] = [];
  const begin = /<(script|style)\b[^<>]{0,1000}>/gi;
  for (let open = begin.exec(text); open !== null; open = begin.exec(text)) {
    const name = (open[1] ?? "").toLowerCase();
    const end = new RegExp(`</${name}\\s*>`, "gi");
    end.lastIndex = begin.lastIndex;
    if (end.exec(text) === null) break;
    regions.push({ start: open.index, end: end.lastIndex });
    begin.lastIndex = end.lastIndex;
  }
  return regions;
}

/** The text with scripts and style sheets blanked; offsets and lines stay as they are. */
export function withoutHtmlCode(text: string): string {
  if (!/<(script|style)\b/i.test(text)) return text;
  return blankedRegions(text, codeRegions(withoutComments(withoutFences(text))));
}

function blankedRegions(text: string, regions: readonly Region[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of regions) {
    kept += text.slice(at, start) + blanked(text.slice(start, end));
    at = end;
  }
  return kept + text.slice(at);
}

/**
 * Takes HTML tables out of Markdown before it is read: blank lines inside a table end Markdown's HTML blocks, and the
 * rest of the table would be read as prose or code. Offsets and lines stay as they are.
 */
export function withoutHtmlTables(text: string): {
  readonly markdown: string;
  readonly regions: readonly Region[];
} {
  if (!/<table\b/i.test(text)) return { markdown: text, regions: [] };
  const regions = tableRegions(withoutCode(text));
  return { markdown: blankedRegions(text, regions), regions };
}
