import { join } from "node:path";
import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { Reporter, View } from "../model/reporter.js";
import type { Output } from "../model/world.js";
import { formModules } from "../report/generated/form-modules.js";
import { writeWhole, type Writer } from "../world/whole-file.js";
import { nearestOf, type CommandArguments, type CommandOption, type CommandWorld } from "./command.js";
import type { Place } from "./place.js";

const ids = Object.keys(formModules);

/** The option `--format` of commands that print a report. */
export const formatOption: CommandOption = {
  type: "string",
  value: "FORM",
  description: `${ids.join(", ")}; terminal by default`,
};

/** The form of that name, loaded. @throws UsageError with the nearest one where there is none */
export async function reporterOf(id: string): Promise<Reporter> {
  const load = Object.hasOwn(formModules, id) ? formModules[id] : undefined;
  if (load !== undefined) return load();
  const nearest = nearestOf(id, ids);
  const mend = `${nearest === undefined ? "" : `did you mean ${nearest}? `}The forms are ${ids.join(", ")}`;
  throw new UsageError([problemAt("usage", `there is no form ${id}`, mend)]);
}

/** How the reader of a command's output looks at a report. */
export const viewOf = (
  { out, environment }: CommandWorld,
  { forForge }: Pick<Reporter, "forForge">,
  { pathPrefix, repositoryPrefix }: Pick<Place, "pathPrefix" | "repositoryPrefix">,
  args: Pick<CommandArguments, "flag">,
): View => ({
  columns: out.columns,
  colour: out.isTerminal && environment["NO_COLOR"] === undefined,
  verbose: args.flag("verbose"),
  pathPrefix: forForge === true ? repositoryPrefix : pathPrefix,
});

const partsOf = (reporter: Reporter, report: Report, view: View): Iterable<string> =>
  reporter.parts?.(report, view) ?? [reporter.render(report, view)];

/** Prints a report in a form, part by part where the form has parts. */
export function printReport(report: Report, reporter: Reporter, view: View, out: Output): void {
  for (const part of partsOf(reporter, report, view)) out.write(part);
}

export interface WrittenReports {
  /** Path by form. */
  readonly paths: ReadonlyMap<string, string>;
  readonly problem: Problem | null;
}

const kept = { columns: 92, colour: false, verbose: true } as const;

/**
 * Writes every form of a report into a folder, each whole or not at all. What can be written is, whatever else fails.
 *
 * @param pathPrefix leads from the top of the repository to the judged root
 * @param mend what to do where the folder cannot be written
 */
export async function writeReports(
  report: Report,
  folder: string,
  pathPrefix: string,
  mend: string,
  writer?: Writer,
): Promise<WrittenReports> {
  const paths = new Map<string, string>();
  let problem: Problem | null = null;
  for (const load of Object.values(formModules)) {
    const reporter = await load();
    const path = join(folder, `report.${reporter.extension}`);
    const code = writeWhole(path, partsOf(reporter, report, { ...kept, pathPrefix }), writer);
    if (code === null) paths.set(reporter.id, path);
    else problem = problemAt("publish", `the report could not be written to ${folder} (${code})`, mend);
  }
  return { paths, problem };
}

/** Writes every form where `--output` asks for it. @throws UsageError where the folder cannot be written */
export async function writeAsked(
  report: Report,
  folder: string | null,
  { repositoryPrefix }: Pick<Place, "repositoryPrefix">,
  writer?: Writer,
): Promise<void> {
  if (folder === null) return;
  const mend = "name a folder that may be written with --output";
  const { problem } = await writeReports(report, folder, repositoryPrefix, mend, writer);
  if (problem !== null) throw new UsageError([{ ...problem, problem: "usage" }]);
}
