import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { judge } from "../judge/judge.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { Difference } from "../report/differences.js";
import { printable } from "../report/paint.js";
import { kindOnDisk } from "../world/disk.js";
import type { Command, CommandWorld } from "./command.js";
import { compareAgain } from "./compare-again.js";
import { reportFrom } from "./reports.js";
import { requestFrom, treesAt } from "./same-request.js";
import { verifyBundle } from "./verify-bundle.js";

export const verify: Command = {
  id: "verify",
  summary: "Evaluates a report again, at its own time and from the same inputs, and says in what the answers differ.",
  usage: "REPORT|BUNDLE.tar [--root DIR] [--commit REF]",
  options: {
    root: { type: "string", value: "DIR", description: "the folder that was judged; the working directory by default" },
    commit: {
      type: "string",
      value: "REF",
      description: "read evidence, policies and waivers from this commit instead of the working tree",
    },
  },
  examples: [
    "model-referee verify report.json",
    "model-referee verify report.json --root models --commit v1.2.0",
    "model-referee verify audit-2026-11.tar",
  ],

  async run(args, world) {
    const [path, ...more] = args.positionals;
    if (path === undefined || more.length > 0) {
      throw new UsageError([problemAt("usage", "verify takes one report", "name the report.json of a run")]);
    }
    if (path.endsWith(".tar")) return ofBundle(path, world);
    const report = reportFrom(path, world.folder);
    const root = resolve(world.folder, args.text("root") ?? ".");
    if (kindOnDisk(root) !== "folder") {
      const message = `--root ${args.text("root") ?? "."} is no folder`;
      throw new UsageError([problemAt("usage", message, "name the folder that was judged")]);
    }
    const trees = treesAt(report, { root, commit: args.text("commit") ?? null, world });
    const found = compareAgain(report, await judge(await requestFrom(report, trees, world.version)));
    return told(report, found, 0, world);
  },
};

async function ofBundle(path: string, world: CommandWorld): Promise<0 | 1> {
  const { report, differences, left } = await verifyBundle(
    bytesOf(resolve(world.folder, path), path),
    path,
    world.version,
  );
  return told(report, differences, left, world);
}

function bytesOf(absolute: string, shown: string): Uint8Array {
  try {
    return readFileSync(absolute);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const message = code === "ENOENT" ? `there is no archive at ${shown}` : `${shown} cannot be read (${code})`;
    throw new UsageError([problemAt("usage", message, "name an archive that model-referee bundle wrote")]);
  }
}

function told(report: Report, found: readonly Difference[], left: number, world: CommandWorld): 0 | 1 {
  if (found.length > 0) {
    writeDifferences(found, world);
    const count = `${found.length} ${found.length === 1 ? "difference" : "differences"}`;
    world.out.write(`\nThe report does not hold: ${count}.\n`);
    return 1;
  }
  if (left > 0) {
    world.out.write(
      `Every file is as it was packed. ${left} are kept by digest alone, so that nothing was evaluated again.\n`,
    );
    return 0;
  }
  const { decision, findings, inputs } = report;
  world.out.write(
    `The same: ${printable(decision)}, ${findings.length} findings, ${inputs.length} files of evidence.\n`,
  );
  return 0;
}

/** One line for each difference, what went in before what came out. */
export function writeDifferences(found: readonly Difference[], { out }: Pick<CommandWorld, "out">): void {
  for (const { kind, message } of found) out.write(`${kind.padEnd(14)}${printable(message)}\n`);
}
