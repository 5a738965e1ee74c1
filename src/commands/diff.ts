import { differences } from "../report/differences.js";
import { printable } from "../report/paint.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Command } from "./command.js";
import { reportFrom } from "./reports.js";
import { writeDifferences } from "./verify.js";

export const diff: Command = {
  id: "diff",
  summary: "Says in what two reports differ: evidence, policies, waivers, configuration, tool, decisions, findings.",
  usage: "REPORT REPORT",
  options: {},
  examples: ["model-referee diff january/report.json february/report.json"],

  run(args, world) {
    const [before, after, ...more] = args.positionals;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new UsageError([problemAt("usage", "diff takes two reports", "name the older one first")]);
    }
    const [one, other] = [reportFrom(before, world.folder), reportFrom(after, world.folder)];
    const found = differences(one, other, { one: printable(before), other: printable(after) });
    if (found.length === 0) {
      world.out.write("The reports are the same.\n");
      return Promise.resolve(0);
    }
    writeDifferences(found, world);
    return Promise.resolve(1);
  },
};
