import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { Difference } from "../report/differences.js";
import { printable } from "../report/paint.js";
import { isFoundAgain } from "../judge/report.js";
import { kindOnDisk } from "../world/disk.js";
import type { Command, CommandWorld } from "./command.js";
import { compareAgain, evaluateAgain } from "./evaluate-again.js";
import { commitOption, evidenceOption, rootOption } from "./options.js";
import { outsideFolder } from "../prepare/outside-evidence.js";
import { reportFrom } from "./reports.js";
import { treesAt } from "./same-trees.js";
import { verifyBundle } from "./verify-bundle.js";

export const verify: Command = {
  id: "verify",
  summary: "Evaluates a report again, at its own time and from the same inputs, and says in what the answers differ.",
  usage: "REPORT|BUNDLE.tar [--root DIR] [--commit REF] [--evidence [MODEL=]DIR …]",
  options: {
    root: rootOption,
    commit: commitOption,
    evidence: evidenceOption,
    manifest: {
      type: "string",
      value: "DIGEST",
      description:
        "what the manifest of an audit bundle must have as its digest: sha256:… as a signed statement names it",
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
    const manifest = manifestIn(args.text("manifest"), path);
    if (path.endsWith(".tar")) return ofBundle(path, manifest, world);
    const report = reportFrom(path, world.folder);
    const root = resolve(world.folder, args.text("root") ?? ".");
    if (kindOnDisk(root) !== "folder") {
      const message = `--root ${args.text("root") ?? "."} is no folder`;
      throw new UsageError([problemAt("usage", message, "name the folder that was judged")]);
    }
    const outside = args.texts("evidence").map(outsideFolder);
    const trees = await treesAt(report, { root, commit: args.text("commit") ?? null, outside, world });
    const evaluated = await evaluateAgain(report, trees, world.version);
    const found = compareAgain(report, evaluated, trees.change);
    return told(report, found, 0, world);
  },
};

/** @throws UsageError where it is no digest, or nothing has a manifest */
function manifestIn(written: string | undefined, path: string): string | null {
  if (written === undefined) return null;
  const [, hex] = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(written) ?? [];
  if (hex !== undefined && path.endsWith(".tar")) return `sha256:${hex.toLowerCase()}`;
  const message = hex === undefined ? `--manifest ${written} is no SHA-256 digest` : "--manifest is for audit bundles";
  throw new UsageError([problemAt("usage", message, "write it as sha256: and 64 digits, beside an archive")]);
}

async function ofBundle(path: string, expected: string | null, world: CommandWorld): Promise<0 | 1> {
  const { report, differences, left, manifest } = await verifyBundle(
    bytesOf(resolve(world.folder, path), path),
    path,
    world.version,
  );
  const other: readonly Difference[] =
    expected === null || expected === manifest
      ? []
      : [{ kind: "bundle", message: `manifest.json is not the one that was asked for: ${expected}` }];
  const status = told(report, [...other, ...differences], left, world);
  world.out.write(`manifest ${manifest}\n`);
  return status;
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
  const taken = takenFrom(report);
  if (taken.length > 0)
    world.out.write(`Taken from the report, since no later run can ask for it: ${taken.join(", ")}.\n`);
  return 0;
}

/** What an evaluation takes as the report tells it: only a signature over the report vouches for it. */
function takenFrom({ run, overrides, notes }: Report): readonly string[] {
  const several = (count: number, one: string, many: string): readonly string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  return [
    ...several(run.approvals.length, "approval on the forge", "approvals on the forge"),
    ...several(run.deployed.length, "deployed digest", "deployed digests"),
    ...several(overrides.length, "merge over a decision", "merges over a decision"),
    ...several(notes.filter((note) => !isFoundAgain(note)).length, "note", "notes"),
  ];
}

/** One line for each difference, what went in before what came out. */
export function writeDifferences(found: readonly Difference[], { out }: Pick<CommandWorld, "out">): void {
  for (const { kind, message } of found) out.write(`${kind.padEnd(14)}${printable(message)}\n`);
}
