/** A part of the body, as offsets. */
interface Region {
  readonly start: number;
  readonly end: number;
}

const fence = /^[\s>]*(?:[-+*]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/;

/** The text with code blocks, code spans and comments blanked, of the same length. */
function withoutCode(text: string): string {
  let open: string | undefined;
  const lines = text.split("\n").map((line) => {
    const mark = fence.exec(line)?.[1];
    const inside = open !== undefined || mark !== undefined;
    if (mark !== undefined) {
      if (open === undefined) open = mark;
      else if (mark.startsWith(open)) open = undefined;
    }
    return inside ? " ".repeat(line.length) : line.replace(/`[^`]*`/g, (span) => " ".repeat(span.length));
  });
  return withoutComments(lines.join("\n"));
}

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
  let markdown = "";
  let at = 0;
  for (const { start, end } of regions) {
    markdown += text.slice(at, start) + blanked(text.slice(start, end));
    at = end;
  }
  return { markdown: markdown + text.slice(at), regions };
}
