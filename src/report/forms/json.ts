import type { Reporter } from "../../model/reporter.js";
import { sharedLines } from "../canonical-json.js";

/** The report itself, in canonical order: without its line ends and indents it is the form of RFC 8785. */
export const json: Reporter = {
  id: "json",
  title: "The whole report, for machines",
  extension: "json",
  render: (report) => sharedLines(report),
};
