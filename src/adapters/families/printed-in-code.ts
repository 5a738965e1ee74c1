import type { Statement } from "../../model/fact.js";
import { isPrintedReport, printedReports } from "./printed-report.js";

const fence = /^[ \t]*(`{3,}|~{3,})/;

/** The classification reports that stand in the fenced blocks of a Markdown text, each on its own lines. */
export function printedInCode(text: string): readonly Statement[] {
  if (!isPrintedReport(text)) return [];
  let open: string | undefined;
  // The lines outside of the blocks are left empty, so that the numbers keep theirs; headings say what a report is of.
  const code = text.split(/\r\n|\n|\r/).map((line) => {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      open = open === undefined ? mark : mark.startsWith(open) ? undefined : open;
      return "";
    }
    return open !== undefined || /^#{1,6}\s/.test(line) ? line : "";
  });
  return printedReports(code.join("\n"));
}
