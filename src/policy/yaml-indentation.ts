import type { Mistake } from "./yaml-mistakes.js";

const keyLine = /^(?<space>\s*)(?<dashes>(?:- +)*)(?<key>"[^"]*"|'[^']*'|[\w$.@/*-]+)\s*:(?:\s+(?<value>\S.*)?)?$/;

interface Level {
  readonly indent: number;
  /** The key of the line that began it. */
  readonly name: string;
  readonly line: number;
}

const without = (value: string | undefined): string => (value ?? "").replace(/(?:^|\s)#.*$/, "").trim();

/**
 * Lines that stand at no depth of the lines above, or whose colon or space is missing.
 *
 * @param block numbers of the lines that begin outside of brackets and quotes, from 0
 */
export function indentationMistakes(lines: readonly string[], block: readonly number[]): readonly Mistake[] {
  const found: Mistake[] = [];
  let levels: Level[] = [];
  let opens = true;
  for (const [position, index] of block.entries()) {
    const line = lines[index] ?? "";
    if (/^(?:---|\.\.\.|%|#)/.test(line) || line.trim().startsWith("#")) continue;
    const space = /^\s*/.exec(line)?.[0] ?? "";
    const strange = spaceMistake(space, index);
    if (strange !== null) {
      found.push(strange);
      continue;
    }
    const next = lines[block[position + 1] ?? -1];
    const missing = missingMistake(line, index, next);
    if (missing !== null) found.push(missing);
    const written = keyLine.exec(line)?.groups;
    const dash = /^\s*-(?:\s|$)/.test(line);
    if (written === undefined && missing === null && !dash) continue;
    const indent = space.length;
    const above = levels.at(-1);
    const kept = levels.filter((level) => level.indent <= indent);
    const dropped = levels.find((level) => level.indent > indent);
    const top = kept.at(-1);
    const fits = top?.indent === indent || (dash && top !== undefined && dropped === undefined) || top === undefined;
    if (!fits && !(opens && dropped === undefined) && missing === null)
      found.push(depthMistake(line, index, { above, top, dropped }));
    const name = (written?.["key"] ?? line.trim().split(/[\s:]/)[0] ?? "").replaceAll(/["']/g, "");
    const inner = indent + (written?.["dashes"] ?? "").length;
    levels = top?.indent === indent ? [...kept] : [...kept, { indent, name, line: index }];
    if (inner > indent) levels.push({ indent: inner, name, line: index });
    const value = without(written?.["value"]);
    opens = missing !== null || value === "" || /^[|>&!]/.test(value) || (dash && written === undefined);
    const secondColon = written === undefined ? null : colonMistake(line, index, value);
    if (secondColon !== null) found.push(secondColon);
  }
  return found;
}

const mistake = (line: number, column: number, message: string, mend: string): Mistake => ({
  line: line + 1,
  column: column + 1,
  message,
  mend,
});

export const oddSpace = "a no-break space, or another that is no plain one, stands in the indentation";

function spaceMistake(space: string, index: number): Mistake | null {
  const tab = space.indexOf("\t");
  if (tab !== -1)
    return mistake(index, tab, "a tab stands in the indentation", "indent with spaces: YAML takes no tabs there");
  const odd = space.search(/[^ \r]/);
  return odd === -1 ? null : mistake(index, odd, oddSpace, "write plain spaces");
}

/** A key without its colon, or with no space behind it. */
function missingMistake(line: string, index: number, next: string | undefined): Mistake | null {
  const glued = /^(\s*(?:- +)*)([A-Za-z][\w-]*):([^\s/:][^:]*)$/.exec(line);
  if (glued !== null) {
    const [, before = "", name = "", rest = ""] = glued;
    const written = `${name}: ${rest.trim()}`;
    return mistake(
      index,
      before.length + name.length,
      `no space stands behind the colon of \`${name}\``,
      `write \`${written}\``,
    );
  }
  const bare = /^(\s*(?:- +)*)([A-Za-z][\w-]*)(?:\s*$|\s+[{[])/.exec(line);
  if (bare === null) return null;
  const [, before = "", name = ""] = bare;
  const deeper = next !== undefined && next.search(/\S/) > line.search(/\S/) && keyLine.test(next);
  const value = /[{[]/.test(line.slice(before.length + name.length));
  return value || deeper
    ? mistake(index, before.length + name.length, `a colon is missing behind \`${name}\``, `write \`${name}:\``)
    : null;
}

/** A second `: ` in a text without quotes. */
function colonMistake(line: string, index: number, value: string): Mistake | null {
  if (/^["'{[|>&!*]/.test(value)) return null;
  const second = /:\s/.exec(value);
  if (second === null) return null;
  const column = line.indexOf(value) + second.index;
  return mistake(
    index,
    column,
    "a colon and a space stand in a text without quotes",
    `put the text in quotes: "${value}"`,
  );
}

function depthMistake(
  line: string,
  index: number,
  {
    above,
    top,
    dropped,
  }: { readonly above: Level | undefined; readonly top: Level | undefined; readonly dropped: Level | undefined },
): Mistake {
  const indent = line.search(/\S/);
  const like = ({ indent: wanted, name, line: of }: Level): string =>
    `indent it by ${wanted} ${wanted === 1 ? "space" : "spaces"}, like \`${name}\` in line ${of + 1}`;
  if (dropped !== undefined) {
    const others = top === undefined ? "" : `, or by ${top.indent}, like \`${top.name}\` in line ${top.line + 1}`;
    return mistake(
      index,
      indent,
      `the line is indented by ${indent}, as no line above it is`,
      `${like(dropped)}${others}`,
    );
  }
  const neighbour = top ?? above;
  return mistake(
    index,
    indent,
    "the line is indented deeper than the one above, which has its value already",
    neighbour === undefined ? "indent it as the line above" : like(neighbour),
  );
}
