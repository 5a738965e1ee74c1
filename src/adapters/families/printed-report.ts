import type { Statement } from "../../model/fact.js";
import { reportStatements, namesAverage, scores, type ReportOwner, type ReportRow } from "./classification-report.js";
import { partNamed, textResults } from "./text-results.js";

/** scikit-learn's `classification_report` as it is printed, alone or several in one text. */

const printedHeader = /^[ \t]+precision[ \t]+recall[ \t]+f1-score[ \t]+support[ \t]*\r?$/m;
const share = String.raw`(\d+(?:\.\d+)?|nan)`;
const printedRow = new RegExp(
  String.raw`^[ \t]*(\S(?:.*?\S)?)[ \t]+${share}[ \t]+${share}[ \t]+${share}[ \t]+(\d+(?:\.\d+)?)[ \t]*$`,
);
const printedAccuracy = new RegExp(String.raw`^[ \t]*accuracy[ \t]+${share}[ \t]+(\d+(?:\.\d+)?)[ \t]*$`);

/** True where a printed report stands in the text. */
export const isPrintedReport = (text: string): boolean => printedHeader.test(text.slice(0, 200_000));

const printedNumber = (text: string): number => (text === "nan" ? Number.NaN : Number(text));

interface PrintedReport {
  /** Lines of the header and of the first line behind it, from 0. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly ReportRow[];
}

function reportAt(lines: readonly string[], header: number): PrintedReport {
  const rows: ReportRow[] = [];
  let index = header + 1;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const row = printedLine(line, index + 1);
    const ended = line.trim() === "" ? rows.some(({ name }) => namesAverage(name)) : row === undefined;
    if (ended) break;
    if (row !== undefined) rows.push(row);
  }
  return { from: header, to: index, rows };
}

const mostReports = 100;

function reportsOf(lines: readonly string[]): readonly PrintedReport[] {
  const found: PrintedReport[] = [];
  for (let index = 0; index < lines.length && found.length < mostReports; index++) {
    if (!printedHeader.test(lines[index] ?? "")) continue;
    const report = reportAt(lines, index);
    found.push(report);
    index = report.to - 1;
  }
  return found;
}

/** What stands right above a report says what it is of: a part of the data, or a model. */
function ownerOf(lines: readonly string[], report: PrintedReport, before: number, several: boolean): ReportOwner {
  const above = lines.slice(before, report.from).map((line) => line.replace(/classification report/i, " "));
  const named = above.map(headingOf).findLast((heading) => heading !== null);
  if (named === undefined || named === null) return {};
  return partNamed(named, several);
}

const headingOf = (line: string): string | null => {
  const plain = line.replace(/^[\s=#*\-–—─_|>~]+|(?<![\s=#*\-–—─_|:<~])[\s=#*\-–—─_|:<~]+$/gu, "");
  return plain === "" || !/\p{L}/u.test(plain) || plain.length > 100 || /[:=]\s*[-+]?[\d.]+\s*%?$/.test(plain)
    ? null
    : plain;
};

/** The statements of the printed reports in a text, and of the labelled numbers between them. */
export function printedReports(text: string): readonly Statement[] {
  const lines = text.split(/\r\n|\n|\r/);
  const reports = reportsOf(lines);
  const ofReports = new Set(reports.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const beside = lines.map((line, index) => (ofReports.has(index) ? "" : line));
  return [
    ...reports.flatMap((report, index) => {
      const owner = ownerOf(lines, report, reports[index - 1]?.to ?? 0, reports.length > 1);
      const unnamed = reports.length > 1 && index > 0 && Object.keys(owner).length === 0;
      return reportStatements(report.rows, unnamed ? { protocol: `#${index + 1}` } : owner);
    }),
    ...textResults(beside),
  ];
}

function printedLine(line: string, number: number): ReportRow | undefined {
  const accuracy = printedAccuracy.exec(line);
  if (accuracy !== null) {
    const column = line.indexOf("accuracy") + 8 + line.slice(line.indexOf("accuracy") + 8).search(/\S/) + 1;
    const cell = { score: "accuracy", value: printedNumber(accuracy[1] ?? ""), where: { line: number, column } };
    return { name: "accuracy", support: Number(accuracy[2]), cells: [cell] };
  }
  const row = printedRow.exec(line);
  if (row === null) return undefined;
  const columns = [...line.matchAll(/\S+/g)].slice(-4).map(({ index }) => index + 1);
  return {
    name: row[1] ?? "",
    support: Number(row[5]),
    cells: scores.map((score, place) => ({
      score,
      value: printedNumber(row[place + 2] ?? ""),
      where: { line: number, column: columns[place] ?? 1 },
    })),
  };
}
