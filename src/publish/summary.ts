import { appendFileSync, statSync } from "node:fs";
import { problemAt, type Problem } from "../model/problem.js";
import { cutMarkdown, limits } from "../report/cut.js";

/**
 * Adds to the summary of the job, cut at a row to what GitHub takes of one step.
 *
 * @param path the file that the runner names for this step
 * @returns what went wrong; null where nothing did
 */
export function writeSummary(path: string, markdown: string): Problem | null {
  try {
    const most = limits.jobSummaryBytes - sizeOf(path);
    const note = "_The summary is cut here: the whole report is in the run's artifacts and outputs._";
    appendFileSync(path, cutMarkdown(`${markdown.trimEnd()}\n`, { unit: "bytes", most }, note), "utf8");
    return null;
  } catch (error) {
    const why = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return problemAt("publish", `the job's summary could not be written${why}`, "see the log for the report");
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
