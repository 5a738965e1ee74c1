import { resolve } from "node:path";
import { judge } from "../judge/judge.js";
import { problemAt, UsageError } from "../model/problem.js";
import { differences, type Difference } from "../report/differences.js";
import { printable } from "../report/paint.js";
import { kindOnDisk } from "../world/disk.js";
import type { Command, CommandWorld } from "./command.js";
import { reportFrom } from "./reports.js";
import { requestFor } from "./same-request.js";

export const verify: Command = {
  id: "verify",
  summary: "Evaluates a report again, at its own time and from the same inputs, and says in what the answers differ.",
  usage: "REPORT [--root DIR] [--commit REF]",
  options: {
    root: { type: "string", value: "DIR", description: "the folder that was judged; the working directory by default" },
    commit: {
      type: "string",
      value: "REF",
      description: "read evidence, policies and waivers from this commit instead of the working tree",
    },
  },
  examples: ["model-referee verify report.json", "model-referee verify report.json --root models --commit v1.2.0"],

  async run(args, world) {
    const [path, ...more] = args.positionals;
    if (path === undefined || more.length > 0) {
      throw new UsageError([problemAt("usage", "verify takes one report", "name the report.json of a run")]);
    }
    const report = reportFrom(path, world.folder);
    const root = resolve(world.folder, args.text("root") ?? ".");
    if (kindOnDisk(root) !== "folder") {
      throw new UsageError([
        problemAt("usage", `--root ${args.text("root") ?? "."} is no folder`, "name the folder that was judged"),
      ]);
    }
    const request = await requestFor(report, { root, commit: args.text("commit") ?? null, world });
    const evaluated = await judge(request);
    // What went wrong with that run itself, such as a forge that did not answer, is no part of the evaluation.
    const ofRun = report.problems.filter(({ model }) => model === null);
    const there = new Set(evaluated.unjudged.map(({ path: file }) => file));
    // Files that came later and that nobody judges, such as the report itself, change nothing.
    const unjudged = report.unjudged.every(({ path: file }) => there.has(file)) ? report.unjudged : evaluated.unjudged;
    const again = { ...evaluated, problems: [...ofRun, ...evaluated.problems], unjudged };
    const sides = { one: "the report", other: "this evaluation" };
    const found = differences(report, again, sides);
    if (found.length === 0) {
      world.out.write(
        `The same: ${printable(report.decision)}, ${report.findings.length} findings, ${report.inputs.length} files of evidence.\n`,
      );
      return 0;
    }
    writeDifferences(found, world);
    world.out.write(
      `\nThe report does not hold: ${found.length} ${found.length === 1 ? "difference" : "differences"}.\n`,
    );
    return 1;
  },
};

/** One line for each difference, what went in before what came out. */
export function writeDifferences(found: readonly Difference[], { out }: Pick<CommandWorld, "out">): void {
  for (const { kind, message } of found) out.write(`${kind.padEnd(14)}${printable(message)}\n`);
}
