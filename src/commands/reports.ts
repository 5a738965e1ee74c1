import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { readReport } from "../report/read-report.js";

/** A report from a file. @throws UsageError where it is not there, cut short, not ours, or of a schema we do not know */
export function reportFrom(path: string, folder: string): Report {
  const read = readReport(bytesOf(resolve(folder, path), path), path);
  if (read.kind === "report") return read.report;
  throw new UsageError([read.problem]);
}

function bytesOf(absolute: string, shown: string): Uint8Array {
  try {
    return readFileSync(absolute);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const missing = code === "ENOENT";
    const message = missing ? `there is no report at ${shown}` : `the report at ${shown} cannot be read (${code})`;
    throw new UsageError([problemAt("usage", message, "name the report.json of a run", { path: shown })]);
  }
}
