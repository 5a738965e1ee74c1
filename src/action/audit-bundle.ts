import { join } from "node:path";
import { treesAt } from "../commands/same-trees.js";
import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { Environment } from "../model/world.js";
import { writeWhole } from "../world/whole-file.js";
import type { JudgingSource } from "../change/source.js";

export interface Bundled {
  /** Null where there is none. */
  readonly path: string | null;
  readonly problem: Problem | null;
}

/** The archive's name beside the report. */
const NAME = "audit-bundle.tar";

/**
 * Packs a report with every file that it rests on, so that it can be verified without the repository. Where that fails
 * the report stands by itself, and why is told.
 *
 * @param folder absolute, where the report lies
 */
export async function bundled(
  report: Report,
  { at, tree }: Pick<JudgingSource, "at" | "tree">,
  folder: string,
  { environment, version }: { readonly environment: Environment; readonly version: string },
): Promise<Bundled> {
  const path = join(folder, NAME);
  try {
    const { packed } = await import("../commands/bundle.js");
    const place = { ...at, outside: null, world: { folder: at.root, environment }, trusted: true };
    const trees = await treesAt(report, place);
    const evidence = trees.judging === trees.evidence ? { evidence: tree, judging: tree } : { evidence: tree };
    const { parts } = await packed(report, { ...trees, ...evidence }, version);
    const code = writeWhole(path, parts);
    return code === null ? { path, problem: null } : failed(`it cannot be written to ${folder} (${code})`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return failed(error.problems.map(({ message }) => message).join("; "));
  }
}

const failed = (why: string): Bundled => ({
  path: null,
  problem: problemAt("publish", `the audit bundle could not be packed: ${why}`, "keep the report itself as the record"),
});
