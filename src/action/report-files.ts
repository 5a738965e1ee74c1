import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemAt, type Problem } from "../model/problem.js";
import type { Report, View } from "../model/report.js";
import { reporters } from "../report/forms/index.js";

export interface WrittenReports {
  /** Path by form. */
  readonly paths: ReadonlyMap<string, string>;
  readonly problem: Problem | null;
}

const view: View = { columns: 92, colour: false, verbose: true, pathPrefix: "" };

/** Every form of the report in a folder. Each is moved there whole: a run that is killed leaves no half report. */
export function writeReports(report: Report, folder: string): WrittenReports {
  const paths = new Map<string, string>();
  try {
    mkdirSync(folder, { recursive: true });
    for (const { id, extension, render } of reporters) {
      const path = join(folder, `report.${extension}`);
      writeFileSync(`${path}.part`, render(report, view));
      renameSync(`${path}.part`, path);
      paths.set(id, path);
    }
    return { paths, problem: null };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const mend = "name a folder that may be written with the input `report-directory`";
    return { paths, problem: problemAt("publish", `the report could not be written to ${folder} (${code})`, mend) };
  }
}
