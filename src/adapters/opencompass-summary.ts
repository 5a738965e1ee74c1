import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isSummaryHeader, summaryRow } from "./families/opencompass.js";

/** The text form holds the same in CSV behind a line that says so, up to a line of `$`. */
const inCsv = /^dataset,version,metric,mode,\S/;

function ofText(text: string): readonly Statement[] {
  const lines = text.split(/\r\n|\n|\r/);
  const head = lines.findIndex((line) => inCsv.test(line));
  const header = (lines[head] ?? "").split(",");
  const end = lines.findIndex((line, at) => at > head && !line.includes(","));
  return lines
    .slice(head + 1, end < 0 ? undefined : end)
    .flatMap((line, at) => summaryRow(header, line.split(","), () => ({ line: head + at + 2 })));
}

const lookedAt = 1_000_000;

export const opencompassSummary: Adapter = {
  id: "opencompass-summary",
  title: "OpenCompass summary (`summary_*.csv`, `summary_*.txt`)",
  definedAt: "https://opencompass.readthedocs.io/en/latest/user_guides/summarizer.html",
  versions: "0.2 to 0.5, and AISBench, from the source, not seen",
  reads:
    "Each metric of each data set, in per cent, the number of questions where a column tells it, and how the answers were taken (`gen`, `ppl`); where several models stand side by side, of which it is.",
  leaves: "Versions of the prompts, and cells with a dash.",
  syntax: ["delimited", "text"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ table, syntax, text }) =>
    syntax === "text"
      ? /^dataset,version,metric,mode,\S/m.test(text.slice(0, lookedAt))
      : table !== undefined && isSummaryHeader(table.header),

  read: ({ table, syntax, text }) => {
    if (syntax === "text") return ofText(text);
    if (table === undefined) return [];
    return table.rows.flatMap((row, at) => summaryRow(table.header, row, () => ({ line: table.lineOf(at) })));
  },
};
