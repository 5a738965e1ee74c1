import type { Adapter } from "../model/adapter.js";
import { inspectStatements, isInspectLog } from "./families/inspect.js";

/** A run of one task, as Inspect logs it. */
export const inspectLog: Adapter = {
  id: "inspect-log",
  title: "Inspect log",
  definedAt: "https://inspect.aisi.org.uk/eval-logs.html",
  versions:
    "inspect_ai 0.3.x of August 2024 to 2026, version 2 of the log, as JSON and as `.eval`; version 1 from the source, not seen",
  reads:
    "The run with its status and model, and whether it ended well; each metric of each scorer with its standard error and the samples that were scored, the task as its data set; whether all samples of the data set were evaluated.",
  leaves: "The samples, with their messages and events.",
  syntax: ["json"],
  gives: ["measurement", "run", "check", "dataset"],
  recognises: ({ value }) => isInspectLog(value),
  read: ({ value }) => inspectStatements(value),
};
