import { basename, resolve } from "node:path";
import { digestOf, type Folder, type Manifest, type ManifestFile } from "../bundle/manifest.js";
import { recordedHistory, recordedTree, type RecordedTree } from "../bundle/recording.js";
import { bundleStatement, statementBeside } from "../bundle/statement.js";
import { tarParts, type ArchivedFile } from "../bundle/tar.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { sha256DigestOfParts } from "../model/sha256.js";
import { canonicalLineParts, canonicalLines } from "../report/canonical-json.js";
import { html } from "../report/forms/html.js";
import { writeWhole } from "../world/whole-file.js";
import type { Command } from "./command.js";
import { compareAgain, evaluateAgain } from "./evaluate-again.js";
import { reportFrom } from "./reports.js";
import { outsideFolder } from "../prepare/outside-evidence.js";
import { commitOption, evidenceOption, rootOption } from "./options.js";
import { treesAt, type SameTrees } from "./same-trees.js";

/** Bytes of the largest file that is put into an archive unless another size is asked for. */
const LARGEST = 8 * 1024 * 1024;

export const bundle: Command = {
  id: "bundle",
  summary: "Packs a report with everything that it rests on into one archive that verifies without this repository.",
  usage: "REPORT --output FILE.tar [--root DIR] [--commit REF] [--evidence [MODEL=]DIR …] [--largest BYTES]",
  options: {
    output: { type: "string", value: "FILE", description: "the archive that is written" },
    root: rootOption,
    commit: commitOption,
    evidence: evidenceOption,
    largest: {
      type: "string",
      value: "BYTES",
      description: "larger files are kept by digest alone; 8388608 by default",
    },
  },
  examples: ["model-referee bundle report.json --output audit-2026-11.tar", "model-referee verify audit-2026-11.tar"],

  async run(args, world) {
    const [path, ...more] = args.positionals;
    const output = args.text("output");
    if (path === undefined || more.length > 0 || output === undefined) {
      throw new UsageError([
        problemAt("usage", "bundle takes one report and an --output", "see model-referee bundle --help"),
      ]);
    }
    const largest = sizeOf(args.text("largest"));
    const report = reportFrom(path, world.folder);
    const root = resolve(world.folder, args.text("root") ?? ".");
    const outside = args.texts("evidence").map(outsideFolder);
    const trees = await treesAt(report, { root, commit: args.text("commit") ?? null, outside, world });
    const archive = await packed(report, trees, world.version, largest);
    const problem = writeWhole(resolve(world.folder, output), archive.parts, world.writer);
    if (problem !== null)
      throw new UsageError([
        problemAt(
          "usage",
          `the archive cannot be written to ${output} (${problem})`,
          "name a place that may be written",
        ),
      ]);
    const statement = statementBeside(output);
    const unsigned = writeWhole(
      resolve(world.folder, statement),
      bundleStatement(report, archive, basename(output)),
      world.writer,
    );
    if (unsigned !== null) {
      const message = `the statement about the archive cannot be written to ${statement} (${unsigned})`;
      throw new UsageError([problemAt("usage", message, "name a place that may be written")]);
    }
    const left = archive.left;
    world.out.write(
      `${archive.files} files${left === 0 ? "" : `, ${left} by digest alone`}: ${output}\nmanifest ${archive.manifest}; statement to sign: ${statement}\n`,
    );
    return 0;
  },
};

function sizeOf(written: string | undefined): number {
  if (written === undefined) return LARGEST;
  if (/^\d{1,12}$/.test(written)) return Number(written);
  throw new UsageError([problemAt("usage", `--largest ${written} is no number of bytes`, "write it as 1000000")]);
}

export interface Archive {
  /** A tar archive, in parts: it may be larger than what can be held twice. */
  readonly parts: readonly Uint8Array[];
  /** `sha256:<hex>` of it. */
  readonly digest: string;
  /** `sha256:<hex>` of its manifest, which names every other file by digest. */
  readonly manifest: string;
  readonly files: number;
  /** How many files are kept by their digest alone. */
  readonly left: number;
}

/**
 * Evaluates a report again, and packs it with every file that was read on the way.
 *
 * @param largest bytes; larger files are kept by their digest alone
 * @throws UsageError where the report does not hold
 */
export async function packed(
  report: Report,
  trees: SameTrees,
  version: string,
  largest: number = LARGEST,
): Promise<Archive> {
  const recorded: Readonly<Record<Folder, RecordedTree | null>> = {
    evidence: recordedTree(trees.evidence),
    judging: recordedTree(trees.judging),
    base: trees.base === null ? null : recordedTree(trees.base),
    release: trees.release === null ? null : recordedTree(trees.release),
  };
  const history = recordedHistory(trees.history);
  const judgingHistory = trees.judgingHistory === null ? null : recordedHistory(trees.judgingHistory);
  const evaluated = await evaluateAgain(
    report,
    {
      evidence: recorded.evidence?.tree ?? trees.evidence,
      judging: recorded.judging?.tree ?? trees.judging,
      within: trees.within,
      base: recorded.base?.tree ?? null,
      release: recorded.release?.tree ?? null,
      history: history.history,
      judgingHistory: judgingHistory?.history ?? null,
      change: trees.change,
    },
    version,
  );
  const found = compareAgain(report, evaluated, trees.change);
  if (found.length > 0) {
    const mend = "see model-referee verify: only what still holds is packed";
    throw new UsageError([problemAt("usage", `the report does not hold: ${found[0]?.message ?? ""}`, mend)]);
  }
  const files: ArchivedFile[] = [
    { path: "report.json", bytes: Buffer.concat(Array.from(canonicalLineParts(report), textBytes)) },
    { path: "report.html", bytes: textBytes(html.render(report, plainView)) },
  ];
  const listed: ManifestFile[] = files.map(({ path, bytes }) => listedFile(path, bytes, true));
  for (const [folder, tree] of Object.entries(recorded)) {
    for (const [path, bytes] of tree?.read ?? []) {
      const included = bytes.length <= largest;
      listed.push(listedFile(`${folder}/${path}`, bytes, included));
      if (included) files.push({ path: `${folder}/${path}`, bytes });
    }
  }
  const manifest: Manifest = {
    schema_version: 1,
    tool: report.tool,
    files: listed.sort((a, b) => (a.path < b.path ? -1 : 1)),
    within: trees.within,
    history: history.answers(),
    judging_history: judgingHistory?.answers() ?? null,
  };
  const left = listed.filter(({ included }) => !included).length;
  const manifestBytes = textBytes(canonicalLines(manifest));
  const all = [...files, { path: "manifest.json", bytes: manifestBytes }];
  const parts = tarParts(all);
  return { parts, digest: sha256DigestOfParts(parts), manifest: digestOf(manifestBytes), files: all.length, left };
}

const plainView = { columns: 92, colour: false, verbose: true, pathPrefix: "" } as const;

const textBytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

const listedFile = (path: string, bytes: Uint8Array, included: boolean): ManifestFile => ({
  path,
  digest: digestOf(bytes),
  size: bytes.length,
  included,
});
