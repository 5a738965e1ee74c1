import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exitStatusOf } from "../decide.js";
import { mergeReports, type Part } from "../judge/merge.js";
import { problemAt, UsageError } from "../model/problem.js";
import { reporters } from "../report/forms/index.js";
import { readReport } from "../report/reading/report.js";
import { kindOnDisk } from "../world/disk.js";
import { reporterOf, viewOf, writeAll } from "./check.js";
import type { Command } from "./command.js";

export const merge: Command = {
  id: "merge",
  summary: "Makes one report and one decision of the parts that `check --shard I/N` judged.",
  usage: "PATH… [--format FORM] [--output DIR]",
  options: {
    format: {
      type: "string",
      value: "FORM",
      description: `${reporters.map(({ id }) => id).join(", ")}; terminal by default`,
    },
    output: { type: "string", value: "DIR", description: "also write every form of the report into this folder" },
    verbose: { type: "boolean", value: "", description: "everything that was judged, met rules included" },
  },
  examples: [
    "model-referee check --shard 1/2 --format json > part-1.json",
    "model-referee merge part-1.json part-2.json",
    "model-referee merge parts --output report",
  ],

  run(args, world) {
    const reporter = reporterOf(args.text("format") ?? "terminal");
    if (args.positionals.length === 0) {
      const mend = "name the JSON reports of the parts, or a folder that holds them";
      throw new UsageError([problemAt("usage", "merge is given no part", mend)]);
    }
    const report = mergeReports(readParts(args.positionals.map((path) => resolve(world.folder, path))));
    const view = viewOf(world, { pathPrefix: "" }, args);
    world.out.write(reporter.render(report, view));
    const output = args.text("output");
    if (output !== undefined) writeAll(report, view, resolve(world.folder, output));
    return Promise.resolve(exitStatusOf[report.decision]);
  },
};

/**
 * Reads the JSON reports at paths: files, and every `*.json` beneath folders.
 *
 * @param paths absolute
 * @throws UsageError with every file that is no report
 */
export function readParts(paths: readonly string[]): readonly Part[] {
  const files = [...new Set(paths.flatMap(reportsAt))].sort();
  const read = files.map((path) => ({ path, found: readReport(readFileSync(path, "utf8")) }));
  const problems = read.flatMap(({ path, found }) =>
    found.kind === "report"
      ? []
      : [
          problemAt(
            "usage",
            `this is no report of model-referee: ${found.why}`,
            "give the files that check --format json wrote",
            { path },
          ),
        ],
  );
  if (problems.length > 0) throw new UsageError(problems);
  return read.flatMap(({ path, found }) => (found.kind === "report" ? [{ path, report: found.report }] : []));
}

function reportsAt(path: string): readonly string[] {
  const kind = kindOnDisk(path);
  if (kind === "file") return [path];
  if (kind === null) {
    throw new UsageError([problemAt("usage", `there is nothing at ${path}`, "name the reports of the parts")]);
  }
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(path, name))
    .filter((file) => kindOnDisk(file) === "file");
}
