import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exitStatusOf } from "../decide.js";
import { mergeReports, type Part } from "../judge/merge.js";
import { problemAt, UsageError } from "../model/problem.js";
import { readReport } from "../report/read-report.js";
import { kindOnDisk } from "../world/disk.js";
import type { Command } from "./command.js";
import { prefixFrom, repositoryPrefixOf } from "./place.js";
import { formatOption, printReport, reporterOf, viewOf, writeAsked } from "./report-output.js";

export const merge: Command = {
  id: "merge",
  summary: "Makes one report and one decision of the parts that `check --shard I/N` judged.",
  usage: "PATH… [--root DIR] [--format FORM] [--output DIR]",
  options: {
    root: {
      type: "string",
      value: "DIR",
      description: "the folder that was judged, so that places open; the working directory by default",
    },
    format: formatOption,
    output: { type: "string", value: "DIR", description: "also write every form of the report into this folder" },
    verbose: { type: "boolean", value: "", description: "everything that was judged, met rules included" },
  },
  examples: [
    "model-referee check --shard 1/2 --format json > part-1.json",
    "model-referee merge part-1.json part-2.json",
    "model-referee merge parts --output report",
  ],

  async run(args, world) {
    const reporter = await reporterOf(args.text("format") ?? "terminal");
    if (args.positionals.length === 0) {
      const mend = "name the JSON reports of the parts, or a folder that holds them";
      throw new UsageError([problemAt("usage", "merge is given no part", mend)]);
    }
    const report = mergeReports(readParts(args.positionals.map((path) => resolve(world.folder, path))));
    const root = resolve(world.folder, args.text("root") ?? ".");
    const place = { pathPrefix: prefixFrom(world.folder, root), repositoryPrefix: repositoryPrefixOf(root) };
    printReport(report, reporter, viewOf(world, reporter, place, args), world.out);
    const output = args.text("output");
    await writeAsked(report, output === undefined ? null : resolve(world.folder, output), place, world.writer);
    return exitStatusOf[report.decision];
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
  const read = files.map((path) => ({ path, found: readReport(readFileSync(path), path) }));
  const problems = read.flatMap(({ found }) => (found.kind === "problem" ? [found.problem] : []));
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
