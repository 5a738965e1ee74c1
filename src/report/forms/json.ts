import type { Reporter } from "../../model/reporter.js";
import { canonicalLineParts, canonicalLines } from "../canonical-json.js";

/** The report itself, in canonical order: without its line ends and indents it is the form of RFC 8785. */
export const json: Reporter = {
  id: "json",
  title: "The whole report, for machines",
  extension: "json",
  render: (report) => canonicalLines(report),
  parts: (report) => canonicalLineParts(report),
};
