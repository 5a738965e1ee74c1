import type { MarkdownBody, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { isKnownMetric, surroundingsOf } from "./card-context.js";
import { harnessResults, holdsHarnessTable } from "./harness-table.js";
import { isPrintedReport, printedReports } from "./printed-report.js";
import { printedTables } from "./printed-tables.js";

const fence = /^[ \t]*(`{3,}|~{3,})/;
const heading = /^(#{1,6})\s+(?=[^\s#])(.{0,299}[^\s#])[\s#]*$/;

interface Headed {
  readonly line: number;
  readonly under: readonly string[];
}

interface Code {
  /** Lines outside of blocks are left empty, so that the numbers keep theirs. */
  readonly lines: readonly string[];
  /** Headings with the line from which on they stand above, in order. */
  readonly headings: readonly Headed[];
}

/** The fenced blocks of a Markdown text, and the headings above them. */
function codeIn(text: string): Code {
  let open: string | undefined;
  let under: readonly { readonly depth: number; readonly title: string }[] = [];
  const headings: Headed[] = [];
  const lines = text.split(/\r\n|\n|\r/).map((line, at) => {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      open = open === undefined ? mark : mark.startsWith(open) ? undefined : open;
      return "";
    }
    if (open !== undefined) return line;
    const [, marks, title] = line.length > 400 ? [] : (heading.exec(line) ?? []);
    if (marks !== undefined && title !== undefined) {
      under = [...under.filter(({ depth }) => depth < marks.length), { depth: marks.length, title }];
      headings.push({ line: at + 1, under: under.map((above) => above.title) });
    }
    return marks === undefined ? "" : line;
  });
  return { lines, headings };
}

const holdsCode = (text: string): boolean => /^[ \t]*(`{3}|~{3})/m.test(text);

/** The classification reports that stand in the fenced blocks of a Markdown text, each on its own lines. */
export function printedInCode(text: string): readonly Statement[] {
  if (!isPrintedReport(text)) return [];
  // Headings say what a report is of.
  return printedReports(codeIn(text).lines.join("\n"));
}

/** A report of scikit-learn's is read as one. */
const isReport = ({ header }: MarkdownTable): boolean =>
  header.some(({ text }) => text === "f1-score") && header.some(({ text }) => text === "support");

const scores = /^scores?$/i;

/** True where a table names a metric, in its header or in the first cells of its rows. */
const namesMetrics = ({ header, rows }: MarkdownTable): boolean =>
  header.some(({ text }) => isKnownMetric(text) || scores.test(text)) ||
  rows.some(([first]) => first !== undefined && isKnownMetric(first.text));

/**
 * The tables of results that stand in the fenced blocks of a Markdown text, under its headings: below a heading of
 * results, since elsewhere a block shows how something is used.
 */
function tablesInCode(text: string): readonly MarkdownTable[] {
  if (!holdsCode(text)) return [];
  const { lines, headings } = codeIn(text);
  const titles = new Set(headings.map(({ line }) => line));
  const printed = lines.map((line, at) => (titles.has(at + 1) ? "" : line)).join("\n");
  return printedTables(printed).flatMap((table) => {
    const under = headings.findLast(({ line }) => line < table.line)?.under ?? [];
    // Markdown in a block of code shows how Markdown is written.
    if (/^\s*\|/.test(lines[table.line - 1] ?? "")) return [];
    return surroundingsOf(under) === "results" && !isReport(table) && namesMetrics(table) ? [{ ...table, under }] : [];
  });
}

/** True where a block of code holds what a tool printed: a classification report, or a table of results. */
export const holdsPrintedResults = (text: string): boolean =>
  holdsCode(text) && (isPrintedReport(text) || tablesInCode(text).length > 0);

/** What stands right above a table and is no table: the model or the run that a harness says it is of. */
function labelAbove(lines: readonly string[], table: MarkdownTable): readonly string[] {
  const above = lines.slice(Math.max(0, table.line - 4), table.line - 1).findLast((line) => line.trim() !== "") ?? "";
  const label = above.replace(/^[\s>*+-]+|(?<![\s:*])[\s:*]+$/g, "");
  return label === "" || label.length > 200 || /^[|`#]/.test(label) ? [] : [label];
}

/** Tables of the harness that are no Markdown where they stand: in code, or right behind the item of a list. */
function harnessTables(body: MarkdownBody, text: string): readonly MarkdownTable[] {
  if (!holdsHarnessTable(text)) return [];
  const known = new Set(body.tables.map(({ line }) => line));
  const { headings } = codeIn(text);
  const lines = text.split(/\r\n|\n|\r/);
  return printedTables(text).flatMap((table) => {
    if (known.has(table.line) || harnessResults(table) === undefined) return [];
    const under = headings.findLast(({ line }) => line < table.line)?.under ?? [];
    return [{ ...table, under: [...under, ...labelAbove(lines, table)] }];
  });
}

/** A body with the tables of its fenced blocks among its own. */
export function withTablesInCode(body: MarkdownBody, text: string): MarkdownBody {
  const harness = harnessTables(body, text);
  const known = new Set(harness.map(({ line }) => line));
  const tables = [...harness, ...tablesInCode(text).filter(({ line }) => !known.has(line))];
  return tables.length === 0 ? body : { ...body, tables: [...body.tables, ...tables] };
}
